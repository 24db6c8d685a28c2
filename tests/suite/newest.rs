//! The newest copy of a session, wherever it lies: nobody goes on with an older one in silence.

use super::shelf::{day, session};
use customer_hat::model::change::{Change, StepChange};
use customer_hat::model::evidence::{Note, NoteKind};
use customer_hat::model::heading::Heading;
use customer_hat::model::moment::Moment;
use customer_hat::model::place::StepNumber;
use customer_hat::model::session::Session;
use customer_hat::model::text::CleanText;
use customer_hat::store::elsewhere::Elsewhere;
use customer_hat::store::find::{Last, NotFound};
use customer_hat::store::folders::Folders;
use customer_hat::store::open_file::OpenFile;
use customer_hat::store::save::Fingerprint;
use customer_hat::store::shelf::{Access, Shelf};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

struct Place {
    root: TempDir,
    shelf: Shelf,
}

impl Place {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let data = root.path().canonicalize().unwrap().join("data");
        let folders = Folders::find(Some(&data), None).unwrap();
        let shelf = Shelf::open(&folders).unwrap();
        Self { root, shelf }
    }

    fn stick(&self) -> PathBuf {
        let stick = self.root.path().canonicalize().unwrap().join("stick");
        fs::create_dir_all(&stick).unwrap();
        stick
    }

    /// A session whose file is here as it was, and that went on there.
    fn gone_on(&self, to: &Path) -> (PathBuf, Session) {
        let mut acme = session("Acme", day(0));
        let path = self.shelf.create(&acme).unwrap().path().to_owned();
        let left = Fingerprint::of(&fs::read(&path).unwrap());
        noticed(&mut acme, "later", day(1));
        OpenFile::create(to, &acme).unwrap();
        let note = Elsewhere::new(&path, Some(left), to);
        note.note(&[]).unwrap();
        (path, acme)
    }

    fn headings(&self) -> Vec<Heading> {
        self.shelf.list().headings
    }

    fn told(&self, path: &Path) -> String {
        match self.shelf.go_on(path).unwrap().access {
            Access::Write { notice, .. } => notice.unwrap_or_default(),
            Access::Look(why) => panic!("{why}"),
        }
    }
}

fn noticed(session: &mut Session, words: &str, at: Moment) {
    let note = Note {
        kind: NoteKind::Good,
        text: CleanText::typed(words),
        at,
    };
    let step = StepNumber::try_from(1).unwrap();
    let change = Change::Step(step, StepChange::Notes(vec![note]));
    session.apply(change, at).unwrap();
}

#[test]
fn what_went_on_elsewhere_is_what_the_next_start_goes_on_with() {
    let place = Place::new();
    let to = place.stick().join("acme.ron");
    let (path, acme) = place.gone_on(&to);
    assert_eq!(place.shelf.find("last", Last::Unfinished), Ok(to.clone()));
    assert_eq!(place.shelf.find("last", Last::OfAll), Ok(to.clone()));
    let [newest, older] = &place.headings()[..] else {
        panic!("both are listed")
    };
    assert_eq!(
        (newest.path.as_path(), &newest.newest),
        (to.as_path(), &None)
    );
    assert!(older.is_outdated() && older.path == path);
    assert_eq!(place.shelf.go_on(&to).unwrap().session, acme);
    assert!(place.told(&to).contains("goes on where it was saved last"));
    let told = place.told(&path);
    assert!(told.starts_with("This is an older copy."), "{told}");
    assert!(told.contains("stick/acme.ron."), "{told}");
}

#[test]
fn where_the_drive_is_gone_the_newest_is_named_and_the_older_one_never_meant() {
    let place = Place::new();
    let to = place.stick().join("acme.ron");
    let (path, _) = place.gone_on(&to);
    fs::rename(place.stick(), place.root.path().join("pulled")).unwrap();
    for last in [Last::Unfinished, Last::OfAll] {
        let NotFound::NewestAway { .. } = place.shelf.find("last", last).unwrap_err() else {
            panic!("gone on in silence")
        };
    }
    let told = place
        .shelf
        .find("last", Last::OfAll)
        .unwrap_err()
        .to_string();
    assert!(
        told.contains("stick/acme.ron, which is not there now."),
        "{told}"
    );
    assert!(
        told.contains("customer-hat resume 2026-11-22-acme-round-1.ron"),
        "{told}"
    );
    let [older] = &place.headings()[..] else {
        panic!("it is listed")
    };
    assert!(older.newest.as_ref().is_some_and(|newest| !newest.is_there));
    assert!(place.told(&path).contains("which is not there now"));
    // Its drive comes back.
    fs::rename(
        place.root.path().join("pulled"),
        place.root.path().join("stick"),
    )
    .unwrap();
    assert_eq!(place.shelf.find("last", Last::OfAll), Ok(to));
}

#[test]
fn a_first_file_that_could_never_be_made_is_found_or_named_all_the_same() {
    let place = Place::new();
    let to = place.stick().join("acme.ron");
    let acme = session("Acme", day(0));
    OpenFile::create(&to, &acme).unwrap();
    let usual = place.shelf.folder().join("2026-11-22-acme-round-1.ron");
    Elsewhere::new(&usual, None, &to).note(&[]).unwrap();
    assert_eq!(place.shelf.find("last", Last::OfAll), Ok(to.clone()));
    fs::remove_file(&to).unwrap();
    let told = place
        .shelf
        .find("last", Last::OfAll)
        .unwrap_err()
        .to_string();
    assert!(told.contains("it is not there now"), "{told}");
    let listing = place.shelf.list();
    assert!(listing.unreadable[0].problem.contains("stick/acme.ron"));
    // Whoever knows that it is gone takes it out of the list.
    let _ = place.shelf.to_trash(&to);
    assert_eq!(place.shelf.list().unreadable, []);
}

#[test]
fn whoever_goes_on_with_the_older_one_on_purpose_is_told_of_both() {
    let place = Place::new();
    let to = place.stick().join("acme.ron");
    let (path, mut acme) = place.gone_on(&to);
    let opened = place.shelf.go_on(&path).unwrap();
    let Access::Write { mut file, .. } = opened.access else {
        panic!("it may be written")
    };
    noticed(&mut acme, "here", day(3));
    file.save(&acme).unwrap();
    drop(file);
    assert_eq!(place.shelf.find("last", Last::OfAll), Ok(path.clone()));
    let away: Vec<_> = place
        .headings()
        .into_iter()
        .filter(Heading::is_outdated)
        .collect();
    assert_eq!(away.len(), 1, "the other one is listed as the older");
    assert_eq!(away[0].path, to);
}

#[test]
fn of_a_session_and_its_conflict_copies_the_newest_is_meant_and_the_others_told() {
    for newest in ["the first", "the copy"] {
        let place = Place::new();
        let mut ours = session("Acme", day(0));
        let mut file = place.shelf.create(&ours).unwrap();
        let path = file.path().to_owned();
        let mut theirs = ours.clone();
        let (early, late) = (day(1), day(2));
        let is_copy = newest == "the copy";
        noticed(&mut theirs, "theirs", if is_copy { early } else { late });
        let text = customer_hat::store::session_file::text_of(&theirs).unwrap();
        fs::write(&path, text).unwrap();
        noticed(&mut ours, "ours", if is_copy { late } else { early });
        file.save(&ours).unwrap();
        let copy = file.path().to_owned();
        assert_ne!(copy, path);
        drop(file);
        let (meant, other) = if is_copy {
            (&copy, &path)
        } else {
            (&path, &copy)
        };
        assert_eq!(
            place.shelf.find("last", Last::Unfinished).as_ref(),
            Ok(meant)
        );
        assert!(
            place
                .told(other)
                .contains("This is an older copy. The newest is")
        );
        assert!(place.told(meant).contains("An older one is"));
        let outdated = place.headings().into_iter().filter(Heading::is_outdated);
        let outdated: Vec<_> = outdated.map(|one| one.path).collect();
        assert_eq!(&outdated, std::slice::from_ref(other));
    }
}

#[test]
fn a_note_that_is_damaged_or_points_at_nonsense_changes_nothing() {
    let place = Place::new();
    let acme = session("Acme", day(0));
    let path = place.shelf.create(&acme).unwrap().path().to_owned();
    let lock = place
        .shelf
        .folder()
        .join(".2026-11-22-acme-round-1.ron.lock");
    for bytes in [
        &b"customer-hat: this session went on elsewhere\n00000000\n/a\0nothing\0/b\0"[..],
        b"\xff\xfe nonsense",
        b"",
        &[b'x'; 2000],
    ] {
        fs::write(&lock, bytes).unwrap();
        assert_eq!(place.shelf.find("last", Last::OfAll), Ok(path.clone()));
        assert_eq!(place.told(&path), "");
    }
    // A session of somebody else at the place that was noted is told, and is no copy of this one.
    let other = session("Bakery", day(5));
    let to = place.stick().join("acme.ron");
    OpenFile::create(&to, &other).unwrap();
    let left = Fingerprint::of(&fs::read(&path).unwrap());
    Elsewhere::new(&path, Some(left), &to).note(&[]).unwrap();
    assert!(place.told(&path).contains("stick/acme.ron"));
}

#[test]
fn the_same_bytes_under_two_names_are_no_older_and_no_newer_copy() {
    let place = Place::new();
    let path = place
        .shelf
        .create(&session("Acme", day(0)))
        .unwrap()
        .path()
        .to_owned();
    fs::copy(&path, path.with_file_name("backup.ron")).unwrap();
    assert!(place.headings().iter().all(|one| one.newest.is_none()));
}

#[cfg(target_os = "linux")]
#[test]
fn the_command_line_and_the_line_mode_name_the_newest_too() {
    let place = Place::new();
    let to = place.stick().join("acme.ron");
    place.gone_on(&to);
    fs::rename(place.stick(), place.root.path().join("pulled")).unwrap();
    let run = |words: &[&str]| super::incomplete::run(place.shelf.folder(), words);
    for (words, code) in [
        (&["resume", "--plain"][..], 1),
        (&["report", "last"], 1),
        (&["replay", "last", "--plain"], 1),
        (&["list"], 0),
        (&["--plain"], 0),
        (&["resume", "2026-11-22-acme-round-1.ron", "--plain"], 0),
        (&["new", "--business", "ACME", "--plain"], 0),
    ] {
        let (is, said) = run(words);
        assert!(
            said.contains("stick/acme.ron, which is not there now"),
            "{words:?}: {said}"
        );
        assert_eq!(is, Some(code), "{words:?}: {said}");
    }
}

#[test]
fn whoever_follows_a_session_that_went_on_elsewhere_is_told_where() {
    use customer_hat::store::follow::{Sight, Watching, Whom, follow};
    use std::sync::mpsc;
    use std::time::Duration;
    let place = Place::new();
    let acme = session("Acme", day(0));
    let path = place.shelf.create(&acme).unwrap().path().to_owned();
    let (sights, seen) = mpsc::channel();
    let whom = Whom::Running(place.shelf.clone());
    let watching = Watching::ByLooking(Duration::from_millis(5));
    follow(whom, watching, move |sight| sights.send(sight).is_ok()).unwrap();
    let patience = Duration::from_secs(20);
    assert!(matches!(
        seen.recv_timeout(patience).unwrap(),
        Sight::Session(_)
    ));
    let to = place.stick().join("acme.ron");
    OpenFile::create(&to, &acme).unwrap();
    let left = Fingerprint::of(&fs::read(&path).unwrap());
    Elsewhere::new(&path, Some(left), &to).note(&[]).unwrap();
    let Sight::Damaged(why) = seen.recv_timeout(patience).unwrap() else {
        panic!("it is shown as it was")
    };
    assert!(
        why.contains("goes on in") && why.contains("stick/acme.ron"),
        "{why}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_went_on_elsewhere_is_found_when_its_name_is_no_utf_8() {
    use std::os::unix::ffi::OsStrExt;
    let place = Place::new();
    let to = place.stick().join("acme.ron");
    let (path, _) = place.gone_on(&to);
    let left = Fingerprint::of(&fs::read(&path).unwrap());
    let strange = path.with_file_name(std::ffi::OsStr::from_bytes(b"caf\xe9.ron"));
    fs::rename(&path, &strange).unwrap();
    fs::remove_file(path.with_file_name(".2026-11-22-acme-round-1.ron.lock")).unwrap();
    Elsewhere::new(&strange, Some(left), &to).note(&[]).unwrap();
    fs::rename(place.stick(), place.root.path().join("pulled")).unwrap();
    let told = place.shelf.find("last", Last::OfAll).unwrap_err();
    assert!(matches!(told, NotFound::NewestAway { .. }), "{told}");
}

#[test]
fn a_session_that_can_not_be_read_is_never_taken_for_none() {
    let place = Place::new();
    let last = || {
        let none = place.shelf.find("last", Last::Unfinished).unwrap_err();
        none.to_string()
    };
    assert!(last().contains("no session yet"), "{}", last());
    for name in ["a.ron", "b.ron"] {
        fs::write(place.shelf.folder().join(name), "(").unwrap();
    }
    let told = last();
    assert!(told.contains("b.ron can't be, nor can 1 more"), "{told}");
    assert!(told.contains("customer-hat check b.ron"), "{told}");
}
