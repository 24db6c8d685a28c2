//! How long something took, as a stopwatch shows it.

use super::Moment;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How long something took, in whole seconds from 0 on; shown as a stopwatch shows it.
///
/// `0:24`, `1:40`, and from an hour on `1:02:03`.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Seconds(pub u32);

impl Seconds {
    /// From one moment to a later one; 0 when it was earlier, and the most that fits when it is too long.
    pub fn between(start: Moment, end: Moment) -> Self {
        let seconds = end.seconds_since(start).max(0);
        Self(u32::try_from(seconds).unwrap_or(u32::MAX))
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (minutes, seconds) = (self.0 / 60, self.0 % 60);
        f.pad(&match (minutes / 60, minutes % 60) {
            (0, minutes) => format!("{minutes}:{seconds:02}"),
            (hours, minutes) => format!("{hours}:{minutes:02}:{seconds:02}"),
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn seconds_are_shown_as_on_a_stopwatch() {
        for (seconds, words) in [
            (0, "0:00"),
            (24, "0:24"),
            (100, "1:40"),
            (3_599, "59:59"),
            (3_600, "1:00:00"),
            (3_723, "1:02:03"),
        ] {
            assert_eq!(Seconds(seconds).to_string(), words);
        }
    }

    #[test]
    fn seconds_between_moments_are_never_negative() {
        let start: Moment = "2026-11-22T14:00:00+01:00".parse().unwrap();
        let end: Moment = "2026-11-22T13:30:00+00:00".parse().unwrap();
        assert_eq!(Seconds::between(start, end), Seconds(1_800));
        assert_eq!(Seconds::between(end, start), Seconds(0));
    }

    #[test]
    fn in_a_file_seconds_are_a_number() {
        assert_eq!(ron::to_string(&Seconds(84)).unwrap(), "84");
        assert_eq!(ron::from_str::<Seconds>("84").unwrap(), Seconds(84));
    }
}
