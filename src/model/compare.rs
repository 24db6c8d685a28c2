//! Sessions side by side: then and now, a run over time, or a team beside somebody alone.
//!
//! Only steps that all of them have are compared, in points and in counts of people: no mean, no
//! percentage, no significance. What is sealed in any of them has no part in it.

mod column;
mod people;
mod step;
mod told;
mod trend;

pub use column::Column;
pub use people::{Counts, InBoth, Own};
pub use step::{Cell, Dot, Shift, StepRow};
pub use told::{Moved, Told};
pub use trend::{SAME_WITHIN, Spread, Trend};

use super::name_key::same_name;
use super::place::StepNumber;
use super::promise::Promise;
use super::rounds::{Placed, doubts, in_order};
use super::session::{Round, Session, Walk};
use super::text::CleanText;
use std::collections::BTreeSet;

/// The most sessions that stand side by side: as many columns as the smallest screen can carry.
pub const MOST: usize = 8;

/// How sessions stand to each other, which decides how the screens speak of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Two rounds of the same business by the same kind of walk.
    ThenAndNow,
    /// Sessions that are no rounds of each other: a team's and somebody's alone, two shoppers', two
    /// businesses'. Nothing gets better or worse between them.
    Beside,
    /// Three rounds and more: what they do over time can be said.
    Run,
}

/// Why sessions can't be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotCompare {
    /// There is one, or none.
    #[error("it takes two sessions to compare")]
    TooFew,
    /// There are more than [`MOST`].
    #[error("at most {MOST} sessions can stand side by side, and these are {0}")]
    TooMany(usize),
    /// This one is there twice.
    #[error("{0} is there twice")]
    Twice(String),
    /// No step is in all of them.
    #[error("they have no step in common, so there is nothing to compare")]
    NothingInCommon,
}

/// A step that not all of them have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its title.
    pub title: CleanText,
    /// The labels of the columns that have it.
    pub only_in: Vec<String>,
}

/// Sessions side by side: by their dates, but the rounds of a business by their rounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// How they stand to each other.
    pub kind: Kind,
    /// The sessions, from two to [`MOST`].
    pub columns: Vec<Column>,
    /// The steps that all of them have, in the order of the last session; at least one.
    pub steps: Vec<StepRow>,
    /// The steps that are left out.
    pub left_out: Vec<LeftOut>,
    /// Who took part in both compared rounds, by what they expected over all these steps; none for
    /// [`Kind::Beside`], as of the verdicts.
    pub expecting: Option<Moved>,
    /// The same people by their verdicts: higher is from eroding to building.
    pub turned: Option<Moved>,
    /// What was promised before the last session, and what became of it; empty for [`Kind::Beside`].
    pub kept: Vec<Promise>,
    /// Where dates and rounds disagree, a sentence each.
    pub doubts: Vec<String>,
    /// The verdict's two answers.
    pub answers: Answers,
}

/// The two answers of the verdict, as the last session's exercise has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answers {
    /// The good one.
    pub builds: CleanText,
    /// The bad one.
    pub erodes: CleanText,
}

impl Comparison {
    /// Sets these sessions side by side, whatever order they come in.
    pub fn of(sessions: &[Session]) -> Result<Self, CannotCompare> {
        if sessions.len() > MOST {
            return Err(CannotCompare::TooMany(sessions.len()));
        }
        let placed: Vec<Placed> = sessions.iter().map(Placed::from).collect();
        let order = in_order(&placed);
        let mut doubts = doubts(&placed);
        let doubts = order.iter().filter_map(|at| doubts[*at].take()).collect();
        let sessions: Vec<&Session> = order.iter().map(|at| &sessions[*at]).collect();
        let [.., last] = sessions[..] else {
            return Err(CannotCompare::TooFew);
        };
        if sessions.len() < 2 {
            return Err(CannotCompare::TooFew);
        }
        if let Some(twice) = twice(&sessions) {
            return Err(CannotCompare::Twice(column::title(twice, true)));
        }
        let common = common_steps(&sessions);
        if common[0].is_empty() {
            return Err(CannotCompare::NothingInCommon);
        }
        let kind = Kind::of(&sessions);
        let columns = column::columns(kind, &sessions, &common);
        let pair = kind.pair(sessions.len());
        let both = pair.map(|(one, other)| people::Pair::of(sessions[one], sessions[other]));
        let at_both = |step: usize| {
            let (one, other) = pair?;
            Some((common[one][step], common[other][step]))
        };
        let steps = 0..common[0].len();
        let rows = steps.clone().map(|step| {
            let cells = sessions.iter().zip(&common);
            let cells = cells.map(|(session, steps)| Cell::of(session, steps[step]));
            let asked = &last.exercise().steps[common[sessions.len() - 1][step].index()];
            let in_both = both.as_ref().zip(at_both(step));
            let in_both = in_both.and_then(|(pair, at)| pair.felt_at(at));
            StepRow::new(asked, cells.collect(), kind, in_both)
        });
        let answers = &last.exercise().verdict;
        Ok(Self {
            kind,
            steps: rows.collect(),
            left_out: left_out(&sessions, &columns),
            expecting: both
                .as_ref()
                .filter(|_| kind != Kind::Beside)
                .and_then(|pair| {
                    let steps: Vec<_> = steps.clone().filter_map(at_both).collect();
                    pair.expected_over(&steps)
                }),
            turned: both
                .as_ref()
                .filter(|_| kind != Kind::Beside)
                .and_then(people::Pair::verdicts),
            kept: column::kept(kind, &sessions),
            doubts,
            answers: Answers {
                builds: answers.builds.clone(),
                erodes: answers.erodes.clone(),
            },
            columns,
        })
    }

    /// How many steps went up, down, stayed to the point, of all that both have rated; a divided room is
    /// none of the three. Only for [`Kind::ThenAndNow`] is up the same as better.
    pub fn tally(&self) -> Counts {
        let shifts = self.steps.iter().filter_map(|row| row.shift);
        let points = shifts.clone().filter_map(Shift::points);
        Counts {
            of: shifts.count(),
            ..Counts::of(points)
        }
    }

    /// Whether they are of more than one business.
    pub fn has_several_businesses(&self) -> bool {
        let first = &self.columns[0].business;
        let mut others = self.columns.iter();
        others.any(|column| !same_name(&column.business, first))
    }

    /// Whether any of them hides names.
    pub fn hides_names(&self) -> bool {
        self.columns.iter().any(|column| column.hides_names)
    }

    /// Whether they were asked by different exercises, or by different versions of one.
    pub fn has_several_exercises(&self) -> bool {
        let of = |column: &Column| (column.exercise.clone(), column.version);
        self.columns
            .windows(2)
            .any(|two| of(&two[0]) != of(&two[1]))
    }
}

impl Kind {
    fn of(sessions: &[&Session]) -> Self {
        let first = sessions[0];
        let is_round_of_it = |session: &&Session| {
            session.walk() == first.walk()
                && same_name(session.business(), first.business())
                && (session.walk() == Walk::Team || people::same_people(session, first))
        };
        match (sessions.iter().all(is_round_of_it), sessions.len()) {
            (false, _) => Self::Beside,
            (true, 2) => Self::ThenAndNow,
            (true, _) => Self::Run,
        }
    }

    /// The two columns that are compared person by person: the last two rounds, or the only two.
    fn pair(self, columns: usize) -> Option<(usize, usize)> {
        (self != Self::Beside || columns == 2).then_some((columns - 2, columns - 1))
    }
}

/// A session that is there twice, if there is one.
fn twice<'s>(sessions: &[&'s Session]) -> Option<&'s Session> {
    let numbered = sessions.iter().enumerate();
    let found = numbered.filter(|(at, one)| sessions[..*at].iter().any(|other| same(one, other)));
    found.map(|(_, one)| *one).next()
}

/// Whether two files hold the same session, at an earlier moment perhaps.
fn same(one: &Session, other: &Session) -> bool {
    let of = |session: &Session| -> (_, Walk, Round) {
        (session.started(), session.walk(), session.round())
    };
    of(one) == of(other) && same_name(one.business(), other.business())
}

/// For each session the numbers of the steps that all have, all in the order of the last one.
fn common_steps(sessions: &[&Session]) -> Vec<Vec<StepNumber>> {
    let number = |session: &Session, id: &CleanText| {
        let mut steps = session.exercise().steps.iter();
        let index = steps.position(|step| step.id == *id);
        index.map(StepNumber::from_index)
    };
    let mut common = vec![Vec::new(); sessions.len()];
    let Some(last) = sessions.last() else {
        return common;
    };
    let mut seen = BTreeSet::new();
    for step in &last.exercise().steps {
        let numbers = sessions.iter().map(|session| number(session, &step.id));
        let numbers: Option<Vec<_>> = numbers.collect();
        let Some(numbers) = numbers.filter(|_| seen.insert(&step.id)) else {
            continue;
        };
        for (steps, number) in common.iter_mut().zip(numbers) {
            steps.push(number);
        }
    }
    common
}

/// The steps that only some have, each once, the earliest session's first.
fn left_out(sessions: &[&Session], columns: &[Column]) -> Vec<LeftOut> {
    let has = |session: &Session, id: &CleanText| {
        session.exercise().steps.iter().any(|step| step.id == *id)
    };
    let mut seen = BTreeSet::new();
    let steps = sessions.iter().flat_map(|one| &one.exercise().steps);
    let steps = steps.filter(|step| seen.insert(&step.id));
    let some = steps.filter_map(|step| {
        let only_in = sessions.iter().zip(columns);
        let only_in: Vec<_> = only_in
            .filter(|(session, _)| has(session, &step.id))
            .map(|(_, column)| column.label.clone())
            .collect();
        (only_in.len() < sessions.len()).then(|| LeftOut {
            title: step.title.clone(),
            only_in,
        })
    });
    some.collect()
}
