//! An exercise from the text of its file: says where the text is wrong, not whether it reads well.

use super::Exercise;
use crate::model::mistake::in_words;
use crate::model::text::CleanText;
use ron::error::SpannedError;

/// Why a text is no exercise, and where: prints as `4:24: steps[1].minutes: what is wrong`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {what}")]
pub struct NotAnExercise {
    /// The line, from 1.
    pub line: usize,
    /// The character in its line, from 1.
    pub column: usize,
    /// What is wrong, with the path to it where there is one; safe to print.
    pub what: String,
}

impl Exercise {
    /// What the first line of an exercise's file says it is.
    pub const FILE_TYPE: &str = "customer-hat/exercise";

    /// Reads an exercise from RON text. One byte order mark and Windows line ends are fine.
    ///
    /// The first line may say `#![type = "customer-hat/exercise"]`; a text that says it is something
    /// else is refused. Lengths and counts are not looked at here: see [`Exercise::check`].
    pub fn parse(text: &str) -> Result<Self, NotAnExercise> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        if let Some(other) = declared_type(text).filter(|found| *found != Self::FILE_TYPE) {
            let what = format!("this file says it is \"{other}\", not an exercise");
            return Err(NotAnExercise::at(1, 1, &what));
        }
        let mut source = ron::Deserializer::from_str(text).map_err(|e| worded(&e, ""))?;
        let exercise = serde_path_to_error::deserialize(&mut source).map_err(|e| {
            let path = e.path().to_string();
            worded(&source.span_error(e.into_inner()), &path)
        })?;
        source
            .end()
            .map_err(|e| worded(&source.span_error(e), ""))?;
        Ok(exercise)
    }
}

/// The type that a text's first line declares, if it declares one.
fn declared_type(text: &str) -> Option<&str> {
    let first = text.lines().next()?.trim();
    let value = first
        .strip_prefix("#![type")?
        .trim_start()
        .strip_prefix('=')?;
    value.trim().strip_prefix('"')?.split('"').next()
}

impl NotAnExercise {
    /// What stands in a file may stand in an error's words: they are made harmless here.
    fn at(line: usize, column: usize, what: &str) -> Self {
        Self {
            line,
            column,
            what: CleanText::from_file(what).to_string(),
        }
    }
}

/// RON's own error with the path to the value it stumbled over.
fn worded(error: &SpannedError, path: &str) -> NotAnExercise {
    let place = error.span.start;
    // A path of one dot means the whole value: nothing to point at.
    let what = match path {
        "" | "." => in_words(&error.code, ""),
        path => format!(
            "{}: {}",
            path.trim_end_matches(".?"),
            in_words(&error.code, path)
        ),
    };
    NotAnExercise::at(place.line, place.col, &what)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::built_in::ROLE_REVERSAL;

    #[test]
    fn a_rating_out_of_range_is_named_with_its_place() {
        let text = ROLE_REVERSAL.replace("at: 10,", "at: 12,");
        let error = Exercise::parse(&text).unwrap_err().to_string();
        assert!(
            error.contains(": scale[5].at: 12 is outside −10..10"),
            "{error}"
        );
        let line = text.lines().position(|l| l.contains("at: 12,")).unwrap() + 1;
        assert!(error.starts_with(&format!("{line}:")), "{error}");
    }

    #[test]
    fn an_unknown_field_is_refused() {
        let text = ROLE_REVERSAL.replace("    version: 1,", "    version: 1, colour: 2,");
        let error = Exercise::parse(&text).unwrap_err();
        assert!(error.what.contains("colour"), "{error}");
    }

    #[test]
    fn a_file_of_another_type_is_refused() {
        let text = ROLE_REVERSAL.replace("customer-hat/exercise", "customer-hat/session");
        let error = Exercise::parse(&text).unwrap_err();
        assert!(error.what.contains("customer-hat/session"), "{error}");
        assert_eq!((error.line, error.column), (1, 1));
    }

    #[test]
    fn nothing_may_follow_the_value() {
        assert!(Exercise::parse(&format!("{ROLE_REVERSAL} (more: 1)")).is_err());
    }

    #[test]
    fn windows_files_and_files_without_a_type_are_read() {
        let windows = format!("\u{feff}{}", ROLE_REVERSAL.replace('\n', "\r\n"));
        let bare = ROLE_REVERSAL.split_once('\n').unwrap().1;
        let expected = Exercise::parse(ROLE_REVERSAL).unwrap();
        assert_eq!(Exercise::parse(&windows).unwrap(), expected);
        assert_eq!(Exercise::parse(bare).unwrap(), expected);
    }

    #[test]
    fn a_text_cut_short_is_refused_and_never_panics() {
        let end = ROLE_REVERSAL.trim_end().len();
        for cut in (0..end).step_by(131) {
            assert!(
                Exercise::parse(&ROLE_REVERSAL[..cut]).is_err(),
                "cut at {cut}"
            );
        }
    }

    #[test]
    fn an_error_carries_no_control_characters() {
        let text = ROLE_REVERSAL.replace("    version: 1,", "    r#\u{1b}]0;x: 1,");
        let error = Exercise::parse(&text).unwrap_err().to_string();
        assert!(!error.contains(char::is_control), "{error:?}");
    }
}
