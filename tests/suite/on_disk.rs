//! Given, on its way, on disk: the mark for the last is drawn for nothing that the saver has not told.

use super::stage::Stage;
use customer_hat::model::place::Place;
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;
use customer_hat::ui::app::OnDisk;

const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (200, 60)];

/// The sign in the corner of the head for what is on its way.
fn corner(stage: &mut Stage, (width, height): (u16, u16)) -> String {
    stage.screen(width, height)[(width - 1, 0)]
        .symbol()
        .to_owned()
}

fn on_its_way(stage: &mut Stage) -> bool {
    let signs = SIZES.map(|size| corner(stage, size));
    assert!(
        signs.iter().all(|sign| *sign == signs[0]),
        "the same at every size: {signs:?}"
    );
    signs[0] == "◌"
}

/// Every place of a team and of one alone, as a session that is open there.
fn everywhere() -> Vec<(Place, Stage)> {
    let mut all = Vec::new();
    for (_, session) in samples() {
        let mut place = Some(Place::People);
        let mut walked = session.clone();
        while let Some(here) = place {
            let now = session.finished().unwrap();
            let go = customer_hat::model::change::Change::Go(here);
            if walked.apply(go, now).is_err() {
                break;
            }
            all.push((here, Stage::in_session(&text_of(&walked).unwrap())));
            place = walked.next_place();
        }
    }
    assert!(all.len() > 40, "{}", all.len());
    all
}

#[test]
fn a_page_that_is_turned_is_on_its_way_on_every_screen_until_the_disk_has_it() {
    for (place, mut stage) in everywhere() {
        assert!(!on_its_way(&mut stage), "{place:?} was read from its file");
        stage.silence_the_disk();
        let session = stage.session().clone();
        for keys in ["<pgup>", "<pgdn>"] {
            stage.press_all(keys);
            if *stage.session() != session {
                assert!(on_its_way(&mut stage), "{keys} from {place:?}");
            }
        }
        stage.the_disk_answers();
        assert!(!on_its_way(&mut stage), "{place:?}");
    }
}

#[test]
fn an_answer_on_a_ballot_has_its_tick_when_it_is_on_disk_and_not_before() {
    let ballots = [
        ("guesses", "x<enter>", ""),
        (
            "guesses",
            "6<enter>7<enter>8<enter>5<enter>9<enter><enter>",
            "✓",
        ),
    ];
    for (what, keys, tick) in ballots {
        let mut stage =
            Stage::at_home().keys("tAcme<enter>Ana, Ben, Cho<enter><enter><enter><enter>");
        assert_eq!(stage.place(), Place::Prediction);
        stage.silence_the_disk();
        stage.press_all(keys);
        assert_eq!(stage.session().predictions().len(), 1, "{what}");
        for (width, height) in SIZES {
            let text = stage.text(width, height);
            if width < 150 {
                assert!(text.contains("◌ Ana") && !text.contains("✓ Ana"), "{text}");
            }
        }
        stage.the_disk_answers();
        let text = stage.text(80, 24);
        assert!(
            !text.contains("◌") && text.contains(&format!("{tick} Ana")),
            "{text}"
        );
    }
}

#[test]
fn of_two_answers_the_one_that_is_on_disk_keeps_its_tick() {
    let mut stage = Stage::at_home().keys("tAcme<enter>Ana, Ben, Cho<enter><enter><enter><enter>");
    stage.press_all("x<enter>");
    stage.silence_the_disk();
    stage.press_all("6<enter>7<enter>8<enter>5<enter>9<enter><enter>");
    let text = stage.text(80, 24);
    assert!(text.contains("– Ana") && text.contains("◌ Ben"), "{text}");
    // A later report of an earlier order tells nothing of the later one.
    stage.press_all("x<enter>");
    stage.the_disk_answers_up_to(1);
    let text = stage.text(80, 24);
    assert!(text.contains("✓ Ben") && text.contains("◌ Cho"), "{text}");
}

#[test]
fn the_first_file_of_a_session_is_on_its_way_until_it_is_there() {
    let mut stage = Stage::at_home();
    stage.silence_the_disk();
    stage.press_all("tAcme<enter>");
    assert!(stage.has_session() && on_its_way(&mut stage));
    assert_eq!(stage.app().on_disk(), OnDisk::Saving);
    stage.the_disk_answers();
    assert!(!on_its_way(&mut stage));
}

#[test]
fn a_setting_is_on_its_way_until_it_is_on_disk_in_a_session_and_at_home() {
    for start in [Stage::at_home(), everywhere().swap_remove(3).1] {
        let mut stage = start;
        stage.silence_the_disk();
        stage.press_all(",<right>");
        assert!(on_its_way(&mut stage));
        stage.press_all("<wait>");
        let said = stage.text(80, 24);
        assert!(
            said.contains("The disk does not") || said.contains("not saved"),
            "{said}"
        );
        stage.app().settings_kept(Ok(()));
        assert!(!on_its_way(&mut stage));
        assert!(!stage.text(80, 24).contains("not saved"));
    }
}

#[test]
fn what_is_typed_is_no_answer_yet_and_has_no_sign_and_still_a_hung_disk_is_told() {
    let mut stage = everywhere()
        .into_iter()
        .find(|(place, _)| matches!(place, Place::Step(_)))
        .unwrap()
        .1;
    stage.silence_the_disk();
    stage.press_all("+the");
    assert!(!on_its_way(&mut stage));
    assert_eq!(stage.app().on_disk(), OnDisk::Saved);
    stage.press_all("<wait>");
    assert_eq!(stage.app().on_disk(), OnDisk::Saved, "it may be typed on");
    stage.press_all("<wait>");
    assert_eq!(stage.app().on_disk(), OnDisk::NoAnswer);
}

#[test]
fn after_a_second_without_an_answer_it_is_said_and_another_place_offered_on_every_screen() {
    for (place, mut stage) in everywhere() {
        stage.silence_the_disk();
        let session = stage.session().clone();
        stage.press_all("<pgup>");
        if *stage.session() == session {
            continue;
        }
        // Nothing happens, and yet the picture changes by itself.
        assert!(
            stage.app().wakes_in().is_some_and(|wait| wait <= 1000),
            "{place:?}"
        );
        stage.press_all("<wait>");
        for (width, height) in [(60, 20), (80, 24)] {
            let text = stage.text(width, height);
            let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                said.contains("The disk does not answer"),
                "{place:?}:\n{text}"
            );
            assert!(
                said.contains("S to save somewhere else"),
                "{place:?}:\n{text}"
            );
            assert!(said.contains("not saved"), "{place:?}:\n{text}");
        }
        // It goes on, and it goes away with the answer.
        stage.press_all("<pgdn>");
        stage.the_disk_answers();
        assert!(!stage.shows("does not answer"), "{place:?}");
    }
}

#[test]
fn when_nothing_is_on_its_way_nothing_wakes() {
    let mut stage = Stage::at_home().keys("tAcme<enter>Ana, Ben<enter><enter>");
    assert_eq!(stage.app().wakes_in(), None);
    stage.silence_the_disk();
    stage.press_all("<enter><wait>");
    assert_eq!(
        stage.app().wakes_in(),
        None,
        "it was told, and waits for the disk alone"
    );
}

#[test]
fn the_question_before_leaving_says_how_it_stands_while_it_is_asked() {
    let mut stage = Stage::at_home().keys("tAcme<enter>Ana, Ben<enter><enter>");
    stage.silence_the_disk();
    stage.press_all("<enter>q");
    assert!(stage.shows("being saved"), "{}", stage.text(100, 30));
    stage.press_all("<wait>");
    assert!(stage.shows("not saved yet"), "{}", stage.text(100, 30));
    stage.the_disk_answers();
    let text = stage.text(100, 30);
    assert!(
        !text.contains("not saved") && !text.contains("being saved"),
        "{text}"
    );
}
