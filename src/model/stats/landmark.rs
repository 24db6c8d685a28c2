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

/// The worst steps, all that are equal, in their order. A split room counts by its camp down: where a third of
/// the people were lost, the others' good time does not make up for it. Of two people the lower counts, and of
/// two lower ones the higher beside it.
///
/// None when nobody has rated, and none when nothing stands out: what is lowest anywhere is the highest too.
pub fn worst(steps: &[Summary]) -> Vec<Landmark> {
    outermost(steps, Side::Down)
}

/// The best steps, the same way. A split room counts by its camp up, so that one and the same step may be among
/// the worst and the best: it depended on whom the customer met, and that is worth saying.
///
/// It may be a rating of points down: then it is only the least bad.
pub fn best(steps: &[Summary]) -> Vec<Landmark> {
    outermost(steps, Side::Up)
}

/// Whether two steps or more were rated and none stands out: there is no worst one and no best.
pub fn are_alike(steps: &[Summary]) -> bool {
    let rated = steps.iter().filter(|summary| summary.n() > 0);
    rated.count() > 1 && is_level(steps)
}

/// The one of several equal landmarks that stands for them where there is room for one: a room that agrees comes
/// before a camp, and the later step before the earlier, as it is fresher in memory.
pub fn foremost(equal: &[Landmark]) -> Option<Landmark> {
    let marks = equal.iter().copied();
    marks.min_by_key(|mark| (mark.camp.is_some(), Reverse(mark.step)))
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

fn outermost(steps: &[Summary], side: Side) -> Vec<Landmark> {
    let Some(end) = end(steps, side).filter(|_| !is_level(steps)) else {
        return Vec::new();
    };
    let marks = landmarks(steps, side).filter(|(height, _)| *height == end);
    marks.map(|(_, mark)| mark).collect()
}

/// The lowest height, or the highest.
fn end(steps: &[Summary], side: Side) -> Option<Height> {
    let heights = landmarks(steps, side).map(|(height, _)| height);
    match side {
        Side::Down => heights.min(),
        Side::Up => heights.max(),
    }
}

fn is_level(steps: &[Summary]) -> bool {
    end(steps, Side::Down) == end(steps, Side::Up)
}

/// How high a step lies: its number, and of two people the higher one's beside the lower.
type Height = (Rating, Rating);

fn landmarks(steps: &[Summary], side: Side) -> impl Iterator<Item = (Height, Landmark)> {
    steps.iter().enumerate().filter_map(move |(step, summary)| {
        let (rating, other, camp) = match (summary, side) {
            (Summary::Nobody, _) => return None,
            (Summary::One(rating), _) => (*rating, *rating, None),
            (Summary::Two(lower, higher), _) => (*lower, *higher, None),
            (Summary::Room { median, .. }, _) => (*median, *median, None),
            (Summary::Split { down: camp, .. }, Side::Down)
            | (Summary::Split { up: camp, .. }, Side::Up) => {
                (camp.median(), camp.median(), Some(camp.count()))
            }
        };
        Some(((rating, other), Landmark { step, rating, camp }))
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

    fn told(marks: &[Landmark]) -> Vec<(usize, i8, Option<usize>)> {
        let one = |mark: &Landmark| (mark.step, mark.rating.points(), mark.camp);
        marks.iter().map(one).collect()
    }

    #[test]
    fn an_unrated_journey_has_no_landmarks() {
        let nothing = steps(&[&[], &[]]);
        assert_eq!((worst(&nothing), best(&nothing)), (vec![], vec![]));
        assert!(!are_alike(&nothing));
        assert_eq!(last(&nothing), None);
        assert_eq!(worst(&[]), []);
    }

    #[test]
    fn all_that_are_equal_stand_out_and_the_later_stands_for_them() {
        let solo = steps(&[&[-4], &[-4], &[6], &[6], &[2]]);
        assert_eq!(told(&worst(&solo)), [(0, -4, None), (1, -4, None)]);
        assert_eq!(told(&best(&solo)), [(2, 6, None), (3, 6, None)]);
        assert_eq!(foremost(&worst(&solo)).map(|mark| mark.step), Some(1));
        assert_eq!(last(&solo), Some(4));
    }

    #[test]
    fn of_steps_all_alike_none_is_best_and_none_is_worst() {
        for all in [
            steps(&[&[3], &[3], &[3], &[3], &[3]]),
            steps(&[&[1, 2, 9], &[2, 2, 2], &[]]),
            steps(&[&[-8, 9], &[-8, 9]]),
        ] {
            assert!(are_alike(&all));
            assert_eq!((worst(&all), best(&all)), (vec![], vec![]));
        }
        let alone = steps(&[&[3], &[]]);
        assert_eq!((are_alike(&alone), worst(&alone)), (false, vec![]));
        let split = steps(&[&[-8, 8, 8], &[-8, 8, 8]]);
        assert!(!are_alike(&split));
        assert_eq!((worst(&split).len(), best(&split).len()), (2, 2));
    }

    #[test]
    fn a_split_step_can_be_the_worst_and_the_best() {
        let team = steps(&[&[2, 3, 3], &[-9, -8, 7, 8, 8], &[1, 1, 4]]);
        assert_eq!(told(&worst(&team)), [(1, -9, Some(2))]);
        assert_eq!(told(&best(&team)), [(1, 8, Some(3))]);
    }

    #[test]
    fn a_room_that_agrees_stands_for_a_camp_as_bad() {
        let team = steps(&[&[-8, -8, -8], &[-8, 7, 7], &[7, 7, 7], &[-5, 7, 1]]);
        assert_eq!(told(&worst(&team)), [(0, -8, None), (1, -8, Some(1))]);
        let foremost = |marks: &[Landmark]| foremost(marks).map(|mark| mark.step);
        assert_eq!(foremost(&worst(&team)), Some(0));
        assert_eq!(foremost(&best(&team)), Some(2));
    }

    #[test]
    fn two_people_count_by_the_lower_and_then_by_the_higher() {
        let pair = steps(&[&[-8, 9], &[2, 3], &[-8, 1]]);
        assert_eq!(told(&worst(&pair)), [(2, -8, None)]);
        assert_eq!(told(&best(&pair)), [(1, 2, None)]);
    }

    proptest! {
        #[test]
        fn the_worst_is_never_above_the_best(rooms in proptest::collection::vec(any_room(), 0..7)) {
            let steps: Vec<Summary> = rooms.iter().cloned().map(Summary::of).collect();
            let (worst, best) = (worst(&steps), best(&steps));
            prop_assert_eq!(worst.is_empty(), best.is_empty());
            for (low, high) in worst.iter().zip(&best) {
                prop_assert!(low.rating <= high.rating);
            }
            for mark in worst.iter().chain(&best) {
                prop_assert!(rooms[mark.step].contains(&mark.rating));
            }
            // Nobody lower was left out, nor anybody equal.
            let is_named = |step: usize| worst.iter().any(|mark| mark.step == step);
            for (step, height) in landmarks(&steps, Side::Down).map(|(h, mark)| (mark.step, h)) {
                prop_assert!(is_level(&steps) || (Some(height) == end(&steps, Side::Down)) == is_named(step));
            }
        }
    }
}
