//! `customer-hat preread`: a page to hand out before the meeting.

use super::Failed;
use super::options::Kept;
use crate::model::built_in;
use crate::report::preread;
use crate::store::exercise_file;
use crate::store::folders::Folders;
use std::io::{self, Write};
use std::process::ExitCode;

/// Print a page to hand out before the meeting
///
/// Plain text of 72 columns: the idea, the question, the rules and the steps, in the exercise's own words.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A built-in exercise, or one of your own: `customer-hat exercises` lists them
    #[arg(default_value = built_in::FIRST, value_name = "EXERCISE")]
    exercise: String,
    #[command(flatten)]
    pub(super) kept: Kept,
}

pub(super) fn run(args: &Args, folders: &Folders) -> Result<ExitCode, Failed> {
    let exercise = exercise_file::find(folders, &args.exercise)
        .map_err(|error| Failed::Problem(error.to_string()))?;
    let page = preread::lay_out(&exercise);
    io::stdout().lock().write_all(page.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
