//! The list in columns: whole for another program, and within the width of a terminal for people.

use crate::model::heading::Heading;
use crate::model::session::Walk;
use crate::model::wording::standing;
use crate::store::visible::shown;
use crate::ui::widgets::spark::journey_text;
use crate::ui::widgets::wrap::{cells, shorten};
use std::path::Path;

/// How many columns there are.
const MANY: usize = 9;

const TITLES: [&str; MANY] = [
    "DATE",
    "BUSINESS",
    "ROUND",
    "PEOPLE",
    "CURVE",
    "VERDICT",
    "STANDS AT",
    "FILE",
    "THE ONE THING",
];

/// The column that is cut where the width ends.
const LAST: usize = MANY - 1;

/// What goes where a terminal is too narrow, the least needed first. The file is never cut: it is what other
/// commands are told.
const GOES: [usize; 5] = [LAST, 3, 5, 4, 6];

/// The fewest cells of the last column that say anything.
const LEAST: usize = 16;

/// A line a session, under a line of titles; `width` is that of the terminal, if it is one.
pub(super) fn columns(headings: &[Heading], width: Option<usize>) -> String {
    if headings.is_empty() {
        return String::new();
    }
    let mut rows = vec![TITLES.map(str::to_owned)];
    rows.extend(headings.iter().map(row));
    let widest = |at: usize| rows.iter().map(|row| cells(&row[at])).max().unwrap_or(0);
    let mut widths: [usize; MANY] = std::array::from_fn(widest);
    if let Some(width) = width {
        fit(&mut widths, width);
    }
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths).filter(|(_, width)| *width > 0) {
            let cell = shorten(cell, width);
            line.push_str(&cell);
            line.push_str(&" ".repeat(width.saturating_sub(cells(&cell)) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Makes the columns fit: the last one is cut, then columns go, as long as it is too wide.
fn fit(widths: &mut [usize; MANY], width: usize) {
    let needed = |widths: &[usize; MANY]| -> usize {
        let shown = widths.iter().filter(|width| **width > 0);
        shown
            .map(|width| width + 2)
            .sum::<usize>()
            .saturating_sub(2)
    };
    let over = needed(widths).saturating_sub(width);
    if widths[LAST].saturating_sub(over) >= LEAST {
        widths[LAST] -= over;
        return;
    }
    for at in GOES {
        if needed(widths) > width {
            widths[at] = 0;
        }
    }
}

fn row(heading: &Heading) -> [String; MANY] {
    let round = match heading.walk {
        Walk::Team => heading.round.number().to_string(),
        Walk::Alone => format!("{}, alone", heading.round.number()),
    };
    let file = heading
        .path
        .file_name()
        .map_or(heading.path.as_path(), Path::new);
    let the_one = heading.the_one.as_ref();
    [
        heading.started.date().to_string(),
        heading.business.to_string(),
        round,
        heading.people.to_string(),
        journey_text(&heading.curve),
        heading.verdict.clone(),
        match heading.finished {
            Some(_) => "finished".to_owned(),
            None => standing(heading),
        },
        shown(file),
        the_one.map_or(String::new(), |one| one.what.to_string()),
    ]
}
