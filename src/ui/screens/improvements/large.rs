//! The improvements on a vast screen: the one of this week largest, and all that stands around it in small block
//! letters.

use super::details;
use super::draw::Shown;
use crate::ui::page::Column;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{self, LargeRow, LargeRows, draw_ground};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Widget;

/// The columns of plain details beside a large row: most of them stand there whole.
const BESIDE: u16 = 44;
/// The columns of the pointer before a large row, and of the edges around it.
const AROUND: u16 = 12;
/// The most lines of one of them in a large row.
const MOST_LINES: u16 = 6;
/// The rows of the title and of the empty one under it.
const TITLE: u16 = large_rows::LINE + 1;

/// How the others stand under the one.
enum Others<'a> {
    /// Their details beside them, one under the other.
    Large {
        rows: u16,
        list: LargeRows<'static>,
    },
    /// Each a list of its own: only those that leave room for their details have them beside them.
    Close {
        rows: u16,
        list: Vec<LargeRows<'static>>,
    },
    Plain {
        these: &'a [usize],
    },
}

impl Others<'_> {
    /// The rows that they take.
    fn rows(&self) -> u16 {
        match self {
            Self::Large { rows, .. } | Self::Close { rows, .. } => *rows,
            Self::Plain { these } => these.len() as u16 * 2,
        }
    }
}

impl Shown<'_> {
    /// Draws what the one is, over what stands under it: large on a vast screen.
    pub(super) fn draw_title_over(&self, area: Rect, column: &mut Column<'_>) {
        let (title, style) = (self.title(), self.theme().the_one.style());
        let large = Headline::small(&title);
        if column.is_vast() && large.is_large(column.width() as u16, large_rows::LINE) {
            self.draw_title(large, false, column);
        } else {
            column.over(area, |column| {
                column.line(Span::styled(title.as_str(), style));
            });
        }
    }

    /// Draws the one with all that stands around it in large letters; the others plain where they leave the one too
    /// little room. False, and nothing is drawn, where it is not the largest so, or the screen is not vast.
    pub(super) fn draw_all_large(
        &self,
        at: usize,
        others: &[usize],
        column: &mut Column<'_>,
    ) -> bool {
        let words = self.words(at);
        let details = details(&self.list[at], self.view.session);
        let Some(fixed) = self.rows_around(&details, column) else {
            return false;
        };
        let Some(others) = self.beside_the_one(&words, others, fixed, column) else {
            return false;
        };
        let title = self.title();
        let is_among_others = self.list.len() > 1;
        let title = Headline::small(&title);
        self.draw_title(title, self.chosen == Some(at) && is_among_others, column);
        words.draw(fixed - TITLE + others.rows(), column);
        column.gap(1);
        column.said(&details, self.theme().text.style());
        column.gap(1);
        self.draw_edit_large(column);
        match others {
            Others::Large { rows, list } => column.widget(rows, &list),
            Others::Close { rows, list } => {
                // Where there is something to choose, each has a row over it and under it, for the edges of its ground.
                let apart = if self.chosen.is_some() { -1 } else { 1 };
                let room = column.take(rows);
                draw_close(&list, apart, room, column.buf());
            }
            Others::Plain { these } => self.draw_rows(these, 2, column),
        }
        true
    }

    fn words(&self, at: usize) -> LargeWords<'_> {
        LargeWords::new(self.list[at].what.as_str(), self.theme().headline.style())
    }

    /// The rows of all but the one and the others; none where not all of that can be large.
    fn rows_around(&self, details: &str, column: &Column<'_>) -> Option<u16> {
        let width = column.width() as u16;
        let edit = match self.edit {
            Some(edit) => edit.rows_large(self.view, width)? + 1,
            None => 0,
        };
        let title_is_large = Headline::small(&self.title()).is_large(width, large_rows::LINE);
        let is_large = column.is_vast() && title_is_large;
        is_large.then(|| TITLE + 1 + column.rows_said(details) + 1 + edit)
    }

    /// The others as they leave the one letters that are large, where so many rows are taken: with their details beside
    /// them, else with those that have room for them, else plain.
    fn beside_the_one<'o>(
        &self,
        words: &LargeWords<'_>,
        others: &'o [usize],
        fixed: u16,
        column: &Column<'_>,
    ) -> Option<Others<'o>> {
        let width = column.width() as u16;
        let letters = |rows: u16| {
            let left = column.rows_left().saturating_sub(fixed + rows);
            let headline = Headline::new(words.words).style(words.style);
            headline.line_rows(width, left)
        };
        // Long ones around it, that can be read, are worth that it is no larger than they.
        let fits = |rows: &u16| letters(*rows) >= large_rows::LINE;
        let list = self.large_rows(others);
        if let Some(rows) = list.height(width).filter(fits) {
            return Some(Others::Large { rows, list });
        }
        // Room that is kept beside long words costs them lines.
        let list = self.large_rows(others).with_room_beside(0);
        if let Some(rows) = list.height(width).filter(fits) {
            let least = width.saturating_sub(BESIDE + AROUND);
            let alone = |other: &usize| {
                let row = self.large_rows(&[*other]).with_room_beside(0);
                row.with_room_for(0, least)
            };
            let list = others.iter().map(alone).collect();
            return Some(Others::Close { rows, list });
        }
        let plain = Others::Plain { these: others };
        (letters(plain.rows()) > large_rows::LINE).then_some(plain)
    }

    fn draw_edit_large(&self, column: &mut Column<'_>) {
        if let Some(edit) = self.edit {
            let rows = edit.rows_large(self.view, column.width() as u16);
            let room = column.take(rows.unwrap_or(0));
            edit.draw_large(self.view, room, column.buf());
            let day = edit.day(self.view.now.date()).unwrap_or_default();
            column.line(Span::styled(day, self.theme().strong.style()));
        }
    }

    pub(super) fn large_rows(&self, shown: &[usize]) -> LargeRows<'static> {
        let theme = self.theme();
        let mark = |index: &usize| if self.list[*index].the_one { "★" } else { "" };
        let large = |index: &usize| LargeRow {
            mark: Span::styled(mark(index), theme.the_one.style()),
            words: Span::styled(self.list[*index].what.to_string(), theme.text.style()),
            more: Span::styled(
                details(&self.list[*index], self.view.session),
                theme.quiet.style(),
            ),
            chosen: self.chosen == Some(*index),
            ..LargeRow::default()
        };
        let rows = LargeRows::new(shown.iter().map(large).collect())
            .of_lines(MOST_LINES)
            .with_room_beside(BESIDE);
        if self.chosen.is_some() && !shown.is_empty() {
            rows.choosing(theme.chosen.style())
        } else {
            rows
        }
    }

    pub(super) fn title(&self) -> String {
        let title = &self.view.session.exercise().improvements.headline;
        format!("★ {title}")
    }

    /// What the one is, on a ground where it is chosen among others.
    fn draw_title(&self, title: Headline<'_>, is_chosen: bool, column: &mut Column<'_>) {
        let theme = self.theme();
        let room = column.take(large_rows::LINE);
        if is_chosen {
            let style = theme.chosen.style();
            let title = title.style(style);
            let (width, _) = title.extent(room.width, room.height);
            draw_ground(Rect { width, ..room }, style, column.buf());
            title.render(room, column.buf());
        } else {
            title
                .style(theme.the_one.style())
                .render(room, column.buf());
        }
        column.gap(1);
    }
}

/// Draws rows that are lists of their own, so many rows apart.
fn draw_close(list: &[LargeRows<'static>], apart: i16, area: Rect, buf: &mut Buffer) {
    let mut y = area.y;
    for row in list {
        let height = row.height(area.width).unwrap_or(0);
        let place = Rect { y, height, ..area };
        row.render(place.intersection(area), buf);
        y = y.saturating_add(height).saturating_add_signed(apart);
    }
}
