//! A word of their own: which side it belongs to, how it waits while it is typed, and whether it is picked.

use super::word_list::{same_word, toggled};
use crate::model::change::{Change, StepChange};
use crate::model::evidence::Word;
use crate::model::place::StepNumber;
use crate::model::session::Session;
use crate::model::text::CleanText;
use crate::ui::screen::Want;

/// Whether a word is picked at a step.
pub fn is_picked(word: &Word, step: StepNumber, session: &Session) -> bool {
    let mut picked = session.step(step).words.iter();
    picked.any(|other| same_word(other, word))
}

/// Whether what the room felt at a step was rather good.
pub fn felt_good(step: StepNumber, session: &Session) -> bool {
    let ratings = session.step(step).felt_ratings();
    let up = ratings.iter().filter(|rating| rating.is_up()).count();
    up * 2 >= ratings.len()
}

/// A word that is being typed, with the sign of its side before it: that is how it waits.
pub fn to_draft(text: &CleanText, good: bool) -> CleanText {
    let sign = if good { '+' } else { '-' };
    CleanText::typed(&format!("{sign}{text}"))
}

/// The same taken up again; one without a sign is from before there were any.
pub fn from_draft(text: &str) -> (&str, bool) {
    match text.strip_prefix('-') {
        Some(text) => (text, false),
        None => (text.strip_prefix('+').unwrap_or(text), true),
    }
}

/// Picks a word, or lets it go.
pub fn toggle(step: StepNumber, session: &Session, word: Word) -> Want {
    let words = toggled(session.step(step).words.clone(), word);
    Want::Change(Change::Step(step, StepChange::Words(words)))
}
