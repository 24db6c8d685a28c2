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
    let vast = column.is_vast();
    let of_words = |promise: &Promise, column: &Column<'_>| {
        if vast {
            column.rows_said(&said(promise))
        } else {
            rows_of(&said(promise), width.saturating_sub(3))
        }
    };
    let promises = comparison.kept.iter();
    let mut rows: Vec<u16> = promises.map(|one| of_words(one, &column)).collect();
    let all: u16 = rows.iter().sum();
    let with_who = all + rows.len() as u16 + 6 <= area.height;
    for row in &mut rows {
        *row += u16::from(with_who);
    }
    let below = rows.iter().sum::<u16>() + u16::from(!is_low(area));
    column.headline(&headline, below);
    for (at, promise) in comparison.kept.iter().enumerate() {
        let more = comparison.kept.len() - at;
        if column.rows_left() < rows[at] || (column.rows_left() == 1 && more > 1) {
            column.line(Span::styled(format!("↓ {more} more"), theme.quiet.style()));
            return;
        }
        let (mark, style) = look(promise, theme);
        if vast {
            column.said(&said(promise), style);
        } else {
            column.marked(&Span::styled(mark, style), &said(promise), style);
        }
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
