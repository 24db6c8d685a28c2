//! A grid of short texts, a column for each session, all in letters of one size, as large as fits.

use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::pen::Pen;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

/// A row of the grid.
pub(super) struct GridRow {
    /// What it is about.
    pub(super) label: String,
    /// A text for each session.
    pub(super) cells: Vec<(String, Style)>,
    /// What is said of the whole row; may be empty.
    pub(super) tail: Line<'static>,
}

/// The grid.
pub(super) struct Grid<'a> {
    /// The names of the columns.
    pub(super) labels: Vec<&'a str>,
    pub(super) rows: &'a [GridRow],
    /// The style of the names of the columns and of the rows.
    pub(super) head: Style,
    pub(super) label: Style,
}

/// The most rows between two lines of the grid: further apart the eye loses the line.
const MOST_APART: u16 = 6;

impl Widget for &Grid<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width);
        let longest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
        let columns = self.labels.len().max(1);
        let label = longest(&mut self.rows.iter().map(|row| cells(&row.label))).min(width / 3);
        let tail = longest(&mut self.rows.iter().map(|row| row.tail.width()));
        let least = longest(&mut self.rows.iter().flat_map(|row| {
            let texts = row.cells.iter();
            texts.map(|(text, _)| cells(text))
        })) + 1;
        let tail = if tail > 0 && label + 2 + columns * least + tail <= width {
            tail + 2
        } else {
            0
        };
        let each = (width.saturating_sub(label + 1 + tail) / columns).min((width / 4).max(least));
        let rows = area.height.saturating_sub(1);
        let apart = (rows / self.rows.len().max(1) as u16).clamp(1, MOST_APART);
        let size = self.size(each, apart);
        let right = |at: usize| label + 1 + each * (at + 1);
        let mut pen = Pen::new(area, buf);
        for (at, name) in self.labels.iter().enumerate() {
            let name = last_part(name, each.saturating_sub(1));
            pen.put((right(at) - cells(&name)) as i32, 0, &name, self.head);
        }
        for (nth, row) in self.rows.iter().enumerate() {
            let top = i32::from(1 + apart * nth as u16);
            let foot = top + i32::from(apart / 2);
            pen.put(0, foot, &shorten(&row.label, label), self.label);
            for (at, (text, style)) in row.cells.iter().enumerate() {
                let headline = Headline::new(text).at_most(size);
                let rows = headline.rows(each.saturating_sub(1).max(1) as u16, apart);
                let own = rows.iter().map(|row| cells(row)).max().unwrap_or(0);
                let x = right(at).saturating_sub(own) as i32;
                let down = (i32::from(apart) - rows.len() as i32) / 2;
                for (dy, row) in rows.iter().enumerate() {
                    pen.put(x, top + down + dy as i32, row, *style);
                }
            }
            let mut x = (right(columns - 1) + 2) as i32;
            for span in row.tail.iter().filter(|_| tail > 0) {
                pen.put(x, foot, &span.content, span.style);
                x += span.width() as i32;
            }
        }
    }
}

impl Grid<'_> {
    /// The largest letters in which every text fits its place.
    fn size(&self, each: usize, apart: u16) -> LetterSize {
        let room = each.saturating_sub(2) as u16;
        let fits = |size: &LetterSize| {
            let mut texts = self.rows.iter().flat_map(|row| &row.cells);
            texts.all(|(text, _)| {
                let headline = Headline::new(text).at_most(*size);
                headline.size_for(room, apart.saturating_sub(1).max(1)) == *size
                    && !text.contains(' ')
            })
        };
        [LetterSize::Half, LetterSize::Quarter]
            .into_iter()
            .find(fits)
            .unwrap_or(LetterSize::Plain)
    }
}

/// A name in so many cells; its last word where the whole does not fit, for that tells columns apart.
fn last_part(name: &str, room: usize) -> String {
    let last = name.split_whitespace().next_back().unwrap_or(name);
    match cells(name) {
        long if long > room => shorten(last, room),
        _ => name.to_owned(),
    }
}
