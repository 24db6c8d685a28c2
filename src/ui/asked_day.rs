//! A day that is asked back before it counts, where a field takes one: a past one, and one of two that could be
//! meant.

use super::widgets::field::TextField;
use crate::model::due::{self, Meant, choices, day_words};
use crate::model::moment::date_words;
use crossterm::event::{KeyCode, KeyEvent};
use jiff::civil::Date;

/// What was asked back, until something else is typed.
#[derive(Debug, Clone, Copy, Default)]
pub struct AskedDay(Option<Meant>);

/// What came of Enter.
#[derive(Debug, PartialEq, Eq)]
pub enum Entered {
    /// This day counts, or none.
    Day(Option<Date>),
    /// Something has to be said first.
    Said(String),
}

impl AskedDay {
    /// Enter on what is typed; `standing` is the day that stood there before.
    pub fn enter(&mut self, field: &TextField, standing: Option<Date>, today: Date) -> Entered {
        let text = field.text();
        if standing.is_some_and(|day| date_words(day) == text.as_str()) {
            return Entered::Day(standing);
        }
        let meant = match due::read(text.as_str(), today) {
            Ok(meant) => meant,
            Err(sentence) => return Entered::Said(sentence),
        };
        let question = match meant {
            Meant::Nothing => return Entered::Day(None),
            Meant::Day(day) => return Entered::Day(Some(day)),
            Meant::Past(day) if self.0 == Some(meant) => return Entered::Day(Some(day)),
            Meant::Past(day) => format!("{} is past. Enter again keeps it.", day_words(day)),
            Meant::Either(one, other) => format!("Which day? {}", choices(one, other)),
        };
        self.0 = Some(meant);
        Entered::Said(question)
    }

    /// The day that a key chooses, where one of two was asked for; any other key lets the question go.
    pub fn chosen(&mut self, key: &KeyEvent) -> Option<Date> {
        match (self.0.take()?, key.code) {
            (Meant::Either(one, _), KeyCode::Char('1')) => Some(one),
            (Meant::Either(_, other), KeyCode::Char('2')) => Some(other),
            _ => None,
        }
    }

    /// What stands under the field: the day that is understood, or the two to choose from; empty where there is none.
    pub fn words(&self, field: &TextField, today: Date) -> String {
        match self.0 {
            Some(Meant::Either(one, other)) => choices(one, other),
            _ => due::understood(field.text().as_str(), today).unwrap_or_default(),
        }
    }
}
