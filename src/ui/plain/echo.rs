//! Whether the terminal shows what is typed: off for what is sealed, and given back whatever happens.

use rustix::stdio::stdin;
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};

/// No key at all, in the terminal's table of special ones (`_POSIX_VDISABLE`).
const NO_KEY: u8 = if cfg!(target_os = "linux") { 0 } else { 0xff };

/// The echo of the terminal on standard input, if it is one. Dropping it gives the terminal back.
pub struct Echo {
    before: Option<Termios>,
    is_off: bool,
}

impl Echo {
    /// The echo as it is.
    pub fn as_it_is() -> Self {
        Self {
            before: tcgetattr(stdin()).ok(),
            is_off: false,
        }
    }

    /// Whether there is a terminal.
    pub fn has_terminal(&self) -> bool {
        self.before.is_some()
    }

    /// Switches it; false where a terminal goes on showing what should not be seen.
    pub fn switch(&mut self, on: bool) -> bool {
        let Some(before) = self.before.as_ref().filter(|_| self.is_off == on) else {
            return true;
        };
        let mut modes = before.clone();
        if !on {
            modes.local_modes.remove(LocalModes::ECHO);
            // The line break is seen, so that what is said next begins on a line of its own.
            modes.local_modes.insert(LocalModes::ECHONL);
            // Backspace comes with the line: unseen it takes back all before it, and not one sign.
            modes.special_codes[SpecialCodeIndex::VERASE] = NO_KEY;
        }
        let switched = tcsetattr(stdin(), OptionalActions::Drain, &modes).is_ok();
        if switched {
            self.is_off = !on;
        }
        switched
    }

    /// As it was. What was typed unseen and not read is thrown away: the shell would show it.
    pub fn give_back(&mut self) {
        if let Some(before) = self.before.as_ref().filter(|_| self.is_off) {
            // The terminal may be gone.
            let _ = tcsetattr(stdin(), OptionalActions::Flush, before);
            self.is_off = false;
        }
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        self.give_back();
    }
}
