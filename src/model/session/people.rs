//! Who takes part in a session: everybody, who is here, and how each is told from the others.

use super::{Company, Session, Walk};
use crate::model::name_key::key;
use crate::model::person::{Person, PersonId};
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

    /// How many walk, as far as the screens speak differently to them.
    pub fn company(&self) -> Company {
        match self.people.len() {
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
