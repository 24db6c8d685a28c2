//! Plain mode: the same session line by line, for screen readers, dumb terminals and scripts.
//!
//! ```text
//! line ─▶ Talk::hear ─▶ Topic ─▶ wants ─▶ Session::apply      what is said ─▶ standard output
//!                                           └─▶ effects ─▶ Saver, Shelf (shell)
//! ```
//!
//! [`Talk`] is a value that is fed with lines and a clock; only the shell reads, writes and saves. It
//! draws nothing: no colour, no cursor, no block letters.

mod asked_day;
mod ballot;
mod ballot_line;
mod carry;
mod close;
mod commodity;
#[cfg(unix)]
mod echo;
mod help;
mod home;
mod improvements;
#[cfg(unix)]
mod input;
#[cfg(not(unix))]
#[path = "plain/input_of_keys.rs"]
mod input;
mod journey;
mod lines;
mod notes;
mod order;
mod people;
mod phone;
mod promises;
mod replay;
mod reveal;
mod reveal_words;
mod saving;
mod sentence;
mod setup;
mod shell;
mod step;
mod talk;
mod topic;
mod topics;
mod verdict;
mod words;

pub use shell::run;
pub use talk::Talk;
pub use topic::Question;
