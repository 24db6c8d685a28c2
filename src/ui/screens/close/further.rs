//! The further pages of the last page, for a screen that is too small for all of it: what its first one leaves out or
//! cuts, whole.

use super::facts::{Fact, Worth};
use crate::ui::page::Column;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::theme::Theme;
use crate::ui::widgets::enlarged::Enlarged;
use crate::ui::widgets::large_rows::LINE;
use ratatui::text::Span;

/// The facts as they stand on further pages.
pub(super) struct Further<'f> {
    pub(super) facts: &'f [Fact],
    /// What is large where none of the facts of a page can be.
    pub(super) promise: &'f str,
    pub(super) theme: &'f Theme,
}

impl<'f> Further<'f> {
    /// The facts of each page in so many columns and rows.
    pub(super) fn pages(&self, room: (u16, u16)) -> Vec<&'f [Fact]> {
        let (mut pages, mut left) = (Vec::new(), self.facts);
        while !left.is_empty() {
            let (page, rest) = left.split_at(self.how_many(left, room));
            pages.push(page);
            left = rest;
        }
        pages
    }

    /// How many of these facts stand on a page under a large one; on one where none can be large, as many as leave room
    /// for the promise. One at least.
    fn how_many(&self, facts: &[Fact], (width, rows): (u16, u16)) -> usize {
        let under_promise = |many: &usize| all_rows(&facts[..*many]) + LINE < rows;
        let mut numbers = (1..=facts.len()).rev();
        let large = numbers.find(|many| self.first_is_large(&facts[..*many], (width, rows)));
        large
            .or_else(|| (1..=facts.len()).rev().find(under_promise))
            .unwrap_or(1)
    }

    /// Whether the first of these can be large over the others. A path says nothing from afar.
    fn first_is_large(&self, facts: &[Fact], (width, rows): (u16, u16)) -> bool {
        let Some((first, others)) = facts.split_first() else {
            return false;
        };
        let left = rows.saturating_sub(1 + rows_under(others));
        first.worth != Worth::Place && self.large(first).is_large((width, left))
    }

    /// Draws a page: the first of its facts large where it can be, the others plain under it.
    pub(super) fn draw(&self, page: &[Fact], column: &mut Column<'_>) {
        let room = (column.width() as u16, column.rows_left());
        let mut plain = page;
        if let Some((first, others)) = page.split_first()
            && self.first_is_large(page, room)
        {
            column.line(Span::styled(first.label, self.theme.quiet.style()));
            self.large(first).draw(rows_under(others), column);
            column.gap(1);
            plain = others;
        } else {
            let promise = Enlarged::new([self.promise], self.theme.headline.style());
            column.enlarged(&promise, all_rows(page));
        }
        for line in plain.iter().flat_map(|fact| fact.all_lines(self.theme)) {
            column.line(line);
        }
    }

    fn large<'w>(&self, fact: &'w Fact) -> LargeWords<'w> {
        LargeWords::new(&fact.whole, self.theme.headline.style())
    }
}

/// The rows of facts as a whole.
fn all_rows(facts: &[Fact]) -> u16 {
    facts.iter().map(Fact::all_rows).sum()
}

/// The rows of facts under a large one, and of the empty one over them.
fn rows_under(facts: &[Fact]) -> u16 {
    all_rows(facts) + u16::from(!facts.is_empty())
}
