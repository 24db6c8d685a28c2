//! The ballot, one person and one question after the other. What is sealed is asked for unseen, and
//! nothing that is said depends on it.

use super::ballot_line::slip_with;
use super::topic::{Here, Question, Topic, not_understood, say};
use super::words::list;
use crate::model::ballot::{Ask, Given, Outcome, Press, SealedBallot};
use crate::model::person::PersonId;
use crate::model::place::StepNumber;
use crate::model::session::{BallotKind, Company, Session};
use crate::model::step_record::Turn;
use crate::ui::screen::Want;
use crate::ui::screens::ballot::{ALL_PASS, Subject, all_pass, taken_how, who_has_seen};

/// One person's slip.
struct Slip {
    whose: PersonId,
    ballot: SealedBallot,
}

/// The ballot.
pub struct Ballot {
    subject: Subject,
    slip: Option<Slip>,
    /// Whose turn it was last: the next one missing comes after them.
    after: Option<PersonId>,
    /// Whether it is asked if everybody passes.
    asks_all: bool,
}

impl Ballot {
    /// The ballot on a subject, at the first person who has not answered.
    pub fn new(subject: Subject) -> Self {
        Self {
            subject,
            slip: None,
            after: None,
            asks_all: false,
        }
    }

    /// Whose turn it is: the next one missing, in a circle.
    fn whose(&self, session: &Session) -> Option<PersonId> {
        let missing = self.subject.missing(session);
        let is_missing = |id: &PersonId| missing.iter().any(|person| person.id == *id);
        if let Some(slip) = self.slip.as_ref().filter(|slip| is_missing(&slip.whose)) {
            return Some(slip.whose.clone());
        }
        let people = session.people();
        let after = self.after.as_ref();
        let start = after.and_then(|id| people.iter().position(|person| person.id == *id));
        let start = start.map_or(0, |index| index + 1);
        let circle = people[start..].iter().chain(&people[..start]);
        circle
            .map(|person| &person.id)
            .find(|id| is_missing(id))
            .cloned()
    }

    /// The question that is open to somebody; none where the slip is to be sealed.
    fn open_question(&self, whose: &PersonId, session: &Session) -> Option<(usize, Ask)> {
        match self.slip.as_ref().filter(|slip| slip.whose == *whose) {
            Some(slip) => slip.ballot.open_question(),
            None => self.subject.asks(session).first().map(|ask| (0, *ask)),
        }
    }

    fn is_second(&self) -> bool {
        matches!(self.subject, Subject::Rating(_, Turn::Again))
    }

    fn words(&self, index: usize, ask: Ask, session: &Session) -> (String, String) {
        let exercise = session.exercise();
        let pass = match (self.subject.may_pass(), self.is_second()) {
            (false, _) => "",
            (true, false) if self.subject == Subject::Prediction => "; x passes them all",
            (true, false) => "; x passes",
            (true, true) => "; x keeps your first",
        };
        // What is asked next is told before.
        let then = match self.subject {
            Subject::Rating(..) => format!(", then {}", small(&exercise.stay_question.to_string())),
            _ => String::new(),
        };
        let rating = format!("−10 to −1 or 1 to 10{then}{pass}");
        match (ask, self.subject) {
            (Ask::Rating, Subject::Prediction) => {
                let title = &exercise.steps[index].title;
                (format!("{title}: what would a customer feel?"), rating)
            }
            (Ask::Rating, _) => ("Your number?".to_owned(), rating),
            (Ask::Stay, _) => (exercise.stay_question.to_string(), format!("y or n{pass}")),
            (Ask::Verdict, _) => (
                "Your verdict?".to_owned(),
                format!(
                    "+ {}, - {}",
                    exercise.verdict.builds, exercise.verdict.erodes
                ),
            ),
        }
    }

    /// What is asked before a slip is sealed; a pass says that it is one.
    fn seal_words(&self, session: &Session) -> (String, String) {
        let slip = self.slip.as_ref();
        let passes = match self.subject {
            _ if !slip.is_some_and(|slip| slip.ballot.is_pass()) => String::new(),
            Subject::Prediction => format!("A pass for all {} guesses. ", session.steps().len()),
            _ => "A pass. ".to_owned(),
        };
        let expected = "Enter seals it, again starts again".to_owned();
        (format!("{passes}Sure?"), expected)
    }

    fn all_in(&self, session: &Session) -> Question {
        let next = self.subject.next_words(session);
        let seen = match self.subject {
            _ if session.company() == Company::Solo => "",
            Subject::Prediction => "",
            subject => who_has_seen(subject, session),
        };
        let all_in = format!("Everybody is in. {seen}");
        Question::new(all_in.trim_end(), format!("Enter: {next}"))
    }

    fn everybody_in(&self, session: &Session, line: &str) -> Vec<Want> {
        if line.is_empty() {
            self.subject.done(session)
        } else {
            vec![not_understood()]
        }
    }

    /// Whether one word may pass the guess for all who have not guessed.
    fn may_all_pass(&self, session: &Session) -> bool {
        self.subject == Subject::Prediction && self.subject.missing(session).len() > 1
    }

    /// The slip is in: its answers are accepted, and the turn goes on. One person alone sees it at once.
    fn accepted(&mut self, here: &Here<'_>, whose: PersonId, given: Option<&[Given]>) -> Vec<Want> {
        self.slip = None;
        self.after = Some(whose.clone());
        let name = here.session.label(&whose);
        let change = self.subject.accept(whose, given, here.now);
        let mut wants = vec![Want::Change(change)];
        if here.session.company() == Company::Solo {
            wants.extend(self.subject.done(here.session));
        } else {
            let how = if given.is_some() { "is in" } else { "passed" };
            wants.push(say(format!("{name} {how}.")));
        }
        wants
    }
}

/// A question in the middle of a sentence.
fn small(question: &str) -> String {
    let mut letters = question.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// The words at the marks of the scale.
fn scale(session: &Session) -> String {
    let marks = session.exercise().scale.iter();
    let marks = marks.map(|mark| format!("{} {}", mark.at, mark.words));
    list("The scale", &marks.collect::<Vec<_>>())
}

impl Topic for Ballot {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let session = here.session;
        let asked = self.subject.question(session);
        let mut lines = vec![match self.subject {
            Subject::Rating(step, _) => {
                let title = &session.exercise().steps[step.index()].title;
                format!("{title}: {asked}")
            }
            _ => asked.to_owned(),
        }];
        // Said at every step it would be heard by nobody; help has it.
        let is_new = matches!(self.subject, Subject::Prediction)
            || self.subject == Subject::Rating(StepNumber::FIRST, Turn::First);
        if is_new {
            lines.push(scale(session));
        }
        if taken_how(session) == BallotKind::PassTheKeyboard {
            lines.push(
                "Sealed: nothing shows while it is typed, and nothing is told before all are in."
                    .to_owned(),
            );
        }
        let missing = self.subject.missing(session);
        if missing.len() > 1 {
            let names = missing.iter().map(|person| session.label(&person.id));
            lines.push(list("Still to come", &names.collect::<Vec<_>>()));
        }
        lines
    }

    fn question(&self, here: &Here<'_>) -> Question {
        let session = here.session;
        if self.asks_all {
            return Question::new(ALL_PASS, "yes; Enter: no");
        }
        let Some(whose) = self.whose(session) else {
            return self.all_in(session);
        };
        let kind = taken_how(session);
        let (text, expected) = match self.open_question(&whose, session) {
            Some((index, ask)) => self.words(index, ask, session),
            None => self.seal_words(session),
        };
        let name = match session.company() {
            Company::Solo => String::new(),
            _ => format!("{}: ", session.label(&whose)),
        };
        Question::new(format!("{name}{text}"), expected).sealed(kind == BallotKind::PassTheKeyboard)
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        let (session, subject) = (here.session, self.subject);
        if std::mem::take(&mut self.asks_all) {
            return match line.to_lowercase().as_str() {
                "y" | "yes" => all_pass(subject, session, here.now),
                "" | "n" | "no" => Vec::new(),
                _ => vec![say("Nobody passed, and nothing was taken as an answer.")],
            };
        }
        let Some(whose) = self.whose(session) else {
            return self.everybody_in(session, line);
        };
        if line.eq_ignore_ascii_case("all pass") && self.may_all_pass(session) {
            self.asks_all = true;
            return Vec::new();
        }
        if line.eq_ignore_ascii_case("later") {
            let name = session.label(&whose);
            let is_left = self.let_go();
            self.after = Some(whose);
            let told = format!("The slip of {name} was not sealed: it starts again.");
            return is_left.then(|| say(told)).into_iter().collect();
        }
        let mut slip = self
            .slip
            .take()
            .filter(|slip| slip.whose == whose)
            .unwrap_or_else(|| Slip {
                whose: whose.clone(),
                ballot: SealedBallot::new(subject.asks(session), subject.may_pass()),
            });
        let mut outcome = slip_with(&mut slip.ballot, subject.may_pass(), line);
        let is_sealed = taken_how(session) == BallotKind::PassTheKeyboard;
        if outcome == Outcome::Moved && slip.ballot.open_question().is_none() && !is_sealed {
            outcome = slip.ballot.press(Press::Enter);
        }
        match outcome {
            Outcome::Sealed(given) => return self.accepted(here, whose, Some(&given)),
            Outcome::Passed => return self.accepted(here, whose, None),
            _ => self.slip = Some(slip),
        }
        match outcome {
            Outcome::Refused(sentence) => vec![say(sentence)],
            Outcome::TakenBack => vec![say("From the start.")],
            _ => Vec::new(),
        }
    }

    fn hears_every_sign(&self) -> bool {
        true
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        let mut lines = self.opening(here);
        let numbers =
            "7 or plus 7 is seven points up, -7 or minus 7 is seven points down. There is no zero.";
        if self.subject != Subject::Verdict {
            lines.extend([scale(here.session), numbers.to_owned()]);
        }
        if self.subject.missing(here.session).len() > 1 {
            lines.push("later: somebody else goes first.".to_owned());
        }
        if self.may_all_pass(here.session) {
            lines.push("all pass: everybody who has not guessed passes.".to_owned());
        }
        if taken_how(here.session) == BallotKind::PassTheKeyboard {
            lines.push("Backspace takes back all of the line.".to_owned());
        }
        lines
    }

    fn let_go(&mut self) -> bool {
        self.slip.take().is_some_and(|mut slip| slip.ballot.wipe())
    }
}
