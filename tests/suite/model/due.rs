//! Days as people type them: never a day that is over unless its year is typed, never a panic.

use customer_hat::model::due::{HOW, parse};
use jiff::civil::{Date, date};
use proptest::prelude::*;

#[test]
fn the_weekday_of_today_is_the_one_in_a_week() {
    let sunday = date(2026, 11, 22);
    assert_eq!(parse("sunday", sunday), Ok(Some(date(2026, 11, 29))));
    assert_eq!(parse("next mon", sunday), Ok(Some(date(2026, 11, 23))));
    assert_eq!(parse("on Tuesday.", sunday), Ok(Some(date(2026, 11, 24))));
}

#[test]
fn a_month_ends_where_it_ends() {
    let today = date(2027, 1, 31);
    assert_eq!(parse("in a month", today), Ok(Some(date(2027, 2, 28))));
    assert_eq!(parse("31 jan", today), Ok(Some(today)), "today is to come");
    assert_eq!(parse("30 jan", today), Ok(Some(date(2028, 1, 30))));
}

#[test]
fn a_year_has_two_digits_or_four() {
    let today = date(2026, 11, 22);
    assert_eq!(parse("1.12.27", today), Ok(Some(date(2027, 12, 1))));
    assert_eq!(parse("1.12.2027", today), Ok(Some(date(2027, 12, 1))));
    for typed in ["1.12.7", "1.12.127", "1.12.-7", "1.12.+27", "1.12.20270"] {
        assert_eq!(parse(typed, today), Err(HOW), "{typed}");
    }
}

#[test]
fn at_the_end_of_the_calendar_there_is_no_day_and_no_panic() {
    for typed in [
        "tomorrow",
        "fri",
        "in 1000 months",
        "in 3 weeks",
        "next month",
        "1 jan",
    ] {
        assert_eq!(parse(typed, Date::MAX), Err(HOW), "{typed}");
    }
}

fn typed() -> impl Strategy<Value = String> {
    let word = proptest::sample::select(vec![
        "in", "next", "on", "fri", "monday", "day", "weeks", "dec", "feb", "29", "31", "0", "7",
        "2026", "99999", "-", "+", ".", "/", "é", "month", "a",
    ]);
    let words = proptest::collection::vec((word, "[ .,/-]?"), 0..5);
    words.prop_map(|words| {
        words
            .into_iter()
            .map(|(word, sign)| word.to_owned() + &sign)
            .collect()
    })
}

proptest! {
    #![proptest_config(super::random::config())]

    #[test]
    fn whatever_is_typed_is_a_day_or_a_question(text in typed(), any in "\\PC{0,12}") {
        let today = date(2026, 11, 22);
        for text in [text, any] {
            if let Ok(Some(day)) = parse(&text, today) {
                let has_year = text.chars().filter(char::is_ascii_digit).count() > 2;
                prop_assert!(has_year || day >= today, "{text}: {day}");
            }
        }
    }
}
