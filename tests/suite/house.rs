//! The house: what the sources themselves must keep to.

use customer_hat::model::exercise::Exercise;
use std::fs;
use std::path::{Path, PathBuf};

/// Every source file: its path below `src/`, and what stands in it before its tests.
fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&src, &mut files);
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let name = path
            .strip_prefix(&src)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let product = text
            .split("#[cfg(test)]")
            .next()
            .unwrap_or_default()
            .to_owned();
        (name, product)
    };
    files.into_iter().map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && path.file_name().is_some_and(|name| name != "tests.rs")
        {
            files.push(path);
        }
    }
}

/// Nothing below `layer` names any of `others`.
fn sees_nothing_of(layer: &str, others: &[&str]) {
    for (name, text) in sources()
        .into_iter()
        .filter(|(name, _)| name.starts_with(layer))
    {
        for other in others {
            let named = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let line = named
                .into_iter()
                .find(|line| line.contains(&format!("crate::{other}")));
            assert_eq!(line, None, "{name} names {other}");
        }
    }
}

#[test]
fn each_layer_sees_only_what_it_stands_on() {
    sees_nothing_of("model", &["store", "report", "ui", "cli"]);
    sees_nothing_of("store", &["report", "ui", "cli"]);
    sees_nothing_of("report", &["store", "ui", "cli"]);
    sees_nothing_of("ui", &["cli"]);
    sees_nothing_of("ui/screens", &["store"]);
    sees_nothing_of("ui/widgets", &["store"]);
    sees_nothing_of("ui/app", &["store"]);
}

#[test]
fn the_model_touches_no_disk_no_terminal_and_no_clock() {
    for (name, text) in sources()
        .into_iter()
        .filter(|(name, _)| name.starts_with("model"))
    {
        for word in [
            "std::fs",
            "std::io",
            "std::env",
            "crossterm",
            "ratatui",
            "Zoned::now",
            "Timestamp::now",
            "Instant",
        ] {
            assert!(!text.contains(word), "{name} says {word}");
        }
    }
}

#[test]
fn every_file_says_what_it_is_and_has_a_name_that_means_something() {
    for (name, text) in sources() {
        assert!(
            text.starts_with("//!"),
            "{name} does not open with a sentence"
        );
        let stem = Path::new(&name)
            .file_stem()
            .unwrap()
            .to_string_lossy()
            .into_owned();
        assert!(
            !["mod", "util", "utils", "common", "helpers", "misc"].contains(&stem.as_str()),
            "{name}"
        );
    }
}

#[test]
fn the_program_knows_no_exercise_by_heart() {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let mut words = vec![
        exercise.question.to_string(),
        exercise.stay_question.to_string(),
    ];
    for step in &exercise.steps {
        words.extend([
            format!("\"{}\"", step.id),
            step.title.to_string(),
            step.task.to_string(),
        ]);
        words.extend(
            step.hold
                .iter()
                .chain(&step.look_for)
                .map(ToString::to_string),
        );
        let feelings = step.words_good.iter().chain(&step.words_bad);
        words.extend(feelings.map(|feeling| format!("\"{feeling}\"")));
    }
    words.extend(
        exercise
            .commodity
            .reasons
            .iter()
            .map(|reason| format!("\"{reason}\"")),
    );
    // The name of a place of every session, whatever the exercise.
    words.retain(|word| word != "\"welcome\"");
    for (name, text) in sources() {
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let text: String = lines.collect::<Vec<_>>().join("\n");
        for word in &words {
            assert!(!text.contains(word.as_str()), "{name} says {word}");
        }
    }
}
