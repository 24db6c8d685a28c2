//! Names as people have them, and as nobody expects them.

use super::super::stage::Stage;
use super::{ledger::ledger, with_people};
use customer_hat::model::place::Place;

fn names(stage: &Stage) -> Vec<String> {
    let people = stage.session().people().iter();
    people.map(|person| person.name.to_string()).collect()
}

fn business(typed: &str) -> Stage {
    Stage::at_home().keys(&format!("t{typed}<enter>"))
}

#[test]
fn a_name_is_as_long_as_a_name_can_be() {
    let long = "Maximilian ".repeat(20);
    for stage in [
        with_people(&[&long]),
        Stage::at_home()
            .keys("tAcme<enter>")
            .paste(&long)
            .keys("<enter>"),
        Stage::at_home()
            .keys("tAcme<enter>")
            .paste(&format!("{long},Ben")),
    ] {
        let name = &names(&stage)[0];
        assert!(long.starts_with(name), "{name}");
        assert!((50..=60).contains(&name.chars().count()), "{name}");
    }
}

#[test]
fn names_of_every_script_keep_their_letters() {
    let theirs = ["👩‍🚀🎩", "שרה כהן", "Zoë", "李小龙", "O'Neil-Łuc"];
    let mut stage = with_people(&theirs);
    assert_eq!(names(&stage), theirs);
    for (width, height) in [(60, 20), (80, 24), (100, 30)] {
        assert!(stage.text(width, height).contains("Zoë"));
    }
    let kept = stage.quit_and_resume();
    assert_eq!(names(&kept), theirs);
}

#[test]
fn nobody_without_a_name_takes_part() {
    let mut stage = with_people(&["", "   "]);
    assert!(names(&stage).is_empty());
    assert_eq!(stage.place(), Place::People);
    assert!(stage.shows("name"));
    let stage = stage.paste("  ,\n; ,").keys("<enter><enter>");
    assert!(names(&stage).is_empty());
    assert_eq!(stage.place(), Place::People);
}

#[test]
fn people_of_the_same_name_are_told_apart() {
    let mut stage = with_people(&["Ana", "Ana", "Ben (shop)", "Ben (yard)"]);
    assert_eq!(names(&stage), ["Ana", "Ana", "Ben", "Ben"]);
    stage.press_all("<enter><enter><enter>1<enter>1<enter>1<enter>1<enter>1<enter><enter>");
    for label in ["Ana 1", "Ana 2", "Ben (shop)", "Ben (yard)"] {
        assert!(stage.shows(label), "{label}\n{}", stage.text(100, 30));
    }
    assert!(ledger(&stage.kept()).contains("guess ana: 1 1 1 1 1"));
}

#[test]
fn a_pasted_list_is_as_many_people() {
    let stage = Stage::at_home()
        .keys("tAcme<enter>")
        .paste("Ana, Ben (workshop)\r\nCho;\n\n  Dev  \nEva (the \x1b[31mred\x1b[0m one)\n");
    assert_eq!(
        ledger(stage.session()).lines().nth(1).unwrap(),
        "people: Ana, Ben (workshop), Cho, Dev, Eva (the red one)"
    );
}

#[test]
fn a_list_that_is_too_long_fills_the_room_and_says_so() {
    let list: Vec<_> = (1..=60).map(|nth| format!("P{nth}")).collect();
    let mut stage = Stage::at_home()
        .keys("tAcme<enter>")
        .paste(&list.join("\n"));
    assert_eq!(stage.session().people().len(), 40);
    assert!(stage.shows("at most 40"));
}

#[test]
fn a_paste_meets_the_people_over_any_screen() {
    let stage = with_people(&["Ana", "Ben"])
        .keys("<enter><enter>P")
        .paste("Cho, Dev")
        .keys("<esc>");
    assert_eq!(names(&stage), ["Ana", "Ben", "Cho", "Dev"]);
}

#[test]
fn a_business_needs_a_name_that_is_one() {
    for typed in ["", "    ", "\u{200b}\u{202e}"] {
        let stage = Stage::at_home().keys("t").paste(typed).keys("<enter>");
        assert!(!stage.has_session(), "{typed:?}");
    }
}

#[test]
fn a_business_may_be_called_anything() {
    for typed in [
        "🎩🎩",
        "שלום",
        "Pedal & Crumb",
        "a/b\\c:*?\"|",
        "..",
        "CON",
        "true",
        "()",
    ] {
        let stage = business(typed);
        assert_eq!(stage.session().business().as_str(), typed);
        assert_eq!(stage.kept().business().as_str(), typed);
    }
    let stage = business(&"x".repeat(200));
    assert_eq!(stage.session().business().as_str().len(), 60);
    let stage = Stage::at_home()
        .keys("t")
        .paste("Two\nlines\tand \x07more")
        .keys("<enter>");
    assert_eq!(stage.session().business().as_str(), "Two lines and more");
}

#[test]
fn the_same_business_goes_on_or_begins_a_second_round() {
    let stage = with_people(&["Ana"]).keys("<up>qh");
    assert!(!stage.has_session());
    // The last business stands in the field already.
    let mut stage = stage.keys("t<enter>");
    assert!(stage.shows("go on"));
    let stage = stage.keys("<enter>");
    assert_eq!((stage.files(), names(&stage)), (1, vec!["Ana".to_owned()]));
    let stage = stage.keys("<up>qht<enter>n");
    assert_eq!(stage.session().round().number(), 2);
    assert_eq!(stage.files(), 2);
}
