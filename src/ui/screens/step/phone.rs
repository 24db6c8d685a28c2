//! The phone clock of a step, as it is drawn.

use crate::model::moment::Seconds;
use crate::model::place::StepNumber;
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::widgets::clock::Clock;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The phone clock, as large as fits: everybody listens, nobody types.
pub(super) fn phone(step: StepNumber, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let theme = view.theme;
    let Some(phone) = &view.session.step(step).phone else {
        return;
    };
    let mut column = Column::new(area, buf);
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
        _ => "it rings",
    };
    column.line(Line::styled(state, theme.strong.style()).centered());
    column.gap(1);
    let seconds = u64::from(phone.seconds(view.now));
    let clock = Clock::new(std::time::Duration::from_secs(seconds))
        .style(theme.clock.style())
        .centred();
    let rows = clock.height_for(area.width, column.rows_left().saturating_sub(7));
    column.widget(rows, &clock);
    column.gap(1);
    let span = |span: Option<u32>| span.map_or("–".to_owned(), |span| Seconds(span).to_string());
    let facts = [
        ("rings", phone.rings.to_string()),
        ("answered", span(phone.answered_after)),
        ("on hold", Seconds(phone.hold_seconds(view.now)).to_string()),
        ("a person", span(phone.person_after)),
    ];
    let mut line = Line::default().centered();
    for (name, value) in facts {
        line.push_span(Span::styled(format!("{name} "), theme.quiet.style()));
        line.push_span(Span::styled(format!("{value}   "), theme.number.style()));
    }
    column.line(line);
    column.gap(1);
    column.centred(
        "r at every ring · a answered · h hold · p a person",
        theme.quiet.style(),
    );
}
