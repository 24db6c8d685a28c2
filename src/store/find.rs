//! Which session is meant: a path, a file name, or `last`.

use super::shelf::Shelf;
use super::visible::shown;
use crate::model::heading::{Listing, Newest};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Which session `last` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    /// The one begun last of those that are not finished.
    Unfinished,
    /// The one begun last.
    OfAll,
}

/// No session is meant by what was asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotFound {
    /// There is none at all.
    #[error("there is no session yet. `customer-hat new` begins one")]
    Nothing,
    /// All are finished.
    #[error(
        "no session is unfinished. `customer-hat new` begins one, `customer-hat list` shows what there is"
    )]
    NothingUnfinished,
    /// None that can be read is meant, and there are files that can't be.
    #[error(
        "no session is meant that can be read, and {name} can't be{more}. `customer-hat check {name}` tells why",
        more = more(*others)
    )]
    CantBeRead {
        /// The name of the last such file, harmless to show.
        name: String,
        /// How many others there are.
        others: usize,
    },
    /// It is a folder.
    #[error(
        "{wanted} is a folder, and a session is a file. With --data-dir {wanted} the sessions in it are meant"
    )]
    Folder {
        /// What was asked for.
        wanted: String,
    },
    /// The newest copy of the session is not where it was saved.
    #[error(
        "{newest} Plug its drive in, or go on with the older copy by its name: customer-hat resume {older}",
        newest = newest.to_string()
    )]
    NewestAway {
        /// Where it is.
        newest: Newest,
        /// The name of the older copy, harmless to show.
        older: String,
    },
    /// The folder can't be read to its end, and nothing that was found in it is meant.
    #[error("{0} If you know the session's name, say it instead of `last`")]
    Incomplete(String),
    /// None has this name; the names that come near, or the ones that there are.
    #[error("there is no session \"{wanted}\".{}", hint(near))]
    Unknown {
        /// What was asked for.
        wanted: String,
        /// At most five file names.
        near: Vec<String>,
    },
}

fn more(others: usize) -> String {
    match others {
        0 => String::new(),
        others => format!(", nor can {others} more"),
    }
}

fn hint(near: &[String]) -> String {
    match near {
        [] => " `customer-hat list` shows what there is".to_owned(),
        near => format!(" Did you mean {}?", near.join(" or ")),
    }
}

impl Shelf {
    /// The file of the session that is meant. A bare name is looked for on the shelf first, with or without its
    /// ending, as it is or as a list shows it; then where the program was started.
    pub fn find(&self, wanted: impl AsRef<OsStr>, last: Last) -> Result<PathBuf, NotFound> {
        let wanted = wanted.as_ref();
        if wanted == "last" {
            return self.last(last);
        }
        let path = Path::new(wanted);
        let is_file = |path: &PathBuf| path.exists() && !path.is_dir();
        self.find_here(path)
            .or_else(|| Some(path.to_owned()).filter(is_file))
            .or_else(|| self.as_shown(&shown(wanted)))
            .ok_or_else(|| self.unknown(wanted))
    }

    /// The file that a list shows under this name, with its ending or without.
    fn as_shown(&self, wanted: &str) -> Option<PathBuf> {
        let is_it = |path: &PathBuf| {
            let names = [path.file_name(), path.file_stem(), Some(path.as_os_str())];
            names
                .into_iter()
                .flatten()
                .any(|name| shown(name) == wanted)
        };
        self.files(&mut None).into_iter().find(is_it)
    }

    /// The file of this folder that has the name, with or without its ending; none for a path.
    pub fn find_here(&self, name: &Path) -> Option<PathBuf> {
        let is_bare = name.components().count() == 1 && name.file_name().is_some();
        let whole = self.folder().join(name);
        let mut with_ending = whole.clone().into_os_string();
        with_ending.push(".ron");
        let files = [whole, with_ending.into()].into_iter();
        files
            .filter(|_| is_bare)
            .find(|path| path.exists() && !path.is_dir())
    }

    /// The session begun last.
    pub fn last(&self, last: Last) -> Result<PathBuf, NotFound> {
        let Listing {
            headings,
            unreadable,
            incomplete,
            ..
        } = self.list();
        // What is not found may be what was not read.
        if let Some(why) = incomplete {
            return Err(NotFound::Incomplete(why));
        }
        let away = unreadable.iter().find(|one| self.is_elsewhere(&one.path));
        let none = match (away, unreadable.last()) {
            (Some(away), _) => NotFound::Incomplete(away.problem.clone()),
            // What can't be read may be the one that is meant.
            (None, Some(last)) => NotFound::CantBeRead {
                name: shown(last.path.file_name().unwrap_or_default()),
                others: unreadable.len() - 1,
            },
            (None, None) if headings.is_empty() => NotFound::Nothing,
            (None, None) => NotFound::NothingUnfinished,
        };
        // An older copy is never meant: the newest stands in the list as well, or is told of.
        let found = headings
            .into_iter()
            .filter(|heading| !heading.is_outdated())
            .find(|heading| last == Last::OfAll || heading.finished.is_none())
            .ok_or(none)?;
        match found.newest {
            None => Ok(found.path),
            Some(newest) => Err(NotFound::NewestAway {
                newest,
                older: shown(found.path.file_name().unwrap_or_default()),
            }),
        }
    }

    fn is_elsewhere(&self, path: &Path) -> bool {
        path.parent() != Some(self.folder())
    }

    fn unknown(&self, wanted: &OsStr) -> NotFound {
        let (is_dir, wanted) = (Path::new(wanted).is_dir(), shown(wanted));
        if is_dir {
            return NotFound::Folder { wanted };
        }
        let names = self.files(&mut None).into_iter().rev();
        let names = names.filter_map(|path| Some(shown(path.file_name()?)));
        let mut near: Vec<(usize, String)> = names
            .map(|name| (likeness(&wanted, &name), name))
            .filter(|(likeness, _)| *likeness > 0)
            .collect();
        // The sort is stable: among equals the newest stays first.
        near.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
        NotFound::Unknown {
            wanted,
            near: near.into_iter().take(3).map(|(_, name)| name).collect(),
        }
    }
}

/// How many words of what was asked for stand in the name; a word typed in part counts from three letters.
fn likeness(wanted: &str, name: &str) -> usize {
    let words = |text: &str| -> Vec<String> {
        let text = text.to_lowercase();
        let text = text.trim_end_matches(".ron");
        text.split(|c: char| !c.is_alphanumeric())
            .map(str::to_owned)
            .collect()
    };
    let there = words(name);
    let is_near = |word: &String| {
        let start: String = word.chars().take(3).collect();
        let is_number = word.chars().all(|c| c.is_ascii_digit());
        start.len() >= 3
            && !is_number
            && word != "round"
            && there.iter().any(|other| other.starts_with(&start))
    };
    words(wanted).iter().filter(|word| is_near(word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_near_and_a_year_alone_is_not() {
        let name = "2026-11-22-acme-boats-round-1.ron";
        assert_eq!(likeness("acme", name), 1);
        assert_eq!(likeness("Acme-Boat", name), 2);
        assert_eq!(likeness("2026-11-22-other-round-1.ron", name), 0);
        assert_eq!(likeness("", name), 0);
    }
}
