//! A session as its file: read with what it can be trusted for, and laid out to be written.
//!
//! # The next version of the format
//! A file that was written once is read for ever. Whoever changes what a session's file holds:
//!
//! 1. raises [`Format::NEWEST`] by one, even for one more optional field: an older program would not know
//!    it, and would drop it on its next save. A file of a newer format is never written to;
//! 2. leaves the form of the last version behind as a type of its own, `model/session/format_N.rs`, that
//!    only reads and never changes again, with `deny_unknown_fields` as it had;
//! 3. writes the step from that form to the next as a pure function, `fn next(old) -> new`, which asks
//!    nothing and loses nothing. `parse` reads the form that the file's number names and takes each step
//!    in turn up to the newest;
//! 4. keeps every `tests/golden/session-format-N.ron` as it is, byte for byte, and adds one for the new
//!    version. The suite reads each of them, saves it, and reads it again;
//! 5. never gives a field that was once written another meaning, and never uses a dropped name again.
//!
//! A session opened in an older format is written in the newest at its first save; the file as it was
//! stays beside it as the previous generation.

use super::envelope::{self, Trust};
use super::layout;
use super::read::{self, ReadError, Wrong};
use super::save::{Fingerprint, Why};
use super::source::Source;
use crate::model::caps::{Kind, PROBLEMS};
use crate::model::check::Unchecked;
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
    read_bytes(name, &read::read_regular(name, path)?)
}

/// The same from the bytes of a file.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<ReadSession, ReadError> {
    examine_up_to(1, name, bytes).0.map_err(|problems| {
        let nothing = || ReadError::new(name, Wrong::Content(String::new()));
        problems.into_iter().next().unwrap_or_else(nothing)
    })
}

/// The same, with every problem that is found: one at least, in the order of the session's fields; after
/// [`PROBLEMS`] of them it is only said that there are more.
pub fn examine(name: &str, bytes: &[u8]) -> Result<ReadSession, Vec<ReadError>> {
    examine_up_to(PROBLEMS, name, bytes).0
}

/// The same with at most so many problems; and how many bytes were gone over for them.
pub fn examine_up_to(
    most: usize,
    name: &str,
    bytes: &[u8],
) -> (Result<ReadSession, Vec<ReadError>>, usize) {
    let opened = match envelope::open(name, KIND, Format::NEWEST, bytes) {
        Ok(opened) => opened,
        Err(problem) => return (Err(vec![problem]), bytes.len()),
    };
    let source = Source::new(Kind::Session, name, &opened.text, opened.line_offset);
    let session = match opened.trust {
        Trust::Newer => parse_newer(name, opened.format, &opened.text).map_err(|alone| vec![alone]),
        Trust::Sealed | Trust::Edited => parse(most, &source),
    };
    let steps = bytes.len() + source.steps();
    let read = session.map(|session| ReadSession {
        session,
        trust: opened.trust,
        fingerprint: Fingerprint::of(bytes),
        last_line: bytes.trim_ascii_end().split(|byte| *byte == b'\n').count(),
        text: opened.text,
    });
    (read, steps)
}

/// The session, or each thing that is not true of it, with the line it stands in.
fn parse(most: usize, source: &Source<'_>) -> Result<Session, Vec<ReadError>> {
    let unchecked: Unchecked = source.parse().map_err(|error| vec![error])?;
    // One more than are told, to know whether there are more.
    let checked = unchecked.check(most + 1);
    checked.map_err(|problems| source.tell(most, &problems))
}

/// A newer format may hold nothing that is new to us: then all of it is understood.
fn parse_newer(name: &str, format: u32, text: &str) -> Result<Session, ReadError> {
    let ours = text.replacen(
        &format!("format: {format}"),
        &format!("format: {}", Format::NEWEST),
        1,
    );
    read::parse(Kind::Session, name, &ours, 0).map_err(|_| {
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
