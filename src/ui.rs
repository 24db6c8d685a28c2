//! What is drawn and what is listened to.

pub mod widgets;
