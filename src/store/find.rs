//! Which session is meant: a path, a file name, or `last`.

use super::shelf::Shelf;
use super::visible::shown;
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
    /// It is a folder.
    #[error(
        "{wanted} is a folder, and a session is a file. With --data-dir {wanted} the sessions in it are meant"
    )]
    Folder {
        /// What was asked for.
        wanted: String,
    },
    /// None has this name; the names that come near, or the ones that there are.
    #[error("there is no session \"{wanted}\".{}", hint(near))]
    Unknown {
        /// What was asked for.
        wanted: String,
        /// At most five file names.
        near: Vec<String>,
    },
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
        let is_bare = path.components().count() == 1 && path.file_name().is_some();
        let mut with_ending = wanted.to_owned();
        with_ending.push(".ron");
        let on_shelf = [self.folder().join(wanted), self.folder().join(with_ending)];
        let candidates = on_shelf.into_iter().filter(|_| is_bare);
        candidates
            .chain([path.to_owned()])
            .find(|path| path.exists() && !path.is_dir())
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
        self.files(&mut Vec::new()).into_iter().find(is_it)
    }

    /// The session begun last.
    pub fn last(&self, last: Last) -> Result<PathBuf, NotFound> {
        let headings = self.list().headings;
        let none = if headings.is_empty() {
            NotFound::Nothing
        } else {
            NotFound::NothingUnfinished
        };
        headings
            .into_iter()
            .filter(|heading| !heading.is_old_copy())
            .find(|heading| last == Last::OfAll || heading.finished.is_none())
            .map(|heading| heading.path)
            .ok_or(none)
    }

    fn unknown(&self, wanted: &OsStr) -> NotFound {
        let (is_dir, wanted) = (Path::new(wanted).is_dir(), shown(wanted));
        if is_dir {
            return NotFound::Folder { wanted };
        }
        let names = self.files(&mut Vec::new()).into_iter().rev();
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
