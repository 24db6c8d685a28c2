//! `customer-hat exercises`: what can be walked through, the built-in exercises and the user's own.

use super::Failed;
use super::list::visible;
use super::options::Kept;
use crate::model::wrap::cells;
use crate::store::exercise_file::{self, Offer, Offered};
use crate::store::folders::Folders;
use crate::store::visible::harmless;
use serde::Serialize;
use std::io::{self, Write};
use std::process::ExitCode;

const TITLES: [&str; 5] = ["ID", "VERSION", "STEPS", "TITLE", "FROM"];

/// List the exercises, built in and your own
///
/// Your own are the files in `exercises`, in the folder of your settings; each is named after its id,
/// ID.ron. What is wrong with one is told with its place, and the code is 1.
///
/// With --json: an array of objects. An exercise has `id`, `version`, `title`, `steps` (the titles of its
/// steps) and `file` (the path of your own, null for a built-in one). What is wrong with a file is an object
/// with `problem` alone.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Write JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    pub(super) kept: Kept,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Entry<'a> {
    Exercise {
        id: &'a str,
        version: u16,
        title: &'a str,
        steps: Vec<&'a str>,
        file: Option<String>,
    },
    Wrong {
        problem: &'a str,
    },
}

pub(super) fn run(args: &Args, folders: &Folders) -> Result<ExitCode, Failed> {
    let offer = exercise_file::offer(folders);
    let out = if args.json {
        json(&offer)?
    } else {
        let mut rows = vec![TITLES.map(str::to_owned)];
        rows.extend(offer.exercises.iter().map(row));
        columns(&rows)
    };
    io::stdout().lock().write_all(out.as_bytes())?;
    let mut errors = io::stderr().lock();
    for problem in &offer.problems {
        writeln!(errors, "{problem}")?;
    }
    Ok(ExitCode::from(u8::from(!offer.problems.is_empty())))
}

fn json(offer: &Offer) -> Result<String, io::Error> {
    let exercises = offer.exercises.iter().map(|one| Entry::Exercise {
        id: one.exercise.id.as_str(),
        version: one.exercise.version,
        title: one.exercise.title.as_str(),
        steps: one
            .exercise
            .steps
            .iter()
            .map(|step| step.title.as_str())
            .collect(),
        file: one
            .file
            .as_ref()
            .map(|file| file.to_string_lossy().into_owned()),
    });
    let wrong = offer
        .problems
        .iter()
        .map(|problem| Entry::Wrong { problem });
    let entries: Vec<_> = exercises.chain(wrong).collect();
    Ok(visible(&(serde_json::to_string_pretty(&entries)? + "\n")))
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
