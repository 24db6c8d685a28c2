//! How a session is laid out in its file: short things on one line, text readable, nothing invisible.

use super::visible::readable;
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// The columns within which a group is joined onto one line.
const COLUMNS: usize = 120;
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

    /// Nothing in it that has parts of its own, but for a list of words, and for one thing wrapped in
    /// another, as `Some(…)`.
    fn is_plain(&self) -> bool {
        let wraps_one = self.open == '(' && self.items.len() == 1;
        let mut inner = self.items.iter().flat_map(Item::groups);
        inner.all(|group| {
            group.is_wrapper() || group.is_list_of_words() || (wraps_one && group.is_plain())
        })
    }

    /// Words in square brackets, as in `[6, 7, -3]`.
    fn is_list_of_words(&self) -> bool {
        self.open == '[' && self.items.iter().all(|item| item.groups().next().is_none())
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

#[cfg(test)]
mod tests;
