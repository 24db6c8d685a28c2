//! The mask of a sealed answer: always the same, whatever was typed or was not.

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
}

impl Mask {
    /// Columns of the mask in one row.
    pub const WIDTH: u16 = 8;
    /// Columns of the mask in three rows.
    pub const WIDTH_LARGE: u16 = 16;

    /// A mask in this style.
    pub fn new(style: Style) -> Self {
        Self { style }
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
        for y in 0..rows {
            pen.put_centred(y, &"▒".repeat(usize::from(width)), self.style);
        }
    }
}
