//! `customer-hat`: opens the program at Home; and what every command that opens screens begins with.

use super::Failed;
use crate::model::settings::BigText;
use crate::store::folders::Folders;
use crate::ui::plain;
use crate::ui::run::{self, Start};
use crate::ui::terminal::Surroundings;
use std::io::{self, Write};
use std::process::ExitCode;

/// The terminal, if there is one: asked before anything is read or written.
pub(super) fn terminal(how: &How<'_>) -> Result<Surroundings, Failed> {
    let surroundings = Surroundings::gather(|name| std::env::var(name).ok());
    surroundings.check()?;
    Ok(Surroundings {
        theme: how.theme.map(str::to_owned),
        big_text: how.big_text,
        ..surroundings
    })
}

/// How the session is held.
pub(super) enum Way {
    /// On screens, in this terminal.
    Screens(Surroundings),
    /// Line by line, wherever.
    Plain,
}

/// How it is to be held, as the command line says.
pub(super) struct How<'a> {
    /// Line by line.
    pub(super) plain: bool,
    /// The theme of the screens, for this run alone.
    pub(super) theme: Option<&'a str>,
    /// How their large text is made, for this run alone.
    pub(super) big_text: Option<BigText>,
}

/// The way that is asked for, where it can be gone.
pub(super) fn way(how: &How<'_>) -> Result<Way, Failed> {
    if how.plain {
        Ok(Way::Plain)
    } else {
        terminal(how).map(Way::Screens)
    }
}

/// Begins there, and stays until the people leave.
pub(super) fn play(start: Start, folders: &Folders, way: &Way) -> Result<ExitCode, Failed> {
    Ok(match way {
        Way::Screens(terminal) => run::run(start, folders, terminal)?,
        Way::Plain => plain::run(start, folders)?,
    })
}

/// Tells of a file that can be read and not trusted; what is asked for is done all the same.
pub(super) fn warn(caution: Option<&str>) {
    if let Some(words) = caution {
        // Nobody is left to tell where even this can't be written.
        let _ = writeln!(io::stderr(), "customer-hat: {words}");
    }
}

pub(super) fn run(folders: &Folders, how: &How<'_>) -> Result<ExitCode, Failed> {
    play(Start::Home, folders, &way(how)?)
}
