//! The verdicts, all at once: builds trust, or erodes trust.

use crate::model::session::{Company, Names, Session};
pub use crate::model::verdicts::{Count, Lean, names};
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::theme::Theme;
use crate::ui::widgets::evenly;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use crate::ui::widgets::wrap::{cells, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Widget;

/// A width in which the names of a row are not broken into lines.
const WHOLE: usize = 10_000;

/// The verdicts.
pub struct VerdictScreen;

impl Screen for VerdictScreen {
    fn offers(&self, _view: &View<'_>) -> Vec<Offer> {
        vec![
            Offer::new(Action::Next, "what it means"),
            Offer::new(Action::Back, "back"),
            Offer::new(Action::Notes, "notes"),
        ]
    }

    fn update(&mut self, _view: &View<'_>, input: Input) -> Vec<Want> {
        match input {
            Input::Act(Action::Next, _) => vec![Want::Next],
            Input::Act(Action::Back, _) => vec![Want::Back],
            _ => Vec::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let (theme, session) = (view.theme, view.session);
        let Some(count) = Count::of(session) else {
            return;
        };
        let verdict = &session.exercise().verdict;
        let mut column = Column::new(with_margins(area), buf).on(area);
        let question = if count.company == Company::Solo {
            &verdict.question.ask_alone
        } else {
            &verdict.question.ask
        };
        column.said(question.as_str(), theme.question.style());
        column.gap(1);
        // A room in two equal halves has neither won nor lost.
        let (sign, style) = match count.lean() {
            Lean::Builds => ("", theme.builds.style()),
            Lean::Erodes => ("", theme.erodes.style()),
            Lean::Divided => ("= ", theme.number.style()),
            Lean::Nowhere => ("", theme.number.style()),
        };
        let words = format!("{sign}{}", count.words(session));
        let short = format!("{sign}{}", count.short_words(session));
        let headlines = [
            Headline::new(&words).style(style),
            Headline::new(&short).style(style),
        ];
        if count.company == Company::Solo {
            return column.largest(&headlines[..1], 2);
        }
        let bars = [
            Bar {
                label: format!("▲ {}", verdict.builds),
                people: count.builds,
                fill: theme.up_fill.style(),
                look: theme.builds.style(),
            },
            Bar {
                label: format!("▼ {}", verdict.erodes),
                people: count.erodes,
                fill: theme.down_fill.style(),
                look: theme.erodes.style(),
            },
        ];
        if draw_all_large(&headlines, &bars, session, theme, &mut column) {
            return;
        }
        let gap = u16::from(!is_low(area));
        let names = names_of_both(session, column.width(), usize::from(area.height / 4));
        let besides = 2 * gap + names.len() as u16;
        column.largest(&headlines, 2 + besides);
        // What the headline leaves free keeps the bars apart, which without colour would be one, and then makes them higher.
        let (rows, gap) = match column.rows_left().saturating_sub(names.len() as u16) {
            0..=3 => (1, 0),
            4..=5 => (1, 1),
            _ => (2, 1),
        };
        let of = (count.builds + count.erodes).max(1);
        for bar in &bars {
            let each = (column.width().saturating_sub(28) / of).clamp(1, 8) as u16;
            let room = column.take(rows);
            let label = format!("{:<18}{:>3} ", bar.label, bar.people);
            Span::styled(&label, bar.look).render(room, column.buf());
            fill(bar, (cells(&label) as u16, each), room, column.buf());
            column.gap(gap);
        }
        for line in names {
            column.line(Span::styled(line, theme.text.style()));
        }
    }
}

/// A bar of one block a person, its label and the count.
struct Bar {
    label: String,
    people: usize,
    fill: Style,
    look: Style,
}

/// The bars with large labels, and the names large too where they fit, under a headline that stays larger; false
/// where the screen has no room for that.
fn draw_all_large(
    headlines: &[Headline<'_>],
    bars: &[Bar],
    session: &Session,
    theme: &Theme,
    column: &mut Column<'_>,
) -> bool {
    let row = |bar: &Bar| LargeRow {
        words: Span::styled(format!("{} {}", bar.label, bar.people), bar.look),
        ..LargeRow::default()
    };
    let list = LargeRows::new(bars.iter().map(row).collect());
    let names = names_of_both(session, WHOLE, 2);
    let rows_of_names = names.iter().map(|line| column.rows_said(line) + 1);
    let besides = 1 + rows_of_names.sum::<u16>() + 1;
    let large = headlines.iter().find_map(|headline| {
        let rows = column.rows_large(&list, headline, besides)?;
        (rows == LINE * 2 + 1).then_some(headline)
    });
    let Some(headline) = large else {
        return false;
    };
    column.headline(headline, LINE * 2 + 1 + besides);
    column.gap(1);
    let room = column.take(LINE * 2 + 1);
    let from = list.width(room.width) + LINE;
    let most = bars.iter().map(|bar| bar.people).max().unwrap_or(0).max(1);
    let each = (room.width.saturating_sub(from) / most as u16).min(16);
    list.render(room, column.buf());
    for (bar, y) in bars.iter().zip([room.y, room.y + LINE + 1]) {
        let row = Rect {
            y,
            height: LINE,
            ..room
        };
        fill(bar, (from, each), row, column.buf());
    }
    for line in &names {
        column.gap(1);
        column.said(line, theme.text.style());
    }
    true
}

/// The blocks of a bar from a column of its room on, each so many columns wide.
fn fill(bar: &Bar, (from, each): (u16, u16), room: Rect, buf: &mut Buffer) {
    let blocks = Rect {
        x: room.x + from.min(room.width),
        width: (each * bar.people as u16).min(room.width.saturating_sub(from)),
        ..room
    };
    buf.set_style(blocks, bar.fill);
}

/// Who says what, in so many rows; nobody where names are not shown.
fn names_of_both(session: &Session, width: usize, rows: usize) -> Vec<String> {
    if session.names() != Names::Shown {
        return Vec::new();
    }
    let lay_out = |longest| {
        let both = [("▲", true), ("▼", false)].map(|(mark, builds)| (mark, names(session, builds)));
        let lines = both.iter().filter(|(_, names)| !names.is_empty());
        lines
            .flat_map(|(mark, names)| {
                wrap(&format!("{mark} {}", evenly::listed(names, longest)), width)
            })
            .collect()
    };
    evenly::shortened(rows, lay_out)
}
