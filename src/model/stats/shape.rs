//! The shape of a result: what a facilitator needs to know to choose the next question.

use super::split::{is_far_down, is_far_up, split, third};
use crate::model::rating::Rating;

/// How far one person must stand from the next to stand out. Each band, down, mild and up, is 6 points
/// from end to end, so 7 is the least distance that no two people of one band can have.
const FAR: i8 = 7;

/// The shape of a step's ratings, for choosing a prompt. It says how they lie, not how good they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Divided into two camps, see [`split`].
    Split,
    /// From three people on: one stands at least 7 points from everybody else, and those lie within 6
    /// points of each other. The rating is that person's.
    OneFarOut(Rating),
    /// They agree on +4..=+10.
    AgreedHigh,
    /// They agree on −10..=−4.
    AgreedLow,
    /// They agree on −3..=+3: nobody is hurt, nobody will talk about it.
    AgreedMild,
    /// None of these: they lie all over the scale.
    Mixed,
}

impl Shape {
    /// The shape of the ratings of those who gave one; `None` when nobody did.
    ///
    /// A room agrees on a band when fewer than a third ([`third`]) stand outside it, and of one or two
    /// people none: the rule for agreement on panels of 8 to 16 in the RAND/UCLA Appropriateness Method
    /// (Fitch et al. 2001), carried over to smaller rooms. The first that fits counts, in the order of
    /// the variants: a room that the screen calls split is never called anything else here.
    pub fn of(ratings: impl IntoIterator<Item = Rating>) -> Option<Self> {
        let mut ratings: Vec<Rating> = ratings.into_iter().collect();
        ratings.sort_unstable();
        if ratings.is_empty() {
            return None;
        }
        if split(ratings.iter().copied()).is_some() {
            return Some(Self::Split);
        }
        if let Some(rating) = far_out(&ratings) {
            return Some(Self::OneFarOut(rating));
        }
        Some(agreed(&ratings))
    }
}

fn agreed(ratings: &[Rating]) -> Shape {
    let up = ratings.iter().filter(|r| is_far_up(**r)).count();
    let down = ratings.iter().filter(|r| is_far_down(**r)).count();
    let mild = ratings.len() - up - down;
    let agree_on = |inside: usize| ratings.len() - inside < third(ratings.len()).max(1);
    if agree_on(up) {
        Shape::AgreedHigh
    } else if agree_on(down) {
        Shape::AgreedLow
    } else if agree_on(mild) {
        Shape::AgreedMild
    } else {
        Shape::Mixed
    }
}

/// The one who stands alone at an end of the sorted ratings.
fn far_out(sorted: &[Rating]) -> Option<Rating> {
    let [lowest, .., highest] = sorted else {
        return None;
    };
    let (next_up, next_down) = (sorted[1], sorted[sorted.len() - 2]);
    let apart = |above: Rating, below: Rating| above.points() - below.points();
    if sorted.len() < 3 {
        None
    } else if apart(next_up, *lowest) >= FAR && apart(*highest, next_up) < FAR {
        Some(*lowest)
    } else if apart(*highest, next_down) >= FAR && apart(next_down, *lowest) < FAR {
        Some(*highest)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::{any_room, negated, ratings};
    use super::*;
    use proptest::prelude::*;

    fn shape(points: &[i64]) -> Option<Shape> {
        Shape::of(ratings(points))
    }

    #[test]
    fn an_empty_room_has_no_shape() {
        assert_eq!(shape(&[]), None);
    }

    #[test]
    fn one_and_two_agree_only_when_all_are_inside() {
        assert_eq!(shape(&[4]), Some(Shape::AgreedHigh));
        assert_eq!(shape(&[-4]), Some(Shape::AgreedLow));
        assert_eq!(shape(&[3]), Some(Shape::AgreedMild));
        assert_eq!(shape(&[-9, -5]), Some(Shape::AgreedLow));
        assert_eq!(shape(&[-9, 9]), Some(Shape::Mixed));
        assert_eq!(shape(&[3, 4]), Some(Shape::Mixed));
    }

    #[test]
    fn a_room_agrees_while_fewer_than_a_third_stand_outside() {
        assert_eq!(shape(&[4, 5, 9]), Some(Shape::AgreedHigh));
        assert_eq!(shape(&[3, 5, 9]), Some(Shape::Mixed));
        assert_eq!(shape(&[2, 5, 6, 7, 8]), Some(Shape::AgreedHigh));
        assert_eq!(shape(&[2, 3, 6, 7, 8]), Some(Shape::Mixed));
        assert_eq!(shape(&[-3, -1, 1, 2, 4]), Some(Shape::AgreedMild));
        assert_eq!(
            shape(&[-9, -8, -8, -7, -6, -5, -4, -3, -2]),
            Some(Shape::AgreedLow)
        );
        assert_eq!(
            shape(&[-9, -8, -8, -7, -6, -5, -3, -3, -2]),
            Some(Shape::Mixed)
        );
    }

    #[test]
    fn one_stands_out_from_seven_points_on() {
        let out = |points: &[i64]| match shape(points) {
            Some(Shape::OneFarOut(rating)) => Some(rating.points()),
            _ => None,
        };
        assert_eq!(out(&[-1, 6, 7, 8, 9]), Some(-1));
        assert_eq!(out(&[1, 7, 7, 8, 9]), None);
        assert_eq!(out(&[-9, -8, -7, -7, 1]), Some(1));
        assert_eq!(out(&[-8, 1, 1, 2, 10]), None, "one at each end");
        assert_eq!(out(&[-9, -2, 5]), None, "nobody stands together");
        assert_eq!(shape(&[-5, 5, 6]), Some(Shape::Split), "split comes first");
    }

    proptest! {
        #[test]
        fn upside_down_high_is_low(room in any_room()) {
            let turned = match Shape::of(room.clone()) {
                Some(Shape::AgreedHigh) => Some(Shape::AgreedLow),
                Some(Shape::AgreedLow) => Some(Shape::AgreedHigh),
                Some(Shape::OneFarOut(r)) => Some(Shape::OneFarOut(negated(&[r])[0])),
                same => same,
            };
            prop_assert_eq!(Shape::of(negated(&room)), turned);
        }
    }
}
