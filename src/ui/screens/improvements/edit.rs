//! The words of an improvement, being typed: what, then who, then by when.

use super::{starts_at, worst_step};
use crate::model::change::Change;
use crate::model::moment::date_words;
use crate::model::session::{Company, Draft, Field, Improvement, Session};
use crate::model::text::CleanText;
use crate::ui::asked_day::{AskedDay, Entered};
use crate::ui::keys::{Action, Offer};
use crate::ui::screen::{Input, View, Want};
use crate::ui::widgets::field::TextField;
use crossterm::event::KeyEvent;
use jiff::civil::Date;

/// The most characters of what is to be different.
pub const MOST_CHARS: usize = 200;

/// What of an improvement is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A new one.
    New,
    /// What will be different.
    Words(usize),
    /// Who sees to it.
    Who(usize),
    /// By when.
    By(usize),
}

impl What {
    fn index(self) -> Option<usize> {
        match self {
            Self::New => None,
            Self::Words(index) | Self::Who(index) | Self::By(index) => Some(index),
        }
    }
}

/// Something of an improvement, being typed.
pub struct Edit {
    pub(super) what: What,
    pub(super) field: TextField,
    /// Whether the next question follows: a new improvement is asked for whole.
    goes_on: bool,
    /// What of a day was asked back.
    asked: AskedDay,
}

impl Edit {
    /// A field with what stands there.
    pub fn new(what: What, session: &Session) -> Self {
        let of = |index: usize| session.improvements().get(index);
        let text = match what {
            What::New => String::new(),
            What::Words(index) => of(index).map_or(String::new(), |one| one.what.to_string()),
            What::Who(index) => of(index).map_or(String::new(), |one| one.who.to_string()),
            What::By(index) => of(index)
                .and_then(|one| one.by)
                .map_or(String::new(), date_words),
        };
        Self {
            what,
            field: TextField::new(&text, MOST_CHARS),
            goes_on: what == What::New,
            asked: AskedDay::default(),
        }
    }

    /// What was being typed when the session was left.
    pub fn drafted(session: &Session) -> Option<Self> {
        let draft = session.draft()?;
        let what = match draft.field {
            Field::NewImprovement => What::New,
            Field::ImprovementWhat(index) => What::Words(index),
            Field::ImprovementWho(index) => What::Who(index),
            Field::ImprovementBy(index) => What::By(index),
            _ => return None,
        };
        // What it is about may have been taken back or out since.
        let is_there = |index| index < session.improvements().len();
        if !what.index().is_none_or(is_there) {
            return None;
        }
        let undated = |index: usize| {
            let one = session.improvements().get(index);
            one.is_some_and(|one| one.by.is_none())
        };
        let goes_on = match what {
            What::New => true,
            What::Who(index) => undated(index),
            What::Words(_) | What::By(_) => false,
        };
        let field = TextField::new(draft.text.as_str(), MOST_CHARS);
        Some(Self {
            what,
            field,
            goes_on,
            asked: AskedDay::default(),
        })
    }

    /// Which improvement it is, unless it is a new one.
    pub fn index(&self) -> Option<usize> {
        self.what.index()
    }

    /// Which one it asks about, once its words stand: who, or by when.
    pub fn completes(&self) -> Option<usize> {
        match self.what {
            What::New | What::Words(_) => None,
            What::Who(index) | What::By(index) => Some(index),
        }
    }

    /// What it takes now.
    pub fn offers(&self) -> Vec<Offer> {
        let label = match (self.what, self.field.is_empty()) {
            (What::New, true) => "go on without",
            (_, true) => "leave it open",
            (_, false) => "keep",
        };
        vec![
            Offer::new(Action::Next, label),
            Offer::new(Action::Close, "close"),
            Offer::hidden(Action::BackInField, "back"),
        ]
    }

    /// Whether a key is typed into the field.
    pub fn takes(key: &KeyEvent) -> bool {
        TextField::takes(key)
    }

    /// Takes an input; says what is wanted, and what is typed after it.
    pub fn update(&mut self, view: &View<'_>, input: Input) -> (Vec<Want>, Option<Self>) {
        let told = match input {
            Input::Key(key) => match self.asked.chosen(&key) {
                Some(day) => return self.kept(view, |one| one.by = Some(day)),
                None => self.field.press(key),
            },
            Input::Paste(text) => {
                self.asked = AskedDay::default();
                self.field.paste(&text)
            }
            Input::Act(Action::BackInField, _) => return (vec![Want::Back], None),
            Input::Act(Action::Close, _) => return (Vec::new(), None),
            Input::Act(Action::Next, _) => return self.enter(view),
            Input::Act(..) => None,
        };
        let field = match self.what {
            What::New => Field::NewImprovement,
            What::Words(index) => Field::ImprovementWhat(index),
            What::Who(index) => Field::ImprovementWho(index),
            What::By(index) => Field::ImprovementBy(index),
        };
        let text = self.field.text();
        let draft = (!text.is_empty()).then_some(Draft { field, text });
        let wants = Want::Quietly(Change::Draft(draft)).and_say(told);
        (wants, Some(self.again()))
    }

    fn again(&self) -> Self {
        Self {
            what: self.what,
            field: self.field.clone(),
            goes_on: self.goes_on,
            asked: self.asked,
        }
    }

    /// The day that is understood, or the two to choose from, where a day is typed.
    pub fn day(&self, today: Date) -> Option<String> {
        matches!(self.what, What::By(_)).then(|| self.asked.words(&self.field, today))
    }

    fn enter(&mut self, view: &View<'_>) -> (Vec<Want>, Option<Self>) {
        let text = self.field.text();
        let mut list = view.session.improvements().to_vec();
        let no_draft = Want::Quietly(Change::Draft(None));
        if self.what == What::New {
            if text.is_empty() {
                // With a list there already, Enter on nothing means that it is enough.
                let wants = if list.is_empty() {
                    vec![no_draft, Want::Next]
                } else {
                    vec![no_draft]
                };
                return (wants, None);
            }
            let index = list.len();
            list.push(new_one(text, view.session));
            let told = starts_at(view.session).map(|at| format!("{at} In the list, s moves it."));
            let mut wants = Want::Change(Change::Improvements(list)).and_say(told);
            wants.push(no_draft);
            // Whoever is alone does it.
            let what = match view.session.company() {
                Company::Solo => What::By(index),
                _ => What::Who(index),
            };
            return (
                wants,
                Some(Self {
                    what,
                    field: TextField::new("", MOST_CHARS),
                    goes_on: true,
                    asked: AskedDay::default(),
                }),
            );
        }
        match self.what {
            What::New | What::Words(_) if text.is_empty() => {
                let words = "Say in a few words what will be different.";
                self.said(words.to_owned())
            }
            What::New | What::Words(_) => self.kept(view, |one| one.what = text),
            What::Who(_) => self.kept(view, |one| one.who = text),
            What::By(index) => {
                let standing = list.get(index).and_then(|one| one.by);
                match self.asked.enter(&self.field, standing, view.now.date()) {
                    Entered::Day(by) => self.kept(view, |one| one.by = by),
                    Entered::Said(sentence) => self.said(sentence),
                }
            }
        }
    }

    /// A sentence first; the field stays as it is.
    fn said(&self, sentence: String) -> (Vec<Want>, Option<Self>) {
        (vec![Want::Notice(sentence)], Some(self.again()))
    }

    /// The improvement as it is changed, and the next question where one follows.
    fn kept(
        &self,
        view: &View<'_>,
        change: impl FnOnce(&mut Improvement),
    ) -> (Vec<Want>, Option<Self>) {
        let mut list = view.session.improvements().to_vec();
        let mut wants = vec![Want::Quietly(Change::Draft(None))];
        let Some(one) = self.index().and_then(|index| list.get_mut(index)) else {
            return (wants, None);
        };
        change(one);
        if list != view.session.improvements() {
            wants.insert(0, Want::Change(Change::Improvements(list)));
        }
        let next = match self.what {
            What::Who(index) if self.goes_on => Some(Self {
                what: What::By(index),
                field: TextField::new("", MOST_CHARS),
                goes_on: true,
                asked: AskedDay::default(),
            }),
            _ => None,
        };
        (wants, next)
    }
}

/// A new improvement, at the worst moment until somebody says otherwise.
pub fn new_one(what: CleanText, session: &Session) -> Improvement {
    Improvement {
        what,
        step: worst_step(session),
        who: CleanText::default(),
        by: None,
        the_one: session.improvements().is_empty(),
    }
}
