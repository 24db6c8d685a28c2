//! The letters of the scale: plain ones, or small block letters on a screen on which plain ones would be lost.

use ratatui::style::{Modifier, Style};

use super::headline::of_blocks;
use super::letter_size::LetterSize;
use super::letters::{Letters, ROWS};
use super::pen::Pen;
use super::wrap::cells;

/// How large the names, the numbers and the words of the scale are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Lettering {
    /// A letter is a cell.
    #[default]
    Plain,
    /// About 4×4 cells.
    Large,
}

impl Lettering {
    /// Whether a text has a form in these letters.
    pub fn can_write(self, text: &str) -> bool {
        self == Self::Plain || letters(text).is_some()
    }

    /// The columns of a text on one line.
    pub fn width(self, text: &str) -> i32 {
        match self {
            Self::Plain => cells(text) as i32,
            Self::Large => letters(text).map_or(0, |letters| letters.width().div_ceil(2) as i32),
        }
    }

    /// The rows of one line.
    pub fn rows(self) -> i32 {
        match self {
            Self::Plain => 1,
            Self::Large => LetterSize::Quarter.line_rows() as i32,
        }
    }

    /// The columns that keep two names apart.
    pub fn apart(self) -> i32 {
        match self {
            Self::Plain => 1,
            Self::Large => 3,
        }
    }

    /// A row that is left free under a line, so that a letter that hangs from it touches nothing.
    pub fn under(self, text: &str) -> i32 {
        let descends = || letters(text).is_some_and(|letters| letters.descends());
        i32::from(self == Self::Large && descends())
    }

    /// Whether letters that hang from a line reach those of the line under it, which begins `by` columns to the left.
    pub fn touches(self, upper: &str, lower: &str, by: i32) -> bool {
        let Some((upper, lower)) = letters(upper).zip(letters(lower)) else {
            return false;
        };
        let hangs = |x: &usize| upper.pixel(*x, ROWS - 1);
        let under = |x: usize| {
            let x = x as i32 + 2 * by;
            let mut near = (x - 1..=x + 1).filter_map(|x| usize::try_from(x).ok());
            near.any(|x| lower.pixel(x, 0))
        };
        self == Self::Large && (0..upper.width()).filter(hangs).any(under)
    }

    /// Writes one line from a place on.
    pub fn put(self, (x, y): (i32, i32), text: &str, style: Style, pen: &mut Pen<'_>) {
        let Some(letters) = letters(text).filter(|_| self == Self::Large) else {
            pen.put(x, y, text, style);
            return;
        };
        let style = of_blocks(style).remove_modifier(Modifier::REVERSED);
        for dy in 0..self.rows() {
            for dx in 0..self.width(text) {
                let pixel = |x, y| letters.pixel(x, y);
                let sign = LetterSize::Quarter.symbol(dx as usize, dy as usize, pixel);
                if sign != ' ' {
                    pen.put(x + dx, y + dy, sign.encode_utf8(&mut [0; 4]), style);
                }
            }
        }
    }
}

fn letters(text: &str) -> Option<Letters> {
    let words: Option<Vec<_>> = text.split_whitespace().map(Letters::of).collect();
    words.map(|words| Letters::join(&words))
}
