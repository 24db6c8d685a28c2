//! How the sessions of a comparison are called, so that each is told from the others.

use crate::model::compare::{Comparison, Kind};
use crate::model::wrap::told_apart;

/// The most columns of a name within a sentence in a narrow room.
const MOST_OF_NAME: usize = 24;

/// From so many columns on a sentence has room for whole names.
const WIDE: usize = 100;

/// How the sessions are called in a sentence, in a room of so many columns: by their whole names, if it is wide.
pub fn called(comparison: &Comparison, width: usize) -> Vec<String> {
    let most = if width < WIDE {
        MOST_OF_NAME
    } else {
        usize::MAX
    };
    names(comparison, most)
}

/// How the sessions are called, in at most so many columns each.
pub fn names(comparison: &Comparison, width: usize) -> Vec<String> {
    let labels = comparison.columns.iter();
    let labels: Vec<_> = labels.map(|one| one.label.as_str()).collect();
    told_apart(&labels, width)
}

/// A value of each session in a line: with an arrow between rounds, else each with its name.
pub fn joined(each: impl Iterator<Item = String>, kind: Kind, names: &[String]) -> String {
    if kind == Kind::Beside {
        let each = names.iter().zip(each);
        let each = each.map(|(one, value)| format!("{one} {value}"));
        return each.collect::<Vec<_>>().join(", ");
    }
    each.collect::<Vec<_>>().join(" → ")
}
