//! How long a meeting takes: one function says it, everywhere the same, and nothing says an hour that isn't one.

use super::stage::Stage;
use customer_hat::model::estimate::Estimate;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::session::BallotKind;
use customer_hat::report::preread;
use std::fs;
use std::path::{Path, PathBuf};

const KINDS: [BallotKind; 3] = [
    BallotKind::PassTheKeyboard,
    BallotKind::CardsUp,
    BallotKind::Open,
];

fn exercise() -> Exercise {
    Exercise::built_in("role-reversal").unwrap()
}

/// So many people who are asked how they rate.
fn people(many: usize) -> Stage {
    let names: Vec<_> = (1..=many)
        .map(|nth| format!("Person {nth}<enter>"))
        .collect();
    let names = names.concat();
    Stage::at_home().keys(&format!("tAcme<enter>{names}<enter>"))
}

#[test]
fn setup_says_for_these_people_how_long_each_ballot_and_all_of_it_takes() {
    let exercise = exercise();
    for many in [2, 6, 20] {
        let of = Estimate::new(&exercise, many);
        for (row, kind) in KINDS.into_iter().enumerate() {
            let mut stage = people(many).keys(&"<down>".repeat(row));
            for size in [(60, 20), (80, 24), (100, 30)] {
                let text = stage.text(size.0, size.1);
                for kind in KINDS {
                    let minutes = of.ballots(kind).to_string();
                    assert!(text.contains(&minutes), "{minutes}: {text}");
                }
                let in_all = format!("About {} in all, with {many} people.", of.in_all(kind));
                assert!(text.contains(&in_all), "{in_all}: {text}");
            }
        }
    }
}

#[test]
fn the_welcome_and_the_facilitators_page_say_the_same() {
    let minutes = Estimate::new(&exercise(), 6).in_all(BallotKind::CardsUp);
    let mut stage = people(6).keys("<down><enter>");
    for size in [(60, 20), (80, 24), (100, 30)] {
        let text = stage.text(size.0, size.1);
        assert!(text.contains(&format!("about {minutes}")), "{text}");
    }
    let mut notes = stage.keys("<f2>");
    assert!(notes.shows(&format!("About {minutes} in all")));
}

#[test]
fn the_page_before_the_meeting_and_the_readme_say_what_the_function_says() {
    let exercise = exercise();
    let six = Estimate::new(&exercise, 6).in_all(BallotKind::PassTheKeyboard);
    let twenty = Estimate::new(&exercise, 20).in_all(BallotKind::CardsUp);
    let page = preread::lay_out(&exercise);
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains(&format!(
        "Six people take about {six}; twenty, holding up cards, about {twenty}."
    )));
    let readme =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let readme = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        readme.contains(&format!("six people take about {six}")),
        "{six}"
    );
    assert!(
        readme.contains(&format!("twenty with cards about {twenty}")),
        "{twenty}"
    );
}

#[test]
fn nothing_that_people_read_says_an_hour_by_heart() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("README.md"), root.join("assets/report.html")];
    collect(&root.join("assets/exercises"), &mut files);
    collect(&root.join("sessions"), &mut files);
    collect(&root.join("src"), &mut files);
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let said = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//") && !line.contains("fn "));
        for line in said {
            let words: Vec<_> = line.split(|c: char| !c.is_alphabetic()).collect();
            let claims = |pair: &[&str]| {
                [
                    "an", "one", "next", "the", "half", "that", "this", "two", "long",
                ]
                .contains(&pair[0].to_lowercase().as_str())
                    && ["hour", "hours"].contains(&pair[1].to_lowercase().as_str())
            };
            assert!(!words.windows(2).any(claims), "{}: {line}", file.display());
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
