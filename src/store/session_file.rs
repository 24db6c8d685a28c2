//! A session as its file: read with what it can be trusted for, and laid out to be written.

use super::envelope::{self, Trust};
use super::layout;
use super::read::{self, ReadError, Wrong};
use super::save::{Fingerprint, Why};
use crate::model::session::{Format, Session};
use std::path::Path;

/// What the first line of a session's file says it is.
pub const KIND: &str = "customer-hat/session";

/// A session that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadSession {
    /// The session.
    pub session: Session,
    /// How far the file can be trusted.
    pub trust: Trust,
    /// The file's content as it was read.
    pub fingerprint: Fingerprint,
    /// The RON between the first line and the checksum, as it stands in the file.
    pub text: String,
    /// The line of the checksum, or the last one of a file that has none; from 1.
    pub last_line: usize,
}

/// Reads a session; `name` is what messages call the file.
///
/// A file of a newer format is read as far as this program understands it.
pub fn read(name: &str, path: &Path) -> Result<ReadSession, ReadError> {
    let bytes =
        read::read_file(path).map_err(|error| ReadError::new(name, error.wrong().clone()))?;
    let opened = envelope::open(name, KIND, Format::NEWEST, &bytes)?;
    let session = match opened.trust {
        Trust::Newer => parse_newer(name, opened.format, &opened.text)?,
        Trust::Sealed | Trust::Edited => read::parse(name, &opened.text, opened.line_offset)?,
    };
    Ok(ReadSession {
        session,
        trust: opened.trust,
        fingerprint: Fingerprint::of(&bytes),
        last_line: bytes.trim_ascii_end().split(|byte| *byte == b'\n').count(),
        text: opened.text,
    })
}

/// A newer format may hold nothing that is new to us: then all of it is understood.
fn parse_newer(name: &str, format: u32, text: &str) -> Result<Session, ReadError> {
    let ours = text.replacen(
        &format!("format: {format}"),
        &format!("format: {}", Format::NEWEST),
        1,
    );
    read::parse(name, &ours, 0).map_err(|_| {
        let why = format!(
            "written by a newer version of customer-hat (format {format}), which this one can't read. \
             Update the program to open it"
        );
        ReadError::new(name, Wrong::Content(why))
    })
}

/// The whole text of a session's file.
pub fn text_of(session: &Session) -> Result<String, Why> {
    let ron = layout::pretty(session).map_err(|error| Why::Other(error.to_string()))?;
    Ok(envelope::seal(KIND, &ron))
}
