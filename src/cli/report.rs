//! `customer-hat report`: what sessions came to, laid out to be read, printed or reckoned with.

use super::Failed;
use crate::model::session::Session;
use crate::report::{self, COLUMNS, FIELDS, Format};
use crate::store::envelope::Trust;
use crate::store::export::{self, NotWritten, Replace, WhyNot};
use crate::store::find::Last;
use crate::store::folders::Folders;
use crate::store::session_file;
use crate::store::shelf::Shelf;
use crate::store::visible::{harmless, shown};
use crate::store::wildcards;
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write what a session came to, to read, to print or to reckon with
///
/// A session that is not finished is reported as far as it was revealed; what is sealed stays sealed.
/// Names stand in the report if the session shows them, else none does, in no format.
///
/// csv and json take several sessions. csv is a row a rating, in UTF-8 with a byte order mark; json is one
/// object, `{"format": "customer-hat/report", "version": 1, "sessions": […]}`, however many there are.
#[derive(Debug, clap::Args)]
#[command(after_long_help = columns_and_fields())]
pub(super) struct Args {
    /// Paths, file names, or `last`: the one that was begun last
    #[arg(default_value = "last", value_name = "SESSION")]
    sessions: Vec<OsString>,
    /// How it is laid out [default: by the ending of --output, else text]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write it into this file, not to the terminal
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it is there already
    #[arg(long, requires = "output")]
    force: bool,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.good_for()))
    }
}

/// What stands in the formats for programs, for the long help.
fn columns_and_fields() -> String {
    format!(
        "The columns of csv:\n{}\n\n\
         The fields of a session in json. A rating is a whole number from -10 to 10 and never 0; times are\n\
         RFC 3339, days 2026-11-22, spans whole seconds. Fields may be added; when one goes or changes its\n\
         meaning, version counts up.\n{}",
        table(&COLUMNS),
        table(FIELDS)
    )
}

fn table(rows: &[(&str, &str)]) -> String {
    let widest = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let lines = rows
        .iter()
        .map(|(name, holds)| format!("  {name:<widest$}  {holds}"));
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn run(args: &Args, folders: &Folders) -> Result<ExitCode, Failed> {
    let format = format(args)?;
    let wanted = wildcards::spread(&args.sessions);
    if wanted.len() > 1 && !format.takes_several() {
        return Err(Failed::Usage(report::OneAtATime(format).to_string()));
    }
    let shelf = Shelf::at(folders);
    let mut sessions = Vec::new();
    for wanted in &wanted {
        sessions.push(read(&shelf, wanted.as_os_str())?);
    }
    let out =
        report::render_all(&sessions, format).map_err(|error| Failed::Usage(error.to_string()))?;
    match &args.output {
        None => io::stdout().lock().write_all(out.as_bytes())?,
        Some(path) => write(path, &out, args.force)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The format that is asked for, or that the ending of the output asks for.
fn format(args: &Args) -> Result<Format, Failed> {
    let by_ending = || {
        let Some(output) = &args.output else {
            return Ok(Format::Text);
        };
        let ending = output.extension().unwrap_or_default().to_string_lossy();
        Format::of_ending(&ending).ok_or_else(|| {
            let names = Format::ALL.map(Format::name).join(", ");
            let output = harmless(&output.display().to_string());
            Failed::Usage(format!(
                "{output} does not end in the name of a format. Say --format, one of {names}"
            ))
        })
    };
    args.format.map_or_else(by_ending, Ok)
}

/// The session, and what the report calls its file. Nothing is locked, and nothing is changed.
fn read(shelf: &Shelf, wanted: &OsStr) -> Result<(Session, String), Failed> {
    let problem = |error: &dyn std::fmt::Display| Failed::Problem(error.to_string());
    let path = shelf
        .find(wanted, Last::OfAll)
        .map_err(|error| problem(&error))?;
    let read = session_file::read(&shown(&path), &path).map_err(|error| problem(&error))?;
    let name = shown(path.file_name().unwrap_or_default());
    if let Some(sentence) = Some(read.trust).filter(|trust| *trust != Trust::Sealed) {
        let sentence = sentence.sentence().unwrap_or_default();
        // Nobody is left to tell when this fails.
        let _ = writeln!(io::stderr(), "{name}: {sentence}");
    }
    Ok((read.session, name))
}

fn write(path: &Path, out: &str, force: bool) -> Result<(), Failed> {
    let replace = if force {
        Replace::IfNotOurs
    } else {
        Replace::Never
    };
    export::write_new(path, out.as_bytes(), replace).map_err(|error| {
        let hint = match &error {
            NotWritten {
                why: WhyNot::IsThere,
                ..
            } => ". Choose another name, or say --force",
            _ => "",
        };
        Failed::Problem(format!("{error}{hint}"))
    })
}
