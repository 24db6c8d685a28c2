//! What is said of promises: on their screen, line by line, in the notes and at the end.

use crate::model::moment::date_words;
use crate::model::promise::{Outcome, Promise};
use crate::model::session::{Company, Session};
use jiff::civil::Date;

/// What is said when people go on and some promises have no mark; none where all have.
pub fn left_open(session: &Session) -> Option<String> {
    let unmarked = session.promises().iter();
    let unmarked = unmarked.filter(|one| one.outcome.is_none()).count();
    match unmarked {
        0 => None,
        1 => Some("One has no mark yet. It stays open, and the next round asks again.".to_owned()),
        some => Some(format!(
            "{some} have no mark yet. They stay open, and the next round asks again."
        )),
    }
}

/// The question of this place.
pub fn question(session: &Session) -> &'static str {
    match session.company() {
        Company::Solo => "What did you promise?",
        _ => "What did we promise?",
    }
}

/// What is to be done here.
pub fn ask(session: &Session) -> &'static str {
    match session.company() {
        Company::Solo => "Did you keep it? An honest no is worth more than a kind yes.",
        _ => "Kept or not? Ask what got in the way, not who.",
    }
}

/// How many were kept, of how many: `1 of 4 kept`.
pub fn kept_of(session: &Session) -> String {
    let promises = session.promises();
    let kept = promises.iter();
    let kept = kept
        .filter(|one| one.outcome == Some(Outcome::Kept))
        .count();
    format!("{kept} of {} kept", promises.len())
}

/// What a mark is called.
pub fn mark_words(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        Some(Outcome::Kept) => "kept",
        Some(Outcome::NotKept) => "not kept",
        Some(Outcome::StillOpen) => "still open",
        None => "kept?",
    }
}

/// By when. What is still open after its day is overdue; of what has no mark yet nobody knows. Empty where
/// no day was set.
pub fn due_words(promise: &Promise, today: Date) -> String {
    let Some(day) = promise.by.map(date_words) else {
        return String::new();
    };
    match (promise.is_overdue(today), promise.outcome) {
        (true, Some(_)) => format!("overdue since {day}"),
        (true, None) => format!("was due {day}"),
        (false, _) => format!("by {day}"),
    }
}

/// Who, at which step, and from which round where it is not the last one; a part each, none empty.
pub fn details(promise: &Promise, round: u16) -> Vec<String> {
    let mut parts = vec![promise.who.to_string(), promise.step.to_string()];
    if promise.round.number() + 1 < round {
        parts.push(format!("from round {}", promise.round.number()));
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// What stays open of what was promised before, in few words; none where nothing does.
pub fn still_open(session: &Session) -> Option<String> {
    let mut open = session.open_promises();
    let first = open.next()?;
    let what = &first.what;
    Some(match open.count() {
        0 => format!("still open from round {}: {what}", first.round.number()),
        more => format!("still open from before: {what}; and {more} more"),
    })
}
