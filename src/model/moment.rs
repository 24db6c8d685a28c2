//! A point in time with its offset from UTC, as it is written into a session.

use serde::{Deserialize, Serialize};

/// Placeholder until the real one is merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(jiff::Timestamp);

impl Moment {
    /// The moment of a zoned time.
    pub fn new(timestamp: jiff::Timestamp, _offset: jiff::tz::Offset) -> Self {
        Self(timestamp)
    }

    /// Whole seconds since an earlier moment; negative when `earlier` is later.
    pub fn seconds_since(self, earlier: Self) -> i64 {
        self.0.as_second() - earlier.0.as_second()
    }
}
