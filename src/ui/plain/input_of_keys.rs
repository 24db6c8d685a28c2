//! Lines from standard input where there are no terminal modes: what is sealed is read key by key.

use super::lines::read_line;
use crossterm::event::{Event, KeyCode, KeyModifiers, read};
use crossterm::terminal::{disable_raw_mode, enable_raw_mode};
use std::io::{self, IsTerminal, Write};

/// What came in.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line.
    Line(String),
    /// No more lines will come.
    End,
    /// The process was asked to end by this signal.
    Signal(i32),
}

/// The number of the signal that Ctrl-C sends elsewhere.
const INTERRUPT: i32 = 2;

/// Standard input.
pub struct Input {
    has_terminal: bool,
}

impl Input {
    /// Standard input.
    #[allow(clippy::unnecessary_wraps)] // elsewhere it may fail
    pub fn open() -> io::Result<Self> {
        Ok(Self {
            has_terminal: io::stdin().is_terminal(),
        })
    }

    /// Whether somebody types at a terminal.
    pub fn has_terminal(&self) -> bool {
        self.has_terminal
    }

    /// What is sealed is read unseen here, without a mode that lasts.
    #[allow(clippy::unused_self)] // elsewhere it is used
    pub fn seal(&mut self, _is_sealed: bool) -> bool {
        true
    }

    /// Waits for the next line.
    pub fn next(&mut self, is_sealed: bool) -> Heard {
        if is_sealed && self.has_terminal && enable_raw_mode().is_ok() {
            let heard = unseen();
            // The terminal may be gone.
            let _ = disable_raw_mode();
            let _ = writeln!(io::stdout());
            return heard;
        }
        match read_line(&mut io::stdin().lock()) {
            Ok(Some(line)) => Heard::Line(line),
            Ok(None) | Err(_) => Heard::End,
        }
    }
}

fn unseen() -> Heard {
    let mut line = String::new();
    loop {
        let Ok(event) = read() else {
            return Heard::End;
        };
        let Event::Key(key) = event else { continue };
        if key.is_release() {
            continue;
        }
        // With Alt beside it, it is AltGr: a sign.
        let both = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let control = key.modifiers.intersection(both) == KeyModifiers::CONTROL;
        match key.code {
            KeyCode::Enter => return Heard::Line(line),
            KeyCode::Char('c') if control => return Heard::Signal(INTERRUPT),
            KeyCode::Char('z') if control && line.is_empty() => return Heard::End,
            KeyCode::Char(c) if !control => line.push(c),
            // Unseen, it takes back all before it.
            KeyCode::Backspace => line.clear(),
            KeyCode::Char('h') if control => line.clear(),
            // No key is dropped in silence: the line is refused for it.
            _ => line.push(char::REPLACEMENT_CHARACTER),
        }
    }
}
