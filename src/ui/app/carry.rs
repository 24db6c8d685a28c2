//! How the app carries out what its screens want: changes, places, undo, and what is to be saved.

use super::report::Subject;
use super::{App, Effect, Urgency};
use crate::model::change::Change;
use crate::model::place::Place;
use crate::model::session::Session;
use crate::ui::front::FrontWant;
use crate::ui::keys::Action;
use crate::ui::overlay::{Overlay, OverlayWant};
use crate::ui::screen::{Input, Want};
use crate::ui::screens;
use crate::ui::settings_pane::SettingsPane;
use crossterm::event::KeyEvent;

impl App {
    /// Gives an input to what is shown, and carries out what it wants.
    pub(super) fn give(&mut self, input: Input) -> Vec<Effect> {
        if self.player().is_some() {
            return self.give_replay(input);
        }
        if let Some(open) = &mut self.open {
            let wants = open.screen.update(&self.around.view(&open.session), input);
            return self.carry_out(wants);
        }
        let (front, view) = self.front_mut();
        let wants = front.update(&view, input);
        let effects = wants.into_iter().filter_map(|want| self.meet_front(want));
        effects.collect()
    }

    /// Gives a key to the session's screen that nothing on it means.
    pub(super) fn give_stray(&mut self, key: &KeyEvent) -> Vec<Effect> {
        let Some(open) = self.open.as_mut().filter(|open| open.player.is_none()) else {
            return Vec::new();
        };
        let wants = open.screen.stray(&self.around.view(&open.session), key);
        self.carry_out(wants)
    }

    /// Whether the screen lets an action be carried out that goes everywhere.
    pub(super) fn lets_through(&mut self, action: Action) -> bool {
        let open = self.open.as_mut();
        open.is_none_or(|open| open.screen.lets_through(action))
    }

    fn meet_front(&mut self, want: FrontWant) -> Option<Effect> {
        match want {
            FrontWant::Create {
                mut session,
                notice,
            } => {
                self.begin_as_set(&mut session);
                self.begun((*session).clone());
                self.count_later();
                self.notice = notice;
                return Some(Effect::Create(session));
            }
            FrontWant::Open(path) => return Some(Effect::Open(path)),
            FrontWant::Replay(path) => return Some(Effect::Replay(path)),
            FrontWant::ReplayThis(session) => self.replay(*session),
            FrontWant::Compare(paths) => return Some(Effect::Compare(paths)),
            FrontWant::CompareThese(sessions) => self.compare(&sessions),
            FrontWant::Tidy(tidying) => return Some(Effect::Tidy(tidying)),
            FrontWant::Report(paths) => {
                self.ask_report(paths.into_iter().map(Subject::File).collect());
            }
            FrontWant::Settings => {
                self.overlay = Some(Overlay::Settings(SettingsPane::default()));
            }
            FrontWant::Library => self.show_library(),
            FrontWant::Notice(sentence) => self.notice = Some(sentence),
            FrontWant::Back => drop(self.fronts.pop()),
        }
        None
    }

    pub(super) fn carry_out_overlay(&mut self, wants: Vec<OverlayWant>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for want in wants {
            match want {
                OverlayWant::Close => self.overlay = self.overlay.take().and_then(Overlay::under),
                OverlayWant::Quit => effects.extend(self.leave_with(Effect::Quit)),
                OverlayWant::SaveElsewhere(path) => {
                    self.overlay = None;
                    effects.push(Effect::SaveElsewhere(path));
                }
                OverlayWant::Home => effects.extend(self.leave_with(Effect::CloseSession)),
                OverlayWant::Screen(want) => effects.extend(self.carry_out(vec![want])),
            }
        }
        effects
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
                Want::Report => self.ask_report_of_open(),
                Want::Undo => effects.extend(self.undo()),
                Want::Home => effects.extend(self.leave_with(Effect::CloseSession)),
            }
        }
        let save = urgency.and_then(|urgency| self.save(urgency));
        save.into_iter().chain(effects).collect()
    }

    fn save(&self, urgency: Urgency) -> Option<Effect> {
        let open = self.open.as_ref().filter(|open| open.read_only.is_none())?;
        Some(Effect::Save(Box::new(open.session.clone()), urgency))
    }

    /// Makes a change; says how soon it is to be saved, if at all.
    fn change(&mut self, change: Change, undoable: bool) -> Option<Urgency> {
        let open = self.open.as_mut().filter(|open| open.player.is_none())?;
        if open.read_only.is_some() && !matches!(change, Change::Go(_)) {
            // What a screen keeps by itself is passed over in silence; what a person changes is not.
            if undoable {
                self.notice.clone_from(&open.read_only);
            }
            return None;
        }
        let is_draft = matches!(change, Change::Draft(_));
        let urgency = if is_draft {
            Urgency::Soon
        } else {
            Urgency::Now
        };
        let now = self.around.now;
        match open.undo.apply(&mut open.session, change, undoable, now) {
            Ok(()) => Some(urgency),
            Err(refused) => {
                self.notice = Some(sentence(&refused.to_string()));
                None
            }
        }
    }

    fn go(&mut self, to: impl Fn(&Session) -> Option<Place>) -> Option<Urgency> {
        let place = to(&self.open.as_ref()?.session)?;
        let kept = self.keep_what_is_left();
        let urgency = kept.max(self.change(Change::Go(place), false));
        self.rebuild_screen();
        urgency
    }

    /// What a screen keeps when it is left.
    fn keep_what_is_left(&mut self) -> Option<Urgency> {
        let open = self.open.as_mut()?;
        let wants = open.screen.leave(&self.around.view(&open.session));
        let mut urgency = None;
        for want in wants {
            if let Want::Change(change) | Want::Quietly(change) = want {
                urgency = urgency.max(self.change(change, false));
            }
        }
        urgency
    }

    /// The screen for the place where the session stands now.
    fn rebuild_screen(&mut self) {
        if let Some(open) = &mut self.open {
            open.screen = screens::at(open.session.place(), &self.around.view(&open.session));
        }
    }

    /// Saves what the screen keeps, then does `last`.
    pub(super) fn leave_with(&mut self, last: Effect) -> Vec<Effect> {
        let mut kept = self.keep_what_is_left();
        if matches!(last, Effect::Quit | Effect::CloseSession) {
            kept = kept.max(self.rest());
        }
        let save = kept.and_then(|urgency| self.save(urgency));
        save.into_iter().chain([last]).collect()
    }

    /// Stops the clock of an unfinished session; a finished one has none, and is not written again for it.
    fn rest(&mut self) -> Option<Urgency> {
        let open = self.open.as_ref()?;
        let is_over = open.read_only.is_some() || open.session.finished().is_some();
        if is_over {
            return None;
        }
        self.change(Change::Rest, false)
    }

    /// A session that was to be left, and was not: its clock runs again.
    pub(super) fn wake(&mut self) -> Option<Effect> {
        let open = self.open.as_ref()?;
        let rests = open.session.place_since().is_none() && open.session.finished().is_none();
        if !rests || open.read_only.is_some() {
            return None;
        }
        let place = open.session.place();
        let urgency = self.change(Change::Go(place), false)?;
        self.save(urgency)
    }

    pub(super) fn undo(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else {
            return Vec::new();
        };
        let undone = open.undo.undo(&mut open.session, self.around.now);
        self.notice = Some(match &undone {
            Some(name) => format!("Taken back: {name}."),
            None => "There is nothing to take back here.".to_owned(),
        });
        if undone.is_none() {
            return Vec::new();
        }
        self.rebuild_screen();
        self.save(Urgency::Now).into_iter().collect()
    }
}

/// A refusal as a sentence: a capital at its start, a full stop at its end.
pub fn sentence(words: &str) -> String {
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
