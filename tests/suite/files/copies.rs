//! Copies that sync services and people make, and odd names: listed, told apart, opened, and never the older one
//! by mistake.

use crate::shelf::{day, session};
use assert_cmd::Command;
use customer_hat::model::change::Change;
use customer_hat::model::heading::Age;
use customer_hat::model::place::Place;
use customer_hat::model::session::Session;
use customer_hat::model::wording::title;
use customer_hat::store::find::Last;
use customer_hat::store::folders::Folders;
use customer_hat::store::session_file::text_of;
use customer_hat::store::shelf::{Access, Shelf};
use std::ffi::OsString;
use std::fs;
use tempfile::TempDir;

const BASE: &str = "2026-11-22-acme-round-1.ron";

/// What sync services, browsers and people call a copy of it.
const COPIES: [&str; 12] = [
    "2026-11-22-acme-round-1 (1).ron",
    "2026-11-22-acme-round-1 2.ron",
    "2026-11-22-acme-round-1 (conflicted copy 2026-11-23).ron",
    "2026-11-22-acme-round-1 (Ana's conflicted copy 2026-11-23).ron",
    "2026-11-22-acme-round-1.sync-conflict-20261123-101112-ABCDEFG.ron",
    "2026-11-22-acme-round-1-LAPTOP-7.ron",
    "Copy of 2026-11-22-acme-round-1.ron",
    "2026-11-22-acme-round-1 - Copy.ron",
    "2026-11-22-acme-round-1_conflict-20261123.ron",
    "2026-11-22-ACME-ROUND-1.RON",
    "A.Ron",
    "zzz.rON",
];

fn shelf(folder: &TempDir) -> Shelf {
    Shelf::open(&Folders::find(Some(folder.path()), None).unwrap()).unwrap()
}

/// The session as it stood that many days after it began.
fn after(days: i64) -> Session {
    let mut session = session("Acme", day(0));
    session.apply(Change::Go(Place::People), day(days)).unwrap();
    session
}

fn put(folder: &TempDir, name: &OsString, session: &Session) {
    fs::write(folder.path().join(name), text_of(session).unwrap()).unwrap();
}

#[test]
fn of_two_copies_the_newer_is_gone_on_with_whatever_they_are_called() {
    for copy in COPIES {
        for (of_base, of_copy) in [(2, 9), (9, 2)] {
            let folder = tempfile::tempdir().unwrap();
            put(&folder, &BASE.into(), &after(of_base));
            put(&folder, &copy.into(), &after(of_copy));
            let (newer, older) = if of_base > of_copy {
                (BASE, copy)
            } else {
                (copy, BASE)
            };
            let shelf = shelf(&folder);
            let listing = shelf.list();
            assert_eq!(
                listing.headings.len(),
                2,
                "{copy}: {:?}",
                listing.unreadable
            );
            let ages = listing
                .headings
                .iter()
                .map(|one| one.alike.clone().unwrap().age);
            assert_eq!(ages.collect::<Vec<_>>(), [Age::Newest, Age::Older]);
            let titles: Vec<_> = listing.headings.iter().map(title).collect();
            assert_eq!(titles[0], format!("Acme · round 1 (newest copy: {newer})"));
            assert_eq!(titles[1], format!("Acme · round 1 (older copy: {older})"));
            for last in [Last::Unfinished, Last::OfAll] {
                assert_eq!(
                    shelf.find("last", last),
                    Ok(folder.path().join(newer)),
                    "{copy}"
                );
            }
            assert!(listing.headings[1].is_outdated());
            let opened = shelf.go_on(&folder.path().join(older)).unwrap();
            let Access::Write { notice, .. } = opened.access else {
                panic!("it may be written")
            };
            let told = format!("This is an older copy. The newest is {newer}.");
            assert_eq!(notice, Some(told), "{copy}");
            drop(opened.session);
            for name in [BASE, copy] {
                let stem = &name[..name.len() - 4];
                let path = folder.path().join(name);
                assert_eq!(shelf.find(name, Last::OfAll), Ok(path.clone()));
                assert_eq!(shelf.find(stem, Last::OfAll), Ok(path.clone()), "{stem}");
                assert_eq!(shelf.find(&path, Last::OfAll), Ok(path));
            }
        }
    }
}

#[test]
fn an_older_copy_that_is_unfinished_is_not_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let mut finished = after(3);
    finished
        .apply(Change::Finished(Some(day(4))), day(4))
        .unwrap();
    put(&folder, &BASE.into(), &finished);
    put(&folder, &COPIES[0].into(), &after(3));
    assert!(shelf(&folder).find("last", Last::Unfinished).is_err());
}

#[test]
fn copies_that_are_as_new_and_rounds_of_one_day_are_told_apart_by_their_files() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, &BASE.into(), &after(1));
    put(&folder, &COPIES[0].into(), &after(1));
    let listing = shelf(&folder).list();
    assert_eq!(
        title(&listing.headings[0]),
        format!("Acme · round 1 (another copy: {BASE})")
    );
    assert!(!listing.headings[0].is_outdated() && listing.headings[1].is_outdated());
    let folder = tempfile::tempdir().unwrap();
    put(&folder, &BASE.into(), &session("Acme", day(0)));
    let later = format!("{}", day(0))
        .replace("12:00", "12:30")
        .parse()
        .unwrap();
    put(&folder, &"other.ron".into(), &session("ACME", later));
    let titles: Vec<_> = shelf(&folder).list().headings.iter().map(title).collect();
    assert_eq!(
        titles,
        [
            "ACME · round 1 (other.ron)".to_owned(),
            format!("Acme · round 1 ({BASE})")
        ]
    );
}

#[test]
fn the_next_round_takes_people_and_promises_from_the_newest_copy() {
    use customer_hat::model::heading::Heading;
    use customer_hat::model::last_time::people_of_last_time;
    use customer_hat::model::person::{Person, PersonId, Presence};
    use customer_hat::model::session::Improvement;
    for copy in [COPIES[0], COPIES[10], COPIES[11]] {
        let folder = tempfile::tempdir().unwrap();
        let mut newer = after(5);
        let ana = Person {
            id: PersonId::fresh("Ana", std::iter::empty()),
            name: "Ana".into(),
            role: "".into(),
            presence: Presence::Here,
        };
        newer.apply(Change::Join(0, ana), day(5)).unwrap();
        let change = Improvement {
            what: "Answer at once".into(),
            step: None,
            who: "Ana".into(),
            by: None,
            the_one: true,
        };
        newer
            .apply(Change::Improvements(vec![change]), day(5))
            .unwrap();
        put(&folder, &BASE.into(), &newer);
        put(&folder, &copy.into(), &after(3));
        let headings = shelf(&folder).list().headings;
        let earlier: Vec<_> = headings.iter().map(Heading::earlier).collect();
        let exercise = newer.exercise().clone();
        let next = Session::begin("Acme".into(), newer.walk(), exercise, &earlier, day(9));
        assert_eq!(
            (next.round().number(), next.promises().len()),
            (2, 1),
            "{copy}"
        );
        assert_eq!(people_of_last_time(&next, &headings).len(), 1, "{copy}");
    }
}

#[test]
fn sessions_that_differ_are_called_as_ever() {
    let folder = tempfile::tempdir().unwrap();
    put(&folder, &"a.ron".into(), &session("Acme", day(0)));
    put(&folder, &"b.ron".into(), &session("Other", day(0)));
    put(&folder, &"c.ron".into(), &session("Acme", day(9)));
    let listing = shelf(&folder).list();
    assert!(listing.headings.iter().all(|one| one.alike.is_none()));
}

#[cfg(unix)]
#[test]
fn a_name_that_is_no_text_is_listed_shown_escaped_and_opened() {
    use std::os::unix::ffi::OsStringExt;
    let folder = tempfile::tempdir().unwrap();
    let name = OsString::from_vec(b"caf\xe9 \xff.ron".to_vec());
    put(&folder, &name, &after(1));
    let shelf = shelf(&folder);
    let path = folder.path().join(&name);
    for wanted in [
        name.clone(),
        "caf\\xe9 \\xff.ron".into(),
        "caf\\xe9 \\xff".into(),
        path.clone().into(),
    ] {
        assert_eq!(
            shelf.find(&wanted, Last::OfAll),
            Ok(path.clone()),
            "{wanted:?}"
        );
    }
    assert!(Shelf::open_session(&path).unwrap().read_only().is_none());
    let run = |args: &[OsString]| {
        let mut command = Command::cargo_bin("customer-hat").unwrap();
        let out = command
            .arg("--data-dir")
            .arg(folder.path())
            .args(args)
            .output()
            .unwrap();
        assert!(
            out.status.success(),
            "{args:?}: {}",
            String::from_utf8_lossy(&out.stderr)
        );
        String::from_utf8(out.stdout).unwrap()
    };
    let listed = run(&["list".into()]);
    assert!(listed.contains("caf\\xe9 \\xff.ron"), "{listed}");
    for command in ["report", "replay", "check"] {
        let wanted = if command == "check" {
            path.clone().into()
        } else {
            name.clone()
        };
        assert!(!run(&[command.into(), wanted]).is_empty());
    }
    let json = run(&["list".into(), "--json".into()]);
    assert!(json.contains("caf\\\\xe9"), "{json}");
}

#[test]
fn an_own_exercise_and_theme_may_end_in_capitals() {
    use customer_hat::store::exercise_file;
    use customer_hat::ui::theme::Theme;
    let folder = tempfile::tempdir().unwrap();
    let folders = Folders::find(Some(folder.path()), None).unwrap();
    let own = folders.config.join("exercises");
    fs::create_dir_all(&own).unwrap();
    let text = include_str!("../../../assets/exercises/role-reversal.ron");
    let text = text.replacen("id: \"role-reversal\"", "id: \"mine\"", 1);
    fs::write(own.join("mine.RON"), text).unwrap();
    assert_eq!(
        exercise_file::find(&folders, "mine").unwrap().id.as_str(),
        "mine"
    );
    let theme = include_str!("../../../assets/themes/dark.ron").replacen("\"dark\"", "\"mine\"", 1);
    fs::write(folder.path().join("m.Ron"), theme).unwrap();
    assert_eq!(Theme::load_all(folder.path()).themes.len(), 1);
}
