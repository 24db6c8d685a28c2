//! Lines from standard input, read in a thread of their own, so that a signal is answered while one is
//! waited for.

use super::echo::Echo;
use super::lines::read_line;
use crate::ui::events::caught;
use signal_hook::consts::{SIGSTOP, SIGTSTP};
use signal_hook::low_level::raise;
use std::io;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;

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

enum News {
    Heard(Heard),
    Suspend,
}

/// Standard input.
pub struct Input {
    wanted: Sender<()>,
    news: Receiver<News>,
    echo: Echo,
}

impl Input {
    /// Standard input, and the signals from here on.
    pub fn open() -> io::Result<Self> {
        let (sender, news) = mpsc::channel();
        let (wanted, asked) = mpsc::channel();
        let mut signals = caught(&[SIGTSTP])?;
        let of_signals = sender.clone();
        named("signals", move || {
            for signal in &mut signals {
                let news = match signal {
                    SIGTSTP => News::Suspend,
                    signal => News::Heard(Heard::Signal(signal)),
                };
                if of_signals.send(news).is_err() {
                    return;
                }
            }
        })?;
        named("lines", move || read_lines(&asked, &sender))?;
        Ok(Self {
            wanted,
            news,
            echo: Echo::as_it_is(),
        })
    }

    /// Whether somebody types at a terminal.
    pub fn has_terminal(&self) -> bool {
        self.echo.has_terminal()
    }

    /// Whether from now on what is typed can't be seen, or can; false where it can't be had so.
    pub fn seal(&mut self, is_sealed: bool) -> bool {
        self.echo.switch(!is_sealed)
    }

    /// Waits for the next line.
    pub fn next(&mut self, is_sealed: bool) -> Heard {
        if self.wanted.send(()).is_err() {
            return Heard::End;
        }
        loop {
            match self.news.recv() {
                Ok(News::Heard(heard)) => return heard,
                Ok(News::Suspend) => {
                    self.echo.give_back();
                    // Nothing else could be done where a stop is refused.
                    let _ = raise(SIGSTOP);
                    self.seal(is_sealed);
                }
                Err(_) => return Heard::End,
            }
        }
    }
}

fn named(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let thread = thread::Builder::new().name(name.to_owned());
    thread.spawn(work).map(drop)
}

/// Reads a line each time one is wanted.
fn read_lines(asked: &Receiver<()>, sender: &Sender<News>) {
    let mut input = io::stdin().lock();
    while asked.recv().is_ok() {
        let heard = match read_line(&mut input) {
            Ok(Some(line)) => Heard::Line(line),
            Ok(None) | Err(_) => Heard::End,
        };
        if sender.send(News::Heard(heard)).is_err() {
            return;
        }
    }
}
