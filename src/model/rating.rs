//! A rating: a whole number from 10 points down to 10 points up, never zero.

use serde::{Deserialize, Serialize};
use std::fmt;

/// How a person was made to feel, in points: −10..=−1 is down, +1..=+10 is up.
///
/// Zero can't be built: there is no neutral ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "i64")]
pub struct Rating(i8);

/// Why a number is no rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotARating {
    /// The number was zero.
    #[error("0 is no rating: there is no neutral ground, only −10..−1 or +1..+10")]
    Zero,
    /// The number was beyond ten points.
    #[error("{0} is outside −10..10")]
    Outside(i64),
}

impl Rating {
    /// Ten points down, the lowest rating.
    pub const LOWEST: Self = Self(-10);
    /// Ten points up, the highest rating.
    pub const HIGHEST: Self = Self(10);
    /// One point up, the least there is.
    pub const LEAST_UP: Self = Self(1);
    /// One point down, the least there is.
    pub const LEAST_DOWN: Self = Self(-1);

    /// The points: −10..=−1 or 1..=10.
    pub fn points(self) -> i8 {
        self.0
    }

    /// Whether it is a rating of points up.
    pub fn is_up(self) -> bool {
        self.0 > 0
    }

    /// All twenty ratings, lowest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + Clone {
        (-10..=10).filter(|points| *points != 0).map(Self)
    }

    /// The next rating up, stepping over zero; the highest stays.
    pub fn up(self) -> Self {
        Self::all().find(|next| *next > self).unwrap_or(self)
    }

    /// The next rating down, stepping over zero; the lowest stays.
    pub fn down(self) -> Self {
        Self::all().rev().find(|next| *next < self).unwrap_or(self)
    }
}

impl TryFrom<i64> for Rating {
    type Error = NotARating;

    fn try_from(points: i64) -> Result<Self, NotARating> {
        match points {
            0 => Err(NotARating::Zero),
            -10..=10 => Ok(Self(points as i8)),
            _ => Err(NotARating::Outside(points)),
        }
    }
}

impl From<Rating> for i64 {
    fn from(rating: Rating) -> Self {
        i64::from(rating.0)
    }
}

/// Points with their sign as a reader expects it: `+7`, `−7` (a true minus), `0` for a sum of nothing.
pub fn signed(points: i32) -> String {
    match points {
        0 => "0".to_owned(),
        1.. => format!("+{points}"),
        _ => format!("−{}", points.unsigned_abs()),
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&signed(i32::from(self.0)))
    }
}
