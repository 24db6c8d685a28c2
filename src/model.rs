//! The exercise and a session of it: pure values and rules, no disk, no terminal, no clock.

pub mod exercise;
pub mod moment;
pub mod rating;
pub mod stats;
pub mod text;
