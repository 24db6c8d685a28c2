//! The library on a vast screen: the line that is typed into, the rows in sight and the chosen one's facts in large
//! letters. What has no large form stays plain in the same places.

use super::list::{self, short_date, state, title_cells, title_within};
use super::menu::file_name;
use super::rows::Row;
use super::{Library, detail, question};
use crate::model::heading::Heading;
use crate::model::wording::title;
use crate::ui::front::FrontView;
use crate::ui::page::{Column, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Widget;

/// The fewest rows of the list that are in sight.
const LEAST_ROWS: u16 = 3;

/// The columns of the mark of a row.
const MARK: u16 = 5;

/// Columns before the words of a row, for the pointer and the marks; and after them.
const BESIDE_WORDS: u16 = 24;

/// How much of that room the words take, in hundredths: beside them a verdict and a date of two figures, such as
/// `✓ 4 of 6 · 20 Aug`, are still large at 150 columns.
const WORDS_SHARE: u32 = 58;

/// The fewest cells of a name: in less of them, one could not tell which it is.
const LEAST_CELLS: usize = 5;

impl Library {
    /// Draws everything but what lies over it.
    pub(super) fn draw_large(&self, view: &FrontView<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let mut column = Column::new(with_margins(area), buf);
        let top = column.take(LINE);
        column.gap(1);
        if self.rows.is_empty() {
            let room = column.rest();
            self.draw_large_top(theme, top, buf);
            return self.draw_nothing(area, theme, room, buf);
        }
        // As many rows as there are without a query, so that what is under them stays where it is while one types.
        let all = self.headings().len() + self.unreadable().len() + 1;
        let half = (column.rows_left() / 2 + LINE / 2) / (LINE + 1);
        let rows = half.min(all as u16).max(LEAST_ROWS);
        let list = column.take(rows * (LINE + 1) + 1);
        column.gap(1);
        let under = column.rest();
        self.draw_large_top(theme, top, buf);
        let year = view.now.date().year();
        self.in_sight.set(usize::from(rows));
        let large = self.large_rows(year, usize::from(rows), theme, list.width);
        let is_large = large.height(list.width).is_some();
        if is_large {
            Widget::render(&large, list, buf);
            self.draw_arrows(rows, theme, list, buf);
        } else {
            self.draw_list(year, theme, list, buf);
        }
        self.draw_out_of_sight(theme, list, area, buf);
        match self.chosen() {
            Some(Row::Session(index)) => {
                let heading = &self.headings()[index];
                let in_row = is_large_in(heading, words_room(list.width));
                // Where the list is plain, its name is told again if it can be larger than there.
                let is_told = if is_large {
                    in_row
                } else {
                    !is_large_in(heading, list.width)
                };
                detail::session_large(heading, is_told, theme, under, buf);
            }
            Some(Row::Broken(index)) => {
                detail::broken(&self.unreadable()[index], true, theme, under, buf);
            }
            Some(Row::Trash) => detail::trash(true, theme, under, buf),
            None => {}
        }
    }

    /// So many rows around the chosen one.
    fn large_rows(&self, year: i16, rows: usize, theme: &Theme, width: u16) -> LargeRows<'static> {
        let from = self.first_in_sight(rows);
        let in_sight = self.rows.iter().enumerate().skip(from).take(rows);
        let room = words_room(width);
        let list = |with_date: bool| {
            let row = |(at, row): (usize, &Row)| LargeRow {
                chosen: at == self.cursor,
                ..self.large_row(*row, with_date.then_some(year), room, theme)
            };
            LargeRows::new(in_sight.clone().map(row).collect())
                .of_lines(1)
                .choosing(theme.chosen.style())
                .with_room_for(MARK, room)
        };
        let dated = list(true);
        if dated.is_all_large(width) {
            dated
        } else {
            list(false)
        }
    }

    /// A row, with its date in this year where there is room for it.
    fn large_row(
        &self,
        row: Row,
        year: Option<i16>,
        room: u16,
        theme: &Theme,
    ) -> LargeRow<'static> {
        let is_marked = |path| question::is_among(path, &self.marked);
        let marked = if self.path(row).is_some_and(is_marked) {
            "●"
        } else {
            ""
        };
        let warning = |is_wrong: bool| if is_wrong { "!" } else { "" };
        let (caution, words, style, more) = match row {
            Row::Session(index) => {
                let heading = &self.headings()[index];
                let (state, looks) = state(heading, false, theme);
                let date = year.map(|year| short_date(heading, year));
                let more: Vec<_> = Some(state)
                    .filter(|state| !state.is_empty())
                    .into_iter()
                    .chain(date)
                    .collect();
                let words = title_in(heading, room);
                let more = Span::styled(more.join(" · "), looks);
                let caution = warning(heading.caution.is_some() || heading.newest.is_some());
                (caution, words, theme.choice.style(), more)
            }
            Row::Broken(index) => {
                let name = file_name(&self.unreadable()[index].path);
                let words = within(room, (LEAST_CELLS, cells(&name)), |cells| {
                    shorten(&name, cells)
                });
                let style = theme.warning.style();
                (
                    warning(true),
                    words,
                    style,
                    Span::styled("can't be read", style),
                )
            }
            Row::Trash => {
                let words = list::trash_words(self.in_trash());
                ("", words, theme.quiet.style(), Span::default())
            }
        };
        let mark = if marked.is_empty() {
            theme.warning.style()
        } else {
            theme.choice.style()
        };
        LargeRow {
            mark: Span::styled(format!("{marked}{caution}"), mark),
            words: Span::styled(words, style),
            more,
            ..LargeRow::default()
        }
    }
}

/// The columns for the words of a row: the same in every list, so that what is beside them stays where it is.
fn words_room(width: u16) -> u16 {
    (u32::from(width.saturating_sub(BESIDE_WORDS)) * WORDS_SHARE / 100) as u16
}

/// Whether the whole title of a session stands in large letters on a line of so many columns.
fn is_large_in(heading: &Heading, room: u16) -> bool {
    small(&title(heading)).is_large(room, LINE)
}

/// The title of a session, as long as it can be in large letters in a room: the business is cut, the round never.
pub(super) fn title_in(heading: &Heading, room: u16) -> String {
    let longest = title_cells(heading);
    let least = longest - cells(heading.business.as_str()) + LEAST_CELLS;
    within(room, (least, longest), |cells| title_within(heading, cells))
}

/// The name of its business, as long as it can be in large letters in a room.
pub(super) fn business_in(heading: &Heading, room: u16) -> String {
    let business = heading.business.as_str();
    let most = cells(business);
    within(room, (LEAST_CELLS, most), |cells| shorten(business, cells))
}

/// A text as long as it can be in large letters in a room, of so many cells at the least and at most; its longest form
/// where none can be.
fn within(room: u16, (least, longest): (usize, usize), form: impl Fn(usize) -> String) -> String {
    // Hardly a letter takes less than two columns.
    let most = longest.min(usize::from(room));
    let mut forms = (least.min(most)..=most).rev().map(&form);
    let large = forms.find(|form| small(form).is_large(room, LINE));
    large.unwrap_or_else(|| form(longest))
}

fn small(words: &str) -> Headline<'_> {
    Headline::small(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_long_as_it_can_be_in_large_letters() {
        let title = "Pedal & Crumb and all their friends";
        let form = |room| within(room, (5, cells(title)), |cells| shorten(title, cells));
        assert_eq!(form(184), title);
        let cut = form(60);
        assert!(
            cut.ends_with('…') && small(&cut).is_large(60, LINE),
            "{cut}"
        );
        assert!(!small(&shorten(title, cells(&cut) + 1)).is_large(60, LINE));
    }

    #[test]
    fn without_block_letters_it_is_left_to_the_plain_list() {
        let name = "顧客満足";
        assert_eq!(within(60, (5, 8), |cells| shorten(name, cells)), name);
    }
}
