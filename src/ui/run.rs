//! The loop: what happens goes to the app, what the app asks for is done, then the picture is painted.
//!
//! ```text
//! Happenings ─▶ App::press … ─▶ effects ─▶ Saver, Shelf     paint, then wait
//!      ▲                                        │
//!      └────────────── News ◀───────────────────┘
//! ```
//!
//! No key waits for the disk: files are read and written in threads of their own, which tell the loop.

pub(super) mod effects;
pub(super) mod ending;
mod keeper;
pub(super) mod lister;
mod renamed;
mod saving;
mod stage;

use super::app::App;
use super::big_text::BigLetters;
use super::events;
use super::home::Home;
use super::replay::Pace;
use super::terminal::{Depth, NoTerminal, Surroundings};
use super::theme::{Theme, Themes};
use crate::model::built_in;
use crate::model::exercise::Exercise;
use crate::model::moment::Moment;
use crate::model::session::{Session, Walk};
use crate::model::settings::{Settings, ThemeChoice};
use crate::model::text::CleanText;
use crate::store::folders::Folders;
use crate::store::read::ReadError;
use crate::store::samples::samples;
use crate::store::settings_file;
use crate::store::shelf::{NoShelf, Shelf};
use keeper::Keeper;
use lister::Lister;
use stage::Stage;
use std::path::PathBuf;
use std::process::ExitCode;

/// Where the program begins.
#[derive(Debug)]
pub enum Start {
    /// At Home.
    Home,
    /// At Home, where it asks which business is walked through.
    Ask(Walk),
    /// In a new session, which gets a file at once.
    Create {
        /// The session.
        session: Box<Session>,
        /// What the people should know, if anything.
        notice: Option<String>,
    },
    /// In the session in this file.
    Resume(PathBuf),
    /// At these sessions side by side, with Home behind them.
    Compare(Vec<Session>),
    /// In the replay of a session; leaving it ends the program.
    Replay {
        /// The session.
        session: Box<Session>,
        /// How long a frame stays when it goes on by itself.
        pace: Pace,
        /// Whether it goes on by itself from its first frame.
        by_itself: bool,
    },
}

/// Why the screens did not open. Nothing was changed but that the folder of the sessions may have been made.
#[derive(Debug, thiserror::Error)]
pub enum NotRun {
    /// There is no terminal for them.
    #[error(transparent)]
    NoTerminal(#[from] NoTerminal),
    /// There is no folder to keep sessions in.
    #[error(transparent)]
    NoShelf(#[from] NoShelf),
    /// The session can't be read.
    #[error("{0}")]
    Unreadable(#[from] ReadError),
}

/// Opens the screens and stays until the people leave or the process has to end.
///
/// The code is 0 after leaving, 1 when something could not be saved, 128 and its number after a signal.
///
/// # Panics
/// Never: a test reads every built-in theme and exercise.
pub fn run(
    start: Start,
    folders: &Folders,
    surroundings: &Surroundings,
) -> Result<ExitCode, NotRun> {
    surroundings.check()?;
    let shelf = Shelf::open(folders)?;
    let lister = Lister::start(&shelf, folders);
    let resumed = match &start {
        Start::Resume(path) => Some(shelf.go_on(path)?),
        _ => None,
    };
    let depth = Depth::detect(surroundings);
    let (set, themes, told) = looks(folders, depth, surroundings);
    let mut home = home();
    if let Start::Ask(walk) = &start {
        home = home.asking(*walk);
    }
    let theme = themes.current().clone();
    let letters = BigLetters::new(surroundings);
    let refused = letters.refusal();
    let mut app = App::new(home, theme, now())
        .with_settings(set.clone(), themes)
        .with_big_letters(letters);
    if let Some(sentence) = told.or(refused) {
        app.tell(sentence);
    }
    if let Start::Compare(sessions) = &start {
        app.compare(sessions);
    }
    let (terminal, happenings) = events::open(surroundings, depth)?;
    let keeper = Keeper::new(settings_file::path(folders));
    let mut stage = Stage::new(app, terminal, happenings, shelf, keeper);
    stage.questions.ground =
        matches!(depth, Depth::True | Depth::Indexed256) && surroundings.may_answer();
    stage.questions.name = surroundings.may_answer();
    match (start, resumed) {
        (
            Start::Create {
                mut session,
                notice,
            },
            _,
        ) => {
            // A new session refuses nothing of that; if it did, it would begin as usual.
            let _ = set.begin(&mut session, now());
            stage.begin(session, notice);
        }
        (
            Start::Replay {
                session,
                pace,
                by_itself,
            },
            _,
        ) => stage.app.replay_alone(*session, pace, by_itself),
        (_, Some(opened)) => stage.show(opened),
        (_, None) => {}
    }
    stage.hear_of_listing(lister);
    let ending = stage.play();
    Ok(stage.leave(ending))
}

fn home() -> Home {
    let exercise =
        Exercise::built_in(built_in::FIRST).expect("a test reads every built-in exercise");
    Home::waiting(exercise).with_samples(samples())
}

/// The settings, the themes, and what is wrong with their files, a sentence.
pub(super) fn looks(
    folders: &Folders,
    depth: Depth,
    surroundings: &Surroundings,
) -> (Settings, Themes, Option<String>) {
    let own = Theme::load_all(&themes_folder(folders));
    let broken = own.problems.first().cloned();
    let incomplete = own.incomplete.clone();
    let (set, unreadable) = match settings_file::read(&settings_file::path(folders)) {
        Ok(set) => (set, None),
        Err(error) => (Settings::default(), Some(error.headline())),
    };
    let asked = surroundings.theme.as_deref();
    let wanted = asked.map_or_else(
        || set.theme.clone(),
        |name| ThemeChoice::from(CleanText::typed(name)),
    );
    let themes = Themes::new(own, wanted, depth, surroundings);
    let told = unreadable
        .map(|why| format!("As usual, for the settings can't be read: {why}"))
        .or(broken.map(|why| format!("A theme of yours is left out: {why}")))
        .or(incomplete);
    (set, themes, told)
}

/// Where the user's own themes are.
pub fn themes_folder(folders: &Folders) -> PathBuf {
    folders.config.join("themes")
}

/// The clock on the wall.
pub fn now() -> Moment {
    let now = jiff::Zoned::now();
    Moment::new(now.timestamp(), now.offset())
}
