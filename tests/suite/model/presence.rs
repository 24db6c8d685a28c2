//! People come late and leave: who is waited for, and the N of "n of N".

use super::*;

fn away(session: &mut Session, name: &str) {
    make(session, Change::Presence(id(name), Presence::Away));
}

fn back(session: &mut Session, name: &str) {
    make(session, Change::Presence(id(name), Presence::Here));
}

/// n and N of "n of N" at a step.
fn n_of(session: &Session, number: u8) -> (usize, usize) {
    let record = session.step(step(number));
    (record.felt_ratings().len(), record.of())
}

#[test]
fn who_is_away_is_not_waited_for_and_not_counted() {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    away(&mut session, "Cho");
    assert_eq!(session.missing(step(1), Turn::First).len(), 2);
    rate(&mut session, 1, &[4, 0]);
    assert_eq!(n_of(&session, 1), (1, 2));
    assert_eq!(session.walk_of(&id("Cho")), [None; 5]);
}

#[test]
fn who_rates_and_leaves_before_the_reveal_is_counted() {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    make(&mut session, answer(1, Turn::First, "Cho", -9));
    away(&mut session, "Cho");
    rate(&mut session, 1, &[4, 5]);
    assert_eq!(n_of(&session, 1), (3, 3));
    assert_eq!(
        session.step(step(1)).felt_rating(&id("Cho")),
        Some(rating(-9))
    );
}

#[test]
fn who_leaves_is_counted_where_they_were() {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    rate(&mut session, 1, &[4, 5, 6]);
    away(&mut session, "Cho");
    rate(&mut session, 2, &[4, 5]);
    back(&mut session, "Cho");
    rate(&mut session, 3, &[4, 5, 6]);
    let found = [1, 2, 3].map(|number| n_of(&session, number));
    assert_eq!(found, [(3, 3), (2, 2), (3, 3)]);
}

#[test]
fn a_latecomer_is_waited_for_from_now_on_and_for_nothing_that_is_shown() {
    let mut session = session(&["Ana", "Ben"]);
    rate(&mut session, 1, &[4, 5]);
    make(&mut session, Change::Join(usize::MAX, person("Dev")));
    assert!(session.missing(step(1), Turn::First).is_empty());
    assert!(session.missing_predictions().is_empty());
    assert_eq!(session.missing(step(2), Turn::First).len(), 3);
    assert_eq!(n_of(&session, 1), (2, 2));
    assert_eq!(
        refused(&mut session, answer(1, Turn::First, "Dev", 3)),
        Refused::AlreadyRevealed
    );
    for number in 2..=5 {
        rate(&mut session, number, &[1, 2, 3]);
    }
    assert_eq!(session.missing_verdicts().len(), 3);
    assert_eq!(session.walk_of(&id("Dev"))[0], None);
}

#[test]
fn after_the_verdicts_nobody_is_waited_for() {
    let mut session = judged();
    make(&mut session, Change::Join(usize::MAX, person("Dev")));
    assert!(session.missing_verdicts().is_empty());
    assert_eq!(session.verdict_revealed().unwrap().here.len(), 3);
    go(&mut session, Place::Close);
}

#[test]
fn the_second_rating_counts_everybody_of_either_time_once() {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    rate(&mut session, 1, &[4, 5, -6]);
    away(&mut session, "Cho");
    make(&mut session, Change::Join(usize::MAX, person("Dev")));
    rate_turn(&mut session, 1, Turn::Again, &[3, 0, 2]);
    assert_eq!(n_of(&session, 1), (4, 4), "Cho's first rating stands");
    let record = session.step(step(1));
    assert_eq!(record.felt_rating(&id("Cho")), Some(rating(-6)));
    assert_eq!(record.felt_rating(&id("Dev")), Some(rating(2)));
}

#[test]
fn nothing_is_revealed_to_an_empty_room() {
    let mut session = session(&["Ana"]);
    make(&mut session, answer(1, Turn::First, "Ana", 4));
    away(&mut session, "Ana");
    assert_eq!(
        refused(&mut session, Change::Reveal(step(1), Turn::First)),
        Refused::Nobody
    );
}

#[test]
fn what_was_rated_is_there_when_somebody_comes_back() {
    let mut session = session(&["Ana", "Ben"]);
    make(&mut session, answer(1, Turn::First, "Ana", 4));
    away(&mut session, "Ana");
    back(&mut session, "Ana");
    assert_eq!(session.missing(step(1), Turn::First), [&person("Ben")]);
}
