//! What is drawn and what is listened to.

pub mod events;
pub mod terminal;
pub mod theme;
