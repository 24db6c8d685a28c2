//! The improvements on a vast screen: the one of this week largest, and all that stands around it in small block
//! letters.

use super::details;
use super::draw::Shown;
use crate::ui::page::Column;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{self, LargeRow, LargeRows, draw_ground};
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Widget;

/// The columns of plain details beside a large row: most of them stand there whole.
const BESIDE: u16 = 44;
/// The most lines of one of them in a large row.
const MOST_LINES: u16 = 6;

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
        let one = &self.list[at];
        let words = LargeWords::new(one.what.as_str(), self.theme().headline.style());
        let details = details(one, self.view.session);
        let width = column.width() as u16;
        let edit = match self.edit {
            Some(edit) => edit.rows_large(self.view, width).map(|rows| rows + 1),
            None => Some(0),
        };
        let title = self.title();
        let title = Headline::small(&title);
        let title_is_large = title.is_large(width, large_rows::LINE);
        let Some(edit) = edit.filter(|_| column.is_vast() && title_is_large) else {
            return false;
        };
        let title_rows = large_rows::LINE + 1;
        let fixed = title_rows + 1 + column.rows_said(&details) + 1 + edit;
        let list = self.large_rows(others);
        let list_rows = list.height(width);
        let plain_rows = others.len() as u16 * 2;
        let letters = |rows: u16| {
            let left = column.rows_left().saturating_sub(fixed + rows);
            let headline = Headline::new(words.words).style(words.style);
            headline.line_rows(width, left)
        };
        // Long ones around it, that can be read, are worth that it is no larger than they.
        let large = list_rows.filter(|rows| letters(*rows) >= large_rows::LINE);
        let plain = Some(plain_rows).filter(|rows| letters(*rows) > large_rows::LINE);
        let Some(rows) = large.or(plain) else {
            return false;
        };
        let is_among_others = !others.is_empty();
        self.draw_title(title, self.chosen == Some(at) && is_among_others, column);
        words.draw(fixed - title_rows + rows, column);
        column.gap(1);
        column.said(&details, self.theme().text.style());
        column.gap(1);
        if let Some(edit) = self.edit {
            let room = column.take(edit.rows_large(self.view, width).unwrap_or(0));
            edit.draw_large(self.view, room, column.buf());
            column.gap(1);
        }
        if large.is_some() {
            column.widget(rows, &list);
        } else {
            self.draw_rows(others, 2, column);
        }
        true
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
