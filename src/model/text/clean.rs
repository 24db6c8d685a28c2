//! Cleans one text into one line, a character at a time, never looking ahead.

use super::CleanText;
use super::escapes::Escapes;
use super::signs;

/// The most marks on one character: Hebrew and Vietnamese need three or four, a tower of them needs none.
const MOST_MARKS: u8 = 4;
/// The most joins in one emoji: a family of four has three.
const MOST_JOINS: u8 = 6;

/// Whether white space at the ends stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
    Kept,
    Trimmed,
}

/// Whether cleaning would change nothing, told quickly. `false` may be wrong, `true` never is.
pub(super) fn is_plain(text: &str) -> bool {
    let short =
        text.len() <= CleanText::MOST_CHARS || text.chars().nth(CleanText::MOST_CHARS).is_none();
    short && text.chars().all(signs::is_plain)
}

/// The text as it may be shown. Cleaning what is clean changes nothing.
pub(super) fn cleaned(text: &str, ends: Ends) -> String {
    let mut line = Line::new(ends);
    let mut escapes = Escapes::new(text);
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        if signs::is_break(c) {
            line.break_off();
        } else if let Some(end) = escapes.end(at) {
            at = end;
            continue;
        } else {
            line.take(c);
        }
        if line.is_over {
            break;
        }
        at += c.len_utf8();
    }
    line.done()
}

/// The line so far. What is dropped leaves no trace in it, so that a second cleaning meets the same
/// states and drops nothing more.
struct Line {
    shown: String,
    chars: usize,
    ends: Ends,
    /// The last character shown; NUL before the first.
    last: char,
    /// Marks on the last base.
    marks: u8,
    /// Joins in the last emoji.
    joins: u8,
    /// A break came and nothing yet behind it.
    is_broken: bool,
    /// A joiner that stays only if the next character fits.
    held: Option<char>,
    /// There was more than fits.
    is_over: bool,
}

impl Line {
    fn new(ends: Ends) -> Self {
        Self {
            shown: String::new(),
            chars: 0,
            ends,
            last: '\0',
            marks: 0,
            joins: 0,
            is_broken: false,
            held: None,
            is_over: false,
        }
    }

    fn break_off(&mut self) {
        self.is_broken = true;
        self.held = None;
    }

    fn take(&mut self, c: char) {
        if signs::is_hidden(c) || self.swallows(c) {
            return;
        }
        if signs::is_joiner(c) {
            self.hold(c);
        } else if signs::is_mark(c) {
            self.take_mark(c);
        } else {
            self.take_base(c);
        }
    }

    /// White space behind a break is part of it, and at the start it may not be wanted.
    fn swallows(&self, c: char) -> bool {
        (self.is_broken && c == ' ')
            || (self.ends == Ends::Trimmed && self.shown.is_empty() && c.is_whitespace())
    }

    fn hold(&mut self, c: char) {
        if self.is_broken {
            return;
        }
        if signs::belongs_behind(c, self.last) {
            self.push(c);
        } else {
            self.held.get_or_insert(c);
        }
    }

    /// A mark with nothing to stand on would land on whatever is drawn before the text.
    fn take_mark(&mut self, c: char) {
        if self.shown.is_empty() {
            if signs::is_skin_tone(c) {
                self.take_base(c);
            }
            return;
        }
        self.close_break();
        if self.marks < MOST_MARKS {
            self.spell(c);
            self.push(c);
            self.marks += 1;
        }
    }

    fn take_base(&mut self, c: char) {
        self.close_break();
        let joined = self.spell(c);
        self.push(c);
        self.marks = 0;
        self.joins = if joined { self.joins + 1 } else { 0 };
    }

    /// Writes the joiner that was held, if it belongs before this character; says whether it joins emoji.
    fn spell(&mut self, next: char) -> bool {
        let Some(joiner) = self.held.take() else {
            return false;
        };
        let joins = self.joins < MOST_JOINS && signs::joins_emoji(self.last, joiner, next);
        if joins || signs::spells(self.last, joiner, next) {
            self.push(joiner);
        }
        joins
    }

    fn close_break(&mut self) {
        if self.is_broken && !self.shown.is_empty() && self.last != ' ' {
            self.push(' ');
            self.marks = 0;
        }
        self.is_broken = false;
    }

    fn push(&mut self, c: char) {
        if self.chars == CleanText::MOST_CHARS {
            self.is_over = true;
        } else {
            self.shown.push(c);
            self.chars += 1;
            self.last = c;
        }
    }

    fn done(mut self) -> String {
        if self.is_over {
            self.shown.pop();
            let cut = |c: char| c == ' ' || signs::is_joiner(c);
            self.shown.truncate(self.shown.trim_end_matches(cut).len());
            self.shown.push('…');
        } else if self.ends == Ends::Trimmed {
            self.shown.truncate(self.shown.trim_end().len());
        }
        self.shown
    }
}
