//! What is asked about an improvement where the one of this week is not what the room reads: the question large, what
//! is typed under it, and what stands already in few rows around them.

use super::draw::Shown;
use super::edit::Edit;
use crate::ui::page::Column;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::wrap::wrap_within;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The most lines of what stands over the question.
const MOST_OVER: u16 = 2;
/// The most rows of it in large letters.
const MOST_LARGE_OVER: u16 = 4 * (LINE + 1);

impl Shown<'_> {
    /// Draws what is asked: over it the one that it is about, or else the one of this week.
    pub(super) fn draw_asking(
        &self,
        edit: &Edit,
        the_one: usize,
        area: Rect,
        column: &mut Column<'_>,
    ) {
        // Words that are being put right stand in the field, and nothing over it that might be taken for them.
        let about = edit.index().unwrap_or(the_one);
        if about == the_one {
            self.draw_title_over(area, column);
        }
        let is_said = edit.index().is_none() || edit.completes().is_some();
        let over = self.list.get(about).filter(|_| is_said);
        let over = over.map(|one| one.what.as_str());
        let under = self.others(about);
        let field = edit.field_rows(self.view, column);
        let below = field + if under.is_empty() { 0 } else { 2 };
        let roomy = field + 1 + self.rows_under(&under, column);
        let style = self.theme().question.style();
        let largest = Headline::new(edit.questions()[0]).style(style);
        let large = |asked| largest.with_text(asked).at_most(LetterSize::Half);
        let [question, shortly] = edit.questions().map(large);
        // Larger than that only where all that stands already keeps its room.
        let ways = [
            (&largest, MOST_OVER, roomy),
            (&question, MOST_OVER, below),
            (&question, 1, below),
            (&shortly, MOST_OVER, below),
            (&shortly, 1, below),
        ];
        let is_large = |(asked, lines, below): &(&Headline<'_>, u16, u16)| {
            column.is_large(asked, below + self.rows_over(over, *lines, column))
        };
        let way = ways.into_iter().find(is_large);
        let (asked, lines, below) = way.unwrap_or((&question, 1, below));
        self.draw_words_over(over, lines, column);
        column.headline(asked, below);
        edit.draw_field(self.view, field, column);
        column.gap(1);
        self.draw_under(&under, column);
    }

    /// The rows of what stands over the question, and the empty one under it.
    fn rows_over(&self, over: Option<&str>, lines: u16, column: &Column<'_>) -> u16 {
        let Some(over) = over else {
            return 0;
        };
        let width = column.width();
        let plain = || wrap_within(over, width, usize::from(lines)).len() as u16;
        let large = self.large_over(over, column);
        1 + large.map_or_else(plain, |large| {
            large.height_for(width as u16, MOST_LARGE_OVER)
        })
    }

    fn draw_words_over(&self, over: Option<&str>, lines: u16, column: &mut Column<'_>) {
        let Some(over) = over else {
            return;
        };
        let rows = self.rows_over(Some(over), lines, column);
        if let Some(large) = self.large_over(over, column) {
            column.widget(rows - 1, &large);
        } else {
            for line in wrap_within(over, column.width(), usize::from(lines)) {
                column.line(Span::styled(line, self.theme().text.style()));
            }
        }
        column.gap(1);
    }

    /// The words over the question in large letters, on a vast screen where they fit so.
    fn large_over<'t>(&self, over: &'t str, column: &Column<'_>) -> Option<Headline<'t>> {
        let large = Headline::small(over).style(self.theme().text.style());
        let fits = large.is_large(column.width() as u16, MOST_LARGE_OVER);
        (column.is_vast() && fits).then_some(large)
    }

    /// The rows in which all that else stands already has room, large on a vast screen.
    fn rows_under(&self, under: &[usize], column: &Column<'_>) -> u16 {
        let large = self.large_rows(under).height(column.width() as u16);
        let plain = (under.len() as u16 * 3).saturating_sub(1);
        large.filter(|_| column.is_vast()).unwrap_or(plain)
    }

    /// What else stands already, as large as it fits.
    fn draw_under(&self, under: &[usize], column: &mut Column<'_>) {
        let list = self.large_rows(under);
        let rows = list.height(column.width() as u16);
        if let Some(rows) = rows.filter(|rows| column.is_vast() && *rows <= column.rows_left()) {
            return column.widget(rows, &list);
        }
        let each = [3, 2].into_iter();
        let mut each = each.filter(|each| column.rows_left() + 1 >= each * under.len() as u16);
        self.draw_rows(under, each.next().unwrap_or(1), column);
    }
}
