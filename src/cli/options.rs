//! The options that several commands share, and a sentence where one was given to a command that has no use for it.

use crate::model::settings::BigText;
use crate::store::folders::{Folders, NoHome};
use clap::ArgMatches;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::parser::ValueSource;
use std::path::{Path, PathBuf};

// No sentence stands at these structs: it would take the place of the sentence of the command that has them.

#[derive(Debug, Default, clap::Args)]
pub(super) struct Kept {
    /// Keep everything in this folder (else that of `CUSTOMER_HAT_DATA`, else your platform's own)
    #[arg(long, value_name = "DIR")]
    pub(super) data_dir: Option<PathBuf>,
}

#[derive(Debug, Default, clap::Args)]
pub(super) struct Look {
    /// How everything looks this time: auto, dark, light, terminal, projector, none, or one of your own
    #[arg(long, value_name = "THEME")]
    pub(super) theme: Option<String>,
    /// What large text is made of this time: auto (as the terminal can), kitty (its text sizes), blocks
    #[arg(long, value_name = "WAY", value_parser = big_text())]
    pub(super) big_text: Option<BigText>,
}

#[derive(Debug, Default, clap::Args)]
pub(super) struct Held {
    #[command(flatten)]
    pub(super) kept: Kept,
    #[command(flatten)]
    pub(super) look: Look,
    /// Line by line instead of screens: for screen readers, `TERM=dumb` and pipes
    #[arg(long)]
    pub(super) plain: bool,
}

/// The folders to use, where this one is named, or none.
pub(super) fn folders(named: Option<&Path>) -> Result<Folders, NoHome> {
    let environment = std::env::var_os("CUSTOMER_HAT_DATA");
    Folders::find(named, environment.as_deref())
}

/// The ways to make large text, by their names.
fn big_text() -> impl TypedValueParser<Value = BigText> {
    PossibleValuesParser::new(BigText::ALL.map(BigText::as_str)).map(|name| {
        let way = BigText::ALL.into_iter().find(|way| way.as_str() == name);
        way.expect("only these names are taken")
    })
}

/// The option that was given before a command that has no use for it, in a sentence.
///
/// `--data-dir` may stand before every command: whoever keeps sessions elsewhere has it in an alias.
pub(super) fn misplaced(program: &clap::Command, given: &ArgMatches) -> Option<String> {
    let (name, _) = given.subcommand()?;
    let command = program.find_subcommand(name)?;
    let is_of = |id: &clap::Id| command.get_arguments().any(|arg| arg.get_id() == id);
    let is_given = |id: &str| given.value_source(id) == Some(ValueSource::CommandLine);
    let option = program.get_arguments().find(|option| {
        let id = option.get_id();
        id != "data_dir" && option.get_long().is_some() && is_given(id.as_str()) && !is_of(id)
    })?;
    let long = option.get_long()?;
    Some(format!(
        "--{long} means nothing to `customer-hat {name}`. Leave it out"
    ))
}
