//! The library as it is drawn: the line that is typed into, the list, the chosen row in full.

use super::detail::{self, Among};
use super::list::{self, Columns, Standing};
use super::rows::Row;
use super::{Library, Over, Page, question};
use crate::model::heading::Heading;
use crate::model::name_key::same_name;
use crate::ui::front::FrontView;
use crate::ui::page::{Column, is_vast, rows_of, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Widget;

impl Library {
    /// Draws everything.
    pub(super) fn draw_all(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer) {
        if is_vast(area) {
            self.draw_large(view, area, buf);
        } else {
            self.draw_small(view, area, buf);
        }
        self.draw_over(view.theme, area, buf);
    }

    fn draw_small(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let mut column = Column::new(with_margins(area), buf);
        let top = column.take(1);
        column.gap(1);
        if self.rows.is_empty() {
            let room = column.rest();
            self.draw_top(theme, top, buf);
            return self.draw_nothing(area, theme, room, buf);
        }
        // As many rows as there are without a query: what is under them stays where it is while one types.
        let all = self.headings().len() + self.unreadable().len() + 1;
        let least = detail_rows(column.rows_left());
        let most = column.rows_left().saturating_sub(least + 1).max(1);
        let list = column.take(most.min(all.max(3) as u16));
        column.gap(1);
        let under = column.rest();
        self.draw_top(theme, top, buf);
        self.draw_list(view.now.date().year(), theme, list, buf);
        self.draw_out_of_sight(theme, list, area, buf);
        self.draw_detail(theme, under, buf);
    }

    /// How many there are, how many are found, how many are marked, how they are sorted: the most important first.
    pub(super) fn counts(&self, room: usize) -> Vec<String> {
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
        let incomplete = match self.page {
            Page::Sessions => &self.listing.incomplete,
            Page::Trash => &self.listing.trashed.incomplete,
        };
        if incomplete.is_some() {
            words.push("perhaps more".to_owned());
        }
        if !self.marked.is_empty() {
            words.push(format!("{} marked", self.marked.len()));
        }
        words.push(self.sort.words().to_owned());
        let broken = self.unreadable().len();
        if broken > 0 && room >= 76 {
            words.push(format!("{broken} can't be read"));
        }
        words
    }

    pub(super) fn draw_top(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let room = usize::from(area.width);
        let counts = shorten(&self.counts(room).join(" · "), room);
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

    pub(super) fn draw_list(&self, year: i16, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let width = usize::from(area.width);
        let columns = Columns::within(width, self.headings());
        let fitting = usize::from(area.height.max(1));
        self.in_sight.set(fitting);
        let from = self.first_in_sight(fitting);
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
                let heading = &self.headings()[index];
                detail::session(heading, self.among(heading), theme, area, buf);
            }
            Some(Row::Broken(index)) => {
                detail::broken(&self.unreadable()[index], false, theme, area, buf);
            }
            Some(Row::Trash) => detail::trash(false, theme, area, buf),
            None => {}
        }
    }

    /// Whether the sessions that are there are of the business of this one.
    fn among(&self, heading: &Heading) -> Among {
        let is_same = |one: &&Heading| same_name(&one.business, &heading.business);
        let headings = self.headings();
        if headings.iter().all(|one| is_same(&one)) {
            Among::ItsOwn
        } else if headings.iter().filter(is_same).nth(1).is_some() {
            Among::SomeOfIts
        } else {
            Among::Others
        }
    }

    /// What stands where there is no row: in one or two words, in a sentence, and what to do.
    fn nothing(&self) -> [String; 3] {
        let [short, whole, then] = match (self.page, self.query.text()) {
            (_, query) if !query.is_empty() => {
                let whole = format!("Nothing here has “{query}” in it.");
                return [
                    "Nothing found".to_owned(),
                    whole,
                    "Esc empties it.".to_owned(),
                ];
            }
            (Page::Trash, _) => ["Empty", "The trash is empty.", ""],
            (Page::Sessions, _) => [
                "None yet",
                "No session is here yet.",
                "Esc, and start the first one.",
            ],
        };
        [short, whole, then].map(str::to_owned)
    }

    /// Draws what stands where there is no row: large as a whole on a vast screen, else what matters in it.
    pub(super) fn draw_nothing(&self, screen: Rect, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let [short, whole, then] = self.nothing();
        let mut column = Column::new(area, buf).on(screen);
        let (strong, text) = (theme.headline.style(), theme.text.style());
        let sentence = format!("{whole} {then}");
        if column.is_vast() {
            let headline = Headline::new(&whole)
                .style(strong)
                .at_most(LetterSize::Half);
            if column.is_large(&headline, LINE) {
                column.headline(&headline, LINE);
                return column.said(&then, text);
            }
        }
        let large = Headline::new(&short)
            .style(strong)
            .at_most(LetterSize::Half);
        let below = rows_of(&sentence, column.width());
        if column.is_large(&large, below) {
            column.headline(&large, below);
        }
        column.text(&sentence, text);
    }

    fn draw_over(&self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        match &self.over {
            None => {}
            Some(Over::Menu(menu)) => menu.draw(theme, area, buf),
            Some(Over::ToTrash(_, question)) => question::draw_trash(question, theme, area, buf),
            Some(Over::Rename(from, field)) => {
                let headings = self.listing.headings.iter();
                let sessions = headings.filter(|one| same_name(&one.business, from));
                question::draw_rename(from, sessions.count(), field, theme, area, buf);
            }
        }
    }
}

/// The rows for the chosen session under the list: from eight on they have room for its name in large letters, and
/// four are left for the list; from twenty on for its curve.
fn detail_rows(height: u16) -> u16 {
    match height {
        0..=9 => 2,
        10..=12 => 4,
        13..=19 => 8,
        20..=29 => 10,
        _ => 20,
    }
}
