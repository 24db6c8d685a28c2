//! The cards as a table in large letters, for a vast screen.

use super::form::Form;
use super::large::Large;
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The most columns of people.
const MOST_COLUMNS: u16 = 4;

/// The columns between two people.
const APART: u16 = 4;

/// Everybody's row in large letters.
pub(super) struct LargeTable<'a> {
    large: &'a Large<'a>,
    form: Form,
    columns: u16,
}

impl<'a> LargeTable<'a> {
    /// Everybody in so many columns and rows of the screen; none where not all of them fit.
    pub(super) fn of(large: &'a Large<'a>, width: u16, rows: u16) -> Option<Self> {
        (1..=MOST_COLUMNS).find_map(|columns| {
            let form = large.listed((width / columns).checked_sub(APART)?)?;
            let table = Self {
                large,
                form,
                columns,
            };
            (table.rows() <= rows).then_some(table)
        })
    }

    /// The rows of the screen that it takes.
    pub(super) fn rows(&self) -> u16 {
        self.people_in_a_column() * (LINE + 1) - 1
    }

    fn people_in_a_column(&self) -> u16 {
        (self.form.people() as u16).div_ceil(self.columns).max(1)
    }

    /// Draws it.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer) {
        let width = area.width / self.columns;
        let each = self.people_in_a_column();
        for index in 0..self.form.people() {
            let at = index as u16;
            let place = Rect {
                x: area.x + at / each * width,
                y: area.y + at % each * (LINE + 1),
                width: width.saturating_sub(APART),
                height: LINE,
            };
            let place = place.intersection(area);
            self.large.draw_row(&self.form, index, place, buf);
        }
    }
}
