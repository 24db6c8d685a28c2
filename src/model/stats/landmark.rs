//! The landmarks of a journey: its worst moment, its best and its last.

use super::Summary;
use crate::model::rating::Rating;
use std::cmp::Reverse;

/// A step that stands out, and the rating for which it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Landmark {
    /// The step, counted from 0.
    pub step: usize,
    /// The person's own rating, the lower of two, the room's median, or the median of a camp.
    pub rating: Rating,
    /// At a split step, how many people are in the camp whose median it is; else `None`.
    pub camp: Option<usize>,
}

/// The worst step. A split room counts by its camp down: where a third of the people were lost, the
/// others' good time does not make up for it.
///
/// Of equal ones, a room that agrees comes before a camp, and the later step before the earlier, as it
/// is fresher in memory. `None` when nobody has rated.
pub fn worst(steps: &[Summary]) -> Option<Landmark> {
    landmarks(steps, Side::Down)
        .min_by_key(|mark| (mark.rating, mark.camp.is_some(), Reverse(mark.step)))
}

/// The best step. A split room counts by its camp up, so that one and the same step may be the worst and
/// the best: it depended on whom the customer met, and that is worth saying.
///
/// Equal ones as in [`worst`]. It may be a rating of points down: then it is only the least bad.
pub fn best(steps: &[Summary]) -> Option<Landmark> {
    landmarks(steps, Side::Up).max_by_key(|mark| (mark.rating, mark.camp.is_none(), mark.step))
}

/// The last step that anybody rated, counted from 0. It is shown as its summary says, a split one with
/// both camps.
pub fn last(steps: &[Summary]) -> Option<usize> {
    steps.iter().rposition(|summary| summary.n() > 0)
}

#[derive(Clone, Copy)]
enum Side {
    Down,
    Up,
}

fn landmarks(steps: &[Summary], side: Side) -> impl Iterator<Item = Landmark> {
    steps.iter().enumerate().filter_map(move |(step, summary)| {
        let (rating, camp) = match (summary, side) {
            (Summary::Nobody, _) => return None,
            (Summary::One(rating) | Summary::Two(rating, _), _) => (*rating, None),
            (Summary::Room { median, .. }, _) => (*median, None),
            (Summary::Split { down: camp, .. }, Side::Down)
            | (Summary::Split { up: camp, .. }, Side::Up) => (camp.median(), Some(camp.count())),
        };
        Some(Landmark { step, rating, camp })
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::{any_room, ratings};
    use super::*;
    use proptest::prelude::*;

    fn steps(rooms: &[&[i64]]) -> Vec<Summary> {
        rooms
            .iter()
            .map(|points| Summary::of(ratings(points)))
            .collect()
    }

    fn told(mark: Option<Landmark>) -> (usize, i8, Option<usize>) {
        let mark = mark.unwrap();
        (mark.step, mark.rating.points(), mark.camp)
    }

    #[test]
    fn an_unrated_journey_has_no_landmarks() {
        let nothing = steps(&[&[], &[]]);
        assert_eq!(worst(&nothing), None);
        assert_eq!(best(&nothing), None);
        assert_eq!(last(&nothing), None);
        assert_eq!(worst(&[]), None);
    }

    #[test]
    fn of_equal_steps_the_later_stands_out() {
        let solo = steps(&[&[-7], &[5], &[-7], &[5], &[]]);
        assert_eq!(told(worst(&solo)), (2, -7, None));
        assert_eq!(told(best(&solo)), (3, 5, None));
        assert_eq!(last(&solo), Some(3));
    }

    #[test]
    fn a_split_step_can_be_the_worst_and_the_best() {
        let team = steps(&[&[2, 3, 3], &[-9, -8, 7, 8, 8], &[1, 1, 4]]);
        assert_eq!(told(worst(&team)), (1, -9, Some(2)));
        assert_eq!(told(best(&team)), (1, 8, Some(3)));
    }

    #[test]
    fn a_room_that_agrees_comes_before_a_camp_as_bad() {
        let team = steps(&[&[-8, -8, -8], &[-8, 7, 7], &[7, 7, 7], &[-5, 7, 1]]);
        assert_eq!(told(worst(&team)), (0, -8, None));
        assert_eq!(told(best(&team)), (2, 7, None));
    }

    #[test]
    fn two_people_count_by_the_lower() {
        let pair = steps(&[&[-8, 9], &[2, 3]]);
        assert_eq!(told(worst(&pair)), (0, -8, None));
        assert_eq!(told(best(&pair)), (1, 2, None));
    }

    proptest! {
        #[test]
        fn the_worst_is_never_above_the_best(rooms in proptest::collection::vec(any_room(), 0..7)) {
            let steps: Vec<Summary> = rooms.iter().cloned().map(Summary::of).collect();
            let (worst, best) = (worst(&steps), best(&steps));
            prop_assert_eq!(worst.is_some(), best.is_some());
            if let (Some(worst), Some(best)) = (worst, best) {
                prop_assert!(worst.rating <= best.rating);
                prop_assert!(rooms[worst.step].contains(&worst.rating));
                prop_assert!(rooms[best.step].contains(&best.rating));
            }
        }
    }
}
