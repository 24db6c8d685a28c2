//! The most that files may hold: one table for every kind of them, so that what reads a file is done in a time
//! that grows with its length and no faster.

use std::ops::RangeInclusive;

/// The most entries of any list or any map in a file; most have a narrower cap in [`TABLE`].
pub const ENTRIES: usize = 500;

/// The most characters of any text in a file; most have a narrower cap in [`TABLE`].
pub const CHARS: usize = 10_000;

/// The most brackets that stand in one another; a session needs nine.
pub const DEPTH: usize = 40;

/// The most problems that are told of one file.
pub const PROBLEMS: usize = 20;

/// What one list or one text may hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cap {
    /// So many entries.
    Many(RangeInclusive<usize>),
    /// A text that a screen shows: never empty, at most so many words and so many cells of a terminal.
    Shown {
        /// Words, split at white space.
        words: usize,
        /// Cells of a terminal.
        cells: usize,
    },
    /// A text of at most so many characters.
    Text(usize),
}

const fn shown(words: usize, cells: usize) -> Cap {
    Cap::Shown { words, cells }
}

const fn many(least: usize, most: usize) -> Cap {
    Cap::Many(RangeInclusive::new(least, most))
}

// Words where a text is drawn large, cells everywhere. A line of 72 cells wraps once at 60 columns.
const ID: Cap = shown(1, 32);
const HEADLINE: Cap = shown(5, 28);
const LINE: Cap = shown(16, 72);
const FEELING: Cap = shown(3, 20);
const ANSWER: Cap = shown(3, 16);
const SAY: Cap = shown(60, 280);
const PROMPTS: Cap = many(1, 3);
const PEOPLE: Cap = many(0, 40);
const LIST: Cap = many(0, ENTRIES);
/// As much as a field for one line ever kept.
const NAME: Cap = Cap::Text(2_000);

/// Every list and every text with a cap of its own, by its path: `steps[]` is any step. What stands in an
/// exercise stands in the session that asks it as well, behind `exercise.`.
pub const TABLE: &[(Kind, &str, Cap)] = {
    use Kind::{Exercise as E, Session as S, Settings, Theme};
    &[
        (E, "id", ID),
        (E, "title", shown(6, 40)),
        (E, "question", LINE),
        (E, "stay_question", LINE),
        (E, "idea.headline", HEADLINE),
        (E, "idea.lines", many(2, 4)),
        (E, "idea.lines[]", LINE),
        (E, "idea.lines_alone", many(2, 4)),
        (E, "idea.lines_alone[]", LINE),
        (E, "idea.say", SAY),
        (E, "rules", many(1, 8)),
        (E, "rules[]", LINE),
        (E, "rules_alone", many(1, 8)),
        (E, "rules_alone[]", LINE),
        (E, "scale", many(2, 8)),
        (E, "scale[].words", shown(3, 14)),
        (E, "steps", many(1, 9)),
        (E, "steps[].id", ID),
        (E, "steps[].title", shown(4, 24)),
        (E, "steps[].short", shown(1, 9)),
        (E, "steps[].task", shown(32, 160)),
        (E, "steps[].hold", many(2, 4)),
        (E, "steps[].hold[]", LINE),
        (E, "steps[].look_for", many(2, 4)),
        (E, "steps[].look_for[]", shown(10, 60)),
        (E, "steps[].words_good", many(1, 12)),
        (E, "steps[].words_good[]", FEELING),
        (E, "steps[].words_bad", many(1, 12)),
        (E, "steps[].words_bad[]", FEELING),
        (E, "steps[].evidence", many(0, 3)),
        (E, "steps[].say", SAY),
        (E, "verdict.builds", ANSWER),
        (E, "verdict.erodes", ANSWER),
        (E, "commodity.reasons", many(1, 8)),
        (E, "commodity.reasons[]", shown(2, 16)),
        (E, "prompts.agreed_high", PROMPTS),
        (E, "prompts.agreed_low", PROMPTS),
        (E, "prompts.agreed_mild", PROMPTS),
        (E, "prompts.mixed", PROMPTS),
        (E, "prompts.split", PROMPTS),
        (E, "prompts.one_far_out", PROMPTS),
        (E, "prompts.agreed_high[]", LINE),
        (E, "prompts.agreed_low[]", LINE),
        (E, "prompts.agreed_mild[]", LINE),
        (E, "prompts.mixed[]", LINE),
        (E, "prompts.split[]", LINE),
        (E, "prompts.one_far_out[]", LINE),
        // A question is asked at five places, each in the same four texts.
        (E, "?.headline", HEADLINE),
        (E, "?.ask", LINE),
        (E, "?.ask_alone", LINE),
        (E, "?.say", SAY),
        (S, "business", NAME),
        (S, "people", PEOPLE),
        (S, "people[].id", NAME),
        (S, "people[].name", NAME),
        (S, "people[].role", NAME),
        (S, "promises", LIST),
        (S, "promises[].step", NAME),
        (S, "promises[].who", NAME),
        (S, "predictions", PEOPLE),
        (S, "predictions{}.ratings", many(0, 9)),
        (S, "steps", many(1, 9)),
        (S, "steps[].step", NAME),
        (S, "steps[].notes", LIST),
        (S, "steps[].words", LIST),
        (S, "steps[].words[]", NAME),
        (S, "steps[].departments", LIST),
        (S, "steps[].departments[].name", NAME),
        (S, "steps[].ratings", PEOPLE),
        (S, "steps[].ratings_again", PEOPLE),
        (S, "steps[].revealed.here", PEOPLE),
        (S, "steps[].revealed_again.here", PEOPLE),
        (S, "verdicts", PEOPLE),
        (S, "verdict_revealed.here", PEOPLE),
        (S, "chosen_for", many(0, 8)),
        (S, "chosen_for[]", NAME),
        (S, "improvements", LIST),
        (S, "improvements[].who", NAME),
        (Theme, "name", Cap::Text(30)),
        (Settings, "theme", Cap::Text(30)),
    ]
};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A session.
    Session,
    /// An exercise, or the one within a session.
    Exercise,
    /// A theme.
    Theme,
    /// The settings.
    Settings,
}

impl Kind {
    /// The cap of the list or text at this path, with nothing between the brackets; none where only
    /// [`ENTRIES`] and [`CHARS`] count.
    pub fn cap(self, path: &str) -> Option<&'static Cap> {
        if let (Self::Session, Some(inner)) = (self, path.strip_prefix("exercise.")) {
            return Self::Exercise.cap(inner);
        }
        let row = |path: &str| {
            let mut rows = TABLE.iter().filter(|(kind, ..)| *kind == self);
            rows.find(|(_, of, _)| *of == path).map(|(.., cap)| cap)
        };
        let question = |path: &str| row(&format!("?.{}", path.rsplit('.').next()?));
        row(path).or_else(|| question(path))
    }

    /// The cap at the path of one value: `steps[3].title`.
    pub fn cap_at(self, place: &str) -> Option<&'static Cap> {
        let mut path = String::with_capacity(place.len());
        let mut inside = false;
        for c in place.chars() {
            inside &= c != ']';
            if !inside {
                path.push(c);
            }
            inside |= c == '[';
        }
        self.cap(&path)
    }

    /// The most entries of a list or map that are read. Those of an exercise are counted once it is read, so that
    /// whatever else is wrong with it is told as well.
    pub fn entries(self, path: &str) -> usize {
        match self.cap(path) {
            Some(Cap::Many(many)) if !self.is_exercise(path) => *many.end(),
            _ => ENTRIES,
        }
    }

    /// The most characters of a text that are read.
    pub fn chars(self, path: &str) -> usize {
        match self.cap(path) {
            Some(Cap::Text(most)) => *most,
            _ => CHARS,
        }
    }

    /// How much of the list or text at this path fits, by its own row.
    pub fn fitting(self, path: &str) -> Option<usize> {
        match self.cap(path)? {
            Cap::Many(many) => Some(*many.end()),
            Cap::Shown { cells, .. } => Some(*cells),
            Cap::Text(most) => Some(*most),
        }
    }

    fn is_exercise(self, path: &str) -> bool {
        self == Self::Exercise || (self == Self::Session && path.starts_with("exercise."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_finds_its_row_whatever_stands_between_the_brackets() {
        assert_eq!(Kind::Exercise.cap_at("steps[12].hold[3]"), Some(&LINE));
        assert_eq!(Kind::Session.cap_at("exercise.keep.say"), Some(&SAY));
        assert_eq!(Kind::Session.cap("steps[].ratings"), Some(&PEOPLE));
        assert_eq!(Kind::Theme.cap("ground.fg"), None);
        assert_eq!(Kind::Exercise.entries("rules"), ENTRIES);
        assert_eq!(Kind::Session.entries("people"), 40);
    }

    #[test]
    fn no_row_stands_there_twice() {
        for (at, (kind, path, _)) in TABLE.iter().enumerate() {
            let twice = TABLE[..at]
                .iter()
                .any(|(other, same, _)| (other, same) == (kind, path));
            assert!(!twice, "{path}");
        }
    }
}
