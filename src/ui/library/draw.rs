//! The library as it is drawn: the line that is typed into, the list, the chosen row in full.

use super::list::{self, Columns, Standing};
use super::rows::Row;
use super::{Library, Over, Page, detail, question};
use crate::model::session::same_business;
use crate::ui::front::FrontView;
use crate::ui::page::{Column, is_vast, side_by_side, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Widget;

impl Library {
    /// Draws everything.
    pub(super) fn draw_all(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let room = with_margins(area);
        let [left, right] = if is_vast(area) {
            side_by_side(room, 62)
        } else {
            [room, Rect::default()]
        };
        let mut column = Column::new(left, buf);
        let top = column.take(1);
        column.gap(1);
        // As many rows as there are without a query: what is under them stays where it is while one types.
        let all = self.headings().len() + self.unreadable().len() + 1;
        let list = if is_vast(area) {
            column.rest()
        } else {
            let least = detail_rows(column.rows_left());
            let most = column.rows_left().saturating_sub(least + 1).max(1);
            column.take(most.min(all.max(3) as u16))
        };
        column.gap(u16::from(!is_vast(area)));
        let under = column.rest();
        self.draw_top(theme, top, buf);
        if self.rows.is_empty() {
            Column::new(list, buf).text(&self.nothing(), theme.text.style());
        }
        self.draw_list(view.now.date().year(), theme, list, buf);
        let detail = if is_vast(area) { right } else { under };
        self.draw_detail(theme, detail, buf);
        self.draw_over(theme, area, buf);
    }

    /// How many there are, how many are found, how they are sorted, how many are marked.
    fn counts(&self, room: usize) -> String {
        let many = self.headings().len();
        let found = self
            .rows
            .iter()
            .filter(|row| matches!(row, Row::Session(_)));
        let found = match (self.query.is_empty(), many) {
            (false, many) => format!("{} of {many}", found.count()),
            (true, 1) => "1 session".to_owned(),
            (true, many) => format!("{many} sessions"),
        };
        let mut words = vec![found];
        if !self.marked.is_empty() {
            words.push(format!("{} marked", self.marked.len()));
        }
        let broken = self.unreadable().len();
        if broken > 0 && room >= 76 {
            words.push(format!("{broken} can't be read"));
        }
        words.push(self.sort.words().to_owned());
        words.join(" · ")
    }

    fn draw_top(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let room = usize::from(area.width);
        let counts = shorten(&self.counts(room), room);
        let label = "Find ";
        Widget::render(Span::styled(label, theme.strong.style()), area, buf);
        let taken = (cells(label) + cells(&counts) + 2) as u16;
        let field = Rect {
            x: area.x + (cells(label) as u16).min(area.width),
            width: area.width.saturating_sub(taken),
            ..area
        };
        let hint = shorten(
            "type a name, a word, a month",
            usize::from(field.width).saturating_sub(1),
        );
        let looks = self.query.looks(
            theme.field_focus.style(),
            self.over.is_none(),
            &hint,
            theme.hint.style(),
        );
        Widget::render(looks, field, buf);
        let right = Rect {
            x: area.right().saturating_sub(cells(&counts) as u16),
            width: cells(&counts) as u16,
            ..area
        };
        let counts = Span::styled(counts, theme.strong.style());
        Widget::render(counts, right.intersection(area), buf);
    }

    fn draw_list(&self, year: i16, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width);
        let columns = Columns::within(width, self.headings());
        let fitting = usize::from(area.height.max(1));
        // The chosen row stands in the middle, but for the ends of the list.
        let from = self
            .cursor
            .saturating_sub(fitting / 2)
            .min(self.rows.len().saturating_sub(fitting));
        let mut column = Column::new(area, buf);
        for (at, row) in self.rows.iter().enumerate().skip(from).take(fitting) {
            let is_marked = |path| question::is_among(path, &self.marked);
            let stands = Standing {
                chosen: at == self.cursor,
                marked: self.path(*row).is_some_and(is_marked),
            };
            let line = match row {
                Row::Session(index) => {
                    list::session(&self.headings()[*index], columns, year, stands, theme)
                }
                Row::Broken(index) => {
                    list::broken(&self.unreadable()[*index], width, stands, theme)
                }
                Row::Trash => list::trash(self.in_trash(), width, stands, theme),
            };
            column.line(line);
        }
    }

    fn draw_detail(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        match self.chosen() {
            Some(Row::Session(index)) => {
                detail::session(&self.headings()[index], theme, area, buf);
            }
            Some(Row::Broken(index)) => {
                detail::broken(&self.unreadable()[index], theme, area, buf);
            }
            Some(Row::Trash) => {
                let words = "What was taken to the trash. It can be taken back.";
                Column::new(area, buf).text(words, theme.text.style());
            }
            None => {}
        }
    }

    /// What stands where there is no row.
    fn nothing(&self) -> String {
        match (self.page, self.query.text()) {
            (_, query) if !query.is_empty() => {
                format!("Nothing here has “{query}” in it. Esc empties it.")
            }
            (Page::Trash, _) => "The trash is empty.".to_owned(),
            (Page::Sessions, _) => {
                "No session is here yet. Esc, and start the first one.".to_owned()
            }
        }
    }

    fn draw_over(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        match &self.over {
            None => {}
            Some(Over::Menu(menu)) => menu.draw(theme, area, buf),
            Some(Over::ToTrash(_, question)) => question::draw_trash(question, theme, area, buf),
            Some(Over::Rename(from, field)) => {
                let headings = self.listing.headings.iter();
                let sessions = headings.filter(|one| same_business(&one.business, from));
                question::draw_rename(from, sessions.count(), field, theme, area, buf);
            }
        }
    }
}

/// The rows for the chosen session under the list.
fn detail_rows(height: u16) -> u16 {
    match height {
        0..=9 => 2,
        10..=14 => 4,
        15..=19 => 5,
        _ => 10,
    }
}
