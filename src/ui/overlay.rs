//! What can lie on top of a screen: help, a blank screen, the question before leaving, the people.

mod boxes;
mod draw;

pub(super) use boxes::{List, ROOMY, answers, boxed, list_box, pointer};

use super::app::OnDisk;
use super::keys::{self, Action, Offer};
use super::people_editor::{LIST_IS_OPEN, PeopleEditor};
use super::report_pane::ReportPane;
use super::screen::{Input, View, Want};
use super::settings_pane::SettingsPane;
use super::theme::Theme;
use super::widgets::field::TextField;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};
use std::path::PathBuf;

/// The most characters of a path that is typed.
const MOST_CHARS_OF_A_PATH: usize = 300;

/// What is said where nothing was typed.
const NO_FOLDER: &str = "First a folder, then Enter.";

/// The keys of a page of help.
const PAGE: usize = 6;

/// What lies on top of a screen.
#[derive(Debug)]
pub enum Overlay {
    /// Every key of what is shown.
    Help {
        /// The keys.
        offers: Vec<Offer>,
        /// Which of them is large, counted from 0.
        at: usize,
        /// How the numbers that are shown are counted.
        counted: Vec<&'static str>,
        /// What it lies over, if that lies on top too.
        over: Option<Box<Overlay>>,
    },
    /// Nothing at all.
    Blank,
    /// The facilitator's notes, where there is one screen only.
    Notes,
    /// Leave? In a session there is also the way to Home.
    Leave {
        /// Whether a session is open.
        in_session: bool,
        /// Whether what is on the screen is on disk.
        on_disk: OnDisk,
    },
    /// Save to another place: which folder or file?
    Elsewhere(Box<TextField>),
    /// Who is here, who comes late; none until it is first drawn with a session.
    People(Option<Box<PeopleEditor>>),
    /// The settings; the app itself gives them their keys and draws them.
    Settings(SettingsPane),
    /// Which kind of report? The app itself gives it its keys and draws it.
    Report(ReportPane),
}

/// What an overlay wants to happen.
#[derive(Debug)]
pub enum OverlayWant {
    /// It goes away.
    Close,
    /// The program ends.
    Quit,
    /// To Home.
    Home,
    /// Save to another place.
    SaveElsewhere(PathBuf),
    /// What a screen might want.
    Screen(Want),
}

impl Overlay {
    /// Help for what takes these: a screen, or what lies on top of it; and how its numbers are counted.
    pub fn help(offers: Vec<Offer>, counted: Vec<&'static str>, over: Option<Self>) -> Self {
        Self::Help {
            offers,
            at: 0,
            counted,
            over: over.map(Box::new),
        }
    }

    /// What is seen again when it goes away.
    pub fn under(self) -> Option<Self> {
        match self {
            Self::Help { over, .. } => over.map(|over| *over),
            _ => None,
        }
    }

    /// Whether a key is typed as it is, into a field.
    pub fn takes(&self, key: &KeyEvent) -> bool {
        match self {
            Self::Elsewhere(_) | Self::People(None) => TextField::takes(key),
            Self::People(Some(editor)) => editor.takes(key),
            _ => false,
        }
    }

    /// The question before leaving.
    pub fn leave(in_session: bool, on_disk: &OnDisk) -> Self {
        Self::Leave {
            in_session,
            on_disk: on_disk.clone(),
        }
    }

    /// The question for another place.
    pub fn elsewhere() -> Self {
        Self::Elsewhere(Box::new(TextField::new("", MOST_CHARS_OF_A_PATH)))
    }

    /// The people.
    pub fn people() -> Self {
        Self::People(None)
    }

    /// What it takes now.
    pub fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        match self {
            Self::People(Some(editor)) => {
                let over_ballot = view.session.place().is_ballot();
                let next = match (editor.is_typing(), editor.in_list()) {
                    _ if editor.is_asking() => "add",
                    (_, true) if over_ballot => "done",
                    (true, _) => "add",
                    (false, true) => "to the name",
                    (false, false) => "done",
                };
                let mut offers = vec![Offer::new(Action::Next, next)];
                offers.extend(editor.offers(view.session));
                let close = if editor.is_asking() { "no" } else { "close" };
                offers.push(Offer::new(Action::Close, close));
                offers.push(keys::help());
                offers
            }
            _ => self.offers_at_home(),
        }
    }

    /// What it takes where no session is open.
    pub fn offers_at_home(&self) -> Vec<Offer> {
        let close = |label| Offer::new(Action::Close, label);
        let mut offers = match self {
            Self::Blank => return Vec::new(),
            Self::Help { .. } => {
                return vec![
                    Offer::new(Action::Down, "another"),
                    Offer::hidden(Action::Up, "another"),
                    close("close"),
                ];
            }
            Self::Settings(_) => SettingsPane::offers(),
            Self::Report(pane) => pane.offers(),
            Self::Leave { in_session, .. } => {
                let home = in_session.then(|| Offer::new(Action::GoHome, "Home"));
                let mut offers = vec![Offer::new(Action::Choose, "leave")];
                offers.extend(home);
                offers.push(close("stay"));
                offers.push(Offer::hidden(Action::Quit, "leave"));
                offers
            }
            Self::Elsewhere(_) => vec![Offer::new(Action::Choose, "save there"), close("close")],
            _ => vec![close("close")],
        };
        offers.push(keys::help());
        offers
    }

    /// Takes a key over a session.
    pub fn press(&mut self, view: &View<'_>, key: KeyEvent) -> Vec<OverlayWant> {
        let Self::People(editor) = self else {
            return self.press_at_home(key);
        };
        let editor = editor.get_or_insert_with(|| Box::new(PeopleEditor::new(view.session)));
        if editor.takes(&key) {
            return screen_wants(editor.update(view, Input::Key(key)));
        }
        let over_ballot = editor.in_list() && view.session.place().is_ballot();
        match key.code {
            KeyCode::Esc if editor.is_asking() => {
                editor.ask_no_more();
                Vec::new()
            }
            KeyCode::Esc => vec![OverlayWant::Close],
            KeyCode::Enter if editor.is_asking() => screen_wants(editor.enter(view.session)),
            KeyCode::Enter if over_ballot => vec![OverlayWant::Close],
            KeyCode::Enter if !editor.is_typing() && !editor.in_list() => vec![OverlayWant::Close],
            KeyCode::Enter => screen_wants(editor.enter(view.session)),
            // Whoever came here by a slip takes that back, and nobody out.
            KeyCode::Backspace if over_ballot => list_is_open(),
            _ => match keys::meant(&key, &editor.offers(view.session)) {
                Some(offer) => screen_wants(editor.update(view, Input::Act(offer.action, key))),
                None if over_ballot => list_is_open(),
                None => Vec::new(),
            },
        }
    }

    /// Takes a paste over a session.
    pub fn paste(&mut self, view: &View<'_>, text: String) -> Vec<OverlayWant> {
        match self {
            Self::Elsewhere(field) => {
                let told = field.paste(&text).map(Want::Notice);
                screen_wants(told.into_iter().collect())
            }
            Self::People(editor) => {
                let editor =
                    editor.get_or_insert_with(|| Box::new(PeopleEditor::new(view.session)));
                screen_wants(editor.update(view, Input::Paste(text)))
            }
            _ => Vec::new(),
        }
    }

    /// Takes a key where no session is open.
    pub fn press_at_home(&mut self, key: KeyEvent) -> Vec<OverlayWant> {
        let meant = keys::meant(&key, &self.offers_at_home()).map(|offer| offer.action);
        match (self, key.code) {
            (Self::Help { offers, at, .. }, code) if moved(*at, offers.len(), code).is_some() => {
                *at = moved(*at, offers.len(), code).unwrap_or(*at);
                Vec::new()
            }
            (Self::Elsewhere(field), _) if TextField::takes(&key) => {
                let told = field.press(key).map(Want::Notice);
                screen_wants(told.into_iter().collect())
            }
            (Self::Elsewhere(field), KeyCode::Enter) if field.is_empty() => {
                screen_wants(vec![Want::Notice(NO_FOLDER.to_owned())])
            }
            (Self::Elsewhere(field), KeyCode::Enter) => {
                let folder = PathBuf::from(field.text().as_str());
                vec![OverlayWant::SaveElsewhere(folder)]
            }
            (Self::Leave { .. }, code) => match (meant, code) {
                (Some(Action::Choose | Action::Quit), _) => vec![OverlayWant::Quit],
                (Some(Action::GoHome), _) => vec![OverlayWant::Home],
                (None, KeyCode::Char(_)) => Vec::new(),
                _ => vec![OverlayWant::Close],
            },
            // A clicker's blanking key brings the picture back, and so does any other key.
            _ => vec![OverlayWant::Close],
        }
    }

    /// Whether it hides everything.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// Makes it ready to be drawn over a session.
    pub fn prepare(&mut self, view: &View<'_>) {
        if let Self::People(editor) = self {
            editor.get_or_insert_with(|| Box::new(PeopleEditor::new(view.session)));
        }
    }

    /// Draws itself over a screen.
    pub fn draw(&self, view: Option<&View<'_>>, theme: &Theme, area: Rect, buf: &mut Buffer) {
        match self {
            Self::Blank => {
                Clear.render(area, buf);
                buf.set_style(area, theme.ground.style());
            }
            Self::Help {
                offers,
                at,
                counted,
                ..
            } => draw::help((offers, *at), counted, theme, area, buf),
            Self::Notes => {
                if let Some(view) = view {
                    draw::notes(view, area, buf);
                }
            }
            Self::Leave {
                in_session,
                on_disk,
            } => draw::leave(*in_session, on_disk, theme, area, buf),
            Self::Elsewhere(field) => draw::elsewhere(field, theme, area, buf),
            Self::People(Some(editor)) => {
                let Some(view) = view else { return };
                draw::people(editor, view, area, buf);
            }
            Self::People(None) | Self::Settings(_) | Self::Report(_) => {}
        }
    }
}

fn list_is_open() -> Vec<OverlayWant> {
    screen_wants(vec![Want::Notice(LIST_IS_OPEN.to_owned())])
}

/// Where a key of the help leads, if it is one: pages end at its end, where a further one closes it.
fn moved(at: usize, all: usize, code: KeyCode) -> Option<usize> {
    let last = all.saturating_sub(1);
    match code {
        KeyCode::Down => Some((at + 1).min(last)),
        KeyCode::Up => Some(at.saturating_sub(1)),
        KeyCode::PageDown if at < last => Some((at + PAGE).min(last)),
        KeyCode::PageUp if at > 0 => Some(at.saturating_sub(PAGE)),
        _ => None,
    }
}

fn screen_wants(wants: Vec<Want>) -> Vec<OverlayWant> {
    wants.into_iter().map(OverlayWant::Screen).collect()
}
