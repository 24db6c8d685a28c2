//! The faces of the block letters: how wide a line of text is in a size, and what each of its cells shows.
//! They know letters, not places on a screen, and no colours.
//!
//! Every letter begins on a whole cell, so the same letter has the same picture wherever it stands, and a width is
//! the sum of a table's entries.

mod glyph;
mod sign;
mod table;

use table::Letter;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How large words are set, in the order of their heights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Size {
    /// A letter is a cell.
    #[default]
    Plain,
    /// About 3×4 cells.
    Small,
    /// About 7×6 cells, wide and round.
    Bold,
    /// About 4×7 cells.
    Narrow,
    /// About 6×9 cells.
    Tall,
    /// About 14×12 cells.
    Great,
}

impl Size {
    /// All sizes, smallest first.
    pub const ALL: [Self; 6] = [
        Self::Plain,
        Self::Small,
        Self::Bold,
        Self::Narrow,
        Self::Tall,
        Self::Great,
    ];

    /// The rows of one line: letters, what hangs below them, and air, so that lines can stand under each other.
    pub const fn rows(self) -> u16 {
        match self {
            Self::Plain => 1,
            Self::Small => 4,
            Self::Bold => 6,
            Self::Narrow => 7,
            Self::Tall => 9,
            Self::Great => 12,
        }
    }
}

/// What a cell shows: any of its four quarters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Dots(u8);

impl Dots {
    /// No quarter.
    pub const NONE: Self = Self(0);
    /// All four quarters.
    pub const FULL: Self = Self(0b1111);

    /// From the quarters top left, top right, bottom left, bottom right.
    pub fn new(quarters: [bool; 4]) -> Self {
        let bits = quarters.iter().enumerate();
        Self(bits.fold(0, |dots, (bit, on)| dots | u8::from(*on) << bit))
    }

    /// The sign with these quarters. A full cell is better drawn as a ground: the sign leaves seams between rows.
    pub fn sign(self) -> &'static str {
        const SIGNS: [&str; 16] = [
            " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
        ];
        SIGNS[usize::from(self.0)]
    }
}

/// The columns that a text takes on one line; `None` where a sign of it has no letter in that size (Chinese, emoji).
pub fn width(size: Size, text: &str) -> Option<u16> {
    if size == Size::Plain {
        return Some(u16::try_from(text.width()).unwrap_or(u16::MAX));
    }
    let (mut columns, mut gap) = (0u16, 0);
    let is_whole = each(size, text, |letter| {
        columns = columns.saturating_add(gap + letter.columns);
        gap = letter.gap;
    });
    is_whole.then_some(columns)
}

/// What each cell of a line of text shows, row by row; `None` where [`width`] is, and in plain letters, which are
/// signs and not dots.
pub fn cells(size: Size, text: &str) -> Option<Vec<Vec<Dots>>> {
    let mut rows = vec![Vec::new(); usize::from(size.rows())];
    let mut gap = 0;
    let is_whole = each(size, text, |letter| {
        for (y, row) in rows.iter_mut().enumerate() {
            row.resize(row.len() + usize::from(gap), Dots::NONE);
            row.extend(letter.row(y));
        }
        gap = letter.gap;
    });
    is_whole.then_some(rows)
}

/// Tells the letters of a text one after another; `false` where a sign has none.
fn each(size: Size, text: &str, mut tell: impl FnMut(&Letter)) -> bool {
    let Some(table) = table::of(size) else {
        return false;
    };
    // Accents and joiners are in no table, so mostly a character is all of a sign.
    if text.chars().all(|letter| table.contains_key(&letter)) {
        text.chars()
            .filter_map(|letter| table.get(&letter))
            .for_each(tell);
        return true;
    }
    text.graphemes(true).all(|grapheme| {
        let letter = alone(grapheme).and_then(|letter| table.get(&letter));
        letter.map(&mut tell).is_some()
    })
}

/// The letter of what is read as one sign. Accents that no letter has by itself are left out.
fn alone(grapheme: &str) -> Option<char> {
    let mut composed = grapheme.nfc();
    let letter = composed.next()?;
    let accents_alone = composed.all(|c| matches!(c, '\u{300}'..='\u{36f}'));
    accents_alone.then_some(letter)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn blocks() -> impl Iterator<Item = Size> {
        Size::ALL.into_iter().filter(|size| *size != Size::Plain)
    }

    const SENTENCES: [&str; 12] = [
        "Call the business: 4 of 6, it “erodes” trust — isn’t that so?",
        "Größe, Übung, Äpfel, weiß, ‚ja‘ „nein“ 5 €",
        "Où est le cœur, ça va ? L’été à Noël",
        "¿Cómo estás, señor? ¡Mañana!",
        "Příliš žluťoučký kůň úpěl ďábelské ódy",
        "Zażółć gęślą jaźń, Łódź",
        "Árvíztűrő tükörfúrógép",
        "Blåbærsyltetøy på Ærø, İstanbul’da ılık şeftali, ģimene ĉiuĵaŭde Ĭ Ŏ ĳ ŀ",
        "Tiếng Việt: Nguyễn, được, ở, ặ",
        "Съешь ещё этих мягких булок, ґанок, їжак, љубав",
        "Ταχίστη αλώπηξ βαφής ψημένη γη, Ώρα ΐ",
        "▲ ▼ ✓ ✗ ● ○ ◉ ◆ ★ · › ‹ … – — − × + ▸ ↑ ↓ ← → ?",
    ];

    #[test]
    fn sentences_of_many_languages_have_letters_in_every_size() {
        for size in blocks() {
            for text in SENTENCES {
                for sign in text.graphemes(true) {
                    assert!(width(size, sign).is_some(), "{size:?} {sign}");
                }
            }
        }
    }

    #[test]
    fn every_accented_letter_of_latin_scripts_differs_from_the_bare_one() {
        for size in blocks() {
            for accented in ('\u{c0}'..='\u{17f}').chain('\u{1ea0}'..='\u{1ef9}') {
                let bare = accented.nfd().next().unwrap();
                let shown = |letter: char| cells(size, &letter.to_string());
                assert!(shown(accented).is_some(), "{size:?} {accented}");
                if bare != accented {
                    assert_ne!(shown(accented), shown(bare), "{size:?} {accented}");
                }
            }
        }
    }

    #[test]
    fn other_scripts_have_none() {
        for text in ["顧客", "שלום", "👍", "1\u{fe0f}\u{20e3}", "a\u{200d}b\u{7}"] {
            for size in blocks() {
                assert_eq!(width(size, text), None, "{text}");
                assert_eq!(cells(size, text), None, "{text}");
            }
        }
        assert_eq!(width(Size::Plain, "顧客"), Some(4));
        assert_eq!(cells(Size::Plain, "Call"), None);
    }

    #[test]
    fn a_running_clock_stands_still_and_plus_is_as_wide_as_minus() {
        for size in blocks() {
            let clock = width(size, "00:00");
            for digit in '0'..='9' {
                let digits = format!("{digit}1:{digit}{digit}");
                assert_eq!(width(size, &digits), clock, "{size:?} {digit}");
            }
            assert_eq!(width(size, "+7"), width(size, "−7"), "{size:?}");
        }
    }

    #[test]
    fn a_letter_and_its_accent_are_read_as_the_letter_that_has_it() {
        assert_eq!(cells(Size::Tall, "e\u{301}"), cells(Size::Tall, "é"));
        assert_eq!(cells(Size::Tall, "q\u{303}"), cells(Size::Tall, "q"));
    }

    #[test]
    fn lines_under_each_other_do_not_touch() {
        for size in blocks() {
            let below = cells(size, "gjpqy,").unwrap();
            let above = cells(size, "HIbdfhkl08ßДЖЩΩ").unwrap();
            // The lower half of the last row, or the upper half of the first one, is empty.
            let foot = below
                .last()
                .unwrap()
                .iter()
                .any(|dots| dots.0 & 0b1100 != 0);
            let head = above[0].iter().any(|dots| dots.0 & 0b0011 != 0);
            assert!(!(foot && head), "{size:?}");
        }
    }

    #[test]
    fn sizes_grow_in_their_order() {
        assert!(
            Size::ALL
                .windows(2)
                .all(|two| two[0].rows() < two[1].rows())
        );
        assert_eq!(Dots::new([true; 4]), Dots::FULL);
        assert_eq!(Dots::new([false, true, true, false]).sign(), "▞");
    }

    proptest! {
        #[test]
        fn cells_are_as_wide_as_the_width_says(text in "[ -~à-ž0-9−▲●А-яΑ-ω]{0,40}") {
            for size in blocks() {
                let cells = cells(size, &text);
                prop_assert_eq!(cells.is_some(), width(size, &text).is_some());
                if let Some(rows) = cells {
                    prop_assert_eq!(rows.len(), usize::from(size.rows()));
                    let wide = usize::from(width(size, &text).unwrap());
                    prop_assert!(rows.iter().all(|row| row.len() == wide));
                }
            }
        }

        #[test]
        fn a_line_is_as_wide_as_its_parts_and_a_gap(a in "[ -~à-ž]{1,20}", b in "[ -~à-ž]{1,20}") {
            for size in blocks() {
                let parts = width(size, &a).zip(width(size, &b)).map(|(a, b)| a + b);
                let whole = width(size, &format!("{a}{b}"));
                prop_assert_eq!(whole.is_some(), parts.is_some());
                if let Some((whole, parts)) = whole.zip(parts) {
                    prop_assert!((parts..=parts + 2).contains(&whole), "{:?}", size);
                }
            }
        }
    }
}
