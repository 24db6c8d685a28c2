//! One step in all sessions: the numbers large, everybody's dots under each other, who felt what twice.

use super::overview::look;
use super::strips::{Strip, Strips};
use super::{several, step_numbers, strips, words};
use crate::model::compare::{Comparison, StepRow};
use crate::model::stats::Summary;
use crate::ui::looks;
use crate::ui::page::{Column, full_width, is_vast, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use crate::ui::widgets::scale::{Scale, ScaleDot};
use crate::ui::widgets::wrap::{cells, shorten, wrap_within};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// From so many columns on, a row of dots has room for what it is beside it.
const NOTES_FROM: usize = 90;

/// Stands for a space at which no line is broken: a name and its ratings belong together.
const STUCK: &str = "␣";

/// The rows that a scale needs for dots, names and numbers.
const SCALE_ROWS: u16 = 6;

/// The most letters of a name over its scale on a vast screen.
const MOST_LARGE_NAME: usize = 24;

/// Draws the page of a step, counted from 0.
pub(super) fn draw(
    comparison: &Comparison,
    step: usize,
    theme: &Theme,
    screen: Rect,
    buf: &mut Buffer,
) {
    let Some(row) = comparison.steps.get(step) else {
        return;
    };
    let area = with_margins(screen);
    let mut column = Column::new(area, buf).on(screen);
    let title = format!("{} {}", step + 1, row.title);
    column.over(screen, |column| {
        column.said(&title, theme.question.style());
    });
    let people = people(row, comparison, area);
    let observed = observed(row, comparison, column.width());
    let tail = (people.len() + observed.len()) as u16;
    let two = comparison.columns.len() == 2;
    if two {
        step_numbers::draw(comparison, row, theme, &mut column, screen);
    } else {
        several::draw(comparison, row, (theme, tail), &mut column);
    }
    let rows = column.rows_left().saturating_sub(tail);
    let room = full_width(column.take(rows), screen);
    if two && rows >= 2 * (SCALE_ROWS + 1) {
        scales(comparison, row, theme, screen, room, column.buf());
    } else {
        strips(comparison, row, theme, inset(room), column.buf());
    }
    for line in observed {
        column.line(Span::styled(line, theme.quiet.style()));
    }
    for line in people {
        column.line(Span::styled(line, theme.text.style()));
    }
}

fn inset(area: Rect) -> Rect {
    Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// One scale under the other, with names.
fn scales(
    comparison: &Comparison,
    row: &StepRow,
    theme: &Theme,
    screen: Rect,
    area: Rect,
    buf: &mut Buffer,
) {
    let mut column = Column::new(area, buf);
    let each = area.height / 2;
    let is_large = is_vast(screen) && each > SCALE_ROWS + LINE;
    let most = if is_large {
        MOST_LARGE_NAME
    } else {
        usize::MAX
    };
    let names = words::names(comparison, most);
    for (name, cell) in names.iter().zip(&row.cells) {
        let standing = words::standing(cell);
        let head = draw_head(name, &standing, theme, is_large, &mut column);
        let dots = cell.dots.iter().map(|dot| ScaleDot {
            rating: dot.rating,
            first: None,
            name: dot.name.as_deref(),
        });
        let dots: Vec<_> = dots.collect();
        let median = match cell.summary {
            Summary::Room { median, .. } => Some(median),
            _ => None,
        };
        let scale = Scale::new(&dots).median(median).looks(looks::scale(theme));
        column.widget(each.saturating_sub(head), &scale);
    }
}

/// Draws whose scale it is and how the room stands, large where it may be; gives back its rows.
fn draw_head(
    name: &str,
    standing: &str,
    theme: &Theme,
    may_be_large: bool,
    column: &mut Column<'_>,
) -> u16 {
    let (strong, quiet) = (theme.strong.style(), theme.quiet.style());
    let head = LargeRows::new(vec![LargeRow {
        words: Span::styled(name, strong),
        more: Span::styled(standing, quiet),
        ..LargeRow::default()
    }]);
    let room = column.take(LINE);
    column.give_back(room.height);
    let line = with_margins(room);
    let rows = head.height(line.width);
    if let Some(rows) = rows.filter(|rows| may_be_large && *rows <= LINE) {
        column.gap(rows);
        head.render(line, column.buf());
        return rows;
    }
    column.line(Line::from(vec![
        Span::styled(format!(" {name}   "), strong),
        Span::styled(standing, quiet),
    ]));
    1
}

/// A row of dots for each session.
fn strips(comparison: &Comparison, row: &StepRow, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let names = words::names(comparison, strips::label_room(area.width));
    let strips = names.into_iter().zip(&row.cells);
    let strips = strips.map(|(name, cell)| Strip {
        label: name,
        number: (words::number(&cell.summary), look(&cell.summary, theme)),
        dots: cell.dots.iter().map(|dot| dot.rating).collect(),
        joined: false,
        note: if comparison.columns.len() > 2 && usize::from(area.width) + 2 >= NOTES_FROM {
            words::observed_shortly(cell)
        } else {
            String::new()
        },
    });
    let strips: Vec<_> = strips.collect();
    let widget = Strips {
        rows: &strips,
        looks: looks::scale(theme),
        text: theme.text.style(),
    };
    widget.render(area, buf);
}

/// How many observations stand behind it, in as few lines as it takes.
fn observed(row: &StepRow, comparison: &Comparison, width: usize) -> Vec<String> {
    let each: Vec<_> = row.cells.iter().map(words::observed).collect();
    let names = words::called(comparison, width);
    let many = if each.len() == 2 { "both" } else { "each" };
    if each.windows(2).all(|two| two[0] == two[1]) {
        return vec![format!("{many}: {}", each[0])];
    }
    if each.len() > 2 {
        // A wide screen has it beside each row of dots.
        if width >= NOTES_FROM {
            return Vec::new();
        }
        let all = row.cells.iter().zip(&names).map(|(cell, name)| {
            let words = words::observed_shortly(cell);
            format!("{name}: {words}")
        });
        return wrap_within(&all.collect::<Vec<_>>().join("; "), width, 3);
    }
    let labelled = names.iter().zip(&each);
    let labelled = labelled.map(|(name, words)| format!("{name}: {words}"));
    let labelled: Vec<_> = labelled.collect();
    let joined = labelled.join("   ");
    if cells(&joined) <= width {
        return vec![joined];
    }
    labelled.iter().map(|words| shorten(words, width)).collect()
}

/// The people of both sessions, each with their own two ratings, in as many rows as may be spared.
fn people(row: &StepRow, comparison: &Comparison, area: Rect) -> Vec<String> {
    let said = row
        .in_both
        .as_ref()
        .and_then(|both| words::each(both, comparison, STUCK));
    let Some(said) = said else {
        return Vec::new();
    };
    let rows = usize::from(area.height / 8).max(2);
    let width = usize::from(area.width);
    let lines = wrap_within(&said, width, rows);
    let blank = is_vast(area).then(String::new);
    let lines = lines.into_iter().map(|line| line.replace(STUCK, " "));
    blank.into_iter().chain(lines).collect()
}
