//! Another name for a business: all its sessions together, so that its rounds stay those of one business.

use super::open_file::OpenFile;
use super::shelf::{Access, OpenedSession, Shelf};
use super::visible::shown;
use crate::model::change::Change;
use crate::model::heading::{Heading, Listing};
use crate::model::moment::Moment;
use crate::model::name_key::same_name;
use crate::model::session::{Session, Walk};
use crate::model::text::CleanText;
use std::path::{Path, PathBuf};

/// What came of giving a business another name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renamed {
    /// The sessions that have the new name now.
    pub done: Vec<PathBuf>,
    /// The sessions that keep the old one.
    pub left: Vec<Left>,
}

/// A session that keeps its business's old name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Its round.
    pub round: u16,
    /// Whether somebody alone walked.
    pub alone: bool,
    /// Its file name, harmless to show.
    pub file: String,
    /// Why.
    pub why: WhyLeft,
}

/// Why a session keeps its business's old name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyLeft {
    /// Another window has it open.
    OpenElsewhere,
    /// Its file may only be looked at, or could not be saved; a sentence.
    Other(String),
}

impl Left {
    fn new(heading: &Heading, why: WhyLeft) -> Self {
        Self {
            round: heading.round.number(),
            alone: heading.walk == Walk::Alone,
            file: name_of(&heading.path),
            why,
        }
    }
}

/// Why nothing was renamed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotRenamed {
    /// The new name is empty.
    #[error("a name is needed")]
    NoName,
    /// No session has the old name.
    #[error("there is no session of {0}")]
    Nobody(CleanText),
    /// Some sessions may not be seen, and would keep the old name.
    #[error("{0} Nothing was renamed")]
    Incomplete(String),
    /// A round would be there twice.
    #[error(
        "{business} has a round {round} already: two of them could not be told apart. Take one to the trash first, or choose another name"
    )]
    Twice {
        /// The business that has the new name already.
        business: CleanText,
        /// The round.
        round: u16,
    },
}

impl Shelf {
    /// Gives every session of a business another name. Files keep their names; each is saved as always.
    ///
    /// What may not be written stays as it is and is told of: open in another window, changed outside the
    /// program, newer. After a failure in the middle the same once more does the rest.
    pub fn rename_business(
        &self,
        from: &CleanText,
        to: &CleanText,
        now: Moment,
    ) -> Result<Renamed, NotRenamed> {
        if to.is_empty() {
            return Err(NotRenamed::NoName);
        }
        let Listing {
            headings,
            incomplete,
            ..
        } = self.list();
        if let Some(why) = incomplete {
            return Err(NotRenamed::Incomplete(why));
        }
        let of = |name| {
            let same = |one: &&Heading| same_name(&one.business, name);
            headings.iter().filter(same).collect::<Vec<_>>()
        };
        let sessions = of(from);
        if sessions.is_empty() {
            return Err(NotRenamed::Nobody(from.clone()));
        }
        if !same_name(from, to) {
            no_round_twice(&sessions, &of(to))?;
        }
        let mut renamed = Renamed::default();
        // All of them are held before the first is written: what can be refused is refused first.
        let mut held = Vec::new();
        for heading in sessions.iter().filter(|one| one.business != *to) {
            match Shelf::open_session(&heading.path) {
                Ok(OpenedSession { session, access }) => match access {
                    Access::Write { file, .. } => held.push((heading, (session, file))),
                    Access::Look(why) => {
                        // A file that may be written, and can't be here, is held by somebody else.
                        let why = match &heading.caution {
                            None => WhyLeft::OpenElsewhere,
                            Some(_) => WhyLeft::Other(why),
                        };
                        renamed.left.push(Left::new(heading, why));
                    }
                },
                Err(error) => {
                    let why = WhyLeft::Other(error.wrong().to_string());
                    renamed.left.push(Left::new(heading, why));
                }
            }
        }
        for (heading, (session, file)) in held {
            match rename(session, file, to, now) {
                Ok(()) => renamed.done.push(heading.path.clone()),
                Err(why) => renamed.left.push(Left::new(heading, WhyLeft::Other(why))),
            }
        }
        Ok(renamed)
    }
}

/// Renames one session and saves it; the error is a sentence.
fn rename(
    mut session: Session,
    mut file: OpenFile,
    to: &CleanText,
    now: Moment,
) -> Result<(), String> {
    session
        .apply(Change::RenameBusiness(to.clone()), now)
        .map_err(|refused| refused.to_string())?;
    let path = file.path().to_owned();
    file.save(&session).map_err(|error| error.why.to_string())?;
    match file.notice() {
        // Changed by somebody else in this very moment: the new name is in a copy beside it.
        Some(notice) if file.path() != path => Err(notice),
        _ => Ok(()),
    }
}

/// Two files of one session, such as a conflict copy, are no second round.
fn no_round_twice(sessions: &[&Heading], others: &[&Heading]) -> Result<(), NotRenamed> {
    let is_twice = |one: &&&Heading| {
        let same = |other: &&Heading| {
            (one.walk, one.round) == (other.walk, other.round) && one.started != other.started
        };
        others.iter().any(same)
    };
    match sessions.iter().find(is_twice) {
        Some(heading) => Err(NotRenamed::Twice {
            business: others[0].business.clone(),
            round: heading.round.number(),
        }),
        None => Ok(()),
    }
}

fn name_of(path: &Path) -> String {
    shown(path.file_name().unwrap_or_default())
}
