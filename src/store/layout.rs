//! How a session is laid out in its file: short things on one line, text readable, nothing invisible.

use serde::Serialize;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr;

/// The columns within which a group is joined onto one line.
const COLUMNS: usize = 100;
/// The spaces of one level.
const INDENT: usize = 4;

/// The value as RON for people: fields indented, but a short answer, a short list or a short note on
/// one line; accents and other scripts as they are; control, direction and invisible characters escaped.
///
/// The lines end in a line feed on every system, and so does the text.
pub fn pretty<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    let config = ron::ser::PrettyConfig::new().new_line("\n");
    ron::ser::to_string_pretty(value, config).map(|text| join_short(&text))
}

/// The text made fit for a message: one line, and whatever would be invisible or steer the terminal escaped.
pub fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_visible(&mut out, c);
    }
    out
}

/// Lays RON text out anew; the value it stands for stays the same. Text with comments is left as it is.
fn join_short(text: &str) -> String {
    let Some(tokens) = tokens(text) else {
        return text.to_owned();
    };
    let mut rest = tokens.as_slice();
    let items = items(&mut rest);
    if !rest.is_empty() {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for item in &items {
        item.write(&mut out, 0, Fit::Never);
        out.push('\n');
    }
    out
}

/// A piece of RON that is never taken apart.
#[derive(Debug, PartialEq)]
enum Token {
    Open(char),
    Close(char),
    Comma,
    /// A word, a number, a string, a colon: with a space before it, or close to the one before.
    Word {
        text: String,
        spaced: bool,
    },
}

/// The pieces of RON text; `None` where there is something that the serializer never writes.
fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text;
    let mut spaced = false;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => quoted(rest, '"')?,
            '\'' => quoted(rest, '\'')?,
            '/' | '#' => return None,
            'r' | 'b' if starts_literal(rest) => return None,
            c if c.is_alphanumeric() || "_+-.".contains(c) => rest
                .find(|c: char| !c.is_alphanumeric() && !"_+-.#".contains(c))
                .unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        match first {
            c if c.is_whitespace() => {
                spaced = true;
                continue;
            }
            '(' | '[' | '{' => found.push(Token::Open(first)),
            ')' | ']' | '}' => found.push(Token::Close(first)),
            ',' => found.push(Token::Comma),
            _ => found.push(Token::Word {
                text: match first {
                    '"' | '\'' => readable(piece, first),
                    _ => piece.to_owned(),
                },
                spaced,
            }),
        }
        spaced = false;
    }
    Some(found)
}

/// Whether a raw or a byte string starts here: `r"`, `r#"`, `b"`, `b'`, `br"`.
fn starts_literal(text: &str) -> bool {
    let rest = text.trim_start_matches(['r', 'b']);
    let named = rest.trim_start_matches('#');
    text.len() - rest.len() <= 2 && named.starts_with(['"', '\''])
}

/// The length in bytes of a quoted piece, quotes included.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return Some(at + c.len_utf8()),
            _ => {}
        }
    }
    None
}

/// One thing between commas: words and groups side by side, such as `key: Rated(…)`.
#[derive(Debug)]
struct Item(Vec<Part>);

#[derive(Debug)]
enum Part {
    Word { text: String, spaced: bool },
    Group(Group),
}

#[derive(Debug)]
struct Group {
    open: char,
    close: char,
    items: Vec<Item>,
}

fn items(rest: &mut &[Token]) -> Vec<Item> {
    let mut found = Vec::new();
    let mut parts = Vec::new();
    while let Some((token, after)) = rest.split_first() {
        match token {
            Token::Close(_) => break,
            Token::Comma => {
                *rest = after;
                found.push(Item(std::mem::take(&mut parts)));
            }
            Token::Word { text, spaced } => {
                *rest = after;
                let (text, spaced) = (text.clone(), *spaced);
                parts.push(Part::Word { text, spaced });
            }
            Token::Open(open) => {
                *rest = after;
                let items = items(rest);
                let Some((Token::Close(close), after)) = rest.split_first() else {
                    break;
                };
                *rest = after;
                let (open, close) = (*open, *close);
                parts.push(Part::Group(Group { open, close, items }));
            }
        }
    }
    if !parts.is_empty() {
        found.push(Item(parts));
    }
    found
}

/// Whether a group may be joined onto one line.
#[derive(Clone, Copy, PartialEq)]
enum Fit {
    /// The outermost one is always spread out.
    Never,
    IfShort,
    Always,
}

impl Item {
    fn write(&self, out: &mut String, level: usize, fit: Fit) {
        for (at, part) in self.0.iter().enumerate() {
            match part {
                Part::Word { text, spaced } => {
                    if *spaced && at > 0 {
                        out.push(' ');
                    }
                    out.push_str(text);
                }
                Part::Group(group) => {
                    if let Some(Part::Word { text, .. }) = at.checked_sub(1).map(|at| &self.0[at])
                        && text == ":"
                    {
                        out.push(' ');
                    }
                    group.write(out, level, fit);
                }
            }
        }
    }

    fn groups(&self) -> impl Iterator<Item = &Group> {
        self.0.iter().filter_map(|part| match part {
            Part::Group(group) if !group.items.is_empty() => Some(group),
            _ => None,
        })
    }
}

impl Group {
    fn write(&self, out: &mut String, level: usize, fit: Fit) {
        if self.items.is_empty() || fit == Fit::Always {
            return self.write_joined(out, level);
        }
        if fit == Fit::IfShort && self.is_plain() {
            let start = out.len();
            self.write_joined(out, level);
            let line = out[start..].width() + column(&out[..start]) + 1;
            if line <= COLUMNS {
                return;
            }
            out.truncate(start);
        }
        self.write_spread(out, level);
    }

    /// Nothing in it that has parts of its own, but for one thing wrapped in another, as `Some(…)`.
    fn is_plain(&self) -> bool {
        let wraps_one = self.open == '(' && self.items.len() == 1;
        let mut inner = self.items.iter().flat_map(Item::groups);
        inner.all(|group| group.is_wrapper() || (wraps_one && group.is_plain()))
    }

    /// A single word in round brackets, as in `Some(3)`.
    fn is_wrapper(&self) -> bool {
        self.open == '(' && self.items.len() == 1 && self.items[0].groups().all(Group::is_wrapper)
    }

    fn write_joined(&self, out: &mut String, level: usize) {
        out.push(self.open);
        for (at, item) in self.items.iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            item.write(out, level, Fit::Always);
        }
        out.push(self.close);
    }

    fn write_spread(&self, out: &mut String, level: usize) {
        out.push(self.open);
        for item in &self.items {
            new_line(out, level + 1);
            item.write(out, level + 1, Fit::IfShort);
            out.push(',');
        }
        new_line(out, level);
        out.push(self.close);
    }
}

fn new_line(out: &mut String, level: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', level * INDENT));
}

/// The width of the line so far.
fn column(out: &str) -> usize {
    let start = out.rfind('\n').map_or(0, |at| at + 1);
    out[start..].width()
}

/// The same literal with all the escapes that a reader needs and no more: `don't`, not `don\'t`.
fn readable(literal: &str, quote: char) -> String {
    let Some(text) = unescape(&literal[1..literal.len() - 1]) else {
        return literal.to_owned();
    };
    let mut out = String::from(quote);
    for (at, c) in text.chars().enumerate() {
        match c {
            c if c == quote || c == '\\' => out.extend(['\\', c]),
            // A mark at the very start would sit on the quote.
            c if at == 0 && !c.is_ascii() => push_escaped_if(&mut out, c, !alone(c)),
            c => push_visible(&mut out, c),
        }
    }
    out.push(quote);
    out
}

/// Whether the character can stand without one before it.
fn alone(c: char) -> bool {
    c.escape_debug().eq([c])
}

/// The text behind the serializer's escapes; `None` for an escape that it does not write.
fn unescape(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        out.push(match chars.next()? {
            't' => '\t',
            'r' => '\r',
            'n' => '\n',
            '0' => '\0',
            quote @ ('\'' | '"' | '\\') => quote,
            'u' => {
                let (digits, rest) = chars.as_str().strip_prefix('{')?.split_once('}')?;
                chars = rest.chars();
                char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
            }
            _ => return None,
        });
    }
    Some(out)
}

fn push_visible(out: &mut String, c: char) {
    push_escaped_if(out, c, is_unseen(c));
}

fn push_escaped_if(out: &mut String, c: char, escape: bool) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        c if escape || is_unseen(c) => {
            // Writing into a string can't fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
        }
        c => out.push(c),
    }
}

/// Control and direction characters, spaces that look like others, and whatever leaves no mark.
fn is_unseen(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control();
    }
    // Letters and marks of no width that Unicode counts as printable (Default_Ignorable_Code_Point),
    // and the empty braille cell.
    let leaves_no_mark = matches!(c,
        '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}');
    // After another letter, a mark that is part of a script stays as it is; the rest of what the
    // standard library escapes is control, format, private, unassigned, or a kind of space.
    leaves_no_mark || format!("a{c}").escape_debug().nth(1) == Some('\\')
}

#[cfg(test)]
mod tests;
