//! Whether a step is the same every time: from the lowest walk of it to the highest.

use super::strips::{Strip, Strips};
use super::words;
use crate::model::compare::{Comparison, SAME_WITHIN};
use crate::ui::looks;
use crate::ui::page::{Column, full_width, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The question of the page, in ever fewer words.
const HEADLINES: [&str; 2] = ["The same every time?", "The same?"];

/// Draws the page.
pub(super) fn draw(comparison: &Comparison, theme: &Theme, screen: Rect, buf: &mut Buffer) {
    let area = with_margins(screen);
    let mut column = Column::new(area, buf).on(screen);
    let foot = format!(
        "Each dot is a walk: a room's middle, or one person's own. The same is within {SAME_WITHIN} points."
    );
    let foot_rows = column.rows_said(&foot);
    let steps = comparison.steps.len() as u16;
    let headlines = HEADLINES.map(|words| Headline::new(words).style(theme.headline.style()));
    let roomy = (steps * 2 + 5).max(area.height * 3 / 4);
    let keeps = [roomy, steps * 2 + 2 + foot_rows, steps + 2 + foot_rows];
    let is_large = |keep: &u16| {
        headlines
            .iter()
            .any(|headline| column.is_large(headline, *keep))
    };
    match keeps.into_iter().find(is_large) {
        Some(keep) => column.largest(&headlines, keep),
        None => column.text(HEADLINES[0], theme.headline.style()),
    }
    let strips: Vec<_> = comparison
        .steps
        .iter()
        .map(|row| {
            let numbers = row.cells.iter().filter_map(|cell| cell.summary.headline());
            let apart = row.spread.map_or("–".to_owned(), words::spread_shortly);
            Strip {
                label: row.short.to_string(),
                number: (apart, theme.strong.style()),
                dots: numbers.collect(),
                joined: true,
                note: String::new(),
            }
        })
        .collect();
    let rows = column.rows_left().saturating_sub(foot_rows);
    let room = full_width(column.take(rows), screen);
    let room = Rect {
        x: room.x + 1,
        width: room.width.saturating_sub(2),
        ..room
    };
    let strips = Strips {
        rows: &strips,
        looks: looks::scale(theme),
        text: theme.text.style(),
    };
    ratatui::widgets::Widget::render(&strips, room, column.buf());
    column.said(&foot, theme.quiet.style());
}
