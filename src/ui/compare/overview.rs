//! The first page of two sessions: both ways over each other, and every step's two numbers under them.

use super::words;
use crate::model::compare::{Comparison, Kind, StepRow};
use crate::model::rating::Rating;
use crate::model::stats::Summary;
use crate::ui::looks;
use crate::ui::page::{Column, full_width, is_low, with_margins};
use crate::ui::theme::Theme;
use crate::ui::widgets::curve::{Curve, CurveLooks, CurveStep, Felt};
use crate::ui::widgets::curve_plan::Plan;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::pen::Pen;
use crate::ui::widgets::wrap::{cells, shorten, wrap_within};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The rows that the curve needs to be one.
const CURVE_ROWS: u16 = 8;

/// Draws the page.
pub(super) fn draw(comparison: &Comparison, theme: &Theme, screen: Rect, buf: &mut Buffer) {
    let area = with_margins(screen);
    let below = facts(comparison, theme, usize::from(area.width));
    let mut column = Column::new(area, buf);
    let large = area.height > 40 && area.width / comparison.steps.len().max(1) as u16 >= 20;
    let table = if large { 4 * 2 + 2 } else { 3 };
    let facts = (area.height.saturating_sub(CURVE_ROWS + table + 1)).min(below.len() as u16);
    let curve = CURVE_ROWS.max(area.height * 2 / 5);
    let keep = curve + table + facts + u16::from(!is_low(area));
    headline(comparison, theme, keep, &mut column);
    let rows = column
        .rows_left()
        .saturating_sub(table + facts + u16::from(facts > 0 && !is_low(area)));
    let room = full_width(column.take(rows), screen);
    let steps = curve_steps(comparison);
    let looks = CurveLooks {
        expected: theme.then.style(),
        ..looks::curve(theme)
    };
    Curve::new(&steps)
        .twins()
        .looks(looks)
        .render(room, column.buf());
    let under = full_width(column.take(table), screen);
    let names: Vec<_> = comparison
        .steps
        .iter()
        .map(|row| row.short.as_str())
        .collect();
    let plan = Plan::new(&names, (i32::from(room.width), i32::from(room.height)));
    numbers(comparison, theme, &plan, large, under, column.buf());
    if !is_low(area) {
        column.gap(1);
    }
    for line in below.into_iter().take(usize::from(facts)) {
        column.line(line);
    }
}

fn headline(comparison: &Comparison, theme: &Theme, keep: u16, column: &mut Column<'_>) {
    let said = if comparison.kind == Kind::Beside {
        words::furthest_apart(comparison).map_or(words::tally(comparison), |row| {
            let apart = row.spread.map_or(0, crate::model::compare::Spread::apart);
            match apart {
                0 => "The same at every step".to_owned(),
                _ => format!("Furthest apart: {}", row.title),
            }
        })
    } else {
        words::tally(comparison)
    };
    let tally = comparison.tally();
    let short = format!("{} up, {} down", tally.higher, tally.lower);
    let style = theme.headline.style();
    let long = Headline::new(&said).style(style);
    let short = Headline::new(&short).style(style);
    // A sentence in plain letters says more than a count in plain letters.
    let is_rounds = comparison.kind == Kind::ThenAndNow && tally.of > 0;
    if !column.is_large(&long, keep) && is_rounds && column.is_large(&short, keep) {
        column.headline(&short, keep);
    } else if column.is_large(&long, keep) {
        column.headline(&long, keep);
    } else {
        column.text(&said, theme.headline.style());
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
    large: bool,
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
        pen.put(
            plan.margin,
            y + i32::from(each / 2),
            &shorten(label, plan.left as usize - 1),
            style,
        );
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
    for (at, row) in comparison.steps.iter().enumerate() {
        let text = words::shifted_shortly(row.shift, comparison.kind);
        let y = i32::from(2 * each) + i32::from(large);
        pen.put_around(plan.x(at), y, &text, shift_look(row, comparison, theme));
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

/// What else there is to say, the most important first.
fn facts(comparison: &Comparison, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let [one, other] = &comparison.columns[..] else {
        return Vec::new();
    };
    let mut lines = vec![Line::from(vec![
        Span::styled(
            format!("○ {}: {}   ", one.label, one.title),
            theme.then.style(),
        ),
        Span::styled(
            format!("● {}: {}", other.label, other.title),
            theme.now.style(),
        ),
    ])];
    if lines[0].width() > width {
        lines = vec![Line::from(vec![
            Span::styled(format!("○ {}   ", one.title), theme.then.style()),
            Span::styled(format!("● {}", other.title), theme.now.style()),
        ])];
    }
    if lines[0].width() > width {
        let of = |sign, title: &str| shorten(&format!("{sign} {title}"), width);
        lines = vec![
            Line::styled(of('○', &one.title), theme.then.style()),
            Line::styled(of('●', &other.title), theme.now.style()),
        ];
    }
    let mut pairs = Vec::new();
    let both = || comparison.columns.iter();
    if both().all(|one| one.verdicts.is_some()) {
        let builds = &comparison.answers.builds;
        let verdicts = words::joined(both().map(words::verdict), comparison);
        pairs.push(format!("{builds}: {verdicts}"));
    }
    if both().all(|one| one.gone.is_some()) {
        let gone = words::joined(both().map(words::gone), comparison);
        pairs.push(format!("would have gone: {gone}"));
    }
    let joined = pairs.join("   ");
    let pairs = if cells(&joined) <= width {
        vec![joined]
    } else {
        pairs
    };
    for pair in pairs.into_iter().filter(|pair| !pair.is_empty()) {
        lines.push(Line::styled(shorten(&pair, width), theme.strong.style()));
    }
    for caution in words::cautions(comparison) {
        for line in wrap_within(&caution, width, 2) {
            lines.push(Line::styled(line, theme.quiet.style()));
        }
    }
    lines
}
