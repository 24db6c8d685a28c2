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

/// How the grid stands in its area.
struct Plan {
    /// Columns of the labels, of each session, and of what is said of a row.
    label: usize,
    each: usize,
    tail: usize,
    /// Rows of the head, and from one row to the next.
    head: u16,
    apart: u16,
    size: LetterSize,
    /// The letters of the labels and of the head.
    words: LetterSize,
}

impl Grid<'_> {
    fn plan(&self, area: Rect) -> Plan {
        let width = usize::from(area.width);
        let columns = self.labels.len().max(1);
        let texts = || self.rows.iter().flat_map(|row| &row.cells);
        let least = texts().map(|(text, _)| cells(text)).max().unwrap_or(0) + 1;
        let names = || self.rows.iter().map(|row| row.label.as_str());
        let tail = self.rows.iter().map(|row| row.tail.width()).max();
        let rows = self.rows.len().max(1) as u16;
        let plan = |words: LetterSize| {
            let of = |name: &str| Headline::new(name).at_most(words).extent(u16::MAX, 4).0;
            let label = names().map(of).max().unwrap_or(0);
            let label = usize::from(label).min(width / 3);
            let tail = tail.filter(|tail| *tail > 0 && label + 3 + columns * least + tail <= width);
            let tail = tail.map_or(0, |tail| tail + 2);
            let each = width.saturating_sub(label + 1 + tail) / columns;
            let head = if words > LetterSize::Plain { 5 } else { 1 };
            let apart = area.height.saturating_sub(head) / rows;
            let apart = apart.clamp(1, MOST_APART);
            let each = each.min((width / 4).max(least));
            let size = self.size(each, apart);
            Plan {
                label,
                each,
                tail,
                head,
                apart,
                size,
                words,
            }
        };
        let large = plan(LetterSize::Quarter);
        let fits = |name: &str, room: usize| {
            let headline = Headline::small(name);
            headline.size_for(room as u16, 4) == LetterSize::Quarter
        };
        let all_fit = names().all(|name| fits(name, large.label))
            && self.labels.iter().all(|name| fits(name, large.each - 1));
        if large.size > LetterSize::Plain && large.apart >= 5 && all_fit {
            large
        } else {
            plan(LetterSize::Plain)
        }
    }

    /// The largest letters in which every text fits its place.
    fn size(&self, each: usize, apart: u16) -> LetterSize {
        let room = each.saturating_sub(2) as u16;
        let fits = |size: &LetterSize| {
            let mut texts = self.rows.iter().flat_map(|row| &row.cells);
            texts.all(|(text, _)| {
                let headline = Headline::new(text).at_most(*size);
                headline.size_for(room, apart.saturating_sub(1).max(1)) == *size
            })
        };
        [LetterSize::Half, LetterSize::Quarter]
            .into_iter()
            .find(fits)
            .unwrap_or(LetterSize::Plain)
    }

    fn draw_head(&self, plan: &Plan, pen: &mut Pen<'_>) {
        for (at, name) in self.labels.iter().enumerate() {
            let room = plan.each.saturating_sub(1);
            let name = if plan.words == LetterSize::Plain {
                last_part(name, room)
            } else {
                (*name).to_owned()
            };
            put_right(&name, plan.words, room, (plan.right(at), 0), self.head, pen);
        }
    }

    fn draw_row(&self, nth: usize, row: &GridRow, plan: &Plan, pen: &mut Pen<'_>) {
        let top = i32::from(plan.head + plan.apart * nth as u16);
        let middle = top + i32::from(plan.apart - 1) / 2;
        let name = Headline::new(&row.label).at_most(plan.words);
        let rows = match plan.words {
            LetterSize::Plain => vec![shorten(&row.label, plan.label)],
            _ => name.rows(plan.label as u16, 4),
        };
        let down = (i32::from(plan.apart) - rows.len() as i32) / 2;
        for (dy, line) in rows.iter().enumerate() {
            pen.put(0, top + down + dy as i32, line, self.label);
        }
        for (at, (text, style)) in row.cells.iter().enumerate() {
            let high = if plan.size == LetterSize::Plain { 1 } else { 4 };
            let down = (i32::from(plan.apart) - high) / 2;
            let room = plan.each.saturating_sub(1).max(1);
            put_right(
                text,
                plan.size,
                room,
                (plan.right(at), top + down),
                *style,
                pen,
            );
        }
        let mut x = plan.right(self.labels.len().max(1) - 1) + 2;
        for span in row.tail.iter().filter(|_| plan.tail > 0) {
            pen.put(x, middle, &span.content, span.style);
            x += span.width() as i32;
        }
    }
}

impl Plan {
    /// The column after a session's texts, which end at it.
    fn right(&self, session: usize) -> i32 {
        (self.label + 1 + self.each * (session + 1)) as i32
    }
}

/// Writes a text so that it ends before a column, shortened where it must be.
fn put_right(
    text: &str,
    size: LetterSize,
    room: usize,
    (right, y): (i32, i32),
    style: Style,
    pen: &mut Pen<'_>,
) {
    let rows = match size {
        LetterSize::Plain => vec![shorten(text, room)],
        _ => Headline::new(text).at_most(size).rows(room as u16, 4),
    };
    let own = rows.iter().map(|row| cells(row)).max().unwrap_or(0) as i32;
    for (dy, row) in rows.iter().enumerate() {
        pen.put(right - own, y + dy as i32, row, style);
    }
}

impl Widget for &Grid<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let plan = self.plan(area);
        let mut pen = Pen::new(area, buf);
        self.draw_head(&plan, &mut pen);
        for (nth, row) in self.rows.iter().enumerate() {
            self.draw_row(nth, row, &plan, &mut pen);
        }
    }
}

/// A name in so many cells; its last word where the whole does not fit, for that tells columns apart.
fn last_part(name: &str, room: usize) -> String {
    let last = name.split_whitespace().next_back().unwrap_or(name);
    if cells(name) > room {
        shorten(last, room)
    } else {
        name.to_owned()
    }
}
