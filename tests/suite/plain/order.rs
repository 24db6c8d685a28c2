//! Putting the sessions in order line by line: asked first, done by the shell, and taken back.

use super::scripts::two;
use super::table::Table;

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}

/// Home with one finished session, which is line 3.
fn with_one() -> Table {
    let mut table = Table::at_home();
    table.hears(&two());
    table.hears(&lines(&["home"]));
    assert!(table.session().is_none(), "{}", table.said());
    assert!(table.said().contains("3: Look back: Acme, round 1"));
    table.take_said();
    table
}

#[test]
fn a_session_goes_to_the_trash_once_it_is_asked_and_comes_back() {
    let mut table = with_one();
    table.hears(&lines(&["trash 3"]));
    assert!(table.question().starts_with("Sure?"));
    table.hears(&lines(&[""]));
    let said = table.take_said();
    assert!(said.contains("Take Acme, round 1, of 22 November 2026 to the trash?"));
    assert!(said.contains("It stays as it is."), "{said}");
    table.hears(&lines(&["Trash 3", "yes"]));
    let said = table.take_said();
    assert!(!said.contains("Look back: Acme"), "{said}");
    table.hears(&lines(&["trash", "take back 2", "take back 1", "y"]));
    let said = table.take_said();
    assert!(said.contains("1: Acme, round 1, of 22"), "{said}");
    assert!(said.contains("take back 1\n"), "{said}");
    assert!(said.contains("3: Look back: Acme"), "{said}");
    table.hears(&lines(&["trash"]));
    assert!(table.said().contains("The trash is empty."));
}

#[test]
fn a_business_is_renamed_once_it_is_asked() {
    let mut table = with_one();
    table.hears(&lines(&["rename 3 to Acme Boats"]));
    let question = "Acme has one session. Does it get the name Acme Boats?";
    assert!(table.take_said().contains(question));
    table.hears(&lines(&["no", "rename 3 to Acme Boats", "yes"]));
    let said = table.take_said();
    assert!(said.contains("Look back: Acme Boats, round 1"), "{said}");
    assert_eq!(table.file(1).business().as_str(), "Acme Boats");
}

#[test]
fn nonsense_about_order_changes_nothing_and_help_tells_the_words() {
    let mut table = with_one();
    for (line, answer) in [
        ("trash 1", "The number of a line with a session"),
        ("trash me", "The number of a line with a session"),
        ("rename 3", "Like this: rename 3 to Acme Boats"),
        ("rename 9 to X", "The number of a line with a session"),
        ("rename 3 to Acme", "That is its name already."),
        ("rename 3 to  ", "Like this"),
        ("take", "The number of a line, please."),
        ("help", "rename 3 to Acme Boats: another name"),
    ] {
        table.hears(&lines(&[line]));
        let said = table.take_said();
        assert!(said.contains(answer), "{line}: {said}");
        assert!(table.question().starts_with("Which?"), "{line}");
    }
    let mut empty = Table::at_home();
    empty.hears(&lines(&["help"]));
    assert!(!empty.said().contains("trash"));
}
