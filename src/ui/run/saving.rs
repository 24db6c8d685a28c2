//! How the loop saves: what it gives to the saver, what it hears of it, and how another saver takes over elsewhere.

use super::effects::{aside, with_home};
use super::stage::{News, Stage};
use crate::model::session::Session;
use crate::store::elsewhere::Elsewhere;
use crate::store::folders;
use crate::store::saved::Fingerprint;
use crate::store::saver::{Pace, SaveReport, Saver, Target, Unsaved};
use crate::store::visible::shown;
use crate::ui::app::{OnDisk, Urgency};
use crate::ui::events::Happening;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What saves the open session.
pub(super) enum Saving {
    /// Nothing is open, or only to be looked at.
    Nothing,
    /// This worker does.
    By(Saver),
    /// No worker can be had: the system is out of threads.
    Broken(String),
}

/// Another saver that has been asked to save elsewhere, and takes over once it has.
pub(super) struct Moving {
    nth: u32,
    saver: Saver,
}

impl Moving {
    /// It is not waited for any more.
    pub(super) fn give_up(self) {
        self.saver.give_up();
    }
}

/// Whether the next start finds what went on elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Noted {
    /// Nothing did, or it is noted.
    Yes,
    /// It goes on in this file, and that is not noted, or not yet.
    NotYet(PathBuf),
}

impl Stage {
    pub(super) fn save_to(&mut self, target: Target) {
        self.left_file = match &target {
            Target::File(file) => Some((file.path().to_owned(), Some(file.fingerprint()))),
            Target::New(_) | Target::At(_) => None,
        };
        self.savers += 1;
        self.current = self.savers;
        self.saving = match self.start_saver(target) {
            Ok(saver) => Saving::By(saver),
            Err(error) => Saving::Broken(format!("The part that saves could not start: {error}.")),
        };
    }

    fn start_saver(&self, target: Target) -> io::Result<Saver> {
        let (nth, sender) = (self.savers, self.happenings.sender());
        // Without a loop the process is ending already.
        let tell = move |report| drop(sender.send(Happening::App(News::Save(nth, report))));
        Saver::start(target, Pace::default(), tell)
    }

    pub(super) fn save(&mut self, session: Box<Session>, urgency: Urgency) {
        let given = match (&self.saving, urgency) {
            (Saving::By(saver), Urgency::Now) => saver.save(session),
            (Saving::By(saver), Urgency::Soon) => saver.save_soon(session),
            (Saving::Broken(why), _) => Err(Unsaved::Failed(why.clone())),
            (Saving::Nothing, _) => return,
        };
        match given {
            Ok(number) => self.app.given(number, urgency),
            Err(unsaved) => self.app.not_saved(unsaved.to_string()),
        }
    }

    /// Asks a saver of its own to save to another place: the one there is may hang, or be waiting to try again.
    pub(super) fn save_elsewhere(&mut self, path: PathBuf) {
        if matches!(self.saving, Saving::Nothing) {
            return;
        }
        let Some(session) = self.app.session().cloned() else {
            return;
        };
        self.savers += 1;
        let asked = self.start_saver(Target::At(with_home(path)));
        let asked = asked.map_err(|error| error.to_string()).and_then(|saver| {
            let given = saver.save(Box::new(session));
            given.map(|_| saver).map_err(|error| error.to_string())
        });
        let nth = self.savers;
        match asked {
            Ok(saver) => {
                let last = self.moving.replace(Moving { nth, saver });
                // A place that has not answered so far is not the one that is meant now.
                last.into_iter().for_each(Moving::give_up);
            }
            Err(why) => self
                .app
                .tell(format!("It could not be saved there: {why}.")),
        }
    }

    pub(super) fn hear_of_save(&mut self, nth: u32, report: SaveReport) {
        let is_moving = self.moving.as_ref().is_some_and(|moving| moving.nth == nth);
        if nth != self.current && !is_moving {
            return;
        }
        match report {
            SaveReport::Saved {
                number,
                session,
                path,
                fingerprint,
                notice,
            } => {
                if is_moving {
                    self.take_over(path.clone());
                }
                self.warned = false;
                self.left_file = Some((path.clone(), Some(fingerprint)));
                self.app.set_file(&path);
                let is_all = self.app.session() == Some(&*session);
                self.app.saved(number, session);
                if let Some(session) = self.app.session().filter(|_| is_moving && !is_all) {
                    let newer = Box::new(session.clone());
                    self.save(newer, Urgency::Now);
                }
                if let Some(notice) = notice {
                    self.app.tell(notice);
                }
            }
            SaveReport::NotSaved(why) if is_moving => {
                self.moving.take().into_iter().for_each(Moving::give_up);
                self.app.tell(why);
            }
            SaveReport::NotSaved(why) => self.app.not_saved(why),
        }
    }

    /// The session is saved elsewhere: it goes on there, and whatever the old saver was about to write it writes no more.
    fn take_over(&mut self, to: PathBuf) {
        let Some(Moving { nth, saver }) = self.moving.take() else {
            return;
        };
        self.current = nth;
        if let Saving::By(old) = std::mem::replace(&mut self.saving, Saving::By(saver)) {
            old.give_up();
        }
        self.app.saved_anew();
        self.app
            .tell(format!("Saved. It goes on in {}.", shown(&to)));
        self.note(to);
    }

    /// Notes where the session went on, for the next start; in a thread of its own, for the old place may hang.
    fn note(&mut self, to: PathBuf) {
        let Some(note) = self.note_of(&to) else {
            return;
        };
        self.noted = Noted::NotYet(to);
        let (others, sender) = (self.shelf.others().to_owned(), self.happenings.sender());
        let started = aside("noter", move || {
            if note.note(&others).is_ok() {
                drop(sender.send(Happening::App(News::Noted(note.to))));
            }
        });
        // Where it is not noted, the last words of the program say it.
        drop(started);
    }

    /// What is to be noted of the open session's file when it goes on in another one.
    pub(super) fn note_of(&self, to: &Path) -> Option<Elsewhere> {
        let usual = || {
            let name = folders::name_of(self.app.session()?);
            Some((self.shelf.folder().join(name), None))
        };
        let (session, left): (PathBuf, Option<Fingerprint>) =
            self.left_file.clone().or_else(usual)?;
        (session != to).then(|| Elsewhere::new(&session, left, to))
    }

    /// How long the end of the program waits for the saver: whoever was told that it does not answer has waited.
    pub(super) fn patience(&self, usual: Duration) -> Duration {
        match self.app.on_disk() {
            OnDisk::NoAnswer => usual.min(Duration::from_millis(200)),
            _ => usual,
        }
    }
}
