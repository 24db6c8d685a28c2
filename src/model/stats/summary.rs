//! What one step's ratings come to, shaped so that a screen can't show a number that has no meaning.

use super::{Camp, Camps, median, range, split};
use crate::model::rating::Rating;

/// What one step's ratings come to. One person and two have screens of their own, and a divided room
/// has no median.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Summary {
    /// Nobody has rated.
    Nobody,
    /// One rating: it has no median and no range.
    One(Rating),
    /// Two ratings, the lower first: both are shown, and no median.
    Two(Rating, Rating),
    /// Three ratings or more that are not split.
    Room {
        /// The middle one; of an even number the lower of the two.
        median: Rating,
        /// The lowest.
        lowest: Rating,
        /// The highest.
        highest: Rating,
        /// How many rated, from three on.
        n: usize,
    },
    /// Three ratings or more in two camps, see [`split`].
    Split {
        /// Those at −10..=−4.
        down: Camp,
        /// Those at +4..=+10.
        up: Camp,
        /// The lowest of all.
        lowest: Rating,
        /// The highest of all.
        highest: Rating,
        /// How many rated, in a camp or in none, from three on.
        n: usize,
    },
}

impl Summary {
    /// Sums up the ratings of those who gave one; who passed is not among them.
    pub fn of(ratings: impl IntoIterator<Item = Rating>) -> Self {
        let ratings: Vec<Rating> = ratings.into_iter().collect();
        let n = ratings.len();
        let everybody = || ratings.iter().copied();
        let (Some((lowest, highest)), Some(median)) = (range(everybody()), median(everybody()))
        else {
            return Self::Nobody;
        };
        match (n, split(everybody())) {
            (1, _) => Self::One(lowest),
            (2, _) => Self::Two(lowest, highest),
            (_, Some(Camps { down, up, .. })) => Self::Split {
                down,
                up,
                lowest,
                highest,
                n,
            },
            (_, None) => Self::Room {
                median,
                lowest,
                highest,
                n,
            },
        }
    }

    /// How many rated.
    pub fn n(&self) -> usize {
        match self {
            Self::Nobody => 0,
            Self::One(_) => 1,
            Self::Two(..) => 2,
            Self::Room { n, .. } | Self::Split { n, .. } => *n,
        }
    }

    /// How many stand between the camps of a divided room.
    pub fn between(&self) -> usize {
        match self {
            Self::Split { down, up, n, .. } => n - down.count() - up.count(),
            _ => 0,
        }
    }

    /// Whether the median is the lower of two in the middle: those of an even number.
    pub fn has_two_in_the_middle(&self) -> bool {
        matches!(self, Self::Room { n, .. } if n % 2 == 0)
    }

    /// The one rating that may stand large: a person's own, or the median of a room that is not split.
    pub fn headline(&self) -> Option<Rating> {
        match self {
            Self::One(rating) => Some(*rating),
            Self::Room { median, .. } => Some(*median),
            Self::Nobody | Self::Two(..) | Self::Split { .. } => None,
        }
    }

    /// The lowest and the highest rating, from two ratings on.
    pub fn range(&self) -> Option<(Rating, Rating)> {
        match self {
            Self::Nobody | Self::One(_) => None,
            Self::Two(lowest, highest)
            | Self::Room {
                lowest, highest, ..
            }
            | Self::Split {
                lowest, highest, ..
            } => Some((*lowest, *highest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{any_room, ratings};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_has_no_range_and_two_have_no_median() {
        let [low, high] = [ratings(&[-2])[0], ratings(&[9])[0]];
        assert_eq!(Summary::of([]), Summary::Nobody);
        assert_eq!(Summary::of([high]), Summary::One(high));
        assert_eq!(Summary::of([high, low]), Summary::Two(low, high));
        assert_eq!(Summary::of([high]).range(), None);
        assert_eq!(Summary::of([high, low]).headline(), None);
    }

    #[test]
    fn a_split_room_has_no_headline() {
        let split = Summary::of(ratings(&[-8, -7, 2, 6, 7]));
        assert!(matches!(&split, Summary::Split { down, up, n: 5, .. }
            if down.count() == 2 && up.count() == 2));
        assert_eq!((split.headline(), split.between()), (None, 1));
        let room = Summary::of(ratings(&[-3, 5, 6]));
        assert_eq!(room.headline().map(Rating::points), Some(5));
    }

    proptest! {
        #[test]
        fn nobody_is_lost_and_the_range_holds_all(room in any_room()) {
            let summary = Summary::of(room.clone());
            prop_assert_eq!(summary.n(), room.len());
            if let Summary::Split { down, up, .. } = &summary {
                prop_assert_eq!(down.count() + summary.between() + up.count(), room.len());
            }
            if let Some((lowest, highest)) = summary.range() {
                prop_assert!(room.iter().all(|rating| (lowest..=highest).contains(rating)));
                prop_assert!(room.contains(&lowest) && room.contains(&highest));
            }
            prop_assert_eq!(
                matches!(summary, Summary::Split { .. }),
                split(room).is_some()
            );
        }
    }
}
