//! The lease on the terminal: who holds it, how it is taken, and the one way in which it is given back.

use crossterm::{
    cursor::Hide,
    queue,
    terminal::{EnterAlternateScreen, disable_raw_mode, enable_raw_mode},
};
use std::{
    io::{self, Write},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

/// Ends what a half-sent frame may have begun (a large sign, an update), then undoes what `take` did; known to every
/// terminal, or ignored.
const GIVE_BACK: &[u8] = b"\x1b\\\x1b[?2026l\x1b[0m\x1b[?2004l\x1b[?1049l\x1b[0m\x1b[?25h";

/// The terminal as ours for a while. Clones share it: any thread may give it back.
#[derive(Debug, Clone, Default)]
pub struct Lease {
    held: Arc<AtomicBool>,
}

impl Lease {
    /// Whether the terminal is ours at the moment.
    pub fn is_held(&self) -> bool {
        self.held.load(Ordering::SeqCst)
    }

    /// Raw mode, the alternate screen, bracketed paste, no cursor. On an error all is as before.
    pub(super) fn take(&self, output: &mut impl Write) -> io::Result<()> {
        understands_us()?;
        enable_raw_mode()?;
        self.held.store(true, Ordering::SeqCst);
        let mut bytes = Vec::new();
        let taken = queue!(bytes, EnterAlternateScreen)
            .and_then(|()| mark_pastes(&mut bytes))
            .and_then(|()| queue!(bytes, Hide))
            .and_then(|()| output.write_all(&bytes))
            .and_then(|()| output.flush());
        if taken.is_err() {
            self.give_back();
        }
        taken
    }

    /// Takes it again though nobody gave it back: after a stop that left us no time, the modes are the shell's.
    pub(super) fn take_again(&self, output: &mut impl Write) -> io::Result<()> {
        // The system keeps one earlier mode for us: it is put back first, or raw mode would count as set.
        let _ = disable_raw_mode();
        self.take(output)
    }

    /// Gives the terminal back as it was: at most once for each time it was taken, from any thread.
    ///
    /// Errors are ignored, for the terminal may be gone. Keys that were typed and not yet read are thrown away: they
    /// may be a sealed rating, and the shell would show them.
    pub fn give_back(&self) {
        if !self.held.swap(false, Ordering::SeqCst) || !in_foreground() {
            return;
        }
        drop_unread_keys();
        let _ = disable_raw_mode();
        if let Ok(mut output) = output() {
            let _ = output.write_all(GIVE_BACK);
            let _ = output.flush();
        }
    }
}

/// Where frames go. On Unix it is a second handle of standard output, without its lock: the thread that gives the
/// terminal back must not wait for one that hangs in a write.
#[cfg(unix)]
pub type Output = std::fs::File;
/// Where frames go: the console wants its text through the standard library.
#[cfg(not(unix))]
pub type Output = io::Stdout;

/// Opens the way to the terminal.
#[cfg(unix)]
pub(super) fn output() -> io::Result<Output> {
    use std::os::fd::AsFd;
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

/// Opens the way to the terminal.
#[cfg(not(unix))]
pub(super) fn output() -> io::Result<Output> {
    Ok(io::stdout())
}

/// Has pastes marked as such.
#[cfg(unix)]
fn mark_pastes(bytes: &mut Vec<u8>) -> io::Result<()> {
    queue!(bytes, crossterm::event::EnableBracketedPaste)
}

/// Has pastes left as they are: here the reader of keys knows no marks, and some terminals change the line breaks with them.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)] // the same shape as on Unix
fn mark_pastes(_bytes: &mut Vec<u8>) -> io::Result<()> {
    Ok(())
}

/// Fails where the console takes our sequences for text, as that of Windows does in its legacy mode; asked before anything
/// is sent, it also makes the console ready for them.
#[cfg(windows)]
fn understands_us() -> io::Result<()> {
    if crossterm::ansi_support::supports_ansi() {
        Ok(())
    } else {
        Err(io::Error::other("this console is in its legacy mode"))
    }
}

/// A terminal that does not understand is told by its name, and refused before.
#[cfg(not(windows))]
#[allow(clippy::unnecessary_wraps)] // the same shape as on Windows
fn understands_us() -> io::Result<()> {
    Ok(())
}

/// Whether the terminal may be touched: in the background it is the shell's, and touching it would stop us.
#[cfg(unix)]
fn in_foreground() -> bool {
    rustix::termios::tcgetpgrp(rustix::stdio::stdin())
        .map_or(true, |group| group == rustix::process::getpgrp())
}

#[cfg(not(unix))]
fn in_foreground() -> bool {
    true
}

#[cfg(unix)]
fn drop_unread_keys() {
    use rustix::termios::{QueueSelector, tcflush};
    let _ = tcflush(rustix::stdio::stdin(), QueueSelector::IFlush);
}

#[cfg(not(unix))]
fn drop_unread_keys() {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_never_taken_is_not_given_back_and_twice_does_no_harm() {
        let lease = Lease::default();
        lease.give_back();
        lease.clone().give_back();
        assert!(!lease.is_held());
    }
}
