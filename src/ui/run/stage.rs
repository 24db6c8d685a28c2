//! What the loop holds, and what it does with each thing that happens.

use super::ending::Ending;
use super::keeper::Keeper;
use super::lister::Found;
use super::now;
use super::saving::{Moving, Noted, Saving};
use crate::model::heading::Listing;
use crate::model::session::Session;
use crate::store::read::ReadError;
use crate::store::saved::Fingerprint;
use crate::store::saver::{SaveReport, Target, Unsaved};
use crate::store::shelf::{Access, OpenedSession, Shelf};
use crate::ui::app::{App, Effect, Urgency};
use crate::ui::events::{End, Happening, Happenings};
use crate::ui::terminal::Terminal;
use crossterm::event::KeyEvent;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// What the threads of the loop tell it.
pub(super) enum News {
    /// The saver of this number tells how a save went.
    Save(u32, SaveReport),
    /// A file was opened.
    Opened(Box<Result<OpenedSession, ReadError>>),
    /// Sessions were read, for this purpose.
    Read(For, Result<Vec<Session>, ReadError>),
    /// A report was written here, or was not; why, a sentence.
    Reported(Result<PathBuf, String>),
    /// The session can be left, or not because it is not saved.
    Left(Result<Listing, Unsaved>),
    /// What is there, seen for the first time.
    Found(Box<Found>),
    /// The sessions' files were put in order: how it went, and what is there now.
    Tidied(String, Box<Listing>),
    /// The settings of this number are on disk, or are not, and why.
    Settings(u64, Result<(), String>),
    /// It is noted that the session goes on in this file.
    Noted(PathBuf),
}

/// What sessions are read for.
pub(super) enum For {
    /// To replay the one.
    Replay,
    /// To compare them.
    Compare,
}

/// What the terminal may be asked, and was not yet.
#[derive(Default)]
pub(super) struct Questions {
    /// The colour of its ground.
    pub(super) ground: bool,
    /// Its name.
    pub(super) name: bool,
}

/// What is known of the order on the shelf.
#[derive(Default)]
pub(super) struct Order {
    /// Whether the sessions' files are being put in order.
    pub(super) is_tidied: bool,
    /// Whether what is there was seen since the program began: what the first look finds is older then.
    is_seen: bool,
}

/// The loop's own things.
pub(super) struct Stage {
    pub(super) app: App,
    pub(super) saving: Saving,
    pub(super) terminal: Terminal,
    pub(super) happenings: Happenings<News>,
    pub(super) shelf: Shelf,
    pub(super) keeper: Keeper,
    /// How many savers there were.
    pub(super) savers: u32,
    /// Which of them saves the open session: reports of an earlier one are not for it.
    pub(super) current: u32,
    /// The one that is to take over, once it has saved elsewhere.
    pub(super) moving: Option<Moving>,
    /// The open session's file and what stands in it, once it has one.
    pub(super) left_file: Option<(PathBuf, Option<Fingerprint>)>,
    /// Whether the next start finds what went on elsewhere.
    pub(super) noted: Noted,
    /// Whether a file is being opened: a second Enter does not open it again.
    pub(super) opening: bool,
    /// What is known of the shelf.
    pub(super) order: Order,
    /// Whether the people were told that leaving loses something.
    pub(super) warned: bool,
    /// What the terminal may be asked.
    pub(super) questions: Questions,
    begun: Instant,
}

impl Stage {
    pub(super) fn new(
        app: App,
        terminal: Terminal,
        happenings: Happenings<News>,
        shelf: Shelf,
        keeper: Keeper,
    ) -> Self {
        Self {
            app,
            saving: Saving::Nothing,
            terminal,
            happenings,
            shelf,
            keeper,
            savers: 0,
            current: 0,
            moving: None,
            left_file: None,
            noted: Noted::Yes,
            opening: false,
            order: Order::default(),
            warned: false,
            questions: Questions::default(),
            begun: Instant::now(),
        }
    }

    /// Opens a new session and makes its file.
    pub(super) fn begin(&mut self, session: Box<Session>, notice: Option<String>) {
        self.app.begun((*session).clone());
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
                let path = file.path().to_owned();
                self.save_to(Target::File(file));
                self.app.opened(opened.session, None);
                self.app.set_file(&path);
                // Whoever follows the session sees that it goes on, and since when.
                if let Some(session) = self.app.session().filter(|one| one.finished().is_none()) {
                    self.save(Box::new(session.clone()), Urgency::Now);
                }
                if let Some(notice) = notice {
                    self.app.tell(notice);
                }
            }
        }
    }

    /// Asks the terminal for its ground and its name, as far as they matter.
    fn ask(&mut self) -> io::Result<()> {
        if self.questions.ground && self.app.follows_ground() {
            self.questions.ground = false;
            self.terminal.ask_ground()?;
        }
        if self.questions.name && self.app.wants_name() {
            self.questions.name = false;
            self.terminal.ask_name()?;
        }
        Ok(())
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
            // The first frame stands before anything is asked; nobody waits for the answer.
            if painted.and_then(|_| self.ask()).is_err() {
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
            Happening::Keys(keys) => self.type_keys(&keys),
            Happening::Paste(text) => {
                let effects = self.app.paste(text);
                self.carry_out(effects)
            }
            Happening::Resized => None,
            Happening::Ground(ground) => {
                self.app.tell_ground(ground);
                None
            }
            Happening::Name(name) => {
                self.app.tell_name(&name);
                None
            }
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

    fn type_keys(&mut self, mut keys: &[KeyEvent]) -> Option<Ending> {
        while !keys.is_empty() {
            let (effects, more) = self.app.typed(keys);
            if let Some(ending) = self.carry_out(effects) {
                return Some(ending);
            }
            keys = more;
        }
        None
    }

    pub(super) fn hear(&mut self, news: News) {
        match news {
            News::Save(nth, report) => self.hear_of_save(nth, report),
            News::Noted(to) => {
                if self.noted == Noted::NotYet(to) {
                    self.noted = Noted::Yes;
                }
            }
            News::Opened(opened) => {
                self.opening = false;
                match *opened {
                    // Another session was begun meanwhile: the file is let go again.
                    Ok(_) if self.app.session().is_some() => {}
                    Ok(opened) => self.show(opened),
                    Err(error) => self.app.tell(error.headline()),
                }
            }
            News::Read(purpose, read) => {
                self.opening = false;
                match (purpose, read) {
                    _ if self.app.session().is_some() => {}
                    (For::Replay, Ok(sessions)) => {
                        if let Some(session) = sessions.into_iter().next() {
                            self.app.replay(session);
                        }
                    }
                    (For::Compare, Ok(sessions)) => self.app.compare(&sessions),
                    (_, Err(error)) => self.app.tell(error.headline()),
                }
            }
            News::Found(found) => {
                self.hear_of_what_is_there(*found);
            }
            News::Tidied(told, listing) => {
                self.order = Order {
                    is_tidied: false,
                    is_seen: true,
                };
                self.app.listed(&listing);
                self.app.tell(told);
            }
            News::Left(Ok(listing)) => {
                self.order.is_seen = true;
                // It has settled; what a key added since is saved in a moment.
                match std::mem::replace(&mut self.saving, Saving::Nothing) {
                    Saving::By(saver) => drop(saver.finish(super::effects::LAST_SAVE)),
                    Saving::Nothing | Saving::Broken(_) => {}
                }
                self.current = 0;
                self.moving.take().into_iter().for_each(Moving::give_up);
                self.left_file = None;
                self.app.left(&listing);
                self.tell_incomplete(&listing);
            }
            News::Reported(written) => {
                let written = written.as_deref().map_err(Clone::clone);
                self.app.report_written(written);
            }
            // What was changed since is still on its way.
            News::Settings(number, kept) if self.keeper.is_last(number) => {
                self.app.settings_kept(kept);
            }
            News::Settings(..) => {}
            News::Left(Err(unsaved)) => {
                self.app
                    .tell(format!("It stays open, for it is not saved yet: {unsaved}"));
            }
        }
    }

    /// A folder that can't be read to its end is no empty one.
    fn tell_incomplete(&mut self, listing: &Listing) {
        if let Some(why) = &listing.incomplete {
            self.app.tell(why.clone());
        }
    }

    fn hear_of_what_is_there(&mut self, found: Found) {
        if found.is_all {
            self.app.learn_exercises(found.exercises);
        }
        if let Some(why) = found.hidden {
            self.app.tell(why);
        }
        if self.order.is_seen {
            return;
        }
        if !found.is_all {
            return self.app.listed_in_part(&found.listing);
        }
        let is_early = self.app.is_early();
        self.app.listed(&found.listing);
        self.tell_incomplete(&found.listing);
        // Only now it is known which round it is.
        if let Some(session) = self.app.session().filter(|_| is_early).cloned() {
            self.save(Box::new(session), Urgency::Now);
        }
    }

    pub(super) fn end(&mut self, end: End) -> Ending {
        self.happenings.answer_end();
        for effect in self.app.ending() {
            if let Effect::Save(session, urgency) = effect {
                self.save(session, urgency);
            }
        }
        Ending::Ended(end)
    }
}
