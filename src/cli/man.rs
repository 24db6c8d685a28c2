//! `customer-hat man`: the manual page.

use super::{Cli, Failed};
use clap::CommandFactory;
use std::io;
use std::process::ExitCode;

pub(super) fn run() -> Result<ExitCode, Failed> {
    clap_mangen::Man::new(Cli::command()).render(&mut io::stdout().lock())?;
    Ok(ExitCode::SUCCESS)
}
