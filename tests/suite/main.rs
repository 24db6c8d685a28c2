//! The suite: one test program, a file for each subject.
#![allow(clippy::unwrap_used)]

mod cli;
mod keys;
mod kit;
mod memory_disk;
mod model;
mod pictures;
mod power_cut;
mod samples;
mod sealed;
mod shelf;
mod stage;
mod svg;
mod terminal;
#[cfg(unix)]
mod terminal_pty;
mod wall;
mod widgets;
#[cfg(unix)]
mod window;
mod workshops;
