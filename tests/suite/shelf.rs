//! The shelf on a real folder: begun, opened, listed, found; two windows; what may only be looked at.

use customer_hat::model::change::Change;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::moment::Moment;
use customer_hat::model::session::{Session, Walk};
use customer_hat::model::text::CleanText;
use customer_hat::store::envelope;
use customer_hat::store::find::{Last, NotFound};
use customer_hat::store::folders::Folders;
use customer_hat::store::open_file::OpenFile;
use customer_hat::store::session_file::KIND;
use customer_hat::store::shelf::{Access, OpenedSession, Shelf};
use jiff::Timestamp;
use jiff::tz::Offset;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// The moment that many days after 22 November 2026.
pub fn day(nth: i64) -> Moment {
    let start: Timestamp = "2026-11-22T12:00:00Z".parse().unwrap();
    let at = Timestamp::from_second(start.as_second() + nth * 86_400).unwrap();
    Moment::new(at, Offset::UTC)
}

/// A session that was begun on that day.
pub fn session(business: &str, at: Moment) -> Session {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    Session::begin(CleanText::typed(business), Walk::Team, exercise, &[], at)
}

fn shelf(folder: &TempDir) -> Shelf {
    Shelf::open(&Folders::find(Some(folder.path()), None).unwrap()).unwrap()
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

fn writable(path: &Path) -> (Session, OpenFile) {
    match Shelf::open_session(path).unwrap() {
        OpenedSession {
            session,
            access: Access::Write { file, .. },
        } => (session, file),
        OpenedSession {
            access: Access::Look(why),
            ..
        } => panic!("{why}"),
    }
}

fn only_to_look(path: &Path) -> String {
    Shelf::open_session(path)
        .unwrap()
        .read_only()
        .unwrap()
        .to_owned()
}

/// Every file of a folder with its content, hidden ones too.
fn everything(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (name(&path).to_owned(), fs::read(&path).unwrap()))
        .collect();
    all.sort();
    all
}

#[test]
fn looking_makes_no_folder_and_the_first_session_does() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("deep").join("data");
    let shelf = Shelf::at(&Folders::find(Some(&data), None).unwrap());
    assert_eq!(
        shelf.list(),
        customer_hat::model::heading::Listing::default()
    );
    assert_eq!(shelf.find("last", Last::OfAll), Err(NotFound::Nothing));
    assert!(!data.exists());
    let file = shelf.create(&session("Acme", day(0))).unwrap();
    assert_eq!(name(file.path()), "2026-11-22-acme-round-1.ron");
}

#[test]
fn namesakes_are_counted_and_none_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let acme = session("Acme", day(0));
    let names: Vec<_> = (0..3)
        .map(|_| name(shelf.create(&acme).unwrap().path()).to_owned())
        .collect();
    assert_eq!(
        names,
        [
            "2026-11-22-acme-round-1.ron",
            "2026-11-22-acme-round-1-2.ron",
            "2026-11-22-acme-round-1-3.ron"
        ]
    );
}

#[test]
fn the_list_is_newest_first_and_tells_of_what_it_can_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    for (business, at) in [("Older", day(0)), ("Newest", day(9)), ("Newer", day(3))] {
        shelf.create(&session(business, at)).unwrap();
    }
    fs::write(folder.path().join("broken.ron"), "(").unwrap();
    fs::write(folder.path().join(".hidden.ron"), "(").unwrap();
    fs::write(folder.path().join("notes.txt"), "(").unwrap();
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    let listing = shelf.list();
    let businesses: Vec<_> = listing
        .headings
        .iter()
        .map(|heading| heading.business.as_str())
        .collect();
    assert_eq!(businesses, ["Newest", "Newer", "Older"]);
    let [broken] = listing.unreadable.as_slice() else {
        panic!("{:?}", listing.unreadable)
    };
    assert!(
        broken
            .problem
            .starts_with("broken.ron:1:1: by its first line"),
        "{}",
        broken.problem
    );
}

#[test]
fn what_was_saved_opens_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let mut acme = session("Acme", day(0));
    let mut file = shelf.create(&acme).unwrap();
    acme.apply(
        Change::Keep(CleanText::typed("the smile at the door")),
        day(0),
    )
    .unwrap();
    file.save(&acme).unwrap();
    let path = file.path().to_owned();
    drop(file);
    assert_eq!(writable(&path).0, acme);
}

#[test]
fn in_a_second_window_one_can_only_look_until_the_first_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let file = shelf(&folder).create(&session("Acme", day(0))).unwrap();
    let path = file.path().to_owned();
    assert!(only_to_look(&path).contains("another window"));
    drop(file);
    let (_, file) = writable(&path);
    assert!(only_to_look(&path).contains("another window"));
    drop(file);
}

#[test]
fn an_edited_and_a_newer_file_open_to_be_looked_at_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let path = shelf(&folder)
        .create(&session("Acme", day(0)))
        .unwrap()
        .path()
        .to_owned();
    let text = fs::read_to_string(&path).unwrap();
    let body = text
        .lines()
        .skip(1)
        .take_while(|line| !line.starts_with("//"));
    let body = body.collect::<Vec<_>>().join("\n");
    let elsewhere = tempfile::tempdir().unwrap();
    let edited = elsewhere.path().join("edited.ron");
    fs::write(&edited, text.replace("\"Acme\"", "\"Acne\"")).unwrap();
    let newer = elsewhere.path().join("newer.ron");
    fs::write(
        &newer,
        envelope::seal(KIND, &body.replace("format: 1,", "format: 2,")),
    )
    .unwrap();
    let unknown = elsewhere.path().join("unknown.ron");
    let with_more = body.replace("format: 1,", "format: 12,\n    more: [],");
    fs::write(&unknown, envelope::seal(KIND, &with_more)).unwrap();

    let before = everything(elsewhere.path());
    assert!(only_to_look(&edited).contains("changed outside the program"));
    assert!(only_to_look(&newer).contains("newer version"));
    let error = Shelf::open_session(&unknown).unwrap_err().to_string();
    assert!(
        error.contains("newer version of customer-hat (format 12)"),
        "{error}"
    );
    assert_eq!(everything(elsewhere.path()), before);
}

#[test]
fn a_session_is_found_by_path_by_name_and_as_the_last() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let older = shelf.create(&session("Acme Boats", day(0))).unwrap();
    let mut done = session("Bakery", day(1));
    let mut newer = shelf.create(&done).unwrap();
    done.apply(Change::Finished(Some(day(2))), day(2)).unwrap();
    newer.save(&done).unwrap();
    let find = |wanted: &str, last| shelf.find(wanted, last);
    assert_eq!(find("last", Last::Unfinished).unwrap(), older.path());
    assert_eq!(find("last", Last::OfAll).unwrap(), newer.path());
    for wanted in [
        "2026-11-22-acme-boats-round-1",
        "2026-11-22-acme-boats-round-1.ron",
    ] {
        assert_eq!(find(wanted, Last::OfAll).unwrap(), older.path());
    }
    let path = newer.path().to_str().unwrap();
    assert_eq!(find(path, Last::OfAll).unwrap(), newer.path());
    let error = find("acme-boat\u{1b}", Last::OfAll)
        .unwrap_err()
        .to_string();
    assert_eq!(
        error,
        "there is no session \"acme-boat\\u{1b}\". Did you mean 2026-11-22-acme-boats-round-1.ron?"
    );
    let there = folder.path().to_str().unwrap();
    let error = find(there, Last::OfAll).unwrap_err().to_string();
    assert!(
        error.contains(" is a folder, and a session is a file."),
        "{error}"
    );
    let error = find("nothing", Last::OfAll).unwrap_err().to_string();
    assert!(
        error.ends_with("`customer-hat list` shows what there is"),
        "{error}"
    );
}

#[test]
fn without_an_unfinished_session_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let mut done = session("Bakery", day(1));
    done.apply(Change::Finished(Some(day(2))), day(2)).unwrap();
    shelf.create(&done).unwrap();
    assert_eq!(
        shelf.find("last", Last::Unfinished),
        Err(NotFound::NothingUnfinished)
    );
}
