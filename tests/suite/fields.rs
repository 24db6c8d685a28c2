//! Fields that are full: whoever types on is told, and nothing is lost without a word.

use super::stage::Stage;
use super::workshops::with_people;
use customer_hat::model::change::Change;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;

/// The first meeting, at a place.
fn at(place: Place) -> Stage {
    let mut session = samples().swap_remove(0).1;
    let now = session.finished().unwrap();
    session.apply(Change::Go(place), now).unwrap();
    Stage::in_session(&text_of(&session).unwrap())
}

fn at_a_reveal() -> Stage {
    let begun =
        with_people(&["Olive", "Basil"]).keys("<enter><enter><enter>x<enter>x<enter><enter>");
    begun.keys("<enter>5<enter>y<enter>-8<enter>n<enter><enter><wait>")
}

/// Pastes so many letters, types one more, then pastes some; it is told where they no longer fit, and not before.
fn fills_up(name: &str, mut stage: Stage, most: usize) {
    let full = format!("Only {most} characters fit here.");
    stage.paste_in(&"a".repeat(most));
    assert!(!stage.shows("fit here"), "{name}: it is not full yet");
    stage.press_all("a");
    assert!(stage.shows(&full), "{name}: {}", stage.text(100, 30));
    stage.press_all("<bs>");
    assert!(!stage.shows("fit here"), "{name}: one more fits again");
    stage.paste_in("bb");
    assert!(stage.shows(&full), "{name}: a paste is cut");
}

#[test]
fn a_field_that_is_full_says_so() {
    let step = Place::Step(StepNumber::try_from(3).unwrap());
    let clear = "<bs>".repeat(100);
    fills_up("business", Stage::at_home().keys("t"), 60);
    fills_up("person", with_people(&[]), 60);
    fills_up("own word", at_a_reveal().keys("wa"), 30);
    fills_up("note", at(step).keys("+"), 200);
    fills_up("department", at(step).keys("d"), 40);
    fills_up("improvement", at(Place::Improvements).keys("a"), 200);
    fills_up("what would be kept", at(Place::Keep).keys(&clear), 300);
    fills_up(
        "next round",
        at(Place::Close).keys(&format!("d{clear}")),
        40,
    );
}

#[test]
fn a_field_that_is_full_says_so_while_one_looks_back() {
    let sessions: Vec<_> = samples().into_iter().map(|(_, session)| session).collect();
    let library = Stage::with_sessions(&sessions).keys("<down><down><enter>");
    fills_up("what is looked for", library, 60);
    let library = Stage::with_sessions(&sessions).keys("<down><down><enter>");
    let menu = "<enter><down><down><down><down><enter>";
    fills_up(
        "another name",
        library.keys(menu).keys(&"<bs>".repeat(60)),
        60,
    );
}
