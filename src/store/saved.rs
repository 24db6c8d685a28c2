//! What comes of a save: where it went and how sure it is, or why it did not happen and what to do.

use super::patience::is_held;
use super::visible::{harmless, shown};
use std::fmt;
use std::io::{self, ErrorKind};
use std::num::ParseIntError;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Tells one content of a file from another: its length in bytes and its CRC-32.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    length: u64,
    crc: u32,
}

impl Fingerprint {
    /// The fingerprint of these bytes, as they stand in the file.
    pub fn of(bytes: &[u8]) -> Self {
        Self {
            length: bytes.len() as u64,
            crc: crc32fast::hash(bytes),
        }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:08x}", self.length, self.crc)
    }
}

impl FromStr for Fingerprint {
    type Err = ParseIntError;

    fn from_str(words: &str) -> Result<Self, ParseIntError> {
        let (length, crc) = words.split_once(' ').unwrap_or((words, ""));
        Ok(Self {
            length: length.parse()?,
            crc: u32::from_str_radix(crc, 16)?,
        })
    }
}

/// How sure it is that a power cut right now would lose nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// The disk says that it has everything.
    Full,
    /// The disk (a network drive, mostly) can't be asked to write at once; it will in its own time.
    Weak,
    /// The new file is in place, but the disk did not confirm its name: "saved, not confirmed by the disk".
    NotConfirmed,
}

/// Which file the bytes went to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Landed {
    /// The file that was asked for.
    There,
    /// The file that was asked for; it had gone since it was read, and is there again.
    Again,
    /// A copy beside it: the file had been changed by somebody else, and was left as it is.
    ConflictCopy,
}

/// A save that went well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// Where the bytes are: save there the next time.
    pub path: PathBuf,
    /// What to expect there at the next save.
    pub fingerprint: Fingerprint,
    /// Whether it would survive a power cut.
    pub durability: Durability,
    /// Which file it was.
    pub landed: Landed,
}

impl Saved {
    /// The copy beside the file, when somebody else had changed the file.
    pub fn conflict(&self) -> Option<&Path> {
        (self.landed == Landed::ConflictCopy).then_some(self.path.as_path())
    }
}

/// A save that did not happen. What was on disk before is there as it was.
#[derive(Debug, thiserror::Error)]
#[error("{} is not saved: {why}", shown(path))]
pub struct SaveError {
    /// The file that was to be saved.
    pub path: PathBuf,
    /// What stood in the way.
    pub why: Why,
}

/// What stood in the way of a save, and what a person can do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// No room, or none left for this person.
    #[error("the disk is full. Make room on it, or save somewhere else")]
    DiskFull,
    /// The folder refuses this person.
    #[error(
        "this folder can't be written to. Choose another folder, or ask for the right to write here"
    )]
    NotAllowed,
    /// The disk refuses everybody.
    #[error("this disk can only be read. Save somewhere else")]
    ReadOnlyDisk,
    /// The folder is not there (any more).
    #[error(
        "the folder is gone. Plug its drive in again or make the folder again, or save somewhere else"
    )]
    FolderGone,
    /// The name is taken and must not be replaced.
    #[error("a file of this name is there already, and was left as it is. Choose another name")]
    NameTaken,
    /// Too long, or with signs that a name can't have here.
    #[error("a file can't have this name here. Choose a shorter one of letters, digits and dashes")]
    BadName,
    /// Another program lets nobody at the file.
    #[error("another program keeps the file to itself. Close it there, or save somewhere else")]
    Held,
    /// Somebody protected the file.
    #[error(
        "the file is protected against writing. Take the protection off, or save under another name"
    )]
    Protected,
    /// The name belongs to a folder, a device or a pipe.
    #[error("something that is no file has this name. Choose another name")]
    NotAFile,
    /// More than the 8 MiB that can be read again, or than the disk takes in one file.
    #[error(
        "it has grown too large for one file. Go on in a new session; nothing is lost up to here"
    )]
    TooLarge,
    /// What stands there can't be read, so nobody knows whether it may be replaced.
    #[error(
        "what stands in the file can't be read back ({0}), so it was left as it is. Try again, or save somewhere else"
    )]
    NotReadBack(String),
    /// Anything else, as the system said it.
    #[error("the disk reported a fault ({0}). Try again, or save somewhere else")]
    Other(String),
}

impl Why {
    /// The file that is to be replaced could not be read.
    pub(super) fn not_read_back(error: &io::Error) -> Self {
        Self::NotReadBack(harmless(&error.to_string()))
    }
}

impl From<io::Error> for Why {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyDisk,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::FolderGone,
            ErrorKind::AlreadyExists => Self::NameTaken,
            ErrorKind::FileTooLarge => Self::TooLarge,
            ErrorKind::InvalidFilename => Self::BadName,
            _ if is_held(&error) => Self::Held,
            _ => Self::Other(harmless(&error.to_string())),
        }
    }
}
