//! The system calls of a save, as `strace` sees them: their order, and each of them failing.

use super::child::{command, counted, said};
use super::full;
use customer_hat::store::envelope::Trust;
use customer_hat::store::session_file;
use std::fs;
use std::io::{BufRead, BufReader, Lines, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

/// Calls that have nothing to do with a disk.
const NO_DISK: &str = "trace=!futex,mmap,munmap,mremap,mprotect,madvise,brk,sched_yield,clock_gettime,\
                       clock_nanosleep,getrandom,rt_sigprocmask,rt_sigaction,sigaltstack,exit,restart_syscall,getpid,gettid";

/// A child that saves when it is told to.
struct Saving {
    child: Child,
    orders: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
    /// The thread that saves.
    thread: String,
}

impl Saving {
    fn start(folder: &Path) -> Self {
        let mut child = command("ordered", folder).spawn().unwrap();
        let orders = child.stdin.take().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let thread = String::new();
        let mut saving = Self {
            child,
            orders,
            lines,
            thread,
        };
        saving.thread = saving.hear(&["saver"]);
        saving
    }

    /// The next line that begins with one of the words.
    fn hear(&mut self, words: &[&str]) -> String {
        for line in self.lines.by_ref().map_while(Result::ok) {
            if words.iter().any(|word| said(&line, word).is_some()) {
                return line.strip_prefix("saver ").unwrap_or(&line).to_owned();
            }
        }
        panic!("the child fell silent");
    }

    /// Saves once more; what came of it.
    fn save(&mut self) -> String {
        writeln!(self.orders, "save").unwrap();
        self.hear(&["saved", "failed"])
    }

    fn end(mut self) {
        writeln!(self.orders, "end").unwrap();
        self.child.wait().unwrap();
    }
}

/// `strace` at a thread, writing to a file until the thread or the guard is gone.
struct Strace {
    strace: Child,
    log: PathBuf,
}

impl Strace {
    /// None, and why in plain words, where it is not installed or may not watch.
    fn at(thread: &str, log: &Path, arguments: &[&str]) -> Option<Self> {
        // What it did before is over by then: the thread is back asleep.
        std::thread::sleep(Duration::from_millis(20));
        let started = Command::new("strace")
            .args(["-y", "-s", "32", "-o"])
            .arg(log)
            .args(arguments)
            .args(["-p", thread])
            .stderr(Stdio::piped())
            .spawn();
        let Ok(mut strace) = started else {
            println!("not shown: strace is not installed, so nothing is known of the system calls");
            return None;
        };
        let mut told = String::new();
        let mut lines = BufReader::new(strace.stderr.take().unwrap());
        lines.read_line(&mut told).unwrap();
        if !told.contains("attached") {
            strace.wait().unwrap();
            println!("not shown: strace may not watch here: {}", told.trim());
            return None;
        }
        let log = log.to_owned();
        Some(Self { strace, log })
    }

    fn lines(mut self) -> Vec<String> {
        self.strace.wait().unwrap();
        let log = fs::read_to_string(&self.log).unwrap();
        log.lines().map(str::to_owned).collect()
    }
}

/// The calls of one save of a session that is there (`again`) or of one that is made by it.
fn calls_of_a_save(again: bool) -> Option<(Vec<String>, PathBuf)> {
    let folder = tempfile::tempdir().unwrap();
    let mut saving = Saving::start(folder.path());
    if again {
        saving.save();
    }
    let log = tempfile::NamedTempFile::new().unwrap();
    let strace = Strace::at(&saving.thread, log.path(), &["-e", NO_DISK])?;
    let told = saving.save();
    let path = PathBuf::from(told.split(' ').nth(2).unwrap());
    saving.end();
    let lines = strace.lines();
    let calls = lines.iter().filter(|line| line.contains('('));
    Some((calls.cloned().collect(), path))
}

/// The first call from `from` on that has all the words; its place in the row.
fn find(calls: &[String], from: usize, words: &[&str]) -> usize {
    let at = calls[from..]
        .iter()
        .position(|call| words.iter().all(|word| call.contains(word)));
    at.map_or_else(
        || panic!("no {words:?} after {from} in\n{}", calls.join("\n")),
        |at| from + at,
    )
}

#[test]
fn a_save_is_written_synced_renamed_and_synced_before_it_is_acknowledged() {
    let Some((calls, path)) = calls_of_a_save(true) else {
        return;
    };
    let folder = path.parent().unwrap().display().to_string();
    let temp = format!("{folder}/.{}.", path.file_name().unwrap().to_string_lossy());
    let open = find(&calls, 0, &["openat(", &temp, "O_CREAT|O_EXCL", "0600"]);
    let write = find(&calls, open, &["write(", &temp, "#![type = "]);
    let rights = find(&calls, write, &["fchmod(", &temp]);
    let sync = find(&calls, rights, &["fsync(", &temp, "= 0"]);
    let rename = find(
        &calls,
        sync,
        &["rename", &temp, &format!("\"{}\"", path.display()), "= 0"],
    );
    let folder_sync = find(&calls, rename, &["fsync(", &format!("<{folder}>"), "= 0"]);
    let told = find(&calls, 0, &["write(1<pipe:", "saved "]);
    assert!(folder_sync < told, "acknowledged before it was on disk");
    println!("strace: one save is {} calls, in their order", calls.len());
}

#[test]
fn a_new_file_is_synced_before_it_has_its_name_and_replaces_nothing() {
    let Some((calls, path)) = calls_of_a_save(false) else {
        return;
    };
    let folder = path.parent().unwrap().display().to_string();
    let temp = format!("{folder}/.{}.", path.file_name().unwrap().to_string_lossy());
    let open = find(
        &calls,
        0,
        &["openat(", &temp, "O_CREAT|O_EXCL", ".tmp", "0600"],
    );
    let write = find(&calls, open, &["write(", &temp]);
    let sync = find(&calls, write, &["fsync(", &temp, "= 0"]);
    let name = find(
        &calls,
        sync,
        &["renameat2(", &temp, "RENAME_NOREPLACE", "= 0"],
    );
    find(&calls, name, &["fsync(", &format!("<{folder}>"), "= 0"]);
}

/// Each call of the row as its name and which of that name it is, from 1. The save ends with its
/// acknowledgement: what is seen after it is the thread going down with the program, as far as it gets, and
/// a call it is stopped in has no name (`???`).
fn numbered(calls: &[String]) -> Vec<(String, usize)> {
    let name = |call: &String| call.split('(').next().unwrap().to_owned();
    let names: Vec<_> = calls.iter().map(name).collect();
    let nth = |at: usize| {
        names[..=at]
            .iter()
            .filter(|name| **name == names[at])
            .count()
    };
    let of_the_save = (0..names.len()).take_while(|at| !calls[*at].contains("(1<pipe:"));
    of_the_save.map(|at| (names[at].clone(), nth(at))).collect()
}

#[test]
fn whatever_call_fails_the_file_is_the_old_one_or_the_new_one_and_the_next_save_goes_well() {
    let errors: &[&str] = if full() {
        &["ENOSPC", "EIO", "EROFS", "EDQUOT"]
    } else {
        &["EIO"]
    };
    let (mut injected, mut failed) = (0, 0);
    for again in [true, false] {
        let Some((calls, _)) = calls_of_a_save(again) else {
            return;
        };
        for (call, nth) in numbered(&calls) {
            for error in errors {
                let inject = format!("inject={call}:error={error}:when={nth}");
                let Some(told) = one_failure(again, &inject) else {
                    return;
                };
                injected += 1;
                failed += usize::from(told.starts_with("failed"));
            }
        }
    }
    println!(
        "strace: {injected} failures injected, {failed} told as not saved, old bytes harmed 0"
    );
}

/// A save in which one call fails; what was told.
fn one_failure(again: bool, inject: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let mut saving = Saving::start(folder.path());
    let first = again.then(|| saving.save());
    let log = tempfile::NamedTempFile::new().unwrap();
    let before = sessions(folder.path());
    let strace = Strace::at(
        &saving.thread,
        log.path(),
        &["-e", "trace=all", "-e", inject],
    )?;
    let told = saving.save();
    let after = sessions(folder.path());
    if told.starts_with("failed") {
        assert_eq!(after, before, "{inject}: {told}");
        assert!(
            told.ends_with('.') && !told.contains("os error 0"),
            "{inject}: {told}"
        );
    } else {
        // Somebody else's, for all the program can know, or the one it had: as it was, or whole and new.
        let path = PathBuf::from(told.split(' ').nth(2).unwrap());
        for (file, bytes) in &after {
            let read = session_file::read_bytes("it", bytes).unwrap();
            assert_eq!(read.trust, Trust::Sealed);
            let is_old = before.contains(&(file.clone(), bytes.clone()));
            assert!(is_old || *file == path, "{inject}: {told}");
        }
        assert!(
            after.iter().any(|(file, _)| *file == path),
            "{inject}: {told}"
        );
    }
    let next = saving.save();
    assert!(next.starts_with("saved"), "{inject}: {told}, then {next}");
    let path = PathBuf::from(next.split(' ').nth(2).unwrap());
    let number: usize = next.split(' ').nth(1).unwrap().parse().unwrap();
    let read = session_file::read("it", &path).unwrap();
    assert_eq!(
        (read.trust, counted(&read.session)),
        (Trust::Sealed, number),
        "{inject}"
    );
    saving.end();
    let lines = strace.lines();
    assert!(
        lines.iter().any(|line| line.contains("(INJECTED)")),
        "{inject} hit nothing {first:?}"
    );
    Some(told)
}

/// The sessions of a folder, hidden companions left out.
fn sessions(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'))
        .map(|path| (path.clone(), fs::read(&path).unwrap()))
        .collect();
    all.sort();
    all
}
