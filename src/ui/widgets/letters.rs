//! Block letters: a line of text as a picture of pixels. It knows letters, not places on a screen.

use super::accents;
use super::marks::mark;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use std::cell::RefCell;
use std::collections::BTreeMap;
use tui_big_text::{BigText, PixelSize};
use unicode_normalization::UnicodeNormalization;
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
            for letter in drawable(grapheme)?.0 {
                if !columns.is_empty() {
                    columns.extend([0; BETWEEN]);
                }
                columns.extend(letter);
            }
        }
        Some(Self { columns })
    }

    /// Whether the block form of a text, where it has one, leaves no accent out: of two over each other, one is.
    pub fn keep_accents(text: &str) -> bool {
        let keeps = |sign: &str| drawable(sign).is_none_or(|(_, keeps)| keeps);
        text.graphemes(true).all(keeps)
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

/// The block forms of a grapheme, one for each letter that it is drawn as; and whether no accent is left out.
fn drawable(grapheme: &str) -> Option<(Vec<Vec<u8>>, bool)> {
    let mut composed = grapheme.nfc();
    let sign = composed.next()?;
    let has_marks = composed.next().is_some();
    if has_marks && !composed_is_latin(grapheme) {
        return None;
    }
    if let Some(columns) = mark(sign).filter(|_| !has_marks) {
        return Some((vec![columns.to_vec()], true));
    }
    let text = match sign {
        ' '..='~' | '\u{a1}'..='\u{ff}' => return Some((vec![glyph(sign)?], !has_marks)),
        '−' | '–' | '—' | '‑' | '‐' => "-",
        '’' | '‘' | 'ʼ' => "'",
        '“' | '”' | '„' => "\"",
        '…' => "...",
        '\u{a0}' | '\u{202f}' | '\u{2009}' => " ",
        'Œ' => "OE",
        'œ' => "oe",
        'ẞ' => "SS",
        'Ĳ' => "IJ",
        'ĳ' => "ij",
        'Ŀ' => "L·",
        'ŀ' => "l·",
        _ => {
            let accented = accents::taken_apart(sign)?;
            let columns = accented.put_on(glyph(accented.letter)?);
            return Some((vec![columns], accented.is_whole && !has_marks));
        }
    };
    let glyphs: Option<Vec<_>> = text.chars().map(glyph).collect();
    Some((glyphs?, !has_marks))
}

/// Whether all that follows the first sign of a grapheme are accents that a block letter may leave out.
fn composed_is_latin(grapheme: &str) -> bool {
    let mut marks = grapheme.chars().skip(1);
    marks.all(|c| matches!(c, '\u{300}'..='\u{36f}'))
}

thread_local! {
    /// Letters that were drawn already: a screen that is laid out measures the same ones many times.
    static DRAWN: RefCell<BTreeMap<char, Vec<u8>>> = const { RefCell::new(BTreeMap::new()) };
}

/// The columns of one letter, without the empty ones at its sides.
fn glyph(letter: char) -> Option<Vec<u8>> {
    let known = DRAWN.with_borrow(|drawn| drawn.get(&letter).cloned());
    known.or_else(|| {
        let columns = drawn(letter)?;
        DRAWN.with_borrow_mut(|drawn| drawn.insert(letter, columns.clone()));
        Some(columns)
    })
}

fn drawn(letter: char) -> Option<Vec<u8>> {
    if letter == '-' {
        // The font's own is as wide as a digit and tears a number apart.
        return Some(vec![1 << 3; 5]);
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
    fn a_letter_without_its_accent_is_another_letter() {
        for (with, without) in [("Łukasz", "Lukasz"), ("Şahin", "Sahin"), ("Győr", "Gyor")] {
            assert_ne!(Letters::of(with), Letters::of(without));
            assert!(Letters::keep_accents(with), "{with}");
        }
        assert_eq!(Letters::of("e\u{301}"), Letters::of("é"));
        assert!(
            !Letters::keep_accents("Nguyễn"),
            "of two over each other, one is left out"
        );
        assert!(Letters::of("Nguyễn").is_some());
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
