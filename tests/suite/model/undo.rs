//! Taking back: every change has an opposite, but for a reveal.

use super::*;
use customer_hat::model::change::StepChange;
use customer_hat::model::evidence::{Mode, PhoneLog, Sharing};
use customer_hat::model::session::{BallotKind, Draft, Field, Improvement, Names};

/// Holds that a change does something, and that its opposite gives the session back.
fn there_and_back(session: &mut Session, change: Change) {
    let before = session.clone();
    let said = format!("{change:?}");
    let opposite = make(session, change).expect("an opposite");
    assert_ne!(*session, before, "{said}");
    make(session, opposite);
    assert_eq!(*session, before, "{said}");
}

#[test]
fn setup_is_taken_back() {
    let mut session = session(&["Ana", "Ben"]);
    for change in [
        Change::Business(text("ACME Boats")),
        Change::Join(1, person("Cho")),
        Change::Remove(id("Ana")),
        Change::Rename(id("Ana"), text("Anna"), text("owner")),
        Change::Presence(id("Ana"), Presence::Away),
        Change::Ballot(BallotKind::Open),
        Change::Names(Names::Hidden),
        Change::Go(Place::Choices),
    ] {
        there_and_back(&mut session, change);
    }
}

#[test]
fn an_answer_is_taken_back_to_the_one_before_or_to_none() {
    let mut session = session(&["Ana", "Ben"]);
    let guesses = [guess(&[1, 2, 3, 4, 5]), Prediction::Passed { at: at(1) }];
    for prediction in guesses {
        let change = Change::Predict(id("Ana"), Some(prediction));
        there_and_back(&mut session, change.clone());
        make(&mut session, change);
    }
    for points in [4, 0, -7] {
        let change = answer(1, Turn::First, "Ana", points);
        there_and_back(&mut session, change.clone());
        make(&mut session, change);
    }
    let mut walked = walked();
    there_and_back(&mut walked, answer(2, Turn::Again, "Ana", 3));
    there_and_back(&mut walked, builds("Ana"));
}

#[test]
fn everything_noted_at_a_step_is_taken_back() {
    let mut session = session(&["Ana"]);
    for change in [
        StepChange::Mode(Mode::Imagined),
        StepChange::Sharing(Sharing::EachTheirOwn),
        StepChange::Phone(Some(PhoneLog::dial(at(3)))),
        StepChange::TimesAYear(Some(1_200)),
        StepChange::Seconds(95),
        StepChange::MoreMinutes(5),
    ] {
        there_and_back(&mut session, Change::Step(step(2), change));
    }
    let beyond = Change::Step(step(6), StepChange::Seconds(1));
    assert_eq!(refused(&mut session, beyond), Refused::NoStep(step(6)));
}

#[test]
fn the_end_of_the_meeting_is_taken_back() {
    let mut session = judged();
    let improvement = Improvement {
        what: text("ring back"),
        step: Some(step(2)),
        who: text("Ben"),
        by: None,
        the_one: false,
    };
    let draft = Draft {
        field: Field::Keep,
        text: text("the sm"),
    };
    for change in [
        Change::ChosenFor(vec![text("price")]),
        Change::IfEqual(text("the way you listen")),
        Change::Keep(text("the smile")),
        Change::Improvements(vec![improvement]),
        Change::NextRound(Some(jiff::civil::date(2027, 2, 1))),
        Change::Finished(Some(at(70))),
        Change::Draft(Some(draft)),
    ] {
        there_and_back(&mut session, change);
    }
}

#[test]
fn going_into_a_step_is_taken_back_and_that_it_was_begun_stays() {
    let mut session = session(&["Ana"]);
    let back = make(&mut session, Change::Go(Place::Step(step(1)))).unwrap();
    make(&mut session, back);
    assert_eq!(session.place(), Place::People);
    assert!(session.step(step(1)).started.is_some());
}

#[test]
fn a_reveal_has_no_opposite() {
    let mut session = session(&["Ana"]);
    make(&mut session, answer(1, Turn::First, "Ana", 3));
    assert_eq!(
        make(&mut session, Change::Reveal(step(1), Turn::First)),
        None
    );
    make(&mut session, answer(1, Turn::Again, "Ana", 5));
    assert_eq!(
        make(&mut session, Change::Reveal(step(1), Turn::Again)),
        None
    );
    let mut walked = walked();
    for name in ["Ana", "Ben", "Cho"] {
        make(&mut walked, builds(name));
    }
    assert_eq!(make(&mut walked, Change::RevealVerdicts), None);
}
