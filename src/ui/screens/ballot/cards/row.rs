//! One row of the cards: whose it is, and what was typed.

use super::super::subject::{Standing, Subject, TURN};
use crate::model::ballot::{Given, OpenBallot};
use crate::model::person::PersonId;
use crate::ui::screen::View;
use crate::ui::theme::Theme;
use crate::ui::widgets::wrap::cells;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The cells of the mark before a name, and of each answer behind it.
pub(super) const MARK: usize = 2;
pub(super) const ANSWER: usize = 7;

/// The row of a person, whose name stands in so many cells.
pub(super) fn row(
    subject: Subject,
    view: &View<'_>,
    (id, ballot): (&PersonId, &OpenBallot),
    (name, room): (&str, usize),
    here: bool,
) -> Line<'static> {
    let theme = view.theme;
    let asks = subject.asks(view.session).len();
    let standing = subject.standing(view.session, id);
    let mark = if here { TURN } else { subject.look(view, id).0 };
    let style = if here {
        theme.turn.style()
    } else {
        theme.text.style()
    };
    let pad = room.saturating_sub(cells(name));
    let mut spans = vec![Span::styled(
        format!("{mark} {name}{}", " ".repeat(pad)),
        style,
    )];
    if standing == Standing::Passed && ballot.given(0).is_none() {
        spans.push(Span::styled("  passed", theme.passed.style()));
        return Line::from(spans);
    }
    for index in 0..asks {
        let open = here && ballot.at() == index;
        let (words, look) = shown(ballot, index, open, theme);
        let look = if open {
            theme.field_focus.style()
        } else {
            look
        };
        spans.push(Span::raw(" "));
        spans.push(Span::styled(format!("{words:^6}"), look));
    }
    Line::from(spans)
}

/// An answer of a ballot in words, and how it looks.
pub(super) fn shown(
    ballot: &OpenBallot,
    index: usize,
    open: bool,
    theme: &Theme,
) -> (String, Style) {
    match ballot.given(index) {
        Some(_) if ballot.is_covered(index) => ("✓".to_owned(), theme.rated.style()),
        Some(Given::Rating(rating)) => (
            rating.to_string(),
            if rating.is_up() {
                theme.up.style()
            } else {
                theme.down.style()
            },
        ),
        Some(Given::Stay(true)) => ("yes".to_owned(), theme.text.style()),
        Some(Given::Stay(false)) => ("no".to_owned(), theme.leaving.style()),
        Some(Given::Builds(true)) => ("▲ +".to_owned(), theme.builds.style()),
        Some(Given::Builds(false)) => ("▼ −".to_owned(), theme.erodes.style()),
        None if open && ballot.is_typing() => (ballot.typed(), theme.field_focus.style()),
        None if open => ("_".to_owned(), theme.field_focus.style()),
        None => ("·".to_owned(), theme.quiet.style()),
    }
}
