//! The promise of the sealed ballot, by the bytes that reach the terminal: they are the same whatever is answered.
//!
//! Two rooms answer differently, in sign, in length, in yes and no. What is sent until each reveal must not tell
//! them apart: not by a byte, not by how often something is sent.

use super::keys::parse;
use super::stage::Stage;
use super::workshops::{sealed, with_people};
use customer_hat::ui::terminal::{Depth, Painter};
use ratatui::layout::Size;
use std::io::{self, Write};

/// A terminal that remembers each write on its own.
#[derive(Default)]
struct Writes(Vec<Vec<u8>>);

impl Write for Writes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A stage with a terminal before it: it is painted after every key, as the loop does.
struct Shown {
    stage: Stage,
    painter: Painter<Writes>,
    size: Size,
}

impl Shown {
    fn new(stage: Stage, size: Size) -> Self {
        let painter = Painter::new(Writes::default(), Depth::True);
        Self {
            stage,
            painter,
            size,
        }
    }

    fn paint(&mut self) -> bool {
        let app = self.stage.app();
        let painted = self.painter.paint(self.size, |area, buf| {
            app.draw(area, buf);
            None
        });
        painted.unwrap()
    }

    /// Everything that a terminal gets that sees these keys from an empty screen on.
    fn sent(&mut self, keys: &str) -> Vec<Vec<u8>> {
        self.painter = Painter::new(Writes::default(), Depth::True);
        self.paint();
        for key in parse(keys) {
            self.stage.press(key.expect("no time passes on a ballot"));
            self.paint();
            assert_eq!(
                self.stage.app().wakes_in(),
                None,
                "a ballot waits for keys alone"
            );
        }
        self.painter.sink().0.clone()
    }

    /// Plays keys that may show what they like.
    fn openly(&mut self, keys: &str) {
        self.stage.press_all(keys);
    }
}

/// What a room answers; passes are the same in both.
struct Room {
    guesses: [&'static str; 4],
    ratings: [&'static str; 4],
    again: [&'static str; 4],
    verdicts: [&'static str; 4],
}

const LOW: Room = Room {
    guesses: [
        "-10 -10 -10 -10 -10",
        "–1 −2 －3 ー4 —5",
        "x",
        "-7 -7 -7 -7 -7",
    ],
    ratings: ["-10 n", "-9 n", "x", "-1 n"],
    again: ["-10 n", "x", "-8 n", "-7 n"],
    verdicts: ["-", "-", "-", "-"],
};

const HIGH: Room = Room {
    guesses: ["1 2 3 4 5", "+10 １0 ＋9 8 7", "x", "7 7 7 7 7"],
    ratings: ["5 y", "+10 y", "x", "1 y"],
    again: ["3 y", "x", "1 y", "+10 n"],
    verdicts: ["+", "＋", "+", "-"],
};

/// The guesses of a room, up to and with the last seal.
fn guessed(room: &Room) -> String {
    let of = |guess: &&str| match *guess {
        "x" => "x<enter>".to_owned(),
        numbers => format!("{}<enter><enter>", numbers.replace(' ', "<enter>")),
    };
    room.guesses.iter().map(of).collect()
}

fn given(room: &Room) -> String {
    room.verdicts.join("<enter>") + "<enter>"
}

/// What the large text is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Letters {
    OfBlocks,
    OfTheTerminal,
}

/// What a terminal gets in a whole session of a room, ballot by ballot.
fn ballots(room: &Room, size: Size, letters: Letters) -> Vec<(&'static str, Vec<Vec<u8>>)> {
    let mut stage = with_people(&["Ana", "Ben", "Cho", "Dev"]).keys("<enter><enter><enter>");
    if letters == Letters::OfTheTerminal {
        stage = stage.with_large_letters();
    }
    let mut shown = Shown::new(stage, size);
    let mut ballots = vec![("the guesses", shown.sent(&guessed(room)))];
    // The first step shows nothing of the guesses.
    shown.openly("<enter>");
    ballots.push(("the first step", shown.sent("")));
    shown.openly("<enter>");
    ballots.push(("the ratings", shown.sent(&sealed(&room.ratings))));
    shown.openly("<enter><wait>r");
    ballots.push(("the second ratings", shown.sent(&sealed(&room.again))));
    shown.openly("<enter><wait><enter>");
    for _ in 1..5 {
        shown.openly("<enter>");
        ballots.push((
            "the ratings of a later step",
            shown.sent(&sealed(&room.ratings)),
        ));
        shown.openly("<enter><wait><enter>");
    }
    shown.openly("<enter>");
    ballots.push(("the verdicts", shown.sent(&given(room))));
    shown.openly("<enter>");
    assert!(shown.stage.session().verdict_revealed().is_some());
    ballots
}

#[test]
fn until_each_reveal_the_terminal_gets_the_same_whatever_is_answered() {
    for size in [Size::new(60, 20), Size::new(80, 24), Size::new(200, 60)] {
        for letters in [Letters::OfBlocks, Letters::OfTheTerminal] {
            nothing_tells(size, letters);
        }
    }
}

fn nothing_tells(size: Size, letters: Letters) {
    let (low, high) = (ballots(&LOW, size, letters), ballots(&HIGH, size, letters));
    for ((name, low), (_, high)) in low.iter().zip(&high) {
        assert_eq!(
            low.len(),
            high.len(),
            "{name}: how often something is sent tells, at {size} with {letters:?}"
        );
        let differs = low.iter().zip(high).position(|(low, high)| low != high);
        assert_eq!(
            differs, None,
            "{name}: what is sent tells, at {size} with {letters:?}"
        );
        let bytes = low.concat();
        let has_large = bytes.windows(5).any(|part| part == b"\x1b]66;");
        assert_eq!(
            has_large,
            letters == Letters::OfTheTerminal,
            "{name} at {size}"
        );
    }
}

#[test]
fn only_questions_and_turns_send_something() {
    for letters in [Letters::OfBlocks, Letters::OfTheTerminal] {
        for (name, writes) in ballots(&HIGH, Size::new(80, 24), letters) {
            let expected = match name {
                // The first picture; then each entry closes and moves on to the next question, and a seal each; for
                // the pass two.
                "the guesses" => 1 + 3 * (5 * 2 + 1) + 2,
                "the ratings" | "the second ratings" | "the ratings of a later step" => {
                    1 + 3 * 4 + 2
                }
                "the verdicts" => 1 + 4 * 2,
                _ => continue,
            };
            assert_eq!(writes.len(), expected, "{name}");
        }
    }
}

/// At the first rating of two, whose guesses were passed.
fn at_a_rating() -> Stage {
    with_people(&["Ana", "Ben"]).keys("<enter><enter><enter>x<enter>x<enter><enter><enter>")
}

#[test]
fn only_an_entry_that_closes_or_opens_sends_something_while_it_is_typed() {
    let mut shown = Shown::new(at_a_rating(), Size::new(80, 24));
    shown.paint();
    // Each with whether the mask turns to its other look.
    let keys = [
        ("-", true),
        ("10", false),
        ("<bs>", true),
        ("7", true),
        ("<bs>", true),
        ("<bs>", false),
        ("_", true),
        ("99999999+--xé<del><up><c-a>", false),
        ("<c-h>", true),
        ("<f5><esc>", false),
        ("7", true),
        ("<f5><esc>", false),
        ("u", true),
    ];
    for (keys, turns) in keys {
        for key in parse(keys) {
            shown.stage.press(key.unwrap());
            assert_eq!(shown.paint(), turns, "{keys}");
        }
    }
}

#[test]
fn a_closed_entry_sends_the_same_whatever_was_typed() {
    for size in [Size::new(60, 20), Size::new(80, 24), Size::new(200, 60)] {
        let sent = |keys: &str| Shown::new(at_a_rating(), size).sent(keys);
        for first in [
            "-", "+", "1", "0", "７", "ー", "_", "y", "é", "🎩", "<up>", "<c-a>", "<del>",
        ] {
            assert_eq!(sent(first), sent("7"), "{first} at {size}");
        }
        // What follows sends nothing, and the refusal is the same.
        let refused = sent("0<enter>");
        for typed in [
            "-0", "1à", "7x", "7,", "7P", "--7", "7<left>", "7<f5>", "7<esc>",
        ] {
            assert_eq!(
                sent(&format!("{typed}<enter>")),
                refused,
                "{typed} at {size}"
            );
        }
    }
}

#[test]
fn a_refusal_says_the_same_whatever_was_typed() {
    let refused = |typed: &str| {
        let mut shown = Shown::new(at_a_rating(), Size::new(80, 24));
        shown.sent(&format!("{typed}<enter>")).pop()
    };
    for typed in [
        "-0",
        "11",
        "-99",
        "+",
        "--4",
        "99999999999999999999",
        "7x",
        "=7",
        "7<del>",
    ] {
        assert_eq!(refused(typed), refused("0"), "{typed}");
    }
}

#[test]
fn a_slip_taken_back_shows_the_same_whatever_it_was() {
    let slip = |answer: &str| {
        let stage = at_a_rating();
        Shown::new(stage, Size::new(80, 24)).sent(&format!("{answer}<bs>5<enter>y<enter>"))
    };
    assert_eq!(slip("-10<enter>n"), slip("4<enter>y"));
}
