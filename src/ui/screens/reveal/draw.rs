//! How the reveal is drawn: the number in the middle of the room, every dot, and who speaks first.

use super::super::step::panel::Panel;
use super::layout::{Parts, SCALE_ROWS};
use super::number::draw_number;
pub use super::number::gone_of;
use super::tail::draw_tail;
pub use super::tail::speakers;
use super::{Over, RevealScreen};
use crate::model::evidence::NoteKind;
use crate::model::person::PersonId;
use crate::model::rating::Rating;
use crate::model::session::{Company, Session};
use crate::model::stats::Summary;
use crate::model::step_record::{Answer, StepRecord};
use crate::ui::looks;
use crate::ui::page::{Column, full_width, is_vast, with_margins};
use crate::ui::screen::View;
use crate::ui::widgets::large_field::LargeField;
use crate::ui::widgets::scale::{Scale, ScaleDot, ScaleWord};
use crate::ui::widgets::scale_few::ScaleFew;
use crate::ui::widgets::{enlarged, large_rows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use ratatui::widgets::Widget;

/// Draws the reveal.
pub fn reveal(screen: &RevealScreen, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let screen_area = area;
    let area = with_margins(area);
    let session = view.session;
    let record = session.step(screen.step);
    let mut column = Column::new(area, buf).on(screen_area);
    let summary = Summary::of(record.felt_ratings());
    let people = dots_of(record, session);
    let dots = named_dots(&people, session.has_names_at(screen.step));
    let words = looks::scale_words(session.exercise());
    let scale = scale(&dots, &words, &summary, (view, screen_area));
    let is_asked = matches!(screen.over, Some(Over::Words(_) | Over::Departments(_)));
    let over = over_rows(screen, view, (area, screen_area));
    let air = if is_asked {
        self::air(over, (area, screen_area))
    } else {
        0
    };
    let parts = Parts {
        record,
        summary: &summary,
        scale: &scale,
        view,
        screen: screen_area,
        area,
        over: screen.over.is_some().then_some(over + air),
    };
    let layout = parts.layout(&column);
    column.over(screen_area, |column| parts.draw_head(&layout, column));
    let tail = layout.tail;
    if screen.holds_breath(view) {
        let rest = column.rest();
        let room = Rect {
            height: rest.height.saturating_sub(tail),
            ..rest
        };
        let scale = self::scale(&[], &words, &summary, (view, screen_area));
        scale.render(full_width(room, screen_area), buf);
        return;
    }
    let few = matches!(summary, Summary::One(_) | Summary::Two(..))
        && session.company_at(record) != Company::Team;
    // What is asked now comes before what was seen: the number gives way first, then the scale.
    let left = column.rows_left().saturating_sub(tail);
    if !few && (!is_asked || left > SCALE_ROWS + large_rows::LINE) {
        // The number is the largest thing; the scale keeps what its dots and names need.
        let most = left.saturating_sub(SCALE_ROWS).max(2);
        let most = layout.number.unwrap_or(most.min(area.height / 2));
        let room = column.take(most);
        let number = (room, is_vast(screen_area));
        let used = draw_number((record, &summary), view, number, column.buf());
        column.give_back(room.height.saturating_sub(used.max(1)));
        // The scale's names and dots would touch its foot.
        let touches = is_asked && is_vast(screen_area);
        column.gap(u16::from(layout.number.is_some() || touches));
    }
    if !is_asked || left >= SCALE_ROWS {
        let scale_rows = column.rows_left().saturating_sub(tail);
        let room = full_width(column.take(scale_rows), screen_area);
        if few {
            draw_few(&dots, view, room, column.buf());
        } else {
            scale.render(room, column.buf());
        }
    }
    // Large words that hang from their line would touch what is under them.
    let hangs = is_vast(screen_area) && screen.over.is_some();
    column.gap(u16::from(hangs || air > 1));
    let rest = column.rest();
    match &screen.over {
        Some(Over::Words(words)) => words.draw(screen.step, view, (screen_area, rest), buf),
        Some(Over::Departments(departments)) => {
            departments.draw(screen.step, view, (screen_area, rest), buf);
        }
        Some(Over::Note(panel)) => draw_note(panel, view, (screen_area, rest), buf),
        None => draw_tail(record, &layout, (screen_area, area), view, rest, buf),
    }
}

fn over_rows(screen: &RevealScreen, view: &View<'_>, (area, whole): (Rect, Rect)) -> u16 {
    let large = if is_vast(whole) {
        enlarged::VAST_ROWS
    } else {
        enlarged::ROWS
    };
    match &screen.over {
        None => 0,
        Some(Over::Note(_)) if is_vast(whole) => 1 + NOTE_ROWS,
        Some(Over::Note(_)) => 3,
        Some(Over::Departments(departments)) => {
            departments.rows(screen.step, view, whole, (area.width, large))
        }
        Some(Over::Words(words)) => words.rows(screen.step, view, whole, (area.width, large)),
    }
}

/// The empty rows under and over the question, as far as the scale and the line over it leave any.
fn air(rows: u16, (area, whole): (Rect, Rect)) -> u16 {
    if is_vast(whole) {
        return 0;
    }
    area.height.saturating_sub(rows + SCALE_ROWS + 1).min(2)
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

/// The dots, with the names where they are shown.
fn named_dots(people: &[(String, Rating, Option<Rating>)], are_shown: bool) -> Vec<ScaleDot<'_>> {
    let dots = people.iter().map(|(label, rating, first)| ScaleDot {
        rating: *rating,
        first: *first,
        name: are_shown.then_some(label.as_str()),
    });
    dots.collect()
}

/// The scale of the room, large on a vast screen.
fn scale<'s>(
    dots: &'s [ScaleDot<'s>],
    words: &'s [ScaleWord<'s>],
    summary: &Summary,
    (view, screen): (&View<'_>, Rect),
) -> Scale<'s> {
    let median = match summary {
        Summary::Room { median, .. } if !dots.is_empty() => Some(*median),
        _ => None,
    };
    let scale = Scale::new(dots)
        .words(words)
        .median(median)
        .looks(looks::scale(view.theme));
    if is_vast(screen) {
        scale.large()
    } else {
        scale
    }
}

fn draw_few(dots: &[ScaleDot<'_>], view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let words = looks::scale_words(view.session.exercise());
    let scale = ScaleFew::new(dots)
        .words(&words)
        .looks(looks::scale(view.theme));
    scale.render(area, buf);
}

/// The most lines of a note in large letters, and the rows they take.
const NOTE_LINES: usize = 2;
const NOTE_ROWS: u16 = NOTE_LINES as u16 * (large_rows::LINE + 1);

fn draw_note(panel: &Panel, view: &View<'_>, (screen, area): (Rect, Rect), buf: &mut Buffer) {
    let Panel::Note { kind, field, .. } = panel else {
        return;
    };
    let theme = view.theme;
    let (label, style) = match kind {
        NoteKind::Good => ("▲ a good surprise", theme.good_surprise.style()),
        NoteKind::Bad => ("▼ a bad surprise", theme.bad_surprise.style()),
        NoteKind::Fact => ("· a note", theme.fact.style()),
    };
    let (hint, focus) = ("what was said", theme.field_focus.style());
    let mut column = Column::new(area, buf);
    column.line(Span::styled(label, style));
    let large = LargeField::of(field, hint, (focus, theme.hint.style()));
    if is_vast(screen) && large.rows_for(area.width, NOTE_LINES).is_some() {
        return column.widget(NOTE_ROWS, &large);
    }
    let field = field.looks(focus, true, hint, theme.hint.style());
    column.widget(1, field);
}
