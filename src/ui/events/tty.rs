//! The thread that reads the terminal where it sends bytes. When nothing is begun it blocks without a limit.

use super::keyboard::{Heard, Keyboard};
use super::{End, Happening, PASTE_LIMIT};
use crossterm::event::{KeyCode, KeyEvent};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read};
use std::io;
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

/// For how long the next piece of a paste may be on its way.
const ON_ITS_WAY: Duration = Duration::from_millis(10);
/// From so many keys on that come at once, nobody has typed them.
const TOO_FAST: usize = 32;

/// Passes on what the terminal tells until nobody listens or nothing can be read.
pub(super) fn read_keys<T>(sender: &Sender<Happening<T>>) {
    let mut keyboard = Keyboard::default();
    while let Ok(heard) = next(&mut keyboard) {
        for happening in happenings(heard) {
            if sender.send(happening).is_err() {
                return;
            }
        }
    }
    let _ = sender.send(Happening::End(End::HungUp));
}

/// What is heard next: all that comes in one piece, and in several where they are one paste.
fn next(keyboard: &mut Keyboard) -> io::Result<Vec<Heard>> {
    if !is_ready(keyboard.waits())? {
        return Ok(keyboard.silence(Instant::now()));
    }
    let mut heard = read_some(keyboard)?;
    while may_go_on(&heard) && is_ready(Some(ON_ITS_WAY))? {
        heard.extend(read_some(keyboard)?);
    }
    Ok(heard)
}

/// Whether what came at once may be the beginning of a paste without marks.
fn may_go_on(heard: &[Heard]) -> bool {
    let is_enter =
        |one: &Heard| matches!(one, Heard::Key(key) if *key == KeyEvent::from(KeyCode::Enter));
    let has_lines = heard.iter().rev().skip(1).any(is_enter);
    (has_lines || heard.len() > TOO_FAST) && heard.len() < PASTE_LIMIT
}

/// Whether something can be read within the limit; without a limit it waits until it can.
fn is_ready(limit: Option<Duration>) -> io::Result<bool> {
    let stdin = rustix::stdio::stdin();
    let until = limit.map(|limit| Instant::now() + limit);
    loop {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        let left = left.and_then(|left| Timespec::try_from(left).ok());
        let mut terminal = [PollFd::new(&stdin, PollFlags::IN)];
        match poll(&mut terminal, left.as_ref()) {
            Ok(ready) => return Ok(ready > 0),
            Err(Errno::INTR | Errno::AGAIN) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Reads what there is. An error means that the terminal is gone.
fn read_some(keyboard: &mut Keyboard) -> io::Result<Vec<Heard>> {
    let mut bytes = [0; 4096];
    match read(rustix::stdio::stdin(), &mut bytes) {
        Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
        Ok(count) => Ok(keyboard.feed(&bytes[..count], Instant::now())),
        Err(Errno::INTR | Errno::AGAIN) => Ok(Vec::new()),
        Err(error) => Err(error.into()),
    }
}

/// What was heard as the main loop is told of it: keys that came at once stay together.
fn happenings<T>(heard: Vec<Heard>) -> Vec<Happening<T>> {
    let mut told = Vec::new();
    for one in heard {
        match (one, told.last_mut()) {
            (Heard::Key(key), Some(Happening::Keys(keys))) => keys.push(key),
            (Heard::Key(key), _) => told.push(Happening::Keys(vec![key])),
            (Heard::Paste(text), _) => told.push(Happening::Paste(text)),
            (Heard::Ground(ground), _) => told.push(Happening::Ground(ground)),
            (Heard::Name(name), _) => told.push(Happening::Name(name)),
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(bytes: &str) -> Vec<Heard> {
        Keyboard::default().feed(bytes.as_bytes(), Instant::now())
    }

    #[test]
    fn keys_that_came_at_once_stay_together() {
        let told = happenings::<()>(heard("ab\x1b[200~c\x1b[201~d"));
        let lengths = told.iter().map(|one| match one {
            Happening::Keys(keys) => keys.len(),
            _ => 0,
        });
        assert_eq!(lengths.collect::<Vec<_>>(), [2, 0, 1]);
    }

    #[test]
    fn more_of_a_paste_is_waited_for_and_of_typed_keys_is_not() {
        for typed in ["a", "Ana\r", "7\r", "\x1b[A", "\r"] {
            assert!(!may_go_on(&heard(typed)), "{typed:?}");
        }
        for pasted in ["aaa\rq", "\r\r", &"a".repeat(40)] {
            assert!(may_go_on(&heard(pasted)), "{pasted:?}");
        }
    }
}
