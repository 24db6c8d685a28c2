//! The path of the curve: smooth between the steps, never beyond what was felt at either end.

use std::ops::Range;

use super::letter_size::quadrants;
use super::shape::{Shape, ShapeSize};

/// A smooth line through points with rising `x`.
///
/// Piecewise cubic with the slopes of Fritsch and Carlson (1980), "Monotone piecewise cubic
/// interpolation": between two points the line never rises above the higher or falls below the
/// lower, so the picture claims nothing that nobody rated.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    points: Vec<(f64, f64)>,
    slopes: Vec<f64>,
}

impl Path {
    /// A path through points whose `x` rises from each to the next.
    pub fn through(points: Vec<(f64, f64)>) -> Self {
        let secants: Vec<f64> = points
            .windows(2)
            .map(|pair| (pair[1].1 - pair[0].1) / (pair[1].0 - pair[0].0))
            .collect();
        let slope = |at: usize| {
            let before = at.checked_sub(1).and_then(|i| secants.get(i));
            match (before, secants.get(at)) {
                (Some(before), Some(after)) if before * after > 0.0 => {
                    // The harmonic mean keeps the line within its two points.
                    2.0 * before * after / (before + after)
                }
                (None, Some(only)) | (Some(only), None) => *only,
                _ => 0.0,
            }
        };
        let slopes = (0..points.len()).map(slope).collect();
        Self { points, slopes }
    }

    /// The height at `x`; `None` before the first point and after the last.
    pub fn height(&self, x: f64) -> Option<f64> {
        let first = self.points.first()?;
        let last = self.points.last()?;
        if x < first.0 || x > last.0 {
            return None;
        }
        let Some(at) = self.points.windows(2).position(|pair| x <= pair[1].0) else {
            return Some(first.1);
        };
        let ((x0, y0), (x1, y1)) = (self.points[at], self.points[at + 1]);
        let width = x1 - x0;
        let t = (x - x0) / width;
        let (m0, m1) = (self.slopes[at] * width, self.slopes[at + 1] * width);
        let (t2, t3) = (t * t, t * t * t);
        Some(
            y0 * (2.0 * t3 - 3.0 * t2 + 1.0)
                + m0 * (t3 - 2.0 * t2 + t)
                + y1 * (3.0 * t2 - 2.0 * t3)
                + m1 * (t3 - t2),
        )
    }
}

/// A picture of quarter cells that a thick line is drawn into.
#[derive(Debug, Clone)]
pub struct Canvas {
    width: i32,
    height: i32,
    set: Vec<bool>,
}

impl Canvas {
    /// An empty picture of so many cells.
    pub fn new(width: i32, height: i32) -> Self {
        let (width, height) = (width.max(0), height.max(0));
        Self {
            width,
            height,
            set: vec![false; (width * height * 4) as usize],
        }
    }

    /// Draws a path, `thick` quarter rows high and twice as many quarter columns wide, as a cell is
    /// twice as high as wide. The path counts in cells; whole numbers are the middles of cells.
    /// The gaps, columns of quarter cells, are left free.
    pub fn stroke(&mut self, path: &Path, thick: i32, gaps: &[Range<i32>]) {
        let (Some(first), Some(last)) = (path.points.first(), path.points.last()) else {
            return;
        };
        let halves = ((last.0 - first.0) * 2.0).ceil() as i32;
        let mut before = *first;
        for half in 0..=halves {
            let x = (first.0 + f64::from(half) / 2.0).min(last.0);
            let Some(y) = path.height(x) else { continue };
            // Where it is steep, as many stamps as it needs to leave no hole.
            let stamps = ((y - before.1).abs() * 4.0).ceil().max(1.0) as i32;
            for stamp in 1..=stamps {
                let part = f64::from(stamp) / f64::from(stamps);
                let between = |from: f64, to: f64| from + (to - from) * part;
                self.stamp(between(before.0, x), between(before.1, y), thick, gaps);
            }
            before = (x, y);
        }
    }

    fn stamp(&mut self, x: f64, y: f64, thick: i32, gaps: &[Range<i32>]) {
        // On a level line half a quarter must not fall now to this side and now to that.
        let whole = |at: f64| (at + 1e-6).round() as i32;
        let left = whole((x + 0.5) * 2.0 - f64::from(thick));
        let top = whole((y + 0.5) * 2.0 - f64::from(thick) / 2.0);
        let right = left + thick * 2;
        // A stamp that a gap would cut leaves a splinter: it is left out whole.
        if gaps.iter().any(|gap| left < gap.end && gap.start < right) {
            return;
        }
        for row in top..top + thick {
            for column in left..right {
                self.set(column, row);
            }
        }
    }

    /// Draws a shape with the corner of its box at a quarter cell.
    pub fn add(&mut self, shape: Shape, size: ShapeSize, (left, top): (i32, i32)) {
        for y in 0..size.height * 2 {
            for x in (0..size.width * 2).filter(|x| shape.covers(size, *x, y)) {
                self.set(left + x, top + y);
            }
        }
    }

    fn set(&mut self, x: i32, y: i32) {
        if (0..self.width * 2).contains(&x) && (0..self.height * 2).contains(&y) {
            self.set[(y * self.width * 2 + x) as usize] = true;
        }
    }

    fn is_set(&self, x: i32, y: i32) -> bool {
        let inside = (0..self.width * 2).contains(&x) && (0..self.height * 2).contains(&y);
        inside && self.set[(y * self.width * 2 + x) as usize]
    }

    /// The character of a cell; a space where nothing is drawn.
    pub fn symbol(&self, x: i32, y: i32) -> char {
        let at = |dx, dy| self.is_set(x * 2 + dx, y * 2 + dy);
        quadrants([at(0, 0), at(1, 0), at(0, 1), at(1, 1)])
    }

    /// Whether the upper half of a cell has anything.
    pub fn upper_half(&self, x: i32, y: i32) -> bool {
        self.is_set(x * 2, y * 2) || self.is_set(x * 2 + 1, y * 2)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_path_meets_its_points() {
        let points = vec![(0.0, 5.0), (10.0, -2.0), (20.0, 7.0)];
        let path = Path::through(points.clone());
        for (x, y) in points {
            assert!((path.height(x).unwrap() - y).abs() < 1e-9);
        }
    }

    #[test]
    fn the_path_never_leaves_the_range_of_its_two_points() {
        let points = vec![
            (0.0, 5.0),
            (10.0, 5.0),
            (20.0, -10.0),
            (30.0, -9.0),
            (40.0, 10.0),
        ];
        let path = Path::through(points.clone());
        for pair in points.windows(2) {
            let (low, high) = (pair[0].1.min(pair[1].1), pair[0].1.max(pair[1].1));
            for step in 0..=100 {
                let y = path.height(pair[0].0 + f64::from(step) / 10.0).unwrap();
                assert!(y >= low - 1e-9 && y <= high + 1e-9);
            }
        }
    }

    #[test]
    fn there_is_no_path_outside_its_ends() {
        assert_eq!(Path::through(vec![]).height(0.0), None);
        let one = Path::through(vec![(3.0, 4.0)]);
        assert_eq!((one.height(3.0), one.height(2.0)), (Some(4.0), None));
    }
}
