//! `customer-hat notes`: the facilitator's second terminal.

use super::options::{Kept, Look};
use super::{Failed, open};
use crate::store::find::Last;
use crate::store::folders::Folders;
use crate::store::follow::Whom;
use crate::store::shelf::Shelf;
use crate::ui::notes;
use std::ffi::OsString;
use std::process::ExitCode;

/// Follow a session in a second terminal
///
/// For the facilitator's eyes: what to say, who is missing, the clock, what comes next, and prompts that
/// fit the result. It follows whatever the other window does, may be started before or after it, and
/// changes nothing. It never shows a sealed value.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A path, a file name, or `last`; without it the session that runs, whichever it is
    #[arg(value_name = "SESSION")]
    session: Option<OsString>,
    #[command(flatten)]
    pub(super) kept: Kept,
    #[command(flatten)]
    pub(super) look: Look,
}

pub(super) fn run(args: &Args, folders: &Folders, how: &open::How<'_>) -> Result<ExitCode, Failed> {
    let terminal = open::terminal(how)?;
    let whom = match &args.session {
        None => Whom::running(folders),
        Some(session) => Shelf::at(folders)
            .find(session, Last::Unfinished)
            .map(Whom::InFile)
            .map_err(|error| Failed::Problem(error.to_string()))?,
    };
    Ok(notes::run::run(whom, folders, &terminal)?)
}
