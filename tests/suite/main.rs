//! The suite: one test program, a file for each subject.
mod terminal;
