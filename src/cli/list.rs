//! `customer-hat list`: what there is, for people in columns, for other programs in JSON.

mod columns;

use super::Failed;
use super::options::Kept;
use crate::model::heading::{Heading, InShort, Listing, Unreadable};
use crate::model::place::Place;
use crate::model::rating::Rating;
use crate::model::session::Walk;
use crate::model::text::file_name::as_text;
use crate::store::folders::Folders;
use crate::store::shelf::Shelf;
use crate::store::visible::{is_unseen, shown};
use jiff::civil::Date;
use serde::Serialize;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// List the sessions, the newest first
///
/// The curve has a bar a step: the lower four sizes are down, the upper four up, ↕ is a divided room or two
/// people who differ, · a step that is not revealed. In a terminal, columns that find no room are left out;
/// --json has everything.
///
/// With --json: an array of objects. A session has `file` (its path), `business`, `round` (1 and up),
/// `walk` ("team" or "alone"), `people` (how many), `names` (who, or null where the session hides them),
/// `started` and `finished` (RFC 3339, `finished` is null while it is not), `place` (the screen where it
/// stands, such as "rating"), `step` (the number of the step it stands at, or null), `steps` (how many there
/// are), `felt` (for each step: null as long as it is not revealed, the median from −10 to 10, or an array of
/// the lower and the upper where two people or two camps have none), `verdict` (null until it is revealed,
/// else `builds` and `erodes`, how many said so), `the_one` (the one improvement: `what`, `who`, `step` or
/// null, `by` or null; null without one), `promised` (all that its next round asks about, texts) and
/// `next_round` (a date, or null), and `caution` (why the file opens only to be looked at, such as that it may
/// be damaged, or null), `doubt` (where its date disagrees with its round, a sentence; else null), `copy` (where the
/// same session is in several files: "newest", "older", or "same" where two are as new; else null) and `newest` (the
/// path of a newer copy of it, or null). A file that can't be read has `file` and `problem` alone.
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
    names: Option<&'a [String]>,
    felt: Vec<Felt>,
    verdict: Option<Verdict>,
    the_one: Option<TheOne<'a>>,
    promised: Vec<&'a str>,
    next_round: Option<Date>,
    caution: Option<&'a str>,
    doubt: Option<&'a str>,
    copy: Option<&'static str>,
    newest: Option<String>,
}

/// A median, or the lower and the upper where there is none.
#[derive(Serialize)]
#[serde(untagged)]
enum Felt {
    Nothing(Option<Rating>),
    Rated(Rating),
    Apart([Rating; 2]),
}

#[derive(Serialize)]
struct Verdict {
    builds: usize,
    erodes: usize,
}

#[derive(Serialize)]
struct TheOne<'a> {
    what: &'a str,
    who: &'a str,
    step: Option<u8>,
    by: Option<Date>,
}

pub(super) fn run(args: &Args, folders: &Folders) -> Result<ExitCode, Failed> {
    let listing = Shelf::at(folders).list();
    let out = if args.json {
        json(&listing)?
    } else {
        let width = io::stdout().is_terminal().then(crossterm::terminal::size);
        let width = width.and_then(Result::ok);
        columns::columns(&listing.headings, width.map(|(columns, _)| columns.into()))
    };
    io::stdout().lock().write_all(out.as_bytes())?;
    let mut errors = io::stderr().lock();
    for heading in &listing.headings {
        if let (Some(why), Some(name)) = (&heading.caution, heading.path.file_name()) {
            let name = shown(name);
            writeln!(errors, "{name}: {why}")?;
        }
        if let (Some(why), Some(name)) = (heading.why_not_meant(), heading.path.file_name()) {
            writeln!(errors, "{}: {why}", shown(name))?;
        }
    }
    for heading in listing.headings.iter().rev() {
        if let Some(doubt) = &heading.doubt {
            writeln!(errors, "{}: {doubt}", heading.business)?;
        }
    }
    for Unreadable { problem, .. } in &listing.unreadable {
        writeln!(errors, "{problem}")?;
    }
    if let Some(why) = &listing.incomplete {
        writeln!(errors, "{why}")?;
    } else if listing.headings.is_empty() && listing.unreadable.is_empty() {
        writeln!(
            errors,
            "There is no session yet. `customer-hat new` begins one."
        )?;
    }
    let is_whole = listing.unreadable.is_empty() && listing.incomplete.is_none();
    Ok(ExitCode::from(u8::from(!is_whole)))
}

fn json(listing: &Listing) -> Result<String, io::Error> {
    let sessions = listing
        .headings
        .iter()
        .map(|heading| Entry::Session(Box::new(facts(heading))));
    let unreadable = listing.unreadable.iter().map(|file| Entry::Unreadable {
        file: as_text(&file.path),
        problem: &file.problem,
    });
    let entries: Vec<Entry<'_>> = sessions.chain(unreadable).collect();
    let json = serde_json::to_string_pretty(&entries)? + "\n";
    Ok(visible(&json))
}

/// The same JSON with everything escaped that could steer a terminal or deceive a reader: what it stands for
/// stays the same, a file's path above all.
pub(super) fn visible(json: &str) -> String {
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

fn felt(step: InShort) -> Felt {
    match step {
        InShort::Nothing => Felt::Nothing(None),
        InShort::Rated(rating) => Felt::Rated(rating),
        InShort::Apart(lower, upper) => Felt::Apart([lower, upper]),
    }
}

fn facts(heading: &Heading) -> Facts<'_> {
    let promised = heading.promised.iter().map(|one| one.what.as_str());
    Facts {
        file: as_text(&heading.path),
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
        names: (heading.names.len() == heading.people).then_some(heading.names.as_slice()),
        felt: heading.curve.iter().copied().map(felt).collect(),
        verdict: heading.verdicts.map(|count| Verdict {
            builds: count.builds,
            erodes: count.erodes,
        }),
        the_one: heading.the_one.as_ref().map(|one| TheOne {
            what: one.what.as_str(),
            who: one.who.as_str(),
            step: one.step.map(u8::from),
            by: one.by,
        }),
        promised: promised.collect(),
        next_round: heading.next_round,
        caution: heading.caution.as_deref(),
        doubt: heading.doubt.as_deref(),
        copy: heading.alike.as_ref().and_then(|alike| alike.age.word()),
        newest: heading.newest.as_ref().map(|newest| shown(&newest.path)),
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
