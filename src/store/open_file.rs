//! A session's file while this program is its one writer.

use super::disk::{Disk, RealDisk};
use super::folders;
use super::lock::{self, Lock, LockGuard};
use super::own::is_companion;
use super::save::{self, Durability, Fingerprint, Landed, SaveError, Saved, Why};
use super::session_file;
use super::visible::shown;
use crate::model::session::Session;
use std::path::{Path, PathBuf};

/// How many sessions of one business, day and round get a name of their own.
const MOST_NAMESAKES: u16 = 99;

/// A session's file, with what stands in it and the lock on it.
#[derive(Debug)]
pub struct OpenFile {
    saved: Saved,
    #[allow(dead_code)] // held as long as the file is open, never asked
    lock: Option<LockGuard>,
}

impl OpenFile {
    /// A file that was read: this must still stand in it when it is saved.
    pub fn read(path: PathBuf, fingerprint: Fingerprint, lock: Option<LockGuard>) -> Self {
        let saved = Saved {
            path,
            fingerprint,
            durability: Durability::Full,
            landed: Landed::There,
        };
        Self { saved, lock }
    }

    /// Makes the session's file in a folder, which is made if it is not there; never replaces a file.
    ///
    /// It is named after date, business and round; with `-2`, `-3` … where that is taken.
    pub fn create_in(folder: &Path, session: &Session) -> Result<Self, SaveError> {
        Self::create_in_on(&RealDisk, folder, session)
    }

    /// The same on any disk.
    pub(super) fn create_in_on<D: Disk>(
        disk: &D,
        folder: &Path,
        session: &Session,
    ) -> Result<Self, SaveError> {
        let name = folders::name_of(session);
        let path = folder.join(&name);
        folders::make(folder).map_err(|error| SaveError {
            path: path.clone(),
            why: error.into(),
        })?;
        let stem = name.trim_end_matches(".ron");
        let namesakes = (2..=MOST_NAMESAKES).map(|nth| folder.join(format!("{stem}-{nth}.ron")));
        for path in std::iter::once(path.clone()).chain(namesakes) {
            // Looked at first, so that no lock file is left beside somebody else's session.
            if path.symlink_metadata().is_ok() {
                continue;
            }
            match Self::create_on(disk, &path, session) {
                Err(SaveError {
                    why: Why::NameTaken,
                    ..
                }) => {}
                done => return done,
            }
        }
        Err(SaveError {
            path,
            why: Why::NameTaken,
        })
    }

    /// Makes this very file; never replaces one.
    pub fn create(path: &Path, session: &Session) -> Result<Self, SaveError> {
        Self::create_on(&RealDisk, path, session)
    }

    /// The same on any disk.
    pub(super) fn create_on<D: Disk>(
        disk: &D,
        path: &Path,
        session: &Session,
    ) -> Result<Self, SaveError> {
        let failed = |why| SaveError {
            path: path.to_owned(),
            why,
        };
        // Else the next save of the session that such a name belongs to would replace it.
        if path.file_name().is_some_and(is_companion) {
            return Err(failed(Why::NameTaken));
        }
        let text = session_file::text_of(session).map_err(failed)?;
        // Locked before it is there, so that no other window can be faster.
        let lock = match lock::take(path) {
            Lock::Held(guard) => Some(guard),
            Lock::TakenByAnother => return Err(failed(Why::NameTaken)),
            Lock::Unsupported(_) => None,
        };
        let saved = save::create_new(disk, path, text.as_bytes())?;
        Ok(Self { saved, lock })
    }

    /// Saves the session here. Where somebody else changed the file meanwhile it is left alone, and from
    /// then on this is the conflict copy beside it.
    pub fn save(&mut self, session: &Session) -> Result<(), SaveError> {
        self.save_on(&RealDisk, session)
    }

    /// The same on any disk.
    pub(super) fn save_on<D: Disk>(
        &mut self,
        disk: &D,
        session: &Session,
    ) -> Result<(), SaveError> {
        let text = session_file::text_of(session).map_err(|why| SaveError {
            path: self.saved.path.clone(),
            why,
        })?;
        let expected = Some(&self.saved.fingerprint);
        let saved = save::save(disk, &self.saved.path, text.as_bytes(), expected)?;
        if let Some(copy) = saved.conflict()
            && let Lock::Held(guard) = lock::take(copy)
        {
            self.lock = Some(guard);
        }
        self.saved = saved;
        Ok(())
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.saved.path
    }

    /// What stands in it since it was read or saved last.
    pub fn fingerprint(&self) -> Fingerprint {
        self.saved.fingerprint
    }

    /// What a person should know of the last save, if anything.
    pub fn notice(&self) -> Option<String> {
        let name = shown(self.saved.path.file_name()?);
        match (self.saved.landed, self.saved.durability) {
            (Landed::ConflictCopy, _) => Some(format!(
                "Somebody else changed this session's file. It was left as it is; this session goes on in {name}."
            )),
            (Landed::Again, _) => Some(format!("The file {name} had gone. It is there again.")),
            (Landed::There, Durability::NotConfirmed) => {
                Some("Saved, not confirmed by the disk.".to_owned())
            }
            (Landed::There, Durability::Weak) => Some(
                "Saved; this disk writes in its own time, so a power cut may lose the last seconds.".to_owned(),
            ),
            (Landed::There, Durability::Full) => None,
        }
    }
}
