//! The command line: one file for each subcommand.

mod check;
mod compare;
mod completions;
mod exercises;
mod list;
mod man;
mod new;
mod notes;
mod open;
mod preread;
mod replay;
mod report;
mod resume;
mod theme;

use crate::model::settings::BigText;
use crate::store::folders::{Folders, NoHome};
use crate::ui::run::NotRun;
use crate::ui::terminal::NoTerminal;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

const EXAMPLES: &str = "\
Examples:
  customer-hat                                 open the program
  customer-hat new --business Acme --people \"Ana, Ben (workshop)\"
  customer-hat new --business Acme --solo      on your own
  customer-hat resume                          go on with the last unfinished session
  customer-hat resume --plain                  the same, line by line, without screens
  customer-hat replay --auto                   the last session once more, by itself
  customer-hat notes                           what to say, in a second terminal
  customer-hat list --json                     what there is, for other programs
  customer-hat compare                         the last round beside the one before it
  customer-hat report --output acme.html       the last session as a page to print or to mail
  customer-hat report *.ron --format csv       every rating of several sessions, in one table
  customer-hat check *.ron                     every problem with its place
  customer-hat exercises                       what can be walked through, your own too
  customer-hat preread > preread.txt           a page to hand out before the meeting

A SESSION is a path, a file name, or `last`. Sessions are kept in the data folder of your platform;
--data-dir, or CUSTOMER_HAT_DATA in the environment, names another.
Exit codes: 0 done, 1 a problem with what was asked or found, 2 wrong usage or no terminal.";

/// Put on the customer hat: walk through your own business as a customer, and say how it felt.
#[derive(Debug, Parser)]
#[command(name = "customer-hat", version, after_help = EXAMPLES, max_term_width = 100)]
struct Cli {
    /// Keep everything in this folder (else that of `CUSTOMER_HAT_DATA`, else your platform's own)
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// How everything looks this time: auto, dark, light, terminal, projector, none, or one of your own
    #[arg(long, global = true, value_name = "NAME")]
    theme: Option<String>,
    /// What large text is made of this time: auto (as the terminal can), kitty (its text sizes), blocks
    #[arg(long, global = true, value_name = "WAY", value_parser = big_text())]
    big_text: Option<BigText>,
    /// Line by line instead of screens: for screen readers, `TERM=dumb` and pipes
    #[arg(long, global = true)]
    plain: bool,
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
    /// List the exercises, built in and your own
    ///
    /// Your own are the files in `exercises`, in the folder of your settings; each is named after its id,
    /// ID.ron. What is wrong with one is told with its place, and the code is 1.
    Exercises,
    Preread(preread::Args),
    Completions(completions::Args),
    /// Print the manual page
    Man,
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

/// The ways to make large text, by their names.
fn big_text() -> impl TypedValueParser<Value = BigText> {
    PossibleValuesParser::new(BigText::ALL.map(BigText::as_str)).map(|name| {
        let way = BigText::ALL.into_iter().find(|way| way.as_str() == name);
        way.expect("only these names are taken")
    })
}

/// Runs the program and gives its exit code.
pub fn run() -> ExitCode {
    bear_a_full_file();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let code = ExitCode::from(error.exit_code() as u8);
            // Help and version come this way too, and their disk may be full.
            return end(error.print().map(|()| code).map_err(Failed::Output));
        }
    };
    end(carry_out(&cli))
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
    // What needs no folder works without a home.
    let folders = || {
        let environment = std::env::var_os("CUSTOMER_HAT_DATA");
        Folders::find(cli.data_dir.as_deref(), environment.as_deref())
    };
    let theme = cli.theme.as_deref();
    if let Some(name) = theme {
        theme::check(name, &folders()?)?;
    }
    let how = open::How {
        plain: cli.plain,
        theme,
        big_text: cli.big_text,
    };
    match &cli.command {
        None => open::run(&folders()?, &how),
        Some(Command::New(args)) => new::run(args, &folders()?, &how),
        Some(Command::Resume(args)) => resume::run(args, &folders()?, &how),
        Some(Command::Notes(args)) => notes::run(args, &folders()?, &how),
        Some(Command::Replay(args)) => replay::run(args, &folders()?, &how),
        Some(Command::List(args)) => list::run(args, &folders()?),
        Some(Command::Compare(args)) => compare::run(args, &folders()?, &how),
        Some(Command::Report(args)) => report::run(args, &folders()?),
        Some(Command::Check(args)) => check::run(args),
        Some(Command::Exercises) => exercises::run(&folders()?),
        Some(Command::Preread(args)) => preread::run(args, &folders()?),
        Some(Command::Completions(args)) => completions::run(args),
        Some(Command::Man) => man::run(),
    }
}
