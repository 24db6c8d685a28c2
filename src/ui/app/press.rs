//! What a key and a paste lead to: to the overlay on top, to the screen, or to what goes everywhere.

use super::{App, Effect};
use crate::model::session::Walk;
use crate::ui::keys::{self, Action, Offer};
use crate::ui::overlay::Overlay;
use crate::ui::screen::Input;
use crate::ui::settings_pane::SettingsPane;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

impl App {
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
        if self.on_disk().is_trouble() {
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
    pub(super) fn act_everywhere(&mut self, action: Action) -> bool {
        let overlay = match action {
            Action::Help => Overlay::help(self.offers()),
            Action::Blank => Overlay::Blank,
            Action::Notes => Overlay::Notes,
            Action::Quit | Action::QuitInField => {
                Overlay::leave(self.open.is_some(), &self.on_disk())
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
