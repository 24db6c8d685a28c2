//! The words for the feeling as chips, plain and large, and in ever fewer letters.

use super::one_size::{self, Forms};
use crate::model::evidence::Word;
use crate::ui::widgets::chips::{Chip, Chips, Side};
use crate::ui::widgets::large_chips::LargeChips;

/// The sign of a side.
pub fn sign(good: bool) -> &'static str {
    if good { "▲" } else { "▼" }
}

/// A word with its sign, and with a tick where it is picked; in ever fewer letters.
pub fn forms(word: &Word, picked: bool) -> Forms {
    let (sign, text) = (sign(word.is_good()), word.text().as_str());
    let tick = if picked { " ✓" } else { "" };
    let words = one_size::shorter(text);
    words.map(|word| format!("{sign} {word}{tick}")).collect()
}

/// All of them in plain letters.
pub fn plain_chips<'a>(all: &'a [Chip<'a>]) -> Chips<'a> {
    Chips::new(all).sides_apart()
}

/// All of them in large letters.
pub fn large_chips<'a>(all: &'a [Chip<'a>]) -> LargeChips<'a> {
    LargeChips::new(all).picking(None).sides_apart()
}

/// A word as a chip.
pub fn chip(word: &Word, picked: bool) -> Chip<'_> {
    let side = if word.is_good() { Side::Up } else { Side::Down };
    Chip {
        word: word.text().as_str(),
        side,
        picked,
        key: None,
    }
}
