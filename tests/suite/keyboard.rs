//! The reader of keys: whatever a terminal sends, however it is cut, the next key is heard. No test sleeps: the clock
//! is an argument.

use customer_hat::ui::events::PASTE_LIMIT;
use customer_hat::ui::events::keyboard::{
    ESC_WAITS, Heard, Keyboard, PASTE_WAITS, SEQUENCE_WAITS, STRING_WAITS,
};
use proptest::prelude::*;
use ratatui::crossterm::event::KeyCode::{self, Char, F};
use ratatui::crossterm::event::{KeyEvent, KeyModifiers};
use std::time::{Duration, Instant};

const NONE: KeyModifiers = KeyModifiers::NONE;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const SECOND: Duration = Duration::from_secs(1);

fn key(code: KeyCode, modifiers: KeyModifiers) -> Heard {
    Heard::Key(KeyEvent::new(code, modifiers))
}

fn plain(code: KeyCode) -> Heard {
    key(code, NONE)
}

/// What is heard of pieces that come one right after the other, and of the silence after them.
fn heard(pieces: &[&[u8]]) -> Vec<Heard> {
    let (mut keyboard, now) = (Keyboard::default(), Instant::now());
    let mut heard: Vec<_> = pieces
        .iter()
        .flat_map(|piece| keyboard.feed(piece, now))
        .collect();
    heard.extend(keyboard.silence(now + SECOND));
    assert_eq!(keyboard.waits(), None, "{pieces:?}");
    heard
}

/// The same bytes whole, byte by byte, and cut in two at every place.
fn cut_anywhere(bytes: &[u8]) -> Vec<Vec<Heard>> {
    let single: Vec<_> = bytes.chunks(1).collect();
    let mut all = vec![heard(&[bytes]), heard(&single)];
    all.extend((1..bytes.len()).map(|at| heard(&[&bytes[..at], &bytes[at..]])));
    all
}

/// Sequences that are keys.
const KEYS: &[(&str, KeyCode, KeyModifiers)] = &[
    ("a", Char('a'), NONE),
    ("A", Char('A'), SHIFT),
    ("é", Char('é'), NONE),
    ("–", Char('–'), NONE),
    ("7", Char('7'), NONE),
    ("🎩", Char('🎩'), NONE),
    ("\r", KeyCode::Enter, NONE),
    ("\n", KeyCode::Enter, NONE),
    ("\r\n", KeyCode::Enter, NONE),
    ("\t", KeyCode::Tab, NONE),
    ("\x7f", KeyCode::Backspace, NONE),
    ("\x08", KeyCode::Backspace, NONE),
    ("\x1b", KeyCode::Esc, NONE),
    ("\x00", Char(' '), CTRL),
    ("\x01", Char('a'), CTRL),
    ("\x03", Char('c'), CTRL),
    ("\x11", Char('q'), CTRL),
    ("\x18", Char('x'), CTRL),
    ("\x1a", Char('z'), CTRL),
    ("\x1ba", Char('a'), ALT),
    ("\x1b\x7f", KeyCode::Backspace, ALT),
    ("\x1b\r", KeyCode::Enter, ALT),
    ("\x1bé", Char('é'), ALT),
    ("\x1b[A", KeyCode::Up, NONE),
    ("\x1b[B", KeyCode::Down, NONE),
    ("\x1b[C", KeyCode::Right, NONE),
    ("\x1b[D", KeyCode::Left, NONE),
    ("\x1bOA", KeyCode::Up, NONE),
    ("\x1bOD", KeyCode::Left, NONE),
    ("\x1b[1;2A", KeyCode::Up, SHIFT),
    ("\x1b[1;3B", KeyCode::Down, ALT),
    ("\x1b[1;5A", KeyCode::Up, CTRL),
    ("\x1bO5A", KeyCode::Up, CTRL),
    ("\x1bO1;5A", KeyCode::Up, CTRL),
    ("\x1b[a", KeyCode::Up, SHIFT),
    ("\x1bOa", KeyCode::Up, CTRL),
    ("\x1b\x1b[A", KeyCode::Up, ALT),
    ("\x1b\x1bOA", KeyCode::Up, ALT),
    ("\x1b[1;129A", KeyCode::Up, NONE),
    ("\x1b[Z", KeyCode::BackTab, SHIFT),
    ("\x1b[1;2Z", KeyCode::BackTab, SHIFT),
    ("\x1b[H", KeyCode::Home, NONE),
    ("\x1bOH", KeyCode::Home, NONE),
    ("\x1b[1~", KeyCode::Home, NONE),
    ("\x1b[7~", KeyCode::Home, NONE),
    ("\x1b[F", KeyCode::End, NONE),
    ("\x1bOF", KeyCode::End, NONE),
    ("\x1b[4~", KeyCode::End, NONE),
    ("\x1b[8~", KeyCode::End, NONE),
    ("\x1b[2~", KeyCode::Insert, NONE),
    ("\x1b[3~", KeyCode::Delete, NONE),
    ("\x1b[3;5~", KeyCode::Delete, CTRL),
    ("\x1b[3^", KeyCode::Delete, CTRL),
    ("\x1b[5~", KeyCode::PageUp, NONE),
    ("\x1b[6~", KeyCode::PageDown, NONE),
    ("\x1b[6;5~", KeyCode::PageDown, CTRL),
    ("\x1b[E", KeyCode::KeypadBegin, NONE),
    ("\x1bOP", F(1), NONE),
    ("\x1bOS", F(4), NONE),
    ("\x1b[[A", F(1), NONE),
    ("\x1b[[E", F(5), NONE),
    ("\x1b[11~", F(1), NONE),
    ("\x1b[15~", F(5), NONE),
    ("\x1b[17~", F(6), NONE),
    ("\x1b[21~", F(10), NONE),
    ("\x1b[24~", F(12), NONE),
    ("\x1b[25~", F(13), NONE),
    ("\x1b[34~", F(20), NONE),
    ("\x1b[P", F(1), NONE),
    ("\x1b[1;2P", F(1), SHIFT),
    ("\x1b[1;5R", F(3), CTRL),
    ("\x1bOM", KeyCode::Enter, NONE),
    ("\x1bOm", Char('-'), NONE),
    ("\x1bOk", Char('+'), NONE),
    ("\x1bOp", Char('0'), NONE),
    ("\x1bOw", Char('7'), NONE),
    ("\x1bOy", Char('9'), NONE),
    ("\x1bOn", Char('.'), NONE),
    ("\x1bOX", Char('='), NONE),
    ("\x1bOI", KeyCode::Tab, NONE),
    ("\x1bO ", Char(' '), NONE),
    ("\x1b[97u", Char('a'), NONE),
    ("\x1b[97;2u", Char('A'), SHIFT),
    ("\x1b[97:65;2u", Char('A'), SHIFT),
    ("\x1b[97;5u", Char('a'), CTRL),
    ("\x1b[97;1:2u", Char('a'), NONE),
    ("\x1b[13u", KeyCode::Enter, NONE),
    ("\x1b[27u", KeyCode::Esc, NONE),
    ("\x1b[127u", KeyCode::Backspace, NONE),
    ("\x1b[57406u", Char('7'), NONE),
    ("\x1b[57412u", Char('-'), NONE),
    ("\x1b[57414u", KeyCode::Enter, NONE),
    ("\x1b[57419u", KeyCode::Up, NONE),
    ("\x1b[57376u", F(13), NONE),
    ("\x1b[27;5;97~", Char('a'), CTRL),
    ("\x1b[27;2;13~", KeyCode::Enter, SHIFT),
    ("\x1b[27;2;9~", KeyCode::BackTab, SHIFT),
];

#[test]
fn every_sequence_of_the_table_is_its_key_whole_and_however_it_is_cut() {
    for (bytes, code, modifiers) in KEYS {
        // What ends a line may end two lines when it comes in two pieces.
        let ways = if *bytes == "\r\n" {
            vec![heard(&[bytes.as_bytes()])]
        } else {
            cut_anywhere(bytes.as_bytes())
        };
        for way in ways {
            assert_eq!(way, [key(*code, *modifiers)], "{bytes:?}");
        }
    }
}

/// Finished sequences that mean nothing here.
const UNKNOWN: &[&str] = &[
    "\x1b[?997;1n",
    "\x1b[?2026;2$y",
    "\x1b[?1;0;256S",
    "\x1b[>0;95;0c",
    "\x1b[?62;4c",
    "\x1b[?1;2c",
    "\x1b[0n",
    "\x1b[24;80R",
    "\x1b[1;1R",
    "\x1b[8;24;80t",
    "\x1b[48;24;80;480;800t",
    "\x1b[?0u",
    "\x1b[?7u",
    "\x1b[I",
    "\x1b[O",
    "\x1b[<0;10;10M",
    "\x1b[<0;10;10m",
    "\x1b[M !!",
    "\x1b[97;1:3u",
    "\x1b[57441u",
    "\x1b[99~",
    "\x1b[201~",
    "\x1b[1;999A",
    "\x1b[5A",
    "\x1b[[Z",
    "\x1b[1?5x",
    "\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14;15;16;17;18;19;20;21;22;23;24;25;26;27;28;29;30;31;32;33;34m",
    "\x1b(B",
    "\x1bOz",
    "\x1bP!|00000000\x1b\\",
    "\x1bP1+r544e=78\x1b\\",
    "\x1bP0$r0m\x1b\\",
    "\x1bP>|a\nb\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b^a private message; 1;2\x1b\\",
    "\x1bXa string\x1b\\",
    "\x1b]4;1;rgb:0/0/0\x07",
    "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    "\x1b]52;c;YWFhCnEK\x07",
    "\x1b]11;#ffffff\x07",
    "\x1b]11;\x07",
];

#[test]
fn what_is_finished_and_known_to_nobody_is_passed_over_and_the_next_key_is_heard_at_once() {
    for bytes in UNKNOWN {
        for way in cut_anywhere(bytes.as_bytes()) {
            assert_eq!(way, [], "{bytes:?}");
        }
        let next = [bytes.as_bytes(), b"a"].concat();
        assert_eq!(heard(&[&next]), [plain(Char('a'))], "{bytes:?}");
        let enter = [bytes.as_bytes(), b"\r\x1b[A"].concat();
        let keys = [plain(KeyCode::Enter), plain(KeyCode::Up)];
        assert_eq!(heard(&[&enter]), keys, "{bytes:?}");
    }
}

/// Sequences that never end.
const UNFINISHED: &[&str] = &[
    "\x1b[",
    "\x1b[?",
    "\x1b[1;",
    "\x1b[[",
    "\x1b[M",
    "\x1b[M!",
    "\x1bO",
    "\x1bO5",
    "\x1b(",
    "\x1b]",
    "\x1b]11;rgb:ff",
    "\x1b]52;c;",
    "\x1bP",
    "\x1bP>|kit",
    "\x1b_G",
    "\x1b^",
    "\x1bX",
    "\x1b_G\x1b",
    "\u{1b}]11;rgb:\x1b",
];

#[test]
fn what_never_ends_ends_after_a_silence_and_the_next_key_is_heard() {
    let long = format!("\x1b[{}", "1".repeat(100_000));
    let endless = format!("\x1b]52;c;{}", "A".repeat(3_000_000));
    let all = UNFINISHED.iter().copied().chain([&*long, &endless]);
    for bytes in all {
        let (mut keyboard, now) = (Keyboard::default(), Instant::now());
        assert_eq!(keyboard.feed(bytes.as_bytes(), now), []);
        let waits = keyboard.waits().unwrap();
        assert!(waits < SECOND);
        assert_eq!(keyboard.silence(now + waits), []);
        assert_eq!(keyboard.waits(), None);
        let later = now + waits;
        assert_eq!(keyboard.feed(b"a", later), [plain(Char('a'))]);
        // Nobody needs to tell of the silence.
        let mut keyboard = Keyboard::default();
        keyboard.feed(bytes.as_bytes(), now);
        assert_eq!(keyboard.feed(b"\x03", now + SECOND), [key(Char('c'), CTRL)]);
    }
}

#[test]
fn a_lone_esc_waits_for_its_rest_and_no_longer() {
    let (mut keyboard, now) = (Keyboard::default(), Instant::now());
    assert_eq!(keyboard.feed(b"\x1b", now), []);
    assert_eq!(keyboard.waits(), Some(ESC_WAITS));
    let soon = now + ESC_WAITS / 2;
    assert_eq!(keyboard.silence(soon), []);
    assert_eq!(keyboard.feed(b"[", soon), []);
    assert_eq!(keyboard.waits(), Some(SEQUENCE_WAITS));
    assert_eq!(keyboard.feed(b"D", soon), [plain(KeyCode::Left)]);
    assert_eq!(
        keyboard.waits(),
        None,
        "nothing waits when nothing is begun"
    );
    keyboard.feed(b"\x1b", soon);
    assert_eq!(keyboard.silence(soon + ESC_WAITS), [plain(KeyCode::Esc)]);
}

#[test]
fn esc_pressed_twice_or_thrice_is_two_or_three() {
    for times in 1..4 {
        let bytes = vec![0x1b; times];
        for way in cut_anywhere(&bytes) {
            assert_eq!(way, vec![plain(KeyCode::Esc); times]);
        }
    }
}

#[test]
fn a_marked_paste_is_one_however_it_is_cut_and_whatever_stands_in_it() {
    for text in [
        "Ana\nBen",
        "",
        "\x1b[A\x1b",
        "\x1b[20\x1b[201",
        "é\u{3}q",
        "\x1b[200~a",
    ] {
        let bytes = format!("\x1b[200~{text}\x1b[201~a");
        for way in cut_anywhere(bytes.as_bytes()) {
            assert_eq!(
                way,
                [Heard::Paste(text.to_owned()), plain(Char('a'))],
                "{text:?}"
            );
        }
    }
}

#[test]
fn a_paste_that_never_ends_is_what_has_come_of_it() {
    let (mut keyboard, now) = (Keyboard::default(), Instant::now());
    keyboard.feed(b"\x1b[200~Ana\nB", now);
    assert_eq!(keyboard.waits(), Some(PASTE_WAITS));
    let paste = Heard::Paste("Ana\nB".to_owned());
    assert_eq!(
        keyboard.silence(now + PASTE_WAITS),
        std::slice::from_ref(&paste)
    );
    keyboard.feed(b"\x1b[200~Ana\nB", now);
    assert_eq!(keyboard.feed(b"q", now + SECOND), [paste, plain(Char('q'))]);
}

#[test]
fn a_paste_is_cut_at_its_limit() {
    let bytes = format!("\x1b[200~{}\x1b[201~a", "é".repeat(PASTE_LIMIT));
    let [Heard::Paste(text), next] = &heard(&[bytes.as_bytes()])[..] else {
        panic!("a paste and a key");
    };
    assert_eq!((text.len(), next), (PASTE_LIMIT, &plain(Char('a'))));
}

#[test]
fn an_answer_is_no_key_whole_or_in_pieces_and_however_it_ends() {
    let white = Heard::Ground((255, 255, 255));
    for bytes in [
        "\x1b]11;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]11;rgb:FF/ff/Ff\x07",
        "\x1b]11;rgba:ffff/ffff/ffff/0000\x1b\\",
    ] {
        for way in cut_anywhere(bytes.as_bytes()) {
            assert_eq!(way, std::slice::from_ref(&white), "{bytes:?}");
        }
    }
    let name = Heard::Name("kitty(0.42.1)".to_owned());
    for way in cut_anywhere(b"\x1bP>|kitty(0.42.1)\x1b\\q") {
        assert_eq!(way, [name.clone(), plain(Char('q'))]);
    }
}

#[test]
fn an_answer_may_pause_between_its_pieces() {
    let (mut keyboard, mut now) = (Keyboard::default(), Instant::now());
    let mut heard = Vec::new();
    for piece in ["\x1b]", "11;rgb:14", "14/1717/", "1f1f\x1b", "\\"] {
        let pause = keyboard.waits().unwrap_or_default() * 9 / 10;
        assert!(pause <= STRING_WAITS);
        now += pause;
        heard.extend(keyboard.silence(now));
        heard.extend(keyboard.feed(piece.as_bytes(), now));
    }
    assert_eq!(heard, [Heard::Ground((0x14, 0x17, 0x1f))]);
}

#[test]
fn keys_that_come_one_by_one_are_all_heard() {
    let (mut keyboard, mut now) = (Keyboard::default(), Instant::now());
    let mut typed = String::new();
    let text = "Zoë types — fast; 7, −3 and 100 %.".repeat(20);
    for letter in text.chars() {
        now += Duration::from_millis(1);
        for heard in keyboard.feed(letter.to_string().as_bytes(), now) {
            let Heard::Key(KeyEvent {
                code: Char(letter), ..
            }) = heard
            else {
                panic!("{heard:?}");
            };
            typed.push(letter);
        }
    }
    assert_eq!(typed, text);
}

#[test]
fn bytes_that_are_no_text_are_seen_and_eat_nothing() {
    let odd = plain(Char('\u{fffd}'));
    assert_eq!(heard(&[b"\xe4a"]), [odd.clone(), plain(Char('a'))]);
    assert_eq!(heard(&[b"\xe2", b"a"]), [odd, plain(Char('a'))]);
}

/// Bytes of the kind that terminals send, and any others.
fn noise() -> impl Strategy<Value = Vec<u8>> {
    let known: Vec<Vec<u8>> = UNKNOWN
        .iter()
        .chain(UNFINISHED)
        .copied()
        .chain(KEYS.iter().map(|(bytes, ..)| *bytes))
        .chain(["\x1b[200~", "\x1b[201~", "\x1b\\", "\x1b", "[", "O", "\x07"])
        .map(|bytes| bytes.as_bytes().to_vec())
        .collect();
    let piece = prop_oneof![
        prop::sample::select(known),
        prop::collection::vec(any::<u8>(), 1..8),
        prop::collection::vec(prop::sample::select(b"\x1b[]?O;0129~MP_^\\".to_vec()), 1..6),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn whatever_came_the_next_key_is_heard_after_a_second_of_silence(
        bytes in noise(),
        cuts in prop::collection::vec((0..80usize, 0..1_500u64), 0..8),
        is_told in any::<bool>(),
    ) {
        let (mut keyboard, mut now) = (Keyboard::default(), Instant::now());
        let mut rest = &bytes[..];
        for (at, pause) in cuts {
            let (piece, after) = rest.split_at(at.min(rest.len()));
            keyboard.feed(piece, now);
            rest = after;
            now += Duration::from_millis(pause);
            if is_told {
                keyboard.silence(now);
            }
        }
        keyboard.feed(rest, now);
        now += SECOND;
        if is_told {
            keyboard.silence(now);
            prop_assert_eq!(keyboard.waits(), None);
        }
        let heard = keyboard.feed(b"a", now);
        prop_assert_eq!(heard.last(), Some(&plain(Char('a'))));
        prop_assert!(heard.len() <= 3);
        prop_assert_eq!(keyboard.waits(), None);
    }
}
