//! Words for lines: what the screens say with signs and places, as a person would read it aloud.

use crate::model::rating::{Rating, signed};
use crate::model::session::{Company, Names, Session};
use crate::model::stats::{Camp, Summary};
use crate::model::wording::{between_words, middle_words, people_words, round_title};

/// Which session it is.
pub fn heading_of(session: &Session) -> String {
    let title = round_title(session.business(), session.walk(), session.round().number());
    format!("{}.", spoken(&title))
}

/// Signs between words as a comma.
pub fn spoken(words: &str) -> String {
    words.replace(" · ", ", ")
}

/// A list behind a label: `Label: a, b.`
pub fn list(label: &str, words: &[String]) -> String {
    format!("{label}: {}.", words.join(", "))
}

/// A step's ratings in sentences. Whoever is alone is spoken to, two are told both, a room its middle.
pub fn summary_sentences(summary: &Summary, company: Company) -> Vec<String> {
    let alone = company == Company::Solo;
    match summary {
        Summary::Nobody if alone => vec!["You passed.".to_owned()],
        Summary::Nobody => vec!["Everybody passed.".to_owned()],
        Summary::One(rating) if alone => vec![format!("You felt {rating}.")],
        Summary::One(rating) => vec![format!("One rating was given: {rating}.")],
        Summary::Two(lower, higher) => {
            vec![format!("Two ratings were given: {lower} and {higher}.")]
        }
        Summary::Room {
            median,
            lowest,
            highest,
            ..
        } => vec![format!(
            "{}: {median}. {}",
            sentence_start(middle_words(summary)),
            from_to(*lowest, *highest)
        )],
        Summary::Split {
            down,
            up,
            lowest,
            highest,
            ..
        } => {
            let between = between_words(summary).map(|words| format!("{words}."));
            let split = [
                "SPLIT: the room is divided.".to_owned(),
                camp("Down", down),
                camp("Up", up),
            ];
            let from_to = from_to(*lowest, *highest);
            split.into_iter().chain(between).chain([from_to]).collect()
        }
    }
}

/// The words with a capital at their start.
fn sentence_start(words: &str) -> String {
    crate::ui::app::carry::sentence(words)
        .trim_end_matches('.')
        .to_owned()
}

fn camp(side: &str, camp: &Camp) -> String {
    let people = people_words(camp.count());
    format!("{side}: {people} around {}.", camp.median())
}

fn from_to(lowest: Rating, highest: Rating) -> String {
    format!("From {lowest} to {highest}.")
}

/// Every rating, with its first one where it was changed: by name, or from the lowest up where no names
/// are shown.
pub fn every_rating(
    dots: &[(String, Rating, Option<Rating>)],
    session: &Session,
) -> Option<String> {
    if dots.len() < 2 {
        return None;
    }
    let mut dots = dots.to_vec();
    let names = session.names() == Names::Shown;
    if !names {
        dots.sort_by_key(|(_, rating, first)| (*rating, *first));
    }
    let one = |(name, rating, first): &(String, Rating, Option<Rating>)| {
        let first = first.map_or(String::new(), |first| format!(" (first {first})"));
        if names {
            format!("{name} {rating}{first}")
        } else {
            format!("{rating}{first}")
        }
    };
    let label = if names {
        "Everybody"
    } else {
        "From the lowest up"
    };
    Some(list(label, &dots.iter().map(one).collect::<Vec<_>>()))
}

/// Points that may be none.
pub fn points(points: Option<i32>) -> String {
    points.map_or("not rated".to_owned(), signed)
}
