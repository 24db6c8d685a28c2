//! Sessions that look alike in a list: copies that a sync service or a person made, told apart by what differs.

use super::Heading;
use crate::model::name_key::key;
use crate::model::session::Walk;
use crate::model::text::CleanText;
use crate::model::text::file_name::as_text;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// How a session stands to another one of the same business, walk and round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// The name of its file, which tells it from the other.
    pub file: CleanText,
    /// Which of them it is.
    pub age: Age,
    /// Whether it stands before its copies.
    pub is_first: bool,
}

/// Which of several copies of one session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// Of all its copies this was changed last.
    Newest,
    /// Another copy was changed later.
    Older,
    /// Another copy is as new.
    Same,
    /// They are no copies: each was begun by itself.
    Another,
}

impl Age {
    /// The age in a word; nothing for what is no copy.
    pub fn words(self) -> &'static str {
        match self {
            Self::Newest => "newest copy: ",
            Self::Older => "older copy: ",
            Self::Same => "another copy: ",
            Self::Another => "",
        }
    }
}

/// Finds out which of the sessions are alike, and sets the newest of each before its copies. They come, and stay, with
/// the one begun last first.
pub fn tell_apart(headings: &mut [Heading]) {
    headings.sort_by(|one, other| {
        let newest_first = (other.started, other.latest).cmp(&(one.started, one.latest));
        // Of copies that are as new the one with the shortest name is the first.
        let length = |heading: &Heading| heading.path.as_os_str().len();
        newest_first.then_with(|| (length(one), &one.path).cmp(&(length(other), &other.path)))
    });
    let mut rounds: BTreeMap<(String, bool, u16), Vec<usize>> = BTreeMap::new();
    for (at, heading) in headings.iter().enumerate() {
        let is_team = heading.walk == Walk::Team;
        let round = (
            key(heading.business.as_str()),
            is_team,
            heading.round.number(),
        );
        rounds.entry(round).or_default().push(at);
    }
    for alike in rounds.into_values().filter(|alike| alike.len() > 1) {
        for at in &alike {
            headings[*at].alike = among(headings, &alike, *at);
        }
    }
}

/// How a session stands among those of its round, which come with the newest first.
fn among(headings: &[Heading], alike: &[usize], at: usize) -> Option<Alike> {
    let one = &headings[at];
    let others = || alike.iter().map(|other| &headings[*other]);
    let copies: Vec<_> = others()
        .filter(|other| other.started == one.started)
        .collect();
    let is_first = copies[0].path == one.path;
    let age = match copies[..] {
        [_] => {
            let day = one.started.date();
            let same_day = others().filter(|other| other.started.date() == day).count();
            (same_day > 1).then_some(Age::Another)?
        }
        [first, second, ..] => {
            let rival = if is_first { second } else { first };
            match one.latest.cmp(&rival.latest) {
                Ordering::Greater => Age::Newest,
                Ordering::Equal => Age::Same,
                Ordering::Less => Age::Older,
            }
        }
        [] => return None,
    };
    let file = as_text(one.path.file_name().unwrap_or_default());
    let file = CleanText::from_file(file);
    Some(Alike {
        file,
        age,
        is_first,
    })
}

impl Heading {
    /// Whether another copy of the session stands before this one: it was changed later, or is as new.
    pub fn is_old_copy(&self) -> bool {
        let is_old = |alike: &Alike| !alike.is_first && alike.age != Age::Another;
        self.alike.as_ref().is_some_and(is_old)
    }
}
