//! Which session it is and how far it has come, by what it says itself: to tell an older copy of it from a newer one.

use super::{Prediction, Round, Session, Verdict, Walk};
use crate::model::moment::Moment;
use crate::model::name_key::key;
use crate::model::step_record::{Answer, Reveal, StepRecord};

/// What all copies of one session have in common, whatever their files are called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identity {
    started: Moment,
    business: String,
    is_team: bool,
    round: Round,
}

/// When a session was changed last: of two copies the greater one is the newer.
///
/// The last moment of what people did in it counts first. Since when a place is on the screen only tells apart what is
/// alike in that: an older copy that somebody has opened is an older copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LastChange {
    done: Moment,
    turned: Option<Moment>,
}

impl Session {
    /// What it has in common with its copies alone.
    pub fn identity(&self) -> Identity {
        Identity {
            started: self.started,
            business: key(self.business.as_str()),
            is_team: self.walk == Walk::Team,
            round: self.round,
        }
    }

    /// When it was changed last.
    pub fn last_change(&self) -> LastChange {
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
        LastChange {
            done: all.fold(self.started, Moment::max),
            turned: self.place_since,
        }
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
