//! Block letters: a line of text as a picture of pixels. It knows letters, not places on a screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};
use unicode_segmentation::UnicodeSegmentation;

/// Rows of a letter in pixels; the last one is for descenders.
pub const ROWS: usize = 8;
/// Pixels between two letters.
const BETWEEN: usize = 1;
/// Pixels of a space.
const SPACE: usize = 4;
/// Digits are equally wide, so that a running clock stands still.
const DIGIT: usize = 7;

/// A line of block letters, one column of eight bits after another, the top row in the lowest bit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letters {
    columns: Vec<u8>,
}

impl Letters {
    /// The letters of a text; `None` when one of them has no block form (Greek, Chinese, emoji).
    pub fn of(text: &str) -> Option<Self> {
        let mut columns = Vec::new();
        for grapheme in text.graphemes(true) {
            for letter in drawable(grapheme)?.chars() {
                if !columns.is_empty() {
                    columns.extend([0; BETWEEN]);
                }
                columns.extend(glyph(letter)?);
            }
        }
        Some(Self { columns })
    }

    /// Whether the block form of a text, where it has one, leaves no accent out: `Łukasz` becomes `Lukasz`.
    pub fn keep_accents(text: &str) -> bool {
        let is_bare = |sign: &str| {
            let mut chars = sign.chars();
            let first = chars.next();
            chars.next().is_some() || first.and_then(base).is_some()
        };
        !text.graphemes(true).any(is_bare)
    }

    /// Columns in pixels.
    pub fn width(&self) -> usize {
        self.columns.len()
    }

    /// Whether a pixel is set; beyond the letters none is.
    pub fn pixel(&self, x: usize, y: usize) -> bool {
        y < ROWS && self.columns.get(x).is_some_and(|bits| bits >> y & 1 == 1)
    }

    /// Whether a letter reaches below the line of writing.
    pub fn descends(&self) -> bool {
        (0..self.width()).any(|x| self.pixel(x, ROWS - 1))
    }

    /// Joins words of one line, a space between each two.
    pub fn join<'a>(words: impl IntoIterator<Item = &'a Self>) -> Self {
        let mut columns = Vec::new();
        for word in words {
            if !columns.is_empty() {
                columns.extend([0; SPACE]);
            }
            columns.extend(&word.columns);
        }
        Self { columns }
    }
}

/// The pixels that `words` words of together `width` pixels need on one line.
pub fn line_width(width: usize, words: usize) -> usize {
    width + SPACE * words.saturating_sub(1)
}

/// What to draw for a grapheme: itself, or a letter that reads the same.
fn drawable(grapheme: &str) -> Option<String> {
    let mut chars = grapheme.chars();
    let first = chars.next()?;
    // A letter with a combining accent is drawn without it; any other cluster has no block form.
    if !chars.all(|c| matches!(c, '\u{300}'..='\u{36f}')) {
        return None;
    }
    let text = match first {
        ' '..='~' | '\u{a1}'..='\u{ff}' => return Some(first.to_string()),
        '−' | '–' | '—' | '‑' | '‐' => "-",
        '’' | '‘' | 'ʼ' => "'",
        '“' | '”' | '„' => "\"",
        '…' => "...",
        '→' => return Some("→".to_owned()),
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        'Œ' => "OE",
        'œ' => "oe",
        'ẞ' => "SS",
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        _ => return base(first).map(|c| c.to_string()),
    };
    Some(text.to_owned())
}

/// Base letters of U+0100..=U+017F (Latin Extended-A), in order.
const EXTENDED_A: &str = "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

/// The letter without its accents, for the Latin letters of Europe and Vietnam.
fn base(letter: char) -> Option<char> {
    let code = letter as u32;
    let pair = |upper: char| {
        // Capital and small letters take turns in these blocks; an odd code is a small letter.
        Some(if code.is_multiple_of(2) {
            upper
        } else {
            upper.to_ascii_lowercase()
        })
    };
    match code {
        0x100..=0x17f => EXTENDED_A.chars().nth(code as usize - 0x100),
        0x1a0 => Some('O'),
        0x1a1 => Some('o'),
        0x1af => Some('U'),
        0x1b0 => Some('u'),
        0x218 | 0x219 => pair('S'),
        0x21a | 0x21b => pair('T'),
        0x1ea0..=0x1eb7 => pair('A'),
        0x1eb8..=0x1ec7 => pair('E'),
        0x1ec8..=0x1ecb => pair('I'),
        0x1ecc..=0x1ee3 => pair('O'),
        0x1ee4..=0x1ef1 => pair('U'),
        0x1ef2..=0x1ef9 => pair('Y'),
        _ => None,
    }
}

/// The columns of one letter, without the empty ones at its sides.
fn glyph(letter: char) -> Option<Vec<u8>> {
    if letter == '-' {
        // The font's own is as wide as a digit and tears a number apart.
        return Some(vec![1 << 3; 5]);
    }
    if letter == '→' {
        // The font has none; a full head is seen from further away than two strokes.
        return Some(vec![0x08, 0x08, 0x08, 0x08, 0x3e, 0x1c, 0x08]);
    }
    if letter == ' ' {
        return Some(vec![0; SPACE - 2 * BETWEEN]);
    }
    let area = Rect::new(0, 0, 8, ROWS as u16);
    let mut buf = Buffer::empty(area);
    BigText::builder()
        .pixel_size(PixelSize::Full)
        .lines(vec![Line::from(letter.to_string())])
        .build()
        .render(area, &mut buf);
    let column = |x: u16| {
        (0..ROWS as u16)
            .filter(|y| buf[(x, *y)].symbol() != " ")
            .fold(0u8, |bits, y| bits | 1 << y)
    };
    let columns: Vec<u8> = (0..8).map(column).collect();
    let first = columns.iter().position(|bits| *bits != 0)?;
    let last = columns.iter().rposition(|bits| *bits != 0)?;
    let mut trimmed = columns[first..=last].to_vec();
    if letter.is_ascii_digit() {
        let missing = DIGIT.saturating_sub(trimmed.len());
        let before = missing / 2;
        trimmed.splice(0..0, vec![0; before]);
        trimmed.resize(trimmed.len() + missing - before, 0);
    }
    Some(trimmed)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_base_letters_match_their_block() {
        assert_eq!(EXTENDED_A.chars().count(), 0x80);
        for (accented, plain) in [('č', 'c'), ('ł', 'l'), ('Ő', 'O'), ('š', 's'), ('ž', 'z')] {
            assert_eq!(base(accented), Some(plain));
        }
        for (accented, plain) in [('ș', 's'), ('Ț', 'T'), ('ế', 'e'), ('ữ', 'u'), ('ğ', 'g')]
        {
            assert_eq!(base(accented), Some(plain));
        }
    }

    #[test]
    fn latin_letters_of_europe_have_a_block_form() {
        for text in [
            "Café", "Łódź", "Győr", "Straße", "cœur", "Ørsted", "e\u{301}", "−7",
        ] {
            assert!(Letters::of(text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_scripts_have_none() {
        for text in ["Ωμέγα", "Москва", "顧客", "שלום", "👍", "1\u{fe0f}\u{20e3}"]
        {
            assert!(Letters::of(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_running_clock_stands_still() {
        let width = Letters::of("00:00").unwrap().width();
        assert_eq!(Letters::of("11:47").unwrap().width(), width);
    }
}
