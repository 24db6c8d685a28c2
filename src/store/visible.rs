//! What a reader can't see, and what steers a terminal, written out as an escape.

use crate::model::text::file_name::as_text;
use std::ffi::OsStr;
use std::fmt::Write as _;

/// The text made fit for a message: one line, and whatever would be invisible or steer the terminal escaped.
pub fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        push_visible(&mut out, c);
    }
    out
}

/// The name or the path of a file made fit for a message: bytes that are no text are `\xff`.
pub fn shown(name: impl AsRef<OsStr>) -> String {
    harmless(&as_text(name))
}

/// The same literal with all the escapes that a reader needs and no more: `don't`, not `don\'t`.
pub(super) fn readable(literal: &str, quote: char) -> String {
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
pub fn is_unseen(c: char) -> bool {
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
