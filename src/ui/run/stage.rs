//! What the loop holds, and how it carries out what the app asks for.

use super::ending::Ending;
use super::now;
use crate::model::session::Session;
use crate::store::read::ReadError;
use crate::store::saver::{Pace, SaveReport, Saver, Target, Unsaved};
use crate::store::shelf::{Access, Listing, OpenedSession, Shelf};
use crate::ui::app::{App, Effect, OnDisk, Urgency};
use crate::ui::events::{End, Happening, Happenings};
use crate::ui::terminal::{Terminal, can_be_continued};
use std::io;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

/// How long a person waits at the end for a slow disk before they are told.
const LAST_SAVE: Duration = Duration::from_secs(3);
/// How long a stop waits for the disk: whoever stopped us wants the terminal.
const SAVE_BEFORE_STOP: Duration = Duration::from_secs(1);

/// What the threads of the loop tell it.
pub(super) enum News {
    /// The saver of this number tells how a save went.
    Save(u32, SaveReport),
    /// A file was opened.
    Opened(Box<Result<OpenedSession, ReadError>>),
    /// The session can be left, or not because it is not saved.
    Left(Result<Listing, Unsaved>),
}

/// What saves the open session.
pub(super) enum Saving {
    /// Nothing is open, or only to be looked at.
    Nothing,
    /// This worker does.
    By(Saver),
    /// No worker can be had: the system is out of threads.
    Broken(String),
}

/// The loop's own things.
pub(super) struct Stage {
    pub(super) app: App,
    pub(super) saving: Saving,
    pub(super) terminal: Terminal,
    happenings: Happenings<News>,
    shelf: Shelf,
    /// How many savers there were: reports of an earlier one are not for the session that is open.
    savers: u32,
    /// Whether a file is being opened: a second Enter does not open it again.
    opening: bool,
    /// Whether the people were told that leaving loses something.
    warned: bool,
    begun: Instant,
}

impl Stage {
    pub(super) fn new(
        app: App,
        terminal: Terminal,
        happenings: Happenings<News>,
        shelf: Shelf,
    ) -> Self {
        Self {
            app,
            saving: Saving::Nothing,
            terminal,
            happenings,
            shelf,
            savers: 0,
            opening: false,
            warned: false,
            begun: Instant::now(),
        }
    }

    /// Opens a new session and makes its file.
    pub(super) fn begin(&mut self, session: Box<Session>, notice: Option<String>) {
        self.app.opened((*session).clone(), None);
        if let Some(notice) = notice {
            self.app.tell(notice);
        }
        self.create(session);
    }

    /// Shows a session that was opened.
    pub(super) fn show(&mut self, opened: OpenedSession) {
        match opened.access {
            Access::Look(why) => self.app.opened(opened.session, Some(why)),
            Access::Write { file, notice } => {
                self.save_to(Target::File(file));
                self.app.opened(opened.session, None);
                if let Some(notice) = notice {
                    self.app.tell(notice);
                }
            }
        }
    }

    /// Paints, waits, and carries out what happens, until the end.
    pub(super) fn play(&mut self) -> Ending {
        loop {
            self.tell_time();
            let app = &mut self.app;
            let painted = self.terminal.paint(|area, buf| {
                app.draw(area, buf);
                None
            });
            if painted.is_err() {
                return self.end(End::HungUp);
            }
            let mut next = match self.app.wakes_in() {
                Some(millis) => self
                    .happenings
                    .next_within(Duration::from_millis(millis.max(1))),
                None => Some(self.happenings.next()),
            };
            // A burst is answered with one frame.
            while let Some(happening) = next {
                self.tell_time();
                if let Some(ending) = self.meet(happening) {
                    return ending;
                }
                next = self.happenings.next_waiting();
            }
        }
    }

    fn tell_time(&mut self) {
        self.app
            .set_time(now(), self.begun.elapsed().as_millis() as u64);
    }

    fn meet(&mut self, happening: Happening<News>) -> Option<Ending> {
        match happening {
            Happening::Key(key) => {
                let effects = self.app.press(key);
                self.carry_out(effects)
            }
            Happening::Paste(text) => {
                let effects = self.app.paste(text);
                self.carry_out(effects)
            }
            Happening::Resized => None,
            Happening::End(end) => Some(self.end(end)),
            Happening::Suspend => self.stop(),
            Happening::Continued => match self.terminal.continued() {
                Ok(()) => None,
                Err(_) => Some(self.end(End::HungUp)),
            },
            Happening::WorkerFailed(mistake) => {
                self.app
                    .tell(format!("A part of the program made a mistake: {mistake}"));
                None
            }
            Happening::App(news) => {
                self.hear(news);
                None
            }
        }
    }

    fn hear(&mut self, news: News) {
        match news {
            News::Save(nth, report) if nth == self.savers => self.hear_of_save(report),
            News::Save(..) => {}
            News::Opened(opened) => {
                self.opening = false;
                match *opened {
                    // Another session was begun meanwhile: the file is let go again.
                    Ok(_) if self.app.session().is_some() => {}
                    Ok(opened) => self.show(opened),
                    Err(error) => self.app.tell(error.headline()),
                }
            }
            News::Left(Ok(listing)) => {
                // It has settled; what a key added since is saved in a moment.
                match std::mem::replace(&mut self.saving, Saving::Nothing) {
                    Saving::By(saver) => drop(saver.finish(LAST_SAVE)),
                    Saving::Nothing | Saving::Broken(_) => {}
                }
                self.savers += 1;
                let unreadable = listing.unreadable.into_iter().map(|file| file.problem);
                self.app.go_home(listing.headings, unreadable.collect());
            }
            News::Left(Err(unsaved)) => {
                self.app
                    .tell(format!("It stays open, for it is not saved yet: {unsaved}"));
            }
        }
    }

    fn hear_of_save(&mut self, report: SaveReport) {
        match report {
            SaveReport::Saved { path, notice } => {
                self.warned = false;
                self.app.set_file(&path);
                self.app.saved(OnDisk::Saved);
                if let Some(notice) = notice {
                    self.app.tell(notice);
                }
            }
            SaveReport::NotSaved(why) => self.app.saved(OnDisk::NotSaved(why)),
        }
    }

    pub(super) fn carry_out(&mut self, effects: Vec<Effect>) -> Option<Ending> {
        let mut ending = None;
        for effect in effects {
            match effect {
                Effect::Create(session) => self.create(session),
                Effect::Save(session, urgency) => self.save(session, urgency),
                Effect::Open(path) => self.open(path),
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

    fn create(&mut self, session: Box<Session>) {
        self.save_to(Target::New(self.shelf.clone()));
        self.save(session, Urgency::Now);
    }

    fn save_to(&mut self, target: Target) {
        self.savers += 1;
        let (nth, sender) = (self.savers, self.happenings.sender());
        // Without a loop the process is ending already.
        let tell = move |report| drop(sender.send(Happening::App(News::Save(nth, report))));
        self.saving = match Saver::start(target, Pace::default(), tell) {
            Ok(saver) => Saving::By(saver),
            Err(error) => Saving::Broken(format!("The part that saves could not start: {error}.")),
        };
    }

    fn save(&mut self, session: Box<Session>, urgency: Urgency) {
        let given = match (&self.saving, urgency) {
            (Saving::By(saver), Urgency::Now) => saver.save(session),
            (Saving::By(saver), Urgency::Soon) => saver.save_soon(session),
            (Saving::Broken(why), _) => Err(Unsaved::Failed(why.clone())),
            (Saving::Nothing, _) => return,
        };
        if let Err(unsaved) = given {
            self.app.saved(OnDisk::NotSaved(unsaved.to_string()));
        }
    }

    fn open(&mut self, path: PathBuf) {
        if std::mem::replace(&mut self.opening, true) {
            return;
        }
        let sender = self.happenings.sender();
        let started = aside("opener", move || {
            let opened = Box::new(Shelf::open_session(&path));
            drop(sender.send(Happening::App(News::Opened(opened))));
        });
        if let Err(error) = started {
            self.opening = false;
            self.app.tell(format!("It could not be opened: {error}."));
        }
    }

    /// Leaves the session once it is saved, and looks again at what is there; both in another thread.
    fn close(&mut self) {
        let (sessions, sender) = (self.shelf.clone(), self.happenings.sender());
        let leave = move |settled: Result<(), Unsaved>| {
            let listed = settled.map(|()| sessions.list());
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
            Saving::By(saver) => saver.settle(LAST_SAVE),
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

    fn stop(&mut self) -> Option<Ending> {
        if let Saving::By(saver) = &self.saving {
            // How it stands is told by the report.
            let _ = saver.settle(SAVE_BEFORE_STOP);
        }
        self.terminal
            .suspend()
            .is_err()
            .then(|| self.end(End::HungUp))
    }

    fn end(&mut self, end: End) -> Ending {
        self.happenings.answer_end();
        for effect in self.app.ending() {
            if let Effect::Save(session, urgency) = effect {
                self.save(session, urgency);
            }
        }
        Ending::Ended(end)
    }
}

/// Does something in a thread of its own.
fn aside(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let thread = thread::Builder::new().name(name.to_owned());
    thread.spawn(work).map(drop)
}
