//! Large letters of the terminal's own (OSC 66, kitty's text sizes): how a frame asks for them. It sends no byte.
//!
//! A frame is a [`Buffer`] of cells, and stays one. Ratatui lets a cell say how it is to be compared with the one that
//! stood before, and that is enough to tell of a sign that is several cells wide and high:
//!
//! ```text
//! F · · A · ·     F  the sign; it is so many cells wide (CellDiffOption::ForcedWidth)
//! · · · · · ·     ·  covered by it: blank, in the same style, never sent (CellDiffOption::Skip)
//! · · · · · ·
//! ```
//!
//! Each sign is a block of its own: one that stays costs nothing, one that changes is erased and drawn alone. Whatever
//! is drawn over a block tears it, and [`settle`] then makes plain letters of it: half a letter can't stand.
//!
//! A headline is drawn so where its style says that it may ([`MAY_BE_LARGE`]). The theme's styles say so while
//! [`BigLetters`] has them and nothing lies on top of the screen; thus no screen needs to know of it.

mod when;

pub use when::BigLetters;

use ratatui::buffer::{Buffer, Cell, CellDiffOption};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use std::num::NonZeroU16;
use std::ops::RangeInclusive;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many times as large as a plain one a sign may be. The protocol ends at seven.
pub const SCALES: RangeInclusive<u16> = 2..=7;

/// In a style: what is drawn with it may be made of large letters. It is a bit that ratatui leaves free, is taken out
/// of each frame by [`settle`], and never reaches a terminal.
pub const MAY_BE_LARGE: Modifier = Modifier::from_bits_retain(1 << 15);

/// Whether every sign of a text can be drawn large with certainty.
///
/// The terminal is told the width of each, so only its shape could be in doubt: signs of scripts that join their
/// letters or run from right to left, and emoji made of several parts, are left to plain text.
pub fn can_be_large(text: &str) -> bool {
    text.graphemes(true).all(is_certain) && !text.trim().is_empty()
}

fn is_certain(sign: &str) -> bool {
    let mut chars = sign.chars();
    let first = chars.next().unwrap_or(' ');
    let one_letter = chars.all(|mark| matches!(mark, '\u{300}'..='\u{36f}'));
    let known = matches!(
        first,
        // Latin, Greek, Cyrillic, Armenian, Georgian
        ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{24f}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{58f}'
        | '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' | '\u{1e00}'..='\u{1fff}'
        // the signs of writing, money and direction
        | '\u{2009}' | '\u{2010}'..='\u{2027}' | '\u{202f}'..='\u{205e}' | '\u{20a0}'..='\u{20c0}'
        | '№' | '←'..='↓' | '−' | '▲' | '▼' | '●' | '○'
        // Chinese, Japanese, Korean
        | '\u{3001}'..='\u{3029}' | '\u{3030}'..='\u{3035}' | '\u{3041}'..='\u{3096}' | '\u{309b}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{fa6d}'
        | '\u{ff01}'..='\u{ff60}'
    );
    known && one_letter && (1..=2).contains(&sign.width())
}

/// Asks for one sign, `scale` times as large as a plain one, with its top left corner there.
///
/// Where the whole of it does not fit into the buffer, nothing is drawn.
pub fn put(buf: &mut Buffer, corner: Position, sign: &str, scale: u16, style: Style) {
    let width = sign.width() as u16 * scale;
    let block = Rect::new(corner.x, corner.y, width, scale);
    let (Some(columns), true) = (NonZeroU16::new(width), fits(buf, block)) else {
        return;
    };
    let mut covered = buf[corner].clone();
    covered.modifier = Modifier::empty();
    covered.set_symbol(" ").set_style(style);
    covered.set_diff_option(CellDiffOption::Skip);
    for place in block.positions() {
        buf[place] = covered.clone();
    }
    let head = buf[corner].set_symbol(sign);
    head.set_diff_option(CellDiffOption::ForcedWidth(columns));
}

/// The block of the large sign that begins at a place, if one does.
pub fn block_at(buf: &Buffer, corner: Position) -> Option<Rect> {
    let scale = scale_of(buf.cell(corner)?)?;
    let width = buf[corner].symbol().width() as u16 * scale;
    Some(Rect::new(corner.x, corner.y, width, scale))
}

/// How many times as large as a plain one the sign of a cell is; none for a plain one.
pub fn scale_of(cell: &Cell) -> Option<u16> {
    let CellDiffOption::ForcedWidth(columns) = cell.diff_option else {
        return None;
    };
    let width = cell.symbol().width() as u16;
    let is_whole = width > 0 && columns.get().is_multiple_of(width);
    let scale = columns.get().checked_div(width)?;
    (is_whole && SCALES.contains(&scale)).then_some(scale)
}

/// Whether a cell lies under a large sign that begins in another.
pub fn is_covered(cell: &Cell) -> bool {
    cell.diff_option == CellDiffOption::Skip
}

/// Makes a drawn frame fit to be sent: large signs that are whole stay, torn ones become plain letters.
pub fn settle(buf: &mut Buffer) {
    let mut any = false;
    for cell in &mut buf.content {
        cell.modifier.remove(MAY_BE_LARGE);
        any |= cell.diff_option != CellDiffOption::None;
    }
    if !any {
        return;
    }
    let mut taken = vec![false; buf.content.len()];
    for index in 0..buf.content.len() {
        let corner = Position::from(buf.pos_of(index));
        let Some(block) = block_at(buf, corner) else {
            continue;
        };
        if is_whole(buf, block, &taken) {
            for place in block.positions() {
                taken[buf.index_of(place.x, place.y)] = true;
            }
        }
    }
    for index in 0..buf.content.len() {
        let cell = &mut buf.content[index];
        if taken[index] || cell.diff_option == CellDiffOption::None {
            continue;
        }
        cell.set_diff_option(CellDiffOption::None);
        // A wide letter can't stand beside a block that begins in its second half.
        if cell.symbol().width() > 1 && taken.get(index + 1) == Some(&true) {
            cell.set_symbol(" ");
        }
    }
}

/// Whether all of a block is as it was put, and nothing from outside reaches into it.
fn is_whole(buf: &Buffer, block: Rect, taken: &[bool]) -> bool {
    let head = &buf[block.as_position()];
    let covers = |place: Position| {
        let cell = &buf[place];
        let is_head = place == block.as_position();
        let style = (cell.fg, cell.bg, cell.modifier) == (head.fg, head.bg, head.modifier);
        let blank = is_covered(cell) && cell.symbol() == " ";
        style && (is_head || blank) && !taken[buf.index_of(place.x, place.y)]
    };
    let is_overhung = |y: u16| {
        let left = block.x.checked_sub(1).and_then(|x| buf.cell((x, y)));
        left.is_some_and(|cell| {
            cell.diff_option == CellDiffOption::None && cell.symbol().width() > 1
        })
    };
    fits(buf, block)
        && block.positions().all(covers)
        && !(block.top()..block.bottom()).any(is_overhung)
}

fn fits(buf: &Buffer, block: Rect) -> bool {
    buf.area.intersection(block) == block
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(signs: &[(u16, u16, &str, u16)]) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 6));
        for (x, y, sign, scale) in signs {
            put(
                &mut buf,
                Position::new(*x, *y),
                sign,
                *scale,
                Style::new().bold(),
            );
        }
        buf
    }

    fn blocks(buf: &Buffer) -> usize {
        let is_large = |cell: &&Cell| scale_of(cell).is_some();
        buf.content.iter().filter(is_large).count()
    }

    #[test]
    fn a_sign_covers_its_block_and_stays_whole() {
        let mut buf = frame(&[(1, 1, "漢", 2), (5, 1, "a", 2)]);
        settle(&mut buf);
        assert_eq!(blocks(&buf), 2);
        let covered = buf.content.iter().filter(|cell| is_covered(cell)).count();
        assert_eq!(covered, 4 * 2 - 1 + 2 * 2 - 1);
    }

    #[test]
    fn a_sign_that_does_not_fit_is_not_put() {
        assert_eq!(
            blocks(&frame(&[(19, 0, "a", 2), (0, 5, "a", 2), (16, 0, "漢", 3)])),
            0
        );
    }

    #[test]
    fn a_torn_sign_becomes_a_plain_letter_and_leaves_nothing_marked() {
        let whole = frame(&[(2, 1, "漢", 3), (8, 1, "b", 3)]);
        for place in Rect::new(2, 1, 9, 3).positions() {
            for over in ["x", "漢"] {
                let mut torn = whole.clone();
                torn.set_string(place.x, place.y, over, Style::new().reversed());
                settle(&mut torn);
                assert!(blocks(&torn) < 2, "at {place} by {over}");
                let marked = torn.content.iter().filter(|cell| is_covered(cell)).count();
                assert!([0, 8, 17].contains(&marked), "at {place} by {over}");
            }
        }
    }

    #[test]
    fn of_two_signs_over_each_other_at_most_one_stands() {
        for (x, y) in [(1, 0), (0, 1), (1, 1), (2, 2)] {
            let mut buf = frame(&[(x, y, "a", 3), (1, 1, "b", 3)]);
            settle(&mut buf);
            assert!(blocks(&buf) <= 1, "at {x},{y}");
        }
    }

    #[test]
    fn the_permission_never_leaves_the_frame() {
        let mut buf = frame(&[]);
        buf.set_string(0, 0, "plain", Style::new().add_modifier(MAY_BE_LARGE));
        settle(&mut buf);
        assert!(buf.content.iter().all(|cell| cell.modifier.is_empty()));
    }

    #[test]
    fn only_signs_whose_shape_is_certain_are_made_large() {
        for certain in [
            "Call two businesses",
            "−10 … +10",
            "Ελένη",
            "Ольга",
            "顧客満足",
            "김민준",
            "e\u{301}",
        ] {
            assert!(can_be_large(certain), "{certain}");
        }
        for doubtful in [
            "",
            "  ",
            "👩‍👩‍👧",
            "✔️",
            "🐈",
            "محمد",
            "שלום",
            "हिन्दी",
            "a\u{200d}b",
            "ไทย",
        ] {
            assert!(!can_be_large(doubtful), "{doubtful}");
        }
    }
}
