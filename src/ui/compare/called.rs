//! How the sessions of a comparison are called, so that each is told from the others.

use crate::model::compare::{Comparison, Kind};
use crate::model::wrap::told_apart;

/// The most columns of a name within a sentence.
const MOST_OF_NAME: usize = 24;

/// How the sessions are called in a sentence.
pub fn called(comparison: &Comparison) -> Vec<String> {
    names(comparison, MOST_OF_NAME)
}

/// How the sessions are called, in at most so many columns each.
pub fn names(comparison: &Comparison, width: usize) -> Vec<String> {
    let labels = comparison.columns.iter();
    let labels: Vec<_> = labels.map(|one| one.label.as_str()).collect();
    told_apart(&labels, width)
}

/// A value of each session in a line: with an arrow between rounds, else each with whose it is.
pub fn joined(each: impl Iterator<Item = String>, comparison: &Comparison) -> String {
    if comparison.kind == Kind::Beside {
        let names = called(comparison).into_iter();
        let each = names.zip(each).map(|(one, value)| format!("{one} {value}"));
        return each.collect::<Vec<_>>().join(", ");
    }
    each.collect::<Vec<_>>().join(" → ")
}
