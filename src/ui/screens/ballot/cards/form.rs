//! How a row of the cards stands in large letters.

use super::lettering::line_rows;
use crate::ui::widgets::headline::LetterSize;
use crate::ui::widgets::wrap::cells;

/// How a row stands: as wide whoever's it is and whatever was typed.
pub(super) struct Form {
    /// The letters of the answers.
    pub(super) size: LetterSize,
    /// The letters of the names.
    pub(super) letters: LetterSize,
    /// What everybody is called.
    pub(super) names: Vec<String>,
    /// The columns before the name, and from it to the answers.
    pub(super) mark: u16,
    pub(super) name: u16,
    /// The rows of the name where the answers stand under it.
    pub(super) over: Option<u16>,
    /// Whether all answers are shown, or the one that is typed.
    pub(super) all: bool,
}

impl Form {
    /// Answers under names in letters of their own.
    pub(super) fn over(names: &[String], size: LetterSize, letters: LetterSize, all: bool) -> Self {
        Self {
            size,
            letters,
            names: names.to_vec(),
            mark: 0,
            name: 0,
            over: Some(line_rows(letters)),
            all,
        }
    }

    /// Whether its answers are as large, and its names as long.
    pub(super) fn says_as_much_as(&self, other: &Self) -> bool {
        let letters = |form: &Self| form.names.iter().map(|name| cells(name)).sum::<usize>();
        line_rows(self.size) >= line_rows(other.size) && letters(self) >= letters(other)
    }

    /// How many people it is for.
    pub(super) fn people(&self) -> usize {
        self.names.len()
    }

    /// The rows that it takes.
    pub(super) fn rows(&self) -> u16 {
        let over = self.over.map_or(0, |rows| rows + u16::from(rows > 1));
        over + line_rows(self.size)
    }
}
