//! What a session is called, where it stands and what its numbers say, in a few words: the same on screens,
//! line by line, in reports and on the command line.

use super::evidence::Mode;
use super::heading::Heading;
use super::journey::Journey;
use super::place::Place;
use super::rating::signed;
use super::session::{Company, Session, Walk};
use super::stats::Summary;
use super::text::CleanText;

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

/// What a session is called in a list: `Acme Boats · round 1`; where another one is called so too, with its file
/// and how old it is beside the other.
pub fn title(heading: &Heading) -> String {
    let title = round_title(&heading.business, heading.walk, heading.round.number());
    match &heading.alike {
        Some(alike) => format!("{title} ({}{})", alike.age.words(), alike.file),
        None => title,
    }
}

/// The business and the round in words.
pub fn round_title(business: &CleanText, walk: Walk, round: u16) -> String {
    match (walk, round) {
        (Walk::Team, round) => format!("{business} · round {round}"),
        (Walk::Alone, 1) => format!("{business} · alone"),
        (Walk::Alone, round) => format!("{business} · alone, round {round}"),
    }
}

/// Where an unfinished session stands, in words.
pub fn standing(heading: &Heading) -> String {
    match heading.place {
        Place::People | Place::Choices => "setting up".to_owned(),
        Place::Promises => "what was promised".to_owned(),
        Place::Welcome => "welcome".to_owned(),
        Place::Prediction => "the guess before".to_owned(),
        Place::Journey => "the journey".to_owned(),
        Place::Verdict | Place::VerdictReveal => "the verdict".to_owned(),
        Place::Commodity | Place::IfEqual | Place::Keep => "after the verdict".to_owned(),
        Place::Improvements => "improvements".to_owned(),
        Place::Close => "the last page".to_owned(),
        place => place.step().map_or(String::new(), |step| {
            format!("step {step} of {}", heading.steps)
        }),
    }
}
