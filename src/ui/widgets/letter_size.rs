//! The sizes of block letters, and the characters that show their pixels.

use super::letters::ROWS;

/// How large a letter is drawn, smallest first.
///
/// Thirds of a cell are left out: many terminal fonts don't have them, and they save one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterSize {
    /// A letter is a cell, in bold.
    Plain,
    /// About 4×4 cells: a pixel is a quarter of a cell.
    Quarter,
    /// About 7×4 cells: a pixel is half a cell.
    Half,
    /// About 7×8 cells: a pixel is a cell.
    Full,
    /// About 14×8 cells.
    Double,
    /// About 21×12 cells.
    Triple,
    /// About 28×16 cells.
    Fourfold,
    /// About 42×24 cells.
    Sixfold,
}

impl LetterSize {
    /// All sizes of block letters, largest first.
    pub(super) const BLOCKS: [Self; 7] = [
        Self::Sixfold,
        Self::Fourfold,
        Self::Triple,
        Self::Double,
        Self::Full,
        Self::Half,
        Self::Quarter,
    ];

    /// The cells that so many columns and rows of pixels take.
    pub fn cells(self, (width, height): (usize, usize)) -> (usize, usize) {
        match self {
            Self::Plain | Self::Full => (width, height),
            Self::Quarter => (width.div_ceil(2), height.div_ceil(2)),
            Self::Half => (width, height.div_ceil(2)),
            Self::Double => (width * 2, height),
            Self::Triple => (width * 3, (height * 3).div_ceil(2)),
            Self::Fourfold => (width * 4, height * 2),
            Self::Sixfold => (width * 6, height * 3),
        }
    }

    /// The rows of one line.
    pub fn line_rows(self) -> usize {
        match self {
            Self::Plain => 1,
            size => size.cells((0, ROWS)).1,
        }
    }

    /// The pixels that fit beside each other in so many cells.
    pub(super) fn pixels_across(self, width: usize) -> usize {
        match self {
            Self::Quarter => width * 2,
            Self::Plain | Self::Half | Self::Full => width,
            Self::Double => width / 2,
            Self::Triple => width / 3,
            Self::Fourfold => width / 4,
            Self::Sixfold => width / 6,
        }
    }

    /// The character that shows the pixels under a cell.
    pub(super) fn symbol(self, x: usize, y: usize, pixel: impl Fn(usize, usize) -> bool) -> char {
        let halves = |times: usize| {
            let top = pixel(x / times, y * 2 / times);
            let bottom = pixel(x / times, (y * 2 + 1) / times);
            quadrants([top, top, bottom, bottom])
        };
        match self {
            Self::Quarter => quadrants([
                pixel(x * 2, y * 2),
                pixel(x * 2 + 1, y * 2),
                pixel(x * 2, y * 2 + 1),
                pixel(x * 2 + 1, y * 2 + 1),
            ]),
            Self::Plain | Self::Full => quadrants([pixel(x, y); 4]),
            Self::Half => halves(1),
            Self::Double => halves(2),
            Self::Triple => halves(3),
            Self::Fourfold => halves(4),
            Self::Sixfold => halves(6),
        }
    }
}

/// The character with these quarters set: top left, top right, bottom left, bottom right.
pub fn quadrants(set: [bool; 4]) -> char {
    const SHAPES: [char; 16] = [
        ' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█',
    ];
    let bits = set.iter().enumerate();
    SHAPES[bits.fold(0, |index, (bit, on)| index | usize::from(*on) << bit)]
}
