//! Which words can be picked for a step, and which of them are.

use crate::model::evidence::Word;
use crate::model::place::StepNumber;
use crate::model::session::Session;
use crate::model::text::CleanText;

/// The exercise's words for the step, good ones first, then the people's own.
pub fn all(step: StepNumber, session: &Session) -> Vec<Word> {
    let asked = &session.exercise().steps[step.index()];
    let good = asked.words_good.iter().cloned().map(Word::Good);
    let bad = asked.words_bad.iter().cloned().map(Word::Bad);
    let mut words: Vec<_> = good.chain(bad).collect();
    for word in &session.step(step).words {
        if !words.contains(word) {
            words.push(word.clone());
        }
    }
    words
}

/// All of them in the order in which they are picked from: good ones first, people's own after the others.
pub(super) fn in_order(step: StepNumber, session: &Session) -> Vec<Word> {
    let mut words = all(step, session);
    words.sort_by_key(|word| !word.is_good());
    words
}

/// The words with one more, or without it where it stands among them already.
pub fn toggled(mut words: Vec<Word>, word: Word) -> Vec<Word> {
    match words.iter().position(|other| same_word(other, &word)) {
        Some(index) => {
            words.remove(index);
        }
        None => words.push(word),
    }
    words
}

pub(super) fn same_word(one: &Word, other: &Word) -> bool {
    same(one.text(), other.text())
}

fn same(one: &CleanText, other: &CleanText) -> bool {
    one.as_str().to_lowercase() == other.as_str().to_lowercase()
}
