//! Leaving: a report from the last page is one of a meeting that is over, it is written once, and the end says where
//! everything is.

use super::stage::Stage;
use customer_hat::model::change::Change;
use customer_hat::model::place::Place;
use customer_hat::report::{self, Format};
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;

/// A sample at a place of it, still open.
fn sample(nth: usize, place: Place) -> Stage {
    let mut session = samples().swap_remove(nth).1;
    let now = session.finished().unwrap();
    session.apply(Change::Finished(None), now).unwrap();
    session.apply(Change::Go(place), now).unwrap();
    Stage::in_session(&text_of(&session).unwrap())
}

#[test]
fn a_report_from_the_last_page_is_of_a_meeting_that_is_over() {
    for nth in 0..3 {
        for row in 0..5 {
            let keys = format!("r{}<enter>", "<down>".repeat(row));
            let stage = sample(nth, Place::Close).keys(&keys);
            let (file, text) = &stage.reports()[0];
            assert!(!text.contains("Not finished"), "{}", file.display());
            assert!(!text.contains("still sealed"), "{}", file.display());
        }
        // So is one from the command line, which reads the same file.
        let session = sample(nth, Place::Close).session().clone();
        let text = report::render_all(&[(session, "a".to_owned())], Format::Text).unwrap();
        assert!(!text.contains("Not finished"));
        let earlier = sample(nth, Place::Improvements).session().clone();
        let text = report::render_all(&[(earlier, "a".to_owned())], Format::Text).unwrap();
        assert!(
            text.contains("Not finished"),
            "one that is not over says so"
        );
    }
}

#[test]
fn enter_after_written_writes_nothing_more_and_another_kind_is_another_file() {
    let mut stage = sample(0, Place::Close).keys("r<enter>");
    assert!(stage.shows("Written") && stage.shows("Enter done"));
    let mut stage = stage.keys("<enter>");
    assert_eq!(stage.reports().len(), 1);
    assert!(!stage.shows("Written"), "it is closed");
    let stage = stage.keys("r<enter><down><enter><enter>");
    assert_eq!(stage.reports().len(), 3);
    let stage = stage.keys("r<enter><enter><enter>");
    assert_eq!(
        stage.reports().len(),
        4,
        "the page behind it is finished by Enter, not written"
    );
}

#[test]
fn a_report_that_failed_is_tried_again_with_enter() {
    let mut stage = sample(0, Place::Close).keys("r");
    stage
        .app()
        .report_written(Err("The disk is full.".to_owned()));
    assert!(stage.shows("Enter try again"));
    assert_eq!(stage.keys("<enter>").reports().len(), 1);
}

#[test]
fn home_says_where_a_session_is_that_was_finished_or_left() {
    for (keys, thanks) in [("<enter>", true), ("qh", false)] {
        let mut stage = sample(0, Place::Close).keys(keys);
        assert!(!stage.has_session());
        for size in [(60, 20), (80, 24), (100, 30)] {
            let text = stage.text(size.0, size.1);
            assert!(text.contains("1.ron, in /sessions"), "{text}");
            assert_eq!(text.contains("Thank you."), thanks, "{text}");
        }
        let farewell = stage.app().farewell().unwrap();
        assert!(farewell.contains("1.ron, in /sessions"));
    }
}

#[test]
fn quitting_says_where_the_session_is_that_was_open_last() {
    let mut open = sample(0, Place::Journey).keys("q<enter>");
    assert!(open.has_quit());
    let told = open.app().farewell().unwrap();
    assert_eq!(told, "Everything is saved in 1.ron, in /sessions");
    let mut finished = sample(0, Place::Close).keys("<enter>q<enter>");
    let told = finished.app().farewell().unwrap();
    assert_eq!(
        told,
        "Thank you. The session is saved as 1.ron, in /sessions"
    );
    let mut nothing = Stage::at_home().keys("q<enter>");
    assert_eq!(nothing.app().farewell(), None);
    let sessions: Vec<_> = samples().into_iter().map(|(_, session)| session).collect();
    let mut replay = Stage::with_sessions(&sessions);
    replay.app().replay(sessions[0].clone());
    assert_eq!(
        replay.app().farewell(),
        None,
        "nothing of a replay is saved"
    );
}
