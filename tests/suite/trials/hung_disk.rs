//! A disk that hangs: every sync is held for half a minute, as on a frozen file system or a network drive that is away.

use super::child::counted;
use super::pty::{Pty, shell};
use super::soon;
use super::walks::{Come, plain, six};
use customer_hat::store::folders::Folders;
use customer_hat::store::session_file;
use customer_hat::store::shelf::Shelf;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Whether `strace` can be had here and may hold calls.
fn can_hold() -> bool {
    let tried = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "-e", "trace=fsync"])
        .args(["-e", "inject=fsync:delay_enter=1", "true"])
        .output();
    let can = tried.is_ok_and(|done| done.status.success());
    if !can {
        println!("not shown: strace can't be had here, so no disk was made to hang");
    }
    can
}

/// The program in a terminal, with the syncs that these words of `strace` mean held for 30 seconds.
fn held(which: &str, data: &Path, words: &str) -> Pty {
    let script = format!(
        "exec strace -f -qq -o /dev/null {which} -e trace=fsync -e inject=fsync:delay_enter=30000000 \
         \"$0\" --data-dir \"$1\" {words}"
    );
    Pty::start(shell(&script, data))
}

fn begin(data: &Path) -> PathBuf {
    let shelf = Shelf::at(&Folders::find(Some(data), None).unwrap());
    let session = six(Come::Halfway, &plain);
    shelf.create(&session).unwrap().path().to_owned()
}

#[test]
fn a_hung_disk_is_told_within_two_seconds_and_every_key_is_answered() {
    if !can_hold() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = begin(folder.path());
    let before = fs::read(&path).unwrap();
    let mut pty = held("", folder.path(), "resume");
    pty.wait_for("step 3 of 5");
    // It saves as it opens; nothing is marked as on disk before the disk has answered.
    let since = Instant::now();
    pty.wait_for("The disk does not answer");
    let told = since.elapsed();
    assert!(told < Duration::from_secs(2), "{told:?}");
    assert!(pty.text().contains("not saved"));
    pty.settle();
    pty.type_keys("+");
    pty.settle();
    pty.type_keys("the bell rang");
    pty.wait_for("the bell rang");
    pty.type_keys("\r");
    pty.settle();
    let since = Instant::now();
    pty.type_keys("S");
    pty.wait_for("Save somewhere else");
    assert!(
        since.elapsed() < Duration::from_secs(2),
        "the key was answered at once"
    );
    pty.type_keys("\u{1b}");
    pty.settle();
    // It ends when it is asked twice, says what is lost, and has not harmed the file.
    pty.type_keys("\u{3}");
    pty.wait_for("Leave once more");
    pty.type_keys("\u{3}");
    pty.wait_for("is not saved");
    pty.settle();
    pty.assert_given_back("a hung disk");
    assert_eq!(fs::read(&path).unwrap(), before);
    println!(
        "hung disk: told after {} ms, S offered, keys answered",
        told.as_millis()
    );
}

#[test]
fn from_a_hung_disk_a_session_goes_on_elsewhere_and_the_next_start_finds_it_there() {
    if !can_hold() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let (data, stick) = (root.join("data"), root.join("stick"));
    fs::create_dir(&stick).unwrap();
    begin(&data);
    // Only what is synced in this folder hangs, as where one drive of two is away.
    let mut pty = held(&format!("-P {}", data.display()), &data, "resume");
    pty.wait_for("step 3 of 5");
    pty.wait_for("The disk does not answer");
    pty.settle();
    pty.type_keys("+");
    pty.settle();
    pty.type_keys("on the stick\r");
    pty.settle();
    pty.save_elsewhere(&stick);
    pty.type_keys("\u{3}");
    pty.wait_until("the end", |screen| !screen.alternate_screen());
    pty.settle();
    assert!(!pty.text().contains("customer-hat:"), "{}", pty.text());
    // `strace` would hold even what has ended.
    drop(pty);
    let shelf = Shelf::at(&Folders::find(Some(&data), None).unwrap());
    let is_free = |path: &Path| Shelf::open_session(path).unwrap().read_only().is_none();
    let found = shelf
        .find("last", customer_hat::store::find::Last::Unfinished)
        .unwrap();
    assert_eq!(found.parent(), Some(stick.as_path()));
    let session = session_file::read("it", &found).unwrap().session;
    let note = session.steps()[2].notes.last().unwrap();
    assert!(
        note.text.as_str().ends_with("on the stick"),
        "{}",
        note.text
    );
    assert_eq!(counted(&session), 0);
    assert!(soon(|| is_free(&found)));
    // The next start goes on there, and says so.
    let mut next = Pty::start(super::pty::program(&data, &["resume"]));
    next.wait_for("on the stick");
    next.type_keys("\u{3}");
    assert_eq!(next.code(), 0);
}

#[test]
fn line_by_line_an_answer_that_is_not_on_disk_is_said_not_to_be() {
    use std::io::{BufRead, BufReader, Write};
    if !can_hold() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    begin(folder.path());
    let mut child = Command::new("strace")
        .args(["-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync"])
        .args(["-e", "inject=fsync:delay_enter=30000000"])
        .arg(env!("CARGO_BIN_EXE_customer-hat"))
        .arg("--data-dir")
        .arg(folder.path())
        .args(["resume", "--plain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let since = Instant::now();
    writeln!(child.stdin.as_ref().unwrap(), "+ the bell rang").unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let said = lines
        .by_ref()
        .map_while(Result::ok)
        .any(|line| line.contains("Not on disk yet: the disk does not answer"));
    assert!(said, "nothing was said");
    assert!(
        since.elapsed() < Duration::from_secs(4),
        "{:?}",
        since.elapsed()
    );
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_folder_that_breaks_off_is_told_by_every_command_that_lists() {
    if !can_hold() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    begin(folder.path());
    let data = folder.path().display().to_string();
    let broken = |words: &str| {
        // Of the data folder alone, at its second reading.
        let script = format!(
            "exec strace -f -qq -o /dev/null -P {data} -e trace=getdents64 -e inject=getdents64:error=EIO:when=2+ \
             \"$0\" --data-dir \"$1\" {words} < /dev/null"
        );
        let done = Command::new("sh")
            .args(["-c", &script, env!("CARGO_BIN_EXE_customer-hat"), &data])
            .output()
            .unwrap();
        let said = [done.stdout, done.stderr].concat();
        (
            done.status.code(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    };
    for (words, code) in [
        ("list", 1),
        ("list --json", 1),
        ("report last", 1),
        ("replay last --plain", 1),
        ("compare", 1),
    ] {
        let (is, said) = broken(words);
        assert!(said.contains("can't be read to its end"), "{words}: {said}");
        assert_eq!(is, Some(code), "{words}: {said}");
        assert!(!said.contains("There is no session yet"), "{words}: {said}");
    }
}
