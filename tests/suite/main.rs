//! The suite: one test program, a file for each subject.
#![allow(clippy::unwrap_used)]

mod cli;
mod kit;
mod memory_disk;
mod model;
mod power_cut;
mod samples;
mod shelf;
mod terminal;
mod trials;
mod widgets;
