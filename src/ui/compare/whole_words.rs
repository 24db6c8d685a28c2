//! What a comparison says of the whole way: verdicts, balances, promises.

use super::both_words::many_of;
use super::words::yes_or_no;
use crate::model::compare::{Column, Comparison, Counts, Moved, Told};
use crate::model::moment::date_words;
use crate::model::promise::{Outcome, Promise};
use crate::model::rating::signed;
use crate::model::session::Company;
use std::cmp::Ordering;

/// What they expected the second time, against the first.
pub fn expecting(moved: Moved) -> String {
    let Counts {
        higher, lower, of, ..
    } = match moved {
        Moved::All(counts) => counts,
        Moved::MostWent { way, many, of } => {
            let how = match way {
                Ordering::Greater => "more than",
                Ordering::Equal => "as much as",
                Ordering::Less => "less than",
            };
            return format!("{} in both expected {how} then", many_of(many, of));
        }
    };
    match (higher, lower) {
        (0, 0) => format!("{of} in both expected as much as then"),
        (higher, 0) => format!("{higher} of {of} in both expected more than then"),
        (0, lower) => format!("{lower} of {of} in both expected less than then"),
        (higher, lower) => {
            format!("of {of} in both, {higher} expected more than then, {lower} less")
        }
    }
}

/// What became of their verdicts.
pub fn turned(moved: Moved, comparison: &Comparison) -> String {
    let (builds, erodes) = (&comparison.answers.builds, &comparison.answers.erodes);
    let Counts {
        higher, lower, of, ..
    } = match moved {
        Moved::All(counts) => counts,
        Moved::MostWent { way, many, of } => {
            let who = many_of(many, of);
            return match way {
                Ordering::Equal => format!("{who} in both kept their verdict"),
                Ordering::Greater => format!("{who} in both now say: it {builds}"),
                Ordering::Less => format!("{who} in both now say: it {erodes}"),
            };
        }
    };
    match (higher, lower) {
        (0, 0) => format!("nobody of {of} in both changed their verdict"),
        (higher, 0) => format!("{higher} of {of} in both now say: it {builds}"),
        (0, lower) => format!("{lower} of {of} in both now say: it {erodes}"),
        (higher, lower) => {
            format!("of {of} in both, {higher} now say it {builds}, {lower} it {erodes}")
        }
    }
}

/// How many say that it builds trust; yes or no of one alone.
pub fn verdict(column: &Column) -> String {
    let Some(count) = column.verdicts.filter(|one| one.builds + one.erodes > 0) else {
        return "–".to_owned();
    };
    let of = count.builds + count.erodes;
    told(column, count.company, count.builds, of)
}

/// How many of a session's people, or of one alone whether.
fn told(column: &Column, company: Company, many: usize, of: usize) -> String {
    match column.told(many, of) {
        Told::Exactly(many) if company == Company::Solo => yes_or_no(many > 0),
        many => many_of(many, of),
    }
}

/// A session's balance: the room's, somebody's own, or both of two.
pub fn balance(column: &Column) -> String {
    match (column.balance(), &column.balances[..]) {
        (Some(points), _) => signed(points),
        (None, []) => "–".to_owned(),
        (None, balances) => {
            let all: Vec<_> = balances.iter().map(|points| signed(*points)).collect();
            all.join(" and ")
        }
    }
}

/// How many would have gone on the way.
pub fn gone(column: &Column) -> String {
    match (column.gone, column.rated()) {
        (None, _) => "–".to_owned(),
        (Some(gone), of) => told(column, column.company, gone, of),
    }
}

/// Who expected better than they felt.
pub fn expected_better(column: &Column) -> String {
    match column.gaps.of {
        0 => "–".to_owned(),
        of => told(column, column.company, column.gaps.expected_better, of),
    }
}

/// How many promises were kept, of how many; only what was asked about has an answer.
pub fn kept(promises: &[Promise]) -> String {
    let marked = promises.iter().filter(|one| one.outcome.is_some());
    let kept = promises.iter();
    let kept = kept.filter(|one| one.outcome == Some(Outcome::Kept));
    match marked.count() {
        0 => "Promised".to_owned(),
        _ => format!("{} of {} kept", kept.count(), promises.len()),
    }
}

/// What became of a promise.
pub fn outcome(promise: &Promise) -> &'static str {
    match promise.outcome {
        Some(Outcome::Kept) => "kept",
        Some(Outcome::NotKept) => "not kept",
        Some(Outcome::StillOpen) => "still open",
        None => "not marked",
    }
}

/// Who promised it, by when, and whether it was the one of its round.
pub fn who(promise: &Promise) -> String {
    let the_one = promise.the_one.then(|| "the one".to_owned());
    let who = (!promise.who.is_empty()).then(|| promise.who.to_string());
    let by = promise.by.map(|date| format!("by {}", date_words(date)));
    let parts: Vec<_> = the_one.into_iter().chain(who).chain(by).collect();
    parts.join(", ")
}
