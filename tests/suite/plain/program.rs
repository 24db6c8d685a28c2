//! The program itself in plain mode: lines through a pipe, and a terminal that shows nothing sealed.

use super::scripts::six_in_parts;
use crate::stage::session_in;
use crate::window::Window;
use crate::workshops::{WHOLE, ledger};
use assert_cmd::Command;
use rustix::process::Signal;
use std::fs;
use std::path::Path;

/// Runs the program on these lines; what it printed, and its exit code.
fn run(data: &Path, words: &[&str], lines: &[String]) -> (String, i32) {
    let mut input = lines.join("\n");
    if !lines.is_empty() {
        input.push('\n');
    }
    let done = Command::new(env!("CARGO_BIN_EXE_customer-hat"))
        .env_clear()
        .env("HOME", data)
        .env("TERM", "dumb")
        .arg("--data-dir")
        .arg(data)
        .args(words)
        .write_stdin(input)
        .output()
        .unwrap();
    let code = done.status.code().unwrap();
    assert!(
        done.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    (String::from_utf8(done.stdout).unwrap(), code)
}

fn only_file(data: &Path) -> String {
    let files = fs::read_dir(data)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files = files.filter(|path| path.extension().is_some_and(|end| end == "ron"));
    let file = files.next().expect("a session was begun");
    assert_eq!(files.next(), None);
    fs::read_to_string(file).unwrap()
}

#[test]
fn a_whole_session_through_a_pipe_in_parts_ends_in_the_same_file() {
    let data = tempfile::tempdir().unwrap();
    let mut words = &["--plain"][..];
    let mut last = String::new();
    for part in six_in_parts() {
        let (said, code) = run(data.path(), words, &part);
        assert_eq!(code, 0, "{said}");
        let bad = said.bytes().find(|byte| *byte < 0x20 && *byte != b'\n');
        assert_eq!(bad, None);
        words = &["resume", "--plain"];
        last = said;
    }
    assert!(
        last.contains("Thank you. The session is saved as "),
        "{last}"
    );
    let kept = ledger(&session_in(&only_file(data.path())));
    // The dates are those of the day on which it was walked.
    let undated = |ledger: &str| -> Vec<String> {
        let lines = ledger
            .lines()
            .filter(|line| !line.contains("| 20") && !line.contains(": 20"));
        lines.map(str::to_owned).collect()
    };
    let timeless = |ledger: &str| undated(&ledger.replace("finished\n", ""));
    assert_eq!(timeless(&kept), timeless(WHOLE));
    assert!(kept.ends_with("finished\n"));
}

#[test]
fn the_input_may_end_anywhere_and_resume_goes_on() {
    let data = tempfile::tempdir().unwrap();
    let begin = [
        "new",
        "--plain",
        "--business",
        "Acme",
        "--people",
        "Ana, Ben",
    ];
    let (said, code) = run(data.path(), &begin, &[String::new()]);
    assert_eq!(code, 0);
    assert!(said.contains("Hats on?"), "{said}");
    assert!(said.contains("Everything is saved in "), "{said}");
    assert!(
        said.trim_end()
            .ends_with("customer-hat resume --plain goes on here."),
        "{said}"
    );
    for (line, next) in [
        ("", "Ana: Visit"),
        ("x\n", "Ben: Visit"),
        ("x\n\nx\n", "Everybody is in."),
    ] {
        let lines: Vec<_> = line.split('\n').map(str::to_owned).collect();
        let (said, code) = run(data.path(), &["resume", "--plain"], &lines);
        assert_eq!(code, 0);
        assert!(said.contains(next), "{next}: {said}");
    }
    let (said, code) = run(data.path(), &["resume", "--plain"], &[]);
    assert_eq!(code, 0, "{said}");
}

#[test]
fn a_dumb_terminal_is_told_of_plain_mode() {
    let data = tempfile::tempdir().unwrap();
    let mut window = Window::open_as(data.path(), &["new"], "dumb");
    window.until("customer-hat --plain");
}

#[test]
fn at_a_terminal_nothing_sealed_is_seen_and_ctrl_c_keeps_everything() {
    let data = tempfile::tempdir().unwrap();
    let begin = [
        "new",
        "--plain",
        "--business",
        "Acme",
        "--people",
        "Ana, Ben",
    ];
    let mut window = Window::open(data.path(), &begin);
    window.until("Hats on?").keys("<enter>").until("Ana: Visit");
    window.keys("8<enter>").until("Ana: Call the business");
    window.keys("7<enter>").until("Ana: Buy");
    assert!(!window.picture().contains("] 8") && !window.picture().contains("] 7"));
    window.keys("x<enter><enter>").until("Ben: Visit");
    window.signal(Signal::INT);
    assert_eq!(window.end(), 130);
    assert!(ledger(&session_in(&only_file(data.path()))).contains("guess ana: x"));
}
