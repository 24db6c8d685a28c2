//! Ballots line by line: a line is sealed as it reads, or refused; nothing in it is passed over.

use super::table::Table;
use crate::ballots::number_in;
use crate::workshops::ledger;
use proptest::prelude::*;

const REFUSED: &str = "That is no rating.";

fn hear(table: &mut Table, lines: &[&str]) {
    let lines: Vec<_> = lines.iter().map(|line| (*line).to_owned()).collect();
    table.hears(&lines);
}

/// At the guesses of two; `kind` is the number of the ballot.
fn at_the_guesses(kind: &str) -> Table {
    let mut table = Table::at_home();
    hear(&mut table, &["1", "Acme", "Ana, Ben", "", kind, "", ""]);
    table
}

/// At the first rating of two.
fn at_a_rating(kind: &str) -> Table {
    let mut table = at_the_guesses(kind);
    hear(&mut table, &["all pass", "yes", "", ""]);
    table.take_said();
    table
}

/// What a line reads as after its last Backspace: a sign, digits.
fn as_read(line: &str) -> Option<i64> {
    let line = line
        .rsplit(['\u{8}', '\u{7f}'])
        .next()?
        .trim_matches([' ', '\t']);
    number_in(line)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_line_is_typed_is_sealed_as_it_reads_or_refused(
        line in "([-+0-9−–ー＋０-９]|[-+0-9−–ー＋０-９]|[_=àéyn/\u{8}\u{7f}\u{200b}\u{202e}\u{301}\t٣]){1,5}",
    ) {
        let mut table = at_a_rating("");
        hear(&mut table, &[&line]);
        let expected = as_read(&line);
        prop_assert_eq!(table.said().contains(REFUSED), expected.is_none());
        hear(&mut table, &["y", ""]);
        let told = ledger(table.session().unwrap());
        match expected {
            Some(points) => prop_assert!(told.contains(&format!("ana {points} y")), "{}", told),
            None => prop_assert!(!told.contains("1 rated"), "{}", told),
        }
    }
}

#[test]
fn backspace_that_comes_with_the_line_takes_back_all_before_it() {
    for (line, points) in [("-3\u{7f}7", 7), ("-\u{8}7", 7), ("7x\u{7f}-2", -2)] {
        let mut table = at_a_rating("");
        hear(&mut table, &[line, "y", ""]);
        assert!(
            ledger(table.session().unwrap()).contains(&format!("ana {points} y")),
            "{line:?}"
        );
    }
    for line in ["-7\u{7f}", "\u{1b}[A7", "-\u{200b}7", "7\u{0}"] {
        let mut table = at_a_rating("");
        hear(&mut table, &[line]);
        assert!(table.said().contains(REFUSED), "{line:?}");
    }
}

#[test]
fn yes_or_no_and_the_verdict_are_read_by_the_same_rule() {
    for kind in ["", "2", "3"] {
        let mut table = at_a_rating(kind);
        hear(&mut table, &["7", "3"]);
        assert!(table.take_said().contains("y for yes, n for no."));
        let seal: &[&str] = if kind.is_empty() { &["y", ""] } else { &["y"] };
        hear(&mut table, seal);
        assert!(
            ledger(table.session().unwrap()).contains("ana 7 y"),
            "{kind}"
        );
    }
}

#[test]
fn one_word_passes_the_guess_for_the_whole_room_after_one_question() {
    for kind in ["", "2", "3"] {
        let mut table = at_the_guesses(kind);
        hear(&mut table, &["all pass"]);
        assert!(
            table
                .question()
                .contains("Pass the guess for the whole room?")
        );
        hear(&mut table, &["", "all pass", "7"]);
        assert!(table.session().unwrap().predictions().is_empty());
        hear(&mut table, &["all pass", "yes"]);
        assert!(
            ledger(table.session().unwrap()).contains("guess ana: x\nguess ben: x"),
            "{kind}"
        );
    }
}

#[test]
fn a_pass_of_all_guesses_is_said_before_it_is_sealed() {
    let mut table = at_the_guesses("");
    hear(&mut table, &["x"]);
    assert!(table.question().contains("A pass for all 5 guesses. Sure?"));
    assert!(table.session().unwrap().predictions().is_empty());
}

#[test]
fn a_slip_that_is_left_for_later_is_told() {
    let mut table = at_a_rating("");
    hear(&mut table, &["7", "later"]);
    assert!(table.said().contains("The slip of Ana was not sealed"));
    table.take_said();
    hear(&mut table, &["later"]);
    assert!(!table.said().contains("was not sealed"));
}

#[test]
fn the_second_question_is_announced_and_the_step_is_named() {
    let mut table = at_the_guesses("");
    hear(&mut table, &["all pass", "yes", ""]);
    assert!(
        table
            .said()
            .contains("Visit the website: How did they make me feel?")
    );
    let question = table.question();
    assert!(
        question.contains("then would you still go on?"),
        "{question}"
    );
}

#[test]
fn everybody_is_in_says_who_has_seen_the_numbers() {
    for (kind, answers, says) in [
        (
            "",
            ["5", "y", "", "4", "n", ""].as_slice(),
            "Nobody has seen a number yet.",
        ),
        ("2", &["5", "y", "4", "n"], "You have seen all the cards."),
        ("3", &["5", "y", "4", "n"], "You have seen them one by one."),
    ] {
        let mut table = at_a_rating(kind);
        hear(&mut table, answers);
        let question = table.question();
        assert!(question.contains(says), "{question}");
    }
}

#[test]
fn somebody_new_in_the_middle_of_a_ballot_is_asked_back() {
    let mut table = at_a_rating("");
    hear(&mut table, &["people", "Ferdinand"]);
    assert!(table.question().contains("Add Ferdinand to this round?"));
    hear(&mut table, &["", "7", ""]);
    assert_eq!(table.session().unwrap().people().len(), 2);
    hear(&mut table, &["Ferdinand", "yes"]);
    assert_eq!(table.session().unwrap().people().len(), 3);
}

#[test]
fn a_sign_before_a_number_that_is_none_is_refused_and_never_stripped() {
    for typed in ["\\7", "\\-7", "\\x"] {
        let mut table = at_a_rating("");
        hear(&mut table, &[typed]);
        assert!(table.said().contains(REFUSED), "{typed}: {}", table.said());
    }
}

#[test]
fn what_is_no_answer_to_whether_all_pass_is_told() {
    let mut table = at_the_guesses("");
    hear(&mut table, &["all pass", "-7"]);
    assert!(table.said().contains("Nobody passed"), "{}", table.said());
}
