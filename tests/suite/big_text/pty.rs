//! The question for the terminal's name, and what follows from the answer, in a pseudo-terminal.

use crate::window::Window;
use std::thread::sleep;
use std::time::Duration;

const QUESTION: &str = "\x1b[>q";
const LARGE: &str = "\x1b]66;s=";

/// At Home, with these words and this environment.
fn at_home(words: &[&str], environment: &[(&str, &str)]) -> (tempfile::TempDir, Window) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open_in(folder.path(), words, environment);
    window.until("Start with your team");
    (folder, window)
}

fn leave(mut window: Window) {
    window.keys("<c-c>");
    assert_eq!(window.end(), 0);
    assert!(window.is_given_back());
}

#[test]
fn the_first_frame_stands_before_the_question_and_the_answer_makes_the_next_one_large() {
    let (_folder, mut window) = at_home(&[], &[]);
    window.until_sent(QUESTION);
    assert!(!window.has_sent(LARGE));
    window.send("\x1bP>|kitty(0.42.1)\x1b\\").until_sent(LARGE);
    // Nothing of the answer was typed.
    window.keys("tAcme<enter>").until("Acme · round 1");
    leave(window);
}

#[test]
fn an_answer_in_pieces_counts_and_one_of_another_terminal_does_not() {
    let (_folder, mut window) = at_home(&[], &[]);
    window.until_sent(QUESTION);
    for piece in ["\x1b", "P", ">|kit", "ty(0.40", ".0)\x1b", "\\"] {
        window.send(piece);
        sleep(Duration::from_millis(5));
    }
    window.until_sent(LARGE);
    leave(window);

    for name in ["kitty(0.39.1)", "ghostty 1.1.3", "XTerm(390)", "tmux 3.5a"] {
        let (_folder, mut window) = at_home(&[], &[]);
        window.until_sent(QUESTION);
        window.send(&format!("\x1bP>|{name}\x1b\\"));
        window.keys("tAcme<enter>").until("Acme · round 1");
        assert!(!window.has_sent(LARGE), "{name}");
        leave(window);
    }
}

#[test]
fn inside_a_multiplexer_nobody_is_asked_and_nothing_is_large_even_on_demand() {
    for environment in [
        ("TMUX", "/run/tmux/default,1,0"),
        ("STY", "1234.pts-0"),
        ("ZELLIJ", "0"),
        ("TERM", "tmux-256color"),
        ("TERM", "screen"),
    ] {
        let (_folder, mut window) = at_home(&["--big-text", "kitty"], &[environment]);
        window.until("stays in block letters");
        window.keys("tAcme<enter>").until("Acme · round 1");
        assert!(!window.has_sent(QUESTION) && !window.has_sent(LARGE));
        leave(window);
        let (_folder, mut window) = at_home(&[], &[environment]);
        window.keys("t").until("Type its name");
        assert!(!window.has_sent(QUESTION) && !window.has_sent(LARGE));
    }
}

#[test]
fn who_asks_for_it_gets_it_at_once_and_who_asks_for_blocks_keeps_them() {
    let (_folder, mut window) = at_home(&["--big-text", "kitty"], &[]);
    window.until_sent(LARGE);
    assert!(!window.has_sent(QUESTION));
    leave(window);

    let (_folder, mut window) = at_home(&["--big-text", "blocks"], &[]);
    window.send("\x1bP>|kitty(0.42.1)\x1b\\");
    window.keys("tAcme<enter>").until("Acme · round 1");
    assert!(!window.has_sent(QUESTION) && !window.has_sent(LARGE));
    leave(window);
}

#[test]
fn the_second_terminal_has_large_letters_too() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = Window::open_in(folder.path(), &["notes"], &[]);
    window.until_sent(QUESTION);
    assert!(!window.has_sent(LARGE));
    window.send("\x1bP>|kitty(0.42.1)\x1b\\").until_sent(LARGE);
    window.keys("q");
    assert_eq!(window.end(), 0);
    assert!(window.is_given_back());
}

#[test]
fn the_setting_holds_from_the_next_picture_on() {
    let (_folder, mut window) = at_home(&[], &[("NO_COLOR", "1")]);
    window.keys(",").until("Large text");
    window
        .keys("<down><down><down><down><down><right>")
        .until("its own (kitty)");
    assert!(!window.has_sent(LARGE));
    window.keys("<esc>").until_sent(LARGE);
    leave(window);
}
