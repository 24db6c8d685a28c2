//! What must be true of a session that was read from a file, beyond what its types can say.

use super::caps::ENTRIES;
use super::exercise::{Found, Problem};
use super::person::PersonId;
use super::place::StepNumber;
use super::session::{Prediction, Session};
use super::step_record::{Reveal, StepRecord};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

impl Serialize for Session {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Session {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let first = |problems: Vec<Problem>| {
            let problem = problems.into_iter().next();
            serde::de::Error::custom(problem.map_or_else(String::new, |first| first.to_string()))
        };
        Unchecked::deserialize(deserializer)?
            .check(1)
            .map_err(first)
    }
}

/// A session as it stands in a file: its types are right, and nothing else was looked at yet.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Unchecked(#[serde(deserialize_with = "Session::deserialize")] Session);

impl Unchecked {
    /// The session, if everything is true of it that must be; else its problems, at most so many, with the path
    /// to each. How much it holds was looked at before: see [`caps`](super::caps).
    pub fn check(self, most: usize) -> Result<Session, Vec<Problem>> {
        let mut check = Check {
            session: &self.0,
            found: Found::new(most),
        };
        check.all();
        if check.found.problems.is_empty() {
            Ok(self.0)
        } else {
            Err(check.found.problems)
        }
    }
}

impl Session {
    /// The most notes, words, departments or improvements one list holds.
    pub const MOST_IN_A_LIST: usize = ENTRIES;
}

/// A session that is looked through, and the problems found so far.
struct Check<'a> {
    session: &'a Session,
    found: Found,
}

impl<'a> Check<'a> {
    fn add(&mut self, place: impl Display, what: impl Into<String>) {
        self.found.add(place, what);
    }

    fn all(&mut self) {
        if self.session.business.is_empty() {
            self.add("business", "a name is needed");
        }
        self.people();
        self.promises();
        self.steps();
        self.predictions();
        self.end();
        // Where it may stand can only be asked of a session that holds together.
        if self.found.problems.is_empty()
            && let Err(refused) = self.session.may_go(self.session.place)
        {
            self.add("place", refused.to_string());
        }
    }

    fn people(&mut self) {
        let people = &self.session.people;
        let mut ids = BTreeSet::new();
        for (index, person) in people.iter().enumerate() {
            if person.name.is_empty() {
                self.add(format!("people[{index}].name"), "a name is needed");
            }
            if person.id.is_empty() {
                self.add(format!("people[{index}].id"), "an id is needed");
            }
            if !ids.insert(&person.id) {
                let what = format!("{} is there twice", person.id);
                self.add(format!("people[{index}].id"), what);
            }
        }
    }

    fn promises(&mut self) {
        let session = self.session;
        for (index, promise) in session.promises.iter().enumerate() {
            if promise.what.is_empty() {
                self.add(format!("promises[{index}].what"), "it is empty");
            }
            if promise.round >= session.round {
                let what = "it must be a round before this one";
                self.add(format!("promises[{index}].round"), what);
            }
        }
    }

    fn steps(&mut self) {
        let (exercise, steps) = (&self.session.exercise, &self.session.steps);
        for problem in exercise.check() {
            self.add(format!("exercise.{}", problem.place), problem.what);
        }
        let asked = exercise.steps.iter().map(|step| &step.id);
        if !asked.eq(steps.iter().map(|step| &step.step)) {
            let what = "they are not the steps of the exercise in this file";
            self.add("steps", what);
        }
        for (number, step) in self.session.step_numbers().zip(steps) {
            if self.found.is_full() {
                return;
            }
            let at = format!("steps[{}]", number.index());
            self.step(&at, step);
            self.order(&at, number, step);
        }
    }

    /// A step is rated when every step before it is revealed.
    fn order(&mut self, at: &str, number: StepNumber, step: &StepRecord) {
        let is_begun = !step.ratings.is_empty() || step.revealed.is_some();
        if is_begun && let Err(refused) = self.session.revealed_before(number) {
            self.add(format!("{at}.ratings"), refused.to_string());
        }
    }

    fn step(&mut self, at: &str, step: &'a StepRecord) {
        if let Some(phone) = &step.phone
            && phone.hold_since.is_some()
            && !phone.is_running()
        {
            self.add(format!("{at}.phone.hold_since"), "the call is over");
        }
        self.answers(&format!("{at}.ratings"), &step.ratings);
        let revealed = step.revealed.as_ref();
        self.reveal(&format!("{at}.revealed"), &step.ratings, revealed);
        self.answers(&format!("{at}.ratings_again"), &step.ratings_again);
        let again = step.revealed_again.as_ref();
        self.reveal(&format!("{at}.revealed_again"), &step.ratings_again, again);
        let has_second = !step.ratings_again.is_empty() || again.is_some();
        if revealed.is_none() && has_second {
            let what = "the first ratings are not revealed yet";
            self.add(format!("{at}.ratings_again"), what);
        }
    }

    /// Everybody who answered is in the session.
    fn answers<V>(&mut self, list: &str, answers: &BTreeMap<PersonId, V>) {
        for id in answers.keys() {
            if self.session.person(id).is_none() {
                let what = "nobody among the people has this id";
                self.add(format!("{list}.{id}"), what);
            }
        }
    }

    /// When answers were shown, everybody in the room had answered or passed, and nobody else had.
    fn reveal<V>(
        &mut self,
        field: &str,
        answers: &BTreeMap<PersonId, V>,
        reveal: Option<&'a Reveal>,
    ) {
        let Some(Reveal { here, .. }) = reveal else {
            return;
        };
        for id in answers.keys().filter(|id| !here.contains(id)) {
            let what = format!("{id} was away and can't have answered");
            self.add(format!("{field}.here"), what);
        }
        let mut seen = BTreeSet::new();
        for (index, id) in here.iter().enumerate() {
            let problem = if self.session.person(id).is_none() {
                "nobody among the people has the id"
            } else if !answers.contains_key(id) {
                "neither an answer nor a pass of"
            } else if seen.insert(id) {
                continue;
            } else {
                "there are two entries of"
            };
            self.add(format!("{field}.here[{index}]"), format!("{problem} {id}"));
        }
        if here.is_empty() {
            self.add(format!("{field}.here"), "somebody must have been there");
        }
    }

    fn predictions(&mut self) {
        let predictions = &self.session.predictions;
        self.answers("predictions", predictions);
        let steps = self.session.steps.len();
        for (id, prediction) in predictions {
            if let Prediction::Guessed { ratings, .. } = prediction
                && ratings.len() != steps
            {
                let what = format!("one rating for each of the {steps} steps");
                self.add(format!("predictions.{id}"), what);
            }
        }
    }

    fn end(&mut self) {
        let session = self.session;
        let shown = session.verdict_revealed.as_ref();
        self.answers("verdicts", &session.verdicts);
        self.reveal("verdict_revealed", &session.verdicts, shown);
        let has_verdict = !session.verdicts.is_empty() || shown.is_some();
        if has_verdict && !session.all_revealed() {
            self.add("verdicts", "not every step is revealed yet");
        }
        let chosen = &session.chosen_for;
        for (index, reason) in chosen.iter().enumerate() {
            let what = if !session.exercise.commodity.reasons.contains(reason) {
                "is none of the reasons in the exercise"
            } else if chosen[..index].contains(reason) {
                "is there twice"
            } else {
                continue;
            };
            self.add(
                format!("chosen_for[{index}]"),
                format!("\"{reason}\" {what}"),
            );
        }
        self.improvements();
    }

    fn improvements(&mut self) {
        let improvements = &self.session.improvements;
        for (index, improvement) in improvements.iter().enumerate() {
            if improvement.what.is_empty() {
                self.add(format!("improvements[{index}].what"), "it is empty");
            }
            if let Some(step) = improvement.step
                && step.index() >= self.session.steps.len()
            {
                let what = format!("there is no step {step}");
                self.add(format!("improvements[{index}].step"), what);
            }
        }
        let ones = improvements
            .iter()
            .filter(|improvement| improvement.the_one)
            .count();
        if ones != usize::from(!improvements.is_empty()) {
            let what = format!("exactly one has `the_one: true`, not {ones}");
            self.add("improvements", what);
        }
    }
}
