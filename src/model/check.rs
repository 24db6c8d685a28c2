//! What must be true of a session that was read from a file, beyond what its types can say.

use super::person::PersonId;
use super::place::StepNumber;
use super::session::{Prediction, Session};
use super::step_record::{Reveal, StepRecord};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};

impl Serialize for Session {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Session {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let session = Self::deserialize(deserializer)?;
        session.check().map_err(serde::de::Error::custom)?;
        Ok(session)
    }
}

impl Session {
    /// The most notes, words, departments or improvements one list holds.
    pub const MOST_IN_A_LIST: usize = 500;

    /// Says what is not true of it, with its place.
    fn check(&self) -> Result<(), String> {
        if self.business.is_empty() {
            return Err("business: a name is needed".to_owned());
        }
        self.check_people()?;
        self.check_steps()?;
        self.check_predictions()?;
        self.check_end()?;
        self.may_go(self.place)
            .map_err(|refused| format!("place: {refused}"))
    }

    fn check_people(&self) -> Result<(), String> {
        if self.people.len() > Self::MOST_PEOPLE {
            return Err(format!(
                "people: a session holds at most {}",
                Self::MOST_PEOPLE
            ));
        }
        let mut ids = BTreeSet::new();
        for (index, person) in self.people.iter().enumerate() {
            if person.name.is_empty() {
                return Err(format!("people[{index}].name: a name is needed"));
            }
            if person.id.is_empty() {
                return Err(format!("people[{index}].id: an id is needed"));
            }
            if !ids.insert(&person.id) {
                return Err(format!("people[{index}].id: {} is there twice", person.id));
            }
        }
        Ok(())
    }

    fn check_steps(&self) -> Result<(), String> {
        if let Some(problem) = self.exercise.check().first() {
            return Err(format!("exercise.{problem}"));
        }
        let asked = self.exercise.steps.iter().map(|step| &step.id);
        if !asked.eq(self.steps.iter().map(|step| &step.step)) {
            return Err("steps: they are not the steps of the exercise in this file".to_owned());
        }
        for (number, (index, step)) in self.step_numbers().zip(self.steps.iter().enumerate()) {
            self.check_step(step)
                .and_then(|()| self.check_order(number, step))
                .map_err(|problem| format!("steps[{index}].{problem}"))?;
        }
        Ok(())
    }

    /// A step is rated when every step before it is revealed.
    fn check_order(&self, number: StepNumber, step: &StepRecord) -> Result<(), String> {
        if step.ratings.is_empty() && step.revealed.is_none() {
            return Ok(());
        }
        self.revealed_before(number)
            .map_err(|refused| format!("ratings: {refused}"))
    }

    fn check_step(&self, step: &StepRecord) -> Result<(), String> {
        let lengths = [
            ("notes", step.notes.len()),
            ("words", step.words.len()),
            ("departments", step.departments.len()),
        ];
        if let Some((list, _)) = lengths
            .iter()
            .find(|(_, length)| *length > Self::MOST_IN_A_LIST)
        {
            return Err(format!("{list}: more than {}", Self::MOST_IN_A_LIST));
        }
        if let Some(phone) = &step.phone
            && phone.hold_since.is_some()
            && !phone.is_running()
        {
            return Err("phone.hold_since: the call is over".to_owned());
        }
        self.check_answers("ratings", &step.ratings)?;
        self.check_reveal("revealed", &step.ratings, step.revealed.as_ref())?;
        self.check_answers("ratings_again", &step.ratings_again)?;
        self.check_reveal(
            "revealed_again",
            &step.ratings_again,
            step.revealed_again.as_ref(),
        )?;
        let has_second = !step.ratings_again.is_empty() || step.revealed_again.is_some();
        if step.revealed.is_none() && has_second {
            return Err("ratings_again: the first ratings are not revealed yet".to_owned());
        }
        Ok(())
    }

    /// Everybody who answered is in the session.
    fn check_answers<V>(&self, list: &str, answers: &BTreeMap<PersonId, V>) -> Result<(), String> {
        match answers.keys().find(|id| self.person(id).is_none()) {
            Some(id) => Err(format!("{list}.{id}: nobody among the people has this id")),
            None => Ok(()),
        }
    }

    /// When answers were shown, everybody in the room had answered or passed, and nobody else had.
    fn check_reveal<V>(
        &self,
        field: &str,
        answers: &BTreeMap<PersonId, V>,
        reveal: Option<&Reveal>,
    ) -> Result<(), String> {
        let Some(Reveal { here, .. }) = reveal else {
            return Ok(());
        };
        if let Some(id) = answers.keys().find(|id| !here.contains(id)) {
            return Err(format!(
                "{field}.here: {id} was away and can't have answered"
            ));
        }
        let mut seen = BTreeSet::new();
        for (index, id) in here.iter().enumerate() {
            let problem = if self.person(id).is_none() {
                "nobody among the people has the id"
            } else if !answers.contains_key(id) {
                "neither an answer nor a pass of"
            } else if seen.insert(id) {
                continue;
            } else {
                "there are two entries of"
            };
            return Err(format!("{field}.here[{index}]: {problem} {id}"));
        }
        if here.is_empty() {
            return Err(format!("{field}.here: somebody must have been there"));
        }
        Ok(())
    }

    fn check_predictions(&self) -> Result<(), String> {
        self.check_answers("predictions", &self.predictions)?;
        let wrong = self
            .predictions
            .iter()
            .find(|(_, prediction)| match prediction {
                Prediction::Guessed { ratings, .. } => ratings.len() != self.steps.len(),
                Prediction::Passed { .. } => false,
            });
        match wrong {
            Some((id, _)) => Err(format!(
                "predictions.{id}: one rating for each of the {} steps",
                self.steps.len()
            )),
            None => Ok(()),
        }
    }

    fn check_end(&self) -> Result<(), String> {
        self.check_answers("verdicts", &self.verdicts)?;
        self.check_reveal(
            "verdict_revealed",
            &self.verdicts,
            self.verdict_revealed.as_ref(),
        )?;
        let has_verdict = !self.verdicts.is_empty() || self.verdict_revealed.is_some();
        if has_verdict && !self.all_revealed() {
            return Err("verdicts: not every step is revealed yet".to_owned());
        }
        for (index, reason) in self.chosen_for.iter().enumerate() {
            if !self.exercise.commodity.reasons.contains(reason) {
                return Err(format!(
                    "chosen_for[{index}]: \"{reason}\" is none of the reasons in the exercise"
                ));
            }
            if self.chosen_for[..index].contains(reason) {
                return Err(format!("chosen_for[{index}]: \"{reason}\" is there twice"));
            }
        }
        self.check_improvements()
    }

    fn check_improvements(&self) -> Result<(), String> {
        if self.improvements.len() > Self::MOST_IN_A_LIST {
            return Err(format!("improvements: more than {}", Self::MOST_IN_A_LIST));
        }
        for (index, improvement) in self.improvements.iter().enumerate() {
            if improvement.what.is_empty() {
                return Err(format!("improvements[{index}].what: it is empty"));
            }
            if let Some(step) = improvement.step
                && step.index() >= self.steps.len()
            {
                return Err(format!(
                    "improvements[{index}].step: there is no step {step}"
                ));
            }
        }
        let ones = self
            .improvements
            .iter()
            .filter(|improvement| improvement.the_one)
            .count();
        if ones != usize::from(!self.improvements.is_empty()) {
            return Err(format!(
                "improvements: exactly one has `the_one: true`, not {ones}"
            ));
        }
        Ok(())
    }
}
