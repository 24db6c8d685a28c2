//! What may be told of a count of people: where names are hidden, never that it was all of them or none.
//!
//! A count of all says of everybody what they gave, and in a round with names stands who they are. All and all but
//! one are therefore told alike, and so are none and one: what is left unsaid must not give it away either.

use super::Counts;
use crate::model::session::FEWEST_FOR_ANONYMITY;
use std::cmp::Ordering;

/// How many of some people, as far as it may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// So many.
    Exactly(usize),
    /// All of them, or all but one.
    Most,
    /// None of them, or one.
    Few,
    /// Of one or two people either would tell too much.
    Nothing,
}

impl Told {
    /// So many of so many people, whose session shows names or hides them.
    pub fn of(many: usize, of: usize, hides_names: bool) -> Self {
        match many {
            _ if !hides_names => Self::Exactly(many),
            _ if of < 3 => Self::Nothing,
            0 | 1 => Self::Few,
            _ if many + 1 >= of => Self::Most,
            _ => Self::Exactly(many),
        }
    }
}

/// What may be told of the people of two sessions, each against their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// Every count: both sessions show names.
    All(Counts),
    /// One of them hides names: which way more went than any other, and how many of them.
    MostWent {
        /// Higher, lower, or the same.
        way: Ordering,
        /// How many went that way.
        many: Told,
        /// All who are in both.
        of: usize,
    },
}

impl Moved {
    /// What may be told of these; nothing where it would say of a few people what their session keeps back.
    pub(super) fn of(counts: Counts, hides_names: bool) -> Option<Self> {
        let Counts { of, .. } = counts;
        if !hides_names {
            return (of > 0).then_some(Self::All(counts));
        }
        let ways = [
            (counts.same, Ordering::Equal),
            (counts.higher, Ordering::Greater),
            (counts.lower, Ordering::Less),
        ];
        // Of equal ones the last: worse comes before better, and better before the same.
        let (many, way) = ways.into_iter().max_by_key(|(many, _)| *many)?;
        (of >= FEWEST_FOR_ANONYMITY).then_some(Self::MostWent {
            way,
            many: Told::of(many, of, true),
            of,
        })
    }

    /// All counts, where they may be told.
    pub fn counts(self) -> Option<Counts> {
        match self {
            Self::All(counts) => Some(counts),
            Self::MostWent { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_of_all_or_of_none_is_told_like_another_one_where_names_are_hidden() {
        for of in 1..20 {
            for many in 0..=of {
                let told = Told::of(many, of, true);
                let alike = (0..=of).filter(|other| Told::of(*other, of, true) == told);
                let alike = alike.count();
                assert!(alike > 1 || (many > 0 && many < of), "{many} of {of}");
                assert_eq!(Told::of(many, of, false), Told::Exactly(many));
            }
        }
    }

    #[test]
    fn of_those_in_both_no_way_is_told_that_all_went_or_none() {
        for of in FEWEST_FOR_ANONYMITY..12 {
            for higher in 0..=of {
                for lower in 0..=of - higher {
                    let same = of - higher - lower;
                    let counts = Counts {
                        higher,
                        same,
                        lower,
                        of,
                    };
                    let Some(Moved::MostWent { many, .. }) = Moved::of(counts, true) else {
                        panic!("{counts:?} is told whole, or not at all");
                    };
                    let most = higher.max(same).max(lower);
                    let is_told_exactly = many == Told::Exactly(most);
                    assert!(is_told_exactly == (most + 1 < of), "{counts:?}");
                }
            }
        }
    }
}
