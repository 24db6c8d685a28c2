//! The reveal: everybody's rating at once, and what the room says to it.

mod departments;
pub mod draw;
mod layout;
mod number;
mod one_size;
mod own_word;
mod tail;
mod word_chips;
mod word_list;
pub mod words;

use super::step::panel::Panel;
use crate::model::counting;
use crate::model::evidence::NoteKind;
use crate::model::exercise::EvidenceKind;
use crate::model::place::{Place, StepNumber};
use crate::model::session::{Company, Field, Session};
use crate::model::step_record::Turn;
use crate::ui::keys::{Action, Offer};
use crate::ui::screen::{Input, Screen, View, Want};
use crossterm::event::KeyEvent;
use departments::RateDepartments;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use words::PickWords;

/// How long the reveal holds its breath, in milliseconds. Any key ends it.
const BREATH: u64 = 350;

/// What lies over the reveal.
enum Over {
    Words(PickWords),
    Departments(RateDepartments),
    Note(Panel),
}

/// The reveal of a step.
pub struct RevealScreen {
    step: StepNumber,
    over: Option<Over>,
    /// Until when the dots hold back.
    breath_until: Option<u64>,
}

impl RevealScreen {
    /// The reveal, with what was being typed. It holds its breath only when it has just come.
    pub fn new(step: StepNumber, view: &View<'_>) -> Self {
        let record = view.session.step(step);
        let last = record.revealed_again.as_ref().or(record.revealed.as_ref());
        let fresh = last.is_some_and(|reveal| view.now.seconds_since(reveal.at) <= 1);
        let team = view.session.company_at(record) != Company::Solo;
        let over = match view.session.draft().map(|draft| draft.field) {
            Some(Field::Note(kind)) => Some(Over::Note(Panel::note(kind, view.session))),
            Some(Field::Word) => Some(Over::Words(PickWords::new(view.session))),
            _ => None,
        };
        let holds = fresh && team && over.is_none() && view.settings.breath;
        Self {
            step,
            over,
            breath_until: holds.then_some(view.millis + BREATH),
        }
    }

    fn holds_breath(&self, view: &View<'_>) -> bool {
        self.breath_until.is_some_and(|until| view.millis < until)
    }

    fn act(&mut self, view: &View<'_>, action: Action) -> Vec<Want> {
        match action {
            Action::Next => return vec![Want::Next],
            Action::Back => return vec![Want::Back],
            Action::Words => self.over = Some(Over::Words(PickWords::new(view.session))),
            Action::Fact => self.over = Some(Over::Note(Panel::note(NoteKind::Fact, view.session))),
            Action::Departments => self.over = Some(Over::Departments(RateDepartments::default())),
            Action::RateAgain if view.session.step(self.step).reveal(Turn::Again).is_none() => {
                return vec![Want::Go(Place::RatingAgain(self.step))];
            }
            Action::RateAgain => {
                return vec![Want::Notice(
                    "It was rated twice; both are kept.".to_owned(),
                )];
            }
            _ => {}
        }
        Vec::new()
    }

    fn may_rate_again(&self, session: &Session) -> bool {
        session.step(self.step).reveal(Turn::Again).is_none() && session.company() != Company::Solo
    }
}

impl Screen for RevealScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        match &self.over {
            Some(Over::Words(words)) => return words.offers(self.step, view.session),
            Some(Over::Departments(departments)) => return departments.offers(),
            Some(Over::Note(panel)) => return panel.offers(self.step, view.session),
            None => {}
        }
        let last = self.step.index() + 1 == view.session.steps().len();
        let mut offers = vec![Offer::new(
            Action::Next,
            if last { "the journey" } else { "next step" },
        )];
        offers.push(Offer::new(Action::Words, "words"));
        if self.may_rate_again(view.session) {
            offers.push(Offer::new(Action::RateAgain, "rate again"));
        }
        let asked = &view.session.exercise().steps[self.step.index()];
        if asked.takes(EvidenceKind::Departments)
            && !view.session.step(self.step).departments.is_empty()
        {
            offers.push(Offer::new(Action::Departments, "departments"));
        }
        offers.push(Offer::new(Action::Fact, "note"));
        offers.push(Offer::new(Action::Back, "back"));
        offers.push(Offer::new(Action::Undo, "undo"));
        offers
    }

    fn takes(&self, _view: &View<'_>, key: &KeyEvent) -> bool {
        match &self.over {
            Some(Over::Note(panel)) => panel.takes(key),
            Some(Over::Words(words)) => words.takes(key),
            _ => false,
        }
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        if self.holds_breath(view) {
            self.breath_until = None;
            return Vec::new();
        }
        let is_note = matches!(&self.over, Some(Over::Note(_)));
        let is_accepted = is_note && matches!(input, Input::Act(Action::Next, _));
        let (mut wants, open) = match (&mut self.over, input) {
            (Some(Over::Words(words)), input) => words.update(self.step, view, input),
            (Some(Over::Departments(departments)), input) => {
                departments.update(self.step, view, &input)
            }
            (Some(Over::Note(panel)), input) => panel.update(self.step, view, input),
            (None, Input::Act(action, _)) => return self.act(view, action),
            (None, _) => return Vec::new(),
        };
        if !open {
            self.over = None;
            // It stands on the step's page and not on this one.
            if is_accepted && wants.iter().any(|want| matches!(want, Want::Change(_))) {
                wants.push(Want::Notice("It is noted.".to_owned()));
            }
        }
        wants
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        draw::reveal(self, view, area, buf);
    }

    fn counted(&self, view: &View<'_>) -> Vec<&'static str> {
        let record = view.session.step(self.step);
        counting::at_a_reveal(view.session.company_at(record))
    }

    fn head(&self, view: &View<'_>) -> String {
        let record = view.session.step(self.step);
        let rated = record.felt_ratings().len();
        match view.session.company_at(record) {
            Company::Solo => String::new(),
            _ => format!("{rated} of {} rated", record.of()),
        }
    }

    fn wakes_in(&self, view: &View<'_>) -> Option<u64> {
        self.breath_until
            .and_then(|until| until.checked_sub(view.millis))
            .filter(|left| *left > 0)
    }
}
