//! The way through a session: which place comes next, which came before, and what must be done first.

use super::change::Refused;
use super::place::{Place, StepNumber};
use super::session::{Company, Session};
use super::step_record::Turn;

impl Session {
    /// The places of this session in the order of the meeting.
    pub fn way(&self) -> Vec<Place> {
        let mut way = vec![Place::People];
        if self.company() != Company::Solo {
            way.push(Place::Choices);
        }
        if !self.promises.is_empty() {
            way.push(Place::Promises);
        }
        way.extend([Place::Welcome, Place::Prediction]);
        for step in self.step_numbers() {
            way.extend([Place::Step(step), Place::Rating(step), Place::Reveal(step)]);
        }
        way.extend([Place::Journey, Place::Verdict, Place::VerdictReveal]);
        way.extend([
            Place::Commodity,
            Place::IfEqual,
            Place::Keep,
            Place::Improvements,
            Place::Close,
        ]);
        way
    }

    /// The place after this one; none at the end. Ballots that are over are not asked again, and a second
    /// rating leads back to its reveal.
    pub fn next_place(&self) -> Option<Place> {
        if let Place::RatingAgain(step) = self.place {
            return Some(Place::Reveal(step));
        }
        let place = self.on_the_way();
        self.way()
            .into_iter()
            .skip_while(|other| *other != place)
            .skip(1)
            .find(|next| !self.is_over(*next))
    }

    /// The place before this one; none at the start. Ballots that are over are not asked again.
    pub fn previous_place(&self) -> Option<Place> {
        if let Place::RatingAgain(step) = self.place {
            return Some(Place::Reveal(step));
        }
        let place = self.on_the_way();
        if place != self.place {
            return Some(place);
        }
        self.way()
            .into_iter()
            .rev()
            .skip_while(|other| *other != place)
            .skip(1)
            .find(|before| !self.is_over(*before))
    }

    /// Whether the session may stand at a place now: nothing that comes before it is left out.
    pub fn may_go(&self, place: Place) -> Result<(), Refused> {
        if matches!(place, Place::People) {
            return Ok(());
        }
        if self.people.is_empty() {
            return Err(Refused::Nobody);
        }
        match place {
            Place::Promises if self.promises.is_empty() => Err(Refused::NoPromise),
            Place::People
            | Place::Choices
            | Place::Promises
            | Place::Welcome
            | Place::Prediction => Ok(()),
            Place::Step(step) | Place::Rating(step) => self.revealed_before(step),
            Place::Reveal(step) | Place::RatingAgain(step) => {
                self.revealed_before(step)?;
                if self.step(step).reveal(Turn::First).is_some() {
                    Ok(())
                } else {
                    Err(Refused::NotRevealed)
                }
            }
            Place::Journey | Place::Verdict => self
                .first_sealed()
                .map_or(Ok(()), |step| Err(Refused::StepFirst(step))),
            _ if self.verdict_revealed.is_some() => Ok(()),
            _ => Err(Refused::VerdictFirst),
        }
    }

    /// Steps are taken in their order: none before this one may be sealed.
    pub(super) fn revealed_before(&self, step: StepNumber) -> Result<(), Refused> {
        if step.index() >= self.steps.len() {
            return Err(Refused::NoStep(step));
        }
        match self.first_sealed() {
            Some(first) if first < step => Err(Refused::StepFirst(first)),
            _ => Ok(()),
        }
    }

    fn first_sealed(&self) -> Option<StepNumber> {
        self.step_numbers()
            .find(|step| self.step(*step).revealed.is_none())
    }

    /// A ballot whose answers were shown is over: the way leads past it.
    fn is_over(&self, place: Place) -> bool {
        match place {
            Place::Rating(step) => self.step(step).revealed.is_some(),
            Place::Verdict => self.verdict_revealed.is_some(),
            Place::Prediction => self.predictions_are_closed(),
            _ => false,
        }
    }

    /// The place on the straight way that a place beside it belongs to: somebody who is left alone has no
    /// choices to make.
    fn on_the_way(&self) -> Place {
        match self.place {
            Place::Choices if self.company() == Company::Solo => Place::People,
            place => place,
        }
    }
}
