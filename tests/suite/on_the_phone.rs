//! On the phone: the stopwatch runs from dialling on, surprises are noted meanwhile, and no call is ever erased.

use super::plain::table::Table;
use super::stage::Stage;
use customer_hat::model::change::Change;
use customer_hat::model::evidence::{Note, NoteKind, PhoneLog};
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::store::samples::samples;

/// A fresh session of two at the second step, which has a call.
fn at_the_call() -> Stage {
    Stage::at_home()
        .keys("tAcme<enter>Ana<enter>Ben<enter><enter><enter><enter>x<enter>x<enter><enter>")
        .keys("<enter>4<enter>y<enter>4<enter>y<enter><enter><wait><enter>")
}

fn second() -> StepNumber {
    StepNumber::try_from(2).unwrap()
}

fn phone(stage: &Stage) -> PhoneLog {
    stage.kept().step(second()).phone.clone().unwrap()
}

fn notes(stage: &Stage) -> Vec<Note> {
    stage.kept().step(second()).notes.clone()
}

#[test]
fn the_stopwatch_runs_from_dialling_on() {
    let stage = at_the_call();
    assert_eq!(stage.place(), Place::Step(second()));
    let mut stage = stage.tick(30).keys("p");
    assert!(stage.shows("Dialled: the stopwatch runs."));
    let stage = stage.tick(7).keys("a").tick(5).keys("<enter>");
    let log = phone(&stage);
    assert_eq!((log.answered_after, log.ended_after), (Some(7), Some(12)));
}

#[test]
fn a_call_that_is_over_is_there_after_any_number_of_presses() {
    for presses in 1..=5 {
        let over = at_the_call()
            .keys("prr")
            .tick(9)
            .keys("a")
            .tick(21)
            .keys("<enter>");
        let log = phone(&over);
        let mut stage = over.keys(&"p".repeat(presses));
        let told = "2 rings, answered after 0:09, over after 0:30";
        let is_noted = notes(&stage)
            .iter()
            .any(|note| note.text.as_str().contains(told));
        assert!(phone(&stage) == log || is_noted, "{presses}");
        if presses == 1 {
            assert!(phone(&stage) == log && stage.shows("the call is over"));
        } else {
            assert!(is_noted, "{presses}");
            assert!(presses > 2 || stage.shows("The earlier call stands in the notes."));
            // One press, one undo: the note of the call and the new call go together, and a person speaks once.
            let back = stage.keys(&"u".repeat(presses.min(3) - 1));
            assert!(phone(&back) == log, "it can be undone: {presses}");
        }
    }
}

#[test]
fn while_on_the_phone_surprises_are_noted_and_the_call_goes_on() {
    for (key, kind) in [
        ("+", NoteKind::Good),
        ("-", NoteKind::Bad),
        ("n", NoteKind::Fact),
    ] {
        for closing in ["<enter>", "<esc>"] {
            let mut stage = at_the_call().keys("pr").tick(3).keys(key);
            for size in [(60, 20), (80, 24), (100, 30)] {
                let text = stage.text(size.0, size.1);
                assert!(text.contains("on the phone 0:03"), "{text}");
            }
            // r, a, h and p are letters of a note now, and no keys of the stopwatch.
            let mut stage = stage.keys("rapha").keys(closing);
            assert!(stage.shows("r ring · a answer"), "back at the stopwatch");
            let found = notes(&stage);
            let noted = closing == "<enter>";
            assert_eq!(found.len(), usize::from(noted));
            assert!(
                found
                    .iter()
                    .all(|note| note.kind == kind && note.text.as_str() == "rapha")
            );
            let stage = stage.tick(4).keys("a<enter>");
            let log = phone(&stage);
            assert_eq!((log.rings, log.answered_after), (1, Some(7)));
        }
    }
}

#[test]
fn surprises_are_noted_after_a_call_too_and_escape_closes_the_stopwatch() {
    let mut stage = at_the_call().keys("p<esc>");
    assert!(!stage.shows("r ring · a answer"));
    let stage = stage.keys("p<enter>p+kind<enter>");
    assert_eq!(notes(&stage).len(), 1);
    assert!(phone(&stage).ended_after.is_some());
}

/// The same line by line.
fn line_by_line(lines: &[&str]) -> Table {
    let mut table = Table::at_home();
    let begin = [
        "1", "Acme", "Ana, Ben", "", "", "", "", "x", "", "x", "", "",
    ];
    let rate = ["", "4", "y", "", "4", "y", "", "", ""];
    let all: Vec<_> = begin.iter().chain(&rate).chain(lines).collect();
    table.hears(
        &all.into_iter()
            .map(|line| (*line).to_owned())
            .collect::<Vec<_>>(),
    );
    table
}

#[test]
fn line_by_line_the_stopwatch_runs_notes_are_taken_and_no_call_is_erased() {
    let table = line_by_line(&[
        "dial",
        "ring",
        "+ a warm voice",
        "answered",
        "what?",
        "over",
    ]);
    let session = table.session().unwrap();
    assert_eq!(session.place(), Place::Step(second()), "{}", table.said());
    let record = session.step(second());
    assert_eq!(record.phone.as_ref().unwrap().rings, 1);
    assert!(record.phone.as_ref().unwrap().ended_after.is_some());
    assert_eq!(record.notes.len(), 1);
    let again = line_by_line(&["phone", "3", "10", "0", "12", "60", "phone", "another", "1"]);
    let record = again.session().unwrap().step(second());
    let told = "3 rings, answered after 0:10, a person after 0:12, over after 1:00";
    assert!(
        record.notes[0].text.as_str().contains(told),
        "{:?}",
        record.notes
    );
    let kept = line_by_line(&[
        "phone", "3", "10", "0", "12", "60", "phone", "", "", "", "", "",
    ]);
    assert_eq!(
        kept.session()
            .unwrap()
            .step(second())
            .phone
            .as_ref()
            .unwrap()
            .rings,
        3
    );
}

#[test]
fn a_call_of_a_session_of_before_is_looked_at_and_not_dialled_anew() {
    let mut session = samples().swap_remove(0).1;
    let now = session.finished().unwrap();
    for step in session.step_numbers().collect::<Vec<_>>() {
        let Some(before) = session.step(step).phone.clone() else {
            continue;
        };
        session.apply(Change::Go(Place::Step(step)), now).unwrap();
        let text = customer_hat::store::session_file::text_of(&session).unwrap();
        let stage = Stage::in_session(&text).keys("p<enter>p<esc>");
        assert_eq!(stage.session().step(step).phone, Some(before));
    }
}
