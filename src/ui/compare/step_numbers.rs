//! The numbers of a step in two sessions, large, and beside them what they come to.

use super::overview::{look, shift_look};
use super::words;
use crate::model::compare::{Comparison, Kind, StepRow};
use crate::model::stats::Summary;
use crate::ui::page::{Column, is_vast};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::LetterSize;
use crate::ui::widgets::numbers::{LargeNumber, Numbers};
use crate::ui::widgets::wrap::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The columns between the numbers and what stands beside them.
const BESIDE: u16 = 3;

/// The fewest columns in which words stand beside the numbers.
const LEAST_BESIDE: u16 = 20;

/// The most rows of words beside the numbers.
const MOST_BESIDE: u16 = 6;

/// The same on a low screen, where the dots need each row.
const MOST_BESIDE_LOW: u16 = 5;

/// The most letters of a name under its number on a vast screen.
const MOST_LARGE_NAME: usize = 13;

/// The most rows of words under the numbers.
const MOST_UNDER: u16 = 2;

/// Both numbers, and beside them what they come to.
pub(super) fn draw(
    comparison: &Comparison,
    row: &StepRow,
    theme: &Theme,
    column: &mut Column<'_>,
    screen: Rect,
) {
    let names = labels(comparison, screen);
    let of_session = names.iter().zip(&row.cells);
    let of_session = of_session.map(|(name, cell)| LargeNumber {
        text: words::number(&cell.summary),
        style: look(&cell.summary, theme),
        label: name.as_str(),
    });
    let all: Vec<_> = of_session.collect();
    let width = column.width() as u16;
    let (beside, standing) = beside(comparison, row, theme, column.width());
    let lines = [&beside[..], &standing[..]].concat();
    // The dots need the rest.
    let most = (screen.height * 3 / 10).clamp(5, 17);
    let numbers = large(&all, comparison.kind, theme);
    let (numbers, room) = sized(numbers, &lines, (width, most), screen);
    let (taken, rows) = numbers.extent(room, most);
    let left = width.saturating_sub(taken + BESIDE);
    if left < LEAST_BESIDE {
        column.widget(rows, &numbers);
        for line in fitting(&lines, width, MOST_UNDER) {
            column.line(line);
        }
        return;
    }
    let wrapped = in_few_rows((&beside, &lines), left, screen);
    let rows = if is_vast(screen) {
        most
    } else {
        rows.max(wrapped.len() as u16)
    };
    let room = column.take(rows);
    let [own, text] = Layout::horizontal([Constraint::Length(taken), Constraint::Length(left)])
        .spacing(BESIDE)
        .areas(room);
    numbers.render(own, column.buf());
    if is_vast(screen) {
        column.gap(1);
        return said_large(&lines, text, screen, column.buf());
    }
    let mut beside = Column::new(text, column.buf());
    beside.gap(rows.saturating_sub(wrapped.len() as u16) / 2);
    for line in wrapped {
        beside.line(line);
    }
}

/// What stands under each number.
fn labels(comparison: &Comparison, screen: Rect) -> Vec<String> {
    let bare = comparison.kind == Kind::ThenAndNow && screen.height < 22;
    match (bare, is_vast(screen)) {
        // On few rows the arrow says it, and the dots under it have the words.
        (true, _) => vec![String::new(); comparison.columns.len()],
        (_, true) => words::names(comparison, MOST_LARGE_NAME),
        (_, false) => words::names(comparison, usize::MAX),
    }
}

/// The numbers with what stands under them large where they stay larger, and the columns they get beside these lines.
fn sized<'a>(
    numbers: Numbers<'a>,
    lines: &[Line<'static>],
    (width, most): (u16, u16),
    screen: Rect,
) -> (Numbers<'a>, u16) {
    let room_of =
        |numbers: &Numbers<'_>, words| numbers_room(numbers, (lines, words), (width, most));
    if is_vast(screen) {
        // The words are large as well, and broken where a line ends.
        let labelled = numbers.clone().with_large_labels();
        let room = room_of(&labelled, width / 3);
        if labelled.size(room, most) > LetterSize::Quarter {
            return (labelled, room);
        }
    }
    let room = room_of(&numbers, width / if is_vast(screen) { 3 } else { 2 });
    (numbers, room)
}

/// The columns for the numbers: as many as leave the words their length, or else as many as make the numbers large.
fn numbers_room(
    numbers: &Numbers<'_>,
    (beside, most_words): (&[Line<'static>], u16),
    (width, most): (u16, u16),
) -> u16 {
    let longest = beside.iter().map(Line::width).max().unwrap_or(0) as u16;
    let words = longest.min(most_words);
    let room = width.saturating_sub(words + BESIDE).max(width / 3);
    let mut rooms = [room, width.saturating_sub(LEAST_BESIDE + BESIDE), width].into_iter();
    let large = rooms.find(|room| numbers.is_large(*room, most));
    large.unwrap_or(room)
}

/// The lines beside the numbers. Where not all of them fit, the dots say as well how a room is divided.
fn in_few_rows(
    (beside, all): (&[Line<'static>], &[Line<'static>]),
    width: u16,
    screen: Rect,
) -> Vec<Line<'static>> {
    let most = if screen.height < 22 {
        MOST_BESIDE_LOW
    } else {
        MOST_BESIDE
    };
    let whole = beside_lines(all, width);
    if whole.len() <= usize::from(most) {
        return whole;
    }
    fitting(beside, width, most)
}

/// The lines in at most so many rows: those that don't fit any more are left out as a whole.
fn fitting(lines: &[Line<'static>], width: u16, rows: u16) -> Vec<Line<'static>> {
    beside_lines(&lines[..many_fitting(lines, width, rows)], width)
}

fn many_fitting(lines: &[Line<'static>], width: u16, rows: u16) -> usize {
    let fits = |many: &usize| beside_lines(&lines[..*many], width).len() <= usize::from(rows);
    (0..=lines.len()).rev().find(fits).unwrap_or(0)
}

/// The numbers of a page: an arrow between rounds, nothing between what only stands beside each other.
pub(super) fn large<'a>(all: &'a [LargeNumber<'a>], kind: Kind, theme: &Theme) -> Numbers<'a> {
    let joint = if kind == Kind::ThenAndNow { "→" } else { "" };
    Numbers::new(all, joint).looks(theme.number.style(), theme.quiet.style())
}

/// As many of the lines in block letters as leave room for the others in plain ones.
fn said_large(lines: &[Line<'static>], area: Rect, screen: Rect, buf: &mut Buffer) {
    let mut column = Column::new(area, buf).on(screen);
    let lines = &lines[..many_fitting(lines, area.width, area.height)];
    let mut is_large = true;
    for (at, line) in lines.iter().enumerate() {
        let words = line.to_string();
        let others = &lines[at + 1..];
        let more = beside_lines(others, area.width).len() as u16;
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
    width: usize,
) -> (Vec<Line<'static>>, Vec<Line<'static>>) {
    let names = words::called(comparison, width);
    let mut lines = Vec::new();
    let mut say = |words: String, style: Style| lines.push(Line::from(Span::styled(words, style)));
    if let Some(shift) = row.shift {
        let words = words::shifted(shift, comparison.kind);
        say(words, shift_look(row, comparison, theme));
    }
    if let Some(words) = row
        .in_both
        .as_ref()
        .and_then(|both| words::in_both(both, comparison, &names))
    {
        say(words, theme.strong.style());
    }
    if let Some(words) = words::gone_at(row, comparison, &names) {
        say(words, theme.leaving.style());
    }
    if let Some(words) = words::expected_at(row, comparison, &names) {
        say(words, theme.expected.style());
    }
    let cells = row.cells.iter().zip(names);
    let cells =
        cells.filter(|(cell, _)| matches!(cell.summary, Summary::Split { .. } | Summary::Two(..)));
    let standing = cells.map(|(cell, name)| {
        let words = format!("{name}: {}", words::standing(cell));
        Line::from(Span::styled(words, theme.text.style()))
    });
    (lines, standing.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_does_not_fit_any_more_is_left_out_as_a_whole() {
        let lines = ["all 5 in both felt better", "expected: +7 → +4"].map(Line::raw);
        let said = |width, rows| {
            let lines = fitting(&lines, width, rows).into_iter();
            lines.map(|line| line.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(
            said(30, 2),
            ["all 5 in both felt better", "expected: +7 → +4"]
        );
        assert_eq!(said(20, 2), ["all 5 in both felt", "better"]);
        assert_eq!(said(20, 1), [""; 0]);
    }

    #[test]
    fn large_lines_leave_the_others_all_their_rows() {
        let wraps = "顧客満足 ".repeat(30) + "終";
        let lines = ["▲ 9 points up", "all 5 in both felt better", &wraps].map(|words| {
            let words = words.to_owned();
            Line::from(Span::raw(words))
        });
        let width = 60;
        let least = beside_lines(&lines, width).len() as u16;
        for height in least..40 {
            let area = Rect::new(0, 0, width, height);
            let mut buf = Buffer::empty(area);
            said_large(&lines, area, Rect::new(0, 0, 200, 60), &mut buf);
            let said = buf.content.iter().any(|cell| cell.symbol() == "終");
            assert!(said, "in {height} rows");
        }
    }

    #[test]
    fn numbers_take_the_room_of_the_words_before_they_become_small() {
        let split = ["SPLIT", "+5"].map(|text| LargeNumber {
            text: text.to_owned(),
            style: Style::new(),
            label: "",
        });
        let numbers = Numbers::new(&split, "→");
        let words = [Line::raw("then: 3 around −7, 2 around +4, 6 of 6")];
        let room = |width| numbers_room(&numbers, (&words, width / 2), (width, 6));
        assert_eq!(room(96), 96 - 38 - BESIDE, "the words in a line");
        assert_eq!(room(58), 58 - LEAST_BESIDE - BESIDE, "the words in several");
        assert_eq!(room(40), 40, "the words under them");
        assert_eq!(room(24), 24 - 12 - BESIDE, "no room for large ones");
    }
}
