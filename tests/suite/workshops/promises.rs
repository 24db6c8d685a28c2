//! A second round and a third: what was promised is found, marked and carried on.

use super::super::stage::Stage;
use super::six::at_the_close;
use customer_hat::model::place::Place;
use customer_hat::model::promise::Outcome;
use customer_hat::model::session::Session;

/// What was promised, and what became of it.
fn told(session: &Session) -> Vec<(&str, Option<Outcome>)> {
    let promises = session.promises().iter();
    promises
        .map(|promise| (promise.what.as_str(), promise.outcome))
        .collect()
}

/// The second round of a business whose first one is finished, at what was promised.
fn second_round() -> Stage {
    let stage = at_the_close().keys("<enter>tACME<enter>Ana, Ben<enter><enter><enter>");
    assert_eq!(stage.place(), Place::Promises);
    stage
}

const HOURS: &str = "Opening hours on the site";
const PHONE: &str = "Answer the phone within three rings";

#[test]
fn the_next_round_finds_what_was_promised_and_each_is_marked() {
    let mut stage = second_round();
    assert_eq!(stage.session().round().number(), 2);
    assert_eq!(told(stage.session()), [(HOURS, None), (PHONE, None)]);
    stage.press_all("k<down>n");
    assert!(stage.shows("\u{2713} kept") && stage.shows("\u{2717} not kept"));
    assert!(stage.shows("1 of 2 kept"));
    // A mark is changed, and taken back; the arrows go no further than the ends.
    stage.press_all("<down><down>ou<up><up><up><space>u");
    let marked = [
        (HOURS, Some(Outcome::Kept)),
        (PHONE, Some(Outcome::NotKept)),
    ];
    let stage = stage.quit_and_resume();
    assert_eq!(stage.place(), Place::Promises);
    assert_eq!(told(&stage.kept()), marked);
    let mut stage = stage.keys("<enter>");
    assert_eq!(stage.place(), Place::Welcome);
    assert!(!stage.shows("no mark yet"));
    assert_eq!(stage.keys("<left>").place(), Place::Promises);
}

#[test]
fn space_goes_through_all_marks_and_back_to_none() {
    let mut stage = second_round();
    for outcome in Outcome::ALL.map(Some).into_iter().chain([None]) {
        stage.press_all("<space>");
        assert_eq!(stage.session().promises()[0].outcome, outcome);
    }
}

#[test]
fn nobody_is_held_up_and_what_has_no_mark_goes_on_to_the_next_round() {
    // A clicker alone goes on; one sentence tells what becomes of the promises.
    let mut stage = second_round().keys("<down>k<pgdn>");
    assert_eq!(stage.place(), Place::Welcome);
    assert!(stage.shows("One has no mark yet"));
    // This round is broken off, and another one begun beside it.
    let mut stage = stage.keys("qhtAcme<enter>n");
    stage.press_all("Ana<enter>Ben<enter><enter><enter>");
    assert_eq!(stage.session().round().number(), 3);
    assert_eq!(told(stage.session()), [(HOURS, None)]);
    assert!(stage.shows("from round 1"));
}

#[test]
fn somebody_alone_is_asked_in_the_second_person() {
    let step = "<enter>-3<enter>y<enter><enter>";
    let first = Stage::at_home()
        .keys("oAcme<enter>Ana<enter><enter>x<enter>")
        .keys(&step.repeat(5))
        .keys("<enter>-<enter><enter><enter><enter><enter>Ring back<enter>tomorrow<enter><enter>")
        .keys("<enter>");
    assert!(!first.has_session());
    let mut second = first.keys("oAcme<enter>Ana<enter>");
    assert_eq!(second.place(), Place::Promises);
    let screen = second.text(60, 20);
    assert!(screen.contains("Did you keep it?"), "{screen}");
    assert!(!screen.contains(" we "), "{screen}");
}
