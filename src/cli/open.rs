//! `customer-hat`: opens the program at Home; and what every command that opens screens begins with.

use super::Failed;
use crate::store::folders::Folders;
use crate::ui::run::{self, Start};
use crate::ui::terminal::Surroundings;
use std::process::ExitCode;

/// The terminal, if there is one: asked before anything is read or written.
pub(super) fn terminal(theme: Option<&str>) -> Result<Surroundings, Failed> {
    let surroundings = Surroundings::gather(|name| std::env::var(name).ok());
    surroundings.check()?;
    Ok(Surroundings {
        theme: theme.map(str::to_owned),
        ..surroundings
    })
}

pub(super) fn run(folders: &Folders, theme: Option<&str>) -> Result<ExitCode, Failed> {
    let terminal = terminal(theme)?;
    Ok(run::run(Start::Home, folders, &terminal)?)
}
