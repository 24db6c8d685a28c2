//! Saving on the disk of this machine; the cut disk is in the suite.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::store::disk::RealDisk;
use std::fs;

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_save_replaces_and_keeps_one_generation_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.ron");
    let mut last = create_new(&RealDisk, &path, b"one").unwrap();
    for next in ["two", "three"] {
        last = save(&RealDisk, &path, next.as_bytes(), Some(&last.fingerprint)).unwrap();
        assert_eq!(last.landed, Landed::There);
    }
    assert_eq!(last.fingerprint, Fingerprint::of(b"three"));
    assert_eq!(fs::read(&path).unwrap(), b"three");
    assert_eq!(fs::read(previous_path(&path)).unwrap(), b"two");
    assert_eq!(names(folder.path()), [".acme.ron.previous", "acme.ron"]);
}

#[test]
fn a_new_file_never_replaces() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.ron");
    create_new(&RealDisk, &path, b"mine").unwrap();
    let error = create_new(&RealDisk, &path, b"yours").unwrap_err();
    assert_eq!(error.why, Why::NameTaken);
    assert_eq!(fs::read(&path).unwrap(), b"mine");
    assert_eq!(names(folder.path()), ["acme.ron"]);
}

#[test]
fn a_name_that_no_file_can_have_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let name = if cfg!(windows) {
        "acme?.ron".to_owned()
    } else {
        "x".repeat(300)
    };
    let path = folder.path().join(name);
    assert_eq!(
        create_new(&RealDisk, &path, b"").unwrap_err().why,
        Why::BadName
    );
    assert!(names(folder.path()).is_empty());
}

#[test]
fn a_file_that_somebody_changed_is_left_alone_and_a_copy_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.ron");
    let ours = create_new(&RealDisk, &path, b"ours").unwrap();
    fs::write(&path, "theirs").unwrap();
    let saved = save(&RealDisk, &path, b"ours again", Some(&ours.fingerprint)).unwrap();
    let copy = saved.conflict().unwrap();
    let name = copy.file_name().unwrap().to_str().unwrap();
    assert!(name.starts_with("acme.conflict-2"), "{name}");
    assert_eq!(copy.extension(), Some(OsStr::new("ron")));
    assert_eq!(fs::read(&path).unwrap(), b"theirs");
    assert_eq!(fs::read(copy).unwrap(), b"ours again");
    let next = save(&RealDisk, copy, b"and on", Some(&saved.fingerprint)).unwrap();
    assert_eq!((next.landed, next.path.as_path()), (Landed::There, copy));
}

#[test]
fn a_file_that_is_gone_is_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.ron");
    let saved = create_new(&RealDisk, &path, b"one").unwrap();
    fs::remove_file(&path).unwrap();
    let saved = save(&RealDisk, &path, b"two", Some(&saved.fingerprint)).unwrap();
    assert_eq!(saved.landed, Landed::Again);
    assert_eq!(fs::read(&path).unwrap(), b"two");
}

#[test]
fn without_expectation_whatever_is_there_is_replaced_and_nothing_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.html");
    for text in ["one", "two"] {
        save(&RealDisk, &path, text.as_bytes(), None).unwrap();
    }
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(names(folder.path()), ["report.html"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_rights_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (near, far) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let target = far.path().join("real.ron");
    fs::write(&target, "one").unwrap();
    fs::set_permissions(&target, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&target, near.path().join("second.ron")).unwrap();
    symlink("second.ron", near.path().join("acme.ron")).unwrap();
    let saved = save(&RealDisk, &near.path().join("acme.ron"), b"two", None).unwrap();
    assert_eq!(saved.path, target);
    assert_eq!(fs::read(&target).unwrap(), b"two");
    assert_eq!(
        fs::metadata(&target).unwrap().permissions().mode() & 0o7777,
        0o640
    );
    assert!(
        fs::symlink_metadata(near.path().join("acme.ron"))
            .unwrap()
            .is_symlink()
    );
    assert_eq!(names(near.path()), ["acme.ron", "second.ron"]);
    symlink("round.ron", near.path().join("round.ron")).unwrap();
    let round = save(&RealDisk, &near.path().join("round.ron"), b"x", None).unwrap_err();
    assert!(round.to_string().contains("in a circle"), "{round}");
}

#[cfg(unix)]
#[test]
fn a_new_file_is_private() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.ron");
    create_new(&RealDisk, &path, b"one").unwrap();
    assert_eq!(
        fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
}

#[test]
fn a_protected_file_and_a_folder_are_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.ron");
    fs::write(&path, "one").unwrap();
    let mut rights = fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    fs::set_permissions(&path, rights).unwrap();
    let error = save(&RealDisk, &path, b"two", None).unwrap_err();
    assert_eq!(error.why, Why::Protected);
    let error = save(&RealDisk, folder.path(), b"two", None).unwrap_err();
    assert_eq!(error.why, Why::NotAFile);
    assert_eq!(fs::read(&path).unwrap(), b"one");
}

#[cfg(unix)]
#[test]
fn a_folder_that_only_reads_is_told_in_a_sentence() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let shut = fs::Permissions::from_mode(0o555);
    fs::set_permissions(folder.path(), shut).unwrap();
    // Whoever may do everything (root) is not stopped by rights, and there is nothing to see.
    if fs::write(folder.path().join("probe"), "").is_ok() {
        return;
    }
    let error = create_new(&RealDisk, &folder.path().join("acme.ron"), b"x").unwrap_err();
    assert_eq!(error.why, Why::NotAllowed);
}

#[test]
fn a_missing_folder_is_told_in_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("gone\u{202e}").join("acme.ron");
    let error = create_new(&RealDisk, &path, b"x").unwrap_err();
    let told = error.to_string();
    assert!(
        told.contains("is not saved: the folder is gone. Plug"),
        "{told}"
    );
    assert!(told.contains("gone\\u{202e}"), "{told}");
}

#[test]
fn more_than_could_be_read_again_is_not_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("acme.ron");
    let large = vec![b' '; usize::try_from(MOST_BYTES).unwrap() + 1];
    let error = create_new(&RealDisk, &path, &large).unwrap_err();
    assert_eq!(error.why, Why::TooLarge);
    assert_eq!(names(folder.path()), [""; 0]);
}
