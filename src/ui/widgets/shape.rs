//! The two shapes that stand for a rating: round is up, a diamond is down; hollow is what was before.

use super::headline::quadrants;
use crate::model::rating::Rating;

/// How large a shape is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShapeSize {
    /// Columns.
    pub width: i32,
    /// Rows.
    pub height: i32,
}

impl ShapeSize {
    /// One cell.
    pub const CELL: Self = Self::new(1, 1);
    /// All sizes that look well, largest first.
    pub const ALL: [Self; 5] = [
        Self::new(8, 4),
        Self::new(6, 3),
        Self::new(4, 2),
        Self::new(3, 2),
        Self::CELL,
    ];

    /// A size of so many columns and rows.
    pub const fn new(width: i32, height: i32) -> Self {
        Self { width, height }
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

    /// Whether the quarter cell belongs to the shape.
    fn covers(self, size: ShapeSize, x: i32, y: i32) -> bool {
        let (across, down) = (f64::from(size.width), f64::from(size.height));
        let dx = (f64::from(x) + 0.5 - across).abs();
        let dy = (f64::from(y) + 0.5 - down).abs();
        let within = |across: f64, down: f64| {
            if self.up {
                (dx / across).powi(2) + (dy / down).powi(2) <= 1.0
            } else {
                dx / across + dy / down <= 1.0
            }
        };
        within(across, down) && !(self.hollow && within(across - 2.0, down - 1.0))
    }
}
