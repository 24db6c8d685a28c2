//! `customer-hat list`: what there is, for people in columns, for other programs in JSON.

use super::Failed;
use crate::model::heading::{Heading, Listing, Unreadable};
use crate::model::place::Place;
use crate::model::session::Walk;
use crate::store::folders::Folders;
use crate::store::shelf::Shelf;
use crate::store::visible::{harmless, is_unseen};
use crate::ui::home::standing;
use serde::Serialize;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;
use unicode_width::UnicodeWidthStr;

/// List the sessions, the newest first.
///
/// With --json: an array of objects. A session has `file` (its path), `business`, `round` (1 and up),
/// `walk` ("team" or "alone"), `people` (how many), `started` and `finished` (RFC 3339, `finished` is null
/// while it is not), `place` (the screen where it stands, such as "rating"), `step` (the number of the step
/// it stands at, or null) and `steps` (how many there are). A file that can't be read has `file` and
/// `problem` alone.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Write JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Entry<'a> {
    Session(Box<Facts<'a>>),
    Unreadable { file: String, problem: &'a str },
}

#[derive(Serialize)]
struct Facts<'a> {
    file: String,
    business: &'a str,
    round: u16,
    walk: &'static str,
    people: usize,
    started: crate::model::moment::Moment,
    finished: Option<crate::model::moment::Moment>,
    place: &'static str,
    step: Option<u8>,
    steps: usize,
}

pub(super) fn run(args: &Args, folders: &Folders) -> Result<ExitCode, Failed> {
    let listing = Shelf::at(folders).list();
    let out = if args.json {
        json(&listing)?
    } else {
        columns(&listing.headings)
    };
    io::stdout().lock().write_all(out.as_bytes())?;
    let mut errors = io::stderr().lock();
    for Unreadable { problem, .. } in &listing.unreadable {
        writeln!(errors, "{problem}")?;
    }
    if listing.headings.is_empty() && listing.unreadable.is_empty() {
        writeln!(
            errors,
            "There is no session yet. `customer-hat new` begins one."
        )?;
    }
    Ok(ExitCode::from(u8::from(!listing.unreadable.is_empty())))
}

fn json(listing: &Listing) -> Result<String, io::Error> {
    let sessions = listing
        .headings
        .iter()
        .map(|heading| Entry::Session(Box::new(facts(heading))));
    let unreadable = listing.unreadable.iter().map(|file| Entry::Unreadable {
        file: file.path.to_string_lossy().into_owned(),
        problem: &file.problem,
    });
    let entries: Vec<Entry<'_>> = sessions.chain(unreadable).collect();
    let json = serde_json::to_string_pretty(&entries)? + "\n";
    Ok(visible(&json))
}

/// The same JSON with everything escaped that could steer a terminal or deceive a reader: what it stands for
/// stays the same, a file's path above all.
fn visible(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\n' || !is_unseen(c) {
            out.push(c);
        } else {
            let units = c.encode_utf16(&mut [0; 2]).to_vec();
            out.extend(units.iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}

fn facts(heading: &Heading) -> Facts<'_> {
    Facts {
        file: heading.path.to_string_lossy().into_owned(),
        business: heading.business.as_str(),
        round: heading.round.number(),
        walk: match heading.walk {
            Walk::Team => "team",
            Walk::Alone => "alone",
        },
        people: heading.people,
        started: heading.started,
        finished: heading.finished,
        place: name(heading.place),
        step: heading.place.step().map(u8::from),
        steps: heading.steps,
    }
}

fn columns(headings: &[Heading]) -> String {
    if headings.is_empty() {
        return String::new();
    }
    let mut rows =
        vec![["DATE", "BUSINESS", "ROUND", "PEOPLE", "STANDS AT", "FILE"].map(str::to_owned)];
    rows.extend(headings.iter().map(row));
    let widths: [usize; 6] =
        std::array::from_fn(|at| rows.iter().map(|row| row[at].width()).max().unwrap_or(0));
    let mut out = String::new();
    for row in &rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width - cell.width() + 2));
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

fn row(heading: &Heading) -> [String; 6] {
    let round = match heading.walk {
        Walk::Team => heading.round.number().to_string(),
        Walk::Alone => format!("{}, alone", heading.round.number()),
    };
    let file = heading
        .path
        .file_name()
        .map_or(heading.path.as_path(), Path::new);
    [
        heading.started.date().to_string(),
        heading.business.to_string(),
        round,
        heading.people.to_string(),
        stands_at(heading),
        harmless(&file.display().to_string()),
    ]
}

fn stands_at(heading: &Heading) -> String {
    match heading.finished {
        Some(_) => "finished".to_owned(),
        None => standing(heading),
    }
}

/// The name of a place for other programs; it never changes.
fn name(place: Place) -> &'static str {
    match place {
        Place::People => "people",
        Place::Choices => "choices",
        Place::Promises => "promises",
        Place::Welcome => "welcome",
        Place::Prediction => "prediction",
        Place::Step(_) => "step",
        Place::Rating(_) => "rating",
        Place::Reveal(_) => "reveal",
        Place::RatingAgain(_) => "rating-again",
        Place::Journey => "journey",
        Place::Verdict => "verdict",
        Place::VerdictReveal => "verdict-reveal",
        Place::Commodity => "commodity",
        Place::IfEqual => "if-equal",
        Place::Keep => "keep",
        Place::Improvements => "improvements",
        Place::Close => "close",
    }
}
