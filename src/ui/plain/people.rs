//! Who takes part: names in, one or many a line; and who is away, comes late, or is called otherwise.

use super::topic::{Here, Question, Topic, cut, nth, parted, say};
use super::words::list;
use crate::model::change::Change;
use crate::model::last_time::same_people;
use crate::model::name_key::key;
use crate::model::person::{PersonId, Presence, people_in};
use crate::model::session::{Session, Walk};
use crate::model::text::CleanText;
use crate::ui::people_editor::{MOST_CHARS, asked_back, joining, joining_again};
use crate::ui::screen::Want;

/// Who takes part.
#[derive(Default)]
pub struct People {
    /// Asked about over another topic, to which it leads back.
    is_over: bool,
    is_done: bool,
    /// Who is asked back before they join: in the middle of a ballot a name may be a slip.
    asked: Vec<(CleanText, CleanText)>,
}

impl People {
    /// Over another topic.
    pub fn over() -> Self {
        Self {
            is_over: true,
            ..Self::default()
        }
    }

    /// Whether it leads back now.
    pub fn is_done(&self) -> bool {
        self.is_done
    }

    fn done(&mut self, here: &Here<'_>) -> Vec<Want> {
        let session = here.session;
        if self.is_over {
            self.is_done = true;
            return Vec::new();
        }
        if session.people().is_empty() {
            if here.last_time.is_empty() {
                return vec![say("First a name, then Enter.")];
            }
            let mut wants = joining_again(here.last_time);
            wants.push(say(everybody(here)));
            return wants;
        }
        vec![Want::Next]
    }

    fn add(&mut self, session: &Session, line: &str) -> Vec<Want> {
        let people = people_in(line);
        if people.is_empty() {
            return vec![say("First a name, then Enter.")];
        }
        if session.place().is_ballot() {
            self.asked = people;
            return Vec::new();
        }
        let is_first = session.people().is_empty();
        let mut wants = joining(session, &people);
        if is_first && session.walk() == Walk::Alone && !self.is_over {
            wants.push(Want::Next);
        }
        wants
    }
}

/// The people of last time, as they have joined.
fn everybody(here: &Here<'_>) -> String {
    let numbered = here.last_time.iter().enumerate();
    let names: Vec<_> = numbered
        .map(|(index, one)| format!("{} {}", index + 1, one.name))
        .collect();
    let names = names.join(", ");
    format!("Here: {names}. A name adds somebody, out 1 takes the first out.")
}

/// The person with this number in the list, or of this name.
fn whom(session: &Session, text: &str) -> Option<PersonId> {
    let people = session.people();
    let named = || {
        let text = key(text);
        people
            .iter()
            .find(|person| key(&session.label(&person.id)) == text)
    };
    let numbered = nth(text, people.len()).map(|index| &people[index]);
    numbered.or_else(named).map(|person| person.id.clone())
}

/// A change to somebody who is there already, where the line is about one.
fn about_one(session: &Session, line: &str) -> Option<Vec<Want>> {
    let (first, rest) = parted(line);
    let is_about = matches!(first.as_str(), "away" | "here" | "out" | "rename");
    if !is_about || rest.is_empty() {
        return None;
    }
    let (whose, new) = match rest.split_once(" to ") {
        Some((whose, new)) if first == "rename" => (whose, new),
        _ => (rest, ""),
    };
    let Some(id) = whom(session, whose) else {
        return Some(vec![say("Nobody of that name or number is here.")]);
    };
    let change = match first.as_str() {
        "away" => Change::Presence(id, Presence::Away),
        "here" => Change::Presence(id, Presence::Here),
        "out" => Change::Remove(id),
        _ => match &people_in(new)[..] {
            [(name, role)] => {
                let (name, told) = cut(name.as_str(), MOST_CHARS);
                let (role, more_told) = cut(role.as_str(), MOST_CHARS);
                let change = Want::Change(Change::Rename(id, name, role));
                let told = told.into_iter().chain(more_told);
                return Some([change].into_iter().chain(told).collect());
            }
            _ => return Some(vec![say("Like this: rename 2 to Ana (sales)")]),
        },
    };
    Some(vec![Want::Change(change)])
}

fn line_of(session: &Session, index: usize) -> String {
    let person = &session.people()[index];
    let away = if person.is_here() { "" } else { ", away" };
    let label = session.label(&person.id);
    let role = &person.role;
    let role = if role.is_empty() || label.ends_with(&format!("({role})")) {
        String::new()
    } else {
        format!(", {role}")
    };
    format!("{}: {label}{role}{away}", index + 1)
}

impl Topic for People {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let people = 0..here.session.people().len();
        let mut lines: Vec<_> = people.map(|index| line_of(here.session, index)).collect();
        if lines.is_empty() && !here.last_time.is_empty() {
            let names: Vec<_> = here
                .last_time
                .iter()
                .map(|one| one.name.to_string())
                .collect();
            lines.push(list("Last time", &names));
        }
        lines
    }

    fn question(&self, here: &Here<'_>) -> Question {
        if !self.asked.is_empty() {
            return Question::new(asked_back(&self.asked), "yes; Enter: no");
        }
        let people = here.session.people().len();
        let go_on = match (self.is_over, people) {
            (true, _) => "; Enter: back to where you were".to_owned(),
            (false, 0) if here.last_time.is_empty() => String::new(),
            (false, 0) => format!("; Enter: {}", same_people(here.last_time.len())),
            (false, 1) => "; Enter: go on, one person".to_owned(),
            (false, people) => format!("; Enter: go on, {people} people"),
        };
        if here.session.walk() == Walk::Alone && people == 0 {
            return Question::new("What is your name?", "or any word you go by");
        }
        let text = match (self.is_over, people) {
            (true, _) => "Who is here?",
            (false, 0) => "Who takes part?",
            (false, _) => "Who else?",
        };
        let expected = if self.is_over {
            format!("a name joins; away 2, here 2, out 2{go_on}")
        } else {
            format!("a name, or several with commas{go_on}")
        };
        Question::new(text, expected)
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        if !self.asked.is_empty() {
            let people = std::mem::take(&mut self.asked);
            return match line.to_lowercase().as_str() {
                "y" | "yes" => joining(here.session, &people),
                _ => vec![say("Nobody was added.")],
            };
        }
        if line.is_empty() {
            return self.done(here);
        }
        about_one(here.session, line).unwrap_or_else(|| self.add(here.session, line))
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        let mut lines = self.opening(here);
        let words = [
            "Ana, Ben (workshop): both join, Ben with a role.",
            "away 2, or away Ben: has left; here 2: is here.",
            "out 2: is taken out again, as long as nothing was answered.",
            "rename 2 to Benno (sales): puts the name right.",
        ];
        lines.extend(words.map(str::to_owned));
        lines
    }
}
