//! Days that are typed: what is understood is written out before it counts, and what could be either is asked.

use super::super::plain::table::Table;
use super::*;
use customer_hat::model::session::Improvement;
use jiff::civil::{Date, date};

/// A session whose one improvement has no day yet, on Sunday 22 November 2026.
fn session() -> Session {
    let mut session = judged(first(&FIVE[..3], &[&[1, 2, 3]; 5]), &[true; 3]);
    let one = Improvement {
        what: CleanText::typed("Ring back"),
        step: None,
        who: CleanText::typed("Ben"),
        by: None,
        the_one: true,
    };
    make(&mut session, Change::Improvements(vec![one]));
    session
}

/// Each field that takes a day: where it is, the keys that open it, and the day that it holds.
type Field = (Place, fn(&Session) -> Option<Date>);

const FIELDS: [Field; 2] = [
    (Place::Close, Session::next_round),
    (Place::Improvements, |session| session.improvements()[0].by),
];

fn each_field(check: impl Fn(Stage, fn(&Session) -> Option<Date>)) {
    for (place, day) in FIELDS {
        check(stage_at(&session(), place).keys("d"), day);
    }
}

#[test]
fn the_day_that_is_understood_stands_under_the_field_before_enter() {
    each_field(|stage, day| {
        let mut stage = stage.keys("fri");
        for (width, height) in SIZES {
            let text = stage.text(width, height);
            assert!(text.contains("Friday 27 November 2026"), "{text}");
        }
        assert_eq!(day(stage.session()), None);
        let stage = stage.keys("<enter>");
        assert_eq!(day(stage.session()), Some(date(2026, 11, 27)));
    });
}

#[test]
fn of_a_day_and_a_month_that_could_be_either_one_is_chosen() {
    for (key, chosen) in [("1", date(2027, 12, 4)), ("2", date(2027, 4, 12))] {
        each_field(|stage, day| {
            let mut stage = stage.keys("04/12/2027");
            assert!(stage.shows("4 December 2027, or 12 April 2027?"));
            // Enter takes neither, however often.
            stage.press_all("<enter><enter>");
            assert_eq!(day(stage.session()), None);
            for (width, height) in SIZES {
                let text = stage.text(width, height);
                assert!(
                    text.contains("1: 4 December 2027   2: 12 April 2027"),
                    "{text}"
                );
            }
            stage.press_all(key);
            assert_eq!(day(stage.session()), Some(chosen));
        });
    }
}

#[test]
fn a_question_that_is_typed_over_is_forgotten() {
    each_field(|stage, day| {
        let stage = stage.keys("04/12/2027<enter><bs>81<bs>");
        assert_eq!(day(stage.session()), None, "a 1 that is typed is no answer");
        let stage = stage.keys("<enter>1");
        assert_eq!(day(stage.session()), Some(date(2028, 12, 4)));
    });
}

#[test]
fn a_past_day_is_asked_back_and_a_far_one_or_a_number_alone_is_refused() {
    each_field(|stage, day| {
        let mut stage = stage.keys("2026-11-20");
        assert!(stage.shows("Friday 20 November 2026 is past"));
        stage.press_all("<enter>");
        assert_eq!(day(stage.session()), None);
        assert!(stage.shows("Enter again keeps it."));
        stage.press_all("<enter>");
        assert_eq!(day(stage.session()), Some(date(2026, 11, 20)));
    });
    each_field(|stage, day| {
        let mut stage = stage.keys("1 jan 9999<enter><enter>");
        assert_eq!(day(stage.session()), None);
        assert!(stage.shows("more than five years"));
    });
    each_field(|stage, day| {
        let mut stage = stage.keys("31<enter><enter>");
        assert_eq!(day(stage.session()), None);
        assert!(stage.shows("31 what?"));
    });
}

#[test]
fn a_past_day_that_is_typed_over_must_be_asked_back_anew() {
    each_field(|stage, day| {
        let stage = stage.keys("20 nov 2026<enter><bs>6<enter>");
        assert_eq!(day(stage.session()), None);
        let stage = stage.keys("<enter>");
        assert_eq!(day(stage.session()), Some(date(2026, 11, 20)));
    });
}

#[test]
fn a_day_that_stood_there_before_is_kept_without_a_question() {
    let mut session = session();
    make(&mut session, Change::NextRound(Some(date(2020, 1, 2))));
    let stage = stage_at(&session, Place::Close).keys("d<enter>");
    assert_eq!(stage.session().next_round(), Some(date(2020, 1, 2)));
}

/// Line by line, at a question for a day; what is said, and the day in the end.
fn in_lines(answers: &[&str]) -> [(String, Option<Date>); 2] {
    let owned = |lines: &[&str]| {
        lines
            .iter()
            .map(|line| (*line).to_owned())
            .collect::<Vec<_>>()
    };
    let two = super::super::plain::scripts::two();
    // Up to the question by when; and after it, to the date of the next round.
    let at = two.iter().position(|line| line == "Smile").unwrap();
    let run = |before: &[String], more: &[&str], day: fn(&Session) -> Option<Date>| {
        let mut table = Table::at_home();
        table.hears(before);
        table.take_said();
        table.hears(&owned(more));
        for answer in answers {
            let question = table.question();
            table.hears(&owned(&[answer]));
            assert!(!question.is_empty());
        }
        let last = table.question();
        let session = table.session().expect("a session");
        let day = day(session);
        (format!("{}\n{last}", table.said()), day)
    };
    let by = run(&two[..at], &["Smile", "Ana"], |session| {
        session.improvements()[0].by
    });
    let next = run(
        &two[..at],
        &["Smile", "Ana", "", "", "date"],
        Session::next_round,
    );
    [by, next]
}

#[test]
fn line_by_line_a_day_is_written_out_and_counts_only_after_a_yes() {
    for (said, day) in in_lines(&["friday"]) {
        assert!(said.contains("Friday 27 November 2026?"), "{said}");
        assert_eq!(day, None);
    }
    for answer in ["", "yes", "Y"] {
        for (said, day) in in_lines(&["friday", answer]) {
            assert_eq!(day, Some(date(2026, 11, 27)), "{said}");
        }
    }
    for (said, day) in in_lines(&["friday", "no", "1 dec", ""]) {
        assert_eq!(day, Some(date(2026, 12, 1)), "{said}");
    }
    for (said, day) in in_lines(&["friday", "2 weeks", ""]) {
        assert_eq!(day, Some(date(2026, 12, 6)), "{said}");
    }
}

#[test]
fn line_by_line_either_is_chosen_past_is_asked_back_and_far_is_refused() {
    for (said, day) in in_lines(&["04/12/2027", ""]) {
        assert!(
            said.contains("1: 4 December 2027   2: 12 April 2027"),
            "{said}"
        );
        assert_eq!(day, None, "Enter takes neither");
    }
    for (answer, chosen) in [("1", date(2027, 12, 4)), ("2", date(2027, 4, 12))] {
        for (said, day) in in_lines(&["04/12/2027", answer]) {
            assert_eq!(day, Some(chosen), "{said}");
        }
    }
    for (said, day) in in_lines(&["2026-11-20"]) {
        assert!(
            said.contains("Friday 20 November 2026 is past. Keep it?"),
            "{said}"
        );
        assert_eq!(day, None);
    }
    for (said, day) in in_lines(&["2026-11-20", ""]) {
        assert_eq!(day, Some(date(2026, 11, 20)), "{said}");
    }
    for far in ["9999-12-31", "31"] {
        for (said, day) in in_lines(&[far]) {
            assert!(
                said.contains("five years") || said.contains("31 what?"),
                "{said}"
            );
            assert_eq!(day, None);
        }
    }
}
