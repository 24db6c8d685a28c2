//! The replay from the command line: as text without a terminal, by itself in one, and no trace on disk.

use crate::cli::Home;
use crate::samples::{first_round, in_a_ballot};
use crate::window::Window;
use customer_hat::model::replay::Replay;
use customer_hat::model::session::Session;
use customer_hat::store::session_file::text_of;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The sample sessions' files.
fn sample_files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let files = fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

/// A folder of sessions with these in it.
fn with_sessions(home: &Home, sessions: &[(&str, &Session)]) {
    fs::create_dir_all(home.data()).unwrap();
    for (name, session) in sessions {
        fs::write(home.data().join(name), text_of(session).unwrap()).unwrap();
    }
}

/// Everything in a folder, with its bytes.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap();
    let files = files.map(|file| file.unwrap().path());
    files
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

#[test]
fn as_text_it_is_the_meeting_in_its_order() {
    let home = Home::new();
    for file in sample_files() {
        let said = home.run(&["replay", file.to_str().unwrap()]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
        let name = file.file_stem().unwrap().to_str().unwrap();
        insta::assert_snapshot!(format!("as_text_{name}"), said.out);
        let plain = home.run(&["replay", "--plain", file.to_str().unwrap()]);
        assert_eq!(plain.out, said.out);
    }
    assert!(
        !home.data().exists(),
        "only to look at, and a folder was made"
    );
}

#[test]
fn as_text_a_ballot_in_progress_is_its_last_word_and_sealed() {
    let home = Home::new();
    with_sessions(
        &home,
        &[("2026-08-20-pedal-crumb-round-1.ron", &in_a_ballot())],
    );
    let before = contents(&home.data());
    let said = home.run(&["replay"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    insta::assert_snapshot!("as_text_in_a_ballot", said.out);
    assert_eq!(contents(&home.data()), before, "it was only read");
}

#[test]
fn where_names_were_not_shown_the_text_has_none() {
    let home = Home::new();
    let text = text_of(&first_round()).unwrap();
    let (_, session) = text.split_once('\n').unwrap();
    let (session, _) = session.rsplit_once("//").unwrap();
    let hidden = session.replacen("names: Shown", "names: Hidden", 1);
    let hidden = customer_hat::store::read::parse::<Session>(
        customer_hat::model::caps::Kind::Session,
        "a",
        &hidden,
        1,
    )
    .unwrap();
    with_sessions(&home, &[("2026-08-20-pedal-crumb-round-1.ron", &hidden)]);
    let said = home.run(&["replay"]).out;
    assert!(said.contains("With 6 people."));
    // Who sees to a promise is another matter: that was said aloud.
    let said: Vec<_> = said
        .lines()
        .filter(|line| !line.contains(", by "))
        .collect();
    for name in ["Olive", "Basil", "Fern", "Sage", "Hazel", "Rowan"] {
        let told = said.iter().find(|line| line.contains(name));
        assert_eq!(told, None, "{name}");
    }
}

#[test]
fn the_last_session_of_all_is_replayed_and_a_missing_one_is_said() {
    let home = Home::new();
    let nothing = home.run(&["replay"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (1, ""));
    assert!(nothing.err.contains("no session yet"), "{}", nothing.err);
    with_sessions(
        &home,
        &[("2026-08-20-pedal-crumb-round-1.ron", &first_round())],
    );
    let named = home.run(&["replay", "2026-08-20-pedal-crumb-round-1.ron"]);
    assert_eq!(named.code, 0);
    assert!(named.out.contains("Finished on 20 August 2026."));
    assert_eq!(home.run(&["replay", "last"]).out, named.out);
    assert_eq!(home.run(&["replay", "nothing-like-it"]).code, 1);
}

#[test]
fn a_pace_out_of_its_range_is_a_sentence() {
    let home = Home::new();
    for pace in ["0", "601", "-1", "soon", "1.5"] {
        let said = home.run(&["replay", "--auto", "--pace", pace]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{pace}");
        assert!(said.err.contains("1 to 600 seconds"), "{}", said.err);
    }
}

#[test]
fn whoever_has_read_enough_ends_it_quietly() {
    let file = sample_files().remove(1);
    let mut child = Command::new(env!("CARGO_BIN_EXE_customer-hat"))
        .args(["replay", file.to_str().unwrap()])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stderr), "");
    assert_eq!(done.status.code(), Some(0));
}

#[test]
fn in_a_terminal_it_goes_on_by_itself_and_leaves_no_trace() {
    let home = Home::new();
    with_sessions(
        &home,
        &[("2026-08-20-pedal-crumb-round-1.ron", &first_round())],
    );
    let before = contents(&home.data());
    let of = Replay::of(first_round()).frames().len();
    let words = ["replay", "last", "--auto", "--pace", "1"];
    let mut window = Window::open(&home.data(), &words);
    window.until("▶ every 1 s");
    for nth in 2..=4 {
        window.until(&format!("{nth} of {of}"));
    }
    window.send("\x1b[F").until(&format!("{of} of {of}"));
    window.send("\x1b[6~").until("That was all of it.");
    window.send("\x1b[H").until(&format!("1 of {of}"));
    window.keys("q");
    assert_eq!(window.end(), 0, "{}", window.picture());
    assert!(window.is_given_back());
    assert_eq!(contents(&home.data()), before, "it was only looked at");
}

#[test]
fn a_terminal_that_can_show_no_screens_is_told_the_text() {
    let home = Home::new();
    with_sessions(
        &home,
        &[("2026-08-20-pedal-crumb-round-1.ron", &in_a_ballot())],
    );
    let mut window = Window::open_as(&home.data(), &["replay"], "dumb");
    window.until("It is not finished");
    assert_eq!(window.end(), 0);
}
