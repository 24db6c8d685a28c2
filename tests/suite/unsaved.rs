//! What people see and can do while their answers are not on disk.

use super::stage::Stage;
use customer_hat::ui::app::Effect;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use std::sync::Arc;

fn unsaved() -> Stage {
    let mut stage = Stage::at_home().keys("tAcme<enter>Ana, Ben<enter><enter>");
    stage
        .app()
        .not_saved("The disk is full. Make room on it.".to_owned());
    stage
}

#[test]
fn it_is_said_in_plain_sight_with_the_reason_and_the_way_out() {
    for (width, height) in [(60, 20), (80, 24), (200, 60)] {
        let text = unsaved().text(width, height);
        let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in ["not saved", "The disk is full.", "S saves somewhere else"] {
            assert!(said.contains(words), "{words} at {width}×{height}:\n{text}");
        }
    }
}

#[test]
fn it_is_saved_somewhere_else_on_s() {
    let mut stage = unsaved().keys("S");
    assert!(stage.shows("Save somewhere else"));
    for c in "stick".chars() {
        assert_eq!(stage.app().press(KeyEvent::from(KeyCode::Char(c))), []);
    }
    let effects = stage.app().press(KeyEvent::from(KeyCode::Enter));
    assert_eq!(effects, [Effect::SaveElsewhere("stick".into())]);
}

#[test]
fn the_key_is_there_only_while_something_is_not_saved() {
    let mut stage = unsaved();
    let session = Arc::new(stage.session().clone());
    stage.app().saved(9, session);
    assert!(!stage.keys("S").shows("Save somewhere else"));
}

#[test]
fn the_question_before_leaving_does_not_promise_what_is_not_so() {
    let mut stage = unsaved().keys("q");
    assert!(stage.shows("are not saved yet"));
    assert!(!stage.shows("is kept"));
}

#[test]
fn the_answers_stay_and_the_session_goes_on() {
    let stage = unsaved().keys("<enter><enter>1<enter>2<enter>3<enter>4<enter>5<enter><enter>");
    assert_eq!(stage.session().predictions().len(), 1);
}
