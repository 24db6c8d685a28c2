//! `customer-hat folder`: where the sessions are.

use super::Failed;
use super::options::Kept;
use crate::store::folders::Folders;
use crate::store::visible::harmless;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

/// Print the folder of the sessions
///
/// Its `reports` has the reports that the program wrote, its `trash` what was moved there. The folder may not
/// be there yet: the first session makes it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) kept: Kept,
}

pub(super) fn run(folders: &Folders) -> Result<ExitCode, Failed> {
    let mut out = io::stdout().lock();
    if out.is_terminal() {
        writeln!(out, "{}", harmless(&folders.data.to_string_lossy()))?;
    } else {
        // Another program is to find it, whatever bytes it is made of.
        out.write_all(folders.data.as_os_str().as_encoded_bytes())?;
        out.write_all(b"\n")?;
    }
    Ok(ExitCode::SUCCESS)
}
