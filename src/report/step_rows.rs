//! What a layout lists of one step: who rated what, and what else was counted.

use super::apart;
use super::sentences as say;
use super::step_facts::{Rated, Said, StepFacts};
use crate::model::rating::Rating;
use crate::model::session::Company;

/// What was expected of a step.
pub(super) fn expected(step: &StepFacts) -> Option<String> {
    let median = step.expected?;
    Some(match step.company {
        Company::Solo => median.to_string(),
        Company::Pair => say::row(&step.expectations),
        Company::Team => format!("median {median}"),
    })
}

/// The first ratings, the lowest first.
pub(super) fn first_ratings(step: &StepFacts) -> Vec<Rating> {
    let mut first: Vec<_> = step
        .ratings
        .iter()
        .filter_map(|rated| rated.first?.rating)
        .collect();
    first.sort_unstable();
    first
}

/// Who gave which rating, the head first. None where names are hidden or one person alone has walked.
pub(super) fn people(step: &StepFacts) -> Option<Vec<Vec<String>>> {
    if !step.is_named {
        return None;
    }
    let again = step.revealed_again.is_some();
    let predicted = step.ratings.iter().any(|rated| rated.expected.is_some());
    let more = [
        (true, if again { "first" } else { "felt" }),
        (again, "after the talk"),
        (predicted, "expected"),
        (true, "goes on"),
    ];
    let more = more.iter().filter(|(is, _)| *is).map(|(_, words)| *words);
    let head = std::iter::once("who").chain(more).map(str::to_owned);
    let rows = step
        .ratings
        .iter()
        .map(|rated| person(rated, again, predicted));
    let rows: Vec<_> = std::iter::once(head.collect()).chain(rows).collect();
    (rows.len() > 1).then_some(rows)
}

fn person(rated: &Rated, again: bool, predicted: bool) -> Vec<String> {
    let mut row = vec![apart::mark(rated.person.as_deref().unwrap_or_default())];
    row.push(said(rated.first));
    if again {
        row.push(rated.again.map_or(String::new(), |_| said(rated.again)));
    }
    if predicted {
        row.push(
            rated
                .expected
                .map_or(String::new(), |rating| rating.to_string()),
        );
    }
    row.push(match rated.stays {
        Some(true) => "yes".to_owned(),
        Some(false) => "no".to_owned(),
        None => String::new(),
    });
    row
}

/// An answer in a table: a rating, a pass, or nobody there.
fn said(said: Option<Said>) -> String {
    match said {
        None => "away".to_owned(),
        Some(said) => said
            .rating
            .map_or("passed".to_owned(), |rating| rating.to_string()),
    }
}

/// The departments with their ratings.
pub(super) fn departments(step: &StepFacts) -> Option<String> {
    let all = step.departments.iter().map(|one| match one.rating {
        Some(rating) => format!("{} {rating}", apart::mark(&one.name)),
        None => apart::mark(&one.name),
    });
    let all: Vec<_> = all.collect();
    (!all.is_empty()).then(|| all.join(", "))
}

/// A year of it, or how often it happens where nobody rated it.
pub(super) fn year(step: &StepFacts) -> Option<String> {
    let Some(year) = step.year else {
        return step
            .times_a_year
            .map(|times| format!("{times} times a year"));
    };
    Some(match year.total_words() {
        Some(total) => format!("{}: {total}", year.words()),
        None => year.words(),
    })
}
