//! Writes what goes out of the house, such as a report: a new file, whole or not at all, never over a file of ours.

use super::disk::{Disk, Found, RealDisk, Taken, may_be_named};
use super::folders;
use super::save::{Landed, Why, confirm, fill_temp, folder_of, follow};
use super::visible::shown;
use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

/// How every file of ours begins, sessions, exercises, themes and settings alike.
const OURS: &[u8] = b"#![type = \"customer-hat/";

/// How many reports of one session and kind get a name of their own.
const MOST_NAMESAKES: u16 = 999;

/// What happens to a file that has the name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replace {
    /// It stays, and nothing is written.
    Never,
    /// It is replaced, unless it is a session or another file of ours.
    IfNotOurs,
}

/// Nothing was written, and what was there is as it was.
#[derive(Debug, thiserror::Error)]
#[error("{} is not written: {why}", shown(path))]
pub struct NotWritten {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub why: WhyNot,
}

/// Why nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhyNot {
    /// There is a file of this name, and it may not be replaced.
    #[error("it is there already, and was left as it is")]
    IsThere,
    /// There is a session, an exercise, a theme or the settings of this name.
    #[error("it is a file of customer-hat's own, and was left as it is. Choose another name")]
    IsOurs,
    /// There is no folder to write into.
    #[error("there is no such folder. Make it, or choose another")]
    NoFolder,
    /// The disk did not take it.
    #[error("{0}")]
    Disk(Why),
}

/// Writes a file: to a temporary one beside it first, so that nothing half is ever left under its name.
///
/// A session is private to its owner; this is made to be handed out, so the new file has the rights that any
/// other program's would have (the umask's). One that is replaced keeps its own.
pub fn write_new(path: &Path, bytes: &[u8], replace: Replace) -> Result<(), NotWritten> {
    write(path, bytes, replace).map_err(|why| NotWritten {
        path: path.to_owned(),
        why,
    })
}

fn write(path: &Path, bytes: &[u8], replace: Replace) -> Result<(), WhyNot> {
    let disk = |error: io::Error| WhyNot::Disk(error.into());
    // First of all: even to look at a device may do something.
    may_be_named(path.file_name().unwrap_or_default()).map_err(disk)?;
    let target = follow(&RealDisk, path).map_err(disk)?;
    let (rights_of, taken) = match (RealDisk.find(&target), replace) {
        (Err(error), _) if error.kind() == ErrorKind::NotFound => (None, Taken::Refuse),
        (Err(error), _) => return Err(disk(error)),
        (Ok(Found::NotAFile), _) => return Err(WhyNot::Disk(Why::NotAFile)),
        (Ok(_), _) if is_ours(&target).map_err(disk)? => return Err(WhyNot::IsOurs),
        (Ok(_), Replace::Never) => return Err(WhyNot::IsThere),
        (Ok(Found::Protected), _) => return Err(WhyNot::Disk(Why::Protected)),
        (Ok(Found::File), Replace::IfNotOurs) => (Some(target.as_path()), Taken::Replace),
    };
    if !folder_of(&target).is_dir() {
        return Err(WhyNot::NoFolder);
    }
    let name = target.file_name().ok_or(WhyNot::Disk(Why::NotAFile))?;
    let temp = RealDisk::create_temp_to_hand_out(folder_of(&target), name).map_err(disk)?;
    let (temp, durability) = fill_temp(&RealDisk, temp, bytes, rights_of).map_err(WhyNot::Disk)?;
    RealDisk
        .rename(temp, &target, taken)
        .map_err(|failed| match failed.source.kind() {
            ErrorKind::AlreadyExists => WhyNot::IsThere,
            _ => disk(failed.source),
        })?;
    confirm(&RealDisk, &target, bytes, durability, Landed::There);
    Ok(())
}

/// Whether the file begins as ours do, or as ours do after a byte order mark.
fn is_ours(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?
        .take(OURS.len() as u64 + 3)
        .read_to_end(&mut start)?;
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
    Ok(start.starts_with(OURS))
}

/// Where a report of a session goes when nobody names a place: `reports/` in the data folder, named after
/// the session's file, with `-2`, `-3` … where that is taken.
pub fn default_path(data: &Path, session: &Path, ending: &str) -> PathBuf {
    let folder = data.join("reports");
    let stem = session
        .file_stem()
        .map_or("session".into(), |stem| stem.to_string_lossy());
    let namesakes = (2..=MOST_NAMESAKES).map(|nth| folder.join(format!("{stem}-{nth}.{ending}")));
    let first = folder.join(format!("{stem}.{ending}"));
    std::iter::once(first.clone())
        .chain(namesakes)
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or(first)
}

/// Writes a report where nobody named a place, and says where that is. Never replaces a file.
pub fn write_beside(
    data: &Path,
    session: &Path,
    ending: &str,
    bytes: &[u8],
) -> Result<PathBuf, NotWritten> {
    loop {
        let path = default_path(data, session, ending);
        let is_taken = path.symlink_metadata().is_ok();
        folders::make(folder_of(&path)).map_err(|error| NotWritten {
            path: path.clone(),
            why: WhyNot::Disk(error.into()),
        })?;
        match write_new(&path, bytes, Replace::Never) {
            Ok(()) => return Ok(path),
            // Somebody else took the name since it was looked for.
            Err(NotWritten {
                why: WhyNot::IsThere,
                ..
            }) if !is_taken => {}
            Err(error) => return Err(error),
        }
    }
}
