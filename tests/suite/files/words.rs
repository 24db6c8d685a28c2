//! A wrong value, wherever it stands, is told in words that people read, with what belongs there.

use super::{KINDS, one_of_each, told, whole, with};
use customer_hat::model::caps::Kind;
use std::collections::BTreeSet;

/// What may stand where something else belongs.
const WRONG: [&str; 30] = [
    "0",
    "-1",
    "65536",
    "99999999999999999999999",
    "1.5",
    "1e9",
    "0x",
    "12a",
    "_1",
    "true",
    "\"x\"",
    "\"\\q\"",
    "[]",
    "[1]",
    "()",
    "(1)",
    "(a: 1)",
    "{}",
    "{1: 2}",
    "Nonsense",
    "Nonsense(3)",
    "Nonsense(a: 3)",
    "Some(3)",
    "None",
    "'c'",
    "b\"x\"",
    "-",
    "r#x",
    "+5",
    "\"2026-13-40\"",
];

/// What types are called, and parsers call things.
const NO_WORDS: [&str; 34] = [
    "u8",
    "u16",
    "u32",
    "u64",
    "usize",
    "i8",
    "i16",
    "i32",
    "i64",
    "isize",
    "f32",
    "f64",
    "nonzero",
    "struct",
    "enum",
    "variant",
    "sequence",
    "seq",
    "boolean",
    "bool",
    "integer",
    "unsigned",
    "unit",
    "Option",
    "option",
    "tuple",
    "str",
    "string",
    "identifier",
    "Expected",
    "expected",
    "newtype",
    "map",
    "ASCII",
];

/// What is said of it, without the name of the file, the path, and what is quoted.
fn said(headline: &str) -> String {
    let reason = headline
        .rsplit_once(": ")
        .map_or(headline, |(_, reason)| reason);
    let parts = reason
        .split('`')
        .enumerate()
        .filter(|(nth, _)| nth % 2 == 0);
    parts.map(|(_, part)| part).collect::<Vec<_>>().join(" ")
}

#[test]
fn no_wrong_value_of_any_field_of_any_kind_of_file_is_told_in_the_words_of_types() {
    let mut all = BTreeSet::new();
    for kind in KINDS {
        let text = whole(kind);
        for (path, value, end) in one_of_each(&text) {
            for wrong in WRONG {
                let text = with(&text, value.start, end, wrong);
                let (told, _) = told(kind, &text);
                let Some(first) = told.first() else { continue };
                let said = said(first);
                all.insert(format!("{said}  <- {path}: {wrong}"));
                for word in said.split(|c: char| !c.is_alphanumeric()) {
                    assert!(!NO_WORDS.contains(&word), "{path}: {wrong}\n{first}");
                }
            }
        }
    }
    if let Ok(path) = std::env::var("CUSTOMER_HAT_MESSAGES") {
        std::fs::write(path, all.into_iter().collect::<Vec<_>>().join("\n")).unwrap();
    }
}

/// What stands in a file, what is written there by mistake, and what is said of it.
const SAID: [(Kind, &str, &str, &str); 20] = [
    (
        Kind::Session,
        "round: 2,",
        "round: 0,",
        "round: a whole number from 1 to 65,535 belongs here, not 0",
    ),
    (
        Kind::Session,
        "round: 2,",
        "round: \"two\",",
        "a whole number from 1 to 65,535 belongs here",
    ),
    (
        Kind::Session,
        "round: 2,",
        "round: 70000,",
        "a whole number from 1 to 65,535 belongs here",
    ),
    (
        Kind::Session,
        "seconds: 201,",
        "seconds: -5,",
        "a whole number from 0 to 4,294,967,295 belongs here",
    ),
    (
        Kind::Session,
        "rings: 4,",
        "rings: 4.5,",
        "a whole number belongs here, without a point",
    ),
    (
        Kind::Session,
        "rating: 5,",
        "rating: true,",
        "a whole number from −10 to 10, but not 0, belongs here",
    ),
    (
        Kind::Session,
        "stays: true,",
        "stays: 1,",
        "`true` or `false` belongs here",
    ),
    (
        Kind::Session,
        "walk: Team,",
        "walk: 3,",
        "one of `Team`, `Alone` belongs here",
    ),
    (
        Kind::Session,
        "walk: Team,",
        "walk: Choir,",
        "`Choir` can't stand here; it is one of `Team`, `Alone`",
    ),
    (
        Kind::Session,
        "notes: [],",
        "notes: (),",
        "a list in [square brackets] belongs here",
    ),
    (
        Kind::Session,
        "step: 2, who",
        "step: 0, who",
        "steps are counted from 1",
    ),
    (
        Kind::Session,
        "step: 2, who",
        "step: 300, who",
        "the number of a step, a whole number from 1 on, belongs here",
    ),
    (
        Kind::Session,
        "business: \"Acme Boats\"",
        "business: 7",
        "a text in \"quotes\" belongs here",
    ),
    (
        Kind::Session,
        "next_round: \"2027-02-22\"",
        "next_round: \"soon\"",
        "a day in quotes, such as \"2026-12-01\", belongs here",
    ),
    (
        Kind::Exercise,
        "version: 1,",
        "version: -1,",
        "a whole number from 1 to 65,535 belongs here",
    ),
    (
        Kind::Exercise,
        "minutes: ",
        "minutes: 1000000 // ",
        "a whole number from 1 to 240 belongs here",
    ),
    (
        Kind::Theme,
        "bold: true",
        "bold: 1",
        "`true` or `false` belongs here",
    ),
    (
        Kind::Theme,
        "text: (fg",
        "text: 3 // ",
        "fields in (round brackets) belong here",
    ),
    (
        Kind::Settings,
        "names: Shown,",
        "names: 1,",
        "one of `Shown`, `Hidden` belongs here",
    ),
    (
        Kind::Settings,
        "breath: true,",
        "breath: \"yes\",",
        "`true` or `false` belongs here",
    ),
];

#[test]
fn what_belongs_there_is_said() {
    for (kind, part, wrong, what) in SAID {
        let text = whole(kind);
        assert!(text.contains(part), "{part}");
        let (told, _) = told(kind, &text.replacen(part, wrong, 1));
        assert!(told[0].contains(what), "{wrong}\n{}", told[0]);
    }
}

#[test]
fn the_words_that_are_offered_are_those_that_can_stand_there() {
    let mut seen = 0;
    for kind in KINDS {
        let text = whole(kind);
        for (path, value, end) in one_of_each(&text) {
            let told = |other: &str| {
                told(kind, &with(&text, value.start, end, other))
                    .0
                    .join(" ")
            };
            let (number, nonsense) = (told("7"), told("Nonsense"));
            let Some((_, offered)) = nonsense.split_once("it is one of ") else {
                continue;
            };
            if offered.ends_with('…') {
                continue;
            }
            seen += 1;
            let offered: BTreeSet<&str> = offered.split('`').skip(1).step_by(2).collect();
            let named = number
                .split('`')
                .skip(1)
                .step_by(2)
                .map(|word| word.split('(').next().unwrap());
            for word in named {
                assert!(offered.contains(word), "{path}: {number}\n{nonsense}");
            }
            assert!(number.contains('`'), "{path}: {number}");
        }
    }
    assert!(seen > 10, "{seen}");
}
