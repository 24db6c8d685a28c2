//! The people who take part: who they are and whether they are here now.

use super::text::CleanText;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

/// Names a person inside one session, in the file and nowhere else: `ana`, `ana-2`, `person-3`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonId(String);

impl PersonId {
    /// The id for somebody of this name that none of `taken` has yet.
    pub fn fresh<'a>(name: &str, taken: impl Iterator<Item = &'a Self>) -> Self {
        let letters: String = name
            .chars()
            .filter_map(|c| match c {
                _ if c.is_ascii_alphanumeric() => Some(c.to_ascii_lowercase()),
                ' ' | '-' | '.' => Some('-'),
                _ => None,
            })
            .take(24)
            .collect();
        let letters = letters.trim_matches('-');
        let base = if letters.is_empty() {
            "person"
        } else {
            letters
        };
        let taken: BTreeSet<_> = taken.collect();
        let mut id = Self(base.to_owned());
        let mut number = 1;
        while taken.contains(&id) {
            number += 1;
            id = Self(format!("{base}-{number}"));
        }
        id
    }

    /// Whether it has no letter at all, which only a file can say.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(CleanText::from_file(self.0.clone()).as_str())
    }
}

/// Somebody who takes part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The name in this file.
    pub id: PersonId,
    /// The name people see; never empty.
    pub name: CleanText,
    /// What they do in the business; may be empty.
    #[serde(default, skip_serializing_if = "CleanText::is_empty")]
    pub role: CleanText,
    /// Whether they are in the room now.
    pub presence: Presence,
}

/// Whether somebody is in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Presence {
    /// In the room: rates, and is waited for.
    Here,
    /// Has left, or has not come yet: not waited for.
    Away,
}

impl Person {
    /// Whether they are in the room now.
    pub fn is_here(&self) -> bool {
        self.presence == Presence::Here
    }
}

/// The people named in one text: `Ana, Ben (workshop)`, one a comma, semicolon or line, a role in brackets.
pub fn people_in(text: &str) -> Vec<(CleanText, CleanText)> {
    let one = |part: &str| match part
        .trim()
        .strip_suffix(')')
        .and_then(|part| part.split_once('('))
    {
        Some((name, role)) => (CleanText::typed(name), CleanText::typed(role)),
        None => (CleanText::typed(part), CleanText::default()),
    };
    parts(text)
        .map(one)
        .filter(|(name, _)| !name.is_empty())
        .collect()
}

/// One part a person. A comma or semicolon parts nobody inside brackets that are closed on their line:
/// `Ana (sales, north)`.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r']).flat_map(|line| {
        let mut closes_at = 0;
        let mut found = Vec::new();
        let mut start = 0;
        for (at, sign) in line.char_indices() {
            match sign {
                '(' if at >= closes_at => {
                    let rest = &line[at + 1..];
                    let next_open = rest.find('(').unwrap_or(rest.len());
                    closes_at = rest[..next_open].find(')').map_or(0, |end| at + 1 + end);
                }
                ',' | ';' if at >= closes_at => {
                    found.push(&line[start..at]);
                    start = at + 1;
                }
                _ => {}
            }
        }
        found.push(&line[start..]);
        found
    })
}
