//! `customer-hat check`: every problem of sessions, exercises and themes with its place, and the seal for an edit.

use super::Failed;
use super::options::Kept;
use super::which::Which;
use crate::model::caps::{Kind, PROBLEMS};
use crate::model::exercise::Exercise;
use crate::store::choose::{Chosen, Wanted};
use crate::store::disk::RealDisk;
use crate::store::envelope::{self, Trust};
use crate::store::exercise_file::{self, own_folder};
use crate::store::folders::Folders;
use crate::store::locate::place_all;
use crate::store::lock::{self, Lock};
use crate::store::read::{self, Place};
use crate::store::save;
use crate::store::session_file::{self, KIND, ReadSession};
use crate::store::shelf::Shelf;
use crate::store::source::AND_MORE;
use crate::store::visible::{harmless, shown};
use crate::store::wildcards;
use crate::ui::run::themes_folder;
use crate::ui::theme::Theme;
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Look for problems in sessions, exercises and themes
///
/// Each is written with its place, `FILE:LINE:COLUMN`. The code is 1 when there is any. Nothing is changed,
/// unless --reseal is given. With --all, exercises and themes of your own are looked at as well.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Sessions, as paths, file names, `last`, or names with * and ?; exercises and themes, as paths or names
    #[arg(required_unless_present_any = ["all", "business"], value_name = "FILE|SESSION")]
    named: Vec<OsString>,
    #[command(flatten)]
    which: Which,
    /// Accept sessions that were edited by hand, once nothing else is wrong with them
    #[arg(long)]
    reseal: bool,
    #[command(flatten)]
    pub(super) kept: Kept,
}

pub(super) fn run(args: &Args, folders: &Folders) -> Result<ExitCode, Failed> {
    let mut out = io::stdout().lock();
    let (files, problems) = files(args, folders)?;
    let mut all_well = problems.is_empty();
    for problem in problems {
        writeln!(out, "{problem}")?;
    }
    for file in &files {
        let name = shown(file);
        match check(&name, file, args.reseal) {
            Ok(well) => writeln!(out, "{}: {well}", harmless(&name))?,
            Err(problems) => {
                all_well = false;
                for problem in problems {
                    writeln!(out, "{problem}")?;
                }
            }
        }
    }
    Ok(ExitCode::from(u8::from(!all_well)))
}

/// The files that are meant, and why there may be more.
fn files(args: &Args, folders: &Folders) -> Result<(Vec<PathBuf>, Vec<String>), Failed> {
    let shelf = Shelf::at(folders);
    if !args.which.all && args.which.business.is_none() {
        let words = wildcards::spread(&args.named);
        let files = words.iter().flat_map(|word| named(word, &shelf, folders));
        return Ok((files.collect(), Vec::new()));
    }
    let mut problems = Vec::new();
    let mut files = Vec::new();
    if args.which.all {
        for folder in own_folders(folders) {
            files.extend(Shelf::in_folder(&folder).names(&mut problems));
        }
    }
    let chosen = match args.which.choose(&[], &shelf) {
        // There is something else to look at, or to tell.
        Err(_) if !files.is_empty() || !problems.is_empty() => Chosen::default(),
        chosen => chosen?,
    };
    problems.extend(chosen.problems);
    let sessions = chosen.sessions.into_iter().map(|one| one.path);
    Ok((sessions.chain(files).collect(), problems))
}

/// Where the user's own exercises and themes are.
fn own_folders(folders: &Folders) -> [PathBuf; 2] {
    [own_folder(folders), themes_folder(folders)]
}

/// What a word means: the file that is there, else a session, an exercise or a theme of the user's own. Where
/// it is none of them the word stays, and is told as a file that is not there.
fn named(word: &Path, shelf: &Shelf, folders: &Folders) -> Vec<PathBuf> {
    // A link that leads nowhere is there as well.
    if word.symlink_metadata().is_ok() {
        return vec![word.to_owned()];
    }
    let sessions = shelf.choose(Wanted::Named(&[word.into()]));
    let own = own_folders(folders).map(|folder| Shelf::in_folder(&folder).find_here(word));
    match (sessions, own.into_iter().flatten().next()) {
        (Ok(chosen), _) => chosen.sessions.into_iter().map(|one| one.path).collect(),
        (Err(_), Some(own)) => vec![own],
        (Err(_), None) => vec![word.to_owned()],
    }
}

/// What is well with a file, or every problem of it.
fn check(name: &str, file: &Path, reseal: bool) -> Result<&'static str, Vec<String>> {
    let bytes = read::read_regular(name, file).map_err(|error| vec![error.headline()])?;
    let says = |kind: &str| first_line(&bytes).contains(&format!("\"{kind}\""));
    if says(Exercise::FILE_TYPE) {
        return exercise_file::read(name, file).map(|_| "an exercise, nothing wrong");
    }
    if says(Theme::FILE_TYPE) {
        return theme(name, &bytes).map(|()| "a theme, nothing wrong");
    }
    // Whatever does not say that it is a session is told so with its place.
    session(name, file, &bytes, reseal)
}

fn session(
    name: &str,
    file: &Path,
    bytes: &[u8],
    reseal: bool,
) -> Result<&'static str, Vec<String>> {
    let read = session_file::examine(name, bytes)
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    match (read.trust, reseal) {
        (Trust::Sealed, _) => Ok("a session, nothing wrong"),
        (Trust::Edited, true) => seal(file, &read)
            .map(|()| "a session, sealed again")
            .map_err(|why| vec![format!("{}: {why}", harmless(name))]),
        (trust, _) => {
            let why = trust.sentence().unwrap_or_default();
            let line = if trust == Trust::Edited {
                read.last_line
            } else {
                1
            };
            Err(vec![format!("{}:{line}:1: {why}", harmless(name))])
        }
    }
}

/// Whether a theme can be read, and what in it stands out too little.
fn theme(name: &str, bytes: &[u8]) -> Result<(), Vec<String>> {
    let shown = harmless(name);
    let text = std::str::from_utf8(bytes)
        .map_err(|_| vec![format!("{shown}: this is no text (UTF-8)")])?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let theme: Theme =
        read::parse(Kind::Theme, name, text, 0).map_err(|error| vec![error.to_string()])?;
    let faint = theme.faint();
    if faint.is_empty() {
        return Ok(());
    }
    let shown_faint = &faint[..faint.len().min(PROBLEMS)];
    let paths: Vec<&str> = shown_faint.iter().map(|faint| faint.place).collect();
    let (spots, _) = place_all(text, &paths);
    let told = shown_faint.iter().zip(spots).map(|(faint, spot)| {
        let Place { line, column } = spot.place;
        format!("{shown}:{line}:{column}: {}: {faint}", faint.place)
    });
    let more = (faint.len() > PROBLEMS).then(|| format!("{shown}: {AND_MORE}"));
    Err(told.chain(more).collect())
}

fn first_line(bytes: &[u8]) -> String {
    let line = bytes
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    String::from_utf8_lossy(&line[..line.len().min(200)]).into_owned()
}

/// Writes the same RON with a new checksum, if nobody else has the session open or changed it meanwhile.
fn seal(file: &Path, read: &ReadSession) -> Result<(), String> {
    let _lock = match lock::take(file) {
        Lock::Held(guard) => Some(guard),
        Lock::Unsupported(_) => None,
        Lock::TakenByAnother => {
            return Err(
                "this session is open in a window. Close it there, then try again".to_owned(),
            );
        }
    };
    let text = envelope::seal(KIND, &read.text);
    let saved = save::save(&RealDisk, file, text.as_bytes(), Some(&read.fingerprint))
        .map_err(|error| error.why.to_string())?;
    match saved.conflict() {
        None => Ok(()),
        Some(copy) => Err(format!(
            "it was changed while it was being sealed, and was left as it is; the sealed copy is {}",
            shown(copy)
        )),
    }
}
