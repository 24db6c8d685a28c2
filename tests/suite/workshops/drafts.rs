//! What is being typed when the program ends is there again, as it was typed.

use super::super::stage::Stage;
use super::ledger::ledger;
use super::with_people;

/// To the first step, past the guesses.
const TO_STEP_1: &str = "<enter><enter><enter>x<enter>x<enter><enter>";
/// From a step's page to its reveal.
const RATE: &str = "<enter>3<enter>y<enter>-3<enter>n<enter><enter><wait>";

/// Types a part, ends the program, comes back, types the rest: the ledger holds the whole.
fn survives(stage: Stage, part: &str, rest: &str, whole: &str) {
    let before = stage.place();
    let stage = stage.keys(part).quit_and_resume();
    assert_eq!(stage.place(), before, "{part}");
    let stage = stage.keys(rest);
    let ledger = ledger(&stage.kept());
    assert!(
        ledger.contains(whole),
        "{part}…{rest} should give {whole}:\n{ledger}"
    );
}

fn at_step(number: usize) -> Stage {
    let on = format!("{RATE}<enter>");
    with_people(&["Ana", "Ben"]).keys(&format!("{TO_STEP_1}{}", on.repeat(number - 1)))
}

fn at_the_end(keys: &str) -> Stage {
    at_step(5).keys(&format!(
        "{RATE}<enter><enter>+<enter>-<enter><enter><enter>{keys}"
    ))
}

#[test]
fn a_name_survives() {
    survives(with_people(&["Ana"]), "Be", "n<enter>", "people: Ana, Ben");
}

#[test]
fn a_role_survives_with_its_name() {
    survives(
        with_people(&["Ana"]),
        "Ben<tab>work",
        "shop<enter>",
        "people: Ana, Ben (workshop)",
    );
}

#[test]
fn a_name_over_a_screen_survives() {
    survives(at_step(1), "PChl", "Poe<enter>", "people: Ana, Ben, Chloe");
}

#[test]
fn notes_of_every_kind_survive() {
    for (key, kept) in [
        ("+", "1 + half and half"),
        ("-", "1 - half and half"),
        ("n", "1 n half and half"),
    ] {
        survives(at_step(1), &format!("{key}half"), " and half<enter>", kept);
        let turned = ["+", "-", "n", "+"]
            .iter()
            .position(|sign| *sign == key)
            .unwrap();
        let next = ["+", "-", "n", "+"][turned + 1];
        survives(
            at_step(1),
            &format!("{key}half<tab>"),
            " and half<enter>",
            &format!("1 {next} half"),
        );
    }
}

#[test]
fn a_department_and_the_times_a_year_survive() {
    survives(
        at_step(3),
        "dService<enter>work",
        "shop<enter><enter>",
        "departments: Service ?, workshop ?",
    );
    survives(at_step(3), "y4", "00<enter>", "3 400 a year");
}

#[test]
fn a_note_and_a_word_at_the_reveal_survive() {
    survives(
        at_step(1).keys(RATE),
        "nsaid by",
        " Ana<enter>",
        "1 n said by Ana",
    );
    survives(
        at_step(1).keys(RATE),
        "wagrate",
        "ful<enter><enter>",
        "words: +grateful",
    );
}

#[test]
fn the_sentences_at_the_end_survive() {
    survives(
        at_the_end("<enter>"),
        "The bread",
        " and butter<enter>",
        "if equal: The bread and butter",
    );
    survives(
        at_the_end("<enter><enter>"),
        "The smell",
        " of it<enter>",
        "keep: The smell of it",
    );
}

#[test]
fn everything_of_an_improvement_survives() {
    let at = || at_the_end("<enter><enter><enter>");
    survives(
        at(),
        "Answer",
        " the phone<enter>",
        "mend* Answer the phone |",
    );
    survives(
        at(),
        "Answer<enter>An",
        "a<enter>",
        "Answer | the whole way | Ana |",
    );
    survives(
        at(),
        "Answer<enter>Ana<enter>1 d",
        "ec<enter>",
        "Answer | the whole way | Ana | 2026-12-01",
    );
    survives(
        at(),
        "Answer<enter><enter><enter>e at once",
        "!<enter>",
        "mend* Answer at once! |",
    );
}

#[test]
fn a_new_improvement_asks_on_after_the_program_was_left() {
    let stage = at_the_end("<enter><enter><enter>")
        .keys("Answer<enter>An")
        .quit_and_resume();
    let stage = stage.keys("a<enter>friday<enter>");
    assert!(ledger(&stage.kept()).contains("Answer | the whole way | Ana | 2026-11-27"));
}

#[test]
fn the_date_of_the_next_round_survives() {
    survives(
        at_the_end("<enter><enter><enter><enter>"),
        "din 3",
        " months<enter>",
        "next round: 2027-02-22",
    );
}

#[test]
fn half_a_ballot_is_never_kept() {
    for part in ["-7", "-7<enter>", "-7<enter>y", "x"] {
        let stage = at_step(1).keys("<enter>").keys(part).quit_and_resume();
        assert!(!ledger(&stage.kept()).contains("1 rated"), "{part}");
        let stage = stage.keys("4<enter>y<enter>");
        assert!(
            ledger(&stage.kept()).contains("1 rated sealed: ana 4 y\n"),
            "{part}"
        );
    }
}

#[test]
fn a_note_that_was_let_go_does_not_turn_up_at_another_step() {
    let mut stage = at_step(1)
        .keys("+half a note<esc>")
        .keys(RATE)
        .keys("<enter>");
    assert!(!stage.shows("half a note"));
}
