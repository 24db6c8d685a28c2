//! Patience with what another program does to a file for a moment: on Windows a virus scanner, a backup or a
//! synchroniser may hold one that was just written, and whoever asks meanwhile is refused.

use std::io::{self, ErrorKind};
use std::thread;
use std::time::Duration;

/// How long is waited between the trials, in milliseconds: a second in all, soon first.
const PAUSES: [u64; 8] = [5, 10, 20, 40, 80, 160, 320, 365];

/// Windows' number for a file that another program has open for itself alone.
const SHARING_VIOLATION: i32 = 32;
/// Windows' number for a part of a file that another program has locked.
const LOCK_VIOLATION: i32 = 33;

/// Does the step, and does it again for a second at most while another program holds the file.
pub(super) fn with_patience<T>(step: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    try_again(is_held, thread::sleep, step)
}

/// The same for a step that gives or takes a name: there, a file that is held is told as one that is not allowed.
pub(super) fn with_patience_for_a_name<T>(step: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    let passes =
        |error: &io::Error| is_held(error) || (cfg!(windows) && is_not_allowed(error.kind()));
    try_again(passes, thread::sleep, step)
}

/// Whether another program holds the file; only on Windows can one.
pub(super) fn is_held(error: &io::Error) -> bool {
    let number = error.raw_os_error();
    cfg!(windows) && matches!(number, Some(SHARING_VIOLATION | LOCK_VIOLATION))
}

fn is_not_allowed(kind: ErrorKind) -> bool {
    kind == ErrorKind::PermissionDenied
}

fn try_again<T>(
    passes: impl Fn(&io::Error) -> bool,
    mut wait: impl FnMut(Duration),
    mut step: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    for pause in PAUSES {
        match step() {
            Err(error) if passes(&error) => wait(Duration::from_millis(pause)),
            done => return done,
        }
    }
    step()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::cell::Cell;

    fn tried(refusals: u32, kind: ErrorKind) -> (io::Result<u32>, Duration) {
        let (left, waited) = (Cell::new(refusals), Cell::new(Duration::ZERO));
        let done = try_again(
            |error| is_not_allowed(error.kind()),
            |pause| waited.set(waited.get() + pause),
            || match left.get() {
                0 => Ok(7),
                more => {
                    left.set(more - 1);
                    Err(kind.into())
                }
            },
        );
        (done, waited.get())
    }

    #[test]
    fn what_passes_is_waited_for_and_no_longer_than_a_second() {
        let (done, waited) = tried(3, ErrorKind::PermissionDenied);
        assert_eq!(
            (done.unwrap(), waited),
            (7, Duration::from_millis(5 + 10 + 20))
        );
        let (done, waited) = tried(u32::MAX, ErrorKind::PermissionDenied);
        assert_eq!(done.unwrap_err().kind(), ErrorKind::PermissionDenied);
        assert_eq!(waited, Duration::from_secs(1));
    }

    #[test]
    fn what_does_not_pass_is_told_at_once() {
        let (done, waited) = tried(1, ErrorKind::NotFound);
        assert_eq!(done.unwrap_err().kind(), ErrorKind::NotFound);
        assert_eq!(waited, Duration::ZERO);
    }
}
