//! The trash and the other name of a business, on a real folder; and a move that is cut at every operation.

use super::memory_disk::{Fate, MemoryDisk};
use super::shelf::{day, session};
use customer_hat::model::change::Change;
use customer_hat::model::heading::Heading;
use customer_hat::model::session::{Earlier, Session, Walk};
use customer_hat::model::text::CleanText;
use customer_hat::store::folders::Folders;
use customer_hat::store::rename::{NotRenamed, WhyLeft};
use customer_hat::store::save::previous_path;
use customer_hat::store::session_file;
use customer_hat::store::shelf::Shelf;
use customer_hat::store::trash::{NotMoved, carry};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn shelf(folder: &TempDir) -> Shelf {
    Shelf::open(&Folders::find(Some(folder.path()), None).unwrap()).unwrap()
}

fn text(text: &str) -> CleanText {
    CleanText::typed(text)
}

/// A session on the shelf that nobody holds.
fn put(shelf: &Shelf, session: &Session) -> PathBuf {
    shelf.create(session).unwrap().path().to_owned()
}

fn round_after(business: &str, earlier: &[Earlier], nth: i64) -> Session {
    let first = session(business, day(0));
    Session::begin(
        text(business),
        Walk::Team,
        first.exercise().clone(),
        earlier,
        day(nth),
    )
}

fn earlier(of: &Session) -> Earlier {
    Heading::of(of, PathBuf::new()).earlier()
}

fn business(path: &Path) -> String {
    Shelf::read_session(path).unwrap().business().to_string()
}

#[test]
fn what_goes_to_the_trash_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let mut acme = session("Acme", day(0));
    let mut file = shelf.create(&acme).unwrap();
    acme.apply(Change::Keep(text("the smile")), day(0)).unwrap();
    file.save(&acme).unwrap();
    let path = file.path().to_owned();
    drop(file);
    let bytes = fs::read(&path).unwrap();
    let before = fs::read(previous_path(&path)).unwrap();

    let moved = shelf.to_trash(&path).unwrap();
    assert!(moved.path.starts_with(folder.path().join("trash")));
    assert!(moved.confirmed && !moved.renamed && !path.exists());
    assert_eq!(fs::read(&moved.path).unwrap(), bytes);
    assert_eq!(fs::read(previous_path(&moved.path)).unwrap(), before);
    assert!(shelf.list().headings.is_empty());
    assert_eq!(shelf.trashed().headings[0].business.as_str(), "Acme");

    let back = shelf.take_back(&moved.path).unwrap();
    assert_eq!((&back.path, back.renamed), (&path, false));
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(fs::read(previous_path(&path)).unwrap(), before);
    assert!(shelf.trashed().headings.is_empty());
}

#[test]
fn no_name_is_ever_replaced_neither_there_nor_back() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let mut in_trash = Vec::new();
    for nth in 0..3 {
        let mut acme = session("Acme", day(0));
        acme.apply(Change::Keep(text(&format!("copy {nth}"))), day(0))
            .unwrap();
        let path = put(&shelf, &acme);
        in_trash.push(shelf.to_trash(&path).unwrap().path);
    }
    let names: Vec<_> = in_trash
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "2026-11-22-acme-round-1.ron",
            "2026-11-22-acme-round-1-2.ron",
            "2026-11-22-acme-round-1-3.ron"
        ]
    );
    // A new first round has taken the name meanwhile: both are there, and neither is touched.
    let newer = put(&shelf, &session("Acme", day(0)));
    let bytes = fs::read(&newer).unwrap();
    let back = shelf.take_back(&in_trash[0]).unwrap();
    assert!(back.renamed && back.path != newer);
    assert_eq!(fs::read(&newer).unwrap(), bytes);
    let kept = Shelf::read_session(&back.path).unwrap();
    assert_eq!(kept.keep().as_str(), "copy 0");
    let rounds = shelf.list().headings;
    assert!(rounds.iter().all(|one| one.round.number() == 1) && rounds.len() == 2);
    // The next one is counted after both.
    let earlier: Vec<_> = rounds.iter().map(Heading::earlier).collect();
    assert_eq!(round_after("Acme", &earlier, 9).round().number(), 2);
}

#[test]
fn a_session_that_is_open_elsewhere_or_gone_is_not_moved() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let file = shelf.create(&session("Acme", day(0))).unwrap();
    let path = file.path().to_owned();
    let refused = shelf.to_trash(&path).unwrap_err();
    assert!(matches!(&refused, NotMoved::OpenElsewhere(_)), "{refused}");
    assert!(path.exists() && !folder.path().join("trash").exists());
    drop(file);
    fs::remove_file(&path).unwrap();
    let gone = shelf.to_trash(&path).unwrap_err();
    assert_eq!(
        gone,
        NotMoved::Gone("2026-11-22-acme-round-1.ron".to_owned())
    );
}

#[test]
fn a_damaged_file_goes_and_comes_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let path = folder.path().join("broken.ron");
    fs::write(&path, b"\xff\x00 nothing of ours").unwrap();
    let moved = shelf.to_trash(&path).unwrap();
    assert_eq!(shelf.trashed().unreadable.len(), 1);
    let back = shelf.take_back(&moved.path).unwrap();
    assert_eq!(fs::read(back.path).unwrap(), b"\xff\x00 nothing of ours");
}

#[test]
fn where_the_trash_can_not_be_the_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let path = put(&shelf, &session("Acme", day(0)));
    fs::write(folder.path().join("trash"), "in the way").unwrap();
    let refused = shelf.to_trash(&path).unwrap_err().to_string();
    assert!(refused.contains("stays where it is"), "{refused}");
    assert!(path.exists());
}

#[test]
fn a_move_takes_its_steps_in_their_order_and_is_whole_at_every_cut() {
    let from = Path::new("/data/acme.ron");
    let trash = Path::new("/data/trash");
    let files = [
        ("/data/acme.ron", "whole"),
        ("/data/trash/acme.ron", "mine"),
    ];
    let disk = MemoryDisk::with(&files, true, Fate::Well);
    let moved = carry(&disk, from, trash).unwrap();
    assert_eq!(moved.path, Path::new("/data/trash/acme-2.ron"));
    let order = [
        "move_new",
        "move_new",
        "move_new",
        "sync_folder",
        "sync_folder",
    ];
    assert_eq!(disk.operations(), order);
    for cut in 0..8 {
        let disk = MemoryDisk::with(&files, true, Fate::CutBefore(cut));
        let confirmed = carry(&disk, from, trash).is_ok_and(|moved| moved.confirmed);
        for seen in disk.after_power_cut() {
            let at = |path: &str| seen.get(Path::new(path)).map(Vec::as_slice);
            let here = at("/data/acme.ron");
            let there = at("/data/trash/acme-2.ron");
            let whole = |text: Option<&[u8]>| text == Some(b"whole".as_slice());
            assert!(whole(here) != whole(there), "cut {cut}: {seen:?}");
            assert!(!confirmed || whole(there), "cut {cut}");
            assert_eq!(at("/data/trash/acme.ron"), Some(b"mine".as_slice()));
        }
    }
}

#[test]
fn a_business_is_renamed_in_all_its_sessions_and_the_files_keep_their_names() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let first = session("Acme", day(0));
    let second = round_after("acme", &[earlier(&first)], 30);
    let paths = [&first, &second].map(|session| put(&shelf, session));
    let other = put(&shelf, &session("Bakery", day(0)));
    let bytes = fs::read(&other).unwrap();
    let renamed = shelf
        .rename_business(&text("Acme"), &text("Acme Boats"), day(40))
        .unwrap();
    assert_eq!((renamed.done.len(), renamed.left.as_slice()), (2, &[][..]));
    for path in &paths {
        assert_eq!(business(path), "Acme Boats");
        assert_eq!(
            session_file::read("x", path).unwrap().trust,
            customer_hat::store::envelope::Trust::Sealed
        );
    }
    assert_eq!(fs::read(&other).unwrap(), bytes);
    // Only the spelling: that is no other business.
    let renamed = shelf.rename_business(&text("Acme boats"), &text("ACME Boats"), day(41));
    assert_eq!(renamed.unwrap().done.len(), 2);
}

#[test]
fn two_rounds_of_one_number_are_never_made() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let acme = put(&shelf, &session("Acme", day(0)));
    put(&shelf, &session("Boats", day(3)));
    let bytes = fs::read(&acme).unwrap();
    let rename = |to: &str| shelf.rename_business(&text("Acme"), &text(to), day(5));
    let refused = rename("boats").unwrap_err();
    assert!(matches!(refused, NotRenamed::Twice { round: 1, .. }));
    assert_eq!(rename(" ").unwrap_err(), NotRenamed::NoName);
    let nobody = shelf.rename_business(&text("Zenith"), &text("Acme"), day(5));
    assert!(matches!(nobody, Err(NotRenamed::Nobody(_))));
    assert_eq!(fs::read(&acme).unwrap(), bytes);
}

#[test]
fn what_may_not_be_written_keeps_its_name_and_the_same_once_more_does_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let first = session("Acme", day(0));
    let second = round_after("Acme", &[earlier(&first)], 30);
    let third = round_after("Acme", &[earlier(&first), earlier(&second)], 60);
    let done = put(&shelf, &first);
    let held = shelf.create(&second).unwrap();
    let edited = put(&shelf, &third);
    let changed = fs::read_to_string(&edited).unwrap() + "// by hand\n";
    fs::write(&edited, &changed).unwrap();
    let rename = || shelf.rename_business(&text("Acme"), &text("Boats"), day(70));
    let renamed = rename().unwrap();
    assert_eq!(renamed.done, [done]);
    let [changed_by_hand, open] = &renamed.left[..] else {
        panic!("{renamed:?}");
    };
    assert_eq!((changed_by_hand.round, open.round), (3, 2));
    let why = format!("{:?}", changed_by_hand.why);
    assert!(why.contains("changed outside the program"), "{why}");
    assert_eq!(open.why, WhyLeft::OpenElsewhere);
    assert_eq!(fs::read_to_string(&edited).unwrap(), changed);
    let path = held.path().to_owned();
    assert_eq!(business(&path), "Acme");
    drop(held);
    assert_eq!(rename().unwrap().done, std::slice::from_ref(&path));
    assert_eq!(business(&path), "Boats");
}

#[cfg(unix)]
#[test]
fn a_file_protected_in_the_middle_is_told_exactly() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let first = session("Acme", day(0));
    let second = round_after("Acme", &[earlier(&first)], 30);
    let paths = [&first, &second].map(|session| put(&shelf, session));
    let protect = |on: bool| {
        let mut rights = fs::metadata(&paths[1]).unwrap().permissions();
        rights.set_readonly(on);
        fs::set_permissions(&paths[1], rights).unwrap();
    };
    protect(true);
    let rename = || shelf.rename_business(&text("Acme"), &text("Boats"), day(70));
    let renamed = rename().unwrap();
    assert_eq!(renamed.done, [paths[0].clone()]);
    let why = format!("{:?}", renamed.left[0].why);
    assert!(why.contains("protected against writing"), "{why}");
    assert_eq!(
        paths.each_ref().map(|path| business(path)),
        ["Boats", "Acme"]
    );
    protect(false);
    assert_eq!(rename().unwrap().done, [paths[1].clone()]);
    assert_eq!(business(&paths[1]), "Boats");
}

#[test]
fn what_goes_to_the_trash_keeps_the_ending_that_it_has() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    for name in ["ACME.RON", "Borg.Ron"] {
        let path = folder.path().join(name);
        for words in ["first", "second"] {
            fs::write(&path, words).unwrap();
            shelf.to_trash(&path).unwrap();
        }
        let (stem, ending) = name.split_once('.').unwrap();
        let second = folder
            .path()
            .join("trash")
            .join(format!("{stem}-2.{ending}"));
        assert_eq!(fs::read(&second).unwrap(), b"second");
        let first = folder.path().join("trash").join(name);
        assert_eq!(shelf.take_back(&first).unwrap().path, path);
        assert_eq!(fs::read(&path).unwrap(), b"first");
        fs::remove_file(path).unwrap();
    }
}
