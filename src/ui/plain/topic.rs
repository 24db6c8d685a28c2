//! What a topic is: what the conversation is about at one place. It asks one question at a time, hears a
//! line, and answers with what it wants; like a screen it changes nothing itself.

use crate::model::moment::Moment;
use crate::model::person::Person;
use crate::model::session::Session;
use crate::model::text::CleanText;
use crate::ui::screen::Want;
use crate::ui::widgets::field::too_long;
use std::fmt;

/// So many words are said of where a text was cut.
const LAST_WORDS: usize = 4;

/// What a topic may look at.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// The session.
    pub session: &'a Session,
    /// The time of day.
    pub now: Moment,
    /// Where the session's file is; empty where it has none.
    pub file: &'a str,
    /// Who took part in the round before, for a team to take over; nobody where there was none.
    pub last_time: &'a [Person],
}

/// A question, and what may be answered to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    text: String,
    expected: String,
    /// Whether the answer is sealed: it must not be seen while it is typed.
    pub is_sealed: bool,
}

impl Question {
    /// A question whose answer may be seen.
    pub fn new(text: impl Into<String>, expected: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            expected: expected.into(),
            is_sealed: false,
        }
    }

    /// A question whose answer must not be seen while it is typed.
    pub fn sealed(self, is_sealed: bool) -> Self {
        Self { is_sealed, ..self }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} [{}]", self.text, self.expected)
    }
}

/// What the conversation is about at one place.
pub trait Topic {
    /// What is said when it comes up.
    fn opening(&self, here: &Here<'_>) -> Vec<String>;

    /// The question that is open.
    fn question(&self, here: &Here<'_>) -> Question;

    /// Hears an answer and says what it wants. The line is clean, and may be empty.
    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want>;

    /// Whether it hears a line as it was typed: no sign may be lost of an answer that nobody sees.
    fn hears_every_sign(&self) -> bool {
        false
    }

    /// What can be said here beside the answer to the question, a line each.
    fn help(&self, _here: &Here<'_>) -> Vec<String> {
        Vec::new()
    }

    /// Lets go of what is half done, if anything; true if there was something.
    fn let_go(&mut self) -> bool {
        false
    }

    /// What is to be kept when it is left, whatever the reason.
    fn leave(&mut self, _here: &Here<'_>) -> Vec<Want> {
        Vec::new()
    }
}

/// What a line means where nothing but going on is expected.
pub fn go_on(line: &str) -> Vec<Want> {
    if line.is_empty() {
        vec![Want::Next]
    } else {
        vec![not_understood()]
    }
}

/// The answer to a line that fits nowhere.
pub fn not_understood() -> Want {
    say("That is not understood here. help tells what can be typed.")
}

/// Something to be said.
pub fn say(words: impl Into<String>) -> Want {
    Want::Notice(words.into())
}

/// The first word in small letters, and what stands behind it.
pub fn parted(line: &str) -> (String, &str) {
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    (first.to_lowercase(), rest.trim())
}

/// A list's entry as people count: 1 is index 0; none beyond `len`.
pub fn nth(text: &str, len: usize) -> Option<usize> {
    let number = text.trim().trim_end_matches(['.', ':']).parse::<usize>();
    number
        .ok()
        .filter(|number| (1..=len).contains(number))
        .map(|number| number - 1)
}

/// At most so many characters of a text, and what is said where it had more.
pub fn cut(text: &str, most: usize) -> (CleanText, Option<Want>) {
    let (whole, kept) = (CleanText::typed(text), text.chars().take(most));
    let kept = CleanText::typed(&kept.collect::<String>());
    let told = (whole != kept).then(|| {
        let words: Vec<_> = kept.as_str().split_whitespace().collect();
        let last = words[words.len().saturating_sub(LAST_WORDS)..].join(" ");
        say(format!("{} Kept up to: {last}", too_long(most)))
    });
    (kept, told)
}
