//! Chips in small block letters, for a screen on which plain ones would be lost.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::chips::{Chip, ChipsLooks, Side, beside, turns};
use super::large_rows::{LINE, draw_ground};
use super::pen::Pen;
use super::scale_lettering::Lettering;
use super::wrap::shorten;

/// Columns between two chips.
const BETWEEN: i32 = 5;

/// Columns of ground at each side of the chip under the cursor.
const EDGE: i32 = 2;

/// The tick after a picked word.
const TICK: &str = " ✓";

/// Words in a row in large letters, broken over lines.
#[derive(Debug, Clone)]
pub struct LargeChips<'a> {
    all: &'a [Chip<'a>],
    cursor: Option<usize>,
    looks: ChipsLooks,
    /// Whether a picked one has a tick, with a place for it after each of the others.
    ticked: bool,
    /// Whether good words and bad ones never share a line.
    apart: bool,
}

impl<'a> LargeChips<'a> {
    /// Chips to be read.
    pub fn new(all: &'a [Chip<'a>]) -> Self {
        Self {
            all,
            cursor: None,
            looks: ChipsLooks::default(),
            ticked: false,
            apart: false,
        }
    }

    /// Words of another side begin a line of their own.
    pub fn sides_apart(mut self) -> Self {
        self.apart = true;
        self
    }

    /// Chips to pick from, with the cursor at one of them, counted from 0.
    pub fn picking(mut self, cursor: Option<usize>) -> Self {
        self.cursor = cursor;
        self.ticked = true;
        self
    }

    /// With these styles.
    pub fn looks(mut self, looks: ChipsLooks) -> Self {
        self.looks = looks;
        self
    }

    /// The rows that they need in a width; none where none of them can be large there. One that can't be is plain on
    /// its line.
    pub fn height_for(&self, width: u16) -> Option<u16> {
        let is_large = |chip| self.lettering(chip, width) == Lettering::Large;
        if !self.all.iter().any(is_large) {
            return None;
        }
        let (_, line) = self.places(width).pop()?;
        Some((line as u16 + 1) * (LINE + 1) - 1)
    }

    /// The chip above (`rows` < 0) or below (`rows` > 0) another, at about the same column.
    pub fn beside(&self, width: u16, from: usize, rows: i32) -> usize {
        beside(&self.places(width), from, rows)
    }

    /// Column and line of each chip.
    fn places(&self, width: u16) -> Vec<(i32, i32)> {
        let (mut x, mut line) = (0, 0);
        let mut places = Vec::with_capacity(self.all.len());
        for (at, chip) in self.all.iter().enumerate() {
            let needed = self.width(chip, width);
            let turns = self.apart && turns(self.all, at);
            if x > 0 && (x + needed > i32::from(width) || turns) {
                (x, line) = (0, line + 1);
            }
            places.push((x, line));
            x += needed + BETWEEN;
        }
        places
    }

    fn text(&self, chip: &Chip<'_>) -> String {
        let sign = match chip.side {
            Side::Up => "▲ ",
            Side::Down => "▼ ",
            Side::Plain => "",
        };
        let tick = if self.ticked && chip.picked { TICK } else { "" };
        format!("{sign}{}{tick}", chip.word)
    }

    /// Large where the word has a form in block letters, and a line has room for it.
    fn lettering(&self, chip: &Chip<'_>, width: u16) -> Lettering {
        let is_large = Lettering::Large.can_write(&self.text(chip))
            && self.width_in(Lettering::Large, chip) <= i32::from(width);
        if is_large {
            Lettering::Large
        } else {
            Lettering::Plain
        }
    }

    /// The columns of a chip in a width.
    fn width(&self, chip: &Chip<'_>, width: u16) -> i32 {
        let needed = self.width_in(self.lettering(chip, width), chip);
        needed.min(i32::from(width))
    }

    /// As wide picked as not, so that nothing moves when one is picked.
    fn width_in(&self, lettering: Lettering, chip: &Chip<'_>) -> i32 {
        let picked = Chip {
            picked: true,
            ..*chip
        };
        lettering.width(&self.text(&picked)) + 2 * self.edge()
    }

    fn edge(&self) -> i32 {
        if self.ticked { EDGE } else { 0 }
    }

    fn style(&self, chip: &Chip<'_>) -> Style {
        match chip.side {
            Side::Up => self.looks.up,
            Side::Down => self.looks.down,
            Side::Plain => self.looks.plain,
        }
    }
}

impl Widget for &LargeChips<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let places = self.places(area.width);
        for (at, (chip, (x, line))) in self.all.iter().zip(places).enumerate() {
            let y = line as u16 * (LINE + 1);
            let width = self.width(chip, area.width);
            let mut style = self.style(chip);
            if self.cursor == Some(at) {
                style = self.looks.cursor;
                let ground = Rect {
                    x: area.x + x as u16,
                    y: area.y + y,
                    width: width as u16,
                    height: LINE,
                };
                draw_ground(ground.intersection(area), style, buf);
            }
            let mut pen = Pen::new(area, buf);
            let (x, y, text) = (x + self.edge(), i32::from(y), self.text(chip));
            if self.lettering(chip, area.width) == Lettering::Large {
                Lettering::Large.put((x, y), &text, style, &mut pen);
            } else {
                let text = shorten(&text, (width - 2 * self.edge()).max(0) as usize);
                let foot = y + i32::from(LINE) - 2;
                pen.put(x, foot, &text, style.add_modifier(Modifier::BOLD));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chip(word: &str, picked: bool) -> Chip<'_> {
        Chip {
            word,
            side: Side::Up,
            picked,
            key: None,
        }
    }

    #[test]
    fn they_break_over_lines_and_are_plain_where_they_can_not_be_large() {
        let words = ["listened to", "welcome"].map(|word| chip(word, false));
        let chips = LargeChips::new(&words);
        assert_eq!(chips.height_for(120), Some(4));
        assert_eq!(chips.height_for(60), Some(9));
        assert_eq!(chips.height_for(20), None, "both are wider than that");
        let words = ["welcome", "欢迎", "seen"].map(|word| chip(word, false));
        let chips = LargeChips::new(&words);
        assert_eq!(chips.height_for(120), Some(4));
        let area = Rect::new(0, 0, 120, 4);
        let mut buf = Buffer::empty(area);
        chips.render(area, &mut buf);
        let mut signs = buf.content.iter().map(ratatui::buffer::Cell::symbol);
        assert!(signs.clone().any(|sign| sign == "欢"), "it is plain");
        assert!(!signs.any(|sign| sign == "w"), "the others are not");
    }

    #[test]
    fn up_and_down_follow_the_lines() {
        let mut words = ["one", "two", "three", "four"].map(|word| chip(word, false));
        for bad in &mut words[2..] {
            bad.side = Side::Down;
        }
        let chips = LargeChips::new(&words).picking(None).sides_apart();
        assert_eq!(chips.beside(200, 1, 1), 3);
        assert_eq!(chips.beside(200, 2, -1), 0);
        assert_eq!(chips.beside(200, 2, 1), 2);
    }

    #[test]
    fn nothing_moves_when_one_is_picked() {
        let places = |picked: bool| {
            let words = ["listened to", "welcome"].map(|word| chip(word, picked));
            LargeChips::new(&words).picking(None).places(200)
        };
        assert_eq!(places(false), places(true));
    }
}
