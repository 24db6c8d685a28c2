//! The saver on a real folder: what it joins, what it tries again, what it tells.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::model::change::Change;
use crate::model::exercise::Exercise;
use crate::model::moment::Moment;
use crate::model::session::Walk;
use crate::model::text::CleanText;
use crate::store::disk::guarded::Guarded;
use crate::store::folders::Folders;
use crate::store::session_file;
use crate::store::shelf::{Access, OpenedSession};
use jiff::Timestamp;
use jiff::tz::Offset;
use std::fs;
use std::sync::mpsc::Receiver;
use std::sync::{Condvar, Mutex};
use tempfile::TempDir;

/// Longer than any save on a busy machine; never waited for where all is well.
const PATIENCE: Duration = Duration::from_secs(30);
const AT_ONCE: Pace = Pace {
    draft: Duration::from_millis(1),
    retry: Duration::from_millis(1),
};
const NEVER: Pace = Pace {
    draft: Duration::from_secs(3600),
    retry: Duration::from_secs(3600),
};

fn now() -> Moment {
    Moment::new(Timestamp::UNIX_EPOCH, Offset::UTC)
}

fn session(keep: &str) -> Box<Session> {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let mut session = Session::begin(CleanText::typed("Acme"), Walk::Team, exercise, &[], now());
    session
        .apply(Change::Keep(CleanText::typed(keep)), now())
        .unwrap();
    Box::new(session)
}

fn shelf(folder: &TempDir) -> Shelf {
    let folders = Folders::find(Some(&folder.path().join("data")), None).unwrap();
    Shelf::open(&folders).unwrap()
}

fn start(shelf: &Shelf, pace: Pace) -> (Saver, Receiver<SaveReport>) {
    let (reports, told) = mpsc::channel();
    let tell = move |report| drop(reports.send(report));
    (
        Saver::start(Target::New(shelf.clone()), pace, tell).unwrap(),
        told,
    )
}

fn kept(path: &std::path::Path) -> String {
    session_file::read("it", path)
        .unwrap()
        .session
        .keep()
        .to_string()
}

fn saved_path(report: SaveReport) -> PathBuf {
    match report {
        SaveReport::Saved { path, .. } => path,
        SaveReport::NotSaved(why) => panic!("{why}"),
    }
}

#[test]
fn the_first_save_makes_the_file_and_the_next_ones_replace_it() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let (saver, told) = start(&shelf, NEVER);
    saver.save(session("one")).unwrap();
    let path = saved_path(told.recv_timeout(PATIENCE).unwrap());
    assert_eq!(kept(&path), "one");
    saver.save(session("two")).unwrap();
    assert_eq!(saved_path(told.recv_timeout(PATIENCE).unwrap()), path);
    assert_eq!(kept(&path), "two");
    assert_eq!(shelf.list().headings.len(), 1);
}

#[test]
fn of_what_comes_while_it_saves_only_the_newest_is_saved() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let (reports, told) = mpsc::channel();
    let (open_gate, gate) = mpsc::channel::<()>();
    let tell = move |report| {
        reports.send(report).unwrap();
        // Held up after each save until the gate opens for good.
        let _ = gate.recv_timeout(PATIENCE);
    };
    let saver = Saver::start(Target::New(shelf), NEVER, tell).unwrap();
    saver.save(session("first")).unwrap();
    told.recv_timeout(PATIENCE).unwrap();
    for nth in 0..50 {
        saver.save(session(&nth.to_string())).unwrap();
    }
    drop(open_gate);
    saver.settle(PATIENCE).unwrap();
    let later: Vec<_> = told.try_iter().collect();
    assert_eq!(later.len(), 1);
    assert_eq!(kept(&saved_path(later[0].clone())), "49");
}

#[test]
fn a_draft_waits_for_its_time_and_finish_waits_for_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (saver, told) = start(&shelf(&folder), AT_ONCE);
    saver.save_soon(session("typed")).unwrap();
    let path = saved_path(told.recv_timeout(PATIENCE).unwrap());
    assert_eq!(kept(&path), "typed");

    let other = tempfile::tempdir().unwrap();
    let (saver, told) = start(&shelf(&other), NEVER);
    saver.save_soon(session("late")).unwrap();
    assert!(told.try_recv().is_err());
    saver.finish(PATIENCE).unwrap();
    assert_eq!(kept(&saved_path(told.recv().unwrap())), "late");
}

#[test]
fn dropping_it_saves_what_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let (saver, told) = start(&shelf(&folder), NEVER);
    saver.save_soon(session("left")).unwrap();
    drop(saver);
    assert_eq!(kept(&saved_path(told.recv().unwrap())), "left");
}

#[test]
fn a_failed_save_is_told_and_tried_again_until_the_folder_is_back() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let (saver, told) = start(&shelf, AT_ONCE);
    saver.save(session("before")).unwrap();
    let path = saved_path(told.recv_timeout(PATIENCE).unwrap());
    let away = folder.path().join("away");
    fs::rename(shelf.folder(), &away).unwrap();
    saver.save(session("meanwhile")).unwrap();
    for _ in 0..2 {
        let SaveReport::NotSaved(why) = told.recv_timeout(PATIENCE).unwrap() else {
            panic!("saved into a folder that is gone");
        };
        assert!(why.contains("the folder is gone"), "{why}");
    }
    assert!(matches!(saver.settle(PATIENCE), Err(Unsaved::Failed(_))));
    fs::rename(&away, shelf.folder()).unwrap();
    saver.settle(PATIENCE).unwrap();
    assert_eq!(kept(&path), "meanwhile");
    let last = told.try_iter().last().unwrap();
    assert_eq!(saved_path(last), path);
}

#[test]
fn what_can_not_be_saved_here_another_saver_saves_elsewhere_and_the_first_one_writes_no_more() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let (saver, told) = start(&shelf, AT_ONCE);
    fs::remove_dir_all(shelf.folder()).unwrap();
    fs::write(shelf.folder(), "no folder").unwrap();
    saver.save(session("one")).unwrap();
    assert!(matches!(
        told.recv_timeout(PATIENCE).unwrap(),
        SaveReport::NotSaved(_)
    ));
    let elsewhere = folder.path().join("elsewhere.ron");
    let (reports, told) = mpsc::channel();
    let tell = move |report| drop(reports.send(report));
    let other = Saver::start(Target::At(elsewhere.clone()), NEVER, tell).unwrap();
    other.save(session("one")).unwrap();
    assert_eq!(saved_path(told.recv_timeout(PATIENCE).unwrap()), elsewhere);
    saver.give_up();
    fs::remove_file(shelf.folder()).unwrap();
    other.save(session("two")).unwrap();
    other.finish(PATIENCE).unwrap();
    assert_eq!(kept(&elsewhere), "two");
    assert!(!shelf.folder().exists(), "what was given up writes nothing");
}

/// A disk whose syncs hang until the gate is opened, as a frozen one's do; the steps that were taken.
fn hanging(
    gate: Arc<(Mutex<bool>, Condvar)>,
) -> Guarded<'static, RealDisk, impl Fn(&'static str) -> io::Result<()> + Send> {
    let guard = move |step| {
        let (is_open, opened) = &*gate;
        let mut is_open = is_open.lock().unwrap();
        while step == "sync_file" && !*is_open {
            is_open = opened.wait(is_open).unwrap();
        }
        Ok(())
    };
    Guarded {
        disk: &RealDisk,
        guard,
    }
}

#[test]
fn a_saver_that_hangs_is_given_up_and_writes_nothing_when_the_disk_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let shelf = shelf(&folder);
    let path = shelf.create(&session("before")).unwrap().path().to_owned();
    let before = fs::read(&path).unwrap();
    let OpenedSession {
        access: Access::Write { file, .. },
        ..
    } = Shelf::open_session(&path).unwrap()
    else {
        panic!("it may be written")
    };
    let gate = Arc::new((Mutex::new(false), Condvar::new()));
    let (reports, told) = mpsc::channel();
    let tell = move |report| drop(reports.send(report));
    let disk = hanging(Arc::clone(&gate));
    let saver = Saver::start_on(disk, Target::File(file), AT_ONCE, tell).unwrap();
    assert_eq!(saver.save(session("hangs")), Ok(1));
    assert_eq!(saver.save(session("waits")), Ok(2));
    let soon = Duration::from_millis(20);
    assert_eq!(saver.settle(soon), Err(Unsaved::NoAnswer));
    assert!(told.try_recv().is_err(), "nothing is told of it");
    let elsewhere = folder.path().join("stick.ron");
    let (other, other_told) = {
        let (reports, told) = mpsc::channel();
        let tell = move |report| drop(reports.send(report));
        (
            Saver::start(Target::At(elsewhere.clone()), NEVER, tell).unwrap(),
            told,
        )
    };
    other.save(session("elsewhere")).unwrap();
    assert_eq!(
        saved_path(other_told.recv_timeout(PATIENCE).unwrap()),
        elsewhere
    );
    saver.give_up();
    *gate.0.lock().unwrap() = true;
    gate.1.notify_all();
    // Its thread ends, and lets go of what tells.
    assert_eq!(
        told.recv_timeout(PATIENCE),
        Err(mpsc::RecvTimeoutError::Disconnected)
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(kept(&elsewhere), "elsewhere");
    let temporary = fs::read_dir(shelf.folder()).unwrap();
    let temporary = temporary.filter(|one| {
        let name = one.as_ref().unwrap().file_name();
        name.to_string_lossy().ends_with(".tmp")
    });
    assert_eq!(temporary.count(), 0);
}

#[test]
fn a_report_tells_up_to_which_order_all_is_on_disk_and_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let (saver, told) = start(&shelf(&folder), NEVER);
    for (number, words) in [(1, "one"), (2, "two")] {
        assert_eq!(saver.save(session(words)), Ok(number));
        let SaveReport::Saved {
            number: up_to,
            session,
            path,
            fingerprint,
            ..
        } = told.recv_timeout(PATIENCE).unwrap()
        else {
            panic!("not saved")
        };
        assert_eq!((up_to, session.keep().as_str()), (number, words));
        assert_eq!(fingerprint, Fingerprint::of(&fs::read(path).unwrap()));
    }
}

#[test]
fn a_file_changed_by_somebody_else_is_left_and_the_copy_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let (saver, told) = start(&shelf(&folder), NEVER);
    saver.save(session("mine")).unwrap();
    let path = saved_path(told.recv_timeout(PATIENCE).unwrap());
    fs::write(&path, "theirs").unwrap();
    saver.save(session("again mine")).unwrap();
    let SaveReport::Saved {
        path: copy,
        notice: Some(notice),
        ..
    } = told.recv_timeout(PATIENCE).unwrap()
    else {
        panic!("a conflict is told");
    };
    assert!(notice.contains("Somebody else changed"), "{notice}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
    saver.save(session("and on")).unwrap();
    let SaveReport::Saved {
        path, notice: None, ..
    } = told.recv_timeout(PATIENCE).unwrap()
    else {
        panic!("it is told once")
    };
    assert_eq!(path, copy);
    assert_eq!(kept(&copy), "and on");
}
