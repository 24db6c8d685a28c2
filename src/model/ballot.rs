//! Ballots: how one person's answers are taken, sealed or open. Every way of answering enters here.

use super::rating::Rating;

/// What a ballot asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// A rating, −10..=−1 or 1..=10.
    Rating,
    /// Would you still go on? Yes or no.
    Stay,
    /// Does it build trust, or erode it?
    Verdict,
}

/// What was given for one [`Ask`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// A rating.
    Rating(Rating),
    /// Whether they would go on.
    Stay(bool),
    /// Whether it builds trust.
    Builds(bool),
}

/// What is pressed on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// A character.
    Char(char),
    /// Enter.
    Enter,
    /// Backspace.
    Backspace,
}

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
    pub fn press(&mut self, press: Press) {
        match (press, self.ask()) {
            (Press::Char(c), Ask::Rating) if yes_or_no(c).is_some() => self.answer_stay_ahead(c),
            (Press::Char(c), Ask::Rating) => self.type_rating(c),
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
    }

    /// y or n while the number is still open answers the question that follows it.
    fn answer_stay_ahead(&mut self, c: char) {
        if self.rating(self.at).is_some() && self.asks.get(self.at + 1) == Some(&Ask::Stay) {
            self.go(Move::After);
            self.press(Press::Char(c));
        }
    }

    fn type_rating(&mut self, c: char) {
        if self.typed.len() >= 4 || !(c.is_ascii_digit() || "+-−=".contains(c)) {
            self.typed.clear();
        }
        if c.is_ascii_digit() || "+-−=".contains(c) {
            self.typed.push(c);
        }
        self.given[self.at] = typed_rating(&self.typed).ok().map(Given::Rating);
        if self.given[self.at].is_none()
            && self.typed.chars().filter(char::is_ascii_digit).count() > 1
        {
            self.typed.clear();
        }
    }
}

/// The rating that was typed: `7` and `+7` are points up, `-7` is points down.
///
/// The sentences give nothing away of what was typed.
pub fn typed_rating(typed: &str) -> Result<Rating, &'static str> {
    let sign_and_digits = typed.trim();
    let (down, digits) = match sign_and_digits.strip_prefix(['-', '−', '_']) {
        Some(digits) => (true, digits),
        // The equals sign is the plus key without Shift.
        None => (
            false,
            sign_and_digits
                .strip_prefix(['+', '='])
                .unwrap_or(sign_and_digits),
        ),
    };
    let points = digits
        .parse::<u8>()
        .ok()
        .filter(|_| digits.chars().all(|c| c.is_ascii_digit()));
    let points = points.map(|points| {
        if down {
            -i64::from(points)
        } else {
            i64::from(points)
        }
    });
    points
        .and_then(|points| Rating::try_from(points).ok())
        .ok_or("That is no rating. From −10 to −1 or from 1 to 10; there is no zero.")
}

fn yes_or_no(c: char) -> Option<bool> {
    match c {
        'y' | 'Y' => Some(true),
        'n' | 'N' => Some(false),
        _ => None,
    }
}

fn up_or_down(c: char) -> Option<bool> {
    match c {
        '+' | '=' => Some(true),
        '-' | '−' | '_' => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

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
    fn nonsense_is_refused_in_one_and_the_same_sentence() {
        let sentence = typed_rating("").unwrap_err();
        for typed in [
            "0", "-0", "11", "-11", "abc", "--3", "+-3", "7.5", "99999999", "+", "−", "1e1", "٣",
        ] {
            assert_eq!(typed_rating(typed), Err(sentence), "{typed}");
        }
    }

    #[test]
    fn a_number_without_a_sign_is_points_up() {
        for (typed, points) in [
            ("7", 7),
            ("+7", 7),
            ("=7", 7),
            ("-7", -7),
            ("−7", -7),
            ("10", 10),
            ("-10", -10),
        ] {
            assert_eq!(typed_rating(typed).unwrap().points(), points, "{typed}");
        }
    }

    #[test]
    fn the_open_scale_steps_over_zero() {
        let mut ballot = OpenBallot::new(vec![Ask::Rating, Ask::Stay]);
        ballot.go(Move::Up);
        assert_eq!(ballot.rating(0).unwrap().points(), 1);
        ballot.go(Move::Down);
        assert_eq!(ballot.rating(0).unwrap().points(), -1);
        ballot.press(Press::Char('y'));
        assert_eq!(ballot.complete(), Some(vec![rating(-1), Given::Stay(true)]));
    }

    #[test]
    fn a_number_can_be_typed_on_the_open_scale() {
        let mut ballot = OpenBallot::new(vec![Ask::Rating, Ask::Stay]);
        for c in "-10".chars() {
            ballot.press(Press::Char(c));
        }
        assert_eq!(ballot.rating(0).unwrap().points(), -10);
        ballot.press(Press::Char('+'));
        ballot.press(Press::Char('4'));
        assert_eq!(ballot.rating(0).unwrap().points(), 4);
    }

    #[test]
    fn a_debug_print_of_a_sealed_ballot_shows_no_answer() {
        let mut ballot = SealedBallot::new(vec![Ask::Rating, Ask::Stay], true);
        type_into(&mut ballot, "-7⏎");
        assert!(!format!("{ballot:?}").contains('7'));
    }
}
