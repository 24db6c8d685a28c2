//! Who takes part in a session: everybody, who is here, and how each is told from the others.

use super::{Company, Names, Session, Walk};
use crate::model::name_key::key;
use crate::model::person::{Person, PersonId};
use crate::model::place::StepNumber;
use crate::model::step_record::StepRecord;
use crate::model::text::CleanText;
use std::collections::BTreeSet;

impl Session {
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

    /// How many take part until now, as far as the screens speak differently to them. What was revealed asks
    /// [`Session::company_at`] and its kind instead.
    pub fn company(&self) -> Company {
        self.company_of(self.people.len())
    }

    /// The company of those who were there when a step was revealed: whoever comes or leaves later changes
    /// nothing of it. While it is sealed, of all so far.
    pub fn company_at(&self, step: &StepRecord) -> Company {
        match step.of() {
            0 => self.company_so_far(),
            there => self.company_of(there),
        }
    }

    /// The company of those who were there when the verdicts were revealed; until then, of everybody.
    pub fn company_at_verdict(&self) -> Company {
        let reveal = self.verdict_revealed.as_ref();
        reveal.map_or_else(|| self.company(), |one| self.company_of(one.here.len()))
    }

    /// The company of those who were there at the reveal of any step; before the first, of everybody.
    pub fn company_so_far(&self) -> Company {
        self.company_of(self.many_so_far())
    }

    /// How many were there at the reveal of any step; before the first, how many take part.
    pub fn many_so_far(&self) -> usize {
        match there_at(&self.steps) {
            0 => self.people.len(),
            there => there,
        }
    }

    /// Whether names stand beside the ratings of a step: not where one person alone has walked until then.
    pub fn has_names_at(&self, step: StepNumber) -> bool {
        let until = (step.index() + 1).min(self.steps.len());
        self.names == Names::Shown && there_at(&self.steps[..until]) > 1
    }

    /// How many these are, as far as the screens speak differently to them.
    pub fn company_of(&self, many: usize) -> Company {
        match many {
            0 if self.walk == Walk::Team => Company::Team,
            0 | 1 => Company::Solo,
            2 => Company::Pair,
            _ => Company::Team,
        }
    }

    /// A name that tells a person from everybody else: with the role or a number where names are the same, however
    /// they are spelled.
    pub fn label(&self, id: &PersonId) -> String {
        let shown = |text: &CleanText| text.as_str().trim().to_owned();
        let with_role = |person: &Person| format!("{} ({})", shown(&person.name), person.role);
        let keys = |of: &dyn Fn(&Person) -> String| -> Vec<String> {
            self.people.iter().map(|one| key(&of(one))).collect()
        };
        let (names, roles) = (keys(&|one| shown(&one.name)), keys(&with_role));
        let once = |all: &[String], one: &String| all.iter().filter(|key| *key == one).count() == 1;
        let alone = names.iter().filter(|name| once(&names, name));
        let mut taken: BTreeSet<String> = alone.cloned().collect();
        for (index, person) in self.people.iter().enumerate() {
            let name = shown(&person.name);
            let role_tells = !person.role.is_empty()
                && once(&roles, &roles[index])
                && !taken.contains(&roles[index]);
            let label = if once(&names, &names[index]) {
                name
            } else if role_tells {
                with_role(person)
            } else {
                // As many numbers as can be taken, and one more.
                (1..=self.people.len() + 1)
                    .map(|number| format!("{name} {number}"))
                    .find(|label| !taken.contains(&key(label)))
                    .unwrap_or_default()
            };
            if person.id == *id {
                return label;
            }
            taken.insert(key(&label));
        }
        id.to_string()
    }
}

/// How many were there at the reveal of any of these steps.
fn there_at(steps: &[StepRecord]) -> usize {
    let there: BTreeSet<_> = steps.iter().flat_map(StepRecord::there).collect();
    there.len()
}
