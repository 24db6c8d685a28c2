//! Days as people type them: never a day that is over unless its year is typed, never a panic.

use customer_hat::model::due::{HOW, Meant, TOO_FAR, read, understood};
use jiff::civil::{Date, date};
use proptest::prelude::*;

#[test]
fn the_weekday_of_today_is_the_one_in_a_week() {
    let sunday = date(2026, 11, 22);
    assert_eq!(read("sunday", sunday), Ok(Meant::Day(date(2026, 11, 29))));
    assert_eq!(read("next mon", sunday), Ok(Meant::Day(date(2026, 11, 23))));
    assert_eq!(
        read("on Tuesday.", sunday),
        Ok(Meant::Day(date(2026, 11, 24)))
    );
}

#[test]
fn a_month_ends_where_it_ends() {
    let today = date(2027, 1, 31);
    assert_eq!(read("in a month", today), Ok(Meant::Day(date(2027, 2, 28))));
    assert_eq!(
        read("31 jan", today),
        Ok(Meant::Day(today)),
        "today is to come"
    );
    assert_eq!(read("30 jan", today), Ok(Meant::Day(date(2028, 1, 30))));
}

#[test]
fn a_year_has_two_digits_or_four() {
    let today = date(2026, 11, 22);
    assert_eq!(read("13.12.27", today), Ok(Meant::Day(date(2027, 12, 13))));
    assert_eq!(
        read("13.12.2027", today),
        Ok(Meant::Day(date(2027, 12, 13)))
    );
    for typed in ["1.12.7", "1.12.127", "1.12.-7", "1.12.+27", "1.12.20270"] {
        assert_eq!(read(typed, today), Err(HOW.to_owned()), "{typed}");
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
        assert_eq!(read(typed, Date::MAX), Err(HOW.to_owned()), "{typed}");
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
            let said = understood(&text, today);
            match read(&text, today) {
                Ok(Meant::Day(day)) => {
                    prop_assert!(day >= today, "{text}: {day}");
                    let words = day.strftime("%A %-d %B %Y").to_string();
                    prop_assert_eq!(said, Some(words), "written out before it counts");
                }
                Ok(Meant::Past(day)) => {
                    prop_assert!(day < today && said.is_some_and(|said| said.contains("past")));
                }
                Ok(Meant::Either(one, other)) => {
                    prop_assert!(one != other && said.is_some_and(|said| said.contains(", or ")));
                }
                Ok(Meant::Nothing) => prop_assert_eq!(said, None),
                Err(sentence) => {
                    prop_assert!(said.is_none_or(|said| said == TOO_FAR));
                    prop_assert!(!sentence.is_empty());
                }
            }
        }
    }
}
