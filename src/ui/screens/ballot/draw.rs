//! What the ballots have in common: the row of people, and the picture when everybody is in.

use super::large_people::LargePeople;
use super::sealed::has_first;
use super::subject::{Standing, Subject, TURN};
use super::taken_how;
use crate::model::person::PersonId;
use crate::model::session::{BallotKind, Company, Session};
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::View;
use crate::ui::widgets::evenly;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::cells;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The cells of a name that is too long to be large as it is.
const SHORT_NAMES: [usize; 4] = [18, 15, 12, 9];

/// A room of this width in the middle of another.
pub fn centred(area: Rect, width: u16) -> Rect {
    let width = width.min(area.width);
    Rect {
        x: area.x + (area.width - width) / 2,
        width,
        ..area
    }
}

/// The rows that the people take in a room: at most a quarter of it, or two.
pub fn rows_of_people(subject: Subject, view: &View<'_>, room: Rect) -> u16 {
    if let Some(large) = LargePeople::of(view, room) {
        return large.rows();
    }
    let most = (room.height / 4).max(2);
    lines_of_people(subject, view, None, (room.width, most)).len() as u16
}

/// The people in so many rows at the foot of a room: who has answered, whose turn it is, who is missing.
pub fn people_at_the_foot(
    subject: Subject,
    view: &View<'_>,
    turn: Option<&PersonId>,
    (area, rows): (Rect, u16),
    buf: &mut Buffer,
) {
    // A line of large letters takes more rows than all people do in plain ones.
    let large = LargePeople::across(view, area.width).filter(|large| large.rows() == rows);
    if let Some(large) = large.filter(|_| rows <= area.height) {
        return large.draw(subject, view, turn, area, buf);
    }
    let lines = lines_of_people(subject, view, turn, (area.width, rows));
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

/// The people in at most so many rows, their names shortened where they must be.
fn lines_of_people(
    subject: Subject,
    view: &View<'_>,
    turn: Option<&PersonId>,
    (width, rows): (u16, u16),
) -> Vec<Line<'static>> {
    if view.session.company() == Company::Solo {
        return Vec::new();
    }
    evenly::shortened(usize::from(rows), |longest| {
        people_with(subject, view, turn, (width, longest))
    })
}

/// The people with names of at most so many cells.
fn people_with(
    subject: Subject,
    view: &View<'_>,
    turn: Option<&PersonId>,
    (width, longest): (u16, usize),
) -> Vec<Line<'static>> {
    let theme = view.theme;
    let whole = longest == usize::MAX;
    let (passed, apart) = if whole {
        (" passed", "   ")
    } else {
        ("", "  ")
    };
    let mut lines: Vec<Line<'static>> = Vec::new();
    let here: Vec<_> = view.session.here().collect();
    let labels: Vec<_> = here
        .iter()
        .map(|person| view.session.label(&person.id))
        .collect();
    for (person, name) in here.into_iter().zip(evenly::apart(&labels, longest)) {
        let standing = subject.standing(view.session, &person.id);
        let (mark, style) = match standing {
            _ if turn == Some(&person.id) => (TURN, theme.turn.style()),
            _ => subject.look(view, &person.id),
        };
        let told = match standing {
            Standing::Passed if turn == Some(&person.id) => "",
            Standing::Passed if whole && has_first(subject, &person.id, view.session) => {
                " keeps it"
            }
            Standing::Passed => passed,
            _ => "",
        };
        let words = format!("{mark} {name}{told}");
        // Nothing follows the last one: a line that is too long by that would lose its first mark.
        let taken = cells(apart) + cells(&words);
        let span = Span::styled(words, style);
        match lines.last_mut() {
            Some(line) if line.width() + taken <= usize::from(width) => {
                line.push_span(Span::raw(apart));
                line.push_span(span);
            }
            _ => lines.push(Line::from(span)),
        }
    }
    lines
}

/// What somebody may be called in large letters: their whole name, its first word where it is theirs alone, or the
/// longest short form that still tells them apart from the others.
pub fn names_in_large(whose: &PersonId, session: &Session) -> Vec<String> {
    let full = session.label(whose);
    let first = |name: &str| name.split_whitespace().next().map(str::to_owned);
    let others = session.people().iter().filter(|person| person.id != *whose);
    let short = first(&full).filter(|word| *word != full);
    let mut others = others.map(|person| first(&session.label(&person.id)));
    let short = short.filter(|_| !others.any(|other| other == first(&full)));
    let mut names: Vec<_> = [full].into_iter().chain(short).collect();
    let people = session.people();
    let labels: Vec<_> = people.iter().map(|one| session.label(&one.id)).collect();
    if let Some(at) = people.iter().position(|person| person.id == *whose) {
        let forms = SHORT_NAMES.map(|longest| evenly::apart(&labels, longest).swap_remove(at));
        names.extend(forms);
    }
    names
}

/// Who has seen the answers before their reveal: it follows from how they were given.
pub fn who_has_seen(subject: Subject, session: &Session) -> &'static str {
    match (taken_how(session), subject) {
        (BallotKind::PassTheKeyboard, Subject::Verdict) => "Nobody has seen an answer yet.",
        (BallotKind::PassTheKeyboard, _) => "Nobody has seen a number yet.",
        (BallotKind::CardsUp, _) => "You have seen all the cards.",
        (BallotKind::Open, _) => "You have seen them one by one.",
    }
}

/// Everybody is in: what comes next. In a replay also a ballot in which some were still missing.
pub fn all_in(subject: Subject, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let theme = view.theme;
    let over = subject == Subject::Prediction && view.session.predictions_are_closed();
    let is_sealed = taken_how(view.session) == BallotKind::PassTheKeyboard;
    let does = if is_sealed {
        "reveals all"
    } else {
        "shows all at once"
    };
    let revealed = format!("{} Enter {does}.", who_has_seen(subject, view.session));
    let (headline, text) = match (subject, view.session.company()) {
        (_, Company::Solo) if !subject.missing(view.session).is_empty() => {
            ("Not answered yet", "So far it went.")
        }
        _ if !subject.missing(view.session).is_empty() && is_sealed => (
            "Not all are in",
            "Somebody has not answered yet. It stays sealed.",
        ),
        _ if !subject.missing(view.session).is_empty() => {
            ("Not all are in", "Somebody has not answered yet.")
        }
        (Subject::Prediction, _) if over => (
            "The guesses are kept",
            "You see them beside the journey, at the end.",
        ),
        (Subject::Prediction, Company::Solo) => (
            "Your guess is kept",
            "You see it again at the end, beside what you felt.",
        ),
        (Subject::Prediction, _) if is_sealed => (
            "The guesses are in",
            "They stay sealed until everyone has felt every step.",
        ),
        (Subject::Prediction, _) => (
            "The guesses are in",
            "They come back at the end, beside what you felt.",
        ),
        (_, Company::Solo) => ("It is kept", "Enter shows it."),
        _ => ("Everyone is in", revealed.as_str()),
    };
    let screen = area;
    let area = with_margins(area);
    let mut column = Column::new(area, buf).on(screen);
    column.gap(area.height / 6);
    let headline = Headline::new(headline).style(theme.headline.style());
    let below = column.rows_said(text) + rows_of_people(subject, view, area) + 2;
    column.headline(&headline.centred(), below.max(6));
    column.said_centred(text, theme.text.style());
    let rest = column.rest();
    let rows = rows_of_people(subject, view, area);
    people_at_the_foot(subject, view, None, (rest, rows), buf);
}
