//! Moving about: back loses nothing, and a presenter's clicker does no harm, wherever the session stands.

use super::super::stage::Stage;
use super::ledger::ledger;
use super::{sealed, six, with_people};
use customer_hat::model::place::Place;

/// What a clicker may do to a session is to reveal what everybody has sealed.
fn but_for_reveals(stage: &Stage) -> String {
    let of = |line: &str| match line.split_once(": ") {
        Some((name, answers)) if name.contains("rated") || name.contains("again") => {
            format!("{} {answers}", &name[..7])
        }
        _ => line.replace("verdicts shown", "verdicts sealed"),
    };
    ledger(stage.session())
        .lines()
        .map(of)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn every_place_is_met_on_the_way() {
    let stops = six::stops();
    let met: Vec<Place> = stops.iter().map(Stage::place).collect();
    for place in stops[0].session().way() {
        assert!(met.contains(&place), "{place:?} is never met");
    }
}

#[test]
fn what_a_clicker_sends_harms_nothing_anywhere() {
    for keys in [
        "<pgup>",
        "bb",
        "..",
        "<f5>",
        "<esc>",
        "<esc><esc>",
        "<f5><esc>",
        "b<pgdn>",
        "<pgdn>",
        "<pgdn><wait><pgdn><wait><pgdn>",
        "<pgup><pgdn>",
    ] {
        for stage in six::stops() {
            // On a field a letter is a letter.
            if keys.starts_with(['b', '.']) && has_field(stage.place()) {
                continue;
            }
            let place = stage.place();
            let before = but_for_reveals(&stage);
            let stage = stage.keys(keys);
            assert!(
                stage.has_session() && !stage.has_quit(),
                "{keys} at {place:?} leaves"
            );
            assert_eq!(but_for_reveals(&stage), before, "{keys} at {place:?}");
            if !keys.contains("pg") {
                assert_eq!(stage.place(), place, "{keys} at {place:?}");
            }
        }
    }
}

fn has_field(place: Place) -> bool {
    matches!(
        place,
        Place::People | Place::IfEqual | Place::Keep | Place::Improvements
    )
}

#[test]
fn the_way_back_loses_nothing_and_the_way_forth_is_the_same() {
    let mut stage = six::at_the_close();
    let whole = ledger(stage.session());
    let mut back = vec![stage.place()];
    stage = stage.tick(60);
    loop {
        stage.press_all("<pgup>");
        if back.last() == Some(&stage.place()) {
            break;
        }
        back.push(stage.place());
    }
    assert_eq!(back.last(), Some(&Place::People));
    assert_eq!(ledger(stage.session()), whole);
    assert_eq!(ledger(&stage.kept()), whole);
    for place in back.iter().rev().skip(1) {
        stage.press_all("<wait><pgdn>");
        assert_eq!(stage.place(), *place);
    }
    assert_eq!(ledger(stage.session()), whole);
}

#[test]
fn what_stands_half_typed_in_a_sentence_is_kept_by_the_way_back() {
    let stage = six::at_the_close().keys("<pgup><pgup>, and the bell<pgup>, always<pgup>");
    assert_eq!(stage.place(), Place::Commodity);
    let text = ledger(&stage.kept());
    assert!(
        text.contains("keep: They remembered my bike, and the bell\n"),
        "{text}"
    );
    assert!(
        text.contains("if equal: You get the same person every time, always\n"),
        "{text}"
    );
}

#[test]
fn every_place_is_the_same_after_the_program_was_left_there() {
    for stage in six::stops() {
        let (place, before) = (stage.place(), ledger(stage.session()));
        let stage = stage.quit_and_resume();
        assert_eq!(stage.place(), place);
        assert_eq!(ledger(stage.session()), before);
    }
}

#[test]
fn every_place_draws_at_every_size() {
    for mut stage in six::stops() {
        for (width, height) in [
            (1, 1),
            (2, 60),
            (50, 16),
            (60, 20),
            (80, 24),
            (99, 31),
            (200, 60),
            (200, 1),
        ] {
            stage.screen(width, height);
        }
        let text = stage.text(80, 24);
        assert!(text.contains("Acme · round 1"), "{text}");
    }
}

#[test]
fn what_lies_on_top_is_seen_at_home_as_in_a_session() {
    let home = Stage::at_home;
    assert!(home().keys("q").shows("Esc stay"));
    assert!(home().keys("q<enter>").has_quit());
    assert!(!home().keys("q<esc>").has_quit());
    assert!(home().keys("?").shows("Every key"));
    assert_eq!(home().keys("b").text(80, 24).trim(), "");
    assert!(home().keys("b<pgdn>").shows("Start"));
}

#[test]
fn who_comes_between_two_ratings_is_not_told_of_a_first_one() {
    let rated = sealed(&["4 y", "-4 y", "6 y"]);
    let mut stage = with_people(&["Ana", "Ben", "Cleo"])
        .keys("<enter><enter><enter>x<enter>x<enter>x<enter><enter><enter>")
        .keys(&format!("{rated}<enter><wait>PLate<enter><esc>r"));
    assert!(stage.shows("then your first one stays"));
    stage.press_all("x<enter>x<enter>x<enter>");
    assert!(stage.shows("\u{25b8} Late"));
    assert!(!stage.shows("your first one"));
}
