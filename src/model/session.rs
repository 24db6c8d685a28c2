//! A session: everything that one round of an exercise holds, and what can be asked of it.
//!
//! It changes through [`Session::apply`] alone.

mod draft;
mod parts;

pub use draft::{Draft, Field};
pub use parts::{
    BallotKind, Company, FEWEST_FOR_ANONYMITY, Format, Improvement, Names, Prediction, Round,
    Verdict, Walk,
};

use super::evidence::Sharing;
use super::exercise::Exercise;
use super::moment::Moment;
use super::person::{Person, PersonId};
use super::place::{Place, StepNumber};
use super::present;
use super::promise::Promise;
use super::rating::Rating;
use super::step_record::{Answer, Reveal, StepRecord, Turn};
use super::text::CleanText;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One round of an exercise. The order of the fields is the order of the meeting, and of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, remote = "Self")]
pub struct Session {
    pub(super) format: Format,
    pub(super) business: CleanText,
    pub(super) round: Round,
    pub(super) walk: Walk,
    pub(super) started: Moment,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) finished: Option<Moment>,
    pub(super) place: Place,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) place_since: Option<Moment>,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) draft: Option<Draft>,
    pub(super) ballot: BallotKind,
    pub(super) names: Names,
    pub(super) people: Vec<Person>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) promises: Vec<Promise>,
    pub(super) predictions: BTreeMap<PersonId, Prediction>,
    pub(super) steps: Vec<StepRecord>,
    pub(super) verdicts: BTreeMap<PersonId, Verdict>,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) verdict_revealed: Option<Reveal>,
    pub(super) chosen_for: Vec<CleanText>,
    pub(super) if_equal: CleanText,
    pub(super) keep: CleanText,
    pub(super) improvements: Vec<Improvement>,
    #[serde(default, with = "present", skip_serializing_if = "Option::is_none")]
    pub(super) next_round: Option<Date>,
    pub(super) exercise: Exercise,
}
/// What must be known of an earlier session to count the next round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// Its business.
    pub business: CleanText,
    /// Who walked.
    pub walk: Walk,
    /// Its round.
    pub round: Round,
    /// What its next round asks about.
    pub promised: Vec<Promise>,
}

/// Whether two names mean the same business: capitals and spaces do not count.
pub fn same_business(one: &CleanText, other: &CleanText) -> bool {
    let plain = |name: &CleanText| {
        name.as_str()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    plain(one) == plain(other)
}

impl Session {
    /// Begins a session. Its round comes from the sessions that were there `earlier`, so that a second
    /// first round can't be built; what was promised comes from the last of them.
    pub fn begin(
        business: CleanText,
        walk: Walk,
        exercise: Exercise,
        earlier: &[Earlier],
        at: Moment,
    ) -> Self {
        let last = earlier
            .iter()
            .filter(|past| past.walk == walk && same_business(&past.business, &business))
            .max_by_key(|past| past.round);
        let round = Round::after(last.map(|past| past.round));
        // Once the rounds can't be counted any further, nothing comes before this one.
        let promises = last.map_or_else(Vec::new, |past| past.promised.clone());
        let promises = promises.into_iter().filter(|one| one.round < round);
        let sharing = match walk {
            Walk::Team => Sharing::Shared,
            Walk::Alone => Sharing::EachTheirOwn,
        };
        let steps = exercise
            .steps
            .iter()
            .map(|step| StepRecord::new(step.id.clone(), sharing))
            .collect();
        Self {
            format: Format,
            business,
            round,
            walk,
            started: at,
            finished: None,
            place: Place::People,
            place_since: Some(at),
            draft: None,
            ballot: if walk == Walk::Team {
                BallotKind::PassTheKeyboard
            } else {
                BallotKind::Open
            },
            names: Names::Shown,
            people: Vec::new(),
            promises: promises.collect(),
            predictions: BTreeMap::new(),
            steps,
            verdicts: BTreeMap::new(),
            verdict_revealed: None,
            chosen_for: Vec::new(),
            if_equal: CleanText::default(),
            keep: CleanText::default(),
            improvements: Vec::new(),
            next_round: None,
            exercise,
        }
    }

    /// The business that is walked through.
    pub fn business(&self) -> &CleanText {
        &self.business
    }

    /// The number of the round among its business's and its walk's.
    pub fn round(&self) -> Round {
        self.round
    }

    /// Who walks.
    pub fn walk(&self) -> Walk {
        self.walk
    }

    /// When it began.
    pub fn started(&self) -> Moment {
        self.started
    }

    /// When it was closed, if it was.
    pub fn finished(&self) -> Option<Moment> {
        self.finished
    }

    /// Where it stands.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Since when that place is on the screen this time; none while nobody has the session open, and once
    /// it is finished.
    pub fn place_since(&self) -> Option<Moment> {
        self.place_since
    }

    /// Seconds spent doing a step until now, over all visits; the one that goes on counts.
    pub fn seconds_at(&self, step: StepNumber, now: Moment) -> u32 {
        let since = self.place_since.filter(|_| self.place == Place::Step(step));
        let visit = since.map_or(0, |since| now.seconds_since(since));
        let visit = u32::try_from(visit).unwrap_or(0);
        self.step(step).seconds.saturating_add(visit)
    }

    /// Seconds of a step's timebox, with the minutes that were added.
    pub fn timebox(&self, step: StepNumber) -> u32 {
        let own = self.exercise.steps.get(step.index());
        let minutes = u32::from(own.map_or(0, |step| step.minutes));
        60 * (minutes + u32::from(self.step(step).more_minutes))
    }

    /// What was being typed.
    pub fn draft(&self) -> Option<&Draft> {
        self.draft.as_ref()
    }

    /// How ratings are taken.
    pub fn ballot(&self) -> BallotKind {
        self.ballot
    }

    /// Whether names stand beside ratings.
    pub fn names(&self) -> Names {
        self.names
    }

    /// Everybody who takes or took part, in the order in which they joined.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// A person by id.
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// Everybody who is in the room now.
    pub fn here(&self) -> impl Iterator<Item = &Person> + Clone {
        self.people.iter().filter(|person| person.is_here())
    }

    /// How many walk, as far as the screens speak differently to them.
    pub fn company(&self) -> Company {
        match self.people.len() {
            0 if self.walk == Walk::Team => Company::Team,
            0 | 1 => Company::Solo,
            2 => Company::Pair,
            _ => Company::Team,
        }
    }

    /// A name that tells a person from everybody else: with the role or a number where names look the same.
    pub fn label(&self, id: &PersonId) -> String {
        let shown = |text: &CleanText| text.as_str().trim().to_owned();
        let names: Vec<_> = self.people.iter().map(|one| shown(&one.name)).collect();
        let is_alone = |label: &String| names.iter().filter(|name| *name == label).count() == 1;
        let with_role = |person: &Person| format!("{} ({})", shown(&person.name), person.role);
        let roles: Vec<_> = self.people.iter().map(with_role).collect();
        let mut taken: BTreeSet<String> = names
            .iter()
            .filter(|name| is_alone(name))
            .cloned()
            .collect();
        for (index, person) in self.people.iter().enumerate() {
            let role = &roles[index];
            let role_tells = !person.role.is_empty()
                && roles.iter().filter(|other| *other == role).count() == 1
                && !taken.contains(role);
            let label = if is_alone(&names[index]) {
                names[index].clone()
            } else if role_tells {
                role.clone()
            } else {
                let numbered = |number| format!("{} {number}", names[index]);
                // As many numbers as can be taken, and one more.
                (1..=self.people.len() + 1)
                    .map(numbered)
                    .find(|label| !taken.contains(label))
                    .unwrap_or_default()
            };
            if person.id == *id {
                return label;
            }
            taken.insert(label);
        }
        id.to_string()
    }

    /// What people expected, by person.
    pub fn predictions(&self) -> &BTreeMap<PersonId, Prediction> {
        &self.predictions
    }

    /// What is held of every step, in their order.
    pub fn steps(&self) -> &[StepRecord] {
        &self.steps
    }

    /// What is held of a step. A number beyond the exercise gives the last one.
    pub fn step(&self, step: StepNumber) -> &StepRecord {
        &self.steps[step.index().min(self.steps.len() - 1)]
    }

    /// The numbers of all steps.
    pub fn step_numbers(&self) -> impl DoubleEndedIterator<Item = StepNumber> + use<> {
        (0..self.steps.len()).map(StepNumber::from_index)
    }

    /// The verdicts by person; sealed until [`Session::verdict_revealed`].
    pub fn verdicts(&self) -> &BTreeMap<PersonId, Verdict> {
        &self.verdicts
    }

    /// When the verdicts were shown, and to whom.
    pub fn verdict_revealed(&self) -> Option<&Reveal> {
        self.verdict_revealed.as_ref()
    }

    /// Which of the exercise's reasons they are chosen for.
    pub fn chosen_for(&self) -> &[CleanText] {
        &self.chosen_for
    }

    /// What they would be chosen for if those were equal.
    pub fn if_equal(&self) -> &CleanText {
        &self.if_equal
    }

    /// What is worth keeping.
    pub fn keep(&self) -> &CleanText {
        &self.keep
    }

    /// What to mend, in the order of writing.
    pub fn improvements(&self) -> &[Improvement] {
        &self.improvements
    }

    /// The one improvement of this week.
    pub fn the_one(&self) -> Option<&Improvement> {
        self.improvements
            .iter()
            .find(|improvement| improvement.the_one)
    }

    /// The date of the next round.
    pub fn next_round(&self) -> Option<Date> {
        self.next_round
    }

    /// The exercise as it is asked.
    pub fn exercise(&self) -> &Exercise {
        &self.exercise
    }

    /// Who is in the room and has not answered yet: their turn is in this order. After the reveal nobody
    /// is waited for, whoever comes later.
    pub fn missing(&self, step: StepNumber, turn: Turn) -> Vec<&Person> {
        if self.step(step).reveal(turn).is_some() {
            return Vec::new();
        }
        let answers = self.step(step).answers(turn);
        self.here()
            .filter(|person| !answers.contains_key(&person.id))
            .collect()
    }

    /// Who is in the room and has neither predicted nor passed, as long as that can be done.
    pub fn missing_predictions(&self) -> Vec<&Person> {
        if self.predictions_are_closed() {
            return Vec::new();
        }
        self.here()
            .filter(|person| !self.predictions.contains_key(&person.id))
            .collect()
    }

    /// Who is in the room and has given no verdict; nobody once they are shown.
    pub fn missing_verdicts(&self) -> Vec<&Person> {
        if self.verdict_revealed.is_some() {
            return Vec::new();
        }
        self.here()
            .filter(|person| !self.verdicts.contains_key(&person.id))
            .collect()
    }

    /// Whether any step's ratings have been shown: from then on a prediction is none any more.
    pub fn predictions_are_closed(&self) -> bool {
        self.steps.iter().any(|step| step.revealed.is_some())
    }

    /// Whether every step's ratings have been shown.
    pub fn all_revealed(&self) -> bool {
        self.steps.iter().all(|step| step.revealed.is_some())
    }

    /// A person's ratings that count, step by step; none where they passed, were away, or it is sealed.
    pub fn walk_of(&self, person: &PersonId) -> Vec<Option<Rating>> {
        self.steps
            .iter()
            .map(|step| step.felt_rating(person))
            .collect()
    }

    /// Whether a person would have gone on, step by step.
    pub fn stays_of(&self, person: &PersonId) -> Vec<Option<bool>> {
        self.steps
            .iter()
            .map(|step| step.felt(person).and_then(Answer::stays))
            .collect()
    }

    /// What a person expected at a step, once that step's ratings are shown.
    pub fn expected(&self, person: &PersonId, step: StepNumber) -> Option<Rating> {
        self.step(step).revealed.as_ref()?;
        self.predictions.get(person)?.at_step(step)
    }

    /// Whether anybody has answered anything.
    pub(super) fn has_answers(&self) -> bool {
        let at_a_step = |step: &StepRecord| !step.ratings.is_empty();
        !self.predictions.is_empty() || self.steps.iter().any(at_a_step)
    }

    /// Whether there are answers that wait for their reveal. A prediction is one until ballots on it are
    /// over: until then another kind of ballot could show it.
    pub(super) fn has_sealed_answers(&self) -> bool {
        let sealed =
            |step: &StepRecord, turn| step.reveal(turn).is_none() && !step.answers(turn).is_empty();
        let at_a_step = |step| sealed(step, Turn::First) || sealed(step, Turn::Again);
        (!self.predictions.is_empty() && !self.predictions_are_closed())
            || (!self.verdicts.is_empty() && self.verdict_revealed.is_none())
            || self.steps.iter().any(at_a_step)
    }

    /// Whether anything of a person's stands in the session, so that they can leave but not be removed.
    pub fn has_answers_of(&self, person: &PersonId) -> bool {
        let at_a_step = |step: &StepRecord| {
            let waited_for =
                |reveal: &Option<Reveal>| reveal.as_ref().is_some_and(|r| r.here.contains(person));
            step.ratings.contains_key(person)
                || step.ratings_again.contains_key(person)
                || waited_for(&step.revealed)
                || waited_for(&step.revealed_again)
        };
        let at_the_verdict = self
            .verdict_revealed
            .as_ref()
            .is_some_and(|reveal| reveal.here.contains(person));
        self.predictions.contains_key(person)
            || self.verdicts.contains_key(person)
            || at_the_verdict
            || self.steps.iter().any(at_a_step)
    }
}
