//! How a step being done is drawn.

use super::panel::Panel;
use super::{StepScreen, mode_words, sharing_words};
use crate::model::evidence::{NoteKind, PhoneLog};
use crate::model::moment::Seconds;
use crate::model::step_record::StepRecord;
use crate::ui::page::{Column, is_low, rows_of, side_by_side, with_margins};
use crate::ui::screen::View;
use crate::ui::widgets::clock::Clock;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::{cells, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// From this width on, the questions and the notes stand side by side.
const WIDE: u16 = 72;

/// Draws the step, or what lies over it.
pub fn step(screen: &StepScreen, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let area = with_margins(area);
    match &screen.panel {
        Some(Panel::Phone) => phone(screen, view, area, buf),
        panel => doing(screen, panel.as_ref(), view, area, buf),
    }
}

fn doing(
    screen: &StepScreen,
    panel: Option<&Panel>,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = view.theme;
    let step = &view.session.exercise().steps[screen.step.index()];
    let record = view.session.step(screen.step);
    let width = usize::from(area.width);
    let wide = area.width >= WIDE;
    let hold_width = if wide { width / 2 - 4 } else { width - 2 };
    let low = is_low(area);
    let labels = u16::from(!low);
    // While something is typed on a low screen, the questions give way to it.
    let hold_rows = match panel {
        Some(_) if low => 0,
        _ => {
            step.hold
                .iter()
                .map(|text| rows_of(text.as_str(), hold_width))
                .sum::<u16>()
                + labels
        }
    };
    let mut column = Column::new(area, buf);
    let task_rows = column.rows_said(step.task.as_str());
    let panel_rows = match panel {
        None => 0,
        Some(_) if low => 3,
        Some(_) => 4,
    };
    let evidence_rows = 6.min(area.height / 4);
    let body_rows = if wide {
        hold_rows.max(evidence_rows)
    } else {
        hold_rows + 2
    };
    let below = task_rows + labels + panel_rows + body_rows + 1;
    let headline = |text| Headline::new(text).style(theme.headline.style());
    column.largest(
        &[headline(step.title.as_str()), headline(step.short.as_str())],
        below,
    );
    column.said(step.task.as_str(), theme.strong.style());
    column.gap(labels);
    if let Some(panel) = panel {
        let room = column.take(panel_rows);
        draw_panel(panel, record, view, room, column.buf());
    }
    let mut rest = column.rest();
    let foot = Rect {
        y: rest.y + rest.height.saturating_sub(1),
        height: rest.height.min(1),
        ..rest
    };
    rest.height = rest.height.saturating_sub(1);
    let (left, right) = if wide {
        let [left, right] = side_by_side(rest, 50);
        (left, right)
    } else {
        let upper = Rect {
            height: rest.height.min(hold_rows),
            ..rest
        };
        let lower = Rect {
            y: rest.y + upper.height,
            height: rest.height - upper.height,
            ..rest
        };
        (upper, lower)
    };
    if hold_rows > 0 {
        hold(step, low, view, left, buf);
    }
    noticed(screen, record, view, right, buf);
    Column::new(foot, buf).line(done_words(record, view));
}

fn hold(
    step: &crate::model::exercise::Step,
    low: bool,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = view.theme;
    let mut column = Column::new(area, buf);
    if !low {
        column.line(Span::styled("Hold on to this", theme.quiet.style()));
    }
    for question in &step.hold {
        column.marked(
            &Span::styled("›", theme.here.style()),
            question.as_str(),
            theme.text.style(),
        );
    }
    let rows: u16 = step
        .look_for
        .iter()
        .map(|text| rows_of(text.as_str(), column.width() - 2))
        .sum();
    if area.width >= 40 && column.rows_left() >= rows + 2 {
        column.gap(1);
        column.line(Span::styled("Look for", theme.quiet.style()));
        for phrase in &step.look_for {
            column.marked(
                &Span::styled("·", theme.quiet.style()),
                phrase.as_str(),
                theme.quiet.style(),
            );
        }
    }
}

/// What was noticed, the last notes where not all fit, and the other evidence.
fn noticed(
    screen: &StepScreen,
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
    let mut lines = Vec::new();
    for (index, note) in record.notes.iter().enumerate() {
        let (mark, look) = mark_of(note.kind, view);
        let chosen = screen.chosen == Some(index);
        let style = if chosen {
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
    // The last notes are the ones that matter, unless an earlier one is chosen.
    let last = lines
        .iter()
        .rposition(|(index, _)| screen.chosen.is_none_or(|chosen| *index == chosen));
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
    for line in more {
        column.line(line);
    }
}

fn mark_of(kind: NoteKind, view: &View<'_>) -> (&'static str, Style) {
    match kind {
        NoteKind::Good => ("▲", view.theme.good_surprise.style()),
        NoteKind::Bad => ("▼", view.theme.bad_surprise.style()),
        NoteKind::Fact => ("·", view.theme.fact.style()),
    }
}

/// The phone clock, the departments and the times a year, each on a line of its own, or on more where it needs them.
fn evidence_lines(record: &StepRecord, width: usize, view: &View<'_>) -> Vec<Line<'static>> {
    let theme = view.theme;
    let mut lines = Vec::new();
    if let Some(phone) = &record.phone {
        let rows = in_rows(phone_words(phone, view), width);
        lines.extend(
            rows.into_iter()
                .map(|row| Line::styled(row, theme.fact.style())),
        );
    }
    if !record.departments.is_empty() {
        let names: Vec<_> = record
            .departments
            .iter()
            .map(|department| department.name.as_str())
            .collect();
        let rows = wrap(&format!("departments: {}", names.join(", ")), width);
        lines.extend(
            rows.into_iter()
                .map(|row| Line::styled(row, theme.fact.style())),
        );
    }
    if let Some(times) = record.times_a_year {
        lines.push(Line::styled(
            format!("{times} times a year"),
            theme.fact.style(),
        ));
    }
    lines
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

/// How it was done and whose experience it was, each with the key that changes it.
fn done_words(record: &StepRecord, view: &View<'_>) -> Line<'static> {
    let (key, words) = (view.theme.foot_key.style(), view.theme.quiet.style());
    let sharing = sharing_words(record.sharing, view.session);
    if view.replay {
        let mode = format!("done {}", mode_words(record.mode));
        let all: Vec<_> = [mode.as_str()].into_iter().chain(sharing).collect();
        return Line::styled(all.join(" · "), words);
    }
    let mut line = Line::from(vec![
        Span::styled("m", key),
        Span::styled(format!(" done {}", mode_words(record.mode)), words),
    ]);
    if let Some(sharing) = sharing {
        line.push_span(Span::styled("   o", key));
        line.push_span(Span::styled(format!(" {sharing}"), words));
    }
    line.push_span(Span::styled("   t", key));
    line.push_span(Span::styled(" more time", words));
    line
}

fn draw_panel(panel: &Panel, record: &StepRecord, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let theme = view.theme;
    let (label, field, hint) = match panel {
        Panel::Phone => return,
        Panel::Note { kind, field, .. } => {
            let words = match kind {
                NoteKind::Good => "▲ a good surprise",
                NoteKind::Bad => "▼ a bad surprise",
                NoteKind::Fact => "· a fact",
            };
            (
                Span::styled(words.to_owned(), mark_of(*kind, view).1),
                field,
                "what happened? no names of staff",
            )
        }
        Panel::Departments { field } => {
            let words = match record.departments.len() {
                0 => "Which departments took part?".to_owned(),
                n => format!("Which departments took part? {n} so far"),
            };
            (
                Span::styled(words, theme.question.style()),
                field,
                "one name, then Enter",
            )
        }
        Panel::TimesAYear { field } => {
            let words = "How many times a year does this happen to customers?".to_owned();
            (
                Span::styled(words, theme.question.style()),
                field,
                "such as 400",
            )
        }
    };
    let mut column = Column::new(area, buf);
    column.line(label);
    column.widget(
        1,
        field.looks(theme.field_focus.style(), true, hint, theme.hint.style()),
    );
}

/// The phone clock, as large as fits: everybody listens, nobody types.
fn phone(screen: &StepScreen, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let theme = view.theme;
    let Some(phone) = &view.session.step(screen.step).phone else {
        return;
    };
    let mut column = Column::new(area, buf);
    let state = match (
        phone.is_running(),
        phone.hold_since,
        phone.person_after,
        phone.answered_after,
    ) {
        (false, ..) => "the call is over",
        (_, Some(_), ..) => "on hold",
        (_, None, Some(_), _) => "talking to a person",
        (_, None, None, Some(_)) => "answered",
        _ => "it rings",
    };
    column.line(Line::styled(state, theme.strong.style()).centered());
    column.gap(1);
    let seconds = u64::from(phone.seconds(view.now));
    let clock = Clock::new(std::time::Duration::from_secs(seconds))
        .style(theme.clock.style())
        .centred();
    let rows = clock.height_for(area.width, column.rows_left().saturating_sub(7));
    column.widget(rows, &clock);
    column.gap(1);
    let span = |span: Option<u32>| span.map_or("–".to_owned(), |span| Seconds(span).to_string());
    let facts = [
        ("rings", phone.rings.to_string()),
        ("answered", span(phone.answered_after)),
        ("on hold", Seconds(phone.hold_seconds(view.now)).to_string()),
        ("a person", span(phone.person_after)),
    ];
    let mut line = Line::default().centered();
    for (name, value) in facts {
        line.push_span(Span::styled(format!("{name} "), theme.quiet.style()));
        line.push_span(Span::styled(format!("{value}   "), theme.number.style()));
    }
    column.line(line);
    column.gap(1);
    column.centred(
        "r at every ring · a answered · h hold · p a person",
        theme.quiet.style(),
    );
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
