//! How ratings are taken and whether names are shown, one question each; then the welcome.

use super::topic::{Here, Question, Topic, go_on, nth, say};
use crate::model::change::Change;
use crate::model::estimate::in_all_words;
use crate::model::session::Company;
use crate::ui::screen::Want;
use crate::ui::screens::choices::{ROWS, is_set, minutes, words};

/// How ratings are taken, then whether names are shown.
#[derive(Default)]
pub struct Choices {
    /// Whether the first question was answered.
    at_names: bool,
}

impl Choices {
    fn rows(&self) -> &'static [Change] {
        let (ballots, names) = ROWS.split_at(3);
        if self.at_names { names } else { ballots }
    }
}

impl Topic for Choices {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let numbered = |rows: &'static [Change]| {
            rows.iter().enumerate().map(|(index, row)| {
                let (name, more) = words(row, here.session);
                let minutes = minutes(row, here.session);
                let minutes = minutes.map_or(String::new(), |all| format!(", {all} in all"));
                format!("{}: {name}, {more}{minutes}", index + 1)
            })
        };
        let (ballots, names) = ROWS.split_at(3);
        let mut lines = vec!["How do you rate?".to_owned()];
        lines.extend(numbered(ballots));
        lines.push("And the names?".to_owned());
        lines.extend(numbered(names));
        lines.push(in_all_words(here.session));
        lines
    }

    fn question(&self, here: &Here<'_>) -> Question {
        let rows = self.rows();
        let set = rows.iter().position(|row| is_set(row, here.session));
        let now = set.map_or(1, |index| index + 1);
        let (text, numbers) = if self.at_names {
            ("The names?", "1 or 2")
        } else {
            ("How do you rate?", "1, 2 or 3")
        };
        Question::new(text, format!("{numbers}; Enter keeps {now}"))
    }

    fn hear(&mut self, _here: &Here<'_>, line: &str) -> Vec<Want> {
        let rows = self.rows();
        let mut wants = Vec::new();
        if !line.is_empty() {
            match nth(line, rows.len()) {
                Some(index) => wants.push(Want::Change(rows[index].clone())),
                None => return vec![say("One of the numbers, or Enter alone.")],
            }
        }
        if self.at_names {
            wants.push(Want::Next);
        }
        self.at_names = true;
        wants
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        self.opening(here)
    }

    fn let_go(&mut self) -> bool {
        std::mem::replace(&mut self.at_names, false)
    }
}

/// The idea, the question, the rules.
pub struct Welcome;

impl Topic for Welcome {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let exercise = here.session.exercise();
        let (lines, rules) = match here.session.company() {
            Company::Solo => (&exercise.idea.lines_alone, &exercise.rules_alone),
            _ => (&exercise.idea.lines, &exercise.rules),
        };
        let headline = format!("{}.", exercise.idea.headline);
        let all = lines.iter().chain(rules).map(ToString::to_string);
        let how_long = in_all_words(here.session);
        [headline]
            .into_iter()
            .chain(all)
            .chain([how_long])
            .collect()
    }

    fn question(&self, _here: &Here<'_>) -> Question {
        Question::new("Hats on?", "Enter goes on")
    }

    fn hear(&mut self, _here: &Here<'_>, line: &str) -> Vec<Want> {
        go_on(line)
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        self.opening(here)
    }
}
