//! Keys that came in one piece, and pastes: what is a paste without marks is text, and never a command.

use super::{App, Effect};
use crate::ui::overlay::Overlay;
use crate::ui::screen::Input;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What is said where keys behind a line break can't be text.
const NOT_TEXT: &str = "That came all at once, as a paste does: only its text was taken.";
/// What is said where a paste finds no field.
const NO_FIELD: &str = "Nothing is typed here, so the paste was left out.";

impl App {
    /// Keys came in one piece. Takes the first, with those that belong to it, and gives the others.
    ///
    /// In a field, an Enter with keys behind it is a line break of a paste without marks. A question that has not been
    /// seen is not answered, and neither is a screen that was dark.
    pub fn typed<'k>(&mut self, keys: &'k [KeyEvent]) -> (Vec<Effect>, &'k [KeyEvent]) {
        let Some((key, more)) = keys.split_first() else {
            return (Vec::new(), keys);
        };
        if is_enter(key) && !more.is_empty() && self.is_in_field() {
            // A return that is held down, or pressed twice, is no paste.
            let effects = if more.iter().all(is_enter) {
                self.press(*key)
            } else {
                self.paste_keys(keys)
            };
            return (effects, &[]);
        }
        let is_unseen = |app: &Self| {
            let overlay = app.overlay.as_ref();
            overlay.is_some_and(|one| one.is_blank() || matches!(one, Overlay::Leave { .. }))
        };
        let before = is_unseen(self);
        let effects = self.press(*key);
        let more = if before == is_unseen(self) { more } else { &[] };
        (effects, more)
    }

    /// Something was pasted.
    pub fn paste(&mut self, text: String) -> Vec<Effect> {
        self.begin_press();
        if self.overlay.as_ref().is_some_and(Overlay::is_blank) {
            return Vec::new();
        }
        self.notice = None;
        let is_text = self.is_in_field();
        let effects = match (&mut self.overlay, &self.open) {
            (Some(overlay), Some(open)) => {
                let wants = overlay.paste(&self.around.view(&open.session), text);
                self.carry_out_overlay(wants)
            }
            (Some(_), None) => Vec::new(),
            (None, _) => self.give(Input::Paste(text)),
        };
        if !is_text && effects.is_empty() && self.notice.is_none() {
            self.notice = Some(NO_FIELD.to_owned());
        }
        effects
    }

    /// Pastes what keys say: whole lines first, then the one that is still being typed.
    fn paste_keys(&mut self, keys: &[KeyEvent]) -> Vec<Effect> {
        let signs: Vec<_> = keys.iter().map(sign).collect();
        let text: String = signs.iter().flatten().collect();
        let lines = text.rfind('\n').map_or(0, |at| at + 1);
        let mut effects = self.paste(text[..lines].to_owned());
        if lines < text.len() {
            let told = self.notice.take();
            effects.extend(self.paste(text[lines..].to_owned()));
            self.notice = self.notice.take().or(told);
        }
        if signs.contains(&None) {
            self.notice = Some(NOT_TEXT.to_owned());
        }
        effects
    }

    /// Whether letters are typed as text here.
    fn is_in_field(&self) -> bool {
        self.is_text(&KeyEvent::from(KeyCode::Char('a')))
    }
}

fn is_enter(key: &KeyEvent) -> bool {
    key.code == KeyCode::Enter && key.modifiers.is_empty()
}

/// The sign that a key stands for in a paste.
fn sign(key: &KeyEvent) -> Option<char> {
    let is_plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
    match key.code {
        KeyCode::Enter => Some('\n'),
        KeyCode::Tab if is_plain => Some('\t'),
        KeyCode::Char(sign) if is_plain => Some(sign),
        _ => None,
    }
}
