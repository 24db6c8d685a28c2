//! A vast screen: what matters there is not left in plain rows, and what is left out is told.

use super::stage::Stage;
use super::workshops::with_people;

const VAST: (u16, u16) = (200, 60);

fn at_a_step() -> Stage {
    with_people(&["Olive", "Basil"]).keys("<enter><enter><enter>x<enter>x<enter><enter>")
}

fn plain(stage: &mut Stage, words: &str, (width, height): (u16, u16)) -> bool {
    stage.text(width, height).contains(words)
}

#[test]
fn the_questions_and_what_is_noticed_are_large_and_the_newest_stays_in_sight() {
    let mut stage = at_a_step();
    assert!(plain(&mut stage, "Would you trust them", (100, 30)));
    assert!(!plain(&mut stage, "Would you trust them", VAST));
    let mut stage = stage.keys("+a clear picture");
    assert!(
        !plain(&mut stage, "a clear picture", VAST),
        "while it is typed"
    );
    let mut stage = stage.keys("<enter>");
    assert!(!plain(&mut stage, "a clear picture", VAST));
    assert!(!plain(&mut stage, " more\n", VAST));
    for _ in 0..9 {
        stage.press_all("-opening hours were from last winter<enter>");
    }
    let whole = stage.text(VAST.0, VAST.1);
    assert!(!whole.contains("opening hours"), "{whole}");
    assert!(whole.contains("What you noticed   ↑ "), "{whole}");
    let first = stage
        .keys("<up><up><up><up><up><up><up><up><up><up>")
        .text(VAST.0, VAST.1);
    assert!(first.contains("What you noticed   ↓ 9 more"), "{first}");
}

#[test]
fn a_note_in_a_script_without_block_letters_is_not_lost() {
    let mut stage = at_a_step().keys("+顧客満足");
    assert!(plain(&mut stage, "顧客満足", VAST));
    let mut stage = stage.keys("<enter>");
    assert!(plain(&mut stage, "顧客満足", VAST));
}

#[test]
fn twenty_names_stand_in_large_letters() {
    let names: Vec<_> = (1..=20).map(|nth| format!("Person {nth}")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    let mut stage = with_people(&names);
    assert!(plain(&mut stage, "Person 20", (100, 30)));
    assert!(!plain(&mut stage, "Person", VAST));
    let mut stage = stage.keys("顧客");
    assert!(
        plain(&mut stage, "顧客", VAST),
        "the field alone stays plain"
    );
    assert!(!plain(&mut stage, "Person", VAST));
}
