//! Who is still waited for in a session, and what waits for its reveal.

use super::Session;
use crate::model::person::{Person, PersonId};
use crate::model::place::StepNumber;
use crate::model::step_record::{Reveal, StepRecord, Turn};

impl Session {
    /// Who is in the room and has not answered yet: their turn is in this order. After the reveal nobody
    /// is waited for, whoever comes later.
    pub fn missing(&self, step: StepNumber, turn: Turn) -> Vec<&Person> {
        if self.step(step).reveal(turn).is_some() {
            return Vec::new();
        }
        let answers = self.step(step).answers(turn);
        self.here()
            .filter(|person| !answers.contains_key(&person.id))
            .collect()
    }

    /// Who is in the room and has neither predicted nor passed, as long as that can be done.
    pub fn missing_predictions(&self) -> Vec<&Person> {
        if self.predictions_are_closed() {
            return Vec::new();
        }
        self.here()
            .filter(|person| !self.predictions.contains_key(&person.id))
            .collect()
    }

    /// Who is in the room and has given no verdict; nobody once they are shown.
    pub fn missing_verdicts(&self) -> Vec<&Person> {
        if self.verdict_revealed.is_some() {
            return Vec::new();
        }
        self.here()
            .filter(|person| !self.verdicts.contains_key(&person.id))
            .collect()
    }

    /// Whether any step's ratings have been shown: from then on a prediction is none any more.
    pub fn predictions_are_closed(&self) -> bool {
        self.steps.iter().any(|step| step.revealed.is_some())
    }

    /// Whether every step's ratings have been shown.
    pub fn all_revealed(&self) -> bool {
        self.steps.iter().all(|step| step.revealed.is_some())
    }

    /// Whether anybody has answered anything.
    pub(in crate::model) fn has_answers(&self) -> bool {
        let at_a_step = |step: &StepRecord| !step.ratings.is_empty();
        !self.predictions.is_empty() || self.steps.iter().any(at_a_step)
    }

    /// Whether there are answers that wait for their reveal. A prediction is one until ballots on it are
    /// over: until then another kind of ballot could show it.
    pub(in crate::model) fn has_sealed_answers(&self) -> bool {
        let sealed =
            |step: &StepRecord, turn| step.reveal(turn).is_none() && !step.answers(turn).is_empty();
        let at_a_step = |step| sealed(step, Turn::First) || sealed(step, Turn::Again);
        (!self.predictions.is_empty() && !self.predictions_are_closed())
            || (!self.verdicts.is_empty() && self.verdict_revealed.is_none())
            || self.steps.iter().any(at_a_step)
    }

    /// Whether anything of a person's stands in the session, so that they can leave but not be removed.
    pub fn has_answers_of(&self, person: &PersonId) -> bool {
        let at_a_step = |step: &StepRecord| {
            let waited_for =
                |reveal: &Option<Reveal>| reveal.as_ref().is_some_and(|r| r.here.contains(person));
            step.ratings.contains_key(person)
                || step.ratings_again.contains_key(person)
                || waited_for(&step.revealed)
                || waited_for(&step.revealed_again)
        };
        let at_the_verdict = self
            .verdict_revealed
            .as_ref()
            .is_some_and(|reveal| reveal.here.contains(person));
        self.predictions.contains_key(person)
            || self.verdicts.contains_key(person)
            || at_the_verdict
            || self.steps.iter().any(at_a_step)
    }
}
