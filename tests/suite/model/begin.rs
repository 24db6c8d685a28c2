//! Beginning a session: a first round is had once, and rounds are counted by walk and business.

use super::*;
use customer_hat::model::session::{BallotKind, Earlier, Names, Round};

fn begin(business: &str, walk: Walk, earlier: &[Earlier]) -> Session {
    Session::begin(text(business), walk, exercise(), earlier, at(0))
}

/// What is known of sessions in the order they were begun.
fn shelf(sessions: &[(&str, Walk)]) -> Vec<Earlier> {
    let mut earlier = Vec::new();
    for (business, walk) in sessions {
        let session = begin(business, *walk, &earlier);
        earlier.push(Earlier {
            business: session.business().clone(),
            walk: session.walk(),
            round: session.round(),
            promised: session.promised_for_next(),
        });
    }
    earlier
}

fn number(business: &str, walk: Walk, earlier: &[Earlier]) -> u16 {
    begin(business, walk, earlier).round().number()
}

#[test]
fn a_first_round_can_not_be_had_twice() {
    let earlier = shelf(&[("Acme Boats", Walk::Team)]);
    assert_eq!(number("Acme Boats", Walk::Team, &earlier), 2);
}

#[test]
fn capitals_and_spaces_make_no_other_business() {
    let earlier = shelf(&[("Acme Boats", Walk::Team), ("Café Éclair", Walk::Team)]);
    for name in [
        "acme boats",
        " ACME   BOATS ",
        "Acme\u{a0}Boats",
        "acme\tboats",
    ] {
        assert_eq!(number(name, Walk::Team, &earlier), 2, "{name}");
    }
    assert_eq!(number("CAFÉ ÉCLAIR", Walk::Team, &earlier), 2);
    assert_eq!(number("Acme Boat", Walk::Team, &earlier), 1);
    assert_eq!(number("AcmeBoats", Walk::Team, &earlier), 1);
}

#[test]
fn a_team_and_somebody_alone_count_their_own_rounds() {
    let team_alone_team = [
        ("Acme", Walk::Team),
        ("Acme", Walk::Alone),
        ("ACME", Walk::Team),
    ];
    let earlier = shelf(&team_alone_team);
    assert_eq!(number("Acme", Walk::Team, &earlier), 3);
    assert_eq!(number("Acme", Walk::Alone, &earlier), 2);
}

#[test]
fn rounds_go_on_after_the_highest_even_if_one_is_gone() {
    let mut earlier = shelf(&[("Acme", Walk::Team); 4]);
    earlier.remove(1);
    earlier.reverse();
    assert_eq!(number("Acme", Walk::Team, &earlier), 5);
    let last: Round = ron::from_str("65535").unwrap();
    earlier[0].round = last;
    assert_eq!(number("Acme", Walk::Team, &earlier), u16::MAX);
}

#[test]
fn a_later_name_is_no_way_to_a_second_first_round() {
    let earlier = shelf(&[("Acme", Walk::Team)]);
    let mut session = begin("Zenith", Walk::Team, &earlier);
    assert_eq!(session.round().number(), 1);
    let change = Change::Business(text("Acme"));
    assert_eq!(
        refused(&mut session, change),
        Refused::OtherBusiness(text("Zenith"))
    );
    assert_eq!(
        refused(&mut session, Change::Business(text(" "))),
        Refused::NoName
    );
    make(&mut session, Change::Business(text("ZENITH")));
    assert_eq!(session.business().as_str(), "ZENITH");
}

#[test]
fn a_team_starts_sealed_and_somebody_alone_on_the_open_scale() {
    let team = begin("Acme", Walk::Team, &[]);
    let alone = begin("Acme", Walk::Alone, &[]);
    assert_eq!(team.ballot(), BallotKind::PassTheKeyboard);
    assert!(team.ballot().is_sealed());
    assert_eq!(alone.ballot(), BallotKind::Open);
    assert_eq!(team.names(), Names::Shown);
    assert_eq!(team.steps().len(), exercise().steps.len());
    assert_eq!(team.place(), Place::People);
}
