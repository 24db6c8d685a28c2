//! The words for the feeling: picked by number or by name, or in words of their own.

use super::topic::{cut, nth, say};
use super::words::list;
use crate::model::change::{Change, StepChange};
use crate::model::evidence::Word;
use crate::model::place::StepNumber;
use crate::model::session::Session;
use crate::ui::screen::Want;
use crate::ui::screens::reveal::words::{MOST_CHARS, all, toggled};

/// The words to pick from, numbered, and those that are picked.
pub fn word_lines(step: StepNumber, session: &Session) -> Vec<String> {
    let words = all(step, session);
    let side = |good: bool| -> Vec<String> {
        let numbered = words.iter().enumerate();
        let of_side = numbered.filter(|(_, word)| word.is_good() == good);
        of_side
            .map(|(index, word)| format!("{} {}", index + 1, word.text()))
            .collect()
    };
    let mut lines = vec![list("Good", &side(true)), list("Bad", &side(false))];
    let picked = &session.step(step).words;
    if !picked.is_empty() {
        let picked: Vec<_> = picked.iter().map(|word| word.text().to_string()).collect();
        lines.push(list("Picked", &picked));
    }
    lines
}

/// What a line of words wants: each is picked, or let go where it was picked already.
pub fn hear_words(step: StepNumber, session: &Session, line: &str) -> Vec<Want> {
    let offered = all(step, session);
    let mut picked = session.step(step).words.clone();
    let mut cut_short = Vec::new();
    let is_numbers = line
        .split([' ', ','])
        .all(|part| part.is_empty() || part.parse::<u8>().is_ok());
    let parts: Vec<&str> = if is_numbers {
        line.split([' ', ',']).collect()
    } else {
        line.split(',').collect()
    };
    for part in parts
        .into_iter()
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        match one_word(part, &offered) {
            Some((word, one_told)) => {
                picked = toggled(picked, word);
                cut_short.extend(one_told);
            }
            None => {
                return vec![say(format!(
                    "\"{part}\" is none of the words; put + or - before one of your own."
                ))];
            }
        }
    }
    let words: Vec<_> = picked.iter().map(|word| word.text().to_string()).collect();
    let told = if words.is_empty() {
        "No words.".to_owned()
    } else {
        list("Picked", &words)
    };
    let change = Change::Step(step, StepChange::Words(picked));
    let wants = [Want::Change(change), say(told)];
    wants.into_iter().chain(cut_short).collect()
}

/// A word that is meant, and what is said where it had too many letters.
fn one_word(part: &str, offered: &[Word]) -> Option<(Word, Option<Want>)> {
    if let Some(index) = nth(part, offered.len()) {
        return Some((offered[index].clone(), None));
    }
    let own = |text: &str| Some(cut(text, MOST_CHARS)).filter(|(text, _)| !text.is_empty());
    if let Some(text) = part.strip_prefix(['+', '=']) {
        return own(text).map(|(text, told)| (Word::Good(text), told));
    }
    if let Some(text) = part.strip_prefix(['-', '−', '_']) {
        return own(text).map(|(text, told)| (Word::Bad(text), told));
    }
    let small = part.to_lowercase();
    let same = |word: &&Word| word.text().as_str().to_lowercase() == small;
    offered.iter().find(same).map(|word| (word.clone(), None))
}
