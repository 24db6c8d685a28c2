//! What must be true of a session that was read from a file, beyond what its types can say.

use super::person::PersonId;
use super::session::{Prediction, Session};
use super::step_record::{Reveal, StepRecord};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeSet;

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
        for (index, step) in self.steps.iter().enumerate() {
            self.check_step(step)
                .map_err(|problem| format!("steps[{index}].{problem}"))?;
        }
        Ok(())
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
        self.check_ids("ratings", step.ratings.keys(), step.revealed.as_ref())?;
        self.check_ids(
            "ratings_again",
            step.ratings_again.keys(),
            step.revealed_again.as_ref(),
        )?;
        if step.revealed.is_none()
            && !(step.ratings_again.is_empty() && step.revealed_again.is_none())
        {
            return Err("ratings_again: the first ratings are not revealed yet".to_owned());
        }
        Ok(())
    }

    /// Everybody who answered is in the session, and was there when it was shown.
    fn check_ids<'a>(
        &self,
        list: &str,
        ids: impl Iterator<Item = &'a PersonId>,
        reveal: Option<&Reveal>,
    ) -> Result<(), String> {
        let in_room = reveal.into_iter().flat_map(|reveal| &reveal.here);
        if let Some(id) = in_room.into_iter().find(|id| self.person(id).is_none()) {
            return Err(format!("revealed: nobody among the people has the id {id}"));
        }
        for id in ids {
            if self.person(id).is_none() {
                return Err(format!("{list}: nobody among the people has the id {id}"));
            }
            if reveal.is_some_and(|reveal| !reveal.here.contains(id)) {
                return Err(format!("{list}: {id} was away and can't have answered"));
            }
        }
        Ok(())
    }

    fn check_predictions(&self) -> Result<(), String> {
        self.check_ids("predictions", self.predictions.keys(), None)?;
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
        self.check_ids(
            "verdicts",
            self.verdicts.keys(),
            self.verdict_revealed.as_ref(),
        )?;
        if !self.all_revealed() && !(self.verdicts.is_empty() && self.verdict_revealed.is_none()) {
            return Err("verdicts: not every step is revealed yet".to_owned());
        }
        if let Some(reason) = self
            .chosen_for
            .iter()
            .find(|reason| !self.exercise.commodity.reasons.contains(reason))
        {
            return Err(format!(
                "chosen_for: \"{reason}\" is none of the reasons in the exercise"
            ));
        }
        if self.improvements.len() > Self::MOST_IN_A_LIST {
            return Err(format!("improvements: more than {}", Self::MOST_IN_A_LIST));
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
