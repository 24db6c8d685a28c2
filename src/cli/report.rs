//! `customer-hat report`: what sessions came to, laid out to be read, printed or reckoned with.

use super::Failed;
use super::options::Kept;
use super::which::Which;
use crate::model::session::Session;
use crate::report::{self, FIELDS, Format, Separator, Table};
use crate::store::choose::Meant;
use crate::store::envelope::Trust;
use crate::store::export::{self, NotWritten, Replace, WhyNot};
use crate::store::folders::Folders;
use crate::store::read::ReadError;
use crate::store::session_file;
use crate::store::shelf::Shelf;
use crate::store::visible::{harmless, shown};
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Write what a session came to, to read, to print or to reckon with
///
/// A session that is not finished is reported as far as it was revealed; what is sealed stays sealed. Where
/// a session hides names, no rating, guess or verdict has one, in no format. Whoever took a promise is named:
/// they took it.
///
/// csv and json take several sessions. csv is a table in UTF-8 with a byte order mark; json is one object,
/// `{"format": "customer-hat/report", "version": 1, "sessions": […]}`, however many there are.
///
/// With --all, --business or a wildcard, a session that can't be read is named and left out; the rest is
/// written, and the code is 1.
#[derive(Debug, clap::Args)]
#[command(after_long_help = columns_and_fields())]
pub(super) struct Args {
    /// Paths, file names, `last`, or names with * and ?; without any the one that was begun last
    #[arg(value_name = "SESSION")]
    named: Vec<OsString>,
    #[command(flatten)]
    which: Which,
    /// How it is laid out [default: by the ending of --output, else text]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// csv: what the rows are [default: ratings]
    #[arg(long, value_name = "TABLE")]
    table: Option<Table>,
    /// csv: what stands between the cells; Excel in German or French wants semicolons [default: comma]
    #[arg(long, value_name = "SIGN")]
    separator: Option<Separator>,
    /// Write it into this file, not to the terminal
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the file if it is there already
    #[arg(long, requires = "output")]
    force: bool,
    #[command(flatten)]
    pub(super) kept: Kept,
}

impl ValueEnum for Table {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.rows()))
    }
}

impl ValueEnum for Separator {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
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
    let tables = Table::ALL.map(|csv| {
        let (name, rows) = (csv.name(), csv.rows());
        format!(
            "The columns of csv, --table {name}, {rows}:\n{}",
            table(&csv.columns())
        )
    });
    format!(
        "{}\n\n{ABOUT_FIELDS}\n{}",
        tables.join("\n\n"),
        table(FIELDS)
    )
}

/// What is said before the fields of the JSON.
pub(super) const ABOUT_FIELDS: &str = "\
The fields of a session in json. A rating is a whole number from -10 to 10 and never 0; times are
RFC 3339, days 2026-11-22, spans whole seconds. Fields may be added; when one goes or changes its
meaning, version counts up.";

fn table(rows: &[(&str, &str)]) -> String {
    let widest = rows.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
    let lines = rows
        .iter()
        .map(|(name, holds)| format!("  {name:<widest$}  {holds}"));
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) fn run(args: &Args, folders: &Folders) -> Result<ExitCode, Failed> {
    let format = format(args)?;
    let shelf = Shelf::at(folders);
    let last = ["last".into()];
    let named = if args.named.is_empty() {
        &last
    } else {
        &args.named[..]
    };
    let chosen = args.which.choose(named, &shelf)?;
    if chosen.sessions.len() > 1 && !format.takes_several() {
        return Err(Failed::Usage(report::OneAtATime(format).to_string()));
    }
    let mut left_out = chosen.problems;
    let sessions = read_all(&chosen.sessions, &mut left_out)?;
    for problem in &left_out {
        tell(&format!("left out: {problem}"));
    }
    if sessions.is_empty() {
        let why = "no session of these can be read, so nothing is written";
        return Err(Failed::Problem(why.to_owned()));
    }
    let out = match format {
        Format::Csv => {
            let separator = args.separator.unwrap_or(Separator::Comma);
            report::table(&sessions, args.table.unwrap_or(Table::Ratings), separator)
        }
        format => report::render_all(&sessions, format)
            .map_err(|error| Failed::Usage(error.to_string()))?,
    };
    match &args.output {
        None => io::stdout().lock().write_all(out.as_bytes())?,
        Some(path) => write(path, &out, args.force, folders)?,
    }
    Ok(ExitCode::from(u8::from(!left_out.is_empty())))
}

/// Says something beside what is written.
fn tell(words: &str) {
    // Nobody is left to tell when this fails.
    let _ = writeln!(io::stderr(), "{words}");
}

/// The format that is asked for, or that the ending of the output asks for.
fn format(args: &Args) -> Result<Format, Failed> {
    let for_tables = args.table.is_some() || args.separator.is_some();
    let by_ending = || {
        let Some(output) = &args.output else {
            return Ok(if for_tables {
                Format::Csv
            } else {
                Format::Text
            });
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
    let format = args.format.map_or_else(by_ending, Ok)?;
    if for_tables && format != Format::Csv {
        return Err(Failed::Usage(format!(
            "--table and --separator are for csv, and this is {format}. Leave them out, or say --format csv"
        )));
    }
    Ok(format)
}

/// The sessions, each with what the report calls its file. One that was named itself must be readable; of the
/// others, those that are not are left out, and the reasons kept.
fn read_all(meant: &[Meant], left_out: &mut Vec<String>) -> Result<Vec<(Session, String)>, Failed> {
    let mut sessions = Vec::new();
    for Meant { path, by_name } in meant {
        match read(path) {
            Ok(session) => sessions.push(session),
            Err(error) if *by_name => return Err(Failed::Problem(error.to_string())),
            Err(error) => left_out.push(error.headline()),
        }
    }
    Ok(sessions)
}

/// Reads one. Nothing is locked, and nothing is changed.
fn read(path: &Path) -> Result<(Session, String), ReadError> {
    let read = session_file::read(&shown(path), path)?;
    let name = shown(path.file_name().unwrap_or_default());
    if let Some(sentence) = Some(read.trust).filter(|trust| *trust != Trust::Sealed) {
        let sentence = sentence.sentence().unwrap_or_default();
        tell(&format!("{name}: {sentence}"));
    }
    Ok((read.session, name))
}

fn write(path: &Path, out: &str, force: bool, folders: &Folders) -> Result<(), Failed> {
    let replace = if force {
        Replace::IfNotOurs
    } else {
        Replace::Never
    };
    export::write_new(path, out.as_bytes(), replace, folders).map_err(|error| {
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
