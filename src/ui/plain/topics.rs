//! The topic for every place of the way.

use super::ballot::Ballot;
use super::close::Close;
use super::commodity::Commodity;
use super::improvements::Improvements;
use super::journey::JourneyTalk;
use super::people::People;
use super::promises::Promises;
use super::reveal::Reveal;
use super::sentence::Sentence;
use super::setup::{Choices, Welcome};
use super::step::StepTalk;
use super::topic::{Here, Topic};
use super::verdict::Verdicts;
use crate::model::place::Place;
use crate::model::step_record::Turn;
use crate::ui::screens::ballot::Subject;

/// The topic for the place where the session stands.
pub fn at(here: &Here<'_>) -> Box<dyn Topic> {
    match here.session.place() {
        Place::People => Box::new(People::default()),
        Place::Choices => Box::new(Choices::default()),
        Place::Promises => Box::new(Promises::new(here.session)),
        Place::Welcome => Box::new(Welcome),
        Place::Prediction => Box::new(Ballot::new(Subject::Prediction)),
        Place::Step(step) => Box::new(StepTalk::new(step, here.now)),
        Place::Rating(step) => Box::new(Ballot::new(Subject::Rating(step, Turn::First))),
        Place::RatingAgain(step) => Box::new(Ballot::new(Subject::Rating(step, Turn::Again))),
        Place::Reveal(step) => Box::new(Reveal::new(step)),
        Place::Journey => Box::new(JourneyTalk),
        Place::Verdict => Box::new(Ballot::new(Subject::Verdict)),
        Place::VerdictReveal => Box::new(Verdicts),
        Place::Commodity => Box::new(Commodity),
        Place::IfEqual => Box::new(Sentence::IfEqual),
        Place::Keep => Box::new(Sentence::Keep),
        Place::Improvements => Box::new(Improvements::new(here.session)),
        Place::Close => Box::new(Close::default()),
    }
}
