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
    /// The columns of the mark and of the gap after it; none where there is no mark.
    pub(super) mark_columns: u16,
    /// The columns of the name, where the answers stand beside it.
    pub(super) name_columns: u16,
    /// The rows of the name where the answers stand under it.
    pub(super) over: Option<u16>,
}

impl Form {
    /// Answers under names in letters of their own.
    pub(super) fn over(names: &[String], size: LetterSize, letters: LetterSize) -> Self {
        Self {
            size,
            letters,
            names: names.to_vec(),
            mark_columns: 0,
            name_columns: 0,
            over: Some(line_rows(letters)),
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
