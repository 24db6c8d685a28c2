//! What is the program's own, by whatever name it is reached: nothing that goes out of the house ever takes its place.

use super::disk::MOST_BYTES;
use super::folders::{Folders, name_of_temp, reports};
use super::save::folder_of;
use super::shelf::ends_in_ron;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// How every file of ours begins, sessions, exercises, themes and settings alike.
const OURS: &[u8] = b"#![type = \"customer-hat/";

/// Whether the file, or the name where there is none yet, is the program's own.
///
/// By what stands in it, by its name, by its place, and by being another name of such a file. Links were followed before.
pub(super) fn is_own(target: &Path, folders: &Folders) -> io::Result<bool> {
    let name = target.file_name().unwrap_or_default();
    if is_companion(name) || is_in_its_place(target, folders) {
        return Ok(true);
    }
    match fs::metadata(target) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
        Ok(meta) if !meta.is_file() => Ok(false),
        Ok(_) => Ok(begins_as_ours(target)? || is_another_name(target, folders)),
    }
}

/// The lock, the generation before, a copy that is being written: each beside its session, in any folder.
pub(super) fn is_companion(name: &OsStr) -> bool {
    let name = name.to_string_lossy().to_lowercase();
    let of_session = |kind| {
        let session = name.strip_suffix(kind);
        session.is_some_and(|session| session.starts_with('.') && session.len() > 1)
    };
    of_session(".lock") || of_session(".previous") || name_of_temp(&name).is_some()
}

/// Among the program's files nothing else is a `.ron`, and nothing else is hidden.
fn is_in_its_place(target: &Path, folders: &Folders) -> bool {
    let name = target.file_name().unwrap_or_default();
    let looks_own = ends_in_ron(target) || name.as_encoded_bytes().starts_with(b".");
    let folder = folder_of(target);
    let is_at = |own: &Path| is_same(own, folder);
    match own_folders(folders).iter().position(|own| is_at(own)) {
        // Beside the sessions and in their reports may stand what a person keeps there.
        Some(0) => looks_own,
        Some(_) => true,
        None => is_at(&reports(&folders.data)) && looks_own,
    }
}

/// The folders that hold the program's own files, that of the sessions first.
fn own_folders(folders: &Folders) -> [PathBuf; 5] {
    [
        folders.data.clone(),
        folders.trash(),
        folders.config.clone(),
        folders.config.join("exercises"),
        folders.config.join("themes"),
    ]
}

fn begins_as_ours(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?
        .take((OURS.len() as u64 + 3).min(MOST_BYTES))
        .read_to_end(&mut start)?;
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
    Ok(start.starts_with(OURS))
}

/// Whether it is a second name (a hard link) of a file in the program's folders that is the program's own there.
fn is_another_name(target: &Path, folders: &Folders) -> bool {
    own_folders(folders).iter().any(|own| {
        let entries = fs::read_dir(own).into_iter().flatten().flatten();
        let mut paths = entries.map(|entry| entry.path());
        paths.any(|path| is_in_its_place(&path, folders) && is_same(&path, target))
    })
}

/// Whether both are the same thing on the disk.
#[cfg(unix)]
fn is_same(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |path: &Path| fs::metadata(path).map(|meta| (meta.dev(), meta.ino())).ok();
    id(one).is_some_and(|one| Some(one) == id(other))
}

/// Whether both are the same thing on the disk.
#[cfg(not(unix))]
fn is_same(one: &Path, other: &Path) -> bool {
    let id = |path: &Path| path.canonicalize().ok();
    id(one).is_some_and(|one| Some(one) == id(other))
}
