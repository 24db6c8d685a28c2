//! `customer-hat resume`: goes on with a session.

use super::options::Held;
use super::{Failed, open};
use crate::store::find::Last;
use crate::store::folders::Folders;
use crate::store::shelf::Shelf;
use crate::ui::run::Start;
use std::ffi::OsString;
use std::process::ExitCode;

/// Go on with a session
///
/// On the screen where it was left; nothing that was accepted is lost.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A path, a file name, or `last`: the last one that is not finished
    #[arg(default_value = "last", value_name = "SESSION")]
    session: OsString,
    #[command(flatten)]
    pub(super) held: Held,
}

pub(super) fn run(args: &Args, folders: &Folders, how: &open::How<'_>) -> Result<ExitCode, Failed> {
    let way = open::way(how)?;
    let path = Shelf::at(folders)
        .find(&args.session, Last::Unfinished)
        .map_err(|error| Failed::Problem(error.to_string()))?;
    open::play(Start::Resume(path), folders, &way)
}
