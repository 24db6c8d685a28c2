//! `customer-hat completions`: what a shell needs to complete this program's words.

use super::{Cli, Failed};
use clap::{Command, CommandFactory};
use clap_complete::Shell;
use std::io::{self, Write};
use std::process::ExitCode;

// These ask the program itself, so that sessions, exercises and themes are completed as well.
const BASH: &str = include_str!("../../assets/completions/customer-hat.bash");
const ZSH: &str = include_str!("../../assets/completions/customer-hat.zsh");
const FISH: &str = include_str!("../../assets/completions/customer-hat.fish");

/// Print what your shell needs to complete this program's words
///
/// Commands, options and their values; in bash, zsh and fish sessions, businesses, exercises and themes too.
/// Put it where your shell looks for it:
///
/// bash: customer-hat completions bash > ~/.local/share/bash-completion/completions/customer-hat
///
/// zsh, with a FOLDER of your fpath: customer-hat completions zsh > FOLDER/_customer-hat
///
/// fish: customer-hat completions fish > ~/.config/fish/completions/customer-hat.fish
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Your shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

pub(super) fn run(args: &Args) -> Result<ExitCode, Failed> {
    let mut script = Vec::new();
    match args.shell {
        Shell::Bash => script.extend(BASH.bytes()),
        Shell::Zsh => script.extend(ZSH.bytes()),
        Shell::Fish => script.extend(FISH.bytes()),
        // Into memory first: the generator panics when its reader closes the pipe.
        other => clap_complete::generate(other, &mut shown(), "customer-hat", &mut script),
    }
    io::stdout().lock().write_all(&script)?;
    Ok(ExitCode::SUCCESS)
}

/// The program without what help does not show: the generator would offer that.
fn shown() -> Command {
    let whole = Cli::command();
    let commands = whole.get_subcommands().filter(|one| !one.is_hide_set());
    Command::new("customer-hat")
        .disable_help_subcommand(true)
        .args(whole.get_arguments())
        .subcommands(commands)
}
