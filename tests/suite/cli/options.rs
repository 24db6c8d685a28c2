//! Each option with each command: taken where it means something, refused where it does not.

use super::Home;

/// Every command, with the options of the program that mean something to it.
const COMMANDS: [(&str, &[&str]); 14] = [
    ("new", &["--data-dir", "--theme", "--big-text", "--plain"]),
    (
        "resume",
        &["--data-dir", "--theme", "--big-text", "--plain"],
    ),
    (
        "replay",
        &["--data-dir", "--theme", "--big-text", "--plain"],
    ),
    (
        "compare",
        &["--data-dir", "--theme", "--big-text", "--plain"],
    ),
    ("notes", &["--data-dir", "--theme", "--big-text"]),
    ("list", &["--data-dir"]),
    ("report", &["--data-dir"]),
    ("check", &["--data-dir"]),
    ("folder", &["--data-dir"]),
    ("exercises", &["--data-dir"]),
    ("preread", &["--data-dir"]),
    ("completions", &[]),
    ("man", &[]),
    ("help", &[]),
];

const OPTIONS: [(&str, Option<&str>); 4] = [
    ("--data-dir", Some("elsewhere")),
    ("--theme", Some("dark")),
    ("--big-text", Some("blocks")),
    ("--plain", None),
];

#[test]
fn every_command_takes_the_options_that_mean_something_to_it_and_no_other() {
    let home = Home::new();
    let help = home.run(&["--help"]).out;
    for (command, options) in COMMANDS {
        assert!(help.contains(&format!("\n  {command} ")), "{command}");
        let told = home.run(&[command, "--help"]).out;
        for (option, value) in OPTIONS {
            let meant = options.contains(&option);
            assert_eq!(
                told.contains(option),
                meant,
                "{command} --help and {option}"
            );
            let words: Vec<_> = [Some(option), value].into_iter().flatten().collect();
            let behind = home.run(&[&[command][..], &words, &["--help"]].concat());
            assert_eq!(
                behind.code == 0,
                meant,
                "{command} {option}: {}",
                behind.err
            );
            // Before the command, help would end it before it is looked at.
            let rest: &[&str] = match command {
                "completions" => &["completions", "bash"],
                "check" => &["check", "none.ron"],
                "notes" => continue,
                command => &[command],
            };
            let before = home.run(&[&words[..], rest].concat());
            let sentence =
                format!("{option} means nothing to `customer-hat {command}`. Leave it out");
            let refused = before.code == 2 && before.err.contains(&sentence);
            let may_stand = meant || option == "--data-dir";
            assert_eq!(!refused, may_stand, "{option} {command}: {}", before.err);
        }
    }
}

#[test]
fn before_a_command_and_behind_it_an_option_means_the_same() {
    let home = Home::new();
    for words in [&["--plain", "resume"], &["resume", "--plain"]] {
        let said = home.run(words);
        assert_eq!(said.code, 1, "{}", said.err);
        assert!(said.err.contains("no session"), "{}", said.err);
    }
    let elsewhere = home.folder().join("elsewhere");
    let folder = elsewhere.to_str().unwrap();
    assert_eq!(
        home.run(&["folder", "--data-dir", folder]).out,
        format!("{folder}\n")
    );
}

#[test]
fn the_folder_of_the_sessions_is_printed_and_not_made() {
    let home = Home::new();
    let said = home.run(&["folder"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_eq!(said.out, format!("{}\n", home.data().display()));
    assert!(!home.data().exists());
}

#[test]
fn help_is_there_for_every_command_help_too() {
    let home = Home::new();
    for (command, _) in COMMANDS {
        let said = home.run(&["help", command]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{command}");
        assert_eq!(said.out, home.run(&[command, "--help"]).out, "{command}");
    }
    assert_eq!(home.run(&["help"]).out, home.run(&["--help"]).out);
    assert_eq!(home.run(&["help", "--help"]).code, 0);
    let said = home.run(&["help", "sing\u{202e}"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    let start = "customer-hat: there is no command \"sing\\u{202e}\". There is new, resume, ";
    assert!(said.err.starts_with(start), "{}", said.err);
}

#[test]
fn what_is_for_tables_is_refused_elsewhere_and_asks_for_a_table_where_nothing_is_said() {
    let home = Home::new();
    super::put_sample(&home, "round-1");
    for format in ["text", "markdown", "html", "json"] {
        for words in [["--table", "notes"], ["--separator", "tab"]] {
            let said = home.run(&[&["report", "--format", format][..], &words].concat());
            assert_eq!(
                (said.code, said.out.as_str()),
                (2, ""),
                "{format} {words:?}"
            );
            assert!(said.err.contains("are for csv"), "{}", said.err);
        }
    }
    assert_eq!(
        home.run(&["report", "-o", "x.html", "--table", "notes"])
            .code,
        2
    );
    let said = home.run(&["report", "--separator", "semicolon"]);
    assert!(
        said.out.starts_with("\u{feff}session;business;round;"),
        "{}",
        said.out
    );
    let said = home.run(&["report", "--table", "promises"]);
    assert!(said.out.contains(",told,promised_round,"), "{}", said.out);
}

#[test]
fn exercises_for_programs_have_stable_names_and_the_problems() {
    let home = Home::new();
    let folder = home.data().join("config/exercises");
    std::fs::create_dir_all(&folder).unwrap();
    let own = customer_hat::model::built_in::ROLE_REVERSAL.replace("\"role-reversal\"", "\"shop\"");
    std::fs::write(folder.join("shop.ron"), own).unwrap();
    std::fs::write(folder.join("broken.ron"), "(").unwrap();
    let said = home.run(&["exercises", "--json"]);
    assert_eq!(said.code, 1);
    let all: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(all[0]["id"], "role-reversal");
    assert_eq!(
        (all[0]["version"].as_u64(), all[0]["file"].is_null()),
        (Some(1), true)
    );
    assert_eq!(all[0]["steps"].as_array().unwrap().len(), 5);
    assert_eq!(all[1]["file"], serde_json::json!(folder.join("shop.ron")));
    assert!(
        all[2]["problem"]
            .as_str()
            .unwrap()
            .contains("broken.ron:1:")
    );
    assert!(said.err.contains("broken.ron:1:"), "{}", said.err);
}

#[test]
fn every_command_ends_with_the_code_that_help_tells_and_says_why_beside_its_data() {
    let home = Home::new();
    super::put_sample(&home, "round-1");
    let table: [(i32, &[&[&str]]); 3] = [
        (
            0,
            &[
                &["list"],
                &["folder"],
                &["exercises"],
                &["preread"],
                &["man", "list"],
                &["help", "list"],
                &["completions", "zsh"],
                &["report"],
                &["replay"],
                &["check", "last"],
            ],
        ),
        (
            1,
            &[
                &["resume", "--plain", "none"],
                &["replay", "none"],
                &["compare"],
                &["compare", "none", "last"],
                &["report", "none"],
                &["report", "--business", "none"],
                &["report", "-o", "none/x.html"],
                &["preread", "none"],
                &["new", "--plain", "--business", "Acme", "--exercise", "none"],
            ],
        ),
        (
            2,
            &[
                &[],
                &["none"],
                &["new"],
                &["notes"],
                &["resume"],
                &["check"],
                &["list", "more"],
                &["folder", "more"],
                &["man", "none"],
                &["help", "none"],
                &["completions", "none"],
                &["report", "--format", "none"],
                &["report", "--table", "none"],
                &["report", "--separator", "none"],
                &["report", "-o", "x.none"],
                &["report", "--force"],
                &["exercises", "--none"],
                &["replay", "--plain", "--auto"],
                &[
                    "new",
                    "--plain",
                    "--business",
                    "A",
                    "--solo",
                    "--people",
                    "Ana, Ben",
                ],
            ],
        ),
    ];
    for (code, commands) in table {
        for words in commands {
            let said = home.run(words);
            assert_eq!(said.code, code, "{words:?}: {}", said.err);
            assert_eq!(said.out.is_empty(), code > 0, "{words:?}: {}", said.out);
            assert_eq!(said.err.is_empty(), code == 0, "{words:?}: {}", said.err);
        }
    }
}
