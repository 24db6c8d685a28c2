//! When a session was changed last, as its own content tells: the time of a file is that of whoever copied it.

use super::{Prediction, Session, Verdict};
use crate::model::moment::Moment;
use crate::model::step_record::{Answer, StepRecord};

impl Session {
    /// The newest moment that anything in it happened.
    pub fn latest(&self) -> Moment {
        let predicted = self.predictions.values().map(|one| match one {
            Prediction::Guessed { at, .. } | Prediction::Passed { at } => *at,
        });
        let judged = self.verdicts.values().map(|one| match one {
            Verdict::Builds { at } | Verdict::Erodes { at } => *at,
        });
        let shown = self.verdict_revealed.iter().map(|reveal| reveal.at);
        let own = [Some(self.started), self.finished, self.place_since];
        own.into_iter()
            .flatten()
            .chain(predicted)
            .chain(judged)
            .chain(shown)
            .chain(self.steps.iter().flat_map(StepRecord::moments))
            .max()
            .unwrap_or(self.started)
    }
}

impl StepRecord {
    fn moments(&self) -> impl Iterator<Item = Moment> {
        let answers = self.ratings.values().chain(self.ratings_again.values());
        let answered = answers.map(|answer| match answer {
            Answer::Rated { at, .. } | Answer::Passed { at } => *at,
        });
        let shown = self.revealed.iter().chain(&self.revealed_again);
        let called = self.phone.iter().map(|phone| phone.dialled);
        self.started
            .into_iter()
            .chain(answered)
            .chain(shown.map(|reveal| reveal.at))
            .chain(self.notes.iter().map(|note| note.at))
            .chain(called)
    }
}
