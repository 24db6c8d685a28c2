//! `customer-hat compare`: sessions side by side, on screens or as plain text.

use super::options::Held;
use super::{Failed, open};
use crate::model::compare::Comparison;
use crate::model::heading::Heading;
use crate::model::last_time::round_before;
use crate::model::name_key::same_name;
use crate::model::session::Session;
use crate::store::choose::Wanted;
use crate::store::folders::Folders;
use crate::store::shelf::Shelf;
use crate::ui::compare::text;
use crate::ui::run::Start;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Set sessions side by side: two are then and now, three and more a run
///
/// One session stands beside the round before it of the same business; with none, it is the session begun
/// last. Without a terminal, or with --plain, it is written out as text.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Paths, file names, `last`, or names with * and ?; without any the one begun last
    #[arg(value_name = "SESSION")]
    sessions: Vec<OsString>,
    #[command(flatten)]
    pub(super) held: Held,
}

pub(super) fn run(args: &Args, folders: &Folders, how: &open::How<'_>) -> Result<ExitCode, Failed> {
    let shelf = Shelf::at(folders);
    let sessions = sessions(args, &shelf)?;
    let problem = |why: &dyn ToString| Failed::Problem(why.to_string());
    let comparison = Comparison::of(&sessions).map_err(|why| problem(&why))?;
    // Whoever has no terminal still gets to know what came of it.
    match open::way(how) {
        Ok(way @ open::Way::Screens(_)) => open::play(Start::Compare(sessions), folders, &way),
        Ok(open::Way::Plain) | Err(Failed::NoTerminal(_)) => {
            io::stdout()
                .lock()
                .write_all(text::text(&comparison).as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
        Err(why) => Err(why),
    }
}

/// The sessions that are asked for, read and not touched.
fn sessions(args: &Args, shelf: &Shelf) -> Result<Vec<Session>, Failed> {
    let last = ["last".into()];
    let named = if args.sessions.is_empty() {
        &last
    } else {
        &args.sessions[..]
    };
    let chosen = shelf.choose(Wanted::Named(named));
    let chosen = chosen.map_err(|error| Failed::Problem(error.to_string()))?;
    let paths: Vec<PathBuf> = chosen.sessions.into_iter().map(|one| one.path).collect();
    let mut sessions: Vec<Session> = paths
        .iter()
        .map(|path| read(path))
        .collect::<Result<_, _>>()?;
    if let [only] = &sessions[..] {
        let listing = shelf.list();
        let before = before(only, &listing.headings).ok_or_else(|| {
            // What is not found may be what was not read.
            let hidden = listing.incomplete.clone();
            Failed::Problem(hidden.unwrap_or_else(|| format!(
                "there is no round before {} to compare it with. Name two sessions; `customer-hat list` shows \
                 what there is",
                crate::model::wording::round_title(only.business(), only.walk(), only.round().number())
            )))
        })?;
        sessions.push(read(before)?);
    }
    Ok(sessions)
}

fn read(path: &Path) -> Result<Session, Failed> {
    let (session, caution) =
        Shelf::read_with_caution(path).map_err(|error| Failed::Problem(error.to_string()))?;
    open::warn(caution.as_deref());
    Ok(session)
}

/// The session before this one: the round before it of the same business and walk, else the last of the same
/// business by its date.
fn before<'a>(session: &Session, headings: &'a [Heading]) -> Option<&'a Path> {
    let of = (session.business(), session.walk(), session.round());
    let is_earlier = |heading: &&Heading| {
        heading.started < session.started()
            && heading.walk != session.walk()
            && !heading.is_outdated()
            && same_name(&heading.business, session.business())
    };
    let any = round_before(of, headings).or_else(|| headings.iter().find(is_earlier));
    any.map(|heading| heading.path.as_path())
}
