//! How a row of the cards stands in large letters.

use super::lettering::{gap, line_rows};
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

    /// The column at which the name begins, and the column and the row at which the answers do.
    pub(super) fn places(&self) -> (u16, u16, u16) {
        match self.over {
            None => {
                let answers = self.mark_columns + self.name_columns + gap(self.size);
                (self.mark_columns, answers, 0)
            }
            Some(rows) => (0, 0, rows + u16::from(rows > 1)),
        }
    }

    /// How many people it is for.
    pub(super) fn people(&self) -> usize {
        self.names.len()
    }

    /// The rows that it takes.
    pub(super) fn rows(&self) -> u16 {
        let (_, _, over) = self.places();
        over + line_rows(self.size)
    }
}
