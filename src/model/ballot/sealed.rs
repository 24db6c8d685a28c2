//! A sealed ballot: what is answered on it stays in it until it is sealed.

use super::typed::{typed_rating, up_or_down, yes_or_no};
use super::{Ask, Given, Press};

/// What a press on a sealed ballot led to. Nothing in it depends on what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing that may be seen.
    Quiet,
    /// The next question, or "Sealed?" after the last.
    Moved,
    /// It can't be taken like that; a sentence for the screen that gives nothing away.
    Refused(&'static str),
    /// Everything is taken back; the first question again.
    TakenBack,
    /// Sealed: one answer for each question.
    Sealed(Vec<Given>),
    /// Sealed as a pass.
    Passed,
}

/// A sealed ballot of one person. What was answered can't be looked at before it is sealed, so no
/// screen can show it.
#[derive(Clone)]
pub struct SealedBallot {
    asks: Vec<Ask>,
    may_pass: bool,
    given: Vec<Given>,
    typed: String,
    passing: bool,
}

impl std::fmt::Debug for SealedBallot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SealedBallot")
            .field("asks", &self.asks)
            .finish_non_exhaustive()
    }
}

impl SealedBallot {
    /// An empty ballot with these questions (at least one).
    pub fn new(asks: Vec<Ask>, may_pass: bool) -> Self {
        Self {
            asks,
            may_pass,
            given: Vec::new(),
            typed: String::new(),
            passing: false,
        }
    }

    /// The question that is open: its index and what it asks; none when "Sealed?" is asked.
    pub fn open_question(&self) -> Option<(usize, Ask)> {
        let index = self.given.len();
        if self.passing {
            None
        } else {
            self.asks.get(index).map(|ask| (index, *ask))
        }
    }

    /// How many questions it has.
    pub fn len(&self) -> usize {
        self.asks.len()
    }

    /// Whether it has no question.
    pub fn is_empty(&self) -> bool {
        self.asks.is_empty()
    }

    /// Whether nothing at all was answered yet, so that the turn can go to somebody else. It does not
    /// tell whether something is typed.
    pub fn is_untouched(&self) -> bool {
        self.given.is_empty() && !self.passing
    }

    /// Wipes everything, what is typed too; says whether there was anything.
    pub fn wipe(&mut self) -> bool {
        let nothing = self.is_untouched() && self.typed.is_empty();
        self.take_back();
        !nothing
    }

    /// Takes a press.
    pub fn press(&mut self, press: Press) -> Outcome {
        match (self.open_question(), press) {
            (None, Press::Enter) => self.seal(),
            // "Sealed?" No.
            (None, Press::Char('n' | 'N')) => self.take_back(),
            (None, Press::Char(_)) => Outcome::Quiet,
            (Some(_), Press::Backspace) if !self.typed.is_empty() => {
                self.typed.pop();
                Outcome::Quiet
            }
            (_, Press::Backspace) => self.take_back(),
            (Some(_), Press::Char('x' | 'X')) if self.may_pass => self.pass(),
            (Some((_, Ask::Rating)), press) => self.press_rating(press),
            (Some((_, ask)), press) => self.press_either(ask, press),
        }
    }

    fn press_rating(&mut self, press: Press) -> Outcome {
        match press {
            Press::Char(c) => {
                // Longer than any rating, and short enough to be wiped by a few presses of Backspace.
                if self.typed.len() < 8 {
                    self.typed.push(c);
                }
                Outcome::Quiet
            }
            _ => match typed_rating(&std::mem::take(&mut self.typed)) {
                Ok(rating) => self.give(Given::Rating(rating)),
                Err(sentence) => Outcome::Refused(sentence),
            },
        }
    }

    fn press_either(&mut self, ask: Ask, press: Press) -> Outcome {
        match (press, ask) {
            (Press::Char(c), Ask::Stay) => match yes_or_no(c) {
                Some(stays) => self.give(Given::Stay(stays)),
                None => Outcome::Refused("y for yes, n for no."),
            },
            (Press::Char(c), _) => match up_or_down(c) {
                Some(builds) => self.give(Given::Builds(builds)),
                None => Outcome::Refused("One of the two: + or −."),
            },
            _ => Outcome::Quiet,
        }
    }

    fn give(&mut self, given: Given) -> Outcome {
        self.given.push(given);
        Outcome::Moved
    }

    fn pass(&mut self) -> Outcome {
        self.typed.clear();
        self.passing = true;
        Outcome::Moved
    }

    fn take_back(&mut self) -> Outcome {
        let untouched = self.is_untouched();
        self.given.clear();
        self.typed.clear();
        self.passing = false;
        if untouched {
            Outcome::Quiet
        } else {
            Outcome::TakenBack
        }
    }

    fn seal(&mut self) -> Outcome {
        let given = std::mem::take(&mut self.given);
        if std::mem::take(&mut self.passing) {
            Outcome::Passed
        } else {
            Outcome::Sealed(given)
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::rating::Rating;

    fn type_into(ballot: &mut SealedBallot, keys: &str) -> Vec<Outcome> {
        let press = |c| match c {
            '⏎' => Press::Enter,
            '⌫' => Press::Backspace,
            c => Press::Char(c),
        };
        keys.chars().map(|c| ballot.press(press(c))).collect()
    }

    fn rating(points: i64) -> Given {
        Given::Rating(Rating::try_from(points).unwrap())
    }

    #[test]
    fn a_sealed_ballot_gives_its_answers_only_when_it_is_sealed() {
        let mut ballot = SealedBallot::new(vec![Ask::Rating, Ask::Stay], true);
        let outcomes = type_into(&mut ballot, "-7⏎y⏎");
        assert_eq!(
            outcomes.last().unwrap(),
            &Outcome::Sealed(vec![rating(-7), Given::Stay(true)])
        );
    }

    #[test]
    fn every_rating_leads_through_the_same_signs() {
        let signs = |typed: &str| {
            let mut ballot = SealedBallot::new(vec![Ask::Rating, Ask::Stay], true);
            let mut seen = type_into(&mut ballot, &format!("{typed}⏎"));
            seen.retain(|outcome| *outcome != Outcome::Quiet);
            seen
        };
        for points in (-10..=10).filter(|points| *points != 0) {
            assert_eq!(signs(&points.to_string()), [Outcome::Moved], "{points}");
        }
    }

    #[test]
    fn a_slip_is_taken_back_before_it_is_sealed() {
        let mut ballot = SealedBallot::new(vec![Ask::Rating, Ask::Stay], true);
        let outcomes = type_into(&mut ballot, "9⏎n⌫-3⏎y⏎");
        assert!(outcomes.contains(&Outcome::TakenBack));
        assert_eq!(
            outcomes.last().unwrap(),
            &Outcome::Sealed(vec![rating(-3), Given::Stay(true)])
        );
    }

    #[test]
    fn a_pass_is_sealed_too_and_can_be_taken_back() {
        let mut ballot = SealedBallot::new(vec![Ask::Rating, Ask::Stay], true);
        assert_eq!(type_into(&mut ballot, "x⏎").last(), Some(&Outcome::Passed));
        assert!(type_into(&mut ballot, "x⌫5⏎n").contains(&Outcome::TakenBack));
        let mut no_pass = SealedBallot::new(vec![Ask::Verdict], false);
        assert!(matches!(
            type_into(&mut no_pass, "x")[..],
            [Outcome::Refused(_)]
        ));
    }

    #[test]
    fn a_debug_print_of_a_sealed_ballot_shows_no_answer() {
        let mut ballot = SealedBallot::new(vec![Ask::Rating, Ask::Stay], true);
        type_into(&mut ballot, "-7⏎");
        assert!(!format!("{ballot:?}").contains('7'));
    }
}
