//! The people who took part in two sessions: their own then and now, or counts of them alone.

use super::Moved;
use crate::model::name_key::same_name;
use crate::model::person::{Person, PersonId};
use crate::model::place::StepNumber;
use crate::model::rating::Rating;
use crate::model::session::{Names, Session, Verdict};
use std::cmp::Ordering;

/// How many stand higher in the second of two sessions, the same to the point, or lower.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those who stand higher.
    pub higher: usize,
    /// Those who stand the same.
    pub same: usize,
    /// Those who stand lower.
    pub lower: usize,
    /// All of them.
    pub of: usize,
}

impl Counts {
    /// Counts differences: what came second less what came first.
    pub fn of(differences: impl IntoIterator<Item = i32>) -> Self {
        let mut counts = Self::default();
        for difference in differences {
            match difference.cmp(&0) {
                Ordering::Greater => counts.higher += 1,
                Ordering::Equal => counts.same += 1,
                Ordering::Less => counts.lower += 1,
            }
            counts.of += 1;
        }
        counts
    }
}

/// Those who rated a step in both sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InBoth {
    /// How many stand higher, the same, lower, as far as it may be told.
    pub moved: Moved,
    /// Each of them, in the order of the later session; nobody where either session hides names.
    pub each: Vec<Own>,
}

/// One person's own two ratings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// What they are called in the later session.
    pub name: String,
    /// The rating in the earlier one.
    pub then: Rating,
    /// The rating in the later one.
    pub now: Rating,
}

/// Two sessions and the people of both.
pub(super) struct Pair<'a> {
    one: &'a Session,
    other: &'a Session,
    people: Vec<(&'a PersonId, &'a PersonId)>,
}

impl<'a> Pair<'a> {
    pub(super) fn of(one: &'a Session, other: &'a Session) -> Self {
        let people = other.people().iter();
        let people = people.filter_map(|person| Some((&twin(person, other, one)?.id, &person.id)));
        Self {
            people: people.collect(),
            one,
            other,
        }
    }

    fn names_are_shown(&self) -> bool {
        [self.one, self.other].map(Session::names) == [Names::Shown; 2]
    }

    /// What may be told of them.
    fn moved(&self, differences: impl Iterator<Item = i32>) -> Option<Moved> {
        Moved::of(Counts::of(differences), !self.names_are_shown())
    }

    /// What they felt at a step of each.
    pub(super) fn felt_at(&self, at: (StepNumber, StepNumber)) -> Option<InBoth> {
        let (one, other) = (self.one.step(at.0), self.other.step(at.1));
        let felt = self.people.iter().filter_map(|(before, after)| {
            Some(Own {
                name: self.other.label(after),
                then: one.felt_rating(before)?,
                now: other.felt_rating(after)?,
            })
        });
        let mut each: Vec<_> = felt.collect();
        let points = |rating: Rating| i32::from(rating.points());
        let differences = each.iter().map(|own| points(own.now) - points(own.then));
        let moved = self.moved(differences)?;
        if !self.names_are_shown() {
            each.clear();
        }
        Some(InBoth { moved, each })
    }

    /// What they expected over the steps whose ratings are shown in both, as sums.
    pub(super) fn expected_over(&self, steps: &[(StepNumber, StepNumber)]) -> Option<Moved> {
        let of_person = |(before, after): &(&PersonId, &PersonId)| {
            let at = |(one, other): &(StepNumber, StepNumber)| {
                let then = self.one.expected(before, *one)?.points();
                let now = self.other.expected(after, *other)?.points();
                Some(i32::from(now) - i32::from(then))
            };
            let all: Vec<i32> = steps.iter().filter_map(at).collect();
            (!all.is_empty()).then(|| all.iter().sum())
        };
        self.moved(self.people.iter().filter_map(of_person))
    }

    /// Their verdicts, once both sessions have shown them.
    pub(super) fn verdicts(&self) -> Option<Moved> {
        self.one.verdict_revealed()?;
        self.other.verdict_revealed()?;
        let builds = |session: &Session, id: &PersonId| {
            let verdict = session.verdicts().get(id)?;
            Some(i32::from(matches!(verdict, Verdict::Builds { .. })))
        };
        let turned = self.people.iter().filter_map(|(before, after)| {
            Some(builds(self.other, after)? - builds(self.one, before)?)
        });
        self.moved(turned)
    }
}

/// Whether exactly the same people are in both.
pub(super) fn same_people(one: &Session, other: &Session) -> bool {
    one.people().len() == other.people().len()
        && one
            .people()
            .iter()
            .all(|person| twin(person, one, other).is_some())
}

/// A person of one session in the other. The name tells who it is, for a role may change; where several
/// have it in either session, name and role together. Whoever can't be told is nobody.
fn twin<'a>(person: &Person, here: &Session, there: &'a Session) -> Option<&'a Person> {
    let namesake = |other: &&Person| same_name(&other.name, &person.name);
    let same_role = |other: &&Person| same_name(&other.role, &person.role);
    let only = |session: &'a Session, by_role: bool| {
        let mut found = session.people().iter().filter(namesake);
        if by_role {
            let mut found = found.filter(same_role);
            return found.next().filter(|_| found.next().is_none());
        }
        found.next().filter(|_| found.next().is_none())
    };
    let namesakes = here.people().iter().filter(namesake).count();
    let here_alike = here.people().iter().filter(namesake).filter(same_role);
    match namesakes {
        1 => only(there, false).or_else(|| only(there, true)),
        _ if here_alike.count() == 1 => only(there, true),
        _ => None,
    }
}
