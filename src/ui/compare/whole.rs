//! The whole way in all sessions: the verdicts, of two sessions large, then what the steps came to.

use super::grid::{Grid, GridRow};
use super::step_numbers::large;
use super::words;
use crate::model::compare::Comparison;
use crate::model::verdicts::Count;
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::numbers::LargeNumber;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws the page.
pub(super) fn draw(comparison: &Comparison, theme: &Theme, screen: Rect, buf: &mut Buffer) {
    let area = with_margins(screen);
    let mut column = Column::new(area, buf).on(screen);
    let said: Vec<_> = [
        comparison
            .turned
            .map(|counts| words::turned(counts, comparison)),
        comparison.expecting.map(words::expecting),
    ]
    .into_iter()
    .flatten()
    .collect();
    let rows = rows(comparison, theme);
    let gap = u16::from(!is_low(area));
    let apart = if area.height > 40 { 6 } else { 1 };
    let said_rows: u16 = said.iter().map(|words| column.rows_said(words)).sum();
    let below = rows.len() as u16 * apart + 1 + said_rows + 2 * gap;
    if comparison.columns.len() == 2 {
        verdicts(comparison, theme, (screen, below), &mut column);
    } else {
        // One answer of the two, so large, would be taken for the verdict.
        let title = Headline::new("The whole journey").style(theme.headline.style());
        column.headline(&title, below + 3);
    }
    column.gap(gap);
    let columns = comparison.columns.iter();
    let grid = Grid {
        labels: columns.map(|one| one.label.as_str()).collect(),
        rows: &rows,
        head: theme.quiet.style(),
        label: theme.text.style(),
    };
    let rest = column.rows_left().saturating_sub(said_rows + gap);
    let rows = (rows.len() as u16 * apart + 1).min(rest);
    column.widget(rows, &grid);
    column.gap(gap);
    for words in said {
        column.said(&words, theme.strong.style());
    }
}

/// The verdicts of two sessions, large while so many rows stay free, and over them what they count.
fn verdicts(
    comparison: &Comparison,
    theme: &Theme,
    (screen, below): (Rect, u16),
    column: &mut Column<'_>,
) {
    let width = column.width() as u16;
    let names = words::called(comparison, column.width());
    let columns = comparison.columns.iter().zip(&names);
    let all: Vec<_> = columns
        .map(|(one, name)| LargeNumber {
            text: words::verdict(one),
            style: look(one.verdicts, theme),
            label: name.as_str(),
        })
        .collect();
    let builds = format!("▲ {}", comparison.answers.builds);
    let numbers = large(&all, comparison.kind, theme);
    let words = Headline::small(&builds).style(theme.builds.style());
    // The numbers come first; what they count is large where that leaves them as they are.
    let room = column.rows_left().saturating_sub(below);
    let less = room.saturating_sub(LINE);
    let is_spare = words.is_large(width, LINE)
        && numbers.is_large(width, less)
        && numbers.extent(width, less) == numbers.extent(width, room);
    column.over(screen, |column| {
        if is_spare {
            column.widget(LINE, &words);
        } else {
            column.text(&builds, theme.builds.style());
        }
    });
    let room = column.rows_left().saturating_sub(below);
    let (_, used) = numbers.extent(width, room.max(2));
    column.widget(used, &numbers);
}

fn rows(comparison: &Comparison, theme: &Theme) -> Vec<GridRow> {
    let columns = &comparison.columns;
    let tight = columns.len() > 4;
    let row = |label: &str, of: &dyn Fn(&crate::model::compare::Column) -> (String, Style)| {
        let cells = columns.iter().map(|column| {
            let (text, style) = of(column);
            let text = if tight {
                text.replace(" of ", "/")
            } else {
                text
            };
            (text, style)
        });
        GridRow {
            label: label.to_owned(),
            cells: cells.collect(),
            tail: ratatui::text::Line::default(),
        }
    };
    let text = theme.text.style();
    let mut rows = Vec::new();
    if columns.len() > 2 {
        rows.push(row(comparison.answers.builds.as_str(), &|column| {
            (words::verdict(column), look(column.verdicts, theme))
        }));
    }
    rows.push(row("balance", &|column| {
        (words::balance(column), theme.number.style())
    }));
    rows.push(row("would have left", &|column| {
        (words::gone(column), text)
    }));
    rows.push(row("expected better", &|column| {
        (words::expected_better(column), text)
    }));
    rows.push(row("people", &|column| (column.people.to_string(), text)));
    rows
}

fn look(verdicts: Option<Count>, theme: &Theme) -> Style {
    match verdicts {
        Some(Count { builds, erodes, .. }) if builds > erodes => theme.builds.style(),
        Some(Count { builds, erodes, .. }) if erodes > builds => theme.erodes.style(),
        _ => theme.number.style(),
    }
}
