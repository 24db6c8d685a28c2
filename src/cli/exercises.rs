//! `customer-hat exercises`: what can be walked through, the built-in exercises and the user's own.

use super::Failed;
use crate::model::wrap::cells;
use crate::store::exercise_file::{self, Offered};
use crate::store::folders::Folders;
use crate::store::visible::harmless;
use std::io::{self, Write};
use std::process::ExitCode;

const TITLES: [&str; 5] = ["ID", "VERSION", "STEPS", "TITLE", "FROM"];

pub(super) fn run(folders: &Folders) -> Result<ExitCode, Failed> {
    let offer = exercise_file::offer(folders);
    let mut rows = vec![TITLES.map(str::to_owned)];
    rows.extend(offer.exercises.iter().map(row));
    io::stdout().lock().write_all(columns(&rows).as_bytes())?;
    let mut errors = io::stderr().lock();
    for problem in &offer.problems {
        writeln!(errors, "{problem}")?;
    }
    Ok(ExitCode::from(u8::from(!offer.problems.is_empty())))
}

fn row(Offered { exercise, file }: &Offered) -> [String; TITLES.len()] {
    let from = file.as_ref().map_or("built in".to_owned(), |file| {
        harmless(&file.to_string_lossy())
    });
    [
        exercise.id.to_string(),
        exercise.version.to_string(),
        exercise.steps.len().to_string(),
        exercise.title.to_string(),
        from,
    ]
}

/// A line a row, each column as wide as its widest cell.
fn columns<const N: usize>(rows: &[[String; N]]) -> String {
    let widest = |at: usize| rows.iter().map(|row| cells(&row[at])).max().unwrap_or(0);
    let widths: [usize; N] = std::array::from_fn(widest);
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cells(cell) + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
