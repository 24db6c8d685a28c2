//! Every list and every text of every kind of file has a cap, and what is beyond costs no more than its length.

use super::{KINDS, one_of_each, told, values, whole, with};
use customer_hat::model::caps::{CHARS, ENTRIES, Kind, PROBLEMS, TABLE};
use customer_hat::store::outline::What;

/// How often each byte of a file may be gone over: for its caps, by the parser, for the places of what is wrong.
const MOST_WAYS: usize = 8;

fn costs_no_more_than_its_length(kind: Kind, path: &str, text: &str) -> Vec<String> {
    let (told, steps) = told(kind, text);
    assert!(
        steps <= MOST_WAYS * text.len(),
        "{path}: {steps} steps for {} bytes",
        text.len()
    );
    assert!(
        told.len() <= PROBLEMS + 1,
        "{path}: {} problems",
        told.len()
    );
    for one in &told {
        assert!(one.chars().count() < 700, "{path}: {one}");
    }
    told
}

/// What a list can be filled with: its own first entry, and what never belongs there.
fn fillings(inside: &str) -> Vec<String> {
    let own = inside.trim().to_owned();
    [
        "\"\"",
        "()",
        "[]",
        "0",
        "x",
        "\"a\": ()",
        "\"\": []",
        "/* , */ \"\\\"\"",
        "r#\"]\"#",
    ]
    .into_iter()
    .map(str::to_owned)
    .chain([own])
    .collect()
}

#[test]
fn every_list_and_map_of_every_kind_of_file_has_a_cap_and_a_bad_one_costs_no_more_than_its_length()
{
    for kind in KINDS {
        let text = whole(kind);
        for (path, value, end) in one_of_each(&text) {
            let inside = &text[value.start..end];
            let Some(open) = inside.chars().next().filter(|open| "[{".contains(*open)) else {
                continue;
            };
            let close = if open == '[' { ']' } else { '}' };
            let first = inside[1..].trim_start();
            let first = &first[..super::end_of(first, 0).min(first.len() - 1)];
            for filling in fillings(first) {
                let many = format!("{filling},").repeat(4 * ENTRIES);
                let text = with(&text, value.start, end, &format!("{open}{many}{close}"));
                let told = costs_no_more_than_its_length(kind, &path, &text);
                assert!(!told.is_empty(), "{path}: {filling}");
            }
        }
    }
}

#[test]
fn a_list_as_long_as_its_cap_with_nothing_good_in_it_stops_at_twenty_problems() {
    let text = whole(Kind::Session).replace("hold_since: ", "// ");
    for (path, bad) in [
        ("improvements", "(what: \"\", step: 9)"),
        (
            "promises",
            "(what: \"\", round: 2, promised: \"2026-08-20\")",
        ),
    ] {
        let (_, value, end) = values(&text)
            .into_iter()
            .find(|(at, ..)| at == path)
            .unwrap();
        let list = format!("[{}]", format!("{bad},").repeat(ENTRIES));
        let text = with(&text, value.start, end, &list);
        let told = costs_no_more_than_its_length(Kind::Session, path, &text);
        assert_eq!(told.len(), PROBLEMS + 1, "{path}");
        assert!(told[PROBLEMS].contains("and more"), "{told:?}");
        assert!(told[0].contains(path), "{}", told[0]);
    }
    let exercise = whole(Kind::Exercise);
    let (exercise, at) = (exercise.clone(), values(&exercise));
    let mut bad = exercise.clone();
    // From behind, so that the places before stay.
    for (_, value, end) in at.iter().rev() {
        if let What::Text(chars) = value.what
            && chars > 12
        {
            bad = with(&bad, value.start, *end, "\"\"");
        }
    }
    let told = costs_no_more_than_its_length(Kind::Exercise, "exercise", &bad);
    assert_eq!(told.len(), PROBLEMS + 1);
}

#[test]
fn every_text_of_every_kind_of_file_has_a_cap_whatever_it_is_made_of() {
    for kind in KINDS {
        let text = whole(kind);
        for (path, value, end) in one_of_each(&text) {
            if !matches!(value.what, What::Text(_)) {
                continue;
            }
            for piece in ["x", "é", "\\u{301}", "\\\"", "\\n", "\u{202e}", "字"] {
                let long = format!("\"{}\"", piece.repeat(2 * CHARS));
                let text = with(&text, value.start, end, &long);
                let told = costs_no_more_than_its_length(kind, &path, &text);
                let fits = told.iter().any(|one| one.contains("at most"));
                assert!(fits, "{path} of {piece}: {told:?}");
            }
        }
    }
}

#[test]
fn brackets_comments_and_long_words_cost_no_more_than_their_length() {
    for kind in KINDS {
        let head = whole(kind).lines().next().unwrap().to_owned();
        for piece in [
            "(",
            "[",
            "{",
            "(a:[",
            "[{\"a\":(",
            "/*",
            "// a\n",
            "/* a */",
            "\"",
            "'",
            "r#\"",
            "\\",
            ":",
            ",",
            "a(",
            "Some(",
            "#",
            "\u{feff}",
            "x",
            "9",
            "é ",
        ] {
            let text = format!("{head}\n(format: 1, a: {}", piece.repeat(40_000));
            let told = costs_no_more_than_its_length(kind, piece, &text);
            assert!(!told.is_empty(), "{piece}");
        }
    }
}

#[test]
fn a_file_that_breaks_off_anywhere_is_told_and_no_more() {
    for kind in KINDS {
        let text = whole(kind);
        let ends = text.char_indices().map(|(at, _)| at).step_by(7);
        let quotes = text.match_indices('"').map(|(at, _)| at + 1);
        for end in ends
            .chain(quotes)
            .filter(|end| *end < text.trim_end().len())
        {
            assert!(!super::told(kind, &text[..end]).0.is_empty(), "{end}");
        }
    }
}

#[test]
fn what_is_as_large_as_the_caps_allow_is_read() {
    let text = whole(Kind::Session).replace("hold_since: ", "// ");
    let note = "(kind: Good, at: \"2026-11-22T09:21:00+01:00\", text: \"n\"),".repeat(ENTRIES);
    let text = text.replacen("notes: [],", &format!("notes: [{note}],"), 1);
    let text = text.replacen("\"Acme Boats\"", &format!("\"{}\"", "é".repeat(2_000)), 1);
    let text = text.replacen(
        "\"The way you listen\"",
        &format!("\"{}\"", "\\u{202e}".repeat(CHARS)),
        1,
    );
    let (told, _) = super::told(Kind::Session, &text);
    assert_eq!(told, [""; 0]);
}

#[test]
fn every_row_of_the_table_is_a_list_or_a_text_of_a_whole_file() {
    for (kind, row, _) in TABLE {
        let text = whole(*kind);
        let mut walk = customer_hat::store::outline::Walk::new(&text);
        let mut found = false;
        while walk.next().is_some() {
            let path = walk.path(true);
            found |= path == *row || row.strip_prefix('?').is_some_and(|end| path.ends_with(end));
        }
        assert!(found, "{row} is nowhere");
    }
}
