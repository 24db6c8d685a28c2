//! How many colours the terminal has, and the pass that brings a drawn buffer down to them.

use super::Surroundings;
use crate::ui::theme::contrast::{Rgb, SIXTEEN, contrast, luminance};
use ratatui::{
    buffer::Buffer,
    style::{Color, Modifier},
};

/// How many colours a terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Depth {
    /// Every colour.
    #[default]
    True,
    /// The 256 colours of xterm.
    Indexed256,
    /// The sixteen named colours.
    Ansi16,
    /// None: bold, underline and reverse only.
    Mono,
}

/// Below this contrast a pair of the sixteen colours is given up for black or white.
const READABLE: f64 = 3.0;

/// What shows on an empty cell; the rest of its modifiers and its ink can't be seen.
const SEEN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

impl Depth {
    /// What the surroundings promise: `NO_COLOR` none, `COLORTERM` all, and else what `TERM` says.
    pub fn detect(surroundings: &Surroundings) -> Self {
        if !surroundings.no_color.is_empty() {
            return Self::Mono;
        }
        let term = surroundings.term.to_ascii_lowercase();
        let colorterm = surroundings.colorterm.to_ascii_lowercase();
        if matches!(colorterm.as_str(), "truecolor" | "24bit") || term.ends_with("-direct") {
            return Self::True;
        }
        // Windows sets no TERM, and each of its consoles that takes our sequences has every colour.
        if term.is_empty() && cfg!(windows) {
            return Self::True;
        }
        let modern = [
            "256",
            "kitty",
            "alacritty",
            "foot",
            "ghostty",
            "wezterm",
            "iterm",
            "contour",
        ];
        if modern.iter().any(|name| term.contains(name)) {
            return Self::Indexed256;
        }
        let grey = ["vt52", "vt1", "vt2", "vt3", "vt4"];
        if grey.iter().any(|name| term.starts_with(name)) || term.ends_with("-m") {
            return Self::Mono;
        }
        Self::Ansi16
    }

    /// Brings a drawn buffer down to what this depth can show.
    ///
    /// What can't be seen on an empty cell is wiped as well, so that it is never the reason to send a byte.
    pub fn apply(self, buffer: &mut Buffer) {
        for cell in &mut buffer.content {
            if cell.symbol() == " " && !cell.modifier.intersects(SEEN_ON_BLANK) {
                cell.fg = Color::Reset;
                cell.modifier = Modifier::empty();
            }
            (cell.fg, cell.bg) = self.pair(cell.fg, cell.bg);
            // xterm and others show bold black as grey, which can't be read on a colour. A word stands out
            // by a line under it then; a block letter does by itself.
            if cell.fg == Color::Black && cell.modifier.contains(Modifier::BOLD) {
                cell.modifier.remove(Modifier::BOLD);
                let is_letter = cell.symbol().chars().any(char::is_alphanumeric);
                cell.modifier.set(Modifier::UNDERLINED, is_letter);
            }
        }
    }

    /// An ink and its ground at this depth; in sixteen colours the pair stays readable.
    fn pair(self, ink: Color, ground: Color) -> (Color, Color) {
        let (near_ink, near_ground) = (self.nearest(ink), self.nearest(ground));
        let mixed = matches!(ink, Color::Rgb(..)) || matches!(ground, Color::Rgb(..));
        if self != Self::Ansi16 || !mixed {
            return (near_ink, near_ground);
        }
        match (mixture(near_ink), mixture(near_ground)) {
            (Some(front), Some(back)) if contrast(front, back) < READABLE => {
                let dark = luminance(back) > 0.18;
                let ink = if dark { Color::Black } else { Color::White };
                (ink, near_ground)
            }
            _ => (near_ink, near_ground),
        }
    }

    /// The nearest colour that this depth has.
    pub fn nearest(self, color: Color) -> Color {
        match (self, color) {
            (Self::Mono, _) => Color::Reset,
            (Self::Indexed256, Color::Rgb(red, green, blue)) => {
                Color::Indexed(indexed((red, green, blue)))
            }
            (Self::Ansi16, Color::Rgb(red, green, blue)) => named((red, green, blue)),
            (Self::Ansi16, Color::Indexed(index)) => match NAMED.get(usize::from(index)) {
                Some(name) => *name,
                None => named(of_index(index)),
            },
            _ => color,
        }
    }
}

/// The steps of a channel in the cube of 6 × 6 × 6 that stands at 16..=231.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest of the 240 fixed colours: the sixteen below them are the user's own and may be anything.
fn indexed(wanted: Rgb) -> u8 {
    let step = |channel: u8| {
        (0..6u8)
            .min_by_key(|step| STEPS[usize::from(*step)].abs_diff(channel))
            .unwrap_or(0)
    };
    let (red, green, blue) = (step(wanted.0), step(wanted.1), step(wanted.2));
    let cube = 16 + 36 * red + 6 * green + blue;
    let middle = (u16::from(wanted.0) + u16::from(wanted.1) + u16::from(wanted.2)) / 3;
    let grey = 232 + (middle.saturating_sub(3) / 10).min(23) as u8;
    if distance(of_index(grey), wanted) < distance(of_index(cube), wanted) {
        grey
    } else {
        cube
    }
}

/// The colour that stands at an index of the 256.
fn of_index(index: u8) -> Rgb {
    match index {
        0..=15 => SIXTEEN[usize::from(index)],
        16..=231 => {
            let cube = usize::from(index - 16);
            (STEPS[cube / 36], STEPS[cube / 6 % 6], STEPS[cube % 6])
        }
        232..=255 => {
            let grey = 8 + 10 * (index - 232);
            (grey, grey, grey)
        }
    }
}

/// How far two colours lie apart; green weighs most, as it does for the eye.
fn distance(one: Rgb, other: Rgb) -> u32 {
    let square = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    3 * square(one.0, other.0) + 4 * square(one.1, other.1) + 2 * square(one.2, other.2)
}

/// The named colour of the same hue: the nearest by distance would turn a pale blue grey, an orange red.
fn named((red, green, blue): Rgb) -> Color {
    let most = red.max(green).max(blue);
    let least = red.min(green).min(blue);
    let spread = i32::from(most - least);
    if most < 52 || spread * 3 < i32::from(most) {
        return match most {
            0..52 => Color::Black,
            52..144 => Color::DarkGray,
            144..216 => Color::Gray,
            _ => Color::White,
        };
    }
    let (red, green, blue) = (i32::from(red), i32::from(green), i32::from(blue));
    let turn = 60
        * if most == red as u8 {
            0
        } else if most == green as u8 {
            2
        } else {
            4
        };
    let lean = match turn {
        0 => green - blue,
        120 => blue - red,
        _ => red - green,
    };
    let degrees = (turn + 60 * lean / spread).rem_euclid(360);
    let place = match degrees {
        15..70 => 3,
        70..155 => 2,
        155..200 => 6,
        200..260 => 4,
        260..335 => 5,
        _ => 1,
    };
    NAMED[if most >= 192 { place + 8 } else { place }]
}

/// What a named colour usually looks like; unknown for the terminal's own.
fn mixture(color: Color) -> Option<Rgb> {
    let place = NAMED.iter().position(|name| *name == color)?;
    Some(SIXTEEN[place])
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::{layout::Rect, style::Style};

    fn detected(term: &str, colorterm: &str, no_color: &str) -> Depth {
        Depth::detect(&Surroundings {
            term: term.to_owned(),
            colorterm: colorterm.to_owned(),
            no_color: no_color.to_owned(),
            ..Surroundings::default()
        })
    }

    #[test]
    fn every_colour_only_where_colorterm_says_so() {
        assert_eq!(detected("xterm-256color", "truecolor", ""), Depth::True);
        assert_eq!(detected("xterm-256color", "", ""), Depth::Indexed256);
        assert_eq!(detected("linux", "", ""), Depth::Ansi16);
        assert_eq!(detected("vt220", "", ""), Depth::Mono);
        assert_eq!(detected("xterm-256color", "truecolor", "1"), Depth::Mono);
    }

    #[test]
    fn the_cube_and_the_greys_of_xterm_are_met_exactly() {
        assert_eq!(indexed((0, 0, 0)), 16);
        assert_eq!(indexed((255, 255, 255)), 231);
        assert_eq!(indexed((0x87, 0x5f, 0x00)), 94);
        assert_eq!(indexed((8, 8, 8)), 232);
        assert_eq!(indexed((0x76, 0x76, 0x76)), 243);
    }

    #[test]
    fn in_sixteen_colours_blue_stays_blue_and_orange_never_turns_red() {
        let orange = Depth::Ansi16.nearest(Color::Rgb(0xff, 0x9f, 0x52));
        assert_eq!(orange, Color::LightYellow);
        let blue = Depth::Ansi16.nearest(Color::Rgb(0xa8, 0xd3, 0xff));
        assert_eq!(blue, Color::LightBlue);
    }

    #[test]
    fn a_pair_that_falls_together_in_sixteen_colours_stays_readable() {
        let (ink, ground) =
            Depth::Ansi16.pair(Color::Rgb(0x87, 0x36, 0), Color::Rgb(255, 255, 255));
        assert_eq!((ink, ground), (Color::Black, Color::White));
    }

    #[test]
    fn black_is_never_bold_for_it_would_turn_grey() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
        let style = Style::new().fg(Color::Black).bg(Color::Yellow).bold();
        buffer.set_string(0, 0, "x", style);
        Depth::Ansi16.apply(&mut buffer);
        assert!(!buffer[(0, 0)].modifier.contains(Modifier::BOLD));
    }

    #[test]
    fn without_colour_the_modifiers_stay() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
        let style = Style::new()
            .fg(Color::Blue)
            .bg(Color::Red)
            .reversed()
            .bold();
        buffer.set_string(0, 0, "x ", style);
        Depth::Mono.apply(&mut buffer);
        assert_eq!(buffer[(0, 0)].fg, Color::Reset);
        assert_eq!(buffer[(0, 0)].bg, Color::Reset);
        assert!(buffer[(1, 0)].modifier.contains(Modifier::REVERSED));
    }
}
