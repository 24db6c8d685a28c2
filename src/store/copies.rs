//! Several files of one session: a copy saved elsewhere, one beside a conflict, one of a service that synchronises. Which
//! of them is the newest, so that nobody goes on with an older one in silence.

use super::elsewhere::{self, Elsewhere};
use super::read::{ReadError, Wrong};
use super::save::{first_name, folder_of};
use super::saved::Fingerprint;
use super::session_file::{self, ReadSession};
use super::shelf::{Access, OpenedSession, Shelf};
use super::visible::shown;
use crate::model::heading::{Heading, Newest, Unreadable, tell_apart};
use crate::model::session::{Identity, LastChange, Session};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// How long whoever opens a session waits for what files that are called alike say.
const FOR_ALIKE: Duration = Duration::from_secs(1);
/// How long for the others of its folder.
const FOR_OTHERS: Duration = Duration::from_millis(150);

/// A session that was found, with what tells it from its copies.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) heading: Heading,
    which: Identity,
    fingerprint: Fingerprint,
    changed: LastChange,
    written_at: Option<SystemTime>,
}

impl Found {
    pub(super) fn new(read: &ReadSession, path: PathBuf) -> Self {
        Self {
            which: read.session.identity(),
            fingerprint: read.fingerprint,
            changed: read.session.last_change(),
            written_at: path.metadata().and_then(|meta| meta.modified()).ok(),
            heading: Heading {
                caution: read.trust.sentence().map(str::to_owned),
                ..Heading::of(&read.session, path)
            },
        }
    }

    /// Whether it is the same session and says something else.
    fn differs_from_copy(&self, other: &Self) -> bool {
        self.which == other.which && self.fingerprint != other.fingerprint
    }

    /// The greater one is newer. When a file was written tells only of copies that are alike in what they say of it: a
    /// copy has the time of whoever copied it.
    fn age(&self) -> (LastChange, Option<SystemTime>) {
        (self.changed, self.written_at)
    }

    /// Puts the one that is gone on with before its copies; of copies that are as new the one with the shortest name.
    fn newest_first(&self) -> (bool, Reverse<LastChange>, usize, PathBuf) {
        let path = &self.heading.path;
        (
            self.heading.newest.is_some(),
            Reverse(self.changed),
            path.as_os_str().len(),
            path.clone(),
        )
    }
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
    // What was read is in no order where several threads read it.
    found.sort_by(|one, other| one.heading.path.cmp(&other.heading.path));
    let mut sessions: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, one) in found.iter().enumerate() {
        sessions.entry(one.which.clone()).or_default().push(at);
    }
    for copies in sessions.into_values().filter(|copies| copies.len() > 1) {
        for at in &copies {
            let newest = newer_than(&found[*at], copies.iter().map(|copy| &found[*copy]));
            let heading = &mut found[*at].heading;
            heading.newest = heading.newest.take().or(newest);
        }
    }
    found.sort_by_cached_key(Found::newest_first);
    let mut headings: Vec<_> = found.into_iter().map(|one| one.heading).collect();
    tell_apart(&mut headings);
    headings
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
            let to = shown(to);
            format!("{to}: a session was saved there, and it is not there now")
        }
        _ => error.headline(),
    }
}

/// The newest of its copies that say something else, unless it is that one.
fn newer_than<'a>(one: &Found, copies: impl Iterator<Item = &'a Found>) -> Option<Newest> {
    let is_there = |other: &&Found| {
        let newest = other.heading.newest.as_ref();
        newest.is_none_or(|newest| newest.is_there)
    };
    let others = copies
        .filter(is_there)
        .filter(|other| other.differs_from_copy(one));
    // Of two that were changed at once, the one by the last name: both stand in the list.
    let newest = others.max_by_key(|other| other.age())?;
    (newest.age() > one.age()).then(|| Newest {
        path: newest.heading.path.clone(),
        is_there: true,
    })
}

fn read(path: &Path) -> Result<ReadSession, ReadError> {
    session_file::read(&shown(path), path)
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

    /// What to tell of other copies of a session: those that a note leads to, and those beside it. The rest of the folder
    /// is not looked at, for somebody waits.
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
        let mut others = copies_beside(&one);
        others.sort_by_key(Found::age);
        let name = |other: &Found| shown(other.heading.path.file_name().unwrap_or_default());
        match others.last() {
            Some(other) if other.age() > one.age() => Some(format!(
                "This is an older copy. The newest is {}.",
                name(other)
            )),
            Some(other) => Some(format!(
                "This is the newest copy of the round. An older one is {}.",
                name(other)
            )),
            None if self.is_away(path) && session.finished().is_none() => Some(format!(
                "It goes on where it was saved last: {}.",
                shown(path)
            )),
            None => None,
        }
    }

    fn is_away(&self, path: &Path) -> bool {
        let at = |folder: &Path| folder.canonicalize().ok();
        at(folder_of(path)) != at(self.folder())
    }
}

/// The copies of a session in its folder that say something else. Somebody waits: the files that are called alike are
/// looked at first, the others only as long as nobody notices.
fn copies_beside(one: &Found) -> Vec<Found> {
    let path = &one.heading.path;
    let files = Shelf::in_folder(folder_of(path)).files(&mut None);
    let others = files.into_iter().filter(|other| other != path);
    let (alike, others): (Vec<_>, Vec<_>) = others.partition(|other| is_called_alike(path, other));
    let many = alike.len();
    let (sender, reads) = mpsc::channel();
    let look = move || {
        for other in alike.into_iter().chain(others) {
            let found = read(&other).ok().map(|read| Found::new(&read, other));
            if sender.send(found).is_err() {
                return;
            }
        }
    };
    // Where no thread can be had, the list tells of the copies.
    let _ = thread::Builder::new().name("copies".to_owned()).spawn(look);
    let (begun, mut copies) = (Instant::now(), Vec::new());
    for nth in 0.. {
        let patience = if nth < many { FOR_ALIKE } else { FOR_OTHERS };
        match reads.recv_timeout(patience.saturating_sub(begun.elapsed())) {
            Ok(found) => copies.extend(found.filter(|other| other.differs_from_copy(one))),
            Err(_) => break,
        }
    }
    copies
}

/// Whether the name of one file holds what the name of the other begins with, as it does where one was copied.
fn is_called_alike(one: &Path, other: &Path) -> bool {
    let [one, other] = [one, other].map(|path| {
        let stem = path.file_stem().unwrap_or_default();
        let start = first_name(stem).to_string_lossy().to_lowercase();
        (stem.to_string_lossy().to_lowercase(), start)
    });
    one.0.contains(&other.1) || other.0.contains(&one.1)
}
