//! `customer-hat man`: the manual pages, one for the program and one for each command.

use super::report::ABOUT_FIELDS;
use super::{Failed, examples, words_of};
use crate::report::{FIELDS, Table};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io::{self, Write};
use std::process::ExitCode;

/// Print a manual page
///
/// Without a name that of the program, with the name of a command that command's: `customer-hat man report`.
/// To read it at once: customer-hat man | man -l -
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A command
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// When the pages were last written anew: without a date what stands behind it would stand in its place.
const WRITTEN: &str = "2026-12-01";

/// The files, with what is in them.
const FILES: [(&str, &str); 5] = [
    (
        "~/.local/share/customer-hat/*.ron",
        "The sessions, a file each; `customer-hat folder` prints where they are. Where XDG_DATA_HOME names a folder, \
         they are in customer-hat in it; on a Mac in ~/Library/Application Support/customer-hat.",
    ),
    (
        "reports/, trash/",
        "Beside the sessions: the reports that the program wrote, and the sessions that were moved away.",
    ),
    (
        "~/.config/customer-hat/settings.ron",
        "The settings. Where XDG_CONFIG_HOME names a folder, they are in customer-hat in it; on a Mac in config \
         beside the sessions; with --data-dir DIR in DIR/config.",
    ),
    (
        "exercises/ID.ron",
        "Beside the settings: exercises of your own, each named after its id.",
    ),
    (
        "themes/NAME.ron",
        "Beside the settings: themes of your own.",
    ),
];

/// What is read from the environment.
const ENVIRONMENT: [(&str, &str); 6] = [
    (
        "CUSTOMER_HAT_DATA",
        "The folder to keep everything in; --data-dir goes before it.",
    ),
    (
        "XDG_DATA_HOME, XDG_CONFIG_HOME",
        "Where the folders of the sessions and of the settings are, on Linux.",
    ),
    (
        "NO_COLOR",
        "Not empty: no colours, only bold, underline and reverse.",
    ),
    (
        "COLORTERM",
        "truecolor or 24bit: the terminal shows every colour.",
    ),
    (
        "COLORFGBG",
        "Whether the terminal's ground is light, where it tells so in no other way.",
    ),
    (
        "TERM",
        "The terminal. Where it is dumb there are no screens: see --plain.",
    ),
];

pub(super) fn run(args: &Args) -> Result<ExitCode, Failed> {
    let command = words_of(args.command.as_deref())?;
    let is_program = args.command.is_none();
    let named = |name: &str| args.command.as_deref() == Some(name);
    let has_folder = command
        .get_arguments()
        .any(|arg| arg.get_id() == "data_dir");
    let mut page = Vec::new();
    let man = Man::new(command).date(WRITTEN).manual("Customer Hat");
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    let mut more = Roff::new();
    if is_program {
        man.render_subcommands_section(&mut page)?;
        section(&mut more, "EXAMPLES", examples::all());
    }
    if named("report") {
        for table in Table::ALL {
            let title = format!("COLUMNS OF CSV, {}", table.name().to_uppercase());
            section(&mut more, &title, &table.columns());
        }
        more.control("SH", ["FIELDS OF JSON"]);
        more.text([roman(ABOUT_FIELDS.replace('\n', " "))]);
        items(&mut more, FIELDS);
    }
    section(&mut more, "EXIT STATUS", &examples::CODES);
    if has_folder {
        section(&mut more, "ENVIRONMENT", &ENVIRONMENT);
        section(&mut more, "FILES", &FILES);
    }
    if !is_program {
        more.control("SH", ["SEE ALSO"]);
        more.text([bold("customer-hat"), roman("(1)")]);
    }
    more.to_writer(&mut page)?;
    io::stdout().lock().write_all(&page)?;
    Ok(ExitCode::SUCCESS)
}

fn section(roff: &mut Roff, title: &str, of: &[(&str, &str)]) {
    roff.control("SH", [title]);
    items(roff, of);
}

/// What is told of, bold, and set in under it what is said.
fn items(roff: &mut Roff, of: &[(&str, &str)]) {
    for (name, words) in of {
        roff.control("TP", []);
        roff.text([bold(*name)]);
        roff.text([roman(*words)]);
    }
}
