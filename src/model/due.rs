//! A day as people type it: `fri`, `in 3 days`, `1 dec`, `2026-12-01`.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// What to type instead.
pub const HOW: &str = "A day, please: friday, in 2 weeks, 1 dec or 2026-12-01.";

/// The day that is meant, seen from `today`; none for an empty text. Days without a year are the next
/// ones to come.
pub fn parse(text: &str, today: Date) -> Result<Option<Date>, &'static str> {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    if text.is_empty() {
        return Ok(None);
    }
    let found = plain(&text, today)
        .or_else(|| text.parse().ok())
        .or_else(|| weekday(&text, today))
        .or_else(|| span(&text, today))
        .or_else(|| day_and_month(&text, today));
    found.map(Some).ok_or(HOW)
}

fn plain(text: &str, today: Date) -> Option<Date> {
    let days = match text {
        "today" => 0,
        "tomorrow" => 1,
        "next week" | "a week" | "in a week" => 7,
        "next month" | "a month" | "in a month" => return today.checked_add(1.month()).ok(),
        _ => return None,
    };
    today.checked_add(days.days()).ok()
}

fn weekday(text: &str, today: Date) -> Option<Date> {
    let name = text
        .strip_prefix("next ")
        .or_else(|| text.strip_prefix("on "))
        .unwrap_or(text);
    let names = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let index = names
        .iter()
        .position(|full| name.len() >= 3 && full.starts_with(name))?;
    let weekday = Weekday::from_monday_zero_offset(index as i8).ok()?;
    today.nth_weekday(1, weekday).ok()
}

/// `in 3 days`, `2 weeks`, `+10`.
fn span(text: &str, today: Date) -> Option<Date> {
    let text = text
        .strip_prefix("in ")
        .or_else(|| text.strip_prefix('+'))
        .unwrap_or(text)
        .trim();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let count: i64 = text
        .get(..digits)?
        .parse()
        .ok()
        .filter(|count| *count <= 1_000)?;
    let span = match text[digits..].trim() {
        "" | "d" | "day" | "days" => count.days(),
        "w" | "week" | "weeks" => count.weeks(),
        "m" | "month" | "months" => count.months(),
        _ => return None,
    };
    today.checked_add(span).ok()
}

/// `1 dec`, `dec 1`, `1 December 2026`, `1.12.2026`, `1.12`.
fn day_and_month(text: &str, today: Date) -> Option<Date> {
    let parts: Vec<&str> = text
        .split([' ', '.', '/', ','])
        .filter(|part| !part.is_empty())
        .collect();
    let (day, month, year) = match parts[..] {
        [day, month] => (day, month, None),
        [day, month, year] => (day, month, Some(year)),
        _ => return None,
    };
    let (day, month) = match (month_of(month), month_of(day)) {
        (Some(month), _) if day.parse::<i8>().is_ok() => (day, month),
        (_, Some(first)) => (month, first),
        _ => return None,
    };
    let day: i8 = day.parse().ok()?;
    match year {
        Some(year) => {
            let digits = year.chars().all(|c| c.is_ascii_digit());
            let number: i16 = year.parse().ok().filter(|_| digits)?;
            let year = match year.len() {
                2 => number + 2000,
                4 => number,
                _ => return None,
            };
            Date::new(year, month, day).ok()
        }
        None => (0..=4)
            .filter_map(|more| Date::new(today.year() + more, month, day).ok())
            .find(|date| *date >= today),
    }
}

fn month_of(text: &str) -> Option<i8> {
    let names = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if let Ok(number) = text.parse::<i8>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let index = names
        .iter()
        .position(|full| text.len() >= 3 && full.starts_with(text))?;
    Some(index as i8 + 1)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::parse;
    use jiff::civil::date;

    #[test]
    fn days_are_read_as_people_type_them() {
        let today = date(2026, 11, 22);
        for (typed, expected) in [
            ("today", date(2026, 11, 22)),
            ("Tomorrow", date(2026, 11, 23)),
            ("fri", date(2026, 11, 27)),
            ("Friday", date(2026, 11, 27)),
            ("sunday", date(2026, 11, 29)),
            ("next week", date(2026, 11, 29)),
            ("in 3 days", date(2026, 11, 25)),
            ("2 weeks", date(2026, 12, 6)),
            ("+10", date(2026, 12, 2)),
            ("3 months", date(2027, 2, 22)),
            ("1 dec", date(2026, 12, 1)),
            ("dec 1", date(2026, 12, 1)),
            ("1.12.", date(2026, 12, 1)),
            ("1 March", date(2027, 3, 1)),
            ("1 march 2028", date(2028, 3, 1)),
            ("2026-12-01", date(2026, 12, 1)),
            ("29 feb", date(2028, 2, 29)),
        ] {
            assert_eq!(parse(typed, today), Ok(Some(expected)), "{typed}");
        }
        assert_eq!(parse("  ", today), Ok(None));
    }

    #[test]
    fn nonsense_is_no_day() {
        let today = date(2026, 11, 22);
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
        ] {
            assert!(parse(typed, today).is_err(), "{typed}");
        }
    }
}
