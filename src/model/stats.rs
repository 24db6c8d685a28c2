//! The numbers of a room: whole, few, and never kinder than what was felt; no mean, no deviation, no percentage.
//!
//! Everything here is a plain function of ratings. Nothing panics on an empty room, and where there is
//! nothing to say the answer is `None`.
//!
//! Differences and sums are those of plain whole numbers: from −1 to +1 it is two points, although no
//! rating stands between them.

mod gap;
mod journey;
mod landmark;
mod shape;
mod split;
mod summary;
mod year;

pub use gap::{Gap, Gaps, gap};
pub use journey::{
    balance, leaving_counts, leaving_point, likely_remembered, room_balance,
    room_likely_remembered, room_running, running,
};
pub use landmark::{Landmark, are_alike, best, foremost, last, worst};
pub use shape::Shape;
pub use split::{Camp, Camps, split, third};
pub use summary::Summary;
pub use year::{YearOfIt, points_words};

use super::rating::Rating;

/// The middle of some values; of an even number the lower of the two in the middle. `None` for none.
///
/// It is always one of the values: a database's `quantile_disc(0.5)`, the lower median.
pub fn lower_median<T: Ord + Copy>(values: impl IntoIterator<Item = T>) -> Option<T> {
    let mut values: Vec<T> = values.into_iter().collect();
    let middle = values.len().checked_sub(1)? / 2;
    Some(*values.select_nth_unstable(middle).1)
}

/// The median rating, −10..=−1 or +1..=+10: always one that somebody gave. `None` for an empty room.
///
/// Of an even number it is the lower of the two in the middle, so it is never a zero and never flatters.
pub fn median(ratings: impl IntoIterator<Item = Rating>) -> Option<Rating> {
    lower_median(ratings)
}

/// The lowest and the highest rating. `None` for an empty room.
pub fn range(ratings: impl IntoIterator<Item = Rating>) -> Option<(Rating, Rating)> {
    ratings.into_iter().fold(None, |range, rating| {
        Some(
            range.map_or((rating, rating), |(lowest, highest): (Rating, Rating)| {
                (lowest.min(rating), highest.max(rating))
            }),
        )
    })
}

#[cfg(test)]
pub(crate) mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    /// Ratings from plain numbers; zero and what is beyond ten is a mistake of the test.
    pub fn ratings(points: &[i64]) -> Vec<Rating> {
        points
            .iter()
            .map(|points| Rating::try_from(*points).unwrap())
            .collect()
    }

    /// Any rating.
    pub fn any_rating() -> impl Strategy<Value = Rating> {
        proptest::sample::select(Rating::all().collect::<Vec<_>>())
    }

    /// Any room of 0 to 20 people.
    pub fn any_room() -> impl Strategy<Value = Vec<Rating>> {
        proptest::collection::vec(any_rating(), 0..=20)
    }

    /// The same room upside down.
    pub fn negated(room: &[Rating]) -> Vec<Rating> {
        room.iter()
            .map(|rating| Rating::try_from(-i64::from(*rating)).unwrap())
            .collect()
    }

    #[test]
    fn the_median_of_an_even_number_is_the_lower_of_the_two_in_the_middle() {
        let of = |points: &[i64]| median(ratings(points)).map(Rating::points);
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[7]), Some(7));
        assert_eq!(of(&[1, -1]), Some(-1));
        assert_eq!(of(&[10, 2, 4]), Some(4));
        assert_eq!(of(&[8, -3, 5, 6]), Some(5));
        assert_eq!(lower_median([3, -2, 0, 9]), Some(0));
    }

    #[test]
    fn the_range_of_nobody_is_none_and_of_one_is_that_one() {
        assert_eq!(range([]), None);
        let one = ratings(&[-4])[0];
        assert_eq!(range([one]), Some((one, one)));
    }

    proptest! {
        #[test]
        fn the_median_is_a_rating_somebody_gave(room in any_room()) {
            let median = median(room.iter().copied());
            prop_assert_eq!(median.is_none(), room.is_empty());
            if let Some(median) = median {
                prop_assert!(room.contains(&median));
                let (lowest, highest) = range(room.iter().copied()).unwrap();
                prop_assert!(lowest <= median && median <= highest);
            }
        }

        #[test]
        fn the_median_is_never_above_the_mean_of_the_two_in_the_middle(room in any_room()) {
            let mut sorted = room.clone();
            sorted.sort_unstable();
            if let Some(median) = median(room.iter().copied()) {
                let above = i64::from(sorted[sorted.len() / 2]);
                let below = i64::from(sorted[(sorted.len() - 1) / 2]);
                prop_assert!(2 * i64::from(median) <= above + below);
            }
        }

        #[test]
        fn at_least_half_stand_at_or_below_the_median_and_half_at_or_above(room in any_room()) {
            if let Some(median) = median(room.iter().copied()) {
                let below = room.iter().filter(|rating| **rating <= median).count();
                let above = room.iter().filter(|rating| **rating >= median).count();
                prop_assert!(2 * below >= room.len() && 2 * above >= room.len());
            }
        }

        #[test]
        fn the_order_of_the_room_does_not_matter(
            (room, shuffled) in any_room().prop_flat_map(|room| (Just(room.clone()), Just(room).prop_shuffle()))
        ) {
            prop_assert_eq!(median(room.iter().copied()), median(shuffled.iter().copied()));
            prop_assert_eq!(range(room.iter().copied()), range(shuffled.iter().copied()));
            prop_assert_eq!(Summary::of(room.iter().copied()), Summary::of(shuffled.iter().copied()));
            prop_assert_eq!(Shape::of(room), Shape::of(shuffled));
        }
    }
}
