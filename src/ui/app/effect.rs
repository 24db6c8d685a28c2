//! What the app wants done outside, and what it is told of the disk.

use super::Tidying;
use super::report::Subject;
use crate::model::session::Session;
use crate::model::settings::Settings;
use crate::report::Format;
use std::path::PathBuf;

/// What is to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Make a file for this session; from then on it is the open one.
    Create(Box<Session>),
    /// Save the open session as it is now.
    Save(Box<Session>, Urgency),
    /// Save the open session to a new file at this path, or in this folder, and go on there.
    SaveElsewhere(PathBuf),
    /// Open a session's file.
    Open(PathBuf),
    /// Read a session's file, to replay it.
    Replay(PathBuf),
    /// Read the files of these sessions, to compare them.
    Compare(Vec<PathBuf>),
    /// Put the sessions' files in order, then look again at what is there.
    Tidy(Tidying),
    /// Keep the settings.
    KeepSettings(Box<Settings>),
    /// Write a report of these sessions.
    Report(Vec<Subject>, Format),
    /// The open session is left; look again at what is there.
    CloseSession,
    /// End the program; everything accepted is saved before.
    Quit,
    /// Stop the program, as Ctrl-Z does.
    Suspend,
}

/// How soon something is to be on disk; what is more urgent is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// It is being typed: within a second.
    Soon,
    /// It was accepted: now.
    Now,
}

/// Whether what the screen shows is on disk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum OnDisk {
    /// It is: the saver has told so.
    #[default]
    Saved,
    /// It was given to the saver, which has not told of it yet.
    Saving,
    /// The same for too long: the disk does not answer.
    NoAnswer,
    /// It is not; the reason in plain words.
    NotSaved(String),
}

impl OnDisk {
    /// Whether people had better save somewhere else.
    pub fn is_trouble(&self) -> bool {
        matches!(self, Self::NoAnswer | Self::NotSaved(_))
    }
}
