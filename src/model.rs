//! The exercise and a session of it: pure values and rules, no disk, no terminal, no clock.

mod answering;
mod apply;
pub mod ballot;
pub mod built_in;
pub mod change;
pub mod check;
pub mod due;
pub mod evidence;
pub mod exercise;
pub mod heading;
pub mod journey;
pub mod moment;
pub mod person;
pub mod place;
mod present;
pub mod promise;
pub mod rating;
pub mod replay;
pub mod session;
pub mod settings;
pub mod stats;
pub mod step_record;
pub mod text;
pub mod verdicts;
mod way;
pub mod wording;
pub mod wrap;
