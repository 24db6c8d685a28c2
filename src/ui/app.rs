//! The program as a value: what happens comes in, what is to be done goes out. It touches neither disk
//! nor terminal, so that a whole workshop can be played in a test.

use super::home::{Home, HomeWant};
use super::keys::{self, Action, Offer};
use super::overlay::{Overlay, OverlayWant};
use super::screen::{Input, Screen, View, Want};
use super::screens;
use super::theme::Theme;
use super::undo::UndoStack;
use crate::model::change::Change;
use crate::model::heading::Heading;
use crate::model::moment::Moment;
use crate::model::session::Session;
use crate::model::text::CleanText;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::path::PathBuf;

/// What is to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Make a file for this session; from then on it is the open one.
    Create(Box<Session>),
    /// Save the open session as it is now.
    Save(Box<Session>, Urgency),
    /// Open a session's file.
    Open(PathBuf),
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
    pub(super) undo: UndoStack,
    /// Why it can only be looked at, if so.
    pub(super) read_only: Option<String>,
}

/// What is shown.
pub(super) enum Showing {
    Home(Home),
    Session(Box<Open>),
}

/// The program.
pub struct App {
    pub(super) showing: Showing,
    pub(super) overlay: Option<Overlay>,
    pub(super) notice: Option<String>,
    pub(super) on_disk: OnDisk,
    pub(super) theme: Theme,
    pub(super) now: Moment,
    pub(super) millis: u64,
    file: String,
}

impl App {
    /// The program at Home. `millis` count from any fixed point.
    pub fn new(home: Home, theme: Theme, now: Moment) -> Self {
        Self {
            showing: Showing::Home(home),
            overlay: None,
            notice: None,
            on_disk: OnDisk::default(),
            theme,
            now,
            millis: 0,
            file: String::new(),
        }
    }

    /// Tells the time. Everything that happens next happens then.
    pub fn set_time(&mut self, now: Moment, millis: u64) {
        self.now = now;
        self.millis = millis;
    }

    /// The session that is open, if one is.
    pub fn session(&self) -> Option<&Session> {
        match &self.showing {
            Showing::Session(open) => Some(&open.session),
            Showing::Home(_) => None,
        }
    }

    /// In how many milliseconds the picture changes by itself; none when nothing moves.
    pub fn wakes_in(&self) -> Option<u64> {
        if matches!(self.overlay, Some(Overlay::Blank)) {
            return None;
        }
        match &self.showing {
            Showing::Home(_) => None,
            Showing::Session(open) => open.screen.wakes_in(&self.view(open)),
        }
    }

    pub(super) fn view<'a>(&'a self, open: &'a Open) -> View<'a> {
        View {
            session: &open.session,
            now: self.now,
            millis: self.millis,
            theme: &self.theme,
            file: &self.file,
        }
    }

    /// A session was opened; `read_only` says why it can only be looked at, if so.
    pub fn opened(&mut self, session: Session, read_only: Option<String>) {
        self.overlay = None;
        self.on_disk = OnDisk::default();
        self.file.clear();
        self.notice.clone_from(&read_only);
        let view = View {
            session: &session,
            now: self.now,
            millis: self.millis,
            theme: &self.theme,
            file: &self.file,
        };
        let screen = screens::at(session.place(), &view);
        self.showing = Showing::Session(Box::new(Open {
            session,
            screen,
            undo: UndoStack::default(),
            read_only,
        }));
    }

    /// Where the open session's file is.
    pub fn set_file(&mut self, path: &std::path::Path) {
        self.file = CleanText::from_file(path.display().to_string())
            .as_str()
            .to_owned();
    }

    /// Something could not be done; a sentence for the people.
    pub fn failed(&mut self, sentence: String) {
        self.notice = Some(sentence);
    }

    /// The saver tells how it stands.
    pub fn saved(&mut self, on_disk: OnDisk) {
        self.on_disk = on_disk;
    }

    /// What is there to go on with, seen anew.
    pub fn go_home(&mut self, headings: Vec<Heading>) {
        self.overlay = None;
        self.on_disk = OnDisk::default();
        match &mut self.showing {
            Showing::Home(home) => home.set_headings(headings),
            Showing::Session(open) => {
                let home = Home::new(open.session.exercise().clone(), headings);
                self.showing = Showing::Home(home);
            }
        }
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
        if self.overlay.is_some() {
            return self.press_overlay(key);
        }
        match self.meaning(key) {
            Some(Input::Act(action, _)) if self.act_everywhere(action) => Vec::new(),
            Some(Input::Act(Action::Undo, _)) => self.undo(),
            Some(input) => self.give(input),
            None => Vec::new(),
        }
    }

    /// Something was pasted.
    pub fn paste(&mut self, text: String) -> Vec<Effect> {
        self.notice = None;
        if let Some(overlay) = &mut self.overlay {
            if let Showing::Session(open) = &self.showing {
                let view = View {
                    session: &open.session,
                    now: self.now,
                    millis: self.millis,
                    theme: &self.theme,
                    file: &self.file,
                };
                let wants = overlay.paste(&view, text);
                return self.carry_out_overlay(wants);
            }
            return Vec::new();
        }
        self.give(Input::Paste(text))
    }

    /// What the screen takes now, with what goes everywhere.
    pub(super) fn offers(&self) -> Vec<Offer> {
        let mut offers = match (&self.overlay, &self.showing) {
            (Some(overlay), Showing::Session(open)) => return overlay.offers(&self.view(open)),
            (Some(overlay), Showing::Home(_)) => return overlay.offers_at_home(),
            (None, Showing::Home(home)) => home.offers(),
            (None, Showing::Session(open)) => open.screen.offers(&self.view(open)),
        };
        let more = keys::everywhere()
            .into_iter()
            .filter(|offer| match &self.showing {
                Showing::Session(_) => true,
                Showing::Home(_) => !matches!(offer.action, Action::Undo | Action::People),
            });
        offers.extend(more);
        offers
    }

    fn meaning(&self, key: KeyEvent) -> Option<Input> {
        let taken = match &self.showing {
            Showing::Home(home) => home.takes(&key),
            Showing::Session(open) => open.screen.takes(&self.view(open), &key),
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
            Action::Quit => Overlay::leave(matches!(self.showing, Showing::Session(_))),
            Action::People => Overlay::people(),
            _ => return false,
        };
        self.overlay = Some(overlay);
        true
    }

    fn press_overlay(&mut self, key: KeyEvent) -> Vec<Effect> {
        let Some(overlay) = &mut self.overlay else {
            return Vec::new();
        };
        let wants = match &self.showing {
            Showing::Home(_) => overlay.press_at_home(key),
            Showing::Session(open) => {
                let view = View {
                    session: &open.session,
                    now: self.now,
                    millis: self.millis,
                    theme: &self.theme,
                    file: &self.file,
                };
                overlay.press(&view, key)
            }
        };
        self.carry_out_overlay(wants)
    }

    fn carry_out_overlay(&mut self, wants: Vec<OverlayWant>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for want in wants {
            match want {
                OverlayWant::Close => self.overlay = None,
                OverlayWant::Quit => effects.extend(self.leave_with(Effect::Quit)),
                OverlayWant::Home => effects.extend(self.leave_with(Effect::CloseSession)),
                OverlayWant::Screen(want) => effects.extend(self.carry_out(vec![want])),
            }
        }
        effects
    }

    fn give(&mut self, input: Input) -> Vec<Effect> {
        match &mut self.showing {
            Showing::Home(home) => match home.update(input, self.now) {
                Some(HomeWant::Create(session)) => {
                    self.opened((*session).clone(), None);
                    vec![Effect::Create(session)]
                }
                Some(HomeWant::Open(path)) => vec![Effect::Open(path)],
                Some(HomeWant::Show(session, why)) => {
                    self.opened(*session, Some(why));
                    Vec::new()
                }
                Some(HomeWant::Notice(sentence)) => {
                    self.notice = Some(sentence);
                    Vec::new()
                }
                None => Vec::new(),
            },
            Showing::Session(open) => {
                let view = View {
                    session: &open.session,
                    now: self.now,
                    millis: self.millis,
                    theme: &self.theme,
                    file: &self.file,
                };
                let wants = open.screen.update(&view, input);
                self.carry_out(wants)
            }
        }
    }

    fn carry_out(&mut self, wants: Vec<Want>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut urgency = None;
        for want in wants {
            match want {
                Want::Change(change) => urgency = urgency.max(self.change(change, true)),
                Want::Quietly(change) => urgency = urgency.max(self.change(change, false)),
                Want::Next => urgency = urgency.max(self.go(Session::next_place)),
                Want::Back => urgency = urgency.max(self.go(Session::previous_place)),
                Want::Go(place) => urgency = urgency.max(self.go(|_| Some(place))),
                Want::Notice(sentence) => self.notice = Some(sentence),
                Want::Undo => effects.extend(self.undo()),
                Want::Home => effects.extend(self.leave_with(Effect::CloseSession)),
            }
        }
        if let (Some(urgency), Showing::Session(open)) = (urgency, &self.showing) {
            effects.insert(0, Effect::Save(Box::new(open.session.clone()), urgency));
        }
        effects
    }

    /// Makes a change; says how soon it is to be saved, if at all.
    fn change(&mut self, change: Change, undoable: bool) -> Option<Urgency> {
        let Showing::Session(open) = &mut self.showing else {
            return None;
        };
        if open.read_only.is_some() && !matches!(change, Change::Go(_)) {
            self.notice.clone_from(&open.read_only);
            return None;
        }
        let urgency = if matches!(change, Change::Draft(_)) {
            Urgency::Soon
        } else {
            Urgency::Now
        };
        match open
            .undo
            .apply(&mut open.session, change, undoable, self.now)
        {
            Ok(()) if open.read_only.is_some() => None,
            Ok(()) => Some(urgency),
            Err(refused) => {
                self.notice = Some(sentence(&refused.to_string()));
                None
            }
        }
    }

    fn go(
        &mut self,
        to: impl Fn(&Session) -> Option<crate::model::place::Place>,
    ) -> Option<Urgency> {
        let Showing::Session(open) = &self.showing else {
            return None;
        };
        let place = to(&open.session)?;
        let kept = self.keep_what_is_left();
        let urgency = kept.max(self.change(Change::Go(place), false));
        self.rebuild_screen();
        urgency
    }

    /// What a screen keeps when it is left.
    fn keep_what_is_left(&mut self) -> Option<Urgency> {
        let Showing::Session(open) = &mut self.showing else {
            return None;
        };
        let view = View {
            session: &open.session,
            now: self.now,
            millis: self.millis,
            theme: &self.theme,
            file: &self.file,
        };
        let wants = open.screen.leave(&view);
        let changes = wants.into_iter().filter_map(|want| match want {
            Want::Change(change) | Want::Quietly(change) => Some(change),
            _ => None,
        });
        changes
            .collect::<Vec<_>>()
            .into_iter()
            .map(|change| self.change(change, false))
            .max()
            .flatten()
    }

    /// The screen for the place where the session stands now.
    fn rebuild_screen(&mut self) {
        if let Showing::Session(open) = &mut self.showing {
            let view = View {
                session: &open.session,
                now: self.now,
                millis: self.millis,
                theme: &self.theme,
                file: &self.file,
            };
            open.screen = screens::at(open.session.place(), &view);
        }
    }

    /// Saves what the screen keeps, then does `last`.
    fn leave_with(&mut self, last: Effect) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let (Some(urgency), Showing::Session(open)) = (self.keep_what_is_left(), &self.showing) {
            effects.push(Effect::Save(Box::new(open.session.clone()), urgency));
        }
        effects.push(last);
        effects
    }

    /// The terminal ends or is gone: what the screen keeps is saved.
    pub fn ending(&mut self) -> Vec<Effect> {
        self.leave_with(Effect::Quit)
    }

    fn undo(&mut self) -> Vec<Effect> {
        let Showing::Session(open) = &mut self.showing else {
            return Vec::new();
        };
        let undone = open.undo.undo(&mut open.session, self.now);
        self.notice = Some(match &undone {
            Some(name) => format!("Taken back: {name}."),
            None => "There is nothing to take back here.".to_owned(),
        });
        if undone.is_none() {
            return Vec::new();
        }
        let session = Box::new(open.session.clone());
        self.rebuild_screen();
        vec![Effect::Save(session, Urgency::Now)]
    }
}

/// A refusal as a sentence: a capital at its start, a full stop at its end.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    let stop = if words.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    format!("{first}{}{stop}", letters.as_str())
}
