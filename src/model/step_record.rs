//! What a session holds of one step: when it was done, what was noticed, and what was felt.

use super::evidence::{Department, Mode, Note, PhoneLog, Sharing, Word};
use super::moment::Moment;
use super::person::PersonId;
use super::present;
use super::rating::Rating;
use super::text::CleanText;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What one person answered at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// A rating, and whether they would have gone on.
    Rated {
        /// How they were made to feel.
        rating: Rating,
        /// Whether they would still go on.
        stays: bool,
        /// When it was accepted.
        at: Moment,
    },
    /// They passed; a pass is not a zero. In a second rating it means that the first one stands.
    Passed {
        /// When it was accepted.
        at: Moment,
    },
}

impl Answer {
    /// The rating, unless they passed.
    pub fn rating(&self) -> Option<Rating> {
        match self {
            Self::Rated { rating, .. } => Some(*rating),
            Self::Passed { .. } => None,
        }
    }

    /// Whether they would still go on, unless they passed.
    pub fn stays(&self) -> Option<bool> {
        match self {
            Self::Rated { stays, .. } => Some(*stays),
            Self::Passed { .. } => None,
        }
    }
}

/// Answers by person.
pub type Answers = BTreeMap<PersonId, Answer>;

/// The moment when sealed answers were shown, and who was waited for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reveal {
    /// When.
    pub at: Moment,
    /// Everybody who was in the room or had answered: the N of "n of N".
    pub here: Vec<PersonId>,
}

/// What a session holds of one step, in the order in which it happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepRecord {
    /// The id of the step in the exercise.
    pub step: CleanText,
    /// When the step was first entered.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub started: Option<Moment>,
    /// Seconds spent doing it, over all visits.
    #[serde(default)]
    pub seconds: u32,
    /// Minutes that were added to its timebox.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub more_minutes: u16,
    /// Live, remembered or imagined.
    #[serde(default)]
    pub mode: Mode,
    /// One shared experience, or each their own.
    #[serde(default)]
    pub sharing: Sharing,
    /// What was noticed, in the order of writing.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// The phone clock, if it was used.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub phone: Option<PhoneLog>,
    /// The departments that took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<Department>,
    /// How many times a year this happens to customers.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub times_a_year: Option<u32>,
    /// The first ratings.
    #[serde(default)]
    pub ratings: Answers,
    /// When they were shown.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub revealed: Option<Reveal>,
    /// The second ratings, after the talk.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub ratings_again: Answers,
    /// When those were shown.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub revealed_again: Option<Reveal>,
    /// The words for the feeling, as they were said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Word>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a reference to the field"
)]
fn is_zero(minutes: &u16) -> bool {
    *minutes == 0
}

/// The first ratings of a step, or the second ones after the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Turn {
    /// The first ones.
    First,
    /// The second ones: people may change their mind, and both are kept.
    Again,
}

impl StepRecord {
    /// An untouched record of the step with this id, with whose experience it is to begin with.
    pub fn new(step: CleanText, sharing: Sharing) -> Self {
        Self {
            step,
            started: None,
            seconds: 0,
            more_minutes: 0,
            mode: Mode::default(),
            sharing,
            notes: Vec::new(),
            phone: None,
            departments: Vec::new(),
            times_a_year: None,
            ratings: Answers::new(),
            revealed: None,
            ratings_again: Answers::new(),
            revealed_again: None,
            words: Vec::new(),
        }
    }

    /// The answers of a turn, shown or not.
    pub fn answers(&self, turn: Turn) -> &Answers {
        match turn {
            Turn::First => &self.ratings,
            Turn::Again => &self.ratings_again,
        }
    }

    /// Whether the answers of a turn have been shown.
    pub fn reveal(&self, turn: Turn) -> Option<&Reveal> {
        match turn {
            Turn::First => self.revealed.as_ref(),
            Turn::Again => self.revealed_again.as_ref(),
        }
    }

    /// What counts for a person once it is shown: the second answer where they gave one, else the first.
    pub fn felt(&self, person: &PersonId) -> Option<&Answer> {
        self.revealed.as_ref()?;
        let again = self
            .revealed_again
            .as_ref()
            .and_then(|_| self.ratings_again.get(person));
        again
            .filter(|answer| answer.rating().is_some())
            .or_else(|| self.ratings.get(person))
    }

    /// The rating that counts for a person once it is shown.
    pub fn felt_rating(&self, person: &PersonId) -> Option<Rating> {
        self.felt(person).and_then(Answer::rating)
    }

    /// The ratings that count, once they are shown.
    pub fn felt_ratings(&self) -> Vec<Rating> {
        let latecomers = self
            .ratings_again
            .keys()
            .filter(|person| !self.ratings.contains_key(*person));
        self.ratings
            .keys()
            .chain(latecomers)
            .filter_map(|person| self.felt_rating(person))
            .collect()
    }

    /// Who was there when it was revealed, at first or after the second rating; some may come twice.
    pub fn there(&self) -> impl Iterator<Item = &PersonId> {
        let reveals = self.revealed.iter().chain(&self.revealed_again);
        reveals.flat_map(|reveal| &reveal.here)
    }

    /// How many could have rated, at first or in the second rating: N in "n of N".
    pub fn of(&self) -> usize {
        self.there().collect::<BTreeSet<_>>().len()
    }
}
