//! The suite: one test program, a file for each subject.

mod kit;
mod widgets;
