//! Reading a file of ours: the limits before, and after a mistake its place and the line it is in.

use super::disk::{Disk, RealDisk};
use super::source::Source;
use super::visible::{harmless, shown};
use crate::model::caps::Kind;
use serde::de::DeserializeOwned;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

/// A place in a text: line and column (in characters), both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Place {
    /// The first character of a text.
    pub const START: Self = Self { line: 1, column: 1 };

    /// The place right after this text.
    pub(super) fn at(before: &str) -> Self {
        Self::START.behind(before)
    }

    /// The place right after this text, which begins here.
    pub(super) fn behind(self, text: &str) -> Self {
        let last = text.rsplit('\n').next().unwrap_or_default();
        let lines = text.matches('\n').count();
        let before = if lines == 0 { self.column } else { 1 };
        Self {
            line: self.line + lines,
            column: before + last.chars().count(),
        }
    }
}

/// What is wrong with a file that was to be read, and what a person can do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Nothing has this name.
    #[error(
        "there is no such file. Look at the name again; `customer-hat list` shows what there is"
    )]
    Missing,
    /// This person may not read it.
    #[error("you may not read this file. Ask its owner for the right to")]
    NotAllowed,
    /// A folder, a device or a pipe.
    #[error("this is no plain file (a folder, a device or a pipe). Name a file")]
    NotAFile,
    /// Its symbolic links lead to one another.
    #[error("its symbolic links lead in a circle. Name the file itself")]
    Circle,
    /// Nothing is in it.
    #[error("this file is empty: it may be a copy that broke off. Name another one")]
    Empty,
    /// Larger than anything the program writes.
    #[error(
        "this file is larger than 8 MiB, so it is none that customer-hat wrote. Name another one"
    )]
    TooLarge,
    /// The disk failed, as the system said it.
    #[error("the disk reported a fault ({0}). Try again, or copy the file to another disk")]
    Fault(String),
    /// Not UTF-8.
    #[error(
        "from here on this is no text (UTF-8). The file is damaged, or it is none of customer-hat's"
    )]
    NotText,
    /// The first line does not say that it is ours.
    #[error(
        "by its first line this is no file of customer-hat. Name another one; if it once was, that line is damaged"
    )]
    NotOurs,
    /// Ours, but of another kind than was asked for.
    #[error("by its first line this is a file of another kind: {}", harmless(.0))]
    OtherKind(String),
    /// No `format: N` where it should stand.
    #[error("the first field must be the number of the format, such as `format: 1`")]
    NoFormat,
    /// A mistake in the RON, or a value that can't be.
    #[error("{0}")]
    Content(String),
}

/// A file that could not be read, said so that a person can mend it. Nothing in it controls a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    name: String,
    place: Option<Place>,
    wrong: Wrong,
    excerpt: Option<String>,
}

impl ReadError {
    /// An error about the file as a whole.
    pub fn new(name: &str, wrong: Wrong) -> Self {
        Self {
            name: harmless(name),
            place: None,
            wrong,
            excerpt: None,
        }
    }

    /// The same at a place in the file.
    pub fn at(self, place: Place) -> Self {
        let place = Some(place);
        Self { place, ..self }
    }

    pub(super) fn with_excerpt(self, lines: String) -> Self {
        let excerpt = Some(lines);
        Self { excerpt, ..self }
    }

    /// What is wrong.
    pub fn wrong(&self) -> &Wrong {
        &self.wrong
    }

    /// Where it is wrong.
    pub fn place(&self) -> Option<Place> {
        self.place
    }

    /// The message without the line of the file: `acme.ron:4:24: steps[1].ratings[0]: 12 is outside −10..10`.
    pub fn headline(&self) -> String {
        match self.place {
            Some(Place { line, column }) => {
                format!("{}:{line}:{column}: {}", self.name, self.wrong)
            }
            None => format!("{}: {}", self.name, self.wrong),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.headline())?;
        self.excerpt
            .iter()
            .try_for_each(|lines| write!(f, "\n{lines}"))
    }
}

impl std::error::Error for ReadError {}

/// The bytes of a plain file of at most 8 MiB; never waits for a pipe, never opens a device.
pub fn read_file(path: &Path) -> Result<Vec<u8>, ReadError> {
    read_regular(&shown(path), path)
}

/// The same for a file that messages call by another name than its path.
pub fn read_regular(name: &str, path: &Path) -> Result<Vec<u8>, ReadError> {
    RealDisk
        .read(path)
        .map_err(|error| ReadError::new(name, error.into()))
}

impl From<io::Error> for Wrong {
    fn from(error: io::Error) -> Self {
        if leads_in_a_circle(&error) {
            return Self::Circle;
        }
        match error.kind() {
            // What no file can be called, none is called.
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename => {
                Self::Missing
            }
            ErrorKind::PermissionDenied => Self::NotAllowed,
            ErrorKind::InvalidInput | ErrorKind::IsADirectory => Self::NotAFile,
            ErrorKind::FileTooLarge => Self::TooLarge,
            _ => Self::Fault(harmless(&error.to_string())),
        }
    }
}

#[cfg(unix)]
fn leads_in_a_circle(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error())
}

#[cfg(not(unix))]
fn leads_in_a_circle(_error: &io::Error) -> bool {
    false
}

/// Reads a value from the RON text of a file of this kind.
///
/// `name` is what messages call the file; `line_offset` is how many of its lines stand before the text.
pub fn parse<T: DeserializeOwned>(
    kind: Kind,
    name: &str,
    ron_text: &str,
    line_offset: usize,
) -> Result<T, ReadError> {
    Source::new(kind, name, ron_text, line_offset).parse()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::store::explain::columns;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Round {
        #[serde(rename = "format")]
        _format: u32,
        #[serde(rename = "steps")]
        _steps: Vec<Step>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Step {
        #[serde(rename = "ratings")]
        _ratings: Vec<crate::model::rating::Rating>,
        #[serde(default, rename = "note")]
        _note: String,
    }

    fn message(text: &str) -> String {
        parse::<Round>(Kind::Session, "acme.ron", text, 1)
            .unwrap_err()
            .to_string()
    }

    #[test]
    fn a_mistake_is_told_with_its_place_its_path_and_its_line() {
        let text = "(format: 1, steps: [\n    (ratings: [3]),\n    (ratings: [-4, 12, 3]),\n])";
        assert_eq!(
            message(text),
            "acme.ron:4:20: steps[1].ratings[1]: 12 is outside −10..10\n  \
             4 |     (ratings: [-4, 12, 3]),\n    \
             |                    ^"
        );
    }

    #[test]
    fn common_mistakes_are_told_in_plain_words() {
        let cases = [
            (
                "(format: 1, steps: [)",
                "fields in (round brackets) belong here",
            ),
            ("(format: 1)", "the field `steps` is missing"),
            (
                "(format: 1, stepz: [])",
                "there is no field `stepz`; there are `format`, `steps`",
            ),
            ("(format: 1, steps: []", "a closing bracket is missing"),
            ("(format: 1, steps: []) x", "nothing may follow here"),
            (
                "(format: 1, steps: [(ratings: [0])])",
                "there is no neutral ground",
            ),
            (
                "(format: 1 steps: [])",
                "a comma or a closing bracket is missing here",
            ),
            (
                "(format: 1, steps: [(ratings: [], note: \"a)])",
                "closing quote",
            ),
            ("", "belong here"),
        ];
        for (text, said) in cases {
            let message = message(text);
            assert!(message.contains(said), "{text}\n{message}");
        }
    }

    #[test]
    fn foreign_text_never_reaches_a_message_as_it_is() {
        let hostile = "(format: 1, steps: [(ratings: [], note: \"\u{202e}\u{1b}[2J\t\u{200b}\", r#\u{440}: 1)])";
        let told = message(hostile);
        assert!(told.contains("\\u{202e}\\u{1b}[2J    \\u{200b}"), "{told}");
        assert!(told.chars().all(|c| c == '\n' || !c.is_control()));
        let name = parse::<Round>(Kind::Session, "a\u{1b}\n.ron", "", 0).unwrap_err();
        assert!(name.headline().starts_with("a\\u{1b}\\n.ron:1:1: "));
    }

    #[test]
    fn a_long_line_is_cut_around_the_caret() {
        let many = "1, ".repeat(19);
        let told = message(&format!(
            "(format: 1, steps: [(ratings: [{many} 0, {many}])])"
        ));
        let [_, line, caret] = told.split('\n').collect::<Vec<_>>()[..] else {
            panic!("{told}");
        };
        assert!(line.chars().count() < 90 && line.ends_with('…'), "{line}");
        let at = caret.chars().count() - 1;
        assert_eq!(line.chars().nth(at), Some('0'), "{told}");
    }

    #[test]
    fn wide_and_escaped_characters_keep_the_caret_under_the_mistake() {
        let told = message("(format: 1, steps: [(note: \"東京\u{1b}\", ratings: [0])])");
        let line = told.split('\n').nth(1).unwrap();
        let caret = told.split('\n').nth(2).unwrap();
        let before = &line[..line.rfind("0]").unwrap()];
        assert_eq!(columns(before), caret.len() - 1, "{told}");
    }

    #[test]
    fn a_name_of_megabytes_gives_a_short_message() {
        let long = "x".repeat(1_000_000);
        let told = message(&format!("(format: 1, {long}: 1)"));
        assert!(told.chars().count() < 600, "{} characters", told.len());
    }

    #[test]
    fn no_file_and_a_folder_are_told_in_sentences() {
        let folder = tempfile::tempdir().unwrap();
        let missing = read_file(&folder.path().join("none.ron")).unwrap_err();
        assert_eq!(missing.wrong(), &Wrong::Missing);
        let not_a_file = read_file(folder.path()).unwrap_err();
        assert_eq!(not_a_file.wrong(), &Wrong::NotAFile);
        assert!(not_a_file.to_string().ends_with("Name a file"));
        let too_long = read_file(&folder.path().join("x".repeat(300))).unwrap_err();
        assert_eq!(too_long.wrong(), &Wrong::Missing);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_a_device_is_refused_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.ron");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        assert_eq!(read_file(&pipe).unwrap_err().wrong(), &Wrong::NotAFile);
        let device = read_file(Path::new("/dev/zero")).unwrap_err();
        assert_eq!(device.wrong(), &Wrong::NotAFile);
    }
}
