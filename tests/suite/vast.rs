//! A vast screen: what matters there is not left in plain rows, and what is left out is told.

use super::stage::{Stage, moment, session_in};
use super::workshops::with_people;
use customer_hat::model::change::Change;
use customer_hat::model::place::Place;
use customer_hat::model::session::{Improvement, Session};
use customer_hat::model::text::CleanText;
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;

const VAST: (u16, u16) = (200, 60);

fn at_a_step() -> Stage {
    with_people(&["Olive", "Basil"]).keys("<enter><enter><enter>x<enter>x<enter><enter>")
}

fn plain(stage: &mut Stage, words: &str, (width, height): (u16, u16)) -> bool {
    stage.text(width, height).contains(words)
}

#[test]
fn the_questions_and_what_is_noticed_are_large_and_the_newest_stays_in_sight() {
    let mut stage = at_a_step();
    assert!(plain(&mut stage, "Would you trust them", (100, 30)));
    assert!(!plain(&mut stage, "Would you trust them", VAST));
    let mut stage = stage.keys("+a clear picture");
    assert!(
        !plain(&mut stage, "a clear picture", VAST),
        "while it is typed"
    );
    let mut stage = stage.keys("<enter>");
    assert!(!plain(&mut stage, "a clear picture", VAST));
    assert!(!plain(&mut stage, " more\n", VAST));
    for _ in 0..9 {
        stage.press_all("-opening hours were from last winter<enter>");
    }
    let whole = stage.text(VAST.0, VAST.1);
    assert!(!whole.contains("opening hours"), "{whole}");
    assert!(whole.contains("What you noticed   ↑ "), "{whole}");
    let first = stage
        .keys("<up><up><up><up><up><up><up><up><up><up>")
        .text(VAST.0, VAST.1);
    assert!(first.contains("What you noticed   ↓ 9 more"), "{first}");
}

#[test]
fn a_note_in_a_script_without_block_letters_is_not_lost() {
    let mut stage = at_a_step().keys("+顧客満足");
    assert!(plain(&mut stage, "顧客満足", VAST));
    let mut stage = stage.keys("<enter>");
    assert!(plain(&mut stage, "顧客満足", VAST));
}

#[test]
fn twenty_names_stand_in_large_letters() {
    let names: Vec<_> = (1..=20).map(|nth| format!("Person {nth}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let mut stage = with_people(&names);
    assert!(plain(&mut stage, "Person 20", (100, 30)));
    assert!(!plain(&mut stage, "Person", VAST));
    let mut stage = stage.keys("顧客");
    assert!(
        plain(&mut stage, "顧客", VAST),
        "the field alone stays plain"
    );
    assert!(!plain(&mut stage, "Person", VAST));
}

/// A meeting that has these improvements, of which one is the one of this week.
fn with_improvements(all: &[&str], the_one: usize) -> Session {
    let mut session = samples().swap_remove(0).1;
    let now = session.finished().unwrap();
    session.apply(Change::Go(Place::Improvements), now).unwrap();
    let one = session.improvements()[0].clone();
    let list = all.iter().enumerate().map(|(at, what)| Improvement {
        what: CleanText::typed(what),
        the_one: at == the_one,
        ..one.clone()
    });
    let list = Change::Improvements(list.collect());
    session.apply(list, now).unwrap();
    session
}

const TO_MEND: [&str; 6] = [
    "Have a person, not the machine, answer every call that comes in before nine in the morning and after five",
    "Opening hours right on the site",
    "Say sorry first, then look for the part, and ring back the same day even when there is nothing to say yet",
    "Prices",
    "New hold music",
    "Name of a person on every invoice we send",
];

#[test]
fn improvements_are_large_whichever_of_them_is_the_one() {
    for the_one in 0..TO_MEND.len() {
        let session = with_improvements(&TO_MEND, the_one);
        let mut stage = Stage::in_session(&text_of(&session).unwrap());
        for _ in &TO_MEND {
            let whole = stage.text(VAST.0, VAST.1);
            for what in TO_MEND {
                assert!(!whole.contains(&what[..6]), "{the_one}: {whole}");
            }
            stage.press_all("<down>");
        }
    }
}

/// A round that is asked what the last one promised.
fn asked_of_promises() -> Session {
    let text = include_str!("../../sessions/2026-11-19-pedal-crumb-round-2.ron");
    let mut session = session_in(text);
    for change in [Change::Finished(None), Change::Go(Place::Promises)] {
        session.apply(change, moment(0)).unwrap();
    }
    session
}

#[test]
fn promises_are_large_whichever_is_talked_about() {
    let session = asked_of_promises();
    let mut stage = Stage::in_session(&text_of(&session).unwrap());
    let all: Vec<_> = session.promises().iter().collect();
    assert!(all.len() > 1);
    assert!(plain(&mut stage, all[1].what.as_str(), (100, 30)));
    for _ in &all {
        for promise in &all {
            assert!(!plain(&mut stage, promise.what.as_str(), VAST));
        }
        assert!(!plain(&mut stage, " more", VAST), "all are in sight");
        stage.press_all("<down>");
    }
}

/// The next round after a meeting that has promised these.
fn having_promised(all: &[&str]) -> Stage {
    let first = with_improvements(all, 0);
    Stage::in_next_round(&first)
}

#[test]
fn a_short_promise_stands_over_the_list_and_the_list_stays_where_it_is() {
    let mut stage = having_promised(&["Smile", "Listen", "Ring back within the day", "Ask"]);
    let list = |stage: &mut Stage| {
        let text = stage.text(VAST.0, VAST.1);
        assert!(text.contains(" ████ "), "larger letters: {text}");
        let rows = text.lines().skip(36).take(20);
        let words = |row: &str| {
            let words: String = row.chars().skip(30).take(40).collect();
            let is_edge = words.starts_with("▄▄▄▄") || words.starts_with("▀▀▀▀");
            if is_edge { String::new() } else { words }
        };
        rows.map(words).collect::<Vec<_>>()
    };
    let first = list(&mut stage);
    stage.press_all("<down><down>");
    assert_eq!(list(&mut stage), first);
}

#[test]
fn of_many_promises_as_many_are_in_sight_as_fit_in_large_letters() {
    let session = asked_of_promises();
    let mut stage = Stage::in_session(&text_of(&session).unwrap());
    assert!(plain(&mut stage, "    ↓ 2 more", (150, 44)));
    for promise in session.promises() {
        assert!(!plain(&mut stage, promise.what.as_str(), (150, 44)));
        stage.press_all("<down>");
    }
    assert!(plain(&mut stage, "    ↑ 2 more", (150, 44)));
}

#[test]
fn cards_are_a_large_table_before_the_first_number() {
    let names = ["Olive", "Basil", "Fern", "Sage", "Hazel", "Rowan"];
    let mut stage = with_people(&names).keys("<enter><down><space><enter><enter>");
    stage.press_all(&"x".repeat(names.len()));
    let mut stage = stage.keys("<enter><enter>");
    assert!(plain(&mut stage, "All cards up", (100, 30)));
    for size in [(150, 44), VAST] {
        assert!(!plain(&mut stage, "Hazel", size));
        assert!(!plain(&mut stage, "All cards up", size));
    }
    let foot = |stage: &mut Stage| {
        let text = stage.text(VAST.0, VAST.1);
        let rows: Vec<_> = text
            .lines()
            .map(|row| row.chars().take(60).collect())
            .collect();
        let rows: Vec<String> = rows;
        rows[40..56].to_vec()
    };
    let before = foot(&mut stage);
    stage.press_all("4");
    assert_eq!(foot(&mut stage), before, "nobody below moves");
}
