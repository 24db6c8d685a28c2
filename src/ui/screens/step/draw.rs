//! How a step being done is drawn: the task, what to hold on to, what is typed, and what was noticed.

use super::noticed::{mark_of, noticed};
use super::panel::Panel;
use super::phone::phone;
use super::{StepScreen, large, mode_words, sharing_words};
use crate::model::evidence::NoteKind;
use crate::model::exercise::Step;
use crate::model::moment::Seconds;
use crate::model::step_record::StepRecord;
use crate::ui::page::{Column, is_low, rows_of, side_by_side, with_margins};
use crate::ui::screen::View;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::headline::Headline;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// From this width on, the questions and the notes stand side by side.
const WIDE: u16 = 72;
/// What stands over the questions.
pub(super) const HOLD_ON: &str = "Ask yourself";
/// The most rows of a note that is typed.
const MOST_ROWS: u16 = 3;

/// Draws the step, or what lies over it.
pub fn step(screen: &StepScreen, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let whole = area;
    let area = with_margins(area);
    match &screen.panel {
        Some(Panel::Phone) => phone(screen.step, view, area, buf),
        panel => {
            let panel = panel.as_ref();
            if !large::doing(screen, panel, view, area, buf) {
                doing(screen, panel, view, (whole, area), buf);
            }
        }
    }
}

fn doing(
    screen: &StepScreen,
    panel: Option<&Panel>,
    view: &View<'_>,
    (whole, area): (Rect, Rect),
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
    let all_hold = step.hold.iter();
    let all_hold = all_hold.map(|text| rows_of(text.as_str(), hold_width));
    let all_hold = all_hold.sum::<u16>() + labels;
    let mut column = Column::new(area, buf);
    let task_rows = column.rows_said(step.task.as_str());
    let panel_rows = match panel {
        None => 0,
        Some(panel) => 2 + field_rows(panel, width) + u16::from(!low),
    };
    let evidence_rows = 6.min(area.height / 4);
    let below_with = |hold_rows: u16| {
        let body_rows = if wide {
            hold_rows.max(evidence_rows)
        } else {
            hold_rows + 2
        };
        task_rows + labels + panel_rows + body_rows + 1
    };
    let headline = |text| Headline::new(text).style(theme.headline.style());
    let [title, short] = [step.title.as_str(), step.short.as_str()].map(headline);
    let is_large = |hold_rows: u16| {
        let below = below_with(hold_rows);
        column.is_large(&title, below) || column.is_large(&short, below)
    };
    // While something is typed the questions give way to it on a low screen, and on any to a name that can be read.
    let gives_way = || low || (!is_large(all_hold) && is_large(0));
    let hold_rows = match panel {
        Some(_) if gives_way() => 0,
        _ => all_hold,
    };
    let below = below_with(hold_rows);
    let is_short = !column.is_large(&title, below) && column.is_large(&short, below);
    if is_short && whole.y < area.y {
        // Its whole name is not lost on those who look up to know where they are.
        column.over(whole, |column| {
            column.line(Span::styled(step.title.as_str(), theme.question.style()));
        });
    }
    column.largest(&[title, short], below);
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
    noticed(screen.chosen, record, view, right, buf);
    Column::new(foot, buf).line(done_words(record, view));
}

/// The questions to hold on to, and what to look for where there is room for it.
pub(super) fn hold(step: &Step, low: bool, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let theme = view.theme;
    let mut column = Column::new(area, buf);
    if !low {
        column.line(Span::styled(HOLD_ON, theme.quiet.style()));
    }
    for question in &step.hold {
        column.marked(
            &Span::styled("›", theme.here.style()),
            question.as_str(),
            theme.text.style(),
        );
    }
    if area.width >= 40 {
        look_for(step, view, &mut column);
    }
}

/// What to look for, where all of it fits.
pub(super) fn look_for(step: &Step, view: &View<'_>, column: &mut Column<'_>) {
    let quiet = view.theme.quiet.style();
    let rows: u16 = step
        .look_for
        .iter()
        .map(|text| rows_of(text.as_str(), column.width() - 2))
        .sum();
    if column.rows_left() < rows + 2 {
        return;
    }
    column.gap(1);
    column.line(Span::styled("Look for", quiet));
    for phrase in &step.look_for {
        column.marked(&Span::styled("·", quiet), phrase.as_str(), quiet);
    }
}

/// How it was done and whose experience it was, each with the key that changes it.
pub(super) fn done_words(record: &StepRecord, view: &View<'_>) -> Line<'static> {
    let (key, words) = (view.theme.foot_key.style(), view.theme.quiet.style());
    let sharing = sharing_words(record.sharing, view.session);
    if view.replay {
        let mode = mode_words(record.mode);
        let all: Vec<_> = [mode].into_iter().chain(sharing).collect();
        return Line::styled(all.join(" · "), words);
    }
    // How it is, with the key that changes it behind it: what a key does stands before its words in the foot.
    let mut line = Line::default();
    let mut say = |said: &str, changes: &'static str| {
        line.extend([
            Span::styled(format!("{said} ("), words),
            Span::styled(changes, key),
            Span::styled(")", words),
        ]);
    };
    say(mode_words(record.mode), "m");
    if let Some(sharing) = sharing {
        say(&format!(" · {sharing}"), "o");
    }
    line
}

/// What is typed is read while it is typed: a long note over some rows.
pub(super) fn field_rows(panel: &Panel, width: usize) -> u16 {
    match panel {
        Panel::Note { field, .. } => field.rows_for(width, MOST_ROWS),
        _ => 1,
    }
}

/// What is asked while something is typed, the field, and the hint in it.
pub(super) struct Asked<'p> {
    pub(super) mark: Span<'static>,
    pub(super) words: Span<'static>,
    pub(super) field: &'p TextField,
    pub(super) hint: &'static str,
}

/// What is asked by what lies over the step; nothing by the phone clock.
pub(super) fn asked<'p>(
    panel: &'p Panel,
    record: &StepRecord,
    view: &View<'_>,
) -> Option<Asked<'p>> {
    let question = view.theme.question.style();
    let (mark, words, field, hint) = match panel {
        Panel::Phone => return None,
        Panel::Note { kind, field, .. } => {
            let (mark, style) = mark_of(*kind, view);
            let words = match kind {
                NoteKind::Good => "a good surprise",
                NoteKind::Bad => "a bad surprise",
                NoteKind::Fact => "a note",
            };
            let words = match &record.phone {
                Some(call) if call.is_running() => {
                    format!("{words} · on the phone {}", Seconds(call.seconds(view.now)))
                }
                _ => words.to_owned(),
            };
            let mark = Span::styled(mark, style);
            let hint = "what happened? no names of staff";
            (mark, Span::styled(words, style), field, hint)
        }
        Panel::Departments { field } => {
            let words = match record.departments.len() {
                0 => "Which departments took part?".to_owned(),
                n => format!("Which departments took part? {n} so far"),
            };
            let words = Span::styled(words, question);
            (Span::default(), words, field, "one name, then Enter")
        }
        Panel::TimesAYear { field } => {
            let words = "How many times a year does this happen to customers?";
            let words = Span::styled(words, question);
            (Span::default(), words, field, "such as 400")
        }
    };
    Some(Asked {
        mark,
        words,
        field,
        hint,
    })
}

pub(super) fn draw_panel(
    panel: &Panel,
    record: &StepRecord,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = view.theme;
    let Some(asked) = asked(panel, record, view) else {
        return;
    };
    let mut column = Column::new(area, buf);
    let mut label = Line::default();
    if !asked.mark.content.is_empty() {
        let style = asked.mark.style;
        label.extend([asked.mark, Span::styled(" ", style)]);
    }
    label.push_span(asked.words);
    column.line(label);
    column.widget(
        field_rows(panel, column.width()),
        asked.field.looks(
            theme.field_focus.style(),
            true,
            asked.hint,
            theme.hint.style(),
        ),
    );
}
