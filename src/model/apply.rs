//! The one door through which a session changes, and what it refuses.

use super::change::{Change, Refused, StepChange};
use super::moment::Moment;
use super::name_key::same_name;
use super::person::{Person, PersonId};
use super::place::{Place, StepNumber};
use super::session::{Draft, Improvement, Session};
use super::step_record::StepRecord;
use super::text::CleanText;
use std::collections::BTreeSet;

impl Session {
    /// The most people a session holds.
    pub const MOST_PEOPLE: usize = 40;

    /// Makes a change, and gives the change that takes it back; none where it can't be taken back.
    /// A refused change leaves the session as it was.
    pub fn apply(&mut self, change: Change, now: Moment) -> Result<Option<Change>, Refused> {
        use std::mem::replace;
        let back = match change {
            Change::Go(place) => Change::Go(self.go(place, now)?),
            Change::Rest => {
                self.place_since = None;
                Change::Go(self.place)
            }
            Change::Business(name) => self.name_business(name)?,
            Change::RenameBusiness(name) if name.is_empty() => return Err(Refused::NoName),
            Change::RenameBusiness(name) => {
                Change::RenameBusiness(replace(&mut self.business, name))
            }
            Change::Join(index, person) => self.join(index, person)?,
            Change::Remove(id) => self.remove(&id)?,
            Change::Rename(id, name, role) => self.rename(id, name, role)?,
            Change::Presence(id, presence) => {
                let person = self.person_mut(&id)?;
                Change::Presence(id, replace(&mut person.presence, presence))
            }
            Change::Ballot(kind) if kind != self.ballot && self.has_sealed_answers() => {
                return Err(Refused::Sealed);
            }
            Change::Ballot(kind) => Change::Ballot(replace(&mut self.ballot, kind)),
            Change::Names(names) if names != self.names && self.has_answers() => {
                return Err(Refused::NamesPromised);
            }
            Change::Names(names) => Change::Names(replace(&mut self.names, names)),
            Change::Predict(id, prediction) => self.predict(id, prediction)?,
            Change::Answer(step, turn, id, answer) => self.answer(step, turn, id, answer)?,
            Change::Reveal(step, turn) => return self.reveal(step, turn, now).map(|()| None),
            Change::Step(step, change) => Change::Step(step, self.change_step(step, change)?),
            Change::Verdict(id, verdict) => self.give_verdict(id, verdict)?,
            Change::RevealVerdicts => return self.reveal_verdicts(now).map(|()| None),
            Change::ChosenFor(reasons) => self.choose(reasons)?,
            Change::IfEqual(text) => Change::IfEqual(replace(&mut self.if_equal, text)),
            Change::Keep(text) => Change::Keep(replace(&mut self.keep, text)),
            Change::Improvements(list) => self.improve(list)?,
            Change::NextRound(date) => Change::NextRound(replace(&mut self.next_round, date)),
            Change::Promise(index, outcome) => self.mark_promise(index, outcome)?,
            Change::Finished(at) => {
                self.place_since = at.is_none().then_some(now);
                Change::Finished(replace(&mut self.finished, at))
            }
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
        self.place_since = self.finished.is_none().then_some(now);
        Ok(std::mem::replace(&mut self.place, place))
    }

    /// Rounds are counted by business: under another name a second first round could be had.
    fn name_business(&mut self, name: CleanText) -> Result<Change, Refused> {
        if name.is_empty() {
            return Err(Refused::NoName);
        }
        if !same_name(&self.business, &name) {
            return Err(Refused::OtherBusiness(self.business.clone()));
        }
        Ok(Change::Business(std::mem::replace(
            &mut self.business,
            name,
        )))
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
        if self.people.len() == 1 && self.place != Place::People {
            return Err(Refused::OnlyOne(self.label(id)));
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

    fn choose(&mut self, reasons: Vec<CleanText>) -> Result<Change, Refused> {
        if let Some(reason) = reasons
            .iter()
            .find(|reason| !self.exercise.commodity.reasons.contains(reason))
        {
            return Err(Refused::NoReason(reason.clone()));
        }
        let mut seen = BTreeSet::new();
        let reasons = reasons
            .into_iter()
            .filter(|reason| seen.insert(reason.clone()))
            .collect();
        Ok(Change::ChosenFor(std::mem::replace(
            &mut self.chosen_for,
            reasons,
        )))
    }

    fn improve(&mut self, list: Vec<Improvement>) -> Result<Change, Refused> {
        short_enough(&list)?;
        for improvement in &list {
            if improvement.what.is_empty() {
                return Err(Refused::NoName);
            }
            if let Some(step) = improvement.step
                && step.index() >= self.steps.len()
            {
                return Err(Refused::NoStep(step));
            }
        }
        let list = with_exactly_one(list);
        Ok(Change::Improvements(std::mem::replace(
            &mut self.improvements,
            list,
        )))
    }

    /// What could not be read back must not be written.
    fn change_step(&mut self, step: StepNumber, change: StepChange) -> Result<StepChange, Refused> {
        match &change {
            StepChange::Notes(list) => short_enough(list)?,
            StepChange::Departments(list) => short_enough(list)?,
            StepChange::Words(list) => short_enough(list)?,
            _ => {}
        }
        Ok(self.record_mut(step)?.apply(change))
    }

    fn person_mut(&mut self, id: &PersonId) -> Result<&mut Person, Refused> {
        let found = self.people.iter_mut().find(|person| person.id == *id);
        found.ok_or_else(|| Refused::Unknown(id.clone()))
    }

    pub(super) fn record_mut(&mut self, step: StepNumber) -> Result<&mut StepRecord, Refused> {
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

fn short_enough<T>(list: &[T]) -> Result<(), Refused> {
    if list.len() > Session::MOST_IN_A_LIST {
        return Err(Refused::TooLong);
    }
    Ok(())
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
