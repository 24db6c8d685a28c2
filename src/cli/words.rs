//! What several commands say of a session: where it stands, in words and in names for other programs.

use crate::model::heading::Heading;
use crate::model::place::Place;

/// The name of a place for other programs; it never changes.
pub(super) fn name(place: Place) -> &'static str {
    match place {
        Place::People => "people",
        Place::Choices => "choices",
        Place::Welcome => "welcome",
        Place::Prediction => "prediction",
        Place::Step(_) => "step",
        Place::Rating(_) => "rating",
        Place::Reveal(_) => "reveal",
        Place::RatingAgain(_) => "rating-again",
        Place::Journey => "journey",
        Place::Verdict => "verdict",
        Place::VerdictReveal => "verdict-reveal",
        Place::Commodity => "commodity",
        Place::IfEqual => "if-equal",
        Place::Keep => "keep",
        Place::Improvements => "improvements",
        Place::Close => "close",
    }
}

/// Where a session stands, in words: `finished`, `rating, step 2 of 5`.
pub(super) fn stands_at(heading: &Heading) -> String {
    if heading.finished.is_some() {
        return "finished".to_owned();
    }
    let name = name(heading.place).replace('-', " ");
    match (heading.place, heading.place.step()) {
        (Place::Step(step), _) => format!("step {step} of {}", heading.steps),
        (_, Some(step)) => format!("{name}, step {step} of {}", heading.steps),
        (_, None) => name,
    }
}
