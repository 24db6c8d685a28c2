//! The facts of a session, as far as they were revealed; what the layouts lay out, and nothing else.
//!
//! Serialised, they are the JSON of [`super::json`]: a field's name and meaning never change, fields may
//! be added.

use super::journey_facts::JourneyFacts;
use super::json;
use super::step_facts::StepFacts;
use crate::model::journey::Journey;
use crate::model::moment::Moment;
use crate::model::place::Place;
use crate::model::promise::{Outcome, Promise};
use crate::model::rating::Rating;
use crate::model::session::{
    BallotKind, Company, FEWEST_FOR_ANONYMITY, Improvement, Names, Session, Walk,
};
use crate::model::text::CleanText;
use crate::model::verdicts::{self, Count};
use jiff::civil::Date;
use serde::Serialize;

/// The facts of one session. All text in it is clean: nothing in it steers a terminal or hides.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// The name of the session's file.
    pub session: String,
    /// The number of the session file's format.
    pub session_format: u32,
    /// The business.
    pub business: String,
    /// The number of the round among its business's and its walk's, from 1.
    pub round: u16,
    /// Who walked: `team` or `alone`.
    #[serde(serialize_with = "json::walk")]
    pub walk: Walk,
    /// How many walked, as far as the numbers speak differently of them: `solo`, `pair` or `team`.
    #[serde(serialize_with = "json::company")]
    pub company: Company,
    /// When it began.
    pub started: Moment,
    /// When it was closed; null while it is not.
    pub finished: Option<Moment>,
    /// Whether nothing more will be answered: it was closed, or stands on its last page.
    #[serde(skip)]
    pub is_over: bool,
    /// The exercise as it was asked.
    pub exercise: Asked,
    /// How ratings were taken: `pass-the-keyboard`, `cards-up` or `open`.
    #[serde(serialize_with = "json::ballot")]
    pub ballot: BallotKind,
    /// Whether names stand beside ratings: `shown` or `hidden`.
    #[serde(serialize_with = "json::names")]
    pub names: Names,
    /// How many took part.
    pub people_count: usize,
    /// Who took part; empty where names are hidden.
    pub people: Vec<PersonFacts>,
    /// What the earlier rounds promised, and what became of it.
    pub promises: Vec<PromiseFacts>,
    /// The steps, in their order.
    pub steps: Vec<StepFacts>,
    /// The whole way.
    pub journey: JourneyFacts,
    /// The verdicts; null until they were shown.
    pub verdict: Option<VerdictFacts>,
    /// Which of the exercise's reasons the business is chosen for.
    pub chosen_for: Vec<String>,
    /// What it would be chosen for if those were equal; may be empty.
    pub if_equal: String,
    /// The moment that would be told to a friend; may be empty.
    pub keep: String,
    /// What to mend, the one of this week first.
    pub improvements: Vec<Mending>,
    /// The date of the next round.
    pub next_round: Option<Date>,
}

/// The exercise as it was asked.
#[derive(Debug, Clone, Serialize)]
pub struct Asked {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: u16,
    /// Its title.
    pub title: String,
    /// The question at every step.
    pub question: String,
    /// The question beside every rating.
    pub stay_question: String,
    /// Words at marks of the scale, the lowest first.
    pub scale: Vec<ScaleMark>,
}

/// A word or two at a mark of the scale.
#[derive(Debug, Clone, Serialize)]
pub struct ScaleMark {
    /// Where it stands.
    pub at: Rating,
    /// What it means.
    pub words: String,
}

/// Somebody who took part.
#[derive(Debug, Clone, Serialize)]
pub struct PersonFacts {
    /// A name that no other of the session has.
    pub name: String,
    /// What they do in the business; may be empty.
    pub role: String,
}

/// How the verdicts stand.
#[derive(Debug, Clone, Serialize)]
pub struct VerdictFacts {
    /// What was asked.
    pub question: String,
    /// The answer that counts as building trust, in the exercise's words.
    pub builds_words: String,
    /// The answer that counts as eroding trust.
    pub erodes_words: String,
    /// How many say that it builds trust.
    pub builds: usize,
    /// How many say that it erodes trust.
    pub erodes: usize,
    /// Who says that it builds trust; empty where names are hidden.
    pub builds_names: Vec<String>,
    /// Who says that it erodes trust; empty where names are hidden.
    pub erodes_names: Vec<String>,
    /// How many were there, as far as words differ.
    #[serde(skip)]
    pub company: Company,
    /// The verdict in few words.
    #[serde(skip)]
    pub words: String,
}

/// What an earlier round promised.
#[derive(Debug, Clone, Serialize)]
pub struct PromiseFacts {
    /// What was to be different.
    pub what: String,
    /// The title of its step; empty when it belongs to none.
    pub step: String,
    /// Who was to see to it; may be empty.
    pub who: String,
    /// By when.
    pub by: Option<Date>,
    /// Whether it was the one of its round.
    pub the_one: bool,
    /// The round in which it was promised.
    pub round: u16,
    /// The day of that round.
    pub promised: Date,
    /// `kept`, `not-kept` or `still-open`; null as long as nobody has marked it.
    #[serde(serialize_with = "json::outcome")]
    pub outcome: Option<Outcome>,
}

/// Something to mend.
#[derive(Debug, Clone, Serialize)]
pub struct Mending {
    /// What will be different.
    pub what: String,
    /// The number of the step, if it is about one.
    pub step: Option<u8>,
    /// Who sees to it, as the room named them; may be empty.
    pub who: String,
    /// By when.
    pub by: Option<Date>,
    /// Whether it is the one of this week.
    pub the_one: bool,
}

impl Report {
    /// The facts of a session; `file` is the name of its file.
    pub fn of(session: &Session, file: &str) -> Self {
        let asked = session.exercise();
        let journey = Journey::of(session);
        let mut improvements: Vec<_> = session.improvements().iter().map(Mending::of).collect();
        improvements.sort_by_key(|one| !one.the_one);
        let said = |text: &CleanText| text.as_str().trim().to_owned();
        Self {
            session: CleanText::typed(file).to_string(),
            session_format: crate::model::session::Format::NEWEST,
            business: said(session.business()),
            round: session.round().number(),
            walk: session.walk(),
            company: session.company_so_far(),
            started: session.started(),
            finished: session.finished(),
            is_over: session.finished().is_some() || session.place() == Place::Close,
            exercise: Asked {
                id: said(&asked.id),
                version: asked.version,
                title: said(&asked.title),
                question: said(&asked.question),
                stay_question: said(&asked.stay_question),
                scale: asked
                    .scale
                    .iter()
                    .map(|mark| ScaleMark {
                        at: mark.at,
                        words: said(&mark.words),
                    })
                    .collect(),
            },
            ballot: session.ballot(),
            names: session.names(),
            people_count: session.people().len(),
            people: people(session),
            promises: session.promises().iter().map(PromiseFacts::of).collect(),
            steps: session
                .step_numbers()
                .map(|number| StepFacts::of(session, number, &journey))
                .collect(),
            journey: JourneyFacts::of(session, &journey),
            verdict: VerdictFacts::of(session),
            chosen_for: session.chosen_for().iter().map(said).collect(),
            if_equal: said(session.if_equal()),
            keep: said(session.keep()),
            improvements,
            next_round: session.next_round(),
        }
    }

    /// The one improvement of this week.
    pub fn the_one(&self) -> Option<&Mending> {
        self.improvements.iter().find(|one| one.the_one)
    }

    /// Whether names are hidden from so few people that a rating may be guessed all the same: at any reveal, as
    /// whoever comes later hides nobody of it.
    pub fn is_hardly_anonymous(&self) -> bool {
        let revealed = self.steps.iter().filter(|step| step.revealed.is_some());
        let fewest = revealed.map(|step| step.here).min();
        let fewest = fewest.unwrap_or(self.people_count);
        self.names == Names::Hidden && fewest < FEWEST_FOR_ANONYMITY
    }

    /// Whether anybody has taken a promise, and is named for it.
    pub fn names_an_owner(&self) -> bool {
        self.improvements.iter().any(|one| !one.who.is_empty())
            || self.promises.iter().any(|one| !one.who.is_empty())
    }

    /// How many steps were rated and shown.
    pub fn steps_rated(&self) -> usize {
        self.steps
            .iter()
            .filter(|step| step.revealed.is_some())
            .count()
    }
}

fn people(session: &Session) -> Vec<PersonFacts> {
    if session.names() == Names::Hidden {
        return Vec::new();
    }
    let facts = session.people().iter().map(|person| PersonFacts {
        name: session.label(&person.id),
        role: person.role.as_str().trim().to_owned(),
    });
    facts.collect()
}

impl VerdictFacts {
    fn of(session: &Session) -> Option<Self> {
        let count = Count::of(session)?;
        let asked = &session.exercise().verdict;
        let question = match count.company {
            Company::Solo => &asked.question.ask_alone,
            _ => &asked.question.ask,
        };
        let names = |builds| match session.names() {
            Names::Shown => verdicts::names(session, builds),
            Names::Hidden => Vec::new(),
        };
        Some(Self {
            question: question.to_string(),
            builds_words: asked.builds.to_string(),
            erodes_words: asked.erodes.to_string(),
            builds: count.builds,
            erodes: count.erodes,
            builds_names: names(true),
            erodes_names: names(false),
            company: count.company,
            words: count.words(session),
        })
    }
}

impl PromiseFacts {
    fn of(promise: &Promise) -> Self {
        let said = |text: &CleanText| text.as_str().trim().to_owned();
        Self {
            what: said(&promise.what),
            step: said(&promise.step),
            who: said(&promise.who),
            by: promise.by,
            the_one: promise.the_one,
            round: promise.round.number(),
            promised: promise.promised,
            outcome: promise.outcome,
        }
    }
}

impl Mending {
    fn of(one: &Improvement) -> Self {
        Self {
            what: one.what.as_str().trim().to_owned(),
            step: one.step.map(u8::from),
            who: one.who.as_str().trim().to_owned(),
            by: one.by,
            the_one: one.the_one,
        }
    }
}
