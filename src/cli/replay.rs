//! `customer-hat replay`: a past session once more, screen by screen; only to look at.

use super::options::Held;
use super::{Failed, open};
use crate::store::find::Last;
use crate::store::folders::Folders;
use crate::store::shelf::Shelf;
use crate::ui::replay::Pace;
use crate::ui::run::Start;
use std::ffi::OsString;
use std::process::ExitCode;

/// Replay a session, screen by screen
///
/// The same screens in the order of the meeting, only to look at; what was sealed stays sealed until its
/// reveal. A session that is not finished goes as far as it came. Without a terminal, or with --plain, it
/// is told as text.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A path, a file name, or `last`: the last session of all
    #[arg(default_value = "last", value_name = "SESSION")]
    session: OsString,
    /// Go on by itself, from screen to screen
    #[arg(long, conflicts_with = "plain")]
    auto: bool,
    /// How many seconds a screen stays when it goes on by itself: 1 to 600; 8 without it
    #[arg(
        long,
        value_name = "SECONDS",
        allow_negative_numbers = true,
        conflicts_with = "plain"
    )]
    pace: Option<Pace>,
    #[command(flatten)]
    pub(super) held: Held,
}

pub(super) fn run(args: &Args, folders: &Folders, how: &open::How<'_>) -> Result<ExitCode, Failed> {
    // What can't be shown on screens can be told.
    let way = open::way(how).unwrap_or(open::Way::Plain);
    let problem = |why: String| Failed::Problem(why);
    let path = Shelf::at(folders)
        .find(&args.session, Last::OfAll)
        .map_err(|error| problem(error.to_string()))?;
    let (session, caution) =
        Shelf::read_with_caution(&path).map_err(|error| problem(error.to_string()))?;
    open::warn(caution.as_deref());
    let start = Start::Replay {
        session: Box::new(session),
        pace: args.pace.unwrap_or_default(),
        by_itself: args.auto,
    };
    open::play(start, folders, &way)
}
