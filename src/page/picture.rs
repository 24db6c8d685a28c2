//! Pictures as data: what they show, and how high they are.

use super::faces::Size;
use crate::model::rating::Rating;

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// The journey as one curve.
    Curve(Curve),
}

/// A journey: its steps from left to right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Curve {
    /// The steps.
    pub stops: Vec<Stop>,
}

/// What a curve shows of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// What the step is called, short.
    pub name: String,
    /// What was felt: nothing, one number, or the two of a divided room.
    pub felt: Vec<Rating>,
}

/// How high a picture may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heights {
    /// The least with which it still says something.
    pub(super) least: u16,
    /// With which it says all.
    pub(super) whole: u16,
    /// Beyond which it gains nothing.
    pub(super) most: u16,
}

impl Picture {
    /// How high it may be beside words of this size. A wider picture is never higher.
    pub(super) fn heights(&self, size: Size) -> Heights {
        match self {
            Self::Curve(_) => Heights {
                least: 3 + size.rows(),
                whole: 7 + size.rows(),
                most: 20 + size.rows(),
            },
        }
    }
}
