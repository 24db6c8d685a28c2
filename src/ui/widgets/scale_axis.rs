//! The axis of the scale: twenty places, a gap where zero would be, numbers and words under it.

use ratatui::style::Modifier;

use super::pen::{Pen, start_around};
use super::scale_looks::{ScaleLooks, ScaleWord};
use super::scale_words::{PlacedWord, place_words};
use super::wrap::cells;
use crate::model::rating::Rating;

/// The columns of the twenty places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    left: i32,
    /// Columns from one place to the next.
    pub pitch: i32,
    /// Columns from −1 to +1: wider than the pitch, so that nothing seems to stand between.
    gap: i32,
}

impl Places {
    /// The widest places that fit; `None` under 21 columns.
    pub fn fit(width: i32) -> Option<Self> {
        // From six columns a place on there is room for a wider gap and for half a dot at the ends.
        let least_gap = |pitch: i32| if pitch < 6 { pitch + 1 } else { pitch * 3 / 2 };
        let margin = |pitch: i32| if pitch < 6 { 0 } else { 3 };
        let needed = |pitch: i32| 18 * pitch + 1 + least_gap(pitch) + 2 * margin(pitch);
        let pitch = (1..=width / 19)
            .rev()
            .find(|pitch| needed(*pitch) <= width)?;
        // Twice the pitch is where zero would be left out of an even row.
        let spare = width - 18 * pitch - 1 - 2 * margin(pitch).max(1);
        let gap = spare.clamp(least_gap(pitch), pitch * 2);
        let left = (width - 18 * pitch - gap - 1) / 2;
        Some(Self { left, pitch, gap })
    }

    /// The column of a rating.
    pub fn x(&self, rating: Rating) -> i32 {
        let points = i32::from(rating.points());
        if points < 0 {
            self.left + (points + 10) * self.pitch
        } else {
            self.left + 9 * self.pitch + self.gap + (points - 1) * self.pitch
        }
    }

    /// The column where zero would be.
    pub fn middle(&self) -> i32 {
        self.left + 9 * self.pitch + self.gap / 2
    }
}

/// What the axis shows.
#[derive(Debug, Clone, Copy)]
pub struct Axis<'a> {
    /// Where the places stand.
    pub places: Places,
    /// Words under marks.
    pub words: &'a [ScaleWord<'a>],
    /// The lowest and the highest rating, joined by a heavy line.
    pub range: Option<(Rating, Rating)>,
    /// The number that stands out.
    pub median: Option<Rating>,
    /// The styles.
    pub looks: &'a ScaleLooks,
}

impl Axis<'_> {
    /// Draws the line in row `y`.
    pub fn draw_line(&self, y: i32, pen: &mut Pen<'_>) {
        let places = self.places;
        let ends = [
            (Rating::LOWEST, -1, self.looks.down),
            (Rating::HIGHEST, 1, self.looks.up),
        ];
        for (end, direction, _) in ends {
            let near_zero = places.x(end) - direction * 9 * places.pitch;
            let (from, to) = (places.x(end).min(near_zero), places.x(end).max(near_zero));
            for x in from..=to {
                pen.put(x, y, "─", self.looks.axis);
            }
        }
        if let Some((low, high)) = self.range.filter(|(low, high)| low < high) {
            for x in places.x(low)..=places.x(high) {
                let style = if x <= places.middle() {
                    self.looks.down
                } else {
                    self.looks.up
                };
                pen.put(x, y, "━", style);
            }
        }
        for rating in Rating::all() {
            self.draw_tick(rating, y, pen);
        }
    }

    fn draw_tick(&self, rating: Rating, y: i32, pen: &mut Pen<'_>) {
        let inside = self
            .range
            .is_some_and(|(low, high)| low < high && (low..=high).contains(&rating));
        let style = if inside {
            self.looks.of(rating)
        } else {
            self.looks.axis
        };
        let marked = matches!(rating.points().abs(), 1 | 5 | 10);
        let tick = match (rating, inside, marked) {
            _ if Some(rating) == self.median => "╋",
            (Rating::LOWEST, false, _) => "├",
            (Rating::HIGHEST, false, _) => "┤",
            (_, true, true) => "┿",
            (_, true, false) => "┷",
            (_, false, true) => "┼",
            (_, false, false) => "┴",
        };
        pen.put(self.places.x(rating), y, tick, style);
    }

    /// Draws the numbers in row `y`: those of `taken` first, then those of the marks.
    pub fn draw_numbers(&self, y: i32, taken: &[Rating], pen: &mut Pen<'_>) {
        let marks = [10, -10, 5, -5, 1, -1].map(|points| Rating::try_from(points).ok());
        let wanted = self.median.into_iter().chain(taken.iter().copied());
        let mut used: Vec<(i32, i32)> = Vec::new();
        for rating in wanted.chain(marks.into_iter().flatten()) {
            let is_median = Some(rating) == self.median;
            let mut text = rating.to_string();
            if is_median && self.places.pitch > 4 {
                text = format!(" {text} ");
            }
            let length = cells(&text) as i32;
            // A number of two cells leans to the side where its digit stands on its place.
            let lean = i32::from(rating.is_up() && length == 2);
            let start = start_around(self.places.x(rating) + lean, length, pen.width());
            let end = start + length;
            if used.iter().any(|(from, to)| start <= *to && *from <= end) {
                continue;
            }
            used.push((start, end));
            let mut style = self.looks.label;
            if taken.contains(&rating) || is_median {
                style = self.looks.of(rating).add_modifier(Modifier::BOLD);
            }
            if is_median {
                style = style.patch(self.looks.median);
            }
            pen.put(start, y, &text, style);
        }
    }

    /// The words as they fit in so many columns and rows.
    fn words_within(&self, width: i32, rows: i32) -> Vec<PlacedWord> {
        place_words(self.words, &self.places, width, rows)
    }

    /// Draws the words from row `y` on, in at most `rows` rows.
    pub fn draw_words(&self, y: i32, rows: i32, pen: &mut Pen<'_>) {
        for word in self.words_within(pen.width(), rows) {
            for (dy, line) in word.lines.iter().enumerate() {
                let x = word.x + word.lean.inset(word.width - cells(line) as i32);
                pen.put(x, y + dy as i32, line, self.looks.word);
            }
        }
    }

    /// The rows that the words use of at most `rows`.
    pub fn word_rows(&self, width: i32, rows: i32) -> i32 {
        let words = self.words_within(width, rows);
        words.iter().map(|word| word.lines.len()).max().unwrap_or(0) as i32
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_gap_in_the_middle_is_wider_than_a_step() {
        for width in 21..=200 {
            let places = Places::fit(width).unwrap();
            let xs: Vec<i32> = Rating::all().map(|rating| places.x(rating)).collect();
            assert!(xs[0] >= 0 && xs[19] < width, "{width}");
            assert!(xs[10] - xs[9] > places.pitch, "{width}");
            assert!(xs.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    #[test]
    fn no_scale_fits_in_less_than_its_places() {
        assert_eq!(Places::fit(20), None);
    }
}
