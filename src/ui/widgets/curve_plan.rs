//! Where the parts of the curve stand in an area, and how large they are there.

use std::ops::Range;

use super::headline::{Headline, LetterSize};
use super::pen::Pen;
use super::shape::{Shape, ShapeSize};
use super::wrap::{cells, shorten};
use crate::model::rating::Rating;

/// The numbers of the axis, three cells, and a free column after them.
const AXIS: i32 = 4;

/// A dot on few rows: half a row of its box is left free at the foot.
const BEAD: ShapeSize = ShapeSize::STACKED[2];

/// The half rows that it fills.
const BEAD_ROWS: f64 = 3.0;

/// From so many columns on, one is left free before the axis.
const WIDE: i32 = 48;

/// How large the dots are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Dots {
    /// A cell.
    Cells,
    /// Three columns and three half rows, at any half row.
    Beads,
    /// Round, of so many half rows from the middle to the edge.
    Discs(i32),
}

/// The measures of a curve.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The column of the numbers of the axis.
    pub margin: i32,
    /// The first column of the plot.
    pub left: i32,
    /// Rows of the plot, an odd number: the middle one is zero.
    pub rows: i32,
    /// Thickness of the line, in half rows.
    pub thick: i32,
    /// The size of a dot for what was expected.
    pub hollow: ShapeSize,
    /// Rows of names under the plot.
    pub name_rows: i32,
    /// Columns of a step.
    slot: f64,
    dots: Dots,
    letters: LetterSize,
    number_letters: LetterSize,
    take_turns: bool,
}

impl Plan {
    /// The measures for steps with these names in so many columns and rows.
    pub fn new(names: &[&str], (width, height): (i32, i32)) -> Self {
        let margin = i32::from(width >= WIDE);
        let left = margin + AXIS;
        let slot = f64::from(width - left) / names.len().max(1) as f64;
        let large = Headline::small("");
        let fits_large = |name: &&str| {
            let rows = large.with_text(name).rows(slot as u16, 4);
            rows.len() > 1 && rows.iter().all(|row| (cells(row) as f64) < slot - 1.0)
        };
        let letters = if height > 40 && names.iter().all(fits_large) {
            LetterSize::Quarter
        } else {
            LetterSize::Plain
        };
        let fits = names.iter().all(|name| cells(name) < slot as usize);
        let take_turns = letters == LetterSize::Plain && !fits && height > 9;
        let name_rows = match letters {
            LetterSize::Plain => 1 + i32::from(take_turns),
            _ => 4,
        };
        let room = height - name_rows;
        let rows = room - (room + 1) % 2;
        let (dots, thick) = match rows {
            i32::MIN..=6 => (Dots::Cells, 1),
            7..=16 => (Dots::Beads, 1),
            17..=24 => (Dots::Discs(2), 1),
            25..=42 => (Dots::Discs(3), 2),
            _ => (Dots::Discs(4), 3),
        };
        let dots = match (slot, dots) {
            (..7.0, _) => Dots::Cells,
            (..12.0, Dots::Discs(_)) => Dots::Discs(2),
            _ => dots,
        };
        let hollow = match dots {
            Dots::Discs(radius @ 3..) => ShapeSize::around_a_cell(radius - 1),
            _ => ShapeSize::CELL,
        };
        let number_letters = if height > 40 && slot >= 20.0 {
            LetterSize::Quarter
        } else {
            LetterSize::Plain
        };
        Self {
            margin,
            left,
            rows,
            thick,
            hollow,
            name_rows,
            slot,
            dots,
            letters,
            number_letters,
            take_turns,
        }
    }

    /// Hollow dots as large as the others, where those stand at whole rows: on few rows a larger one
    /// would seem to stand higher than it does.
    pub fn take_twins(&mut self) {
        if let Dots::Discs(radius) = self.dots {
            self.hollow = ShapeSize::around_a_cell(radius);
        }
    }

    /// The column of a step's middle.
    pub fn x(&self, step: usize) -> i32 {
        self.left + (self.slot * (step as f64 + 0.5) - 0.5).round() as i32
    }

    /// The row of so many points, as a fraction.
    pub fn y(&self, points: i32) -> f64 {
        let middle = f64::from(self.rows - 1) / 2.0;
        // Large dots need room at the ends.
        let reach = match self.dots {
            Dots::Discs(radius) => middle - f64::from(radius / 2),
            _ => middle,
        };
        middle - f64::from(points) * reach / 10.0
    }

    /// The row of a rating.
    pub fn row(&self, rating: Rating) -> i32 {
        self.y(i32::from(rating.points())).round() as i32
    }

    /// The row of zero.
    pub fn zero(&self) -> i32 {
        (self.rows - 1) / 2
    }

    /// Columns and rows of the ratings of a run of steps: the line runs through the dots.
    pub fn points(&self, run: &[(usize, Rating)]) -> Vec<(f64, f64)> {
        let point =
            |(step, rating): &(usize, Rating)| (f64::from(self.x(*step)), self.middle(*rating));
        run.iter().map(point).collect()
    }

    /// Every cell of the plot.
    pub fn cells(&self, pen: &Pen<'_>) -> impl Iterator<Item = (i32, i32)> + use<> {
        let (rows, left, width) = (self.rows, self.left, pen.width());
        (0..rows).flat_map(move |y| (left..width).map(move |x| (x, y)))
    }

    /// The size of a dot; a diamond covers less than a circle of its height, so it is drawn higher.
    pub fn dot(&self, rating: Rating) -> ShapeSize {
        match self.dots {
            Dots::Cells => ShapeSize::CELL,
            Dots::Beads => BEAD,
            Dots::Discs(radius) if rating.is_up() => ShapeSize::around_a_cell(radius),
            Dots::Discs(radius) => ShapeSize::around_a_cell(radius + 1),
        }
    }

    /// Whether a dot is one cell.
    pub fn dots_are_cells(&self) -> bool {
        self.dots == Dots::Cells
    }

    /// The corner of a dot's box in quarter cells.
    pub fn corner(&self, step: usize, rating: Rating) -> (i32, i32) {
        let size = self.dot(rating);
        let top = if self.dots == Dots::Beads {
            let top = (self.y(i32::from(rating.points())) + 0.5) * 2.0 - BEAD_ROWS / 2.0;
            (top.round() as i32).clamp(0, self.rows * 2 - BEAD_ROWS as i32)
        } else {
            (self.row(rating) - size.height / 2) * 2
        };
        ((self.x(step) - size.width / 2) * 2, top)
    }

    /// The columns of quarter cells that a small dot and a gap at both its sides take; a large dot
    /// stands out by itself.
    pub fn gap_around(&self, step: usize, rating: Rating) -> Option<Range<i32>> {
        let left = self.corner(step, rating).0;
        let gap = left - 2..left + self.dot(rating).width * 2 + 2;
        (self.dots == Dots::Beads).then_some(gap)
    }

    /// The row of the middle of a dot, as a fraction where dots may stand between rows.
    fn middle(&self, rating: Rating) -> f64 {
        match self.dots {
            Dots::Beads => f64::from(self.corner(0, rating).1) / 2.0 + BEAD_ROWS / 4.0 - 0.5,
            _ => f64::from(self.row(rating)),
        }
    }

    /// Whether a dot covers some of a cell.
    pub fn covers(&self, step: usize, rating: Rating, cell: (i32, i32)) -> bool {
        let (size, corner) = (self.dot(rating), self.corner(step, rating));
        let (column, row) = (cell.0 * 2 - corner.0, cell.1 * 2 - corner.1);
        let near = (-1..size.width * 2).contains(&column) && (-1..size.height * 2).contains(&row);
        let part = |(dx, dy)| Shape::of(rating).covers(size, column + dx, row + dy);
        near && [(0, 0), (1, 0), (0, 1), (1, 1)].into_iter().any(part)
    }

    /// The column of what was expected: the step's own, or beside a dot that stands there.
    pub fn expected_x(&self, step: usize, expected: Rating, felt: &[Rating]) -> i32 {
        let half = self.hollow.height / 2;
        let (top, foot) = (self.row(expected) - half, self.row(expected) + half);
        let hit = |rating: &Rating| {
            let from = self.corner(step, *rating).1;
            let to = from + self.dot(*rating).height * 2 - 1;
            from < foot * 2 + 2 && top * 2 <= to
        };
        let aside = felt.iter().find(|rating| hit(rating));
        self.x(step)
            - aside.map_or(0, |felt| {
                i32::midpoint(self.dot(*felt).width, self.hollow.width) + 1
            })
    }

    /// A number as rows of characters, in block letters where there is room.
    pub fn number(&self, text: &str) -> Vec<String> {
        Headline::new(text).at_most(self.number_letters).rows(30, 4)
    }

    /// The name of a step as rows of characters; its number where no name fits.
    pub fn name(&self, step: usize, name: &str) -> Vec<String> {
        let lanes = if self.take_turns { 2.0 } else { 1.0 };
        let room = (self.slot * lanes) as usize;
        if room < 4 {
            return vec![(step + 1).to_string()];
        }
        if self.letters == LetterSize::Plain {
            return vec![shorten(name, room - 1)];
        }
        Headline::new(name)
            .at_most(self.letters)
            .rows(room as u16, 4)
    }

    /// How far under the first row of names a step's name stands.
    pub fn name_offset(&self, step: usize) -> i32 {
        i32::from(self.take_turns && step % 2 == 1)
    }
}
