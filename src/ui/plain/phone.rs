//! The phone clock as typed facts: rings, answered, on hold, a person, over. Each is kept as it is given.

use super::notes::{note_in, noted};
use super::topic::{Question, say};
use crate::model::change::{Change, StepChange};
use crate::model::evidence::{CallEvent, PhoneLog};
use crate::model::moment::{Moment, Seconds};
use crate::model::place::StepNumber;
use crate::model::step_record::StepRecord;
use crate::model::wording::call_words;
use crate::ui::screen::Want;
use crate::ui::screens::step::calling::dialled;

/// The facts, in the order in which they are asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Fact {
    #[default]
    Rings,
    /// None of them: the stopwatch runs, and each is told as it happens.
    AsItHappens,
    Answered,
    OnHold,
    Person,
    Over,
}

/// The fact that is asked for.
#[derive(Debug, Default)]
pub struct Phone(Fact);

impl Phone {
    /// The stopwatch itself, as the call goes on.
    pub fn as_it_happens() -> Self {
        Self(Fact::AsItHappens)
    }

    /// The question, with what stands there.
    pub fn question(&self, record: &StepRecord) -> Question {
        let log = record.phone.as_ref();
        let shown = |seconds: Option<u32>| seconds.map(|seconds| Seconds(seconds).to_string());
        let (text, how, now) = match self.0 {
            Fact::AsItHappens => {
                let text = format!("On the phone, {}.", state(record));
                return Question::new(text, "ring, answered, hold, person, over; + - n a note");
            }
            Fact::Rings => (
                "How often did it ring?",
                "such as 5",
                log.map(|log| log.rings.to_string()),
            ),
            Fact::Answered => (
                "After how long did anything answer?",
                "seconds, or 0:24; none",
                shown(log.and_then(|log| log.answered_after)),
            ),
            Fact::OnHold => (
                "How long on hold, all together?",
                "seconds, or 1:40",
                shown(log.map(|log| log.on_hold)),
            ),
            Fact::Person => (
                "After how long did a person speak?",
                "seconds, or 2:04; none",
                shown(log.and_then(|log| log.person_after)),
            ),
            Fact::Over => (
                "How long was the call?",
                "seconds, or 5:10",
                shown(log.and_then(|log| log.ended_after)),
            ),
        };
        let now = now.unwrap_or_else(|| "none".to_owned());
        let another = match (self.0, log) {
            (Fact::Rings, Some(log)) if !log.is_running() => "; another: a second call",
            _ => "",
        };
        Question::new(text, format!("{how}; Enter keeps {now}{another}"))
    }

    /// Hears a fact; says what is wanted, and whether more is asked.
    pub fn hear(
        &mut self,
        step: StepNumber,
        record: &StepRecord,
        now: Moment,
        line: &str,
    ) -> (Vec<Want>, bool) {
        if let Some((kind, text)) = note_in(line).filter(|(_, text)| !text.is_empty()) {
            return (noted(step, record, kind, text, now), true);
        }
        if self.0 == Fact::AsItHappens {
            return happened(step, record, now, line);
        }
        if self.0 == Fact::Rings && line.eq_ignore_ascii_case("another") {
            return (dialled(step, record, now), true);
        }
        let before = record.phone.clone();
        let mut log = before.clone().unwrap_or_else(|| PhoneLog::dial(now));
        if !line.is_empty() {
            match self.with_fact(&mut log, line) {
                Some(()) => {}
                None => {
                    return (
                        vec![say("A number, or minutes and seconds such as 1:40.")],
                        true,
                    );
                }
            }
        }
        finish(&mut log, self.0 == Fact::Over && !line.is_empty());
        let wants = if before.as_ref() == Some(&log) {
            Vec::new()
        } else {
            let change = StepChange::Phone(Some(log));
            vec![Want::Change(Change::Step(step, change))]
        };
        let next = match self.0 {
            Fact::Rings => Fact::Answered,
            Fact::Answered => Fact::OnHold,
            Fact::OnHold => Fact::Person,
            Fact::Person => Fact::Over,
            Fact::Over | Fact::AsItHappens => return (wants, false),
        };
        self.0 = next;
        (wants, true)
    }

    fn with_fact(&self, log: &mut PhoneLog, line: &str) -> Option<()> {
        let none = line.eq_ignore_ascii_case("none");
        let span = if none { None } else { Some(seconds(line)?) };
        match self.0 {
            Fact::AsItHappens => {}
            Fact::Rings if none => log.rings = 0,
            Fact::Rings => log.rings = line.trim().parse().ok()?,
            Fact::Answered => log.answered_after = span,
            Fact::OnHold => log.on_hold = span.unwrap_or(0),
            Fact::Person => log.person_after = span,
            Fact::Over => log.ended_after = span,
        }
        Some(())
    }
}

/// How a call stands, in words.
fn state(record: &StepRecord) -> &'static str {
    match &record.phone {
        Some(log) if log.hold_since.is_some() => "on hold",
        Some(log) if log.person_after.is_some() => "talking to a person",
        Some(log) if log.answered_after.is_some() => "answered",
        Some(log) if log.rings > 0 => "it rings",
        _ => "dialled",
    }
}

/// Something happens in a call that goes on; when it is over, that is all.
fn happened(step: StepNumber, record: &StepRecord, now: Moment, line: &str) -> (Vec<Want>, bool) {
    let event = match line.to_lowercase().as_str() {
        "ring" | "r" => CallEvent::Ring,
        "answered" | "answer" | "a" => CallEvent::Answered,
        "hold" | "h" => CallEvent::Hold,
        "person" | "p" => CallEvent::Person,
        "over" | "end" => CallEvent::Ended,
        _ => {
            let words = "ring, answered, hold, person or over; + and words notes a surprise.";
            return (vec![say(words)], true);
        }
    };
    let Some(log) = &record.phone else {
        return (Vec::new(), false);
    };
    let log = log.after(event, now);
    let told = say(format!("{}.", call_words(&log)));
    let change = StepChange::Phone(Some(log));
    let wants = vec![Want::Change(Change::Step(step, change))];
    match event {
        CallEvent::Ended => (wants.into_iter().chain([told]).collect(), false),
        _ => (wants, true),
    }
}

/// Typed facts are those of a call that is over: it took at least as long as what happened in it.
fn finish(log: &mut PhoneLog, is_told: bool) {
    log.hold_since = None;
    let happened = log
        .answered_after
        .max(log.person_after)
        .unwrap_or(0)
        .max(log.on_hold);
    let ended = log.ended_after.unwrap_or(0);
    if !is_told || ended < happened {
        log.ended_after = Some(ended.max(happened));
    }
}

/// Seconds as they are typed: `24`, `1:40`, at most a day.
fn seconds(line: &str) -> Option<u32> {
    let parts = line
        .trim()
        .split(':')
        .map(|part| part.trim().parse::<u32>().ok());
    let parts: Vec<u32> = parts.collect::<Option<_>>()?;
    let seconds = match parts[..] {
        [seconds] => Some(seconds),
        [minutes, seconds] if seconds < 60 => minutes.checked_mul(60)?.checked_add(seconds),
        _ => None,
    };
    seconds.filter(|seconds| *seconds <= 86_400)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn spans_are_seconds_or_minutes_and_seconds() {
        assert_eq!(seconds("24"), Some(24));
        assert_eq!(seconds("1:40"), Some(100));
        for nonsense in ["", "x", "1:60", "1:2:3", "-4", "999999999999", "90000"] {
            assert_eq!(seconds(nonsense), None, "{nonsense}");
        }
    }
}
