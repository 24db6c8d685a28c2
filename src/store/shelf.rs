//! The sessions of a folder: listed, found by name, opened, begun.

use super::copies::{Found, told_apart};
use super::elsewhere::{self, Elsewhere};
use super::entries;
use super::envelope::Trust;
use super::folders::{self, Folders};
use super::lock::{self, Lock};
use super::open_file::OpenFile;
use super::read::ReadError;
use super::save::{SaveError, Why};
use super::session_file::{self, ReadSession};
use super::visible::{harmless, shown};
use crate::model::heading::{Listing, Unreadable};
use crate::model::session::Session;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;

/// The folder of the sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    folder: PathBuf,
    /// Where it is noted, beside the sessions, that one went on elsewhere.
    others: Vec<PathBuf>,
}

/// The folder of the sessions can't be made or read.
#[derive(Debug, thiserror::Error)]
#[error(
    "the folder for the sessions, {folder}, can't be used: {why}. Say --data-dir FOLDER to keep them elsewhere"
)]
pub struct NoShelf {
    folder: String,
    why: Why,
}

/// A session that was opened.
#[derive(Debug)]
pub struct OpenedSession {
    /// The session.
    pub session: Session,
    /// Whether it may be written.
    pub access: Access,
}

/// Whether an opened session may be written.
#[derive(Debug)]
pub enum Access {
    /// This program is its one writer.
    Write {
        /// Its file.
        file: OpenFile,
        /// What a person should know, if anything.
        notice: Option<String>,
    },
    /// It can only be looked at; why, in a sentence.
    Look(String),
}

impl OpenedSession {
    /// Why it can only be looked at, if so.
    pub fn read_only(&self) -> Option<&str> {
        match &self.access {
            Access::Look(why) => Some(why),
            Access::Write { .. } => None,
        }
    }
}

impl Shelf {
    /// The folder as it is; nothing is made or changed before a session is begun.
    pub fn at(folders: &Folders) -> Self {
        Self {
            folder: folders.data.clone(),
            others: folders.for_notes(),
        }
    }

    /// The sessions of any folder, as they are.
    pub fn in_folder(folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            others: Vec::new(),
        }
    }

    /// The folder made ready to write to: made if it is not there, and rid of what a kill left behind.
    pub fn open(folders: &Folders) -> Result<Self, NoShelf> {
        let shelf = Self::at(folders);
        folders::make(&shelf.folder)
            .and_then(|()| folders::sweep_all(folders))
            .map_err(|error| NoShelf {
                folder: harmless(&shelf.folder.display().to_string()),
                why: error.into(),
            })?;
        Ok(shelf)
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Every session in the folder. Hidden files, folders and files of other endings are passed over.
    pub fn list(&self) -> Listing {
        let mut incomplete = None;
        let reads = read_all(self.files(&mut incomplete));
        Listing {
            incomplete,
            ..listing_of(reads, self.notes())
        }
    }

    /// What is noted of its sessions that went on elsewhere.
    pub(super) fn notes(&self) -> Vec<Elsewhere> {
        elsewhere::all_of(&self.folder, &self.others)
    }

    /// The files that should be sessions, by name; a folder that can't be read to its end is told of.
    pub(super) fn files(&self, incomplete: &mut Option<String>) -> Vec<PathBuf> {
        let entries = entries::of(&self.folder);
        *incomplete = entries.incomplete;
        let is_session = |path: &PathBuf| is_shown(path) && !path.is_dir();
        entries.paths.into_iter().filter(is_session).collect()
    }

    /// Where it is noted, beside the sessions, that one went on elsewhere.
    pub fn others(&self) -> &[PathBuf] {
        &self.others
    }

    /// Makes a file for a new session, named after date, business and round; never replaces one.
    pub fn create(&self, session: &Session) -> Result<OpenFile, SaveError> {
        OpenFile::create_in(&self.folder, session)
    }

    /// Reads a session only to look at it: nothing is locked, nothing is touched.
    pub fn read_session(path: &Path) -> Result<Session, ReadError> {
        let name = shown(path);
        session_file::read(&name, path).map(|read| read.session)
    }

    /// Reads a session only to look at it, and what to tell of its file, such as that it may be damaged.
    pub fn read_with_caution(path: &Path) -> Result<(Session, Option<String>), ReadError> {
        let name = shown(path);
        let read = session_file::read(&name, path)?;
        let caution = read.trust.sentence();
        let caution = caution.map(|why| format!("{}: {why}", harmless(&name)));
        Ok((read.session, caution))
    }

    /// Opens a session to go on with it, or only to look at it where it may not be written.
    ///
    /// Nothing is touched, and no lock file is made, unless the file may be written.
    pub fn open_session(path: &Path) -> Result<OpenedSession, ReadError> {
        let name = shown(path);
        let read = session_file::read(&name, path)?;
        if let Some(opened) = only_to_look(&read) {
            return Ok(opened);
        }
        let (lock, notice) = match lock::take(path) {
            Lock::Held(guard) => (Some(guard), None),
            Lock::Unsupported(why) => (None, Some(format!("{}.", capital(&why)))),
            Lock::TakenByAnother => {
                let why = "This session is open in another window; here you can only look.";
                return Ok(look(read.session, why));
            }
        };
        // Read again now that nobody else writes: another window may just have saved and closed.
        let read = session_file::read(&name, path)?;
        if let Some(opened) = only_to_look(&read) {
            return Ok(opened);
        }
        let file = OpenFile::read(path.to_owned(), read.fingerprint, lock);
        Ok(OpenedSession {
            session: read.session,
            access: Access::Write { file, notice },
        })
    }
}

/// What was found in a file, or why there is none.
pub(super) type Read = Result<Found, Unreadable>;

/// What these files say, the copies of each session told apart, in order.
pub(super) fn listing_of(reads: Vec<Read>, notes: Vec<Elsewhere>) -> Listing {
    let (mut found, mut listing) = (Vec::new(), Listing::default());
    for read in reads {
        match read {
            Ok(session) => found.push(session),
            Err(unreadable) => listing.unreadable.push(unreadable),
        }
    }
    listing
        .unreadable
        .sort_by(|one, other| one.path.cmp(&other.path));
    listing.headings = told_apart(found, notes, &mut listing.unreadable);
    listing.put_in_order();
    listing
}

/// How many files are worth a thread.
const FILES_A_THREAD: usize = 16;

/// Reads files, on as many processors as there are when they are many; in the order of the files.
fn read_all(files: Vec<PathBuf>) -> Vec<Read> {
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let threads = processors.min(files.len() / FILES_A_THREAD).max(1);
    if threads == 1 {
        return files.into_iter().map(read_one).collect();
    }
    let part = files.len().div_ceil(threads);
    thread::scope(|scope| {
        let parts = files.chunks(part).map(|part| {
            let work = || part.iter().cloned().map(read_one).collect::<Vec<Read>>();
            let thread = thread::Builder::new().spawn_scoped(scope, work);
            // Where no thread can be had, this one does it.
            thread.map_or_else(|_| Err(part), Ok)
        });
        let parts: Vec<_> = parts.collect();
        let read = parts.into_iter().flat_map(|part| match part {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(part) => part.iter().cloned().map(read_one).collect(),
        });
        read.collect()
    })
}

pub(super) fn read_one(path: PathBuf) -> Read {
    let name = shown(path.file_name().unwrap_or_default());
    match session_file::read(&name, &path) {
        Ok(read) => Ok(Found::new(&read, path)),
        Err(error) => Err(Unreadable {
            problem: error.headline(),
            path,
        }),
    }
}

/// The session to be looked at, when its file may not be written.
fn only_to_look(read: &ReadSession) -> Option<OpenedSession> {
    let why = match read.trust {
        Trust::Sealed => return None,
        Trust::Edited => {
            "This file was changed outside the program, or is damaged; here you can only look. \
             If the change is yours, `customer-hat check --reseal FILE` accepts it."
        }
        Trust::Newer => {
            "This file was written by a newer version of customer-hat; here you can only look. \
             Update the program to go on with it."
        }
    };
    Some(look(read.session.clone(), why))
}

fn look(session: Session, why: &str) -> OpenedSession {
    OpenedSession {
        session,
        access: Access::Look(why.to_owned()),
    }
}

/// The words with a capital at their start.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + letters.as_str()
}

/// Whether the file has the ending of the program's files; some systems make it capitals.
pub fn ends_in_ron(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

/// Whether a file by this name is a session to the program: no hidden one, no other ending.
pub fn is_shown(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    !name.as_encoded_bytes().starts_with(b".") && ends_in_ron(path)
}
