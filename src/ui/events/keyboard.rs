//! Keys out of the bytes that a terminal sends. A pure value: bytes and the time come in, what they mean goes out.
//!
//! The state machine of `vte` (ECMA-48) says where a sequence ends; a table says which of the finished ones are keys.
//! What is finished and known to nobody is passed over, what does not go on ends after a silence, and a string is
//! swallowed whole: whatever comes, the next key is heard.

mod finished;
mod keys;
mod paste;

use crate::ui::theme::contrast::Rgb;
use crossterm::event::{KeyCode, KeyEvent};
use finished::{Finished, Held};
use paste::Paste;
use std::time::{Duration, Instant};

/// How long a lone Esc waits for its rest: on a slow line an arrow comes in pieces.
pub const ESC_WAITS: Duration = Duration::from_millis(100);
/// How long any other sequence may pause.
pub const SEQUENCE_WAITS: Duration = Duration::from_millis(250);
/// How long a string may pause, such as an answer of the terminal.
pub const STRING_WAITS: Duration = Duration::from_millis(500);
/// How long a marked paste may pause, which may be long and come over a slow line.
pub const PASTE_WAITS: Duration = Duration::from_millis(900);
/// After so long nothing is waited for any more, whether anybody told of the silence or not.
const ALL_IS_OVER: Duration = Duration::from_secs(1);

/// The most bytes of a string that are kept; the longest answer that is known has 40.
const STRING_LIMIT: usize = 1024;

const ESC: u8 = 0x1b;
const DEL: u8 = 0x7f;
/// What begins a string, behind Esc: DCS, SOS, OSC, PM, APC.
const STRINGS: &[u8] = b"PX]^_";

/// What a terminal has told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard {
    /// A key was pressed, or repeats.
    Key(KeyEvent),
    /// A marked paste, at most [`PASTE_LIMIT`](super::PASTE_LIMIT) bytes of it; it is cut off where its end never came.
    Paste(String),
    /// The colour of the ground.
    Ground(Rgb),
    /// The name of the terminal, with its version.
    Name(String),
}

/// What the next bytes are, where the state machine does not know it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
enum Expected {
    #[default]
    Anything,
    /// The parameters and the letter of an `ESC O` sequence.
    Ss3(Vec<u8>),
    /// The letter behind `ESC [ [`: a function key of the console of Linux.
    LinuxFunction,
    /// So many bytes more of an old mouse report.
    Mouse(u8),
    /// A marked paste.
    Paste,
}

/// Makes keys of bytes.
#[derive(Default)]
pub struct Keyboard {
    machine: vte::Parser,
    finished: Finished,
    /// What came since the last thing that was finished: the first bytes of it.
    begun: Vec<u8>,
    /// How many bytes that were.
    length: usize,
    /// Whether the Esc that stands alone ends a string.
    closes: bool,
    /// Whether the last byte was a return: a line feed behind it is the same key.
    returned: bool,
    paste: Option<Paste>,
    /// When the last bytes came.
    last: Option<Instant>,
}

impl Keyboard {
    /// What these bytes, which came together, mean with those before them.
    pub fn feed(&mut self, bytes: &[u8], now: Instant) -> Vec<Heard> {
        let is_over = |last: Instant| now.saturating_duration_since(last) >= ALL_IS_OVER;
        if self.last.is_some_and(is_over) {
            self.give_up();
        }
        self.returned = false;
        for byte in bytes {
            self.take(*byte);
        }
        self.last = Some(now);
        std::mem::take(&mut self.finished.heard)
    }

    /// For how long the next bytes may be waited for, before [`Keyboard::silence`] is to be told; none where nothing
    /// is begun.
    pub fn waits(&self) -> Option<Duration> {
        match (&self.paste, self.begun.as_slice()) {
            (Some(_), _) => Some(PASTE_WAITS),
            (None, []) => None,
            (None, [ESC]) if !self.closes => Some(ESC_WAITS),
            (None, _) if self.is_in_string() => Some(STRING_WAITS),
            (None, _) => Some(SEQUENCE_WAITS),
        }
    }

    /// Nothing has come until now: what was begun long enough ago is over.
    pub fn silence(&mut self, now: Instant) -> Vec<Heard> {
        let waited = |last: Instant| now.saturating_duration_since(last);
        match (self.waits(), self.last.map(waited)) {
            (Some(limit), Some(waited)) if waited >= limit => self.give_up(),
            _ => {}
        }
        std::mem::take(&mut self.finished.heard)
    }

    /// An Esc was a key, a paste is what has come of it; nothing else that was begun means anything.
    fn give_up(&mut self) {
        if let Some(paste) = self.paste.take() {
            self.finished.heard.push(Heard::Paste(paste.text()));
        } else if self.begun == [ESC] && !self.closes {
            let times = if self.finished.held == Held::Alt {
                2
            } else {
                1
            };
            self.finished.held = Held::Nothing;
            for _ in 0..times {
                self.finished.key(KeyEvent::from(KeyCode::Esc));
            }
        }
        self.machine = vte::Parser::new();
        self.finished.held = Held::Nothing;
        self.finished.expected = Expected::Anything;
        self.all_done();
    }

    fn all_done(&mut self) {
        self.begun.clear();
        self.length = 0;
        self.closes = false;
        self.finished.ended = false;
    }

    fn is_in_string(&self) -> bool {
        matches!(self.begun.as_slice(), [ESC, second, ..] if STRINGS.contains(second))
    }

    fn take(&mut self, byte: u8) {
        if let Some(paste) = &mut self.paste {
            if paste.ends_with(byte) {
                let text = self.paste.take().map(Paste::text).unwrap_or_default();
                self.finished.heard.push(Heard::Paste(text));
            }
            return;
        }
        // A line of a paste may end with both.
        if std::mem::replace(&mut self.returned, byte == b'\r') && byte == b'\n' {
            return;
        }
        if self.take_expected(byte) {
            return;
        }
        match (self.begun.as_slice(), byte) {
            (_, ESC) => self.escape(),
            ([ESC], b'\\') if self.closes => {
                self.machine = vte::Parser::new();
                self.all_done();
            }
            // Alt with what is no letter of a sequence, which the machine would keep waiting or pass over.
            ([ESC], 0x00..=0x1f | DEL..) => {
                self.machine = vte::Parser::new();
                self.finished.held = if self.closes {
                    Held::Nothing
                } else {
                    Held::Alt
                };
                self.all_done();
                self.advance(byte);
            }
            _ => self.advance(byte),
        }
        if self.finished.expected == Expected::Paste {
            self.finished.expected = Expected::Anything;
            self.paste = Some(Paste::default());
        }
    }

    /// An Esc: a second one in a row makes Alt of the first, unless both stay alone.
    fn escape(&mut self) {
        if self.begun == [ESC] && !self.closes {
            if std::mem::replace(&mut self.finished.held, Held::Alt) == Held::Alt {
                self.finished.heard.push(Heard::Key(KeyCode::Esc.into()));
            }
            return;
        }
        let closes = self.is_in_string();
        self.machine.advance(&mut self.finished, &[ESC]);
        self.finished.held = Held::Nothing;
        self.all_done();
        self.begun.push(ESC);
        self.closes = closes;
    }

    /// Gives a byte to the state machine.
    fn advance(&mut self, byte: u8) {
        self.length += 1;
        if self.begun.len() < 2 {
            self.begun.push(byte);
        }
        if self.length > STRING_LIMIT && self.begun.get(1) == Some(&b']') {
            // Nobody's answer is so long: the rest is swallowed like a string that nothing is kept of.
            self.machine = vte::Parser::new();
            self.machine.advance(&mut self.finished, b"\x1b_");
            self.begun = b"\x1b_".to_vec();
        }
        self.machine.advance(&mut self.finished, &[byte]);
        let is_alone = self.begun[0] != ESC && (byte < 0x20);
        if self.finished.ended || is_alone || matches!(byte, 0x18 | 0x1a) {
            self.finished.held = Held::Nothing;
            self.all_done();
        }
    }

    /// Takes the rest of what the state machine counts as finished and terminals send more of.
    fn take_expected(&mut self, byte: u8) -> bool {
        let key = match (&mut self.finished.expected, byte) {
            (Expected::Anything, _) => return false,
            (Expected::Mouse(left), _) if *left > 1 => {
                *left -= 1;
                return true;
            }
            (Expected::Mouse(_), _) => None,
            (Expected::Ss3(given), b'0'..=b'9' | b';') if given.len() < 8 => {
                given.push(byte);
                return true;
            }
            (Expected::Ss3(given), 0x20..DEL) => keys::ss3(given, byte),
            (Expected::LinuxFunction, 0x20..DEL) => keys::linux_function(byte),
            _ => {
                // It never ended, and something else begins.
                self.finished.expected = Expected::Anything;
                self.finished.held = Held::Nothing;
                self.all_done();
                return false;
            }
        };
        self.finished.expected = Expected::Anything;
        if let Some(key) = key {
            self.finished.key(key);
        }
        self.finished.held = Held::Nothing;
        self.all_done();
        true
    }
}
