//! What a key leads to: to the overlay on top, to the screen, or to what goes everywhere.

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
        self.begin_press();
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            match key.code {
                KeyCode::Char('c' | 'C') => return self.leave_with(Effect::Quit),
                KeyCode::Char('z' | 'Z') => return self.leave_with(Effect::Suspend),
                KeyCode::Char('s' | 'S') if self.may_save_elsewhere() => {
                    return self.save_elsewhere();
                }
                _ => {}
            }
        }
        self.notice = None;
        let woken = self.wake();
        let effects = if self.overlay.is_some() && self.meant(&key) == Some(Action::Help) {
            self.act_everywhere(Action::Help);
            Vec::new()
        } else if let Some(effects) = self.press_settings(key).or_else(|| self.press_report(key)) {
            effects
        } else if self.overlay.is_some() {
            self.press_overlay(key)
        } else {
            match self.meaning(key) {
                Some(input) if self.player().is_some() => self.give_replay(input),
                Some(Input::Act(action, _))
                    if self.lets_through(action) && self.act_everywhere(action) =>
                {
                    Vec::new()
                }
                Some(Input::Act(Action::Undo, _)) => self.undo(),
                Some(input) => self.give(input),
                None => self.give_stray(&key),
            }
        };
        woken.into_iter().chain(effects).collect()
    }

    /// What the screen takes now, with what goes everywhere; each by a key that means it, and is not typed as text.
    pub fn offers(&self) -> Vec<Offer> {
        let mut offers: Vec<Offer> = Vec::new();
        for offer in self.all_offers() {
            let is_taken = |key: &KeyEvent| {
                self.is_text(key) || offers.iter().any(|before| before.is_pressed(key))
            };
            offers.extend(offer.beside(is_taken));
        }
        offers
    }

    fn all_offers(&self) -> Vec<Offer> {
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
        let more: Vec<_> = more
            .filter(|offer| in_session || !of_a_session(offer.action))
            // A screen may have it in its foot already, in its own words.
            .filter(|offer| offers.iter().all(|own| own.action != offer.action))
            .collect();
        offers.extend(more);
        if self.on_disk().is_trouble() {
            offers.push(Offer::hidden(Action::SaveElsewhere, "save somewhere else"));
        }
        offers
    }

    /// How the numbers that are shown are counted.
    fn counted(&self) -> Vec<&'static str> {
        match &self.open {
            Some(open) => open.screen.counted(&self.around.view(&open.session)),
            None => self.front().counted(),
        }
    }

    /// Whether a key is typed as it is, into a field.
    pub fn is_text(&self, key: &KeyEvent) -> bool {
        match (&self.overlay, &self.open) {
            (Some(overlay), _) => overlay.takes(key),
            (None, None) => self.front().takes(key),
            (None, Some(open)) if open.player.is_some() => false,
            (None, Some(open)) => open.screen.takes(&self.around.view(&open.session), key),
        }
    }

    /// What a key means here, unless it is text.
    pub fn meant(&self, key: &KeyEvent) -> Option<Action> {
        let meant = || Some(keys::meant(key, &self.offers())?.action);
        if self.is_text(key) { None } else { meant() }
    }

    fn meaning(&self, key: KeyEvent) -> Option<Input> {
        if self.is_text(&key) {
            return Some(Input::Key(key));
        }
        self.meant(&key).map(|action| Input::Act(action, key))
    }

    /// Overlays are the app's own; true when the action opened one.
    pub(super) fn act_everywhere(&mut self, action: Action) -> bool {
        let overlay = match action {
            Action::Help => Overlay::help(self.offers(), self.counted(), self.overlay.take()),
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

    /// What is changed from now on is taken back together.
    pub(super) fn begin_press(&mut self) {
        if let Some(open) = &mut self.open {
            open.undo.press();
        }
    }

    /// Whether another place may be asked for now: not over a blank screen, for the key that wakes it does nothing else, and
    /// not where it is asked for already.
    fn may_save_elsewhere(&self) -> bool {
        let covered = self.overlay.as_ref();
        let covered =
            covered.is_some_and(|one| one.is_blank() || matches!(one, Overlay::Elsewhere(_)));
        self.on_disk().is_trouble() && self.session().is_some() && !covered
    }

    /// Asks for another place from wherever letters are typed. What stands in a ballot's entry is void then.
    fn save_elsewhere(&mut self) -> Vec<Effect> {
        self.notice = None;
        self.lets_through(Action::SaveElsewhere);
        self.act_everywhere(Action::SaveElsewhere);
        Vec::new()
    }

    /// The key that asks for another place here: the letter where it is no text and nothing lies on top.
    pub(in crate::ui) fn key_to_another_place(&self) -> &'static str {
        let letter = KeyEvent::from(KeyCode::Char('S'));
        let on_ballot = self
            .session()
            .is_some_and(|session| session.place().is_ballot());
        let is_open = self.overlay.is_none() && !on_ballot;
        if is_open && self.meant(&letter) == Some(Action::SaveElsewhere) {
            "S"
        } else {
            "Ctrl-S"
        }
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
