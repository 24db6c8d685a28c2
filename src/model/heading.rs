//! What a list of sessions shows of each, without opening it whole.

use super::moment::Moment;
use super::place::Place;
use super::promise::Promise;
use super::session::{Earlier, Round, Session, Walk};
use super::text::CleanText;
use std::path::PathBuf;

/// What there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The sessions, the one begun last first.
    pub headings: Vec<Heading>,
    /// The files that can't be read, in the order of their names.
    pub unreadable: Vec<Unreadable>,
}

/// A file that should be a session and can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The file.
    pub path: PathBuf,
    /// What is wrong, with the file's name and the place in it.
    pub problem: String,
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its file.
    pub path: PathBuf,
    /// The business.
    pub business: CleanText,
    /// Who walks.
    pub walk: Walk,
    /// The round.
    pub round: Round,
    /// When it began.
    pub started: Moment,
    /// When it was closed, if it was.
    pub finished: Option<Moment>,
    /// Where it stands.
    pub place: Place,
    /// How many steps it has.
    pub steps: usize,
    /// How many take part.
    pub people: usize,
    /// What its next round asks about.
    pub promised: Vec<Promise>,
}

impl Heading {
    /// The heading of a session in a file.
    pub fn of(session: &Session, path: PathBuf) -> Self {
        Self {
            path,
            business: session.business().clone(),
            walk: session.walk(),
            round: session.round(),
            started: session.started(),
            finished: session.finished(),
            place: session.place(),
            steps: session.steps().len(),
            people: session.people().len(),
            promised: session.promised_for_next(),
        }
    }

    /// What counts when the next round of its business begins.
    pub fn earlier(&self) -> Earlier {
        Earlier {
            business: self.business.clone(),
            walk: self.walk,
            round: self.round,
            promised: self.promised.clone(),
        }
    }
}
