//! The foot of each screen: what a facilitator needs most at that moment stands there, and what the foot says works.

use super::stage::{Stage, moment};
use customer_hat::model::change::Change;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::session::Session;
use customer_hat::model::step_record::{Answer, Turn};
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;
use std::fs;
use std::path::Path;

fn step(number: u8) -> StepNumber {
    StepNumber::try_from(number).unwrap()
}

/// A sample at a place of it, still open; the clock of its steps has just begun.
fn sample(nth: usize, place: Place) -> Stage {
    let mut session: Session = samples().swap_remove(nth).1;
    let now = session.finished().unwrap();
    for change in [Change::Finished(None), Change::Go(place)] {
        session.apply(change, now).unwrap();
    }
    Stage::in_session(&text_of(&session).unwrap())
}

fn team_of_two() -> Stage {
    Stage::at_home().keys("tAcme<enter>Ana<enter>Ben<enter><enter>")
}

/// The foot in this size.
fn foot(stage: &mut Stage, (width, height): (u16, u16)) -> String {
    let text = stage.text(width, height);
    text.lines().last().unwrap_or_default().trim().to_owned()
}

/// A fresh step of two people, none of it done yet.
fn fresh(number: u8) -> Stage {
    let mut session = team_of_two().session().clone();
    let pass = |turn| {
        let people: Vec<_> = session.people().iter().map(|one| one.id.clone()).collect();
        people
            .into_iter()
            .map(move |id| (id, turn))
            .collect::<Vec<_>>()
    };
    let passes = pass(Turn::First);
    for at in 1..number {
        for (id, turn) in &passes {
            let answer = Some(Answer::Passed { at: moment(0) });
            let change = Change::Answer(step(at), *turn, id.clone(), answer);
            session.apply(change, moment(0)).unwrap();
        }
        session
            .apply(Change::Reveal(step(at), Turn::First), moment(0))
            .unwrap();
    }
    session
        .apply(Change::Go(Place::Step(step(number))), moment(3600))
        .unwrap();
    Stage::in_session(&text_of(&session).unwrap())
}

#[test]
fn the_foot_of_a_step_has_what_is_needed_while_it_is_done() {
    let narrow = ["Enter rate it", "+ good", "- bad", "n note"];
    for number in 1..=5 {
        let mut stage = fresh(number);
        for size in [(60, 20), (80, 24)] {
            let foot = foot(&mut stage, size);
            for words in narrow {
                assert!(foot.contains(words), "{words}: {foot}");
            }
        }
        let foot = foot(&mut stage, (80, 24));
        match number {
            2 | 4 | 5 => assert!(foot.contains("p dial"), "{foot}"),
            3 => assert!(
                foot.contains("d departments") && foot.contains("y per year"),
                "{foot}"
            ),
            _ => assert!(foot.contains("P late or left"), "{foot}"),
        }
    }
    let late = fresh(2).tick(7 * 60);
    let mut late = late;
    assert!(foot(&mut late, (80, 24)).contains("t 5 more minutes"));
}

#[test]
fn the_foot_of_a_reveal_has_what_comes_next_in_the_talk() {
    for number in 1..=4 {
        let mut stage = sample(0, Place::Reveal(step(number)));
        let foot = foot(&mut stage, (60, 20));
        for words in ["Enter next step", "w words", "n note"] {
            let is_third = number == 3 && words == "n note";
            assert!(is_third || foot.contains(words), "{words}: {foot}");
        }
    }
    let mut again = sample(0, Place::Reveal(step(1)));
    let foot = foot(&mut again, (80, 24));
    let twice = again.session().step(step(1)).revealed_again.is_some();
    assert!(twice || foot.contains("r rate again"), "{foot}");
}

/// Every screen that a team comes to without typing.
fn feet(size: (u16, u16)) -> String {
    let mut stages = vec![team_of_two(), team_of_two().keys("<enter>"), fresh(1)];
    let places = [
        Place::Journey,
        Place::VerdictReveal,
        Place::Commodity,
        Place::Improvements,
        Place::Close,
        Place::Reveal(step(1)),
    ];
    stages.extend(places.map(|place| sample(0, place)));
    stages.push(sample(1, Place::Promises));
    let feet = stages.iter_mut().map(|stage| foot(stage, size));
    feet.collect::<Vec<_>>().join("\n")
}

#[test]
fn late_and_left_the_facilitators_page_and_undo_are_in_some_foot() {
    let feet = feet((80, 24));
    for words in ["P late or left", "F2 notes", "u undo"] {
        assert!(feet.contains(words), "{words}:\n{feet}");
    }
    assert!(
        team_of_two().keys("<enter>P").shows("Who is here?")
            || team_of_two().keys("<enter>P").shows("Ana")
    );
    let stage = team_of_two().keys("<down>u");
    assert_eq!(stage.session().ballot(), team_of_two().session().ballot());
}

#[test]
fn looking_back_has_a_key_at_home_where_there_is_something() {
    let sessions: Vec<_> = samples().into_iter().map(|(_, session)| session).collect();
    let mut home = Stage::with_sessions(&sessions);
    for size in [(60, 20), (80, 24)] {
        assert!(foot(&mut home, size).contains("l look back"));
    }
    assert!(home.keys("l").text(80, 24).starts_with(" Look back"));
    let mut nothing = Stage::at_home();
    assert!(!foot(&mut nothing, (80, 24)).contains("look back"));
    assert!(nothing.keys("l").shows("Start with your team"));
}

#[test]
fn nothing_that_people_read_has_the_words_that_stopped_a_reader() {
    let stopped = [
        "few people can guess",
        "Hold on to this",
        "that's it\"",
        "Breath",
        "\"the way\"",
        "\"The way\"",
        "\"to tell\"",
        "To tell",
        "the whole way",
        "The whole way",
        "; {most} at",
        "\"a year\")),\n            }",
        "one experience, shared",
        " done {}",
        "\"terms\"",
    ];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("assets/exercises")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            for line in text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
            {
                let found = stopped.iter().find(|words| line.contains(**words));
                let is_code = line.contains("Row::Breath") || line.contains("Breath,");
                assert!(found.is_none() || is_code, "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn a_small_team_is_warned_that_hidden_names_can_be_guessed() {
    let mut small = team_of_two().keys("<tab><down>");
    for size in [(60, 20), (80, 24), (100, 30)] {
        let text = small.text(size.0, size.1);
        assert!(
            text.contains("with so few, it's easy to guess who"),
            "{text}"
        );
    }
    let five = "Ana<enter>Ben<enter>Cho<enter>Dan<enter>Eve<enter>";
    let mut large = Stage::at_home().keys(&format!("tAcme<enter>{five}<enter><tab><down>"));
    assert!(!large.shows("easy to guess"));
}
