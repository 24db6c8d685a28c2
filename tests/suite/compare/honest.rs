//! What a comparison must not pass over: divided rooms, and what a reader must know before the numbers.

use super::{LONG_RUN, comparing, round};
use customer_hat::model::compare::{Comparison, Kind};
use customer_hat::model::session::Session;
use customer_hat::ui::compare::words;

/// A room in two camps, and one that agrees.
const SPLIT: [i64; 5] = [-8, -7, -7, 7, 8];
const AGREED: [i64; 5] = [4, 5, 5, 6, 7];

fn two_rounds(then: [[i64; 5]; 5], now: [[i64; 5]; 5]) -> Vec<Session> {
    let then = round("Pedal & Crumb", &[], &then);
    let now = round("Pedal & Crumb", std::slice::from_ref(&then), &now);
    vec![then, now]
}

fn two_businesses(one: [[i64; 5]; 5], other: [[i64; 5]; 5]) -> Vec<Session> {
    vec![
        round("Pedal & Crumb", &[], &one),
        round("Acme Boats of the Long Northern Shore", &[], &other),
    ]
}

#[test]
fn only_what_is_the_same_at_every_step_is_called_so() {
    let some = [AGREED, SPLIT, AGREED, SPLIT, AGREED];
    let (split, agreed) = ([SPLIT; 5], [AGREED; 5]);
    let all_split = ("All 5 steps with a divided room", "rooms divided");
    for (then, now, (said, shortly)) in [
        (agreed, agreed, ("All 5 steps the same", "all the same")),
        (split, split, all_split),
        (agreed, split, all_split),
        (split, agreed, all_split),
        (
            some,
            some,
            (
                "3 of 5 steps the same, 2 with a divided room",
                "3 same, 2 divided",
            ),
        ),
    ] {
        for sessions in [two_rounds(then, now), two_businesses(then, now)] {
            let comparison = Comparison::of(&sessions).unwrap();
            assert_eq!(words::tally(&comparison), said);
            assert_eq!(words::tally_shortly(&comparison), shortly);
            let mut stage = comparing(&sessions);
            // So small that no headline is large.
            let text = stage.text(50, 16);
            let shown = [said, shortly].iter().any(|words| text.contains(words));
            assert!(shown, "{:?} {said}: {text}", comparison.kind);
        }
    }
}

#[test]
fn the_signs_of_two_businesses_are_named_at_every_size() {
    let oldtown = "The Northern Harbour Bicycle and Coffee Company of Oldtown";
    let newtown = "The Northern Harbour Boats and Bakery Company of Newtown";
    let sessions = [
        round(oldtown, &[], &LONG_RUN[0]),
        round(newtown, &[], &LONG_RUN[1]),
    ];
    let mut stage = comparing(&sessions);
    for (width, height) in [
        (60, 20),
        (60, 24),
        (80, 24),
        (100, 30),
        (150, 44),
        (200, 60),
    ] {
        let text = stage.text(width, height);
        let told = |sign: &str, name: &str| {
            let mut lines = text.lines();
            lines.any(|line| {
                line.split(sign)
                    .nth(1)
                    .is_some_and(|after| after.contains(name))
            })
        };
        assert!(told("○ ", "Bicycle") && told("● ", "Boats"), "{text}");
        let head = text.lines().next().unwrap_or_default();
        assert!(head.contains("Bicycle") && head.contains("Boats"), "{head}");
    }
    // Under the numbers of a step as well.
    let mut stage = stage.keys("<pgdn>");
    for (width, height) in [(60, 20), (80, 24), (100, 30), (104, 46), (120, 40)] {
        let text = stage.text(width, height);
        let under = text
            .lines()
            .find(|line| line.contains("Boats"))
            .unwrap_or_default();
        assert!(under.contains("Bicycle"), "{text}");
    }
}

#[test]
fn a_caution_is_said_beside_any_headline() {
    let sessions = two_businesses(LONG_RUN[0], LONG_RUN[1]);
    let mut three = sessions.clone();
    three.push(round("Hat & Co", &[], &LONG_RUN[2]));
    assert_eq!(Comparison::of(&sessions).unwrap().kind, Kind::Beside);
    for sessions in [sessions, three] {
        let mut stage = comparing(&sessions);
        for width in [50, 60, 80, 100, 150, 200] {
            for height in [16, 20, 22, 24, 30, 40, 60, 80] {
                let text = stage.text(width, height);
                let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
                // The names of both say it as well.
                let are_named = flat.contains("○ Pedal") && flat.contains("● Acme");
                let is_said = flat.contains("These are different businesses.");
                assert!(is_said || are_named, "{text}");
                let last = flat.contains("Not finished: ") || flat.contains('…');
                assert!(last, "{text}");
            }
        }
    }
}
