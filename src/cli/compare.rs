//! `customer-hat compare`: sessions side by side, on screens or as plain text.

use super::{Failed, open};
use crate::model::compare::Comparison;
use crate::model::heading::Heading;
use crate::model::name_key::same_name;
use crate::model::session::Session;
use crate::store::find::Last;
use crate::store::folders::Folders;
use crate::store::shelf::Shelf;
use crate::store::wildcards;
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
    /// Paths, file names, or `last`: the one begun last
    #[arg(value_name = "SESSION")]
    sessions: Vec<OsString>,
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
    let named = if args.sessions.is_empty() {
        vec![PathBuf::from("last")]
    } else {
        wildcards::spread(&args.sessions)
    };
    let find = |name: &PathBuf| {
        shelf
            .find(name, Last::OfAll)
            .map_err(|error| Failed::Problem(error.to_string()))
    };
    let paths: Vec<PathBuf> = named.iter().map(find).collect::<Result<_, _>>()?;
    let mut sessions: Vec<Session> = paths
        .iter()
        .map(|path| read(path))
        .collect::<Result<_, _>>()?;
    if let [only] = &sessions[..] {
        let headings = shelf.list().headings;
        let before = before(only, &headings).ok_or_else(|| {
            Failed::Problem(format!(
                "there is no round before {} to compare it with. Name two sessions; `customer-hat list` shows \
                 what there is",
                crate::model::wording::round_title(only.business(), only.walk(), only.round().number())
            ))
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

/// The session before this one: the last round of the same business and the same walk, else the last of the
/// same business.
fn before<'a>(session: &Session, headings: &'a [Heading]) -> Option<&'a Path> {
    let earlier = || {
        headings.iter().filter(|heading| {
            heading.started < session.started() && same_name(&heading.business, session.business())
        })
    };
    let same_walk = earlier().find(|heading| heading.walk == session.walk());
    let any = same_walk.or_else(|| earlier().next());
    any.map(|heading| heading.path.as_path())
}
