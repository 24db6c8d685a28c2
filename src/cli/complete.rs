//! `customer-hat complete`: what may stand at the cursor, asked by the scripts of the shells; it only looks.
//!
//! A line a word: the word, a tab, what it is. `:files` and `:folders` stand where only a path fits.

use super::{Failed, options, words_of};
use crate::model::name_key::same_name;
use crate::model::text::CleanText;
use crate::store::exercise_file;
use crate::store::folders::Folders;
use crate::store::shelf::Shelf;
use crate::store::visible::harmless;
use crate::ui::run::themes_folder;
use crate::ui::theme::Theme;
use clap::{Arg, Command};
use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// How many of the newest sessions are read for the names of businesses: nobody waits for more.
const MOST_READ: usize = 40;

/// Say what may stand at the cursor
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The words are as they were typed, with their quotes
    #[arg(long)]
    quoted: bool,
    /// The last one is
    #[arg(long)]
    quoted_last: bool,
    /// The words behind the program's name, up to the one at the cursor
    #[arg(last = true, value_name = "WORD")]
    words: Vec<OsString>,
}

/// A word that may stand there, and what it is.
type Candidate = (String, String);

pub(super) fn run(args: &Args) -> Result<ExitCode, Failed> {
    let words = args.words.iter().map(|word| word.to_string_lossy());
    let mut words: Vec<String> = words
        .map(|word| {
            if args.quoted {
                bare(&word)
            } else {
                word.into_owned()
            }
        })
        .collect();
    let typed = words.pop().unwrap_or_default();
    let typed = if args.quoted_last {
        bare(&typed)
    } else {
        typed
    };
    let program = words_of(None)?;
    let line = Line::read(&program, &words);
    let mut out = io::stdout().lock();
    for (word, what) in line.candidates(&typed) {
        writeln!(out, "{word}\t{what}")?;
    }
    if let Some(paths) = line.paths(&typed) {
        writeln!(out, "{paths}")?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The word without its quotes, closed or not.
fn bare(word: &str) -> String {
    let mut out = String::new();
    let mut quote = None;
    let mut signs = word.chars();
    while let Some(sign) = signs.next() {
        match (sign, quote) {
            ('\\', None | Some('"')) => out.extend(signs.next()),
            ('\'' | '"', None) => quote = Some(sign),
            (sign, Some(open)) if sign == open => quote = None,
            (sign, _) => out.push(sign),
        }
    }
    out
}

/// The words before the cursor, understood.
struct Line<'a> {
    /// The command that is spoken of.
    command: &'a Command,
    /// Whether it is the program itself.
    is_program: bool,
    /// The option whose value comes next.
    option: Option<&'a Arg>,
    /// Whether no option can follow any more.
    is_closed: bool,
    /// The words that are neither options nor values of theirs.
    plain: Vec<&'a str>,
    /// The options so far.
    options: Vec<&'a str>,
    /// The folder that was named.
    data_dir: Option<&'a str>,
}

impl<'a> Line<'a> {
    fn read(program: &'a Command, words: &'a [String]) -> Self {
        let mut line = Self {
            command: program,
            is_program: true,
            option: None,
            is_closed: false,
            plain: Vec::new(),
            options: Vec::new(),
            data_dir: None,
        };
        for word in words {
            line.take(word);
        }
        line
    }

    fn take(&mut self, word: &'a str) {
        if let Some(option) = self.option {
            // bash parts `--format=csv` in three.
            if word != "=" {
                self.value(option, word);
            }
        } else if self.is_closed || !word.starts_with('-') || word == "-" {
            self.plain_word(word);
        } else if word == "--" {
            self.is_closed = true;
        } else {
            let (name, value) = word.split_once('=').unzip();
            let name = name.unwrap_or(word);
            self.options.push(name);
            let option = self
                .command
                .get_arguments()
                .find(|arg| is_called(arg, name));
            self.option = option.filter(|arg| takes_value(arg));
            if let (Some(option), Some(value)) = (self.option, value) {
                self.value(option, value);
            }
        }
    }

    fn value(&mut self, option: &Arg, value: &'a str) {
        if option.get_id() == "data_dir" {
            self.data_dir = Some(value);
        }
        self.option = None;
    }

    fn plain_word(&mut self, word: &'a str) {
        match self.command.find_subcommand(word) {
            Some(command) if self.is_program => {
                self.command = command;
                self.is_program = false;
            }
            _ => self.plain.push(word),
        }
    }

    /// What the word at the cursor is a value of.
    fn value_of(&self, typed: &str) -> Option<&Arg> {
        if self.option.is_some() {
            return self.option;
        }
        if let Some((name, _)) = typed.split_once('=').filter(|_| typed.starts_with("--")) {
            return self
                .command
                .get_arguments()
                .find(|arg| is_called(arg, name));
        }
        let places = || self.command.get_positionals();
        let more = || places().last().filter(|arg| takes_many(arg));
        let place = places().nth(self.plain.len()).or_else(more);
        place.filter(|_| self.is_closed || !typed.starts_with('-'))
    }

    /// The words that begin as this one does.
    fn candidates(&self, typed: &str) -> Vec<Candidate> {
        let mut all = Vec::new();
        if self.is_program && self.option.is_none() && self.plain.is_empty() {
            all.extend(commands(self.command));
        }
        if let Some(arg) = self.value_of(typed) {
            all.extend(self.values(arg));
        }
        // Options come once one is begun: among the sessions they would only be in the way.
        if self.option.is_none() && !self.is_closed && typed.starts_with('-') {
            let given = |name: &str| self.options.contains(&name);
            let options = self
                .command
                .get_arguments()
                .filter(|arg| !arg.is_hide_set());
            let named = options.filter_map(|arg| {
                let name = format!("--{}", arg.get_long()?);
                (!given(&name)).then(|| (name, about(arg.get_help())))
            });
            all.extend(named);
        }
        let begun = self.begun(typed);
        all.retain(|(word, _)| word.starts_with(begun) && !self.plain.contains(&word.as_str()));
        // What could not be typed as it is shown is left to be typed.
        all.retain(|(word, _)| *word == harmless(word));
        all
    }

    /// What is typed of the word or, behind `--option=`, of its value.
    fn begun<'t>(&self, typed: &'t str) -> &'t str {
        let value = typed.split_once('=').filter(|_| typed.starts_with("--"));
        match value {
            Some((_, value)) if self.option.is_none() => value,
            // bash parts `--format=` in two.
            _ if self.option.is_some() && typed == "=" => "",
            _ => typed,
        }
    }

    /// Whether a path may stand there as well.
    fn paths(&self, typed: &str) -> Option<&'static str> {
        let kinds: Vec<_> = kinds(self.value_of(typed)?).collect();
        if kinds.contains(&"DIR") {
            return Some(":folders");
        }
        let is_path = kinds.contains(&"FILE") || kinds.contains(&"SESSION");
        (is_path && self.candidates(typed).is_empty()).then_some(":files")
    }

    /// The values that an option or a place takes, by the name that help gives it.
    fn values(&self, arg: &Arg) -> Vec<Candidate> {
        let Ok(folders) = options::folders(self.data_dir.map(Path::new)) else {
            return Vec::new();
        };
        let of_kind = |kind| match kind {
            "SESSION" => sessions(&folders),
            "BUSINESS" => businesses(&folders),
            "EXERCISE" => exercises(&folders),
            "THEME" => themes(&folders),
            "COMMAND" => words_of(None).map_or_else(|_| Vec::new(), |program| commands(&program)),
            _ => possible(arg),
        };
        kinds(arg).flat_map(of_kind).collect()
    }
}

/// The kinds of value, as help names them: `FILE|SESSION` takes both.
fn kinds(arg: &Arg) -> impl Iterator<Item = &str> {
    let names = arg.get_value_names().unwrap_or_default();
    names.iter().flat_map(|name| name.split('|'))
}

fn is_called(arg: &Arg, name: &str) -> bool {
    let long = name.strip_prefix("--");
    let short = name.strip_prefix('-').and_then(|rest| rest.chars().next());
    match long {
        Some(long) => arg.get_long() == Some(long),
        None => short.is_some() && arg.get_short() == short,
    }
}

fn takes_value(arg: &Arg) -> bool {
    arg.get_num_args().is_some_and(|range| range.takes_values())
}

fn takes_many(arg: &Arg) -> bool {
    matches!(arg.get_action(), clap::ArgAction::Append)
}

/// The first line of what is said about it.
fn about(words: Option<&clap::builder::StyledStr>) -> String {
    let words = words.map(ToString::to_string).unwrap_or_default();
    words.lines().next().unwrap_or_default().to_owned()
}

fn commands(program: &Command) -> Vec<Candidate> {
    let shown = program.get_subcommands().filter(|one| !one.is_hide_set());
    shown
        .map(|one| (one.get_name().to_owned(), about(one.get_about())))
        .collect()
}

fn possible(arg: &Arg) -> Vec<Candidate> {
    let values = arg.get_possible_values().into_iter();
    values
        .map(|one| (one.get_name().to_owned(), about(one.get_help())))
        .collect()
}

/// The names of the sessions, the newest first. No file is read, however many there are.
fn sessions(folders: &Folders) -> Vec<Candidate> {
    let files = Shelf::at(folders).names(&mut Vec::new());
    let names = files
        .iter()
        .rev()
        .filter_map(|file| file.file_name()?.to_str());
    let names = names.map(|name| (name.to_owned(), "a session".to_owned()));
    let last = ("last".to_owned(), "the one begun last".to_owned());
    std::iter::once(last).chain(names).collect()
}

/// The businesses of the newest sessions.
fn businesses(folders: &Folders) -> Vec<Candidate> {
    let files = Shelf::at(folders).names(&mut Vec::new());
    let mut names: Vec<CleanText> = Vec::new();
    for file in files.iter().rev().take(MOST_READ) {
        let Ok(session) = Shelf::read_session(file) else {
            continue;
        };
        if !names.iter().any(|name| same_name(name, session.business())) {
            names.push(session.business().clone());
        }
    }
    names
        .iter()
        .map(|name| (name.to_string(), "a business".to_owned()))
        .collect()
}

fn exercises(folders: &Folders) -> Vec<Candidate> {
    let offered = exercise_file::offer(folders).exercises.into_iter();
    offered
        .map(|one| (one.exercise.id.to_string(), one.exercise.title.to_string()))
        .collect()
}

fn themes(folders: &Folders) -> Vec<Candidate> {
    let own = Theme::load_all(&themes_folder(folders)).themes;
    let own = own.iter().map(|theme| theme.name.to_string());
    let own = own.filter(|name| !Theme::is_built_in(name));
    let built_in = ["auto"].into_iter().chain(Theme::names());
    let all = built_in.map(str::to_owned).chain(own);
    all.map(|name| (name, "a theme".to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn a_word_is_read_without_its_quotes_closed_or_not() {
        for (typed, meant) in [
            ("plain", "plain"),
            (r"Pedal\ \&\ Crumb", "Pedal & Crumb"),
            ("'Pedal & Cr", "Pedal & Cr"),
            ("\"Baker's\"", "Baker's"),
            (r#""a \"b\""#, "a \"b\""),
            (r"'a\b'", r"a\b"),
        ] {
            assert_eq!(bare(typed), meant);
        }
    }
}
