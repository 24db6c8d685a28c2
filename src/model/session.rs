//! A session: everything that one round of an exercise holds, and what can be asked of it.
//!
//! It changes through [`Session::apply`] alone.

mod begin;
mod changed;
mod draft;
mod parts;
mod people;
mod waiting;
mod way;

pub use begin::Earlier;
pub use changed::{Identity, LastChange};
pub use draft::{Draft, Field};
pub use parts::{
    BallotKind, Company, FEWEST_FOR_ANONYMITY, Format, Improvement, Names, Prediction, Round,
    Verdict, Walk,
};

use super::exercise::Exercise;
use super::moment::Moment;
use super::person::{Person, PersonId};
use super::place::{Place, StepNumber};
use super::present;
use super::promise::Promise;
use super::step_record::{Reveal, StepRecord};
use super::text::CleanText;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One round of an exercise. The order of the fields is the order of the meeting, and of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Session {
    pub(super) format: Format,
    pub(super) business: CleanText,
    pub(super) round: Round,
    pub(super) walk: Walk,
    pub(super) started: Moment,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) finished: Option<Moment>,
    pub(super) place: Place,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) place_since: Option<Moment>,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) draft: Option<Draft>,
    pub(super) ballot: BallotKind,
    pub(super) names: Names,
    pub(super) people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) promises: Vec<Promise>,
    pub(super) predictions: BTreeMap<PersonId, Prediction>,
    pub(super) steps: Vec<StepRecord>,
    pub(super) verdicts: BTreeMap<PersonId, Verdict>,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) verdict_revealed: Option<Reveal>,
    pub(super) chosen_for: Vec<CleanText>,
    pub(super) if_equal: CleanText,
    pub(super) keep: CleanText,
    pub(super) improvements: Vec<Improvement>,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) next_round: Option<Date>,
    pub(super) exercise: Exercise,
}

impl Session {
    /// The business that is walked through.
    pub fn business(&self) -> &CleanText {
        &self.business
    }

    /// The number of the round among its business's and its walk's.
    pub fn round(&self) -> Round {
        self.round
    }

    /// Who walks.
    pub fn walk(&self) -> Walk {
        self.walk
    }

    /// When it began.
    pub fn started(&self) -> Moment {
        self.started
    }

    /// When it was closed, if it was.
    pub fn finished(&self) -> Option<Moment> {
        self.finished
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Since when that place is on the screen this time; none while nobody has the session open, and once
    /// it is finished.
    pub fn place_since(&self) -> Option<Moment> {
        self.place_since
    }

    /// Seconds spent doing a step until now, over all visits; the one that goes on counts.
    pub fn seconds_at(&self, step: StepNumber, now: Moment) -> u32 {
        let since = self.place_since.filter(|_| self.place == Place::Step(step));
        let visit = since.map_or(0, |since| now.seconds_since(since));
        let visit = u32::try_from(visit).unwrap_or(0);
        self.step(step).seconds.saturating_add(visit)
    }

    /// Seconds of a step's timebox, with the minutes that were added.
    pub fn timebox(&self, step: StepNumber) -> u32 {
        let own = self.exercise.steps.get(step.index());
        let minutes = u32::from(own.map_or(0, |step| step.minutes));
        60 * (minutes + u32::from(self.step(step).more_minutes))
    }

    /// What was being typed.
    pub fn draft(&self) -> Option<&Draft> {
        self.draft.as_ref()
    }

    /// How ratings are taken.
    pub fn ballot(&self) -> BallotKind {
        self.ballot
    }

    /// Whether names stand beside ratings.
    pub fn names(&self) -> Names {
        self.names
    }

    /// What people expected, by person.
    pub fn predictions(&self) -> &BTreeMap<PersonId, Prediction> {
        &self.predictions
    }

    /// What is held of every step, in their order.
    pub fn steps(&self) -> &[StepRecord] {
        &self.steps
    }

    /// What is held of a step. A number beyond the exercise gives the last one.
    pub fn step(&self, step: StepNumber) -> &StepRecord {
        &self.steps[step.index().min(self.steps.len() - 1)]
    }

    /// The numbers of all steps.
    pub fn step_numbers(&self) -> impl DoubleEndedIterator<Item = StepNumber> + use<> {
        (0..self.steps.len()).map(StepNumber::from_index)
    }

    /// The verdicts by person; sealed until [`Session::verdict_revealed`].
    pub fn verdicts(&self) -> &BTreeMap<PersonId, Verdict> {
        &self.verdicts
    }

    /// When the verdicts were shown, and to whom.
    pub fn verdict_revealed(&self) -> Option<&Reveal> {
        self.verdict_revealed.as_ref()
    }

    /// Which of the exercise's reasons they are chosen for.
    pub fn chosen_for(&self) -> &[CleanText] {
        &self.chosen_for
    }

    /// What they would be chosen for if those were equal.
    pub fn if_equal(&self) -> &CleanText {
        &self.if_equal
    }

    /// What is worth keeping.
    pub fn keep(&self) -> &CleanText {
        &self.keep
    }

    /// What to mend, in the order of writing.
    pub fn improvements(&self) -> &[Improvement] {
        &self.improvements
    }

    /// The one improvement of this week.
    pub fn the_one(&self) -> Option<&Improvement> {
        self.improvements
            .iter()
            .find(|improvement| improvement.the_one)
    }

    /// The date of the next round.
    pub fn next_round(&self) -> Option<Date> {
        self.next_round
    }

    /// The exercise as it is asked.
    pub fn exercise(&self) -> &Exercise {
        &self.exercise
    }
}
