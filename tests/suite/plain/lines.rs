//! Single lines: words, nonsense, and what foreign text does to what is said.

use super::scripts::{hidden, six};
use super::table::Table;
use crate::workshops::ledger;
use customer_hat::model::place::Place;

fn at(script: &[&str]) -> Table {
    let mut table = Table::at_home();
    let script: Vec<_> = script.iter().map(|line| (*line).to_owned()).collect();
    table.hears(&script);
    table
}

#[test]
fn nothing_that_is_said_can_steer_a_terminal() {
    let hostile = "A\x1b[31mc\u{202e}me\x07\t!";
    let mut table = at(&["1", hostile, hostile, "", "", "", "", "x", "", ""]);
    table.hears(&[hostile, "n", hostile, "+", hostile, "help", "?"].map(str::to_owned));
    let bad = |c: &char| (c.is_control() && *c != '\n') || *c == '\u{202e}';
    assert_eq!(table.said().chars().find(bad), None);
    assert!(table.said().contains("Acme !"));
}

#[test]
fn a_line_that_is_too_long_is_cut_and_said_to_be() {
    let long = format!("{}the end of it", "word ".repeat(39));
    let mut table = at(&["1", "Acme", "Ana", "", "", "x"]);
    let note = format!("note {long}");
    table.hears(&[note]);
    let said = "Only 200 characters fit here. Kept up to: word word the e";
    assert!(table.said().contains(said), "{}", table.said());
    let mut table = at(&["1", &"Acme ".repeat(20)]);
    assert!(table.said().contains("Only 60 characters fit here."));
    table.hears(&["Acme".to_owned()]);
    assert!(table.session().is_some());
}

#[test]
fn help_at_every_question_changes_nothing() {
    let script = six();
    let mut table = Table::at_home();
    for line in script {
        let (question, before) = (table.question(), table.session().map(ledger));
        for word in ["help", "?"] {
            table.hears(&[word.to_owned()]);
        }
        assert_eq!(table.question(), question);
        assert_eq!(table.session().map(ledger), before);
        table.hears(&[line]);
    }
}

#[test]
fn nonsense_at_every_question_is_answered_and_never_stops_it() {
    let words = [
        "",
        "7",
        "-3",
        "x",
        "y",
        "n",
        "+",
        "back",
        "undo",
        "people",
        "away 1",
        "here 1",
        "later",
        "again",
        "phone",
        "words",
        "departments",
        "year",
        "banana",
        "99999999999",
        "out 1",
        "add",
        "date",
        "none",
        "home",
        "one 1",
        "\\back",
        "Ana, Ben",
        "step 1 9",
        "🎩",
        "\u{0}",
        "1",
    ];
    let mut seed: u32 = 7;
    for start in [0, 60, 150, 240] {
        let mut table = Table::at_home();
        let script = six();
        table.hears(&script[..start.min(script.len())]);
        for _ in 0..200 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let word = words[(seed >> 16) as usize % words.len()];
            table.hears(&[word.to_owned()]);
        }
    }
}

#[test]
fn what_is_no_rating_is_refused_in_the_same_words() {
    let mut table = at(&["1", "Acme", "Ana, Ben", "", "", "", ""]);
    assert!(table.is_sealed());
    table.take_said();
    for line in ["0", "11", "-11", "seven", "fox", "7 7", "1e1"] {
        table.hears(&[line.to_owned()]);
        assert_eq!(
            table.take_said(),
            "That is no rating. −10 to −1 or 1 to 10; never zero.\n\
             Ana: Visit the website: what would a customer feel? [−10 to −1 or 1 to 10; x passes them all]\n"
        );
    }
}

#[test]
fn a_word_behind_a_backslash_is_an_answer() {
    let table = at(&["1", "Acme", "\\Back", "\\quit", ""]);
    assert!(!table.has_quit());
    assert!(ledger(table.session().unwrap()).contains("people: Back, quit"));
}

#[test]
fn back_and_undo_lead_where_they_do_on_the_screens() {
    let mut table = Table::at_home();
    table.hears(&hidden());
    let step = table.session().unwrap().place().step().unwrap();
    assert_eq!(table.place(), Some(Place::Reveal(step)));
    table.hears(&["undo".to_owned()]);
    assert!(table.said().contains("There is nothing to take back here."));
    table.hears(&["back".to_owned()]);
    assert_eq!(table.place(), Some(Place::Step(step)));
    table.hears(&["+ tea".to_owned(), "undo".to_owned()]);
    assert!(table.said().contains("Taken back: a note."));
}

#[test]
fn cards_and_an_open_scale_are_taken_in_sight_and_without_a_seal() {
    for (kind, name) in [("2", "CardsUp"), ("3", "Open")] {
        let mut table = at(&["1", "Acme", "Ana, Ben, Cho", "", kind, "", ""]);
        assert!(!table.is_sealed());
        table.hears(&vec!["x".to_owned(); 3]);
        table.hears(&["", "", "5", "y", "-4", "n", "later"].map(str::to_owned));
        table.hears(&["x".to_owned()]);
        let ledger = ledger(table.session().unwrap());
        assert!(ledger.contains(name), "{ledger}");
        assert!(
            ledger.contains("1 rated sealed: ana 5 y, ben -4 n, cho x"),
            "{ledger}"
        );
    }
}

#[test]
fn a_sample_is_only_looked_at() {
    let mut table = at(&["3", "back", "n a note", "add more", "back"]);
    assert!(table.said().contains("only to look at"));
    assert!(table.session().is_some());
    table.hears(&["home".to_owned()]);
    assert!(table.session().is_none());
}
