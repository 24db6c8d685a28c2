//! Sessions that look alike in a list: copies that a sync service, a person or the program itself made, told apart by
//! what differs.

use super::Heading;
use crate::model::name_key::key;
use crate::model::session::Walk;
use crate::model::text::CleanText;
use crate::model::text::file_name::as_text;
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

/// How a session stands to another one of the same business, walk and round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The name of its file, which tells it from the other.
    pub file: CleanText,
    /// Which of them it is.
    pub age: Age,
}

/// Which of several copies of one session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Of all its copies this was changed last.
    Newest,
    /// Another copy was changed later.
    Older,
    /// Another copy is as new.
    Same {
        /// Whether this one stands for all of them.
        is_first: bool,
    },
    /// They are no copies: each was begun by itself.
    Another,
}

impl Age {
    /// The age before the name of the file; nothing for what is no copy.
    pub fn words(self) -> &'static str {
        match self {
            Self::Newest => "newest copy: ",
            Self::Older => "older copy: ",
            Self::Same { .. } => "another copy: ",
            Self::Another => "",
        }
    }

    /// The age in one word, for programs; none for what is no copy.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Newest => Some("newest"),
            Self::Older => Some("older"),
            Self::Same { .. } => Some("same"),
            Self::Another => None,
        }
    }
}

/// Where the newest copy of a session is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newest {
    /// Its file.
    pub path: PathBuf,
    /// Whether it can be read there now.
    pub is_there: bool,
}

impl fmt::Display for Newest {
    /// A sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = CleanText::from_file(as_text(&self.path));
        let not = if self.is_there {
            ""
        } else {
            ", which is not there now"
        };
        write!(f, "The newest is {path}{not}.")
    }
}

impl Heading {
    /// Whether another copy of it is gone on with instead: a newer one that can be opened, or one that is as new and
    /// stands for both.
    pub fn is_outdated(&self) -> bool {
        let is_older = self.newest.as_ref().is_some_and(|newest| newest.is_there);
        let age = self.alike.as_ref().map(|alike| alike.age);
        is_older || age == Some(Age::Same { is_first: false })
    }

    /// Why another copy is gone on with, or should be, in words that follow its name; nothing of most.
    pub fn why_not_meant(&self) -> Option<String> {
        match &self.newest {
            Some(newest) => Some(format!("this is an older copy. {newest}")),
            None => self
                .is_outdated()
                .then(|| "another copy of the same session is as new.".to_owned()),
        }
    }
}

/// Finds out which of the sessions are alike. Where a newer copy is must be known; of copies that are as new the first
/// stands for all.
pub fn tell_apart(headings: &mut [Heading]) {
    let mut rounds: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (at, heading) in headings.iter().enumerate() {
        let is_team = heading.walk == Walk::Team;
        let round = (key(heading.business.as_str()), is_team, heading.round);
        rounds.entry(round).or_default().push(at);
    }
    for alike in rounds.into_values().filter(|alike| alike.len() > 1) {
        for at in &alike {
            let file = as_text(headings[*at].path.file_name().unwrap_or_default());
            let file = CleanText::from_file(file);
            let age = age_among(headings, &alike, *at);
            headings[*at].alike = age.map(|age| Alike { file, age });
        }
    }
}

/// How a session stands among those of its round; nothing where its day tells it from them.
fn age_among(headings: &[Heading], alike: &[usize], at: usize) -> Option<Age> {
    let one = &headings[at];
    let others = || alike.iter().map(|other| (*other, &headings[*other]));
    let is_copy = |(_, other): &(usize, &Heading)| other.started == one.started;
    if others().filter(is_copy).count() == 1 {
        let day = one.started.date();
        let same_day = others().filter(|(_, other)| other.started.date() == day);
        return (same_day.count() > 1).then_some(Age::Another);
    }
    if one.newest.is_some() {
        return Some(Age::Older);
    }
    let mut as_new = others()
        .filter(is_copy)
        .filter(|(_, other)| other.newest.is_none());
    let is_first = as_new.next().is_some_and(|(first, _)| first == at);
    match as_new.next() {
        None => Some(Age::Newest),
        Some(_) => Some(Age::Same { is_first }),
    }
}
