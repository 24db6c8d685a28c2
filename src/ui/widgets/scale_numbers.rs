//! The numbers under the scale: each under its place, moved aside where two would meet.

use super::pen::start_around;
use super::scale_axis::Axis;
use super::scale_lettering::Lettering;
use crate::model::rating::Rating;

/// A number under its place.
pub(super) struct PlacedNumber {
    pub(super) rating: Rating,
    pub(super) text: String,
    pub(super) x: i32,
}

/// The first columns of numbers.
type Starts = Vec<(Rating, i32)>;

impl Axis<'_> {
    /// The text of a number, the column where it stands best, and its columns.
    fn number(&self, rating: Rating, width: i32) -> (String, i32, i32) {
        let mut text = rating.to_string();
        let is_median = Some(rating) == self.median;
        if is_median && self.places.pitch > 4 && self.lettering == Lettering::Plain {
            text = format!(" {text} ");
        }
        let length = self.lettering.width(&text);
        // A number of two cells leans to the side where its digit stands on its place.
        let lean = i32::from(rating.is_up() && length == 2);
        let start = start_around(self.places.x(rating) + lean, length, width);
        (text, start, length)
    }

    /// Where all numbers of `wanted` stand with the least that is moved, each at its place or right beside it;
    /// `None` where they don't stand all.
    fn moved(&self, wanted: &[Rating], width: i32) -> Option<Starts> {
        if self.lettering != Lettering::Plain {
            return None;
        }
        let mut wanted = wanted.to_vec();
        wanted.sort();
        wanted.dedup();
        // What it costs, one past the last column, and the numbers so far.
        let mut ways: Vec<(i32, i32, Starts)> = vec![(0, -1, vec![])];
        for rating in &wanted {
            let (_, best, length) = self.number(*rating, width);
            let own = self.places.x(*rating);
            let stands = |start: i32| {
                let over = start..start + length;
                let others = wanted.iter().filter(|other| *other != rating);
                let mut others = others.map(|other| self.places.x(*other));
                let inside = start >= 0 && over.end <= width;
                let beside = (start - 1..=over.end).contains(&own);
                inside && beside && (start == best || !others.any(|x| over.contains(&x)))
            };
            let starts = (best - 2..=best + 2).filter(|start| stands(*start));
            let reached = starts.filter_map(|start| {
                let free = ways.iter().filter(|way| way.1 < start);
                let (cost, _, before) = free.min_by_key(|way| way.0)?;
                let mut numbers = before.clone();
                numbers.push((*rating, start));
                Some((cost + (start - best).abs(), start + length, numbers))
            });
            ways = reached.collect();
        }
        let least = ways.into_iter().min_by_key(|way| way.0)?;
        Some(least.2)
    }

    /// The numbers that stand free of each other: those of `taken` first, then those of the marks.
    pub(super) fn numbers(&self, taken: &[Rating], width: i32) -> Vec<PlacedNumber> {
        let marks = [10, -10, 5, -5, 1, -1].map(|points| Rating::try_from(points).ok());
        let wanted: Vec<_> = self
            .median
            .into_iter()
            .chain(taken.iter().copied())
            .collect();
        let moved = self.moved(&wanted, width).unwrap_or_default();
        let mut placed: Vec<PlacedNumber> = Vec::new();
        let mut used: Vec<(i32, i32)> = Vec::new();
        for rating in wanted.into_iter().chain(marks.into_iter().flatten()) {
            let (text, best, length) = self.number(rating, width);
            let its = moved.iter().find(|(moved, _)| *moved == rating);
            let start = its.map_or(best, |(_, start)| *start);
            let end = start + length;
            if used.iter().any(|(from, to)| start <= *to && *from <= end) {
                continue;
            }
            used.push((start, end));
            placed.push(PlacedNumber {
                rating,
                text,
                x: start,
            });
        }
        placed
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::scale_axis::Places;
    use super::super::scale_looks::ScaleLooks;
    use super::*;

    #[test]
    fn neighbours_at_the_ends_of_a_narrow_scale_both_have_their_number() {
        let looks = ScaleLooks::default();
        for width in 60..=100 {
            let axis = Axis {
                places: Places::fit(width).unwrap(),
                words: &[],
                range: None,
                median: None,
                lettering: Lettering::Plain,
                looks: &looks,
            };
            let taken = [-9, -10, 9, 10].map(|points| Rating::try_from(points).unwrap());
            let numbers = axis.numbers(&taken, width);
            let stands = |rating: &Rating| numbers.iter().any(|number| number.rating == *rating);
            assert!(taken.iter().all(stands), "{width}");
        }
    }
}
