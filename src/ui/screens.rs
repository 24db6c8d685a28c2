//! The screens of a session: one file each, one for every place of the way.

mod asked;
pub(super) mod ballot;
pub(super) mod choices;
mod close;
mod commodity;
pub(super) mod improvements;
pub(super) mod journey;
mod large_words;
mod people;
mod pointing;
pub(super) mod promises;
pub(super) mod reveal;
mod sentence;
pub(super) mod step;
pub(super) mod verdict;
mod welcome;

use super::screen::{Screen, View};
use crate::model::place::Place;
use crate::model::step_record::Turn;

/// The screen for a place.
pub fn at(place: Place, view: &View<'_>) -> Box<dyn Screen> {
    use ballot::{BallotScreen, Subject};
    match place {
        Place::People => Box::new(people::People::new(view)),
        Place::Choices => Box::new(choices::Choices::default()),
        Place::Promises => Box::new(promises::PromisesScreen::default()),
        Place::Welcome => Box::new(welcome::Welcome),
        Place::Prediction => Box::new(BallotScreen::new(Subject::Prediction, view)),
        Place::Step(step) => Box::new(step::StepScreen::new(step, view)),
        Place::Rating(step) => {
            Box::new(BallotScreen::new(Subject::Rating(step, Turn::First), view))
        }
        Place::RatingAgain(step) => {
            Box::new(BallotScreen::new(Subject::Rating(step, Turn::Again), view))
        }
        Place::Reveal(step) => Box::new(reveal::RevealScreen::new(step, view)),
        Place::Journey => Box::new(journey::JourneyScreen::default()),
        Place::Verdict => Box::new(BallotScreen::new(Subject::Verdict, view)),
        Place::VerdictReveal => Box::new(verdict::VerdictScreen),
        Place::Commodity => Box::new(commodity::CommodityScreen::default()),
        Place::IfEqual => Box::new(sentence::SentenceScreen::if_equal(view)),
        Place::Keep => Box::new(sentence::SentenceScreen::keep(view)),
        Place::Improvements => Box::new(improvements::ImprovementsScreen::new(view)),
        Place::Close => Box::new(close::CloseScreen::new(view)),
    }
}
