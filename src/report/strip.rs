//! The pictures in characters: a row of the scale for each step, laid on its side.

use super::facts::Report;
use super::step_facts::StepFacts;
use crate::model::rating::Rating;
use crate::model::session::Company;
use crate::model::stats::Summary;
use crate::model::wording::summary_words;
use crate::model::wrap::{cells, shorten};

/// Cells of the scale: two for each rating, and one for the line where zero would be.
const WIDTH: usize = 41;
/// Cells for the name of a step.
const NAME: usize = 10;
/// Where the line between down and up stands.
const ZERO: usize = 20;

/// The curve: what was felt, from where to where, and what was expected. Nothing when nothing is rated.
pub(super) fn journey(report: &Report) -> Vec<String> {
    if report.steps_rated() == 0 {
        return Vec::new();
    }
    let mut lines = vec![format!("{:NAME$}{}", "", axis())];
    for step in &report.steps {
        let name = shorten(&step.short, NAME - 1);
        let pad = " ".repeat(NAME - cells(&name));
        let words = summary_words(&step.summary);
        lines.push(format!("{name}{pad}{}  {words}", row(step)));
    }
    lines.push(String::new());
    let range = if report.company == Company::Solo {
        ""
    } else {
        "   ├─┤ lowest to highest"
    };
    lines.push(format!("{:NAME$}● felt   ○ expected   ◉ both{range}", ""));
    lines
}

/// The dots of one step: a dot for one person, a number for several.
pub(super) fn dots(step: &StepFacts) -> Vec<String> {
    let felt = step.felt();
    let mut cells = blank();
    for rating in Rating::all() {
        let people = felt.iter().filter(|one| **one == rating).count();
        cells[column(rating)] = match people {
            0 => '·',
            1 => '●',
            2..=9 => char::from(b'0' + people as u8),
            _ => '#',
        };
    }
    vec![axis(), text(&cells)]
}

fn axis() -> String {
    let mut cells = blank();
    for (at, words) in [
        (0, "−10"),
        (9, "−5"),
        (17, "−1"),
        (22, "+1"),
        (30, "+5"),
        (38, "+10"),
    ] {
        for (cell, c) in cells[at..].iter_mut().zip(words.chars()) {
            *cell = c;
        }
    }
    text(&cells)
}

fn row(step: &StepFacts) -> String {
    let mut cells = blank();
    if let Some((lowest, highest)) = step
        .summary
        .range()
        .filter(|(lowest, highest)| lowest < highest)
    {
        let (from, to) = (column(lowest), column(highest));
        cells[from..=to].fill('─');
        if (from..=to).contains(&ZERO) {
            cells[ZERO] = '┼';
        }
        (cells[from], cells[to]) = ('├', '┤');
    }
    let felt = middles(&step.summary);
    for rating in &felt {
        cells[column(*rating)] = '●';
    }
    if let Some(expected) = step.expected {
        cells[column(expected)] = if felt.contains(&expected) {
            '◉'
        } else {
            '○'
        };
    }
    text(&cells)
}

/// The numbers that stand for a step: the median, or the two that there are.
pub(super) fn middles(summary: &Summary) -> Vec<Rating> {
    match summary {
        Summary::Nobody => Vec::new(),
        Summary::One(rating) => vec![*rating],
        Summary::Two(lower, higher) if lower == higher => vec![*lower],
        Summary::Two(lower, higher) => vec![*lower, *higher],
        Summary::Room { median, .. } => vec![*median],
        Summary::Split { down, up, .. } => vec![down.median(), up.median()],
    }
}

fn blank() -> [char; WIDTH] {
    let mut cells = [' '; WIDTH];
    cells[ZERO] = '│';
    cells
}

fn column(rating: Rating) -> usize {
    (2 * (i32::from(rating.points()) + 10)) as usize
}

fn text(cells: &[char]) -> String {
    cells.iter().collect()
}
