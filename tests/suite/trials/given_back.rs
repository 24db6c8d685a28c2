//! The terminal is given back however the program ends, and nothing of it is left running.

use super::child;
use super::pty::{Pty, program, shell};
use super::walks::{Come, minute, plain, six};
use customer_hat::model::change::Change;
use customer_hat::store::find::Last;
use customer_hat::store::folders::Folders;
use customer_hat::store::session_file;
use customer_hat::store::shelf::Shelf;
use customer_hat::ui::events::{self, Happening};
use customer_hat::ui::terminal::{Depth, Surroundings};
use portable_pty::CommandBuilder;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use rustix::process::Signal;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A session of a team that stands at the first step; the program shows it.
fn at_a_step(data: &TempDir) -> Pty {
    let mut pty = Pty::start(program(
        data.path(),
        &["new", "--business", "Acme", "--people", "Ana, Ben, Cleo"],
    ));
    pty.wait_for("Acme");
    pty
}

/// The one session's file, once it is there: the first save is made while the screen is drawn.
fn file_in(data: &Path) -> PathBuf {
    let shelf = Shelf::at(&Folders::find(Some(data), None).unwrap());
    let begun = Instant::now();
    loop {
        match shelf.find("last", Last::OfAll) {
            Ok(path) => return path,
            Err(error) => assert!(begun.elapsed() < Duration::from_secs(10), "{error}"),
        }
    }
}

fn only_session(data: &Path) -> customer_hat::model::session::Session {
    let path = file_in(data);
    session_file::read("it", &path).unwrap().session
}

#[test]
fn after_leaving_it_is_as_it_was() {
    let data = tempfile::tempdir().unwrap();
    let mut pty = at_a_step(&data);
    pty.type_keys("\u{3}");
    assert_eq!(pty.code(), 0);
    pty.assert_given_back("Ctrl-C");
    assert_eq!(only_session(data.path()).people().len(), 3);
}

/// Every signal whose default is to end a process, but for those that can't be caught, those of a fault in memory or in
/// numbers, the one that Rust ignores (PIPE), and that of a full file (XFSZ), which is a failed save.
fn ending() -> Vec<Signal> {
    let mut all = vec![
        Signal::TERM,
        Signal::HUP,
        Signal::INT,
        Signal::QUIT,
        Signal::USR1,
        Signal::USR2,
        Signal::ALARM,
        Signal::VTALARM,
        Signal::PROF,
        Signal::XCPU,
        Signal::IO,
        Signal::ABORT,
        Signal::TRAP,
        Signal::SYS,
    ];
    #[cfg(target_os = "linux")]
    all.extend([Signal::STKFLT, Signal::POWER]);
    all
}

#[test]
fn after_each_signal_it_is_as_it_was_and_the_code_tells() {
    for signal in ending() {
        let code = 128 + signal.as_raw().cast_unsigned();
        let data = tempfile::tempdir().unwrap();
        let mut pty = at_a_step(&data);
        pty.signal(signal);
        assert_eq!(pty.code(), code, "{signal:?}");
        pty.assert_given_back(&format!("{signal:?}"));
        assert_eq!(only_session(data.path()).people().len(), 3, "{signal:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn after_a_signal_of_real_time_it_is_as_it_was_too() {
    for number in [36, 64] {
        let data = tempfile::tempdir().unwrap();
        let mut pty = at_a_step(&data);
        let pid = pty.pid().as_raw_nonzero().to_string();
        let kill = format!("kill -{number} {pid}");
        assert!(
            Command::new("sh")
                .args(["-c", &kill])
                .status()
                .unwrap()
                .success()
        );
        assert_eq!(pty.code(), 128 + number);
        pty.assert_given_back(&kill);
    }
}

#[test]
fn a_full_file_is_no_end() {
    let data = tempfile::tempdir().unwrap();
    let mut pty = at_a_step(&data);
    pty.signal(Signal::XFSZ);
    pty.type_keys("?");
    pty.wait_for("Every key here");
    pty.type_keys("\u{3}");
    assert_eq!(pty.code(), 0);
}

#[test]
fn a_stop_lends_it_to_the_shell_and_going_on_takes_it_again() {
    let data = tempfile::tempdir().unwrap();
    // A shell with jobs, for only such a one can wake what it stopped.
    let script = "set -m; \"$0\" --data-dir \"$1\" new --business Acme --people Ana,Ben & fg; echo stopped; \
                  read wait; fg; echo code $?";
    let mut pty = Pty::start(shell(script, data.path()));
    pty.wait_for("Acme");
    pty.wait_until("the program", vt100::Screen::alternate_screen);
    pty.type_keys("\u{1a}");
    pty.wait_for("stopped");
    pty.assert_given_back("Ctrl-Z");
    pty.type_keys("\n");
    pty.wait_until("the program again", |screen| {
        screen.alternate_screen() && screen.contents().contains("Acme")
    });
    pty.type_keys("\u{3}");
    pty.wait_for("code 0");
    pty.code();
    pty.assert_given_back("after going on");
}

/// Plays the program with the library's own terminal, in a process that panics: in the main loop, or beside it.
pub fn panics(role: &str) {
    let surroundings = Surroundings::gather(|name| std::env::var(name).ok());
    let (mut terminal, happenings) = events::open::<()>(&surroundings, Depth::Ansi16).unwrap();
    let mut paint = |words: String| {
        let painted = terminal.paint(|area, buf| {
            Line::from(words).render(area, buf);
            None
        });
        assert!(painted.unwrap());
    };
    paint("it shows".to_owned());
    assert!(role != "panics", "a mistake \u{1b}[2J in the main loop");
    let worker = std::thread::spawn(|| panic!("a mistake \u{1b}[2J of a worker"));
    assert!(worker.join().is_err());
    let Happening::WorkerFailed(told) = happenings.next() else {
        panic!("it was not told");
    };
    paint(format!("still here: {told}"));
    while !matches!(happenings.next(), Happening::Keys(_)) {}
}

fn panicking(role: &str) -> Pty {
    let of_test = child::command(role, Path::new("."));
    let mut command = CommandBuilder::new(of_test.get_program());
    command.args(of_test.get_args());
    for (name, value) in of_test.get_envs() {
        command.env(name, value.unwrap());
    }
    command.env("TERM", "xterm");
    command.env("RUST_BACKTRACE", "0");
    Pty::start(command)
}

#[test]
fn after_a_panic_of_the_main_loop_it_is_as_it_was_and_plain_words_stand_there() {
    let mut pty = panicking("panics");
    pty.code();
    pty.assert_given_back("a panic");
    let text = pty.text();
    assert!(
        text.contains("customer-hat has made a mistake and had to end."),
        "{text}"
    );
    assert!(
        text.contains("a mistake \\u{1b}[2J in the main loop"),
        "{text}"
    );
    let written = String::from_utf8_lossy(&pty.written);
    assert!(written.contains("shows"), "it had the screen before");
}

#[test]
fn a_panic_of_a_worker_leaves_the_screen_alive() {
    let mut pty = panicking("worker panics");
    let text = pty.wait_for("still here: a mistake");
    assert!(text.contains("\\u{1b}[2J of a worker"), "{text}");
    pty.wait_until("the screen", vt100::Screen::alternate_screen);
    pty.type_keys("x");
    assert_eq!(pty.code(), 0);
    pty.assert_given_back("a worker's panic");
}

#[test]
fn when_its_window_is_closed_it_is_gone_in_two_seconds_hang_up_ignored_or_not() {
    // As a window starts it; with the signal ignored; in a session of its own, where none comes at all.
    let scripts = [
        "exec \"$0\" --data-dir \"$1\" new --business Acme --people Ana,Ben",
        "trap '' HUP; exec \"$0\" --data-dir \"$1\" new --business Acme --people Ana,Ben",
        "exec setsid --wait \"$0\" --data-dir \"$1\" new --business Acme --people Ana,Ben",
    ];
    for script in scripts {
        let data = tempfile::tempdir().unwrap();
        let mut pty = Pty::start(shell(script, data.path()));
        pty.wait_for("Acme");
        let path = file_in(data.path());
        assert!(
            Shelf::open_session(&path).unwrap().read_only().is_some(),
            "it has it open"
        );
        pty.close_window();
        let closed = Instant::now();
        // Its lock goes when the last of it is gone.
        while Shelf::open_session(&path).unwrap().read_only().is_some() {
            assert!(
                closed.elapsed() < Duration::from_secs(2),
                "{script}: an orphan"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
        assert_eq!(only_session(data.path()).people().len(), 2);
    }
}

#[test]
fn a_note_half_typed_survives_a_kill_but_for_its_last_second() {
    let data = tempfile::tempdir().unwrap();
    let mut session = six(Come::Halfway, &plain);
    session.apply(Change::Draft(None), minute(0)).unwrap();
    let shelf = Shelf::at(&Folders::find(Some(data.path()), None).unwrap());
    drop(shelf.create(&session).unwrap());
    let mut pty = Pty::start(program(data.path(), &["resume"]));
    pty.wait_for("step 3 of 5");
    pty.settle();
    pty.type_keys("+");
    pty.settle();
    pty.type_keys("the bell over the door rang");
    std::thread::sleep(Duration::from_millis(1_300));
    pty.type_keys(" and then");
    pty.signal(Signal::KILL);
    pty.code();
    let session = only_session(data.path());
    let draft = session
        .draft()
        .unwrap_or_else(|| panic!("no draft at {:?}", session.place()));
    assert!(
        draft
            .text
            .as_str()
            .starts_with("the bell over the door rang"),
        "{draft:?}"
    );
    let mut again = Pty::start(program(data.path(), &["resume"]));
    again.wait_for("the bell over the door rang");
    again.type_keys("\u{3}");
    assert_eq!(again.code(), 0);
    again.assert_given_back("resumed");
}

#[test]
fn without_a_terminal_or_on_a_dumb_one_it_says_so_and_changes_nothing() {
    let data = tempfile::tempdir().unwrap();
    let folder = data.path().join("none");
    let mut command = program(&folder, &[]);
    command.env("TERM", "dumb");
    let mut pty = Pty::start(command);
    assert_eq!(pty.code(), 2);
    pty.assert_given_back("TERM=dumb");
    assert!(pty.text().contains("TERM=dumb"), "{}", pty.text());
    assert!(!pty.written.contains(&0x1b), "not one escape sequence");
    let piped = Command::new(env!("CARGO_BIN_EXE_customer-hat"))
        .arg("--data-dir")
        .arg(&folder)
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(piped.status.code(), Some(2));
    assert!(!piped.stderr.contains(&0x1b) && piped.stdout.is_empty());
    assert!(!folder.exists());
}
