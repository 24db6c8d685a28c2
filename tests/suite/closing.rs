//! The last page, as a room reads it: nothing of it is out of reach on a small screen, and what is asked there is large.

use super::kit::large_rows;
use super::stage::Stage;
use customer_hat::model::change::Change;
use customer_hat::model::place::Place;
use customer_hat::model::session::{Improvement, Session};
use customer_hat::model::text::CleanText;
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;

/// The sizes that people have every day, where not all of the page has room at once.
const SMALL: [(u16, u16); 2] = [(60, 20), (80, 24)];

/// The sizes of a room, and the least that is vast.
const SIZES: [(u16, u16); 5] = [(60, 20), (80, 24), (100, 30), (150, 44), (200, 60)];

const SENTENCE: &str = "Whoever picks up the phone says their own name first, asks for ours, and calls \
                        back before closing time if they said that they would, no matter what it was about or \
                        who asked for it, on this day.";

/// A meeting on its last page, what is to be different in so many letters.
fn at_the_end(sample: usize, letters: usize) -> Stage {
    let mut session = samples().swap_remove(sample).1;
    let now = session.finished().unwrap();
    if letters > 0 {
        let what: String = SENTENCE.chars().take(letters).collect();
        let list = session.improvements().iter().map(|one| Improvement {
            what: CleanText::typed(&what),
            ..one.clone()
        });
        let list = Change::Improvements(list.collect());
        session.apply(list, now).unwrap();
    }
    session.apply(Change::Go(Place::Close), now).unwrap();
    Stage::in_session(&text_of(&session).unwrap())
}

/// The rows of block letters on a screen.
fn large(stage: &mut Stage, (width, height): (u16, u16)) -> usize {
    large_rows(stage.text(width, height).lines())
}

/// The words of the pages one after the other, going down from the first.
fn pages(stage: &mut Stage, (width, height): (u16, u16)) -> Vec<String> {
    let mut pages = vec![stage.text(width, height)];
    while pages.last().unwrap().contains("more ↓") {
        stage.press_all("<down>");
        pages.push(stage.text(width, height));
        assert!(pages.len() < 9, "{pages:#?}");
    }
    pages
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every label of the page, and what people said in their own words.
fn said(session: &Session) -> Vec<String> {
    let mut said: Vec<_> = session.chosen_for().iter().map(words_of).collect();
    said.push(words_of(session.keep()));
    let others = session.improvements().iter().filter(|one| !one.the_one);
    said.extend(others.take(2).map(|one| words_of(&one.what)));
    said.extend(["verdict", "journey", "next round", "kept in", "balance"].map(str::to_owned));
    said
}

fn words_of(text: &CleanText) -> String {
    words(text.as_str())
}

#[test]
fn on_a_small_screen_every_fact_is_reached_by_going_down() {
    for (sample, letters) in [(0, 0), (1, 0), (0, 12), (0, 90), (0, 200), (2, 0)] {
        for size in SMALL {
            let mut stage = at_the_end(sample, letters);
            let pages = pages(&mut stage, size);
            let all = words(&pages.join(" "));
            for said in said(stage.session()) {
                assert!(all.contains(&said), "{said:?} at {size:?}: {pages:#?}");
            }
            assert!(!all.contains("larger window"), "{all}");
        }
    }
}

#[test]
fn on_each_page_something_is_large_and_the_one_thing_is_told() {
    for letters in [0, 12, 200] {
        for size in SMALL {
            let mut stage = at_the_end(0, letters);
            for page in 0..pages(&mut at_the_end(0, letters), size).len() {
                let text = stage.text(size.0, size.1);
                assert!(large(&mut stage, size) >= 3, "{page} at {size:?}:\n{text}");
                assert!(text.contains("★ This week"), "{text}");
                stage.press_all("<down>");
            }
        }
    }
}

#[test]
fn one_comes_back_up_and_a_larger_window_strands_nobody() {
    let mut stage = at_the_end(0, 0);
    let first = stage.text(60, 20);
    assert!(!first.contains("website"), "{first}");
    let last = pages(&mut stage, (60, 20)).pop().unwrap();
    assert!(last.contains('↑') && !last.contains('↓'), "{last}");
    let wide = stage.text(200, 60);
    assert_eq!(wide, at_the_end(0, 0).text(200, 60));
    assert_eq!(stage.text(60, 20), last);
    for _ in 0..4 {
        stage.text(60, 20);
        stage.press_all("<up>");
    }
    assert_eq!(stage.text(60, 20), first);
    let mut stage = stage.keys("<pgdn>");
    assert_eq!(
        stage.text(60, 20),
        first,
        "a page further is no further page"
    );
}

#[test]
fn when_the_hat_is_put_on_again_is_asked_in_large_letters() {
    for (sample, letters) in [(0, 0), (0, 12), (0, 200), (1, 0), (2, 0)] {
        for typed in ["", "in 3 months", "on the first of march after the fair, 2"] {
            let emptied = "<bs>".repeat(40);
            let keys = format!("d{emptied}{typed}");
            let mut stage = at_the_end(sample, letters).keys(&keys);
            for size in SIZES {
                let text = stage.text(size.0, size.1);
                assert!(large(&mut stage, size) >= 3, "{size:?}:\n{text}");
                let plain = ["put the hat on again", "When again"];
                assert!(!plain.iter().any(|plain| text.contains(plain)), "{text}");
                let is_vast = size.0 >= 150;
                let field = if typed.is_empty() { "1 march" } else { typed };
                assert_eq!(text.contains(field), !is_vast, "{size:?}:\n{text}");
                assert!(!text.contains("website"), "{text}");
            }
        }
    }
}
