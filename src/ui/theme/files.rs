//! The user's own themes: one file each, read at the start; a broken one is told and passed over.

use super::{BUILT_IN, Theme};
use crate::model::caps::Kind;
use crate::store::entries;
use crate::store::read::{self, Place, ReadError, Wrong};
use crate::store::shelf::is_shown;
use crate::store::source::Source;
use crate::store::visible::{harmless, shown};
use std::path::{Path, PathBuf};

/// The most files that are read.
const MOST_FILES: usize = 100;

/// The user's own themes, as they were found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnThemes {
    /// Those that can be used, by the names of their files.
    pub themes: Vec<Theme>,
    /// A sentence for each that can't: `FILE:LINE:COLUMN: what is wrong`.
    pub problems: Vec<String>,
    /// Why there may be more of them, a sentence: the folder can't be read to its end.
    pub incomplete: Option<String>,
}

impl Theme {
    /// Reads every `*.ron` in a folder; none where there is no such folder. One that is called as a built-in theme
    /// stands in its place.
    pub fn load_all(folder: &Path) -> OwnThemes {
        let mut own = OwnThemes::default();
        let mut files = files(folder, &mut own.incomplete);
        if files.len() > MOST_FILES {
            let more = files.len() - MOST_FILES;
            own.problems.push(format!(
                "{}: only the first {MOST_FILES} themes are read, {more} are not",
                harmless(&folder.display().to_string())
            ));
            files.truncate(MOST_FILES);
        }
        for file in files {
            let name = shown(file.file_name().unwrap_or_default());
            match Self::read(&name, &file) {
                Err(problem) => own.problems.push(problem),
                Ok(theme) if own.themes.iter().any(|known| known.name == theme.name) => {
                    own.problems.push(format!(
                        "{}: another theme is called {} already",
                        harmless(&name),
                        theme.name
                    ));
                }
                Ok(theme) => own.themes.push(theme),
            }
        }
        own
    }

    /// Reads one theme; `name` is what messages call its file. The error reads `FILE:LINE:COLUMN: what is wrong`.
    ///
    /// What is faint is not an error: see [`Theme::faint`].
    pub fn read(name: &str, path: &Path) -> Result<Self, String> {
        let bytes = read::read_file(path)
            .map_err(|error| ReadError::new(name, error.wrong().clone()).headline())?;
        let text = std::str::from_utf8(&bytes).map_err(|_| {
            ReadError::new(name, Wrong::NotText)
                .at(Place::START)
                .headline()
        })?;
        let shown = harmless(name);
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        Source::new(Kind::Theme, name, text, 0)
            .check_caps()
            .map_err(|error| error.headline())?;
        let theme = Self::parse(text).map_err(|error| format!("{shown}:{error}"))?;
        match theme.name.as_str() {
            "auto" => Err(format!(
                "{shown}: a theme can't be called auto, which stands for the one that fits"
            )),
            _ if theme.name.is_empty() => Err(format!("{shown}: its name is empty")),
            _ => Ok(theme),
        }
    }

    /// Whether a theme of this name is built in.
    pub fn is_built_in(name: &str) -> bool {
        BUILT_IN.iter().any(|(known, _)| *known == name)
    }
}

/// The files of a folder that may be themes, sorted by their names; a folder that can't be read to its end is told.
fn files(folder: &Path, incomplete: &mut Option<String>) -> Vec<PathBuf> {
    let found = entries::of(folder);
    *incomplete = found.incomplete;
    let files = found.paths.into_iter();
    files.filter(|path| is_shown(path)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::fs;

    #[test]
    fn own_themes_are_read_by_name_and_broken_ones_are_told_and_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        let dark = BUILT_IN[0].1;
        let put = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        put("b-mine.ron", &dark.replace("\"dark\"", "\"mine\""));
        put("c-again.ron", &dark.replace("\"dark\"", "\"mine\""));
        put("d-broken.ron", &dark.replace("    mask:", "    // mask:"));
        put("e-auto.ron", &dark.replace("\"dark\"", "\"auto\""));
        put("f-empty.ron", "");
        put("g-\u{202e}.ron", &dark.replace("\"dark\"", "\"\""));
        put("a-dark.ron", dark);
        put(".hidden.ron", "");
        put("notes.txt", "");
        fs::create_dir(folder.path().join("h-folder.ron")).unwrap();
        let own = Theme::load_all(folder.path());
        let names: Vec<_> = own.themes.iter().map(|theme| theme.name.as_str()).collect();
        assert_eq!(names, ["dark", "mine"]);
        let told = own.problems.join("\n");
        for said in [
            "c-again.ron: another theme",
            "d-broken.ron:",
            "mask",
            "e-auto.ron: a theme can't be called auto",
            "f-empty.ron:1:1: ",
            "g-\\u{202e}.ron: its name is empty",
            "h-folder.ron: this is no plain file",
        ] {
            assert!(told.contains(said), "{said} is not in\n{told}");
        }
        assert_eq!(own.problems.len(), 6, "{told}");
    }

    #[test]
    fn no_folder_is_no_theme() {
        let own = Theme::load_all(Path::new("/nowhere/at/all"));
        assert_eq!(own, OwnThemes::default());
    }
}
