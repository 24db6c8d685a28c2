//! A folder that can't be read to its end is no empty folder: every place that lists says so.

use super::shelf::{day, session};
use super::stage::Stage;
use super::window::Window;
use customer_hat::model::heading::Listing;
use customer_hat::store::find::{Last, NotFound};
use customer_hat::store::folders::Folders;
use customer_hat::store::follow::{Sight, Watching, Whom, follow};
use customer_hat::store::shelf::Shelf;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

const SAID: &str = "can't be read to its end";

/// A file where a folder of the program should be: it can't be read as one, whoever tries.
fn blocked(data: &Path, folder: &str) {
    let path = data.join(folder);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, "in the way").unwrap();
}

pub fn run(data: &Path, words: &[&str]) -> (Option<i32>, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_customer-hat"))
        .arg("--data-dir")
        .arg(data)
        .args(words)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = [done.stdout, done.stderr].concat();
    (done.status.code(), String::from_utf8(said).unwrap())
}

#[test]
fn the_folder_of_the_sessions_is_told_and_not_taken_for_empty() {
    let root = tempfile::tempdir().unwrap();
    blocked(root.path(), "data");
    let data = root.path().join("data");
    let shelf = Shelf::at(&Folders::find(Some(&data), None).unwrap());
    assert!(shelf.list().incomplete.unwrap().contains(SAID));
    for last in [Last::OfAll, Last::Unfinished] {
        let error = shelf.find("last", last).unwrap_err();
        assert!(matches!(error, NotFound::Incomplete(_)), "{error}");
    }
    for words in [
        &["list"][..],
        &["list", "--json"],
        &["report"],
        &["replay", "--plain"],
        &["compare"],
        &["resume", "--plain"],
    ] {
        let (code, said) = run(&data, words);
        assert!(said.contains(SAID), "{words:?}: {said}");
        assert_eq!(code, Some(1), "{words:?}");
        assert!(
            !said.contains("There is no session yet"),
            "{words:?}: {said}"
        );
    }
    let (sights, seen) = mpsc::channel();
    let watching = Watching::ByLooking(Duration::from_millis(5));
    follow(Whom::Running(shelf), watching, move |sight| {
        sights.send(sight).is_ok()
    })
    .unwrap();
    let Sight::Damaged(why) = seen.recv_timeout(Duration::from_secs(20)).unwrap() else {
        panic!("taken for empty")
    };
    assert!(why.contains(SAID), "{why}");
}

#[test]
fn the_trash_the_exercises_and_the_themes_are_told_at_home_and_by_what_lists_them() {
    for (folder, words) in [
        ("trash", &["--plain"][..]),
        ("config/exercises", &["exercises"]),
        ("config/exercises", &["--plain"]),
        ("config/themes", &["--plain", "--theme", "mine"]),
        ("config/themes", &["check", "--all"]),
        ("config/exercises", &["check", "--all"]),
    ] {
        let root = tempfile::tempdir().unwrap();
        blocked(root.path(), folder);
        let (_, said) = run(root.path(), words);
        assert!(said.contains(SAID), "{folder}, {words:?}: {said}");
        let mut window = Window::open(root.path(), &[]);
        // A line may end in it.
        window.until("read to its end");
    }
}

#[test]
fn check_all_tells_a_folder_that_can_not_be_read_beside_whatever_else_is_found() {
    for (folder, blocked_by) in [
        ("config/exercises", "themes"),
        ("config/themes", "exercises"),
    ] {
        let root = tempfile::tempdir().unwrap();
        blocked(root.path(), folder);
        let other = root.path().join("config").join(blocked_by);
        fs::create_dir_all(&other).unwrap();
        let (code, said) = run(root.path(), &["check", "--all"]);
        assert!(
            said.contains(SAID) && !said.contains("no session"),
            "{said}"
        );
        assert_eq!(code, Some(1), "{folder}");
        fs::write(other.join("mine.ron"), "(").unwrap();
        let (code, said) = run(root.path(), &["check", "--all"]);
        assert!(
            said.contains(SAID) && said.contains("mine.ron:1:"),
            "{said}"
        );
        assert_eq!(code, Some(1), "{folder}");
    }
}

#[test]
fn home_and_the_library_show_what_was_found_and_that_there_may_be_more() {
    let mut stage = Stage::at_home();
    let incomplete = Some(format!("The folder /data {SAID}."));
    stage.app().listed(&Listing {
        incomplete: incomplete.clone(),
        ..Listing::default()
    });
    assert!(
        !stage.shows("Sample:"),
        "nobody is told that nothing is there"
    );
    assert!(stage.shows("a folder that can't be read"));
    let acme = session("Acme", day(0));
    let mut stage = Stage::with_sessions(&[acme]);
    let listing = stage.listed();
    stage.app().listed(&Listing {
        incomplete,
        ..listing
    });
    stage.app().show_library();
    for (width, height) in [(60, 20), (80, 24), (200, 60)] {
        let text = stage.text(width, height);
        assert!(width > 150 || text.contains("perhaps more"), "{text}");
    }
}
