//! `customer-hat completions`: what a shell needs to complete this program's words.

use super::{Cli, Failed};
use clap::CommandFactory;
use clap_complete::Shell;
use std::io::{self, Write};
use std::process::ExitCode;

/// Print what your shell needs to complete this program's words
///
/// For bash: customer-hat completions bash > ~/.local/share/bash-completion/completions/customer-hat
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Your shell
    shell: Shell,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Failed> {
    // Into memory first: the generator panics when its reader closes the pipe.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "customer-hat", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}
