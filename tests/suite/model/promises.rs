//! Promises: what a round promised stands at the beginning of the next one, until it is kept or given up.

use super::*;
use customer_hat::model::promise::{Outcome, Promise};
use customer_hat::model::session::{Earlier, Improvement};
use jiff::civil::date;

/// What a shelf knows of a session.
fn earlier(session: &Session) -> Earlier {
    Earlier {
        business: session.business().clone(),
        walk: session.walk(),
        round: session.round(),
        promised: session.promised_for_next(),
    }
}

fn improvement(what: &str, the_one: bool) -> Improvement {
    Improvement {
        what: text(what),
        step: Some(step(2)),
        who: text("Ben"),
        by: Some(date(2026, 12, 1)),
        the_one,
    }
}

fn begin(business: &str, walk: Walk, earlier: &[Earlier]) -> Session {
    Session::begin(text(business), walk, exercise(), earlier, at(0))
}

/// A round that ends with these promises, the last of which is the one.
fn round(earlier: &[Earlier], promises: &[&str]) -> Session {
    let mut session = begin("Acme Boats", Walk::Team, earlier);
    let one = |(index, what): (usize, &&str)| improvement(what, index + 1 == promises.len());
    let list = promises.iter().enumerate().map(one).collect();
    make(&mut session, Change::Improvements(list));
    session
}

/// A session of these people after a round that promised two things.
pub fn session_with_promises(names: &[&str]) -> Session {
    let first = round(&[], &["ring back", "a name on every parcel"]);
    let mut session = begin("Acme Boats", Walk::Team, &[earlier(&first)]);
    for name in names {
        make(&mut session, Change::Join(usize::MAX, person(name)));
    }
    go(&mut session, Place::People);
    session
}

fn told(session: &Session) -> Vec<&str> {
    let promises = session.promises().iter();
    promises.map(|one| one.what.as_str()).collect()
}

fn mark(session: &mut Session, index: usize, outcome: Outcome) {
    make(session, Change::Promise(index, Some(outcome)));
}

#[test]
fn a_first_round_has_no_promises_and_is_not_asked_about_any() {
    let mut first = session(&["Ana", "Ben"]);
    assert!(first.promises().is_empty());
    assert!(!first.way().contains(&Place::Promises));
    assert_eq!(
        refused(&mut first, Change::Go(Place::Promises)),
        Refused::NoPromise
    );
}

#[test]
fn the_next_round_asks_about_every_improvement_the_one_first() {
    let second = session_with_promises(&["Ana"]);
    assert_eq!(told(&second), ["a name on every parcel", "ring back"]);
    let expected = Promise {
        what: text("a name on every parcel"),
        step: exercise().steps[1].title.clone(),
        who: text("Ben"),
        by: Some(date(2026, 12, 1)),
        the_one: true,
        round: ron::from_str("1").unwrap(),
        promised: date(2026, 11, 22),
        outcome: None,
    };
    assert_eq!(second.promises()[0], expected);
    assert!(!second.promises()[1].the_one);
}

#[test]
fn an_improvement_of_the_whole_way_is_a_promise_without_a_step() {
    let mut first = session(&["Ana"]);
    let of_none = Improvement {
        step: None,
        ..improvement("smile", true)
    };
    make(&mut first, Change::Improvements(vec![of_none]));
    assert!(first.promised_for_next()[0].step.is_empty());
}

#[test]
fn promises_are_asked_about_between_the_setup_and_the_welcome() {
    let team = session_with_promises(&["Ana", "Ben"]).way();
    let of_team = [
        Place::People,
        Place::Choices,
        Place::Promises,
        Place::Welcome,
    ];
    assert_eq!(team[..4], of_team);
    let alone = session_with_promises(&["Ana"]).way();
    assert_eq!(alone[..3], [Place::People, Place::Promises, Place::Welcome]);
}

#[test]
fn nobody_has_to_mark_anything_before_going_on() {
    let mut second = session_with_promises(&["Ana"]);
    go(&mut second, Place::Promises);
    assert_eq!(second.next_place(), Some(Place::Welcome));
    go(&mut second, Place::Welcome);
    assert_eq!(second.previous_place(), Some(Place::Promises));
    let mut empty = session_with_promises(&[]);
    assert_eq!(
        refused(&mut empty, Change::Go(Place::Promises)),
        Refused::Nobody
    );
}

#[test]
fn a_mark_is_set_changed_and_taken_back() {
    let mut second = session_with_promises(&["Ana"]);
    for outcome in Outcome::ALL {
        let before = second.clone();
        let back = make(&mut second, Change::Promise(1, Some(outcome))).unwrap();
        assert_eq!(second.promises()[1].outcome, Some(outcome));
        let mut undone = second.clone();
        make(&mut undone, back);
        assert_eq!(undone, before);
    }
    assert_eq!(
        refused(&mut second, Change::Promise(2, Some(Outcome::Kept))),
        Refused::NoPromise
    );
}

#[test]
fn what_is_open_goes_on_over_the_rounds_and_what_is_done_or_given_up_does_not() {
    let first = round(&[], &["kept", "not kept", "still open", "unmarked"]);
    assert_eq!(first.promised_for_next()[0].what.as_str(), "unmarked");
    let mut second = round(&[earlier(&first)], &["new"]);
    assert_eq!(
        told(&second),
        ["unmarked", "kept", "not kept", "still open"]
    );
    mark(&mut second, 1, Outcome::Kept);
    mark(&mut second, 2, Outcome::NotKept);
    mark(&mut second, 3, Outcome::StillOpen);
    let shelf = [earlier(&second), earlier(&first)];
    let mut third = round(&shelf, &[]);
    assert_eq!(told(&third), ["new", "unmarked", "still open"]);
    let numbers: Vec<_> = third
        .promises()
        .iter()
        .map(|one| one.round.number())
        .collect();
    assert_eq!(numbers, [2, 1, 1]);
    assert!(third.promises().iter().all(|one| one.outcome.is_none()));
    mark(&mut third, 0, Outcome::Kept);
    mark(&mut third, 1, Outcome::Kept);
    let fourth = round(&[earlier(&third)], &[]);
    assert_eq!(told(&fourth), ["still open"]);
}

#[test]
fn a_round_that_was_broken_off_hands_on_what_it_had_been_asked() {
    let first = round(&[], &["ring back"]);
    let broken_off = round(&[earlier(&first)], &[]);
    let third = round(&[earlier(&first), earlier(&broken_off)], &[]);
    assert_eq!(told(&third), ["ring back"]);
}

#[test]
fn a_team_and_somebody_alone_have_their_own_promises() {
    let shelf = [earlier(&round(&[], &["ring back"]))];
    assert!(
        begin("Acme Boats", Walk::Alone, &shelf)
            .promises()
            .is_empty()
    );
    assert!(begin("Zenith", Walk::Team, &shelf).promises().is_empty());
    let same = begin(" ACME  boats", Walk::Team, &shelf);
    assert_eq!(told(&same), ["ring back"]);
}

#[test]
fn a_promise_is_overdue_after_its_day_as_long_as_it_is_open() {
    let mut promise = round(&[], &["ring back"]).promised_for_next().remove(0);
    let (on_the_day, after) = (date(2026, 12, 1), date(2026, 12, 2));
    assert!(!promise.is_overdue(on_the_day) && promise.is_overdue(after));
    promise.outcome = Some(Outcome::StillOpen);
    assert!(promise.is_overdue(after));
    for done in [Outcome::Kept, Outcome::NotKept] {
        promise.outcome = Some(done);
        assert!(!promise.is_overdue(after));
    }
    promise.outcome = None;
    promise.by = None;
    assert!(!promise.is_overdue(after));
}

#[test]
fn a_list_of_promises_never_grows_beyond_what_a_file_may_hold() {
    let many = vec![improvement("smile", true); Session::MOST_IN_A_LIST];
    let mut first = session(&["Ana"]);
    make(&mut first, Change::Improvements(many.clone()));
    let mut second = begin("Acme Boats", Walk::Team, &[earlier(&first)]);
    make(&mut second, Change::Improvements(many));
    let third = begin("Acme Boats", Walk::Team, &[earlier(&second)]);
    assert_eq!(third.promises().len(), Session::MOST_IN_A_LIST);
    assert_eq!(read(&file_of(&third)).unwrap(), third);
}

#[test]
fn where_rounds_can_not_be_counted_further_the_session_can_still_be_read() {
    let mut last = earlier(&round(&[], &["ring back"]));
    last.round = ron::from_str("65535").unwrap();
    last.promised[0].round = last.round;
    let session = begin("Acme Boats", Walk::Team, &[last]);
    assert_eq!(read(&file_of(&session)).unwrap(), session);
}
