//! What a step does over three sessions and more, in words.

use crate::model::compare::{Spread, Trend};

/// What a step does over the rounds.
pub fn trend(trend: Trend) -> &'static str {
    match trend {
        Trend::Same => "much the same",
        Trend::Up => "▲ up each time",
        Trend::Down => "▼ down each time",
        Trend::NoOneWay => "no one way",
    }
}

/// The same in fewer words, where there are any.
pub fn trend_shortly(trend: Trend) -> Option<&'static str> {
    match trend {
        Trend::Same | Trend::NoOneWay => None,
        Trend::Up => Some("▲ each time"),
        Trend::Down => Some("▼ each time"),
    }
}

/// How far the walks of a step are apart.
pub fn spread(spread: Spread) -> String {
    let apart = match apart(spread) {
        same if spread.is_same() => format!("{same}, within {SAME}", SAME = same_within()),
        apart => apart,
    };
    let said: Vec<_> = [Some(apart), divided(spread)]
        .into_iter()
        .flatten()
        .collect();
    said.join(", ")
}

/// How far they are apart, and no more.
pub fn apart(spread: Spread) -> String {
    match (spread.apart(), spread.is_same()) {
        (_, true) => "the same every time".to_owned(),
        (1, _) => "1 point apart".to_owned(),
        (apart, _) => format!("{apart} points apart"),
    }
}

/// How many rooms were divided; none where none was.
pub fn divided(spread: Spread) -> Option<String> {
    match spread.split {
        0 => None,
        1 => Some("1 room divided".to_owned()),
        many => Some(format!("{many} rooms divided")),
    }
}

/// The same in two words.
pub fn spread_shortly(spread: Spread) -> String {
    match (spread.is_same(), spread.split) {
        (true, _) => "the same".to_owned(),
        (_, 0) => format!("{} apart", spread.apart()),
        _ => format!("{}, SPLIT", spread.apart()),
    }
}

fn same_within() -> String {
    format!("{} points", crate::model::compare::SAME_WITHIN)
}
