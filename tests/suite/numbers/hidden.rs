//! Where a round hides names, no comparison says of all of its people, or of none, what they gave.

use super::super::model::random::config;
use super::*;
use customer_hat::model::compare::{Comparison, Told};
use customer_hat::model::session::Improvement;
use customer_hat::ui::compare::text;
use proptest::prelude::*;

/// A round with names, and one without, of the same five people.
fn both(then: [i64; 5], now: [i64; 5], builds: [bool; 2]) -> Vec<Session> {
    let first = judged(first(&FIVE, &[&then[..]; 5]), &[builds[0]; 5]);
    let next = begun(("Acme", Walk::Team), &[&first], moment(9), &FIVE);
    let next = judged(rated(hiding(next), &[&now[..]; 5]), &[builds[1]; 5]);
    vec![first, next]
}

/// What the comparison says anywhere: as text, and on every page in every size.
fn said(sessions: &[Session]) -> Vec<String> {
    let mut all = pages_compared(sessions);
    all.push(text::text(&Comparison::of(sessions).unwrap()));
    all.into_iter().map(|text| flat(&text)).collect()
}

/// Words that say something of all people, or that nobody did.
const OF_ALL: [&str; 8] = [
    "all 5 in both",
    "nobody of",
    "5 of 5 in both",
    "→ 5 of 5",
    "→ 0 of 5",
    "→ 5/5",
    "0 lower",
    "0 rated higher",
];

#[test]
fn beside_a_round_with_names_no_count_of_all_or_of_none_is_told() {
    let (low, high) = ([-9, -8, -7, -6, -5], [1, 2, 3, 4, 5]);
    for (then, now, builds) in [
        (low, high, [false, true]),
        (high, low, [true, false]),
        (low, low, [true, true]),
        (high, high, [false, false]),
    ] {
        let sessions = both(then, now, builds);
        let turned = [sessions[1].clone(), sessions[0].clone()];
        for sessions in [&sessions[..], &turned] {
            for said in said(sessions) {
                for words in OF_ALL {
                    assert!(!said.contains(words), "{words}: {said}");
                }
            }
        }
        let comparison = Comparison::of(&sessions).unwrap();
        let text = flat(&text::text(&comparison));
        assert!(text.contains("most of 5 in both felt"), "{text}");
        assert!(text.contains("most is all or all but one"), "{text}");
        assert!(
            comparison.steps[0]
                .in_both
                .as_ref()
                .unwrap()
                .each
                .is_empty()
        );
    }
}

#[test]
fn all_and_all_but_one_read_alike_and_so_do_none_and_one() {
    let then = [-9, -8, -7, -6, 5];
    let all = said(&both(then, [1, 2, 3, 4, 6], [true; 2]));
    let all_but_one = said(&both(then, [1, 2, 3, 4, 5], [true; 2]));
    let about = |said: &[String]| -> Vec<String> {
        let text = said.last().unwrap();
        let found = text
            .split("in both")
            .map(|part| part.chars().rev().take(12).collect());
        found.collect()
    };
    assert_eq!(about(&all), about(&all_but_one));
}

#[test]
fn a_run_and_a_team_beside_another_keep_it_back_too() {
    let sessions = both([-9; 5], [1, 2, 3, 4, 5], [false, true]);
    let third = begun(("Acme", Walk::Team), &[&sessions[1]], moment(99), &FIVE);
    let third = judged(rated(third, &[&[7; 5]; 5]), &[true; 5]);
    let mut run = sessions.clone();
    run.push(third);
    let other = begun(("Zenith", Walk::Team), &[], moment(999), &FIVE);
    let other = judged(rated(hiding(other), &[&[9; 5]; 5]), &[true; 5]);
    for sessions in [run, vec![sessions[0].clone(), other]] {
        for said in said(&sessions) {
            for words in ["all 5 in both", "nobody of", "0 lower", "0 rated higher"] {
                assert!(!said.contains(words), "{words}: {said}");
            }
        }
    }
}

#[test]
fn with_names_in_both_everything_is_told_as_before() {
    let first = first(&FIVE, &[&[-9; 5]; 5]);
    let next = begun(("Acme", Walk::Team), &[&first], moment(9), &FIVE);
    let next = rated(next, &[&[9; 5]; 5]);
    let text = text::text(&Comparison::of(&[first, next]).unwrap());
    assert!(text.contains("all 5 in both felt better"), "{text}");
    assert!(text.contains("would have left: 5 of 5 → 0 of 5"), "{text}");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whatever_was_felt_no_hidden_count_is_of_all_or_of_none(
        rows in proptest::collection::vec(proptest::collection::vec(-10_i64..=10, 6), 2),
        hides in 0_usize..3,
    ) {
        let names = ["Ana", "Ben", "Cho", "Dev", "Eva", "Finn"];
        let begin = |before: &[&Session], start| begun(("Acme", Walk::Team), before, moment(start), &names);
        let maybe = |session, is| if is { hiding(session) } else { session };
        let then = rated(maybe(begin(&[], 0), hides != 1), &[&rows[0]; 5]);
        let now = rated(maybe(begin(&[&then], 9), hides != 0), &[&rows[1]; 5]);
        let comparison = Comparison::of(&[then, now]).unwrap();
        for row in &comparison.steps {
            prop_assert!(row.in_both.as_ref().is_none_or(|both| both.moved.counts().is_none() && both.each.is_empty()));
            for cell in row.cells.iter().filter(|cell| cell.hides_names) {
                let n = cell.summary.n();
                if let Told::Exactly(gone) = cell.gone {
                    prop_assert!(gone > 1 && gone + 1 < n, "{gone} of {n}");
                }
            }
        }
        let text = flat(&text::text(&comparison));
        for words in ["all 6 in both", "all 5 in both", "nobody of", "6 of 6 in both", "0 of 6 in both"] {
            prop_assert!(!text.contains(words), "{words}: {text}");
        }
    }
}

/// A session that hides names, and in which Ben took a promise.
fn with_an_owner() -> Session {
    let mut session = hiding(begun(("Acme", Walk::Team), &[], moment(0), &FIVE));
    session = judged(rated(session, &[&[1, 2, 3, 4, 5]; 5]), &[true; 5]);
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

#[test]
fn whoever_took_a_promise_is_named_in_reports_without_names_and_the_help_says_so() {
    let session = with_an_owner();
    for (format, report) in reports(&session) {
        let owner = format != "csv";
        assert_eq!(report.contains("Ben"), owner, "{format}");
        for name in ["Ana", "Cho", "Dev", "Eva"] {
            assert!(!report.contains(name), "{format}: {report}");
        }
        if ["text", "markdown", "html"].contains(&format) {
            let said = flat(&report);
            assert!(
                said.contains("whoever took a promise is named"),
                "{format}: {said}"
            );
        }
    }
    let help = flat(&Home::new().run(&["report", "--help"]).out);
    assert!(
        help.contains("Whoever took a promise is named: they took it"),
        "{help}"
    );
    assert!(!help.contains("else none does"), "{help}");
    let readme = flat(include_str!("../../../README.md"));
    assert!(readme.contains("whoever took a promise is named"));
    let mut pane = stage_at(&session, Place::Close).keys("r");
    for (width, height) in SIZES.into_iter().take(3) {
        let text = pane.text(width, height);
        let inside = text
            .lines()
            .filter_map(|line| Some(line.split_once('│')?.1.rsplit_once('│')?.0));
        let said = flat(&inside.collect::<Vec<_>>().join(" "));
        assert!(said.contains("whoever took a promise is named"), "{text}");
    }
}
