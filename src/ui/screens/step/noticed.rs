//! What was noticed at a step, as it is drawn: the notes, the phone clock, the departments, the times a year.

use crate::model::evidence::{NoteKind, PhoneLog};
use crate::model::moment::Seconds;
use crate::model::step_record::StepRecord;
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::widgets::wrap::{cells, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// What was noticed, the last notes where not all fit, and the other evidence.
pub(super) fn noticed(
    chosen: Option<usize>,
    record: &StepRecord,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = view.theme;
    let mut column = Column::new(area, buf);
    let width = column.width();
    let more = evidence_lines(record, width, view);
    if area.height > 4 {
        column.line(Span::styled("What you noticed", theme.quiet.style()));
    }
    let room = usize::from(column.rows_left()).saturating_sub(more.len());
    if record.notes.is_empty() && view.replay {
        column.line(Span::styled("–", theme.quiet.style()));
    } else if record.notes.is_empty() && room > 0 {
        column.line(Line::from(vec![
            Span::styled("+", theme.foot_key.style()),
            Span::styled(" a good surprise   ", theme.quiet.style()),
            Span::styled("-", theme.foot_key.style()),
            Span::styled(" a bad one", theme.quiet.style()),
        ]));
    }
    let lines = note_lines(chosen, record, width, view);
    draw_last(lines, chosen, room, view, &mut column);
    for line in more {
        column.line(line);
    }
}

/// The notes, a line or more each, with the number of each.
fn note_lines(
    chosen: Option<usize>,
    record: &StepRecord,
    width: usize,
    view: &View<'_>,
) -> Vec<(usize, Line<'static>)> {
    let theme = view.theme;
    let mut lines = Vec::new();
    for (index, note) in record.notes.iter().enumerate() {
        let (mark, look) = mark_of(note.kind, view);
        let is_chosen = chosen == Some(index);
        let style = if is_chosen {
            theme.chosen.style()
        } else {
            theme.text.style()
        };
        for (row, words) in wrap(note.text.as_str(), width.saturating_sub(2))
            .into_iter()
            .enumerate()
        {
            let start = if row == 0 {
                Span::styled(mark, look)
            } else {
                Span::raw(" ")
            };
            lines.push((
                index,
                Line::from(vec![start, Span::raw(" "), Span::styled(words, style)]),
            ));
        }
    }
    lines
}

/// The last lines that fit in so many rows, and how many notes are above them.
fn draw_last(
    mut lines: Vec<(usize, Line<'static>)>,
    chosen: Option<usize>,
    room: usize,
    view: &View<'_>,
    column: &mut Column<'_>,
) {
    let theme = view.theme;
    // The last notes are the ones that matter, unless an earlier one is chosen.
    let last = lines
        .iter()
        .rposition(|(index, _)| chosen.is_none_or(|chosen| *index == chosen));
    let end = last.map_or(0, |last| last + 1).max(room.min(lines.len()));
    let start = end.saturating_sub(room);
    if start > 0 && room > 1 {
        let earlier = lines[..=start]
            .iter()
            .map(|(index, _)| index)
            .max()
            .map_or(0, |index| index + 1);
        column.line(Span::styled(
            format!("↑ {earlier} more"),
            theme.quiet.style(),
        ));
        for (_, line) in lines.drain(start + 1..end) {
            column.line(line);
        }
    } else {
        for (_, line) in lines.drain(start..end) {
            column.line(line);
        }
    }
}

/// The sign of a note.
pub(super) fn mark_of(kind: NoteKind, view: &View<'_>) -> (&'static str, Style) {
    match kind {
        NoteKind::Good => ("▲", view.theme.good_surprise.style()),
        NoteKind::Bad => ("▼", view.theme.bad_surprise.style()),
        NoteKind::Fact => ("·", view.theme.fact.style()),
    }
}

/// The phone clock, the departments and the times a year, each on a line of its own, or on more where it needs them.
fn evidence_lines(record: &StepRecord, width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let phone = record.phone.iter();
    let phone = phone.flat_map(|phone| in_rows(phone_words(phone, view), width));
    let besides = besides(record);
    let rows = phone.chain(besides.iter().flat_map(|words| wrap(words, width)));
    rows.map(|row| Line::styled(row, view.theme.fact.style()))
        .collect()
}

/// The phone clock, the departments and the times a year, each whole.
pub(super) fn evidence(record: &StepRecord, view: &View<'_>) -> Vec<String> {
    let phone = record.phone.iter();
    let phone = phone.map(|phone| phone_words(phone, view).join(" · "));
    phone.chain(besides(record)).collect()
}

fn besides(record: &StepRecord) -> Vec<String> {
    let names: Vec<_> = record
        .departments
        .iter()
        .map(|department| department.name.as_str())
        .collect();
    let departments = (!names.is_empty()).then(|| format!("departments: {}", names.join(", ")));
    let times = record
        .times_a_year
        .map(|times| format!("{times} times a year"));
    departments.into_iter().chain(times).collect()
}

fn phone_words(phone: &PhoneLog, view: &View<'_>) -> Vec<String> {
    let mut parts = vec![format!("rings {}", phone.rings)];
    parts.extend(
        phone
            .answered_after
            .map(|span| format!("answered {}", Seconds(span))),
    );
    let hold = phone.hold_seconds(view.now);
    if hold > 0 {
        parts.push(format!("on hold {}", Seconds(hold)));
    }
    parts.extend(
        phone
            .person_after
            .map(|span| format!("a person {}", Seconds(span))),
    );
    parts
}

/// Parts over as few rows as they need, none of them torn.
fn in_rows(parts: Vec<String>, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    for part in parts {
        match rows.last_mut() {
            Some(row) if cells(row) + cells(" · ") + cells(&part) <= width => {
                row.push_str(" · ");
                row.push_str(&part);
            }
            _ => rows.push(part),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phone_clock_takes_a_second_row_before_it_is_cut() {
        let parts = || ["rings 1", "answered 0:02", "a person 0:05"].map(str::to_owned);
        assert_eq!(
            in_rows(parts().into(), 37),
            ["rings 1 · answered 0:02", "a person 0:05"]
        );
        assert_eq!(in_rows(parts().into(), 39).len(), 1);
    }
}
