//! A question that is asked in the middle of a page: large, and over it in few rows what it is about.

use crate::ui::page::Column;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::wrap::wrap_within;
use ratatui::text::Span;

/// The most lines of what stands over the question.
const MOST_OVER: u16 = 2;

/// The most rows of it in large letters.
const MOST_LARGE_OVER: u16 = 4 * (LINE + 1);

/// A question, and what it is about.
pub(super) struct Asked<'a> {
    /// The question, and the same in fewer words.
    pub(super) questions: [&'a str; 2],
    /// What it is about; nothing where it is empty.
    pub(super) over: &'a str,
    pub(super) theme: &'a Theme,
}

impl Asked<'_> {
    /// Draws both over so many rows: those that what is typed needs, and those in which all that stands under it has room.
    pub(super) fn draw(&self, (tight, roomy): (u16, u16), column: &mut Column<'_>) {
        let largest = Headline::new(self.questions[0]).style(self.theme.question.style());
        let large = |asked| largest.with_text(asked).at_most(LetterSize::Half);
        let [question, shortly] = self.questions.map(large);
        // Larger than that only where all that stands already keeps its room.
        let ways = [
            (&largest, MOST_OVER, roomy),
            (&question, MOST_OVER, tight),
            (&question, 1, tight),
            (&shortly, MOST_OVER, tight),
            (&shortly, 1, tight),
        ];
        let is_large = |(asked, lines, below): &(&Headline<'_>, u16, u16)| {
            column.is_large(asked, below + self.rows_over(*lines, column))
        };
        let way = ways.into_iter().find(is_large);
        let (asked, lines, below) = way.unwrap_or((&shortly, 1, tight));
        self.draw_over(lines, column);
        column.headline(asked, below);
    }

    /// The rows of what stands over the question, and the empty one under it.
    fn rows_over(&self, lines: u16, column: &Column<'_>) -> u16 {
        if self.over.is_empty() {
            return 0;
        }
        let width = column.width();
        let plain = || wrap_within(self.over, width, usize::from(lines)).len() as u16;
        let rows = |large: Headline<'_>| large.height_for(width as u16, MOST_LARGE_OVER);
        1 + self.large_over(column).map_or_else(plain, rows)
    }

    fn draw_over(&self, lines: u16, column: &mut Column<'_>) {
        if self.over.is_empty() {
            return;
        }
        if let Some(large) = self.large_over(column) {
            column.widget(self.rows_over(lines, column) - 1, &large);
        } else {
            for line in wrap_within(self.over, column.width(), usize::from(lines)) {
                column.line(Span::styled(line, self.theme.text.style()));
            }
        }
        column.gap(1);
    }

    /// The words over the question in large letters, on a vast screen where they fit so.
    fn large_over(&self, column: &Column<'_>) -> Option<Headline<'_>> {
        let large = Headline::small(self.over).style(self.theme.text.style());
        let fits = large.is_large(column.width() as u16, MOST_LARGE_OVER);
        (column.is_vast() && fits).then_some(large)
    }
}
