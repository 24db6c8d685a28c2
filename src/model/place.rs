//! Where a session stands: one place for every screen of it, in the order of the meeting.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The number of a step as people count: the first is 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct StepNumber(u8);

impl StepNumber {
    /// The first step.
    pub const FIRST: Self = Self(1);

    /// The step at an index that starts at 0 (at most 250).
    pub fn from_index(index: usize) -> Self {
        Self(index.min(250) as u8 + 1)
    }

    /// Its index, starting at 0.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }
}

impl TryFrom<u8> for StepNumber {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        if number == 0 {
            Err("steps are counted from 1")
        } else {
            Ok(Self(number))
        }
    }
}

impl From<StepNumber> for u8 {
    fn from(step: StepNumber) -> Self {
        step.0
    }
}

impl fmt::Display for StepNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Place {
    /// Setup: who takes part.
    People,
    /// Setup: how ratings are taken, whether names are shown. Skipped by one person alone.
    Choices,
    /// What the last round promised: kept or not? Only where something was promised.
    Promises,
    /// The idea, the question, the rules.
    Welcome,
    /// What would a customer feel? Each their own guess.
    Prediction,
    /// The step is being done.
    Step(StepNumber),
    /// Everyone rates it.
    Rating(StepNumber),
    /// All at once.
    Reveal(StepNumber),
    /// Everyone may rate it a second time, after the talk.
    RatingAgain(StepNumber),
    /// The whole way as one curve.
    Journey,
    /// Does it build trust or erode it? Each their own answer.
    Verdict,
    /// All verdicts at once.
    VerdictReveal,
    /// What are we chosen for?
    Commodity,
    /// And if those were equal?
    IfEqual,
    /// What is worth keeping?
    Keep,
    /// What to mend.
    Improvements,
    /// The session on one page.
    Close,
}

impl Place {
    /// The step that it belongs to, if any.
    pub fn step(self) -> Option<StepNumber> {
        match self {
            Self::Step(step)
            | Self::Rating(step)
            | Self::Reveal(step)
            | Self::RatingAgain(step) => Some(step),
            _ => None,
        }
    }

    /// Whether everybody gives an answer of their own there.
    pub fn is_ballot(self) -> bool {
        matches!(
            self,
            Self::Prediction | Self::Rating(_) | Self::RatingAgain(_) | Self::Verdict
        )
    }
}
