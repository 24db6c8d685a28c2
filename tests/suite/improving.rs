//! What to mend, as a room reads it: whatever stands there already and whatever is typed, something of it is large.

use super::kit::large_rows;
use super::stage::Stage;
use customer_hat::model::change::Change;
use customer_hat::model::place::Place;
use customer_hat::model::session::Improvement;
use customer_hat::model::text::CleanText;
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;

/// The sizes of a room, and the least that is vast.
const SIZES: [(u16, u16); 5] = [(60, 20), (80, 24), (100, 30), (150, 44), (200, 60)];

const SENTENCE: &str = "Whoever picks up the phone says their own name first, asks for ours, and calls \
                        back before closing time if they said that they would, no matter what it was about or \
                        who asked for it, on this day.";

/// A meeting that has so many improvements of so many letters, the first of them the one of this week.
fn with_improvements(many: usize, letters: usize) -> Stage {
    let mut session = samples().swap_remove(0).1;
    let now = session.finished().unwrap();
    session.apply(Change::Go(Place::Improvements), now).unwrap();
    let one = session.improvements()[0].clone();
    let what: String = SENTENCE.chars().take(letters).collect();
    let list = (0..many).map(|at| Improvement {
        what: CleanText::typed(&what),
        the_one: at == 0,
        ..one.clone()
    });
    let list = Change::Improvements(list.collect());
    session.apply(list, now).unwrap();
    Stage::in_session(&text_of(&session).unwrap())
}

/// The rows of block letters on a screen.
fn large(stage: &mut Stage, (width, height): (u16, u16)) -> usize {
    large_rows(stage.text(width, height).lines())
}

/// What is asked while nothing is typed, and while something is.
const KEYS: [&str; 8] = [
    "",
    "<down><down>",
    "o",
    "d",
    "<down>o",
    "<down>e",
    "aSpeak",
    "aSpeak to whoever is in the shop before anybody has to ask for it, every time",
];

#[test]
fn whatever_is_to_be_mended_something_of_it_is_large() {
    for (many, letters) in [(1, 200), (3, 12), (3, 90), (6, 90)] {
        for keys in KEYS {
            let mut stage = with_improvements(many, letters).keys(keys);
            for size in SIZES {
                let rows = large(&mut stage, size);
                assert!(
                    rows >= 3,
                    "{many} of {letters} letters, {keys:?}, at {size:?}:\n{}",
                    stage.text(size.0, size.1)
                );
            }
        }
    }
}

#[test]
fn what_was_begun_about_one_that_is_gone_is_gone_too() {
    let mut begun = with_improvements(1, 12).keys("aSecond<enter>Ol<esc>u");
    assert!(!begun.shows("Who sees to it?"));
    let mut again = begun.quit_and_resume();
    assert!(!again.shows("Who sees to it?"));
    let mut out = with_improvements(2, 12).keys("aSecond<enter>Ol<esc><down><del>");
    assert_eq!(out.session().draft(), None);
    out = out.keys("<down><del>").quit_and_resume();
    assert!(!out.shows("Who sees to it?"));
    assert_eq!(out.session().improvements().len(), 1);
}

#[test]
fn words_that_are_put_right_stand_in_their_field_alone() {
    let mut stage = with_improvements(1, 12).keys("aAnswer in three rings<enter><esc><down>e");
    for (width, height) in SIZES {
        let text = stage.text(width, height);
        assert!(!text.contains("★ One thing"), "{text}");
    }
}
