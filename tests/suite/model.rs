//! The rules of a session, tried from outside; and what those tests share: people, a session, a whole walk.

mod answers;
mod begin;
mod compare;
mod due;
mod journey;
mod last_time;
mod one_name;
mod people;
mod phone;
mod presence;
mod promises;
pub mod random;
mod reading;
pub mod replay;
mod undo;
mod way;

use customer_hat::model::change::{Change, Refused};
use customer_hat::model::exercise::Exercise;
use customer_hat::model::moment::Moment;
use customer_hat::model::person::{Person, PersonId, Presence};
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{Prediction, Session, Verdict, Walk};
use customer_hat::model::step_record::{Answer, Turn};
use customer_hat::model::text::CleanText;

/// Minutes after nine.
fn at(minutes: u32) -> Moment {
    let (hour, minute) = (9 + minutes / 60, minutes % 60);
    format!("2026-11-22T{hour:02}:{minute:02}:00+01:00")
        .parse()
        .unwrap()
}

fn text(text: &str) -> CleanText {
    CleanText::typed(text)
}

fn step(number: u8) -> StepNumber {
    StepNumber::try_from(number).unwrap()
}

fn rating(points: i64) -> Rating {
    Rating::try_from(points).unwrap()
}

/// The id that somebody of this name gets first.
fn id(name: &str) -> PersonId {
    PersonId::fresh(name, std::iter::empty())
}

fn person(name: &str) -> Person {
    Person {
        id: id(name),
        name: text(name),
        role: CleanText::default(),
        presence: Presence::Here,
    }
}

fn exercise() -> Exercise {
    Exercise::built_in("role-reversal").unwrap()
}

/// A session of these people, still being set up.
fn session(names: &[&str]) -> Session {
    let mut session = Session::begin(text("Acme Boats"), Walk::Team, exercise(), &[], at(0));
    for name in names {
        make(&mut session, Change::Join(usize::MAX, person(name)));
    }
    // From here on everything happens at one moment, and what is taken back is as it was.
    go(&mut session, Place::People);
    session
}

/// A rating of somebody who would go on from +1 upwards; 0 is a pass.
fn felt(points: i64) -> Answer {
    match Rating::try_from(points) {
        Ok(rating) => Answer::Rated {
            rating,
            stays: rating.is_up(),
            at: at(1),
        },
        Err(_) => Answer::Passed { at: at(1) },
    }
}

fn guess(points: &[i64]) -> Prediction {
    Prediction::Guessed {
        ratings: points.iter().map(|points| rating(*points)).collect(),
        at: at(1),
    }
}

fn answer(number: u8, turn: Turn, name: &str, points: i64) -> Change {
    Change::Answer(step(number), turn, id(name), Some(felt(points)))
}

fn builds(name: &str) -> Change {
    Change::Verdict(id(name), Some(Verdict::Builds { at: at(1) }))
}

/// Makes a change that is allowed.
fn make(session: &mut Session, change: Change) -> Option<Change> {
    let said = format!("{change:?}");
    session
        .apply(change, at(2))
        .unwrap_or_else(|refused| panic!("{said}: {refused}"))
}

/// Tries a change that is not allowed, and holds that it left the session as it was.
fn refused(session: &mut Session, change: Change) -> Refused {
    let before = session.clone();
    let said = format!("{change:?}");
    let refused = session.apply(change, at(2)).expect_err(&said);
    assert_eq!(*session, before, "{said} was refused and changed something");
    refused
}

/// Everybody who is here rates a step with these points, in the order of the people; it is revealed.
fn rate(session: &mut Session, number: u8, points: &[i64]) {
    rate_turn(session, number, Turn::First, points);
}

fn rate_turn(session: &mut Session, number: u8, turn: Turn, points: &[i64]) {
    let here: Vec<_> = session.here().map(|person| person.id.clone()).collect();
    assert_eq!(here.len(), points.len());
    for (id, points) in here.into_iter().zip(points) {
        make(
            session,
            Change::Answer(step(number), turn, id, Some(felt(*points))),
        );
    }
    make(session, Change::Reveal(step(number), turn));
}

/// A session of Ana, Ben and Cho with every step rated and revealed.
fn walked() -> Session {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    for (number, points) in [
        (1, [5, 4, 6]),
        (2, [-3, 2, -8]),
        (3, [4, 3, 0]),
        (4, [-7, -9, -6]),
        (5, [1, -1, 8]),
    ] {
        rate(&mut session, number, &points);
    }
    session
}

/// The same with the verdicts shown.
fn judged() -> Session {
    let mut session = walked();
    for name in ["Ana", "Ben", "Cho"] {
        make(&mut session, builds(name));
    }
    make(&mut session, Change::RevealVerdicts);
    session
}

fn go(session: &mut Session, place: Place) {
    make(session, Change::Go(place));
}

/// The text of its file, without what stands around it.
fn file_of(session: &Session) -> String {
    customer_hat::store::layout::pretty(session).unwrap()
}

/// Reads a file's text; the message where it can't be.
fn read(text: &str) -> Result<Session, String> {
    customer_hat::store::read::parse(
        customer_hat::model::caps::Kind::Session,
        "acme.ron",
        text,
        0,
    )
    .map_err(|error| error.headline())
}
