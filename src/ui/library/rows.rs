//! Which rows the library shows, and in which order.

use crate::model::heading::{Heading, Unreadable};
use crate::model::text::plain::plain;
use std::cmp::Reverse;

/// A row of the library; the numbers are those of the listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// A session.
    Session(usize),
    /// A file that can't be read.
    Broken(usize),
    /// The way to the trash.
    Trash,
}

/// The order of the sessions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Sort {
    #[default]
    Newest,
    Oldest,
    Business,
    Lowest,
}

impl Sort {
    const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Business, Self::Lowest];

    /// The one after this, or before it; round and round.
    pub(super) fn turned(self, forward: bool) -> Self {
        let at = Self::ALL.iter().position(|sort| *sort == self).unwrap_or(0);
        let by = if forward { 1 } else { Self::ALL.len() - 1 };
        Self::ALL[(at + by) % Self::ALL.len()]
    }

    /// As the screen says it.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Newest => "newest first",
            Self::Oldest => "oldest first",
            Self::Business => "by business",
            Self::Lowest => "lowest first",
        }
    }
}

/// The rows in which every word of the query occurs, sorted; the files that can't be read come last.
pub(super) fn rows(
    headings: &[Heading],
    unreadable: &[Unreadable],
    query: &str,
    sort: Sort,
) -> Vec<Row> {
    let query = plain(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let has_all = |text: &str| words.iter().all(|word| text.contains(word));
    let numbered = headings.iter().enumerate();
    let found = numbered.filter(|(_, heading)| has_all(&heading.words));
    let mut sessions: Vec<usize> = found.map(|(index, _)| index).collect();
    // The listing is newest first, and every sort here keeps that order among equals.
    match sort {
        Sort::Newest => {}
        Sort::Oldest => sessions.reverse(),
        Sort::Business => sessions.sort_by_cached_key(|at| plain(headings[*at].business.as_str())),
        Sort::Lowest => sessions.sort_by_key(|at| {
            let lowest = headings[*at].lowest();
            (lowest.is_none(), lowest)
        }),
    }
    let broken = unreadable.iter().enumerate();
    let broken = broken.filter(|(_, file)| words.is_empty() || has_all(&plain(&file.problem)));
    let sessions = sessions.into_iter().map(Row::Session);
    sessions
        .chain(broken.map(|(index, _)| Row::Broken(index)))
        .collect()
}

/// The session before this one of the same business and walk: the highest round under its own.
pub(super) fn round_before<'a>(heading: &Heading, all: &'a [Heading]) -> Option<&'a Heading> {
    use crate::model::name_key::same_name;
    let earlier = all.iter().filter(|other| {
        other.walk == heading.walk
            && other.round < heading.round
            && !other.is_old_copy()
            && same_name(&other.business, &heading.business)
    });
    earlier.max_by_key(|other| (other.round, Reverse(other.started)))
}
