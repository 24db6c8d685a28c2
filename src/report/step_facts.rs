//! The facts of one step: what was done, what was noticed, what was felt.

use super::json;
use crate::model::evidence::{Mode, NoteKind, PhoneLog, Sharing};
use crate::model::journey::Journey;
use crate::model::moment::Moment;
use crate::model::person::Person;
use crate::model::place::StepNumber;
use crate::model::rating::Rating;
use crate::model::session::{Company, Names, Session};
use crate::model::stats::{Summary, YearOfIt};
use crate::model::step_record::{Answer, StepRecord, Turn};
use serde::Serialize;

/// The facts of one step.
#[derive(Debug, Clone, Serialize)]
pub struct StepFacts {
    /// Its number, from 1.
    pub number: u8,
    /// Its id in the exercise.
    pub id: String,
    /// Its title.
    pub title: String,
    /// One word for the axis of a chart.
    pub short: String,
    /// What was to be done.
    pub task: String,
    /// The questions to hold.
    pub questions: Vec<String>,
    /// When it was first entered.
    pub started: Option<Moment>,
    /// Seconds spent doing it, over all visits.
    pub seconds: u32,
    /// How it was done: `live`, `remembered` or `imagined`.
    #[serde(serialize_with = "json::mode")]
    pub mode: Mode,
    /// `shared`: one observation, however many rated it. `each-their-own`: one a person.
    #[serde(serialize_with = "json::sharing")]
    pub sharing: Sharing,
    /// What was noticed, in the order of writing.
    pub notes: Vec<NoteFacts>,
    /// The stopwatch of the call, if there was one.
    pub phone: Option<PhoneFacts>,
    /// The departments that took part.
    pub departments: Vec<DepartmentFacts>,
    /// How many times a year this happens to customers.
    pub times_a_year: Option<u32>,
    /// A year of it in words.
    #[serde(skip)]
    pub year: Option<YearOfIt>,
    /// When the ratings were shown; null while they are sealed.
    pub revealed: Option<Moment>,
    /// When the second ratings were shown.
    pub revealed_again: Option<Moment>,
    /// How many were there, as far as words differ.
    #[serde(skip)]
    pub company: Company,
    /// Whether names stand beside its ratings where they are read.
    #[serde(skip)]
    pub is_named: bool,
    /// How many could have rated: N in "n of N".
    pub here: usize,
    /// What the ratings come to.
    #[serde(serialize_with = "json::summary")]
    pub summary: Summary,
    /// The median of what was expected.
    pub expected: Option<Rating>,
    /// All that was expected, the lowest first.
    pub expectations: Vec<Rating>,
    /// One entry a person, in the order in which they joined; where names are hidden, by value.
    pub ratings: Vec<Rated>,
    /// The words for the feeling.
    pub words: Vec<WordFacts>,
}

/// What one person answered at a step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Rated {
    /// The rating that counts: the second where there is one, else the first.
    pub rating: Option<Rating>,
    /// Whether they would still go on, with the rating that counts.
    pub stays: Option<bool>,
    /// What they had expected; null where names are hidden, since the same guess at every step would tie a
    /// person's ratings together.
    pub expected: Option<Rating>,
    /// The first answer; null for somebody who was not there.
    pub first: Option<Said>,
    /// The second answer, after the talk.
    pub again: Option<Said>,
    /// Who; null where names are hidden.
    pub person: Option<String>,
}

/// One answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Said {
    /// The rating; null for a pass, which is not a zero.
    pub rating: Option<Rating>,
    /// Whether they would still go on; null for a pass.
    pub stays: Option<bool>,
    /// Whether this is the answer whose rating counts.
    pub counts: bool,
}

/// Something noticed.
#[derive(Debug, Clone, Serialize)]
pub struct NoteFacts {
    /// `good`, `bad` or `fact`.
    #[serde(serialize_with = "json::note_kind")]
    pub kind: NoteKind,
    /// When it was written down.
    pub at: Moment,
    /// In the words of whoever noticed it.
    pub text: String,
}

/// The stopwatch of a call; spans in whole seconds since it was dialled.
#[derive(Debug, Clone, Serialize)]
pub struct PhoneFacts {
    /// When the number was dialled.
    pub dialled: Moment,
    /// How often it rang.
    pub rings: u16,
    /// Until anything answered, a machine too.
    pub answered_after: Option<u32>,
    /// On hold, all together.
    pub on_hold: u32,
    /// Until a person spoke.
    pub person_after: Option<u32>,
    /// Until the call was over; null where nobody stopped the clock.
    pub ended_after: Option<u32>,
}

/// A department that took part.
#[derive(Debug, Clone, Serialize)]
pub struct DepartmentFacts {
    /// Its name.
    pub name: String,
    /// How it made the room feel, said aloud.
    pub rating: Option<Rating>,
}

/// A word for the feeling.
#[derive(Debug, Clone, Serialize)]
pub struct WordFacts {
    /// The word.
    pub word: String,
    /// Whether it is a good feeling.
    pub good: bool,
}

impl StepFacts {
    pub(super) fn of(session: &Session, number: StepNumber, journey: &Journey) -> Self {
        let record = session.step(number);
        let asked = &session.exercise().steps[number.index()];
        let summary = journey.summaries[number.index()].clone();
        let shown = |turn| record.reveal(turn).map(|reveal| reveal.at);
        Self {
            number: number.into(),
            id: asked.id.to_string(),
            title: asked.title.to_string(),
            short: asked.short.to_string(),
            task: asked.task.to_string(),
            questions: asked.hold.iter().map(ToString::to_string).collect(),
            started: record.started,
            seconds: record.seconds,
            mode: record.mode,
            sharing: record.sharing,
            notes: notes(record),
            phone: record.phone.as_ref().map(PhoneFacts::of),
            departments: departments(record),
            times_a_year: record.times_a_year,
            year: record
                .times_a_year
                .and_then(|times| YearOfIt::of(times, &summary)),
            revealed: shown(Turn::First),
            revealed_again: shown(Turn::Again),
            company: session.company_at(record),
            is_named: session.has_names_at(number),
            here: record.of(),
            expected: journey.expected[number.index()],
            summary,
            expectations: expectations(session, number),
            ratings: ratings(session, number),
            words: words(record),
        }
    }

    /// The ratings that count, the lowest first.
    pub fn felt(&self) -> Vec<Rating> {
        let mut felt: Vec<_> = self
            .ratings
            .iter()
            .filter_map(|rated| rated.rating)
            .collect();
        felt.sort_unstable();
        felt
    }

    /// Whether anybody has come here.
    pub fn is_begun(&self) -> bool {
        self.started.is_some() || self.revealed.is_some()
    }
}

fn expectations(session: &Session, number: StepNumber) -> Vec<Rating> {
    let people = session.people().iter();
    let mut all: Vec<_> = people
        .filter_map(|person| session.expected(&person.id, number))
        .collect();
    all.sort_unstable();
    all
}

/// Everybody's answers. Where names are hidden the order must not tell who: it is that of the values.
fn ratings(session: &Session, number: StepNumber) -> Vec<Rated> {
    let people = session.people().iter();
    let mut all: Vec<_> = people
        .filter_map(|person| Rated::of(session, number, person))
        .collect();
    if session.names() == Names::Hidden {
        all.sort_unstable();
    }
    all
}

impl Rated {
    fn of(session: &Session, number: StepNumber, person: &Person) -> Option<Self> {
        let record = session.step(number);
        let answer = |turn| {
            record.reveal(turn)?;
            record.answers(turn).get(&person.id)
        };
        let (first, again) = (answer(Turn::First), answer(Turn::Again));
        let shown = session.names() == Names::Shown;
        let expected = session.expected(&person.id, number).filter(|_| shown);
        if first.is_none() && again.is_none() && expected.is_none() {
            return None;
        }
        let again_counts = again.is_some_and(|answer| answer.rating().is_some());
        let said = |answer: &Answer, counts: bool| Said {
            rating: answer.rating(),
            stays: answer.stays(),
            counts: counts && answer.rating().is_some(),
        };
        let felt = record.felt(&person.id);
        Some(Self {
            rating: felt.and_then(Answer::rating),
            stays: felt.and_then(Answer::stays),
            expected,
            first: first.map(|answer| said(answer, !again_counts)),
            again: again.map(|answer| said(answer, true)),
            person: shown.then(|| session.label(&person.id)),
        })
    }
}

fn notes(record: &StepRecord) -> Vec<NoteFacts> {
    let notes = record.notes.iter().map(|note| NoteFacts {
        kind: note.kind,
        at: note.at,
        text: note.text.as_str().trim().to_owned(),
    });
    notes.collect()
}

fn departments(record: &StepRecord) -> Vec<DepartmentFacts> {
    let departments = record.departments.iter().map(|one| DepartmentFacts {
        name: one.name.as_str().trim().to_owned(),
        rating: one.rating,
    });
    departments.collect()
}

fn words(record: &StepRecord) -> Vec<WordFacts> {
    let words = record.words.iter().map(|word| WordFacts {
        word: word.text().as_str().trim().to_owned(),
        good: word.is_good(),
    });
    words.collect()
}

impl PhoneFacts {
    fn of(log: &PhoneLog) -> Self {
        Self {
            dialled: log.dialled,
            rings: log.rings,
            answered_after: log.answered_after,
            on_hold: log.on_hold,
            person_after: log.person_after,
            ended_after: log.ended_after,
        }
    }
}
