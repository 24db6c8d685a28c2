//! SPLIT: whether a room is divided, and the two camps it is divided into.

use super::lower_median;
use crate::model::rating::Rating;

/// How far from the middle a camp begins: −10..=−4 is down, +4..=+10 is up.
///
/// The rule's panels answer on nine marks, of which the outer three on each side are extremes; seven of
/// our ten on each side, of twenty in all, come nearest to that third.
const CAMP_FROM: i8 = 4;

/// The people of a divided room who stand on the same side, at least one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Camp {
    ratings: Vec<Rating>,
    median: Rating,
    lowest: Rating,
    highest: Rating,
}

/// A divided room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Camps {
    /// Those at −10..=−4.
    pub down: Camp,
    /// Those at +4..=+10.
    pub up: Camp,
    /// How many stand in neither camp, at −3..=+3.
    pub between: usize,
}

impl Camp {
    fn of(mut ratings: Vec<Rating>) -> Option<Self> {
        ratings.sort_unstable();
        Some(Self {
            median: lower_median(ratings.iter().copied())?,
            lowest: *ratings.first()?,
            highest: *ratings.last()?,
            ratings,
        })
    }

    /// Its ratings, lowest first.
    pub fn ratings(&self) -> &[Rating] {
        &self.ratings
    }

    /// How many people it has, from one on.
    pub fn count(&self) -> usize {
        self.ratings.len()
    }

    /// The rating in its middle; of an even number the lower of the two.
    pub fn median(&self) -> Rating {
        self.median
    }

    /// Its lowest rating.
    pub fn lowest(&self) -> Rating {
        self.lowest
    }

    /// Its highest rating.
    pub fn highest(&self) -> Rating {
        self.highest
    }
}

/// A third of a room, to the nearest whole person; 0 only for nobody and for one.
///
/// A third ends in 0, ⅓ or ⅔ and never in a half, so there is no question which way to round.
pub fn third(people: usize) -> usize {
    (people + 1) / 3
}

/// Whether a rating lies where the camp down may stand.
pub(super) fn is_far_down(rating: Rating) -> bool {
    rating.points() <= -CAMP_FROM
}

/// Whether a rating lies where the camp up may stand.
pub(super) fn is_far_up(rating: Rating) -> bool {
    rating.points() >= CAMP_FROM
}

/// The two camps of a divided room, from three ratings on: at least a third of the people at −10..=−4
/// and at least a third at +4..=+10, a third being [`third`]. `None` when the room is not divided.
///
/// After the rule for disagreement on small panels of the RAND/UCLA Appropriateness Method (Fitch et al.,
/// *User's Manual*, RAND 2001), whose table for 8 to 16 people is the same third: 3 for 8 to 10, 4 for
/// 11 to 13, 5 for 14 to 16.
pub fn split(ratings: impl IntoIterator<Item = Rating>) -> Option<Camps> {
    let ratings: Vec<Rating> = ratings.into_iter().collect();
    let pick = |side: fn(Rating) -> bool| -> Vec<Rating> {
        ratings.iter().copied().filter(|r| side(*r)).collect()
    };
    let (down, up) = (pick(is_far_down), pick(is_far_up));
    if ratings.len() < 3 || down.len().min(up.len()) < third(ratings.len()) {
        return None;
    }
    Some(Camps {
        between: ratings.len() - down.len() - up.len(),
        down: Camp::of(down)?,
        up: Camp::of(up)?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::{any_room, negated, ratings};
    use super::*;
    use proptest::prelude::*;

    /// People in the room, and how many each camp needs.
    const TABLE: [(usize, usize); 18] = [
        (3, 1),
        (4, 1),
        (5, 2),
        (6, 2),
        (7, 2),
        (8, 3),
        (9, 3),
        (10, 3),
        (11, 4),
        (12, 4),
        (13, 4),
        (14, 5),
        (15, 5),
        (16, 5),
        (17, 6),
        (18, 6),
        (19, 6),
        (20, 7),
    ];

    /// A room of `people` with so many at −4 and so many at +4, the rest just inside at ±3.
    fn room(people: usize, down: usize, up: usize) -> Vec<Rating> {
        let inside = (down + up..people).map(|i| if i % 2 == 0 { 3 } else { -3 });
        let points: Vec<i64> = std::iter::repeat_n(-4, down)
            .chain(std::iter::repeat_n(4, up))
            .chain(inside)
            .collect();
        ratings(&points)
    }

    #[test]
    fn a_room_of_3_to_20_is_split_from_a_third_on_each_side() {
        for (people, need) in TABLE {
            assert_eq!(third(people), need, "a third of {people}");
            let camps = split(room(people, need, need)).unwrap();
            assert_eq!(camps.down.count(), need);
            assert_eq!(camps.up.count(), need);
            assert_eq!(camps.between, people - 2 * need);
            assert!(split(room(people, need - 1, need)).is_none(), "{people}");
            assert!(split(room(people, need, need - 1)).is_none(), "{people}");
            let all_in_camps = split(room(people, people - need, need)).unwrap();
            assert_eq!(all_in_camps.between, 0);
        }
    }

    #[test]
    fn three_points_belong_to_no_camp_and_four_do() {
        assert!(split(ratings(&[-3, 1, 4])).is_none());
        assert!(split(ratings(&[-4, 1, 3])).is_none());
        assert!(split(ratings(&[-4, 1, 4])).is_some());
        assert!(split(ratings(&[-10, 1, 10])).is_some());
    }

    #[test]
    fn two_are_never_split() {
        assert!(split([]).is_none());
        assert!(split(ratings(&[-10])).is_none());
        assert!(split(ratings(&[-10, 10])).is_none());
    }

    #[test]
    fn a_camp_knows_its_people() {
        let camps = split(ratings(&[-9, 6, -5, 1, 10, -4, -8])).unwrap();
        assert_eq!(camps.down.ratings(), ratings(&[-9, -8, -5, -4]));
        assert_eq!(camps.down.median().points(), -8);
        assert_eq!(camps.up.median().points(), 6);
        assert_eq!(camps.up.lowest().points(), 6);
        assert_eq!(camps.up.highest().points(), 10);
        assert_eq!(camps.between, 1);
    }

    proptest! {
        #[test]
        fn the_split_of_a_room_upside_down_is_the_split_upside_down(room in any_room()) {
            let (here, there) = (split(room.clone()), split(negated(&room)));
            prop_assert_eq!(here.is_some(), there.is_some());
            if let (Some(here), Some(there)) = (here, there) {
                prop_assert_eq!(here.between, there.between);
                let mut turned = negated(here.down.ratings());
                turned.reverse();
                prop_assert_eq!(turned.as_slice(), there.up.ratings());
            }
        }

        #[test]
        fn everybody_is_in_one_camp_or_between(room in any_room()) {
            if let Some(camps) = split(room.clone()) {
                prop_assert_eq!(camps.down.count() + camps.up.count() + camps.between, room.len());
            }
        }
    }
}
