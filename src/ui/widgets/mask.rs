//! The mask of a sealed answer: the same whatever was typed. Only whether it is open or closed shows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::pen::Pen;

/// Covers an answer. It takes no value, so that nothing of one can show: no sign, no length.
///
/// Its size follows from the area alone: one row, or three where there are three.
#[derive(Debug, Clone, Copy)]
pub struct Mask {
    style: Style,
    is_closed: bool,
}

impl Mask {
    /// Columns of the mask in one row.
    pub const WIDTH: u16 = 8;
    /// Columns of the mask in three rows.
    pub const WIDTH_LARGE: u16 = 16;

    /// A closed mask in this style.
    pub fn new(style: Style) -> Self {
        Self {
            style,
            is_closed: true,
        }
    }

    /// Closed from the first key of an entry on; open, a line to write on, before it.
    pub fn closed(self, is_closed: bool) -> Self {
        Self { is_closed, ..self }
    }
}

impl Default for Mask {
    fn default() -> Self {
        Self::new(Style::new().add_modifier(Modifier::BOLD))
    }
}

impl Widget for &Mask {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let mut pen = Pen::new(area, buf);
        let large = area.height >= 3 && area.width >= Mask::WIDTH_LARGE;
        let (width, rows) = if large {
            (Mask::WIDTH_LARGE, 3)
        } else {
            (Mask::WIDTH.min(area.width), 1)
        };
        let (from, sign) = if self.is_closed {
            (0, "▒")
        } else {
            (rows - 1, "_")
        };
        for y in from..rows {
            pen.put_centred(y, &sign.repeat(usize::from(width)), self.style);
        }
    }
}
