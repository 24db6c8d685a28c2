//! The journey of a session: its numbers from the first step to the last, ready to be drawn.

use super::person::PersonId;
use super::place::StepNumber;
use super::rating::Rating;
use super::session::{Company, Session};
use super::stats::{
    Gaps, Landmark, Summary, are_alike, balance, best, gap, last, leaving_counts, leaving_point,
    median, room_balance, room_likely_remembered, room_running, worst,
};

/// The numbers of a whole journey. Sealed values have no part in it.
#[derive(Debug, Clone)]
pub struct Journey {
    /// How many walked, as far as words differ: those who were there at the reveal of any step.
    pub company: Company,
    /// Each step's ratings in short.
    pub summaries: Vec<Summary>,
    /// The median of what was expected of each step.
    pub expected: Vec<Option<Rating>>,
    /// The worst moments, all that are equal.
    pub worst: Vec<Landmark>,
    /// The best moments, the same.
    pub best: Vec<Landmark>,
    /// Whether all steps are alike, so that there is neither a worst nor a best one.
    pub are_alike: bool,
    /// The index of the last step that anybody rated.
    pub last: Option<usize>,
    /// The room's balance in points: the median of the people's.
    pub balance: Option<i32>,
    /// The room's balance after each step.
    pub running: Vec<Option<i32>>,
    /// Each person's balance in points, of those who rated anything.
    pub balances: Vec<(PersonId, i32)>,
    /// What the room likely remembers, −10..=10: a rule of thumb.
    pub likely_remembered: Option<i8>,
    /// How many would have left at each step first.
    pub leaving: Vec<usize>,
    /// Felt against expected, one a person and step.
    pub gaps: Gaps,
    /// People against their own expectation over the whole way: who expected better, as a count.
    pub people_gaps: Gaps,
}

impl Journey {
    /// The journey of what has been revealed of a session so far.
    pub fn of(session: &Session) -> Self {
        let people: Vec<_> = session
            .people()
            .iter()
            .map(|person| person.id.clone())
            .collect();
        let walks: Vec<_> = people
            .iter()
            .map(|person| session.walk_of(person))
            .collect();
        let steps = session.steps().len();
        let summaries: Vec<_> = session
            .steps()
            .iter()
            .map(|step| Summary::of(step.felt_ratings()))
            .collect();
        let expected = session.step_numbers().map(|step| {
            median(
                people
                    .iter()
                    .filter_map(|person| session.expected(person, step)),
            )
        });
        let rated = |walk: &Vec<Option<Rating>>| walk.iter().any(Option::is_some);
        let balances = people.iter().zip(&walks).filter(|(_, walk)| rated(walk));
        let leaving = people
            .iter()
            .map(|person| leaving_point(&session.stays_of(person)));
        Self {
            company: session.company_so_far(),
            are_alike: are_alike(&summaries),
            worst: worst(&summaries),
            best: best(&summaries),
            last: last(&summaries),
            balance: room_balance(&walks),
            running: room_running(&walks, steps),
            balances: balances
                .map(|(person, walk)| (person.clone(), balance(walk)))
                .collect(),
            likely_remembered: room_likely_remembered(&walks),
            leaving: leaving_counts(leaving, steps),
            gaps: Gaps::of(people.iter().flat_map(|person| gaps_of(session, person))),
            people_gaps: people_gaps(session, &people),
            expected: expected.collect(),
            summaries,
        }
    }

    /// How many would have left before the end.
    pub fn left(&self) -> usize {
        self.leaving.iter().sum()
    }

    /// How many ended below where they began: with a balance under zero.
    pub fn ended_below(&self) -> usize {
        self.balances
            .iter()
            .filter(|(_, balance)| *balance < 0)
            .count()
    }
}

fn gaps_of(session: &Session, person: &PersonId) -> Vec<super::stats::Gap> {
    let gap_at = |step: StepNumber| {
        let felt = session.step(step).felt_rating(person)?;
        Some(gap(felt, session.expected(person, step)?))
    };
    session.step_numbers().filter_map(gap_at).collect()
}

/// Each person's gaps as one: their sum over the steps that they predicted and rated.
fn people_gaps(session: &Session, people: &[PersonId]) -> Gaps {
    let mut counts = [0; 3];
    for person in people {
        let gaps = gaps_of(session, person);
        if gaps.is_empty() {
            continue;
        }
        let sum: i32 = gaps.iter().map(|gap| i32::from(gap.points)).sum();
        counts[(sum.signum() + 1) as usize] += 1;
    }
    let [expected_better, as_expected, expected_worse] = counts;
    Gaps {
        expected_better,
        as_expected,
        expected_worse,
        of: counts.iter().sum(),
    }
}
