//! What is typed or pressed over a step: a note, the phone clock, the departments, the times a year.

use super::calling::pressed;
use crate::model::change::{Change, StepChange};
use crate::model::evidence::{Department, Note, NoteKind, PhoneLog};
use crate::model::place::StepNumber;
use crate::model::session::{Draft, Field, Session};
use crate::model::step_record::StepRecord;
use crate::ui::keys::{Action, Offer};
use crate::ui::screen::{Input, View, Want};
use crate::ui::widgets::field::TextField;
use crossterm::event::KeyEvent;

/// The most characters of a note.
pub const MOST_CHARS: usize = 200;
/// The most characters of a department.
pub const MOST_CHARS_OF_A_NAME: usize = 40;

/// What is said where a list is full.
const NO_MORE: &str = "No more departments fit here.";

/// What lies over a step.
pub enum Panel {
    /// A note: a new one, or the one at this index put right.
    Note {
        kind: NoteKind,
        field: TextField,
        index: Option<usize>,
    },
    /// The phone clock.
    Phone,
    /// The departments that took part.
    Departments { field: TextField },
    /// How many times a year.
    TimesAYear { field: TextField },
}

impl Panel {
    /// A new note, with what was being typed.
    pub fn note(kind: NoteKind, session: &Session) -> Self {
        Self::Note {
            kind,
            field: drafted(Field::Note(kind), session, MOST_CHARS),
            index: None,
        }
    }

    /// A note to be put right; none where there is no such note.
    pub fn edit_note(index: usize, record: &StepRecord) -> Option<Self> {
        let note = record.notes.get(index)?;
        let field = TextField::new(note.text.as_str(), MOST_CHARS);
        Some(Self::Note {
            kind: note.kind,
            field,
            index: Some(index),
        })
    }

    /// The departments, with what was being typed.
    pub fn departments(session: &Session) -> Self {
        Self::Departments {
            field: drafted(Field::Department, session, MOST_CHARS_OF_A_NAME),
        }
    }

    /// The times a year, with what stands there.
    pub fn times_a_year(step: StepNumber, session: &Session) -> Self {
        let mut field = drafted(Field::TimesAYear, session, 12);
        if let (true, Some(times)) = (field.is_empty(), session.step(step).times_a_year) {
            field = TextField::new(&times.to_string(), 12);
        }
        Self::TimesAYear { field }
    }

    /// What it takes now.
    pub fn offers(&self, step: StepNumber, session: &Session) -> Vec<Offer> {
        let close = Offer::new(Action::Close, "close");
        match self {
            Self::Note { index: Some(_), .. } | Self::TimesAYear { .. } => {
                vec![Offer::new(Action::Next, "keep"), close]
            }
            Self::Note { .. } => vec![
                Offer::new(Action::Next, "add"),
                Offer::new(Action::Tab, "good, bad, note"),
                close,
            ],
            Self::Departments { field } if field.is_empty() => {
                let mut offers = vec![Offer::new(Action::Next, "done"), close];
                if !session.step(step).departments.is_empty() {
                    offers.push(Offer::hidden(Action::Up, "take the last one out"));
                }
                offers
            }
            Self::Departments { .. } => vec![Offer::new(Action::Next, "add"), close],
            Self::Phone => {
                let noting = [
                    Offer::new(Action::Good, "good"),
                    Offer::hidden(Action::Bad, "bad"),
                    Offer::hidden(Action::Fact, "note"),
                    Offer::hidden(Action::Close, "close"),
                ];
                let log = session.step(step).phone.as_ref();
                let mut offers = match log.filter(|log| log.is_running()) {
                    Some(log) => on_a_call(log),
                    None => vec![
                        Offer::new(Action::Next, "back to the step"),
                        Offer::new(Action::Phone, "another call"),
                    ],
                };
                offers.extend(noting);
                offers
            }
        }
    }

    /// Whether a key is typed into its field.
    pub fn takes(&self, key: &KeyEvent) -> bool {
        !matches!(self, Self::Phone) && TextField::takes(key)
    }

    /// Takes an input; says what is wanted, and whether it stays open.
    pub fn update(&mut self, step: StepNumber, view: &View<'_>, input: Input) -> (Vec<Want>, bool) {
        match input {
            // What is no number yet is not worth keeping.
            Input::Act(Action::Close, _) if matches!(self, Self::TimesAYear { .. }) => {
                (vec![Want::Quietly(Change::Draft(None))], false)
            }
            Input::Act(Action::Close, _) => (Vec::new(), false),
            Input::Act(action, _) => match self {
                Self::Phone => self.on_the_phone(step, view, action),
                _ => self.act(step, view, action),
            },
            Input::Key(key) => {
                let told = self.field().and_then(|field| field.press(key));
                (self.drafted_and(told), true)
            }
            Input::Paste(text) if text.contains(['\r', '\n']) && self.lists_names() => {
                (self.add_lines(step, view, &text), true)
            }
            Input::Paste(text) => {
                let told = self.field().and_then(|field| field.paste(&text));
                (self.drafted_and(told), true)
            }
        }
    }

    fn act(&mut self, step: StepNumber, view: &View<'_>, action: Action) -> (Vec<Want>, bool) {
        let record = view.session.step(step);
        let set = |change| Want::Change(Change::Step(step, change));
        let no_draft = Want::Quietly(Change::Draft(None));
        match (self, action) {
            (
                Self::Note {
                    kind,
                    field,
                    index: None,
                },
                Action::Tab,
            ) => {
                *kind = match kind {
                    NoteKind::Good => NoteKind::Bad,
                    NoteKind::Bad => NoteKind::Fact,
                    NoteKind::Fact => NoteKind::Good,
                };
                let draft = Draft {
                    field: Field::Note(*kind),
                    text: field.text(),
                };
                (vec![Want::Quietly(Change::Draft(Some(draft)))], true)
            }
            (Self::Note { kind, field, index }, Action::Next) => {
                let text = field.text();
                if text.is_empty() {
                    return (vec![no_draft], false);
                }
                let mut notes = record.notes.clone();
                match index.and_then(|index| notes.get_mut(index)) {
                    Some(note) => note.text = text,
                    None => notes.push(Note {
                        kind: *kind,
                        at: view.now,
                        text,
                    }),
                }
                (vec![set(StepChange::Notes(notes)), no_draft], false)
            }
            (Self::Departments { field }, Action::Next) => {
                let name = field.text();
                if name.is_empty() {
                    return (vec![no_draft], false);
                }
                field.clear();
                let mut departments = record.departments.clone();
                departments.push(Department { name, rating: None });
                (
                    vec![set(StepChange::Departments(departments)), no_draft],
                    true,
                )
            }
            (Self::Departments { .. }, Action::Up) => {
                let mut departments = record.departments.clone();
                let wants = departments
                    .pop()
                    .map(|_| set(StepChange::Departments(departments)));
                (wants.into_iter().collect(), true)
            }
            (Self::TimesAYear { field }, Action::Next) => match times(field.text().as_str()) {
                Ok(times) => (vec![set(StepChange::TimesAYear(times)), no_draft], false),
                Err(sentence) => (vec![Want::Notice(sentence.to_owned())], true),
            },
            _ => (Vec::new(), true),
        }
    }

    /// What a key means while the stopwatch lies open: it goes on while a surprise is written down.
    fn on_the_phone(
        &mut self,
        step: StepNumber,
        view: &View<'_>,
        action: Action,
    ) -> (Vec<Want>, bool) {
        let kind = match action {
            Action::Good => NoteKind::Good,
            Action::Bad => NoteKind::Bad,
            Action::Fact => NoteKind::Fact,
            _ => return pressed(step, view, action),
        };
        *self = Self::note(kind, view.session);
        (Vec::new(), true)
    }

    fn lists_names(&self) -> bool {
        matches!(self, Self::Departments { .. })
    }

    /// Each line of a paste is a department; the first one goes on with what is typed.
    fn add_lines(&mut self, step: StepNumber, view: &View<'_>, text: &str) -> Vec<Want> {
        let Self::Departments { field } = self else {
            return Vec::new();
        };
        let mut departments = view.session.step(step).departments.clone();
        let before = departments.len();
        let mut told = None;
        for line in text.split(['\r', '\n']) {
            told = field.paste(line).or(told);
            let name = field.text();
            field.clear();
            match name.is_empty() {
                true => {}
                false if departments.len() < Session::MOST_IN_A_LIST => {
                    departments.push(Department { name, rating: None });
                }
                false => told = Some(NO_MORE.to_owned()),
            }
        }
        let mut wants = vec![Want::Quietly(Change::Draft(None))];
        if departments.len() > before {
            let change = StepChange::Departments(departments);
            wants.push(Want::Change(Change::Step(step, change)));
        }
        wants.extend(told.map(Want::Notice));
        wants
    }

    fn field(&mut self) -> Option<&mut TextField> {
        match self {
            Self::Phone => None,
            Self::Note { field, .. } | Self::Departments { field } | Self::TimesAYear { field } => {
                Some(field)
            }
        }
    }

    /// Keeps what is typed, and says what else there is to say.
    fn drafted_and(&self, told: Option<String>) -> Vec<Want> {
        let told = told.map(Want::Notice);
        self.draft().into_iter().chain(told).collect()
    }

    /// What is being typed, so that it is not lost.
    fn draft(&self) -> Vec<Want> {
        let (field, text) = match self {
            // A note that is put right stands in the session as it was, and is no draft.
            Self::Phone | Self::Note { index: Some(_), .. } => return Vec::new(),
            Self::Note { kind, field, .. } => (Field::Note(*kind), field.text()),
            Self::Departments { field } => (Field::Department, field.text()),
            Self::TimesAYear { field } => (Field::TimesAYear, field.text()),
        };
        let draft = (!text.is_empty()).then_some(Draft { field, text });
        vec![Want::Quietly(Change::Draft(draft))]
    }
}

/// What happens on a call: each once, but that whoever waited on hold is spoken to again.
fn on_a_call(log: &PhoneLog) -> Vec<Offer> {
    let mut offers = vec![
        Offer::new(Action::Ring, "ring"),
        Offer::new(Action::Answered, "answer"),
        Offer::new(Action::Hold, "hold"),
        Offer::new(Action::PersonSpeaks, "person"),
        Offer::new(Action::Next, "end"),
    ];
    offers.retain(|offer| match offer.action {
        Action::Answered => log.answered_after.is_none(),
        Action::PersonSpeaks => log.person_after.is_none() || log.hold_since.is_some(),
        _ => true,
    });
    offers
}

fn drafted(field: Field, session: &Session, most: usize) -> TextField {
    match session.draft() {
        Some(draft) if draft.field == field => TextField::new(draft.text.as_str(), most),
        _ => TextField::new("", most),
    }
}

/// Times a year as people type them: `400`, `1,200`, `1 200`; nothing takes it away again.
pub fn times(typed: &str) -> Result<Option<u32>, &'static str> {
    let digits: String = typed
        .chars()
        .filter(|c| !matches!(c, ' ' | '.' | ',' | '\'' | '’' | '\u{a0}'))
        .collect();
    if digits.is_empty() {
        return Ok(None);
    }
    match digits.parse::<u32>() {
        Ok(times) if (1..=999_999_999).contains(&times) => Ok(Some(times)),
        _ => Err("A whole number, such as 400."),
    }
}

#[cfg(test)]
mod tests {
    use super::times;

    #[test]
    fn times_a_year_are_read_as_people_type_them() {
        for (typed, expected) in [
            ("400", Some(400)),
            ("1,200", Some(1200)),
            ("1 200", Some(1200)),
            ("", None),
        ] {
            assert_eq!(times(typed), Ok(expected), "{typed}");
        }
        for typed in ["0", "-4", "many", "9999999999", "1e3"] {
            assert!(times(typed).is_err(), "{typed}");
        }
    }
}
