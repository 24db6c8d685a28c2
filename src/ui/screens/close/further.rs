//! The further pages of the last page, for a screen that is too small for all of it: what its first one leaves out or
//! cuts, whole.

use super::facts::{Fact, Worth};
use crate::ui::page::Column;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::theme::Theme;
use crate::ui::widgets::enlarged::Enlarged;
use crate::ui::widgets::large_rows::LINE;

/// The facts as they stand on further pages.
pub(super) struct Further<'f> {
    pub(super) facts: &'f [Fact],
    /// What is large where none of the facts of a page can be.
    pub(super) promise: &'f str,
    pub(super) theme: &'f Theme,
    /// The columns and rows of a page under its title.
    pub(super) room: (u16, u16),
}

impl<'f> Further<'f> {
    /// The facts of each page.
    pub(super) fn pages(&self) -> Vec<&'f [Fact]> {
        let (mut pages, mut left) = (Vec::new(), self.facts);
        while !left.is_empty() {
            let (page, rest) = left.split_at(self.how_many(left));
            pages.push(page);
            left = rest;
        }
        pages
    }

    /// How many of these facts stand on a page under a large one; on one where none can be large, as many as leave room
    /// for the promise. One at least.
    fn how_many(&self, facts: &[Fact]) -> usize {
        let under_promise = |many: &usize| all_rows(&facts[..*many]) + LINE < self.room.1;
        let mut numbers = (1..=facts.len()).rev();
        let large = numbers.find(|many| self.large_one(&facts[..*many]).is_some());
        large
            .or_else(|| (1..=facts.len()).rev().find(under_promise))
            .unwrap_or(1)
    }

    /// The first of these facts, where it can be large over the others. A path says nothing from afar.
    pub(super) fn large_one<'w>(&self, facts: &'w [Fact]) -> Option<&'w Fact> {
        let (first, others) = facts.split_first()?;
        let left = self.room.1.saturating_sub(1 + rows_under(others));
        let is_large = self.large(first).is_large((self.room.0, left));
        (first.worth != Worth::Place && is_large).then_some(first)
    }

    /// Draws a page under its title and the label of the large one: that where there is one, the others plain under it.
    pub(super) fn draw(&self, page: &[Fact], column: &mut Column<'_>) {
        let mut plain = page;
        if let Some(first) = self.large_one(page) {
            plain = &page[1..];
            self.large(first).draw(rows_under(plain), column);
            column.gap(1);
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
