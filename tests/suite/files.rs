//! Files of every kind as they come from outside: too much in them, wrong values, copies, odd names.

mod caps;
mod copies;
mod slow;
mod words;

use customer_hat::model::caps::Kind;
use customer_hat::model::settings::Settings;
use customer_hat::store::outline::{Value, Walk};
use customer_hat::store::read::ReadError;
use customer_hat::store::source::Source;
use customer_hat::store::{exercise_file, session_file};
use customer_hat::ui::theme::Theme;

const KINDS: [Kind; 4] = [Kind::Session, Kind::Exercise, Kind::Theme, Kind::Settings];

/// A whole file of each kind, with everything in it that one can have, and no comment.
fn whole(kind: Kind) -> String {
    let text = match kind {
        Kind::Session => include_str!("model/format-1.ron")
            .replace("    place: Close,\n", "    place: Close,\n    place_since: \"2026-11-22T10:19:00+01:00\",\n")
            .replace("                on_hold: 30,\n", "                on_hold: 30,\n                hold_since: \"2026-11-22T09:20:30+01:00\",\n"),
        Kind::Exercise => include_str!("../../assets/exercises/role-reversal.ron").to_owned(),
        Kind::Theme => include_str!("../../assets/themes/dark.ron").to_owned(),
        Kind::Settings => "#![type = \"customer-hat/settings\"]\n(\n    format: 1,\n    theme: \"auto\",\n    \
             ballot: PassTheKeyboard,\n    names: Shown,\n    breath: true,\n    timeboxes: true,\n    \
             big_text: Auto,\n)\n"
            .to_owned(),
    };
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// What is told of a file, and how many bytes were gone over for it.
fn told(kind: Kind, text: &str) -> (Vec<String>, usize) {
    let headlines = |problems: Vec<ReadError>| problems.iter().map(ReadError::headline).collect();
    match kind {
        Kind::Session => {
            let (read, steps) = session_file::examine_up_to(20, "a.ron", text.as_bytes());
            (read.err().map(headlines).unwrap_or_default(), steps)
        }
        Kind::Exercise => {
            let (read, steps) = exercise_file::examine("a.ron", text.as_bytes());
            (read.err().unwrap_or_default(), steps)
        }
        Kind::Theme | Kind::Settings => {
            let source = Source::new(kind, "a.ron", text, 0);
            let wrong = match kind {
                Kind::Theme => source.parse::<Theme>().err(),
                _ => source.parse::<Settings>().err(),
            };
            (headlines(wrong.into_iter().collect()), source.steps())
        }
    }
}

/// Every value of a text: the path to it, where it begins, where it ends.
fn values(text: &str) -> Vec<(String, Value, usize)> {
    let mut walk = Walk::new(text);
    let mut found = Vec::new();
    while let Some(value) = walk.next() {
        let end = end_of(text, value.start);
        found.push((walk.path(false), value, end));
    }
    found
}

/// The first value of each field: of several steps or people, one.
fn one_of_each(text: &str) -> Vec<(String, Value, usize)> {
    let mut seen = std::collections::BTreeSet::new();
    let mut all = values(text);
    all.retain(|(path, ..)| {
        let names = path.split(|c: char| "[].".contains(c));
        let people = ["ana", "ben", "cho"];
        seen.insert(
            names
                .filter(|name| name.parse::<usize>().is_err() && !people.contains(name))
                .collect::<Vec<_>>()
                .join("."),
        )
    });
    // A theme has the same look over and over.
    let most = if text.contains("customer-hat/theme") {
        12
    } else {
        all.len()
    };
    all.truncate(most);
    all
}

/// Where a value ends that begins here.
fn end_of(text: &str, start: usize) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0, false, false);
    for (at, c) in text[start..].char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' | ',' | '\n' if depth == 0 => return start + at,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

/// The text with something else between these bytes.
fn with(text: &str, start: usize, end: usize, other: &str) -> String {
    format!("{}{other}{}", &text[..start], &text[end..])
}

#[test]
fn the_whole_files_are_read_and_nothing_is_missed_in_them() {
    for kind in KINDS {
        let text = whole(kind);
        // The call that waits and is over is the one thing that can't be.
        let (told, _) = told(kind, &text);
        assert!(
            told.iter().all(|one| one.contains("hold_since")),
            "{told:?}"
        );
        assert!(values(&text).len() >= 8);
    }
}
