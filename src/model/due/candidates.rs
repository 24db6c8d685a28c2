//! The days that a text could mean: more than one where a weekday or two numbers leave it open.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The days that a text could mean.
pub(super) fn candidates(text: &str, today: Date) -> Vec<Date> {
    if let Some(day) = plain(text, today).or_else(|| text.parse().ok()) {
        return vec![day];
    }
    let weekdays = weekday(text, today);
    if !weekdays.is_empty() {
        return weekdays;
    }
    if let Some(day) = span(text, today) {
        return vec![day];
    }
    day_and_month(text, today)
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

/// A weekday is the next one to come. With `next` it may be that of the next week as well.
fn weekday(text: &str, today: Date) -> Vec<Date> {
    let (is_next, name) = match text.strip_prefix("next ") {
        Some(name) => (true, name),
        None => (false, text),
    };
    let name = name.strip_prefix("on ").unwrap_or(name);
    let name = name.strip_prefix("this ").unwrap_or(name);
    let names = [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    let found = |full: &&str| name.len() >= 3 && full.starts_with(name);
    let Some(index) = names.iter().position(found) else {
        return Vec::new();
    };
    let weekday = Weekday::from_monday_zero_offset(index as i8);
    let to_come = weekday
        .and_then(|weekday| today.nth_weekday(1, weekday))
        .ok();
    let since_monday = today.weekday().to_monday_zero_offset();
    let of_next_week = i32::from(7 - since_monday) + index as i32;
    let of_next_week = today.checked_add(of_next_week.days()).ok();
    let of_next_week = of_next_week.filter(|_| is_next);
    to_come.into_iter().chain(of_next_week).collect()
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

/// `1 dec`, `dec 1`, `1st December 2026`, `1.12.2026`, `1.12`, `2026/12/1`. Of two numbers either may be the month,
/// as far as there is such a day.
fn day_and_month(text: &str, today: Date) -> Vec<Date> {
    let is_numbers = text.chars().all(|c| c.is_ascii_digit() || c == '-');
    let parts: Vec<&str> = text
        .split(|c| " ./,".contains(c) || (is_numbers && c == '-'))
        .filter(|part| !part.is_empty())
        .collect();
    let (one, other, year) = match parts[..] {
        [year, month, day] if year.len() == 4 && year.parse::<i16>().is_ok() => {
            let day = dated(day, month, Some(year), today);
            return day.into_iter().collect();
        }
        [one, other] => (one, other, None),
        [one, other, year] => (one, other, Some(year)),
        _ => return Vec::new(),
    };
    let both = [
        dated(one, other, year, today),
        dated(other, one, year, today),
    ];
    both.into_iter().flatten().collect()
}

/// The day of a month, and of a year if one is told; else the next such day.
fn dated(day: &str, month: &str, year: Option<&str>, today: Date) -> Option<Date> {
    let month = month_of(month)?;
    let endings = ["st", "nd", "rd", "th"];
    let number = endings.iter().find_map(|ending| day.strip_suffix(ending));
    let day: i8 = number.unwrap_or(day).parse().ok()?;
    let Some(year) = year else {
        let years = (0..=8).filter_map(|more| today.year().checked_add(more));
        let mut days = years.filter_map(|year| Date::new(year, month, day).ok());
        return days.find(|date| *date >= today);
    };
    let is_digits = year.chars().all(|c| c.is_ascii_digit());
    let number: i16 = year.parse().ok().filter(|_| is_digits)?;
    let year = match year.len() {
        2 => number + 2000,
        4 => number,
        _ => return None,
    };
    Date::new(year, month, day).ok()
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
