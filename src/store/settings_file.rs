//! The settings as their file: read leniently, written whole, and never written over what can't be read.

use super::disk::RealDisk;
use super::envelope::{self, Trust};
use super::folders::{self, Folders};
use super::read::{self, ReadError, Wrong};
use super::save;
use super::visible::harmless;
use crate::model::caps::Kind;
use crate::model::settings::{Format, Settings};
use std::fs;
use std::path::{Path, PathBuf};

/// What the first line of the file says it is.
const KIND: &str = "customer-hat/settings";
/// What messages call the file.
const NAME: &str = "settings.ron";

/// Where the settings are kept.
pub fn path(folders: &Folders) -> PathBuf {
    folders.config.join(NAME)
}

/// The settings in the file; the usual ones where there is no file yet. A name can be followed by a mistake:
/// the error tells its place.
pub fn read(path: &Path) -> Result<Settings, ReadError> {
    // A link that leads nowhere is a file that can't be read, not one that is yet to be made.
    if fs::symlink_metadata(path).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
        return Ok(Settings::default());
    }
    let bytes =
        read::read_file(path).map_err(|error| ReadError::new(NAME, error.wrong().clone()))?;
    // It is made to be edited by hand, so it bears no checksum, and none is asked for.
    let opened = envelope::open(NAME, KIND, Format::NEWEST, &bytes)?;
    if opened.trust == Trust::Newer {
        let why = format!(
            "written by a newer version of customer-hat (format {}). Update the program to use it",
            opened.format
        );
        return Err(ReadError::new(NAME, Wrong::Content(why)));
    }
    read::parse(Kind::Settings, NAME, &opened.text, opened.line_offset)
}

/// Writes the settings, whole or not at all; what can't be read is left alone. The error is a sentence.
pub fn save(path: &Path, settings: &Settings) -> Result<(), String> {
    read(path).map_err(|error| format!("{} can't be read and is left as it is.", named(&error)))?;
    let ron = ron::ser::to_string_pretty(
        settings,
        ron::ser::PrettyConfig::new()
            .new_line("\n")
            .struct_names(false),
    )
    .map_err(|error| {
        format!(
            "{NAME} could not be written: {}.",
            harmless(&error.to_string())
        )
    })?;
    if let Some(folder) = path.parent() {
        folders::make(folder).map_err(|error| {
            let folder = harmless(&folder.display().to_string());
            format!("The folder {folder} could not be made: {error}.")
        })?;
    }
    let text = format!("#![type = \"{KIND}\"]\n{ron}\n");
    save::save(&RealDisk, path, text.as_bytes(), None)
        .map(drop)
        .map_err(|error| format!("{NAME} could not be written: {}.", error.why))
}

/// The file and the place of the mistake in it.
fn named(error: &ReadError) -> String {
    match error.place() {
        Some(place) => format!("{NAME}:{}:{}", place.line, place.column),
        None => NAME.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::session::{BallotKind, Names};
    use crate::model::settings::{BigText, ThemeChoice};
    use crate::model::text::CleanText;

    fn place() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config").join(NAME);
        (folder, path)
    }

    fn put(path: &Path, text: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn what_is_saved_is_read_and_without_a_file_all_is_as_usual() {
        let (_folder, path) = place();
        assert_eq!(read(&path).unwrap(), Settings::default());
        let settings = Settings {
            theme: ThemeChoice::Named(CleanText::typed("projector")),
            ballot: BallotKind::Open,
            names: Names::Hidden,
            breath: false,
            big_text: BigText::Blocks,
            ..Settings::default()
        };
        save(&path, &settings).unwrap();
        assert_eq!(read(&path).unwrap(), settings);
        save(&path, &Settings::default()).unwrap();
        insta::assert_snapshot!(fs::read_to_string(&path).unwrap(), @r#"
        #![type = "customer-hat/settings"]
        (
            format: 1,
            theme: "auto",
            ballot: PassTheKeyboard,
            names: Shown,
            breath: true,
            timeboxes: true,
            big_text: Auto,
        )
        "#);
        let left = fs::read_dir(path.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "nothing else stays behind");
    }

    #[test]
    fn what_can_not_be_read_is_told_with_its_place_and_never_written_over() {
        let (_folder, path) = place();
        let head = "#![type = \"customer-hat/settings\"]\n";
        for (text, said) in [
            (
                format!("{head}(format: 1, breath: perhaps)"),
                "settings.ron:2:",
            ),
            (
                format!("{head}(format: 1, brett: true)"),
                "there is no field `brett`",
            ),
            (format!("{head}(format: 2, colour: 3)"), "newer version"),
            (format!("{head}(theme: \"dark\")"), "format"),
            ("(format: 1)".to_owned(), "first line"),
            (String::new(), "is empty"),
            ("\u{1}\u{2}".to_owned(), "first line"),
        ] {
            put(&path, &text);
            let told = read(&path).unwrap_err().headline();
            assert!(told.contains(said), "{told}");
            let why = save(&path, &Settings::default()).unwrap_err();
            assert!(why.contains("is left as it is"), "{why}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[test]
    fn a_folder_that_can_not_be_made_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config");
        fs::write(&file, "in the way").unwrap();
        let why = save(&file.join(NAME), &Settings::default()).unwrap_err();
        assert!(
            why.contains("can't be read") || why.contains("could not"),
            "{why}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_leads_nowhere_is_not_written_over() {
        let (_folder, path) = place();
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink("nowhere.ron", &path).unwrap();
        assert!(read(&path).is_err() && save(&path, &Settings::default()).is_err());
    }
}
