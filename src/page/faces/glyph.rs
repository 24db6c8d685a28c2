//! The pixels of one letter: read from a face, made bolder, given an accent, squeezed into the rows of a line.

use embedded_graphics::image::GetPixel;
use embedded_graphics::mono_font::MonoFont;
use embedded_graphics::pixelcolor::BinaryColor;
use embedded_graphics::prelude::{OriginDimensions, Point};
use std::ops::Range;

/// Empty rows over and under each letter of a face: room to pile up accents before all is squeezed.
const SPARE: usize = 8;

/// Rows of pixels, the leftmost column in the lowest bit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glyph {
    rows: Vec<u32>,
}

impl Glyph {
    /// The letter with a number in the picture of a face.
    pub(super) fn read(font: &MonoFont<'_>, index: usize) -> Self {
        let (wide, high) = (font.character_size.width, font.character_size.height);
        let across = font.image.size().width / wide;
        let corner = (index as u32 % across * wide, index as u32 / across * high);
        let is_on = |x: u32, y: u32| {
            let at = Point::new((corner.0 + x) as i32, (corner.1 + y) as i32);
            font.image.pixel(at) == Some(BinaryColor::On)
        };
        let row = |y| (0..wide).fold(0, |bits, x| bits | u32::from(is_on(x, y)) << x);
        Self::from_rows((0..high).map(row))
    }

    /// Rows counted from the top of the face's letters.
    pub(super) fn from_rows(rows: impl IntoIterator<Item = u32>) -> Self {
        let spare = [0; SPARE];
        let rows = spare.into_iter().chain(rows).chain(spare);
        Self {
            rows: rows.collect(),
        }
    }

    /// The columns from the first pixel to the last one.
    pub(super) fn width(&self) -> u32 {
        u32::BITS - self.all().leading_zeros()
    }

    /// Whether a pixel is set, counted from the top of a squeezed letter.
    pub(super) fn pixel(&self, x: usize, y: usize) -> bool {
        self.rows.get(y).is_some_and(|row| row >> x & 1 == 1)
    }

    /// Without the empty columns at its left.
    pub(super) fn trimmed(self) -> Self {
        let empty = self.all().trailing_zeros() % u32::BITS;
        self.map(|row| row >> empty)
    }

    /// In the middle of so many columns, if it has not more.
    pub(super) fn centred(self, columns: u32) -> Self {
        let before = columns.saturating_sub(self.width()) / 2;
        self.map(|row| row << before)
    }

    /// One pixel bolder to the right, but where that would close a gap within a letter.
    pub(super) fn bolder(self) -> Self {
        self.map(|row| row | row << 1 & !(row >> 1))
    }

    /// The widest of its rows alone: what a plus and a minus share.
    pub(super) fn bar(self) -> Self {
        let widest = self.rows.iter().map(|row| row.count_ones()).max();
        self.map(|row| {
            if Some(row.count_ones()) == widest {
                row
            } else {
                0
            }
        })
    }

    /// This letter and another one right of it, a pixel between them.
    pub(super) fn followed_by(mut self, next: &Self) -> Self {
        let from = self.width() + 1;
        for (row, more) in self.rows.iter_mut().zip(&next.rows) {
            *row |= more.checked_shl(from).unwrap_or(0);
        }
        self
    }

    /// What stands in some rows of it alone, counted from the top of the face.
    pub(super) fn part(mut self, kept: &Range<usize>) -> Self {
        for (y, row) in self.rows.iter_mut().enumerate() {
            if !kept.contains(&y.wrapping_sub(SPARE)) {
                *row = 0;
            }
        }
        self.trimmed()
    }

    /// With a mark over its middle, a row of air between.
    pub(super) fn under(self, mark: &Self) -> Self {
        let foot = self.inked().start.saturating_sub(mark.inked().len() + 1);
        self.with(mark, foot)
    }

    /// With a mark under its middle, a row of air between.
    pub(super) fn over(self, mark: &Self) -> Self {
        let head = self.inked().end + 1;
        self.with(mark, head)
    }

    /// With a mark at its right shoulder.
    pub(super) fn beside(mut self, mark: &Self) -> Self {
        let (from, top) = (self.width(), self.inked().start);
        for (row, dots) in self.rows[top..].iter_mut().zip(&mark.rows[mark.inked()]) {
            *row |= dots << from;
        }
        self
    }

    fn with(self, mark: &Self, top: usize) -> Self {
        let columns = self.width().max(mark.width());
        let mut both = self.centred(columns);
        let mark = mark.clone().centred(columns);
        for (row, dots) in both.rows[top..].iter_mut().zip(&mark.rows[mark.inked()]) {
            *row |= dots;
        }
        both
    }

    /// Squeezed into some rows of the face. Rows give way that a letter has twice: a stem is longer than it must be.
    pub(super) fn squeezed(mut self, kept: &Range<usize>) -> Self {
        let kept = kept.start + SPARE..kept.end + SPARE;
        while !self.inked().is_empty() && self.inked().start < kept.start {
            let ink = self.inked();
            let row = self.twice();
            self.rows[row + 1] |= self.rows[row];
            self.rows.copy_within(ink.start..row, ink.start + 1);
            self.rows[ink.start] = 0;
        }
        while self.inked().end > kept.end {
            let ink = self.inked();
            let row = self.twice();
            self.rows[row] |= self.rows[row + 1];
            self.rows.copy_within(row + 2..ink.end, row + 1);
            self.rows[ink.end - 1] = 0;
        }
        Self {
            rows: self.rows[kept].to_vec(),
        }
    }

    /// The lowest row that is most like the one below it.
    fn twice(&self) -> usize {
        let ink = self.inked();
        let unlike = |y: &usize| (self.rows[*y] ^ self.rows[y + 1]).count_ones();
        let pairs = (ink.start..ink.end.saturating_sub(1)).rev();
        pairs.min_by_key(unlike).unwrap_or(ink.start)
    }

    /// The rows from the first pixel to the last one.
    fn inked(&self) -> Range<usize> {
        let first = self.rows.iter().position(|row| *row != 0);
        let last = self.rows.iter().rposition(|row| *row != 0);
        first.unwrap_or(0)..last.map_or(0, |last| last + 1)
    }

    fn all(&self) -> u32 {
        self.rows.iter().fold(0, |all, row| all | row)
    }

    fn map(mut self, change: impl Fn(u32) -> u32) -> Self {
        for row in &mut self.rows {
            *row = change(*row);
        }
        self
    }
}
