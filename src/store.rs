//! The only writer to disk.

pub mod disk;
pub mod envelope;
mod explain;
pub mod folders;
pub mod layout;
pub mod lock;
pub mod read;
pub mod samples;
pub mod save;
mod saved;
pub mod visible;
