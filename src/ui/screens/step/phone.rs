//! The phone clock of a step, as it is drawn.

use crate::model::moment::Seconds;
use crate::model::place::StepNumber;
use crate::ui::page::{Column, is_vast};
use crate::ui::screen::View;
use crate::ui::theme::Theme;
use crate::ui::widgets::clock::Clock;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The phone clock, as large as fits: everybody listens, nobody types.
pub(super) fn phone(step: StepNumber, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let theme = view.theme;
    let Some(phone) = &view.session.step(step).phone else {
        return;
    };
    let state = match (
        phone.is_running(),
        phone.hold_since,
        phone.person_after,
        phone.answered_after,
    ) {
        (false, ..) => "the call is over",
        (_, Some(_), ..) => "on hold",
        (_, None, Some(_), _) => "talking to a person",
        (_, None, None, Some(_)) => "answered",
        _ if phone.rings == 0 => "dialled",
        _ => "it rings",
    };
    let keys = if phone.is_running() { KEYS } else { OVER };
    let seconds = u64::from(phone.seconds(view.now));
    let clock = Clock::new(std::time::Duration::from_secs(seconds))
        .style(theme.clock.style())
        .centred();
    let span = |span: Option<u32>| span.map_or("–".to_owned(), |span| Seconds(span).to_string());
    let facts = [
        ("rings", phone.rings.to_string()),
        ("answered", span(phone.answered_after)),
        ("on hold", Seconds(phone.hold_seconds(view.now)).to_string()),
        ("a person", span(phone.person_after)),
    ];
    let mut column = Column::new(area, buf);
    if is_vast(area) {
        return draw_large((state, keys), &clock, &facts, theme, &mut column);
    }
    column.line(Line::styled(state, theme.strong.style()).centered());
    column.gap(1);
    let rows = clock.height_for(area.width, column.rows_left().saturating_sub(7));
    column.widget(rows, &clock);
    column.gap(1);
    let mut line = Line::default().centered();
    for (name, value) in facts {
        line.push_span(Span::styled(format!("{name} "), theme.quiet.style()));
        line.push_span(Span::styled(format!("{value}   "), theme.number.style()));
    }
    column.line(line);
    column.gap(1);
    column.centred(keys, theme.quiet.style());
}

/// The keys of the clock while it runs.
const KEYS: &str = "r ring · a answer · h hold · p person · + - n to note";
/// What can be done once the call is over.
const OVER: &str = "p another call: this one goes to the notes";

/// The clock with all that it counts in large letters.
fn draw_large(
    (state, keys): (&str, &str),
    clock: &Clock,
    facts: &[(&str, String); 4],
    theme: &Theme,
    column: &mut Column<'_>,
) {
    let centred = |words, style| Headline::new(words).style(style).centred();
    let state = centred(state, theme.strong.style()).at_most(LetterSize::Full);
    column.widget(STATE, &state);
    column.gap(1);
    let clock_rows =
        column.rows_left() - FACTS - column.rows_said(KEYS).max(column.rows_said(OVER)) - 4;
    column.widget(clock.height_for(column.width() as u16, clock_rows), clock);
    column.gap(2);
    let room = column.take(FACTS);
    let width = room.width / facts.len() as u16;
    for (at, (name, value)) in facts.iter().enumerate() {
        let x = room.x + at as u16 * width;
        let place = Rect { x, width, ..room };
        let mut fact = Column::new(place, column.buf());
        let value = centred(value, theme.number.style()).at_most(LetterSize::Full);
        fact.headline(&value, LINE);
        let name = centred(name, theme.quiet.style()).at_most(LetterSize::Quarter);
        fact.widget(LINE, &name);
    }
    column.gap(2);
    column.said_centred(keys, theme.quiet.style());
}

/// The rows of how the call stands: the same for all its words, so that the clock under them keeps its size.
const STATE: u16 = 8;
/// The rows of a number and its name under it.
const FACTS: u16 = 8 + 1 + LINE;
