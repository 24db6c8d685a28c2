//! The facts of the whole way: its worst, best and last moment, the balance, who would have left, the gaps.

use super::json;
use crate::model::journey::Journey;
use crate::model::person::PersonId;
use crate::model::place::StepNumber;
use crate::model::rating::Rating;
use crate::model::session::{Company, Names, Session};
use crate::model::stats::{Gaps, Landmark, foremost};
use crate::model::wording::{alike_words, balance_words};
use serde::Serialize;

/// The facts of the whole way.
#[derive(Debug, Clone, Serialize)]
pub struct JourneyFacts {
    /// The worst moment; of several the one that stands for them, and none where all are alike.
    pub worst: Option<MomentFacts>,
    /// The best moment, the same.
    pub best: Option<MomentFacts>,
    /// All moments that are as bad as the worst, in the order of their steps.
    pub worst_moments: Vec<MomentFacts>,
    /// All that are as good as the best.
    pub best_moments: Vec<MomentFacts>,
    /// Whether all steps are alike: then none is the worst and none the best.
    pub all_alike: bool,
    /// The number of the last step that anybody rated.
    pub last_step: Option<u8>,
    /// The room's balance in points, the median of the people's; null for two people, who have two.
    pub balance: Option<i32>,
    /// The room's balance after each step; empty for two people.
    pub running: Vec<Option<i32>>,
    /// Each person's balance; where names are hidden, by value.
    pub balances: Vec<PersonBalance>,
    /// What is likely remembered, −10..=10: a rule of thumb; null for two people.
    pub likely_remembered: Option<i8>,
    /// How many would first not have gone on after each step.
    pub would_have_gone: Vec<usize>,
    /// Felt against expected, one count a person and step.
    #[serde(serialize_with = "json::gaps")]
    pub gaps: Gaps,
    /// Felt against expected over the whole way, one count a person.
    #[serde(serialize_with = "json::gaps")]
    pub people_gaps: Gaps,
    /// The balance in few words.
    #[serde(skip)]
    pub balance_words: Option<String>,
    /// What is said where all steps are alike.
    #[serde(skip)]
    pub alike_words: Option<String>,
}

/// A moment of the way that stands out.
#[derive(Debug, Clone, Serialize)]
pub struct MomentFacts {
    /// The number of its step.
    pub step: u8,
    /// How it felt.
    pub rating: Rating,
    /// How many felt so, where the room was split; null where it is the whole room's.
    pub people: Option<usize>,
}

/// A person's points over the whole way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PersonBalance {
    /// The sum of their ratings.
    pub points: i32,
    /// Who; null where names are hidden.
    pub person: Option<String>,
}

impl JourneyFacts {
    pub(super) fn of(session: &Session, journey: &Journey) -> Self {
        let pair = journey.company == Company::Pair;
        let all = |equal: &[Landmark]| equal.iter().copied().map(MomentFacts::of).collect();
        Self {
            worst: foremost(&journey.worst).map(MomentFacts::of),
            best: foremost(&journey.best).map(MomentFacts::of),
            worst_moments: all(&journey.worst),
            best_moments: all(&journey.best),
            all_alike: journey.are_alike,
            last_step: journey.last.map(|at| StepNumber::from_index(at).into()),
            balance: journey.balance.filter(|_| !pair),
            running: if pair {
                Vec::new()
            } else {
                journey.running.clone()
            },
            balances: balances(session, &journey.balances),
            likely_remembered: journey.likely_remembered.filter(|_| !pair),
            would_have_gone: journey.leaving.clone(),
            gaps: journey.gaps,
            people_gaps: journey.people_gaps,
            balance_words: balance_words(journey),
            alike_words: alike_words(journey),
        }
    }

    /// How many would have left before the end.
    pub fn left(&self) -> usize {
        self.would_have_gone.iter().sum()
    }

    /// How many ended with more points down than up.
    pub fn ended_below(&self) -> usize {
        self.balances.iter().filter(|one| one.points < 0).count()
    }
}

impl MomentFacts {
    fn of(landmark: Landmark) -> Self {
        Self {
            step: StepNumber::from_index(landmark.step).into(),
            rating: landmark.rating,
            people: landmark.camp,
        }
    }
}

fn balances(session: &Session, balances: &[(PersonId, i32)]) -> Vec<PersonBalance> {
    let shown = session.names() == Names::Shown;
    let facts = balances.iter().map(|(person, points)| PersonBalance {
        points: *points,
        person: shown.then(|| session.label(person)),
    });
    let mut facts: Vec<_> = facts.collect();
    if !shown {
        facts.sort_unstable();
    }
    facts
}
