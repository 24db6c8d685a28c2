//! How long a meeting takes: its ballots, taken one way or another, and the whole exercise. A plan, not a measurement.

use super::exercise::Exercise;
use super::session::{BallotKind, Session};
use std::fmt;

/// Seconds for one person's number where the keyboard is passed: the ballot is made to take under ten, the yes or no
/// that belongs to a rating among them.
pub const SEALED: u32 = 10;

/// Seconds for one number where all hold theirs up and one person types.
pub const CARDS: u32 = 5;

/// Seconds for one number given in sight of all: as long as a sealed one, for they come one after the other too.
pub const OPEN: u32 = SEALED;

/// Minutes of talk that a room's reveal is planned with: the lowest and the highest speak, then the words.
pub const TALK_AT_A_REVEAL: u32 = 2;

/// Minutes for what stands around the steps, as the facilitator's pages plan it: the welcome, the journey, what it
/// means, the one thing of this week and the last page.
pub const AROUND_THE_STEPS: u32 = 15;

/// The same for one person alone, with nobody to talk it over with.
pub const AROUND_THE_STEPS_ALONE: u32 = 10;

/// Whole minutes, shown as people say them: `25 min`, `1 h`, `1 h 25 min`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u32);

impl fmt::Display for Minutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&match (self.0 / 60, self.0 % 60) {
            (0, minutes) => format!("{minutes} min"),
            (hours, 0) => format!("{hours} h"),
            (hours, minutes) => format!("{hours} h {minutes} min"),
        })
    }
}

/// What an estimate is about: an exercise, and how many people answer.
#[derive(Debug, Clone, Copy)]
pub struct Estimate<'a> {
    exercise: &'a Exercise,
    people: u32,
}

impl<'a> Estimate<'a> {
    /// For so many people; nobody is counted as one.
    pub fn new(exercise: &'a Exercise, people: usize) -> Self {
        let people = u32::try_from(people.max(1)).unwrap_or(u32::MAX);
        Self { exercise, people }
    }

    /// For the people of a session who are here.
    pub fn of(session: &'a Session) -> Self {
        Self::new(session.exercise(), session.here().count())
    }

    /// All the ballots, taken this way: a guess and a rating at each step, and the verdict.
    pub fn ballots(self, kind: BallotKind) -> Minutes {
        let steps = self.exercise.steps.len() as u32;
        let numbers = steps + steps + 1;
        let each = match kind {
            BallotKind::PassTheKeyboard => SEALED,
            BallotKind::CardsUp => CARDS,
            BallotKind::Open => OPEN,
        };
        let seconds = self.people.saturating_mul(numbers * each);
        Minutes(seconds.div_ceil(60))
    }

    /// The whole exercise with its ballots taken this way, to the next five minutes.
    pub fn in_all(self, kind: BallotKind) -> Minutes {
        let steps = &self.exercise.steps;
        let doing: u32 = steps.iter().map(|step| u32::from(step.minutes)).sum();
        let talk = match self.people {
            1 => AROUND_THE_STEPS_ALONE,
            _ => AROUND_THE_STEPS + TALK_AT_A_REVEAL * steps.len() as u32,
        };
        let minutes = doing + talk + self.ballots(kind).0;
        Minutes(minutes.next_multiple_of(5))
    }
}

/// How long the exercise of a session takes in all, as it is told before the first step.
pub fn in_all_words(session: &Session) -> String {
    let minutes = Estimate::of(session).in_all(session.ballot());
    match session.here().count() {
        0 | 1 => format!("About {minutes} in all, in one go or over days."),
        people => format!("About {minutes} in all, with {people} people."),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn estimate(exercise: &Exercise, people: usize) -> Estimate<'_> {
        Estimate::new(exercise, people)
    }

    #[test]
    fn guesses_ratings_and_the_verdict_all_count_and_cards_take_half() {
        let exercise = Exercise::built_in("role-reversal").unwrap();
        for (people, sealed, cards) in [(1, 2, 1), (6, 11, 6), (20, 37, 19)] {
            let of = estimate(&exercise, people);
            assert_eq!(of.ballots(BallotKind::PassTheKeyboard), Minutes(sealed));
            assert_eq!(of.ballots(BallotKind::Open), Minutes(sealed));
            assert_eq!(of.ballots(BallotKind::CardsUp), Minutes(cards));
        }
    }

    #[test]
    fn steps_people_and_ballot_each_make_it_longer_and_none_makes_it_shorter() {
        let exercise = Exercise::built_in("role-reversal").unwrap();
        let sealed = BallotKind::PassTheKeyboard;
        let mut longer = exercise.clone();
        longer.steps[0].minutes += 20;
        for people in 1..=40 {
            let now = estimate(&exercise, people).in_all(sealed);
            assert!(estimate(&exercise, people + 1).in_all(sealed) >= now);
            assert!(estimate(&exercise, people).in_all(BallotKind::CardsUp) <= now);
            assert_eq!(estimate(&longer, people).in_all(sealed).0, now.0 + 20);
        }
    }

    #[test]
    fn minutes_are_said_as_people_say_them() {
        let said = [7, 60, 85, 120].map(|minutes| Minutes(minutes).to_string());
        assert_eq!(said, ["7 min", "1 h", "1 h 25 min", "2 h"]);
    }
}
