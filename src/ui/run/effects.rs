//! How the loop carries out what the app asks for.

use super::ending::Ending;
use super::saving::Saving;
use super::stage::{For, News, Stage};
use crate::model::session::Session;
use crate::model::settings::Settings;
use crate::report::{self, Format};
use crate::store::saver::{Target, Unsaved};
use crate::store::shelf::Shelf;
use crate::store::visible::shown;
use crate::store::{export, folders};
use crate::ui::app::carry::sentence;
use crate::ui::app::report::Subject;
use crate::ui::app::{Effect, Urgency};
use crate::ui::events::{End, Happening};
use crate::ui::terminal::can_be_continued;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// How long a person waits for a slow disk before they are told.
pub const LAST_SAVE: Duration = Duration::from_secs(1);
/// How long a stop waits for the disk: whoever stopped us wants the terminal.
const SAVE_BEFORE_STOP: Duration = Duration::from_secs(1);

impl Stage {
    pub(super) fn carry_out(&mut self, effects: Vec<Effect>) -> Option<Ending> {
        let mut ending = None;
        for effect in effects {
            match effect {
                Effect::Create(session) => self.create(session),
                Effect::Save(session, urgency) => self.save(session, urgency),
                Effect::SaveElsewhere(path) => self.save_elsewhere(path),
                Effect::KeepSettings(settings) => self.keep_settings(*settings),
                Effect::Open(path) => self.open(path),
                Effect::Replay(path) => self.read(For::Replay, vec![path]),
                Effect::Compare(paths) => self.read(For::Compare, paths),
                Effect::Tidy(tidying) => self.tidy(tidying),
                Effect::Report(subjects, format) => self.report(subjects, format),
                Effect::CloseSession => self.close(),
                Effect::Quit => ending = ending.or(self.quit()),
                Effect::Suspend if can_be_continued() => ending = ending.or(self.stop()),
                Effect::Suspend => {
                    self.app.tell(
                        "Nothing here could wake the program again, so it goes on.".to_owned(),
                    );
                }
            }
        }
        ending
    }

    pub(super) fn create(&mut self, mut session: Box<Session>) {
        // Nobody waits for the list: until it is there, the names of the files tell the round.
        if self.app.is_early() {
            let rounds = self.rounds_by_name(&session);
            self.app.count(rounds);
            session = self.app.session().cloned().map_or(session, Box::new);
        }
        self.save_to(Target::New(self.shelf.clone()));
        self.save(session, Urgency::Now);
    }

    fn keep_settings(&mut self, settings: Settings) {
        let news = self.happenings.sender();
        if let Err(why) = self.keeper.keep(settings, news) {
            self.app.settings_kept(Err(why));
        }
    }

    fn open(&mut self, path: PathBuf) {
        if std::mem::replace(&mut self.opening, true) {
            return;
        }
        let (sessions, sender) = (self.shelf.clone(), self.happenings.sender());
        let started = aside("opener", move || {
            let opened = Box::new(sessions.go_on(&path));
            drop(sender.send(Happening::App(News::Opened(opened))));
        });
        if let Err(error) = started {
            self.opening = false;
            self.app.tell(format!("It could not be opened: {error}."));
        }
    }

    /// Reads sessions only to look at them: no lock, no trace.
    fn read(&mut self, purpose: For, paths: Vec<PathBuf>) {
        if std::mem::replace(&mut self.opening, true) {
            return;
        }
        let sender = self.happenings.sender();
        let started = aside("reader", move || {
            let read = paths.iter().map(|path| Shelf::read_session(path)).collect();
            drop(sender.send(Happening::App(News::Read(purpose, read))));
        });
        if let Err(error) = started {
            self.opening = false;
            self.app.tell(format!("It could not be read: {error}."));
        }
    }

    /// Writes a report where nobody has to look for a name.
    fn report(&mut self, subjects: Vec<Subject>, format: Format) {
        let (folder, sender) = (self.shelf.folder().to_owned(), self.happenings.sender());
        let started = aside("reporter", move || {
            let written = write_report(&folder, subjects, format);
            drop(sender.send(Happening::App(News::Reported(written))));
        });
        if let Err(error) = started {
            let why = format!("It could not be written: {error}.");
            self.app.report_written(Err(why));
        }
    }

    /// Leaves the session once it is saved, and looks again at what is there; both in another thread.
    fn close(&mut self) {
        let (sessions, sender) = (self.shelf.clone(), self.happenings.sender());
        let leave = move |settled: Result<(), Unsaved>| {
            let listed = settled.map(|()| sessions.list_all());
            drop(sender.send(Happening::App(News::Left(listed))));
        };
        let asked = match &self.saving {
            Saving::By(saver) => saver.when_settled(leave),
            Saving::Nothing => aside("lister", move || leave(Ok(())))
                .map_err(|error| Unsaved::Failed(error.to_string())),
            Saving::Broken(why) => Err(Unsaved::Failed(why.clone())),
        };
        if let Err(unsaved) = asked {
            self.hear(News::Left(Err(unsaved)));
        }
    }

    /// Leaves the program, unless that would lose something that the people have not been told of.
    fn quit(&mut self) -> Option<Ending> {
        let settled = match &self.saving {
            Saving::By(saver) => saver.settle(self.patience(LAST_SAVE)),
            Saving::Nothing => Ok(()),
            Saving::Broken(why) => Err(Unsaved::Failed(why.clone())),
        };
        match settled {
            Err(unsaved) if !std::mem::replace(&mut self.warned, true) => {
                self.app
                    .tell(format!("Leave once more to end all the same. {unsaved}"));
                None
            }
            _ => Some(Ending::Left),
        }
    }

    pub(super) fn stop(&mut self) -> Option<Ending> {
        if let Saving::By(saver) = &self.saving {
            // How it stands is told by the report.
            let _ = saver.settle(SAVE_BEFORE_STOP);
        }
        self.terminal
            .suspend()
            .is_err()
            .then(|| self.end(End::HungUp))
    }
}

/// Writes a report of these sessions, and says where; or why not, a sentence.
fn write_report(folder: &Path, subjects: Vec<Subject>, format: Format) -> Result<PathBuf, String> {
    let mut sessions = Vec::new();
    for subject in subjects {
        sessions.push(match subject {
            Subject::Open(session, Some(path)) => (*session, path),
            Subject::Open(session, None) => {
                let path = PathBuf::from(folders::name_of(&session));
                (*session, path)
            }
            Subject::File(path) => {
                let session = Shelf::read_session(&path).map_err(|error| error.headline())?;
                (session, path)
            }
        });
    }
    let stem = match &sessions[..] {
        [(_, path)] => path.clone(),
        _ => PathBuf::from("sessions.ron"),
    };
    let named = |(session, path): (Session, PathBuf)| {
        let name = path.file_name().unwrap_or_default();
        (session, shown(name))
    };
    let sessions: Vec<_> = sessions.into_iter().map(named).collect();
    let text =
        report::render_all(&sessions, format).map_err(|error| sentence(&error.to_string()))?;
    export::write_beside(folder, &stem, format.ending(), text.as_bytes())
        .map_err(|error| sentence(&error.to_string()))
}

/// A path as people type it: `~` is their own folder.
pub fn with_home(path: PathBuf) -> PathBuf {
    match (path.strip_prefix("~"), directories::BaseDirs::new()) {
        (Ok(rest), Some(folders)) => folders.home_dir().join(rest),
        _ => path,
    }
}

/// Does something in a thread of its own.
pub(super) fn aside(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let thread = thread::Builder::new().name(name.to_owned());
    thread.spawn(work).map(drop)
}
