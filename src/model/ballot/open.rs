//! An open ballot: the room sees each answer as it is given.

use super::typed::{typed_rating, up_or_down, yes_or_no};
use super::{Ask, Given, Press};
use crate::model::rating::Rating;

/// An open ballot: everybody sees it, and a scale moves with the arrows.
#[derive(Debug, Clone)]
pub struct OpenBallot {
    asks: Vec<Ask>,
    given: Vec<Option<Given>>,
    at: usize,
    typed: String,
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
        let given = vec![None; asks.len()];
        Self {
            asks,
            given,
            at: 0,
            typed: String::new(),
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

    /// What is typed of a number that is no rating yet.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// All answers, once each question has one.
    pub fn complete(&self) -> Option<Vec<Given>> {
        self.given.iter().copied().collect()
    }

    /// Moves the scale, or goes to another question.
    pub fn go(&mut self, step: Move) {
        self.typed.clear();
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
        self.given[self.at] = Some(given);
    }

    /// Takes a character: digits and a sign for a rating, y or n, + or −.
    ///
    /// # Errors
    ///
    /// A sentence where the digits can be no rating any more; they are cleared.
    pub fn press(&mut self, press: Press) -> Result<(), &'static str> {
        match (press, self.ask()) {
            (Press::Char(c), Ask::Rating) if yes_or_no(c).is_some() => {
                return self.answer_stay_ahead(c);
            }
            (Press::Char(c), Ask::Rating) => return self.type_rating(c),
            (Press::Char(c), Ask::Stay) => {
                if let Some(stays) = yes_or_no(c) {
                    self.given[self.at] = Some(Given::Stay(stays));
                }
            }
            (Press::Char(c), Ask::Verdict) => {
                if let Some(builds) = up_or_down(c) {
                    self.given[self.at] = Some(Given::Builds(builds));
                }
            }
            (Press::Backspace, _) => {
                self.typed.clear();
                self.given[self.at] = None;
            }
            (Press::Enter, _) => {}
        }
        Ok(())
    }

    /// y or n while the number is still open answers the question that follows it.
    fn answer_stay_ahead(&mut self, c: char) -> Result<(), &'static str> {
        if self.rating(self.at).is_some() && self.asks.get(self.at + 1) == Some(&Ask::Stay) {
            self.go(Move::After);
            return self.press(Press::Char(c));
        }
        Ok(())
    }

    fn type_rating(&mut self, c: char) -> Result<(), &'static str> {
        // A sign begins another number.
        if !c.is_ascii_digit() {
            self.typed.clear();
        }
        if c.is_ascii_digit() || "+-−=".contains(c) {
            self.typed.push(c);
        }
        let rating = typed_rating(&self.typed);
        self.given[self.at] = rating.ok().map(Given::Rating);
        match rating {
            Err(sentence) if self.typed.chars().filter(char::is_ascii_digit).count() > 1 => {
                self.typed.clear();
                Err(sentence)
            }
            _ => Ok(()),
        }
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
        ballot.press(Press::Char('+')).unwrap();
        ballot.press(Press::Char('4')).unwrap();
        assert_eq!(ballot.rating(0).unwrap().points(), 4);
    }

    #[test]
    fn digits_that_can_be_no_rating_are_refused_and_cleared() {
        let mut ballot = OpenBallot::new(vec![Ask::Rating, Ask::Stay]);
        ballot.press(Press::Char('5')).unwrap();
        assert!(ballot.press(Press::Char('5')).is_err());
        assert_eq!((ballot.rating(0), ballot.typed()), (None, ""));
        ballot.press(Press::Char('0')).unwrap();
        assert_eq!(ballot.rating(0), None, "a zero may be the end of a ten");
    }
}
