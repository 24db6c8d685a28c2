//! One person's way through a session: what was felt and expected, and whether they would have gone on.

use super::Session;
use crate::model::person::PersonId;
use crate::model::place::StepNumber;
use crate::model::rating::Rating;
use crate::model::step_record::Answer;

impl Session {
    /// A person's ratings that count, step by step; none where they passed, were away, or it is sealed.
    pub fn walk_of(&self, person: &PersonId) -> Vec<Option<Rating>> {
        self.steps
            .iter()
            .map(|step| step.felt_rating(person))
            .collect()
    }

    /// Whether a person would have gone on, step by step.
    pub fn stays_of(&self, person: &PersonId) -> Vec<Option<bool>> {
        self.steps
            .iter()
            .map(|step| step.felt(person).and_then(Answer::stays))
            .collect()
    }

    /// What a person expected at a step, once that step's ratings are shown, and if they were there.
    pub fn expected(&self, person: &PersonId, step: StepNumber) -> Option<Rating> {
        self.step(step).there().find(|there| *there == person)?;
        self.predictions.get(person)?.at_step(step)
    }
}
