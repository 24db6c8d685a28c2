//! Plain mode: whole sessions as scripts of lines, through the conversation itself and through the program.

mod again;
mod ballots;
mod lines;
mod order;
#[cfg(unix)]
mod program;
mod promises;
pub mod scripts;
pub mod table;

use super::workshops::{WHOLE, ledger};
use customer_hat::model::counting;
use customer_hat::model::place::Place;
use customer_hat::model::session::Company;
use scripts::{alone, ballots, six, two};
use table::Table;

#[test]
fn six_people_walk_line_by_line_to_the_same_file_as_on_the_screens() {
    let mut table = Table::at_home();
    table.hears(&six());
    assert!(table.session().is_none(), "{}", table.said());
    assert_eq!(ledger(&table.file(1)), format!("{WHOLE}finished\n"));
    assert!(table.said().contains("Look back: Acme, round 1"));
}

#[test]
fn one_person_alone_is_spoken_to_as_one() {
    let mut table = Table::at_home();
    table.hears(&alone());
    assert_eq!(
        ledger(&table.file(1)),
        "\
Pedal & Crumb round 1 Alone Open Shown
people: Ana
guess ana: 6 7 8 5 9
1 + a good thing
1 rated of 1: ana -3 y
2 + a good thing
2 rated of 1: ana -3 y
3 + a good thing
3 rated of 1: ana -3 y
4 + a good thing
4 rated of 1: ana -3 y
5 + a good thing
5 rated of 1: ana -3 y
verdicts shown: ana -
chosen for: payment terms
if equal: The bread
keep: The smell
mend* Answer the phone | the whole way |  | 2026-11-23
next round: 2027-03-01
finished
"
    );
    let said = table.said().split("Which business?").nth(1).unwrap();
    assert!(said.contains("You felt −3."));
    let said = said.split("Customer hat.").next().unwrap().to_lowercase();
    for word in [
        "team",
        "room",
        "median",
        "everybody",
        "others",
        " we ",
        "ana",
    ] {
        let found = said.lines().find(|line| line.contains(word));
        assert_eq!(found, None, "{word}");
    }
}

#[test]
fn two_people_hear_both_ratings_and_no_middle() {
    let mut table = Table::at_home();
    table.hears(&two());
    assert_eq!(
        ledger(&table.file(1)),
        "\
Acme round 1 Team PassTheKeyboard Shown
people: Ana, Ben
guess ana: x
guess ben: x
1 rated of 2: ana -7 n, ben 4 y
2 rated of 2: ana 3 y, ben -1 y
3 rated of 2: ana 3 y, ben -1 y
4 rated of 2: ana 3 y, ben -1 y
5 rated of 2: ana 3 y, ben -1 y
verdicts shown: ana +, ben -
mend* Smile | step 1 | Ana | no date
finished
"
    );
    assert!(table.said().contains("Two ratings were given: −7 and +4."));
    assert!(table.said().contains("Everybody: Ana −7, Ben +4."));
    assert!(!table.said().contains("middle of the room"));
}

#[test]
fn what_is_sealed_is_not_told_before_its_reveal() {
    let told = |ratings: [&str; 3], guess: &str, verdicts: [&str; 3]| {
        let mut table = Table::at_home();
        let (before, revealed) = ballots(ratings, guess);
        table.hears(&before);
        let mut told = vec![table.take_said()];
        table.hears(&revealed);
        table.take_said();
        for verdict in verdicts {
            table.hears(&[verdict, ""].map(str::to_owned));
        }
        assert_eq!(table.place(), Some(Place::Verdict));
        told.push(table.take_said());
        told
    };
    let one = told(["-7 n", "4 y", "9 y"], "6", ["+", "-", "+"]);
    let other = told(["10 y", "-10 n", "1 n"], "-2", ["-", "-", "-"]);
    assert_eq!(one, other);
}

#[test]
fn hidden_names_are_not_told() {
    let mut table = Table::at_home();
    table.hears(&scripts::hidden());
    let reveal = table
        .said()
        .split("How did they make me feel?")
        .last()
        .unwrap();
    assert!(
        reveal.contains("From the lowest up: −7, +4, +9."),
        "{reveal}"
    );
    for name in ["Ana", "Ben", "Cho"] {
        assert!(!reveal.contains(name), "{reveal}");
    }
}

#[test]
fn wherever_the_input_ends_the_session_goes_on_there() {
    let mut table = Table::at_home();
    for line in six() {
        table.hears(&[line]);
        let Some(session) = table.session() else {
            continue;
        };
        let (before, place) = (ledger(session), session.place());
        let turn = turn_of(&mut table);
        table.ends();
        let mut again = table.resumed().unwrap();
        assert_eq!(again.place(), Some(place));
        assert_eq!(ledger(again.session().unwrap()), before);
        if matches!(place, Place::Rating(_) | Place::Prediction | Place::Verdict) {
            assert_eq!(turn_of(&mut again), turn);
        }
    }
}

/// Whose turn it is.
fn turn_of(table: &mut Table) -> String {
    table.question().split(':').next().unwrap().to_owned()
}

#[test]
fn at_a_reveal_and_on_the_journey_help_tells_how_the_numbers_are_counted() {
    let mut table = Table::at_home();
    let (before, after) = ballots(["1 y", "2 y", "3 y"], "1");
    table.hears(&before);
    table.hears(&[String::new()]);
    table.take_said();
    table.hears(&["help".to_owned()]);
    for line in counting::at_a_reveal(Company::Team) {
        assert!(table.said().contains(line), "{}", table.said());
    }
    table.hears(&after[..after.len() - 1]);
    assert_eq!(table.place(), Some(Place::Journey), "{}", table.said());
    table.hears(&["help".to_owned()]);
    for line in counting::of_a_journey(Company::Team) {
        assert!(table.said().contains(line), "{}", table.said());
    }
}
