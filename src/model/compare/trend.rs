//! What a step does over several sessions: how far they are apart, and whether they go one way.

use crate::model::rating::Rating;
use crate::model::stats::Summary;

/// Sessions that are at most so many points apart are much the same. Our own rule, and a plain one: two
/// points are what lies between the two ratings next to the missing zero.
pub const SAME_WITHIN: u8 = 2;

/// How far the walks of one step are apart, by the number that stands for each: a person's own rating, or
/// the median of a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The lowest.
    pub lowest: Rating,
    /// The highest.
    pub highest: Rating,
    /// How many walks have such a number, from two on.
    pub walks: usize,
    /// How many rooms were divided: they have none, and are not the same as anything.
    pub split: usize,
}

impl Spread {
    pub(super) fn of(summaries: &[&Summary]) -> Option<Self> {
        let numbers = summaries.iter().filter_map(|summary| summary.headline());
        let numbers: Vec<_> = numbers.collect();
        let split = |summary: &&&Summary| matches!(summary, Summary::Split { .. });
        (numbers.len() >= 2).then_some(Self {
            lowest: *numbers.iter().min()?,
            highest: *numbers.iter().max()?,
            walks: numbers.len(),
            split: summaries.iter().filter(split).count(),
        })
    }

    /// From the lowest to the highest in points, 0..=20.
    pub fn apart(self) -> u8 {
        self.highest.points().abs_diff(self.lowest.points())
    }

    /// Whether they are much the same: within [`SAME_WITHIN`] points, and no room divided.
    pub fn is_same(self) -> bool {
        self.apart() <= SAME_WITHIN && self.split == 0
    }
}

/// What a step does over three rounds or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trend {
    /// Much the same each time: within [`SAME_WITHIN`] points. It comes before any direction.
    Same,
    /// Higher than the time before, each time.
    Up,
    /// Lower than the time before, each time.
    Down,
    /// No one way.
    NoOneWay,
}

impl Trend {
    /// None for fewer than three, and where any has no number: a gap is no step of a trend.
    pub(super) fn of(summaries: &[&Summary]) -> Option<Self> {
        let numbers: Option<Vec<Rating>> =
            summaries.iter().map(|summary| summary.headline()).collect();
        let numbers = numbers.filter(|numbers| numbers.len() >= 3)?;
        let spread = Spread::of(summaries)?;
        Some(if spread.is_same() {
            Self::Same
        } else if numbers.windows(2).all(|two| two[0] < two[1]) {
            Self::Up
        } else if numbers.windows(2).all(|two| two[0] > two[1]) {
            Self::Down
        } else {
            Self::NoOneWay
        })
    }
}
