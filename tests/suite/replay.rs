//! A replay on the screens and as text: marked on every frame, sealed until each reveal, and never written.

#[cfg(unix)]
mod outside;

use super::keys::parse;
use super::kit::rows_text;
use super::model::replay::meeting;
use super::samples::{first_round, in_a_ballot, in_a_step};
use super::stage::moment;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::heading::Listing;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::replay::Replay;
use customer_hat::model::session::Session;
use customer_hat::store::samples::samples;
use customer_hat::ui::app::{App, Effect};
use customer_hat::ui::home::Home;
use customer_hat::ui::terminal::{Depth, Painter};
use customer_hat::ui::theme::Theme;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};

const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 40)];

/// The program at Home, a year after the samples.
fn app() -> App {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let home = Home::new(exercise, Listing::default()).with_samples(samples());
    let theme = Theme::built_in("dark").unwrap();
    let mut app = App::new(home, theme, moment(31_536_000));
    app.set_time(moment(31_536_000), 0);
    app
}

/// The replay of a session, begun from within the program.
fn replay(session: &Session) -> App {
    let mut app = app();
    app.replay(session.clone());
    app
}

/// The replay of a session that goes on by itself, begun from the command line.
fn by_itself(session: &Session, pace: &str) -> App {
    let mut app = app();
    app.replay_alone(session.clone(), pace.parse().unwrap(), true);
    app
}

fn press(app: &mut App, keys: &str) -> Vec<Effect> {
    let keys = parse(keys).into_iter().flatten();
    keys.flat_map(|key| app.press(key)).collect()
}

fn drawn(app: &mut App, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    app.draw(area, &mut buf);
    rows_text(&buf)
}

fn shows(app: &mut App, words: &str) -> bool {
    drawn(app, 100, 30).contains(words)
}

fn place(app: &App) -> Place {
    app.session().unwrap().place()
}

fn at(millis: u64, app: &mut App) {
    app.set_time(moment(31_536_000 + (millis / 1000) as u32), millis);
}

fn step(number: u8) -> StepNumber {
    StepNumber::try_from(number).unwrap()
}

fn frames(session: &Session) -> usize {
    Replay::of(session.clone()).frames().len()
}

/// The samples, and two that were left in the middle.
fn all() -> Vec<Session> {
    let samples = samples().into_iter().map(|(_, session)| session);
    samples.chain([in_a_step(), in_a_ballot()]).collect()
}

#[test]
fn every_frame_says_that_it_is_a_replay_and_where_we_are() {
    for session in all() {
        let mut app = replay(&session);
        let of = frames(&session);
        for nth in 1..=of {
            for (width, height) in SIZES.into_iter().chain([(50, 16), (200, 60)]) {
                let picture = drawn(&mut app, width, height);
                let head: Vec<_> = picture.lines().take(2).collect();
                let count = format!("{nth} of {of}");
                let is_marked = head[0].contains("replay") && head[1].contains(&count);
                assert!(is_marked, "{width}×{height}:\n{picture}");
            }
            assert_eq!(press(&mut app, "<pgdn>"), []);
        }
    }
}

#[test]
fn frames_of_the_first_round() {
    let mut app = replay(&first_round());
    let mut pictures = Vec::new();
    for nth in 1..=frames(&first_round()) {
        if [1, 2, 6, 7, 8, 16, 20, 23, 25, 27].contains(&nth) {
            // What breathes has breathed.
            at(100_000 * nth as u64, &mut app);
            pictures.extend(SIZES.map(|(width, height)| {
                format!(
                    "{nth} at {width}×{height}\n{}",
                    drawn(&mut app, width, height)
                )
            }));
        }
        press(&mut app, "<enter>");
    }
    insta::assert_snapshot!("frames_of_the_first_round", pictures.join("\n"));
}

#[test]
fn every_size_draws() {
    let mut app = replay(&first_round());
    for _ in 0..frames(&first_round()) {
        for width in [1, 2, 7, 49, 50, 59, 80, 131, 200] {
            for height in [1, 2, 9, 15, 16, 20, 24, 60] {
                drawn(&mut app, width, height);
            }
        }
        press(&mut app, "<enter>");
    }
}

#[test]
fn a_ballot_in_progress_asks_nobody() {
    let mut app = replay(&in_a_ballot());
    press(&mut app, "<end>");
    assert!(shows(&mut app, "It stays sealed."));
    assert!(!shows(&mut app, "your turn"));
}

#[test]
fn on_and_back_by_every_key_that_means_it() {
    let mut app = replay(&first_round());
    for (keys, nth) in [
        ("<enter>", 2),
        ("<right>", 3),
        ("<pgdn>", 4),
        ("<left>", 3),
        ("<pgup>", 2),
        ("<end>", 27),
        ("<left>", 26),
        ("<home>", 1),
        ("<left>", 1),
        ("3", 9),
        ("1", 3),
        ("5", 17),
        ("9", 17),
    ] {
        assert_eq!(press(&mut app, keys), []);
        assert!(shows(&mut app, &format!("{nth} of 27")), "{keys}");
    }
    assert_eq!(place(&app), Place::Step(step(5)));
}

#[test]
fn a_clicker_goes_through_to_the_end_and_does_no_harm() {
    let mut app = replay(&first_round());
    assert_eq!(press(&mut app, &"<pgdn>".repeat(26)), []);
    assert_eq!(place(&app), Place::Close);
    assert_eq!(press(&mut app, "<pgdn><pgdn>"), []);
    assert!(shows(&mut app, "That was all of it."));
    assert_eq!(press(&mut app, "<f5><esc><f5><esc>"), []);
    assert_eq!(place(&app), Place::Close);
    for blank in ["b", "."] {
        press(&mut app, blank);
        assert_eq!(drawn(&mut app, 80, 24).trim(), "");
        press(&mut app, blank);
        assert!(shows(&mut app, "27 of 27"));
    }
    assert_eq!(press(&mut app, "<pgup>"), []);
    assert_eq!(place(&app), Place::Improvements);
}

#[test]
fn leaving_leads_back_to_where_it_was_begun() {
    for at_once in [true, false] {
        let mut app = replay(&first_round());
        if !at_once {
            press(&mut app, "<end>");
        }
        assert_eq!(press(&mut app, "q"), []);
        assert!(app.session().is_none());
        assert!(shows(&mut app, "customer-hat"));
    }
    let mut app = by_itself(&first_round(), "8");
    assert_eq!(press(&mut app, "q"), [Effect::Quit]);
    let mut app = by_itself(&first_round(), "8");
    assert_eq!(press(&mut app, "<c-c>"), [Effect::Quit]);
    assert_eq!(app.ending(), [Effect::Quit]);
}

#[test]
fn it_goes_on_by_itself_at_its_pace_and_stays_at_the_end() {
    let session = first_round();
    let mut app = by_itself(&session, "3");
    assert!(shows(&mut app, "▶ every 3 s"));
    assert_eq!(app.wakes_in(), Some(3000));
    at(2_999, &mut app);
    assert!(shows(&mut app, "1 of 27"));
    assert_eq!(app.wakes_in(), Some(1));
    at(3_000, &mut app);
    assert!(shows(&mut app, "2 of 27"));
    // A stop of an hour shows the next frame, and not all that could have been.
    at(3_600_000, &mut app);
    assert!(shows(&mut app, "3 of 27"));
    for nth in 1..=24 {
        at(3_600_000 + nth * 3_000, &mut app);
    }
    assert!(shows(&mut app, "27 of 27"));
    assert!(!shows(&mut app, "▶"));
    assert_eq!(app.wakes_in(), None);
    press(&mut app, "<space>");
    assert!(shows(&mut app, "1 of 27") && shows(&mut app, "▶ every 3 s"));
}

#[test]
fn space_and_esc_stop_it_and_a_key_gives_a_frame_its_whole_time() {
    let mut app = by_itself(&first_round(), "8");
    at(5_000, &mut app);
    press(&mut app, "<pgdn>");
    assert_eq!(app.wakes_in(), Some(8_000));
    for stop in ["<space>", "<esc>"] {
        press(&mut app, stop);
        assert_eq!(app.wakes_in(), None, "{stop}");
        assert!(!shows(&mut app, "▶"));
        press(&mut app, "<space>");
        assert_eq!(app.wakes_in(), Some(8_000));
    }
    // What covers the picture must not let it run on unseen.
    press(&mut app, "b");
    at(100_000, &mut app);
    press(&mut app, "b");
    assert!(shows(&mut app, "2 of 27"));
    assert_eq!(app.wakes_in(), None);
}

#[test]
fn a_reveal_takes_its_breath_on_the_way_forward_alone() {
    let mut app = replay(&first_round());
    press(&mut app, "1<enter>");
    assert_eq!(app.wakes_in(), None);
    press(&mut app, "<enter>");
    assert_eq!(place(&app), Place::Reveal(step(1)));
    assert!(app.wakes_in().is_some_and(|millis| millis <= 400));
    press(&mut app, "<enter><left>");
    assert_eq!(place(&app), Place::Reveal(step(1)));
    assert_eq!(app.wakes_in(), None);
}

#[test]
fn a_screen_may_be_looked_at_and_nothing_on_it_changed() {
    let mut app = replay(&first_round());
    press(&mut app, "<home>");
    for _ in 0..19 {
        press(&mut app, "<enter>");
    }
    assert_eq!(place(&app), Place::Journey);
    let curve = drawn(&mut app, 80, 24);
    press(&mut app, "<tab>");
    assert_ne!(drawn(&mut app, 80, 24), curve);
    assert!(shows(&mut app, "20 of 27"));
}

#[test]
fn no_key_at_any_frame_changes_or_saves_anything() {
    // Every key but those that leave, cover the picture or go to another frame.
    let keys = "acdefghijklmnoprstuvwxyzACDEFGHIJKLMNOPRSTUVWXYZ0!+-=_−/;<tab><up><down><del><bs><f5><c-a><c-u>";
    for session in all() {
        let mut app = replay(&session);
        for _ in 0..frames(&session) {
            let before = app.session().cloned();
            assert_eq!(press(&mut app, keys), []);
            assert_eq!(app.paste("pasted\nwords".to_owned()), []);
            assert_eq!(app.session(), before.as_ref());
            press(&mut app, "<enter>");
        }
    }
}

#[test]
fn until_each_reveal_the_terminal_gets_the_same_whatever_was_answered() {
    let low = meeting(|_, who| who - 10);
    for asked in 0..=7_u8 {
        let other = meeting(|what, who| if what == asked { 10 - who } else { who - 10 });
        let reveal = Replay::of(low.clone());
        let shown = |place: Place, nth: usize| {
            let frames = reveal.frames().iter().enumerate();
            let of_place = frames.filter(|(_, frame)| frame.place == place);
            of_place.map(|(at, _)| at).nth(nth).unwrap()
        };
        let until = match asked {
            0 | 1 => shown(Place::Reveal(step(1)), 0),
            6 => shown(Place::Reveal(step(2)), 1),
            7 => shown(Place::VerdictReveal, 0),
            number => shown(Place::Reveal(step(number)), 0),
        };
        for size in [Size::new(60, 20), Size::new(200, 60)] {
            let sent = [&low, &other].map(|session| {
                let mut app = replay(session);
                let mut painter = Painter::new(Vec::new(), Depth::True);
                let mut lengths = Vec::new();
                for nth in 0..=until {
                    at(10_000 * nth as u64, &mut app);
                    if nth == until {
                        break;
                    }
                    for keys in ["", "?", "<esc>", "<f2>", "<esc>", "<tab>", "<enter>"] {
                        press(&mut app, keys);
                        let drawn = painter.paint(size, |area, buf| {
                            app.draw(area, buf);
                            None
                        });
                        drawn.unwrap();
                        if keys == "<tab>" && nth + 1 == until {
                            break;
                        }
                    }
                    lengths.push(painter.sink().len());
                }
                (painter.sink().clone(), lengths)
            });
            assert!(
                sent[0] == sent[1],
                "what is sent tells what was answered to {asked} at {size}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_pressed_nothing_is_written(
        from in 0usize..5,
        keys in proptest::collection::vec(prop_oneof![
            4 => proptest::sample::select(vec![
                "<enter>", "<pgdn>", "<pgup>", "<esc>", "<space>", "<tab>", "<up>", "<down>", "<home>", "<end>",
                "<f1>", "<f2>", "<c-z>", "<bs>", "<del>",
            ]).prop_map(str::to_owned),
            3 => "[a-zA-Z0-9+−?.]",
        ], 1..80),
    ) {
        let session = all().swap_remove(from);
        let mut app = replay(&session);
        for (nth, key) in keys.iter().enumerate() {
            at(nth as u64 * 1_500, &mut app);
            for effect in press(&mut app, key) {
                let harmless = matches!(effect, Effect::KeepSettings(_) | Effect::Suspend);
                prop_assert!(harmless, "{key}: {effect:?}");
            }
            drawn(&mut app, 80, 24);
            if app.session().is_none() {
                return Ok(());
            }
        }
    }
}
