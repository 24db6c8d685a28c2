//! What a next round takes over: its people as they were, and the exercise that was asked last time.

use super::*;
use customer_hat::model::heading::Heading;
use customer_hat::model::last_time::{Exercises, named_in_short, people_of_last_time};
use customer_hat::model::session::{Earlier, Names};
use std::path::PathBuf;

/// The next session of a business after those of these headings.
fn next(business: &str, walk: Walk, exercise: Exercise, headings: &[Heading]) -> Session {
    let earlier: Vec<Earlier> = headings.iter().map(Heading::earlier).collect();
    Session::begin(text(business), walk, exercise, &earlier, at(0))
}

/// A round with these people, as a list has it.
fn round(walk: Walk, names: &[&str], finished: bool, headings: &mut Vec<Heading>) {
    let mut session = next("Acme", walk, exercise(), headings);
    for name in names {
        make(&mut session, Change::Join(usize::MAX, person(name)));
    }
    if finished {
        make(&mut session, Change::Finished(Some(at(60))));
    }
    headings.push(Heading::of(&session, PathBuf::from("a.ron")));
}

/// Who is offered to the next team of Acme.
fn offered(headings: &[Heading]) -> Vec<String> {
    let session = next("ACME", Walk::Team, exercise(), headings);
    let people = people_of_last_time(&session, headings);
    people.iter().map(|one| one.id.to_string()).collect()
}

#[test]
fn a_team_is_offered_the_people_of_the_round_before_and_a_walk_alone_nobody() {
    let mut headings = Vec::new();
    assert_eq!(offered(&headings), [""; 0]);
    round(Walk::Alone, &["olive"], true, &mut headings);
    assert_eq!(offered(&headings), [""; 0]);
    round(Walk::Team, &["ana", "ben"], true, &mut headings);
    round(Walk::Team, &["ana", "cleo"], true, &mut headings);
    assert_eq!(offered(&headings), ["ana", "cleo"]);
    let alone = next("Acme", Walk::Alone, exercise(), &headings);
    assert_eq!(people_of_last_time(&alone, &headings), []);
    let other = next("Zenith", Walk::Team, exercise(), &headings);
    assert_eq!(people_of_last_time(&other, &headings), []);
}

#[test]
fn a_round_that_was_broken_off_counts_less_than_one_that_came_to_its_end() {
    let mut headings = Vec::new();
    round(Walk::Team, &["ana"], false, &mut headings);
    assert_eq!(offered(&headings), ["ana"]);
    round(Walk::Team, &["ana", "ben"], true, &mut headings);
    round(Walk::Team, &["x"], false, &mut headings);
    round(Walk::Team, &[], true, &mut headings);
    assert_eq!(offered(&headings), ["ana", "ben"]);
}

#[test]
fn an_earlier_round_that_is_opened_again_is_offered_nobody_of_a_later_one() {
    let mut headings = Vec::new();
    round(Walk::Team, &["ana"], true, &mut headings);
    round(Walk::Team, &["ben"], true, &mut headings);
    let first = next("Acme", Walk::Team, exercise(), &[]);
    assert_eq!(people_of_last_time(&first, &headings), []);
}

#[test]
fn whoever_had_left_is_here_again_with_id_and_role_and_hidden_names_are_no_secret() {
    let mut session = next("Acme", Walk::Team, exercise(), &[]);
    let ben = Person {
        role: text("workshop"),
        ..person("ben")
    };
    make(&mut session, Change::Join(0, ben.clone()));
    make(&mut session, Change::Names(Names::Hidden));
    make(
        &mut session,
        Change::Presence(ben.id.clone(), Presence::Away),
    );
    let headings = [Heading::of(&session, PathBuf::new())];
    assert!(headings[0].names.is_empty() && !headings[0].words.contains("ben"));
    let second = next("Acme", Walk::Team, exercise(), &headings);
    assert_eq!(people_of_last_time(&second, &headings), [ben]);
}

#[test]
fn names_are_told_as_far_as_they_fit_and_one_always_is() {
    let people = ["Olive", "Basil", "Fern"].map(person);
    let within = |most: usize| named_in_short(&people, |text| text.len() <= most);
    assert_eq!(within(40), "Olive, Basil, Fern");
    assert_eq!(within(17), "Olive and 2 more");
    assert_eq!(within(3), "Olive and 2 more");
    assert_eq!(named_in_short(&people[..1], |_| false), "Olive");
}

#[test]
fn the_next_round_asks_what_was_asked_last_time_as_long_as_it_is_there() {
    let own = Exercise {
        id: text("our-shop"),
        title: text("Our shop"),
        ..exercise()
    };
    let mut exercises = Exercises::new(exercise());
    let acme = text("acme");
    let first = exercises.for_next(&acme, Walk::Team, &[]);
    assert_eq!((first.exercise, first.told), (exercise(), None));

    let session = next("Acme", Walk::Team, own.clone(), &[]);
    let headings = [Heading::of(&session, PathBuf::new())];
    let gone = exercises.for_next(&acme, Walk::Team, &headings);
    assert_eq!(gone.exercise, exercise());
    assert!(gone.told.unwrap().contains("\"our-shop\" is gone"));
    exercises.learn(vec![own.clone()]);
    let again = exercises.for_next(&acme, Walk::Team, &headings);
    assert_eq!(again.exercise, own);
    assert!(again.told.unwrap().ends_with("last time: Our shop."));
    let alone = exercises.for_next(&acme, Walk::Alone, &headings);
    assert_eq!((alone.exercise, alone.told), (exercise(), None));
}

#[test]
fn ones_own_exercise_by_the_usual_name_is_asked_in_its_place() {
    let own = Exercise {
        title: text("Our way"),
        ..exercise()
    };
    let mut exercises = Exercises::new(exercise());
    exercises.learn(vec![own.clone()]);
    let asked = exercises.for_next(&text("Acme"), Walk::Team, &[]);
    assert_eq!((asked.exercise, asked.told), (own, None));
}
