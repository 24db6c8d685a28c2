//! The ratings as a tidy table: a row a rating, ready for a spreadsheet, pandas or `DuckDB`.
//!
//! A row is what one person said at one step in one turn: somebody who rated, talked and rated again has
//! two rows there, and `counts` marks the one that counts. A pass has a row with an empty `rating`. Who was
//! not there has none. Where names are hidden `person` is empty, and nothing ties two rows of one person
//! together. A step that was not revealed yet has no rows.
//!
//! The text is UTF-8 with a byte order mark: without it Excel takes `Chloé` for `ChloÃ©`, and pandas,
//! `DuckDB` and R skip it. A text that a spreadsheet could take for a formula gets an apostrophe in front;
//! numbers are plain digits with an ASCII minus.

use super::facts::Report;
use super::json::{sharing_word, walk_word};
use super::step_facts::{Rated, Said, StepFacts};
use crate::model::rating::Rating;
use crate::model::wording::mode_words;

/// The columns with what they hold, in their order.
pub const COLUMNS: [(&str, &str); 20] = [
    ("session", "the name of the session's file"),
    ("business", "the business"),
    ("round", "the number of the round, from 1"),
    ("walk", "team or alone"),
    ("date", "the day on which the session began"),
    ("exercise", "the id of the exercise"),
    ("exercise_version", "its version"),
    ("step", "the number of the step, from 1"),
    ("step_id", "its id in the exercise"),
    ("step_title", "its title"),
    ("mode", "live, remembered or imagined"),
    (
        "sharing",
        "shared: one experience, rated by all; each-their-own: one a person",
    ),
    ("here", "how many could have rated: the N of n of N"),
    ("person", "who; empty where names are hidden"),
    ("turn", "first, or again after the talk"),
    (
        "counts",
        "true for the rating that counts of a person at a step",
    ),
    ("passed", "true for a pass, which is not a zero"),
    ("rating", "-10 to -1 or 1 to 10; empty for a pass"),
    (
        "stays",
        "true or false: would still go on; empty for a pass",
    ),
    (
        "expected",
        "what this person had expected; empty without a guess or where names are hidden",
    ),
];

/// Tells Excel that the text is UTF-8.
const MARK: &str = "\u{feff}";

pub(super) fn lay_out(reports: &[Report]) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut write = |row: &[String]| {
        table
            .write_record(row)
            .expect("rows are as long as the head, and memory takes all");
    };
    write(&COLUMNS.map(|(name, _)| name.to_owned()));
    for report in reports {
        for step in &report.steps {
            for rated in &step.ratings {
                let turns = [("first", rated.first), ("again", rated.again)];
                for (turn, said) in turns {
                    if let Some(said) = said {
                        write(&row(report, step, rated, turn, said));
                    }
                }
            }
        }
    }
    let bytes = table.into_inner().expect("memory takes all");
    MARK.to_owned() + &String::from_utf8(bytes).expect("made of text")
}

fn row(report: &Report, step: &StepFacts, rated: &Rated, turn: &str, said: Said) -> [String; 20] {
    let number =
        |rating: Option<Rating>| rating.map_or(String::new(), |rating| rating.points().to_string());
    [
        inert(&report.session),
        inert(&report.business),
        report.round.to_string(),
        walk_word(report.walk).to_owned(),
        report.started.date().to_string(),
        inert(&report.exercise.id),
        report.exercise.version.to_string(),
        step.number.to_string(),
        inert(&step.id),
        inert(&step.title),
        mode_words(step.mode).to_owned(),
        sharing_word(step.sharing).to_owned(),
        step.here.to_string(),
        inert(rated.person.as_deref().unwrap_or_default()),
        turn.to_owned(),
        said.counts.to_string(),
        said.rating.is_none().to_string(),
        number(said.rating),
        said.stays.map_or(String::new(), |stays| stays.to_string()),
        number(rated.expected),
    ]
}

/// A text that no spreadsheet takes for a formula: after OWASP's rules for CSV injection, with the wide
/// forms of the signs, and behind a semicolon too, where some countries' spreadsheets part the cells.
fn inert(text: &str) -> String {
    let starts = |text: &str| {
        let first = text
            .trim_start()
            .trim_start_matches(['"', '\''])
            .chars()
            .next();
        first.is_some_and(|c| "=+-@＝＋－＠\t\r".contains(c))
    };
    let parts = text.split(';').map(|part| {
        if starts(part) {
            format!("'{part}")
        } else {
            part.to_owned()
        }
    });
    parts.collect::<Vec<_>>().join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_could_take_for_a_formula_gets_an_apostrophe() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\"=1\"", "＝1"] {
            assert_eq!(inert(formula), format!("'{formula}"));
        }
        assert_eq!(inert("Acme;=cmd|' /C calc'!A0"), "Acme;'=cmd|' /C calc'!A0");
        for plain in ["Acme", "A-B", "3-in-1", "Pedal & Crumb; Ltd", ""] {
            assert_eq!(inert(plain), plain);
        }
    }
}
