//! An action as a screen offers it: in the words it has there, and by the keys that can mean it there.

use super::{Action, row};
use crossterm::event::KeyCode::{self, Char};
use crossterm::event::{KeyEvent, KeyModifiers};
use std::borrow::Cow;

/// An action that a screen offers now, in the words it has there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it does.
    pub action: Action,
    /// What the foot and the help say it does: at most four words.
    pub label: Cow<'static, str>,
    /// Whether it may stand in the foot; help shows it always.
    pub in_foot: bool,
    /// The key's name where it is not the usual one.
    shown: Option<Cow<'static, str>>,
    /// The highest digit that means it, for [`Action::Look`].
    most: usize,
}

impl Offer {
    /// An action that may stand in the foot. What matters most is offered first.
    pub fn new(action: Action, label: impl Into<Cow<'static, str>>) -> Self {
        Self {
            action,
            label: label.into(),
            in_foot: true,
            shown: None,
            most: 9,
        }
    }

    /// An action that stands in the help alone.
    pub fn hidden(action: Action, label: impl Into<Cow<'static, str>>) -> Self {
        Self {
            in_foot: false,
            ..Self::new(action, label)
        }
    }

    /// By digits up to this one, at most 9.
    pub fn up_to(self, most: usize) -> Self {
        let most = most.min(9);
        Self {
            shown: Some(format!("1–{most}").into()),
            most,
            ..self
        }
    }

    /// The key's name as people see it.
    pub fn key_name(&self) -> &str {
        let usual = row(self.action).map_or("", |key| key.shown);
        self.shown.as_deref().unwrap_or(usual)
    }

    /// Whether this key press means this action.
    pub fn is_pressed(&self, press: &KeyEvent) -> bool {
        press.modifiers.difference(KeyModifiers::SHIFT) == self.modifiers()
            && row(self.action).is_some_and(|key| key.codes.contains(&press.code))
            && (self.action != Action::Look || digit(press).is_some_and(|it| it <= self.most))
    }

    fn modifiers(&self) -> KeyModifiers {
        match self.action {
            Action::QuitInField => KeyModifiers::CONTROL,
            _ => KeyModifiers::NONE,
        }
    }

    /// The key presses that mean this action, the one that is shown first.
    pub fn presses(&self) -> Vec<KeyEvent> {
        let press = |code: &KeyCode| KeyEvent::new(*code, self.modifiers());
        let mut presses: Vec<_> = self.codes().iter().map(press).collect();
        presses.retain(|press| self.is_pressed(press));
        let shown =
            |press: &KeyEvent| self.shown.is_none() || self.shown.as_deref() != name(press.code);
        presses.sort_by_key(shown);
        presses
    }

    /// The same where some keys mean something else: by one that does not, if any is left.
    pub fn beside(mut self, is_taken: impl Fn(&KeyEvent) -> bool) -> Option<Self> {
        let presses = self.presses();
        let left = presses.iter().position(|press| !is_taken(press))?;
        if left > 0 && self.shown.is_none() {
            self.shown = Some(name(presses[left].code)?.into());
        }
        Some(self)
    }

    /// The keys that mean this action.
    pub fn codes(&self) -> &'static [KeyCode] {
        row(self.action).map_or(&[], |key| key.codes)
    }
}

/// The first offer that this key press means. A capital means its small letter where nothing else has it: Caps Lock
/// may be on.
pub fn meant<'a>(press: &KeyEvent, offers: &'a [Offer]) -> Option<&'a Offer> {
    let by = |press: &KeyEvent| offers.iter().find(|offer| offer.is_pressed(press));
    by(press).or_else(|| by(&small(press)?))
}

/// The press with the small letter, if it was a capital.
fn small(press: &KeyEvent) -> Option<KeyEvent> {
    let Char(letter) = press.code else {
        return None;
    };
    let code = Char(letter.to_ascii_lowercase());
    (code != press.code).then_some(KeyEvent { code, ..*press })
}

/// The digit of a key press, 1 to 9, for [`Action::Look`].
pub fn digit(press: &KeyEvent) -> Option<usize> {
    match press.code {
        Char(c) => c
            .to_digit(10)
            .filter(|digit| *digit > 0)
            .map(|digit| digit as usize),
        _ => None,
    }
}

/// The name of a key that is shown where the first one of its row means something else.
fn name(code: KeyCode) -> Option<&'static str> {
    Some(match code {
        KeyCode::F(1) => "F1",
        KeyCode::Delete => "Del",
        KeyCode::Backspace => "Backspace",
        KeyCode::PageDown => "Page down",
        KeyCode::PageUp => "Page up",
        KeyCode::BackTab => "Shift-Tab",
        Char('.') => ".",
        _ => return None,
    })
}
