//! A file that is bad, or slow to read, stops nobody: not the list, not what is begun, not what is gone on with.

use super::whole;
use crate::shelf::{day, session};
use assert_cmd::Command;
use customer_hat::model::caps::Kind;
use customer_hat::model::session::Walk;
use customer_hat::model::text::CleanText;
use customer_hat::store::find::Last;
use customer_hat::store::folders::Folders;
use customer_hat::store::shelf::Shelf;
use std::fs;
use std::time::Duration;
use tempfile::TempDir;

/// A folder with one good session among files that are as bad as can be.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(&Folders::find(Some(folder.path()), None).unwrap()).unwrap();
    shelf.create(&session("Acme", day(0))).unwrap();
    let text = whole(Kind::Session).replace("hold_since: ", "// ");
    let put = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
    let rules = text.find("rules: [").unwrap() + "rules: [".len();
    for (name, many) in [
        ("a-84-kib.ron", 21_000),
        ("b-220-kib.ron", 55_000),
        ("c-8-mib.ron", 2_000_000),
    ] {
        let empty = "\"\", ".repeat(many);
        put(name, format!("{}{empty}{}", &text[..rules], &text[rules..]));
    }
    put(
        "d-escapes.ron",
        text.replacen("Acme Boats", &"\\u{41}".repeat(200_000), 1),
    );
    put(
        "e-deep.ron",
        text.replacen("\"Acme Boats\"", &"[".repeat(500_000), 1),
    );
    put(
        "f-comments.ron",
        text.replacen("round:", &format!("{}round:", "/* */".repeat(400_000)), 1),
    );
    put(
        "g-improvements.ron",
        text.replacen(
            "improvements: [",
            &format!("improvements: [{}", "(what: \"\"),".repeat(498)),
            1,
        ),
    );
    folder
}

#[test]
fn the_list_resume_and_notes_go_past_the_worst_of_files() {
    let folder = folder();
    let shelf = Shelf::at(&Folders::find(Some(folder.path()), None).unwrap());
    let good = folder.path().join("2026-11-22-acme-round-1.ron");
    assert_eq!(shelf.find("last", Last::Unfinished), Ok(good));
    let listing = shelf.list();
    // Only comments are too many to be read quickly, and never too many.
    assert_eq!((listing.headings.len(), listing.unreadable.len()), (2, 6));
    for file in &listing.unreadable {
        assert!(file.problem.chars().count() < 400, "{}", file.problem);
    }
    let mut command = Command::cargo_bin("customer-hat").unwrap();
    let out = command
        .arg("--data-dir")
        .arg(folder.path())
        .arg("list")
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&out.stdout).contains("Acme"));
    assert_eq!(out.status.code(), Some(1));
}

#[test]
fn a_list_that_is_told_bit_by_bit_is_the_same_list_at_its_end() {
    let folder = folder();
    let shelf = Shelf::at(&Folders::find(Some(folder.path()), None).unwrap());
    let mut parts = Vec::new();
    let all = shelf.list_piecemeal(Duration::ZERO, |so_far| parts.push(so_far));
    assert_eq!(all, shelf.list());
    for part in &parts {
        assert!(part.headings.iter().all(|one| all.headings.contains(one)));
    }
    assert!(!parts.is_empty());
}

#[test]
fn the_names_of_the_files_tell_the_rounds_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = Shelf::open(&Folders::find(Some(folder.path()), None).unwrap()).unwrap();
    for name in [
        "2026-11-22-cafe-nord-round-1.ron",
        "2026-12-22-cafe-nord-round-2.ron",
        "2026-12-22-cafe-nord-round-2-2.ron",
        "2026-12-22-cafe-nord-round-3 (1).RON",
        "2026-12-22-cafe-nord-alone-7.ron",
        "2026-12-22-cafe-nordwest-round-9.ron",
        "cafe-nord-round-8.ron",
        "2026-12-22-cafe-nord-round-0.ron",
        "2026-12-22-cafe-nord-round-x.ron",
    ] {
        fs::write(folder.path().join(name), "not even read").unwrap();
    }
    let rounds = |business: &str, walk| -> Vec<u16> {
        let found = shelf.rounds_by_name(&CleanText::typed(business), walk);
        let mut rounds: Vec<_> = found.iter().map(|one| one.round.number()).collect();
        rounds.sort_unstable();
        rounds
    };
    assert_eq!(rounds("Café Nord", Walk::Team), [1, 2, 2, 3]);
    assert_eq!(rounds("CAFE NORD", Walk::Alone), [7]);
    assert_eq!(rounds("Other", Walk::Team), [0; 0]);
}
