//! Notes: how a line begins that is one, how it is written down, and how all are told.

use super::topic::{cut, parted, say};
use crate::model::change::{Change, StepChange};
use crate::model::evidence::{Note, NoteKind};
use crate::model::moment::Moment;
use crate::model::place::StepNumber;
use crate::model::step_record::StepRecord;
use crate::ui::screen::Want;
use crate::ui::screens::step::panel::MOST_CHARS;

/// The kind and the words of a note, where the line begins like one: `+`, `-` or `n`.
pub fn note_in(line: &str) -> Option<(NoteKind, &str)> {
    if let Some(text) = line.strip_prefix(['+', '=']) {
        return Some((NoteKind::Good, text.trim()));
    }
    if let Some(text) = line.strip_prefix(['-', '−', '_']) {
        return Some((NoteKind::Bad, text.trim()));
    }
    let (first, rest) = parted(line);
    match first.as_str() {
        "good" if rest.is_empty() => Some((NoteKind::Good, rest)),
        "bad" if rest.is_empty() => Some((NoteKind::Bad, rest)),
        "n" | "note" => Some((NoteKind::Fact, rest)),
        _ => None,
    }
}

/// The changes that write a note down.
pub fn noted(
    step: StepNumber,
    record: &StepRecord,
    kind: NoteKind,
    text: &str,
    at: Moment,
) -> Vec<Want> {
    let mut notes = record.notes.clone();
    let (text, told) = cut(text, MOST_CHARS);
    notes.push(Note { kind, at, text });
    let change = Change::Step(step, StepChange::Notes(notes));
    let wants = [Want::Change(change), say("Noted.")];
    wants.into_iter().chain(told).collect()
}

/// The notes, a line each.
pub fn notes_of(record: &StepRecord) -> Vec<String> {
    let one = |(index, note): (usize, &Note)| {
        let kind = match note.kind {
            NoteKind::Good => "good",
            NoteKind::Bad => "bad",
            NoteKind::Fact => "fact",
        };
        format!("{}: {kind}: {}", index + 1, note.text)
    };
    if record.notes.is_empty() {
        return vec!["No notes yet.".to_owned()];
    }
    record.notes.iter().enumerate().map(one).collect()
}
