//! A replay: what was to be seen of a session at each place of its way, and nothing of what came later.

use super::evidence::PhoneLog;
use super::moment::Moment;
use super::person::{PersonId, Presence};
use super::place::{Place, StepNumber};
use super::rating::Rating;
use super::session::{Prediction, Session, Verdict};
use super::step_record::{Answer, Answers, StepRecord, Turn};
use super::text::CleanText;
use std::collections::BTreeSet;

/// One picture of a replay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// The place that is shown.
    pub place: Place,
    /// Whether a reveal comes after the first ratings, or after the second ones; the first everywhere else.
    pub turn: Turn,
}

/// A session, frame by frame, as far as it went.
#[derive(Debug, Clone)]
pub struct Replay {
    session: Session,
    frames: Vec<Frame>,
}

/// How much of a step has been seen, from nothing to all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Seen {
    Nothing,
    Doing,
    Sealed,
    Revealed,
    SealedAgain,
    RevealedAgain,
}

impl Replay {
    /// The replay of a session, from where everybody is there to where it came. Setting it up is left out,
    /// unless it never went further.
    pub fn of(session: Session) -> Self {
        let mut frames = all_frames(&session);
        let reached = frames
            .iter()
            .rposition(|frame| has_come_to(*frame, &session));
        frames.truncate(reached.map_or(0, |last| last + 1));
        if frames.is_empty() {
            frames.push(first_shown(session.place));
        }
        Self { session, frames }
    }

    /// What is shown, in the order of the meeting; never empty.
    pub fn frames(&self) -> &[Frame] {
        &self.frames
    }

    /// The session as it stands in the end: more than any frame but the last may show.
    pub fn whole(&self) -> &Session {
        &self.session
    }

    /// Where a step begins, if it was come to.
    pub fn start_of(&self, step: StepNumber) -> Option<usize> {
        self.frames
            .iter()
            .position(|frame| frame.place.step() == Some(step))
    }

    /// When what a frame shows was revealed; none where nothing was. Beyond the end it is the last frame.
    pub fn revealed_at(&self, nth: usize) -> Option<Moment> {
        let frame = self.frame(nth);
        match frame.place {
            Place::Reveal(step) => self.session.step(step).reveal(frame.turn).map(|one| one.at),
            Place::VerdictReveal => self.session.verdict_revealed.as_ref().map(|one| one.at),
            _ => None,
        }
    }

    /// The session as it was to be seen at a frame (beyond the end: at the last): what came later is not in
    /// it, no clock of it runs, and where answers were sealed every slip says the same.
    pub fn session_at(&self, nth: usize) -> Session {
        let seen = &self.frames[..=nth.min(self.frames.len() - 1)];
        let came_to = |place: Place| seen.iter().any(|frame| frame.place == place);
        let mut session = self.session.clone();
        session.place = self.frame(nth).place;
        (session.place_since, session.draft) = (None, None);
        if let Some(here) = self.here_at(nth) {
            for person in &mut session.people {
                person.presence = if here.contains(&person.id) {
                    Presence::Here
                } else {
                    Presence::Away
                };
            }
        }
        for (index, record) in session.steps.iter_mut().enumerate() {
            as_far_as(record, seen_of(StepNumber::from_index(index), seen));
        }
        if came_to(Place::Prediction) {
            let shown: Vec<_> = session
                .steps
                .iter()
                .map(|one| one.revealed.is_some())
                .collect();
            for prediction in session.predictions.values_mut() {
                seal_prediction(prediction, &shown);
            }
        } else {
            session.predictions.clear();
        }
        as_far_as_the_end(&mut session, &came_to);
        session
    }

    fn frame(&self, nth: usize) -> Frame {
        self.frames[nth.min(self.frames.len() - 1)]
    }

    /// Who was in the room at a frame, where that is known.
    fn here_at(&self, nth: usize) -> Option<BTreeSet<PersonId>> {
        let session = &self.session;
        let reveal = match self.frame(nth).place {
            Place::Prediction if nth + 1 < self.frames.len() => {
                return Some(session.predictions.keys().cloned().collect());
            }
            Place::Step(step) | Place::Rating(step) => session.step(step).reveal(Turn::First),
            Place::RatingAgain(step) => session.step(step).reveal(Turn::Again),
            Place::Reveal(step) => session.step(step).reveal(self.frame(nth).turn),
            Place::Verdict | Place::VerdictReveal => session.verdict_revealed.as_ref(),
            _ => None,
        };
        reveal.map(|reveal| reveal.here.iter().cloned().collect())
    }
}

fn first_shown(place: Place) -> Frame {
    let turn = Turn::First;
    Frame { place, turn }
}

/// Every frame that the way of this session could have, second ratings where there were any.
fn all_frames(session: &Session) -> Vec<Frame> {
    let mut frames = Vec::new();
    for place in session.way() {
        match place {
            Place::People | Place::Choices => {}
            // Nobody guessed: it was passed by.
            Place::Prediction if session.predictions.is_empty() && session.place != place => {}
            Place::Reveal(step) => {
                frames.push(first_shown(place));
                let record = session.step(step);
                let again = Place::RatingAgain(step);
                if !record.ratings_again.is_empty() || session.place == again {
                    frames.push(first_shown(again));
                }
                if record.revealed_again.is_some() {
                    let turn = Turn::Again;
                    frames.push(Frame { place, turn });
                }
            }
            place => frames.push(first_shown(place)),
        }
    }
    frames
}

/// Whether a session has come to a frame: it stands there, or something was done there.
fn has_come_to(frame: Frame, session: &Session) -> bool {
    let done = match frame.place {
        Place::Promises => session.promises.iter().any(|one| one.outcome.is_some()),
        Place::Prediction => !session.predictions.is_empty(),
        Place::Step(step) => session.step(step).started.is_some(),
        Place::Rating(step) => !session.step(step).ratings.is_empty(),
        Place::Reveal(step) => session.step(step).reveal(frame.turn).is_some(),
        Place::RatingAgain(_) => true,
        Place::Verdict => !session.verdicts.is_empty(),
        Place::VerdictReveal => session.verdict_revealed.is_some(),
        Place::Commodity => !session.chosen_for.is_empty(),
        Place::IfEqual => !session.if_equal.is_empty(),
        Place::Keep => !session.keep.is_empty(),
        Place::Improvements => !session.improvements.is_empty(),
        Place::Close => session.finished.is_some() || session.next_round.is_some(),
        _ => false,
    };
    (done || session.place == frame.place) && session.may_go(frame.place).is_ok()
}

/// How much of a step these frames have shown.
fn seen_of(step: StepNumber, frames: &[Frame]) -> Seen {
    let of = |frame: &Frame| match (frame.place, frame.turn) {
        (Place::Step(_), _) => Seen::Doing,
        (Place::Rating(_), _) => Seen::Sealed,
        (Place::RatingAgain(_), _) => Seen::SealedAgain,
        (_, Turn::First) => Seen::Revealed,
        (_, Turn::Again) => Seen::RevealedAgain,
    };
    let frames = frames
        .iter()
        .filter(|frame| frame.place.step() == Some(step));
    frames.map(of).max().unwrap_or(Seen::Nothing)
}

/// Takes everything out of a step that came later, and seals what was sealed.
fn as_far_as(record: &mut StepRecord, seen: Seen) {
    if seen == Seen::Nothing {
        *record = StepRecord::new(record.step.clone(), record.sharing);
        return;
    }
    if let Some(phone) = &mut record.phone {
        stop(phone);
    }
    let next = match seen {
        Seen::Doing | Seen::Sealed => &record.revealed,
        Seen::Revealed | Seen::SealedAgain => &record.revealed_again,
        _ => &None,
    };
    if let Some(until) = next.as_ref().map(|reveal| reveal.at) {
        record.notes.retain(|note| note.at <= until);
    }
    if seen < Seen::Sealed {
        record.ratings.clear();
    }
    if seen < Seen::Revealed {
        record.revealed = None;
        record.words.clear();
        for department in &mut record.departments {
            department.rating = None;
        }
    }
    if seen < Seen::SealedAgain {
        record.ratings_again.clear();
    }
    if seen < Seen::RevealedAgain {
        record.revealed_again = None;
    }
    if record.revealed.is_none() {
        seal(&mut record.ratings);
    }
    if record.revealed_again.is_none() {
        seal(&mut record.ratings_again);
    }
}

/// Takes out of the pages after the steps what came later, and seals the verdicts until they were shown.
fn as_far_as_the_end(session: &mut Session, came_to: &dyn Fn(Place) -> bool) {
    if !came_to(Place::Verdict) {
        session.verdicts.clear();
    }
    if !came_to(Place::VerdictReveal) {
        session.verdict_revealed = None;
    }
    if session.verdict_revealed.is_none() {
        session.verdicts.values_mut().for_each(seal_verdict);
    }
    if !came_to(Place::Commodity) {
        session.chosen_for.clear();
    }
    if !came_to(Place::IfEqual) {
        session.if_equal = CleanText::default();
    }
    if !came_to(Place::Keep) {
        session.keep = CleanText::default();
    }
    if !came_to(Place::Improvements) {
        session.improvements.clear();
    }
    if !came_to(Place::Close) {
        (session.finished, session.next_round) = (None, None);
    }
}

/// A call that was never ended stands where something last happened in it.
fn stop(phone: &mut PhoneLog) {
    if !phone.is_running() {
        return;
    }
    let held = phone
        .hold_since
        .take()
        .map(|since| since.seconds_since(phone.dialled));
    let held = held.and_then(|seconds| u32::try_from(seconds).ok());
    let known = [phone.answered_after, phone.person_after, held];
    phone.ended_after = Some(known.into_iter().flatten().max().unwrap_or(phone.on_hold));
}

/// Every slip says the same: that somebody has rated, or that they passed.
fn seal(answers: &mut Answers) {
    for answer in answers.values_mut() {
        if let Answer::Rated { rating, stays, .. } = answer {
            (*rating, *stays) = (Rating::LEAST_UP, true);
        }
    }
}

/// What was expected of a step that is not shown yet says the same for everybody.
fn seal_prediction(prediction: &mut Prediction, shown: &[bool]) {
    if let Prediction::Guessed { ratings, .. } = prediction {
        for (rating, shown) in ratings.iter_mut().zip(shown) {
            if !shown {
                *rating = Rating::LEAST_UP;
            }
        }
    }
}

fn seal_verdict(verdict: &mut Verdict) {
    let (Verdict::Builds { at } | Verdict::Erodes { at }) = *verdict;
    *verdict = Verdict::Builds { at };
}
