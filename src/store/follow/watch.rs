//! What tells that something happened in a folder: the system, or where it can't, a look every now and then.

use crate::store::shelf::is_shown;
use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// How often it is looked where the system tells nothing.
const A_LOOK: Duration = Duration::from_secs(1);

/// How it is found out that something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watching {
    /// The system tells; where it can't, a look every second.
    BySystem,
    /// A look every so often.
    ByLooking(Duration),
}

/// What may have changed.
pub(super) enum Seen {
    /// These files.
    Files(BTreeSet<PathBuf>),
    /// Anything: look at all of it.
    Anything,
}

/// A watch on a folder, which need not be there yet.
pub(super) struct Watch {
    folder: PathBuf,
    /// None where it is looked every now and then.
    by_system: Option<BySystem>,
    pause: Duration,
}

struct BySystem {
    #[allow(dead_code)] // held as long as it is watched, never asked
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    /// The folder, or the nearest one above it while it is not there.
    watched: PathBuf,
}

impl Watch {
    pub(super) fn on(folder: PathBuf, watching: Watching) -> Self {
        let (by_system, pause) = match watching {
            Watching::BySystem => (BySystem::on(&folder), A_LOOK),
            Watching::ByLooking(pause) => (None, pause),
        };
        Self {
            folder,
            by_system,
            pause,
        }
    }

    /// Waits until something may have changed.
    pub(super) fn next(&mut self) -> Seen {
        let Some(by_system) = &self.by_system else {
            thread::sleep(self.pause);
            return Seen::Anything;
        };
        match by_system.next(&self.folder) {
            Some(Seen::Files(files)) => Seen::Files(files),
            Some(Seen::Anything) => {
                // The folder may have come, gone, or be another one by this name.
                if !by_system.is_on(&self.folder) {
                    self.by_system = BySystem::on(&self.folder);
                }
                Seen::Anything
            }
            None => {
                self.by_system = None;
                Seen::Anything
            }
        }
    }
}

impl BySystem {
    /// None where the system can't tell.
    fn on(folder: &Path) -> Option<Self> {
        // Between a look and the watch the folder may come: then there is a nearer one to watch.
        for _ in 0..8 {
            let nearest_one = nearest(folder)?;
            let (sender, events) = mpsc::channel();
            let mut watcher = notify::recommended_watcher(sender).ok()?;
            watcher
                .watch(nearest_one, RecursiveMode::NonRecursive)
                .ok()?;
            if nearest(folder) == Some(nearest_one) {
                return Some(Self {
                    watcher,
                    events,
                    watched: nearest_one.to_owned(),
                });
            }
        }
        None
    }

    fn is_on(&self, folder: &Path) -> bool {
        self.watched == folder && folder.is_dir()
    }

    /// The next things that matter, a burst at once; none when the system tells nothing any more.
    fn next(&self, folder: &Path) -> Option<Seen> {
        let mut files = BTreeSet::new();
        loop {
            let mut anything = !self.sort(self.events.recv().ok()?, folder, &mut files);
            while let Ok(event) = self.events.try_recv() {
                anything |= !self.sort(event, folder, &mut files);
            }
            if anything {
                return Some(Seen::Anything);
            }
            if !files.is_empty() {
                return Some(Seen::Files(files));
            }
        }
    }

    /// Picks the files of an event that matter; false when it can't tell which they are.
    fn sort(
        &self,
        event: notify::Result<Event>,
        folder: &Path,
        files: &mut BTreeSet<PathBuf>,
    ) -> bool {
        let Ok(event) = event else { return false };
        if event.need_rescan() {
            return false;
        }
        match event.kind {
            // Our own reading tells of itself, too.
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => {}
            EventKind::Access(_) => return true,
            _ => {}
        }
        if self.watched != folder || event.paths.iter().any(|path| folder.starts_with(path)) {
            return false;
        }
        files.extend(event.paths.into_iter().filter_map(of_session));
        true
    }
}

/// The folder, or the nearest one above it that is there.
fn nearest(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|path| path.is_dir())
}

/// The session that a file is, or whose lock it is: there it is noted that the session went on elsewhere.
fn of_session(path: PathBuf) -> Option<PathBuf> {
    if is_shown(&path) {
        return Some(path);
    }
    let name = path.file_name()?.to_str()?;
    let session = name.strip_prefix('.')?.strip_suffix(".lock")?;
    Some(path.with_file_name(session))
}
