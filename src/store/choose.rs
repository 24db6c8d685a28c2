//! Which sessions are meant, where several may be: names and wildcards, all there are, those of a business.

use super::find::{Last, NotFound};
use super::shelf::Shelf;
use super::visible::harmless;
use super::wildcards;
use crate::model::name_key::same_name;
use crate::model::text::CleanText;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The most businesses that a message names.
const MOST_NAMED: usize = 12;

/// What was asked for.
#[derive(Debug, Clone, Copy)]
pub enum Wanted<'a> {
    /// Paths, file names, `last`, and words with `*` or `?`.
    Named(&'a [OsString]),
    /// All there are.
    All,
    /// Those of the business of this name.
    Business(&'a str),
}

/// The sessions that are meant.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// Their files, in the order in which they were named, else by name: the oldest first.
    pub sessions: Vec<Meant>,
    /// Why there may be more, in sentences: a folder that can't be read.
    pub problems: Vec<String>,
}

/// A session that is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// Its file.
    pub path: PathBuf,
    /// Whether it was named itself. The others may turn out to be damaged, and the rest is good all the same.
    pub by_name: bool,
}

/// No session is meant by what was asked for.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoneMeant {
    /// Not by a word of it.
    #[error(transparent)]
    NotFound(#[from] NotFound),
    /// No name fits the wildcards.
    #[error("no session's name fits \"{0}\". `customer-hat list` shows what there is")]
    NothingFits(String),
    /// No session is of this business.
    #[error("there is no session of \"{wanted}\". There is {}", some(there))]
    NoSuchBusiness {
        /// What was asked for.
        wanted: String,
        /// The businesses that there are, the newest first.
        there: Vec<String>,
    },
}

/// The first of some names, and how many more there are.
fn some(names: &[String]) -> String {
    let first = names[..names.len().min(MOST_NAMED)].join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

impl Shelf {
    /// The sessions that are meant; never none.
    pub fn choose(&self, wanted: Wanted<'_>) -> Result<Chosen, NoneMeant> {
        let mut chosen = Chosen::default();
        match wanted {
            Wanted::Named(words) => {
                for word in wildcards::spread(words) {
                    self.named(&word, &mut chosen.sessions)?;
                }
            }
            Wanted::All => {
                let files = self.names(&mut chosen.problems);
                chosen.sessions.extend(files.into_iter().map(one_of_many));
            }
            Wanted::Business(name) => self.of_business(name, &mut chosen)?,
        }
        if chosen == Chosen::default() {
            return Err(NotFound::Nothing.into());
        }
        Ok(chosen)
    }

    /// The files that should be sessions, the oldest first; none of them is read.
    pub fn names(&self, problems: &mut Vec<String>) -> Vec<PathBuf> {
        let mut incomplete = None;
        let files = self.files(&mut incomplete);
        problems.extend(incomplete);
        files
    }

    /// What one word means: a session, or all whose names fit where it has wildcards.
    fn named(&self, word: &Path, into: &mut Vec<Meant>) -> Result<(), NoneMeant> {
        let text = word.to_string_lossy();
        match self.find(word, Last::OfAll) {
            Ok(path) => {
                let by_name = true;
                into.push(Meant { path, by_name });
                return Ok(());
            }
            Err(NotFound::Unknown { .. }) if text.contains(['*', '?']) => {}
            Err(none) => return Err(none.into()),
        }
        let files = self.names(&mut Vec::new()).into_iter();
        let fitting: Vec<_> = files
            .filter(|file| wildcards::fits_file(&text, file))
            .collect();
        if fitting.is_empty() {
            return Err(NoneMeant::NothingFits(harmless(&text)));
        }
        into.extend(fitting.into_iter().map(one_of_many));
        Ok(())
    }

    /// The sessions of a business, and the files that can't be read: they may be its as well.
    fn of_business(&self, name: &str, chosen: &mut Chosen) -> Result<(), NoneMeant> {
        let business = CleanText::typed(name);
        let listing = self.list();
        let is_its = |one: &&CleanText| same_name(one, &business);
        let mut there: Vec<&CleanText> = Vec::new();
        for heading in &listing.headings {
            if is_its(&&heading.business) {
                chosen.sessions.push(one_of_many(heading.path.clone()));
            } else if !there.iter().any(|one| same_name(one, &heading.business)) {
                there.push(&heading.business);
            }
        }
        if chosen.sessions.is_empty() && !there.is_empty() {
            return Err(NoneMeant::NoSuchBusiness {
                wanted: harmless(name),
                there: there.iter().map(ToString::to_string).collect(),
            });
        }
        chosen.problems.extend(listing.incomplete);
        let unreadable = listing.unreadable.into_iter();
        chosen
            .sessions
            .extend(unreadable.map(|one| one_of_many(one.path)));
        chosen
            .sessions
            .sort_by(|one, other| one.path.cmp(&other.path));
        Ok(())
    }
}

fn one_of_many(path: PathBuf) -> Meant {
    let by_name = false;
    Meant { path, by_name }
}
