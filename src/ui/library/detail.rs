//! The chosen row of the library in full: beside the list where there is room, else under it.

use super::list::{people, reason, verdict};
use super::menu::file_name;
use crate::model::heading::{Heading, InShort, Unreadable};
use crate::model::moment::date_words;
use crate::model::wording::{standing, title};
use crate::ui::looks;
use crate::ui::page::Column;
use crate::ui::theme::Theme;
use crate::ui::widgets::curve::{Curve, CurveStep, Felt};
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::wrap::wrap_within;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

/// The rows that the words of a session take, about.
const WORDS: u16 = 5;

/// The fewest rows in which a curve is more than its bars.
const LEAST_CURVE: u16 = 9;

/// A session in full.
pub(super) fn session(heading: &Heading, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let mut column = Column::new(area, buf);
    let headline = title(heading);
    // Of one size from row to row, so that what stands under it does not jump.
    let largest = if area.height > 24 {
        LetterSize::Half
    } else {
        LetterSize::Quarter
    };
    let headline = Headline::new(&headline)
        .style(theme.headline.style())
        .at_most(largest);
    // The title stands in the list already: here only where it can be larger.
    let below = if area.height > 24 {
        area.height * 2 / 3
    } else {
        WORDS
    };
    if column.is_large(&headline, below) {
        column.headline(&headline, below);
    }
    for (words, style) in facts(heading, theme) {
        let rows = usize::from(column.rows_left());
        for line in wrap_within(&words, column.width(), rows) {
            column.line(Span::styled(line, style));
        }
    }
    column.gap(1);
    if column.rows_left() >= LEAST_CURVE && area.width >= 40 {
        draw_curve(heading, theme, column.rest(), buf);
    }
}

/// What is known of a session, the most important first, a sentence each.
fn facts(heading: &Heading, theme: &Theme) -> Vec<(String, Style)> {
    let text = theme.text.style();
    let mut facts = Vec::new();
    if let Some(why) = &heading.caution {
        let words = crate::ui::app::carry::sentence(why);
        facts.push((words, theme.warning.style()));
    }
    if heading.finished.is_none() {
        let words = format!("Unfinished, it stands at: {}.", standing(heading));
        facts.push((words, theme.here.style()));
    }
    if let Some(verdict) = verdict(heading, theme) {
        facts.push(verdict);
    }
    if let Some(one) = &heading.the_one {
        let who = match one.who.as_str() {
            "" => String::new(),
            who => format!(" · {who}"),
        };
        let by = one
            .by
            .map_or(String::new(), |by| format!(" · by {}", date_words(by)));
        let words = format!("The one thing: {}{who}{by}", one.what);
        facts.push((words, theme.the_one.style()));
    }
    let who = match (heading.names.as_slice(), heading.people) {
        (_, 0) => String::new(),
        ([], _) => format!(" · {}", people(heading)),
        ([one], _) => format!(" · {one}"),
        (names, _) => format!(" · {}: {}", people(heading), names.join(", ")),
    };
    facts.push((format!("{}{who}", heading.started.date_words()), text));
    if let Some(date) = heading.next_round {
        facts.push((format!("Next round: {}", date_words(date)), text));
    }
    facts
}

fn draw_curve(heading: &Heading, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let names: Vec<String> = (1..=heading.curve.len())
        .map(|nth| nth.to_string())
        .collect();
    let steps = heading
        .curve
        .iter()
        .zip(&names)
        .map(|(felt, name)| CurveStep {
            name,
            felt: match felt {
                InShort::Nothing => Felt::Nothing,
                InShort::Rated(rating) => Felt::One(*rating),
                InShort::Apart(lower, upper) => Felt::Split(*lower, *upper),
            },
            range: None,
            expected: None,
        });
    let steps: Vec<_> = steps.collect();
    let is_felt = |step: &InShort| *step != InShort::Nothing;
    if heading.curve.iter().any(is_felt) {
        let curve = Curve::new(&steps).looks(looks::curve(theme));
        ratatui::widgets::Widget::render(&curve, area, buf);
    }
}

/// A file that can't be read, with the whole reason.
pub(super) fn broken(file: &Unreadable, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let mut column = Column::new(area, buf);
    let place = file.problem.strip_suffix(reason(file)).unwrap_or("");
    let place = place.trim_end_matches(": ");
    let place = if place.is_empty() {
        file_name(&file.path)
    } else {
        place.to_owned()
    };
    column.text(&format!("{place} can't be read."), theme.warning.style());
    let mut reason = crate::ui::app::carry::sentence(reason(file));
    reason.push_str(" It is left as it is.");
    let rows = usize::from(column.rows_left());
    for line in wrap_within(&reason, column.width(), rows) {
        column.line(Span::styled(line, theme.text.style()));
    }
}
