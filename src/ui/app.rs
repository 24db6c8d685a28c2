//! The program as a value: what happens comes in, what is to be done goes out. It touches neither disk
//! nor terminal, so that a whole workshop can be played in a test.

pub(super) mod carry;
mod replay;
pub mod report;
mod settings;

use super::big_text::BigLetters;
use super::compare::CompareFront;
pub use super::front::Tidying;
use super::front::{Front, FrontView};
use super::home::Home;
use super::keys::{self, Action, Offer};
use super::library::Library;
use super::overlay::Overlay;
use super::replay::Player;
use super::screen::{Input, Screen, View};
use super::screens;
use super::settings_pane::SettingsPane;
use super::theme::{Theme, Themes};
use super::undo::UndoStack;
use crate::model::change::Change;
use crate::model::exercise::Exercise;
use crate::model::heading::Listing;
use crate::model::last_time::people_of_last_time;
use crate::model::moment::Moment;
use crate::model::person::Person;
use crate::model::session::{Session, Walk};
use crate::model::settings::Settings;
use crate::model::text::CleanText;
use crate::report::Format;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use report::Subject;
use std::path::{Path, PathBuf};

/// What is to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Make a file for this session; from then on it is the open one.
    Create(Box<Session>),
    /// Save the open session as it is now.
    Save(Box<Session>, Urgency),
    /// Save the open session to a new file at this path, or in this folder, and go on there.
    SaveElsewhere(PathBuf),
    /// Open a session's file.
    Open(PathBuf),
    /// Read a session's file, to replay it.
    Replay(PathBuf),
    /// Read the files of these sessions, to compare them.
    Compare(Vec<PathBuf>),
    /// Put the sessions' files in order, then look again at what is there.
    Tidy(Tidying),
    /// Keep the settings.
    KeepSettings(Box<Settings>),
    /// Write a report of these sessions.
    Report(Vec<Subject>, Format),
    /// The open session is left; look again at what is there.
    CloseSession,
    /// End the program; everything accepted is saved before.
    Quit,
    /// Stop the program, as Ctrl-Z does.
    Suspend,
}

/// How soon something is to be on disk; what is more urgent is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// It is being typed: within a second.
    Soon,
    /// It was accepted: now.
    Now,
}

/// Whether what the screen shows is on disk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum OnDisk {
    /// It is, or will be in a moment.
    #[default]
    Saved,
    /// It is not; the reason in plain words.
    NotSaved(String),
}

/// A session that is open.
pub(super) struct Open {
    pub(super) session: Session,
    pub(super) screen: Box<dyn Screen>,
    undo: UndoStack,
    /// Why it can only be looked at, if so.
    pub(super) read_only: Option<String>,
    /// What plays it, where it is a replay.
    player: Option<Player>,
}

/// What every screen may look at beside its session.
pub(super) struct Around {
    pub(super) now: Moment,
    millis: u64,
    pub(super) theme: Theme,
    settings: Settings,
    /// Where the session's file is; empty where it has none.
    file: String,
    /// Whether the session is replayed.
    replay: bool,
    /// Who took part in the round before.
    last_time: Vec<Person>,
}

impl Around {
    pub(super) fn view<'a>(&'a self, session: &'a Session) -> View<'a> {
        View {
            session,
            // What a day makes of a replay, it made of it then.
            now: if self.replay {
                session.started()
            } else {
                self.now
            },
            millis: self.millis,
            theme: &self.theme,
            settings: &self.settings,
            file: &self.file,
            replay: self.replay,
            last_time: &self.last_time,
        }
    }

    pub(super) fn front_view(&self) -> FrontView<'_> {
        FrontView {
            now: self.now,
            theme: &self.theme,
        }
    }
}

/// The program.
pub struct App {
    home: Home,
    /// What lies over Home, the last on top.
    fronts: Vec<Box<dyn Front>>,
    /// What is there, as it was seen last.
    listing: Listing,
    /// The session that is open; without one, the front on top is shown.
    pub(super) open: Option<Box<Open>>,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<String>,
    pub(super) on_disk: OnDisk,
    pub(super) around: Around,
    themes: Themes,
    letters: BigLetters,
    /// Why the settings are not on disk, if so.
    settings_not_kept: Option<String>,
    /// What a report was asked about last.
    reported: Vec<Subject>,
}

impl App {
    /// The program at Home.
    pub fn new(home: Home, theme: Theme, now: Moment) -> Self {
        Self {
            listing: home.listing().clone(),
            home,
            fronts: Vec::new(),
            open: None,
            overlay: None,
            notice: None,
            on_disk: OnDisk::default(),
            themes: Themes::showing(theme.clone()),
            letters: BigLetters::default(),
            settings_not_kept: None,
            reported: Vec::new(),
            around: Around {
                now,
                millis: 0,
                theme,
                settings: Settings::default(),
                file: String::new(),
                replay: false,
                last_time: Vec::new(),
            },
        }
    }

    /// Tells the time. Everything that happens next happens then. `millis` count from any fixed point.
    pub fn set_time(&mut self, now: Moment, millis: u64) {
        self.around.now = now;
        self.around.millis = millis;
        self.play_on();
    }

    /// The session that is open, if one is.
    pub fn session(&self) -> Option<&Session> {
        self.open.as_ref().map(|open| &open.session)
    }

    /// In how many milliseconds the picture changes by itself; none when nothing moves.
    pub fn wakes_in(&self) -> Option<u64> {
        let open = self.open.as_ref()?;
        if self.overlay.as_ref().is_some_and(Overlay::is_blank) {
            return None;
        }
        let screen = open.screen.wakes_in(&self.around.view(&open.session));
        let player = open.player.as_ref();
        let player = player.and_then(|player| player.wakes_in(self.around.millis));
        screen.into_iter().chain(player).min()
    }

    /// A session was opened; `read_only` says why it can only be looked at, if so.
    pub fn opened(&mut self, mut session: Session, read_only: Option<String>) {
        // A pause of days does not count for the clock.
        resume_clock(&mut session, self.around.now);
        self.overlay = None;
        self.on_disk = OnDisk::default();
        self.around.file.clear();
        self.around.replay = false;
        self.around.last_time = people_of_last_time(&session, &self.listing.headings);
        self.notice.clone_from(&read_only);
        let screen = screens::at(session.place(), &self.around.view(&session));
        self.open = Some(Box::new(Open {
            session,
            screen,
            undo: UndoStack::default(),
            read_only,
            player: None,
        }));
    }

    /// Where the open session's file is.
    pub fn set_file(&mut self, path: &Path) {
        CleanText::from_file(path.display().to_string())
            .as_str()
            .clone_into(&mut self.around.file);
    }

    /// A sentence for the people, about something outside the session.
    pub fn tell(&mut self, sentence: String) {
        self.notice = Some(sentence);
    }

    /// The saver tells how it stands.
    pub fn saved(&mut self, on_disk: OnDisk) {
        self.on_disk = on_disk;
    }

    /// The open session was left; what is there was seen anew.
    pub fn left(&mut self, listing: &Listing) {
        self.overlay = None;
        self.open = None;
        self.on_disk = OnDisk::default();
        self.listed(listing);
        self.home.begin_anew();
    }

    /// What is there was seen anew. What is chosen or typed meanwhile stays.
    pub fn listed(&mut self, listing: &Listing) {
        self.listing = listing.clone();
        if let Some(open) = &self.open {
            self.around.last_time = people_of_last_time(&open.session, &listing.headings);
        }
        self.home.relist(listing);
        for front in &mut self.fronts {
            front.relist(listing);
        }
    }

    /// The user's own exercises were read: a next round may ask one of them.
    pub fn learn_exercises(&mut self, own: Vec<Exercise>) {
        self.home.learn_exercises(own);
    }

    /// Sets these sessions side by side, or says why they can't be.
    pub fn compare(&mut self, sessions: &[Session]) {
        match CompareFront::new(sessions) {
            Ok(front) => {
                self.overlay = None;
                self.fronts.push(Box::new(front));
            }
            Err(why) => self.notice = Some(carry::sentence(&why.to_string())),
        }
    }

    /// Opens what is there.
    pub fn show_library(&mut self) {
        self.fronts.push(Box::new(Library::new(&self.listing)));
    }

    /// What is shown while no session is open.
    pub(super) fn front(&self) -> &dyn Front {
        self.fronts.last().map_or(&self.home, |front| &**front)
    }

    pub(super) fn front_mut(&mut self) -> (&mut dyn Front, FrontView<'_>) {
        let front: &mut dyn Front = match self.fronts.last_mut() {
            Some(front) => &mut **front,
            None => &mut self.home,
        };
        (front, self.around.front_view())
    }

    /// A key was pressed.
    pub fn press(&mut self, key: KeyEvent) -> Vec<Effect> {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            match key.code {
                KeyCode::Char('c') => return self.leave_with(Effect::Quit),
                KeyCode::Char('z') => return self.leave_with(Effect::Suspend),
                _ => {}
            }
        }
        self.notice = None;
        let woken = self.wake();
        let on_top = self.press_settings(key).or_else(|| self.press_report(key));
        let effects = if let Some(effects) = on_top {
            effects
        } else if self.overlay.is_some() {
            self.press_overlay(key)
        } else {
            match self.meaning(key) {
                Some(input) if self.player().is_some() => self.give_replay(input),
                Some(Input::Act(action, _)) if self.act_everywhere(action) => Vec::new(),
                Some(Input::Act(Action::Undo, _)) => self.undo(),
                Some(input) => self.give(input),
                None => Vec::new(),
            }
        };
        woken.into_iter().chain(effects).collect()
    }

    /// Something was pasted.
    pub fn paste(&mut self, text: String) -> Vec<Effect> {
        self.notice = None;
        match (&mut self.overlay, &self.open) {
            (Some(overlay), Some(open)) => {
                let wants = overlay.paste(&self.around.view(&open.session), text);
                self.carry_out_overlay(wants)
            }
            (Some(_), None) => Vec::new(),
            (None, _) => self.give(Input::Paste(text)),
        }
    }

    /// The process ends, or the terminal is gone: what the screen keeps is saved.
    pub fn ending(&mut self) -> Vec<Effect> {
        self.leave_with(Effect::Quit)
    }

    /// What the screen takes now, with what goes everywhere.
    pub fn offers(&self) -> Vec<Offer> {
        let mut offers = match (&self.overlay, &self.open) {
            (Some(overlay), Some(open)) => return overlay.offers(&self.around.view(&open.session)),
            (Some(overlay), None) => return overlay.offers_at_home(),
            (None, None) => self.front().offers(),
            (None, Some(open)) => match &open.player {
                Some(player) => return self.replay_offers(open, player),
                None => open.screen.offers(&self.around.view(&open.session)),
            },
        };
        let in_session = self.open.is_some();
        let of_a_session = |action| matches!(action, Action::Undo | Action::People | Action::Notes);
        let more = keys::everywhere().into_iter();
        // One person alone is always here.
        let alone = self
            .session()
            .is_some_and(|session| session.walk() == Walk::Alone);
        let more = more.filter(|offer| !alone || offer.action != Action::People);
        offers.extend(more.filter(|offer| in_session || !of_a_session(offer.action)));
        if matches!(self.on_disk, OnDisk::NotSaved(_)) {
            offers.push(Offer::hidden(Action::SaveElsewhere, "save somewhere else"));
        }
        offers
    }

    fn meaning(&self, key: KeyEvent) -> Option<Input> {
        let taken = match &self.open {
            None => self.front().takes(&key),
            Some(open) if open.player.is_some() => false,
            Some(open) => open.screen.takes(&self.around.view(&open.session), &key),
        };
        if taken {
            return Some(Input::Key(key));
        }
        keys::meant(&key, &self.offers()).map(|offer| Input::Act(offer.action, key))
    }

    /// Overlays are the app's own; true when the action opened one.
    fn act_everywhere(&mut self, action: Action) -> bool {
        let overlay = match action {
            Action::Help => Overlay::help(self.offers()),
            Action::Blank => Overlay::Blank,
            Action::Notes => Overlay::Notes,
            Action::Quit | Action::QuitInField => {
                Overlay::leave(self.open.is_some(), &self.on_disk)
            }
            Action::SaveElsewhere => Overlay::elsewhere(),
            Action::People => Overlay::people(),
            Action::Settings => Overlay::Settings(SettingsPane::default()),
            _ => return false,
        };
        self.overlay = Some(overlay);
        true
    }

    fn press_overlay(&mut self, key: KeyEvent) -> Vec<Effect> {
        let wants = match (&mut self.overlay, &self.open) {
            (None, _) => return Vec::new(),
            (Some(overlay), None) => overlay.press_at_home(key),
            (Some(overlay), Some(open)) => overlay.press(&self.around.view(&open.session), key),
        };
        self.carry_out_overlay(wants)
    }
}

/// From now on the place where a session stands is on the screen.
fn resume_clock(session: &mut Session, now: Moment) {
    // Where it stands it may stand: its file was checked.
    let _ = session.apply(Change::Go(session.place()), now);
}
