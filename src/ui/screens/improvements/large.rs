//! The improvements on a vast screen: the one of this week largest, and all that stands around it in small block
//! letters.

use super::details;
use super::draw::Shown;
use crate::ui::page::Column;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::{self, LargeRow, LargeRows, draw_ground};
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Widget;

/// The fewest columns of plain details beside a large row.
const BESIDE: u16 = 24;

impl Shown<'_> {
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
        let title = Headline::new(&title).at_most(LetterSize::Quarter);
        let title_is_large = title.is_large(width, large_rows::LINE);
        let Some(edit) = edit.filter(|_| column.is_vast() && title_is_large) else {
            return false;
        };
        let title_rows = large_rows::LINE + 1;
        let fixed = title_rows + 1 + column.rows_said(&details) + 1 + edit;
        let list = self.large_rows(others);
        let list_rows = list
            .height(width)
            .filter(|_| list.width(width) + BESIDE <= width);
        let plain_rows = others.len() as u16 * 2;
        let leaves_room = |rows: &u16| is_largest(&words, width, (fixed + rows, column));
        let large = list_rows.filter(leaves_room);
        let Some(rows) = large.or_else(|| Some(plain_rows).filter(leaves_room)) else {
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

    fn large_rows(&self, shown: &[usize]) -> LargeRows<'static> {
        let theme = self.theme();
        let large = |index: &usize| LargeRow {
            words: Span::styled(self.list[*index].what.to_string(), theme.text.style()),
            more: Span::styled(
                details(&self.list[*index], self.view.session),
                theme.quiet.style(),
            ),
            chosen: self.chosen == Some(*index),
            ..LargeRow::default()
        };
        let rows = LargeRows::new(shown.iter().map(large).collect());
        if self.chosen.is_some() && !shown.is_empty() {
            rows.choosing(theme.chosen.style())
        } else {
            rows
        }
    }

    fn title(&self) -> String {
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

/// Whether the words of the one are larger than what stands around them, which takes so many rows.
fn is_largest(words: &LargeWords<'_>, width: u16, (rows, column): (u16, &Column<'_>)) -> bool {
    let left = column.rows_left().saturating_sub(rows);
    let headline = Headline::new(words.words).style(words.style);
    headline.line_rows(width, left) > large_rows::LINE
}
