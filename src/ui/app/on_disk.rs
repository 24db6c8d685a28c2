//! What of the open session is on disk, as far as the saver has told; and since when it owes an answer.
//!
//! Three states: given (the session in memory has it), saving (the saver was told), on disk (the saver has said so). The
//! mark for the last is drawn for nothing else, and no key waits for it.

use super::effect::{OnDisk, Urgency};
use crate::model::session::Session;
use std::sync::Arc;

/// How long the disk may take to answer before the people are told, in milliseconds.
pub(super) const PATIENCE: u64 = 1_000;
/// How much later a draft is written, for it may be typed on.
const DRAFTING: u64 = 800;

/// What the saver was given, and what it has told.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// Whether the session is saved at all: one that is only looked at is not.
    is_saved: bool,
    /// The session as it is on disk; none before its first file.
    copy: Option<Arc<Session>>,
    /// The numbers of the last order, of the last one that is no draft, and of the one up to which all is on disk.
    given: u64,
    accepted: u64,
    on_disk: u64,
    /// When the disk owes an answer, while anything is on its way.
    due: Option<u64>,
    /// Why the last save failed.
    failed: Option<String>,
}

impl Written {
    /// A session that was read from its file.
    pub(super) fn read(session: &Session) -> Self {
        Self {
            copy: Some(Arc::new(session.clone())),
            ..Self::nothing()
        }
    }

    /// A session that has no file yet.
    pub(super) fn nothing() -> Self {
        Self {
            is_saved: true,
            ..Self::default()
        }
    }

    /// The saver was given the order of this number.
    pub(super) fn given(&mut self, number: u64, urgency: Urgency, now: u64) {
        self.given = number;
        let wait = match urgency {
            Urgency::Now => {
                self.accepted = number;
                PATIENCE
            }
            Urgency::Soon => PATIENCE + DRAFTING,
        };
        let due = now + wait;
        self.due = Some(self.due.map_or(due, |earlier| earlier.min(due)));
    }

    /// The saver has told that everything up to this number is on disk.
    pub(super) fn told(&mut self, number: u64, session: Arc<Session>, now: u64) {
        self.on_disk = self.on_disk.max(number);
        self.given = self.given.max(number);
        self.copy = Some(session);
        self.failed = None;
        // It answers: what is still on its way has its time from now on.
        let wait = if self.on_disk < self.accepted {
            PATIENCE
        } else {
            PATIENCE + DRAFTING
        };
        self.due = (self.on_disk < self.given).then_some(now + wait);
    }

    /// The saver has told that it could not save.
    pub(super) fn failed(&mut self, why: String) {
        self.failed = Some(why);
        self.due = None;
    }

    /// The session as it is on disk, beside the one that is shown.
    pub(super) fn copy<'a>(&'a self, shown: &'a Session) -> Option<&'a Session> {
        if self.is_saved {
            self.copy.as_deref()
        } else {
            Some(shown)
        }
    }

    /// How it stands now.
    pub(super) fn state(&self, now: u64) -> OnDisk {
        match &self.failed {
            _ if !self.is_saved => OnDisk::Saved,
            Some(why) => OnDisk::NotSaved(why.clone()),
            None if self.due.is_some_and(|due| due <= now) => OnDisk::NoAnswer,
            None if self.copy.is_none() || self.on_disk < self.accepted => OnDisk::Saving,
            None => OnDisk::Saved,
        }
    }

    /// In how many milliseconds the people are to be told that the disk does not answer.
    pub(super) fn wakes_in(&self, now: u64) -> Option<u64> {
        let due = self.due.filter(|due| self.is_saved && *due > now)?;
        Some(due - now)
    }
}
