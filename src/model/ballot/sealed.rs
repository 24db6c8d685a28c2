//! A sealed ballot: what is answered on it stays in it until it is sealed.

use super::typed::{Entry, up_or_down, yes_or_no};
use super::{Ask, Given, Press};

/// What a press on a sealed ballot led to. Nothing in it depends on what was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing that may be seen, but that an entry is open or closed.
    Quiet,
    /// The next question, or "Sure?" after the last.
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

/// What is said where "Sure?" is answered in words.
const ENTER_SEALS: &str = "Enter seals it, Backspace starts again.";
/// What is said where another key came before the Enter that would have sealed it.
const NOT_SEALED: &str = "Not sealed: another key came. Enter seals it now.";

/// A sealed ballot of one person. What was answered can't be looked at before it is sealed, so no
/// screen can show it; only whether an entry is open, and that it is a pass.
#[derive(Clone)]
pub struct SealedBallot {
    asks: Vec<Ask>,
    may_pass: bool,
    given: Vec<Given>,
    entry: Entry,
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
            entry: Entry::default(),
            passing: false,
        }
    }

    /// The question that is open: its index and what it asks; none when "Sure?" is asked.
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

    /// Whether the entry of a question is closed: something was typed into it.
    pub fn is_closed(&self, index: usize) -> bool {
        let at = self.given.len();
        self.passing || index < at || (index == at && !self.entry.is_open())
    }

    /// Whether something is typed that is not accepted yet.
    pub fn is_typing(&self) -> bool {
        !self.entry.is_open()
    }

    /// Whether it would be sealed as a pass.
    pub fn is_pass(&self) -> bool {
        self.passing
    }

    /// Wipes everything, what is typed too; says whether there was anything.
    pub fn wipe(&mut self) -> bool {
        let nothing = self.is_untouched() && self.entry.is_open();
        self.take_back();
        !nothing
    }

    /// Takes a press.
    pub fn press(&mut self, press: Press) -> Outcome {
        match (self.open_question(), press) {
            (Some(_), Press::Backspace) if self.is_typing() => {
                self.entry.clear();
                Outcome::Quiet
            }
            (_, Press::Backspace) => self.take_back(),
            (None, press) => self.press_at_the_end(press),
            (Some(_), Press::Char('x' | 'X')) if self.may_pass && self.entry.is_open() => {
                self.passing = true;
                Outcome::Moved
            }
            (Some((_, Ask::Rating)), press) => self.press_rating(press),
            (Some((_, ask)), press) => self.press_either(ask, press),
        }
    }

    /// "Sure?" Enter alone is yes.
    fn press_at_the_end(&mut self, press: Press) -> Outcome {
        match press {
            Press::Enter if self.entry.is_open() => self.seal(),
            Press::Enter => {
                self.entry.clear();
                Outcome::Refused(NOT_SEALED)
            }
            Press::Char('n' | 'N') if self.entry.is_open() => self.take_back(),
            Press::Char('y' | 'Y') if self.entry.is_open() => Outcome::Refused(ENTER_SEALS),
            _ => {
                self.entry.spoil();
                Outcome::Quiet
            }
        }
    }

    fn press_rating(&mut self, press: Press) -> Outcome {
        match press {
            Press::Char(c) => self.entry.take(c),
            Press::Enter => {
                return match std::mem::take(&mut self.entry).rating() {
                    Ok(rating) => self.give(Given::Rating(rating)),
                    Err(sentence) => Outcome::Refused(sentence),
                };
            }
            _ => self.entry.spoil(),
        }
        Outcome::Quiet
    }

    /// One of two is given by its first key. Any other is told at once: the question stands open for all to see.
    fn press_either(&mut self, ask: Ask, press: Press) -> Outcome {
        let given = match press {
            Press::Char(c) if self.entry.is_open() => either(ask, c),
            _ => None,
        };
        match (given, press) {
            (Some(given), _) => self.give(given),
            (None, Press::Enter) => {
                self.entry.clear();
                Outcome::Refused(one_of_two(ask))
            }
            (None, _) => {
                self.entry.spoil();
                Outcome::Refused(neither(ask))
            }
        }
    }

    fn give(&mut self, given: Given) -> Outcome {
        self.given.push(given);
        Outcome::Moved
    }

    fn take_back(&mut self) -> Outcome {
        let untouched = self.is_untouched();
        self.given.clear();
        self.entry.clear();
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

/// The answer that a character is where one of two is asked for.
pub(super) fn either(ask: Ask, c: char) -> Option<Given> {
    match ask {
        Ask::Rating => None,
        Ask::Stay => yes_or_no(c).map(Given::Stay),
        Ask::Verdict => up_or_down(c).map(Given::Builds),
    }
}

/// What to answer where one of two is asked for.
pub(super) fn one_of_two(ask: Ask) -> &'static str {
    match ask {
        Ask::Verdict => "One of the two: + or −.",
        _ => "y for yes, n for no.",
    }
}

/// What is said to a key that is neither of the two; from then on the entry is void.
pub(super) fn neither(ask: Ask) -> &'static str {
    match ask {
        Ask::Verdict => "Neither + nor −. Backspace, then one of the two.",
        _ => "Neither y nor n. Backspace, then y for yes, n for no.",
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
            '…' => Press::Other,
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
    fn a_key_that_is_not_understood_is_never_dropped_in_silence() {
        let sealed = |keys: &str| {
            let mut ballot = SealedBallot::new(vec![Ask::Rating, Ask::Stay], true);
            type_into(&mut ballot, keys).pop()
        };
        // Void entries at the number, at yes or no, and where Enter would seal.
        for keys in [
            "7x⏎",
            "7…⏎",
            "…7⏎",
            "7⏎…⏎",
            "7⏎3⏎",
            "7⏎3y⏎",
            "7⏎y7⏎",
            "7⏎yx⏎",
            "7⏎y…⏎",
            "x7⏎",
            "xx⏎",
        ] {
            assert!(matches!(sealed(keys), Some(Outcome::Refused(_))), "{keys}");
        }
        let given = Outcome::Sealed(vec![rating(7), Given::Stay(true)]);
        for keys in [
            "-3⌫7⏎y⏎",
            "7x⌫7⏎y⏎",
            "7x⏎7⏎y⏎",
            "7⏎3⌫y⏎",
            "7⏎3⏎y⏎",
            "7⏎y7⏎⏎",
            "9⏎y…⌫7⏎y⏎",
        ] {
            assert_eq!(sealed(keys), Some(given.clone()), "{keys}");
        }
    }

    #[test]
    fn an_entry_closes_at_its_first_key_whatever_that_is_and_opens_when_it_is_taken_back() {
        for first in "7-+x…é＋".chars() {
            let mut ballot = SealedBallot::new(vec![Ask::Rating; 2], true);
            assert!(!ballot.is_closed(0));
            type_into(&mut ballot, &first.to_string());
            assert!(ballot.is_closed(0), "{first}");
            assert_eq!(ballot.is_closed(1), first == 'x', "a pass is one of all");
            type_into(&mut ballot, "⌫");
            assert!(!ballot.is_closed(0) && !ballot.is_closed(1), "{first}");
        }
    }

    #[test]
    fn a_debug_print_of_a_sealed_ballot_shows_no_answer() {
        let mut ballot = SealedBallot::new(vec![Ask::Rating, Ask::Stay], true);
        type_into(&mut ballot, "-7⏎");
        assert!(!format!("{ballot:?}").contains('7'));
    }
}
