//! Several files of one session: a copy saved elsewhere, one beside a conflict, one of a service that synchronises. Which
//! of them is the newest, so that nobody goes on with an older one in silence.

use super::elsewhere::{self, Elsewhere};
use super::read::{ReadError, Wrong};
use super::save::{first_name, folder_of};
use super::saved::Fingerprint;
use super::session_file::{self, ReadSession};
use super::shelf::{Access, OpenedSession, Shelf};
use super::visible::harmless;
use crate::model::heading::{Heading, Newest, Unreadable};
use crate::model::moment::Moment;
use crate::model::session::{Session, same_business};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// A session that was found, with what tells it from its copies.
pub(super) struct Found {
    pub(super) heading: Heading,
    fingerprint: Fingerprint,
    changed: (Moment, Option<SystemTime>),
}

impl Found {
    pub(super) fn new(read: &ReadSession, path: PathBuf) -> Self {
        Self {
            fingerprint: read.fingerprint,
            changed: (read.session.last_change(), written_at(&path)),
            heading: Heading {
                caution: read.trust.sentence().map(str::to_owned),
                ..Heading::of(&read.session, path)
            },
        }
    }

    fn is_copy_of(&self, other: &Self) -> bool {
        let (one, two) = (&self.heading, &other.heading);
        (one.started, one.round, one.walk) == (two.started, two.round, two.walk)
            && same_business(&one.business, &two.business)
    }
}

fn written_at(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|meta| meta.modified()).ok()
}

/// The headings, each with where a newer copy of it is, if anywhere; what went on elsewhere stands among them.
pub(super) fn told_apart(
    mut found: Vec<Found>,
    notes: Vec<Elsewhere>,
    unreadable: &mut Vec<Unreadable>,
) -> Vec<Heading> {
    for note in notes {
        follow(note, &mut found, unreadable);
    }
    for at in 0..found.len() {
        if found[at].heading.newest.is_none() {
            found[at].heading.newest = newer_than(&found[at], &found);
        }
    }
    found.into_iter().map(|one| one.heading).collect()
}

/// Looks where a session went on.
fn follow(note: Elsewhere, found: &mut Vec<Found>, unreadable: &mut Vec<Unreadable>) {
    let left = found
        .iter()
        .position(|one| one.heading.path.file_name() == note.session.file_name());
    let fingerprint = left.map(|at| found[at].fingerprint);
    if !note.is_newer_than(fingerprint) || (left.is_none() && note.session.exists()) {
        // Somebody went on with it here, or it can't be read: that is told anyhow. The copies are compared.
        if !found.iter().any(|one| one.heading.path == note.to) {
            found.extend(read(&note.to).ok().map(|read| Found::new(&read, note.to)));
        }
        return;
    }
    let there = read(&note.to);
    if let Some(at) = left {
        found[at].heading.newest = Some(Newest {
            path: note.to.clone(),
            is_there: there.is_ok(),
        });
    }
    match there {
        Ok(_) if found.iter().any(|one| one.heading.path == note.to) => {}
        Ok(read) => found.push(Found::new(&read, note.to)),
        Err(error) if left.is_none() => unreadable.push(Unreadable {
            problem: away(&note.to, &error),
            path: note.to,
        }),
        Err(_) => {}
    }
}

/// Of a session whose only file is elsewhere, and can't be read there.
fn away(to: &Path, error: &ReadError) -> String {
    match error.wrong() {
        Wrong::Missing => {
            let to = harmless(&to.display().to_string());
            format!("{to}: a session was saved there, and it is not there now")
        }
        _ => error.headline(),
    }
}

/// The newest of its copies that say something else, unless it is that one.
fn newer_than(one: &Found, all: &[Found]) -> Option<Newest> {
    let copies = all.iter().filter(|other| {
        other
            .heading
            .newest
            .as_ref()
            .is_none_or(|newest| newest.is_there)
            && other.fingerprint != one.fingerprint
            && other.is_copy_of(one)
    });
    // Of two that were changed at once, the one by the first name: both stand in the list.
    let newest = copies.max_by_key(|other| other.changed)?;
    (newest.changed > one.changed).then(|| Newest {
        path: newest.heading.path.clone(),
        is_there: true,
    })
}

fn read(path: &Path) -> Result<ReadSession, ReadError> {
    session_file::read(&path.display().to_string(), path)
}

impl Shelf {
    /// Opens a session as [`Shelf::open_session`] does, and tells of a newer copy of it, or of another one.
    pub fn go_on(&self, path: &Path) -> Result<OpenedSession, ReadError> {
        // Read first: on some systems nobody reads a lock file that is held.
        let note = elsewhere::of(path, self.others());
        let mut opened = Self::open_session(path)?;
        let told = self.about_copies(path, note, &opened.session);
        if let (Access::Write { notice, .. }, Some(told)) = (&mut opened.access, told) {
            *notice = Some(match notice.take() {
                Some(words) => format!("{told} {words}"),
                None => told,
            });
        }
        Ok(opened)
    }

    /// What to tell of other copies of a session: those that a note leads to, and those that are called alike. The rest
    /// of the folder is not looked at, for somebody waits.
    fn about_copies(
        &self,
        path: &Path,
        note: Option<Elsewhere>,
        session: &Session,
    ) -> Option<String> {
        let one = Found::new(&read(path).ok()?, path.to_owned());
        if let Some(note) = note
            && note.to != path
            && note.is_newer_than(Some(one.fingerprint))
        {
            let newest = Newest {
                is_there: note.to.exists(),
                path: note.to,
            };
            return Some(format!("This is an older copy. {newest}"));
        }
        let mut others: Vec<Found> = alike(path)
            .into_iter()
            .filter_map(|other| Some(Found::new(&read(&other).ok()?, other)))
            .filter(|other| other.is_copy_of(&one) && other.fingerprint != one.fingerprint)
            .collect();
        others.sort_by_key(|other| other.changed);
        let name = |other: &Found| {
            let name = other.heading.path.file_name().unwrap_or_default();
            harmless(&name.to_string_lossy())
        };
        match others.last() {
            Some(other) if other.changed > one.changed => Some(format!(
                "This is an older copy. The newest is {}.",
                name(other)
            )),
            Some(other) => Some(format!(
                "This is the newest copy of the round. An older one is {}.",
                name(other)
            )),
            None if self.is_away(path) && session.finished().is_none() => Some(format!(
                "It goes on where it was saved last: {}.",
                harmless(&path.display().to_string())
            )),
            None => None,
        }
    }

    fn is_away(&self, path: &Path) -> bool {
        let at = |folder: &Path| folder.canonicalize().ok();
        at(folder_of(path)) != at(self.folder())
    }
}

/// The sessions beside a file whose names begin as its own does.
fn alike(path: &Path) -> Vec<PathBuf> {
    let start = first_name(path.file_stem().unwrap_or_default());
    let files = Shelf::in_folder(folder_of(path)).files(&mut None);
    let is_alike = |other: &PathBuf| {
        let name = other.file_name().unwrap_or_default();
        name.as_encoded_bytes()
            .starts_with(start.as_encoded_bytes())
            && Some(name) != path.file_name()
    };
    files.into_iter().filter(is_alike).collect()
}
