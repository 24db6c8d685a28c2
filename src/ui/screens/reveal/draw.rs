//! How the reveal is drawn: the number in the middle of the room, every dot, and who speaks first.

use super::super::step::{mode_words, panel::Panel};
use super::words::chip;
use super::{Over, RevealScreen};
use crate::model::evidence::{NoteKind, Sharing};
use crate::model::person::PersonId;
use crate::model::rating::Rating;
use crate::model::session::{Company, Names, Session};
use crate::model::stats::{Summary, YearOfIt};
use crate::model::step_record::{Answer, StepRecord};
use crate::ui::looks;
use crate::ui::page::{Column, full_width, is_low, with_margins};
use crate::ui::screen::View;
use crate::ui::widgets::chips::Chips;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::scale::{Scale, ScaleDot};
use crate::ui::widgets::scale_few::ScaleFew;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The rows that the scale needs for dots, two rows of names, numbers and words.
const SCALE_ROWS: u16 = 7;

/// The columns between the number and what stands beside it.
const BESIDE: u16 = 4;

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
        let used = draw_number(&summary, record, session, view, room, column.buf());
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

/// The style of a rating as text.
fn look(rating: Rating, view: &View<'_>) -> Style {
    if rating.is_up() {
        view.theme.up.style()
    } else {
        view.theme.down.style()
    }
}

/// The large number and, beside it, what it is.
fn draw_number(
    summary: &Summary,
    record: &StepRecord,
    session: &Session,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> u16 {
    let theme = view.theme;
    let (large, style) = match summary {
        Summary::Nobody => ("–".to_owned(), theme.quiet.style()),
        Summary::One(rating) => (rating.to_string(), look(*rating, view)),
        Summary::Two(lower, higher) => (format!("{lower}  {higher}"), theme.number.style()),
        Summary::Room { median, .. } => (median.to_string(), look(*median, view)),
        Summary::Split { .. } => ("SPLIT".to_owned(), theme.number.style()),
    };
    let lines = beside(summary, record, session, view);
    let headline = Headline::new(&large).style(style);
    let words = lines.iter().map(Line::width).max().unwrap_or(0) as u16 + BESIDE;
    let room = area.width.saturating_sub(words).max(area.width / 4);
    let (width, height) = headline.extent(room, area.height);
    let number = Rect {
        width,
        height,
        ..area
    };
    headline.render(number, buf);
    let text = Rect {
        x: area.x + (width + BESIDE).min(area.width),
        width: area.width.saturating_sub(width + BESIDE),
        ..area
    };
    let top = (height.saturating_sub(lines.len() as u16)) / 2;
    let mut column = Column::new(text, buf);
    column.gap(top);
    let rows = height.max(lines.len() as u16).min(area.height);
    for line in lines {
        column.line(line);
    }
    rows
}

fn beside(
    summary: &Summary,
    record: &StepRecord,
    session: &Session,
    view: &View<'_>,
) -> Vec<Line<'static>> {
    let theme = view.theme;
    let mut lines = Vec::new();
    let mut say = |words: String, style: Style| lines.push(Line::from(Span::styled(words, style)));
    match summary {
        Summary::Nobody => say("Everybody passed.".to_owned(), theme.text.style()),
        Summary::One(_) => say(
            "the one rating that was given".to_owned(),
            theme.text.style(),
        ),
        Summary::Two(..) => say(
            "the two ratings that were given".to_owned(),
            theme.text.style(),
        ),
        Summary::Room { .. } => say("the middle of the room".to_owned(), theme.strong.style()),
        Summary::Split { down, up, .. } => {
            say(
                format!("▼ {} people around {}", down.count(), down.median()),
                theme.down.style(),
            );
            say(
                format!("▲ {} people around {}", up.count(), up.median()),
                theme.up.style(),
            );
        }
    }
    if let Some((lowest, highest)) = summary.range() {
        say(format!("from {lowest} to {highest}"), theme.text.style());
    }
    let (gone, asked) = gone_of(record, session);
    match gone {
        0 if asked > 1 => say("all would have gone on".to_owned(), theme.text.style()),
        0 => {}
        _ => say(
            format!("{gone} of {asked} would not have gone on"),
            theme.leaving.style(),
        ),
    }
    lines
}

/// How many would not have gone on, of how many who said so or not.
pub fn gone_of(record: &StepRecord, session: &Session) -> (usize, usize) {
    let people = session.people().iter();
    let stays = people.filter_map(|person| record.felt(&person.id)?.stays());
    stays.fold((0, 0), |(gone, asked), stays| {
        (gone + usize::from(!stays), asked + 1)
    })
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

/// The lowest and the highest are asked to speak first.
pub fn speakers(record: &StepRecord, session: &Session, low: bool) -> Option<String> {
    let dots = dots_of(record, session);
    let lowest = dots.iter().map(|(_, rating, _)| *rating).min()?;
    let highest = dots.iter().map(|(_, rating, _)| *rating).max()?;
    match session.company() {
        Company::Solo => return None,
        Company::Pair => return Some("Tell each other: what made it so?".to_owned()),
        Company::Team => {}
    }
    if lowest == highest {
        return Some("All the same. What made it so?".to_owned());
    }
    if session.names() == Names::Hidden {
        return Some("Who stands lowest and highest speaks first, if they like.".to_owned());
    }
    let of = |rating| {
        dots.iter()
            .filter(move |(_, other, _)| *other == rating)
            .map(|(label, ..)| label.clone())
    };
    let first: Vec<_> = of(lowest).take(2).chain(of(highest).take(2)).collect();
    let more = if low {
        "."
    } else {
        ": what did you feel that the others did not?"
    };
    Some(format!("{} speak first{more}", and(&first)))
}

/// `Ana`, `Ana and Ben`, `Ana, Ben and Cho`.
pub fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn words_rows(record: &StepRecord, view: &View<'_>, area: Rect) -> u16 {
    let picked: Vec<_> = record.words.iter().map(|word| chip(word, true)).collect();
    let year = u16::from(record.times_a_year.is_some());
    let rows = Chips::new(&picked)
        .looks(looks::chips(view.theme))
        .height_for(area.width)
        .min(3);
    // On a low screen the foot alone says how words are picked.
    year + if picked.is_empty() {
        u16::from(!is_low(area))
    } else {
        rows
    }
}

fn draw_tail(
    record: &StepRecord,
    speak: Option<&str>,
    screen: Rect,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let theme = view.theme;
    let low = is_low(screen);
    let mut column = Column::new(area, buf).on(screen);
    column.gap(u16::from(!low));
    if let Some(words) = speak {
        column.said(words, theme.strong.style());
    }
    if let Some(year) = record
        .times_a_year
        .and_then(|times| YearOfIt::of(times, &Summary::of(record.felt_ratings())))
    {
        let total = year
            .total_words()
            .map_or(String::new(), |total| format!(": {total}"));
        column.line(Span::styled(
            format!("{}{total}", year.words()),
            theme.strong.style(),
        ));
    }
    let picked: Vec<_> = record.words.iter().map(|word| chip(word, true)).collect();
    if picked.is_empty() && !low {
        let words = if view.session.company() == Company::Solo {
            "Which word fits?"
        } else {
            "Which words do you hear?"
        };
        column.line(Line::from(vec![
            Span::styled(format!("{words} "), theme.quiet.style()),
            Span::styled("w", theme.foot_key.style()),
            Span::styled(" picks them.", theme.quiet.style()),
        ]));
    } else {
        let rest = column.rest();
        Chips::new(&picked)
            .looks(looks::chips(theme))
            .render(rest, buf);
    }
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
