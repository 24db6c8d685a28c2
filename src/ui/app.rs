//! The program as a value: what happens comes in, what is to be done goes out. It touches neither disk
//! nor terminal, so that a whole workshop can be played in a test.

pub(super) mod carry;
mod effect;
mod on_disk;
mod press;
mod replay;
pub mod report;
mod settings;
mod typed;

pub use effect::{Effect, OnDisk, Urgency};

use super::big_text::BigLetters;
use super::compare::CompareFront;
use super::farewell::farewell;
pub use super::front::Tidying;
use super::front::{Front, FrontView};
use super::home::{Home, business};
use super::library::Library;
use super::overlay::Overlay;
use super::replay::Player;
use super::screen::{Screen, View};
use super::screens;
use super::theme::{Theme, Themes};
use super::undo::UndoStack;
use crate::model::change::Change;
use crate::model::exercise::Exercise;
use crate::model::heading::{Heading, Listing};
use crate::model::last_time::{newest_away, people_of_last_time};
use crate::model::moment::Moment;
use crate::model::person::Person;
use crate::model::session::{Earlier, Session};
use crate::model::settings::Settings;
use crate::model::text::CleanText;
use crate::model::text::file_name::as_text;
use on_disk::Written;
use report::Subject;
use std::path::Path;
use std::sync::Arc;

/// A session that is open.
pub(super) struct Open {
    pub(super) session: Session,
    pub(super) screen: Box<dyn Screen>,
    undo: UndoStack,
    /// Why it can only be looked at, if so.
    pub(super) read_only: Option<String>,
    /// Whether it began before it was known what is there, and which round it is.
    is_early: bool,
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
    /// What of the session is on disk.
    written: Written,
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
            on_disk: self.written.copy(session),
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
    pub(super) around: Around,
    themes: Themes,
    letters: BigLetters,
    /// Why the settings are not on disk, if so.
    settings_not_kept: Option<String>,
    /// When the disk owes an answer about the settings, while they are on their way.
    settings_due: Option<u64>,
    /// What a report was asked about last.
    reported: Vec<Subject>,
    /// Where the session is that was left last, and thanks.
    farewell: Option<String>,
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
            themes: Themes::showing(theme.clone()),
            letters: BigLetters::default(),
            settings_not_kept: None,
            settings_due: None,
            reported: Vec::new(),
            farewell: None,
            around: Around {
                now,
                millis: 0,
                theme,
                settings: Settings::default(),
                file: String::new(),
                written: Written::default(),
                replay: false,
                last_time: Vec::new(),
            },
        }
    }

    /// Tells the time. Everything that happens next happens then. `millis` count from any fixed point.
    pub fn set_time(&mut self, now: Moment, millis: u64) {
        self.around.now = now;
        self.around.millis = millis;
        self.expect_settings();
        self.play_on();
    }

    /// The session that is open, if one is.
    pub fn session(&self) -> Option<&Session> {
        self.open.as_ref().map(|open| &open.session)
    }

    /// In how many milliseconds the picture changes by itself; none when nothing moves.
    pub fn wakes_in(&self) -> Option<u64> {
        if self.overlay.as_ref().is_some_and(Overlay::is_blank) {
            return None;
        }
        let millis = self.around.millis;
        let settings = self.settings_due.map(|due| due.saturating_sub(millis));
        let written = self.around.written.wakes_in(millis);
        let moves = self.moves_in();
        settings.into_iter().chain(written).chain(moves).min()
    }

    /// In how many milliseconds the screen or the replay moves.
    fn moves_in(&self) -> Option<u64> {
        let open = self.open.as_ref()?;
        let screen = open.screen.wakes_in(&self.around.view(&open.session));
        let player = open.player.as_ref();
        let player = player.and_then(|player| player.wakes_in(self.around.millis));
        screen.into_iter().chain(player).min()
    }

    /// A session was opened; `read_only` says why it can only be looked at, if so.
    pub fn opened(&mut self, mut session: Session, read_only: Option<String>) {
        self.around.written = match &read_only {
            Some(_) => Written::default(),
            None => Written::read(&session),
        };
        // A pause of days does not count for the clock.
        resume_clock(&mut session, self.around.now);
        self.overlay = None;
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
            is_early: false,
            player: None,
        }));
    }

    /// A session was begun: nothing of it is on disk yet.
    pub fn begun(&mut self, session: Session) {
        self.opened(session, None);
        self.around.written = Written::nothing();
    }

    /// The session that was just begun is counted once it is known what is there.
    pub(super) fn count_later(&mut self) {
        if let Some(open) = &mut self.open {
            open.is_early = !self.home.is_listed();
        }
    }

    /// Whether the open session began before it was known what is there.
    pub fn is_early(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.is_early)
    }

    /// Counts the session that began early after what is known by now, and after these rounds.
    pub fn count(&mut self, more: Vec<Earlier>) {
        let Some(open) = self.open.as_mut().filter(|open| open.is_early) else {
            return;
        };
        // Its own file may be among what is there by now.
        let is_other = |one: &&Heading| one.started != open.session.started();
        let headings: Vec<_> = self
            .home
            .listing()
            .headings
            .iter()
            .filter(is_other)
            .cloned()
            .collect();
        let earlier: Vec<_> = headings.iter().map(Heading::earlier).chain(more).collect();
        let asked = self
            .home
            .next_exercise(open.session.business(), open.session.walk());
        open.session.follow(&earlier, asked.exercise);
        open.is_early = !self.home.is_listed();
        let before = business::unfinished(&headings, open.session.walk(), open.session.business());
        let before = before.map(|at| business::stays(&headings[at]));
        let away = newest_away(open.session.business(), open.session.walk(), &headings);
        let told: Vec<_> = before.into_iter().chain(away).chain(asked.told).collect();
        if !told.is_empty() {
            self.notice = Some(told.join(" "));
        }
    }

    /// What is there as far as it is known yet.
    pub fn listed_in_part(&mut self, listing: &Listing) {
        self.listing = listing.clone();
        self.home.relist_in_part(listing);
        for front in &mut self.fronts {
            front.relist(listing);
        }
    }

    /// Where the open session's file is.
    pub fn set_file(&mut self, path: &Path) {
        CleanText::from_file(as_text(path))
            .as_str()
            .clone_into(&mut self.around.file);
    }

    /// A sentence for the people, about something outside the session.
    pub fn tell(&mut self, sentence: String) {
        self.notice = Some(sentence);
    }

    /// The saver was given the open session; it calls this its order of that number.
    pub fn given(&mut self, number: u64, urgency: Urgency) {
        let now = self.around.millis;
        self.around.written.given(number, urgency, now);
    }

    /// The saver tells that everything up to the order of this number is on disk: this session.
    pub fn saved(&mut self, number: u64, session: Arc<Session>) {
        let now = self.around.millis;
        self.around.written.told(number, session, now);
    }

    /// The saver tells why it can't save; the reason in plain words.
    pub fn not_saved(&mut self, why: String) {
        self.around.written.failed(why);
    }

    /// Another saver has taken over, which counts its orders anew; nothing is known of it yet.
    pub fn saved_anew(&mut self) {
        self.around.written = Written::nothing();
    }

    /// Whether what the screen shows is on disk.
    pub fn on_disk(&self) -> OnDisk {
        match self.around.written.state(self.around.millis) {
            OnDisk::Saved if self.settings_due.is_some() => OnDisk::Saving,
            state => state,
        }
    }

    /// The open session was left; what is there was seen anew.
    pub fn left(&mut self, listing: &Listing) {
        let farewell = self.farewell();
        self.notice = farewell.clone().or(self.notice.take());
        self.farewell = farewell.or(self.farewell.take());
        self.around.file.clear();
        self.overlay = None;
        self.open = None;
        self.around.written = Written::default();
        self.listed(listing);
        self.home.begin_anew();
    }

    /// Where the session is that was open last, and thanks; none where none was kept.
    pub fn farewell(&self) -> Option<String> {
        let Some(open) = &self.open else {
            return self.farewell.clone();
        };
        let file = Some(&self.around.file).filter(|_| open.read_only.is_none());
        farewell(&open.session, file?)
    }

    /// What is there was seen anew. What is chosen or typed meanwhile stays.
    pub fn listed(&mut self, listing: &Listing) {
        self.listing = listing.clone();
        self.home.relist(listing);
        self.count(Vec::new());
        if let Some(open) = &self.open {
            self.around.last_time = people_of_last_time(&open.session, &listing.headings);
        }
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

    /// The process ends, or the terminal is gone: what the screen keeps is saved.
    pub fn ending(&mut self) -> Vec<Effect> {
        self.leave_with(Effect::Quit)
    }
}

/// From now on the place where a session stands is on the screen.
fn resume_clock(session: &mut Session, now: Moment) {
    // Where it stands it may stand: its file was checked.
    let _ = session.apply(Change::Go(session.place()), now);
}
