//! A disk that asks before each step whether it may still be taken: so a save that hangs is given up, and writes nothing
//! when it comes back.

use super::{Disk, Found, NotRenamed, Taken};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

/// A disk with a guard before it, which is told the name of each step and may refuse it.
#[derive(Debug, Clone)]
pub struct Guarded<'d, D, F> {
    /// The disk.
    pub disk: &'d D,
    /// The guard.
    pub guard: F,
}

impl<D: Disk, F: Fn(&'static str) -> io::Result<()>> Disk for Guarded<'_, D, F> {
    type Temp = D::Temp;

    fn link_target(&self, path: &Path) -> io::Result<Option<PathBuf>> {
        (self.guard)("link_target")?;
        self.disk.link_target(path)
    }

    fn find(&self, path: &Path) -> io::Result<Found> {
        (self.guard)("find")?;
        self.disk.find(path)
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        (self.guard)("read")?;
        self.disk.read(path)
    }

    fn create_temp(&self, folder: &Path, name: &OsStr) -> io::Result<D::Temp> {
        (self.guard)("create_temp")?;
        self.disk.create_temp(folder, name)
    }

    fn temp_path(&self, temp: &D::Temp) -> PathBuf {
        self.disk.temp_path(temp)
    }

    fn write(&self, temp: &mut D::Temp, bytes: &[u8]) -> io::Result<()> {
        (self.guard)("write")?;
        self.disk.write(temp, bytes)
    }

    fn copy_mode(&self, from: &Path, temp: &D::Temp) -> io::Result<()> {
        (self.guard)("copy_mode")?;
        self.disk.copy_mode(from, temp)
    }

    fn sync_file(&self, temp: &D::Temp) -> io::Result<()> {
        (self.guard)("sync_file")?;
        self.disk.sync_file(temp)
    }

    fn rename(&self, temp: D::Temp, to: &Path, taken: Taken) -> Result<(), NotRenamed<D::Temp>> {
        match (self.guard)("rename") {
            Ok(()) => self.disk.rename(temp, to, taken),
            Err(source) => Err(NotRenamed { source, temp }),
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        (self.guard)("sync_folder")?;
        self.disk.sync_folder(folder)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        (self.guard)("link")?;
        self.disk.link(from, to)
    }

    fn move_file(&self, from: &Path, to: &Path) -> io::Result<()> {
        (self.guard)("move_file")?;
        self.disk.move_file(from, to)
    }

    fn move_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        (self.guard)("move_new")?;
        self.disk.move_new(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        (self.guard)("remove")?;
        self.disk.remove(path)
    }

    fn now(&self) -> jiff::civil::DateTime {
        self.disk.now()
    }
}
