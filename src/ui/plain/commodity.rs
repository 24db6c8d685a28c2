//! What they are chosen for: numbers of the reasons, all in one line.

use super::topic::{Here, Question, Topic, nth, say};
use crate::model::change::Change;
use crate::model::session::{Company, Session};
use crate::model::text::CleanText;
use crate::ui::screen::Want;

/// Which of the things are they chosen for?
pub struct Commodity;

fn index_of(part: &str, session: &Session) -> Option<usize> {
    let reasons = &session.exercise().commodity.reasons;
    let small = part.to_lowercase();
    let named = || {
        reasons
            .iter()
            .position(|reason| reason.as_str().to_lowercase() == small)
    };
    // One word of it is enough where no other has that word.
    let partly = || {
        let has_it = |reason: &CleanText| {
            let reason = reason.as_str().to_lowercase();
            reason.split(' ').any(|word| word == small)
        };
        let mut found = (0..reasons.len()).filter(|at| has_it(&reasons[*at]));
        found.next().filter(|_| found.next().is_none())
    };
    nth(part, reasons.len()).or_else(named).or_else(partly)
}

impl Topic for Commodity {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let commodity = &here.session.exercise().commodity;
        let ask = match here.session.company() {
            Company::Solo => &commodity.question.ask_alone,
            _ => &commodity.question.ask,
        };
        let mut lines = vec![ask.to_string()];
        let numbered = commodity.reasons.iter().enumerate();
        lines.extend(numbered.map(|(index, reason)| format!("{}: {reason}", index + 1)));
        lines
    }

    fn question(&self, here: &Here<'_>) -> Question {
        let chosen: Vec<_> = here
            .session
            .chosen_for()
            .iter()
            .map(ToString::to_string)
            .collect();
        let keeps = if chosen.is_empty() {
            "Enter goes on without".to_owned()
        } else {
            format!("none; Enter keeps {}", chosen.join(", "))
        };
        Question::new("Chosen for?", format!("numbers, such as 1 3; {keeps}"))
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        if line.is_empty() {
            return vec![Want::Next];
        }
        let reasons = &here.session.exercise().commodity.reasons;
        let mut indexes = Vec::new();
        if !line.eq_ignore_ascii_case("none") {
            let whole = index_of(line, here.session).map(|index| vec![Some(index)]);
            let parts = || {
                let parts = line.split([' ', ',']).filter(|part| !part.is_empty());
                parts.map(|part| index_of(part, here.session)).collect()
            };
            for index in whole.unwrap_or_else(parts) {
                match index {
                    Some(index) => indexes.push(index),
                    None => return vec![say("The numbers of the lines, please.")],
                }
            }
        }
        indexes.sort_unstable();
        indexes.dedup();
        let chosen = indexes
            .into_iter()
            .map(|index| reasons[index].clone())
            .collect();
        vec![Want::Change(Change::ChosenFor(chosen)), Want::Next]
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        self.opening(here)
    }
}
