//! The suite: one test program, a file for each subject.
#![allow(clippy::unwrap_used)]

mod ballots;
mod big_text;
mod choosing;
mod cli;
mod closing;
mod compare;
mod every_key;
mod feet;
mod fields;
mod files;
mod house;
mod how_long;
mod improving;
#[cfg(unix)]
mod incomplete;
#[cfg(unix)]
mod keyboard;
mod keys;
mod kit;
mod leaving;
mod library;
mod memory_disk;
mod model;
mod newest;
mod notes;
mod numbers;
mod on_disk;
mod on_the_phone;
mod on_top;
#[cfg(unix)]
mod own_files;
mod pasted;
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
mod sides;
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
