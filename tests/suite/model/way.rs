//! The way through: forward in its order, back at any time, and nothing left out.

use super::*;
use customer_hat::model::session::Company;

/// Goes forward until there is no more, and gives the places.
fn forward(session: &mut Session) -> Vec<Place> {
    let mut places = vec![session.place()];
    while let Some(next) = session.next_place() {
        if session.apply(Change::Go(next), at(3)).is_err() {
            break;
        }
        places.push(next);
    }
    places
}

fn backward(session: &mut Session) -> Vec<Place> {
    let mut places = vec![session.place()];
    while let Some(before) = session.previous_place() {
        go(session, before);
        places.push(before);
    }
    places
}

#[test]
fn a_session_starts_with_its_people_and_ends_on_one_page() {
    let way = session(&["Ana", "Ben"]).way();
    assert_eq!(way.first(), Some(&Place::People));
    assert_eq!(way.last(), Some(&Place::Close));
    assert_eq!(way.len(), 4 + 5 * 3 + 3 + 5);
}

#[test]
fn one_person_alone_is_not_asked_how_a_room_rates() {
    assert!(!session(&["Ana"]).way().contains(&Place::Choices));
    assert!(session(&["Ana", "Ben"]).way().contains(&Place::Choices));
}

#[test]
fn forward_stops_where_ratings_are_missing() {
    let mut session = session(&["Ana", "Ben"]);
    let places = forward(&mut session);
    assert_eq!(places.last(), Some(&Place::Rating(step(1))));
    assert_eq!(
        refused(&mut session, Change::Go(Place::Reveal(step(1)))),
        Refused::NotRevealed
    );
    assert_eq!(
        refused(&mut session, Change::Go(Place::Step(step(2)))),
        Refused::StepFirst(step(1))
    );
}

#[test]
fn forward_waits_for_everybody_who_is_here_and_a_pass_is_enough() {
    let mut session = session(&["Ana", "Ben"]);
    make(&mut session, answer(1, Turn::First, "Ana", -4));
    assert_eq!(
        refused(&mut session, Change::Reveal(step(1), Turn::First)),
        Refused::Waiting("Ben".to_owned())
    );
    make(&mut session, answer(1, Turn::First, "Ben", 0));
    make(&mut session, Change::Reveal(step(1), Turn::First));
    go(&mut session, Place::Step(step(2)));
}

#[test]
fn every_place_ahead_of_what_is_revealed_is_closed() {
    let mut session = session(&["Ana", "Ben"]);
    let ahead = |session: &Session, done: u8| {
        let open: Vec<_> = session
            .way()
            .into_iter()
            .filter(|place| session.may_go(*place).is_ok())
            .collect();
        let last = Place::Rating(step(done + 1));
        assert_eq!(open.last(), Some(&last), "after {done} steps");
        assert_eq!(open.len(), 4 + usize::from(done) * 3 + 2);
    };
    for number in 1..=5 {
        ahead(&session, number - 1);
        rate(&mut session, number, &[3, -3]);
    }
    assert_eq!(
        refused(&mut session, Change::Go(Place::Commodity)),
        Refused::VerdictFirst
    );
    go(&mut session, Place::Verdict);
}

#[test]
fn without_people_there_is_no_way() {
    let mut session = session(&[]);
    for place in session.way().into_iter().skip(1) {
        assert_eq!(refused(&mut session, Change::Go(place)), Refused::Nobody);
    }
    go(&mut session, Place::People);
}

#[test]
fn there_is_no_step_beyond_the_last() {
    let mut session = judged();
    for place in [
        Place::Step(step(6)),
        Place::Rating(step(200)),
        Place::Reveal(step(6)),
        Place::RatingAgain(step(6)),
    ] {
        assert_eq!(
            refused(&mut session, Change::Go(place)),
            Refused::NoStep(place.step().unwrap())
        );
    }
}

#[test]
fn back_is_always_possible_and_loses_nothing() {
    let mut session = judged();
    forward(&mut session);
    assert_eq!(session.place(), Place::Close);
    let before = file_of(&session);
    let places = backward(&mut session);
    assert_eq!(places.last(), Some(&Place::People));
    forward(&mut session);
    assert_eq!(file_of(&session), before);
}

#[test]
fn ballots_that_are_over_are_not_asked_again_on_either_way() {
    let mut session = judged();
    let over =
        |place: &Place| matches!(place, Place::Rating(_) | Place::Verdict | Place::Prediction);
    go(&mut session, Place::People);
    assert!(!forward(&mut session).iter().any(over));
    assert!(!backward(&mut session).iter().any(over));
}

#[test]
fn a_second_rating_stands_beside_the_way_and_leads_back_to_its_reveal() {
    let mut session = walked();
    let again = Place::RatingAgain(step(2));
    assert!(!session.way().contains(&again));
    go(&mut session, again);
    assert_eq!(session.next_place(), Some(Place::Reveal(step(2))));
    assert_eq!(session.previous_place(), Some(Place::Reveal(step(2))));
}

#[test]
fn who_is_left_alone_at_the_choices_finds_the_way_on_and_back() {
    let mut session = session(&["Ana", "Ben"]);
    go(&mut session, Place::Choices);
    make(&mut session, Change::Remove(id("Ben")));
    assert_eq!(session.company(), Company::Solo);
    assert_eq!(session.next_place(), Some(Place::Welcome));
    assert_eq!(session.previous_place(), Some(Place::People));
}

#[test]
fn a_step_is_begun_when_it_is_first_entered_and_only_then() {
    let mut session = session(&["Ana"]);
    session
        .apply(Change::Go(Place::Step(step(1))), at(5))
        .unwrap();
    go(&mut session, Place::Welcome);
    session
        .apply(Change::Go(Place::Step(step(1))), at(9))
        .unwrap();
    assert_eq!(session.step(step(1)).started, Some(at(5)));
    assert_eq!(session.step(step(2)).started, None);
}
