//! What was promised in the round before, and what became of it.

use crate::model::compare::{Comparison, Kept};
use crate::model::moment::date_words;
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Draws the page.
pub(super) fn draw(comparison: &Comparison, theme: &Theme, screen: Rect, buf: &mut Buffer) {
    let area = with_margins(screen);
    let mut column = Column::new(area, buf).on(screen);
    let headline = Headline::new("Promised").style(theme.headline.style());
    column.headline(&headline, comparison.kept.len() as u16 * 2 + 1);
    for promise in &comparison.kept {
        let style = if promise.the_one {
            theme.the_one.style()
        } else {
            theme.text.style()
        };
        column.marked(&Span::styled("○", style), promise.what.as_str(), style);
        let who = who(promise);
        if !who.is_empty() && !is_low(area) {
            column.marked(&Span::raw(" "), &who, theme.quiet.style());
        }
    }
}

/// Who sees to it, and by when.
fn who(promise: &Kept) -> String {
    let by = promise.by.map(|date| format!("by {}", date_words(date)));
    let who = (!promise.who.is_empty()).then(|| promise.who.to_string());
    let parts: Vec<_> = who.into_iter().chain(by).collect();
    parts.join(", ")
}
