//! Every way a session can change, and the one door through which it does.

use super::evidence::{Department, Mode, Note, PhoneLog, Sharing, Word};
use super::moment::Moment;
use super::person::{Person, PersonId, Presence};
use super::place::{Place, StepNumber};
use super::session::{BallotKind, Draft, Improvement, Names, Prediction, Session, Verdict};
use super::step_record::{Answer, Reveal, StepRecord, Turn};
use super::text::CleanText;
use jiff::civil::Date;

/// A change to a session. Lists and single values are set whole, so that each change has an opposite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Go to another place.
    Go(Place),
    /// Name the business otherwise.
    Business(CleanText),
    /// Somebody joins, at this place in the row (at the end, when it is beyond). The name must not be
    /// empty, the id not taken.
    Join(usize, Person),
    /// Somebody is taken out again; only while nothing of theirs stands in the session.
    Remove(PersonId),
    /// Somebody's name or role is put right.
    Rename(PersonId, CleanText, CleanText),
    /// Somebody comes or leaves.
    Presence(PersonId, Presence),
    /// How ratings are taken.
    Ballot(BallotKind),
    /// Whether names stand beside ratings.
    Names(Names),
    /// A person's prediction, or its taking back.
    Predict(PersonId, Option<Prediction>),
    /// A person's answer at a step, or its taking back.
    Answer(StepNumber, Turn, PersonId, Option<Answer>),
    /// Show a step's answers. This can't be undone: what was seen was seen.
    Reveal(StepNumber, Turn),
    /// Something else of a step.
    Step(StepNumber, StepChange),
    /// A person's verdict, or its taking back.
    Verdict(PersonId, Option<Verdict>),
    /// Show the verdicts. This can't be undone.
    RevealVerdicts,
    /// Which of the exercise's reasons they are chosen for.
    ChosenFor(Vec<CleanText>),
    /// What they would be chosen for if those were equal.
    IfEqual(CleanText),
    /// What is worth keeping.
    Keep(CleanText),
    /// The improvements.
    Improvements(Vec<Improvement>),
    /// The date of the next round.
    NextRound(Option<Date>),
    /// Close the session, or open it again.
    Finished(Option<Moment>),
    /// What is being typed.
    Draft(Option<Draft>),
}

/// A change to what is held of one step, beside its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepChange {
    /// Live, remembered or imagined.
    Mode(Mode),
    /// One shared experience, or each their own.
    Sharing(Sharing),
    /// The notes.
    Notes(Vec<Note>),
    /// The phone clock.
    Phone(Option<PhoneLog>),
    /// The departments.
    Departments(Vec<Department>),
    /// The times a year.
    TimesAYear(Option<u32>),
    /// The words for the feeling.
    Words(Vec<Word>),
    /// Seconds spent doing it, over all visits.
    Seconds(u32),
    /// Minutes added to its timebox.
    MoreMinutes(u16),
}

/// Why a change can't be made, in a sentence for the screen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The person is not in this session.
    #[error("nobody here is called {0}")]
    Unknown(PersonId),
    /// The person is away.
    #[error("{0} is away, and only people in the room can answer")]
    Away(String),
    /// The answers were shown already.
    #[error("this was revealed already; what was seen was seen")]
    AlreadyRevealed,
    /// The answers were not shown yet.
    #[error("first everyone's answer is revealed")]
    NotRevealed,
    /// Somebody has not answered yet.
    #[error("still waiting for {0}")]
    Waiting(String),
    /// The prediction does not fit the exercise.
    #[error("a prediction has one rating for each of the {0} steps")]
    WrongLength(usize),
    /// A name is missing.
    #[error("a name is needed")]
    NoName,
    /// There are as many people as a session can hold.
    #[error("a session holds at most {most} people", most = Session::MOST_PEOPLE)]
    TooMany,
    /// Two people have the same id.
    #[error("{0} is in the session already")]
    Taken(PersonId),
    /// Something of theirs stands in the session.
    #[error("{0} has answered already and stays in the session; mark them as away instead")]
    HasAnswers(String),
    /// There is no such step.
    #[error("there is no step {0}")]
    NoStep(StepNumber),
    /// The reason is none of the exercise's.
    #[error("\"{0}\" is none of the reasons in this exercise")]
    NoReason(CleanText),
    /// Nobody takes part yet.
    #[error("first, who takes part?")]
    Nobody,
    /// The place comes later.
    #[error("step {0} comes first: rate it and reveal it")]
    StepFirst(StepNumber),
    /// The verdict comes first.
    #[error("the verdict comes first")]
    VerdictFirst,
}

impl Session {
    /// The most people a session holds.
    pub const MOST_PEOPLE: usize = 40;

    /// Makes a change, and gives the change that takes it back; none where it can't be taken back.
    /// A refused change leaves the session as it was.
    pub fn apply(&mut self, change: Change, now: Moment) -> Result<Option<Change>, Refused> {
        use std::mem::replace;
        let back = match change {
            Change::Go(place) => Change::Go(self.go(place, now)?),
            Change::Business(name) if name.is_empty() => return Err(Refused::NoName),
            Change::Business(name) => Change::Business(replace(&mut self.business, name)),
            Change::Join(index, person) => self.join(index, person)?,
            Change::Remove(id) => self.remove(&id)?,
            Change::Rename(id, name, role) => self.rename(id, name, role)?,
            Change::Presence(id, presence) => {
                let person = self.person_mut(&id)?;
                Change::Presence(id, replace(&mut person.presence, presence))
            }
            Change::Ballot(kind) => Change::Ballot(replace(&mut self.ballot, kind)),
            Change::Names(names) => Change::Names(replace(&mut self.names, names)),
            Change::Predict(id, prediction) => self.predict(id, prediction)?,
            Change::Answer(step, turn, id, answer) => self.answer(step, turn, id, answer)?,
            Change::Reveal(step, turn) => return self.reveal(step, turn, now).map(|()| None),
            Change::Step(step, change) => Change::Step(step, self.record_mut(step)?.apply(change)),
            Change::Verdict(id, verdict) => self.give_verdict(id, verdict)?,
            Change::RevealVerdicts => return self.reveal_verdicts(now).map(|()| None),
            Change::ChosenFor(reasons) => self.choose(reasons)?,
            Change::IfEqual(text) => Change::IfEqual(replace(&mut self.if_equal, text)),
            Change::Keep(text) => Change::Keep(replace(&mut self.keep, text)),
            Change::Improvements(list) => {
                Change::Improvements(replace(&mut self.improvements, with_exactly_one(list)))
            }
            Change::NextRound(date) => Change::NextRound(replace(&mut self.next_round, date)),
            Change::Finished(at) => Change::Finished(replace(&mut self.finished, at)),
            Change::Draft(draft) => Change::Draft(replace(&mut self.draft, draft)),
        };
        Ok(Some(back))
    }

    fn go(&mut self, place: Place, now: Moment) -> Result<Place, Refused> {
        self.may_go(place)?;
        if let Place::Step(step) = place {
            self.record_mut(step)?.started.get_or_insert(now);
        }
        let is_of_the_step = |draft: &Draft| draft.field.is_of_a_step();
        if place.step() != self.place.step() && self.draft.as_ref().is_some_and(is_of_the_step) {
            self.draft = None;
        }
        Ok(std::mem::replace(&mut self.place, place))
    }

    fn join(&mut self, index: usize, person: Person) -> Result<Change, Refused> {
        if person.name.is_empty() {
            return Err(Refused::NoName);
        }
        if self.people.len() >= Self::MOST_PEOPLE {
            return Err(Refused::TooMany);
        }
        if self.person(&person.id).is_some() {
            return Err(Refused::Taken(person.id));
        }
        let id = person.id.clone();
        self.people.insert(index.min(self.people.len()), person);
        Ok(Change::Remove(id))
    }

    fn remove(&mut self, id: &PersonId) -> Result<Change, Refused> {
        let index = self.people.iter().position(|person| person.id == *id);
        let index = index.ok_or_else(|| Refused::Unknown(id.clone()))?;
        if self.has_answers_of(id) {
            return Err(Refused::HasAnswers(self.label(id)));
        }
        Ok(Change::Join(index, self.people.remove(index)))
    }

    fn rename(
        &mut self,
        id: PersonId,
        name: CleanText,
        role: CleanText,
    ) -> Result<Change, Refused> {
        if name.is_empty() {
            return Err(Refused::NoName);
        }
        let person = self.person_mut(&id)?;
        let name = std::mem::replace(&mut person.name, name);
        let role = std::mem::replace(&mut person.role, role);
        Ok(Change::Rename(id, name, role))
    }

    fn predict(&mut self, id: PersonId, prediction: Option<Prediction>) -> Result<Change, Refused> {
        if self.predictions_are_closed() {
            return Err(Refused::AlreadyRevealed);
        }
        if let Some(prediction) = &prediction {
            self.must_be_here(&id)?;
            match prediction {
                Prediction::Guessed { ratings, .. } if ratings.len() != self.steps.len() => {
                    return Err(Refused::WrongLength(self.steps.len()));
                }
                _ => {}
            }
        }
        let before = set(&mut self.predictions, &id, prediction);
        Ok(Change::Predict(id, before))
    }

    fn answer(
        &mut self,
        step: StepNumber,
        turn: Turn,
        id: PersonId,
        answer: Option<Answer>,
    ) -> Result<Change, Refused> {
        if answer.is_some() {
            self.must_be_here(&id)?;
        }
        let record = self.record_mut(step)?;
        if turn == Turn::Again && record.revealed.is_none() {
            return Err(Refused::NotRevealed);
        }
        if record.reveal(turn).is_some() {
            return Err(Refused::AlreadyRevealed);
        }
        let answers = match turn {
            Turn::First => &mut record.ratings,
            Turn::Again => &mut record.ratings_again,
        };
        let before = set(answers, &id, answer);
        Ok(Change::Answer(step, turn, id, before))
    }

    fn reveal(&mut self, step: StepNumber, turn: Turn, now: Moment) -> Result<(), Refused> {
        let record = self.record_mut(step)?;
        if record.reveal(turn).is_some() {
            return Err(Refused::AlreadyRevealed);
        }
        if turn == Turn::Again && record.revealed.is_none() {
            return Err(Refused::NotRevealed);
        }
        let missing: Vec<_> = self
            .missing(step, turn)
            .iter()
            .map(|person| person.id.clone())
            .collect();
        self.nobody_missing(&missing)?;
        let answered = |id: &PersonId| self.step(step).answers(turn).contains_key(id);
        let reveal = self.reveal_to(answered, now);
        let record = self.record_mut(step)?;
        match turn {
            Turn::First => record.revealed = Some(reveal),
            Turn::Again => record.revealed_again = Some(reveal),
        }
        Ok(())
    }

    fn give_verdict(&mut self, id: PersonId, verdict: Option<Verdict>) -> Result<Change, Refused> {
        if self.verdict_revealed.is_some() {
            return Err(Refused::AlreadyRevealed);
        }
        if !self.all_revealed() {
            return Err(Refused::NotRevealed);
        }
        if verdict.is_some() {
            self.must_be_here(&id)?;
        }
        let before = set(&mut self.verdicts, &id, verdict);
        Ok(Change::Verdict(id, before))
    }

    fn reveal_verdicts(&mut self, now: Moment) -> Result<(), Refused> {
        if self.verdict_revealed.is_some() {
            return Err(Refused::AlreadyRevealed);
        }
        let missing: Vec<_> = self
            .missing_verdicts()
            .iter()
            .map(|person| person.id.clone())
            .collect();
        self.nobody_missing(&missing)?;
        self.verdict_revealed = Some(self.reveal_to(|id| self.verdicts.contains_key(id), now));
        Ok(())
    }

    fn choose(&mut self, reasons: Vec<CleanText>) -> Result<Change, Refused> {
        if let Some(reason) = reasons
            .iter()
            .find(|reason| !self.exercise.commodity.reasons.contains(reason))
        {
            return Err(Refused::NoReason(reason.clone()));
        }
        Ok(Change::ChosenFor(std::mem::replace(
            &mut self.chosen_for,
            reasons,
        )))
    }

    fn reveal_to(&self, answered: impl Fn(&PersonId) -> bool, at: Moment) -> Reveal {
        let here = self
            .people
            .iter()
            .filter(|person| person.is_here() || answered(&person.id));
        Reveal {
            at,
            here: here.map(|person| person.id.clone()).collect(),
        }
    }

    fn nobody_missing(&self, missing: &[PersonId]) -> Result<(), Refused> {
        if self.here().next().is_none() {
            return Err(Refused::Nobody);
        }
        let names: Vec<_> = missing.iter().map(|id| self.label(id)).collect();
        if names.is_empty() {
            Ok(())
        } else {
            Err(Refused::Waiting(names.join(", ")))
        }
    }

    fn must_be_here(&self, id: &PersonId) -> Result<(), Refused> {
        match self.person(id) {
            None => Err(Refused::Unknown(id.clone())),
            Some(person) if person.is_here() => Ok(()),
            Some(_) => Err(Refused::Away(self.label(id))),
        }
    }

    fn person_mut(&mut self, id: &PersonId) -> Result<&mut Person, Refused> {
        let found = self.people.iter_mut().find(|person| person.id == *id);
        found.ok_or_else(|| Refused::Unknown(id.clone()))
    }

    fn record_mut(&mut self, step: StepNumber) -> Result<&mut StepRecord, Refused> {
        self.steps
            .get_mut(step.index())
            .ok_or(Refused::NoStep(step))
    }
}

impl StepRecord {
    /// Makes a change and gives its opposite.
    fn apply(&mut self, change: StepChange) -> StepChange {
        use std::mem::replace;
        match change {
            StepChange::Mode(mode) => StepChange::Mode(replace(&mut self.mode, mode)),
            StepChange::Sharing(sharing) => {
                StepChange::Sharing(replace(&mut self.sharing, sharing))
            }
            StepChange::Notes(notes) => StepChange::Notes(replace(&mut self.notes, notes)),
            StepChange::Phone(phone) => StepChange::Phone(replace(&mut self.phone, phone)),
            StepChange::Departments(list) => {
                StepChange::Departments(replace(&mut self.departments, list))
            }
            StepChange::TimesAYear(times) => {
                StepChange::TimesAYear(replace(&mut self.times_a_year, times))
            }
            StepChange::Words(words) => StepChange::Words(replace(&mut self.words, words)),
            StepChange::Seconds(seconds) => {
                StepChange::Seconds(replace(&mut self.seconds, seconds))
            }
            StepChange::MoreMinutes(more) => {
                StepChange::MoreMinutes(replace(&mut self.more_minutes, more))
            }
        }
    }
}

fn set<V>(
    map: &mut std::collections::BTreeMap<PersonId, V>,
    id: &PersonId,
    value: Option<V>,
) -> Option<V> {
    match value {
        Some(value) => map.insert(id.clone(), value),
        None => map.remove(id),
    }
}

/// Improvements of which exactly one is the one of this week: the last that was marked, else the first.
fn with_exactly_one(mut list: Vec<Improvement>) -> Vec<Improvement> {
    let one = list
        .iter()
        .rposition(|improvement| improvement.the_one)
        .unwrap_or(0);
    for (index, improvement) in list.iter_mut().enumerate() {
        improvement.the_one = index == one;
    }
    list
}
