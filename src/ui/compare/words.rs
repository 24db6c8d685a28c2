//! What a comparison says, in words: the same on the screens and in plain text.

use super::both_words::many_of;
use crate::model::compare::{Cell, Comparison, Counts, Kind, Shift, Spread, StepRow, Told};
use crate::model::counting;
use crate::model::evidence::{Mode, Sharing};
use crate::model::session::Company;
use crate::model::stats::Summary;
use crate::ui::screens::step::mode_words;

pub use super::both_words::{each, in_both};
pub use super::called::{called, joined, names};
pub use super::trend_words::{apart, divided, spread, spread_shortly, trend, trend_shortly};
pub use super::whole_words::{
    balance, expected_better, expecting, gone, kept, outcome, turned, verdict, who,
};

/// The number that stands for a step, or what stands in its place.
pub fn number(summary: &Summary) -> String {
    match summary {
        Summary::Nobody => "–".to_owned(),
        Summary::One(rating) => rating.to_string(),
        Summary::Two(lower, higher) => format!("{lower} {higher}"),
        Summary::Room { median, .. } => median.to_string(),
        Summary::Split { .. } => "SPLIT".to_owned(),
    }
}

/// What that number is, and of how many.
pub fn standing(cell: &Cell) -> String {
    let (n, of) = (cell.summary.n(), cell.of);
    let n_of = if cell.hides_names {
        format!("{n} rated")
    } else {
        format!("{n} of {of}")
    };
    let range = cell.summary.range();
    let range = range.map_or(String::new(), |(low, high)| format!("{low} to {high}, "));
    match (&cell.summary, cell.company) {
        (Summary::Nobody, _) => "not rated".to_owned(),
        (Summary::One(_), Company::Solo) => "felt by one".to_owned(),
        (Summary::One(_), _) => format!("the only rating, {n_of}"),
        (Summary::Two(..), _) => "both ratings".to_owned(),
        (Summary::Room { .. }, _) => format!("middle, {range}{n_of}"),
        (Summary::Split { down, up, .. }, _) => {
            let between = match cell.summary.between() {
                0 => String::new(),
                many => format!("{many} between, "),
            };
            format!(
                "{} around {}, {} around {}, {between}{n_of}",
                down.count(),
                down.median(),
                up.count(),
                up.median()
            )
        }
    }
}

/// How many observations stand behind a step's ratings, and how it was done.
pub fn observed(cell: &Cell) -> String {
    let n = cell.summary.n();
    let how = mode_words(cell.mode);
    match (n, cell.company, cell.sharing) {
        (0, ..) => "not rated".to_owned(),
        (_, Company::Solo, _) | (1, _, Sharing::EachTheirOwn) => format!("one experience, {how}"),
        (_, _, Sharing::Shared) => format!("one experience, rated by {n}, {how}"),
        (_, _, Sharing::EachTheirOwn) => format!("{n} experiences, each their own, {how}"),
    }
}

/// The same in a few letters, for a row of a run.
pub fn observed_shortly(cell: &Cell) -> String {
    let n = cell.summary.n();
    let many = match (n, cell.company, cell.sharing) {
        (0, ..) => return "not rated".to_owned(),
        (_, Company::Solo, _) | (1, _, Sharing::EachTheirOwn) => "one".to_owned(),
        (_, _, Sharing::Shared) => format!("one, by {n}"),
        (_, _, Sharing::EachTheirOwn) => format!("{n}, each own"),
    };
    match cell.mode {
        Mode::Live => many,
        mode => format!("{many}, {}", mode_words(mode)),
    }
}

/// How far a step shifted between two sessions.
pub fn shifted(shift: Shift, kind: Kind) -> String {
    let points = |points: u8| {
        if points == 1 {
            "1 point".to_owned()
        } else {
            format!("{points} points")
        }
    };
    match (shift, kind) {
        (Shift::Up(by) | Shift::Down(by), Kind::Beside) => format!("{} apart", points(by)),
        (Shift::Up(by), _) => format!("▲ {} up", points(by)),
        (Shift::Down(by), _) => format!("▼ {} down", points(by)),
        (Shift::Same, _) => "the same".to_owned(),
        (Shift::NowSplit, Kind::Beside) => "the second room is divided".to_owned(),
        (Shift::NoLongerSplit, Kind::Beside) => "the first room is divided".to_owned(),
        (Shift::StillSplit, Kind::Beside) => "both rooms are divided".to_owned(),
        (Shift::NowSplit, _) => "the room is divided now".to_owned(),
        (Shift::NoLongerSplit, _) => "not divided any more".to_owned(),
        (Shift::StillSplit, _) => "divided both times".to_owned(),
    }
}

/// The shift in a few letters, under a step of the curve.
pub fn shifted_shortly(shift: Option<Shift>, kind: Kind) -> String {
    match (shift, kind) {
        (Some(Shift::Up(by) | Shift::Down(by)), Kind::Beside) => format!("{by} apart"),
        (Some(Shift::Up(by)), _) => format!("▲ {by}"),
        (Some(Shift::Down(by)), _) => format!("▼ {by}"),
        (Some(Shift::Same), _) => "=".to_owned(),
        (None, _) | (Some(_), Kind::Beside) => String::new(),
        (Some(Shift::NoLongerSplit), _) => "not split".to_owned(),
        (Some(Shift::NowSplit | Shift::StillSplit), _) => "SPLIT".to_owned(),
    }
}

/// What the steps did, over all of them: a count of steps, and no more. A step at which a room is or was divided is not
/// the same, whatever the rest did.
pub fn tally(comparison: &Comparison) -> String {
    let Counts {
        higher,
        same,
        lower,
        of,
    } = comparison.tally();
    let all = match (of, comparison.steps.len() == of) {
        (1, true) => "The one step".to_owned(),
        (1, false) => "The one step rated in both".to_owned(),
        (2, _) => "Both steps".to_owned(),
        _ => format!("All {of} steps"),
    };
    match (higher, lower) {
        _ if of == 0 => "Nothing was rated in both yet".to_owned(),
        (0, 0) if same == of => format!("{all} the same"),
        (0, 0) if same == 0 => format!("{all} with a divided room"),
        (0, 0) => format!(
            "{same} of {of} steps the same, {} with a divided room",
            of - same
        ),
        (higher, 0) if higher == of => format!("{all} felt better"),
        (0, lower) if lower == of => format!("{all} felt worse"),
        (higher, 0) => format!("{higher} of {of} steps felt better"),
        (0, lower) => format!("{lower} of {of} steps felt worse"),
        (higher, lower) => format!("{higher} of {of} steps felt better, {lower} worse"),
    }
}

/// The same in as few words as large letters have room for on a small screen.
pub fn tally_shortly(comparison: &Comparison) -> String {
    let Counts {
        higher,
        same,
        lower,
        of,
    } = comparison.tally();
    match (higher, lower) {
        _ if of == 0 => "Nothing yet".to_owned(),
        (0, 0) if same == of => "all the same".to_owned(),
        (0, 0) if same == 0 => "rooms divided".to_owned(),
        (0, 0) => format!("{same} same, {} divided", of - same),
        (higher, 0) => format!("{higher} of {of} up"),
        (0, lower) => format!("{lower} of {of} down"),
        (higher, lower) => format!("{higher} up, {lower} down"),
    }
}

/// Who would not have gone on after a step, in every session; none where nobody would, ever.
pub fn gone_at(row: &StepRow, comparison: &Comparison, names: &[String]) -> Option<String> {
    let each = row
        .cells
        .iter()
        .map(|cell| match (cell.summary.n(), cell.company, cell.gone) {
            (0, ..) => "–".to_owned(),
            (_, Company::Solo, Told::Exactly(gone)) => yes_or_no(gone > 0),
            (n, _, gone) => many_of(gone, n),
        });
    let none = |cell: &Cell| cell.summary.n() == 0 || cell.gone == Told::Exactly(0);
    let is_said = !row.cells.iter().all(none);
    is_said.then(|| format!("would have left: {}", joined(each, comparison.kind, names)))
}

/// What was expected of a step, in every session; none where nobody said.
pub fn expected_at(row: &StepRow, comparison: &Comparison, names: &[String]) -> Option<String> {
    let each = row.cells.iter().map(|cell| {
        let expected = cell.expected.map(|rating| rating.to_string());
        expected.unwrap_or_else(|| "–".to_owned())
    });
    let is_said = row.cells.iter().any(|cell| cell.expected.is_some());
    is_said.then(|| format!("expected: {}", joined(each, comparison.kind, names)))
}

/// How the numbers are counted, a few short lines.
pub fn counted(comparison: &Comparison) -> Vec<&'static str> {
    counting::side_by_side(comparison.hides_names())
}

pub(super) fn yes_or_no(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.to_owned()
}

/// The caution that the names of two businesses say as well.
pub(super) const DIFFERENT_BUSINESSES: &str = "These are different businesses.";

/// Everything a reader must know before they read the numbers, a sentence each.
pub fn cautions(comparison: &Comparison) -> Vec<String> {
    let mut said = comparison.doubts.clone();
    if comparison.has_several_businesses() {
        said.push(DIFFERENT_BUSINESSES.to_owned());
    }
    if comparison.has_several_exercises() {
        let asked = comparison.columns.iter().map(|column| {
            let (id, version) = (&column.exercise, column.version);
            format!("{} {id} version {version}", column.label)
        });
        let asked: Vec<_> = asked.collect();
        said.push(format!("Not asked the same way: {}.", asked.join(", ")));
    }
    if !comparison.left_out.is_empty() {
        let all = if comparison.columns.len() == 2 {
            "both"
        } else {
            "all"
        };
        let steps = comparison.left_out.iter();
        let steps = steps.map(|step| format!("{} ({})", step.title, step.only_in.join(", ")));
        let steps: Vec<_> = steps.collect();
        said.push(format!("Not in {all}: {}.", steps.join("; ")));
    }
    let unfinished = comparison.columns.iter().filter(|one| !one.is_finished);
    let unfinished: Vec<_> = unfinished.map(|one| one.label.as_str()).collect();
    if !unfinished.is_empty() {
        said.push(format!("Not finished: {}.", unfinished.join(", ")));
    }
    said
}

/// Where sessions that stand beside each other are furthest apart, all steps that are so equally.
pub fn furthest_apart(comparison: &Comparison) -> Vec<&StepRow> {
    let apart = |row: &StepRow| row.spread.map(Spread::apart);
    let most = comparison.steps.iter().filter_map(apart).max();
    let rows = comparison.steps.iter();
    rows.filter(|row| most.is_some() && apart(row) == most)
        .collect()
}

/// How the sessions stand to each other, in two or three words.
pub fn kind(comparison: &Comparison) -> &'static str {
    match comparison.kind {
        Kind::ThenAndNow => "then and now",
        Kind::Beside => "side by side",
        Kind::Run => "round after round",
    }
}
