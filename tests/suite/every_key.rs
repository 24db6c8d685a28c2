//! What foot and help offer works: every key that is shown, on every screen, and on everything that lies on top of one.

use super::keys::parse;
use super::stage::Stage;
use super::workshops::with_people;
use customer_hat::model::change::Change;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::session::{BallotKind, Session};
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;
use customer_hat::ui::keys::Action;
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex};

/// A place in the program, made anew as often as it is asked for.
struct Spot {
    name: String,
    make: Box<dyn Fn() -> Stage>,
}

fn spot(name: impl Into<String>, make: impl Fn() -> Stage + 'static) -> Spot {
    Spot {
        name: name.into(),
        make: Box::new(make),
    }
}

/// A sample session at a place. Its text is made once: a place is made anew for every key that is tried on it.
fn sample(nth: usize, place: Place) -> Stage {
    static TEXTS: Mutex<BTreeMap<(usize, String), String>> = Mutex::new(BTreeMap::new());
    let mut texts = TEXTS.lock().unwrap();
    let text = texts.entry((nth, format!("{place:?}")));
    let text = text.or_insert_with(|| {
        let mut session = shelf().swap_remove(nth);
        let now = session.finished().unwrap_or(session.started());
        session.apply(Change::Go(place), now).unwrap();
        text_of(&session).unwrap()
    });
    let text = text.clone();
    drop(texts);
    Stage::in_session(&text).quick().tick(60)
}

fn shelf() -> Vec<Session> {
    static SHELF: LazyLock<Vec<Session>> =
        LazyLock::new(|| samples().into_iter().map(|(_, session)| session).collect());
    SHELF.clone()
}

/// What may lie over a place, by the keys that bring it up.
fn over(place: Place) -> &'static [&'static str] {
    match place {
        Place::People => &["<up>", "Zoe", "Zoe<tab>", "<up>e"],
        Place::Step(_) => &[
            "+", "+a", "-", "n", "p", "pp", "d", "dtill", "y", "<up>", "<up>e",
        ],
        Place::Reveal(_) => &["w", "wa", "was", "d", "d5", "n"],
        Place::Journey => &["<tab>", "2"],
        Place::Improvements => &["a", "abell", "e", "o", "d"],
        Place::Close => &["d", "r"],
        _ => &[],
    }
}

/// Every screen, field and list, but for the ballots: what a sealed one shows is the same whatever is pressed.
fn spots() -> Vec<Spot> {
    let mut spots = Vec::new();
    for keys in ["", "t", "tAcme", "o", "<down><down>", ","] {
        spots.push(spot(format!("Home {keys}"), || {
            Stage::at_home().quick().keys(keys)
        }));
    }
    spots.push(spot("unfinished", || {
        Stage::with_sessions(&[with_people(&["Ana"]).quick().session().clone()])
            .keys("tPedal & Crumb<enter>")
    }));
    for keys in [
        "",
        "crumb",
        "zzz",
        "<end>",
        "<tab>",
        "<enter>",
        "<del>",
        "<del><enter><end><enter>",
        "<del><enter><end>",
        "<enter><down><down><down><down><enter>",
        ",",
    ] {
        spots.push(spot(format!("library {keys}"), move || {
            Stage::with_sessions(&shelf())
                .quick()
                .keys("<down><down><enter>")
                .keys(keys)
        }));
    }
    for keys in ["", "<enter>", "<end>", "3", ","] {
        spots.push(spot(format!("comparison {keys}"), move || {
            let mut stage = Stage::with_sessions(&shelf()).quick();
            stage.app().compare(&shelf()[..2]);
            stage.keys(keys)
        }));
        spots.push(spot(format!("replay {keys}"), move || {
            let mut stage = Stage::with_sessions(&shelf()).quick();
            stage.app().replay(shelf().swap_remove(0));
            stage.keys(keys)
        }));
    }
    for people in [&["Ana"][..], &["Ana", "Ben"]] {
        for keys in ["", "Z", "Zoe<tab>", "<up>", "<up>e"] {
            spots.push(spot(format!("{} people {keys}", people.len()), move || {
                with_people(people).keys(keys)
            }));
        }
    }
    for (nth, session) in shelf().into_iter().enumerate() {
        let is_ballot = |place: &Place| {
            matches!(
                place,
                Place::Prediction | Place::Rating(_) | Place::RatingAgain(_) | Place::Verdict
            )
        };
        let late = |place: &Place| place.step().is_some_and(|step| step.index() > 2);
        for place in session.way() {
            if is_ballot(&place) || late(&place) || session.may_go(place).is_err() {
                continue;
            }
            // What lies over the places is the same in every session.
            let over = if nth == 0 { over(place) } else { &[] };
            for keys in [""].iter().chain(over) {
                spots.push(spot(format!("sample {nth} {place:?} {keys}"), move || {
                    sample(nth, place).keys(keys)
                }));
            }
        }
    }
    for keys in [
        ",", "q", "P", "PZoe", "P<up>", "<f2>", "?", "P?", "P<f1>", ",?", "r?",
    ] {
        spots.push(spot(format!("on top {keys}"), move || {
            sample(0, Place::Close).keys(keys)
        }));
    }
    for keys in ["", "S", "Sa"] {
        spots.push(spot(format!("not saved {keys}"), move || {
            let mut stage = sample(0, Place::Journey);
            stage.app().not_saved("The disk is full.".to_owned());
            stage.keys(keys)
        }));
    }
    spots
}

/// Every ballot.
fn ballots() -> Vec<Spot> {
    let kinds = [
        BallotKind::PassTheKeyboard,
        BallotKind::CardsUp,
        BallotKind::Open,
    ];
    let mut spots = Vec::new();
    for kind in kinds {
        for keys in ["", "7", "-", "7<enter>", "7<enter>y", "x<enter>"] {
            spots.push(spot(format!("{kind:?} {keys}"), move || {
                let down = match kind {
                    BallotKind::PassTheKeyboard => "",
                    BallotKind::CardsUp => "<down><space>",
                    BallotKind::Open => "<down><down><space>",
                };
                with_people(&["Ana", "Ben"])
                    .quick()
                    .keys("<enter>")
                    .keys(down)
                    .keys("<enter><enter>")
                    .keys(keys)
            }));
        }
    }
    spots
}

/// All that can be seen, and all that is kept.
fn state(stage: &mut Stage) -> (Buffer, String, bool, String) {
    let kept = if stage.has_session() {
        text_of(stage.session()).unwrap()
    } else {
        String::new()
    };
    let outside = format!(
        "{:?} {} {}",
        stage.kept_settings(),
        stage.files(),
        stage.reports().len()
    );
    (stage.screen(100, 30), kept, stage.has_quit(), outside)
}

/// Whether a key does something at a place, after some others.
fn does_something(spot: &Spot, before: &[KeyEvent], key: KeyEvent) -> bool {
    let mut stage = (spot.make)();
    // Drawn once, as a person sees it.
    stage.screen(100, 30);
    for key in before {
        stage.press(*key);
    }
    let seen = state(&mut stage);
    stage.press(key);
    seen != state(&mut stage)
}

/// What is pressed before, where a key has nothing to do now: at the end of a list, the way back.
fn opposite(action: Action) -> Option<KeyCode> {
    Some(match action {
        // What is chosen already is not chosen again.
        Action::Up | Action::PageUp | Action::Mark => KeyCode::Down,
        Action::Down | Action::PageDown => KeyCode::Up,
        Action::Left => KeyCode::Right,
        Action::Right => KeyCode::Left,
        Action::First => KeyCode::End,
        Action::Last => KeyCode::Home,
        Action::Kept => KeyCode::Char('n'),
        _ => return None,
    })
}

#[test]
fn every_key_that_is_offered_is_understood_and_none_would_be_typed_as_text() {
    for spot in spots().into_iter().chain(ballots()) {
        let mut stage = (spot.make)();
        stage.screen(100, 30);
        for offer in stage.app().offers() {
            assert!(!offer.key_name().is_empty(), "{}: {offer:?}", spot.name);
            let shown = offer.presses()[0];
            assert!(
                !stage.app().is_text(&shown),
                "{}: {offer:?} is typed",
                spot.name
            );
            let meant = stage.app().meant(&shown);
            let by_another = matches!(
                (meant, offer.action),
                (Some(_), Action::Next | Action::Choose)
            );
            assert!(
                meant == Some(offer.action) || by_another,
                "{}: {offer:?} means {meant:?}",
                spot.name
            );
        }
    }
}

#[test]
fn every_key_that_is_offered_does_something() {
    let mut dead = Vec::new();
    for spot in spots() {
        let mut stage = (spot.make)();
        stage.screen(100, 30);
        let offers = stage.app().offers();
        for offer in offers {
            let presses = offer.presses();
            let key = presses[0];
            let works = presses
                .iter()
                .take(2)
                .any(|key| does_something(&spot, &[], *key))
                || opposite(offer.action)
                    .is_some_and(|other| does_something(&spot, &[other.into()], key));
            if !works {
                dead.push(format!(
                    "{}: {} {}",
                    spot.name,
                    offer.key_name(),
                    offer.label
                ));
            }
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}

#[test]
fn help_comes_by_the_key_in_the_foot_and_by_f1_wherever_there_is_a_foot() {
    for spot in spots().into_iter().chain(ballots()) {
        let mut stage = (spot.make)();
        let is_help = stage.shows("Every key here");
        let screen = stage.text(200, 60);
        let foot = screen.lines().last().unwrap().to_owned();
        if is_help {
            assert!(!foot.contains("keys"), "{}: {foot}", spot.name);
            continue;
        }
        let in_field = stage.app().is_text(&KeyEvent::from(KeyCode::Char('?')));
        let shown = if in_field { "F1 keys" } else { "? keys" };
        assert!(foot.trim_end().ends_with(shown), "{}: {foot}", spot.name);
        let keys = if in_field {
            &["<f1>"][..]
        } else {
            &["?", "<f1>"]
        };
        for key in keys {
            let mut stage = (spot.make)();
            stage.screen(100, 30);
            // A sentence for the people goes with the next key.
            let seen = |stage: &mut Stage| {
                let screen = stage.text(100, 30);
                screen.lines().take(27).collect::<Vec<_>>().join("\n")
            };
            let before = seen(&mut stage);
            stage.press_all(key);
            assert!(
                stage.shows("Every key here"),
                "{} {key}:\n{}",
                spot.name,
                stage.text(100, 30)
            );
            stage.press_all("<esc>");
            assert!(
                before == seen(&mut stage),
                "{} {key}: all is as before",
                spot.name
            );
        }
    }
}

#[test]
fn a_capital_means_its_small_letter_where_nothing_else_has_it() {
    for spot in spots() {
        let mut stage = (spot.make)();
        stage.screen(100, 30);
        let offers = stage.app().offers();
        for offer in &offers {
            let key = offer.presses()[0];
            let KeyCode::Char(letter @ 'a'..='z') = key.code else {
                continue;
            };
            let code = KeyCode::Char(letter.to_ascii_uppercase());
            let capital = KeyEvent::new(code, key.modifiers | KeyModifiers::SHIFT);
            if offers.iter().any(|other| other.is_pressed(&capital)) {
                continue;
            }
            assert_eq!(
                stage.app().meant(&capital),
                Some(offer.action),
                "{}",
                spot.name
            );
            let mut other = (spot.make)();
            other.screen(100, 30);
            let mut same = (spot.make)();
            same.screen(100, 30);
            other.press(capital);
            same.press(key);
            assert!(
                state(&mut other) == state(&mut same),
                "{}: {letter}",
                spot.name
            );
        }
    }
}

#[test]
fn p_and_s_keep_their_capitals() {
    let at_a_call = || sample(0, Place::Step(StepNumber::try_from(1).unwrap()));
    assert!(at_a_call().keys("P").shows("Who is here?"));
    let mut stage = sample(0, Place::Improvements);
    stage.app().not_saved("The disk is full.".to_owned());
    assert!(stage.keys("S").shows("Save somewhere else"));
}

#[test]
fn the_key_that_wakes_a_dark_screen_does_nothing_else() {
    let mut keys = [
        "<enter>", "q", "u", "7", "<pgdn>", "<esc>", "b", ".", "?", "P", "x",
    ]
    .into_iter()
    .cycle();
    let dark = |stage: &mut Stage| stage.text(100, 30).trim().is_empty();
    for spot in spots() {
        let key = keys.next().unwrap();
        let mut stage = (spot.make)();
        stage.screen(100, 30);
        stage.press_all("b");
        if !dark(&mut stage) {
            continue;
        }
        // What was told for a moment has gone with the first key.
        stage.press_all("<esc>");
        let before = state(&mut stage);
        stage.press_all("b");
        stage.press_all(key);
        let after = state(&mut stage);
        assert!(
            before.1 == after.1 && !stage.has_quit(),
            "{} {key}",
            spot.name
        );
        assert!(
            before.0 == after.0,
            "{} {key}:\n{}",
            spot.name,
            stage.text(100, 30)
        );
        // Neither do those that came in one piece with it.
        stage.press_all("b");
        stage.press_together(&parse("q<enter>7").into_iter().flatten().collect::<Vec<_>>());
        assert!(
            before == state(&mut stage),
            "{}: all in one piece",
            spot.name
        );
    }
}

#[test]
fn while_the_disk_is_in_trouble_the_keys_that_the_alarm_names_lead_to_another_place() {
    let mut dead = Vec::new();
    for spot in spots().into_iter().chain(ballots()) {
        let mut stage = (spot.make)();
        stage.screen(100, 30);
        if !stage.has_session() {
            continue;
        }
        stage.app().not_saved("The disk is full.".to_owned());
        let said = stage.text(200, 60);
        if !said.contains("The disk is full.") || said.contains("Save to which") {
            continue;
        }
        let key = if said.contains("Ctrl-S") {
            KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL)
        } else {
            KeyEvent::from(KeyCode::Char('S'))
        };
        stage.press(key);
        let now = stage.text(100, 30);
        if !now.contains("save there") {
            dead.push(format!("{} by {key:?}:\n{said}\n{now}", spot.name));
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
}
