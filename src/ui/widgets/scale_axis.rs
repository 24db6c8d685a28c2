//! The axis of the scale: twenty places, a gap where zero would be, numbers and words under it.

use ratatui::style::Modifier;

use super::pen::Pen;
use super::scale_lettering::Lettering;
use super::scale_looks::{ScaleLooks, ScaleWord};
use super::scale_words::{PlacedWord, place_large_words, place_words};
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
    /// How large its numbers and words are.
    pub lettering: Lettering,
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

    /// Whether all of its numbers and words stand in a width in its letters.
    pub fn fits(&self, taken: &[Rating], width: i32) -> bool {
        let numbers = self.numbers(taken, width);
        let stands = |rating: &Rating| numbers.iter().any(|number| number.rating == *rating);
        taken.iter().chain(&self.median).all(stands)
            && (self.lettering == Lettering::Plain
                || place_large_words(self.words, &self.places, width).is_some())
    }

    /// Draws the numbers from row `y` on.
    pub fn draw_numbers(&self, y: i32, taken: &[Rating], pen: &mut Pen<'_>) {
        for number in self.numbers(taken, pen.width()) {
            let is_median = Some(number.rating) == self.median;
            let mut style = self.looks.label;
            if taken.contains(&number.rating) || is_median {
                style = self.looks.of(number.rating).add_modifier(Modifier::BOLD);
            }
            if is_median {
                style = style.patch(self.looks.median);
            }
            self.lettering.put((number.x, y), &number.text, style, pen);
        }
    }

    /// The words as they fit in so many columns and rows.
    fn words_within(&self, width: i32, rows: i32) -> Vec<PlacedWord> {
        if self.lettering == Lettering::Large {
            let large = place_large_words(self.words, &self.places, width);
            return large.unwrap_or_default();
        }
        place_words(self.words, &self.places, width, rows)
    }

    /// The column of a line of a word.
    fn line_x(&self, word: &PlacedWord, line: &str) -> i32 {
        let spare = word.width - self.lettering.width(line);
        word.x + word.lean.inset(spare)
    }

    /// The rows from one line of words to the next: one more where a letter that hangs from the upper one would touch
    /// the lower one.
    fn word_pitch(&self, words: &[PlacedWord]) -> i32 {
        let touches = |word: &PlacedWord| {
            let mut pairs = word.lines.windows(2);
            pairs.any(|pair| {
                let by = self.line_x(word, &pair[0]) - self.line_x(word, &pair[1]);
                self.lettering.touches(&pair[0], &pair[1], by)
            })
        };
        self.lettering.rows() + i32::from(words.iter().any(touches))
    }

    /// Draws the words from row `y` on, in at most `rows` rows.
    pub fn draw_words(&self, y: i32, rows: i32, pen: &mut Pen<'_>) {
        let words = self.words_within(pen.width(), rows);
        let pitch = self.word_pitch(&words);
        for word in words {
            for (line, y) in word.lines.iter().zip((y..).step_by(pitch as usize)) {
                let x = self.line_x(&word, line);
                self.lettering.put((x, y), line, self.looks.word, pen);
            }
        }
    }

    /// The rows that the words use of at most `rows`.
    pub fn word_rows(&self, width: i32, rows: i32) -> i32 {
        let words = self.words_within(width, rows);
        let lines = words.iter().map(|word| word.lines.len()).max().unwrap_or(0) as i32;
        let between = self.word_pitch(&words) - self.lettering.rows();
        lines * self.lettering.rows() + (lines - 1).max(0) * between
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
