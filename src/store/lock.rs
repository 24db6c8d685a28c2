//! One writer for each session: a lock on a file beside it, freed by the system however the program ends.

use super::disk::may_be_named;
use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Windows' mark for a file that is not shown.
#[cfg(windows)]
const HIDDEN: u32 = 2;

/// What came of asking to be the one writer of a session.
#[derive(Debug)]
pub enum Lock {
    /// This program is the only writer for as long as the guard lives.
    Held(LockGuard),
    /// Another running program writes to this session.
    TakenByAnother,
    /// No lock can be had here (a network drive, a folder without the right to write), and why, in
    /// words for a person. The check before each save still guards the file.
    Unsupported(String),
}

/// Holds the lock until it is dropped. The lock file stays: removing it would let two hold it.
#[derive(Debug)]
pub struct LockGuard {
    _file: File,
}

/// Asks to be the one writer of the session at `session`, without waiting.
pub fn take(session: &Path) -> Lock {
    // Whoever comes through a symbolic link asks for the same lock as whoever comes directly.
    let lock = match super::save::follow(&super::disk::RealDisk, session) {
        Ok(target) => lock_path(&target),
        Err(error) => return unsupported(&error),
    };
    let mut file = match open(&lock) {
        Ok(file) => file,
        Err(error) => return unsupported(&error),
    };
    match file.try_lock() {
        Ok(()) => {
            super::elsewhere::make_room(&mut file);
            Lock::Held(LockGuard { _file: file })
        }
        Err(TryLockError::WouldBlock) => Lock::TakenByAnother,
        Err(TryLockError::Error(error)) => unsupported(&error),
    }
}

/// The lock file of a session: `.NAME.lock` in the same folder.
pub fn lock_path(session: &Path) -> PathBuf {
    super::save::beside(session, "lock")
}

fn open(path: &Path) -> io::Result<File> {
    may_be_named(path.file_name().unwrap_or_default())?;
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    #[cfg(windows)]
    {
        use std::os::windows::fs::OpenOptionsExt;
        // A dot at its start hides nothing there.
        options.attributes(HIDDEN);
    }
    options.open(path)
}

fn unsupported(error: &io::Error) -> Lock {
    let reason = super::visible::harmless(&error.to_string());
    Lock::Unsupported(format!(
        "this folder keeps no locks ({reason}): open the session in one window only"
    ))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_second_writer_is_refused_until_the_first_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("acme.ron");
        let first = take(&session);
        assert!(matches!(first, Lock::Held(_)));
        assert!(matches!(take(&session), Lock::TakenByAnother));
        drop(first);
        assert!(matches!(take(&session), Lock::Held(_)));
        assert!(folder.path().join(".acme.ron.lock").exists());
    }

    #[test]
    fn where_no_lock_file_can_be_the_reason_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let Lock::Unsupported(reason) = take(&folder.path().join("gone").join("acme.ron")) else {
            panic!("a lock in a folder that does not exist");
        };
        assert!(reason.contains("one window only"), "{reason}");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_session_shares_its_lock() {
        let folder = tempfile::tempdir().unwrap();
        let session = folder.path().join("acme.ron");
        std::fs::write(&session, "").unwrap();
        let link = folder.path().join("link.ron");
        std::os::unix::fs::symlink("acme.ron", &link).unwrap();
        let _first = take(&session);
        assert!(matches!(take(&link), Lock::TakenByAnother));
    }
}
