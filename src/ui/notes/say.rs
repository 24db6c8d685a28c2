//! What the facilitator says at each place.

use super::words::shape;
use crate::model::estimate::in_all_words;
use crate::model::place::Place;
use crate::model::session::{BallotKind, Company, Session};
use crate::model::verdicts::{Count, Lean};
use crate::ui::screens::ballot::taken_how;

/// What is to be said at a place, as it stands; nothing where the result asks its own questions.
pub fn say(session: &Session) -> String {
    let exercise = session.exercise();
    let words = match session.place() {
        Place::People => {
            "Who takes part today? First names are enough. Who comes late can join at any time."
        }
        Place::Choices => {
            "How shall we answer: each in secret, all cards up at once, or openly? In secret nobody follows anybody."
        }
        Place::Promises => {
            "One at a time: kept, not kept, or still open? Where not: what got in the way? Nobody is to blame."
        }
        Place::Welcome => return format!("{} {}", exercise.idea.say, in_all_words(session)),
        Place::Prediction => guess(session),
        Place::Step(step) => exercise.steps[step.index()].say.as_str(),
        Place::Rating(_) => return rate(session),
        Place::RatingAgain(_) => {
            "You have heard one another. What do you feel now? Your first rating stays beside it. If nothing has changed, pass."
        }
        Place::Reveal(_) if shape(session).is_none() => {
            "Nobody gave a rating. What made it hard to give one?"
        }
        Place::Reveal(_) => "",
        Place::Journey => {
            "Look at it for a moment, and say nothing. Then: where was the worst moment, and what came just before it? What will a customer remember next week?"
        }
        Place::Verdict => exercise.verdict.question.say.as_str(),
        Place::VerdictReveal => return stands(session).to_owned(),
        Place::Commodity => exercise.commodity.question.say.as_str(),
        Place::IfEqual => exercise.commodity.if_equal.say.as_str(),
        Place::Keep => exercise.keep.say.as_str(),
        Place::Improvements => exercise.improvements.say.as_str(),
        Place::Close => {
            "Read the one change aloud, with its name and its day. Agree on the day of the next round. Hats off, and thank you."
        }
    };
    words.to_owned()
}

/// What is said to the verdicts: who speaks first depends on which way they lean.
fn stands(session: &Session) -> &'static str {
    let Some(count) = Count::of(session) else {
        return "";
    };
    match (session.company(), count.lean()) {
        (Company::Solo, _) => "That is how it stands today. What decided it for you?",
        (_, Lean::Nowhere) => "Nobody gave a verdict. What made it hard to give one?",
        (_, Lean::Divided) => {
            "The room is divided today: it has neither won nor lost. One of each side speaks: what did you see that the others did not?"
        }
        _ if count.builds == 0 || count.erodes == 0 => {
            "That is how it stands today, and all of you say so. What decided it?"
        }
        _ => {
            "That is how it stands today. The smaller side speaks first: what did you see that the others did not?"
        }
    }
}

/// What is said before everyone guesses. The exercise speaks of a sealed ballot.
fn guess(session: &Session) -> &str {
    match taken_how(session) {
        BallotKind::CardsUp => {
            "Before you look: what will a new customer feel at each step? Write a number for each on your card. All up at once; then they wait until the end. You may pass."
        }
        BallotKind::Open if session.company() != Company::Solo => {
            "Before you look: what will a new customer feel at each step? One after the other, in sight of all; then they wait until the end. You may pass."
        }
        _ => session.exercise().prediction.say.as_str(),
    }
}

/// What is said before everyone rates.
fn rate(session: &Session) -> String {
    let exercise = session.exercise();
    let how = match taken_how(session) {
        BallotKind::PassTheKeyboard => {
            "Type it, seal it, pass the keyboard on; the others look away."
        }
        BallotKind::CardsUp => "Write it down. On three, all cards up.",
        BallotKind::Open if session.company() == Company::Solo => "Take your time.",
        BallotKind::Open => "One after the other, in sight of all. Take your time.",
    };
    format!(
        "{} No talking yet. From ten points down to ten points up, and there is no zero. Then: {} {how}",
        exercise.question,
        exercise.stay_question.as_str().to_lowercase()
    )
}
