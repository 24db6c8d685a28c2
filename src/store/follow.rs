//! Follows the running session from outside: watches its folder and reads what has changed. It writes
//! nothing and takes no lock, so that the program that holds the session never notices.

mod watch;

pub use watch::Watching;

use super::elsewhere;
use super::envelope::Trust;
use super::folders::Folders;
use super::read::Wrong;
use super::save::Fingerprint;
use super::session_file::{self, ReadSession};
use super::shelf::{Shelf, is_shown};
use super::visible::{harmless, shown};
use crate::model::session::{Identity, LastChange, Session};
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::SystemTime;
use watch::{Seen, Watch};

/// Which session is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whom {
    /// The unfinished one on the shelf that changed last; another one as soon as that changes.
    Running(Shelf),
    /// The one in this file, whatever else goes on.
    InFile(PathBuf),
}

impl Whom {
    /// The running session of these folders.
    pub fn running(folders: &Folders) -> Self {
        Self::Running(Shelf::at(folders))
    }
}

/// What a follower tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// The session as it stands in its file now.
    Session(Box<Session>),
    /// No session runs.
    Nothing,
    /// The file can't be read, or is not to be trusted; why, in a sentence that is safe to show.
    Damaged(String),
}

/// Begins to follow in a thread of its own, which ends once `tell` says that nobody listens any more.
///
/// The first sight comes at once. An error means that the system is out of threads.
pub fn follow(
    whom: Whom,
    watching: Watching,
    tell: impl Fn(Sight) -> bool + Send + 'static,
) -> io::Result<()> {
    let thread = thread::Builder::new().name("follower".to_owned());
    let work = move || {
        // Nobody listens any more: that is the end.
        let _ = Follower::new(whom, tell).follow(watching);
    };
    thread.spawn(work).map(drop)
}

/// Nobody listens any more.
struct NobodyListens;

type Told = Result<(), NobodyListens>;

/// The file that is followed.
struct Followed {
    path: PathBuf,
    fingerprint: Fingerprint,
    stands: Stands,
}

/// Which session a file holds, and how far it has come.
struct Stands {
    which: Identity,
    changed: LastChange,
}

impl Stands {
    fn of(session: &Session) -> Self {
        Self {
            which: session.identity(),
            changed: session.last_change(),
        }
    }

    /// Whether it is the same session and has not come so far: an old copy that a sync service brought.
    fn is_behind(&self, other: &Self) -> bool {
        self.which == other.which && self.changed < other.changed
    }
}

struct Follower<F> {
    whom: Whom,
    folder: PathBuf,
    followed: Option<Followed>,
    tell: F,
}

impl<F: Fn(Sight) -> bool> Follower<F> {
    fn new(whom: Whom, tell: F) -> Self {
        let (whom, folder) = match whom {
            Whom::Running(shelf) => {
                let folder = shelf.folder().to_owned();
                (Whom::Running(shelf), folder)
            }
            Whom::InFile(path) => {
                // A link is followed to the file that is saved.
                let path = path.canonicalize().unwrap_or(path);
                let folder = path.parent().unwrap_or(&path).to_owned();
                (Whom::InFile(path), folder)
            }
        };
        Self {
            whom,
            folder,
            followed: None,
            tell,
        }
    }

    fn follow(&mut self, watching: Watching) -> Told {
        let mut watch = Watch::on(self.folder.clone(), watching);
        // What stands there is read after the watch began: nothing can happen in between.
        if !self.look_at_all()? {
            self.tell(Sight::Nothing)?;
        }
        loop {
            match watch.next() {
                Seen::Files(paths) => {
                    for path in paths {
                        self.look_at(&path)?;
                    }
                }
                Seen::Anything => {
                    if !self.look_at_all()? && self.followed.take().is_some() {
                        self.tell(Sight::Nothing)?;
                    }
                }
            }
        }
    }

    /// Looks for the session to follow; says whether there is anything to be seen.
    fn look_at_all(&mut self) -> Result<bool, NobodyListens> {
        if let Whom::InFile(path) = &self.whom {
            self.look_at(&path.clone())?;
            return Ok(true);
        }
        let (files, mut problem) = newest_first(&Shelf::in_folder(&self.folder));
        for path in files {
            if self.is_followed(&path) {
                self.look_at(&path)?;
                return Ok(true);
            }
            match read(&path) {
                Ok(read) if read.session.finished().is_none() && !self.is_old_copy(&read) => {
                    let (path, read) = self.newest_copy(path, read);
                    self.see(path, &read)?;
                    return Ok(true);
                }
                Ok(_) | Err(NotRead::Gone) => {}
                Err(NotRead::Problem(why)) => problem = problem.or(Some(why)),
            }
        }
        match problem {
            Some(why) => self.tell(Sight::Damaged(why)).map(|()| true),
            None => Ok(false),
        }
    }

    /// Something happened to a file.
    fn look_at(&mut self, path: &Path) -> Told {
        let is_followed = self.is_followed(path);
        let may_be_followed = match &self.whom {
            Whom::InFile(one) => one == path,
            Whom::Running(_) => is_shown(path),
        };
        if !may_be_followed {
            return Ok(());
        }
        match read(path) {
            Ok(read) if is_followed => self.see_again(&read),
            // A finished session that somebody looks at is not the one that runs.
            Ok(read) if self.follows_one() => self.see(path.to_owned(), &read),
            Ok(read) if read.session.finished().is_none() && !self.is_old_copy(&read) => {
                self.see(path.to_owned(), &read)
            }
            Err(NotRead::Gone) if is_followed => {
                self.followed = None;
                if self.follows_one() || !self.look_at_all()? {
                    self.tell(Sight::Nothing)?;
                }
                Ok(())
            }
            Err(NotRead::Problem(why)) if is_followed || self.follows_one() => {
                self.tell(Sight::Damaged(why))
            }
            _ => Ok(()),
        }
    }

    /// Another session is seen from now on.
    fn see(&mut self, path: PathBuf, read: &ReadSession) -> Told {
        self.followed = Some(Followed {
            path,
            fingerprint: read.fingerprint,
            stands: Stands::of(&read.session),
        });
        self.tell_session(&read.session)
    }

    /// Whether it is a copy of the followed session that has not come so far.
    fn is_old_copy(&self, read: &ReadSession) -> bool {
        let stands = Stands::of(&read.session);
        let followed = self.followed.as_ref();
        followed.is_some_and(|one| stands.is_behind(&one.stands))
    }

    /// The copy of a session that has come furthest, where it is the first that is followed.
    fn newest_copy(&self, mut path: PathBuf, mut read: ReadSession) -> (PathBuf, ReadSession) {
        if self.followed.is_some() {
            return (path, read);
        }
        for other in newest_first(&Shelf::in_folder(&self.folder)).0 {
            let Ok(copy) = self::read(&other) else {
                continue;
            };
            let (one, same) = (Stands::of(&read.session), Stands::of(&copy.session));
            if copy.session.finished().is_none() && one.is_behind(&same) {
                (path, read) = (other, copy);
            }
        }
        (path, read)
    }

    /// The followed session was saved; a file that says the same is passed over.
    fn see_again(&mut self, read: &ReadSession) -> Told {
        let Some(followed) = &mut self.followed else {
            return Ok(());
        };
        if followed.fingerprint == read.fingerprint {
            return Ok(());
        }
        followed.fingerprint = read.fingerprint;
        followed.stands = Stands::of(&read.session);
        self.tell_session(&read.session)
    }

    fn tell_session(&mut self, session: &Session) -> Told {
        self.tell(Sight::Session(Box::new(session.clone())))
    }

    fn is_followed(&self, path: &Path) -> bool {
        self.followed.as_ref().is_some_and(|one| one.path == path)
    }

    fn follows_one(&self) -> bool {
        matches!(self.whom, Whom::InFile(_))
    }

    fn tell(&self, sight: Sight) -> Told {
        if (self.tell)(sight) {
            Ok(())
        } else {
            Err(NobodyListens)
        }
    }
}

/// Why a file shows nothing.
enum NotRead {
    /// It is not there.
    Gone,
    /// It can't be read, or is not to be trusted.
    Problem(String),
}

fn read(path: &Path) -> Result<ReadSession, NotRead> {
    let name = shown(path.file_name().unwrap_or_default());
    let read = session_file::read(&name, path).map_err(|error| match error.wrong() {
        Wrong::Missing => NotRead::Gone,
        _ => NotRead::Problem(error.headline()),
    })?;
    if let Some(note) = elsewhere::of(path, &[])
        && note.is_newer_than(Some(read.fingerprint))
    {
        let to = shown(&note.to);
        return Err(NotRead::Problem(format!(
            "{}: the session goes on in {to}. Follow it there: customer-hat notes FILE",
            harmless(&name)
        )));
    }
    match (read.trust, read.trust.sentence()) {
        // A damaged file may still read well, and say something else than was written.
        (Trust::Edited, Some(why)) => Err(NotRead::Problem(format!("{}: {why}", harmless(&name)))),
        _ => Ok(read),
    }
}

/// The files of a shelf, the one that changed last first.
fn newest_first(shelf: &Shelf) -> (Vec<PathBuf>, Option<String>) {
    let changed = |path: PathBuf| {
        let modified = path.metadata().and_then(|facts| facts.modified());
        (modified.unwrap_or(SystemTime::UNIX_EPOCH), path)
    };
    let mut incomplete = None;
    let files = shelf.files(&mut incomplete).into_iter();
    let mut files: Vec<_> = files.map(changed).collect();
    files.sort();
    let files = files.into_iter().rev().map(|(_, path)| path).collect();
    (files, incomplete)
}
