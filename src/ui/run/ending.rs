//! The end: the last save, the terminal given back, and plain words about what could not be saved.

use super::stage::{Saving, Stage};
use crate::model::session::Session;
use crate::store::open_file::OpenFile;
use crate::store::saver::Unsaved;
use crate::store::visible::harmless;
use crate::ui::events::End;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

/// How long the last save may take: less than the ten seconds that an asked-for end is given.
const LAST_SAVE: Duration = Duration::from_secs(5);

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
        let unsaved = match std::mem::replace(&mut self.saving, Saving::Nothing) {
            Saving::By(saver) => saver.finish(LAST_SAVE).err(),
            Saving::Nothing => None,
            Saving::Broken(why) => Some(Unsaved::Failed(why)),
        };
        self.keeper.finish();
        self.terminal.restore();
        if let (Some(unsaved), Some(session)) = (&unsaved, self.app.session()) {
            rescue(session, unsaved);
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

/// The last resort: a copy in the system's folder for temporary files.
pub fn rescue(session: &Session, unsaved: &Unsaved) {
    let copy = OpenFile::create_in(&std::env::temp_dir(), session);
    let sentence = match copy {
        Ok(file) => format!(
            "A copy of everything is in {}. Move it to a safe place: that folder is emptied now and then.",
            harmless(&file.path().display().to_string())
        ),
        Err(error) => format!("A copy could not be made either: {error}."),
    };
    // The terminal may be gone; nobody is left to tell then.
    let _ = writeln!(
        io::stderr(),
        "customer-hat: the session of {} is not saved as it stands. {unsaved}\n{sentence}",
        session.business()
    );
}
