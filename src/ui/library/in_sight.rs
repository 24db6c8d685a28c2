//! Which rows of the library's list are in sight, how far a page goes, and the signs for the rows that are not.

use super::Library;
use super::list::BEFORE;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::pen::Pen;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

/// The columns of ground before the pointer of a large row.
const BEFORE_POINTER: u16 = 2;

impl Library {
    /// The first row in sight where so many are: the chosen one stands in the middle, but for the ends of the list.
    pub(super) fn first_in_sight(&self, fitting: usize) -> usize {
        self.cursor
            .saturating_sub(fitting / 2)
            .min(self.rows.len().saturating_sub(fitting))
    }

    /// How far a page up or down goes: as many rows as were seen last, less one, so that none is left out.
    pub(super) fn page(&self) -> usize {
        self.in_sight.get().saturating_sub(1).max(1)
    }

    /// How many rows are out of sight before those that are seen, and after them.
    fn out_of_sight(&self) -> (usize, usize) {
        let fitting = self.in_sight.get();
        let before = self.first_in_sight(fitting);
        (before, self.rows.len().saturating_sub(before + fitting))
    }

    /// Says how many rows are out of sight, in the empty rows over the list and under it: the list keeps all of its own.
    pub(super) fn draw_out_of_sight(
        &self,
        theme: &Theme,
        list: Rect,
        screen: Rect,
        buf: &mut Buffer,
    ) {
        let (before, after) = self.out_of_sight();
        let over = (list.y.checked_sub(1), format!("↑ {before} more"));
        let under = (Some(list.bottom()), format!("↓ {after} more"));
        for (many, (y, words)) in [(before, over), (after, under)] {
            let row = y.map(|y| Rect {
                y,
                height: 1,
                ..list
            });
            if let Some(row) = row.filter(|_| many > 0 && list.height > 0) {
                let row = row.intersection(screen);
                Pen::new(row, buf).put(BEFORE as i32, 0, &words, theme.quiet.style());
            }
        }
    }

    /// Large arrows before the first and the last of so many large rows where there are more: the pointer is never
    /// there then, for it stands in the middle.
    pub(super) fn draw_arrows(&self, rows: u16, theme: &Theme, list: Rect, buf: &mut Buffer) {
        let (before, after) = self.out_of_sight();
        for (many, arrow, row) in [(before, "↑", 0), (after, "↓", rows.saturating_sub(1))] {
            if many == 0 {
                continue;
            }
            let place = Rect {
                x: list.x + BEFORE_POINTER,
                // The edge of the chosen row's ground is over the first.
                y: list.y + 1 + row * (LINE + 1),
                width: list.width.saturating_sub(BEFORE_POINTER),
                height: LINE,
            };
            Headline::small(arrow)
                .style(theme.quiet.style())
                .render(place.intersection(buf.area), buf);
        }
    }
}
