//! The numbers of the journey: sealed until their reveal, and of the people, not of the steps.

use super::*;
use customer_hat::model::journey::Journey;
use customer_hat::model::stats::{Landmark, Summary};

/// Guesses of Ana, Ben and Cho, all of them far too good.
fn guessed() -> Session {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    for name in ["Ana", "Ben"] {
        let prediction = Some(guess(&[9, 8, 7, 6, 5]));
        make(&mut session, Change::Predict(id(name), prediction));
    }
    let pass = Some(Prediction::Passed { at: at(1) });
    make(&mut session, Change::Predict(id("Cho"), pass));
    session
}

fn answer_all(session: &mut Session, number: u8, turn: Turn, points: [i64; 3]) {
    for (name, points) in ["Ana", "Ben", "Cho"].into_iter().zip(points) {
        make(session, answer(number, turn, name, points));
    }
}

/// Everything that a screen is told of what was felt and expected.
pub fn told(session: &Session) -> String {
    let people = session.people().iter().map(|person| &person.id);
    let of_people: Vec<_> = people
        .map(|id| {
            let expected: Vec<_> = session
                .step_numbers()
                .map(|number| session.expected(id, number))
                .collect();
            (session.walk_of(id), session.stays_of(id), expected)
        })
        .collect();
    let of_steps: Vec<_> = session
        .steps()
        .iter()
        .map(|record| (record.felt_ratings(), record.of()))
        .collect();
    format!("{:?} {of_people:?} {of_steps:?}", Journey::of(session))
}

#[test]
fn nothing_is_told_before_the_first_reveal() {
    let mut session = guessed();
    let empty = told(&super::session(&["Ana", "Ben", "Cho"]));
    assert_eq!(told(&session), empty);
    answer_all(&mut session, 1, Turn::First, [-10, 5, 7]);
    assert_eq!(told(&session), empty);
    let journey = Journey::of(&session);
    assert_eq!(journey.summaries, vec![Summary::Nobody; 5]);
    assert_eq!((journey.balance, journey.left()), (None, 0));
    assert_eq!(journey.expected, [None; 5]);
}

#[test]
fn a_reveal_tells_its_own_step_and_no_other() {
    let mut session = guessed();
    answer_all(&mut session, 1, Turn::First, [-10, 5, 7]);
    make(&mut session, Change::Reveal(step(1), Turn::First));
    let shown = told(&session);
    let journey = Journey::of(&session);
    assert_eq!(journey.expected, [Some(rating(9)), None, None, None, None]);
    assert_eq!(journey.leaving, [1, 0, 0, 0, 0]);
    assert_eq!((journey.gaps.of, journey.gaps.expected_better), (2, 2));
    answer_all(&mut session, 2, Turn::First, [-9, -8, -7]);
    answer_all(&mut session, 1, Turn::Again, [1, 1, 1]);
    assert_eq!(told(&session), shown);
}

#[test]
fn a_second_rating_counts_from_its_reveal_on() {
    let mut session = guessed();
    answer_all(&mut session, 1, Turn::First, [-10, 5, 7]);
    make(&mut session, Change::Reveal(step(1), Turn::First));
    assert_eq!(Journey::of(&session).left(), 1);
    answer_all(&mut session, 1, Turn::Again, [2, 0, 0]);
    make(&mut session, Change::Reveal(step(1), Turn::Again));
    let journey = Journey::of(&session);
    assert_eq!(journey.left(), 0);
    assert_eq!(journey.balances[0], (id("Ana"), 2));
}

#[test]
fn the_balance_is_the_middle_of_the_people_and_not_the_sum_of_the_medians() {
    let journey = Journey::of(&walked());
    let balances: Vec<_> = journey.balances.iter().map(|(_, points)| *points).collect();
    assert_eq!(balances, [0, -1, 0]);
    assert_eq!(journey.balance, Some(0));
    assert_eq!(
        journey.running,
        [Some(5), Some(2), Some(6), Some(-1), Some(0)]
    );
    assert_eq!(journey.ended_below(), 1);
}

#[test]
fn a_person_leaves_once_at_the_first_step_they_would_not_have_gone_on() {
    let journey = Journey::of(&walked());
    assert_eq!(journey.leaving, [0, 2, 0, 1, 0]);
    assert_eq!(journey.left(), 3);
}

#[test]
fn the_worst_the_best_and_the_last_moment_are_found() {
    let journey = Journey::of(&walked());
    let steps = |marks: &[Landmark]| marks.iter().map(|mark| mark.step).collect::<Vec<_>>();
    assert_eq!(steps(&journey.worst), [3]);
    assert_eq!(steps(&journey.best), [0]);
    assert_eq!(journey.last, Some(4));
}

#[test]
fn expectations_are_counted_by_person_and_only_of_those_who_had_one() {
    let mut session = guessed();
    rate(&mut session, 1, &[9, 4, 1]);
    rate(&mut session, 2, &[10, 3, 1]);
    let journey = Journey::of(&session);
    assert_eq!(journey.gaps.of, 4, "Cho passed");
    let people = journey.people_gaps;
    assert_eq!(
        (
            people.expected_better,
            people.as_expected,
            people.expected_worse,
            people.of
        ),
        (1, 0, 1, 2)
    );
}

#[test]
fn who_never_rated_pulls_nobody_to_zero() {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    rate(&mut session, 1, &[-5, -6, 0]);
    let journey = Journey::of(&session);
    assert_eq!(journey.balances.len(), 2);
    assert_eq!(journey.balance, Some(-6));
}

#[test]
fn an_empty_session_has_an_empty_journey() {
    let journey = Journey::of(&session(&[]));
    assert_eq!(journey.balance, None);
    assert_eq!(journey.last, None);
    assert_eq!(journey.likely_remembered, None);
    assert!(journey.balances.is_empty());
}
