//! `customer-hat man`: the manual pages, one for the program and one for each command.

use super::{Cli, Failed};
use clap::CommandFactory;
use std::io::{self, Write};
use std::process::ExitCode;

/// Print a manual page
///
/// Without a name that of the program, with the name of a command that command's: `customer-hat man report`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A command
    command: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Failed> {
    // Built, so that each command knows by which name it is called.
    let mut program = Cli::command();
    program.build();
    let page = match &args.command {
        None => program,
        Some(name) => {
            let command = program
                .get_subcommands()
                .find(|one| one.get_name() == name)
                .filter(|one| one.get_name() != "help");
            let unknown = || Failed::Usage(format!("there is no command {name:?}"));
            command.ok_or_else(unknown)?.clone()
        }
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text)?;
    io::stdout().lock().write_all(&text)?;
    Ok(ExitCode::SUCCESS)
}
