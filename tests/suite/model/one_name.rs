//! One name, however it is spelled: the rounds of a business go on, its people and promises with them.

use super::*;
use customer_hat::model::compare::{Comparison, Moved};
use customer_hat::model::heading::Heading;
use customer_hat::model::last_time::{Exercises, people_of_last_time};
use customer_hat::model::name_key::{key, same_name};
use customer_hat::model::session::{Earlier, Improvement};
use std::path::PathBuf;

/// Spellings of one name that people take for one.
const PAIRS: [(&str, &str); 9] = [
    ("Café Nord", "Cafe\u{301} Nord"),
    ("Bäcker's", "Bäcker’s"),
    ("O`Hara", "o´hara"),
    ("Pedal - Crumb", "Pedal – Crumb"),
    ("Straße 7", "STRASSE 7"),
    ("Ａｃｍｅ", "acme"),
    ("Ana  Maria", "ana\u{a0}maria"),
    ("Soft\u{ad}ware", "software"),
    ("ΟΔΥΣΣΕΥΣ", "οδυσσεύς"),
];

/// A finished round of a business with one person, one promise and every step rated.
fn round(business: &str, person_name: &str, before: &[Heading]) -> Session {
    let earlier: Vec<Earlier> = before.iter().map(Heading::earlier).collect();
    let mut session = Session::begin(text(business), Walk::Team, exercise(), &earlier, at(0));
    for name in [person_name, "Somebody Else", "A Third"] {
        make(&mut session, Change::Join(usize::MAX, person(name)));
    }
    for number in 1..=5 {
        rate(&mut session, number, &[5, 4, 6]);
    }
    let change = Improvement {
        what: text("Answer within a day"),
        step: None,
        who: text(person_name),
        by: None,
        the_one: true,
    };
    make(&mut session, Change::Improvements(vec![change]));
    make(&mut session, Change::Finished(Some(at(60))));
    session
}

#[test]
fn another_spelling_of_a_business_is_its_next_round_with_its_people_and_promises() {
    for (one, other) in &PAIRS[..8] {
        for (one, other) in [(one, other), (other, one)] {
            let first = round(one, "Ana", &[]);
            let headings = [Heading::of(&first, PathBuf::from("a.ron"))];
            let second = round(other, "Ana", &headings);
            assert_eq!(second.round().number(), 2, "{one} {other}");
            assert_eq!(second.promises().len(), 1, "{one} {other}");
            assert_eq!(second.business(), &text(other), "it is shown as typed");
            let people = people_of_last_time(&second, &headings);
            assert_eq!(people.len(), 3, "{one} {other}");
            let asked = Exercises::new(exercise()).for_next(&text(other), Walk::Team, &headings);
            assert_eq!(asked.told, None);
        }
    }
}

#[test]
fn a_person_spelled_otherwise_is_compared_with_themselves() {
    for (one, other) in &PAIRS[..8] {
        let first = round("Acme", one, &[]);
        let headings = [Heading::of(&first, PathBuf::from("a.ron"))];
        let second = round("Acme", other, &headings);
        let compared = Comparison::of(&[first, second]).unwrap();
        let in_both = compared.steps[0].in_both.as_ref().unwrap();
        let Moved::All(counts) = in_both.moved else {
            panic!("{one} {other}")
        };
        assert_eq!(counts.of, 3, "{one} {other}");
    }
}

#[test]
fn two_of_one_name_in_a_session_are_told_apart_however_they_are_spelled() {
    for (one, other) in &PAIRS[..8] {
        let mut session = session(&[one, "Zoltan"]);
        let namesake = Person {
            id: id("Somebody else"),
            ..person(other)
        };
        make(&mut session, Change::Join(usize::MAX, namesake));
        let labels = session.people().iter().map(|one| session.label(&one.id));
        let labels: Vec<_> = labels.collect();
        assert_eq!(labels[0], format!("{} 1", text(one)), "{labels:?}");
        assert_eq!(labels[2], format!("{} 2", text(other)), "{labels:?}");
        assert_eq!(labels[1], "Zoltan");
    }
}

#[test]
fn an_accent_more_or_less_is_another_name() {
    let (one, other) = PAIRS[8];
    assert!(!same_name(&text(one), &text(other)));
    assert_ne!(key("Jose"), key("José"));
}
