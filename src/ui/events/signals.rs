//! Signals and the hang-up of the terminal, and the last resort when the main loop does not answer them.

use super::{End, Happening, PATIENCE, PATIENCE_ONCE_ANSWERED, spawn};
use crate::ui::terminal::Lease;
use rustix::{
    event::{PollFd, PollFlags, poll},
    io::Errno,
};
use signal_hook::{
    consts::{
        SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM,
        SIGTRAP, SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU,
    },
    iterator::Signals,
};
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Sender},
    },
    thread,
    time::Duration,
};

/// How long the terminal may take to swallow the last bytes.
const LAST_WRITE: Duration = Duration::from_millis(200);

/// The signals that end a process which does not catch them. Left out are those of a fault of our own in memory or in
/// numbers, after which nothing can be trusted, and that of a file which may not grow: that is a failed save.
const ENDING: [i32; 14] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU,
    SIGIO, SIGABRT, SIGTRAP, SIGSYS,
];

/// Those that Linux has beside them: a fault of a coprocessor, power, and the ones of real time. Some numbers of these
/// belong to the library of C.
#[cfg(target_os = "linux")]
const MORE: [std::ops::RangeInclusive<i32>; 3] = [16..=16, 30..=30, 34..=64];
#[cfg(not(target_os = "linux"))]
const MORE: [std::ops::RangeInclusive<i32>; 0] = [];

/// Catches every signal that would end us, and these.
pub(in crate::ui) fn caught(more: &[i32]) -> io::Result<Signals> {
    let signals = Signals::new(ENDING.iter().chain(more))?;
    for signal in MORE.into_iter().flatten() {
        // What can't be caught is kept by the system for itself.
        let _ = signals.add_signal(signal);
    }
    Ok(signals)
}

/// Catches the signals from here on, and watches the terminal for its hang-up.
pub(super) fn listen<T: Send + 'static>(
    lease: Lease,
    sender: Sender<Happening<T>>,
    answered: Arc<AtomicBool>,
) -> io::Result<()> {
    let mut signals = caught(&[SIGTSTP, SIGCONT, SIGWINCH])?;
    let watchdog = Herald {
        lease,
        sender,
        answered,
    };
    let herald = watchdog.clone();
    spawn("signals", move || {
        for signal in &mut signals {
            match signal {
                SIGTSTP => herald.tell(Happening::Suspend),
                SIGCONT => herald.tell(Happening::Continued),
                SIGWINCH => herald.tell(Happening::Resized),
                _ => herald.end(End::Signal(signal)),
            }
        }
    })?;
    spawn("watchdog", move || {
        if hangs_up() {
            watchdog.end(End::HungUp);
        }
    })
}

/// Brings news to the main loop, and sees to it that an end is an end.
struct Herald<T> {
    lease: Lease,
    sender: Sender<Happening<T>>,
    answered: Arc<AtomicBool>,
}

impl<T> Clone for Herald<T> {
    fn clone(&self) -> Self {
        Self {
            lease: self.lease.clone(),
            sender: self.sender.clone(),
            answered: Arc::clone(&self.answered),
        }
    }
}

impl<T> Herald<T> {
    fn tell(&self, news: Happening<T>) {
        // Without a main loop the process is ending already.
        let _ = self.sender.send(news);
    }

    fn end(&self, end: End) {
        self.tell(Happening::End(end));
        let (lease, answered) = (self.lease.clone(), Arc::clone(&self.answered));
        let resort = move || {
            thread::sleep(PATIENCE);
            if answered.load(Ordering::SeqCst) {
                thread::sleep(PATIENCE_ONCE_ANSWERED);
            }
            leave(lease, end);
        };
        if spawn("last resort", resort).is_err() {
            leave(self.lease.clone(), end);
        }
    }
}

/// Gives the terminal back and ends the process, whatever its other threads do.
fn leave(lease: Lease, end: End) {
    let (done, written) = mpsc::channel();
    // A terminal that takes no more bytes must not hold us: the process ends without them.
    let started = spawn("restore", move || {
        lease.give_back();
        let _ = done.send(());
    });
    if started.is_ok() {
        let _ = written.recv_timeout(LAST_WRITE);
    }
    signal_hook::low_level::exit(i32::from(end.code()));
}

/// Blocks until the terminal is gone; false at once where it can't be watched.
///
/// Nothing is asked for: a hang-up and an error are told unasked.
fn hangs_up() -> bool {
    let stdin = rustix::stdio::stdin();
    loop {
        let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
        match poll(&mut terminal, None) {
            Ok(0) | Err(Errno::INTR | Errno::AGAIN) => {}
            Ok(_) => {
                let told = terminal[0].revents();
                return told.intersects(PollFlags::HUP | PollFlags::ERR);
            }
            Err(_) => return false,
        }
    }
}
