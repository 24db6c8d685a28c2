//! What stands around the RON of a file of ours: its kind first, a checksum last.
//!
//! ```text
//! #![type = "customer-hat/session"]
//! (
//!     format: 1,
//!     …
//! )
//! // crc32: 1a2b3c4d  (a changed file opens read-only; `customer-hat check --reseal FILE` accepts it)
//! ```
//!
//! RON alone accepts damage silently: a flipped bit in a name is another name. The checksum notices.

use super::disk::MOST_BYTES;
use super::read::{Place, ReadError, Wrong};
use std::borrow::Cow;

/// How the line of the checksum begins.
const MARK: &str = "// crc32: ";

/// How far the content of a file can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Every byte is as the program wrote it.
    Sealed,
    /// Changed outside the program, or damaged: to be read, never to be written.
    Edited,
    /// Written by a newer version of the program: to be read where it can be, never to be written.
    Newer,
}

impl Trust {
    /// Whether the program may go on writing this file.
    pub fn may_be_written(self) -> bool {
        self == Self::Sealed
    }

    /// What to tell a person who meets such a file; nothing for a sealed one.
    pub fn sentence(self) -> Option<&'static str> {
        match self {
            Self::Sealed => None,
            Self::Edited => Some(
                "changed outside the program, or damaged: it opens read-only. \
                 If the change is yours, `customer-hat check --reseal FILE` accepts it",
            ),
            Self::Newer => Some(
                "written by a newer version of customer-hat: it opens read-only. \
                 Update the program to go on with it",
            ),
        }
    }
}

/// A file of ours, unwrapped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The version of the format, 1 or more.
    pub format: u32,
    /// The RON between the first line and the checksum.
    pub text: String,
    /// How many lines of the file stand before `text`.
    pub line_offset: usize,
    /// How far it can be trusted.
    pub trust: Trust,
}

/// The whole text of a file: the kind (such as `customer-hat/session`), the RON, the checksum.
///
/// To accept what a person edited, once it is valid, seal the text of [`Opened`] again.
/// The first field of the RON value must be `format: N`; [`open`] asks for it.
pub fn seal(kind: &str, ron_text: &str) -> String {
    let body = format!("{}\n{}\n", first_line(kind), ron_text.trim_end());
    let trailer = trailer(body.as_bytes());
    body + &trailer
}

/// Unwraps a file of ours.
///
/// `name` is what messages call the file, `newest_format` the newest format that this program knows.
/// A byte-order mark is dropped, and a file whose every line end was made CRLF counts as unchanged.
/// More than [`MOST_BYTES`], anything but UTF-8, another kind, or no format number is an error.
pub fn open(name: &str, kind: &str, newest_format: u32, bytes: &[u8]) -> Result<Opened, ReadError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(ReadError::new(name, Wrong::TooLarge));
    }
    if bytes.is_empty() {
        return Err(ReadError::new(name, Wrong::Empty));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let place = Place::at(&String::from_utf8_lossy(&bytes[..error.valid_up_to()]));
        ReadError::new(name, Wrong::NotText).at(place)
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let text = with_line_feeds(text);
    let (first, rest) = text.split_once('\n').unwrap_or((&text, ""));
    // Where only some line ends were changed, this one may be among them: no more than an edit.
    if first.strip_suffix('\r').unwrap_or(first) != first_line(kind) {
        return Err(ReadError::new(name, foreign(first)).at(Place::START));
    }
    let (body, sealed) = unseal(&text, rest);
    let line_offset = 1;
    let format = format_number(body).ok_or_else(|| {
        let place = Place {
            line: 1 + line_offset,
            column: 1,
        };
        ReadError::new(name, Wrong::NoFormat).at(place)
    })?;
    let trust = match sealed {
        _ if format > newest_format => Trust::Newer,
        true => Trust::Sealed,
        false => Trust::Edited,
    };
    Ok(Opened {
        format,
        text: body.to_owned(),
        line_offset,
        trust,
    })
}

fn first_line(kind: &str) -> String {
    format!("#![type = \"{kind}\"]")
}

fn trailer(body: &[u8]) -> String {
    format!(
        "{MARK}{:08x}  (a changed file opens read-only; `customer-hat check --reseal FILE` accepts it)\n",
        crc32fast::hash(body)
    )
}

/// Some editors and git on Windows change every line end. Only when all are changed is it undone:
/// a single one is damage.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    let crlf = text.matches("\r\n").count();
    let same = crlf > 0 && crlf == text.matches('\n').count() && crlf == text.matches('\r').count();
    if same {
        Cow::Owned(text.replace("\r\n", "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The RON without the line of the checksum, and whether that line is there and right, to the letter.
fn unseal<'a>(text: &str, rest: &'a str) -> (&'a str, bool) {
    let start = rest.trim_end().rfind('\n').map_or(0, |at| at + 1);
    let (body, last) = rest.split_at(start);
    if !last.starts_with(MARK) {
        return (rest, false);
    }
    let sealed = &text[..text.len() - last.len()];
    (body, last == trailer(sealed.as_bytes()))
}

/// What the first line says, when it does not say what it should.
fn foreign(first: &str) -> Wrong {
    let kind = first
        .trim_end()
        .strip_prefix("#![type = \"")
        .and_then(|rest| rest.strip_suffix("\"]"));
    kind.map_or(Wrong::NotOurs, |kind| Wrong::OtherKind(kind.to_owned()))
}

/// The number of the first field, `format: N`, found without parsing RON.
fn format_number(ron_text: &str) -> Option<u32> {
    let rest = skip_blank(ron_text)?.strip_prefix('(')?;
    let rest = skip_blank(rest)?.strip_prefix("format")?;
    let rest = skip_blank(skip_blank(rest)?.strip_prefix(':')?)?;
    let end = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (digits, rest) = rest.split_at(end);
    skip_blank(rest)?.strip_prefix([',', ')'])?;
    digits.parse().ok().filter(|format| *format > 0)
}

/// What comes after white space and comments; `None` for a comment without an end.
pub(super) fn skip_blank(mut text: &str) -> Option<&str> {
    loop {
        text = text.trim_start();
        if let Some(comment) = text.strip_prefix("//") {
            text = comment.split_once('\n')?.1;
        } else if let Some(comment) = text.strip_prefix("/*") {
            text = comment.split_once("*/")?.1;
        } else {
            return Some(text);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::caps::Kind;
    use std::fmt::Write as _;

    const KIND: &str = "customer-hat/session";

    fn sealed(length: usize) -> String {
        let mut ron = String::from("(\n    format: 1,\n    notes: [\n");
        for nth in 0.. {
            if ron.len() + 200 > length {
                break;
            }
            writeln!(ron, "        (nth: {nth}, text: \"Größe — {nth} שלום\"),").unwrap();
        }
        seal(KIND, &(ron + "    ],\n)"))
    }

    fn opened(bytes: &[u8]) -> Result<Opened, ReadError> {
        open("acme.ron", KIND, 1, bytes)
    }

    #[test]
    fn what_was_sealed_opens_as_it_was() {
        let text = seal(KIND, "(format: 1, a: 2)");
        let opened = opened(text.as_bytes()).unwrap();
        assert_eq!((opened.format, opened.trust), (1, Trust::Sealed));
        assert_eq!(opened.text, "(format: 1, a: 2)\n");
        assert_eq!(text.lines().count(), 3);
    }

    #[test]
    fn the_whole_file_is_valid_ron() {
        #[derive(Debug, PartialEq, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Small {
            format: u32,
        }
        let small: Small = ron::from_str(&seal(KIND, "(format: 1)")).unwrap();
        assert_eq!(small, Small { format: 1 });
    }

    #[test]
    fn no_flipped_bit_passes_as_sealed() {
        let good = sealed(2048).into_bytes();
        assert!((1800..2300).contains(&good.len()), "{}", good.len());
        for at in 0..good.len() {
            for bit in 0..8 {
                let mut bad = good.clone();
                bad[at] ^= 1 << bit;
                let trust = opened(&bad).map(|opened| opened.trust);
                assert!(
                    trust.is_err() || trust != Ok(Trust::Sealed),
                    "byte {at} bit {bit}"
                );
            }
        }
    }

    #[test]
    fn no_truncated_file_passes_as_sealed() {
        let good = sealed(2048).into_bytes();
        for length in 0..good.len() {
            let trust = opened(&good[..length]).map(|opened| opened.trust);
            assert!(
                trust.is_err() || trust != Ok(Trust::Sealed),
                "{length} bytes"
            );
        }
    }

    #[test]
    fn converted_line_ends_and_a_mark_at_the_start_are_no_change() {
        let text = sealed(600);
        let crlf = text.replace('\n', "\r\n");
        let marked = format!("\u{feff}{crlf}");
        for changed in [&crlf, &marked] {
            let opened = opened(changed.as_bytes()).unwrap();
            assert_eq!(opened.trust, Trust::Sealed);
            assert!(!opened.text.contains('\r'));
        }
        let twice = format!("\u{feff}\u{feff}{text}");
        assert!(opened(twice.as_bytes()).is_err());
        let one = text.replacen('\n', "\r\n", 3).replacen("\r\n", "\n", 2);
        assert_eq!(opened(one.as_bytes()).unwrap().trust, Trust::Edited);
    }

    #[test]
    fn no_flipped_bit_passes_as_sealed_with_converted_line_ends() {
        let good = sealed(500).replace('\n', "\r\n").into_bytes();
        for at in 0..good.len() {
            for bit in 0..8 {
                let mut bad = good.clone();
                bad[at] ^= 1 << bit;
                let trust = opened(&bad).map(|opened| opened.trust);
                assert!(
                    trust.is_err() || trust != Ok(Trust::Sealed),
                    "byte {at} bit {bit}"
                );
            }
        }
    }

    #[test]
    fn an_edited_file_and_one_without_checksum_are_told_apart_from_sealed_ones() {
        let edited = seal(KIND, "(format: 1, rating: 3)").replace("3)", "9)");
        let opened_edited = opened(edited.as_bytes()).unwrap();
        assert_eq!(opened_edited.trust, Trust::Edited);
        assert!(!opened_edited.trust.may_be_written());
        let bare = format!("{}\n( // by hand\n format: 1)", first_line(KIND));
        assert_eq!(opened(bare.as_bytes()).unwrap().trust, Trust::Edited);
    }

    #[test]
    fn an_edited_file_can_be_sealed_again() {
        let edited = seal(KIND, "(format: 1, rating: 3)").replace("3)", "9)") + "\n\n";
        let again = seal(KIND, &opened(edited.as_bytes()).unwrap().text);
        assert_eq!(again, seal(KIND, "(format: 1, rating: 9)"));
        assert_eq!(opened(again.as_bytes()).unwrap().trust, Trust::Sealed);
    }

    #[test]
    fn a_mistake_in_a_sealed_file_is_told_with_the_line_of_the_file() {
        let text = seal(KIND, "(\n    format: 1,\n    steps: x,\n)");
        let opened = opened(text.as_bytes()).unwrap();
        let read = crate::store::read::parse::<std::collections::BTreeMap<String, u32>>;
        let error = read(Kind::Session, "acme.ron", &opened.text, opened.line_offset).unwrap_err();
        let told = error
            .place()
            .map(|place| text.lines().nth(place.line - 1).unwrap());
        assert!(error.headline().starts_with("acme.ron:2:1"), "{error}");
        assert_eq!(told, Some("("));
    }

    #[test]
    fn a_newer_format_is_read_only() {
        let newer = seal(KIND, "(format: 2)");
        let opened = opened(newer.as_bytes()).unwrap();
        assert_eq!((opened.format, opened.trust), (2, Trust::Newer));
    }

    #[test]
    fn foreign_files_are_refused_with_a_reason() {
        let other = seal("customer-hat/theme", "(format: 1)");
        let cases: [(&[u8], &str); 6] = [
            (other.as_bytes(), "customer-hat/theme"),
            (b"#![type = \"\x1b[2J\"]\n(format: 1)", "\\u{1b}[2J"),
            (b"(format: 1)", "no file of customer-hat"),
            (b"", "this file is empty"),
            (b"\xff\xfe(", "acme.ron:1:1: "),
            (
                b"#![type = \"customer-hat/session\"]\n(a: 1)",
                "acme.ron:2:1: ",
            ),
        ];
        for (bytes, said) in cases {
            let message = opened(bytes).unwrap_err().to_string();
            assert!(message.contains(said), "{message}");
            assert!(!message.contains('\u{1b}'));
        }
        let large = vec![b' '; usize::try_from(MOST_BYTES).unwrap() + 1];
        let message = opened(&large).unwrap_err().to_string();
        assert!(message.contains("8 MiB"), "{message}");
    }

    #[test]
    fn the_format_is_found_by_a_small_scan() {
        assert_eq!(format_number(" /* a */ ( // b\n format : 12 ,"), Some(12));
        for none in [
            "(format: 0)",
            "(format: -1)",
            "(format: 1x)",
            "(formats: 1)",
            "(format: 99999999999)",
            "(",
            "/*",
        ] {
            assert_eq!(format_number(none), None, "{none}");
        }
    }
}
