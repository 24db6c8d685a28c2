//! Completion in the shells themselves: words, options, values, sessions, as a person sees them after Tab.

use super::{Home, put_sample};
use crate::window::Window;
use portable_pty::CommandBuilder;
use std::fs;
use std::path::{Path, PathBuf};

/// What is typed before Tab, and what stands on the screen after it.
const TABLE: [(&str, &str); 19] = [
    ("customer-hat repo", "customer-hat report"),
    ("customer-hat fold", "customer-hat folder"),
    ("customer-hat report --form", "report --format"),
    ("customer-hat report --format cs", "--format csv"),
    ("customer-hat report --format=markd", "--format=markdown"),
    ("customer-hat report --table=pro", "--table=promises"),
    (
        "customer-hat report --separator semi",
        "--separator semicolon",
    ),
    (
        "customer-hat report 2026-08",
        "report 2026-08-20-pedal-crumb-round-1.ron",
    ),
    (
        "customer-hat report last 2026-11-19",
        "last 2026-11-19-pedal-crumb-round-2.ron",
    ),
    (
        "customer-hat resume --plain 2026-08",
        "--plain 2026-08-20-pedal-crumb-round-1.ron",
    ),
    ("customer-hat check la", "check last"),
    ("customer-hat --theme proj", "--theme projector"),
    ("customer-hat replay --theme pap", "--theme paper"),
    ("customer-hat --big-text bl", "--big-text blocks"),
    (
        "customer-hat new --exercise role",
        "--exercise role-reversal",
    ),
    ("customer-hat report --business Ped", "Crumb"),
    ("customer-hat man che", "man check"),
    ("customer-hat check some", "check some.txt"),
    ("customer-hat --data-dir da", "--data-dir data"),
];

/// A home with two sessions, a theme of its own and a file.
fn home() -> Home {
    let home = Home::new();
    put_sample(&home, "round-1");
    put_sample(&home, "round-2");
    let themes = home.data().join("config/themes");
    fs::create_dir_all(&themes).unwrap();
    let dark = include_str!("../../../assets/themes/dark.ron");
    fs::write(
        themes.join("paper.ron"),
        dark.replace("\"dark\"", "\"paper\""),
    )
    .unwrap();
    fs::write(home.folder().join("some.txt"), "").unwrap();
    home
}

/// Where a program is, if it is.
fn installed(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path).map(|folder| folder.join(name));
    found.into_iter().find(|path| path.exists())
}

/// The path on which the shell finds the program, and the rest of what it needs.
fn path() -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_customer-hat"));
    let folder = program.parent().unwrap().display();
    format!("{folder}:{}", std::env::var("PATH").unwrap())
}

/// A shell in a window, with the script that the program gave for it.
fn shell(home: &Home, name: &str) -> Option<Window> {
    let Some(program) = installed(name) else {
        println!("{name} is not installed: what it completes is not shown");
        return None;
    };
    let at = |file: &str| home.folder().join(file);
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    command.env("HOME", home.folder());
    command.env("TERM", "xterm-256color");
    command.env("LC_ALL", "C.UTF-8");
    command.env("PATH", path());
    command.env("CUSTOMER_HAT_DATA", home.data());
    command.cwd(home.folder());
    match name {
        "bash" => {
            let lines = "PS1='ready> '\nsource <(customer-hat completions bash)\n";
            fs::write(at("rc"), lines).unwrap();
            command.args(["--noprofile", "--rcfile", "rc", "-i"]);
        }
        "zsh" => {
            let lines = "PS1='ready> '\nautoload -Uz compinit\ncompinit -u -D\n\
                         source <(customer-hat completions zsh)\n";
            fs::write(at(".zshrc"), lines).unwrap();
            command.env("ZDOTDIR", home.folder());
            command.args(["-d", "-i"]);
        }
        _ => {
            let lines = "function fish_prompt; echo 'ready> '; end\n\
                         customer-hat completions fish | source\n";
            fs::write(at("rc"), lines).unwrap();
            command.args(["--no-config", "-i", "-C", "source rc"]);
        }
    }
    let mut window = Window::run(command);
    window.until("ready> ");
    Some(window)
}

fn completes(name: &str) {
    let home = home();
    let Some(mut window) = shell(&home, name) else {
        return;
    };
    let before = tree(&home.data());
    for (typed, expected) in TABLE {
        // The line before is taken back, and what was on the screen.
        window
            .send("\u{15}\u{c}")
            .until("ready> ")
            .send(typed)
            .send("\t");
        window.until(expected);
    }
    assert_eq!(tree(&home.data()), before, "{name} only looked");
}

/// Every file and folder below, each with its length and when it was written.
fn tree(folder: &Path) -> Vec<(PathBuf, u64, std::time::SystemTime)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let facts = path.metadata().unwrap();
        all.push((path.clone(), facts.len(), facts.modified().unwrap()));
        if path.is_dir() {
            all.extend(tree(&path));
        }
    }
    all.sort();
    all
}

#[test]
fn bash_completes_commands_options_values_sessions_and_files() {
    completes("bash");
}

#[test]
fn zsh_completes_commands_options_values_sessions_and_files() {
    completes("zsh");
}

#[test]
fn fish_completes_commands_options_values_sessions_and_files() {
    completes("fish");
}

/// The words that the program offers at the end of these.
fn offered(home: &Home, words: &[&str]) -> Vec<String> {
    let said = home.run(
        &[
            &[
                "complete",
                "--",
                "--data-dir",
                home.data().to_str().unwrap(),
            ],
            words,
        ]
        .concat(),
    );
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let words = said
        .out
        .lines()
        .map(|line| line.split('\t').next().unwrap());
    words.map(str::to_owned).collect()
}

#[test]
fn every_command_and_every_option_that_help_shows_is_completed() {
    let home = Home::new();
    let commands = offered(&home, &[""]);
    for command in &commands {
        let help = home.run(&[command, "--help"]).out;
        let options = help.lines().filter(|line| line.starts_with("  "));
        let mut shown: Vec<_> = options
            .map(str::trim_start)
            .filter(|line| {
                line.starts_with("--") || line.starts_with("-o, ") || line.starts_with("-h, ")
            })
            .filter_map(|line| {
                line.split([' ', ',', '='])
                    .find(|word| word.starts_with("--"))
            })
            .map(str::to_owned)
            .collect();
        let mut found = offered(&home, &[command, "-"]);
        // What was named before the command is not asked again.
        shown.retain(|option| option != "--data-dir");
        found.retain(|option| option != "--data-dir");
        shown.sort();
        found.sort();
        assert_eq!(found, shown, "{command}");
    }
    let help = home.run(&["--help"]).out;
    let listed = help
        .split("Commands:\n")
        .nth(1)
        .unwrap()
        .split("\n\n")
        .next()
        .unwrap();
    let listed: Vec<_> = listed
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    for command in &commands {
        assert!(
            listed.contains(&command.as_str()),
            "{command} is not in {listed:?}"
        );
    }
}

#[test]
fn completing_reads_no_session_for_its_name_and_makes_nothing() {
    let home = Home::new();
    assert_eq!(offered(&home, &["report", ""]), ["last"]);
    assert!(!home.data().exists(), "a folder was made");
    fs::create_dir_all(home.data()).unwrap();
    for nth in 1000..3000 {
        // A damaged file is offered as well: it can be checked.
        fs::write(home.data().join(format!("{nth}-acme.ron")), "damaged").unwrap();
    }
    let names = offered(&home, &["check", ""]);
    assert_eq!(names.len(), 2001);
    assert_eq!(names[1], "2999-acme.ron", "the newest first");
    assert_eq!(offered(&home, &["report", "2998-acme.ron", "299"]).len(), 9);
    assert_eq!(offered(&home, &["report", "--business", ""]), [""; 0]);
    assert_eq!(fs::read_dir(home.data()).unwrap().count(), 2000);
}

#[test]
fn what_stands_at_the_cursor_decides_what_is_offered() {
    let home = home();
    for (words, expected) in [
        (&["list", ""][..], &[][..]),
        (&["report", "--format", "j"], &["json"]),
        (&["report", "--format=j"], &["json"]),
        (&["report", "--format", "=", "j"], &["json"]),
        (
            &["report", "--format", "="],
            &["text", "markdown", "html", "csv", "json"],
        ),
        (&["report", "-o", ""], &[":files"]),
        (&["report", "--output", "x"], &[":files"]),
        (&["resume", "./"], &[":files"]),
        (&["resume", "last", ""], &[]),
        (&["resume", "--", "--pl"], &[":files"]),
        (&["--data-dir", ""], &[":folders"]),
        (&["new", "--people", ""], &[]),
        (&["preread", ""], &["role-reversal"]),
        (&["completions", "z"], &["zsh"]),
        (&["nonsense", "list", ""], &[]),
        (&["help", "comp"], &["compare", "completions"]),
    ] {
        assert_eq!(offered(&home, words), expected, "{words:?}");
    }
}

#[test]
fn no_script_offers_what_help_does_not_show() {
    let home = Home::new();
    for shell in ["powershell", "elvish"] {
        let script = home.run(&["completions", shell]).out;
        let hidden = ["'complete'", "cand complete ", ";complete'"];
        assert!(
            script.contains("completions") && script.contains("--data-dir"),
            "{shell}"
        );
        assert!(
            !hidden.iter().any(|words| script.contains(words)),
            "{shell}"
        );
    }
}
