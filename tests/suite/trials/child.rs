//! The suite's own program as a child that saves, to be killed or watched; no other program is built for it.

use super::walks::{Come, minute, plain, six};
use customer_hat::model::change::Change;
use customer_hat::model::session::Session;
use customer_hat::store::find::Last;
use customer_hat::store::folders::Folders;
use customer_hat::store::saver::{Pace, SaveReport, Saver, Target};
use customer_hat::store::shelf::{Access, Shelf};
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// What the child is told to do; without it the test below does nothing.
const ROLE: &str = "CUSTOMER_HAT_TRIAL_CHILD";
const FOLDER: &str = "CUSTOMER_HAT_TRIAL_FOLDER";
const PATIENCE: Duration = Duration::from_secs(30);

/// A command that runs this program in a role.
pub fn command(role: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "trials::child::role",
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(ROLE, role)
        .env(FOLDER, folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    command
}

/// What a line of the child says after a word, if it begins with it; the harness says lines of its own.
pub fn said<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    line.strip_prefix(word)?.strip_prefix(' ')
}

#[test]
#[ignore = "a part that other trials play in a process of its own"]
fn role() {
    let (Ok(role), Ok(folder)) = (std::env::var(ROLE), std::env::var(FOLDER)) else {
        return;
    };
    let folder = Path::new(&folder);
    // The harness has begun a line of its own.
    tell("");
    match role.as_str() {
        "saves" => saves(folder),
        "ordered" => ordered(folder),
        "panics" | "worker panics" => super::given_back::panics(&role),
        other => panic!("no such role: {other}"),
    }
    std::process::exit(0);
}

fn tell(line: &str) {
    let mut out = io::stdout().lock();
    let told = out
        .write_all(format!("{line}\n").as_bytes())
        .and_then(|()| out.flush());
    if told.is_err() {
        // Nobody listens any more.
        std::process::exit(3);
    }
}

/// The session on the shelf, made if it is not there, and a saver for it.
pub fn open(folder: &Path, tell: impl Fn(SaveReport) + Send + 'static) -> (Session, Saver) {
    let shelf = Shelf::open(&Folders::find(Some(folder), None).unwrap()).unwrap();
    let (session, target) = match shelf.find("last", Last::OfAll) {
        Ok(path) => {
            let opened = Shelf::open_session(&path).unwrap();
            match opened.access {
                Access::Write { file, .. } => (opened.session, Target::File(file)),
                Access::Look(why) => panic!("{why}"),
            }
        }
        Err(_) => (six(Come::Halfway, &plain), Target::New(shelf)),
    };
    let pace = Pace {
        draft: Duration::from_millis(2),
        retry: Duration::from_secs(3600),
    };
    (session, Saver::start(target, pace, tell).unwrap())
}

/// The session with its answers counted: the nth has the nth sentence to keep.
pub fn count(session: &mut Session, nth: usize) {
    let words = format!("answer {nth} {}", "and more ".repeat(nth % 90));
    session
        .apply(Change::Keep(plain(&words)), minute(0))
        .unwrap();
}

/// How many answers a session holds.
pub fn counted(session: &Session) -> usize {
    let number = session.keep().as_str().split(' ').nth(1);
    number.map_or(0, |number| number.parse().unwrap())
}

/// Saves one answer after another, some in bursts, and acknowledges each that is on disk, until it is killed.
fn saves(folder: &Path) {
    let (mut session, saver) = open(folder, |_| {});
    let mut nth = counted(&session);
    tell("ready now");
    loop {
        nth += 1;
        count(&mut session, nth);
        if nth.is_multiple_of(4) {
            saver.save_soon(Box::new(session.clone())).unwrap();
        } else {
            saver.save(Box::new(session.clone())).unwrap();
        }
        if !nth.is_multiple_of(3) {
            saver.settle(PATIENCE).unwrap();
            tell(&format!("saved {nth}"));
        }
    }
}

/// Saves an answer at each line it is sent. How it went is told by the thread that saves, so that whoever
/// watches its system calls sees that as well.
fn ordered(folder: &Path) {
    let number = Arc::new(AtomicUsize::new(0));
    let nth = Arc::clone(&number);
    let (mut session, saver) = open(folder, move |report| {
        let nth = nth.load(Ordering::SeqCst);
        match report {
            SaveReport::Saved { path, notice, .. } => {
                let notice = notice.unwrap_or_default();
                tell(&format!("saved {nth} {} {notice}", path.display()));
            }
            SaveReport::NotSaved(why) => tell(&format!("failed {nth} {why}")),
        }
    });
    number.store(counted(&session), Ordering::SeqCst);
    tell(&format!("saver {}", thread_called("saver")));
    for line in io::stdin().lock().lines() {
        if line.unwrap() == "end" {
            break;
        }
        count(&mut session, number.fetch_add(1, Ordering::SeqCst) + 1);
        saver.save(Box::new(session.clone())).unwrap();
    }
}

/// The system's number of a thread of this process, once it has taken its name.
fn thread_called(name: &str) -> String {
    for _ in 0..1_000 {
        let tasks = std::fs::read_dir("/proc/self/task");
        for task in tasks.into_iter().flatten().flatten() {
            let comm = std::fs::read_to_string(task.path().join("comm")).unwrap_or_default();
            if comm.trim() == name {
                return task.file_name().to_string_lossy().into_owned();
            }
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    "none".to_owned()
}
