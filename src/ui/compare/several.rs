//! What three sessions and more come to at a step, over their dots.

use super::words;
use crate::model::compare::{Comparison, StepRow};
use crate::ui::page::Column;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;

/// What three sessions and more come to at this step, as large as the dots leave room for.
pub(super) fn draw(
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
    let has_both = both.is_some();
    let short = match row.trend {
        Some(trend) => words::trend_shortly(trend),
        None => row
            .spread
            .filter(|spread| spread.is_same())
            .map(|_| "the same"),
    };
    let said = trend.or_else(apart).unwrap_or_default();
    let more: Vec<_> = [divided, both].into_iter().flatten().collect();
    let more = more.join("; ");
    let each = match column.rows_left() {
        ..22 => 2,
        22..40 => 3,
        _ => 6,
    };
    let dots = each * row.cells.len() as u16 + 2 + tail;
    let words = if more.is_empty() {
        0
    } else {
        column.rows_said(&more)
    };
    let forms: Vec<_> = [Some(said.as_str()), short].into_iter().flatten().collect();
    let forms = forms.into_iter().map(Headline::new);
    let forms: Vec<_> = forms.map(|form| form.style(theme.strong.style())).collect();
    let large = |below| forms.iter().find(|form| column.is_large(form, below));
    // Of a large screen the dots take more than half.
    let wide = (dots + words).max(column.rows_left() * 3 / 5);
    let keep = if large(wide).is_some() {
        wide
    } else {
        dots + words
    };
    if let Some(form) = large(keep) {
        column.headline(form, keep);
        if words > 0 {
            column.said(&more, theme.strong.style());
        }
        return;
    }
    // Without an empty row; the dots say as well that a room is divided. At last they stand in a row for each session.
    let width = column.width() as u16;
    let spared = if has_both { words } else { 0 };
    for dots in [dots, row.cells.len() as u16 + 2 + tail] {
        let rows = column.rows_left().saturating_sub(dots + spared);
        if let Some(form) = forms.iter().find(|form| form.is_large(width, rows)) {
            column.widget(form.height_for(width, rows), form);
            if column.rows_left() >= dots + words && words > 0 {
                column.said(&more, theme.strong.style());
            }
            return;
        }
    }
    let all = [said, more];
    let all: Vec<_> = all.into_iter().filter(|words| !words.is_empty()).collect();
    column.text(&all.join("; "), theme.strong.style());
}
