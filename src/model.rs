//! The exercise and a session of it: pure values and rules, no disk, no terminal, no clock.

pub mod built_in;
pub mod exercise;
pub mod rating;
pub mod text;
