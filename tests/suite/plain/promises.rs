//! A second round line by line: one question a promise, and what has no mark stays open.

use super::scripts::six;
use super::table::Table;
use customer_hat::model::place::Place;
use customer_hat::model::promise::Outcome;

/// The second round of a business whose first one is finished, at what was promised.
fn second_round() -> Table {
    let mut table = Table::at_home();
    table.hears(&six());
    table.hears(&["", "1", "Acme", "Ana, Ben", "", "", ""].map(str::to_owned));
    assert_eq!(table.place(), Some(Place::Promises), "{}", table.said());
    table.take_said();
    table
}

fn outcomes(table: &Table) -> Vec<Option<Outcome>> {
    let session = table.session().expect("a session");
    session.promises().iter().map(|one| one.outcome).collect()
}

#[test]
fn every_promise_is_asked_about_and_marked() {
    let mut table = second_round();
    assert!(table.question().starts_with("Promise 1, was it kept?"));
    table.hears(&["banana", "list", "kept", "Not kept"].map(str::to_owned));
    assert_eq!(
        outcomes(&table),
        [Some(Outcome::Kept), Some(Outcome::NotKept)]
    );
    assert!(table.question().starts_with("1 of 2 kept."));
    // Second thoughts, by number.
    table.hears(&["2 still open", "3 kept", "1 banana"].map(str::to_owned));
    assert_eq!(outcomes(&table)[1], Some(Outcome::StillOpen));
    table.hears(&["undo", ""].map(str::to_owned));
    assert_eq!(outcomes(&table)[1], Some(Outcome::NotKept));
    assert_eq!(table.place(), Some(Place::Welcome));
    assert!(!table.said().contains("no mark"));
}

#[test]
fn enter_leaves_a_promise_open_and_says_what_becomes_of_it() {
    let mut table = second_round();
    table.hears(&["", "", ""].map(str::to_owned));
    assert_eq!(table.place(), Some(Place::Welcome));
    assert_eq!(outcomes(&table), [None, None]);
    assert!(table.said().contains("2 have no mark yet. They stay open"));
}
