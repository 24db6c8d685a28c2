//! What three sessions and more come to at a step, over their dots.

use super::words;
use crate::model::compare::{Comparison, StepRow};
use crate::ui::page::Column;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use ratatui::style::Style;

/// What is said of a step: large, in fewer words where there is no room for that, and what else there is.
struct Said {
    whole: String,
    short: Option<&'static str>,
    more: String,
    /// Whether what else there is is more than the dots say.
    is_news: bool,
}

impl Said {
    fn of(comparison: &Comparison, row: &StepRow) -> Self {
        let names = words::names(comparison, usize::MAX);
        let both = row.in_both.as_ref();
        let both = both.and_then(|both| words::in_both(both, comparison, &names));
        let is_news = both.is_some();
        let (whole, short, divided) = match (row.trend, row.spread) {
            (Some(trend), _) => {
                let whole = words::trend(trend).to_owned();
                (whole, words::trend_shortly(trend), None)
            }
            (None, Some(spread)) => {
                let short = spread.is_same().then_some("the same");
                (words::apart(spread), short, words::divided(spread))
            }
            (None, None) => (String::new(), None, None),
        };
        let more: Vec<_> = [divided, both].into_iter().flatten().collect();
        Self {
            whole,
            short,
            more: more.join("; "),
            is_news,
        }
    }

    /// What is large, the longest first.
    fn forms(&self) -> [&str; 2] {
        [&self.whole, self.short.unwrap_or(&self.whole)]
    }

    fn rows_of_more(&self, column: &Column<'_>) -> u16 {
        if self.more.is_empty() {
            0
        } else {
            column.rows_said(&self.more)
        }
    }
}

/// What three sessions and more come to at this step, as large as the dots leave room for.
pub(super) fn draw(
    comparison: &Comparison,
    row: &StepRow,
    (theme, tail): (&Theme, u16),
    column: &mut Column<'_>,
) {
    let said = Said::of(comparison, row);
    let sessions = row.cells.len() as u16;
    let each = match column.rows_left() {
        ..22 => 2,
        22..40 => 3,
        _ => 6,
    };
    let scale = 2 + tail;
    let style = theme.strong.style();
    if draw_large(&said, each * sessions + scale, style, column) {
        return;
    }
    // At last the dots stand in a row for each session.
    for dots in [each * sessions + scale, sessions + scale] {
        if draw_tight(&said, dots, style, column) {
            return;
        }
    }
    let all = [said.whole, said.more];
    let all: Vec<_> = all.into_iter().filter(|words| !words.is_empty()).collect();
    column.text(&all.join("; "), style);
}

/// Draws it large over so many rows of dots, of a large screen over more of them; `false` where it can't be.
fn draw_large(said: &Said, dots: u16, style: Style, column: &mut Column<'_>) -> bool {
    let more = said.rows_of_more(column);
    let forms = said.forms().map(|form| Headline::new(form).style(style));
    let most = (dots + more).max(column.rows_left() * 3 / 5);
    for below in [most, dots + more] {
        if let Some(form) = forms.iter().find(|form| column.is_large(form, below)) {
            column.headline(form, below);
            if more > 0 {
                column.said(&said.more, style);
            }
            return true;
        }
    }
    false
}

/// As [`draw_large`], without empty rows and without what the dots say as well.
fn draw_tight(said: &Said, dots: u16, style: Style, column: &mut Column<'_>) -> bool {
    let more = said.rows_of_more(column);
    let spared = if said.is_news { more } else { 0 };
    let (width, rows) = (column.width() as u16, column.rows_left());
    let rows = rows.saturating_sub(dots + spared);
    let forms = said.forms().map(|form| Headline::new(form).style(style));
    let Some(form) = forms.iter().find(|form| form.is_large(width, rows)) else {
        return false;
    };
    column.widget(form.height_for(width, rows), form);
    if more > 0 && column.rows_left() >= dots + more {
        column.said(&said.more, style);
    }
    true
}
