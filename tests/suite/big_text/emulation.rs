//! A terminal that knows large signs (OSC 66), as the protocol tells it; of the rest it knows what the painter sends.
//!
//! It is stricter than a real one: what the protocol lets a terminal do in its own way, such as what an overwritten
//! large sign leaves behind, or where text goes that meets the lower rows of one, is a mistake here.

use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// One thing that stands in the grid: a sign with the cells that it covers.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    /// Where.
    pub block: Rect,
    /// What.
    pub sign: String,
    /// How.
    pub style: Style,
}

/// The grid and the cursor.
pub struct Emulation {
    area: Rect,
    things: Vec<Thing>,
    /// For each cell the thing that covers it; none where a large sign was written over.
    cells: Vec<Option<usize>>,
    /// The cells that were a lower row of a large sign, and that nothing was written to or erased in since it went.
    /// Kitty (0.41) counts them as taken, and moves a large sign that is to begin in their row.
    haunted: Vec<bool>,
    cursor: Position,
    style: Style,
}

impl Emulation {
    /// A terminal full of something that nobody asked for.
    pub fn new(width: u16, height: u16) -> Self {
        let area = Rect::new(0, 0, width, height);
        Self {
            area,
            things: Vec::new(),
            cells: vec![None; area.area() as usize],
            haunted: vec![false; area.area() as usize],
            cursor: Position::ORIGIN,
            style: plain(),
        }
    }

    /// What stands at a place.
    pub fn at(&self, place: Position) -> Option<&Thing> {
        self.cells[self.index(place)].map(|thing| &self.things[thing])
    }

    /// Takes what the painter sends.
    pub fn take(&mut self, bytes: &[u8]) {
        let mut rest = std::str::from_utf8(bytes).expect("the painter sends text");
        while !rest.is_empty() {
            rest = if let Some(control) = rest.strip_prefix("\x1b[") {
                let end = control.find(|sign: char| sign.is_ascii_alphabetic());
                let end = end.expect("a sequence ends");
                self.control(&control[..end], control.as_bytes()[end]);
                &control[end + 1..]
            } else if let Some(large) = rest.strip_prefix("\x1b]66;") {
                let (large, rest) = large.split_once("\x1b\\").expect("it ends with ST");
                let (how, sign) = large.split_once(';').expect("it says how");
                self.large(how, sign);
                rest
            } else {
                let sign = rest.graphemes(true).next().expect("there is more");
                assert!(!sign.contains('\x1b'), "unknown: {rest:?}");
                self.write(sign, sign.width() as u16, 1);
                &rest[sign.len()..]
            };
        }
    }

    fn control(&mut self, said: &str, end: u8) {
        let number = |text: &str| text.parse::<u16>().expect("a number");
        match end {
            b'h' | b'l' => assert!(["?2026", "?25"].contains(&said), "mode {said}"),
            b'H' => {
                let (row, column) = said.split_once(';').expect("row and column");
                self.cursor = Position::new(number(column) - 1, number(row) - 1);
                assert!(self.area.contains(self.cursor), "the cursor is outside");
            }
            b'J' => {
                assert_eq!(said, "2");
                self.area
                    .positions()
                    .for_each(|place| self.blank(place, self.style));
            }
            b'X' => {
                let row = Rect {
                    width: number(said),
                    height: 1,
                    ..Rect::from((self.cursor, ratatui::layout::Size::new(1, 1)))
                };
                assert_eq!(self.area.intersection(row), row, "it erases too much");
                for place in row.positions() {
                    if let Some(thing) = self.at(place) {
                        self.vanish(thing.block);
                    }
                    self.blank(place, self.style);
                }
            }
            b'm' => self.dress(said),
            _ => panic!("unknown: {said}{}", end as char),
        }
    }

    /// A large sign, `s` times as large and `w` plain cells wide.
    fn large(&mut self, how: &str, sign: &str) {
        let (mut scale, mut width) = (1, 0);
        for pair in how.split(':') {
            let (key, value) = pair.split_once('=').expect("a key and a value");
            let value: u16 = value.parse().expect("a number");
            match key {
                "s" => scale = value,
                "w" => width = value,
                _ => panic!("unknown: {how}"),
            }
        }
        assert!((1..=7).contains(&scale) && (1..=7).contains(&width));
        assert!(sign.len() <= 4096 && !sign.chars().any(char::is_control));
        self.write(sign, width, scale);
    }

    fn write(&mut self, sign: &str, width: u16, scale: u16) {
        let block = Rect::new(self.cursor.x, self.cursor.y, width * scale, scale);
        assert_eq!(self.area.intersection(block), block, "{sign} does not fit");
        let is_haunted = |place: Position| self.haunted[self.index(place)];
        let is_top = |place: &Position| place.y == block.y;
        assert!(
            scale == 1 || !block.positions().filter(is_top).any(is_haunted),
            "{sign} is moved by the trace of a large sign"
        );
        for place in block.positions() {
            let Some((under, style)) = self.at(place).map(|thing| (thing.block, thing.style))
            else {
                continue;
            };
            assert_eq!(under.height, 1, "{sign} is written over a large sign");
            for place in under.positions() {
                self.blank(place, style);
            }
        }
        self.stand(Thing {
            block,
            sign: sign.to_owned(),
            style: self.style,
        });
        self.cursor.x += width * scale;
    }

    /// Takes a sign away as a whole.
    fn vanish(&mut self, block: Rect) {
        for place in block.positions() {
            self.blank(place, self.style);
            let index = self.index(place);
            self.haunted[index] = place.y > block.y;
        }
    }

    /// Leaves a place empty, on this ground.
    fn blank(&mut self, place: Position, ground: Style) {
        let block = Rect::new(place.x, place.y, 1, 1);
        let style = plain().bg(ground.bg.expect("a ground"));
        self.stand(Thing {
            block,
            sign: " ".to_owned(),
            style,
        });
    }

    fn stand(&mut self, thing: Thing) {
        let block = thing.block;
        self.things.push(thing);
        for place in block.positions() {
            let index = self.index(place);
            self.cells[index] = Some(self.things.len() - 1);
            self.haunted[index] = false;
        }
    }

    fn dress(&mut self, codes: &str) {
        let mut codes = codes.split(';').map(|code| code.parse::<u8>().unwrap());
        while let Some(code) = codes.next() {
            match code {
                0 => self.style = plain(),
                38 | 48 => {
                    let is_indexed = codes.next() == Some(5);
                    let mut part = || codes.next().unwrap();
                    let color = if is_indexed {
                        Color::Indexed(part())
                    } else {
                        Color::Rgb(part(), part(), part())
                    };
                    self.ink(code == 38, color);
                }
                1 => self.style = self.style.add_modifier(Modifier::BOLD),
                2 => self.style = self.style.add_modifier(Modifier::DIM),
                3 => self.style = self.style.add_modifier(Modifier::ITALIC),
                4 => self.style = self.style.add_modifier(Modifier::UNDERLINED),
                7 => self.style = self.style.add_modifier(Modifier::REVERSED),
                9 => self.style = self.style.add_modifier(Modifier::CROSSED_OUT),
                39 => self.ink(true, Color::Reset),
                49 => self.ink(false, Color::Reset),
                _ => panic!("unknown style: {code}"),
            }
        }
    }

    fn ink(&mut self, is_ink: bool, color: Color) {
        self.style = if is_ink {
            self.style.fg(color)
        } else {
            self.style.bg(color)
        };
    }

    fn index(&self, place: Position) -> usize {
        usize::from(place.y) * usize::from(self.area.width) + usize::from(place.x)
    }
}

fn plain() -> Style {
    Style::new().fg(Color::Reset).bg(Color::Reset)
}
