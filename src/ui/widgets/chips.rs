//! Words as chips, over as many lines as they need, so that a key or a cursor can pick them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::wrap::{cells, shorten};

/// Columns between two chips.
const BETWEEN: usize = 2;

/// What a word says of a feeling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// A good one, with `▲`.
    Up,
    /// A bad one, with `▼`.
    Down,
    /// Neither, with no sign.
    Plain,
}

/// A word that can be picked.
#[derive(Debug, Clone, Copy)]
pub struct Chip<'a> {
    /// The word.
    pub word: &'a str,
    /// What it says.
    pub side: Side,
    /// Whether it is picked.
    pub picked: bool,
    /// The key that picks it, shown before it.
    pub key: Option<char>,
}

/// The styles of the chips.
#[derive(Debug, Clone, Copy)]
pub struct ChipsLooks {
    /// A good word.
    pub up: Style,
    /// A bad word.
    pub down: Style,
    /// A word that is neither.
    pub plain: Style,
    /// Added to the style of a picked word.
    pub picked: Style,
    /// Added to the style of the word under the cursor.
    pub cursor: Style,
    /// The key before a word.
    pub key: Style,
}

impl Default for ChipsLooks {
    fn default() -> Self {
        Self {
            up: Style::new(),
            down: Style::new(),
            plain: Style::new(),
            picked: Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
            cursor: Style::new().add_modifier(Modifier::UNDERLINED | Modifier::BOLD),
            key: Style::new().add_modifier(Modifier::BOLD),
        }
    }
}

/// Words in a row, broken over lines.
///
/// A chip is as wide picked as not, so that nothing moves when one is picked.
#[derive(Debug, Clone)]
pub struct Chips<'a> {
    all: &'a [Chip<'a>],
    cursor: Option<usize>,
    looks: ChipsLooks,
    /// Whether good words and bad ones never share a row.
    apart: bool,
}

impl<'a> Chips<'a> {
    /// Chips without a cursor.
    pub fn new(all: &'a [Chip<'a>]) -> Self {
        Self {
            all,
            cursor: None,
            looks: ChipsLooks::default(),
            apart: false,
        }
    }

    /// Words of another side begin a row of their own.
    pub fn sides_apart(mut self) -> Self {
        self.apart = true;
        self
    }

    /// With the cursor at a chip, counted from 0.
    pub fn cursor(mut self, cursor: Option<usize>) -> Self {
        self.cursor = cursor;
        self
    }

    /// With these styles.
    pub fn looks(mut self, looks: ChipsLooks) -> Self {
        self.looks = looks;
        self
    }

    /// The rows they need in a width.
    pub fn height_for(&self, width: u16) -> u16 {
        let places = self.places(usize::from(width));
        places.last().map_or(0, |(_, y)| *y as u16 + 1)
    }

    /// The keys `1` to `9`, then `a` to `z`: what a screen hands out by a chip's place.
    pub fn key_at(place: usize) -> Option<char> {
        ('1'..='9').chain('a'..='z').nth(place)
    }

    /// The chip above (`rows` < 0) or below (`rows` > 0) another, at about the same column.
    pub fn beside(&self, width: u16, from: usize, rows: i32) -> usize {
        let places = self.places(usize::from(width)).into_iter();
        let places: Vec<_> = places.map(|(x, y)| (x as i32, y as i32)).collect();
        beside(&places, from, rows)
    }

    /// Column and row of each chip.
    fn places(&self, width: usize) -> Vec<(usize, usize)> {
        let (mut x, mut y) = (0, 0);
        let mut places = Vec::with_capacity(self.all.len());
        for (at, chip) in self.all.iter().enumerate() {
            let needed = chip.body().0.min(width);
            let turns = self.apart && turns(self.all, at);
            if x > 0 && (x + needed > width || turns) {
                (x, y) = (0, y + 1);
            }
            places.push((x, y));
            x += needed + BETWEEN;
        }
        places
    }
}

/// The place above (`rows` < 0) or below (`rows` > 0) another, at about the same column; itself where there is none.
pub(super) fn beside(places: &[(i32, i32)], from: usize, rows: i32) -> usize {
    let Some(&(x, y)) = places.get(from) else {
        return from;
    };
    let on_row = places
        .iter()
        .enumerate()
        .filter(|(_, place)| place.1 == y + rows);
    on_row
        .min_by_key(|(_, place)| place.0.abs_diff(x))
        .map_or(from, |(chip, _)| chip)
}

/// Whether a word is of another side than the one before it.
pub(super) fn turns(all: &[Chip<'_>], at: usize) -> bool {
    at > 0 && all[at - 1].side != all[at].side
}

impl Chip<'_> {
    /// The columns of the whole chip, and of what stands before the word.
    fn body(&self) -> (usize, usize) {
        let key = if self.key.is_some() { 2 } else { 0 };
        let sign = if self.side == Side::Plain { 0 } else { 2 };
        // A place for the cursor or a tick at each end.
        let before = key + 1 + sign;
        (before + cells(self.word) + 2, before)
    }
}

impl Widget for &Chips<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let mut pen = Pen::new(area, buf);
        let width = usize::from(area.width);
        for (at, (chip, (x, y))) in self.all.iter().zip(self.places(width)).enumerate() {
            let (whole, before) = chip.body();
            let room = (whole.min(width)).saturating_sub(before + 2);
            let word = shorten(chip.word, room);
            let (sign, side) = match chip.side {
                Side::Up => ("▲ ", self.looks.up),
                Side::Down => ("▼ ", self.looks.down),
                Side::Plain => ("", self.looks.plain),
            };
            let here = self.cursor == Some(at);
            let mut style = side;
            if chip.picked {
                style = style.patch(self.looks.picked);
            }
            if here {
                style = style.patch(self.looks.cursor);
            }
            let (mut x, y) = (x as i32, y as i32);
            if let Some(key) = chip.key {
                pen.put(x, y, &key.to_string(), self.looks.key);
                x += 2;
            }
            let open = if here { "›" } else { " " };
            let close = match (chip.picked, here) {
                (true, _) => "✓",
                (false, true) => "‹",
                (false, false) => " ",
            };
            pen.put(x, y, &format!("{open}{sign}{word} {close}"), style);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chips(sides: &[Side]) -> Vec<Chip<'static>> {
        let chip = |side: &Side| Chip {
            word: "welcome",
            side: *side,
            picked: false,
            key: None,
        };
        sides.iter().map(chip).collect()
    }

    #[test]
    fn a_bad_word_begins_a_row_of_its_own_where_sides_stand_apart() {
        let all = chips(&[Side::Up, Side::Up, Side::Down]);
        assert_eq!(Chips::new(&all).height_for(80), 1);
        assert_eq!(Chips::new(&all).sides_apart().height_for(80), 2);
    }

    #[test]
    fn up_and_down_follow_the_rows_and_stay_at_their_ends() {
        let all = chips(&[Side::Up, Side::Up, Side::Down, Side::Down]);
        let chips = Chips::new(&all).sides_apart();
        assert_eq!(chips.beside(80, 1, 1), 3);
        assert_eq!(chips.beside(80, 3, -1), 1);
        assert_eq!(chips.beside(80, 3, 1), 3);
        assert_eq!(chips.beside(80, 0, -1), 0);
    }
}
