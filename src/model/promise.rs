//! What a round promised, as the next round asks about it: kept, not kept, or still open.

use super::change::{Change, Refused};
use super::place::StepNumber;
use super::present;
use super::session::{Improvement, Round, Session};
use super::text::CleanText;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An improvement of an earlier round of the same business and the same walk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promise {
    /// What was to be different; never empty.
    pub what: CleanText,
    /// The title of its step as it was asked then; empty when it belongs to none.
    #[serde(default, skip_serializing_if = "CleanText::is_empty")]
    pub step: CleanText,
    /// Who sees to it; may be empty.
    #[serde(default, skip_serializing_if = "CleanText::is_empty")]
    pub who: CleanText,
    /// By when.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// Whether it was *the* one of its round.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub the_one: bool,
    /// The round in which it was promised: one before the round that asks.
    pub round: Round,
    /// The day of that round.
    pub promised: Date,
    /// What became of it; none as long as nobody has marked it.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// It was done.
    Kept,
    /// It was not, and is given up.
    NotKept,
    /// It is not done yet, and the next round asks again.
    StillOpen,
}

impl Outcome {
    /// All of them, the best first.
    pub const ALL: [Self; 3] = [Self::Kept, Self::NotKept, Self::StillOpen];
}

impl Promise {
    /// Whether the next round asks about it again: marked as still open, or not marked at all.
    pub fn is_open(&self) -> bool {
        !matches!(self.outcome, Some(Outcome::Kept | Outcome::NotKept))
    }

    /// Whether it is open and its day has passed.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.is_open() && self.by.is_some_and(|by| by < today)
    }
}

impl Session {
    /// What the earlier rounds promised: the one of the last round first, then its others, then what was
    /// still open before.
    pub fn promises(&self) -> &[Promise] {
        &self.promises
    }

    /// The promises that the next round asks about again.
    pub fn open_promises(&self) -> impl Iterator<Item = &Promise> {
        self.promises.iter().filter(|promise| promise.is_open())
    }

    /// What the next round of the same business asks about: the improvements of this one, and what is
    /// still open from before. A round that was broken off before its improvements hands on the latter.
    pub fn promised_for_next(&self) -> Vec<Promise> {
        let (the_one, others): (Vec<_>, Vec<_>) =
            self.improvements.iter().partition(|one| one.the_one);
        let own = the_one.into_iter().chain(others);
        let unmarked = |promise: &Promise| Promise {
            outcome: None,
            ..promise.clone()
        };
        own.map(|improvement| self.promise_of(improvement))
            .chain(self.open_promises().map(unmarked))
            .take(Self::MOST_IN_A_LIST)
            .collect()
    }

    fn promise_of(&self, improvement: &Improvement) -> Promise {
        let title = |step: StepNumber| self.exercise.steps.get(step.index());
        let step = improvement.step.and_then(title);
        Promise {
            what: improvement.what.clone(),
            step: step.map_or_else(CleanText::default, |step| step.title.clone()),
            who: improvement.who.clone(),
            by: improvement.by,
            the_one: improvement.the_one,
            round: self.round,
            promised: self.started.date(),
            outcome: None,
        }
    }

    pub(super) fn mark_promise(
        &mut self,
        index: usize,
        outcome: Option<Outcome>,
    ) -> Result<Change, Refused> {
        let promise = self.promises.get_mut(index).ok_or(Refused::NoPromise)?;
        let before = std::mem::replace(&mut promise.outcome, outcome);
        Ok(Change::Promise(index, before))
    }
}
