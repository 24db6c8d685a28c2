//! The trash: sessions that were deleted, in a folder of their own, from which they can be taken back.
//!
//! A file goes as it is, byte for byte, readable or not; no name is ever replaced. Its lock file stays
//! behind, for another window may be about to ask for it. The generation before the last one goes along.
//! A conflict copy is a session of its own and stays.

use super::disk::{Disk, RealDisk};
use super::elsewhere;
use super::folders;
use super::lock::{self, Lock};
use super::save::{Why, previous_path};
use super::shelf::Shelf;
use super::visible::shown;
use crate::model::heading::{Listing, Trashed};
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// How many files of one name can lie in one folder.
const MOST_NAMESAKES: u16 = 999;

/// A file that was moved to another folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where it is now.
    pub path: PathBuf,
    /// Whether another file had its name there, so that it has a number more in its own.
    pub renamed: bool,
    /// Whether the disk has confirmed it: else a power cut right now may undo the move, and loses nothing.
    pub confirmed: bool,
}

/// A file that was not moved; it is where it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotMoved {
    /// Another window holds it.
    #[error("{0} is open in another window. Close it there first")]
    OpenElsewhere(String),
    /// Nothing has this name any more.
    #[error("{0} is not there any more")]
    Gone(String),
    /// The disk refused.
    #[error("{0} stays where it is: {1}")]
    Refused(String, Why),
}

impl Shelf {
    /// Where deleted sessions lie.
    pub fn trash(&self) -> PathBuf {
        self.folder().join(folders::TRASH)
    }

    /// What lies in the trash.
    pub fn trashed(&self) -> Trashed {
        let Listing {
            headings,
            unreadable,
            incomplete,
            ..
        } = Self::in_folder(&self.trash()).list();
        Trashed {
            headings,
            unreadable,
            incomplete,
        }
    }

    /// What is there, with what lies in the trash.
    pub fn list_all(&self) -> Listing {
        let trashed = self.trashed();
        Listing {
            trashed,
            ..self.list()
        }
    }

    /// Moves a session, or a file that can't be read, to the trash.
    pub fn to_trash(&self, path: &Path) -> Result<Moved, NotMoved> {
        let moved = move_to(path, &self.trash());
        if matches!(moved, Ok(_) | Err(NotMoved::Gone(_))) {
            elsewhere::forget(self.folder(), self.others(), path);
        }
        moved
    }

    /// Takes a file back from the trash, under another name where its own was given away meanwhile.
    pub fn take_back(&self, path: &Path) -> Result<Moved, NotMoved> {
        move_to(path, self.folder())
    }
}

fn move_to(path: &Path, folder: &Path) -> Result<Moved, NotMoved> {
    let name = shown(path.file_name().unwrap_or_default());
    if path.symlink_metadata().is_err() {
        return Err(NotMoved::Gone(name));
    }
    let _guard = match lock::take(path) {
        Lock::Held(guard) => Some(guard),
        Lock::TakenByAnother => return Err(NotMoved::OpenElsewhere(name)),
        Lock::Unsupported(_) => None,
    };
    folders::make(folder)
        .map_err(Why::from)
        .and_then(|()| carry(&RealDisk, path, folder))
        .map_err(|why| NotMoved::Refused(name, why))
}

/// Moves a file to another folder of the same disk, with the generation before it; never replaces one.
///
/// The order: rename, sync the new folder, sync the old one. Wherever it is cut off, the file is whole under
/// one of the two names.
pub fn carry<D: Disk>(disk: &D, from: &Path, folder: &Path) -> Result<Moved, Why> {
    let name = Path::new(from.file_name().ok_or(Why::NotAFile)?);
    let (path, renamed) = rename_into(disk, from, &folder.join(name))?;
    // The generation before is a courtesy: whether it comes along decides nothing.
    let _ = disk.move_new(&previous_path(from), &previous_path(&path));
    let old = from.parent().unwrap_or(Path::new("."));
    let synced = disk
        .sync_folder(folder)
        .and_then(|()| disk.sync_folder(old));
    Ok(Moved {
        path,
        renamed,
        confirmed: synced.is_ok(),
    })
}

/// Gives the file the first free one of `NAME.ron`, `NAME-2.ron`, `NAME-3.ron` …, its ending as it is: where capitals count,
/// its lock and the copies beside it are called by it.
fn rename_into<D: Disk>(disk: &D, from: &Path, to: &Path) -> Result<(PathBuf, bool), Why> {
    let stem = to.file_stem().unwrap_or_default();
    let ending = to.extension().unwrap_or(OsStr::new("ron"));
    for nth in 1..=MOST_NAMESAKES {
        let mut name = stem.to_owned();
        if nth > 1 {
            name.push(format!("-{nth}"));
        }
        name.push(".");
        name.push(ending);
        let path = to.with_file_name(name);
        match disk.move_new(from, &path) {
            Ok(()) => return Ok((path, nth > 1)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Why::NameTaken)
}

/// A rename that refuses a taken name, in one step where the system has one.
pub(super) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    {
        use rustix::fs::{CWD, RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
            // The kernel or the file system has no such rename.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            done => return done.map_err(io::Error::from),
        }
    }
    claim_and_rename(from, to)
}

/// An empty file claims the name first, so that nobody else's is replaced.
fn claim_and_rename(from: &Path, to: &Path) -> io::Result<()> {
    from.symlink_metadata()?;
    std::fs::File::create_new(to)?;
    std::fs::rename(from, to).inspect_err(|_| {
        // The claim was ours and is empty; if it can't be removed, nothing is lost by it.
        let _ = std::fs::remove_file(to);
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::fs;

    #[test]
    fn a_taken_name_is_refused_with_and_without_help_of_the_system() {
        let folder = tempfile::tempdir().unwrap();
        let [from, to] = ["from.ron", "to.ron"].map(|name| folder.path().join(name));
        for rename in [rename_new, claim_and_rename] {
            fs::write(&from, "new").unwrap();
            fs::write(&to, "mine").unwrap();
            let error = rename(&from, &to).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::AlreadyExists);
            assert_eq!(fs::read(&to).unwrap(), b"mine");
            fs::remove_file(&to).unwrap();
            rename(&from, &to).unwrap();
            assert_eq!(fs::read(&to).unwrap(), b"new");
            assert_eq!(
                rename(&from, &to.with_extension("x")).unwrap_err().kind(),
                ErrorKind::NotFound
            );
            assert!(!to.with_extension("x").exists());
        }
    }
}
