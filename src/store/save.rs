//! Saving: the old file or the new one, whole, whatever happens in between.
//!
//! The order: follow a symbolic link to its target; write a private temporary file in the same folder;
//! give it the old file's rights; sync it; see that the file on disk is still the one that was read;
//! set the old generation aside; rename; sync the folder. Only then is it saved.

use super::disk::{Disk, Found, MOST_BYTES, NotRenamed, Taken, is_unsupported};
pub use super::saved::{Durability, Fingerprint, Landed, SaveError, Saved, Why};
use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Saves the bytes under the name.
///
/// With `expected`, the fingerprint of what was read or saved there last, the file must still be that
/// one: if somebody else changed it, it is left alone and the bytes go to `NAME.conflict-TIME.ron`
/// beside it; and one generation back is kept as `.NAME.previous`. Without, whatever is there is replaced.
pub fn save<D: Disk>(
    disk: &D,
    path: &Path,
    bytes: &[u8],
    expected: Option<&Fingerprint>,
) -> Result<Saved, SaveError> {
    follow(disk, path)
        .map_err(Why::from)
        .and_then(|target| save_at(disk, &target, bytes, expected))
        .map_err(|why| not_saved(path, why))
}

/// Saves the bytes under a name that nothing has yet; never replaces.
pub fn create_new<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> Result<Saved, SaveError> {
    let create = || {
        fits(bytes)?;
        let (temp, durability) = write_temp(disk, path, bytes, None)?;
        disk.rename(temp, path, Taken::Refuse)
            .map_err(|failed| Why::from(failed.source))?;
        Ok(confirm(disk, path, bytes, durability, Landed::There))
    };
    create().map_err(|why| not_saved(path, why))
}

/// Where a symbolic link leads in the end; the path itself when it is none.
pub(super) fn follow<D: Disk>(disk: &D, path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..40 {
        match disk.link_target(&path)? {
            Some(target) => path = folder_of(&path).join(target),
            None => return Ok(path),
        }
    }
    Err(io::Error::other("its symbolic links lead in a circle"))
}

/// The hidden companion `.NAME.KIND` of a file, in the same folder.
pub(super) fn beside(path: &Path, kind: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".");
    name.push(kind);
    path.with_file_name(name)
}

/// Where the generation before the last one of a session is kept: `.NAME.previous` beside it.
pub fn previous_path(session: &Path) -> PathBuf {
    beside(session, "previous")
}

fn not_saved(path: &Path, why: Why) -> SaveError {
    SaveError {
        path: path.to_owned(),
        why,
    }
}

pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

fn save_at<D: Disk>(
    disk: &D,
    target: &Path,
    bytes: &[u8],
    expected: Option<&Fingerprint>,
) -> Result<Saved, Why> {
    fits(bytes)?;
    let rights_of = match disk.find(target) {
        Ok(Found::File) => Some(target),
        Ok(Found::Protected) => return Err(Why::Protected),
        Ok(Found::NotAFile) if expected.is_none() => return Err(Why::NotAFile),
        _ => None,
    };
    let (temp, durability) = write_temp(disk, target, bytes, rights_of)?;
    // Looked at as late as can be: what happens after this moment is not seen.
    let now = expected.map(|expected| compare(disk, target, bytes, expected));
    match now.transpose()? {
        None => replace(disk, temp, target, None)?,
        Some(Now::Same(old)) => replace(disk, temp, target, Some(&old))?,
        Some(Now::Gone) => match disk.rename(temp, target, Taken::Refuse) {
            Ok(()) => return Ok(confirm(disk, target, bytes, durability, Landed::Again)),
            Err(failed) => return rescue(disk, failed, target, bytes, durability),
        },
        Some(Now::Changed) => {
            let copy = land_beside(disk, temp, target)?;
            return Ok(confirm(
                disk,
                &copy,
                bytes,
                durability,
                Landed::ConflictCopy,
            ));
        }
    }
    Ok(confirm(disk, target, bytes, durability, Landed::There))
}

/// A file came back between the look and the rename: it is somebody else's.
fn rescue<D: Disk>(
    disk: &D,
    failed: NotRenamed<D::Temp>,
    target: &Path,
    bytes: &[u8],
    durability: Durability,
) -> Result<Saved, Why> {
    if failed.source.kind() != ErrorKind::AlreadyExists {
        return Err(failed.source.into());
    }
    let copy = land_beside(disk, failed.temp, target)?;
    Ok(confirm(
        disk,
        &copy,
        bytes,
        durability,
        Landed::ConflictCopy,
    ))
}

/// What can't be read back is not written.
fn fits(bytes: &[u8]) -> Result<(), Why> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Why::TooLarge);
    }
    Ok(())
}

/// A temporary file with all the bytes, on the disk itself.
pub(super) fn write_temp<D: Disk>(
    disk: &D,
    target: &Path,
    bytes: &[u8],
    rights_of: Option<&Path>,
) -> Result<(D::Temp, Durability), Why> {
    let name = target.file_name().ok_or(Why::NotAFile)?;
    let temp = disk.create_temp(folder_of(target), name)?;
    fill_temp(disk, temp, bytes, rights_of)
}

/// The temporary file with all the bytes, on the disk itself.
pub(super) fn fill_temp<D: Disk>(
    disk: &D,
    mut temp: D::Temp,
    bytes: &[u8],
    rights_of: Option<&Path>,
) -> Result<(D::Temp, Durability), Why> {
    disk.write(&mut temp, bytes)?;
    if let Some(old) = rights_of {
        // Where rights can't be copied the file stays private: no reason to lose what was said.
        let _ = disk.copy_mode(old, &temp);
    }
    let durability = match disk.sync_file(&temp) {
        Ok(()) => Durability::Full,
        Err(error) if cannot_sync(&error) => Durability::Weak,
        // The temporary file is given up here: after a failed sync nothing is known about its bytes.
        Err(error) => return Err(error.into()),
    };
    Ok((temp, durability))
}

/// `ENOTSUP` and `EINVAL`: the disk knows no sync; no fault of this file.
fn cannot_sync(error: &io::Error) -> bool {
    is_unsupported(error) || error.kind() == ErrorKind::InvalidInput
}

/// What stands under the name now, compared with what was read or saved last.
enum Now {
    Same(Vec<u8>),
    Gone,
    Changed,
}

fn compare<D: Disk>(
    disk: &D,
    target: &Path,
    bytes: &[u8],
    expected: &Fingerprint,
) -> Result<Now, Why> {
    match disk.read(target) {
        // A network drive may have renamed the last time and told otherwise: then it is ours as well.
        Ok(found) if Fingerprint::of(&found) == *expected || found == bytes => Ok(Now::Same(found)),
        Ok(_) => Ok(Now::Changed),
        Err(error) => match error.kind() {
            ErrorKind::NotFound => Ok(Now::Gone),
            // Larger than any of ours, or no file any more: that was seen, though not read.
            ErrorKind::FileTooLarge | ErrorKind::InvalidInput | ErrorKind::IsADirectory => {
                Ok(Now::Changed)
            }
            _ => Err(Why::not_read_back(&error)),
        },
    }
}

fn replace<D: Disk>(disk: &D, temp: D::Temp, target: &Path, old: Option<&[u8]>) -> Result<(), Why> {
    let aside = match old {
        Some(old) => set_aside(disk, target, &disk.temp_path(&temp), old),
        None => Aside::Nothing,
    };
    let done = disk.rename(temp, target, Taken::Replace);
    let previous = previous_path(target);
    // The previous generation is a courtesy: whether it is kept decides nothing.
    let _ = match (aside, &done) {
        (Aside::Link(link), Ok(())) => disk.move_file(&link, &previous),
        (Aside::Link(link), Err(_)) => disk.remove(&link),
        (Aside::Copy(copy), Ok(())) => disk
            .rename(copy, &previous, Taken::Replace)
            .map_err(|failed| failed.source),
        (Aside::Copy(_), Err(_)) | (Aside::Nothing, _) => Ok(()),
    };
    done.map_err(|failed| failed.source.into())
}

/// The generation about to be replaced, under a name of its own until the new one is in place.
enum Aside<T> {
    Link(PathBuf),
    Copy(T),
    Nothing,
}

/// A second name costs no writing and its bytes are on the disk already; a copy where links are unknown.
fn set_aside<D: Disk>(disk: &D, target: &Path, temp: &Path, old: &[u8]) -> Aside<D::Temp> {
    let link = temp.with_extension("previous.tmp");
    if disk.link(target, &link).is_ok() {
        return Aside::Link(link);
    }
    let name = target.file_name().unwrap_or(OsStr::new("session"));
    let copy = disk
        .create_temp(folder_of(target), name)
        .and_then(|mut copy| {
            disk.write(&mut copy, old)?;
            disk.copy_mode(target, &copy)?;
            Ok(copy)
        });
    copy.map_or(Aside::Nothing, Aside::Copy)
}

/// Gives the file the first free name of `NAME.conflict-TIME.ron`, `NAME.conflict-TIME-2.ron`, …
fn land_beside<D: Disk>(disk: &D, mut temp: D::Temp, target: &Path) -> Result<PathBuf, Why> {
    let stem = first_name(target.file_stem().unwrap_or_default());
    let time = disk.now().strftime("%Y%m%dT%H%M%S").to_string();
    for nth in 1..=99 {
        let mut name = stem.clone();
        name.push(format!(".conflict-{time}"));
        if nth > 1 {
            name.push(format!("-{nth}"));
        }
        name.push(".ron");
        let copy = target.with_file_name(name);
        match disk.rename(temp, &copy, Taken::Refuse) {
            Ok(()) => return Ok(copy),
            Err(failed) if failed.source.kind() == ErrorKind::AlreadyExists => temp = failed.temp,
            Err(failed) => return Err(failed.source.into()),
        }
    }
    Err(Why::NameTaken)
}

/// The name without what a conflict has added to it, however often: a copy of a copy is one of the first.
pub(super) fn first_name(stem: &OsStr) -> OsString {
    let Some(name) = stem.to_str() else {
        return stem.to_owned();
    };
    let mut name = name;
    while let Some((first, time)) = name.rsplit_once(".conflict-") {
        let is_time = time.bytes().all(|b| matches!(b, b'0'..=b'9' | b'T' | b'-'));
        if first.is_empty() || !is_time {
            break;
        }
        name = first;
    }
    name.into()
}

pub(super) fn confirm<D: Disk>(
    disk: &D,
    path: &Path,
    bytes: &[u8],
    file: Durability,
    landed: Landed,
) -> Saved {
    let durability = match disk.sync_folder(folder_of(path)) {
        Ok(()) => file,
        Err(error) if cannot_sync(&error) => Durability::Weak,
        Err(_) => Durability::NotConfirmed,
    };
    Saved {
        path: path.to_owned(),
        fingerprint: Fingerprint::of(bytes),
        durability,
        landed,
    }
}

#[cfg(test)]
mod tests;
