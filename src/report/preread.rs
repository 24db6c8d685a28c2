//! A page to hand out before the meeting: what will be asked, in the exercise's own words; no session in it.

use super::sheet::Sheet;
use crate::model::estimate::Estimate;
use crate::model::exercise::{Exercise, Mark, Step};
use crate::model::session::BallotKind;
use crate::model::wrap::cells;

/// The widest line, in cells: fits a sheet of paper in a typewriter's letters, and a mail.
const WIDTH: usize = 72;
/// Cells before what belongs to a step or a part.
const INDENT: usize = 3;

/// The page: plain text, no line wider than 72 cells.
pub fn lay_out(exercise: &Exercise) -> String {
    let mut page = Page(Sheet::new(WIDTH));
    page.0.underlined(exercise.title.as_str(), "=");
    page.part(exercise.idea.headline.as_str());
    let idea = exercise.idea.lines.iter().map(ToString::to_string);
    page.wrapped("", &idea.collect::<Vec<_>>().join(" "));
    page.wrapped("", &how_long(exercise));
    page.part("At every step, a number from 10 points down to 10 points up");
    for question in [&exercise.question, &exercise.stay_question] {
        page.wrapped("", question.as_str());
    }
    page.scale(&exercise.scale);
    page.part("The rules");
    for rule in &exercise.rules {
        page.wrapped("·", rule.as_str());
    }
    page.part("The steps");
    for (number, step) in (1..).zip(&exercise.steps) {
        page.step(number, step);
    }
    page.part("Before and after");
    let asked = &exercise.commodity;
    let reasons: Vec<_> = asked.reasons.iter().map(ToString::to_string).collect();
    let chosen_for = format!("{} ({})", asked.question.ask, reasons.join(", "));
    let questions = [
        exercise.prediction.ask.as_str(),
        exercise.verdict.question.ask.as_str(),
        &chosen_for,
        exercise.improvements.ask.as_str(),
    ];
    for question in questions {
        page.wrapped("·", question);
    }
    page.0.into_text()
}

/// How long it takes, for a table and for a large room, each with the ballot that they would take.
fn how_long(exercise: &Exercise) -> String {
    let of = |people, kind| Estimate::new(exercise, people).in_all(kind);
    format!(
        "Six people take about {}; twenty, holding up cards, about {}.",
        of(6, BallotKind::PassTheKeyboard),
        of(20, BallotKind::CardsUp)
    )
}

struct Page(Sheet);

impl Page {
    /// What comes next, under a heading of its own.
    fn part(&mut self, words: &str) {
        self.0.line("");
        self.0.line(words);
    }

    /// Words set in, the sign before the first line.
    fn wrapped(&mut self, sign: &str, words: &str) {
        let lead = format!("{}{sign}", " ".repeat(INDENT));
        let gap = usize::from(!sign.is_empty());
        self.0.wrapped(&lead, words, cells(&lead) + gap);
    }

    /// The marks, what is down beside what is up, the strongest first.
    fn scale(&mut self, marks: &[Mark]) {
        let mark = |mark: &Mark| format!("{:>3}  {}", mark.at.to_string(), mark.words);
        let down = marks.iter().filter(|mark| mark.at.points() < 0).map(mark);
        let up = marks.iter().filter(|mark| mark.at.points() > 0);
        let up: Vec<_> = up.rev().map(mark).collect();
        let down: Vec<_> = down.collect();
        let widest = down.iter().map(|mark| cells(mark)).max().unwrap_or(0);
        for at in 0..down.len().max(up.len()) {
            let left = down.get(at).map_or("", String::as_str);
            let right = up.get(at).map_or("", String::as_str);
            let gap = " ".repeat(widest - cells(left) + 6);
            self.0
                .line(&format!("{}{left}{gap}{right}", " ".repeat(INDENT)));
        }
    }

    fn step(&mut self, number: usize, step: &Step) {
        self.0.line(&format!("{number}. {}", step.title));
        self.wrapped("", step.task.as_str());
        for question in &step.hold {
            self.wrapped("·", question.as_str());
        }
    }
}
