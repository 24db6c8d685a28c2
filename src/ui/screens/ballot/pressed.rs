//! What a key is on a ballot, where it means nothing else that is offered: part of an answer, or what makes it void.

use crate::model::ballot::Press;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// What a key is to an entry; none where it is nothing to it. `is_closed` says whether something stands in it.
pub fn pressed(key: &KeyEvent, is_closed: bool) -> Option<Press> {
    let with = key.modifiers.difference(KeyModifiers::SHIFT);
    match key.code {
        // Many terminals send Ctrl-H for it.
        KeyCode::Backspace => Some(Press::Backspace),
        KeyCode::Char('h') if with == KeyModifiers::CONTROL => Some(Press::Backspace),
        KeyCode::Char(c) if with.is_empty() => Some(Press::Char(c)),
        // A clicker's keys do no harm where nothing was typed; keys that only go with others never do.
        KeyCode::Esc | KeyCode::F(5) if !is_closed => None,
        KeyCode::Modifier(_) | KeyCode::CapsLock | KeyCode::NumLock | KeyCode::ScrollLock => None,
        _ => Some(Press::Other),
    }
}
