//! A screen as an SVG picture: blocks, lines and dots are drawn, so that they look the same with every font.

use std::collections::BTreeMap;
use std::fmt::Write;

use customer_hat::ui::theme::contrast::{Rgb, SIXTEEN};
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// A cell in units of the picture.
const WIDE: i32 = 10;
const TALL: i32 = 20;
/// The rim around the screen.
const RIM: i32 = 10;

/// The picture of a screen; `ink` and `ground` are what a terminal would have of its own.
pub fn svg(buf: &Buffer, ink: Rgb, ground: Rgb) -> String {
    let mut picture = Picture {
        own: (ink, ground),
        ground: looks(&buf.content[0], (ink, ground)).1,
        paths: BTreeMap::new(),
        texts: String::new(),
    };
    for y in 0..buf.area.height {
        picture.row(buf, y);
    }
    let (width, height) = (i32::from(buf.area.width), i32::from(buf.area.height));
    let (width, height) = (width * WIDE + 2 * RIM, height * TALL + 2 * RIM);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n\
         <g transform=\"translate({RIM} {RIM})\" font-size=\"16\" xml:space=\"preserve\" \
         font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\">\n",
        hex(picture.ground)
    );
    for ((_, how, colour), path) in &picture.paths {
        let colour = hex(*colour);
        let paint = match how {
            How::Filled => format!("fill=\"{colour}\""),
            How::Shade => format!("fill=\"{colour}\" fill-opacity=\"0.5\""),
            How::Drawn => format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\""),
        };
        writeln!(svg, "<path {paint} d=\"{path}\"/>").unwrap();
    }
    svg.push_str(&picture.texts);
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// How a path is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Filled,
    Shade,
    Drawn,
}

struct Picture {
    own: (Rgb, Rgb),
    ground: Rgb,
    /// The grounds first, then what stands on them; a path for each paint.
    paths: BTreeMap<(u8, How, Rgb), String>,
    texts: String,
}

impl Picture {
    fn row(&mut self, buf: &Buffer, y: u16) {
        let cells: Vec<&Cell> = (0..buf.area.width).map(|x| &buf[(x, y)]).collect();
        let top = i32::from(y) * TALL;
        let own = self.own;
        let mut left = 0;
        for run in cells.chunk_by(|one, next| looks(one, own).1 == looks(next, own).1) {
            let (ground, width) = (looks(run[0], own).1, run.len() as i32 * WIDE);
            if ground != self.ground {
                self.area(0, How::Filled, ground, (left, top, width, TALL));
            }
            left += width;
        }
        let mut words = Words::default();
        let mut covered = 0;
        for (x, cell) in (0..).zip(cells) {
            if covered > 0 {
                covered -= 1;
                continue;
            }
            covered = cell.symbol().width().saturating_sub(1);
            let ink = looks(cell, self.own).0;
            if cell.modifier.contains(Modifier::UNDERLINED) {
                let line = (x * WIDE, top + TALL - 2, WIDE, 1);
                self.area(1, How::Filled, ink, line);
            }
            if self.shape(cell.symbol(), ink, (x * WIDE, top)) {
                words.end(&mut self.texts);
            } else {
                words.put(cell, ink, (x * WIDE, top), &mut self.texts);
            }
        }
        words.end(&mut self.texts);
    }

    fn path(&mut self, layer: u8, how: How, ink: Rgb) -> &mut String {
        self.paths.entry((layer, how, ink)).or_default()
    }

    fn area(&mut self, layer: u8, how: How, ink: Rgb, (x, y, width, height): (i32, i32, i32, i32)) {
        let path = self.path(layer, how, ink);
        write!(path, "M{x} {y}h{width}v{height}h-{width}z").unwrap();
    }

    /// Draws a sign that is a shape; false when it is a letter.
    fn shape(&mut self, symbol: &str, ink: Rgb, (x, y): (i32, i32)) -> bool {
        let (middle, centre) = (x + WIDE / 2, y + TALL / 2);
        if let Some(quarters) = quarters(symbol) {
            for (index, (dx, dy)) in [(0, 0), (1, 0), (0, 1), (1, 1)].into_iter().enumerate() {
                if quarters >> index & 1 == 1 {
                    let corner = (x + dx * 5, y + dy * 10, 5, 10);
                    self.area(1, How::Filled, ink, corner);
                }
            }
            return true;
        }
        if let Some(eighths) = "▁▂▃▄▅▆▇"
            .chars()
            .position(|sign| symbol == sign.to_string())
        {
            let height = TALL * (eighths as i32 + 1) / 8;
            self.area(1, How::Filled, ink, (x, y + TALL - height, WIDE, height));
            return true;
        }
        if let Some(arms) = arms(symbol) {
            for (thickness, (dx, dy)) in arms.into_iter().zip([(-1, 0), (1, 0), (0, -1), (0, 1)]) {
                if thickness == 0 {
                    continue;
                }
                let half = thickness / 2;
                let area = match (dx, dy) {
                    (-1, _) => (x, centre - half, WIDE / 2 + half, thickness),
                    (1, _) => (middle - half, centre - half, WIDE / 2 + half, thickness),
                    (_, -1) => (middle - half, y, thickness, TALL / 2 + half),
                    _ => (middle - half, centre - half, thickness, TALL / 2 + half),
                };
                self.area(1, How::Filled, ink, area);
            }
            return true;
        }
        let round = |radius: i32| {
            format!(
                "M{} {centre}a{radius} {radius} 0 1 0 {} 0a{radius} {radius} 0 1 0 -{} 0z",
                middle - radius,
                2 * radius,
                2 * radius
            )
        };
        let drawn = match symbol {
            "▒" => {
                self.area(1, How::Shade, ink, (x, y, WIDE, TALL));
                return true;
            }
            "●" => vec![(How::Filled, round(5))],
            "○" => vec![(How::Drawn, round(4))],
            "◉" => vec![(How::Drawn, round(5)), (How::Filled, round(3))],
            "◆" => vec![(How::Filled, format!("M{middle} {}l5 6l-5 6l-5-6z", y + 4))],
            "◇" => vec![(How::Drawn, format!("M{middle} {}l4 5l-4 5l-4-5z", y + 5))],
            "▲" => vec![(How::Filled, format!("M{middle} {}l5 10h-10z", y + 5))],
            "▼" => vec![(How::Filled, format!("M{middle} {}l5-10h-10z", y + 15))],
            "▶" => vec![(How::Filled, format!("M{} {}l9 5l-9 5z", x, y + 5))],
            "▸" => vec![(How::Filled, format!("M{} {}l7 4l-7 4z", x + 1, y + 6))],
            "◀" => vec![(How::Filled, format!("M{} {}l-9 5l9 5z", x + 10, y + 5))],
            _ => return false,
        };
        for (how, path) in drawn {
            self.path(2, how, ink).push_str(&path);
        }
        true
    }
}

/// Letters beside each other in one style, up to the next space.
#[derive(Default)]
struct Words {
    text: String,
    cells: i32,
    at: (i32, i32),
    ink: Rgb,
    modifier: Modifier,
}

impl Words {
    fn put(&mut self, cell: &Cell, ink: Rgb, at: (i32, i32), texts: &mut String) {
        let modifier = cell.modifier & (Modifier::BOLD | Modifier::ITALIC);
        let follows = (self.ink, self.modifier) == (ink, modifier);
        if cell.symbol() == " " || !follows {
            self.end(texts);
        }
        if cell.symbol() == " " {
            return;
        }
        if self.text.is_empty() {
            (self.at, self.ink, self.modifier) = (at, ink, modifier);
        }
        self.text.push_str(cell.symbol());
        self.cells += cell.symbol().width() as i32;
    }

    /// Its length is told, so that every letter stands over its cell with any font.
    fn end(&mut self, texts: &mut String) {
        let words = std::mem::take(self);
        if words.text.is_empty() {
            return;
        }
        let safe = words.text.replace('&', "&amp;").replace('<', "&lt;");
        let bold = if words.modifier.contains(Modifier::BOLD) {
            " font-weight=\"bold\""
        } else {
            ""
        };
        let italic = if words.modifier.contains(Modifier::ITALIC) {
            " font-style=\"italic\""
        } else {
            ""
        };
        writeln!(
            texts,
            "<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" \
             fill=\"{}\"{bold}{italic}>{safe}</text>",
            words.at.0,
            words.at.1 + 15,
            words.cells * WIDE,
            hex(words.ink),
        )
        .unwrap();
    }
}

/// The quarters of a block that are set: top left in the lowest bit, top right, bottom left, bottom right.
fn quarters(symbol: &str) -> Option<usize> {
    let sign = symbol.chars().next()?;
    " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
        .chars()
        .position(|block| block == sign)
        .filter(|set| *set > 0)
}

/// How thick the arms of a line are: to the left, the right, up and down.
fn arms(symbol: &str) -> Option<[i32; 4]> {
    let sign = symbol.chars().next()?;
    Some(match sign {
        '─' => [2, 2, 0, 0],
        '│' => [0, 0, 2, 2],
        '┃' => [0, 0, 4, 4],
        '┤' => [2, 0, 2, 2],
        '├' => [0, 2, 2, 2],
        '┼' => [2, 2, 2, 2],
        '┿' => [4, 4, 2, 2],
        '╋' => [4, 4, 4, 4],
        '━' => [4, 4, 0, 0],
        '┴' => [2, 2, 2, 0],
        '┷' => [4, 4, 2, 0],
        '┻' => [4, 4, 4, 0],
        '┬' => [2, 2, 0, 2],
        '┘' => [2, 0, 2, 0],
        '└' => [0, 2, 2, 0],
        '┐' => [2, 0, 0, 2],
        '┌' => [0, 2, 0, 2],
        _ => return None,
    })
}

/// Ink and ground of a cell, as they are seen.
fn looks(cell: &Cell, own: (Rgb, Rgb)) -> (Rgb, Rgb) {
    let (ink, ground) = (mixed(cell.fg, own.0), mixed(cell.bg, own.1));
    if cell.modifier.contains(Modifier::REVERSED) {
        (ground, ink)
    } else {
        (ink, ground)
    }
}

fn mixed(color: Color, own: Rgb) -> Rgb {
    match color {
        Color::Reset => own,
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Black => SIXTEEN[0],
        Color::Red => SIXTEEN[1],
        Color::Green => SIXTEEN[2],
        Color::Yellow => SIXTEEN[3],
        Color::Blue => SIXTEEN[4],
        Color::Magenta => SIXTEEN[5],
        Color::Cyan => SIXTEEN[6],
        Color::Gray => SIXTEEN[7],
        Color::DarkGray => SIXTEEN[8],
        Color::LightRed => SIXTEEN[9],
        Color::LightGreen => SIXTEEN[10],
        Color::LightYellow => SIXTEEN[11],
        Color::LightBlue => SIXTEEN[12],
        Color::LightMagenta => SIXTEEN[13],
        Color::LightCyan => SIXTEEN[14],
        Color::White => SIXTEEN[15],
        Color::Indexed(index) => SIXTEEN[usize::from(index) % 16],
    }
}

fn hex((red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}
