//! Who takes part: names as they are typed, ids, labels, joining and being taken out.

use super::*;
use customer_hat::model::person::people_in;
use customer_hat::model::session::Company;
use std::collections::BTreeSet;

fn with_role(id: &PersonId, name: &str, role: &str) -> Person {
    Person {
        id: id.clone(),
        name: text(name),
        role: text(role),
        presence: Presence::Here,
    }
}

/// The labels of people with these names and roles.
fn labels(people: &[(&str, &str)]) -> Vec<String> {
    let mut session = session(&[]);
    for (name, role) in people {
        let taken: Vec<_> = session.people().iter().map(|one| one.id.clone()).collect();
        let id = PersonId::fresh(name, taken.iter());
        make(
            &mut session,
            Change::Join(usize::MAX, with_role(&id, name, role)),
        );
    }
    let ids = session.people().iter().map(|person| &person.id);
    ids.map(|id| session.label(id)).collect()
}

fn named(text: &str) -> Vec<(String, String)> {
    people_in(text)
        .into_iter()
        .map(|(name, role)| (name.to_string(), role.to_string()))
        .collect()
}

#[test]
fn people_are_named_in_one_line_with_their_roles_in_brackets() {
    for (typed, expected) in [
        ("Ana", &[("Ana", "")][..]),
        ("Ana, Ben (workshop)", &[("Ana", ""), ("Ben", "workshop")]),
        (
            "Ana; Ben\nCho\r\n",
            &[("Ana", ""), ("Ben", ""), ("Cho", "")],
        ),
        (" , ;; \n", &[]),
        ("Ana ()", &[("Ana", "")]),
        ("(boss), Ben", &[("Ben", "")]),
        (
            "Ana(sales, north), Ben",
            &[("Ana", "sales, north"), ("Ben", "")],
        ),
        ("Ana (sales; north)", &[("Ana", "sales; north")]),
        ("Ana (boss, Ben", &[("Ana (boss", ""), ("Ben", "")]),
        (
            "Ana (boss, Ben (shop)",
            &[("Ana (boss", ""), ("Ben", "shop")],
        ),
        (
            "Ana (boss\nBen), Cho",
            &[("Ana (boss", ""), ("Ben)", ""), ("Cho", "")],
        ),
        ("Zoë (größe), 山田", &[("Zoë", "größe"), ("山田", "")]),
        ("Ana \u{202e}(x)", &[("Ana", "x")]),
    ] {
        let found = named(typed);
        let found: Vec<_> = found
            .iter()
            .map(|(n, r)| (n.as_str(), r.as_str()))
            .collect();
        assert_eq!(found, expected, "{typed:?}");
    }
}

#[test]
fn an_id_is_short_plain_and_nobody_elses() {
    for (name, expected) in [
        ("Ana", "ana"),
        ("Ana Maria", "ana-maria"),
        ("J.-P. Roux", "j--p--roux"),
        ("Zoë", "zo"),
        ("山田", "person"),
        ("", "person"),
        ("-- .", "person"),
        ("../../etc/passwd", "etcpasswd"),
        ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx"),
    ] {
        assert_eq!(id(name).to_string(), expected, "{name}");
    }
    let mut taken = Vec::new();
    for expected in ["ana", "ana-2", "ana-3", "ana-4"] {
        let fresh = PersonId::fresh("Ana", taken.iter());
        assert_eq!(fresh.to_string(), expected);
        taken.push(fresh);
    }
    assert_eq!(
        PersonId::fresh("Ana-2", taken.iter()).to_string(),
        "ana-2-2"
    );
}

#[test]
fn a_name_that_only_one_has_is_the_label() {
    assert_eq!(labels(&[("Ana", "owner"), ("Ben", "")]), ["Ana", "Ben"]);
}

#[test]
fn people_of_the_same_name_are_told_by_their_role_or_a_number() {
    assert_eq!(
        labels(&[("Ana", "owner"), ("Ben", ""), ("Ana", "sales")]),
        ["Ana (owner)", "Ben", "Ana (sales)"]
    );
    assert_eq!(
        labels(&[("Ana", "sales"), ("Ana", "sales"), ("Ana", "owner")]),
        ["Ana 1", "Ana 2", "Ana (owner)"]
    );
    assert_eq!(labels(&[("Ana", ""), ("Ana", "")]), ["Ana 1", "Ana 2"]);
}

#[test]
fn no_two_labels_are_the_same_whatever_the_names() {
    for people in [
        &[("Ana", ""), ("Ana", ""), ("Ana 2", "")][..],
        &[("Ana 1", ""), ("Ana", ""), ("Ana", ""), ("Ana", "x")],
        &[("Ana (x)", ""), ("Ana", "x"), ("Ana", "y")],
        &[("Ana 1", ""), ("Ana 1", ""), ("Ana", ""), ("Ana", "")],
        &[("Ana", "x"), ("Ana", "x"), ("Ana", ""), ("Ana (x)", "")],
    ] {
        let labels = labels(people);
        let different: BTreeSet<_> = labels.iter().collect();
        assert_eq!(different.len(), labels.len(), "{labels:?}");
    }
}

#[test]
fn names_that_only_look_the_same_are_told_apart_too() {
    let mut session = session(&["Ana"]);
    let mut looks_like_ana = person("Ben");
    looks_like_ana.name = CleanText::from_file("An\u{200b}a ");
    make(&mut session, Change::Join(usize::MAX, looks_like_ana));
    assert_eq!(session.label(&id("Ana")), "Ana 1");
    assert_eq!(session.label(&id("Ben")), "Ana 2");
    assert_eq!(session.label(&id("Cho")), "cho", "an id nobody has");
}

#[test]
fn joining_takes_a_name_and_an_id_of_ones_own() {
    let mut session = session(&["Ana"]);
    let nameless = with_role(&id("Ben"), " \u{200b}", "");
    assert_eq!(
        refused(&mut session, Change::Join(0, nameless)),
        Refused::NoName
    );
    let second = with_role(&id("Ana"), "Anastasia", "");
    assert_eq!(
        refused(&mut session, Change::Join(0, second)),
        Refused::Taken(id("Ana"))
    );
    let no_name = Change::Rename(id("Ana"), text(""), text("owner"));
    assert_eq!(refused(&mut session, no_name), Refused::NoName);
}

#[test]
fn a_session_holds_so_many_people_and_no_more() {
    let names: Vec<_> = (0..Session::MOST_PEOPLE)
        .map(|nth| format!("P{nth}"))
        .collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let mut session = session(&names);
    assert_eq!(
        refused(&mut session, Change::Join(0, person("Zoe"))),
        Refused::TooMany
    );
    assert_eq!(read(&file_of(&session)), Ok(session));
}

#[test]
fn who_has_answered_can_leave_but_is_not_taken_out() {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    make(
        &mut session,
        Change::Predict(id("Ben"), Some(guess(&[1, 2, 3, 4, 5]))),
    );
    make(&mut session, Change::Presence(id("Cho"), Presence::Away));
    rate(&mut session, 1, &[3, 4]);
    for name in ["Ana", "Ben"] {
        assert_eq!(
            refused(&mut session, Change::Remove(id(name))),
            Refused::HasAnswers(name.to_owned())
        );
    }
    make(&mut session, Change::Remove(id("Cho")));
    assert_eq!(session.people().len(), 2);
}

#[test]
fn somebody_who_is_taken_out_comes_back_to_the_same_place() {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    let before = session.clone();
    let back = make(&mut session, Change::Remove(id("Ben"))).unwrap();
    make(&mut session, back);
    assert_eq!(session, before);
}

#[test]
fn the_last_one_is_taken_out_only_where_people_are_asked_for() {
    let mut session = session(&["Ana"]);
    go(&mut session, Place::Welcome);
    assert_eq!(
        refused(&mut session, Change::Remove(id("Ana"))),
        Refused::OnlyOne("Ana".to_owned())
    );
    go(&mut session, Place::People);
    make(&mut session, Change::Remove(id("Ana")));
    assert_eq!(read(&file_of(&session)), Ok(session));
}

#[test]
fn one_is_solo_two_are_a_pair_and_three_a_team() {
    let company = |names: &[&str]| session(names).company();
    assert_eq!(company(&["Ana"]), Company::Solo);
    assert_eq!(company(&["Ana", "Ben"]), Company::Pair);
    assert_eq!(company(&["Ana", "Ben", "Cho"]), Company::Team);
    assert_eq!(company(&[]), Company::Team, "a team that is yet to come");
    let alone = Session::begin(text("Acme"), Walk::Alone, exercise(), &[], at(0));
    assert_eq!(alone.company(), Company::Solo);
}

#[test]
fn who_has_left_still_belongs_to_the_company() {
    let mut session = session(&["Ana", "Ben", "Cho"]);
    make(&mut session, Change::Presence(id("Cho"), Presence::Away));
    assert_eq!(session.company(), Company::Team);
    assert_eq!(session.here().count(), 2);
}
