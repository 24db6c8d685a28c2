//! What a session is called, where it stands and what its numbers say, in a few words: the same on screens,
//! line by line, in reports and on the command line.

use super::evidence::{Mode, PhoneLog};
use super::exercise::Exercise;
use super::heading::Heading;
use super::journey::Journey;
use super::moment::Seconds;
use super::place::Place;
use super::rating::signed;
use super::session::{Company, Walk};
use super::stats::{Landmark, Summary};
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

/// The number in the middle of a room, and which of two it is.
pub fn middle_words(summary: &Summary) -> &'static str {
    if summary.has_two_in_the_middle() {
        "the middle of the room, the lower of two"
    } else {
        "the middle of the room"
    }
}

/// Who stands between the camps of a divided room: `1 person between`. None where nobody does.
pub fn between_words(summary: &Summary) -> Option<String> {
    match summary.between() {
        0 => None,
        many => Some(format!("{} between", people_words(many))),
    }
}

/// `1 person`, `6 people`.
pub fn people_words(many: usize) -> String {
    let people = if many == 1 { "person" } else { "people" };
    format!("{many} {people}")
}

/// The balance: the middle of a room, both values of a pair.
pub fn balance_words(journey: &Journey) -> Option<String> {
    if journey.company == Company::Pair {
        let both: Vec<_> = journey
            .balances
            .iter()
            .map(|(_, balance)| signed(*balance))
            .collect();
        return (!both.is_empty()).then(|| both.join(" and "));
    }
    journey.balance.map(signed)
}

/// The worst moments, or the best, and how they felt: `Call the business −4`; equal ones in a word each,
/// `Call, Buy −4`. None where there is none.
pub fn moments_words(equal: &[Landmark], journey: &Journey, exercise: &Exercise) -> Option<String> {
    let first = equal.first()?;
    let name = |mark: &Landmark| {
        let step = &exercise.steps[mark.step];
        if equal.len() == 1 {
            step.title.to_string()
        } else {
            step.short.to_string()
        }
    };
    let felt = match &journey.summaries[first.step] {
        Summary::Two(lower, higher) if lower != higher => format!("{lower} and {higher}"),
        _ => first.rating.to_string(),
    };
    // It stands once, behind all of them; a camp says behind its step how many of the room it is.
    let of_camp = |mark: &Landmark| mark.camp.map(|people| format!("for {people} of you"));
    if let ([mark], Some(who)) = (equal, of_camp(first)) {
        return Some(format!("{} {felt} {who}", name(mark)));
    }
    let names = equal.iter().map(|mark| match of_camp(mark) {
        Some(who) => format!("{} {who}", name(mark)),
        None => name(mark),
    });
    let names: Vec<_> = names.collect();
    Some(format!("{} {felt}", names.join(", ")))
}

/// What is said where all steps are alike, so that none is the worst and none the best.
pub fn alike_words(journey: &Journey) -> Option<String> {
    let rated = |summary: &&Summary| summary.n() > 0;
    let felt = journey.summaries.iter().find(rated)?;
    let felt = summary_words(felt);
    let words = format!("{felt} at every step: no best, no worst");
    journey.are_alike.then_some(words)
}

/// How a step was done, in words.
pub fn mode_words(mode: Mode) -> &'static str {
    match mode {
        Mode::Live => "live",
        Mode::Remembered => "remembered",
        Mode::Imagined => "imagined",
    }
}

/// What the stopwatch of a call says: `5 rings, answered after 0:24, over after 5:10`.
pub fn call_words(log: &PhoneLog) -> String {
    let rings = match log.rings {
        0 => None,
        1 => Some("1 ring".to_owned()),
        rings => Some(format!("{rings} rings")),
    };
    let spans = [
        ("answered after", log.answered_after),
        ("on hold", Some(log.on_hold).filter(|hold| *hold > 0)),
        ("a person after", log.person_after),
        ("over after", log.ended_after),
    ];
    let spans = spans
        .into_iter()
        .filter_map(|(words, seconds)| Some(format!("{words} {}", Seconds(seconds?))));
    rings
        .into_iter()
        .chain(spans)
        .collect::<Vec<_>>()
        .join(", ")
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
    format!("{business} · {}", round_words(walk, round))
}

/// The round in words, by who walks: `round 2`, `alone`, `alone, round 2`.
pub fn round_words(walk: Walk, round: u16) -> String {
    match (walk, round) {
        (Walk::Team, round) => format!("round {round}"),
        (Walk::Alone, 1) => "alone".to_owned(),
        (Walk::Alone, round) => format!("alone, round {round}"),
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
