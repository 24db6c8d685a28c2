//! Who takes part: a list and two fields. Setup shows it as a screen, and the people's key over any screen.

mod large;
mod list;

use super::keys::{Action, Offer};
use super::page::{Column, side_by_side};
use super::screen::{Input, View, Want};
use super::widgets::field::TextField;
use crate::model::change::Change;
use crate::model::person::{Person, PersonId, Presence, people_in};
use crate::model::session::{Draft, Field, Session};
use crate::model::text::CleanText;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The most characters of a name or a role.
pub const MOST_CHARS: usize = 60;

/// What is said to keys that mean nothing in the list that lies over a ballot.
pub const LIST_IS_OPEN: &str = "The list of people is open. Esc closes it.";

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Focus {
    Name,
    Role,
    Row(usize),
}

/// Who takes part: a list and two fields.
#[derive(Debug)]
pub struct PeopleEditor {
    name: TextField,
    role: TextField,
    focus: Focus,
    /// Whose name is being put right, if anybody's.
    editing: Option<PersonId>,
    /// Who is asked back before they join: in the middle of a ballot a name may be a slip.
    asked: Vec<(CleanText, CleanText)>,
}

impl PeopleEditor {
    /// An editor with what was being typed when the session was left.
    pub fn new(session: &Session) -> Self {
        let draft = |field| match session.draft() {
            Some(draft) if draft.field == field => draft.text.as_str().to_owned(),
            _ => String::new(),
        };
        let mut name = draft(Field::PersonName);
        let mut role = draft(Field::PersonRole);
        // A role that was begun stands in brackets behind its name.
        if let [(whose, begun)] = &people_in(&name)[..]
            && !begun.is_empty()
        {
            (name, role) = (whose.to_string(), begun.to_string());
        }
        // What somebody types who means the ballot must not stand on the wall.
        let is_list_first = session.place().is_ballot() && !session.people().is_empty();
        let focus = match role.is_empty() {
            _ if is_list_first => Focus::Row(0),
            true => Focus::Name,
            false => Focus::Role,
        };
        Self {
            focus,
            name: TextField::new(&name, MOST_CHARS),
            role: TextField::new(&role, MOST_CHARS),
            editing: None,
            asked: Vec::new(),
        }
    }

    /// Whether somebody is asked back before they join.
    pub fn is_asking(&self) -> bool {
        !self.asked.is_empty()
    }

    /// Nobody joins who was asked back.
    pub fn ask_no_more(&mut self) {
        self.asked.clear();
    }

    /// Whether something is typed that was not added yet.
    pub fn is_typing(&self) -> bool {
        !self.name.is_empty() || self.editing.is_some()
    }

    /// Whether nothing at all is typed.
    pub fn is_empty(&self) -> bool {
        self.name.is_empty() && self.role.is_empty() && self.editing.is_none()
    }

    /// Whether a row of the list is chosen.
    pub fn in_list(&self) -> bool {
        matches!(self.focus, Focus::Row(_))
    }

    /// What the keys mean now, in a few words: who is typed or chosen, else how many are here.
    pub fn chosen_words(&self, session: &Session) -> String {
        let chosen = match self.focus {
            Focus::Row(row) => session.people().get(row),
            _ => None,
        };
        match chosen {
            Some(person) if person.is_here() => session.label(&person.id),
            Some(person) => format!("{}: away", session.label(&person.id)),
            None if self.focus == Focus::Role && !self.role.is_empty() => self.role.draft(),
            None if !self.name.is_empty() => self.name.draft(),
            None => format!("{} here", session.here().count()),
        }
    }

    /// What it offers now.
    pub fn offers(&self, session: &Session) -> Vec<Offer> {
        match self.focus {
            _ if self.is_asking() => Vec::new(),
            Focus::Row(row) => {
                let here = session.people().get(row).is_some_and(Person::is_here);
                let new = session.place().is_ballot();
                let new = new.then(|| Offer::new(Action::Tab, "somebody new"));
                let offers = vec![
                    Offer::new(Action::Mark, if here { "has left" } else { "is here" }),
                    Offer::new(Action::Edit, "put the name right"),
                    Offer::new(Action::Delete, "take out"),
                    Offer::hidden(Action::Up, "up"),
                    Offer::hidden(Action::Down, "down"),
                ];
                new.into_iter().chain(offers).collect()
            }
            focus => {
                let other = if focus == Focus::Name {
                    "role, if you like"
                } else {
                    "name"
                };
                let mut offers = vec![Offer::new(Action::Tab, other)];
                if !session.people().is_empty() {
                    offers.push(Offer::new(Action::Up, "the list"));
                }
                if focus == Focus::Role {
                    offers.push(Offer::hidden(Action::Down, "down"));
                }
                offers
            }
        }
    }

    /// Whether a key is typed into a field.
    pub fn takes(&self, key: &KeyEvent) -> bool {
        !self.in_list() && TextField::takes(key)
    }

    /// Takes an input; Enter is given to [`PeopleEditor::enter`] instead.
    pub fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        self.ask_no_more();
        match input {
            Input::Key(key) => {
                let told = self.field().press(key);
                self.draft().and_say(told)
            }
            Input::Paste(text) => self.paste(view.session, &text),
            Input::Act(action, _) => self.act(view.session, action),
        }
    }

    /// In the list of names each line of a paste is somebody; the first one goes on with what is typed.
    fn paste(&mut self, session: &Session, text: &str) -> Vec<Want> {
        if self.in_list() && session.place().is_ballot() {
            return vec![Want::Notice(LIST_IS_OPEN.to_owned())];
        }
        if self.in_list() {
            return self.add_all(session, &people_in(text));
        }
        let (first, others) = text.split_once(['\r', '\n']).unwrap_or((text, ""));
        let has_lines = first.len() < text.len();
        let all = people_in(text);
        if self.editing.is_none() && self.focus == Focus::Name && self.name.is_empty() {
            if all.len() > 1 || (has_lines && !all.is_empty()) {
                return self.add_all(session, &all);
            }
        } else if self.editing.is_none() && has_lines {
            let told = self.field().paste(first).map(Want::Notice);
            let people = [self.typed(), people_in(others)].concat();
            let mut wants = self.add_all(session, &people);
            wants.extend(told);
            return wants;
        }
        let told = self.field().paste(text);
        self.draft().and_say(told)
    }

    /// Who is typed, a role in its own field or in brackets.
    fn typed(&self) -> Vec<(CleanText, CleanText)> {
        let role = self.role.text();
        let mut people = people_in(self.name.text().as_str());
        if let [(_, typed_role)] = &mut people[..]
            && !role.is_empty()
        {
            *typed_role = role;
        }
        people
    }

    /// Enter: adds who is typed, or puts the name right. Nothing is wanted where nothing is typed.
    pub fn enter(&mut self, session: &Session) -> Vec<Want> {
        if self.is_asking() {
            let people = std::mem::take(&mut self.asked);
            return self.join(session, &people);
        }
        if self.in_list() {
            self.focus = Focus::Name;
            return Vec::new();
        }
        let (name, role) = (self.name.text(), self.role.text());
        if let Some(id) = self.editing.take() {
            self.clear();
            return vec![
                Want::Change(Change::Rename(id, name, role)),
                Want::Quietly(Change::Draft(None)),
            ];
        }
        if name.is_empty() {
            return vec![Want::Notice("First a name, then Enter.".to_owned())];
        }
        let people = self.typed();
        self.add_all(session, &people)
    }

    fn add_all(&mut self, session: &Session, people: &[(CleanText, CleanText)]) -> Vec<Want> {
        if session.place().is_ballot() && !people.is_empty() {
            self.asked = people.to_vec();
            let question = format!("{} Enter: yes. Esc: no.", asked_back(people));
            return vec![Want::Notice(question)];
        }
        self.join(session, people)
    }

    fn join(&mut self, session: &Session, people: &[(CleanText, CleanText)]) -> Vec<Want> {
        self.clear();
        let no_draft = Want::Quietly(Change::Draft(None));
        [no_draft]
            .into_iter()
            .chain(joining(session, people))
            .collect()
    }

    fn clear(&mut self) {
        self.name.clear();
        self.role.clear();
        self.focus = Focus::Name;
        self.editing = None;
    }

    fn act(&mut self, session: &Session, action: Action) -> Vec<Want> {
        let last = session.people().len().saturating_sub(1);
        match (action, self.focus) {
            (Action::Tab, Focus::Name) => self.focus = Focus::Role,
            (Action::Up, Focus::Row(row)) => self.focus = Focus::Row(row.saturating_sub(1)),
            (Action::Up, _) if !session.people().is_empty() => self.focus = Focus::Row(last),
            (Action::Down, Focus::Row(row)) if row < last => self.focus = Focus::Row(row + 1),
            (Action::Tab | Action::Down, _) => self.focus = Focus::Name,
            (action, Focus::Row(row)) => return self.act_on(session, action, row),
            _ => {}
        }
        Vec::new()
    }

    fn act_on(&mut self, session: &Session, action: Action, row: usize) -> Vec<Want> {
        let Some(person) = session.people().get(row) else {
            return Vec::new();
        };
        let id = person.id.clone();
        match action {
            Action::Mark if person.is_here() => {
                vec![Want::Change(Change::Presence(id, Presence::Away))]
            }
            Action::Mark => vec![Want::Change(Change::Presence(id, Presence::Here))],
            Action::Delete => {
                self.focus = if row > 0 {
                    Focus::Row(row - 1)
                } else {
                    Focus::Name
                };
                vec![Want::Change(Change::Remove(id))]
            }
            Action::Edit => {
                self.name = TextField::new(person.name.as_str(), MOST_CHARS);
                self.role = TextField::new(person.role.as_str(), MOST_CHARS);
                self.editing = Some(id);
                self.focus = Focus::Name;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn field(&mut self) -> &mut TextField {
        if self.focus == Focus::Role {
            &mut self.role
        } else {
            &mut self.name
        }
    }

    fn draft(&self) -> Want {
        let (name, role) = (self.name.text(), self.role.text());
        let (field, text) = match (name.is_empty(), role.is_empty()) {
            (true, false) => (Field::PersonRole, role),
            (false, false) => (
                Field::PersonName,
                CleanText::typed(&format!("{name} ({role})")),
            ),
            _ => (Field::PersonName, name),
        };
        let draft = (!text.is_empty() && self.editing.is_none()).then_some(Draft { field, text });
        Want::Quietly(Change::Draft(draft))
    }

    /// Draws the list and, under it, the fields.
    pub fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let rows_for_fields = 2;
        let list = Rect {
            height: area.height.saturating_sub(rows_for_fields + 1),
            ..area
        };
        let people = view.session.people();
        let fitted = self.draw_list(view, list, buf);
        let y = area.y
            + (fitted + u16::from(!people.is_empty()))
                .min(area.height.saturating_sub(rows_for_fields));
        let fields = Rect {
            y,
            height: rows_for_fields.min(area.height),
            ..area
        };
        self.draw_fields(view, fields, buf);
    }

    fn draw_fields(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let parts = side_by_side(area, 50)
            .into_iter()
            .zip(self.labels(view))
            .zip(self.fields());
        for ((room, label), (_, field, focus, hint)) in parts {
            let active = self.focus == focus;
            let style = if active {
                theme.field_focus.style()
            } else {
                theme.field.style()
            };
            let mut column = Column::new(room, buf);
            column.line(label);
            column.widget(1, field.looks(style, active, hint, theme.quiet.style()));
        }
    }

    /// The fields: what stands over each, what it takes, and its hint.
    fn fields(&self) -> [(&'static str, &TextField, Focus, &'static str); 2] {
        [
            ("Name", &self.name, Focus::Name, "type a name, then Enter"),
            ("Role", &self.role, Focus::Role, "Tab: a role, if you like"),
        ]
    }

    fn labels(&self, view: &View<'_>) -> [Span<'static>; 2] {
        self.fields().map(|(label, _, focus, _)| {
            let style = if self.focus == focus {
                view.theme.headline.style()
            } else {
                view.theme.quiet.style()
            };
            Span::styled(label, style)
        })
    }
}

/// What is asked before somebody joins in the middle of a ballot.
pub fn asked_back(people: &[(CleanText, CleanText)]) -> String {
    let names = people.iter().map(|(name, _)| shortened(name).to_string());
    let names: Vec<_> = names.collect();
    format!("Add {} to this round?", names.join(", "))
}

/// The changes by which the people of the round before join, as they were.
pub fn joining_again(people: &[Person]) -> Vec<Want> {
    let join = |(place, person): (usize, &Person)| Change::Join(place, person.clone());
    let changes = people.iter().enumerate().map(join);
    changes.map(Want::Change).collect()
}

/// The changes by which these people join, each with an id of their own.
pub fn joining(session: &Session, people: &[(CleanText, CleanText)]) -> Vec<Want> {
    let ids = session.people().iter().map(|person| person.id.clone());
    let mut taken: Vec<PersonId> = ids.collect();
    let mut wants = Vec::new();
    for (name, role) in people {
        let id = PersonId::fresh(name.as_str(), taken.iter());
        let person = Person {
            id: id.clone(),
            name: shortened(name),
            role: shortened(role),
            presence: Presence::Here,
        };
        wants.push(Want::Change(Change::Join(taken.len(), person)));
        taken.push(id);
    }
    let is_long = |text: &CleanText| *text != shortened(text);
    if people
        .iter()
        .any(|(name, role)| is_long(name) || is_long(role))
    {
        let told = format!("A name keeps its first {MOST_CHARS} characters.");
        wants.push(Want::Notice(told));
    }
    wants
}

fn shortened(text: &CleanText) -> CleanText {
    CleanText::typed(&text.as_str().chars().take(MOST_CHARS).collect::<String>())
}
