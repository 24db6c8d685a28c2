//! From the back row: a full room, long names and a German exercise, at every place and size.

mod room;

use super::stage::Stage;
use customer_hat::model::place::Place;
use customer_hat::model::session::Session;
use room::Way;
use std::fmt::Write;
use std::sync::OnceLock;
use unicode_segmentation::UnicodeSegmentation;

/// The sizes that a room is seen in.
const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (100, 30), (200, 60)];
/// All the ways to rate.
const WAYS: [Way; 3] = [Way::Sealed, Way::Cards, Way::Open];

/// Every place of a full room's session, with what is on the screen there.
fn everywhere(size: (u16, u16), mut look: impl FnMut(Way, &Session, &str)) {
    static SEEN: OnceLock<Vec<(Way, Session, [String; 4])>> = OnceLock::new();
    let seen = SEEN.get_or_init(|| {
        let texts = WAYS.into_iter().flat_map(|way| {
            let texts = room::texts(way).iter();
            texts.map(move |text| (way, text))
        });
        let see = |(way, text): (Way, &String)| {
            let mut stage = Stage::in_session(text);
            let screens = SIZES.map(|(width, height)| stage.text(width, height));
            (way, stage.session().clone(), screens)
        };
        texts.map(see).collect()
    });
    let at = SIZES.iter().position(|other| *other == size).unwrap();
    for (way, session, screens) in seen {
        look(*way, session, &screens[at]);
    }
}

/// Whether a screen names somebody, whole or shortened with `…`: at least two letters and what follows
/// is their own name or the sign.
fn names(screen: &str, label: &str) -> bool {
    let flat = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.contains(label) {
        return true;
    }
    let letters: Vec<_> = label.graphemes(true).collect();
    (2..letters.len()).any(|most| {
        let head = letters[..most].concat();
        flat.contains(&format!("{}…", head.trim_end()))
    })
}

/// Whether every person has a place on the screen here.
fn shows_people(place: Place) -> bool {
    matches!(
        place,
        Place::People
            | Place::Prediction
            | Place::Rating(_)
            | Place::RatingAgain(_)
            | Place::Reveal(_)
            | Place::Verdict
            | Place::VerdictReveal
    )
}

#[test]
fn everybody_in_a_full_room_is_named_on_ballots_lists_and_reveals() {
    let mut missing = String::new();
    for size in SIZES {
        everywhere(size, |way, session, screen| {
            // A row each of five numbers: those that don't fit are told to follow.
            let follow = screen.contains("↓") && screen.contains(" more");
            if !shows_people(session.place()) || way == Way::Cards && follow {
                return;
            }
            // Over the largest dots first names stand where whole ones do not fit.
            let named = |person: &customer_hat::model::person::Person| {
                let label = session.label(&person.id);
                let first = label.split_whitespace().next().unwrap_or(&label);
                names(screen, &label)
                    || matches!(session.place(), Place::Reveal(_)) && names(screen, first)
            };
            for person in session.people().iter().filter(|person| !named(person)) {
                let (place, name) = (session.place(), &person.name);
                writeln!(missing, "{size:?} {way:?} {place:?}: {name}").unwrap();
            }
        });
    }
    assert!(missing.is_empty(), "{missing}");
}

#[test]
fn what_matters_stands_in_large_letters_at_every_size() {
    let mut small = String::new();
    for size in SIZES {
        everywhere(size, |way, session, screen| {
            let blocks = screen.chars().filter(|sign| "█▀▄▌▐▛▜▙▟".contains(*sign));
            let least = usize::from(size.0) / 4;
            let place = session.place();
            // A scale in sight of all matters more than a long question, and what is to be
            // done this week is as long as people wrote it.
            let ballot = matches!(place, Place::Prediction | Place::Rating(_) | Place::Verdict);
            let long =
                matches!(place, Place::Close | Place::RatingAgain(_)) || ballot && way == Way::Open;
            if blocks.count() < least && !(long && size.0 < 100) {
                writeln!(small, "{size:?} {way:?} {place:?}").unwrap();
            }
        });
    }
    assert!(small.is_empty(), "{small}");
}

#[test]
fn nothing_is_cut_without_a_sign() {
    let words = [
        room::BUSINESS,
        "Welches Gefühl haben sie in mir hinterlassen?",
        "Würden Sie hier trotzdem noch weitermachen?",
        "Maximilian von Hohenstein-Württemberg",
        "Bernadette Schultheiß-Kaltenbrunner",
    ];
    let mut cut = String::new();
    for size in SIZES {
        everywhere(size, |way, session, screen| {
            for line in screen.lines() {
                for word in words.iter().filter_map(|words| begun(line, words)) {
                    let place = session.place();
                    writeln!(cut, "{size:?} {way:?} {place:?}: {word:?} in {line:?}").unwrap();
                }
            }
        });
    }
    assert!(cut.is_empty(), "{cut}");
}

/// The end of a line that begins these words and breaks off in the middle of one of them.
fn begun(line: &str, words: &str) -> Option<String> {
    let letters: Vec<_> = words.graphemes(true).collect();
    let line = line.trim_end();
    let end = (8..letters.len()).rev().find(|end| {
        let next_is_letter = letters[*end] != " " && letters[*end - 1] != " ";
        next_is_letter && line.ends_with(&letters[..*end].concat())
    });
    // A hyphen is a good place to break at.
    end.filter(|end| letters[end - 1] != "-")
        .map(|end| letters[..end].concat())
}

#[test]
fn every_key_over_every_place_of_a_full_room_draws_at_any_size() {
    let sizes = SIZES
        .into_iter()
        .chain([(50, 16), (49, 16), (133, 43), (300, 20), (52, 90)]);
    let sizes: Vec<_> = sizes.collect();
    for text in room::texts(Way::Sealed).iter().step_by(5) {
        for key in [
            "?",
            "P",
            "+a long note that goes on and on and on",
            "w",
            "d",
            "b",
            "q",
        ] {
            let mut stage = Stage::in_session(text).keys(key);
            for (width, height) in &sizes {
                stage.screen(*width, *height);
            }
        }
    }
}

#[test]
fn a_room_that_is_too_small_asks_kindly_for_more() {
    let text = &room::texts(Way::Sealed)[0];
    for (size, words) in [
        ((40, 10), "A little more room, please: 50×16 at least."),
        ((49, 60), "50×16 at least."),
        ((20, 5), "A little more room,"),
    ] {
        let mut stage = Stage::in_session(text);
        let screen = stage.text(size.0, size.1);
        let flat = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(words), "{size:?}: {screen}");
    }
    for size in [(1, 1), (2, 1), (1, 30), (7, 3), (16, 3), (20, 2)] {
        let screen = Stage::in_session(text).text(size.0, size.1);
        assert!(!screen.trim().is_empty(), "{size:?}");
    }
}

#[test]
fn a_resize_keeps_the_cursor_and_what_is_typed() {
    let mut stage = Stage::in_session(room::texts(Way::Sealed).last().unwrap());
    stage.press_all("<pgup>");
    assert_eq!(stage.place(), Place::Improvements);
    stage.press_all("aHalf a sent");
    let before = stage.text(80, 24);
    for (width, height) in [(200, 60), (20, 5), (1, 1), (60, 20), (50, 16)] {
        stage.screen(width, height);
    }
    assert_eq!(stage.text(80, 24), before);
    stage.press_all("ence<enter>");
    assert!(stage.shows("Half a sentence"), "{}", stage.text(100, 30));
}

#[test]
fn more_room_makes_the_name_and_the_number_larger() {
    let large = |screen: &str| screen.lines().filter(|line| line.contains("██")).count();
    for place in ["Rating", "Reveal"] {
        let text = room::texts(Way::Sealed).iter().find(|text| {
            let stage = Stage::in_session(text);
            format!("{:?}", stage.place()).starts_with(place)
        });
        let mut stage = Stage::in_session(text.unwrap());
        let rows: Vec<_> = SIZES.map(|(w, h)| large(&stage.text(w, h))).into();
        assert!(rows.is_sorted() && rows[3] > rows[0], "{place}: {rows:?}");
    }
}
