//! The only writer to disk.
