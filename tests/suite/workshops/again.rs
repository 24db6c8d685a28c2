//! The same team again after months: its people are offered, and taken, changed or passed over.

use super::super::stage::Stage;
use super::six::at_the_close;
use customer_hat::model::place::Place;
use customer_hat::model::session::Session;

/// The second round of a business whose first one is finished, where nobody takes part yet.
fn second_round() -> Stage {
    let stage = at_the_close().keys("<enter>t<enter>");
    assert_eq!(stage.place(), Place::People);
    stage
}

fn names(session: &Session) -> Vec<String> {
    let people = session.people().iter();
    let one = |person: &customer_hat::model::person::Person| {
        let away = if person.is_here() { "" } else { " away" };
        format!("{}/{} {}{away}", person.id, person.name, person.role)
    };
    people.map(one).map(|one| one.trim().to_owned()).collect()
}

const SEVEN: [&str; 7] = [
    "olive/Olive",
    "basil/Basil",
    "fern/Fern",
    "sage/Sage",
    "hazel/Hazel",
    "rowan/Rowan",
    "juniper/Juniper new here",
];

#[test]
fn enter_takes_the_people_of_last_time_with_their_ids_and_roles() {
    let mut stage = second_round();
    for (width, height) in [(60, 20), (80, 24)] {
        let screen = stage.text(width, height);
        assert!(
            screen.contains("Enter: the same 7 as last time"),
            "{screen}"
        );
        assert!(screen.contains("Olive, Basil, Fern"), "{screen}");
    }
    stage.press_all("<enter>");
    assert_eq!(names(stage.session()), SEVEN);
    assert_eq!(stage.kept().people().len(), 7);
    assert!(stage.shows("A name adds somebody"));
    assert!(!stage.shows("as last time"));
    // A clicker does the same, and goes on.
    let stage = second_round().keys("<pgdn><pgdn>");
    assert_eq!(names(stage.session()), SEVEN);
    assert_eq!(stage.keys("<pgdn>").place(), Place::Promises);
}

#[test]
fn each_of_them_can_be_taken_out_and_others_added() {
    let stage = second_round().keys("<enter><up><up><del><enter>Clove<tab>shop<enter>");
    let mut expected: Vec<_> = SEVEN.map(str::to_owned).to_vec();
    expected.remove(5);
    expected.push("clove/Clove shop".to_owned());
    assert_eq!(names(stage.session()), expected);
}

#[test]
fn a_name_that_is_typed_takes_nobody_else_over() {
    let mut stage = second_round().keys("Sa");
    assert!(!stage.shows("as last time"));
    stage.press_all("<bs><bs>");
    assert!(stage.shows("as last time"));
    // A role without a name is no yes to the offer.
    stage.press_all("<tab>shop<enter>");
    assert_eq!(names(stage.session()), [""; 0]);
    assert!(stage.shows("First a name"));
    let stage = second_round().keys("Ana<enter><enter>");
    assert_eq!(names(stage.session()), ["ana/Ana"]);
    assert_eq!(stage.place(), Place::Promises);
}

#[test]
fn the_offer_is_there_again_when_the_program_was_left_and_when_all_was_taken_back() {
    let mut stage = second_round().quit_and_resume();
    assert!(stage.shows("the same 7 as last time"));
    stage.press_all("<enter>");
    // One Enter took all of them over, and one undo takes all of them back.
    stage.press_all("<up>u");
    assert_eq!(names(stage.session()), [""; 0]);
    assert!(stage.shows("the same 7 as last time"));
}

#[test]
fn somebody_alone_and_another_business_are_offered_nobody() {
    for keys in ["<enter>o<enter>", "<enter>tZenith<enter>"] {
        let mut stage = at_the_close().keys(keys);
        assert_eq!(stage.place(), Place::People);
        assert!(!stage.shows("as last time"));
        stage.press_all("<enter>");
        assert_eq!(stage.place(), Place::People);
    }
}
