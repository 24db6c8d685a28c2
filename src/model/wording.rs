//! What the numbers of a session say in a few words, the same on screens, line by line and in reports.

use super::evidence::Mode;
use super::journey::Journey;
use super::rating::signed;
use super::session::{Company, Session};
use super::stats::Summary;

/// A step's ratings in two words.
pub fn summary_words(summary: &Summary) -> String {
    match summary {
        Summary::Nobody => "not rated".to_owned(),
        Summary::One(rating) => rating.to_string(),
        Summary::Two(lower, higher) => format!("{lower} and {higher}"),
        Summary::Room { median, .. } => median.to_string(),
        Summary::Split { down, up, .. } => format!("SPLIT {} / {}", down.median(), up.median()),
    }
}

/// The balance: the middle of a room, both values of a pair.
pub fn balance_words(journey: &Journey, session: &Session) -> Option<String> {
    if session.company() == Company::Pair {
        let both: Vec<_> = journey
            .balances
            .iter()
            .map(|(_, balance)| signed(*balance))
            .collect();
        return (!both.is_empty()).then(|| both.join(" and "));
    }
    journey.balance.map(signed)
}

/// How a step was done, in words.
pub fn mode_words(mode: Mode) -> &'static str {
    match mode {
        Mode::Live => "live",
        Mode::Remembered => "remembered",
        Mode::Imagined => "imagined",
    }
}
