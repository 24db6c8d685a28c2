//! `customer-hat help`: what the program or one of its commands does, at length.

use super::{Cli, Failed, words_of};
use clap::CommandFactory;
use std::process::ExitCode;

/// Tell what the program or a command does, at length
///
/// `customer-hat help report` says the same as `customer-hat report --help`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A command; without one, the program
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Failed> {
    let command = args.command.as_deref();
    words_of(command)?;
    let words = ["customer-hat"]
        .into_iter()
        .chain(command)
        .chain(["--help"]);
    // Help is what is told instead of matches.
    if let Err(help) = Cli::command().try_get_matches_from(words) {
        help.print()?;
    }
    Ok(ExitCode::SUCCESS)
}
