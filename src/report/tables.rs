//! The tables of a report: what their columns are called and hold, and the rows of a session.
//!
//! A row of the ratings is what one person said at one step in one turn: somebody who rated, talked and rated
//! again has two rows there, and `counts` marks the one that counts. A pass has a row with an empty `rating`.
//! Who was not there has none. Where names are hidden `person` is empty, and nothing ties two rows of one
//! person together. A step that was not revealed yet has no rows; what was noticed at it has.

use super::facts::{Mending, PromiseFacts, Report};
use super::json::{note_word, outcome_word, sharing_word, walk_word};
use super::sentences::title_of;
use super::step_facts::{NoteFacts, Rated, Said, StepFacts};
use crate::model::rating::Rating;
use crate::model::wording::mode_words;
use jiff::civil::Date;

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Table {
    /// A row a rating.
    Ratings,
    /// A row a note.
    Notes,
    /// A row a promise.
    Promises,
}

/// A column's name, and what it holds.
type Column = (&'static str, &'static str);

/// What every table begins with.
const SESSION: [Column; 7] = [
    ("session", "the name of the session's file"),
    ("business", "the business"),
    ("round", "the number of the round, from 1"),
    ("walk", "team or alone"),
    ("date", "the day on which the session began"),
    ("exercise", "the id of the exercise"),
    ("exercise_version", "its version"),
];

/// What stands in the tables of steps next.
const STEP: [Column; 5] = [
    ("step", "the number of the step, from 1"),
    ("step_id", "its id in the exercise"),
    ("step_title", "its title"),
    ("mode", "live, remembered or imagined"),
    (
        "sharing",
        "shared: one experience, rated by all; each-their-own: one a person",
    ),
];

const RATINGS: [Column; 8] = [
    ("here", "how many could have rated: the N of n of N"),
    ("person", "who; empty where names are hidden"),
    ("turn", "first, or again after the talk"),
    (
        "counts",
        "true for the rating that counts of a person at a step",
    ),
    ("passed", "true for a pass, which is not a zero"),
    ("rating", "-10 to -1 or 1 to 10; empty for a pass"),
    (
        "stays",
        "true or false: would still go on; empty for a pass",
    ),
    (
        "expected",
        "what this person had expected; empty without a guess or where names are hidden",
    ),
];

const NOTES: [Column; 3] = [
    ("kind", "good, bad or fact"),
    ("at", "when it was written down (RFC 3339)"),
    ("note", "what was noticed"),
];

const PROMISES: [Column; 9] = [
    (
        "told",
        "made: promised in this round; asked: promised before, and asked about in this one",
    ),
    ("promised_round", "the round in which it was promised"),
    ("promised", "the day of that round"),
    ("step_title", "the title of its step; may be empty"),
    ("what", "what was promised"),
    ("who", "who took it; may be empty"),
    ("by", "by which day; may be empty"),
    ("the_one", "true for the one of its week"),
    (
        "outcome",
        "asked: kept, not-kept or still-open; empty as long as nobody marked it",
    ),
];

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// A number or a word of ours.
    Ours(String),
    /// A text from outside.
    Foreign(String),
}

impl Table {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Ratings, Self::Notes, Self::Promises];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ratings => "ratings",
            Self::Notes => "notes",
            Self::Promises => "promises",
        }
    }

    /// What its rows are.
    pub fn rows(self) -> &'static str {
        match self {
            Self::Ratings => "a row a rating",
            Self::Notes => "a row a note",
            Self::Promises => "a row a promise",
        }
    }

    /// Its columns with what they hold, in their order.
    pub fn columns(self) -> Vec<(&'static str, &'static str)> {
        match self {
            Self::Ratings => [&SESSION[..], &STEP, &RATINGS].concat(),
            Self::Notes => [&SESSION[..], &STEP, &NOTES].concat(),
            Self::Promises => [&SESSION[..], &PROMISES].concat(),
        }
    }

    /// The rows of a session.
    pub(super) fn rows_of(self, report: &Report) -> Vec<Vec<Cell>> {
        let of_step = |cells: fn(&StepFacts) -> Vec<Vec<Cell>>| {
            let steps = report.steps.iter();
            let rows = steps.flat_map(move |step| {
                let head = at_step(step);
                cells(step)
                    .into_iter()
                    .map(move |row| [head.clone(), row].concat())
            });
            rows.collect::<Vec<_>>()
        };
        let rows = match self {
            Self::Ratings => of_step(|step| {
                step.ratings
                    .iter()
                    .flat_map(|one| ratings(step, one))
                    .collect()
            }),
            Self::Notes => of_step(|step| step.notes.iter().map(note).collect()),
            Self::Promises => {
                let made = report.improvements.iter().map(|one| made(report, one));
                made.chain(report.promises.iter().map(asked)).collect()
            }
        };
        let head = of_session(report);
        let whole = rows.into_iter().map(|row| [head.clone(), row].concat());
        whole.collect()
    }
}

fn ours(words: &(impl ToString + ?Sized)) -> Cell {
    Cell::Ours(words.to_string())
}

fn foreign(text: &str) -> Cell {
    Cell::Foreign(text.to_owned())
}

fn number(rating: Option<Rating>) -> Cell {
    Cell::Ours(rating.map_or(String::new(), |rating| rating.points().to_string()))
}

fn day(day: Option<Date>) -> Cell {
    Cell::Ours(day.map_or(String::new(), |day| day.to_string()))
}

fn of_session(report: &Report) -> Vec<Cell> {
    vec![
        foreign(&report.session),
        foreign(&report.business),
        ours(&report.round),
        ours(walk_word(report.walk)),
        ours(&report.started.date()),
        foreign(&report.exercise.id),
        ours(&report.exercise.version),
    ]
}

fn at_step(step: &StepFacts) -> Vec<Cell> {
    vec![
        ours(&step.number),
        foreign(&step.id),
        foreign(&step.title),
        ours(mode_words(step.mode)),
        ours(sharing_word(step.sharing)),
    ]
}

/// What one person said at a step, a row a turn.
fn ratings(step: &StepFacts, rated: &Rated) -> Vec<Vec<Cell>> {
    let row = |(turn, said): (&str, Option<Said>)| {
        let said = said?;
        Some(vec![
            ours(&step.here),
            foreign(rated.person.as_deref().unwrap_or_default()),
            ours(turn),
            ours(&said.counts),
            ours(&said.rating.is_none()),
            number(said.rating),
            ours(&said.stays.map_or(String::new(), |stays| stays.to_string())),
            number(rated.expected),
        ])
    };
    let turns = [("first", rated.first), ("again", rated.again)];
    turns.into_iter().filter_map(row).collect()
}

fn note(note: &NoteFacts) -> Vec<Cell> {
    vec![
        ours(note_word(note.kind)),
        ours(&note.at),
        foreign(&note.text),
    ]
}

fn made(report: &Report, one: &Mending) -> Vec<Cell> {
    let step = one.step.map_or("", |step| title_of(report, step));
    vec![
        ours("made"),
        ours(&report.round),
        ours(&report.started.date()),
        foreign(step),
        foreign(&one.what),
        foreign(&one.who),
        day(one.by),
        ours(&one.the_one),
        ours(""),
    ]
}

fn asked(promise: &PromiseFacts) -> Vec<Cell> {
    vec![
        ours("asked"),
        ours(&promise.round),
        ours(&promise.promised),
        foreign(&promise.step),
        foreign(&promise.what),
        foreign(&promise.who),
        day(promise.by),
        ours(&promise.the_one),
        ours(promise.outcome.map_or("", outcome_word)),
    ]
}
