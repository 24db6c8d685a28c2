//! What the state machine finishes: each finished sequence is looked up, and what means nothing is passed over.

use super::{Expected, Heard, STRING_LIMIT, keys};
use crate::ui::events::answers;
use crossterm::event::{KeyEvent, KeyModifiers};
use vte::{Params, Perform};

/// What is held with a key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Held {
    #[default]
    Nothing,
    /// Alt, as an Esc before the key.
    Alt,
}

/// What was finished, and what stands beside it.
#[derive(Default)]
pub(super) struct Finished {
    pub(super) heard: Vec<Heard>,
    /// What belongs to the next key.
    pub(super) held: Held,
    /// Whether something has ended: the next byte begins something new.
    pub(super) ended: bool,
    pub(super) expected: Expected,
    /// What a string says that may be a name.
    name: Option<Vec<u8>>,
}

impl Finished {
    pub(super) fn key(&mut self, mut key: KeyEvent) {
        if self.held == Held::Alt {
            key.modifiers |= KeyModifiers::ALT;
        }
        self.heard.push(Heard::Key(key));
    }
}

impl Perform for Finished {
    fn print(&mut self, sign: char) {
        self.key(keys::character(sign));
        self.ended = true;
    }

    fn execute(&mut self, byte: u8) {
        if let Some(key) = keys::control(byte) {
            self.key(key);
        }
    }

    fn esc_dispatch(&mut self, intermediates: &[u8], _ignore: bool, byte: u8) {
        if intermediates.is_empty() && byte == b'O' {
            self.expected = Expected::Ss3(Vec::new());
            return;
        }
        if intermediates.is_empty() {
            self.held = Held::Alt;
            self.key(keys::character(byte.into()));
        }
        self.ended = true;
    }

    fn csi_dispatch(&mut self, params: &Params, intermediates: &[u8], ignore: bool, last: char) {
        let first = params.iter().flatten().next().copied().unwrap_or(0);
        match (intermediates, params.len(), last) {
            ([], 1, '[') if first == 0 => self.expected = Expected::LinuxFunction,
            ([], 1, 'M') if first == 0 => self.expected = Expected::Mouse(3),
            ([], 1, '~') if first == 200 => {
                self.expected = Expected::Paste;
                self.ended = true;
            }
            _ => {
                let is_known = intermediates.is_empty() && !ignore;
                if let Some(key) = keys::csi(params, last).filter(|_| is_known) {
                    self.key(key);
                }
                self.ended = true;
            }
        }
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _bell: bool) {
        if let [b"11", colour] = params {
            self.heard
                .extend(answers::ground(colour).map(Heard::Ground));
        }
        self.ended = true;
    }

    fn hook(&mut self, _params: &Params, intermediates: &[u8], _ignore: bool, last: char) {
        self.name = (intermediates == b">" && last == '|').then(Vec::new);
    }

    fn put(&mut self, byte: u8) {
        if let Some(name) = &mut self.name
            && name.len() < STRING_LIMIT
        {
            name.push(byte);
        }
    }

    fn unhook(&mut self) {
        let name = self.name.take().and_then(answers::name);
        self.heard.extend(name.map(Heard::Name));
        self.ended = true;
    }
}
