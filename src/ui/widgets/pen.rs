//! A pen that writes inside an area and nowhere else, so that no widget can draw past its edge.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::shape::{Shape, ShapeSize};
use super::wrap::cells;

/// Writes at columns and rows counted from the area's corner; what falls outside is left out.
pub struct Pen<'a> {
    buf: &'a mut Buffer,
    area: Rect,
}

impl<'a> Pen<'a> {
    /// A pen for the part of `area` that the buffer has.
    pub fn new(area: Rect, buf: &'a mut Buffer) -> Self {
        let area = area.intersection(buf.area);
        Self { buf, area }
    }

    /// Columns of the area.
    pub fn width(&self) -> i32 {
        i32::from(self.area.width)
    }

    /// Rows of the area.
    pub fn height(&self) -> i32 {
        i32::from(self.area.height)
    }

    /// Writes text from column `x` of row `y` on.
    pub fn put(&mut self, x: i32, y: i32, text: &str, style: Style) {
        let mut at = x;
        for grapheme in text.graphemes(true) {
            let wide = grapheme.width() as i32;
            if wide == 0 {
                continue;
            }
            if at >= 0 && at + wide <= self.width() {
                if let Some(cell) = self.cell(at, y) {
                    cell.set_symbol(grapheme).set_style(style);
                }
                for under in at + 1..at + wide {
                    if let Some(cell) = self.cell(under, y) {
                        cell.set_symbol(" ").set_style(style);
                    }
                }
            }
            at += wide;
        }
    }

    /// Writes text with its middle at column `x`, moved inwards where it would pass an edge.
    pub fn put_around(&mut self, x: i32, y: i32, text: &str, style: Style) {
        let start = start_around(x, cells(text) as i32, self.width());
        self.put(start, y, text, style);
    }

    /// Draws a shape with the cell at (`x`, `y`) in the middle of its box.
    pub fn put_shape(&mut self, (x, y): (i32, i32), shape: Shape, size: ShapeSize, style: Style) {
        let corner = (x - size.width / 2, y - size.height / 2);
        if shape.hollow {
            // Nothing shows through it.
            let whole = Shape {
                hollow: false,
                ..shape
            };
            for (dy, row) in whole.rows(size).iter().enumerate() {
                for (dx, _) in row.chars().enumerate().filter(|(_, c)| *c == '█') {
                    self.put(corner.0 + dx as i32, corner.1 + dy as i32, " ", style);
                }
            }
        }
        self.put_shape_at(corner, shape, size, style);
    }

    /// Draws a shape with the corner of its box at (`x`, `y`); what is not the shape is left alone.
    /// A box that would pass the left or the right edge is moved inwards.
    pub fn put_shape_at(
        &mut self,
        (x, y): (i32, i32),
        shape: Shape,
        size: ShapeSize,
        style: Style,
    ) {
        let x = x.min(self.width() - size.width).max(0);
        for (dy, row) in shape.rows(size).iter().enumerate() {
            for (dx, symbol) in row.chars().enumerate().filter(|(_, c)| *c != ' ') {
                let symbol = symbol.encode_utf8(&mut [0; 4]).to_owned();
                self.put(x + dx as i32, y + dy as i32, &symbol, style);
            }
        }
    }

    /// Writes text in the middle of the row.
    pub fn put_centred(&mut self, y: i32, text: &str, style: Style) {
        let x = (self.width() - cells(text) as i32) / 2;
        self.put(x.max(0), y, text, style);
    }

    /// Whether nothing stands in the cell; a cell outside the area is not blank.
    pub fn is_blank(&self, x: i32, y: i32) -> bool {
        self.position(x, y)
            .and_then(|at| self.buf.cell(at))
            .is_some_and(|cell| cell.symbol() == " ")
    }

    fn cell(&mut self, x: i32, y: i32) -> Option<&mut ratatui::buffer::Cell> {
        let at = self.position(x, y)?;
        self.buf.cell_mut(at)
    }

    fn position(&self, x: i32, y: i32) -> Option<(u16, u16)> {
        let inside = (0..self.width()).contains(&x) && (0..self.height()).contains(&y);
        inside.then(|| (self.area.x + x as u16, self.area.y + y as u16))
    }
}

/// Where text of `length` cells starts to have its middle at `x`, kept inside `0..width`.
pub fn start_around(x: i32, length: i32, width: i32) -> i32 {
    (x - length / 2).min(width - length).max(0)
}
