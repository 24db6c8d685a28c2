//! The suite: one test program, a file for each subject.
#![allow(clippy::unwrap_used)]

mod big_text;
mod cli;
mod closing;
mod compare;
mod fields;
mod house;
mod improving;
mod keys;
mod kit;
mod library;
mod memory_disk;
mod model;
mod notes;
mod on_top;
mod page;
mod pictures;
mod plain;
mod power_cut;
mod replay;
mod report;
mod samples;
mod screens;
mod sealed;
mod settings;
#[cfg(unix)]
mod settings_pty;
mod shelf;
mod stage;
mod svg;
mod terminal;
#[cfg(unix)]
mod terminal_pty;
mod trash;
#[cfg(unix)]
mod trials;
mod unsaved;
mod vast;
mod wall;
mod widgets;
#[cfg(unix)]
mod window;
mod workshops;
