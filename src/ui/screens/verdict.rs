//! The verdicts, all at once: builds trust, or erodes trust.

use crate::model::session::{Company, Names, Session};
pub use crate::model::verdicts::{Count, names};
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::evenly;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::wrap;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The verdicts.
pub struct VerdictScreen;

impl Screen for VerdictScreen {
    fn offers(&self, _view: &View<'_>) -> Vec<Offer> {
        vec![
            Offer::new(Action::Next, "what it means"),
            Offer::new(Action::Back, "back"),
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
        let mut column = Column::new(with_margins(area), buf);
        let question = if session.company() == Company::Solo {
            &verdict.question.ask_alone
        } else {
            &verdict.question.ask
        };
        column.text(question.as_str(), theme.question.style());
        column.gap(1);
        let style = if count.erodes >= count.builds {
            theme.erodes.style()
        } else {
            theme.builds.style()
        };
        let (words, short) = (count.words(session), count.short_words(session));
        let headlines = [
            Headline::new(&words).style(style),
            Headline::new(&short).style(style),
        ];
        let gap = u16::from(!is_low(area));
        let solo = session.company() == Company::Solo;
        let names = names_of_both(session, column.width(), usize::from(area.height / 4));
        let below = 2 + 2 * gap + names.len() as u16;
        column.largest(&headlines[..if solo { 1 } else { 2 }], below);
        if session.company() == Company::Solo {
            return;
        }
        bar(
            "▲",
            verdict.builds.as_str(),
            count.builds,
            count,
            theme.up_fill.style(),
            theme.builds.style(),
            &mut column,
        );
        column.gap(gap);
        bar(
            "▼",
            verdict.erodes.as_str(),
            count.erodes,
            count,
            theme.down_fill.style(),
            theme.erodes.style(),
            &mut column,
        );
        column.gap(gap);
        for line in names {
            column.line(Span::styled(line, theme.text.style()));
        }
    }
}

/// A bar of one block a person, and the count.
fn bar(
    mark: &str,
    words: &str,
    people: usize,
    all: Count,
    fill: Style,
    look: Style,
    column: &mut Column<'_>,
) {
    let of = (all.builds + all.erodes).max(1);
    let room = column.width().saturating_sub(28);
    let each = (room / of).clamp(1, 8);
    column.line(Line::from(vec![
        Span::styled(format!("{mark} {words:<16}"), look),
        Span::styled(format!("{people:>3} "), look),
        Span::styled(" ".repeat(each * people), fill),
    ]));
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
