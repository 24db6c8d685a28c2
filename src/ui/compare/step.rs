//! One step in all sessions: the numbers large, everybody's dots under each other, who felt what twice.

use super::overview::{look, shift_look};
use super::strips::{Strip, Strips};
use super::words;
use crate::model::compare::{Comparison, Kind, StepRow};
use crate::model::stats::Summary;
use crate::ui::looks;
use crate::ui::page::{Column, full_width, is_vast, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::numbers::{LargeNumber, Numbers};
use crate::ui::widgets::scale::{Scale, ScaleDot};
use crate::ui::widgets::wrap::{cells, shorten, wrap, wrap_within};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The columns between the numbers and what stands beside them.
const BESIDE: u16 = 3;

/// The fewest columns in which words stand beside the numbers, and the most rows of them there and under them.
const LEAST_BESIDE: u16 = 20;
const MOST_BESIDE: u16 = 6;
const MOST_UNDER: u16 = 2;

/// From so many columns on, a row of dots has room for what it is beside it.
const NOTES_FROM: usize = 90;

/// Stands for a space at which no line is broken: a name and its ratings belong together.
const STUCK: &str = "␣";

/// The rows that a scale needs for dots, names and numbers.
const SCALE_ROWS: u16 = 6;

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
        numbers(comparison, row, theme, &mut column, screen);
    } else {
        several(comparison, row, (theme, tail), &mut column);
    }
    let rows = column.rows_left().saturating_sub(tail);
    let room = full_width(column.take(rows), screen);
    if two && rows >= 2 * (SCALE_ROWS + 1) {
        scales(comparison, row, theme, room, column.buf());
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

/// Both numbers, and beside them what they come to.
fn numbers(
    comparison: &Comparison,
    row: &StepRow,
    theme: &Theme,
    column: &mut Column<'_>,
    screen: Rect,
) {
    // On few rows the arrow says it, and the dots under it have the words.
    let bare = comparison.kind == Kind::ThenAndNow && screen.height < 22;
    let of_session = comparison.columns.iter().zip(&row.cells);
    let of_session = of_session.map(|(one, cell)| LargeNumber {
        text: words::number(&cell.summary),
        style: look(&cell.summary, theme),
        label: if bare { "" } else { one.label.as_str() },
    });
    let all: Vec<_> = of_session.collect();
    let numbers = large(&all, comparison.kind, theme);
    let (beside, standing) = beside(comparison, row, theme);
    let width = column.width() as u16;
    // The dots need the rest.
    let most = (screen.height * 3 / 10).clamp(5, 17);
    let all = [&beside[..], &standing[..]].concat();
    let room = numbers_room(&numbers, &all, (width, most));
    let (taken, rows) = numbers.extent(room, most);
    let left = width.saturating_sub(taken + BESIDE);
    if left < LEAST_BESIDE {
        column.widget(rows, &numbers);
        for line in fitting(&all, width, MOST_UNDER) {
            column.line(line);
        }
        return;
    }
    // The dots say as well how a room is divided.
    let wrapped = if beside_lines(&all, left).len() <= usize::from(MOST_BESIDE) {
        beside_lines(&all, left)
    } else {
        fitting(&beside, left, MOST_BESIDE)
    };
    let rows = if is_vast(screen) {
        most
    } else {
        rows.max(wrapped.len() as u16)
    };
    let room = column.take(rows);
    numbers.render(
        Rect {
            width: taken,
            ..room
        },
        column.buf(),
    );
    let text = Rect {
        x: room.x + (taken + BESIDE).min(room.width),
        width: room.width.saturating_sub(taken + BESIDE),
        ..room
    };
    if is_vast(screen) {
        said_large(&all, text, screen, column.buf());
        return;
    }
    let mut beside = Column::new(text, column.buf());
    beside.gap(rows.saturating_sub(wrapped.len() as u16) / 2);
    for line in wrapped {
        beside.line(line);
    }
}

/// The columns for the numbers: as many as leave the words their length, or else as many as make the numbers large.
fn numbers_room(numbers: &Numbers<'_>, beside: &[Line<'static>], (width, most): (u16, u16)) -> u16 {
    let longest = beside.iter().map(Line::width).max().unwrap_or(0) as u16;
    let words = longest.min(width / 2);
    let room = width.saturating_sub(words + BESIDE).max(width / 3);
    let mut rooms = [room, width.saturating_sub(LEAST_BESIDE + BESIDE), width].into_iter();
    let large = rooms.find(|room| numbers.is_large(*room, most));
    large.unwrap_or(room)
}

/// The lines in at most so many rows: those that don't fit any more are left out as a whole.
fn fitting(lines: &[Line<'static>], width: u16, rows: u16) -> Vec<Line<'static>> {
    let fits = |many: &usize| beside_lines(&lines[..*many], width).len() <= usize::from(rows);
    let many = (0..=lines.len()).rev().find(fits).unwrap_or(0);
    beside_lines(&lines[..many], width)
}

/// What three sessions and more come to at this step, as large as the dots leave room for.
fn several(
    comparison: &Comparison,
    row: &StepRow,
    (theme, tail): (&Theme, u16),
    column: &mut Column<'_>,
) {
    let trend = row.trend.map(|trend| words::trend(trend).to_owned());
    let apart = || row.spread.map(words::apart);
    let divided = row.spread.and_then(words::divided);
    let divided = divided.filter(|_| trend.is_none());
    let both = row.in_both.as_ref();
    let both = both.and_then(|both| words::in_both(both, comparison));
    let said = trend.clone().or_else(apart).unwrap_or_default();
    let more: Vec<_> = [divided, both].into_iter().flatten().collect();
    let more = more.join("; ");
    let each = match column.rows_left() {
        ..22 => 2,
        22..40 => 3,
        _ => 6,
    };
    let below = each * row.cells.len() as u16 + 2 + tail + column.rows_said(&more);
    let large = Headline::new(&said).style(theme.strong.style());
    if column.is_large(&large, below) {
        column.headline(&large, below);
        column.said(&more, theme.strong.style());
    } else {
        let all = [said, more];
        let all: Vec<_> = all.into_iter().filter(|words| !words.is_empty()).collect();
        column.text(&all.join("; "), theme.strong.style());
    }
}

/// The numbers of a page: an arrow between rounds, nothing between what only stands beside each other.
pub(super) fn large<'a>(all: &'a [LargeNumber<'a>], kind: Kind, theme: &Theme) -> Numbers<'a> {
    let joint = if kind == Kind::ThenAndNow { "→" } else { "" };
    Numbers::new(all, joint).looks(theme.number.style(), theme.quiet.style())
}

/// As many of the lines in block letters as leave a row for each of the others.
fn said_large(lines: &[Line<'static>], area: Rect, screen: Rect, buf: &mut Buffer) {
    let mut column = Column::new(area, buf).on(screen);
    let mut is_large = true;
    for (at, line) in lines.iter().enumerate() {
        let (words, more) = (line.to_string(), (lines.len() - at - 1) as u16);
        // What matters most comes first: after a small line none is large again.
        is_large &= column.rows_said(&words) + more <= column.rows_left();
        if is_large {
            column.said(&words, line.style);
        } else {
            column.text(&words, line.style);
        }
    }
}

fn beside_lines(beside: &[Line<'static>], width: u16) -> Vec<Line<'static>> {
    let lines = beside.iter().flat_map(|line| {
        let style = line.style;
        let words = wrap(&line.to_string(), usize::from(width.max(1)));
        words
            .into_iter()
            .map(move |words| Line::from(Span::styled(words, style)))
    });
    lines.collect()
}

/// What the numbers come to, the most important first, and what those are that are no middle of a room.
fn beside(
    comparison: &Comparison,
    row: &StepRow,
    theme: &Theme,
) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let mut lines = Vec::new();
    let mut say = |words: String, style: Style| lines.push(Line::from(Span::styled(words, style)));
    if let Some(shift) = row.shift {
        let words = words::shifted(shift, comparison.kind);
        say(words, shift_look(row, comparison, theme));
    }
    if let Some(words) = row
        .in_both
        .as_ref()
        .and_then(|both| words::in_both(both, comparison))
    {
        say(words, theme.strong.style());
    }
    if let Some(words) = words::gone_at(row, comparison) {
        say(words, theme.leaving.style());
    }
    if let Some(words) = words::expected_at(row, comparison) {
        say(words, theme.expected.style());
    }
    let cells = comparison.columns.iter().zip(&row.cells);
    let cells =
        cells.filter(|(_, cell)| matches!(cell.summary, Summary::Split { .. } | Summary::Two(..)));
    let standing = cells.map(|(column, cell)| {
        let standing = words::standing(cell, column.company);
        let words = format!("{}: {standing}", column.label);
        Line::from(Span::styled(words, theme.text.style()))
    });
    (lines, standing.collect())
}

/// One scale under the other, with names.
fn scales(comparison: &Comparison, row: &StepRow, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let mut column = Column::new(area, buf);
    let each = area.height / 2;
    for (session, cell) in comparison.columns.iter().zip(&row.cells) {
        let standing = words::standing(cell, session.company);
        let head = Line::from(vec![
            Span::styled(format!(" {}   ", session.label), theme.strong.style()),
            Span::styled(standing, theme.quiet.style()),
        ]);
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
        column.line(head);
        column.widget(each.saturating_sub(1), &scale);
    }
}

/// A row of dots for each session.
fn strips(comparison: &Comparison, row: &StepRow, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let strips = comparison.columns.iter().zip(&row.cells);
    let strips = strips.map(|(session, cell)| Strip {
        label: session.label.clone(),
        number: (words::number(&cell.summary), look(&cell.summary, theme)),
        dots: cell.dots.iter().map(|dot| dot.rating).collect(),
        joined: false,
        note: if comparison.columns.len() > 2 && usize::from(area.width) + 2 >= NOTES_FROM {
            words::observed_shortly(cell, session.company)
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
    let each = comparison.columns.iter().zip(&row.cells);
    let each: Vec<_> = each
        .map(|(column, cell)| (column, words::observed(cell, column.company)))
        .collect();
    let many = if each.len() == 2 { "both" } else { "each" };
    if each.windows(2).all(|two| two[0].1 == two[1].1) {
        return vec![format!("{many}: {}", each[0].1)];
    }
    if each.len() > 2 {
        // A wide screen has it beside each row of dots.
        if width >= NOTES_FROM {
            return Vec::new();
        }
        let all = comparison.columns.iter().zip(&row.cells);
        let all = all.map(|(column, cell)| {
            let words = words::observed_shortly(cell, column.company);
            format!("{}: {words}", column.label)
        });
        return wrap_within(&all.collect::<Vec<_>>().join("; "), width, 3);
    }
    let labelled = each.iter();
    let labelled = labelled.map(|(column, words)| format!("{}: {words}", column.label));
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
