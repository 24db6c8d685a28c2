//! What stands in the notes at each place. How it looks stands elsewhere.

use super::say::say;
use crate::model::moment::{Moment, date_words};
use crate::model::place::{Place, StepNumber};
use crate::model::promise::Promise;
use crate::model::session::{Company, Session};
use crate::model::stats::Shape;
use crate::model::step_record::Turn;
use crate::ui::screens::promises::words::{due_words, mark_words};

/// The notes to a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notes {
    /// What stands large, where it is no clock.
    pub headline: String,
    /// The clock of a step that is being done.
    pub timebox: Option<Timebox>,
    /// What stands under it, the most important first.
    pub blocks: Vec<Block>,
    /// What comes next.
    pub next: String,
}

/// A few sentences under a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// To be said as it stands.
    Say(String),
    /// Who has not answered; nobody when all are in.
    Missing(Vec<String>),
    /// Questions that fit the result.
    Ask(Vec<String>),
    /// What was promised before, under a label; and whether its day has passed.
    Promised(&'static str, Vec<(String, bool)>),
}

/// How a timebox stands, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timebox {
    /// All of it, from 60 on.
    pub all: u32,
    /// What is left; below zero when it is over.
    pub left: i64,
}

impl Timebox {
    /// Whether no more than this part of it is left, in per cent.
    pub fn is_down_to(self, per_cent: i64) -> bool {
        self.left * 100 <= i64::from(self.all) * per_cent
    }

    /// How it stands in words, so that no colour is needed.
    pub fn words(self) -> String {
        let minutes = self.all / 60;
        if self.left < 0 {
            format!("over the {minutes} minutes. Bring it to an end, or t adds five")
        } else if self.is_down_to(5) {
            format!("of {minutes} minutes: time is up in a moment")
        } else if self.is_down_to(20) {
            format!("of {minutes} minutes: come to an end")
        } else {
            format!("left of {minutes} minutes")
        }
    }
}

impl Notes {
    /// The notes to where a session stands.
    pub fn of(session: &Session, now: Moment) -> Self {
        let place = session.place();
        let mut blocks = Vec::new();
        if let Some(missing) = missing(session) {
            blocks.push(Block::Missing(missing));
        }
        if let Some(asked) = asked(session) {
            blocks.push(Block::Ask(asked));
        }
        let say = say(session);
        // How to answer is of no use any more once all have.
        let are_in = blocks.contains(&Block::Missing(Vec::new()));
        if !say.is_empty() && !are_in {
            blocks.push(Block::Say(say));
        }
        blocks.extend(promised(session, now));
        let timebox = match place {
            Place::Step(step) => {
                let all = session.timebox(step);
                let left = i64::from(all) - i64::from(session.seconds_at(step, now));
                Some(Timebox { all, left })
            }
            _ => None,
        };
        Self {
            headline: headline(session),
            timebox,
            blocks,
            next: next(session),
        }
    }
}

/// The shape of the ratings that are shown at a reveal; none where nobody rated, or all is sealed.
pub(super) fn shape(session: &Session) -> Option<Shape> {
    match session.place() {
        Place::Reveal(step) => Shape::of(session.step(step).felt_ratings()),
        _ => None,
    }
}

fn headline(session: &Session) -> String {
    let exercise = session.exercise();
    let words = match (session.place(), shape(session)) {
        (place, Some(shape)) => {
            let step = place.step().unwrap_or(StepNumber::FIRST);
            shape_words(shape, session.company_at(session.step(step)))
        }
        (Place::People, _) => "Who is here?",
        (Place::Choices, _) => "How to answer",
        (Place::Promises, _) => "Kept or not?",
        (Place::Welcome, _) => exercise.idea.headline.as_str(),
        (Place::Prediction, _) => exercise.prediction.headline.as_str(),
        (Place::Step(step), _) => exercise.steps[step.index()].title.as_str(),
        (Place::Rating(_), _) => "Everyone rates",
        (Place::RatingAgain(_), _) => "Once more",
        (Place::Reveal(_), _) => "All passed",
        (Place::Journey, _) => "The journey",
        (Place::Verdict | Place::VerdictReveal, _) => exercise.verdict.question.headline.as_str(),
        (Place::Commodity, _) => exercise.commodity.question.headline.as_str(),
        (Place::IfEqual, _) => exercise.commodity.if_equal.headline.as_str(),
        (Place::Keep, _) => exercise.keep.headline.as_str(),
        (Place::Improvements, _) => exercise.improvements.headline.as_str(),
        (Place::Close, _) => "Read it aloud",
    };
    words.to_owned()
}

/// What a shape is called. Of one or two people nobody can be far out, and nobody agrees alone.
fn shape_words(shape: Shape, company: Company) -> &'static str {
    match (shape, company) {
        (Shape::AgreedHigh, Company::Solo) => "It was good",
        (Shape::AgreedLow, Company::Solo) => "It was bad",
        (Shape::AgreedMild, Company::Solo) => "It was so-so",
        (Shape::AgreedHigh, _) => "Agreed: good",
        (Shape::AgreedLow, _) => "Agreed: bad",
        (Shape::AgreedMild, _) => "Agreed: so-so",
        (Shape::Mixed, _) => "Mixed",
        (Shape::Split, _) => "Split",
        (Shape::OneFarOut(_), _) => "One far out",
    }
}

/// Who is missing at a ballot; none where there is no ballot, or nobody to wait for but oneself.
fn missing(session: &Session) -> Option<Vec<String>> {
    let missing = match session.place() {
        Place::Prediction => session.missing_predictions(),
        Place::Rating(step) => session.missing(step, Turn::First),
        Place::RatingAgain(step) => session.missing(step, Turn::Again),
        Place::Verdict => session.missing_verdicts(),
        _ => return None,
    };
    if session.company() == Company::Solo {
        return None;
    }
    let names = missing.iter().map(|person| session.label(&person.id));
    Some(names.collect())
}

/// The second time they have spoken already, the lowest and the highest first: it is about who moved.
const ASKED_AGAIN: [&str; 2] = [
    "Whose number moved? What did you hear that moved it?",
    "Who stayed where they were, and what holds them there?",
];

fn asked(session: &Session) -> Option<Vec<String>> {
    let prompts = session.exercise().prompts.fitting(shape(session)?);
    let is_again = match session.place() {
        Place::Reveal(step) => session.step(step).revealed_again.is_some(),
        _ => false,
    };
    Some(if is_again && session.company() != Company::Solo {
        ASKED_AGAIN.map(str::to_owned).to_vec()
    } else {
        prompts.iter().map(ToString::to_string).collect()
    })
}

/// The most promises that stand in the notes.
const MOST_PROMISES: usize = 5;

/// What was promised: all of it where it is asked about; before that what is overdue, so that nobody is
/// taken by surprise; and at the end what is still open.
fn promised(session: &Session, now: Moment) -> Option<Block> {
    let today = now.date();
    let is_shown: &dyn Fn(&&Promise) -> bool = match session.place() {
        Place::Promises => &|_| true,
        Place::People | Place::Choices => &|one| one.is_overdue(today),
        Place::Improvements | Place::Close => &|one| one.is_open(),
        _ => return None,
    };
    let label = match session.place() {
        Place::Promises => "Promised",
        Place::People | Place::Choices => "Overdue from before",
        _ => "Still open from before",
    };
    let shown: Vec<_> = session.promises().iter().filter(is_shown).collect();
    let lines = shown.iter().take(MOST_PROMISES);
    let mut lines: Vec<_> = lines.map(|one| promise(one, session, now)).collect();
    if shown.len() > MOST_PROMISES {
        lines.push((format!("and {} more", shown.len() - MOST_PROMISES), false));
    }
    (!lines.is_empty()).then_some(Block::Promised(label, lines))
}

/// A promise in one line, and whether its day has passed.
fn promise(promise: &Promise, session: &Session, now: Moment) -> (String, bool) {
    let today = now.date();
    let mark = promise.outcome.map(|_| mark_words(promise.outcome));
    let mut parts = vec![promise.what.to_string(), promise.who.to_string()];
    parts.push(match promise.by {
        Some(by) if promise.is_overdue(today) => format!("overdue since {}", date_words(by)),
        _ => due_words(promise, today),
    });
    parts.extend(mark.map(str::to_owned));
    parts.retain(|part| !part.is_empty());
    if promise.round.number() + 1 < session.round().number() {
        parts.push(format!("from round {}", promise.round.number()));
    }
    (parts.join(" · "), promise.is_overdue(today))
}

fn next(session: &Session) -> String {
    if session.finished().is_some() {
        return "nothing: the session is finished".to_owned();
    }
    let exercise = session.exercise();
    let Some(place) = session.next_place() else {
        return "the end".to_owned();
    };
    let words = match place {
        Place::People => "who takes part",
        Place::Choices => "how ratings are taken",
        Place::Promises => "what the last round promised",
        Place::Welcome => "the welcome: the idea and the rules",
        Place::Prediction => "everyone's guess",
        Place::Step(step) => {
            return format!("step {step}, {}", exercise.steps[step.index()].title);
        }
        Place::Rating(_) | Place::RatingAgain(_) => "everyone rates it",
        Place::Reveal(_) => "all ratings at once",
        Place::Journey => "the whole journey as one curve",
        Place::Verdict => "the verdict: more trust, or less",
        Place::VerdictReveal => "all verdicts at once",
        Place::Commodity => exercise.commodity.question.headline.as_str(),
        Place::IfEqual => exercise.commodity.if_equal.headline.as_str(),
        Place::Keep => exercise.keep.headline.as_str(),
        Place::Improvements => exercise.improvements.headline.as_str(),
        Place::Close => "the session on one page",
    };
    words.to_owned()
}
