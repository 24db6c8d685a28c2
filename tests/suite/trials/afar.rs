//! What the back row sees: wherever anybody gets to with any keys, at every size of a room, something of the screen
//! is large, be it letters or a picture.

use super::{Dice, count};
use crate::kit::is_block;
use crate::stage::Stage;
use customer_hat::model::session::Session;
use customer_hat::store::samples::samples;
use std::thread;

/// The sizes of a room, the last two vast ones.
const SIZES: [(u16, u16); 6] = [
    (60, 20),
    (70, 20),
    (80, 24),
    (100, 30),
    (150, 44),
    (200, 60),
];

/// Keys that lead on, the more often they stand here the more often they are pressed.
const ON: [&str; 12] = [
    "<enter>", "<enter>", "<enter>", "<enter>", "<enter>", "<enter>", "y", "n", "5", "-8", "x",
    "<pgdn>",
];

/// Keys that lead aside, most of them where a screen offers them.
const ASIDE: [&str; 44] = [
    "<up>", "<down>", "<left>", "<right>", "<tab>", "<space>", "<esc>", "<pgup>", "<del>", "?",
    ",", "P", "q", "u", "1", "2", "3", "7", "-3", "10", "a", "c", "d", "e", "f", "g", "h", "i",
    "j", "k", "l", "m", "n", "o", "p", "r", "s", "t", "v", "w", "+", "<bs>", "<home>", "<end>",
];

/// What people type.
const TYPED: [&str; 6] = [
    "Olive",
    "Basil (workshop)",
    "Fern, Sage",
    "Juniper of the Long Northern Shore",
    "Whoever answers gives their name",
    "Whoever answers gives their name, asks for ours and calls back before closing time",
];

/// The ways to begin a walk. They have no factor in common with the sizes, so that each way meets every size.
const WAYS: usize = 5;

fn begun(way: usize) -> Stage {
    let sessions: Vec<Session> = samples().into_iter().map(|(_, session)| session).collect();
    match way {
        0 => Stage::with_sessions(&sessions),
        1 => Stage::with_sessions(&sessions).keys("<down><down><enter>"),
        2 => {
            let mut stage = Stage::at_home();
            stage.app().compare(&sessions[..2]);
            stage
        }
        3 => Stage::at_home().keys("oPedal & Crumb<enter>"),
        _ => Stage::at_home().keys("tPedal & Crumb<enter>Olive<enter>Basil<enter>Fern<enter>"),
    }
}

fn key(dice: &mut Dice) -> &'static str {
    match dice.below(16) {
        0..=8 => ON[dice.below(ON.len())],
        9..=14 => ASIDE[dice.below(ASIDE.len())],
        _ => TYPED[dice.below(TYPED.len())],
    }
}

/// Whether letters and pictures are made of it; the mask of a sealed answer, `▒`, is neither.
fn is_ink(sign: char) -> bool {
    is_block(sign) && !('\u{2591}'..='\u{2593}').contains(&sign)
}

/// Whether two rows of it have block letters, as a comma has, or one has nothing else, as a dash has.
fn has_large(screen: &str) -> bool {
    let blocks = |row: &&str| row.chars().filter(|sign| is_ink(*sign)).count() > 1;
    let is_bar = |row: &str| {
        let row = row.trim_matches([' ', '│']);
        row.chars().count() > 3 && row.chars().all(is_ink)
    };
    screen.lines().filter(blocks).count() > 1 || screen.lines().any(is_bar)
}

/// The facilitator's own notes are read from near, and a blank screen is blank.
fn is_for_the_room(screen: &str) -> bool {
    !screen.contains("╭ Notes") && !screen.trim().is_empty()
}

/// Presses keys at random; how many screens there were, or the first one that has nothing large.
fn walk(seed: usize, keys: usize) -> Result<usize, String> {
    let mut dice = Dice(seed as u64);
    let (width, height) = SIZES[seed % SIZES.len()];
    let mut stage = begun(seed % WAYS);
    let mut pressed = String::new();
    for nth in 0..keys {
        let key = key(&mut dice);
        stage.press_all(key);
        stage = stage.tick(1);
        pressed += key;
        if stage.has_quit() {
            return Ok(nth);
        }
        let screen = stage.text(width, height);
        if is_for_the_room(&screen) && !has_large(&screen) {
            return Err(format!(
                "walk {seed}, {width}×{height}: {pressed}\n{screen}"
            ));
        }
    }
    Ok(keys)
}

#[test]
fn wherever_one_gets_to_something_can_be_read_from_afar() {
    let walks = count(18, 1_200);
    let half = |from: usize| -> Vec<_> {
        let seeds = (from..walks).step_by(2);
        seeds.map(|seed| walk(seed, 60)).collect()
    };
    let (mut all, other) = thread::scope(|scope| {
        let other = scope.spawn(|| half(1));
        (half(0), other.join().unwrap())
    });
    all.extend(other);
    let failed: Vec<_> = all.iter().filter_map(|walk| walk.as_ref().err()).collect();
    assert!(
        failed.is_empty(),
        "{} of {walks}: {failed:#?}",
        failed.len()
    );
    let screens: usize = all.into_iter().flatten().sum();
    println!("{walks} walks, {screens} screens");
    assert!(screens > walks * 20, "they come to an end too soon");
}
