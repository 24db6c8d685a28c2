//! A day that was typed, written out and asked before it counts.

use super::topic::Question;
use crate::model::due::{self, Meant, choices, day_words};
use jiff::civil::Date;

/// A day that waits for a yes, or two of which one is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedDay {
    /// This one?
    One(Date),
    /// This one, although it is over?
    Past(Date),
    /// Which of the two?
    Either(Date, Date),
}

/// What came of a line.
pub enum Heard {
    /// This day counts, or none.
    Day(Option<Date>),
    /// It is asked back.
    Ask(AskedDay),
    /// It was not meant: the day is asked for once more.
    No,
    /// No day; why, in a sentence.
    Said(String),
}

/// What a line that should be a day comes to.
pub fn heard(line: &str, today: Date) -> Heard {
    match due::read(line, today) {
        Err(sentence) => Heard::Said(sentence),
        Ok(Meant::Nothing) => Heard::Day(None),
        Ok(Meant::Day(day)) => Heard::Ask(AskedDay::One(day)),
        Ok(Meant::Past(day)) => Heard::Ask(AskedDay::Past(day)),
        Ok(Meant::Either(one, other)) => Heard::Ask(AskedDay::Either(one, other)),
    }
}

impl AskedDay {
    /// The question.
    pub fn question(self) -> Question {
        let yes = "Enter: yes; no, or another day";
        match self {
            Self::One(day) => Question::new(format!("{}?", day_words(day)), yes),
            Self::Past(day) => Question::new(format!("{} is past. Keep it?", day_words(day)), yes),
            Self::Either(one, other) => Question::new(
                "Which day?",
                format!("{}; or another day", choices(one, other)),
            ),
        }
    }

    /// What the answer comes to.
    pub fn hear(self, line: &str, today: Date) -> Heard {
        match (self, line.to_lowercase().as_str()) {
            (Self::One(day) | Self::Past(day), "" | "y" | "yes")
            | (Self::Either(day, _), "1")
            | (Self::Either(_, day), "2") => Heard::Day(Some(day)),
            (Self::Either(..), "") => Heard::Ask(self),
            (_, "n" | "no") => Heard::No,
            _ => heard(line, today),
        }
    }
}
