//! Chips in small block letters, for a screen on which plain ones would be lost.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::chips::{Chip, ChipsLooks, Side};
use super::large_rows::{LINE, draw_ground};
use super::pen::Pen;
use super::scale_lettering::Lettering;

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
}

impl<'a> LargeChips<'a> {
    /// Chips to be read.
    pub fn new(all: &'a [Chip<'a>]) -> Self {
        Self {
            all,
            cursor: None,
            looks: ChipsLooks::default(),
            ticked: false,
        }
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

    /// The rows that they need in a width; none where not all of them can be large there.
    pub fn height_for(&self, width: u16) -> Option<u16> {
        let can_write = |chip: &Chip<'_>| Lettering::Large.can_write(&self.text(chip));
        let fits = |chip: &Chip<'_>| self.width(chip) <= i32::from(width);
        if !self.all.iter().all(|chip| can_write(chip) && fits(chip)) {
            return None;
        }
        let (_, line) = self.places(width).pop()?;
        Some((line + 1) * (LINE + 1) - 1)
    }

    /// Column and line of each chip.
    fn places(&self, width: u16) -> Vec<(i32, u16)> {
        let (mut x, mut line) = (0, 0);
        let mut places = Vec::with_capacity(self.all.len());
        for chip in self.all {
            let needed = self.width(chip);
            if x > 0 && x + needed > i32::from(width) {
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

    /// As wide picked as not, so that nothing moves when one is picked.
    fn width(&self, chip: &Chip<'_>) -> i32 {
        let picked = Chip {
            picked: true,
            ..*chip
        };
        let edges = if self.ticked { 2 * EDGE } else { 0 };
        Lettering::Large.width(&self.text(&picked)) + edges
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
        let edge = if self.ticked { EDGE } else { 0 };
        let places = self.places(area.width);
        for (at, (chip, (x, line))) in self.all.iter().zip(places).enumerate() {
            let y = line * (LINE + 1);
            let mut style = self.style(chip);
            if self.cursor == Some(at) {
                style = self.looks.cursor;
                let ground = Rect {
                    x: area.x + x as u16,
                    y: area.y + y,
                    width: self.width(chip) as u16,
                    height: LINE,
                };
                draw_ground(ground.intersection(area), style, buf);
            }
            let mut pen = Pen::new(area, buf);
            let corner = (x + edge, i32::from(y));
            Lettering::Large.put(corner, &self.text(chip), style, &mut pen);
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
    fn they_break_over_lines_and_are_large_all_together_or_not_at_all() {
        let words = ["listened to", "welcome"].map(|word| chip(word, false));
        let chips = LargeChips::new(&words);
        assert_eq!(chips.height_for(120), Some(4));
        assert_eq!(chips.height_for(60), Some(9));
        assert_eq!(chips.height_for(30), None, "one is wider than that");
        let words = ["welcome", "欢迎"].map(|word| chip(word, false));
        assert_eq!(LargeChips::new(&words).height_for(120), None);
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
