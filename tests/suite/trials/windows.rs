//! Two windows on one session, and what is left of each when it is killed.

use super::child::{command, said};
use super::soon;
use customer_hat::store::folders::Folders;
use customer_hat::store::saver::{Pace, SaveReport, Saver, Target};
use customer_hat::store::session_file;
use customer_hat::store::shelf::{Access, Shelf};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::mpsc;
use std::time::Duration;

/// A window that saved once and stays open; the session's file.
fn window(folder: &Path) -> (Child, PathBuf) {
    let mut child = command("ordered", folder).spawn().unwrap();
    writeln!(child.stdin.as_ref().unwrap(), "save").unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let told = lines
        .map_while(Result::ok)
        .find(|line| said(line, "saved").is_some())
        .unwrap();
    let path = PathBuf::from(told.split(' ').nth(2).unwrap());
    (child, path)
}

fn names(folder: &Path) -> Vec<String> {
    let name =
        |entry: std::io::Result<fs::DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}

#[test]
fn the_second_window_only_looks_until_the_first_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, path) = window(folder.path());
    let before = fs::read(&path).unwrap();
    let second = Shelf::open_session(&path).unwrap();
    assert_eq!(
        second.read_only(),
        Some("This session is open in another window; here you can only look.")
    );
    first.kill().unwrap();
    first.wait().unwrap();
    assert_eq!(fs::read(&path).unwrap(), before);
    let is_free = || Shelf::open_session(&path).unwrap().read_only().is_none();
    assert!(soon(is_free), "a kill frees the lock");
}

#[test]
fn what_changed_underneath_stays_and_the_session_goes_on_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, path) = window(folder.path());
    first.kill().unwrap();
    first.wait().unwrap();
    assert!(soon(|| Shelf::open_session(&path)
        .unwrap()
        .read_only()
        .is_none()));
    let opened = Shelf::open_session(&path).unwrap();
    let Access::Write { file, .. } = opened.access else {
        panic!("it may be written")
    };
    let (reports, told) = mpsc::channel();
    let tell = move |report| drop(reports.send(report));
    let saver = Saver::start(Target::File(file), Pace::default(), tell).unwrap();
    fs::write(&path, "somebody else was here").unwrap();
    for nth in 0..3 {
        saver.save(Box::new(opened.session.clone())).unwrap();
        let SaveReport::Saved {
            path: copy, notice, ..
        } = told.recv_timeout(Duration::from_secs(30)).unwrap()
        else {
            panic!("not saved");
        };
        assert_eq!(notice.is_some(), nth == 0, "{notice:?}");
        assert!(
            copy.to_string_lossy().contains(".conflict-"),
            "{}",
            copy.display()
        );
        assert_eq!(
            session_file::read("it", &copy).unwrap().session,
            opened.session
        );
        // The copy has the lock of a window of its own.
        assert!(Shelf::open_session(&copy).unwrap().read_only().is_some());
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody else was here");
}

#[test]
fn one_generation_is_kept_once_and_leftovers_are_swept_but_for_open_sessions() {
    let folder = tempfile::tempdir().unwrap();
    let (mut first, path) = window(folder.path());
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let leftover = format!(".{name}.aB3dE6gH.tmp");
    fs::write(folder.path().join(&leftover), "half a ses").unwrap();
    let folders = Folders::find(Some(folder.path()), None).unwrap();
    Shelf::open(&folders).unwrap();
    assert!(
        names(folder.path()).contains(&leftover),
        "it may be the first window's"
    );
    for _ in 0..3 {
        writeln!(first.stdin.as_ref().unwrap(), "save").unwrap();
    }
    drop(first.stdin.take());
    first.wait().unwrap();
    let left = [format!(".{name}.lock"), format!(".{name}.previous"), name];
    let is_swept = || Shelf::open(&folders).is_ok() && names(folder.path()) == left;
    assert!(soon(is_swept), "{:?}", names(folder.path()));
}
