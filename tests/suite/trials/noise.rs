//! What terminals send beside keys, to the real program: whatever it was, the next key is heard, and a resize is drawn.

use super::pty::{Pty, program};
use std::time::Duration;
use tempfile::TempDir;

/// Longer than anything that is begun is waited for.
const SILENCE: Duration = Duration::from_secs(1);

/// Answers and reports that mean nothing here, finished and not.
const NOISE: &[&str] = &[
    "\x1b[?997;1n",
    "\x1b[?2026;2$y",
    "\x1b[?1;0;256S",
    "\x1b[>0;95;0c",
    "\x1b[?62;4;6;22c",
    "\x1bP!|00000000\x1b\\",
    "\x1b_Gi=31;OK\x1b\\",
    "\x1b^a private message\x1b\\",
    "\x1bXa string\x1b\\",
    "\x1b]52;c;YWFhCnEK\x07",
    "\x1b[<0;10;10M",
    "\x1b[24;80R",
];

const UNFINISHED: &[&str] = &[
    "\x1b[?",
    "\x1b[200~aaa\rq",
    "\x1b]11;rgb:ff",
    "\x1bP>|kit",
    "\x1b_G",
    "\x1b[",
];

/// At the field of a note, where a stray sign would be seen.
fn at_a_note(data: &TempDir) -> Pty {
    let words = ["new", "--business", "Acme", "--people", "Ana, Ben"];
    let mut pty = Pty::start(program(data.path(), &words));
    pty.wait_for("Acme");
    pty.type_keys("\r");
    pty.wait_for("sealed");
    for name in ["Ana", "Ben"] {
        pty.wait_for(&format!("▸ {name}"));
        pty.type_keys("x");
        pty.settle();
        pty.type_keys("\r");
    }
    pty.wait_for("Ben passed");
    pty.settle();
    pty.type_keys("\r");
    pty.wait_for("step 1 of 5");
    pty.type_keys("+");
    pty.settle();
    pty
}

/// Leaves; the field is as it was left.
fn leave(mut pty: Pty) {
    pty.type_keys("\u{3}");
    assert_eq!(pty.code(), 0);
    pty.assert_given_back("noise");
}

#[test]
fn after_whatever_a_terminal_sends_the_next_key_is_heard_and_nothing_is_typed() {
    let data = tempfile::tempdir().unwrap();
    let mut pty = at_a_note(&data);
    let mut typed = String::new();
    for (noise, letter) in NOISE.iter().zip('a'..) {
        pty.type_keys(noise);
        pty.type_keys(&letter.to_string());
        typed.push(letter);
        pty.wait_for(&typed);
    }
    leave(pty);
}

#[test]
fn after_what_never_ends_the_next_key_is_heard_and_a_resize_is_drawn_meanwhile() {
    let data = tempfile::tempdir().unwrap();
    let mut pty = at_a_note(&data);
    let long = format!("\x1b[{}", "1".repeat(3_000));
    let few = UNFINISHED.iter().copied().chain([&*long]);
    let mut width = 80;
    for (noise, letter) in few.zip('b'..) {
        pty.type_keys(noise);
        width += 1;
        pty.resize(24, width);
        // The line under the head is as wide as the screen.
        let line = "─".repeat(usize::from(width));
        pty.wait_for(&line);
        std::thread::sleep(SILENCE);
        pty.type_keys(&letter.to_string());
        let end = format!("{letter}");
        pty.wait_until(&end, |screen| screen.contents().contains(&end));
        assert!(!pty.text().contains("Esc stay"), "{noise:?}");
        pty.type_keys("\u{7f}");
        pty.settle();
    }
    leave(pty);
}

#[test]
fn an_arrow_in_two_pieces_is_an_arrow() {
    let data = tempfile::tempdir().unwrap();
    let mut pty = at_a_note(&data);
    pty.type_keys("bc");
    pty.wait_for("bc");
    for piece in ["\x1b", "[D", "\x1b[", "D", "\x1bO", "H"] {
        pty.type_keys(piece);
        std::thread::sleep(Duration::from_millis(20));
    }
    pty.type_keys("a");
    pty.wait_for("abc");
    leave(pty);
}

#[test]
fn a_paste_without_marks_does_not_leave_the_program() {
    let data = tempfile::tempdir().unwrap();
    let mut pty = at_a_note(&data);
    pty.type_keys("aaa\rq\r");
    pty.wait_for("aaa q");
    pty.type_keys("bbb\r");
    pty.wait_for("aaa q bbb");
    pty.settle();
    assert!(!pty.text().contains("Esc stay"));
    leave(pty);
}
