//! What must be true of a session that was read from a file, beyond what its types can say.

use super::exercise::Problem;
use super::person::PersonId;
use super::session::{Prediction, Session};
use super::step_record::{Reveal, StepRecord};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};

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
        Unchecked::deserialize(deserializer)?.check().map_err(first)
    }
}

/// A session as it stands in a file: its types are right, and nothing else was looked at yet.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Unchecked(#[serde(deserialize_with = "Session::deserialize")] Session);

impl Unchecked {
    /// The session, if everything is true of it that must be; else every problem, with the path to it.
    pub fn check(self) -> Result<Session, Vec<Problem>> {
        let mut found = Found {
            session: &self.0,
            problems: Vec::new(),
        };
        found.all();
        if found.problems.is_empty() {
            Ok(self.0)
        } else {
            Err(found.problems)
        }
    }
}

impl Session {
    /// The most notes, words, departments or improvements one list holds.
    pub const MOST_IN_A_LIST: usize = 500;
}

/// The problems of a session found so far.
struct Found<'a> {
    session: &'a Session,
    problems: Vec<Problem>,
}

impl<'a> Found<'a> {
    fn add(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.problems.push(Problem {
            place: place.into(),
            what: what.into(),
        });
    }

    fn all(&mut self) {
        if self.session.business.is_empty() {
            self.add("business", "a name is needed");
        }
        self.people();
        self.steps();
        self.predictions();
        self.end();
        // Where it may stand can only be asked of a session that holds together.
        if self.problems.is_empty()
            && let Err(refused) = self.session.may_go(self.session.place)
        {
            self.add("place", refused.to_string());
        }
    }

    fn people(&mut self) {
        let people = &self.session.people;
        if people.len() > Session::MOST_PEOPLE {
            let most = Session::MOST_PEOPLE;
            self.add("people", format!("a session holds at most {most}"));
        }
        let mut ids = BTreeSet::new();
        for (index, person) in people.iter().enumerate() {
            if person.name.is_empty() {
                self.add(format!("people[{index}].name"), "a name is needed");
            }
            if !ids.insert(&person.id) {
                let what = format!("{} is there twice", person.id);
                self.add(format!("people[{index}].id"), what);
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
        for (index, step) in steps.iter().enumerate() {
            self.step(&format!("steps[{index}]"), step);
        }
    }

    fn step(&mut self, at: &str, step: &'a StepRecord) {
        self.length(&format!("{at}.notes"), step.notes.len());
        self.length(&format!("{at}.words"), step.words.len());
        self.length(&format!("{at}.departments"), step.departments.len());
        self.answers(
            at,
            ["ratings", "revealed"],
            &step.ratings,
            step.revealed.as_ref(),
        );
        self.answers(
            at,
            ["ratings_again", "revealed_again"],
            &step.ratings_again,
            step.revealed_again.as_ref(),
        );
        if step.revealed.is_none()
            && !(step.ratings_again.is_empty() && step.revealed_again.is_none())
        {
            let what = "the first ratings are not revealed yet";
            self.add(format!("{at}.ratings_again"), what);
        }
    }

    fn length(&mut self, place: &str, length: usize) {
        if length > Session::MOST_IN_A_LIST {
            self.add(place, format!("more than {}", Session::MOST_IN_A_LIST));
        }
    }

    /// Everybody who answered is in the session, and was there when it was shown.
    fn answers<V>(
        &mut self,
        at: &str,
        [list, shown]: [&str; 2],
        answers: &'a BTreeMap<PersonId, V>,
        reveal: Option<&'a Reveal>,
    ) {
        let under = |name: &str| match at {
            "" => name.to_owned(),
            at => format!("{at}.{name}"),
        };
        let here = reveal.into_iter().flat_map(|reveal| &reveal.here);
        for (index, id) in here.enumerate() {
            if self.session.person(id).is_none() {
                let place = format!("{}.here[{index}]", under(shown));
                self.add(place, format!("nobody among the people has the id {id}"));
            }
        }
        for id in answers.keys() {
            let place = format!("{}.{id}", under(list));
            if self.session.person(id).is_none() {
                self.add(place, format!("nobody among the people has the id {id}"));
            } else if reveal.is_some_and(|reveal| !reveal.here.contains(id)) {
                self.add(place, format!("{id} was away and can't have answered"));
            }
        }
    }

    fn predictions(&mut self) {
        let predictions = &self.session.predictions;
        self.answers("", ["predictions", ""], predictions, None);
        let steps = self.session.steps.len();
        for (id, prediction) in predictions {
            if let Prediction::Guessed { ratings, .. } = prediction
                && ratings.len() != steps
            {
                let what = format!("one rating for each of the {steps} steps");
                self.add(format!("predictions.{id}.ratings"), what);
            }
        }
    }

    fn end(&mut self) {
        let session = self.session;
        let shown = session.verdict_revealed.as_ref();
        self.answers(
            "",
            ["verdicts", "verdict_revealed"],
            &session.verdicts,
            shown,
        );
        if !session.all_revealed() && !(session.verdicts.is_empty() && shown.is_none()) {
            self.add("verdicts", "not every step is revealed yet");
        }
        for (index, reason) in session.chosen_for.iter().enumerate() {
            if !session.exercise.commodity.reasons.contains(reason) {
                let what = format!("\"{reason}\" is none of the reasons in the exercise");
                self.add(format!("chosen_for[{index}]"), what);
            }
        }
        let improvements = &session.improvements;
        self.length("improvements", improvements.len());
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
