//! The few things a save asks of a disk, so that a test can put a disk in memory in its place.

pub mod guarded;

use super::legal::is_legal_on_windows;
use super::patience::{is_held, with_patience, with_patience_for_a_name};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// The largest file that is read, in bytes (8 MiB).
pub const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// What a rename does when something already has the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// The new file takes its place.
    Replace,
    /// Nothing is changed and the rename fails with [`ErrorKind::AlreadyExists`].
    Refuse,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A plain file that may be written.
    File,
    /// A plain file that somebody protected against writing.
    Protected,
    /// A folder, a device, a pipe: nothing to read or to replace.
    NotAFile,
}

/// The operations of a save, each a single step that can fail or be the last one before a power cut.
pub trait Disk {
    /// A temporary file, open for writing; it is removed when it is dropped without a rename.
    type Temp;

    /// Where a symbolic link leads, one step; `None` when the path is no link or does not exist.
    fn link_target(&self, path: &Path) -> io::Result<Option<PathBuf>>;
    /// What stands at the path; [`ErrorKind::NotFound`] when nothing does.
    fn find(&self, path: &Path) -> io::Result<Found>;
    /// The bytes of a plain file of at most [`MOST_BYTES`]; [`ErrorKind::FileTooLarge`] beyond.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Creates an empty file in the folder that nobody else has and only its owner may read.
    ///
    /// Its name is a dot, `name`, a dot, eight letters or digits, `.tmp`.
    fn create_temp(&self, folder: &Path, name: &OsStr) -> io::Result<Self::Temp>;
    /// Where the temporary file is.
    fn temp_path(&self, temp: &Self::Temp) -> PathBuf;
    /// Writes all the bytes.
    fn write(&self, temp: &mut Self::Temp, bytes: &[u8]) -> io::Result<()>;
    /// Gives the temporary file the rights (who may read, who may write) of another file.
    fn copy_mode(&self, from: &Path, temp: &Self::Temp) -> io::Result<()>;
    /// Returns once the bytes are on the disk itself.
    fn sync_file(&self, temp: &Self::Temp) -> io::Result<()>;
    /// Gives the temporary file its final name; on failure the temporary file is handed back.
    fn rename(
        &self,
        temp: Self::Temp,
        to: &Path,
        taken: Taken,
    ) -> Result<(), NotRenamed<Self::Temp>>;
    /// Returns once the names in the folder are on the disk itself.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Gives a file a second name; fails when that name is taken.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Moves a file to another name in its folder, replacing what had that name.
    fn move_file(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Moves a file to a name that nothing has; [`ErrorKind::AlreadyExists`] when something has it.
    fn move_new(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// The clock on the wall, for the name of a conflict copy.
    fn now(&self) -> jiff::civil::DateTime;
}

/// A rename that did not happen.
#[derive(Debug)]
pub struct NotRenamed<T> {
    /// What the system said.
    pub source: io::Error,
    /// The temporary file, still there.
    pub temp: T,
}

/// The disk of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl RealDisk {
    /// The rights that any other program's new file would have in the folder: those that the umask leaves.
    #[cfg(unix)]
    pub(super) fn usual_rights(folder: &Path, name: &OsStr) -> io::Result<fs::Permissions> {
        use std::os::unix::fs::PermissionsExt;
        // Only a file tells them, without a moment in which other threads had another umask. Nothing is in it.
        let probe = temp_builder(&temp_prefix(name))
            .permissions(fs::Permissions::from_mode(0o666))
            .tempfile_in(folder)?;
        Ok(plain_rights(&probe.as_file().metadata()?))
    }
}

/// A temporary file that is held as long as it is written: so a sweep knows what a kill has left.
///
/// Between its making and its holding a sweep may have taken it; then another one is made.
fn temp_that_is_held(folder: &Path, name: &OsStr) -> io::Result<NamedTempFile> {
    loop {
        let temp = temp_builder(&temp_prefix(name)).tempfile_in(folder)?;
        // Where nothing can be held, nothing is swept either.
        let is_held = temp.as_file().try_lock().is_ok();
        if !is_held || temp.path().exists() {
            return Ok(temp);
        }
    }
}

/// Whether nobody writes this temporary file any more. Where nothing can be held, nobody knows.
pub(super) fn is_left_behind(temp: &Path) -> bool {
    let plain = fs::symlink_metadata(temp).is_ok_and(|meta| meta.is_file());
    let file = OpenOptions::new().read(true).write(true).open(temp);
    plain && file.is_ok_and(|file| file.try_lock().is_ok())
}

/// Refuses what can't be the name of a file here: told before anything is made, not after.
pub(super) fn may_be_named(name: &OsStr) -> io::Result<()> {
    if cfg!(windows) && !is_legal_on_windows(&name.to_string_lossy()) {
        return Err(ErrorKind::InvalidFilename.into());
    }
    Ok(())
}

fn temp_prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".");
    prefix
}

/// Names a temporary file as the sweep after a kill knows it.
fn temp_builder(prefix: &OsStr) -> tempfile::Builder<'_, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix).suffix(".tmp").rand_bytes(8);
    builder
}

impl Disk for RealDisk {
    type Temp = NamedTempFile;

    fn link_target(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        match fs::symlink_metadata(path) {
            Ok(meta) if meta.is_symlink() => fs::read_link(path).map(Some),
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            _ => Ok(None),
        }
    }

    fn find(&self, path: &Path) -> io::Result<Found> {
        let meta = fs::metadata(path)?;
        Ok(match (meta.is_file(), meta.permissions().readonly()) {
            (false, _) => Found::NotAFile,
            (true, true) => Found::Protected,
            (true, false) => Found::File,
        })
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        with_patience(|| read_plain(path))
    }

    fn create_temp(&self, folder: &Path, name: &OsStr) -> io::Result<NamedTempFile> {
        may_be_named(name)?;
        temp_that_is_held(folder, name)
    }

    fn temp_path(&self, temp: &NamedTempFile) -> PathBuf {
        temp.path().to_owned()
    }

    fn write(&self, temp: &mut NamedTempFile, bytes: &[u8]) -> io::Result<()> {
        temp.as_file_mut().write_all(bytes)
    }

    fn copy_mode(&self, from: &Path, temp: &NamedTempFile) -> io::Result<()> {
        temp.as_file()
            .set_permissions(plain_rights(&fs::metadata(from)?))
    }

    fn sync_file(&self, temp: &NamedTempFile) -> io::Result<()> {
        let file = temp.as_file();
        file.sync_all()
            .or_else(|error| sync_as_far_as_can_be(file, error))
    }

    fn rename(
        &self,
        temp: NamedTempFile,
        to: &Path,
        taken: Taken,
    ) -> Result<(), NotRenamed<NamedTempFile>> {
        match taken {
            Taken::Replace => replace(temp, to),
            Taken::Refuse => match temp.persist_noclobber(to) {
                Ok(file) => {
                    sync_name(&file);
                    Ok(())
                }
                Err(error) if wants_a_claim(&error.error) => claim_and_replace(error.file, to),
                Err(error) => Err(given_back(error)),
            },
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Windows has no sync for a folder: NTFS keeps a journal of its names, and `sync_name` writes it.
        if cfg!(windows) {
            return Ok(());
        }
        File::open(folder)?.sync_all()
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        with_patience(|| fs::hard_link(from, to))
    }

    fn move_file(&self, from: &Path, to: &Path) -> io::Result<()> {
        with_patience_for_a_name(|| fs::rename(from, to))
    }

    fn move_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        with_patience_for_a_name(|| super::trash::rename_new(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        with_patience_for_a_name(|| fs::remove_file(path))
    }

    fn now(&self) -> jiff::civil::DateTime {
        jiff::Zoned::now().datetime()
    }
}

fn read_plain(path: &Path) -> io::Result<Vec<u8>> {
    // Looked at before it is opened: opening a device can do something, opening a pipe can wait.
    check_readable(&fs::metadata(path)?)?;
    let file = open_without_waiting(path)?;
    check_readable(&file.metadata()?)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

fn check_readable(meta: &fs::Metadata) -> io::Result<()> {
    if !meta.is_file() {
        return Err(ErrorKind::InvalidInput.into());
    }
    if meta.len() > MOST_BYTES {
        return Err(ErrorKind::FileTooLarge.into());
    }
    Ok(())
}

/// Opens for reading; should a pipe have slipped in since it was looked at, this does not hang.
fn open_without_waiting(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        let flags = rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    options.open(path)
}

/// Who may read, write and run; never the bits that lend somebody else's rights.
pub(super) fn plain_rights(meta: &fs::Metadata) -> fs::Permissions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::Permissions::from_mode(meta.permissions().mode() & 0o777)
    }
    #[cfg(not(unix))]
    meta.permissions()
}

/// Whether the file system does not know what was asked of it.
pub(super) fn is_unsupported(error: &io::Error) -> bool {
    // On a Mac `ENOTSUP`, as its network and FAT drives say, is another number than `EOPNOTSUPP`, which alone has a kind.
    #[cfg(unix)]
    let is_number = error.raw_os_error() == Some(rustix::io::Errno::NOTSUP.raw_os_error());
    #[cfg(not(unix))]
    let is_number = false;
    is_number || error.kind() == ErrorKind::Unsupported
}

/// On a Mac the sync goes through to the disk itself, which a network drive does not know: the usual one then gets the
/// bytes out of this machine at least. The error is told all the same, for nothing more is sure.
#[cfg(target_vendor = "apple")]
fn sync_as_far_as_can_be(file: &File, error: io::Error) -> io::Result<()> {
    if is_unsupported(&error) {
        rustix::fs::fsync(file)?;
    }
    Err(error)
}

#[cfg(not(target_vendor = "apple"))]
fn sync_as_far_as_can_be(_file: &File, error: io::Error) -> io::Result<()> {
    Err(error)
}

/// Whether a rename that must not replace failed only because the file system has none, or because of the moment.
fn wants_a_claim(error: &io::Error) -> bool {
    let kind = error.kind();
    is_unsupported(error)
        || is_held(error)
        || matches!(kind, ErrorKind::InvalidInput | ErrorKind::PermissionDenied)
}

fn given_back(error: tempfile::PersistError) -> NotRenamed<NamedTempFile> {
    NotRenamed {
        source: error.error,
        temp: error.file,
    }
}

/// Some file systems can neither refuse a taken name nor link: an empty file claims the name first.
fn claim_and_replace(temp: NamedTempFile, to: &Path) -> Result<(), NotRenamed<NamedTempFile>> {
    if let Err(source) = OpenOptions::new().write(true).create_new(true).open(to) {
        return Err(NotRenamed { source, temp });
    }
    replace(temp, to).inspect_err(|_| {
        // The claim was ours and is empty; if it can't be removed, nothing is lost by it.
        let _ = fs::remove_file(to);
    })
}

#[cfg(not(windows))]
fn replace(temp: NamedTempFile, to: &Path) -> Result<(), NotRenamed<NamedTempFile>> {
    temp.persist(to).map(drop).map_err(given_back)
}

/// The standard library's rename, unlike others, also replaces a file that somebody reads at the moment.
#[cfg(windows)]
fn replace(temp: NamedTempFile, to: &Path) -> Result<(), NotRenamed<NamedTempFile>> {
    let mut from = match tempfile::TempPath::try_from_path(temp.path()) {
        Ok(from) => from,
        Err(source) => return Err(NotRenamed { source, temp }),
    };
    // Freed of its mark first: what is temporary is kept from the disk as long as can be.
    let file = match temp.keep() {
        Ok((file, _)) => file,
        Err(error) => {
            from.disable_cleanup(true);
            return Err(given_back(error));
        }
    };
    match with_patience_for_a_name(|| fs::rename(&from, to)) {
        Ok(()) => {
            from.disable_cleanup(true);
            sync_name(&file);
            Ok(())
        }
        Err(source) => {
            let temp = NamedTempFile::from_parts(file, from);
            Err(NotRenamed { source, temp })
        }
    }
}

/// Gets the new name onto the disk where a folder can't be synced: NTFS keeps it with what else it knows of the file.
fn sync_name(file: &File) {
    if cfg!(windows) {
        // The bytes are safe since before the rename, and nothing more can be done for the name.
        let _ = file.sync_all();
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_temporary_file_is_private_and_goes_when_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let temp = RealDisk
            .create_temp(folder.path(), OsStr::new("acme.ron"))
            .unwrap();
        let path = RealDisk.temp_path(&temp);
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        assert!(name.starts_with(".acme.ron."), "{name}");
        assert_eq!(path.extension(), Some(OsStr::new("tmp")));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        drop(temp);
        assert!(!path.exists());
    }

    #[test]
    fn a_rename_that_must_not_replace_hands_the_file_back() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there");
        fs::write(&there, "mine").unwrap();
        let temp = RealDisk
            .create_temp(folder.path(), OsStr::new("x"))
            .unwrap();
        let failed = RealDisk.rename(temp, &there, Taken::Refuse).unwrap_err();
        assert_eq!(failed.source.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&there).unwrap(), b"mine");
    }

    #[test]
    fn a_claimed_name_is_never_somebody_elses() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("there");
        let mut temp = NamedTempFile::new_in(folder.path()).unwrap();
        temp.write_all(b"new").unwrap();
        claim_and_replace(temp, &there).unwrap();
        let other = NamedTempFile::new_in(folder.path()).unwrap();
        assert!(claim_and_replace(other, &there).is_err());
        assert_eq!(fs::read(&there).unwrap(), b"new");
    }

    #[test]
    fn more_than_eight_mebibytes_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        File::create(&path)
            .unwrap()
            .set_len(MOST_BYTES + 1)
            .unwrap();
        let error = RealDisk.read(&path).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::FileTooLarge);
    }
}
