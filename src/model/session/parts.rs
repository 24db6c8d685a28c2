//! What a session is made of: its format, its round, who walks and how they rate, what each of them says.

use crate::model::moment::Moment;
use crate::model::place::StepNumber;
use crate::model::present;
use crate::model::rating::Rating;
use crate::model::text::CleanText;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The number of the file's format. There is one so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Format;

impl Format {
    /// The newest format this program reads and the only one it writes.
    pub const NEWEST: u32 = 1;
}

impl TryFrom<u32> for Format {
    type Error = String;

    fn try_from(number: u32) -> Result<Self, String> {
        if number == Self::NEWEST {
            Ok(Self)
        } else {
            Err(format!(
                "this program reads format {}, not {number}",
                Self::NEWEST
            ))
        }
    }
}

impl From<Format> for u32 {
    fn from(_: Format) -> Self {
        Format::NEWEST
    }
}

/// The number of a round: 1 for a company's first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Round(std::num::NonZeroU16);

impl Round {
    /// The round after the last one: the first when there is none.
    pub(super) fn after(last: Option<Self>) -> Self {
        last.map_or(Self(std::num::NonZeroU16::MIN), |last| {
            Self(last.0.saturating_add(1))
        })
    }

    /// The round of this number; none is numbered 0.
    pub fn numbered(number: u16) -> Option<Self> {
        std::num::NonZeroU16::new(number).map(Self)
    }

    /// Its number, 1 and up.
    pub fn number(self) -> u16 {
        self.0.get()
    }
}

/// Who walks: decides how rounds are counted and how the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Walk {
    /// A leadership team, together.
    Team,
    /// One person alone.
    Alone,
}

/// How many people walk, as far as the screens speak differently to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Company {
    /// One person: no median, no range, the second person.
    Solo,
    /// Two: both values, no median.
    Pair,
    /// Three and more.
    Team,
}

/// How ratings are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BallotKind {
    /// The keyboard goes round; nothing shows before all are in.
    PassTheKeyboard,
    /// People hold up a number and the facilitator types the row.
    CardsUp,
    /// A scale that everybody sees.
    Open,
}

impl BallotKind {
    /// All of them, the default for a team first.
    pub const ALL: [Self; 3] = [Self::PassTheKeyboard, Self::CardsUp, Self::Open];

    /// Whether an answer must stay hidden until all are in.
    pub fn is_sealed(self) -> bool {
        self == Self::PassTheKeyboard
    }
}

/// Whether screens and exports say who gave which rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Names {
    /// Names stand beside the ratings.
    Shown,
    /// They don't.
    Hidden,
}

/// The fewest people for whom hidden names promise anonymity.
pub const FEWEST_FOR_ANONYMITY: usize = 5;

/// What a person expects a customer to feel at every step, written down before the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Prediction {
    /// A rating a step, in the order of the steps.
    Guessed {
        /// As many as the exercise has steps.
        ratings: Vec<Rating>,
        /// When it was accepted.
        at: Moment,
    },
    /// They passed.
    Passed {
        /// When it was accepted.
        at: Moment,
    },
}

impl Prediction {
    /// What was expected at a step, unless the person passed.
    pub fn at_step(&self, step: StepNumber) -> Option<Rating> {
        match self {
            Self::Guessed { ratings, .. } => ratings.get(step.index()).copied(),
            Self::Passed { .. } => None,
        }
    }
}

/// A person's verdict: one of two, there is no neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// The experience builds more trust.
    Builds {
        /// When it was accepted.
        at: Moment,
    },
    /// The experience erodes more trust.
    Erodes {
        /// When it was accepted.
        at: Moment,
    },
}

/// Something to mend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Improvement {
    /// What will be different; never empty.
    pub what: CleanText,
    /// At which step, if at one.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub step: Option<StepNumber>,
    /// Who sees to it; may be empty.
    #[serde(default, skip_serializing_if = "CleanText::is_empty")]
    pub who: CleanText,
    /// By when.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// Whether it is *the* one of this week: exactly one is, when there are any.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub the_one: bool,
}
