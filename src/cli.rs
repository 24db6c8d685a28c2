//! The command line: one file for each subcommand.

mod check;
mod compare;
mod complete;
mod completions;
mod examples;
mod exercises;
mod folder;
mod help;
mod list;
mod man;
mod new;
mod notes;
mod open;
mod options;
mod preread;
mod replay;
mod report;
mod resume;
mod theme;
mod which;

use crate::store::folders::{Folders, NoHome};
use crate::store::visible::harmless;
use crate::ui::run::NotRun;
use crate::ui::terminal::NoTerminal;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use open::How;
use options::{Held, Kept, Look};
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Put on the customer hat: walk through your own business as a customer, and say how it felt.
#[derive(Debug, Parser)]
#[command(
    name = "customer-hat",
    version,
    after_help = examples::help(),
    max_term_width = 100,
    disable_help_subcommand = true
)]
struct Cli {
    #[command(flatten)]
    held: Held,
    #[command(subcommand)]
    command: Option<Command>,
}

// What a command is for stands at its `Args`: a sentence here would hide all of theirs from `--help`.
#[derive(Debug, Subcommand)]
enum Command {
    New(new::Args),
    Resume(resume::Args),
    Replay(replay::Args),
    Notes(notes::Args),
    List(list::Args),
    Compare(compare::Args),
    Report(report::Args),
    Check(check::Args),
    Folder(folder::Args),
    Exercises(exercises::Args),
    Preread(preread::Args),
    Completions(completions::Args),
    Man(man::Args),
    Help(help::Args),
    #[command(hide = true)]
    Complete(complete::Args),
}

/// Why a command did not do what it was asked.
#[derive(Debug, thiserror::Error)]
enum Failed {
    /// A problem with what was asked or found.
    #[error("{0}")]
    Problem(String),
    /// The words of the command ask for something that is not there.
    #[error("{0}")]
    Usage(String),
    /// There is no terminal for the screens.
    #[error("{0}")]
    NoTerminal(#[from] NoTerminal),
    /// The words can't be written out.
    #[error("the output can't be written: {0}")]
    Output(#[from] io::Error),
}

impl From<NotRun> for Failed {
    fn from(why: NotRun) -> Self {
        match why {
            NotRun::NoTerminal(why) => Self::NoTerminal(why),
            why => Self::Problem(why.to_string()),
        }
    }
}

impl From<NoHome> for Failed {
    fn from(why: NoHome) -> Self {
        Self::Problem(why.to_string())
    }
}

/// The program's words, or those of one of its commands.
///
/// Built, so that each command knows by which name it is called.
fn words_of(command: Option<&str>) -> Result<clap::Command, Failed> {
    let mut program = Cli::command();
    program.build();
    let Some(name) = command else {
        return Ok(program);
    };
    let shown = || program.get_subcommands().filter(|one| !one.is_hide_set());
    let found = shown().find(|one| one.get_name() == name);
    found.cloned().ok_or_else(|| {
        let names: Vec<_> = shown().map(clap::Command::get_name).collect();
        let (name, names) = (harmless(name), names.join(", "));
        Failed::Usage(format!("there is no command \"{name}\". There is {names}"))
    })
}

/// Runs the program and gives its exit code.
pub fn run() -> ExitCode {
    bear_a_full_file();
    let program = Cli::command();
    let given = program.clone().try_get_matches();
    let given = given.and_then(|given| Ok((Cli::from_arg_matches(&given)?, given)));
    let (cli, given) = match given {
        Ok(given) => given,
        Err(error) => {
            let code = ExitCode::from(error.exit_code() as u8);
            // Help and version come this way too, and their disk may be full.
            return end(error.print().map(|()| code).map_err(Failed::Output));
        }
    };
    end(match options::misplaced(&program, &given) {
        Some(sentence) => Err(Failed::Usage(sentence)),
        None => carry_out(&cli),
    })
}

/// The exit code, and on stderr why there is no better one.
fn end(done: Result<ExitCode, Failed>) -> ExitCode {
    match done {
        Ok(code) => code,
        // Whoever reads has enough, as `head` does.
        Err(Failed::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(failed) => {
            // Its words name the program already.
            let (who, code) = match failed {
                Failed::NoTerminal(_) => ("", 2),
                Failed::Usage(_) => ("customer-hat: ", 2),
                _ => ("customer-hat: ", 1),
            };
            // Nobody is left to tell when this fails.
            let _ = writeln!(io::stderr(), "{who}{failed}");
            ExitCode::from(code)
        }
    }
}

/// A file that may not grow any more (`ulimit -f`) is a failed save, told as one, and no reason to be killed.
fn bear_a_full_file() {
    #[cfg(unix)]
    {
        // Caught, so that the write fails instead; where even that can't be had, all is as it was.
        let caught = std::sync::Arc::default();
        let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, caught);
    }
}

fn carry_out(cli: &Cli) -> Result<ExitCode, Failed> {
    let Some(command) = &cli.command else {
        let (folders, how) = cli.held(&cli.held)?;
        return open::run(&folders, &how);
    };
    let held = |args| cli.held(args);
    match command {
        Command::New(args) => held(&args.held).and_then(|(at, how)| new::run(args, &at, &how)),
        Command::Resume(args) => {
            held(&args.held).and_then(|(at, how)| resume::run(args, &at, &how))
        }
        Command::Replay(args) => {
            held(&args.held).and_then(|(at, how)| replay::run(args, &at, &how))
        }
        Command::Compare(args) => {
            held(&args.held).and_then(|(at, how)| compare::run(args, &at, &how))
        }
        Command::Notes(args) => {
            let folders = cli.folders(&args.kept)?;
            notes::run(args, &folders, &cli.how(&args.look, false, &folders)?)
        }
        Command::List(args) => list::run(args, &cli.folders(&args.kept)?),
        Command::Report(args) => report::run(args, &cli.folders(&args.kept)?),
        Command::Check(args) => check::run(args, &cli.folders(&args.kept)?),
        Command::Folder(args) => folder::run(&cli.folders(&args.kept)?),
        Command::Exercises(args) => exercises::run(args, &cli.folders(&args.kept)?),
        Command::Preread(args) => preread::run(args, &cli.folders(&args.kept)?),
        // What needs no folder works without a home.
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
        Command::Help(args) => help::run(args),
        Command::Complete(args) => complete::run(args),
    }
}

impl Cli {
    /// The folders, as they were named behind the command or before it.
    fn folders(&self, kept: &Kept) -> Result<Folders, Failed> {
        let named = kept.data_dir.as_ref().or(self.held.kept.data_dir.as_ref());
        Ok(options::folders(named.map(PathBuf::as_path))?)
    }

    /// How everything is to look, as it was said behind the command or before it.
    fn how<'a>(&'a self, look: &'a Look, plain: bool, at: &Folders) -> Result<How<'a>, Failed> {
        let before = &self.held;
        let theme = look.theme.as_deref().or(before.look.theme.as_deref());
        if let Some(name) = theme {
            theme::check(name, at)?;
        }
        Ok(How {
            plain: plain || before.plain,
            theme,
            big_text: look.big_text.or(before.look.big_text),
        })
    }

    /// Both, for a command that holds a session.
    fn held<'a>(&'a self, held: &'a Held) -> Result<(Folders, How<'a>), Failed> {
        let folders = self.folders(&held.kept)?;
        let how = self.how(&held.look, held.plain, &folders)?;
        Ok((folders, how))
    }
}
