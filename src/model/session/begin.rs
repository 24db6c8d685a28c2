//! How a session begins: empty, as the next round of the sessions that were there before.

use super::{BallotKind, Format, Names, Round, Session, Walk};
use crate::model::evidence::Sharing;
use crate::model::exercise::{Exercise, Step};
use crate::model::moment::Moment;
use crate::model::name_key::same_name;
use crate::model::place::Place;
use crate::model::promise::Promise;
use crate::model::step_record::StepRecord;
use crate::model::text::CleanText;
use std::collections::BTreeMap;

/// What must be known of an earlier session to count the next round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Its business.
    pub business: CleanText,
    /// Who walked.
    pub walk: Walk,
    /// Its round.
    pub round: Round,
    /// What its next round asks about.
    pub promised: Vec<Promise>,
}

impl Session {
    /// Begins a session. Its round comes from the sessions that were there `earlier`, the newest first as they
    /// are listed, so that a second first round can't be built; what was promised comes from the last of them.
    pub fn begin(
        business: CleanText,
        walk: Walk,
        exercise: Exercise,
        earlier: &[Earlier],
        at: Moment,
    ) -> Self {
        let (round, promises) = next_after(&business, walk, earlier);
        let steps = untouched(&exercise, walk);
        Self {
            format: Format,
            business,
            round,
            walk,
            started: at,
            finished: None,
            place: Place::People,
            place_since: Some(at),
            draft: None,
            ballot: if walk == Walk::Team {
                BallotKind::PassTheKeyboard
            } else {
                BallotKind::Open
            },
            names: Names::Shown,
            people: Vec::new(),
            promises,
            predictions: BTreeMap::new(),
            steps,
            verdicts: BTreeMap::new(),
            verdict_revealed: None,
            chosen_for: Vec::new(),
            if_equal: CleanText::default(),
            keep: CleanText::default(),
            improvements: Vec::new(),
            next_round: None,
            exercise,
        }
    }

    /// What was there before has become known only after the session began: it is the round after that, asks about
    /// what was promised there, and, as long as nothing was done in it, asks this exercise.
    pub fn follow(&mut self, earlier: &[Earlier], exercise: Exercise) {
        (self.round, self.promises) = next_after(&self.business, self.walk, earlier);
        let steps = untouched(&self.exercise, self.walk);
        if self.steps == steps && self.predictions.is_empty() {
            self.steps = untouched(&exercise, self.walk);
            self.exercise = exercise;
        }
    }
}

/// The round after those that were there earlier, and what it asks about.
fn next_after(business: &CleanText, walk: Walk, earlier: &[Earlier]) -> (Round, Vec<Promise>) {
    // They come with the newest first: of copies of one round that one counts.
    let last = earlier
        .iter()
        .rev()
        .filter(|past| past.walk == walk && same_name(&past.business, business))
        .max_by_key(|past| past.round);
    let round = Round::after(last.map(|past| past.round));
    // Once the rounds can't be counted any further, nothing comes before this one.
    let promises = last.map_or_else(Vec::new, |past| past.promised.clone());
    let promises = promises.into_iter().filter(|one| one.round < round);
    (round, promises.collect())
}

/// The record of each step before anything is done.
fn untouched(exercise: &Exercise, walk: Walk) -> Vec<StepRecord> {
    let sharing = match walk {
        Walk::Team => Sharing::Shared,
        Walk::Alone => Sharing::EachTheirOwn,
    };
    let record = |step: &Step| StepRecord::new(step.id.clone(), sharing);
    exercise.steps.iter().map(record).collect()
}
