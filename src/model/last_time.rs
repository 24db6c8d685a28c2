//! What the next round of a business takes over from the one before it: who took part, and which exercise
//! it asks.

use super::exercise::Exercise;
use super::heading::Heading;
use super::name_key::same_name;
use super::person::{Person, Presence};
use super::session::{Round, Session, Walk};
use super::text::CleanText;

/// The people of the round before a team's session, all of them here: an offer, for a team changes. Nobody
/// where there was no such round, and for one person alone.
///
/// Ids, names and roles are those of that round, so that both can be compared person by person. A round that
/// hid names offers its people all the same: they hid what each had rated, not who was there.
pub fn people_of_last_time(session: &Session, headings: &[Heading]) -> Vec<Person> {
    if session.walk() == Walk::Alone {
        return Vec::new();
    }
    let earlier = headings.iter().filter(|heading| {
        heading.round < session.round()
            && heading.walk == session.walk()
            && same_name(&heading.business, session.business())
            && !heading.who.is_empty()
            && !heading.is_outdated()
    });
    let last = earlier.max_by_key(|one| (one.finished.is_some(), one.round, one.started));
    let here = |person: &Person| Person {
        presence: Presence::Here,
        ..person.clone()
    };
    last.map_or_else(Vec::new, |last| last.who.iter().map(here).collect())
}

/// The round before a session's, of the same business and walk: the highest round under its own, and of two of
/// that round the one dated last.
pub fn round_before<'a>(
    (business, walk, round): (&CleanText, Walk, Round),
    all: &'a [Heading],
) -> Option<&'a Heading> {
    let earlier = all.iter().filter(|other| {
        other.walk == walk
            && other.round < round
            && !other.is_outdated()
            && same_name(&other.business, business)
    });
    earlier.max_by_key(|other| (other.round, other.started))
}

/// That the newest copy of the round before the next one is not where it was saved, if so: what is taken over from that
/// round is then of an older copy.
pub fn newest_away(business: &CleanText, walk: Walk, headings: &[Heading]) -> Option<String> {
    let last = last_round(business, walk, headings)?;
    let newest = last.newest.as_ref()?;
    let round = last.round.number();
    Some(format!("Of round {round} an older copy is here. {newest}"))
}

/// These people in one text, the first of them by name: all where `fits` says so, else `Ana, Ben and 3 more`.
/// At least one name is given.
pub fn named_in_short(people: &[Person], fits: impl Fn(&str) -> bool) -> String {
    let with = |named: usize| {
        let names: Vec<_> = people[..named]
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        match people.len() - named {
            0 => names.join(", "),
            more => format!("{} and {more} more", names.join(", ")),
        }
    };
    let shorter = (1..=people.len()).rev().map(with);
    let mut last = String::new();
    for text in shorter {
        if fits(&text) {
            return text;
        }
        last = text;
    }
    last
}

/// How these people are offered: `the same 6 as last time`.
pub fn same_people(count: usize) -> String {
    match count {
        1 => "the same person as last time".to_owned(),
        many => format!("the same {many} as last time"),
    }
}

/// The id of the exercise that was asked last time, if there was a last time. It was chosen
/// on purpose, so that a round that was broken off counts like any other.
pub fn exercise_of_last_time<'a>(
    business: &CleanText,
    walk: Walk,
    headings: &'a [Heading],
) -> Option<&'a CleanText> {
    last_round(business, walk, headings).map(|last| &last.exercise)
}

fn last_round<'a>(
    business: &CleanText,
    walk: Walk,
    headings: &'a [Heading],
) -> Option<&'a Heading> {
    let earlier = headings.iter().filter(|heading| {
        !heading.is_outdated() && heading.walk == walk && same_name(&heading.business, business)
    });
    earlier.max_by_key(|heading| (heading.round, heading.started))
}

/// The exercises that a new session can ask.
#[derive(Debug, Clone)]
pub struct Exercises {
    /// What a first round asks.
    usual: Exercise,
    /// The user's own.
    own: Vec<Exercise>,
}

/// What a new session asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The exercise.
    pub exercise: Exercise,
    /// What the people should know of the choice, a sentence; none where it is the usual one.
    pub told: Option<String>,
}

impl Exercises {
    /// This one for a first round, and none beside it.
    pub fn new(usual: Exercise) -> Self {
        Self {
            usual,
            own: Vec::new(),
        }
    }

    /// Learns of the user's own. One of them with the id of the usual one stands in its place.
    pub fn learn(&mut self, own: Vec<Exercise>) {
        if let Some(instead) = own.iter().find(|one| one.id == self.usual.id) {
            self.usual = instead.clone();
        }
        self.own = own;
    }

    /// What the next round of a business asks: the same as last time, as long as it is there.
    pub fn for_next(&self, business: &CleanText, walk: Walk, headings: &[Heading]) -> Asked {
        let usual = |told| Asked {
            exercise: self.usual.clone(),
            told,
        };
        let last = exercise_of_last_time(business, walk, headings);
        let Some(id) = last.filter(|id| **id != self.usual.id) else {
            return usual(None);
        };
        match self.own.iter().find(|own| own.id == *id) {
            Some(own) => Asked {
                told: Some(same_as_last_time(own)),
                exercise: own.clone(),
            },
            None => usual(Some(not_there_any_more(id, &self.usual))),
        }
    }
}

fn same_as_last_time(exercise: &Exercise) -> String {
    format!("The same exercise as last time: {}.", exercise.title)
}

fn not_there_any_more(id: &CleanText, instead: &Exercise) -> String {
    format!(
        "Last time's exercise \"{id}\" is gone or can't be read. This is: {}.",
        instead.title
    )
}
