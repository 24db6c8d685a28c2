//! The two shapes that stand for a rating: round is up, a diamond is down; hollow is what was before.

use super::letter_size::quadrants;
use crate::model::rating::Rating;

/// How large a shape is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShapeSize {
    /// Columns of its box.
    pub width: i32,
    /// Rows of its box.
    pub height: i32,
    /// Half its width, in half columns.
    across: i32,
    /// Its height, in half rows.
    tall: i32,
    /// Its middle under the top of the box, in quarter rows.
    middle: i32,
}

impl ShapeSize {
    /// One cell.
    pub const CELL: Self = Self::stacked(1, 1);
    /// All sizes that stack well, largest first: each has a column in its middle, and half a row is
    /// left free at its foot, so that two in a stack stay two.
    pub const STACKED: [Self; 4] = [
        Self::stacked(7, 4),
        Self::stacked(5, 3),
        Self::stacked(3, 2),
        Self::CELL,
    ];

    /// Two cells wide around the middle of three: where places are three columns apart, two neighbours stay two.
    pub const NARROW: Self = Self {
        width: 3,
        height: 2,
        across: 2,
        tall: 3,
        middle: 3,
    };

    /// Sizes for a vast screen, largest first; they stack as well.
    pub const VAST: [Self; 3] = [
        Self::stacked(13, 7),
        Self::stacked(11, 6),
        Self::stacked(9, 5),
    ];

    const fn stacked(width: i32, height: i32) -> Self {
        Self {
            width,
            height,
            across: width,
            tall: height * 2 - 1,
            middle: height * 2 - 1,
        }
    }

    /// A shape of `radius` half rows around the middle of a cell; its box has that cell in the middle.
    pub const fn around_a_cell(radius: i32) -> Self {
        Self {
            width: radius * 2 + 1,
            height: radius / 2 * 2 + 1,
            across: radius * 2,
            tall: radius * 2,
            middle: (radius / 2 * 2 + 1) * 2,
        }
    }
}

/// The shape of a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Round for points up; a diamond for points down.
    pub up: bool,
    /// Only its outline: a first rating, or what was expected.
    pub hollow: bool,
}

impl Shape {
    /// The filled shape of a rating.
    pub fn of(rating: Rating) -> Self {
        Self {
            up: rating.is_up(),
            hollow: false,
        }
    }

    /// The same, its outline alone.
    pub fn hollow(self) -> Self {
        Self {
            hollow: true,
            ..self
        }
    }

    /// The shape in one cell.
    pub fn symbol(self) -> &'static str {
        match (self.up, self.hollow) {
            (true, false) => "●",
            (true, true) => "○",
            (false, false) => "◆",
            (false, true) => "◇",
        }
    }

    /// The shape as rows of characters of quarter cells; spaces are not part of it.
    pub fn rows(self, size: ShapeSize) -> Vec<String> {
        if size == ShapeSize::CELL {
            return vec![self.symbol().to_owned()];
        }
        let row = |y: i32| {
            let cell = |x: i32| {
                let set = |dx: i32, dy: i32| self.covers(size, x * 2 + dx, y * 2 + dy);
                quadrants([set(0, 0), set(1, 0), set(0, 1), set(1, 1)])
            };
            (0..size.width).map(cell).collect()
        };
        (0..size.height).map(row).collect()
    }

    /// Whether a quarter cell of the box, counted from its corner, belongs to the shape.
    pub fn covers(self, size: ShapeSize, x: i32, y: i32) -> bool {
        let (across, down) = (f64::from(size.across), f64::from(size.tall) / 2.0);
        let dx = (f64::from(x - size.width) + 0.5).abs();
        let dy = (f64::from(y) + 0.5 - f64::from(size.middle) / 2.0).abs();
        let within = |across: f64, down: f64| {
            if self.is_wedge(size) {
                // Full at the top, two half columns less on each row under it.
                dx < across - f64::from(y) && y >= 0
            } else if self.up && size == ShapeSize::NARROW {
                // Rounded off it would be a plus sign, and over its whole height a post: a square stands there.
                dx < across && (1..size.tall).contains(&y)
            } else if self.up {
                (dx / across).powi(2) + (dy / down).powi(2) <= 1.0
            } else {
                dx / across + dy / down <= 1.0
            }
        };
        let hole = if self.is_wedge(size) {
            y == 1 && dx < 1.0
        } else {
            within(across - 2.0, down - 1.0)
        };
        within(across, down) && !(self.hollow && hole)
    }

    /// Three half rows make a plus sign of a diamond, the very opposite of down: a wedge stands there.
    fn is_wedge(self, size: ShapeSize) -> bool {
        !self.up && size.tall == 3
    }
}
