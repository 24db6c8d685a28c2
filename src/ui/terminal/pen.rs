//! The bytes for changed cells: where they stand, how they look, what they say; nothing is decided here.

use ratatui::{
    buffer::Cell,
    style::{Color, Modifier},
};
use std::io::Write;
use unicode_width::UnicodeWidthStr;

/// Writes cells as a terminal reads them, with as few bytes as their neighbours allow.
///
/// Colours are written in the oldest form that has them (`34`, then `38;5;n`, then `38;2;r;g;b`): a terminal of
/// sixteen colours may not know the newer ones. The environment is not asked.
#[derive(Debug)]
pub(super) struct Pen<'a> {
    bytes: &'a mut Vec<u8>,
    at: Option<(u16, u16)>,
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

/// The modifiers that are drawn, with the code that switches each on.
const MODIFIERS: [(Modifier, &str); 6] = [
    (Modifier::BOLD, "1;"),
    (Modifier::DIM, "2;"),
    (Modifier::ITALIC, "3;"),
    (Modifier::UNDERLINED, "4;"),
    (Modifier::REVERSED, "7;"),
    (Modifier::CROSSED_OUT, "9;"),
];

impl<'a> Pen<'a> {
    /// A pen in the plain style, its place unknown.
    pub(super) fn new(bytes: &'a mut Vec<u8>) -> Self {
        Self {
            bytes,
            at: None,
            fg: Color::Reset,
            bg: Color::Reset,
            modifier: Modifier::empty(),
        }
    }

    /// Writes one cell at its place.
    pub(super) fn draw(&mut self, x: u16, y: u16, cell: &Cell) {
        self.go(x, y);
        self.dress(cell);
        let symbol = inert(cell.symbol());
        self.bytes.extend_from_slice(symbol.as_bytes());
        // Terminals disagree about the width of some signs: only after a plain one is the next place certain.
        self.at = (symbol.width() == 1 && symbol.chars().count() == 1).then_some((x + 1, y));
    }

    /// Writes the sign of one cell so many times as large, over all that it covers.
    pub(super) fn draw_large(&mut self, x: u16, y: u16, cell: &Cell, scale: u16) {
        self.go(x, y);
        self.dress(cell);
        let sign = inert(cell.symbol());
        let width = sign.width();
        self.put(format_args!("\x1b]66;s={scale}:w={width};{sign}\x1b\\"));
        self.at = None;
    }

    /// Erases so many cells from a place on; a large sign that is met goes whole.
    pub(super) fn erase(&mut self, x: u16, y: u16, cells: u16) {
        self.go(x, y);
        self.put(format_args!("\x1b[{cells}X"));
    }

    /// Puts the pen down in the plain style, as the next frame expects it.
    pub(super) fn finish(mut self) {
        if (self.fg, self.bg, self.modifier) != (Color::Reset, Color::Reset, Modifier::empty()) {
            self.put(format_args!("\x1b[0m"));
        }
    }

    /// Switches to the cell's style, sending only what differs.
    fn dress(&mut self, cell: &Cell) {
        let mut codes = String::new();
        // There is no safe way to take a single modifier off (22 ends two of them): all off, then anew.
        if !cell.modifier.contains(self.modifier) {
            codes.push_str("0;");
            (self.fg, self.bg, self.modifier) = (Color::Reset, Color::Reset, Modifier::empty());
        }
        for (modifier, code) in MODIFIERS {
            if cell.modifier.contains(modifier) && !self.modifier.contains(modifier) {
                codes.push_str(code);
            }
        }
        if cell.fg != self.fg {
            codes.push_str(&color(cell.fg, 0));
        }
        if cell.bg != self.bg {
            codes.push_str(&color(cell.bg, 10));
        }
        (self.fg, self.bg, self.modifier) = (cell.fg, cell.bg, cell.modifier);
        if let Some(codes) = codes.strip_suffix(';') {
            self.put(format_args!("\x1b[{codes}m"));
        }
    }

    /// Goes to a place.
    fn go(&mut self, x: u16, y: u16) {
        if self.at != Some((x, y)) {
            self.put(format_args!("\x1b[{};{}H", y + 1, x + 1));
            self.at = Some((x, y));
        }
    }

    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        self.bytes
            .write_fmt(text)
            .expect("writing to memory does not fail");
    }
}

/// The numbers for a colour, each with its semicolon; `shift` is 0 for the ink and 10 for the ground.
fn color(color: Color, shift: u8) -> String {
    let named = |code: u8| format!("{};", code + shift);
    match color {
        Color::Reset => named(39),
        Color::Black => named(30),
        Color::Red => named(31),
        Color::Green => named(32),
        Color::Yellow => named(33),
        Color::Blue => named(34),
        Color::Magenta => named(35),
        Color::Cyan => named(36),
        Color::Gray => named(37),
        Color::DarkGray => named(90),
        Color::LightRed => named(91),
        Color::LightGreen => named(92),
        Color::LightYellow => named(93),
        Color::LightBlue => named(94),
        Color::LightMagenta => named(95),
        Color::LightCyan => named(96),
        Color::White => named(97),
        Color::Indexed(index) => format!("{};5;{index};", 38 + shift),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue};", 38 + shift),
    }
}

/// The symbol without anything that controls a terminal: the last guard, behind clean text and the widgets.
fn inert(symbol: &str) -> std::borrow::Cow<'_, str> {
    let active = |sign: char| {
        sign.is_control() || matches!(sign, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    if !symbol.is_empty() && !symbol.contains(active) {
        return symbol.into();
    }
    let kept: String = symbol.chars().filter(|sign| !active(*sign)).collect();
    if kept.is_empty() {
        " ".into()
    } else {
        kept.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn written(cells: &[(u16, u16, &str, Style)]) -> String {
        let mut bytes = Vec::new();
        let mut pen = Pen::new(&mut bytes);
        for (x, y, symbol, style) in cells {
            let mut cell = Cell::default();
            cell.set_symbol(symbol).set_style(*style);
            pen.draw(*x, *y, &cell);
        }
        pen.finish();
        String::from_utf8_lossy(&bytes).replace('\x1b', "^")
    }

    #[test]
    fn neighbours_of_one_style_cost_one_byte_each() {
        let bold = Style::new().bold();
        let cells = [(2, 0, "a", bold), (3, 0, "b", bold)];
        assert_eq!(written(&cells), "^[1;3H^[1mab^[0m");
    }

    #[test]
    fn the_sixteen_colours_use_their_oldest_form() {
        let style = Style::new().fg(Color::LightBlue).bg(Color::Yellow);
        assert_eq!(written(&[(0, 0, "x", style)]), "^[1;1H^[94;43mx^[0m");
    }

    #[test]
    fn a_modifier_is_taken_off_before_the_next_cell() {
        let cells = [
            (0, 0, "a", Style::new().bold().fg(Color::Blue)),
            (1, 0, "b", Style::new().fg(Color::Blue)),
        ];
        assert_eq!(written(&cells), "^[1;1H^[1;34ma^[0;34mb^[0m");
    }

    #[test]
    fn the_place_is_told_anew_after_a_wide_sign() {
        let plain = Style::new();
        let cells = [(0, 0, "漢", plain), (2, 0, "b", plain)];
        assert_eq!(written(&cells), "^[1;1H漢^[1;3Hb");
    }

    #[test]
    fn a_symbol_can_not_control_the_terminal() {
        let cells = [
            (0, 0, "\x1b[31m", Style::new()),
            (5, 0, "\u{202E}", Style::new()),
        ];
        assert_eq!(written(&cells), "^[1;1H[31m^[1;6H ");
    }
}
