//! The end: the last save, the terminal given back, and plain words about what could not be saved.

use super::effects::aside;
use super::saving::{Noted, Saving};
use super::stage::Stage;
use crate::model::session::Session;
use crate::store::elsewhere::Elsewhere;
use crate::store::open_file::OpenFile;
use crate::store::saver::Unsaved;
use crate::store::visible::{harmless, shown};
use crate::ui::events::End;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::Duration;

/// How long the last save may take: less than the ten seconds that an asked-for end is given.
const LAST_SAVE: Duration = Duration::from_secs(5);

/// How long the last resort may take: together less than what an asked-for end is given.
const LAST_RESORT: Duration = Duration::from_secs(2);

/// Why the loop came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// The people left.
    Left,
    /// The process was asked to end, or the terminal is gone.
    Ended(End),
}

impl Stage {
    /// Saves, gives the terminal back, and says what could not be saved; gives the exit code.
    pub(super) fn leave(mut self, ending: Ending) -> ExitCode {
        let patience = self.patience(LAST_SAVE);
        if let Some(moving) = self.moving.take() {
            moving.give_up();
        }
        let unsaved = match std::mem::replace(&mut self.saving, Saving::Nothing) {
            Saving::By(saver) => saver.finish(patience).err(),
            Saving::Nothing => None,
            Saving::Broken(why) => Some(Unsaved::Failed(why)),
        };
        self.keeper.finish();
        self.terminal.restore();
        if let (Some(unsaved), Some(session)) = (&unsaved, self.app.session()) {
            let note = |to: &Path| {
                let note = self.note_of(to)?;
                Some((note, self.shelf.others().to_owned()))
            };
            rescue(session, unsaved, note);
        } else if let Noted::NotYet(to) = &self.noted {
            // The terminal may be gone; nobody is left to tell then.
            let _ = writeln!(io::stderr(), "customer-hat: {}", not_noted(to));
        }
        if let (Ending::Left, None, Some(farewell)) = (ending, &unsaved, self.app.farewell()) {
            // The terminal may be gone; nobody is left to tell then.
            let _ = writeln!(io::stderr(), "{}", harmless(&farewell));
        }
        match (ending, unsaved) {
            (Ending::Ended(end), _) => ExitCode::from(end.code()),
            (Ending::Left, Some(_)) => ExitCode::FAILURE,
            (Ending::Left, None) => ExitCode::SUCCESS,
        }
    }
}

/// The last resort: a copy in the system's folder for temporary files. `note` says what is noted of it for the next start.
pub fn rescue(
    session: &Session,
    unsaved: &Unsaved,
    note: impl Fn(&Path) -> Option<(Elsewhere, Vec<PathBuf>)>,
) {
    let copied = session.clone();
    let copy = in_time(move || OpenFile::create_in(&std::env::temp_dir(), &copied));
    let sentence = match copy {
        Some(Ok(file)) => {
            let path = file.path().to_owned();
            let place = shown(&path);
            let noted = note(&path)
                .and_then(|(note, others)| in_time(move || note.note(&others)))
                .is_some_and(|noted| noted.is_ok());
            let noted = if noted {
                String::new()
            } else {
                format!("\n{}", not_noted(&path))
            };
            format!(
                "A copy of everything is in {place}. Move it to a safe place: that folder is emptied now and then.{noted}"
            )
        }
        Some(Err(error)) => format!("A copy could not be made either: {error}."),
        None => "A copy could not be made either: that disk does not answer.".to_owned(),
    };
    // The terminal may be gone; nobody is left to tell then.
    let _ = writeln!(
        io::stderr(),
        "customer-hat: the session of {} is not saved as it stands. {unsaved}\n{sentence}",
        session.business()
    );
}

/// What to say where the next start can't know where the session is.
pub fn not_noted(to: &Path) -> String {
    let to = shown(to);
    format!(
        "the session is in {to}. That could not be noted beside its old file: go on with `customer-hat resume {to}`."
    )
}

/// What comes of a work on a disk that may not answer, if it comes in time.
pub fn in_time<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (sender, done) = mpsc::channel();
    // Where no thread can be had, it counts as a disk that does not answer.
    aside("rescuer", move || drop(sender.send(work()))).ok()?;
    done.recv_timeout(LAST_RESORT).ok()
}
