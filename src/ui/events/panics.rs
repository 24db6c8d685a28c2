//! Panics: the main loop's gives the terminal back and is told in plain words, a worker's becomes a happening.

use super::Happening;
use crate::ui::terminal::Lease;
use std::{
    backtrace::{Backtrace, BacktraceStatus},
    io::{self, Write},
    panic::{self, PanicHookInfo},
    sync::mpsc::Sender,
    thread,
};

/// The most characters of a panic's message that are shown.
const LIMIT: usize = 500;

/// Catches panics from here on; the thread that calls is the main loop's.
pub(super) fn catch<T: Send + 'static>(lease: Lease, sender: Sender<Happening<T>>) {
    let main_loop = thread::current().id();
    panic::set_hook(Box::new(move |info| {
        let message = message(info);
        if thread::current().id() == main_loop {
            lease.give_back();
        } else if lease.is_held()
            && sender
                .send(Happening::WorkerFailed(message.clone()))
                .is_ok()
        {
            return;
        }
        tell(&message);
    }));
}

/// What was said, and where; on one line, without anything that controls a terminal.
fn message(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let said = payload
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("no reason given");
    let place = info
        .location()
        .map(|place| format!(" ({}:{})", place.file(), place.line()))
        .unwrap_or_default();
    plain(said) + &plain(&place)
}

/// The text with each control and invisible character written out, and cut at the limit.
fn plain(text: &str) -> String {
    let shown = |sign: char| {
        if sign == '\'' || sign == '"' || sign == '\\' {
            sign.to_string()
        } else {
            sign.escape_debug().to_string()
        }
    };
    text.chars().take(LIMIT).map(shown).collect()
}

/// Tells on standard error; an error there is ignored, for a second panic would end the process at once.
fn tell(message: &str) {
    let mut stderr = io::stderr().lock();
    let _ = writeln!(
        stderr,
        "customer-hat has made a mistake and had to end. What it showed as saved is on disk: start it again and go on there."
    );
    let _ = writeln!(stderr, "The mistake: {message}");
    let trace = Backtrace::capture();
    if trace.status() == BacktraceStatus::Captured {
        let _ = writeln!(stderr, "{trace}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_can_not_control_the_terminal() {
        assert_eq!(
            plain("a \"b\"\x1b[2J\n\u{202E}"),
            "a \"b\"\\u{1b}[2J\\n\\u{202e}"
        );
    }

    #[test]
    fn a_message_is_cut() {
        assert_eq!(plain(&"x".repeat(10_000)).len(), LIMIT);
    }
}
