//! The same team again, line by line: its people are offered in words.

use super::scripts::six;
use super::table::Table;

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|&line| line.to_owned()).collect()
}

/// The second round of a business whose first one is finished, where nobody takes part yet.
fn second_round() -> Table {
    let mut table = Table::at_home();
    table.hears(&six());
    table.hears(&lines(&[""]));
    table.take_said();
    table.hears(&lines(&["1", "Acme"]));
    table
}

fn names(table: &Table) -> Vec<String> {
    let people = table.session().expect("a session").people().iter();
    people.map(|one| one.id.to_string()).collect()
}

#[test]
fn enter_takes_the_people_of_last_time_and_one_is_taken_out() {
    let mut table = second_round();
    let said = table.take_said();
    let offer = "Last time: Olive, Basil, Fern, Sage, Hazel, Rowan, Juniper.\n";
    assert!(said.contains(offer), "{said}");
    let question = table.question();
    assert_eq!(
        question,
        "Who takes part? [a name, or several with commas; Enter: the same 7 as last time]"
    );
    table.hears(&lines(&["", "out 2", "Clove (shop)"]));
    let said = table.take_said();
    assert!(said.contains("Here: 1 Olive, 2 Basil, 3 Fern"), "{said}");
    let now = [
        "olive", "fern", "sage", "hazel", "rowan", "juniper", "clove",
    ];
    assert_eq!(names(&table), now);
    assert!(table.question().starts_with("Who else?"));
}

#[test]
fn a_name_takes_nobody_else_over() {
    let mut table = second_round();
    table.hears(&lines(&["Ana"]));
    assert_eq!(names(&table), ["ana"]);
    assert!(!table.question().contains("last time"));
}
