//! A mistake in RON, said so that a person can mend it: its place, plain words, the line and a caret.

use super::read::{Place, ReadError, Wrong};
use super::visible::harmless;
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
    let reason = shortened(&harmless(&in_words(&error.code)));
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
    place: Place,
    told: &str,
) -> ReadError {
    let content = shortened(&harmless(told));
    pointing(name, text, line_offset, place, content)
}

fn pointing(
    name: &str,
    text: &str,
    line_offset: usize,
    place: Place,
    content: String,
) -> ReadError {
    let line = text.split('\n').nth(place.line - 1).unwrap_or_default();
    let shown = Place {
        line: place.line + line_offset,
        ..place
    };
    ReadError::new(name, Wrong::Content(content))
        .at(shown)
        .with_excerpt(excerpt(line.trim_end_matches('\r'), shown))
}

/// The first character of what is wrong: where it starts when that is on the line where it ends.
fn pointed_at(text: &str, error: &ron::error::SpannedError) -> Place {
    let (start, end) = (&error.span.start, &error.span.end);
    let from = if start.line == end.line { start } else { end };
    let line = text.split('\n').nth(from.line - 1).unwrap_or_default();
    let blank = line
        .chars()
        .skip(from.col - 1)
        .take_while(|c| c.is_whitespace())
        .count();
    let within = from.col - 1 + blank < line.chars().count();
    Place {
        line: from.line,
        column: if within { from.col + blank } else { from.col },
    }
}

/// The commonest mistakes in plain words; the rest as the parser says it.
fn in_words(error: &RonError) -> String {
    match error {
        RonError::Eof => "the text ends too early".to_owned(),
        RonError::ExpectedComma => "a comma or a closing bracket is missing here".to_owned(),
        RonError::ExpectedString => "a text in \"quotes\" belongs here".to_owned(),
        RonError::ExpectedStringEnd => "the closing quote of this text is missing".to_owned(),
        RonError::ExpectedInteger => "a whole number belongs here".to_owned(),
        RonError::IntegerOutOfBounds => "this number is too large or too small".to_owned(),
        RonError::ExpectedBoolean => "`true` or `false` belongs here".to_owned(),
        RonError::ExpectedArray => "a list in [square brackets] belongs here".to_owned(),
        RonError::ExpectedArrayEnd => {
            "the closing `]` is missing, or a comma before this".to_owned()
        }
        RonError::ExpectedMap => "entries in {curly brackets} belong here".to_owned(),
        RonError::ExpectedMapEnd => "the closing `}` is missing, or a comma before this".to_owned(),
        RonError::ExpectedMapColon => "a colon is missing here".to_owned(),
        RonError::ExpectedOption => "`None` or `Some(…)` belongs here".to_owned(),
        RonError::ExpectedStructLike | RonError::ExpectedNamedStructLike(_) => {
            "fields in (round brackets) belong here".to_owned()
        }
        RonError::ExpectedStructLikeEnd | RonError::ExpectedOptionEnd => {
            "the closing `)` is missing, or a comma before this".to_owned()
        }
        RonError::TrailingCharacters => "nothing may follow here".to_owned(),
        RonError::MissingStructField { field, .. } => format!("the field `{field}` is missing"),
        RonError::DuplicateStructField { field, .. } => {
            format!("the field `{field}` stands here twice")
        }
        RonError::NoSuchStructField {
            expected, found, ..
        } => {
            format!(
                "there is no field `{found}`; there are {}",
                listed(expected)
            )
        }
        RonError::NoSuchEnumVariant {
            expected, found, ..
        } => {
            format!(
                "`{found}` can't stand here; it is one of {}",
                listed(expected)
            )
        }
        RonError::InvalidValueForType { expected, found } => {
            format!("{expected} belongs here, not {found}")
        }
        RonError::ExceededRecursionLimit => "brackets stand too deep in one another".to_owned(),
        other => other.to_string(),
    }
}

fn listed(names: &[&str]) -> String {
    names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(MOST_SAID) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The line with its number, and under it a caret at the place; a long line is cut around the caret.
fn excerpt(line: &str, place: Place) -> String {
    let at = place.column - 1;
    // No more than this can be shown, however long the line is.
    let skipped = at.saturating_sub(EXCERPT);
    let cells: Vec<String> = line
        .chars()
        .skip(skipped)
        .take(2 * EXCERPT)
        .map(cell)
        .collect();
    let caret = (at - skipped).min(cells.len());
    let first = caret - fitting(cells[..caret].iter().rev(), EXCERPT * 2 / 3);
    let left: usize = cells[first..caret].iter().map(|cell| columns(cell)).sum();
    let last = caret + fitting(cells[caret..].iter(), EXCERPT - left);
    let before = if skipped + first > 0 { "…" } else { "" };
    let after = if line.chars().nth(skipped + last).is_some() {
        "…"
    } else {
        ""
    };
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
