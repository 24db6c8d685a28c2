//! Every example that help or the README shows, run as it stands there.

use super::{Home, put_sample};
use std::path::Path;
use std::process::{Command, Stdio};

/// Where words stand for a choice of the reader, one that can be made here.
const CHOSEN: [(&str, &str); 9] = [
    ("2026-11-22-acme-round-1", "2026-08-20-pedal-crumb-round-1"),
    ("FILE", "2026-08-20-pedal-crumb-round-1"),
    ("SESSION", "last"),
    ("FOLDER/", "./"),
    (" ID", " role-reversal"),
    ("SHELL", "bash"),
    ("DIR", "elsewhere"),
    (
        "--business Acme --table",
        "--business \"pedal & crumb\" --table",
    ),
    ("~/.", "./."),
];

/// The lines that begin with the program's name, in a text of ours: in rows of their own, and in backticks.
fn examples(text: &str) -> Vec<String> {
    let rows = text.lines().map(str::trim).map(|line| {
        let line = line.split("  ").next().unwrap_or_default();
        // A shell named before it, as in the help of completions.
        line.split_once(": ").map_or(line, |(_, rest)| rest)
    });
    let quoted = text.split('`').skip(1).step_by(2);
    let all = rows
        .chain(quoted)
        .filter(|line| *line == "customer-hat" || line.starts_with("customer-hat "));
    // No row of prose, and none that says how a command is used.
    let real = all.filter(|line| !line.ends_with(['.', ',']) && !line.contains(['`', '[', '<']));
    real.map(|line| line.replace('\n', " ")).collect()
}

fn run(home: &Home, line: &str) -> (i32, String) {
    let mut line = line.to_owned();
    for (words, chosen) in CHOSEN {
        line = line.replace(words, chosen);
    }
    let program = Path::new(env!("CARGO_BIN_EXE_customer-hat"));
    let folder = program.parent().unwrap().display();
    let done = Command::new("sh")
        .args([
            "-c",
            &format!(
                "mkdir -p .local/share/bash-completion/completions .config/fish/completions\n{line}"
            ),
        ])
        .env_clear()
        .env("PATH", format!("{folder}:/usr/bin:/bin"))
        .env("HOME", home.folder())
        .env("CUSTOMER_HAT_DATA", home.data())
        .current_dir(home.folder())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    (
        done.status.code().unwrap(),
        String::from_utf8(done.stderr).unwrap(),
    )
}

fn hold(where_from: &str, text: &str, fewest: usize) {
    let found = examples(text);
    assert!(found.len() >= fewest, "{where_from}: {found:?}");
    for line in found {
        let home = Home::new();
        for name in ["alone", "round-1", "round-2"] {
            put_sample(&home, name);
        }
        let (code, err) = run(&home, &line);
        // The samples are all finished, and there is no terminal here; the words are understood all the same.
        let needs_more = err.contains("customer-hat needs a terminal")
            || err.contains("no session is unfinished");
        assert!(
            code == 0 || needs_more,
            "{where_from}: {line} ended with {code}: {err}"
        );
    }
}

#[cfg(unix)]
#[test]
fn every_example_in_the_help_of_every_command_works_in_any_folder() {
    let home = Home::new();
    let help = home.run(&["--help"]).out;
    hold("--help", &help, 16);
    let words = home.run(&["complete", "--", ""]).out;
    for command in words.lines().map(|line| line.split('\t').next().unwrap()) {
        hold(command, &home.run(&[command, "--help"]).out, 0);
    }
}

#[cfg(unix)]
#[test]
fn every_example_in_the_readme_works_in_any_folder() {
    hold("README", include_str!("../../../README.md"), 18);
}

#[test]
fn the_readme_begins_with_two_lines_that_set_up_and_test() {
    let readme = include_str!("../../../README.md");
    let start: Vec<_> = readme.lines().take(60).collect();
    let start = start.join("\n");
    let blocks: Vec<_> = start.split("```").skip(1).step_by(2).collect();
    let block = blocks.iter().find(|block| block.contains("cargo")).unwrap();
    let lines: Vec<_> = block.lines().skip(1).collect();
    assert_eq!(lines.len(), 2, "{block}");
    assert!(
        lines[0].starts_with("cargo install --locked --path . && customer-hat "),
        "{block}"
    );
    assert!(lines[1].starts_with("cargo test --locked "), "{block}");
    assert!(
        lines
            .iter()
            .all(|line| line.contains('#') && line.contains("minute")),
        "{block}"
    );
}
