//! What was noticed at a step, beside the ratings: notes, the phone clock, departments, times a year.

use super::moment::Moment;
use super::present;
use super::rating::Rating;
use super::text::CleanText;
use serde::{Deserialize, Serialize};

/// Something noticed at a step, as it happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What kind of thing it was.
    pub kind: NoteKind,
    /// When it was written down.
    pub at: Moment,
    /// In the words of whoever noticed it.
    pub text: CleanText,
}

/// What kind of thing was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NoteKind {
    /// A good surprise.
    Good,
    /// A bad surprise.
    Bad,
    /// A fact, neither.
    Fact,
}

/// How a step was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// For real, now.
    #[default]
    Live,
    /// From memory of a time before.
    Remembered,
    /// In the mind only.
    Imagined,
}

impl Mode {
    /// The next way of doing it, round and round.
    pub fn next(self) -> Self {
        match self {
            Self::Live => Self::Remembered,
            Self::Remembered => Self::Imagined,
            Self::Imagined => Self::Live,
        }
    }
}

/// Whether the raters lived through one thing or through many: eight people hearing one call are one
/// observation, rated eight times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sharing {
    /// One experience, which all of them rated.
    #[default]
    Shared,
    /// Each their own experience.
    EachTheirOwn,
}

impl Sharing {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Shared => Self::EachTheirOwn,
            Self::EachTheirOwn => Self::Shared,
        }
    }
}

/// The stopwatch of one call. All spans are whole seconds since it was dialled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneLog {
    /// When the number was dialled.
    pub dialled: Moment,
    /// How often it rang.
    pub rings: u16,
    /// Seconds until anything answered, a machine too.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub answered_after: Option<u32>,
    /// Seconds on hold, all together.
    pub on_hold: u32,
    /// Since when the caller is on hold; none when not.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub hold_since: Option<Moment>,
    /// Seconds until a person spoke.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub person_after: Option<u32>,
    /// Seconds until the call was over.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub ended_after: Option<u32>,
}

/// Something that happens in a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CallEvent {
    /// It rings once more.
    Ring,
    /// Something answers.
    Answered,
    /// The caller is put on hold, or taken off it.
    Hold,
    /// A person speaks.
    Person,
    /// The call is over.
    Ended,
}

impl PhoneLog {
    /// A call just dialled.
    pub fn dial(at: Moment) -> Self {
        Self {
            dialled: at,
            rings: 0,
            answered_after: None,
            on_hold: 0,
            hold_since: None,
            person_after: None,
            ended_after: None,
        }
    }

    /// Whether the call is still going on.
    pub fn is_running(&self) -> bool {
        self.ended_after.is_none()
    }

    /// Seconds since it was dialled, or how long it took when it is over.
    pub fn seconds(&self, now: Moment) -> u32 {
        self.ended_after
            .unwrap_or_else(|| seconds_between(self.dialled, now))
    }

    /// Seconds on hold until now, all together.
    pub fn hold_seconds(&self, now: Moment) -> u32 {
        let running = self
            .hold_since
            .map_or(0, |since| seconds_between(since, now));
        self.on_hold.saturating_add(running)
    }

    /// The log after something happened; a call that is over stays as it is.
    pub fn after(&self, event: CallEvent, now: Moment) -> Self {
        let mut log = self.clone();
        if !self.is_running() {
            return log;
        }
        let since_dialled = seconds_between(self.dialled, now);
        match event {
            CallEvent::Ring => log.rings = log.rings.saturating_add(1),
            CallEvent::Answered => log.answered_after = log.answered_after.or(Some(since_dialled)),
            CallEvent::Hold if log.hold_since.is_some() => log.stop_hold(now),
            CallEvent::Hold => {
                log.answered_after = log.answered_after.or(Some(since_dialled));
                log.hold_since = Some(now);
            }
            CallEvent::Person => {
                log.stop_hold(now);
                log.answered_after = log.answered_after.or(Some(since_dialled));
                log.person_after = log.person_after.or(Some(since_dialled));
            }
            CallEvent::Ended => {
                log.stop_hold(now);
                log.ended_after = Some(since_dialled);
            }
        }
        log
    }

    fn stop_hold(&mut self, now: Moment) {
        self.on_hold = self.hold_seconds(now);
        self.hold_since = None;
    }
}

fn seconds_between(earlier: Moment, later: Moment) -> u32 {
    u32::try_from(later.seconds_since(earlier)).unwrap_or(0)
}

/// A department that took part in a purchase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// What it is called in the business. No names of staff.
    pub name: CleanText,
    /// How it made the room feel; given aloud, after the reveal.
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
}

/// A word for a feeling, as it was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Word {
    /// A good feeling.
    Good(CleanText),
    /// A bad feeling.
    Bad(CleanText),
}

impl Word {
    /// The word itself.
    pub fn text(&self) -> &CleanText {
        match self {
            Self::Good(text) | Self::Bad(text) => text,
        }
    }

    /// Whether it is a good feeling.
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Good(_))
    }
}
