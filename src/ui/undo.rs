//! What `u` takes back: the opposites of the changes that were made, the last first. What one press changed, however much
//! it was, one press takes back.

use crate::model::change::{Change, Refused, StepChange};
use crate::model::moment::Moment;
use crate::model::place::Place;
use crate::model::session::Session;
use crate::model::step_record::Turn;

/// The most changes that are kept.
const MOST: usize = 200;

/// A change that can be taken back: its opposite, its name, and where it was made.
struct Step {
    opposite: Change,
    name: String,
    place: Place,
    /// The press that made it.
    press: u64,
}

/// The changes that can be taken back, the last one last.
#[derive(Default)]
pub struct UndoStack {
    steps: Vec<Step>,
    /// How many presses there were.
    presses: u64,
}

impl UndoStack {
    /// Another press begins: what it changes is taken back by itself.
    pub fn press(&mut self) {
        self.presses += 1;
    }

    /// Makes a change, and remembers how to take it back where it is one that people would take back.
    pub fn apply(
        &mut self,
        session: &mut Session,
        change: Change,
        undoable: bool,
        now: Moment,
    ) -> Result<(), Refused> {
        let (name, place) = (name(&change, session), session.place());
        match session.apply(change, now)? {
            Some(opposite) if undoable => self.steps.push(Step {
                opposite,
                name,
                place,
                press: self.presses,
            }),
            Some(_) => {}
            // What was revealed can't be unseen: nothing before it can be taken back any more.
            None => self.steps.clear(),
        }
        if self.steps.len() > MOST {
            self.steps.remove(0);
        }
        Ok(())
    }

    /// Goes to where the last changes were made, takes all of that press back, and says what they were.
    pub fn undo(&mut self, session: &mut Session, now: Moment) -> Option<String> {
        let press = self.steps.last()?.press;
        let mut name = self.undo_one(session, now)?;
        let mut more = 0;
        while self.steps.last().is_some_and(|step| step.press == press) {
            let Some(first) = self.undo_one(session, now) else {
                break;
            };
            more += 1;
            name = first;
        }
        Some(match more {
            0 => name,
            more => format!("{name}, and {more} more"),
        })
    }

    fn undo_one(&mut self, session: &mut Session, now: Moment) -> Option<String> {
        let step = self.steps.pop()?;
        let from = session.place();
        // Where the place can't be reached any more the session stays where it is.
        let _ = session.apply(Change::Go(step.place), now);
        if session.apply(step.opposite, now).is_err() {
            let _ = session.apply(Change::Go(from), now);
            return None;
        }
        Some(step.name)
    }
}

/// What a change is called; never what was answered in it.
fn name(change: &Change, session: &Session) -> String {
    let of = |id| session.label(id);
    match change {
        Change::Go(_) | Change::Rest | Change::Draft(_) => "a step".to_owned(),
        Change::Business(_) | Change::RenameBusiness(_) => "the name of the business".to_owned(),
        Change::Join(_, person) => format!("{} joining", person.name),
        Change::Remove(id) => format!("taking {} out", of(id)),
        Change::Rename(id, ..) => format!("the name of {}", of(id)),
        Change::Presence(id, _) => format!("{} coming or leaving", of(id)),
        Change::Ballot(_) => "the kind of ballot".to_owned(),
        Change::Names(_) => "whether names are shown".to_owned(),
        Change::Predict(id, _) => format!("the guess of {}", of(id)),
        Change::Answer(_, Turn::First, id, _) => format!("the rating of {}", of(id)),
        Change::Answer(_, Turn::Again, id, _) => format!("the second rating of {}", of(id)),
        Change::Reveal(..) | Change::RevealVerdicts => "a reveal".to_owned(),
        Change::Step(_, change) => step_name(change).to_owned(),
        Change::Verdict(id, _) => format!("the verdict of {}", of(id)),
        Change::ChosenFor(_) => "what you are chosen for".to_owned(),
        Change::IfEqual(_) | Change::Keep(_) => "the answer".to_owned(),
        Change::Improvements(_) => "a change to the improvements".to_owned(),
        Change::NextRound(_) => "the date of the next round".to_owned(),
        Change::Promise(..) => "what became of a promise".to_owned(),
        Change::Finished(_) => "closing the session".to_owned(),
    }
}

fn step_name(change: &StepChange) -> &'static str {
    match change {
        StepChange::Mode(_) => "how it was done",
        StepChange::Sharing(_) => "whose experience it was",
        StepChange::Notes(_) => "a note",
        StepChange::Phone(_) => "the phone clock's last press",
        StepChange::Departments(_) => "a department",
        StepChange::TimesAYear(_) => "the times a year",
        StepChange::Words(_) => "a word",
        StepChange::Seconds(_) => "the clock",
        StepChange::MoreMinutes(_) => "more time",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::exercise::Exercise;
    use crate::model::person::{Person, PersonId, Presence};
    use crate::model::place::StepNumber;
    use crate::model::rating::Rating;
    use crate::model::session::Walk;
    use crate::model::step_record::Answer;
    use crate::model::text::CleanText;

    fn now() -> Moment {
        "2026-11-22T09:00:00+01:00".parse().unwrap()
    }

    fn ana() -> PersonId {
        PersonId::fresh("Ana", std::iter::empty())
    }

    fn joining() -> Change {
        let person = Person {
            id: ana(),
            name: CleanText::typed("Ana"),
            role: CleanText::default(),
            presence: Presence::Here,
        };
        Change::Join(0, person)
    }

    /// A session after these changes, each of which can be taken back but for going somewhere.
    fn after(changes: Vec<Change>) -> (Session, UndoStack) {
        let exercise = Exercise::built_in("role-reversal").unwrap();
        let mut session =
            Session::begin(CleanText::typed("Acme"), Walk::Team, exercise, &[], now());
        let mut undo = UndoStack::default();
        for change in changes {
            let undoable = !matches!(change, Change::Go(_));
            undo.apply(&mut session, change, undoable, now()).unwrap();
        }
        (session, undo)
    }

    #[test]
    fn undo_goes_back_to_where_the_change_was_made() {
        let (mut session, mut undo) = after(vec![joining(), Change::Go(Place::Welcome)]);
        let undone = undo.undo(&mut session, now());
        assert_eq!(undone.as_deref(), Some("Ana joining"));
        assert_eq!(session.place(), Place::People);
        assert!(session.people().is_empty());
        assert_eq!(undo.undo(&mut session, now()), None);
    }

    #[test]
    fn undo_never_reaches_behind_a_reveal() {
        let rated = Answer::Rated {
            rating: Rating::LOWEST,
            stays: false,
            at: now(),
        };
        let (mut session, mut undo) = after(vec![
            joining(),
            Change::Answer(StepNumber::FIRST, Turn::First, ana(), Some(rated)),
            Change::Reveal(StepNumber::FIRST, Turn::First),
            Change::Keep(CleanText::typed("the smile")),
        ]);
        assert!(undo.undo(&mut session, now()).is_some());
        assert_eq!(undo.undo(&mut session, now()), None);
        assert_eq!(session.step(StepNumber::FIRST).ratings.len(), 1);
    }
}
