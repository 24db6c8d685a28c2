//! Ballots: how one person's answers are taken, sealed or open. Every way of answering enters here.

mod open;
mod sealed;
mod typed;

pub use open::{Move, OpenBallot};
pub use sealed::{Outcome, SealedBallot};
pub use typed::{is_of_a_number, typed_rating};

use super::rating::Rating;

/// What a ballot asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// A rating, −10..=−1 or 1..=10.
    Rating,
    /// Would you still go on? Yes or no.
    Stay,
    /// Does it build trust, or erode it?
    Verdict,
}

/// What was given for one [`Ask`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// A rating.
    Rating(Rating),
    /// Whether they would go on.
    Stay(bool),
    /// Whether it builds trust.
    Builds(bool),
}

/// What is pressed on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Backspace.
    Backspace,
    /// Any other key: no part of an answer.
    Other,
}
