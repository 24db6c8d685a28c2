//! Writes what goes out of the house, such as a report: a new file, whole or not at all, never over a file of ours.

#[cfg(unix)]
use super::disk::plain_rights;
use super::disk::{Disk, Found, RealDisk, Taken, may_be_named};
use super::folders::{self, Folders, sweep_of};
use super::own::is_own;
use super::save::{Landed, Why, confirm, fill_temp, folder_of, follow};
use super::visible::shown;
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

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
/// other program's would have (the umask's), once it has its name. One that is replaced keeps its own. Nothing that is
/// the program's own is replaced, by whatever name it is reached.
pub fn write_new(
    path: &Path,
    bytes: &[u8],
    replace: Replace,
    folders: &Folders,
) -> Result<(), NotWritten> {
    write(path, bytes, replace, folders).map_err(|why| NotWritten {
        path: path.to_owned(),
        why,
    })
}

fn write(path: &Path, bytes: &[u8], replace: Replace, folders: &Folders) -> Result<(), WhyNot> {
    let disk = |error: io::Error| WhyNot::Disk(error.into());
    // First of all: even to look at a device may do something.
    may_be_named(path.file_name().unwrap_or_default()).map_err(disk)?;
    let target = follow(&RealDisk, path).map_err(disk)?;
    let name = target.file_name().ok_or(WhyNot::Disk(Why::NotAFile))?;
    let folder = folder_of(&target);
    let taken = match (RealDisk.find(&target), replace) {
        (Ok(Found::NotAFile), _) => return Err(WhyNot::Disk(Why::NotAFile)),
        (Err(error), _) if error.kind() != ErrorKind::NotFound => return Err(disk(error)),
        _ if is_own(&target, folders).map_err(disk)? => return Err(WhyNot::IsOurs),
        (Err(_), _) => Taken::Refuse,
        (Ok(_), Replace::Never) => return Err(WhyNot::IsThere),
        (Ok(Found::Protected), _) => return Err(WhyNot::Disk(Why::Protected)),
        (Ok(Found::File), Replace::IfNotOurs) => Taken::Replace,
    };
    if !folder.is_dir() {
        return Err(WhyNot::NoFolder);
    }
    // What a kill has left of this name is no use to anybody, and this folder may not be the program's to sweep.
    let _ = sweep_of(folder, |of| OsStr::new(of) == name);
    #[cfg(unix)]
    let rights = match taken {
        Taken::Refuse => RealDisk::usual_rights(folder, name).map_err(disk)?,
        Taken::Replace => plain_rights(&target.metadata().map_err(disk)?),
    };
    let temp = RealDisk.create_temp(folder, name).map_err(disk)?;
    let (temp, durability) = fill_temp(&RealDisk, temp, bytes, None).map_err(WhyNot::Disk)?;
    #[cfg(unix)]
    let file = temp.as_file().try_clone().map_err(disk)?;
    RealDisk
        .rename(temp, &target, taken)
        .map_err(|failed| match failed.source.kind() {
            ErrorKind::AlreadyExists => WhyNot::IsThere,
            _ => disk(failed.source),
        })?;
    // Private until it has its name: what a kill leaves before that is nobody else's. Where rights can't be given it
    // stays private.
    #[cfg(unix)]
    let _ = file.set_permissions(rights);
    confirm(&RealDisk, &target, bytes, durability, Landed::There);
    Ok(())
}

/// Where a report of a session goes when nobody names a place: `reports/` in the data folder, named after
/// the session's file, with `-2`, `-3` … where that is taken.
pub fn default_path(data: &Path, session: &Path, ending: &str) -> PathBuf {
    let folder = folders::reports(data);
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
    let own = Folders {
        data: data.to_owned(),
        config: data.join("config"),
    };
    loop {
        let path = default_path(data, session, ending);
        let is_taken = path.symlink_metadata().is_ok();
        folders::make(folder_of(&path)).map_err(|error| NotWritten {
            path: path.clone(),
            why: WhyNot::Disk(error.into()),
        })?;
        match write_new(&path, bytes, Replace::Never, &own) {
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
