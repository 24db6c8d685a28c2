//! What stands in a row of a promise: its mark, its star, by when and who; and which rows are in sight.

use super::words::{details, due_words, mark_words};
use crate::model::promise::{Outcome, Promise};
use crate::ui::page::Column;
use crate::ui::theme::Theme;
use crate::ui::widgets::wrap::{cells, shorten};
use jiff::civil::Date;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The columns of a mark in words, with the space behind it.
pub(super) const MARK: usize = 14;
/// The columns before the words: the mark, and the star of the one.
pub(super) const INDENT: usize = MARK + 2;

/// The promises one under the other.
pub struct List<'a> {
    /// All of them.
    pub promises: &'a [Promise],
    /// Which one is talked about.
    pub chosen: usize,
    /// The round that asks.
    pub round: u16,
    /// The day on which it asks.
    pub today: Date,
    /// How everything looks.
    pub theme: &'a Theme,
}

impl List<'_> {
    /// How many are above and below those that are in sight.
    pub(super) fn tell_of_more(&self, from: usize, to: usize, column: &mut Column<'_>) {
        let told = match (from, self.promises.len() - to) {
            (0, 0) => return,
            (above, 0) => format!("↑ {above} more"),
            (0, below) => format!("↓ {below} more"),
            (above, below) => format!("↑ {above} more   ↓ {below} more"),
        };
        column.line(Span::styled(told, self.theme.quiet.style()));
    }

    /// The mark in words, and the star of the one.
    pub(super) fn marks(&self, promise: &Promise) -> [Span<'static>; 2] {
        let theme = self.theme;
        let (sign, look) = looks(promise.outcome, theme);
        let mark = format!("{sign} {}", mark_words(promise.outcome));
        let star = if promise.the_one { "★ " } else { "  " };
        [
            Span::styled(format!("{mark:<MARK$}"), look),
            Span::styled(star, theme.the_one.style()),
        ]
    }

    pub(super) fn detail_line(&self, promise: &Promise, width: usize) -> Line<'static> {
        let mut line = Line::raw(" ".repeat(INDENT));
        line.extend(self.detail_spans(promise, width));
        line
    }

    /// By when, who, at which step. The day comes first: it must not be cut off.
    pub(super) fn detail_spans(&self, promise: &Promise, width: usize) -> [Span<'static>; 2] {
        let theme = self.theme;
        let due = due_words(promise, self.today);
        let is_late = promise.outcome == Some(Outcome::StillOpen) && promise.is_overdue(self.today);
        let look = if is_late { theme.warning } else { theme.quiet };
        let others = details(promise, self.round).join(" · ");
        let others = match (due.is_empty(), others.is_empty()) {
            (false, false) => format!(" · {others}"),
            _ => others,
        };
        let left = width.saturating_sub(cells(&due));
        [
            Span::styled(due, look.style()),
            Span::styled(shorten(&others, left), theme.quiet.style()),
        ]
    }
}

/// Which rows of these heights are drawn in a room, so that the chosen one is among them: from where, and
/// up to which one. Where not all fit a row stays free to say so.
pub(super) fn shown(heights: &[u16], chosen: usize, room: u16) -> (usize, usize) {
    let sum = |heights: &[u16]| heights.iter().map(|height| u32::from(*height)).sum::<u32>();
    if sum(heights) <= u32::from(room) {
        return (0, heights.len());
    }
    let room = u32::from(room.saturating_sub(1));
    let fits = |from: usize, to: usize| sum(&heights[from..to]) <= room;
    let last = (chosen + 1).min(heights.len());
    let from = (0..last).find(|from| fits(*from, last));
    let from = from.unwrap_or(last.saturating_sub(1));
    let to = (last..=heights.len()).rev().find(|to| fits(from, *to));
    (from, to.unwrap_or(last))
}

/// The sign and the look of a mark.
pub(super) fn looks(outcome: Option<Outcome>, theme: &Theme) -> (&'static str, Style) {
    match outcome {
        Some(Outcome::Kept) => ("✓", theme.kept.style()),
        Some(Outcome::NotKept) => ("✗", theme.broken.style()),
        Some(Outcome::StillOpen) => ("…", theme.open.style()),
        None => ("○", theme.waiting.style()),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn all_are_shown_where_they_fit_and_the_chosen_one_always() {
        assert_eq!(shown(&[2, 2, 2], 0, 6), (0, 3));
        assert_eq!(shown(&[2, 2, 2], 0, 5), (0, 2));
        assert_eq!(shown(&[2, 2, 2], 2, 5), (1, 3));
        assert_eq!(shown(&[2, 4, 2], 1, 4), (1, 2));
        assert_eq!(shown(&[2, 2], 1, 0), (1, 2));
        assert_eq!(shown(&[], 0, 5), (0, 0));
    }
}
