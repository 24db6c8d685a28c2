//! When something happened and how long it took, in whole seconds; no clock, only what a clock said.

mod seconds;

pub use seconds::Seconds;

use jiff::tz::Offset;
use jiff::{Timestamp, Zoned, civil};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A point in time and the offset of the clock that showed it, to the second.
///
/// In files it is RFC 3339 with the offset, `2026-11-22T14:42:31+01:00`, of the years 0 to 9999. Ordered
/// by the instant; of one instant the clock further west comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Moment {
    at: Timestamp,
    offset: Offset,
}

/// Why a text is no [`Moment`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAMoment {
    /// It is not written as a date, a time and an offset.
    #[error(
        "a time must be written like 2026-11-22T14:42:31+01:00, in whole seconds and with its offset"
    )]
    Form,
    /// It is written well, and there is no such day or time.
    #[error("there is no such date, time or offset in the calendar")]
    Calendar,
}

impl Moment {
    /// The second day of the year 0: from here on the year is 0 or later at every offset.
    const EARLIEST: Timestamp = Timestamp::constant(-62_167_132_800, 0);
    /// The furthest offset that RFC 3339 can write, in seconds.
    const FURTHEST: i32 = 23 * 3_600 + 59 * 60;

    /// A point in time as a clock at this offset showed it. Parts of a second are dropped, and so is
    /// what RFC 3339 can't write: seconds of an offset, and times before the year 0.
    pub fn new(at: Timestamp, offset: Offset) -> Self {
        let whole = at.as_second() - i64::from(at.subsec_nanosecond() < 0);
        let at = Timestamp::from_second(whole).unwrap_or(Timestamp::MIN);
        let seconds = offset.seconds().clamp(-Self::FURTHEST, Self::FURTHEST);
        Self {
            at: at.max(Self::EARLIEST),
            offset: Offset::from_seconds(seconds - seconds % 60).unwrap_or(Offset::UTC),
        }
    }

    /// The date where the clock stood.
    pub fn date(self) -> civil::Date {
        self.civil().date()
    }

    /// The time of day where the clock stood, to the minute: `14:42`.
    pub fn time_words(self) -> String {
        let time = self.civil();
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// The day in words: `22 November 2026`.
    pub fn date_words(self) -> String {
        date_words(self.date())
    }

    /// The instant, whatever the clock's offset.
    pub fn timestamp(self) -> Timestamp {
        self.at
    }

    /// Whole seconds from the other moment to this one; negative when this one came first.
    pub fn seconds_since(self, other: Self) -> i64 {
        self.at.as_second() - other.at.as_second()
    }

    fn civil(self) -> civil::DateTime {
        self.offset.to_datetime(self.at)
    }
}

/// A day in English words: `22 November 2026`.
pub fn date_words(date: civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

impl From<&Zoned> for Moment {
    fn from(now: &Zoned) -> Self {
        Self::new(now.timestamp(), now.offset())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let minutes = self.offset.seconds() / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        let (hours, minutes) = (minutes.abs() / 60, minutes.abs() % 60);
        f.pad(&format!(
            "{}{sign}{hours:02}:{minutes:02}",
            self.civil().strftime("%Y-%m-%dT%H:%M:%S")
        ))
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    /// Reads exactly the form that is written, and `Z` for the offset +00:00. Nothing else: no space for
    /// the T, no parts of a second, no leap second, and not −00:00, which says that the offset is unknown.
    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        let text = text.as_bytes();
        let (clock, offset) = text.split_at_checked(19).ok_or(NotAMoment::Form)?;
        let [year, month, day, hour, minute, second] =
            numbers(clock, b"0000-00-00T00:00:00").ok_or(NotAMoment::Form)?;
        let calendar = |_| NotAMoment::Calendar;
        let small = |number: i32| number as i8;
        let offset = Offset::from_seconds(offset_seconds(offset)?).map_err(calendar)?;
        let at = civil::DateTime::new(
            year as i16,
            small(month),
            small(day),
            small(hour),
            small(minute),
            small(second),
            0,
        )
        .and_then(|clock| offset.to_timestamp(clock))
        .map_err(calendar)?;
        if at < Self::EARLIEST {
            return Err(NotAMoment::Calendar);
        }
        Ok(Self { at, offset })
    }
}

/// `Z`, or `+01:00` and the like, in seconds east.
fn offset_seconds(text: &[u8]) -> Result<i32, NotAMoment> {
    let sign = match text {
        b"Z" => return Ok(0),
        b"-00:00" => return Err(NotAMoment::Form),
        [b'+', ..] => 1,
        [b'-', ..] => -1,
        _ => return Err(NotAMoment::Form),
    };
    let [hours, minutes] = numbers(&text[1..], b"00:00").ok_or(NotAMoment::Form)?;
    if hours > 23 || minutes > 59 {
        return Err(NotAMoment::Calendar);
    }
    Ok(sign * (hours * 3_600 + minutes * 60))
}

/// The numbers in a text of this very form, where `0` is any digit and all else is itself. A number has
/// at most four digits, or two.
fn numbers<const N: usize>(text: &[u8], form: &[u8]) -> Option<[i32; N]> {
    if text.len() != form.len() {
        return None;
    }
    let mut numbers = [0; N];
    let mut number = 0;
    for (byte, form) in text.iter().zip(form) {
        if *form == b'0' && byte.is_ascii_digit() {
            let slot = numbers.get_mut(number)?;
            *slot = *slot * 10 + i32::from(byte - b'0');
        } else if *form != b'0' && byte == form {
            number += 1;
        } else {
            return None;
        }
    }
    Some(numbers)
}

impl TryFrom<String> for Moment {
    type Error = NotAMoment;

    fn try_from(text: String) -> Result<Self, NotAMoment> {
        text.parse()
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn a_moment_is_read_and_written_as_rfc_3339_with_its_offset() {
        for text in [
            "2026-11-22T14:42:31+01:00",
            "2026-11-22T14:42:31-03:30",
            "0001-01-01T00:00:00+23:59",
            "9999-12-29T00:00:00-23:59",
        ] {
            assert_eq!(moment(text).to_string(), text);
        }
        let zulu = moment("2026-11-22T14:42:31Z");
        assert_eq!(zulu.to_string(), "2026-11-22T14:42:31+00:00");
    }

    #[test]
    fn a_moment_says_its_day_and_time_where_the_clock_stood() {
        let late = moment("2026-11-22T23:05:31-09:00");
        assert_eq!(late.time_words(), "23:05");
        assert_eq!(late.date_words(), "22 November 2026");
        assert_eq!(late.date(), civil::date(2026, 11, 22));
        assert_eq!(
            moment("2026-03-01T00:00:00+01:00").date_words(),
            "1 March 2026"
        );
    }

    #[test]
    fn moments_are_ordered_by_the_instant_not_by_the_clock() {
        let berlin = moment("2026-11-22T14:00:00+01:00");
        let london = moment("2026-11-22T13:30:00+00:00");
        assert!(berlin < london);
        assert_eq!(london.seconds_since(berlin), 1_800);
        assert_eq!(berlin.seconds_since(london), -1_800);
    }

    #[test]
    fn anything_else_is_refused_with_a_clear_sentence() {
        for form in [
            "",
            "now",
            "2026-11-22",
            "2026-11-22 14:42:31+01:00",
            "2026-11-22t14:42:31+01:00",
            "2026-11-22T14:42:31",
            "2026-11-22T14:42:31.5+01:00",
            "2026-11-22T14:42:31+0100",
            "2026-11-22T14:42:31-00:00",
            "2026-11-22T14:42:31+01:00[Europe/Berlin]",
            "2026-11-22T14:42:31z",
            "+026-11-22T14:42:31+01:00",
            "２026-11-22T14:42:31Z",
        ] {
            assert_eq!(form.parse::<Moment>(), Err(NotAMoment::Form), "{form}");
        }
        for calendar in [
            "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-11-22T24:00:00Z",
            "2026-11-22T14:42:60Z",
            "2026-11-22T14:42:31+24:00",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59-23:59",
        ] {
            assert_eq!(
                calendar.parse::<Moment>(),
                Err(NotAMoment::Calendar),
                "{calendar}"
            );
        }
        let error = ron::from_str::<Moment>("\"yesterday\"").unwrap_err();
        assert!(error.to_string().contains("like 2026-11-22T14:42:31+01:00"));
    }

    #[test]
    fn in_a_file_a_moment_is_a_string() {
        let noon = moment("2026-11-22T12:00:00+01:00");
        assert_eq!(
            ron::to_string(&noon).unwrap(),
            "\"2026-11-22T12:00:00+01:00\""
        );
    }

    #[test]
    fn a_clock_with_fractions_is_cut_to_the_second() {
        let zoned: Zoned = "2026-11-22T14:42:31.999+01:00[+01:00]".parse().unwrap();
        assert_eq!(Moment::from(&zoned), moment("2026-11-22T14:42:31+01:00"));
        let before_1970 = Moment::new(Timestamp::new(-1, -500_000_000).unwrap(), Offset::UTC);
        assert_eq!(before_1970.to_string(), "1969-12-31T23:59:58+00:00");
    }

    proptest! {
        #[test]
        fn every_moment_can_be_written_and_read_again(
            second in Timestamp::MIN.as_second()..=Timestamp::MAX.as_second(),
            offset in Offset::MIN.seconds()..=Offset::MAX.seconds(),
        ) {
            let at = Timestamp::from_second(second).unwrap();
            let moment = Moment::new(at, Offset::from_seconds(offset).unwrap());
            prop_assert_eq!(moment.to_string().parse(), Ok(moment));
        }

        #[test]
        fn no_text_makes_it_panic(text in "[0-9TZ:+. -]{0,26}|\\PC{0,26}") {
            if let Ok(moment) = text.parse::<Moment>() {
                prop_assert_eq!(moment.to_string().parse(), Ok(moment));
            }
        }
    }
}
