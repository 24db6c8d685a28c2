//! A front: what stands where no session is open, such as Home. It draws, says which keys it takes, and
//! answers with what it wants; it changes nothing itself and knows neither disk nor terminal.

use super::frame::Head;
use super::keys::Offer;
use super::screen::Input;
use super::theme::Theme;
use crate::model::heading::Listing;
use crate::model::moment::Moment;
use crate::model::session::Session;
use crate::model::text::CleanText;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::PathBuf;

/// What a front may look at.
#[derive(Clone, Copy)]
pub struct FrontView<'a> {
    /// The time of day.
    pub now: Moment,
    /// How everything looks.
    pub theme: &'a Theme,
}

/// What a front wants to happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrontWant {
    /// Begin this session.
    Create {
        /// The session.
        session: Box<Session>,
        /// What the people should know, if anything.
        notice: Option<String>,
    },
    /// Go on with the session in this file.
    Open(PathBuf),
    /// Replay the session in this file.
    Replay(PathBuf),
    /// Replay this session, which has no file.
    ReplayThis(Box<Session>),
    /// Compare the sessions in these files.
    Compare(Vec<PathBuf>),
    /// Compare these sessions, which have no files.
    CompareThese(Vec<Session>),
    /// Put the sessions' files in order.
    Tidy(Tidying),
    /// A report of the sessions in these files.
    Report(Vec<PathBuf>),
    /// The settings.
    Settings,
    /// The sessions that are there.
    Library,
    /// A sentence for the people.
    Notice(String),
    /// To the front below this one.
    Back,
}

/// What can be done with sessions' files, each in a thread of its own; a sentence tells how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tidying {
    /// Move these to the trash.
    ToTrash(Vec<PathBuf>),
    /// Take these back from the trash.
    TakeBack(Vec<PathBuf>),
    /// Give a business another name, in all its sessions.
    Rename {
        /// The name it has.
        from: CleanText,
        /// The name it gets.
        to: CleanText,
    },
}

/// What stands where no session is open.
pub trait Front {
    /// The actions it takes now, the most important first.
    fn offers(&self) -> Vec<Offer>;

    /// Takes an input and says what it wants.
    fn update(&mut self, view: &FrontView<'_>, input: Input) -> Vec<FrontWant>;

    /// Draws itself.
    fn draw(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer);

    /// Whether it takes this key as it is, before any action is looked for: a field being typed into.
    fn takes(&self, _key: &KeyEvent) -> bool {
        false
    }

    /// What the head shows.
    fn head(&self, view: &FrontView<'_>, width: u16) -> Head;

    /// How the numbers on it are counted, a few short lines for the help.
    fn counted(&self) -> Vec<&'static str> {
        Vec::new()
    }

    /// What is there, seen anew.
    fn relist(&mut self, _listing: &Listing) {}
}
