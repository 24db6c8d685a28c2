//! What was promised in the round before, and what became of it.

use super::words;
use crate::model::compare::Comparison;
use crate::model::promise::{Outcome, Promise};
use crate::ui::page::{Column, is_low, rows_of, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// Draws the page.
pub(super) fn draw(comparison: &Comparison, theme: &Theme, screen: Rect, buf: &mut Buffer) {
    let area = with_margins(screen);
    let mut column = Column::new(area, buf).on(screen);
    let kept = words::kept(&comparison.kept);
    let headline = Headline::new(&kept).style(theme.headline.style());
    let width = usize::from(area.width);
    let rows = |promise: &Promise, with_who: bool| {
        rows_of(&said(promise), width.saturating_sub(3)) + u16::from(with_who)
    };
    let all = |with_who| -> u16 { comparison.kept.iter().map(|one| rows(one, with_who)).sum() };
    let with_who = all(true) + 6 <= area.height;
    column.headline(&headline, all(with_who) + u16::from(!is_low(area)));
    for (at, promise) in comparison.kept.iter().enumerate() {
        let more = comparison.kept.len() - at;
        if column.rows_left() < rows(promise, with_who) || (column.rows_left() == 1 && more > 1) {
            column.line(Span::styled(format!("↓ {more} more"), theme.quiet.style()));
            return;
        }
        let (mark, style) = look(promise, theme);
        column.marked(&Span::styled(mark, style), &said(promise), style);
        let who = words::who(promise);
        if with_who {
            column.marked(&Span::raw(" "), &who, theme.quiet.style());
        }
    }
}

/// A promise with what became of it, in words too: a sign alone is soon misread.
fn said(promise: &Promise) -> String {
    format!("{}: {}", words::outcome(promise), promise.what)
}

fn look(promise: &Promise, theme: &Theme) -> (&'static str, Style) {
    match promise.outcome {
        Some(Outcome::Kept) => ("✓", theme.kept.style()),
        Some(Outcome::NotKept) => ("✗", theme.broken.style()),
        Some(Outcome::StillOpen) => ("…", theme.open.style()),
        None => ("○", theme.waiting.style()),
    }
}
