//! What the last round promised, one question a promise: kept, not kept, or still open?

use super::topic::{Here, Question, Topic, not_understood, nth, parted, say};
use crate::model::change::Change;
use crate::model::promise::{Outcome, Promise};
use crate::model::session::Session;
use crate::ui::screen::Want;
use crate::ui::screens::promises::words::{
    ask, details, due_words, kept_of, left_open, mark_words, question,
};

/// What is asked: the promise of this index, or after the last of them whether all stands as it should.
pub struct Promises(Option<usize>);

impl Promises {
    /// The first promise without a mark; all at once where each has one.
    pub fn new(session: &Session) -> Self {
        Self(unmarked_from(0, session))
    }
}

fn unmarked_from(index: usize, session: &Session) -> Option<usize> {
    let mut promises = session.promises().iter().enumerate().skip(index);
    let unmarked = promises.find(|(_, promise)| promise.outcome.is_none());
    unmarked.map(|(index, _)| index)
}

/// The mark that is meant by some words.
fn mark_of(words: &str) -> Option<Outcome> {
    match words.to_lowercase().as_str() {
        "k" | "kept" | "y" | "yes" => Some(Outcome::Kept),
        "n" | "not" | "not kept" | "no" => Some(Outcome::NotKept),
        "o" | "open" | "still open" => Some(Outcome::StillOpen),
        _ => None,
    }
}

fn line(index: usize, promise: &Promise, here: &Here<'_>) -> String {
    let number = index + 1;
    let the_one = if promise.the_one { "the one: " } else { "" };
    let mut parts = vec![format!("{number}: {the_one}{}", promise.what)];
    parts.extend(details(promise, here.session.round().number()));
    parts.push(due_words(promise, here.now.date()));
    if promise.outcome.is_some() {
        parts.push(mark_words(promise.outcome).to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

fn lines(here: &Here<'_>) -> Vec<String> {
    let promises = here.session.promises().iter().enumerate();
    let line = |(index, promise): (usize, &Promise)| line(index, promise, here);
    promises.map(line).collect()
}

impl Topic for Promises {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let mut all = vec![
            question(here.session).to_owned(),
            ask(here.session).to_owned(),
        ];
        all.extend(lines(here));
        all
    }

    fn question(&self, here: &Here<'_>) -> Question {
        match self.0 {
            Some(index) => Question::new(
                format!("Promise {}, was it kept?", index + 1),
                "kept, not kept, still open; Enter leaves it open",
            ),
            None => Question::new(
                format!("{}. Is that so?", kept_of(here.session)),
                "1 kept, 2 not kept, 3 still open, list; Enter goes on",
            ),
        }
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        let promises = here.session.promises();
        if let (Some(index), Some(outcome)) = (self.0, mark_of(line)) {
            self.0 = unmarked_from(index + 1, here.session);
            return vec![Want::Change(Change::Promise(index, Some(outcome)))];
        }
        let (first, words) = parted(line);
        match (self.0, first.as_str(), nth(&first, promises.len())) {
            (Some(index), "", _) => {
                self.0 = unmarked_from(index + 1, here.session);
                Vec::new()
            }
            (None, "", _) => {
                let told = left_open(here.session).map(say);
                told.into_iter().chain([Want::Next]).collect()
            }
            (_, "list", _) => lines(here).into_iter().map(say).collect(),
            (_, _, Some(index)) => match mark_of(words) {
                Some(outcome) => vec![Want::Change(Change::Promise(index, Some(outcome)))],
                None => vec![not_understood()],
            },
            _ => vec![not_understood()],
        }
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        let mut all = self.opening(here);
        all.push(
            "2 kept, 2 not kept, 2 still open: marks the second. list: all of them.".to_owned(),
        );
        all
    }

    fn let_go(&mut self) -> bool {
        self.0.take().is_some()
    }
}
