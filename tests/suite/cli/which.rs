//! Several sessions at once, from any folder: all, a business's, names with wildcards; and damaged ones among them.

use super::{Home, Said, put_sample};
use std::fs;

/// The samples and a session of another business; the names of all in order.
fn home() -> (Home, Vec<String>) {
    let home = Home::new();
    let mut names: Vec<_> = ["alone", "round-1", "round-2"]
        .iter()
        .map(|name| put_sample(&home, name))
        .collect();
    let other = home.begin("Other & Sons", 3);
    names.push(other.file_name().unwrap().to_str().unwrap().to_owned());
    names.sort();
    (home, names)
}

fn damage(home: &Home) {
    let text = "#![type = \"customer-hat/session\"]\n(format: 1";
    fs::write(home.data().join("2026-01-01-bad-round-1.ron"), text).unwrap();
}

/// The files that a report in JSON is about.
fn sessions(said: &Said) -> Vec<String> {
    let json: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    let all = json["sessions"].as_array().unwrap().iter();
    all.map(|one| one["session"].as_str().unwrap().to_owned())
        .collect()
}

fn report(home: &Home, words: &[&str]) -> Said {
    home.run(&[&["report", "--format", "json"], words].concat())
}

#[test]
fn all_sessions_and_names_with_wildcards_are_found_from_any_folder() {
    let (home, names) = home();
    assert_eq!(sessions(&report(&home, &["--all"])), names);
    assert_eq!(sessions(&report(&home, &["*.ron"])), names);
    assert_eq!(sessions(&report(&home, &["*"])), names);
    let second = report(&home, &["*-round-2"]);
    assert_eq!((second.code, second.err.as_str()), (0, ""));
    assert!(
        sessions(&second)
            .iter()
            .all(|name| name.contains("round-2"))
    );
    let two = report(&home, &["last", "*PEDAL*round-?.ron"]);
    assert_eq!(sessions(&two).len(), 3);
    let none = report(&home, &["*nothing*"]);
    assert_eq!((none.code, none.out.as_str()), (1, ""));
    let sentence = "no session's name fits \"*nothing*\". `customer-hat list` shows what there is";
    assert!(none.err.contains(sentence), "{}", none.err);
}

#[test]
fn a_business_is_found_as_it_is_called_and_without_a_match_those_that_there_are_are_told() {
    let (home, names) = home();
    let said = report(&home, &["--business", "pedal  & CRUMB"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let expected: Vec<_> = names.iter().filter(|name| name.contains("pedal")).collect();
    assert_eq!(sessions(&said).iter().collect::<Vec<_>>(), expected);
    for command in ["report", "check"] {
        let said = home.run(&[command, "--business", "Acme\u{202e}"]);
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{command}");
        assert_eq!(
            said.err,
            "customer-hat: there is no session of \"Acme\\u{202e}\". There is Other & Sons, Pedal & Crumb\n"
        );
    }
}

#[test]
fn a_damaged_session_among_many_is_named_and_the_rest_is_written() {
    let (home, names) = home();
    damage(&home);
    for words in [&["--all"][..], &["--business", "Pedal & Crumb"], &["*"]] {
        let said = report(&home, words);
        assert_eq!(said.code, 1, "{words:?}");
        assert!(
            sessions(&said).iter().all(|name| names.contains(name)),
            "{words:?}"
        );
        let start = "left out: ";
        assert!(said.err.starts_with(start), "{words:?}: {}", said.err);
        assert!(
            said.err.contains("2026-01-01-bad-round-1.ron:2:"),
            "{}",
            said.err
        );
    }
    let said = home.run(&["report", "--all", "-o", "all.csv"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    let written = fs::read_to_string(home.folder().join("all.csv")).unwrap();
    assert!(written.lines().count() > 50);
    // One that was named itself is asked for: without it there is nothing to write.
    let said = report(&home, &["last", "2026-01-01-bad-round-1"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
}

#[test]
fn where_no_session_can_be_read_nothing_is_written() {
    let home = Home::new();
    for words in [&["--all"][..], &["--business", "Acme"], &[]] {
        let said = home.run(&[&["report", "--format", "csv", "-o", "all.csv"], words].concat());
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{words:?}");
        assert!(said.err.contains("there is no session yet"), "{}", said.err);
    }
    fs::create_dir_all(home.data()).unwrap();
    damage(&home);
    for words in [&["--all"][..], &["--business", "Acme"]] {
        let said = home.run(&[&["report", "--format", "csv", "-o", "all.csv"], words].concat());
        assert_eq!((said.code, said.out.as_str()), (1, ""), "{words:?}");
        assert!(said.err.contains("nothing is written"), "{}", said.err);
    }
    assert!(!home.folder().join("all.csv").exists());
}

#[test]
fn all_named_and_of_a_business_exclude_each_other() {
    let (home, _) = home();
    for command in ["report", "check"] {
        for words in [
            &["--all", "last"][..],
            &["--all", "--business", "Acme"],
            &["--business", "Acme", "last"],
        ] {
            assert_eq!(
                home.run(&[&[command], words].concat()).code,
                2,
                "{command} {words:?}"
            );
        }
    }
    assert_eq!(home.run(&["check"]).code, 2);
    let said = home.run(&["report", "--all"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(
        said.err
            .contains("say --format csv or --format json for several"),
        "{}",
        said.err
    );
}

#[test]
fn a_check_takes_what_a_report_takes_and_exercises_and_themes_as_well() {
    let (home, names) = home();
    let well = |words: &[&str]| {
        let said = home.run(&[&["check"], words].concat());
        assert_eq!(
            (said.code, said.err.as_str()),
            (0, ""),
            "{words:?}: {}",
            said.out
        );
        said.out.lines().count()
    };
    let stem = names[0].trim_end_matches(".ron");
    assert_eq!(well(&[&names[0], stem, "last"]), 3);
    assert_eq!(
        (well(&["*.ron"]), well(&["--all"])),
        (names.len(), names.len())
    );
    assert_eq!(well(&["--business", "pedal & crumb"]), names.len() - 1);
    let config = home.data().join("config");
    for (folder, name, text) in [
        (
            "exercises",
            "shop",
            customer_hat::model::built_in::ROLE_REVERSAL.replace("\"role-reversal\"", "\"shop\""),
        ),
        (
            "themes",
            "paper",
            include_str!("../../../assets/themes/dark.ron").replace("\"dark\"", "\"paper\""),
        ),
    ] {
        fs::create_dir_all(config.join(folder)).unwrap();
        fs::write(config.join(folder).join(format!("{name}.ron")), text).unwrap();
    }
    assert_eq!(well(&["--all"]), names.len() + 2);
    let said = home.run(&["check", "shop", "paper.ron"]);
    let ends: Vec<_> = said
        .out
        .lines()
        .map(|line| line.rsplit(": ").next().unwrap())
        .collect();
    assert_eq!(
        ends,
        ["an exercise, nothing wrong", "a theme, nothing wrong"]
    );
    damage(&home);
    let said = home.run(&["check", "--all"]);
    assert_eq!(said.code, 1);
    assert!(
        said.out.contains("2026-01-01-bad-round-1.ron:2:"),
        "{}",
        said.out
    );
    assert_eq!(said.out.matches("nothing wrong").count(), names.len() + 2);
    // A file that is here goes before one that is called so on the shelf.
    fs::write(home.folder().join(&names[0]), "nothing of ours").unwrap();
    let said = home.run(&["check", &names[0]]);
    assert!(
        said.out.starts_with(&format!("{}:1:1: ", names[0])),
        "{}",
        said.out
    );
}

#[test]
fn what_is_not_there_is_a_problem_of_a_check_and_the_others_are_looked_at() {
    let (home, names) = home();
    let said = home.run(&["check", "missing", "*none*", &names[0]]);
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    assert!(
        said.out.starts_with("missing: there is no such file"),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("\n*none*: there is no such file"),
        "{}",
        said.out
    );
    assert!(
        said.out.ends_with("a session, nothing wrong\n"),
        "{}",
        said.out
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_session_whose_name_is_no_utf_8_is_reported_and_checked_by_its_name_and_its_path() {
    use std::os::unix::ffi::OsStrExt;
    let (home, names) = home();
    let strange = std::ffi::OsStr::from_bytes(b"caf\xe9.ron");
    let path = home.data().join(strange);
    fs::copy(home.data().join(&names[0]), &path).unwrap();
    for word in [
        strange,
        path.as_os_str(),
        std::ffi::OsStr::from_bytes(b"caf\xe9"),
    ] {
        for command in ["report", "check"] {
            let done = std::process::Command::new(env!("CARGO_BIN_EXE_customer-hat"))
                .env_clear()
                .env("CUSTOMER_HAT_DATA", home.data())
                .arg(command)
                .arg(word)
                .output()
                .unwrap();
            let said = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
            assert_eq!(
                done.status.code(),
                Some(0),
                "{command} {}: {said}",
                word.display()
            );
        }
    }
}
