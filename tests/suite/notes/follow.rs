//! Following a session by its file: what is told after each thing that can happen in a folder.

use crate::stage::{Stage, moment};
use crate::workshops::with_people;
use customer_hat::model::change::Change;
use customer_hat::model::place::Place;
use customer_hat::model::session::Session;
use customer_hat::store::folders::Folders;
use customer_hat::store::follow::{Sight, Watching, Whom, follow};
use customer_hat::store::session_file::text_of;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Far longer than it takes.
const PATIENCE: Duration = Duration::from_secs(10);
const BOTH: [Watching; 2] = [
    Watching::BySystem,
    Watching::ByLooking(Duration::from_millis(5)),
];

struct Eyes(Receiver<Sight>);

impl Eyes {
    fn on(whom: Whom, watching: Watching) -> Self {
        let (sender, receiver) = channel();
        follow(whom, watching, move |sight| sender.send(sight).is_ok()).unwrap();
        Self(receiver)
    }

    fn running(data: &Path, watching: Watching) -> Self {
        let folders = Folders::find(Some(data), None).unwrap();
        Self::on(Whom::running(&folders), watching)
    }

    /// The next sight that is none of promises.
    fn next(&self) -> Sight {
        loop {
            match self.0.recv_timeout(PATIENCE).expect("something is seen") {
                Sight::Promised(_) => {}
                sight => return sight,
            }
        }
    }

    /// Waits until this session is seen.
    fn until(&self, session: &Session) {
        while self.next() != Sight::Session(Box::new(session.clone())) {}
    }

    fn until_damaged(&self) -> String {
        loop {
            if let Sight::Damaged(why) = self.next() {
                return why;
            }
        }
    }
}

/// As the program saves: beside it, then renamed.
fn save(folder: &Path, name: &str, session: &Session) -> PathBuf {
    write(folder, name, &text_of(session).unwrap())
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let (path, temp) = (folder.join(name), folder.join(format!(".{name}.tmp")));
    fs::write(&temp, text).unwrap();
    fs::rename(&temp, &path).unwrap();
    path
}

fn begun() -> Session {
    with_people(&["Ana", "Ben"]).session().clone()
}

fn after(session: &Session, change: Change) -> Session {
    let mut session = session.clone();
    session.apply(change, moment(30)).unwrap();
    session
}

fn finished(session: &Session) -> Session {
    after(session, Change::Finished(Some(moment(40))))
}

#[test]
fn a_session_is_seen_whenever_it_begins_and_each_time_it_changes() {
    for watching in BOTH {
        let root = tempfile::tempdir().unwrap();
        // The folder itself is not there yet.
        let data = root.path().join("a").join("b");
        let eyes = Eyes::running(&data, watching);
        assert_eq!(eyes.next(), Sight::Nothing);
        fs::create_dir_all(&data).unwrap();
        let mut session = begun();
        save(&data, "one.ron", &session);
        eyes.until(&session);
        for place in [Place::Choices, Place::Welcome, Place::Prediction] {
            session = after(&session, Change::Go(place));
            save(&data, "one.ron", &session);
            eyes.until(&session);
        }
        // A finished one stays in sight until another runs.
        session = finished(&session);
        save(&data, "one.ron", &session);
        eyes.until(&session);
    }
}

#[test]
fn the_one_that_changed_last_is_seen_and_then_whichever_runs() {
    for watching in BOTH {
        let data = tempfile::tempdir().unwrap();
        let (one, other) = (begun(), after(&begun(), Change::Go(Place::Welcome)));
        let old = save(data.path(), "z-old.ron", &one);
        let new = save(data.path(), "a-new.ron", &other);
        let age = |path: &Path, seconds| {
            let then = std::time::SystemTime::now() - Duration::from_secs(seconds);
            fs::File::options()
                .write(true)
                .open(path)
                .unwrap()
                .set_modified(then)
                .unwrap();
        };
        age(&old, 200);
        age(&new, 100);
        save(data.path(), "done.ron", &finished(&one));
        let eyes = Eyes::running(data.path(), watching);
        assert_eq!(eyes.next(), Sight::Session(Box::new(other.clone())));
        let one = after(&one, Change::Go(Place::Choices));
        save(data.path(), "z-old.ron", &one);
        eyes.until(&one);
    }
}

#[test]
fn a_damaged_file_is_told_and_a_whole_one_is_seen_again() {
    for watching in BOTH {
        let data = tempfile::tempdir().unwrap();
        let session = begun();
        save(data.path(), "one.ron", &session);
        let eyes = Eyes::running(data.path(), watching);
        eyes.until(&session);
        let text = text_of(&session).unwrap();
        write(data.path(), "one.ron", &text.replace("Ana", "Eva"));
        assert!(eyes.until_damaged().starts_with("one.ron: changed outside"));
        write(data.path(), "one.ron", &text[..text.len() / 2]);
        assert!(eyes.until_damaged().starts_with("one.ron:"));
        let session = after(&session, Change::Go(Place::Choices));
        save(data.path(), "one.ron", &session);
        eyes.until(&session);
    }
}

#[test]
fn a_session_that_goes_away_is_seen_no_more() {
    for watching in BOTH {
        let data = tempfile::tempdir().unwrap();
        let session = begun();
        let path = save(data.path(), "one.ron", &session);
        let eyes = Eyes::running(data.path(), watching);
        eyes.until(&session);
        fs::remove_file(path).unwrap();
        while eyes.next() != Sight::Nothing {}
        save(data.path(), "one.ron", &session);
        eyes.until(&session);
    }
}

#[test]
fn the_one_that_was_asked_for_is_seen_whatever_else_goes_on() {
    for watching in BOTH {
        let data = tempfile::tempdir().unwrap();
        let session = finished(&begun());
        let path = save(data.path(), "one.ron", &session);
        let eyes = Eyes::on(Whom::InFile(path), watching);
        assert_eq!(eyes.next(), Sight::Session(Box::new(session.clone())));
        save(data.path(), "two.ron", &begun());
        let session = after(&session, Change::Finished(None));
        save(data.path(), "one.ron", &session);
        assert_eq!(eyes.next(), Sight::Session(Box::new(session)));
    }
}

#[test]
fn following_writes_nothing_and_takes_no_lock() {
    let data = tempfile::tempdir().unwrap();
    let session = begun();
    let path = save(data.path(), "one.ron", &session);
    let facts = || {
        let names = fs::read_dir(data.path()).unwrap();
        let mut names: Vec<_> = names.map(|file| file.unwrap().file_name()).collect();
        names.sort();
        (
            fs::read(&path).unwrap(),
            path.metadata().unwrap().modified().unwrap(),
            names,
        )
    };
    let before = facts();
    let eyes = Eyes::running(data.path(), Watching::BySystem);
    eyes.until(&session);
    assert_eq!(facts(), before);
}

#[test]
fn the_last_finished_round_of_the_same_business_is_what_was_promised() {
    let data = tempfile::tempdir().unwrap();
    for file in [
        "2026-08-20-pedal-crumb-round-1.ron",
        "2026-06-15-pedal-crumb-alone-1.ron",
    ] {
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
        fs::copy(samples.join(file), data.path().join(file)).unwrap();
    }
    let second = include_str!("../../../sessions/2026-11-19-pedal-crumb-round-2.ron");
    let second = Stage::in_session(second).session().clone();
    let first = include_str!("../../../sessions/2026-08-20-pedal-crumb-round-1.ron");
    let first = Stage::in_session(first).session().clone();
    save(
        data.path(),
        "now.ron",
        &after(&second, Change::Finished(None)),
    );
    let (sender, receiver) = channel();
    let folders = Folders::find(Some(data.path()), None).unwrap();
    follow(Whom::running(&folders), Watching::BySystem, move |sight| {
        sender.send(sight).is_ok()
    })
    .unwrap();
    let promised = loop {
        if let Sight::Promised(promised) = receiver.recv_timeout(PATIENCE).unwrap() {
            break promised;
        }
    };
    assert!(!promised.is_empty());
    assert_eq!(promised, first.improvements());
}
