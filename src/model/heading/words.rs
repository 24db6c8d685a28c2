//! The words by which a session is found in a list: nothing sealed, and no names where they are hidden.

use crate::model::session::{Names, Session, Walk};
use crate::model::text::plain::plain;

/// Every word that finds the session, plain, a line for each text.
pub(super) fn of(session: &Session) -> String {
    let mut words = Words(String::new());
    words.add(session.business().as_str());
    words.add(&format!("round {}", session.round().number()));
    if session.walk() == Walk::Alone {
        words.add("alone");
    }
    words.add(&session.started().date_words());
    words.add(&session.started().date().to_string());
    if session.finished().is_none() {
        words.add("unfinished");
    }
    if session.names() == Names::Shown {
        for person in session.people() {
            words.add(person.name.as_str());
            words.add(person.role.as_str());
        }
    }
    for step in session.steps() {
        let notes = step.notes.iter().map(|note| &note.text);
        let departments = step.departments.iter().map(|one| &one.name);
        for text in notes.chain(departments) {
            words.add(text.as_str());
        }
    }
    for text in [session.if_equal(), session.keep()] {
        words.add(text.as_str());
    }
    for improvement in session.improvements() {
        words.add(improvement.what.as_str());
        words.add(improvement.who.as_str());
    }
    for promise in session.promises() {
        words.add(promise.what.as_str());
        words.add(promise.who.as_str());
    }
    words.0
}

struct Words(String);

impl Words {
    fn add(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push_str(&plain(text));
            self.0.push('\n');
        }
    }
}
