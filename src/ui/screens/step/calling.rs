//! The call of a step: dialled, measured, over; and dialled once more without losing the one before.

use crate::model::change::{Change, StepChange};
use crate::model::evidence::{CallEvent, Note, NoteKind, PhoneLog};
use crate::model::moment::Moment;
use crate::model::place::StepNumber;
use crate::model::session::Session;
use crate::model::step_record::StepRecord;
use crate::model::text::CleanText;
use crate::model::wording::call_words;
use crate::ui::keys::Action;
use crate::ui::screen::{View, Want};

/// Whether a call goes on.
pub fn is_on_the_phone(record: &StepRecord) -> bool {
    record.phone.as_ref().is_some_and(PhoneLog::is_running)
}

/// What dialling wants: the stopwatch runs from now on. A call that is over becomes a note before, for a step has one
/// stopwatch, and nothing of what was measured is lost.
pub fn dialled(step: StepNumber, record: &StepRecord, now: Moment) -> Vec<Want> {
    let change = |change| Want::Change(Change::Step(step, change));
    let dial = change(StepChange::Phone(Some(PhoneLog::dial(now))));
    let Some(earlier) = &record.phone else {
        return vec![dial, Want::Notice(DIALLED.to_owned())];
    };
    if earlier.is_running() {
        return Vec::new();
    }
    let mut notes = record.notes.clone();
    if notes.len() >= Session::MOST_IN_A_LIST {
        return vec![Want::Notice(NO_ROOM.to_owned())];
    }
    notes.push(Note {
        kind: NoteKind::Fact,
        at: earlier.dialled,
        text: CleanText::typed(&format!("An earlier call: {}", call_words(earlier))),
    });
    let told = "Dialled. The earlier call stands in the notes.";
    vec![
        change(StepChange::Notes(notes)),
        dial,
        Want::Notice(told.to_owned()),
    ]
}

/// What is said when the stopwatch begins.
const DIALLED: &str = "Dialled: the stopwatch runs.";

/// Why another call can't be measured.
const NO_ROOM: &str = "The notes are full: delete one, then dial again.";

/// What a key means to the stopwatch that lies open, and whether it stays open.
pub fn pressed(step: StepNumber, view: &View<'_>, action: Action) -> (Vec<Want>, bool) {
    let event = match action {
        Action::Ring => CallEvent::Ring,
        Action::Answered => CallEvent::Answered,
        Action::Hold => CallEvent::Hold,
        Action::PersonSpeaks => CallEvent::Person,
        Action::Next => CallEvent::Ended,
        Action::Phone => return (dialled(step, view.session.step(step), view.now), true),
        _ => return (Vec::new(), true),
    };
    match &view.session.step(step).phone {
        Some(log) if log.is_running() => {
            let log = log.after(event, view.now);
            (
                vec![Want::Change(Change::Step(
                    step,
                    StepChange::Phone(Some(log)),
                ))],
                event != CallEvent::Ended,
            )
        }
        _ => (Vec::new(), event != CallEvent::Ended),
    }
}
