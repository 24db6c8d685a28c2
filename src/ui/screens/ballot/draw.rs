//! What the ballots have in common: the row of people, and the picture when everybody is in.

use super::subject::{Standing, Subject};
use crate::model::person::PersonId;
use crate::model::session::Company;
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::View;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::cells;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// A room of this width in the middle of another.
pub fn centred(area: Rect, width: u16) -> Rect {
    let width = width.min(area.width);
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

/// The rows that the people take.
pub fn rows_of_people(subject: Subject, view: &View<'_>, width: u16) -> u16 {
    lines_of_people(subject, view, None, width).len() as u16
}

/// The people at the foot of a room: who has answered, whose turn it is, who is missing.
pub fn people_at_the_foot(
    subject: Subject,
    view: &View<'_>,
    turn: Option<&PersonId>,
    area: Rect,
    buf: &mut Buffer,
) {
    let lines = lines_of_people(subject, view, turn, area.width);
    let rows = (lines.len() as u16).min(area.height);
    for (index, line) in lines.into_iter().take(usize::from(rows)).enumerate() {
        let row = Rect {
            y: area.y + area.height - rows + index as u16,
            height: 1,
            ..area
        };
        line.centered().render(row, buf);
    }
}

fn lines_of_people(
    subject: Subject,
    view: &View<'_>,
    turn: Option<&PersonId>,
    width: u16,
) -> Vec<Line<'static>> {
    if view.session.company() == Company::Solo {
        return Vec::new();
    }
    let theme = view.theme;
    let mut lines: Vec<Line<'static>> = Vec::new();
    for person in view.session.here() {
        let name = view.session.label(&person.id);
        let (words, style) = match subject.standing(view.session, &person.id) {
            _ if turn == Some(&person.id) => (format!("▸ {name}"), theme.turn.style()),
            Standing::Answered => (format!("✓ {name}"), theme.rated.style()),
            Standing::Passed => (format!("– {name} passed"), theme.passed.style()),
            Standing::Missing => (format!("○ {name}"), theme.waiting.style()),
        };
        let span = Span::styled(format!("{words}   "), style);
        match lines.last_mut() {
            Some(line) if line.width() + cells(&words) <= usize::from(width) => {
                line.push_span(span);
            }
            _ => lines.push(Line::from(span)),
        }
    }
    lines
}

/// Everybody is in: what comes next.
pub fn all_in(subject: Subject, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let theme = view.theme;
    let over = subject == Subject::Prediction && view.session.predictions_are_closed();
    let (headline, text) = match (subject, view.session.company()) {
        (Subject::Prediction, _) if over => (
            "The guesses are kept",
            "You see them beside the journey, at the end.",
        ),
        (Subject::Prediction, Company::Solo) => (
            "Your guess is kept",
            "You see it again at the end, beside what you felt.",
        ),
        (Subject::Prediction, _) => (
            "The guesses are in",
            "They stay sealed until everyone has felt every step.",
        ),
        (_, Company::Solo) => ("It is kept", "Enter shows it."),
        _ => (
            "Everyone is in",
            "Nobody has seen a number yet. Enter reveals all.",
        ),
    };
    let area = with_margins(area);
    let mut column = Column::new(area, buf);
    column.gap(area.height / 6);
    column.headline(
        &Headline::new(headline)
            .style(theme.headline.style())
            .centred(),
        6,
    );
    column.centred(text, theme.text.style());
    let rest = column.rest();
    people_at_the_foot(subject, view, None, rest, buf);
}
