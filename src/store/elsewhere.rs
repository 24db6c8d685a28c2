//! Where a session went on when its own file could not be written: noted in its lock file, whose room is made as long as
//! there is room, so that it can be noted on a full disk too; else in the folder of the settings.
//!
//! A note that is damaged is none, and one that is outdated does no harm: it counts only as long as the session's file is
//! as it was left then.

use super::lock::lock_path;
use super::saved::Fingerprint;
use super::{folders, save};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The bytes of a lock file that are kept for a note.
const ROOM: usize = 1024;
/// More than any note has.
const MOST_BYTES: u64 = 64 * 1024;
/// How a note begins.
const HEAD: &str = "customer-hat: this session went on elsewhere";
/// How the name of a note in the folder of the settings begins.
const START_OF_NAME: &str = ".elsewhere-";

/// A session that went on elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its own file.
    pub session: PathBuf,
    /// The file where it went on.
    pub to: PathBuf,
    /// What stood in its own file then, if there was one.
    pub left: Option<Fingerprint>,
}

impl Elsewhere {
    /// The session of this file went on in another one, when this stood in its own.
    pub fn new(session: &Path, left: Option<Fingerprint>, to: &Path) -> Self {
        Self {
            session: resolved(session),
            to: resolved(to),
            left,
        }
    }

    /// Whether its own file, of which this is the fingerprint now, is as it was left: then it is older for sure.
    pub fn is_newer_than(&self, now: Option<Fingerprint>) -> bool {
        now.is_none() || now == self.left
    }

    /// Notes it where the next start looks: with the session, else in the first of these folders that takes it.
    pub fn note(&self, others: &[PathBuf]) -> io::Result<()> {
        let bytes = self.bytes();
        let lock = lock_path(&self.session);
        let mut noted = put(&lock, &bytes);
        for folder in others {
            if noted.is_ok() {
                break;
            }
            let name = format!("{START_OF_NAME}{:08x}", crc(&self.session));
            noted = folders::make(folder).and_then(|()| put(&folder.join(name), &bytes));
        }
        noted
    }

    fn bytes(&self) -> Vec<u8> {
        let left = self
            .left
            .map_or("nothing".to_owned(), |left| left.to_string());
        let body = [
            as_bytes(&self.session),
            left.as_bytes(),
            as_bytes(&self.to),
            b"",
        ]
        .join(&0);
        let crc = crc32fast::hash(&body);
        [format!("{HEAD}\n{crc:08x}\n").as_bytes(), &body].concat()
    }

    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(HEAD.as_bytes())?.strip_prefix(b"\n")?;
        let (crc, rest) = rest.split_at_checked(8)?;
        let rest = rest.strip_prefix(b"\n")?;
        let mut parts = rest.split(|byte| *byte == 0);
        let (session, left, to) = (parts.next()?, parts.next()?, parts.next()?);
        let body = [session, left, to, b""].join(&0);
        let crc = u32::from_str_radix(str::from_utf8(crc).ok()?, 16).ok()?;
        if crc != crc32fast::hash(&body) {
            return None;
        }
        let left = match left {
            b"nothing" => None,
            words => Some(str::from_utf8(words).ok()?.parse().ok()?),
        };
        Some(Self {
            session: path_of(session),
            to: path_of(to),
            left,
        })
    }
}

/// The note about a session, if it went on elsewhere.
pub fn of(session: &Path, others: &[PathBuf]) -> Option<Elsewhere> {
    let session = resolved(session);
    let beside = of_file(&lock_path(&session));
    let name = format!("{START_OF_NAME}{:08x}", crc(&session));
    beside.or_else(|| {
        others
            .iter()
            .find_map(|folder| of_file(&folder.join(&name)).filter(|one| one.session == session))
    })
}

/// Every note about the sessions of a folder.
pub(super) fn all_of(folder: &Path, others: &[PathBuf]) -> Vec<Elsewhere> {
    let folder = resolved(folder);
    let names = |folder: &Path, is_note: &dyn Fn(&str) -> bool| -> Vec<PathBuf> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let notes = entries.filter(|entry| is_note(&entry.file_name().to_string_lossy()));
        notes.map(|entry| entry.path()).collect()
    };
    let mut all = Vec::new();
    for lock in names(&folder, &is_lock) {
        // A lock file that was moved along with its folder speaks of the session that it lies beside.
        let beside = of_file(&lock).and_then(|note| {
            let session = folder.join(note.session.file_name()?);
            Some(Elsewhere { session, ..note })
        });
        all.extend(beside.filter(|one| lock_path(&one.session) == lock));
    }
    for other in others {
        let notes = names(other, &|name| name.starts_with(START_OF_NAME));
        let notes = notes.iter().filter_map(|note| of_file(note));
        all.extend(notes.filter(|one| one.session.parent() == Some(&folder)));
    }
    all.sort_by(|one, other| one.session.cmp(&other.session));
    all
}

/// Whether a session's lock file may be called so.
fn is_lock(name: &str) -> bool {
    let name = name.strip_prefix('.');
    name.is_some_and(|name| name.strip_suffix(".lock").is_some())
}

/// Forgets every note of a folder's sessions that leads to this file: it is in the trash.
pub(super) fn forget(folder: &Path, others: &[PathBuf], to: &Path) {
    for one in all_of(folder, others).iter().filter(|one| one.to == to) {
        // A note that stays does no harm: what it leads to is gone, and that is told.
        let _ = put(&lock_path(&one.session), &[]);
        for folder in others {
            let name = format!("{START_OF_NAME}{:08x}", crc(&one.session));
            let _ = fs::remove_file(folder.join(name));
        }
    }
}

/// Makes room in a lock file that has none: from then on a note needs no more of the disk.
pub(super) fn make_room(lock: &mut File) {
    if lock.metadata().is_ok_and(|meta| meta.len() == 0) {
        // Without it a full disk takes no note, and the last words of the program say where the session is.
        let _ = lock.write_all(&[0; ROOM]);
    }
}

/// Writes into the room there is; what was noted there before is gone.
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    let length = usize::try_from(file.metadata()?.len().min(MOST_BYTES)).unwrap_or(ROOM);
    let mut all = bytes.to_vec();
    all.resize(length.max(ROOM).max(bytes.len()), 0);
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&all)
}

fn of_file(path: &Path) -> Option<Elsewhere> {
    let meta = fs::metadata(path).ok()?;
    if !meta.is_file() || meta.len() > MOST_BYTES || meta.len() == 0 {
        return None;
    }
    Elsewhere::of_bytes(&fs::read(path).ok()?)
}

/// The path with its folder as the system calls it, whatever links led there.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let path = save::follow(&super::disk::RealDisk, path).unwrap_or_else(|_| path.to_owned());
    match (save::folder_of(&path).canonicalize(), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        (Err(error), _) if error.kind() != ErrorKind::NotFound => path,
        _ => std::path::absolute(&path).unwrap_or(path),
    }
}

fn crc(path: &Path) -> u32 {
    crc32fast::hash(as_bytes(path))
}

fn as_bytes(path: &Path) -> &[u8] {
    path.as_os_str().as_encoded_bytes()
}

fn path_of(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    {
        use std::os::unix::ffi::OsStrExt;
        PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
    }
    #[cfg(not(unix))]
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn note(folder: &Path) -> Elsewhere {
        Elsewhere {
            session: resolved(&folder.join("acme.ron")),
            to: PathBuf::from("/media/sti\nck/a\u{202e}cme.ron"),
            left: Some(Fingerprint::of(b"left")),
        }
    }

    #[test]
    fn what_is_noted_is_found_and_one_that_is_damaged_anywhere_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let one = note(folder.path());
        one.note(&[]).unwrap();
        assert_eq!(of(&one.session, &[]), Some(one.clone()));
        assert_eq!(all_of(folder.path(), &[]), std::slice::from_ref(&one));
        let bytes = one.bytes();
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut damaged = bytes.clone();
                damaged[at] ^= 1 << bit;
                // A capital among the digits of the checksum is the same number.
                let found = Elsewhere::of_bytes(&damaged);
                assert!(
                    found.is_none() || found.as_ref() == Some(&one),
                    "{at}.{bit}"
                );
            }
            // Its last byte is one of the many that fill the room.
            let cut = Elsewhere::of_bytes(&bytes[..at]);
            assert!(cut.is_none() || at + 1 == bytes.len(), "cut at {at}");
        }
        forget(folder.path(), &[], &one.to);
        assert_eq!(all_of(folder.path(), &[]), []);
    }

    #[test]
    fn where_the_session_lies_on_no_disk_that_takes_it_the_note_is_with_the_settings() {
        let root = tempfile::tempdir().unwrap();
        let gone = root.path().join("gone");
        let others = [root.path().join("config")];
        let one = note(&gone);
        one.note(&others).unwrap();
        assert_eq!(of(&one.session, &others), Some(one.clone()));
        assert_eq!(all_of(&gone, &others), [one]);
    }

    #[test]
    fn a_note_counts_as_long_as_the_file_is_as_it_was_left() {
        let one = note(Path::new("/data"));
        assert!(one.is_newer_than(None) && one.is_newer_than(one.left));
        assert!(!one.is_newer_than(Some(Fingerprint::of(b"gone on with"))));
    }
}
