//! When a session was changed last, by what it says itself: to tell an older copy of it from a newer one.

use super::{Prediction, Session, Verdict};
use crate::model::moment::Moment;
use crate::model::step_record::{Answer, Reveal, StepRecord};

impl Session {
    /// The latest of all moments that it holds. Since when a place is on the screen is none of them: an older copy that
    /// somebody has opened is an older copy.
    pub fn last_change(&self) -> Moment {
        let predictions = self
            .predictions
            .values()
            .map(|prediction| match prediction {
                Prediction::Guessed { at, .. } | Prediction::Passed { at } => *at,
            });
        let verdicts = self.verdicts.values().map(|verdict| match verdict {
            Verdict::Builds { at } | Verdict::Erodes { at } => *at,
        });
        let revealed = self.verdict_revealed.iter().map(|reveal| reveal.at);
        let steps = self.steps.iter().filter_map(of_step);
        let all = predictions.chain(verdicts).chain(revealed).chain(steps);
        let all = all.chain(self.finished);
        all.fold(self.started, Moment::max)
    }
}

fn of_step(step: &StepRecord) -> Option<Moment> {
    let at = |answer: &Answer| match answer {
        Answer::Rated { at, .. } | Answer::Passed { at } => *at,
    };
    let answers = step.ratings.values().chain(step.ratings_again.values());
    let reveals = step.revealed.iter().chain(&step.revealed_again);
    let all = answers.map(at).chain(reveals.map(|Reveal { at, .. }| *at));
    let all = all.chain(step.notes.iter().map(|note| note.at));
    let all = all.chain(step.phone.iter().map(|phone| phone.dialled));
    all.chain(step.started).max()
}
