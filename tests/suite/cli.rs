//! The command line as another program sees it: output, messages, exit codes, and what it leaves on disk.

mod examples;
mod exercises;
mod manual;
mod options;
#[cfg(unix)]
mod shells;
mod which;

use super::shelf::{day, session};
use assert_cmd::Command;
use customer_hat::model::built_in::ROLE_REVERSAL;
use customer_hat::store::folders::Folders;
use customer_hat::store::shelf::Shelf;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A folder that is home and everything else.
pub struct Home(TempDir);

/// What a command said and how it ended.
pub struct Said {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn data(&self) -> PathBuf {
        self.0.path().join("data")
    }

    /// Runs the program without a terminal.
    pub fn run(&self, args: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_customer-hat"));
        command
            .env_clear()
            .env("HOME", self.0.path())
            .arg("--data-dir")
            .arg(self.data());
        let done = command
            .args(args)
            .current_dir(self.0.path())
            .output()
            .unwrap();
        Said {
            out: String::from_utf8(done.stdout).unwrap(),
            err: String::from_utf8(done.stderr).unwrap(),
            code: done.status.code().unwrap(),
        }
    }

    /// Begins a session on that day; gives its file.
    fn begin(&self, business: &str, nth: i64) -> PathBuf {
        let folders = Folders::find(Some(&self.data()), None).unwrap();
        let file = Shelf::at(&folders)
            .create(&session(business, day(nth)))
            .unwrap();
        file.path().to_owned()
    }
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().next().is_none()
}

#[test]
fn without_a_terminal_the_screens_are_refused_and_nothing_is_written() {
    let home = Home::new();
    for args in [
        &[][..],
        &["new"],
        &["new", "--business", "Acme", "--people", "Ana, Ben"],
        &["resume"],
    ] {
        let said = home.run(args);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
        assert!(
            said.err.starts_with("customer-hat needs a terminal"),
            "{}",
            said.err
        );
    }
    assert!(is_empty(home.0.path()));
}

/// The sample with this in its name, put where the sessions are.
fn put_sample(home: &Home, name: &str) -> String {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sessions");
    let files = fs::read_dir(samples).unwrap().map(|file| file.unwrap());
    let mut names = files.map(|file| (file.file_name().into_string().unwrap(), file.path()));
    let (name, path) = names.find(|(other, _)| other.contains(name)).unwrap();
    fs::create_dir_all(home.data()).unwrap();
    fs::copy(path, home.data().join(&name)).unwrap();
    name
}

#[test]
fn without_a_terminal_a_comparison_is_written_out() {
    let home = Home::new();
    let (alone, first) = (put_sample(&home, "alone"), put_sample(&home, "round-1"));
    let said = home.run(&["compare"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.starts_with("Pedal & Crumb: side by side\n"),
        "{}",
        said.out
    );
    let second = put_sample(&home, "round-2");
    let last = home.run(&["compare"]);
    assert!(
        last.out.starts_with("Pedal & Crumb: then and now\n"),
        "{}",
        last.out
    );
    assert_eq!(home.run(&["compare", "last"]).out, last.out);
    assert_eq!(
        home.run(&["--plain", "compare", &second, &first]).out,
        last.out
    );
    let run = home.run(&["compare", &first, "last", &alone]).out;
    assert!(run.contains("round 2"), "{run}");
    let before: Vec<_> = fs::read_dir(home.data()).unwrap().collect();
    assert_eq!(before.len(), 3, "nothing was made beside them");
}

#[test]
fn what_cannot_be_compared_is_one_and_says_what_to_do() {
    let home = Home::new();
    let refused = |args: &[&str], words: &str| {
        let said = home.run(args);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{args:?}");
        assert!(said.err.contains(words), "{args:?}: {}", said.err);
    };
    refused(&["compare"], "there is no session yet");
    let first = put_sample(&home, "round-1");
    refused(
        &["compare"],
        "no round before Pedal & Crumb · round 1 to compare it with",
    );
    refused(&["compare", &first, &first], "is there twice");
    refused(
        &["compare", &first, "pedal"],
        "Did you mean 2026-08-20-pedal-crumb-round-1.ron?",
    );
    fs::write(home.data().join("broken.ron"), "nothing of ours").unwrap();
    refused(&["compare", &first, "broken"], "broken.ron:1:1: ");
}

#[test]
fn wrong_usage_is_two_and_help_and_version_are_none() {
    let home = Home::new();
    for args in [
        &["nonsense"][..],
        &["check"],
        &["new", "--people", "Ana"],
        &["new", "--business", " "],
        &["--theme", "mauve"],
        &["resume", "--theme", "mauve"],
    ] {
        assert_eq!(home.run(args).code, 2, "{args:?}");
    }
    assert_eq!(
        home.run(&["--theme", "mauve"]).err,
        "customer-hat: there is no theme \"mauve\". There is auto, dark, light, terminal, projector, none\n"
    );
    let help = home.run(&["--help"]);
    assert_eq!(help.code, 0);
    assert!(help.out.contains("Examples:") && help.out.contains("customer-hat resume"));
    assert_eq!(
        home.run(&["--version"]).out,
        format!("customer-hat {}\n", env!("CARGO_PKG_VERSION"))
    );
    assert!(is_empty(home.0.path()));
}

#[test]
fn the_list_stands_in_columns_newest_first() {
    let home = Home::new();
    let said = home.run(&["list"]);
    assert_eq!((said.code, said.out.as_str()), (0, ""));
    assert!(said.err.contains("There is no session yet"));
    assert!(is_empty(home.0.path()));
    home.begin("Acme Boats", 0);
    home.begin("Größe", 1);
    let said = home.run(&["list"]);
    assert_eq!(
        said.out,
        "DATE        BUSINESS    ROUND  PEOPLE  CURVE  VERDICT  STANDS AT   FILE                               THE ONE THING\n\
         2026-11-23  Größe       1      0       ·····           setting up  2026-11-23-grosse-round-1.ron\n\
         2026-11-22  Acme Boats  1      0       ·····           setting up  2026-11-22-acme-boats-round-1.ron\n"
    );
    assert_eq!((said.code, said.err.as_str()), (0, ""));
}

#[test]
fn the_list_for_programs_has_stable_names_and_the_problems() {
    let home = Home::new();
    let file = home.begin("Acme", 0);
    let broken = home.data().join("broken.ron");
    fs::write(&broken, "nothing of ours").unwrap();
    let said = home.run(&["list", "--json"]);
    assert_eq!(said.code, 1);
    let entries: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let expected = serde_json::json!({
        "file": file, "business": "Acme", "round": 1, "walk": "team", "people": 0,
        "started": "2026-11-22T12:00:00Z", "finished": null, "place": "people", "step": null, "steps": 5,
        "names": [], "felt": [null, null, null, null, null], "verdict": null, "the_one": null,
        "promised": [], "next_round": null, "caution": null, "doubt": null, "copy": null, "newest": null,
    });
    assert_eq!(
        entries[0]["started"].as_str().unwrap().get(..19),
        Some("2026-11-22T12:00:00")
    );
    let mut first = entries[0].clone();
    first["started"] = expected["started"].clone();
    assert_eq!(first, expected);
    assert_eq!(entries[1]["file"], serde_json::json!(broken));
    assert!(
        entries[1]["problem"]
            .as_str()
            .unwrap()
            .starts_with("broken.ron:1:1: ")
    );
    assert!(said.err.starts_with("broken.ron:1:1: "));
}

#[test]
fn what_was_changed_outside_is_shown_and_said_to_be_so() {
    let home = Home::new();
    let (first, second) = (put_sample(&home, "round-1"), put_sample(&home, "round-2"));
    let path = home.data().join(&second);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("\"Olive\"", "\"Olivia\"")).unwrap();
    let sentence = "changed outside the program, or damaged";
    let list = home.run(&["list"]);
    assert!(list.out.contains(&second) && list.err.starts_with(&second));
    assert!(list.err.contains(sentence), "{}", list.err);
    let json = home.run(&["list", "--json"]);
    let entries: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let caution = entries[0]["caution"].as_str().unwrap();
    assert!(caution.starts_with(sentence), "{caution}");
    assert!(entries[1]["caution"].is_null());
    for command in [vec!["replay", &second], vec!["compare", &first, &second]] {
        let said = home.run(&command);
        assert_eq!(said.code, 0);
        assert!(said.err.contains(sentence), "{command:?}: {}", said.err);
    }
}

#[test]
fn a_check_finds_an_edit_and_a_reseal_accepts_it() {
    let home = Home::new();
    let file = home.begin("Acme", 0);
    let path = file.to_str().unwrap();
    assert_eq!(
        home.run(&["check", path]).out,
        format!("{path}: a session, nothing wrong\n")
    );
    let edited = fs::read_to_string(&file)
        .unwrap()
        .replace("\"Acme\"", "\"Acme Boats\"");
    fs::write(&file, &edited).unwrap();
    let said = home.run(&["check", path]);
    let line = edited.lines().count();
    assert!(
        said.out
            .starts_with(&format!("{path}:{line}:1: changed outside the program")),
        "{}",
        said.out
    );
    assert_eq!(said.code, 1);
    assert_eq!(fs::read_to_string(&file).unwrap(), edited);
    let said = home.run(&["check", "--reseal", path]);
    assert_eq!(
        (said.code, said.out),
        (0, format!("{path}: a session, sealed again\n"))
    );
    assert_eq!(home.run(&["check", path]).code, 0);
    assert!(home.run(&["list"]).out.contains("Acme Boats"));
}

#[test]
fn a_reseal_does_not_accept_what_is_wrong() {
    let home = Home::new();
    let file = home.begin("Acme", 0);
    let path = file.to_str().unwrap();
    let edited = fs::read_to_string(&file)
        .unwrap()
        .replace("walk: Team", "walk: Teem");
    fs::write(&file, &edited).unwrap();
    let said = home.run(&["check", "--reseal", path]);
    assert_eq!(said.code, 1);
    assert!(
        said.out
            .contains(".ron:6:11: walk: `Teem` can't stand here"),
        "{}",
        said.out
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), edited);
}

#[test]
fn a_check_of_an_exercise_places_every_problem() {
    let home = Home::new();
    let file = home.0.path().join("own.ron");
    fs::write(&file, ROLE_REVERSAL).unwrap();
    assert_eq!(
        home.run(&["check", "own.ron"]).out,
        "own.ron: an exercise, nothing wrong\n"
    );
    let steps = ROLE_REVERSAL.find("steps: [").unwrap();
    let title = steps + ROLE_REVERSAL[steps..].find("title: \"").unwrap();
    let (before, after) = ROLE_REVERSAL.split_at(title + "title: \"".len());
    fs::write(
        &file,
        format!("{before}{}{after}", "far too long ".repeat(9)),
    )
    .unwrap();
    let said = home.run(&["check", "own.ron", "missing.ron"]);
    let line = before.lines().count();
    let column = before.lines().last().unwrap().chars().count();
    let place = format!("own.ron:{line}:{column}: steps[0].title: ");
    assert!(said.out.starts_with(&place), "{}\n{place}", said.out);
    assert!(
        said.out.contains("missing.ron: there is no such file"),
        "{}",
        said.out
    );
    assert_eq!(said.code, 1);
}

#[test]
fn a_check_finds_every_problem_of_a_session_at_its_place() {
    let home = Home::new();
    let file = home.begin("Acme", 0);
    let path = file.to_str().unwrap();
    let edited = fs::read_to_string(&file)
        .unwrap()
        .replace("chosen_for: []", "chosen_for: [\"luck\"]")
        .replace("business: \"Acme\"", "business: \" \"")
        .replace(
            "verdicts: {}",
            "verdicts: {\"zoe\": Builds(at: \"2026-11-22T12:00:00Z\")}",
        );
    fs::write(&file, &edited).unwrap();
    let said = home.run(&["check", path]);
    let place = |of: &str| {
        let before = &edited[..edited.find(of).unwrap()];
        let column = before.lines().last().unwrap().chars().count() + 1;
        format!("{path}:{}:{column}: ", before.lines().count())
    };
    for (of, what) in [
        ("\" \"", "business: a name is needed"),
        (
            "Builds(at",
            "verdicts.zoe: nobody among the people has this id",
        ),
        ("{\"zoe\"", "verdicts: not every step is revealed yet"),
        (
            "\"luck\"",
            "chosen_for[0]: \"luck\" is none of the reasons in the exercise",
        ),
    ] {
        let line = place(of) + what;
        assert!(said.out.contains(&line), "{line}\n{}", said.out);
    }
    assert_eq!(said.code, 1);
    assert_eq!(fs::read_to_string(&file).unwrap(), edited);
}

#[test]
fn a_check_of_a_theme_names_what_is_wrong_or_too_faint() {
    let home = Home::new();
    let dark = include_str!("../../assets/themes/dark.ron");
    let faint = dark.replace("text: (fg: \"#ece8df\")", "text: (fg: \"#777777\")");
    let wrong = dark.replace("#ece8df", "ivory");
    for (name, text) in [
        ("dark.ron", dark),
        ("faint.ron", &faint),
        ("wrong.ron", &wrong),
    ] {
        fs::write(home.0.path().join(name), text).unwrap();
    }
    assert_eq!(
        home.run(&["check", "dark.ron"]).out,
        "dark.ron: a theme, nothing wrong\n"
    );
    let line = faint
        .lines()
        .position(|line| line.contains("#777777"))
        .unwrap()
        + 1;
    let said = home.run(&["check", "faint.ron", "wrong.ron"]);
    let place = format!("faint.ron:{line}:11: text: it stands out ");
    assert!(said.out.starts_with(&place), "{}", said.out);
    assert!(
        said.out.contains("wrong.ron:") && said.out.contains("is no colour"),
        "{}",
        said.out
    );
    assert_eq!(said.code, 1);
}

#[test]
fn words_for_shells_and_the_manual_are_written_out() {
    let home = Home::new();
    for shell in ["bash", "zsh", "fish", "powershell"] {
        assert!(
            home.run(&["completions", shell])
                .out
                .contains("customer-hat"),
            "{shell}"
        );
    }
    assert!(home.run(&["man"]).out.contains(".TH customer"));
    let page = home.run(&["man", "report"]).out;
    assert!(
        page.contains(".TH customer") && page.contains("report"),
        "{page}"
    );
    assert!(page.contains("\\-\\-output"), "{page}");
    let said = home.run(&["man", "sing"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(
        said.err.contains("there is no command \"sing\""),
        "{}",
        said.err
    );
}

#[cfg(target_os = "linux")]
#[test]
fn whatever_is_asked_a_full_disk_behind_the_output_is_told() {
    let home = Home::new();
    home.begin("Acme", 0);
    for args in [
        &["list"][..],
        &["man"],
        &["exercises"],
        &["exercises", "--json"],
        &["preread"],
        &["folder"],
        &["check", "--all"],
        &["report", "--all", "--format", "csv"],
        &["completions", "bash"],
        &["help", "list"],
        &["--help"],
        &["--version"],
    ] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_customer-hat"))
            .env_clear()
            .arg("--data-dir")
            .arg(home.data())
            .args(args)
            .stdout(full)
            .stderr(std::process::Stdio::piped())
            .output()
            .unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(1), "{args:?}: {said}");
        assert!(
            said.contains("the output can't be written"),
            "{args:?}: {said}"
        );
    }
}

#[test]
fn the_help_of_a_command_says_more_than_its_name() {
    let home = Home::new();
    for (command, words) in [
        ("new", "asks"),
        ("resume", "where it was left"),
        ("replay", "what was sealed stays sealed"),
        ("notes", "never shows a sealed value"),
        ("list", "`verdict` (null until it is revealed"),
        ("compare", "the round before it"),
        ("report", "steps[].summary.median"),
        ("check", "FILE:LINE:COLUMN"),
        ("exercises", "ID.ron"),
        ("preread", "72 columns"),
        ("completions", "bash-completion"),
        ("folder", "its `trash` what was moved there"),
        ("help", "says the same as"),
        ("man", "man -l -"),
    ] {
        let said = home.run(&[command, "--help"]).out;
        let line = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(line.contains(words), "{command}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_is_no_panic() {
    let home = Home::new();
    home.begin("Acme", 0);
    for args in [
        &["list"][..],
        &["list", "--json"],
        &["man"],
        &["man", "report"],
        &["completions", "zsh"],
        &["completions", "powershell"],
        &["exercises"],
        &["exercises", "--json"],
        &["preread"],
        &["folder"],
        &["report", "--all", "--format", "csv"],
        &["report", "--table", "notes"],
        &["check", "--all"],
        &["compare", "last", "last"],
        &["replay"],
        &["complete", "--", "report", ""],
        &["help"],
        &["help", "report"],
        &["report", "--help"],
        &["--help"],
        &["--version"],
    ] {
        let is_wrong = args[0] == "compare";
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_customer-hat"));
        command
            .env_clear()
            .arg("--data-dir")
            .arg(home.data())
            .args(args)
            .stdout(writer);
        let done = command
            .stderr(std::process::Stdio::piped())
            .output()
            .unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert!(
            !said.contains("panicked") && done.status.code() == Some(i32::from(is_wrong)),
            "{args:?}: {said}"
        );
    }
}
