//! Where a session stands, for the middle of a head line: dots for its steps, else the place in words.

use super::looks;
use super::theme::Theme;
use super::widgets::dots::Dots;
use crate::model::place::Place;
use crate::model::session::Session;
use ratatui::text::{Line, Span};

/// Under this width the head leaves out what can be guessed.
const NARROW: u16 = 72;

/// Where the session stands, for a head of this width.
pub fn where_we_are(session: &Session, theme: &Theme, width: u16) -> Line<'static> {
    let place = session.place();
    let Some(step) = place.step() else {
        return Line::from(Span::styled(name(place), theme.head.style()));
    };
    let steps = session.steps().len();
    let is_narrow = width < NARROW;
    // On its own page a step says itself which it is.
    let called = match place {
        Place::Step(_) => None,
        _ => session.exercise().steps.get(step.index()),
    };
    let most = if is_narrow && called.is_some() { 2 } else { 4 };
    let mut line = Dots::new(steps, step.index())
        .looks(looks::dots(theme))
        .line(most * steps);
    // How many there are stands in the dots as well.
    let words = match (called, is_narrow) {
        (None, true) => format!(" {step} of {steps}"),
        (None, false) => format!("  step {step} of {steps}"),
        (Some(called), true) => format!(" {step}: {}", called.short),
        (Some(called), false) => format!("  step {step} of {steps}: {}", called.short),
    };
    line.push_span(Span::styled(words, theme.head.style()));
    line
}

fn name(place: Place) -> &'static str {
    match place {
        Place::People | Place::Choices => "setting up",
        Place::Promises => "what was promised",
        Place::Welcome => "welcome",
        Place::Prediction => "the guess before",
        Place::Journey => "the journey",
        Place::Verdict | Place::VerdictReveal => "the verdict",
        Place::Commodity | Place::IfEqual | Place::Keep => "what it means",
        Place::Improvements => "what to mend",
        Place::Close => "the session on one page",
        Place::Step(_) | Place::Rating(_) | Place::Reveal(_) | Place::RatingAgain(_) => "",
    }
}
