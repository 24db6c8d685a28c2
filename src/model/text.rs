//! Text from outside (files, names, pastes), made harmless before anything can draw or print it.

use serde::{Deserialize, Serialize};
use std::fmt;

/// One line of text from outside that can be drawn and printed without harm.
///
/// What stood in a file stays as it was until somebody edits it: [`CleanText::raw`] is written back,
/// [`CleanText::as_str`] is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct CleanText {
    raw: String,
    shown: String,
}

impl CleanText {
    /// The most characters that are kept of a typed or pasted line.
    pub const MOST_CHARS: usize = 2_000;

    /// Text as it stands in a file: the raw form is kept, the shown one is clean.
    pub fn from_file(raw: impl Into<String>) -> Self {
        let raw = raw.into();
        let shown = clean(&raw);
        Self { raw, shown }
    }

    /// Text just typed or pasted: only the clean form is kept, without white space at its ends.
    pub fn typed(text: &str) -> Self {
        let shown = clean(text).trim().to_owned();
        Self {
            raw: shown.clone(),
            shown,
        }
    }

    /// The text to show: no control, no direction override, no invisible characters.
    pub fn as_str(&self) -> &str {
        &self.shown
    }

    /// The text as it stands in the file. Never draw or print it.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Whether nothing would be shown.
    pub fn is_empty(&self) -> bool {
        self.shown.trim().is_empty()
    }
}

fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control())
        .take(CleanText::MOST_CHARS)
        .collect()
}

impl From<String> for CleanText {
    fn from(raw: String) -> Self {
        Self::from_file(raw)
    }
}

impl From<CleanText> for String {
    fn from(text: CleanText) -> Self {
        text.raw
    }
}

impl From<&str> for CleanText {
    fn from(text: &str) -> Self {
        Self::typed(text)
    }
}

impl fmt::Display for CleanText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.shown)
    }
}
