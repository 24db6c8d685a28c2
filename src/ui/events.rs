//! What happens: keys, signals, a lost terminal, and what workers tell, all through one channel to the main loop.
//!
//! ```text
//! keys      blocks in a poll        ─┐
//! signals   blocks until one comes  ─┤
//! watchdog  blocks until a hang-up  ─┼─▶  Happenings::next, in the main loop
//! workers   Sender<Happening<T>>    ─┤
//! panics    in any of them          ─┘
//! ```
//!
//! Nobody wakes without a reason: when nothing happens, nothing runs.

#[cfg(unix)]
mod answers;
#[cfg(any(windows, test))]
mod console;
#[cfg(unix)]
pub mod keyboard;
mod panics;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod tty;

#[cfg(unix)]
pub(super) use signals::caught;

use super::terminal::{Depth, Lease, NoTerminal, Surroundings, Terminal};
use super::theme::contrast::Rgb;
use crossterm::event::KeyEvent;
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

/// One thing that happened. `T` is what the workers of the caller tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening<T> {
    /// Keys were pressed, or repeat; never a release. Several where they came in one piece: nobody had seen yet what
    /// the first of them does.
    Keys(Vec<KeyEvent>),
    /// Text was pasted, at most [`PASTE_LIMIT`] bytes of it, uncleaned.
    Paste(String),
    /// The terminal told the colour of its ground.
    Ground(Rgb),
    /// The terminal told its name and version, as `kitty(0.42.1)`; nothing is known of what it says.
    Name(String),
    /// The terminal has another size: paint again, which asks for it.
    Resized,
    /// The process is asked to end: save, give the terminal back, end with [`End::code`].
    End(End),
    /// The process is asked to stop: `Terminal::suspend`, then paint.
    Suspend,
    /// The process runs again: `Terminal::continued`, then paint.
    Continued,
    /// A worker panicked; what it said stands here, cleaned. The screen still lives.
    WorkerFailed(String),
    /// What a worker of the caller tells.
    App(T),
}

/// Why the process has to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// This signal came, one of those that end a process: SIGHUP 1, SIGINT 2, SIGTERM 15 and their kin.
    Signal(i32),
    /// The terminal is gone, or can't be read any more.
    HungUp,
}

impl End {
    /// The exit code that tells of it: 128 and the number of the signal, that of SIGHUP when the terminal is gone.
    pub fn code(self) -> u8 {
        match self {
            Self::Signal(signal) => 128 + (signal & 0x7f) as u8,
            Self::HungUp => 129,
        }
    }
}

/// The most bytes of one paste that are passed on.
pub const PASTE_LIMIT: usize = 64 * 1024;

/// How long the main loop may take to answer an [`End`], and how much longer once it has.
#[cfg(unix)]
const PATIENCE: Duration = Duration::from_millis(1_800);
#[cfg(unix)]
const PATIENCE_ONCE_ANSWERED: Duration = Duration::from_secs(10);

/// The main loop's end of the channel.
#[derive(Debug)]
pub struct Happenings<T> {
    receiver: Receiver<Happening<T>>,
    sender: Sender<Happening<T>>,
    answered: Arc<AtomicBool>,
}

/// Takes the terminal and begins to listen, in the one order that leaves no gap: signals and panics are caught
/// before the terminal is changed, keys are read after. To be called once, by the thread of the main loop.
pub fn open<T: Send + 'static>(
    surroundings: &Surroundings,
    depth: Depth,
) -> Result<(Terminal, Happenings<T>), NoTerminal> {
    surroundings.check()?;
    let (sender, receiver) = mpsc::channel();
    let answered = Arc::new(AtomicBool::new(false));
    let lease = Lease::default();
    panics::catch(lease.clone(), sender.clone());
    #[cfg(unix)]
    signals::listen(lease.clone(), sender.clone(), Arc::clone(&answered))?;
    let terminal = Terminal::enter(surroundings, lease, depth)?;
    let keys = sender.clone();
    spawn("keys", move || read_keys(&keys))?;
    Ok((
        terminal,
        Happenings {
            receiver,
            sender,
            answered,
        },
    ))
}

impl<T> Happenings<T> {
    /// Waits for the next thing to happen.
    pub fn next(&self) -> Happening<T> {
        // The channel can't close, for a sender stands beside the receiver.
        self.receiver.recv().unwrap_or(Happening::End(End::HungUp))
    }

    /// Waits for the next thing to happen, but no longer than `limit`: for clocks that run on the screen.
    pub fn next_within(&self, limit: Duration) -> Option<Happening<T>> {
        match self.receiver.recv_timeout(limit) {
            Ok(happening) => Some(happening),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Happening::End(End::HungUp)),
        }
    }

    /// What has already happened, if anything: to answer a burst of keys with one frame.
    pub fn next_waiting(&self) -> Option<Happening<T>> {
        self.receiver.try_recv().ok()
    }

    /// A way for workers to tell the main loop.
    pub fn sender(&self) -> Sender<Happening<T>> {
        self.sender.clone()
    }

    /// Answers an [`End`]: the main loop is saving, and is given ten seconds instead of two.
    pub fn answer_end(&self) {
        self.answered.store(true, Ordering::SeqCst);
    }
}

/// The text up to the limit, cut between characters.
fn capped(mut text: String) -> String {
    let mut end = PASTE_LIMIT.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
}

#[cfg(windows)]
use console::read_keys;
#[cfg(unix)]
use tty::read_keys;

/// Starts a named thread.
fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new()
        .name(name.to_owned())
        .spawn(work)
        .map(|_| ())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_paste_is_cut_at_its_limit_between_characters() {
        let long = "é".repeat(PASTE_LIMIT);
        assert_eq!(capped(long).len(), PASTE_LIMIT);
    }

    #[test]
    fn an_end_has_the_code_of_its_signal() {
        assert_eq!(End::Signal(15).code(), 143);
        assert_eq!(End::HungUp.code(), 129);
    }
}
