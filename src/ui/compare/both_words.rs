//! What a comparison says of the people who are in both sessions: counts, or each with their own two ratings.

use crate::model::compare::{Comparison, Counts, InBoth, Kind, Moved, Told};
use std::cmp::Ordering;

/// The people of both sessions at a step, as a count; none where one name says it all.
pub fn in_both(both: &InBoth, comparison: &Comparison, names: &[String]) -> Option<String> {
    if both.each.len() == 1 {
        return None;
    }
    let since = match (comparison.kind, &comparison.columns[..]) {
        (Kind::Run, [.., before, _]) => format!("since {}, ", before.label),
        _ => String::new(),
    };
    let Counts {
        higher, lower, of, ..
    } = match both.moved {
        Moved::All(counts) => counts,
        Moved::MostWent { way, many, of } => {
            let who = many_of(many, of);
            let how = way_words(way, comparison.kind, names);
            return Some(format!("{since}{who} in both {how}"));
        }
    };
    if comparison.kind == Kind::Beside {
        let second = &names[1];
        return Some(format!(
            "of the {of} in both, {higher} rated higher in {second}, {lower} lower"
        ));
    }
    let all = match of {
        1 => "the one in both".to_owned(),
        2 => "the two in both".to_owned(),
        of => format!("all {of} in both"),
    };
    Some(match (higher, lower) {
        (0, 0) => format!("{since}{all} felt the same"),
        (higher, 0) if higher == of => format!("{since}{all} felt better"),
        (0, lower) if lower == of => format!("{since}{all} felt worse"),
        _ => format!(
            "{since}{} of {of} in both felt {}",
            higher.max(lower),
            more(higher, lower)
        ),
    })
}

/// Which way most went, where no more may be told.
fn way_words(way: Ordering, kind: Kind, names: &[String]) -> String {
    match (kind, way) {
        (_, Ordering::Equal) => "felt the same".to_owned(),
        (Kind::Beside, Ordering::Greater) => format!("rated higher in {}", names[1]),
        (Kind::Beside, Ordering::Less) => format!("rated lower in {}", names[1]),
        (_, Ordering::Greater) => "felt better".to_owned(),
        (_, Ordering::Less) => "felt worse".to_owned(),
    }
}

/// The larger of two counts is said before this, the smaller one in it.
fn more(higher: usize, lower: usize) -> String {
    match (higher, lower) {
        (_, 0) => "better".to_owned(),
        (0, _) => "worse".to_owned(),
        (higher, lower) if lower > higher => format!("worse, {higher} better"),
        (_, lower) => format!("better, {lower} worse"),
    }
}

/// Each person of both with their own two ratings, `Ana −2 → +3, Ben …`, with this space inside of each;
/// none where names are hidden.
pub fn each(both: &InBoth, comparison: &Comparison, space: &str) -> Option<String> {
    let since = match (comparison.kind, &comparison.columns[..]) {
        (Kind::Run, [.., before, last]) => format!("{} → {}: ", before.label, last.label),
        (Kind::Beside, _) => "in both: ".to_owned(),
        _ => String::new(),
    };
    let joint = if comparison.kind == Kind::Beside {
        " and "
    } else {
        " → "
    };
    let own = both.each.iter().map(|own| {
        let words = format!("{} {}{joint}{}", own.name, own.then, own.now);
        words.replace(' ', space)
    });
    let own: Vec<_> = own.collect();
    (!own.is_empty()).then(|| format!("{since}{}", own.join(", ")))
}

/// A count of people: `3 of 5`, and where names are hidden `most of 5` for all of them as for all but one.
pub(super) fn many_of(many: Told, of: usize) -> String {
    match many {
        Told::Exactly(many) => format!("{many} of {of}"),
        Told::Most => format!("most of {of}"),
        Told::Few => format!("few of {of}"),
        Told::Nothing => "not told".to_owned(),
    }
}
