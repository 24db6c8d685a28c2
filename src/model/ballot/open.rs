//! An open ballot: the room sees each answer as it is given.

use super::sealed::{either, neither, one_of_two};
use super::typed::{Entry, NO_RATING, yes_or_no};
use super::{Ask, Given, Press};
use crate::model::rating::Rating;

/// An open ballot: everybody sees it, and a scale moves with the arrows.
#[derive(Clone)]
pub struct OpenBallot {
    asks: Vec<Ask>,
    given: Vec<Option<Given>>,
    /// Which answers are not to be seen again; one that is changed is.
    covered: Vec<bool>,
    at: usize,
    entry: Entry,
}

/// What a press on an open ballot can mean beside [`Press`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// One point down.
    Down,
    /// One point up.
    Up,
    /// All the way down.
    Lowest,
    /// All the way up.
    Highest,
    /// To the question before.
    Before,
    /// To the question after.
    After,
}

impl OpenBallot {
    /// An empty ballot with these questions (at least one).
    pub fn new(asks: Vec<Ask>) -> Self {
        let (given, covered) = (vec![None; asks.len()], vec![false; asks.len()]);
        Self {
            asks,
            given,
            covered,
            at: 0,
            entry: Entry::default(),
        }
    }

    /// A ballot that was filled in before and is looked at again.
    pub fn filled(asks: Vec<Ask>, given: &[Given]) -> Self {
        let mut ballot = Self::new(asks);
        for (place, value) in ballot.given.iter_mut().zip(given) {
            *place = Some(*value);
        }
        ballot
    }

    /// Covers what was given: it counts, and is not to be seen again.
    pub fn cover(&mut self) {
        self.covered = self.given.iter().map(Option::is_some).collect();
    }

    /// Whether what was given for a question is not to be seen again.
    pub fn is_covered(&self, index: usize) -> bool {
        self.covered.get(index).is_some_and(|covered| *covered)
    }

    fn set(&mut self, given: Option<Given>) {
        self.given[self.at] = given;
        self.covered[self.at] = false;
    }

    /// The index of the question that is open.
    pub fn at(&self) -> usize {
        self.at
    }

    /// What the open question asks for.
    pub fn ask(&self) -> Ask {
        self.asks[self.at]
    }

    /// What was given for a question, if anything.
    pub fn given(&self, index: usize) -> Option<Given> {
        self.given.get(index).copied().flatten()
    }

    /// The rating given for a question, if any.
    pub fn rating(&self, index: usize) -> Option<Rating> {
        match self.given(index) {
            Some(Given::Rating(rating)) => Some(rating),
            _ => None,
        }
    }

    /// What is typed into the open question; nothing where it is open.
    pub fn typed(&self) -> String {
        self.entry.shown()
    }

    /// Whether something is typed into the open question.
    pub fn is_typing(&self) -> bool {
        !self.entry.is_open()
    }

    /// Whether it was begun and is not complete.
    pub fn is_begun(&self) -> bool {
        let any = self.given.iter().any(Option::is_some);
        self.is_typing() || (any && self.complete().is_none())
    }

    /// All answers, once each question has one.
    pub fn complete(&self) -> Option<Vec<Given>> {
        self.given.iter().copied().collect()
    }

    /// Moves the scale, or goes to another question.
    pub fn go(&mut self, step: Move) {
        self.entry.clear();
        match step {
            Move::Before => self.at = self.at.saturating_sub(1),
            Move::After => self.at = (self.at + 1).min(self.asks.len() - 1),
            step => self.slide(step),
        }
    }

    fn slide(&mut self, step: Move) {
        let up = matches!(step, Move::Up | Move::Highest);
        let given = match (self.ask(), self.rating(self.at), step) {
            (Ask::Rating, _, Move::Lowest) => Given::Rating(Rating::LOWEST),
            (Ask::Rating, _, Move::Highest) => Given::Rating(Rating::HIGHEST),
            (Ask::Rating, None, _) => Given::Rating(if up {
                Rating::LEAST_UP
            } else {
                Rating::LEAST_DOWN
            }),
            (Ask::Rating, Some(rating), _) => {
                Given::Rating(if up { rating.up() } else { rating.down() })
            }
            (Ask::Stay, ..) => Given::Stay(up),
            (Ask::Verdict, ..) => Given::Builds(up),
        };
        self.set(Some(given));
    }

    /// To the first question that has no answer yet, where there is one.
    pub fn go_to_open(&mut self) {
        if let Some(open) = self.given.iter().position(Option::is_none) {
            self.entry.clear();
            self.at = open;
        }
    }

    /// Takes a key: digits and a sign for a rating, y or n, + or −. Enter takes nothing; it refuses what is void.
    ///
    /// # Errors
    ///
    /// A sentence where the key is no part of an answer. What is typed is void then, until Enter or Backspace.
    pub fn press(&mut self, press: Press) -> Result<(), &'static str> {
        match (press, self.ask()) {
            (Press::Backspace, _) => {
                self.entry.clear();
                self.set(None);
                Ok(())
            }
            (Press::Enter, ask) => self.refuse_what_is_no_answer(ask),
            (Press::Char(c), Ask::Rating) if self.answers_stay_ahead(c) => {
                self.go(Move::After);
                self.press(press)
            }
            (press, Ask::Rating) => self.type_rating(press),
            (press, ask) => self.choose(press, ask),
        }
    }

    fn refuse_what_is_no_answer(&mut self, ask: Ask) -> Result<(), &'static str> {
        if self.entry.is_open() || (ask == Ask::Rating && self.entry.rating().is_ok()) {
            return Ok(());
        }
        let sentence = match ask {
            Ask::Rating => NO_RATING,
            ask => one_of_two(ask),
        };
        self.entry.clear();
        Err(sentence)
    }

    /// Whether y or n, after a number, answers the question that follows it.
    fn answers_stay_ahead(&self, c: char) -> bool {
        yes_or_no(c).is_some()
            && self.rating(self.at).is_some()
            && self.asks.get(self.at + 1) == Some(&Ask::Stay)
    }

    fn type_rating(&mut self, press: Press) -> Result<(), &'static str> {
        match press {
            Press::Char(c) => self.entry.take(c),
            _ => self.entry.spoil(),
        }
        self.set(self.entry.rating().ok().map(Given::Rating));
        if self.entry.is_void() {
            return Err(NO_RATING);
        }
        Ok(())
    }

    fn choose(&mut self, press: Press, ask: Ask) -> Result<(), &'static str> {
        let given = match press {
            Press::Char(c) if self.entry.is_open() => either(ask, c),
            _ => None,
        };
        self.set(given);
        if given.is_none() {
            self.entry.spoil();
            return Err(neither(ask));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn rating(points: i64) -> Given {
        Given::Rating(Rating::try_from(points).unwrap())
    }

    #[test]
    fn the_open_scale_steps_over_zero() {
        let mut ballot = OpenBallot::new(vec![Ask::Rating, Ask::Stay]);
        ballot.go(Move::Up);
        assert_eq!(ballot.rating(0).unwrap().points(), 1);
        ballot.go(Move::Down);
        assert_eq!(ballot.rating(0).unwrap().points(), -1);
        ballot.press(Press::Char('y')).unwrap();
        assert_eq!(ballot.complete(), Some(vec![rating(-1), Given::Stay(true)]));
    }

    #[test]
    fn a_number_can_be_typed_on_the_open_scale() {
        let mut ballot = OpenBallot::new(vec![Ask::Rating, Ask::Stay]);
        for c in "-10".chars() {
            ballot.press(Press::Char(c)).unwrap();
        }
        assert_eq!(ballot.rating(0).unwrap().points(), -10);
        ballot.press(Press::Backspace).unwrap();
        ballot.press(Press::Char('+')).unwrap();
        ballot.press(Press::Char('4')).unwrap();
        assert_eq!(ballot.rating(0).unwrap().points(), 4);
        // After a move a number begins anew.
        ballot.go(Move::Up);
        ballot.press(Press::Char('8')).unwrap();
        assert_eq!(ballot.rating(0).unwrap().points(), 8);
    }

    #[test]
    fn what_can_be_no_rating_is_told_at_once_and_void_until_enter_or_backspace() {
        let press = |ballot: &mut OpenBallot, keys: &str| {
            keys.chars().map(|c| ballot.press(Press::Char(c))).last()
        };
        for keys in ["55", "555", "5-", "-5-5", "y", "-y", "5x", "=5"] {
            let mut ballot = OpenBallot::new(vec![Ask::Rating, Ask::Stay]);
            assert!(matches!(press(&mut ballot, keys), Some(Err(_))), "{keys}");
            assert_eq!(ballot.rating(0), None, "{keys}");
            assert!(ballot.press(Press::Enter).is_err(), "{keys}");
            assert!(!ballot.is_typing(), "{keys}");
            assert!(ballot.press(Press::Enter).is_ok(), "{keys}");
        }
        let mut ballot = OpenBallot::new(vec![Ask::Rating, Ask::Stay]);
        ballot.press(Press::Char('0')).unwrap();
        assert_eq!(ballot.rating(0), None, "a zero is no rating");
        assert!(ballot.press(Press::Enter).is_err());
    }

    #[test]
    fn a_key_that_is_neither_of_two_voids_the_choice() {
        for (ask, one) in [(Ask::Stay, 'y'), (Ask::Verdict, '–')] {
            let mut ballot = OpenBallot::new(vec![ask]);
            ballot.press(Press::Char(one)).unwrap();
            assert!(ballot.press(Press::Char('7')).is_err());
            assert!(ballot.press(Press::Char(one)).is_err());
            assert_eq!(ballot.complete(), None);
            assert!(ballot.press(Press::Enter).is_err());
            ballot.press(Press::Char(one)).unwrap();
            assert!(ballot.complete().is_some());
        }
    }
}
