//! A mistake in RON, said so that a person can mend it: its place, plain words, the line and a caret.

use super::locate::Spot;
use super::read::{Place, ReadError, Wrong};
use super::visible::harmless;
use crate::model::mistake::in_words;
use ron::error::Error as RonError;
use unicode_width::UnicodeWidthChar;

/// The most columns of a file's line that a message shows.
const EXCERPT: usize = 72;
/// The most characters of a path or a reason: a file can hold names of megabytes.
const MOST_SAID: usize = 200;

/// The error at its place in the file; `path` is where in the value it is.
pub(super) fn explain(
    name: &str,
    text: &str,
    line_offset: usize,
    path: &str,
    error: &ron::error::SpannedError,
) -> ReadError {
    let place = pointed_at(text, error);
    // Read as a whole number up to its point, which then looks like a missing comma.
    let is_fraction = error.code == RonError::ExpectedComma && text[place.start..].starts_with('.');
    let reason = if is_fraction {
        "a whole number belongs here, without a point".to_owned()
    } else {
        in_words(&error.code, path)
    };
    let reason = shortened(&harmless(&reason));
    // A question mark stands for what could not be read so far as to have a name.
    let content = match path.trim_end_matches(".?") {
        "" | "." | "?" => reason,
        path => format!("{}: {reason}", shortened(&harmless(path))),
    };
    pointing(name, text, line_offset, place, content)
}

/// Something that is not true of what was read, at its place in the text; `told` names the path to it.
pub(super) fn problem(
    name: &str,
    text: &str,
    line_offset: usize,
    spot: Spot,
    told: &str,
) -> ReadError {
    let content = shortened(&harmless(told));
    pointing(name, text, line_offset, spot, content)
}

fn pointing(
    name: &str,
    text: &str,
    line_offset: usize,
    Spot { start, place }: Spot,
    content: String,
) -> ReadError {
    let shown = Place {
        line: place.line + line_offset,
        ..place
    };
    ReadError::new(name, Wrong::Content(content))
        .at(shown)
        .with_excerpt(excerpt(text, start, shown))
}

/// The first character of what is wrong: where it starts when that is on the line where it ends.
fn pointed_at(text: &str, error: &ron::error::SpannedError) -> Spot {
    let (start, end) = (&error.span.start, &error.span.end);
    let from = if start.line == end.line { start } else { end };
    let before: usize = text
        .split_inclusive('\n')
        .take(from.line - 1)
        .map(str::len)
        .sum();
    let line = text[before..].split('\n').next().unwrap_or_default();
    let length = |chars: usize| {
        line.char_indices()
            .nth(chars)
            .map_or(line.len(), |(at, _)| at)
    };
    let column = length(from.col - 1);
    let rest = &line[column..];
    let blank = rest.len() - rest.trim_start().len();
    let (blank, within) = (rest[..blank].chars().count(), blank < rest.len());
    let column = if within { from.col + blank } else { from.col };
    Spot {
        start: before + length(column - 1),
        place: Place {
            line: from.line,
            column,
        },
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_SAID) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The line with its number, and under it a caret at the place; a long line is cut around the caret.
///
/// No more of the text is looked at than can be shown, however long its lines are.
fn excerpt(text: &str, start: usize, place: Place) -> String {
    let (before, after) = text.split_at(start);
    let mut left: Vec<char> = before
        .chars()
        .rev()
        .take_while(|c| *c != '\n')
        .take(EXCERPT)
        .collect();
    left.reverse();
    let skipped = place.column - 1 - left.len().min(place.column - 1);
    let caret = left.len();
    let line = after.chars().take_while(|c| *c != '\n').take(EXCERPT + 1);
    let right: String = line.collect();
    let right = right.trim_end_matches('\r');
    let cells: Vec<String> = left.into_iter().chain(right.chars()).map(cell).collect();
    let first = caret - fitting(cells[..caret].iter().rev(), EXCERPT * 2 / 3);
    let left: usize = cells[first..caret].iter().map(|cell| columns(cell)).sum();
    let last = caret + fitting(cells[caret..].iter(), EXCERPT - left);
    let before = if skipped + first > 0 { "…" } else { "" };
    let after = if last < cells.len() { "…" } else { "" };
    let number = place.line.to_string();
    format!(
        "  {number} | {before}{}{after}\n  {} | {}^",
        cells[first..last].concat(),
        " ".repeat(number.len()),
        " ".repeat(before.chars().count() + left),
    )
}

/// How many of the cells fit into so many columns.
fn fitting<'a>(cells: impl Iterator<Item = &'a String>, mut room: usize) -> usize {
    cells
        .map_while(|cell| {
            room = room.checked_sub(columns(cell))?;
            Some(())
        })
        .count()
}

fn cell(c: char) -> String {
    if c == '\t' {
        return "    ".to_owned();
    }
    harmless(c.encode_utf8(&mut [0; 4]))
}

pub(super) fn columns(cell: &str) -> usize {
    cell.chars().map(|c| c.width().unwrap_or(0)).sum()
}
