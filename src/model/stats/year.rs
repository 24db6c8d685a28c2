//! A year of it: what was felt once, as often as it happens to customers in a year, in words.

use super::Summary;
use crate::model::rating::Rating;

/// From here on a product of guesses is told with two significant digits.
const ROUND_FROM: u64 = 10_000;

/// What was felt, times a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearOfIt {
    /// How often it happens to customers in a year, from 1 on.
    pub times: u32,
    /// What was felt: a person's rating or the room's median; of a pair or a split room the lower side.
    pub felt: Rating,
    /// The other side of a pair or a split room that did not feel the same.
    pub or: Option<Rating>,
}

impl YearOfIt {
    /// A year of a step. `None` when nobody rated it or it never happens.
    pub fn of(times: u32, summary: &Summary) -> Option<Self> {
        let (felt, or) = match summary {
            Summary::Nobody => return None,
            Summary::One(rating) => (*rating, None),
            Summary::Two(lower, higher) => (*lower, (lower != higher).then_some(*higher)),
            Summary::Room { median, .. } => (*median, None),
            Summary::Split { down, up, .. } => (down.median(), Some(up.median())),
        };
        (times > 0).then_some(Self { times, felt, or })
    }

    /// "400 times a year, 6 points down"; where people differ, "…, 8 points down or 6 points up".
    pub fn words(self) -> String {
        let often = match self.times {
            1 => "once a year".to_owned(),
            times => format!("{} times a year", grouped(u64::from(times))),
        };
        let felt = points_words(self.felt.points().into());
        match self.or {
            None => format!("{often}, {felt}"),
            Some(or) => format!("{often}, {felt} or {}", points_words(or.points().into())),
        }
    }

    /// The points of a year, times × felt. `None` where people differ: there is no one number for them.
    pub fn points(self) -> Option<i64> {
        match self.or {
            None => Some(i64::from(self.times) * i64::from(self.felt)),
            Some(_) => None,
        }
    }

    /// "2,400 points down a year", and above 10,000 no more than is known: "about 48,000 points down a
    /// year". `None` where people differ.
    pub fn total_words(self) -> Option<String> {
        self.points()
            .map(|points| format!("{} a year", points_words(points)))
    }
}

/// Points in words: "6 points down", "1 point up", "0 points", "about 48,000 points down".
///
/// Above 10,000 they are rounded to two significant digits, a half away from zero.
pub fn points_words(points: i64) -> String {
    let size = points.unsigned_abs();
    let (about, size) = if size > ROUND_FROM {
        ("about ", two_digits(size))
    } else {
        ("", size)
    };
    let noun = if size == 1 { "point" } else { "points" };
    let way = match points {
        0 => "",
        1.. => " up",
        _ => " down",
    };
    format!("{about}{} {noun}{way}", grouped(size))
}

fn two_digits(size: u64) -> u64 {
    let unit = 10_u64.pow(size.max(10).ilog10() - 1);
    let over = size % unit;
    let down = size - over;
    if over >= unit.div_ceil(2) {
        down.saturating_add(unit)
    } else {
        down
    }
}

/// Digits in groups of three: `48,000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut words = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::tests::ratings;
    use super::*;
    use proptest::prelude::*;

    fn year(times: u32, points: &[i64]) -> YearOfIt {
        YearOfIt::of(times, &Summary::of(ratings(points))).unwrap()
    }

    #[test]
    fn a_year_of_it_is_said_in_words() {
        let year_of = year(400, &[-6]);
        assert_eq!(year_of.words(), "400 times a year, 6 points down");
        assert_eq!(year_of.total_words().unwrap(), "2,400 points down a year");
        assert_eq!(year(1, &[1]).words(), "once a year, 1 point up");
        assert_eq!(
            year(8_000, &[-7, -6, -2]).total_words().unwrap(),
            "about 48,000 points down a year"
        );
    }

    #[test]
    fn where_people_differ_there_is_no_total() {
        let split = year(1_200, &[-8, -8, 6, 6]);
        assert_eq!(
            split.words(),
            "1,200 times a year, 8 points down or 6 points up"
        );
        assert_eq!(split.total_words(), None);
        assert_eq!(
            year(3, &[2, 5]).words(),
            "3 times a year, 2 points up or 5 points up"
        );
        assert_eq!(year(3, &[2, 2]).words(), "3 times a year, 2 points up");
    }

    #[test]
    fn what_never_happens_or_was_not_rated_has_no_year() {
        assert_eq!(YearOfIt::of(0, &Summary::of(ratings(&[5]))), None);
        assert_eq!(YearOfIt::of(9, &Summary::Nobody), None);
    }

    #[test]
    fn large_numbers_keep_two_digits() {
        assert_eq!(points_words(0), "0 points");
        assert_eq!(points_words(10_000), "10,000 points up");
        assert_eq!(points_words(10_001), "about 10,000 points up");
        assert_eq!(points_words(-48_499), "about 48,000 points down");
        assert_eq!(points_words(-48_500), "about 49,000 points down");
        assert_eq!(points_words(99_600), "about 100,000 points up");
        assert_eq!(points_words(1_234_567), "about 1,200,000 points up");
    }

    proptest! {
        #[test]
        fn any_number_can_be_said(points in any::<i64>(), times in 1_u32.., felt in -10_i64..=-1) {
            prop_assert!(points_words(points).contains("point"));
            prop_assert!(year(times, &[felt]).points().unwrap() < 0);
        }
    }
}
