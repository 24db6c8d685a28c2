//! The suite: one test program, a file for each subject.
#![allow(clippy::unwrap_used)]

mod memory_disk;
mod power_cut;
mod terminal;
