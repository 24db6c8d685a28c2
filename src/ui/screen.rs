//! What a screen is: it draws, it says which keys it takes, and it answers with what it wants.
//!
//! It changes nothing itself and knows neither disk nor terminal.

use super::keys::{Action, Offer};
use super::theme::Theme;
use crate::model::change::Change;
use crate::model::moment::Moment;
use crate::model::person::Person;
use crate::model::place::Place;
use crate::model::session::Session;
use crate::model::settings::Settings;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// What a screen may look at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The session.
    pub session: &'a Session,
    /// The time of day.
    pub now: Moment,
    /// Milliseconds since the program started, for what moves.
    pub millis: u64,
    /// How everything looks.
    pub theme: &'a Theme,
    /// What the user has chosen for all sessions.
    pub settings: &'a Settings,
    /// Where the session's file is, cleaned; empty where it has none.
    pub file: &'a str,
    /// The session as it is on disk, where it has a file; what is not the same there is on its way.
    pub on_disk: Option<&'a Session>,
    /// Whether it is a replay: what only helps to change something is left out.
    pub replay: bool,
    /// Who took part in the round before, for a team to take over; nobody where there was none.
    pub last_time: &'a [Person],
}

/// What comes to a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// An action it offered. The key press comes along for actions of several keys.
    Act(Action, KeyEvent),
    /// A key that it takes as it is.
    Key(KeyEvent),
    /// A paste.
    Paste(String),
}

/// What a screen wants to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Want {
    /// A change that `u` can take back.
    Change(Change),
    /// A change that nobody would call one: a draft, the seconds of a clock.
    Quietly(Change),
    /// To the next place.
    Next,
    /// To the place before.
    Back,
    /// To a certain place.
    Go(Place),
    /// A sentence for the people.
    Notice(String),
    /// Take the last change back.
    Undo,
    /// A report of the session.
    Report,
    /// To Home; the session is kept.
    Home,
}

impl Want {
    /// This, and a sentence where there is one to say.
    pub fn and_say(self, told: Option<String>) -> Vec<Self> {
        [self].into_iter().chain(told.map(Self::Notice)).collect()
    }
}

/// A screen of a session.
pub trait Screen {
    /// The actions it takes now, the most important first.
    fn offers(&self, view: &View<'_>) -> Vec<Offer>;

    /// Takes an input and says what it wants.
    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want>;

    /// Draws itself.
    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer);

    /// Whether it takes this key as it is, before any action is looked for: a field being typed into.
    fn takes(&self, _view: &View<'_>, _key: &KeyEvent) -> bool {
        false
    }

    /// Takes a key that means nothing of what it offers.
    fn stray(&mut self, _view: &View<'_>, _key: &KeyEvent) -> Vec<Want> {
        Vec::new()
    }

    /// Is told of an action before it is carried out; false where one that goes everywhere must not be.
    fn lets_through(&mut self, _action: Action) -> bool {
        true
    }

    /// What stands at the right of the head.
    fn head(&self, _view: &View<'_>) -> String {
        String::new()
    }

    /// How the numbers on it are counted, a few short lines for the help.
    fn counted(&self, _view: &View<'_>) -> Vec<&'static str> {
        Vec::new()
    }

    /// In how many milliseconds it looks different all by itself; none when it waits for a key.
    fn wakes_in(&self, _view: &View<'_>) -> Option<u64> {
        None
    }

    /// What is to be kept when it is left, whatever the reason.
    fn leave(&mut self, _view: &View<'_>) -> Vec<Want> {
        Vec::new()
    }
}
