//! Who takes part in a session: everybody, who is here, and how each is told from the others.

use super::{Company, Session, Walk};
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
}
