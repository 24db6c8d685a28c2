//! The manual pages: whole, and the same words as the help's.

use super::Home;
use customer_hat::report::{FIELDS, Table};

fn page(command: Option<&str>) -> String {
    let home = Home::new();
    let words: Vec<_> = ["man"].into_iter().chain(command).collect();
    let said = home.run(&words);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{words:?}");
    said.out
}

fn sections(page: &str) -> Vec<&str> {
    let heads = page.lines().filter_map(|line| line.strip_prefix(".SH "));
    heads.map(|head| head.trim_matches('"')).collect()
}

#[test]
fn the_page_of_the_program_tells_of_files_environment_and_exit_status() {
    let page = page(None);
    assert!(
        page.contains(".TH customer-hat 1") || page.contains(".TH customer\\-hat 1"),
        "{page}"
    );
    let heads = sections(&page);
    for head in [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "SUBCOMMANDS",
        "EXAMPLES",
        "EXIT STATUS",
        "ENVIRONMENT",
        "FILES",
    ] {
        assert!(heads.contains(&head), "{head} is not in {heads:?}");
    }
    let plain = page.replace('\\', "");
    for words in [
        "CUSTOMER_HAT_DATA",
        "NO_COLOR",
        "exercises/ID.ron",
        "report --all --format csv",
        "wrong usage",
    ] {
        assert!(plain.contains(words), "{words}: {plain}");
    }
}

#[test]
fn every_command_has_a_page_with_its_exit_status_and_none_has_one_of_nothing() {
    let home = Home::new();
    let words = home.run(&["complete", "--", "man", ""]).out;
    let commands: Vec<_> = words
        .lines()
        .map(|line| line.split('\t').next().unwrap())
        .collect();
    assert!(commands.contains(&"help") && commands.contains(&"folder"));
    for command in commands {
        let page = page(Some(command));
        let heads = sections(&page);
        assert!(
            heads.contains(&"EXIT STATUS") && heads.contains(&"SEE ALSO"),
            "{command}: {heads:?}"
        );
        let has_folder = page.contains("data\\-dir");
        assert_eq!(heads.contains(&"FILES"), has_folder, "{command}");
    }
}

#[test]
fn the_page_of_the_report_tells_every_column_and_every_field() {
    let page = page(Some("report"))
        .replace("\\*(Aq", "'")
        .replace('\\', "");
    let columns = Table::ALL.into_iter().flat_map(Table::columns);
    for (name, holds) in columns.chain(FIELDS.iter().copied()) {
        // Named bold in a row of its own, and told under it.
        assert!(page.contains(&format!("fB{name}fR")), "{name}");
        assert!(page.contains(holds), "{holds}");
    }
}
