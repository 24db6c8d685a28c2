//! A day as people type it: `fri`, `in 3 days`, `1 dec`, `2026-12-01`; and what of it is asked back before it
//! counts.

mod candidates;

use super::moment::date_words;
use candidates::candidates;
use jiff::ToSpan;
use jiff::civil::Date;

/// What to type instead.
pub const HOW: &str = "A day, please: friday, in 2 weeks, 1 dec or 2026-12-01.";

/// What is said of a day so far from today that it is a slip.
pub const TOO_FAR: &str = "That is more than five years from today. A nearer day, please.";

/// How far from today a day may be, in years.
const MOST_YEARS: i8 = 5;

/// What a typed text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meant {
    /// Nothing was typed.
    Nothing,
    /// One day, today or later.
    Day(Date),
    /// One day, and it is over: it is asked back.
    Past(Date),
    /// One of two: numbers of which either could be the month, or a weekday of this week or the next. Both are
    /// told to choose from.
    Either(Date, Date),
}

/// What is meant, seen from `today`, or a sentence why that is no day. Days without a year are the next ones to
/// come.
pub fn read(text: &str, today: Date) -> Result<Meant, String> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    if text.is_empty() {
        return Ok(Meant::Nothing);
    }
    if let Some(question) = bare_number(&text) {
        return Err(question);
    }
    let mut days = candidates(&text, today);
    if days.is_empty() {
        return Err(HOW.to_owned());
    }
    days.retain(|day| is_near(*day, today));
    match days[..] {
        [] => Err(TOO_FAR.to_owned()),
        [one, other, ..] if one != other => Ok(Meant::Either(one, other)),
        [day, ..] if day < today => Ok(Meant::Past(day)),
        [day, ..] => Ok(Meant::Day(day)),
    }
}

/// What is understood of a text while it is typed, written out; none while it is no day.
pub fn understood(text: &str, today: Date) -> Option<String> {
    match read(text, today) {
        Err(sentence) => (sentence == TOO_FAR).then_some(sentence),
        Ok(Meant::Nothing) => None,
        Ok(Meant::Day(day)) => Some(day_words(day)),
        Ok(Meant::Past(day)) => Some(format!("{} is past", day_words(day))),
        Ok(Meant::Either(one, other)) => {
            Some(format!("{}, or {}?", date_words(one), date_words(other)))
        }
    }
}

/// The two days to choose from by their numbers.
pub fn choices(one: Date, other: Date) -> String {
    format!("1: {}   2: {}", date_words(one), date_words(other))
}

/// A day with its weekday: `Friday 4 December 2026`.
pub fn day_words(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// A number alone says neither days nor a day of a month.
fn bare_number(text: &str) -> Option<String> {
    let number = text.strip_prefix("in ").unwrap_or(text).trim();
    let is_short = (1..=3).contains(&number.len());
    let is_number = is_short && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| format!("{number} what? Try in {number} days, or {number} weeks, or a date."))
}

fn is_near(day: Date, today: Date) -> bool {
    let last = today.checked_add(MOST_YEARS.years()).unwrap_or(Date::MAX);
    let first = today.checked_sub(MOST_YEARS.years()).unwrap_or(Date::MIN);
    (first..=last).contains(&day)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    /// A Sunday.
    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn days_are_read_as_people_type_them() {
        for (typed, expected) in [
            ("today", date(2026, 11, 22)),
            ("Tomorrow", date(2026, 11, 23)),
            ("fri", date(2026, 11, 27)),
            ("Friday", date(2026, 11, 27)),
            ("this friday", date(2026, 11, 27)),
            ("sunday", date(2026, 11, 29)),
            ("next week", date(2026, 11, 29)),
            ("in 3 days", date(2026, 11, 25)),
            ("2 weeks", date(2026, 12, 6)),
            ("+10", date(2026, 12, 2)),
            ("3 months", date(2027, 2, 22)),
            ("1 dec", date(2026, 12, 1)),
            ("dec 1", date(2026, 12, 1)),
            ("1st December", date(2026, 12, 1)),
            ("13.12.", date(2026, 12, 13)),
            ("12.12.", date(2026, 12, 12)),
            ("1 March", date(2027, 3, 1)),
            ("1 march 2028", date(2028, 3, 1)),
            ("2026-12-01", date(2026, 12, 1)),
            ("2026/12/1", date(2026, 12, 1)),
            ("29 feb", date(2028, 2, 29)),
            ("04/13/2027", date(2027, 4, 13)),
            ("13-04-2027", date(2027, 4, 13)),
        ] {
            assert_eq!(read(typed, TODAY), Ok(Meant::Day(expected)), "{typed}");
        }
        assert_eq!(read("  ", TODAY), Ok(Meant::Nothing));
    }

    #[test]
    fn nonsense_is_no_day() {
        for typed in [
            "soon",
            "31 feb",
            "0 dec",
            "13.13.",
            "99999999 days",
            "é",
            "1 2 3 4",
            "1 dec 7",
            "1 dec -26",
            "1 dec 126",
            "fr",
            "-",
            "next",
        ] {
            assert_eq!(read(typed, TODAY), Err(HOW.to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_day_and_a_month_that_could_be_either_are_both_told() {
        let either = |one, other| Ok(Meant::Either(one, other));
        let (december, april) = (date(2027, 12, 4), date(2027, 4, 12));
        for typed in [
            "04/12/2027",
            "4.12.2027",
            "4-12-2027",
            "4 12 27",
            "04/12/27",
        ] {
            assert_eq!(read(typed, TODAY), either(december, april), "{typed}");
        }
        let shortly = either(date(2026, 12, 4), date(2027, 4, 12));
        assert_eq!(read("4/12", TODAY), shortly);
        assert_eq!(
            understood("4/12", TODAY).unwrap(),
            "4 December 2026, or 12 April 2027?"
        );
        let half_past = either(date(2026, 12, 4), date(2026, 4, 12));
        assert_eq!(read("04/12/2026", TODAY), half_past);
    }

    #[test]
    fn next_friday_on_a_monday_is_asked_and_on_a_sunday_it_is_plain() {
        let monday = date(2026, 11, 23);
        let both = Meant::Either(date(2026, 11, 27), date(2026, 12, 4));
        assert_eq!(read("next friday", monday), Ok(both));
        let plain = Ok(Meant::Day(date(2026, 11, 27)));
        assert_eq!(read("friday", monday), plain);
        assert_eq!(read("next friday", TODAY), plain);
        let next = Ok(Meant::Day(date(2026, 11, 30)));
        assert_eq!(read("next monday", monday), next);
    }

    #[test]
    fn a_number_alone_is_no_day() {
        for typed in ["31", "7", "in 31", "100"] {
            let sentence = read(typed, TODAY).unwrap_err();
            assert!(sentence.contains(" what? Try in "), "{typed}: {sentence}");
            assert_eq!(understood(typed, TODAY), None);
        }
    }

    #[test]
    fn a_past_day_is_told_as_past_and_a_far_one_is_refused() {
        let past = date(2026, 11, 21);
        assert_eq!(read("2026-11-21", TODAY), Ok(Meant::Past(past)));
        assert_eq!(
            understood("2026-11-21", TODAY).unwrap(),
            "Saturday 21 November 2026 is past"
        );
        for typed in [
            "31 dec 9999",
            "9999-12-31",
            "1 jan 1999",
            "in 1000 months",
            "2031-11-23",
            "04/12/2099",
        ] {
            assert_eq!(read(typed, TODAY), Err(TOO_FAR.to_owned()), "{typed}");
        }
        let last = Ok(Meant::Day(date(2031, 11, 22)));
        assert_eq!(read("2031-11-22", TODAY), last);
    }
}
