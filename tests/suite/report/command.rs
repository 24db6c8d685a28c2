//! `customer-hat report` as another program sees it: where it writes, what it refuses, what it leaves as it was.

use super::samples;
use customer_hat::store::export::default_path;
use customer_hat::store::session_file::text_of;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use tempfile::TempDir;

struct Home(TempDir);

impl Home {
    /// A home with the three samples on its shelf.
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        for (name, session) in ["alone", "one", "two"].into_iter().zip(samples::every()) {
            fs::write(home.at(&format!("{name}.ron")), text_of(&session).unwrap()).unwrap();
        }
        home
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_customer-hat"));
        command
            .env_clear()
            .current_dir(self.0.path())
            .arg("--data-dir")
            .arg(self.0.path())
            .arg("report");
        command
    }

    /// The code, the output, the messages.
    fn run(&self, args: &[&str]) -> (i32, String, String) {
        let done = self.command().args(args).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            done.status.code().unwrap(),
            text(done.stdout),
            text(done.stderr),
        )
    }

    fn names(&self) -> Vec<String> {
        let all = fs::read_dir(self.0.path()).unwrap();
        let mut all: Vec<_> = all
            .map(|one| one.unwrap().file_name().into_string().unwrap())
            .collect();
        all.sort();
        all
    }
}

#[test]
fn without_a_word_the_last_session_comes_as_text() {
    let home = Home::new();
    let (code, out, err) = home.run(&[]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("Pedal & Crumb, round 2\n==="), "{out}");
    assert_eq!(
        home.names(),
        ["alone.ron", "one.ron", "two.ron"],
        "nothing is left behind"
    );
}

#[test]
fn the_ending_of_the_output_chooses_the_format() {
    let home = Home::new();
    for (name, start) in [
        ("a.html", "<!doctype"),
        ("a.HTM", "<!doctype"),
        ("a.md", "# Pedal"),
        ("a.csv", "\u{feff}session,"),
        ("a.json", "{"),
        ("a.txt", "Pedal"),
    ] {
        let (code, out, err) = home.run(&["one", "--output", name]);
        assert_eq!((code, out.as_str(), err.as_str()), (0, "", ""), "{name}");
        assert!(
            fs::read_to_string(home.at(name))
                .unwrap()
                .starts_with(start),
            "{name}"
        );
    }
    let (code, _, err) = home.run(&["one", "--output", "a.pdf"]);
    assert_eq!(code, 2);
    assert!(
        err.contains("Say --format, one of text, markdown, html, csv, json"),
        "{err}"
    );
    assert_eq!(home.run(&["one", "--format", "csv", "-o", "a.pdf"]).0, 0);
}

#[test]
fn a_file_that_is_there_is_replaced_only_when_that_is_asked_for() {
    let home = Home::new();
    fs::write(home.at("a.html"), "mine").unwrap();
    let (code, _, err) = home.run(&["one", "-o", "a.html"]);
    assert_eq!(code, 1);
    assert!(
        err.contains("a.html is not written: it is there already"),
        "{err}"
    );
    assert!(err.contains("say --force"), "{err}");
    assert_eq!(fs::read_to_string(home.at("a.html")).unwrap(), "mine");
    assert_eq!(home.run(&["one", "-o", "a.html", "--force"]).0, 0);
    assert!(
        fs::read_to_string(home.at("a.html"))
            .unwrap()
            .contains("</html>")
    );
    assert_eq!(home.run(&["one", "--force"]).0, 2, "nothing to replace");
}

#[cfg(unix)]
#[test]
fn a_report_has_the_rights_that_the_umask_leaves_and_keeps_those_it_had() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let mode = |umask: &str, args: &str| {
        let line = format!("umask {umask}; exec \"$0\" --data-dir . report one -o a.html {args}");
        let done = Command::new("sh")
            .args(["-c", &line])
            .arg(env!("CARGO_BIN_EXE_customer-hat"))
            .current_dir(home.0.path())
            .status();
        assert!(done.unwrap().success());
        fs::metadata(home.at("a.html"))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode("022", ""), 0o644);
    assert_eq!(mode("077", "--force"), 0o644);
    fs::remove_file(home.at("a.html")).unwrap();
    assert_eq!(mode("027", ""), 0o640);
}

#[test]
fn a_file_of_ours_is_never_replaced() {
    let home = Home::new();
    let before = fs::read(home.at("two.ron")).unwrap();
    for args in [
        &["one", "--format", "text", "-o", "two.ron"][..],
        &["one", "--format", "text", "-o", "two.ron", "--force"],
    ] {
        let (code, _, err) = home.run(args);
        assert_eq!(code, 1);
        assert!(err.contains("a file of customer-hat's own"), "{err}");
    }
    assert_eq!(fs::read(home.at("two.ron")).unwrap(), before);
}

#[test]
fn what_can_t_be_written_is_said_and_leaves_nothing_half() {
    let home = Home::new();
    let (code, _, err) = home.run(&["one", "-o", "none/a.html"]);
    assert_eq!(code, 1);
    assert!(err.contains("there is no such folder"), "{err}");
    let (code, _, err) = home.run(&["one", "--format", "html", "-o", "."]);
    assert_eq!(code, 1);
    assert!(err.contains("is not written"), "{err}");
    assert_eq!(home.names(), ["alone.ron", "one.ron", "two.ron"]);
}

#[cfg(unix)]
#[test]
fn where_files_may_not_grow_the_old_report_stays_whole() {
    let home = Home::new();
    fs::write(home.at("a.html"), "mine").unwrap();
    let done = Command::new("sh")
        .args([
            "-c",
            "ulimit -f 4; exec \"$0\" --data-dir . report one -o a.html --force",
        ])
        .arg(env!("CARGO_BIN_EXE_customer-hat"))
        .current_dir(home.0.path())
        .output()
        .unwrap();
    let err = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(1), "{err}");
    assert!(err.contains("a.html is not written"), "{err}");
    assert_eq!(fs::read_to_string(home.at("a.html")).unwrap(), "mine");
    assert_eq!(home.names(), ["a.html", "alone.ron", "one.ron", "two.ron"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_behind_the_output_is_a_problem_in_words() {
    let home = Home::new();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let done = home.command().stdout(full).output().unwrap();
    assert_eq!(done.status.code(), Some(1));
    let err = String::from_utf8(done.stderr).unwrap();
    assert!(err.contains("the output can't be written"), "{err}");
}

#[test]
fn who_closes_the_pipe_has_enough() {
    let home = Home::new();
    let mut child = home
        .command()
        .args(["--format", "json", "one", "two", "alone"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let done = child.wait_with_output().unwrap();
    assert_eq!((done.status.code(), done.stderr.len()), (Some(0), 0));
}

#[test]
fn several_sessions_need_a_format_that_takes_them() {
    let home = Home::new();
    for format in ["text", "markdown", "html"] {
        let (code, out, err) = home.run(&["one", "two", "--format", format]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert!(err.contains("is about one session"), "{err}");
    }
    let (code, out, _) = home.run(&["one", "two", "alone", "--format", "csv"]);
    assert_eq!(code, 0);
    assert_eq!(
        out.lines().filter(|line| line.contains("session,")).count(),
        1,
        "one head"
    );
    for name in ["one.ron,", "two.ron,", "alone.ron,"] {
        assert!(out.contains(&format!("\n{name}")), "{name}");
    }
}

#[test]
fn a_session_that_can_t_be_read_is_a_problem_with_its_place() {
    let home = Home::new();
    fs::write(
        home.at("bad.ron"),
        "#![type = \"customer-hat/session\"]\n(format: 1",
    )
    .unwrap();
    let (code, out, err) = home.run(&["one", "bad", "--format", "csv"]);
    assert_eq!((code, out.as_str()), (1, ""), "all or nothing");
    assert!(err.contains("bad.ron:"), "{err}");
    assert_eq!(home.run(&["nothing"]).0, 1);
}

#[test]
fn a_report_without_a_name_finds_a_free_one() {
    let home = Home::new();
    let session = home.at("one.ron");
    let write = || {
        customer_hat::store::export::write_beside(home.0.path(), &session, "html", b"<p>").unwrap()
    };
    let names: Vec<_> = (0..3)
        .map(|_| write().file_name().unwrap().to_owned())
        .collect();
    assert_eq!(names, ["one.html", "one-2.html", "one-3.html"]);
    let next = default_path(home.0.path(), &session, "html");
    assert!(next.ends_with("reports/one-4.html"), "{next:?}");
}
