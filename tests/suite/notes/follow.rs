//! Following a session by its file: what is told after each thing that can happen in a folder.

use crate::stage::moment;
use crate::workshops::with_people;
use customer_hat::model::change::Change;
use customer_hat::model::place::Place;
use customer_hat::model::session::Session;
use customer_hat::store;
use customer_hat::store::disk::RealDisk;
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

    fn next(&self) -> Sight {
        self.0.recv_timeout(PATIENCE).expect("something is seen")
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

fn save(folder: &Path, name: &str, session: &Session) -> PathBuf {
    write(folder, name, &text_of(session).unwrap())
}

/// As the program saves: beside it, then renamed, also where the follower just reads it.
fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    store::save::save(&RealDisk, &path, text.as_bytes(), None).unwrap();
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
fn an_older_copy_that_comes_beside_it_is_not_followed_nor_taken_first() {
    for watching in BOTH {
        let data = tempfile::tempdir().unwrap();
        let old = begun();
        let new = after(&old, Change::Go(Place::Welcome));
        save(data.path(), "one.ron", &new);
        save(data.path(), "one (1).ron", &old);
        let eyes = Eyes::running(data.path(), watching);
        assert_eq!(eyes.next(), Sight::Session(Box::new(new.clone())));
        save(data.path(), "one (conflicted copy).ron", &old);
        let newer = after(&new, Change::Go(Place::Prediction));
        save(data.path(), "one.ron", &newer);
        assert_eq!(eyes.next(), Sight::Session(Box::new(newer)));
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
