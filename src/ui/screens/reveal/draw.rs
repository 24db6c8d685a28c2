//! How the reveal is drawn: the number in the middle of the room, every dot, and who speaks first.

use super::super::step::{mode_words, panel::Panel};
use super::number::draw_number;
pub use super::number::gone_of;
pub use super::tail::speakers;
use super::tail::{draw_tail, words_rows};
use super::{Over, RevealScreen};
use crate::model::evidence::{NoteKind, Sharing};
use crate::model::person::PersonId;
use crate::model::rating::Rating;
use crate::model::session::{Company, Names, Session};
use crate::model::stats::Summary;
use crate::model::step_record::{Answer, StepRecord};
use crate::ui::looks;
use crate::ui::page::{Column, full_width, is_low, is_vast, with_margins};
use crate::ui::screen::View;
use crate::ui::widgets::scale::{Scale, ScaleDot};
use crate::ui::widgets::scale_few::ScaleFew;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The rows that the scale needs for dots, two rows of names, numbers and words.
const SCALE_ROWS: u16 = 7;

/// Draws the reveal.
pub fn reveal(screen: &RevealScreen, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let screen_area = area;
    let area = with_margins(area);
    let session = view.session;
    let record = session.step(screen.step);
    let mut column = Column::new(area, buf);
    let width = column.width();
    column.over(screen_area, |column| {
        column.line(head_line(record, session, view, width));
    });
    let summary = Summary::of(record.felt_ratings());
    let over_rows = over_rows(screen, view, area);
    let words_rows = words_rows(record, view, area);
    let gap = u16::from(!is_low(area));
    let speak = speakers(record, session, is_low(area));
    let speak_rows = speak.as_ref().map_or(0, |words| column.rows_said(words));
    let tail = if screen.over.is_some() {
        over_rows
    } else {
        speak_rows + words_rows + gap
    };
    if screen.holds_breath(view) {
        let rest = column.rest();
        let scale = Rect {
            height: rest.height.saturating_sub(tail),
            ..rest
        };
        draw_scale(&[], &summary, view, full_width(scale, screen_area), buf);
        return;
    }
    let few =
        matches!(summary, Summary::One(_) | Summary::Two(..)) && session.company() != Company::Team;
    if !few {
        // The number is the largest thing; the scale keeps what its dots and names need.
        let most = column.rows_left().saturating_sub(tail + SCALE_ROWS).max(2);
        let room = column.take(most.min(area.height / 2));
        let number = (room, is_vast(screen_area));
        let used = draw_number((record, &summary), view, number, column.buf());
        column.give_back(room.height.saturating_sub(used.max(1)));
    }
    let scale_rows = column.rows_left().saturating_sub(tail);
    let room = full_width(column.take(scale_rows), screen_area);
    let people = dots_of(record, session);
    let dots: Vec<_> = people
        .iter()
        .map(|(label, rating, first)| ScaleDot {
            rating: *rating,
            first: *first,
            name: (session.names() == Names::Shown && session.company() != Company::Solo)
                .then_some(label),
        })
        .collect();
    if few {
        draw_few(&dots, view, room, column.buf());
    } else {
        draw_scale(&dots, &summary, view, room, column.buf());
    }
    let rest = column.rest();
    match &screen.over {
        Some(Over::Words(words)) => words.draw(screen.step, view, rest, buf),
        Some(Over::Departments(departments)) => departments.draw(screen.step, view, rest, buf),
        Some(Over::Note(panel)) => draw_note(panel, view, rest, buf),
        None => draw_tail(record, speak.as_deref(), area, view, rest, buf),
    }
}

fn over_rows(screen: &RevealScreen, view: &View<'_>, area: Rect) -> u16 {
    match &screen.over {
        None => 0,
        Some(Over::Note(_)) => 3,
        Some(Over::Departments(_)) => {
            (view.session.step(screen.step).departments.len() as u16 + 1).min(area.height / 2)
        }
        Some(Over::Words(_)) => {
            let step = &view.session.exercise().steps[screen.step.index()];
            let cells: usize = step
                .words_good
                .iter()
                .chain(&step.words_bad)
                .map(|word| word.as_str().len() + 6)
                .sum();
            (cells as u16 / area.width.max(1) + 4).min(area.height / 2 + 1)
        }
    }
}

/// What was rated, and of how many observations.
fn head_line(
    record: &StepRecord,
    session: &Session,
    view: &View<'_>,
    width: usize,
) -> Line<'static> {
    let rated = record.felt_ratings().len();
    let observed = match (session.company(), record.sharing) {
        (Company::Solo, _) => mode_words(record.mode).to_owned(),
        (_, Sharing::Shared) => format!(
            "one experience, rated by {rated} · {}",
            mode_words(record.mode)
        ),
        (_, Sharing::EachTheirOwn) => format!(
            "{rated} experiences, each their own · {}",
            mode_words(record.mode)
        ),
    };
    let observed = match &record.revealed_again {
        Some(_) => "hollow: the first rating".to_owned(),
        None => observed,
    };
    let question = session.exercise().question.to_string();
    let room = width.saturating_sub(cells(&question) + 3);
    Line::from(vec![
        Span::styled(question, view.theme.question.style()),
        Span::styled(
            format!("   {}", shorten(&observed, room)),
            view.theme.quiet.style(),
        ),
    ])
}

/// The label, the rating that counts and the first one of everybody who rated, in the order of joining.
pub fn dots_of(record: &StepRecord, session: &Session) -> Vec<(String, Rating, Option<Rating>)> {
    let dot = |id: &PersonId| {
        let rating = record.felt_rating(id)?;
        let first = record.ratings.get(id).and_then(Answer::rating);
        Some((
            session.label(id),
            rating,
            first.filter(|first| *first != rating),
        ))
    };
    session
        .people()
        .iter()
        .filter_map(|person| dot(&person.id))
        .collect()
}

fn draw_scale(
    dots: &[ScaleDot<'_>],
    summary: &Summary,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let words = looks::scale_words(view.session.exercise());
    let median = match summary {
        Summary::Room { median, .. } if !dots.is_empty() => Some(*median),
        _ => None,
    };
    let scale = Scale::new(dots)
        .words(&words)
        .median(median)
        .looks(looks::scale(view.theme));
    scale.render(area, buf);
}

fn draw_few(dots: &[ScaleDot<'_>], view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let words = looks::scale_words(view.session.exercise());
    let scale = ScaleFew::new(dots)
        .words(&words)
        .looks(looks::scale(view.theme));
    scale.render(area, buf);
}

fn draw_note(panel: &Panel, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let Panel::Note { kind, field, .. } = panel else {
        return;
    };
    let theme = view.theme;
    let (label, style) = match kind {
        NoteKind::Good => ("▲ a good surprise", theme.good_surprise.style()),
        NoteKind::Bad => ("▼ a bad surprise", theme.bad_surprise.style()),
        NoteKind::Fact => ("· a note", theme.fact.style()),
    };
    let mut column = Column::new(area, buf);
    column.line(Span::styled(label, style));
    column.widget(
        1,
        field.looks(
            theme.field_focus.style(),
            true,
            "what was said",
            theme.hint.style(),
        ),
    );
}
