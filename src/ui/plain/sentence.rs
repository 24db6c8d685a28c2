//! One question, one sentence: what would we be chosen for, what is worth keeping.

use super::topic::{Here, Question, Topic, cut};
use crate::model::change::Change;
use crate::model::exercise;
use crate::model::session::{Company, Session};
use crate::model::text::CleanText;
use crate::ui::screen::Want;

/// The most characters of a sentence.
const MOST_CHARS: usize = 300;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sentence {
    /// What would they be chosen for if all were equal?
    IfEqual,
    /// What is worth keeping?
    Keep,
}

impl Sentence {
    fn asked(self, session: &Session) -> &exercise::Question {
        match self {
            Self::IfEqual => &session.exercise().commodity.if_equal,
            Self::Keep => &session.exercise().keep,
        }
    }

    fn answer(self, session: &Session) -> &CleanText {
        match self {
            Self::IfEqual => session.if_equal(),
            Self::Keep => session.keep(),
        }
    }
}

impl Topic for Sentence {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        vec![self.asked(here.session).headline.to_string()]
    }

    fn question(&self, here: &Here<'_>) -> Question {
        let question = self.asked(here.session);
        let ask = match here.session.company() {
            Company::Solo => &question.ask_alone,
            _ => &question.ask,
        };
        let now = self.answer(here.session);
        let enter = if now.is_empty() {
            "Enter goes on without".to_owned()
        } else {
            format!("none; Enter keeps: {now}")
        };
        Question::new(ask.as_str(), format!("one sentence; {enter}"))
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        if line.is_empty() {
            return vec![Want::Next];
        }
        let takes_away = line.eq_ignore_ascii_case("none") && !self.answer(here.session).is_empty();
        let (text, told) = if takes_away {
            (CleanText::default(), None)
        } else {
            cut(line, MOST_CHARS)
        };
        let change = match self {
            Self::IfEqual => Change::IfEqual(text),
            Self::Keep => Change::Keep(text),
        };
        let told = told.into_iter();
        told.chain([Want::Change(change), Want::Next]).collect()
    }
}
