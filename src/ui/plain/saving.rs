//! How the shell saves: nothing counts as saved before the disk has answered, or else that is said.

use super::shell::Shell;
use crate::model::session::Session;
use crate::store::elsewhere::Elsewhere;
use crate::store::folders;
use crate::store::saver::{Pace, SaveReport, Saver, Target, Unsaved};
use crate::store::visible::shown;
use crate::ui::run::effects::{LAST_SAVE, with_home};
use crate::ui::run::ending::{in_time, not_noted};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// How long a disk is waited for that has not answered the last time.
const BRIEFLY: Duration = Duration::from_millis(100);

impl Shell {
    pub(super) fn start_saver(&mut self, target: Target) {
        self.left_file = match &target {
            Target::File(file) => Some((file.path().to_owned(), Some(file.fingerprint()))),
            Target::New(_) | Target::At(_) => None,
        };
        self.given = 0;
        self.saver = match start(target) {
            Ok(saver) => Some(saver),
            Err(error) => {
                let why = format!("The part that saves could not start: {error}.");
                self.hear(SaveReport::NotSaved(why));
                None
            }
        };
    }

    pub(super) fn save(&mut self, session: Box<Session>) {
        if let Some((saver, _)) = &self.saver {
            // How it went is told by the report; a saver that has stopped is told of as it settles.
            self.given = saver.save(session).unwrap_or(self.given);
        }
        self.settle();
    }

    /// Waits for the disk, so that what is asked next stands on what is saved; not for ever.
    pub(super) fn settle(&mut self) {
        let Some((saver, reports)) = &self.saver else {
            return;
        };
        let settled = saver.settle(self.patience());
        let told: Vec<_> = reports.try_iter().collect();
        for report in told {
            self.hear(report);
        }
        self.is_silent = settled == Err(Unsaved::NoAnswer);
        if let Err(why @ (Unsaved::NoAnswer | Unsaved::Stopped)) = settled {
            let why = why.to_string();
            if self.unsaved.as_ref() != Some(&why) {
                self.talk.tell(format!(
                    "Not on disk yet: {why}. Go on, or say \"save to FOLDER\" to keep it elsewhere."
                ));
                self.unsaved = Some(why);
            }
        }
    }

    /// How long the disk is waited for.
    pub(super) fn patience(&self) -> Duration {
        if self.is_silent { BRIEFLY } else { LAST_SAVE }
    }

    fn hear(&mut self, report: SaveReport) {
        match report {
            SaveReport::Saved {
                number,
                path,
                fingerprint,
                notice,
                ..
            } => {
                self.talk.set_file(&path);
                self.left_file = Some((path, Some(fingerprint)));
                self.tell(notice);
                if number < self.given {
                    return;
                }
                if self.unsaved.take().is_some() {
                    self.talk.tell("Everything is saved again.".to_owned());
                }
                self.is_warned = false;
            }
            SaveReport::NotSaved(why) if self.unsaved.as_ref() == Some(&why) => {}
            SaveReport::NotSaved(why) => {
                self.talk.tell(format!(
                    "Not saved: {why} It is tried again. \"save to FOLDER\" keeps it elsewhere."
                ));
                self.unsaved = Some(why);
            }
        }
    }

    /// Asks a saver of its own to save to another place: the one there is may hang.
    pub(super) fn save_elsewhere(&mut self, path: PathBuf) {
        let Some(session) = self
            .talk
            .session()
            .cloned()
            .filter(|_| self.saver.is_some())
        else {
            return self.talk.tell("Nothing is open to be saved.".to_owned());
        };
        let (saver, reports) = match start(Target::At(with_home(path))) {
            Ok(saver) => saver,
            Err(error) => {
                return self
                    .talk
                    .tell(format!("The part that saves could not start: {error}."));
            }
        };
        // How it went is told by the report.
        let _ = saver.save(Box::new(session));
        let _ = saver.settle(LAST_SAVE);
        match reports.try_iter().last() {
            Some(SaveReport::Saved { path, .. }) => self.take_over((saver, reports), &path),
            Some(SaveReport::NotSaved(why)) => {
                saver.give_up();
                self.talk.tell(why);
            }
            None => {
                saver.give_up();
                self.talk
                    .tell("That place does not answer either.".to_owned());
            }
        }
    }

    fn take_over(&mut self, saver: (Saver, Receiver<SaveReport>), to: &Path) {
        if let Some((old, _)) = self.saver.replace(saver) {
            old.give_up();
        }
        self.given = 1;
        self.is_silent = false;
        self.unsaved = None;
        self.is_warned = false;
        self.talk.set_file(to);
        let shown = shown(to);
        self.talk
            .tell(format!("Everything is saved again. It goes on in {shown}."));
        if let Some((note, others)) = self.note_of(to)
            && in_time(move || note.note(&others)).is_none_or(|noted| noted.is_err())
        {
            self.talk.tell(not_noted(to));
        }
        self.left_file = None;
    }

    /// What is noted for the next start when the session goes on in another file, and where.
    pub(super) fn note_of(&self, to: &Path) -> Option<(Elsewhere, Vec<PathBuf>)> {
        let usual = || {
            let name = folders::name_of(self.talk.session()?);
            Some((self.shelf.folder().join(name), None))
        };
        let (session, left) = self.left_file.clone().or_else(usual)?;
        let note = Elsewhere::new(&session, left, to);
        (session != to).then(|| (note, self.shelf.others().to_owned()))
    }
}

fn start(target: Target) -> io::Result<(Saver, Receiver<SaveReport>)> {
    let (sender, reports) = mpsc::channel();
    // Without a shell the process is ending already.
    let tell = move |report| drop(sender.send(report));
    Ok((Saver::start(target, Pace::default(), tell)?, reports))
}
