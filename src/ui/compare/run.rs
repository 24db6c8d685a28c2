//! The first page of three sessions and more: a number a step and session, and what each step does.

use super::grid::{Grid, GridRow};
use super::headline::{self, FURTHEST, names_of};
use super::overview::look;
use super::words;
use crate::model::compare::{Comparison, Kind, Spread, StepRow, Trend};
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::spark::{SparkLooks, spark_line};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws the page.
pub(super) fn draw(comparison: &Comparison, theme: &Theme, screen: Rect, buf: &mut Buffer) {
    let area = with_margins(screen);
    let most = usize::from(area.height / 5).max(1);
    let cautions = headline::cautions(comparison, theme, (usize::from(area.width), most));
    let rows: Vec<_> = comparison
        .steps
        .iter()
        .map(|row| {
            let numbers = row.cells.iter();
            let cells =
                numbers.map(|cell| (words::number(&cell.summary), look(&cell.summary, theme)));
            GridRow {
                label: row.short.to_string(),
                cells: cells.collect(),
                tail: tail(comparison, row, theme),
            }
        })
        .collect();
    let mut column = Column::new(area, buf).on(screen);
    let below =
        (rows.len() as u16 + 2) * if area.height > 30 { 5 } else { 1 } + cautions.len() as u16;
    draw_headline(comparison, theme, below, screen, &mut column);
    let rest = column.rows_left().saturating_sub(cautions.len() as u16);
    let grid = Grid {
        labels: comparison
            .columns
            .iter()
            .map(|one| one.label.as_str())
            .collect(),
        rows: &rows,
        head: theme.quiet.style(),
        label: theme.text.style(),
    };
    column.widget(rest, &grid);
    for line in cautions {
        column.line(line);
    }
}

/// What the steps do, as large as the grid leaves room for: all of it, or the name of the step that it is about.
fn draw_headline(
    comparison: &Comparison,
    theme: &Theme,
    below: u16,
    screen: Rect,
    column: &mut Column<'_>,
) {
    let furthest = furthest_apart(comparison);
    let said = in_words(comparison, &furthest);
    let large = |words| Headline::new(words).style(theme.headline.style());
    let whole = large(&said);
    if column.is_large(&whole, below) {
        column.headline(&whole, below);
        return;
    }
    if !furthest.is_empty() {
        let names = names_of(&furthest);
        let names = [large(&names[0]), large(&names[1])];
        // Over them stands a line more.
        if names.iter().any(|name| column.is_large(name, below + 1)) {
            column.over(screen, |column| {
                column.line(Span::styled(FURTHEST, theme.question.style()));
            });
            column.largest(&names, below);
            return;
        }
    }
    column.text(&said, theme.headline.style());
    column.gap(u16::from(!is_low(screen)));
}

/// The steps at which walks that stand beside each other differ most; none where they are the same.
fn furthest_apart(comparison: &Comparison) -> Vec<&StepRow> {
    let is_beside = comparison.kind == Kind::Beside;
    let mut rows = words::furthest_apart(comparison);
    rows.retain(|row| is_beside && !row.spread.is_some_and(Spread::is_same));
    rows
}

/// What the steps do, as a count of them: no more can be said of a few rounds.
fn in_words(comparison: &Comparison, furthest: &[&StepRow]) -> String {
    if comparison.kind == Kind::Beside {
        return match furthest {
            [] => format!("{} side by side", comparison.columns.len()),
            rows => format!("{FURTHEST}: {}", names_of(rows)[0]),
        };
    }
    let of = |trend| {
        comparison
            .steps
            .iter()
            .filter(|row| row.trend == Some(trend))
            .count()
    };
    match (of(Trend::Up), of(Trend::Down)) {
        (0, 0) => format!("{} rounds", comparison.columns.len()),
        (up, 0) => format!("{up} up each time"),
        (0, down) => format!("{down} down each time"),
        (up, down) => format!("{up} up, {down} down each time"),
    }
}

fn tail(comparison: &Comparison, row: &StepRow, theme: &Theme) -> Line<'static> {
    let numbers: Vec<_> = row
        .cells
        .iter()
        .map(|cell| cell.summary.headline())
        .collect();
    let looks = SparkLooks {
        up: theme.up_dot.style(),
        down: theme.down_dot.style(),
        missing: theme.axis.style(),
    };
    let (words, style) = match (comparison.kind, row.trend, row.spread) {
        (Kind::Run, Some(trend), _) => (
            words::trend(trend).to_owned(),
            match trend {
                Trend::Up => theme.up.style(),
                Trend::Down => theme.down.style(),
                Trend::Same | Trend::NoOneWay => theme.text.style(),
            },
        ),
        (Kind::Beside, _, Some(spread)) => (words::spread_shortly(spread), theme.text.style()),
        _ => (String::new(), theme.text.style()),
    };
    let mut line = if comparison.kind == Kind::Run {
        spark_line(&numbers, &looks)
    } else {
        Line::default()
    };
    line.push_span(Span::styled(format!(" {words}"), style));
    line
}
