//! Saving on a disk that is cut, or that fails, at every single operation.

use crate::memory_disk::{Fate, Files, MemoryDisk};
use customer_hat::store::save::{
    Durability, Fingerprint, Landed, SaveError, Saved, Why, create_new, save,
};
use std::io::ErrorKind;
use std::path::Path;

const FOLDER: &str = "/data";
const FILE: &str = "/data/acme.ron";
const CONFLICT: &str = "/data/acme.conflict-20261122T144231.ron";
/// More operations than any save has.
const PLENTY: usize = 40;

fn disk(links: bool, fate: Fate) -> MemoryDisk {
    MemoryDisk::with(&[(FILE, "old")], links, fate)
}

fn save_over(disk: &MemoryDisk, expected: &str, text: &str) -> Result<Saved, SaveError> {
    let expected = Fingerprint::of(expected.as_bytes());
    save(disk, Path::new(FILE), text.as_bytes(), Some(&expected))
}

fn text<'a>(files: &'a Files, path: &str) -> Option<&'a str> {
    files
        .get(Path::new(path))
        .map(|bytes| std::str::from_utf8(bytes).unwrap())
}

#[test]
fn a_save_takes_its_steps_in_their_order() {
    let disk = disk(true, Fate::Well);
    let saved = save_over(&disk, "old", "new").unwrap();
    assert_eq!(
        (saved.durability, saved.landed),
        (Durability::Full, Landed::There)
    );
    let order = [
        "link_target",
        "find",
        "create_temp",
        "write",
        "copy_mode",
        "sync_file",
        "read",
        "link",
        "rename",
        "move_file",
        "sync_folder",
    ];
    assert_eq!(disk.operations(), order);
    assert_eq!(disk.mode(FILE), 0o644);
}

#[test]
fn at_every_cut_the_session_is_the_last_accepted_one_or_a_later_one_whole() {
    for links in [true, false] {
        for cut in 0..PLENTY {
            let disk = disk(links, Fate::CutBefore(cut));
            let texts = ["old", "first", "second and longer"];
            let mut accepted = 0;
            for nth in 1..texts.len() {
                if save_over(&disk, texts[nth - 1], texts[nth])
                    .is_ok_and(|saved| saved.durability == Durability::Full)
                {
                    accepted = nth;
                }
            }
            let may_be = &texts[accepted..];
            for files in disk.after_power_cut().into_iter().chain([disk.seen()]) {
                let found = text(&files, FILE).unwrap_or("nothing");
                assert!(
                    may_be.contains(&found),
                    "cut {cut}: {found:?}, accepted {accepted}"
                );
            }
        }
    }
}

#[test]
fn at_every_cut_a_new_session_is_whole_or_not_there() {
    for cut in 0..PLENTY {
        let disk = MemoryDisk::with(&[], true, Fate::CutBefore(cut));
        let accepted = create_new(&disk, Path::new(FILE), b"new")
            .is_ok_and(|saved| saved.durability == Durability::Full);
        for files in disk.after_power_cut() {
            let found = text(&files, FILE);
            assert!(
                found == Some("new") || (found.is_none() && !accepted),
                "cut {cut}: {found:?}"
            );
        }
    }
}

/// The order in which the program saves: a new file, then one save after another, each expecting the last.
#[test]
fn at_every_cut_of_a_sessions_life_the_last_accepted_one_is_there_or_a_later_one() {
    let texts = ["begun", "first answer", "second answer", "third"];
    for (links, cut) in [true, false]
        .into_iter()
        .flat_map(|links| (0..60).map(move |cut| (links, cut)))
    {
        let disk = MemoryDisk::with(&[], links, Fate::CutBefore(cut));
        let mut accepted = None;
        let mut last = None;
        for (nth, text) in texts.into_iter().enumerate() {
            let saved = match &last {
                None => create_new(&disk, Path::new(FILE), text.as_bytes()),
                Some(expected) => save(&disk, Path::new(FILE), text.as_bytes(), Some(expected)),
            };
            let Ok(saved) = saved else { break };
            assert_eq!(saved.landed, Landed::There);
            if saved.durability == Durability::Full {
                accepted = Some(nth);
            }
            last = Some(saved.fingerprint);
        }
        for files in disk.after_power_cut().into_iter().chain([disk.seen()]) {
            let found = text(&files, FILE)
                .map(|found| texts.iter().position(|text| *text == found).expect(found));
            assert!(
                found >= accepted,
                "cut {cut}: {found:?}, accepted {accepted:?}"
            );
        }
    }
}

#[test]
fn at_every_cut_somebody_elses_change_stays_and_the_copy_is_whole() {
    for cut in 0..PLENTY {
        let disk = disk(true, Fate::CutBefore(cut));
        let saved = save_over(&disk, "what was read", "new");
        let accepted = saved.is_ok_and(|saved| saved.durability == Durability::Full);
        for files in disk.after_power_cut() {
            assert_eq!(text(&files, FILE), Some("old"));
            let copy = text(&files, CONFLICT);
            assert!(
                copy == Some("new") || (copy.is_none() && !accepted),
                "cut {cut}: {copy:?}"
            );
        }
    }
}

#[test]
fn a_failed_save_leaves_the_old_file_and_nothing_else() {
    let kinds = [
        ErrorKind::StorageFull,
        ErrorKind::QuotaExceeded,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::PermissionDenied,
        ErrorKind::NotFound,
        ErrorKind::Interrupted,
        ErrorKind::Other,
    ];
    for (kind, links) in kinds
        .into_iter()
        .flat_map(|kind| [(kind, true), (kind, false)])
    {
        for nth in 0..PLENTY {
            let disk = disk(links, Fate::Fails(nth, kind));
            match save_over(&disk, "old", "new") {
                Err(_) => assert_eq!(
                    disk.seen(),
                    self::disk(links, Fate::Well).seen(),
                    "{kind} at {nth}"
                ),
                Ok(saved) => {
                    let files = disk.seen();
                    assert_eq!(
                        text(&files, saved.path.to_str().unwrap()),
                        Some("new"),
                        "{kind} at {nth}"
                    );
                    assert!(matches!(text(&files, FILE), Some("new" | "old")));
                }
            }
            if disk.operations().len() <= nth {
                break;
            }
            // What failed can be tried again, and then it is saved.
            assert!(save_over(&disk, "old", "new").is_ok(), "{kind} at {nth}");
        }
    }
}

#[test]
fn each_failure_is_told_in_its_own_words() {
    let told = |nth, kind| {
        save_over(&disk(true, Fate::Fails(nth, kind)), "old", "new")
            .unwrap_err()
            .why
    };
    let [create, write, sync] = [2, 3, 5];
    assert_eq!(told(write, ErrorKind::StorageFull), Why::DiskFull);
    assert_eq!(told(sync, ErrorKind::QuotaExceeded), Why::DiskFull);
    assert_eq!(told(create, ErrorKind::PermissionDenied), Why::NotAllowed);
    assert_eq!(
        told(create, ErrorKind::ReadOnlyFilesystem),
        Why::ReadOnlyDisk
    );
    assert_eq!(told(create, ErrorKind::NotFound), Why::FolderGone);
    assert!(matches!(told(sync, ErrorKind::Other), Why::Other(_)));
}

#[test]
fn a_disk_that_cannot_sync_saves_with_less_certainty_and_says_so() {
    let durability = |nth, kind| {
        save_over(&disk(true, Fate::Fails(nth, kind)), "old", "new")
            .unwrap()
            .durability
    };
    let [file, folder] = [5, 10];
    assert_eq!(durability(file, ErrorKind::Unsupported), Durability::Weak);
    assert_eq!(durability(file, ErrorKind::InvalidInput), Durability::Weak);
    assert_eq!(durability(folder, ErrorKind::Unsupported), Durability::Weak);
    assert_eq!(
        durability(folder, ErrorKind::Other),
        Durability::NotConfirmed
    );
}

#[test]
fn a_second_conflict_in_the_same_second_has_a_name_of_its_own() {
    let disk = MemoryDisk::with(&[(FILE, "theirs"), (CONFLICT, "earlier")], true, Fate::Well);
    let saved = save_over(&disk, "ours", "new").unwrap();
    let second = CONFLICT.replace(".ron", "-2.ron");
    assert_eq!(saved.conflict(), Some(Path::new(&second)));
    let files = disk.seen();
    assert_eq!(text(&files, CONFLICT), Some("earlier"));
    assert_eq!(text(&files, FILE), Some("theirs"));
}

#[test]
fn one_generation_back_is_kept_with_links_and_without() {
    for links in [true, false] {
        let disk = disk(links, Fate::Well);
        save_over(&disk, "old", "new").unwrap();
        save_over(&disk, "new", "newest").unwrap();
        let files = disk.seen();
        assert_eq!(text(&files, "/data/.acme.ron.previous"), Some("new"));
        assert!(
            files
                .keys()
                .all(|path| path.parent() == Some(Path::new(FOLDER)))
        );
        assert_eq!(files.len(), 2);
    }
}

#[test]
fn a_file_that_can_not_be_read_back_is_a_failed_save_and_never_a_conflict() {
    let order = disk(true, Fate::Well);
    save_over(&order, "old", "new").unwrap();
    let read = order.operations().iter().position(|step| *step == "read");
    for kind in [
        ErrorKind::Other,
        ErrorKind::PermissionDenied,
        ErrorKind::TimedOut,
        ErrorKind::Interrupted,
        ErrorKind::InvalidData,
        ErrorKind::ResourceBusy,
        ErrorKind::StaleNetworkFileHandle,
        ErrorKind::UnexpectedEof,
    ] {
        for links in [true, false] {
            let disk = disk(links, Fate::Fails(read.unwrap(), kind));
            let error = save_over(&disk, "old", "new").unwrap_err();
            assert!(matches!(error.why, Why::NotReadBack(_)), "{kind}: {error}");
            assert!(error.to_string().contains("can't be read back"), "{error}");
            let seen = disk.seen();
            assert_eq!(text(&seen, FILE), Some("old"));
            assert_eq!(
                seen.len(),
                1,
                "{kind}: no copy, no leftover: {:?}",
                seen.keys()
            );
            // The next one goes well: the error has passed.
            assert_eq!(
                save_over(&disk, "old", "new").unwrap().landed,
                Landed::There
            );
        }
    }
}

#[test]
fn a_copy_of_a_copy_keeps_the_first_name() {
    for (changed, copy) in [
        (FILE, CONFLICT),
        ("/data/acme.conflict-20250101T000000.ron", CONFLICT),
        ("/data/acme.conflict-20250101T000000-2.ron", CONFLICT),
        (
            "/data/acme.conflict-20250101T000000.conflict-20250102T000000.ron",
            CONFLICT,
        ),
        (CONFLICT, "/data/acme.conflict-20261122T144231-2.ron"),
        (
            "/data/acme.conflict-of-interest.ron",
            "/data/acme.conflict-of-interest.conflict-20261122T144231.ron",
        ),
    ] {
        let disk = MemoryDisk::with(&[(changed, "theirs")], true, Fate::Well);
        let expected = Fingerprint::of(b"ours");
        let saved = save(&disk, Path::new(changed), b"ours again", Some(&expected)).unwrap();
        assert_eq!(saved.conflict(), Some(Path::new(copy)), "{changed}");
        assert_eq!(text(&disk.seen(), changed), Some("theirs"));
    }
}
