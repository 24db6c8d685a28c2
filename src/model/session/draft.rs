//! What was being typed when a session was left, and where.

use crate::model::evidence::NoteKind;
use crate::model::text::CleanText;
use serde::{Deserialize, Serialize};

/// What was being typed when the program ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Where it was being typed.
    pub field: Field,
    /// As far as it had come.
    pub text: CleanText,
}

/// A field that text is typed into. Ballots are none: a half-typed rating is never kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Field {
    /// The business, while the session is being set up.
    Business,
    /// The name of somebody who joins.
    PersonName,
    /// The role of somebody who joins, once the name is typed.
    PersonRole,
    /// A note at the step where the session stands.
    Note(NoteKind),
    /// A department at that step.
    Department,
    /// The times a year at that step.
    TimesAYear,
    /// A word for the feeling, at a reveal.
    Word,
    /// What would we be chosen for if all were equal?
    IfEqual,
    /// What is worth keeping?
    Keep,
    /// A new improvement.
    NewImprovement,
    /// What an improvement is, counted from 0.
    ImprovementWhat(usize),
    /// Who sees to it.
    ImprovementWho(usize),
    /// By when.
    ImprovementBy(usize),
    /// The date of the next round.
    NextRound,
}

impl Field {
    /// Whether it belongs to the step where the session stands, and means nothing at another one.
    pub fn is_of_a_step(self) -> bool {
        matches!(
            self,
            Self::Note(_) | Self::Department | Self::TimesAYear | Self::Word
        )
    }
}
