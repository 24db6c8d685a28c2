//! A step being done: the task, the questions to hold, what is noticed, the clock.

pub mod calling;
mod draw;
mod large;
mod noticed;
pub mod panel;
mod phone;

use crate::model::change::{Change, StepChange};
use crate::model::evidence::{NoteKind, Sharing};
use crate::model::exercise::EvidenceKind;
use crate::model::place::{Place, StepNumber};
use crate::model::session::{Company, Field, Session, Walk};
pub use crate::model::wording::mode_words;
use crate::ui::keys::{Action, Offer};
use crate::ui::screen::{Input, Screen, View, Want};
use calling::{dialled, is_on_the_phone};
use crossterm::event::{KeyCode, KeyEvent};
use panel::Panel;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How many minutes one press adds.
pub const MORE_MINUTES: u16 = 5;

/// A step being done.
pub struct StepScreen {
    step: StepNumber,
    panel: Option<Panel>,
    /// The note that is chosen, to be put right or taken away.
    chosen: Option<usize>,
}

impl StepScreen {
    /// The step, with what was being typed when the session was left.
    pub fn new(step: StepNumber, view: &View<'_>) -> Self {
        let panel = match view.session.draft().map(|draft| draft.field) {
            Some(Field::Note(kind)) => Some(Panel::note(kind, view.session)),
            Some(Field::Department) => Some(Panel::departments(view.session)),
            Some(Field::TimesAYear) => Some(Panel::times_a_year(step, view.session)),
            _ => None,
        };
        let on_the_phone = is_on_the_phone(view.session.step(step));
        let panel = panel.or_else(|| on_the_phone.then_some(Panel::Phone));
        Self {
            step,
            panel,
            chosen: None,
        }
    }

    /// Seconds spent on the step, this visit included.
    fn seconds(&self, view: &View<'_>) -> u32 {
        view.session.seconds_at(self.step, view.now)
    }

    /// Seconds left of the timebox; below zero when it is over.
    fn seconds_left(&self, view: &View<'_>) -> i64 {
        i64::from(view.session.timebox(self.step)) - i64::from(self.seconds(view))
    }

    /// Whether the time is nearly over, or is.
    fn is_nearly_over(&self, view: &View<'_>) -> bool {
        self.seconds_left(view) * 5 <= i64::from(view.session.timebox(self.step))
    }

    fn change(&self, change: StepChange) -> Vec<Want> {
        vec![Want::Change(Change::Step(self.step, change))]
    }

    fn act(&mut self, view: &View<'_>, action: Action) -> Vec<Want> {
        let record = view.session.step(self.step);
        match action {
            Action::Next => return vec![Want::Next],
            Action::Back => return vec![Want::Back],
            Action::Good => self.panel = Some(Panel::note(NoteKind::Good, view.session)),
            Action::Bad => self.panel = Some(Panel::note(NoteKind::Bad, view.session)),
            Action::Fact => self.panel = Some(Panel::note(NoteKind::Fact, view.session)),
            Action::Departments => self.panel = Some(Panel::departments(view.session)),
            Action::TimesAYear => self.panel = Some(Panel::times_a_year(self.step, view.session)),
            Action::Mode => return self.change(StepChange::Mode(record.mode.next())),
            Action::Sharing => return self.change(StepChange::Sharing(record.sharing.other())),
            Action::MoreTime => {
                return self.change(StepChange::MoreMinutes(
                    record.more_minutes.saturating_add(MORE_MINUTES),
                ));
            }
            Action::Phone => {
                self.panel = Some(Panel::Phone);
                // A call that is over is looked at first: dialling once more is asked for there.
                if record.phone.is_none() {
                    return dialled(self.step, record, view.now);
                }
            }
            Action::Up | Action::Down => self.choose_note(record.notes.len(), action),
            Action::Close => self.chosen = None,
            Action::Edit => {
                self.panel = self
                    .chosen
                    .and_then(|index| Panel::edit_note(index, record));
            }
            Action::Delete => {
                if let Some(index) = self
                    .chosen
                    .take()
                    .filter(|index| *index < record.notes.len())
                {
                    let mut notes = record.notes.clone();
                    notes.remove(index);
                    return self.change(StepChange::Notes(notes));
                }
            }
            _ => {}
        }
        Vec::new()
    }

    fn choose_note(&mut self, notes: usize, action: Action) {
        let last = notes.checked_sub(1);
        self.chosen = match (self.chosen, action) {
            (None, _) => last,
            (Some(index), Action::Up) => Some(index.saturating_sub(1)),
            (Some(index), _) => (Some(index) < last).then_some(index + 1),
        };
    }
}

/// Whose experience it was, in words. One person alone has only their own.
pub fn sharing_words(sharing: Sharing, session: &Session) -> Option<&'static str> {
    match (session.company(), sharing) {
        (Company::Solo, _) => None,
        (_, Sharing::Shared) => Some("one shared experience"),
        (_, Sharing::EachTheirOwn) => Some("separate experiences"),
    }
}

impl Screen for StepScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        if let Some(panel) = &self.panel {
            return panel.offers(self.step, view.session);
        }
        let step = &view.session.exercise().steps[self.step.index()];
        let revealed = view.session.step(self.step).revealed.is_some();
        let mut offers = vec![Offer::new(
            Action::Next,
            if revealed { "the ratings" } else { "rate it" },
        )];
        if self.chosen.is_some() {
            offers.extend([
                Offer::new(Action::Edit, "edit"),
                Offer::new(Action::Delete, "delete"),
                Offer::new(Action::Close, "done"),
            ]);
        }
        offers.extend([
            Offer::new(Action::Good, "good"),
            Offer::new(Action::Bad, "bad"),
            Offer::new(Action::Fact, "note"),
        ]);
        let more_time = "5 more minutes";
        if view.settings.timeboxes && self.is_nearly_over(view) {
            offers.push(Offer::new(Action::MoreTime, more_time));
        }
        if step.takes(EvidenceKind::PhoneClock) {
            let is_first = view.session.step(self.step).phone.is_none();
            let label = if is_first { "dial" } else { "phone" };
            offers.push(Offer::new(Action::Phone, label));
        }
        if step.takes(EvidenceKind::Departments) {
            offers.push(Offer::new(Action::Departments, "departments"));
        }
        if step.takes(EvidenceKind::TimesAYear) {
            offers.push(Offer::new(Action::TimesAYear, "per year"));
        }
        if view.session.walk() != Walk::Alone {
            offers.push(Offer::new(Action::People, "late or left"));
        }
        offers.push(Offer::hidden(Action::Mode, "live, remembered or imagined"));
        if view.session.company() != Company::Solo {
            offers.push(Offer::hidden(
                Action::Sharing,
                "one shared experience, or separate ones",
            ));
        }
        if view.settings.timeboxes && !self.is_nearly_over(view) {
            offers.push(Offer::hidden(Action::MoreTime, more_time));
        }
        if !view.session.step(self.step).notes.is_empty() {
            offers.extend([
                Offer::hidden(Action::Up, "choose a note"),
                Offer::hidden(Action::Down, "choose a note"),
            ]);
        }
        offers.push(Offer::hidden(Action::Back, "back"));
        offers
    }

    fn takes(&self, _view: &View<'_>, key: &KeyEvent) -> bool {
        self.panel.as_ref().is_some_and(|panel| panel.takes(key))
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        // A clicker goes on from screen to screen: it ends no call.
        let clicked =
            matches!(&input, Input::Act(Action::Next, key) if key.code == KeyCode::PageDown);
        if clicked && matches!(self.panel, Some(Panel::Phone)) {
            return Vec::new();
        }
        if let Some(panel) = &mut self.panel {
            let was_note = matches!(panel, Panel::Note { .. });
            let (wants, open) = panel.update(self.step, view, input);
            if !open {
                // Whoever wrote something down on the phone is on the phone again.
                let on_the_phone = is_on_the_phone(view.session.step(self.step));
                self.panel = (was_note && on_the_phone).then_some(Panel::Phone);
            }
            return wants;
        }
        match input {
            Input::Act(action, _) => self.act(view, action),
            _ => Vec::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        draw::step(self, view, area, buf);
    }

    fn head(&self, view: &View<'_>) -> String {
        // Its clock has stopped, and how long it took is told beside the replay's own place.
        if view.replay {
            return String::new();
        }
        if !view.settings.timeboxes {
            let spent = u64::from(self.seconds(view));
            return crate::ui::widgets::clock::clock_text(std::time::Duration::from_secs(spent));
        }
        let left = self.seconds_left(view);
        let shown = crate::ui::widgets::clock::clock_text(std::time::Duration::from_secs(
            left.unsigned_abs(),
        ));
        if left < 0 {
            format!("{shown} over")
        } else {
            format!("{shown} left")
        }
    }

    fn wakes_in(&self, view: &View<'_>) -> Option<u64> {
        // The clock of a finished session stands.
        view.session.place_since().map(|_| 1000)
    }

    fn leave(&mut self, view: &View<'_>) -> Vec<Want> {
        let seconds = self.seconds(view);
        if seconds == view.session.step(self.step).seconds {
            return Vec::new();
        }
        // What is counted now is not counted again: the visit begins anew.
        vec![
            Want::Quietly(Change::Step(self.step, StepChange::Seconds(seconds))),
            Want::Quietly(Change::Go(Place::Step(self.step))),
        ]
    }
}
