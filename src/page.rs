//! What a screen says, as data, and where it stands.

pub mod faces;
