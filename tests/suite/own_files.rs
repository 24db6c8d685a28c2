//! What is the program's own stays, by whatever name a report is to take its place; and what a kill leaves behind goes.

use super::samples;
use customer_hat::store::disk::{Disk, RealDisk};
use customer_hat::store::export::{Replace, WhyNot, write_new};
use customer_hat::store::folders::Folders;
use customer_hat::store::open_file::OpenFile;
use customer_hat::store::session_file::text_of;
use customer_hat::store::shelf::Shelf;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A home with everything in it that is the program's own.
fn home() -> (TempDir, Folders, Vec<PathBuf>) {
    let root = tempfile::tempdir().unwrap();
    let data = root.path().join("data");
    let folders = Folders::find(Some(&data), None).unwrap();
    let shelf = Shelf::open(&folders).unwrap();
    let session = samples::first_round();
    let mut file = shelf.create(&session).unwrap();
    file.save(&samples::every()[1]).unwrap();
    let name = file
        .path()
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let put = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    };
    let text = text_of(&session).unwrap();
    let own = vec![
        file.path().to_owned(),
        data.join(format!(".{name}.lock")),
        data.join(format!(".{name}.previous")),
        put(data.join("x.conflict-20261122T144231.ron"), &text),
        put(data.join("damaged.ron"), "nothing that can be read"),
        put(folders.trash().join("old.ron"), &text),
        put(folders.trash().join("damaged.ron"), ""),
        put(folders.config.join("settings.ron"), "damaged"),
        put(folders.config.join("exercises/mine.ron"), "damaged"),
        put(folders.config.join("themes/mine.ron"), "damaged"),
        put(data.join(".elsewhere.ron.lock"), ""),
        put(data.join(".x.ron.aB3dE6gH.tmp"), ""),
    ];
    drop(file);
    (root, folders, own)
}

fn everything(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(everything(&path));
        } else {
            all.insert(path.clone(), fs::read(&path).unwrap_or_default());
        }
    }
    all
}

/// Other names for a file: through links to it and to its folder, and spelt another way.
fn names_of(own: &Path, root: &Path, nth: usize) -> Vec<PathBuf> {
    let (folder, name) = (own.parent().unwrap(), own.file_name().unwrap());
    let linked = root.join(format!("folder-{nth}"));
    symlink(folder, &linked).unwrap();
    let soft = root.join(format!("soft-{nth}.html"));
    symlink(own, &soft).unwrap();
    let hard = root.join(format!("hard-{nth}.html"));
    fs::hard_link(own, &hard).unwrap();
    let up = folder
        .join("..")
        .join(folder.file_name().unwrap())
        .join(name);
    vec![
        own.to_owned(),
        linked.join(name),
        soft,
        hard,
        up,
        folder.join(".").join(name),
    ]
}

#[test]
fn nothing_of_the_programs_own_is_replaced_by_whatever_name_it_is_reached() {
    let (root, folders, own) = home();
    for (nth, own) in own.iter().enumerate() {
        let names = names_of(own, root.path(), nth);
        let before = everything(root.path());
        for name in names {
            for replace in [Replace::IfNotOurs, Replace::Never] {
                let error = write_new(&name, b"<p>", replace, &folders).unwrap_err();
                assert_eq!(error.why, WhyNot::IsOurs, "{}", name.display());
            }
            assert!(everything(root.path()) == before, "{}", name.display());
        }
    }
}

#[test]
fn a_name_that_is_the_programs_own_is_not_taken_where_nothing_has_it_yet() {
    let (root, folders, _) = home();
    let away = root.path().join("away");
    fs::create_dir(&away).unwrap();
    for name in [
        folders.data.join(".2026-11-22-acme-round-1.ron.lock"),
        folders.data.join(".2026-11-22-ACME-round-1.RON.LOCK"),
        folders.data.join("report.ron"),
        folders.data.join("report.RON"),
        folders.trash().join("report.html"),
        folders.config.join("exercises").join("report.html"),
        away.join(".acme.ron.lock"),
        away.join(".acme.ron.previous"),
    ] {
        let error = write_new(&name, b"<p>", Replace::IfNotOurs, &folders).unwrap_err();
        assert_eq!(error.why, WhyNot::IsOurs, "{}", name.display());
        assert!(!name.exists());
    }
    let session = samples::first_round();
    let error = OpenFile::create(&away.join(".acme.ron.previous"), &session);
    assert!(error.is_err(), "nor by a session that is saved elsewhere");
}

#[test]
fn a_report_of_ones_own_is_replaced_wherever_it_lies() {
    let (root, folders, _) = home();
    let reports = folders.data.join("reports");
    fs::create_dir_all(&reports).unwrap();
    for path in [
        root.path().join("a.html"),
        folders.data.join("a.html"),
        reports.join("a.html"),
    ] {
        write_new(&path, b"<p>one", Replace::Never, &folders).unwrap();
        write_new(&path, b"<p>two", Replace::IfNotOurs, &folders).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"<p>two");
    }
}

#[test]
fn a_report_is_private_until_it_has_its_name_and_then_has_the_rights_of_any_file() {
    let (root, folders, _) = home();
    let path = root.path().join("a.html");
    let any = root.path().join("any");
    fs::write(&any, "").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    write_new(&path, b"<p>", Replace::Never, &folders).unwrap();
    assert_eq!(mode(&path), mode(&any));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o604)).unwrap();
    write_new(&path, b"<p>", Replace::IfNotOurs, &folders).unwrap();
    assert_eq!(mode(&path), 0o604, "one that is replaced keeps its own");
}

/// Leaves a temporary file behind, as a kill does.
fn left_in(folder: &Path, name: &str) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    let temp = RealDisk.create_temp(folder, OsStr::new(name)).unwrap();
    let (_, path) = temp.keep().unwrap();
    path
}

#[test]
fn what_a_kill_has_left_is_swept_in_every_folder_and_what_is_being_written_is_not() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::find(Some(root.path()), None).unwrap();
    let all = [
        (folders.data.clone(), "acme.ron"),
        (folders.data.join("reports"), "acme.html"),
        (folders.data.join("reports"), "acme.csv"),
        (folders.config.clone(), "settings.ron"),
        (folders.trash(), "acme.ron"),
        (folders.trash(), "ACME.RON"),
        (folders.data.clone(), "Acme.RON"),
    ];
    let left: Vec<_> = all
        .iter()
        .map(|(folder, name)| left_in(folder, name))
        .collect();
    let written: Vec<_> = all
        .iter()
        .map(|(folder, name)| RealDisk.create_temp(folder, OsStr::new(name)).unwrap())
        .collect();
    for path in &left {
        let mode = fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", path.display());
    }
    Shelf::open(&folders).unwrap();
    for path in &left {
        assert!(!path.exists(), "{}", path.display());
    }
    for temp in &written {
        assert!(RealDisk.temp_path(temp).exists());
    }
    // Where the folder is somebody else's, what was left of the same report goes with the next one.
    let away = root.path().join("away");
    let (same, other) = (left_in(&away, "a.html"), left_in(&away, "b.html"));
    write_new(&away.join("a.html"), b"<p>", Replace::Never, &folders).unwrap();
    assert!(!same.exists() && other.exists());
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_kill_has_left_of_a_name_that_is_no_utf_8_is_swept_as_well() {
    use std::os::unix::ffi::OsStrExt;
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::find(Some(root.path()), None).unwrap();
    let name = OsStr::from_bytes(b"caf\xe9.ron");
    let temp = RealDisk.create_temp(&folders.data, name).unwrap();
    let (held, left) = temp.keep().unwrap();
    let written = RealDisk.create_temp(&folders.data, name).unwrap();
    drop(held);
    Shelf::open(&folders).unwrap();
    assert!(!left.exists() && RealDisk.temp_path(&written).exists());
}
