//! Lines of a text in the terminal's own large letters: how large they can be, and where they break.

use super::letter_size::LetterSize;
use super::wrap::{cells, wrap};
use crate::ui::big_text::{self, SCALES};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

/// A text in large letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct LargeLines {
    /// How many times as large as plain ones.
    pub(super) scale: usize,
    /// The text.
    pub(super) lines: Vec<String>,
}

impl LargeLines {
    /// The largest form of a text in so many columns and rows, on at most so many lines, no higher than letters of a
    /// size are.
    pub(super) fn of(
        text: &str,
        size: (usize, usize),
        (largest, most_lines): (LetterSize, usize),
    ) -> Option<Self> {
        if !big_text::can_be_large(text) {
            return None;
        }
        let most = largest.line_rows().min(usize::from(*SCALES.end()));
        (usize::from(*SCALES.start())..=most)
            .rev()
            .find_map(|scale| {
                let lines = balanced(text, size.0 / scale)?;
                let fits = lines.len() * scale <= size.1;
                (fits && lines.len() <= most_lines).then_some(Self { scale, lines })
            })
    }

    /// Whether they are read from as far as block letters of a size. A drawn letter needs less of its room than one
    /// of blocks to be known, but in much larger blocks it is known from farther away.
    pub(super) fn are_as_good_as(&self, blocks: LetterSize) -> bool {
        self.scale * 4 >= blocks.line_rows() * 3
    }

    /// Columns and rows.
    pub(super) fn extent(&self) -> (usize, usize) {
        let widest = self.lines.iter().map(|line| cells(line)).max();
        (
            widest.unwrap_or(0) * self.scale,
            self.lines.len() * self.scale,
        )
    }

    /// Draws one of its lines from a place on. Between words the screen shows through.
    pub(super) fn draw(&self, line: &str, from: Position, style: Style, buf: &mut Buffer) {
        let scale = self.scale as u16;
        let mut corner = from;
        for sign in line.graphemes(true) {
            if !sign.trim().is_empty() {
                big_text::put(buf, corner, sign, scale, style);
            }
            corner.x = corner.x.saturating_add(cells(sign) as u16 * scale);
        }
    }
}

/// The text over as few lines as so many letters across allow, the lines about equally long; none when a word would
/// have to be torn.
fn balanced(text: &str, across: usize) -> Option<Vec<String>> {
    let lines = whole_words(text, across)?;
    // Fewer letters across until it takes a line more: each step is one, for a headline is short.
    let narrower = (1..across)
        .rev()
        .map_while(|across| whole_words(text, across).filter(|narrow| narrow.len() == lines.len()));
    Some(narrower.last().unwrap_or(lines))
}

fn whole_words(text: &str, across: usize) -> Option<Vec<String>> {
    let longest = text.split_whitespace().map(unbroken).max()?;
    (longest <= across).then(|| wrap(text, across))
}

/// The cells of a word that have to stand on one line: wide letters may be parted anywhere.
fn unbroken(word: &str) -> usize {
    let is_wide = |sign: &str| cells(sign) > 1;
    if word.graphemes(true).any(is_wide) {
        2
    } else {
        cells(word)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn large(text: &str, width: usize, height: usize) -> Option<(usize, Vec<String>)> {
        let lines = LargeLines::of(text, (width, height), (LetterSize::Sixfold, usize::MAX))?;
        let (across, down) = lines.extent();
        assert!(across <= width && down <= height);
        Some((lines.scale, lines.lines))
    }

    #[test]
    fn a_text_is_as_large_as_its_room_allows() {
        assert_eq!(large("Call", 80, 24).unwrap().0, 7);
        assert_eq!(large("Call", 80, 4).unwrap().0, 4);
        assert_eq!(large("Call", 8, 4).unwrap().0, 2);
        assert_eq!(large("Call", 7, 4), None);
        assert_eq!(large("Call", 80, 1), None);
    }

    #[test]
    fn it_breaks_between_words_into_lines_about_equally_long() {
        let (scale, lines) = large("How did they make me feel?", 80, 12).unwrap();
        assert_eq!(scale, 6);
        assert_eq!(lines, ["How did they", "make me feel?"]);
        assert_eq!(large("Unaussprechlichkeit", 20, 24), None);
    }

    #[test]
    fn wide_letters_break_anywhere() {
        let (scale, lines) = large("顧客満足", 12, 6).unwrap();
        assert_eq!((scale, lines.len()), (3, 2));
    }

    #[test]
    fn it_grows_no_higher_than_it_may() {
        let of = |largest| LargeLines::of("Call", (80, 24), (largest, usize::MAX));
        assert_eq!(of(LetterSize::Quarter).unwrap().scale, 4);
        assert_eq!(of(LetterSize::Plain), None);
    }

    #[test]
    fn on_fewer_lines_it_is_smaller() {
        let of = |most_lines| {
            let most = (LetterSize::Sixfold, most_lines);
            LargeLines::of("How did they make me feel?", (80, 12), most).unwrap()
        };
        assert_eq!((of(2).scale, of(2).lines.len()), (6, 2));
        assert_eq!((of(1).scale, of(1).lines.len()), (3, 1));
    }
}
