//! The first page of two sessions: both ways over each other, and every step's two numbers under them.

use super::key::Key;
use super::{headline, words};
use crate::model::compare::{Comparison, Kind, StepRow};
use crate::model::rating::Rating;
use crate::model::stats::Summary;
use crate::ui::looks;
use crate::ui::page::{Column, full_width, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::curve::{Curve, CurveLooks, CurveStep, Felt};
use crate::ui::widgets::curve_plan::Plan;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::pen::Pen;
use crate::ui::widgets::wrap::shorten;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// Draws the page.
pub(super) fn draw(comparison: &Comparison, theme: &Theme, screen: Rect, buf: &mut Buffer) {
    let area = with_margins(screen);
    let mut column = Column::new(area, buf);
    let large = area.height > 40 && area.width / comparison.steps.len().max(1) as u16 >= 20;
    let named = large && has_large_names(comparison, screen);
    let over = if named { LINE + 1 } else { 0 };
    let key = Key::of(comparison, theme).filter(|key| named && key.fits(area.width));
    let key_rows = if key.is_some() { LINE + 1 } else { 0 };
    let table = key_rows + over + if large { LINE * 3 + 1 } else { 3 };
    let below = headline::draw(comparison, theme, table, screen, &mut column);
    let facts = below.len() as u16;
    let rows = column.rows_left().saturating_sub(table + facts);
    let room = full_width(column.take(rows), screen);
    let mut steps = curve_steps(comparison);
    if named {
        for step in &mut steps {
            step.name = "";
        }
    }
    let looks = CurveLooks {
        expected: theme.then.style(),
        ..looks::curve(theme)
    };
    Curve::new(&steps)
        .twins()
        .looks(looks)
        .render(room, column.buf());
    let under = full_width(column.take(table), screen);
    let short: Vec<_> = steps.iter().map(|step| step.name).collect();
    let plan = Plan::new(&short, (i32::from(room.width), i32::from(room.height)));
    if named {
        draw_names(comparison, theme, &plan, under, column.buf());
    }
    let under = Rect {
        y: under.y + over.min(under.height),
        height: under.height.saturating_sub(over),
        ..under
    };
    let looks = (large, key.is_some());
    numbers(comparison, theme, &plan, looks, under, column.buf());
    if let Some(key) = key {
        let y = under.bottom().saturating_sub(LINE);
        let height = LINE.min(under.height);
        key.render(Rect { y, height, ..area }, column.buf());
    }
    for line in below {
        column.line(line);
    }
}

/// Whether the names of all steps have room in large letters over the numbers: a curve's own are plain on few rows.
fn has_large_names(comparison: &Comparison, screen: Rect) -> bool {
    let short: Vec<_> = comparison
        .steps
        .iter()
        .map(|row| row.short.as_str())
        .collect();
    let (width, height) = (screen.width, screen.height);
    let plan = Plan::new(&short, (i32::from(width), i32::from(height)));
    let slot = slot(comparison, &plan, width);
    let is_large = |row: &StepRow| {
        let name = Headline::small(row.short.as_str());
        name.is_large(u16::MAX, LINE) && name.extent(u16::MAX, LINE).0 + 2 < slot
    };
    comparison.steps.iter().all(is_large)
}

/// The columns from one step to the next, on a screen of so many.
fn slot(comparison: &Comparison, plan: &Plan, width: u16) -> u16 {
    match comparison.steps.len() {
        ..=1 => width,
        _ => (plan.x(1) - plan.x(0)) as u16,
    }
}

/// The names of the steps over their numbers.
fn draw_names(comparison: &Comparison, theme: &Theme, plan: &Plan, area: Rect, buf: &mut Buffer) {
    let mut pen = Pen::new(area, buf);
    for (at, row) in comparison.steps.iter().enumerate() {
        let (name, style) = (row.short.as_str(), theme.text.style());
        put_large(plan.x(at), 0, name, LetterSize::Quarter, style, &mut pen);
    }
}

/// The later session is the curve; the earlier one stands where the journey has what was expected.
fn curve_steps(comparison: &Comparison) -> Vec<CurveStep<'_>> {
    let step = |row: &'_ StepRow| -> (Felt, Option<Rating>) {
        let [then, now] = &row.cells[..] else {
            return (Felt::Nothing, None);
        };
        (felt(&now.summary), then.summary.headline())
    };
    let steps = comparison.steps.iter();
    steps
        .map(|row| {
            let (felt, expected) = step(row);
            CurveStep {
                name: row.short.as_str(),
                felt,
                range: None,
                expected,
            }
        })
        .collect()
}

fn felt(summary: &Summary) -> Felt {
    match summary {
        Summary::Nobody => Felt::Nothing,
        Summary::One(rating) => Felt::One(*rating),
        Summary::Two(lower, higher) if lower == higher => Felt::One(*lower),
        Summary::Two(lower, higher) => Felt::Split(*lower, *higher),
        Summary::Room { median, .. } => Felt::One(*median),
        Summary::Split { down, up, .. } => Felt::Split(down.median(), up.median()),
    }
}

/// Under each step its two numbers and how far they are apart.
fn numbers(
    comparison: &Comparison,
    theme: &Theme,
    plan: &Plan,
    (large, has_key): (bool, bool),
    area: Rect,
    buf: &mut Buffer,
) {
    let mut pen = Pen::new(area, buf);
    let each = if large { 4 } else { 1 };
    let size = if large {
        LetterSize::Quarter
    } else {
        LetterSize::Plain
    };
    let rows = [theme.then.style(), theme.now.style()];
    for (session, style) in rows.into_iter().enumerate() {
        let y = i32::from(session as u16 * each);
        let label = &comparison.columns[session].label;
        let sign = ["○", "●"][session];
        let label = if comparison.kind == Kind::ThenAndNow {
            label.as_str()
        } else {
            sign
        };
        if has_key {
            put_sign(sign, (plan, y), style, &mut pen);
        } else {
            let label = shorten(label, plan.left as usize - 1);
            pen.put(plan.margin, y + i32::from(each / 2), &label, style);
        }
        for (at, row) in comparison.steps.iter().enumerate() {
            let summary = &row.cells[session].summary;
            let style = if session == 0 {
                style
            } else {
                look(summary, theme)
            };
            let text = words::number(summary);
            put_large(plan.x(at), y, &text, size, style, &mut pen);
        }
    }
    shifts(comparison, theme, plan, size, &mut pen);
}

/// Under the two numbers of each step how far they are apart, all in letters of one size.
fn shifts(
    comparison: &Comparison,
    theme: &Theme,
    plan: &Plan,
    size: LetterSize,
    pen: &mut Pen<'_>,
) {
    let shifts = comparison.steps.iter();
    let shifts = shifts.map(|row| words::shifted_shortly(row.shift, comparison.kind));
    let shifts: Vec<_> = shifts.collect();
    let slot = slot(comparison, plan, pen.width() as u16);
    let fits = |text: &String| {
        let text = Headline::new(text).at_most(size);
        text.extent(u16::MAX, 4).0 < slot
    };
    let y = if size > LetterSize::Plain {
        2 * 4 + 1
    } else {
        2
    };
    let size = if shifts.iter().all(fits) {
        size
    } else {
        LetterSize::Plain
    };
    for ((at, row), text) in comparison.steps.iter().enumerate().zip(&shifts) {
        let style = shift_look(row, comparison, theme);
        put_large(plan.x(at), y, text, size, style, pen);
    }
}

/// The sign of a session before its numbers, which the key under them explains.
fn put_sign(sign: &str, (plan, y): (&Plan, i32), style: Style, pen: &mut Pen<'_>) {
    let rows = Headline::small(sign).rows(40, LINE);
    for (dy, row) in rows.iter().enumerate() {
        pen.put(plan.margin, y + dy as i32, row, style);
    }
}

fn put_large(x: i32, y: i32, text: &str, size: LetterSize, style: Style, pen: &mut Pen<'_>) {
    let rows = Headline::new(text).at_most(size).rows(40, 4);
    for (dy, row) in rows.iter().enumerate() {
        pen.put_around(x, y + dy as i32, row, style);
    }
}

/// The style of a session's number.
pub(super) fn look(summary: &Summary, theme: &Theme) -> Style {
    match summary.headline() {
        Some(rating) if rating.is_up() => theme.up.style(),
        Some(_) => theme.down.style(),
        None => theme.number.style(),
    }
}

/// The style of a step's shift: up and down have their colours only between rounds.
pub(super) fn shift_look(row: &StepRow, comparison: &Comparison, theme: &Theme) -> Style {
    let points = row.shift.and_then(crate::model::compare::Shift::points);
    match (comparison.kind, points) {
        (Kind::Beside, _) | (_, None | Some(0)) => theme.text.style(),
        (_, Some(1..)) => theme.up.style(),
        (_, Some(_)) => theme.down.style(),
    }
}
