//! What lies in a folder, and whether that is all: a folder that can't be read to its end is no empty one.

use super::save::Why;
use super::visible::harmless;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// What lies in a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Entries {
    /// The paths, by name.
    pub paths: Vec<PathBuf>,
    /// Why there may be more, a sentence that is safe to show.
    pub incomplete: Option<String>,
}

/// What lies in a folder; nothing where there is no such folder.
pub fn of(folder: &Path) -> Entries {
    match fs::read_dir(folder) {
        Ok(entries) => gather(folder, entries.map(|entry| Ok(entry?.path()))),
        Err(error) if error.kind() == ErrorKind::NotFound => Entries::default(),
        Err(error) => gather(folder, std::iter::once(Err(error))),
    }
}

fn gather(folder: &Path, entries: impl Iterator<Item = io::Result<PathBuf>>) -> Entries {
    let mut found = Entries::default();
    for entry in entries {
        match entry {
            Ok(path) => found.paths.push(path),
            Err(error) => {
                let folder = harmless(&folder.display().to_string());
                let why = why(&error);
                found.incomplete = Some(format!(
                    "The folder {folder} can't be read to its end: {why}. There may be more in it."
                ));
                // Another one would say the same.
                break;
            }
        }
    }
    found.paths.sort();
    found
}

/// Why a folder can't be read: what is said of writing does not fit.
fn why(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => {
            "you may not read it. Ask its owner for the right to".to_owned()
        }
        ErrorKind::NotADirectory => "it is no folder".to_owned(),
        _ => match Why::from(io::Error::from(error.kind())) {
            Why::Held => Why::Held.to_string(),
            _ => format!(
                "the disk reported a fault ({})",
                harmless(&error.to_string())
            ),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_breaks_off_gives_what_was_found_and_says_that_there_may_be_more() {
        let folder = Path::new("/data");
        let entries = [
            Ok(PathBuf::from("/data/b")),
            Ok(PathBuf::from("/data/a")),
            Err(io::Error::from_raw_os_error(5)),
        ];
        let found = gather(folder, entries.into_iter());
        assert_eq!(found.paths, [Path::new("/data/a"), Path::new("/data/b")]);
        let told = found.incomplete.unwrap_or_default();
        assert!(
            told.starts_with("The folder /data can't be read to its end: the disk reported"),
            "{told}"
        );
        assert!(told.ends_with("There may be more in it."), "{told}");
        assert_eq!(of(Path::new("/nowhere/at/all")), Entries::default());
        let file = std::env::current_exe().unwrap_or_default();
        assert!(
            of(&file)
                .incomplete
                .is_some_and(|told| told.contains("no folder"))
        );
    }
}
