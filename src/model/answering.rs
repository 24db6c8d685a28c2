//! How answers are taken and shown: by people in the room, sealed until all of them are in.

use super::change::{Change, Refused};
use super::moment::Moment;
use super::person::PersonId;
use super::place::StepNumber;
use super::session::{Prediction, Session, Verdict};
use super::step_record::{Answer, Reveal, Turn};
use std::collections::BTreeMap;

impl Session {
    pub(super) fn predict(
        &mut self,
        id: PersonId,
        prediction: Option<Prediction>,
    ) -> Result<Change, Refused> {
        if self.predictions_are_closed() {
            return Err(Refused::AlreadyRevealed);
        }
        self.must_be_here(&id)?;
        match &prediction {
            Some(Prediction::Guessed { ratings, .. }) if ratings.len() != self.steps.len() => {
                return Err(Refused::WrongLength(self.steps.len()));
            }
            _ => {}
        }
        let before = set(&mut self.predictions, &id, prediction);
        Ok(Change::Predict(id, before))
    }

    pub(super) fn answer(
        &mut self,
        step: StepNumber,
        turn: Turn,
        id: PersonId,
        answer: Option<Answer>,
    ) -> Result<Change, Refused> {
        self.revealed_before(step)?;
        self.must_be_here(&id)?;
        let record = self.record_mut(step)?;
        if turn == Turn::Again && record.revealed.is_none() {
            return Err(Refused::NotRevealed);
        }
        if record.reveal(turn).is_some() {
            return Err(Refused::AlreadyRevealed);
        }
        let answers = match turn {
            Turn::First => &mut record.ratings,
            Turn::Again => &mut record.ratings_again,
        };
        let before = set(answers, &id, answer);
        Ok(Change::Answer(step, turn, id, before))
    }

    pub(super) fn reveal(
        &mut self,
        step: StepNumber,
        turn: Turn,
        now: Moment,
    ) -> Result<(), Refused> {
        self.revealed_before(step)?;
        let record = self.step(step);
        if record.reveal(turn).is_some() {
            return Err(Refused::AlreadyRevealed);
        }
        if turn == Turn::Again && record.revealed.is_none() {
            return Err(Refused::NotRevealed);
        }
        let missing: Vec<_> = self
            .missing(step, turn)
            .iter()
            .map(|person| person.id.clone())
            .collect();
        self.nobody_missing(&missing)?;
        let answered = |id: &PersonId| self.step(step).answers(turn).contains_key(id);
        let reveal = self.reveal_to(answered, now);
        let record = self.record_mut(step)?;
        match turn {
            Turn::First => record.revealed = Some(reveal),
            Turn::Again => record.revealed_again = Some(reveal),
        }
        Ok(())
    }

    pub(super) fn give_verdict(
        &mut self,
        id: PersonId,
        verdict: Option<Verdict>,
    ) -> Result<Change, Refused> {
        if self.verdict_revealed.is_some() {
            return Err(Refused::AlreadyRevealed);
        }
        if !self.all_revealed() {
            return Err(Refused::NotRevealed);
        }
        self.must_be_here(&id)?;
        let before = set(&mut self.verdicts, &id, verdict);
        Ok(Change::Verdict(id, before))
    }

    pub(super) fn reveal_verdicts(&mut self, now: Moment) -> Result<(), Refused> {
        if self.verdict_revealed.is_some() {
            return Err(Refused::AlreadyRevealed);
        }
        if !self.all_revealed() {
            return Err(Refused::NotRevealed);
        }
        let missing: Vec<_> = self
            .missing_verdicts()
            .iter()
            .map(|person| person.id.clone())
            .collect();
        self.nobody_missing(&missing)?;
        self.verdict_revealed = Some(self.reveal_to(|id| self.verdicts.contains_key(id), now));
        Ok(())
    }

    fn reveal_to(&self, answered: impl Fn(&PersonId) -> bool, at: Moment) -> Reveal {
        let here = self
            .people
            .iter()
            .filter(|person| person.is_here() || answered(&person.id));
        Reveal {
            at,
            here: here.map(|person| person.id.clone()).collect(),
        }
    }

    fn nobody_missing(&self, missing: &[PersonId]) -> Result<(), Refused> {
        if self.here().next().is_none() {
            return Err(Refused::Nobody);
        }
        let names: Vec<_> = missing.iter().map(|id| self.label(id)).collect();
        if names.is_empty() {
            Ok(())
        } else {
            Err(Refused::Waiting(names.join(", ")))
        }
    }

    fn must_be_here(&self, id: &PersonId) -> Result<(), Refused> {
        match self.person(id) {
            None => Err(Refused::Unknown(id.clone())),
            Some(person) if person.is_here() => Ok(()),
            Some(_) => Err(Refused::Away(self.label(id))),
        }
    }
}

fn set<V>(map: &mut BTreeMap<PersonId, V>, id: &PersonId, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(id.clone(), value),
        None => map.remove(id),
    }
}
