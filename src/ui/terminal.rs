//! The terminal: entered, painted, lent to the shell and given back; what is drawn on it is not known here.

mod depth;
mod lease;
mod painter;
mod pen;
mod surroundings;

pub use depth::Depth;
pub use lease::{Lease, Output};
pub use painter::Painter;
pub use surroundings::{NoTerminal, Surroundings};

use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect, Size},
};
use std::io::{self, Write};

/// The size that is drawn where the terminal does not tell its own.
const USUAL: Size = Size::new(80, 24);
/// The most cells that are drawn each way: larger answers are mistakes, and would cost the memory of their product.
const LARGEST: Size = Size::new(1000, 400);

/// The question for the colour of the ground.
const ASK_GROUND: &[u8] = b"\x1b]11;?\x1b\\";
/// The question for its name and version (XTVERSION). Unlike a trial of OSC 66, whose effect is asked for by the place
/// of the cursor, it writes nothing into the grid; and the reader of keys keeps such places to itself.
const ASK_NAME: &[u8] = b"\x1b[>q";

/// The terminal while it is ours. Dropping it gives it back.
#[derive(Debug)]
pub struct Terminal {
    lease: Lease,
    painter: Painter<Output>,
    /// Whether the next SIGCONT is the answer to a stop of our own.
    woken: bool,
}

impl Terminal {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, no cursor. On an error nothing is changed.
    ///
    /// `lease` is what others give it back by; `depth` is how many colours are sent.
    pub fn enter(
        surroundings: &Surroundings,
        lease: Lease,
        depth: Depth,
    ) -> Result<Self, NoTerminal> {
        surroundings.check()?;
        let mut output = lease::output()?;
        lease.take(&mut output)?;
        Ok(Self {
            lease,
            painter: Painter::new(output, depth),
            woken: false,
        })
    }

    /// The size in cells, asked anew each time: at least 1×1, at most 1000×400.
    pub fn size(&self) -> Size {
        let (width, height) = asked_size(self.painter.sink());
        Size::new(
            width.clamp(1, LARGEST.width),
            height.clamp(1, LARGEST.height),
        )
    }

    /// Draws a frame in the size of the moment; writes nothing when it looks like the one that stands.
    ///
    /// See [`Painter::paint`]. Once the terminal has been given back nothing is written.
    pub fn paint(
        &mut self,
        render: impl FnOnce(Rect, &mut Buffer) -> Option<Position>,
    ) -> io::Result<bool> {
        if !self.lease.is_held() {
            return Ok(false);
        }
        self.painter.paint(self.size(), render)
    }

    /// Asks the terminal for the colour of its ground (OSC 11). The answer comes with the keys, if it comes.
    pub fn ask_ground(&mut self) -> io::Result<()> {
        self.ask(ASK_GROUND)
    }

    /// Asks the terminal for its name and version (XTVERSION). The answer comes with the keys, if it comes.
    pub fn ask_name(&mut self) -> io::Result<()> {
        self.ask(ASK_NAME)
    }

    fn ask(&mut self, question: &[u8]) -> io::Result<()> {
        if !self.lease.is_held() {
            return Ok(());
        }
        let mut output = lease::output()?;
        output.write_all(question)?;
        output.flush()
    }

    /// The next frame clears and draws all.
    pub fn redraw(&mut self) {
        self.painter.redraw();
    }

    /// From the next frame on, the colours are brought down to `depth`.
    pub fn set_depth(&mut self, depth: Depth) {
        self.painter.set_depth(depth);
    }

    /// Gives the terminal back, stops the process until somebody continues it, and takes the terminal again.
    ///
    /// An error means that the terminal did not come back.
    pub fn suspend(&mut self) -> io::Result<()> {
        self.lease.give_back();
        self.woken = stop()?;
        self.painter.redraw();
        self.lease.take(&mut lease::output()?)
    }

    /// After SIGCONT: takes the terminal again where the stop was not ours, and the next frame draws all.
    pub fn continued(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.woken) {
            return Ok(());
        }
        self.painter.redraw();
        self.lease.take_again(&mut lease::output()?)
    }

    /// Gives the terminal back as it was; safe to call twice.
    pub fn restore(&mut self) {
        self.lease.give_back();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.restore();
    }
}

/// Whether somebody is there to continue us after a Ctrl-Z: a shell that gave us a process group of our own.
///
/// A terminal window that runs this program and nothing else has none; stopped there, it would stand for ever.
#[cfg(unix)]
pub fn can_be_continued() -> bool {
    use rustix::process::{getpgrp, getppid, getsid};
    let Ok(session) = getsid(None) else {
        return false;
    };
    getpgrp() != session && getppid().is_some_and(|parent| getsid(Some(parent)) == Ok(session))
}

/// Whether somebody is there to continue us after a Ctrl-Z: only Unix knows of it.
#[cfg(not(unix))]
pub fn can_be_continued() -> bool {
    false
}

/// Stops the process; returns once it is continued, with whether it had been stopped.
#[cfg(unix)]
fn stop() -> io::Result<bool> {
    use signal_hook::{consts::SIGTSTP, low_level::emulate_default_handler};
    emulate_default_handler(SIGTSTP).map(|()| true)
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)] // the same shape as on Unix
fn stop() -> io::Result<bool> {
    Ok(false)
}

/// Columns and rows as the terminal says, or the usual ones where it does not.
#[cfg(unix)]
fn asked_size(output: &Output) -> (u16, u16) {
    rustix::termios::tcgetwinsize(output)
        .map(|size| (size.ws_col, size.ws_row))
        .ok()
        .filter(|size| size.0 > 0 && size.1 > 0)
        .unwrap_or((USUAL.width, USUAL.height))
}

#[cfg(not(unix))]
fn asked_size(_output: &Output) -> (u16, u16) {
    crossterm::terminal::size().unwrap_or((USUAL.width, USUAL.height))
}
