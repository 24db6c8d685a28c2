//! One person's way through the steps, and the room's as the middle of the people's: balance, leaving, memory.
//!
//! A person's ratings are a slice with one place for each step; `None` is a pass, or somebody who was
//! not there. A pass is not a zero: who gave no rating at all is not counted for the room.

use super::lower_median;
use crate::model::rating::Rating;

/// The sum of a person's ratings in points: at most 10 up or down for each step; 0 for no rating.
pub fn balance(ratings: &[Option<Rating>]) -> i32 {
    ratings
        .iter()
        .flatten()
        .map(|rating| i32::from(rating.points()))
        .sum()
}

/// The person's balance after each step, as many as there are steps. A pass leaves it where it was.
pub fn running(ratings: &[Option<Rating>]) -> Vec<i32> {
    ratings
        .iter()
        .scan(0, |sum, rating| {
            *sum += rating.map_or(0, |rating| i32::from(rating.points()));
            Some(*sum)
        })
        .collect()
}

/// The room's balance: the lower median of the people's balances, not the sum of the steps' medians.
///
/// `None` when nobody rated anything.
pub fn room_balance<P: AsRef<[Option<Rating>]>>(
    people: impl IntoIterator<Item = P>,
) -> Option<i32> {
    lower_median(people.into_iter().filter_map(|person| {
        let ratings = person.as_ref();
        has_rated(ratings).then(|| balance(ratings))
    }))
}

/// The room's balance after each of so many steps. `None` until somebody has rated; who comes late
/// counts from their first rating on.
pub fn room_running<P: AsRef<[Option<Rating>]>>(people: &[P], steps: usize) -> Vec<Option<i32>> {
    (1..=steps)
        .map(|done| {
            room_balance(people.iter().map(|person| {
                let ratings = person.as_ref();
                &ratings[..done.min(ratings.len())]
            }))
        })
        .collect()
}

/// The first step after which a person would not have gone on, counted from 0. `None`: they stayed.
///
/// Each place answers "would you still go on?"; no answer is no leaving.
pub fn leaving_point(would_go_on: &[Option<bool>]) -> Option<usize> {
    would_go_on.iter().position(|answer| *answer == Some(false))
}

/// How many people have their leaving point at each of so many steps; a point beyond them is not counted.
pub fn leaving_counts(points: impl IntoIterator<Item = Option<usize>>, steps: usize) -> Vec<usize> {
    let mut counts = vec![0; steps];
    for point in points.into_iter().flatten() {
        if let Some(count) = counts.get_mut(point) {
            *count += 1;
        }
    }
    counts
}

/// What a person is likely to remember, in whole points −10..=10: half-way between the most intense
/// rating and the last one. A rule of thumb. `None` for no rating.
///
/// Peak and end: Kahneman, Fredrickson, Schreiber and Redelmeier 1993; Redelmeier and Kahneman 1996.
/// Of two equally intense ratings the lower is the peak, since bad weighs more than good (Baumeister
/// et al. 2001). A half is rounded down, so that it never flatters. 0 is possible here: nobody felt
/// it, it is what two feelings leave behind.
pub fn likely_remembered(ratings: &[Option<Rating>]) -> Option<i8> {
    let given = || ratings.iter().flatten().map(|rating| rating.points());
    let peak = given().min_by_key(|points| (-points.abs(), *points))?;
    let end = given().next_back()?;
    Some((peak + end).div_euclid(2))
}

/// What the room is likely to remember: the lower median of the people's, −10..=10. `None` for no rating.
pub fn room_likely_remembered<P: AsRef<[Option<Rating>]>>(
    people: impl IntoIterator<Item = P>,
) -> Option<i8> {
    lower_median(
        people
            .into_iter()
            .filter_map(|person| likely_remembered(person.as_ref())),
    )
}

fn has_rated(ratings: &[Option<Rating>]) -> bool {
    ratings.iter().any(Option::is_some)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::any_rating;
    use super::*;
    use proptest::prelude::*;

    /// A person's ratings; 0 stands for a pass.
    fn person(points: &[i64]) -> Vec<Option<Rating>> {
        points.iter().map(|p| Rating::try_from(*p).ok()).collect()
    }

    #[test]
    fn a_pass_leaves_the_balance_where_it_was() {
        assert_eq!(balance(&person(&[5, 0, -7, 1])), -1);
        assert_eq!(running(&person(&[5, 0, -7, 1])), [5, 5, -2, -1]);
        assert_eq!(balance(&[]), 0);
        assert!(running(&[]).is_empty());
    }

    #[test]
    fn the_rooms_balance_is_the_median_of_the_peoples() {
        let room = [person(&[9, -8]), person(&[-8, 9]), person(&[-9, -9])];
        assert_eq!(room_balance(&room), Some(1), "the medians would sum to −16");
        assert_eq!(room_running(&room, 3), [Some(-8), Some(1), Some(1)]);
    }

    #[test]
    fn who_rated_nothing_does_not_pull_the_room_to_zero() {
        let room = [person(&[-4, -4]), person(&[0, 0]), person(&[0, -3])];
        assert_eq!(room_balance(&room), Some(-8));
        assert_eq!(room_running(&room, 2), [Some(-4), Some(-8)]);
        assert_eq!(room_balance([person(&[0])]), None);
        assert_eq!(room_running::<&[Option<Rating>]>(&[], 2), [None, None]);
    }

    #[test]
    fn people_leave_once_at_the_first_step() {
        let answers = [Some(true), None, Some(false), Some(true), Some(false)];
        assert_eq!(leaving_point(&answers), Some(2));
        assert_eq!(leaving_point(&[Some(true), None]), None);
        assert_eq!(leaving_point(&[]), None);
        assert_eq!(
            leaving_counts([Some(1), None, Some(1), Some(0), Some(9)], 3),
            [1, 2, 0]
        );
    }

    #[test]
    fn peak_and_end_never_flatter() {
        assert_eq!(likely_remembered(&[]), None);
        assert_eq!(likely_remembered(&person(&[7])), Some(7));
        assert_eq!(likely_remembered(&person(&[5, 2, -7, 1])), Some(-3));
        assert_eq!(likely_remembered(&person(&[8, 0, 1])), Some(4), "4½ down");
        assert_eq!(
            likely_remembered(&person(&[-8, 1, 0])),
            Some(-4),
            "−3½ down"
        );
        assert_eq!(likely_remembered(&person(&[-8, 8])), Some(0));
        assert_eq!(likely_remembered(&person(&[8, -8, 2])), Some(-3));
        assert_eq!(likely_remembered(&person(&[-8, 8, 2])), Some(-3));
        let room = [person(&[8]), person(&[-6]), person(&[0]), person(&[2])];
        assert_eq!(room_likely_remembered(&room), Some(2));
    }

    proptest! {
        #[test]
        fn the_balance_is_the_sum_and_where_the_running_one_ends(
            way in proptest::collection::vec(proptest::option::of(any_rating()), 0..12)
        ) {
            let sum: i64 = way.iter().flatten().map(|r| i64::from(*r)).sum();
            prop_assert_eq!(i64::from(balance(&way)), sum);
            prop_assert_eq!(running(&way).last().copied().unwrap_or(0), balance(&way));
            prop_assert_eq!(running(&way).len(), way.len());
        }

        #[test]
        fn what_is_remembered_lies_between_the_worst_and_the_best(
            way in proptest::collection::vec(proptest::option::of(any_rating()), 0..12)
        ) {
            let given: Vec<i8> = way.iter().flatten().map(|r| r.points()).collect();
            match likely_remembered(&way) {
                None => prop_assert!(given.is_empty()),
                Some(points) => {
                    prop_assert!(points >= *given.iter().min().unwrap());
                    prop_assert!(points <= *given.iter().max().unwrap());
                }
            }
        }
    }
}
