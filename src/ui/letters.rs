//! The painter of block letters: puts the cells of a line of text into a buffer. It decides no size and no place.

use crate::page::faces::{Dots, Size, cells};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

/// Draws a line of text from the top left corner of an area, and nothing outside it. A text without block letters is
/// set plain.
pub fn draw(size: Size, text: &str, style: Style, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    let Some(rows) = cells(size, text) else {
        if !area.is_empty() {
            buf.set_stringn(area.x, area.y, text, area.width.into(), style);
        }
        return;
    };
    let style = of_blocks(style);
    for (y, row) in area.rows().zip(&rows) {
        for (place, dots) in y.columns().zip(row) {
            if let Some(cell) = buf.cell_mut(place.as_position()) {
                put(cell, *dots, style);
            }
        }
    }
}

/// Block letters are areas, not signs: a line under them would run through each of their rows, and where bold is
/// brighter, the cells drawn as signs would differ from those drawn as ground.
fn of_blocks(style: Style) -> Style {
    style
        .remove_modifier(Modifier::UNDERLINED | Modifier::CROSSED_OUT)
        .remove_modifier(Modifier::BOLD | Modifier::ITALIC)
}

/// Shows the quarters of a cell. A full one is a ground in the letter's ink: the sign for it leaves seams.
fn put(cell: &mut Cell, dots: Dots, style: Style) {
    let is_full = dots == Dots::FULL;
    cell.set_symbol(if is_full { " " } else { dots.sign() });
    cell.set_style(style);
    if !is_full {
        return;
    }
    if cell.modifier.contains(Modifier::REVERSED) {
        // The letters are what the ground was.
        cell.modifier.remove(Modifier::REVERSED);
    } else if cell.fg == Color::Reset || cell.modifier.contains(Modifier::DIM) {
        // A ground can't be set to the terminal's own ink, nor be dimmed.
        cell.modifier.insert(Modifier::REVERSED);
    } else {
        cell.bg = cell.fg;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::faces::width;

    const AREA: Rect = Rect::new(1, 1, 60, 12);

    fn drawn(size: Size, text: &str, style: Style, area: Rect) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, 62, 14));
        draw(size, text, style, area, &mut buf);
        buf
    }

    /// Whether a cell shows ink in all of it.
    fn is_ink(cell: &Cell, ink: Color) -> bool {
        let by_ground = cell.bg == ink && ink != Color::Reset;
        let is_reversed = cell.modifier.contains(Modifier::REVERSED);
        cell.symbol() == " " && (is_reversed && cell.fg == ink || by_ground && !is_reversed)
    }

    #[test]
    fn full_cells_are_ground_in_the_ink_of_the_letters() {
        for ink in [Color::Reset, Color::Yellow, Color::Rgb(1, 2, 3)] {
            for style in [
                Style::new(),
                Style::new().dim(),
                Style::new().bold().underlined(),
            ] {
                let buf = drawn(Size::Tall, "Él 4", style.fg(ink), AREA);
                let cells = cells(Size::Tall, "Él 4").unwrap_or_default();
                for (y, row) in (1..).zip(&cells) {
                    for (x, dots) in (1..).zip(row) {
                        assert_eq!(is_ink(&buf[(x, y)], ink), *dots == Dots::FULL, "{ink:?}");
                    }
                }
                assert!(buf.content.iter().all(|cell| cell.symbol() == " "));
            }
        }
    }

    #[test]
    fn quarters_are_signs_and_no_cell_is_underlined() {
        let style = Style::new().fg(Color::Yellow).bold().underlined();
        let buf = drawn(Size::Small, "Call", style, AREA);
        assert!(buf.content.iter().any(|cell| cell.symbol() == "▌"));
        assert!(buf.content.iter().all(|cell| cell.symbol() != "█"));
        let lines = Modifier::UNDERLINED | Modifier::BOLD;
        assert!(
            buf.content
                .iter()
                .all(|cell| !cell.modifier.intersects(lines))
        );
    }

    #[test]
    fn reversed_letters_are_a_ground_with_letters_left_out() {
        let buf = drawn(Size::Tall, "I I", Style::new().reversed(), AREA);
        let letters = cells(Size::Tall, "I I").unwrap_or_default();
        for (y, row) in (1..).zip(&letters) {
            for (x, dots) in (1..).zip(row) {
                let is_ground = buf[(x, y)].modifier.contains(Modifier::REVERSED);
                assert_eq!(is_ground, *dots != Dots::FULL);
            }
        }
    }

    #[test]
    fn nothing_is_drawn_outside_the_area() {
        let style = Style::new().fg(Color::Yellow).bg(Color::Blue);
        for size in Size::ALL {
            let area = Rect::new(3, 2, 9, 3);
            let buf = drawn(size, "Call the business", style, area);
            for place in buf.area.positions().filter(|place| !area.contains(*place)) {
                assert_eq!(buf[place], Cell::default(), "{size:?}");
            }
            draw(
                size,
                "Call",
                style,
                Rect::new(70, 20, 9, 9),
                &mut buf.clone(),
            );
        }
    }

    #[test]
    fn a_script_without_block_letters_is_set_plain() {
        assert_eq!(width(Size::Great, "顧客"), None);
        let buf = drawn(Size::Great, "顧客", Style::new(), AREA);
        assert_eq!(buf[(1, 1)].symbol(), "顧");
    }
}
