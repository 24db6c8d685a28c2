//! The gap between what people predicted and what they felt, said as a count of people.

use crate::model::rating::Rating;
use std::cmp::Ordering;

/// What one person felt at one step, less what they had predicted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gap {
    /// −20..=20: negative is worse than predicted, positive is better.
    pub points: i8,
}

/// How many people expected better, worse, or just what came.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Those who felt less than they had predicted.
    pub expected_better: usize,
    /// Those who felt what they had predicted, to the point.
    pub as_expected: usize,
    /// Those who felt more than they had predicted.
    pub expected_worse: usize,
    /// All of them: those who predicted and rated.
    pub of: usize,
}

/// What was felt less what was predicted, as plain whole numbers: predicted −1 and felt +1 is a gap of
/// 2, as two ratings one mark apart elsewhere are 1 apart. Only its size is touched by that, never its
/// sign, and it is the sign that is counted and said.
pub fn gap(felt: Rating, predicted: Rating) -> Gap {
    Gap {
        points: felt.points() - predicted.points(),
    }
}

impl Gaps {
    /// Counts gaps; who passed on either side has none.
    pub fn of(gaps: impl IntoIterator<Item = Gap>) -> Self {
        gaps.into_iter().fold(Self::default(), |mut count, gap| {
            match gap.points.cmp(&0) {
                Ordering::Less => count.expected_better += 1,
                Ordering::Equal => count.as_expected += 1,
                Ordering::Greater => count.expected_worse += 1,
            }
            count.of += 1;
            count
        })
    }

    /// The finding in a few words, such as "6 of 8 expected better". `None` when there is nothing to count.
    pub fn words(self) -> Option<String> {
        let Self {
            expected_better: better,
            expected_worse: worse,
            of,
            ..
        } = self;
        match (of, better.cmp(&worse)) {
            (0, _) => None,
            (1, Ordering::Greater) => Some("expected better".to_owned()),
            (1, Ordering::Less) => Some("expected worse".to_owned()),
            (1, Ordering::Equal) => Some("as expected".to_owned()),
            (_, Ordering::Greater) => Some(format!("{better} of {of} expected better")),
            (_, Ordering::Less) => Some(format!("{worse} of {of} expected worse")),
            (_, Ordering::Equal) if better == 0 => Some(format!("{of} of {of} as expected")),
            (_, Ordering::Equal) => Some(format!(
                "{better} of {of} expected better, {worse} expected worse"
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{any_rating, ratings};
    use super::*;
    use proptest::prelude::*;

    fn words(points: &[i8]) -> Option<String> {
        Gaps::of(points.iter().map(|points| Gap { points: *points })).words()
    }

    #[test]
    fn across_the_missing_zero_the_difference_is_plain() {
        let [down, up, lowest, highest] = ratings(&[-1, 1, -10, 10])[..] else {
            panic!("four ratings")
        };
        assert_eq!(gap(up, down).points, 2);
        assert_eq!(gap(lowest, highest).points, -20);
        assert_eq!(gap(highest, lowest).points, 20);
    }

    #[test]
    fn the_finding_is_a_count_of_people() {
        assert_eq!(words(&[]), None);
        assert_eq!(words(&[-3]).as_deref(), Some("expected better"));
        assert_eq!(words(&[0]).as_deref(), Some("as expected"));
        let eight = [-9, -2, -1, -4, -6, -6, 0, 5];
        assert_eq!(words(&eight).as_deref(), Some("6 of 8 expected better"));
        assert_eq!(words(&[2, 2, 0]).as_deref(), Some("2 of 3 expected worse"));
        assert_eq!(words(&[0, 0]).as_deref(), Some("2 of 2 as expected"));
        assert_eq!(
            words(&[1, -1, 0]).as_deref(),
            Some("1 of 3 expected better, 1 expected worse")
        );
    }

    proptest! {
        #[test]
        fn everybody_is_counted_once(pairs in proptest::collection::vec((any_rating(), any_rating()), 0..20)) {
            let gaps = Gaps::of(pairs.iter().map(|(felt, predicted)| gap(*felt, *predicted)));
            prop_assert_eq!(gaps.of, pairs.len());
            prop_assert_eq!(gaps.expected_better + gaps.as_expected + gaps.expected_worse, gaps.of);
        }
    }
}
