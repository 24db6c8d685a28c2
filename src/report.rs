//! Reports: one set of facts of a session, and five layouts of it; pure, no disk and no terminal.
//!
//! ```text
//! Session -> Report (the facts) -> text | markdown | html    one session
//!                               -> csv | json                one or several
//! ```
//!
//! Only what was revealed is in the facts: a sealed value has no part in any layout. Where the session
//! hides names, no name and no role of a rater is in the facts at all, ratings stand in the order of their
//! value, and nothing ties a rating at one step to a rating at another.

mod apart;
mod csv;
mod facts;
mod html;
mod journey_facts;
mod json;
mod json_fields;
mod markdown;
mod outline;
pub mod preread;
mod sentences;
pub mod sheet;
mod step_facts;
mod step_rows;
mod strip;
mod svg;
mod svg_curve;
mod svg_dots;
mod tables;
mod text;

pub use csv::Separator;
pub use facts::{Asked, Mending, PersonFacts, PromiseFacts, Report, ScaleMark, VerdictFacts};
pub use journey_facts::{JourneyFacts, MomentFacts, PersonBalance};
pub use json_fields::FIELDS;
pub use step_facts::{DepartmentFacts, NoteFacts, PhoneFacts, Rated, Said, StepFacts, WordFacts};
pub use tables::Table;

use crate::model::session::Session;
use std::fmt;

/// How a report is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For a terminal or a mail: 80 columns, no colours.
    Text,
    /// For a wiki, a ticket or a mail.
    Markdown,
    /// One page for the browser, whole in itself.
    Html,
    /// A table, a row a rating.
    Csv,
    /// Everything, for other programs.
    Json,
}

impl Format {
    /// All of them, the one that most people want last.
    pub const ALL: [Self; 5] = [
        Self::Text,
        Self::Markdown,
        Self::Html,
        Self::Csv,
        Self::Json,
    ];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// The ending of its files, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What it is good for, in one plain line.
    pub fn good_for(self) -> &'static str {
        match self {
            Self::Text => "plain text, to read here or to paste into a mail",
            Self::Markdown => "for a wiki, a ticket or a mail",
            Self::Html => "a page for the browser, to print or to mail",
            Self::Csv => "a table, a row a rating: for a spreadsheet, pandas or DuckDB",
            Self::Json => "everything, for other programs",
        }
    }

    /// The format that a file's ending asks for; capitals do not count.
    pub fn of_ending(ending: &str) -> Option<Self> {
        let ending = ending.to_lowercase();
        match ending.as_str() {
            "htm" => Some(Self::Html),
            "text" => Some(Self::Text),
            "markdown" => Some(Self::Markdown),
            ending => Self::ALL
                .into_iter()
                .find(|format| format.ending() == ending),
        }
    }

    /// Whether one report may hold several sessions.
    pub fn takes_several(self) -> bool {
        matches!(self, Self::Csv | Self::Json)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A layout for one session was asked to hold several, or none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a {0} report is about one session. Name one, or say --format csv or --format json for several"
)]
pub struct OneAtATime(pub Format);

/// Lays out the report of one session.
///
/// `file` is what the report calls the session's file: its name without folders. Whatever could steer a
/// terminal or deceive a reader is taken out of it.
pub fn render(session: &Session, format: Format, file: &str) -> String {
    let report = Report::of(session, file);
    match format {
        Format::Text => text::lay_out(&report),
        Format::Markdown => markdown::lay_out(&report),
        Format::Html => html::lay_out(&report),
        Format::Csv => csv::lay_out(&[report], Table::Ratings, Separator::Comma),
        Format::Json => json::lay_out(std::slice::from_ref(&report)),
    }
}

/// Lays out the report of some sessions, each with what its file is called.
///
/// # Errors
/// Where the format takes one session and there are several, or none.
pub fn render_all(sessions: &[(Session, String)], format: Format) -> Result<String, OneAtATime> {
    if let [(session, file)] = sessions {
        return Ok(render(session, format, file));
    }
    let reports = reports(sessions);
    match format {
        Format::Csv => Ok(csv::lay_out(&reports, Table::Ratings, Separator::Comma)),
        Format::Json => Ok(json::lay_out(&reports)),
        Format::Text | Format::Markdown | Format::Html => Err(OneAtATime(format)),
    }
}

/// Lays out a table of some sessions in CSV, each with what its file is called.
pub fn table(sessions: &[(Session, String)], table: Table, separator: Separator) -> String {
    csv::lay_out(&reports(sessions), table, separator)
}

fn reports(sessions: &[(Session, String)]) -> Vec<Report> {
    let reports = sessions
        .iter()
        .map(|(session, file)| Report::of(session, file));
    reports.collect()
}
