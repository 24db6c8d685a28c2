//! The only writer to disk.

pub mod choose;
pub mod disk;
pub mod envelope;
pub mod exercise_file;
mod explain;
pub mod export;
pub mod find;
pub mod folders;
pub mod follow;
pub mod layout;
mod legal;
pub mod locate;
pub mod lock;
pub mod open_file;
mod patience;
pub mod read;
pub mod rename;
pub mod samples;
pub mod save;
mod saved;
pub mod saver;
pub mod session_file;
pub mod settings_file;
pub mod shelf;
pub mod trash;
pub mod visible;
pub mod wildcards;
