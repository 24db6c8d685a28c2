//! Reading a session: what could not have happened is refused with its place, and all else is kept.

use super::*;
use customer_hat::store::envelope;

/// A session file of the first format, kept for ever as it was written.
const GOLDEN: &str = include_str!("format-1.ron");

fn golden() -> String {
    let opened = envelope::open("golden", "customer-hat/session", 1, GOLDEN.as_bytes()).unwrap();
    assert_eq!(opened.trust, envelope::Trust::Sealed);
    opened.text
}

/// The message after a part of the golden file was changed for another.
fn broken(part: &str, by: &str) -> String {
    let text = golden();
    assert!(text.contains(part), "the golden file has no {part}");
    read(&text.replacen(part, by, 1)).expect_err(by)
}

/// The text without the first field of this name.
fn without_first(field: &str, text: &str) -> String {
    let start = text.find(field).unwrap();
    let mut depth = 0;
    let length = text[start..]
        .find(|sign| {
            depth += match sign {
                '(' | '[' => 1,
                ')' | ']' => -1,
                _ => 0,
            };
            sign == ',' && depth == 0
        })
        .unwrap();
    format!("{}{}", &text[..start], &text[start + length + 1..])
}

/// A change of the golden file, and what the message about it says.
type Case = (&'static str, &'static str, &'static str);

fn each_is_refused(cases: &[Case]) {
    for (part, by, said) in cases {
        let message = broken(part, by);
        assert!(message.contains(said), "{by}\n{message}");
    }
}

#[test]
fn a_golden_file_is_read_and_written_to_the_last_byte() {
    let session = read(&golden()).unwrap();
    let written = envelope::seal("customer-hat/session", &file_of(&session));
    assert_eq!(written, GOLDEN);
}

#[test]
fn a_session_at_any_stage_comes_back_as_it_was() {
    for session in [session(&[]), session(&["Ana"]), walked(), judged()] {
        let text = file_of(&session);
        let again = read(&text).unwrap();
        assert_eq!(again, session);
        assert_eq!(file_of(&again), text);
    }
}

#[test]
fn a_rating_that_is_none_is_refused_where_it_stands() {
    each_is_refused(&[
        ("rating: -3,", "rating: 0,", "steps[1].ratings.ana"),
        ("rating: -3,", "rating: 11,", "11 is outside −10..10"),
        ("rating: -3,", "rating: -11,", "steps[1].ratings.ana"),
        ("rating: -3,", "rating: 3.5,", "steps[1].ratings.ana"),
        ("rating: -3,", "rating: \"3\",", "steps[1].ratings.ana"),
        (
            "ratings: [9, 8,",
            "ratings: [0, 8,",
            "predictions.ana.Guessed.ratings[0]",
        ),
        (
            "ratings: [9, 8,",
            "ratings: [8,",
            "predictions.ana: one rating for each of the 5 steps",
        ),
    ]);
}

#[test]
fn a_mistake_names_its_line() {
    let text = golden();
    let line = 1 + text
        .lines()
        .position(|line| line.contains("rating: -3,"))
        .unwrap();
    let message = broken("rating: -3,", "rating: 0,");
    assert!(
        message.starts_with(&format!("acme.ron:{line}:")),
        "{message}"
    );
}

#[test]
fn people_are_in_the_session_once_and_with_a_name() {
    each_is_refused(&[
        (
            "id: \"ben\"",
            "id: \"ana\"",
            "people[1].id: ana is there twice",
        ),
        ("id: \"ben\"", "id: \"\"", "people[1].id: an id is needed"),
        (
            "name: \"Ben\"",
            "name: \" \"",
            "people[1].name: a name is needed",
        ),
        (
            "business: \"Acme Boats\"",
            "business: \"\"",
            "business: a name is needed",
        ),
    ]);
}

#[test]
fn nobody_answers_whom_nobody_knows() {
    each_is_refused(&[
        (
            "id: \"cho\"",
            "id: \"cho-2\"",
            "steps[0].ratings.cho: nobody",
        ),
        (
            "here: [\"ana\", \"ben\", \"cho\"]",
            "here: [\"ana\", \"ben\", \"cho\", \"dev\"]",
            "steps[0].revealed.here[3]: nobody",
        ),
    ]);
}

#[test]
fn who_was_away_can_not_have_rated_and_who_was_there_has() {
    each_is_refused(&[
        (
            "here: [\"ana\", \"ben\", \"cho\"]",
            "here: [\"ana\", \"ben\"]",
            "steps[0].revealed.here: cho was away and can't have answered",
        ),
        (
            "here: [\"ana\", \"ben\", \"cho\"]",
            "here: [\"ana\", \"ben\", \"cho\", \"ana\"]",
            "steps[0].revealed.here[3]: there are two entries of ana",
        ),
    ]);
    let nobody_left = broken("here: [\"ana\", \"ben\", \"cho\"]", "here: []");
    assert!(
        nobody_left.contains("steps[0].revealed.here"),
        "{nobody_left}"
    );
}

#[test]
fn a_place_lies_within_what_is_revealed() {
    each_is_refused(&[
        (
            "place: Close",
            "place: Step(6)",
            "place: there is no step 6",
        ),
        ("place: Close", "place: Step(0)", "place"),
        (
            "place: Close",
            "place: Nowhere",
            "place: `Nowhere` can't stand here",
        ),
    ]);
    let ahead = file_of(&session(&["Ana"])).replace("place: People", "place: Reveal(1)");
    assert!(read(&ahead).unwrap_err().contains("place: "));
    let nobody = file_of(&session(&[])).replace("place: People", "place: Welcome");
    assert!(
        read(&nobody)
            .unwrap_err()
            .contains("place: first, who takes part?")
    );
}

#[test]
fn no_step_is_rated_before_the_ones_before_it() {
    let mut open = session(&["Ana"]);
    rate(&mut open, 1, &[3]);
    make(&mut open, answer(2, Turn::First, "Ana", 4));
    let text = file_of(&open);
    let without = without_first("revealed: ", &text);
    let message = read(&without).unwrap_err();
    assert!(
        message.contains("steps[1].ratings: step 1 comes first"),
        "{message}"
    );
}

#[test]
fn what_comes_after_a_reveal_does_not_come_before_it() {
    let mut first = session(&["Ana"]);
    rate(&mut first, 1, &[3]);
    make(&mut first, answer(1, Turn::Again, "Ana", 4));
    let text = file_of(&first);
    let message = read(&without_first("revealed: ", &text)).unwrap_err();
    assert!(message.contains("steps[0].ratings_again: "), "{message}");

    let fresh = file_of(&session(&["Ana"]));
    let verdict = "verdicts: {\"ana\": Builds(at: \"2026-11-22T09:01:00+01:00\")}";
    let message = read(&fresh.replacen("verdicts: {}", verdict, 1)).unwrap_err();
    assert!(
        message.contains("verdicts: not every step is revealed yet"),
        "{message}"
    );
}

#[test]
fn a_promise_says_what_and_comes_from_a_round_before() {
    each_is_refused(&[
        (
            "what: \"Fewer forms\"",
            "what: \" \"",
            "promises[2].what: it is empty",
        ),
        (
            "round: 1,",
            "round: 2,",
            "promises[0].round: it must be a round before this one",
        ),
        ("outcome: Kept", "outcome: Forgotten", "promises[0].outcome"),
        ("the_one: true", "the_one: true, mood: 1", "`mood`"),
    ]);
    let place = file_of(&session(&["Ana"])).replace("place: People", "place: Promises");
    let message = read(&place).unwrap_err();
    assert!(message.contains("place: nothing"), "{message}");
}

#[test]
fn a_file_from_before_there_were_promises_is_read_as_one_without() {
    let text = without_first("promises: ", &golden());
    let session = read(&text).unwrap();
    assert!(session.promises().is_empty());
    assert!(!file_of(&session).contains("promises:"));
}

#[test]
fn the_end_of_the_meeting_is_what_it_can_be() {
    each_is_refused(&[
        (
            "by: \"2026-11-27\", the_one: true",
            "by: \"2026-11-27\"",
            "improvements: exactly one",
        ),
        (
            "what: \"Ring back\"",
            "what: \"Ring back\", the_one: true",
            "improvements: exactly one has `the_one: true`, not 2",
        ),
        (
            "what: \"Ring back\"",
            "what: \"\"",
            "improvements[1].what: it is empty",
        ),
        (
            "step: 2",
            "step: 6",
            "improvements[0].step: there is no step 6",
        ),
        ("step: 2", "step: 0", "improvements[0].step"),
        (
            "chosen_for: [\"price\"",
            "chosen_for: [\"charm\"",
            "chosen_for[0]: \"charm\" is none",
        ),
        (
            "chosen_for: [\"price\"",
            "chosen_for: [\"location\"",
            "chosen_for[1]: \"location\" is there twice",
        ),
        (
            "next_round: \"2027-02-22\"",
            "next_round: \"2027-02-30\"",
            "next_round",
        ),
    ]);
}

#[test]
fn the_steps_are_those_of_the_exercise() {
    each_is_refused(&[
        (
            "step: \"website\"",
            "step: \"shop\"",
            "steps: they are not the steps of the exercise",
        ),
        (
            "id: \"website\"",
            "id: \"shop\"",
            "steps: they are not the steps of the exercise",
        ),
        ("minutes: 15", "minutes: 0", "exercise.steps[2].minutes"),
    ]);
}

#[test]
fn nothing_foreign_and_nothing_twice_stands_in_a_file() {
    each_is_refused(&[
        ("round: 2", "round: 2, mood: 3", "`mood`"),
        (
            "round: 2",
            "round: 2, round: 2",
            "the field `round` stands here twice",
        ),
        ("round: 2", "round: 0", "round"),
        (
            "format: 1",
            "format: 2",
            "this program reads format 1, not 2",
        ),
        ("rings: 4", "rings: 4, tone: 1", "steps[1].phone"),
        ("presence: Here", "presence: Gone", "people[0].presence"),
        ("started: \"2026", "started: \"26", "started"),
        (
            "ended_after: 90",
            "ended_after: 90, hold_since: \"2026-11-22T09:20:00+01:00\"",
            "steps[1].phone.hold_since: the call is over",
        ),
    ]);
}

#[test]
fn every_field_that_can_be_missing_is_written_only_when_it_says_something() {
    let text = file_of(&session(&["Ana"]));
    for absent in [
        "finished",
        "draft",
        "role",
        "revealed",
        "next_round",
        "phone",
        "words:",
    ] {
        let own = text.split("exercise: ").next().unwrap();
        assert!(!own.contains(absent), "{absent}");
    }
}
