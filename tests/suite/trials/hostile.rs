//! A hostile session, made to steer a terminal or to deceive a reader, through all that shows it.

use super::walks::{Come, everywhere, minute, six};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use customer_hat::model::caps::Kind;
use customer_hat::model::compare::Comparison;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::heading::{Heading, Listing};
use customer_hat::model::replay::Replay;
use customer_hat::model::session::Session;
use customer_hat::model::text::CleanText;
use customer_hat::report::{Format, render};
use customer_hat::store::{read, session_file};
use customer_hat::ui::app::App;
use customer_hat::ui::compare::text;
use customer_hat::ui::home::Home;
use customer_hat::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A text among everything that could do harm; what is left of it when it is cleaned is the text itself.
fn poisoned(text: &str) -> CleanText {
    let (first, rest) = text.split_at(text.char_indices().nth(1).map_or(text.len(), |(at, _)| at));
    CleanText::from_file(format!(
        "\u{1b}]52;c;cm0gLXJm\u{7}\u{1b}]8;;http://evil\u{1b}\\{first}\u{202e}\u{2066}\u{1b}[2J\u{9b}31m\u{200b}\
         \u{feff}\u{e0041}\u{e007f}\0\u{8}\u{7f}{rest}\u{2069}\u{202c}\u{1b}]8;;\u{1b}\\\u{1b}P1;2q\u{1b}\\\u{85}"
    ))
}

/// The same, the texts that may be long made as long as a file may hold them, with towers of marks.
fn endless(text: &str) -> CleanText {
    let long = match text {
        "Ana" => "N\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}".repeat(200),
        "Ben" => "w\u{202e}".repeat(900),
        "Chloé" => "家族👩‍👩‍👧 ".repeat(200),
        "Pedal & Crumb" => "Łódź \u{1b}[31m".repeat(150),
        "they greeted us by name" => "a\u{1b}]0;x\u{7}\n\t".repeat(800),
        text => return poisoned(text),
    };
    CleanText::from_file(long)
}

/// Whether it could steer a terminal, or hide or turn round what is read.
fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e000}'..='\u{f8ff}'
            | '\u{e0000}'..)
}

fn assert_inert(what: &str, text: &str) {
    let found: Vec<char> = text
        .chars()
        .filter(|c| *c != '\n' && is_forbidden(*c))
        .collect();
    assert!(found.is_empty(), "{what}: {found:?}");
}

fn hostile_sessions() -> Vec<Session> {
    let says: [&dyn Fn(&str) -> CleanText; 2] = [&poisoned, &endless];
    let comes = [Come::Through, Come::Halfway];
    says.iter()
        .flat_map(|say| comes.map(|come| six(come, say)))
        .collect()
}

fn key(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

fn drawn(app: &mut App, size: (u16, u16)) -> String {
    let area = Rect::new(0, 0, size.0, size.1);
    let mut buf = Buffer::empty(area);
    app.draw(area, &mut buf);
    buf.content
        .iter()
        .map(ratatui::buffer::Cell::symbol)
        .collect()
}

const SIZES: [(u16, u16); 3] = [(80, 24), (60, 20), (200, 60)];

/// The program at Home, where this session is in the list.
fn at_home(session: &Session) -> App {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let heading = Heading::of(session, "x\u{1b}[2J\u{202e}.ron".into());
    let listing = Listing {
        headings: vec![heading],
        ..Listing::default()
    };
    let home = Home::new(exercise, listing);
    App::new(home, Theme::built_in("dark").unwrap(), minute(600))
}

/// Every place of the session, with what can lie over it, and every frame of its replay, in each size.
fn hold_the_screens(session: Session) {
    let mut app = at_home(&session);
    let mut screens = 0;
    let mut hold = |app: &mut App, what: &str, sizes: &[(u16, u16)]| {
        for size in sizes {
            assert_inert(&format!("{what} {size:?}"), &drawn(app, *size));
            screens += 1;
        }
    };
    hold(&mut app, "Home", &SIZES);
    for (place, there) in everywhere(&session) {
        app.opened(there, None);
        app.set_file(Path::new("a\u{1b}]0;x\u{7}\u{202e}.ron"));
        app.set_time(minute(601), 60_000);
        hold(&mut app, &format!("{place:?}"), &SIZES);
        for letter in ['?', 'q', 'p'] {
            app.press(key(KeyCode::Char(letter)));
            hold(&mut app, &format!("{place:?} under {letter}"), &SIZES);
            app.press(key(KeyCode::Esc));
        }
    }
    let frames = Replay::of(session.clone()).frames().len();
    let mut app = at_home(&session);
    app.replay(session);
    for nth in 0..frames {
        app.set_time(minute(601), 60_000 * nth as u64);
        hold(&mut app, &format!("frame {nth}"), &SIZES);
        app.press(key(KeyCode::PageDown));
    }
    println!("hostile session: {screens} screens, control, bidi or hidden characters 0");
}

// A test for each, so that they run side by side.

#[test]
fn no_screen_of_a_finished_session_shows_a_control_or_a_hidden_character() {
    hold_the_screens(six(Come::Through, &poisoned));
}

#[test]
fn no_screen_of_a_session_left_halfway_shows_one() {
    hold_the_screens(six(Come::Halfway, &poisoned));
}

#[test]
fn no_screen_of_a_finished_session_with_endless_texts_shows_one() {
    hold_the_screens(six(Come::Through, &endless));
}

#[test]
fn no_screen_of_a_session_with_endless_texts_left_halfway_shows_one() {
    hold_the_screens(six(Come::Halfway, &endless));
}

#[test]
fn no_comparison_shows_one_either() {
    let mut sessions = hostile_sessions();
    // The same meeting as it stood later would be the same session.
    sessions = vec![sessions.swap_remove(2), sessions.swap_remove(0)];
    sessions[0] = later(&sessions[0]);
    let comparison = Comparison::of(&sessions).unwrap();
    assert_inert("as text", &text::text(&comparison));
    let home = Home::new(
        Exercise::built_in("role-reversal").unwrap(),
        Listing::default(),
    );
    let mut app = App::new(home, Theme::built_in("dark").unwrap(), minute(600));
    app.compare(&sessions);
    for page in 0..9 {
        for size in [(80, 24), (60, 20), (200, 60)] {
            assert_inert(&format!("page {page} {size:?}"), &drawn(&mut app, size));
        }
        app.press(key(KeyCode::PageDown));
    }
}

/// The same session begun a day later.
fn later(session: &Session) -> Session {
    let text = session_file::text_of(session).unwrap();
    let body = text
        .rsplit_once("\n//")
        .map_or(text.as_str(), |(body, _)| body);
    let line = body
        .lines()
        .find(|line| line.contains("started: "))
        .unwrap();
    let moved = body.replacen(line, "    started: \"2020-01-01T00:00:00+00:00\",", 1);
    read::parse(Kind::Session, "a session", &moved, 0).unwrap()
}

#[test]
fn no_report_carries_one() {
    let mut bytes = 0;
    for format in Format::ALL {
        for session in hostile_sessions() {
            let text = render(&session, format, "e\u{1b}[2J\u{202e}\n.ron");
            // The mark that tells a spreadsheet of UTF-8 is ours.
            assert_inert(format.name(), text.trim_start_matches('\u{feff}'));
            bytes += text.len();
        }
    }
    println!("hostile session: {bytes} bytes of reports, control, bidi or hidden characters 0");
}

#[test]
fn no_output_and_no_message_carries_one() {
    let folder = tempfile::tempdir().unwrap();
    for (nth, session) in hostile_sessions().iter().enumerate() {
        let text = session_file::text_of(session).unwrap();
        let at = |name: String| folder.path().join(name);
        fs::write(at(format!("whole-{nth}.ron")), &text).unwrap();
        fs::write(
            at(format!("e\u{1b}[2J\u{202e}\n-{nth}.ron")),
            text.replacen("round: 1", "round: 0", 1),
        )
        .unwrap();
        let wrong = text.replacen("walk: Team", "walk: Te\u{1b}]0;\u{7}am\u{202e}", 1);
        fs::write(at(format!("wrong-{nth}.ron")), wrong).unwrap();
        let unknown = text.replacen("round: 1", "r#\u{200b}\u{1b}: 3, round: 1", 1);
        fs::write(at(format!("unknown-{nth}.ron")), unknown).unwrap();
        fs::write(
            at(format!("kind-{nth}.ron")),
            "#![type = \"\u{1b}[2J\u{202e}\"]\n()",
        )
        .unwrap();
    }
    let mut files: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let mut bytes = 0;
    let mut run = |args: &[&str], files: &[std::path::PathBuf]| {
        let done = Command::new(env!("CARGO_BIN_EXE_customer-hat"))
            .env_clear()
            .arg("--data-dir")
            .arg(folder.path())
            .args(args)
            .args(files)
            .output()
            .unwrap();
        let said = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
        assert!(
            !said.is_empty() && !said.contains("panicked"),
            "{args:?}: {said}"
        );
        assert_inert(&format!("{args:?}"), &said);
        bytes += said.len();
    };
    run(&["list"], &[]);
    run(&["list", "--json"], &[]);
    run(&["check"], &files);
    run(&["compare"], &files[..2]);
    run(&["compare", "no\u{1b}[2J\u{202e}ne"], &[]);
    for nth in 0..hostile_sessions().len() {
        let file = folder.path().join(format!("whole-{nth}.ron"));
        for format in ["text", "markdown", "html", "json"] {
            run(&["report", "--format", format], std::slice::from_ref(&file));
        }
    }
    run(&["report", "no\u{1b}[2J\u{202e}ne"], &[]);
    run(
        &["report", "whole-0.ron", "-o", "no\u{1b}[2J\u{202e}ne"],
        &[],
    );
    for file in &files {
        run(&["replay"], std::slice::from_ref(file));
    }
    run(&["resume", "no\u{1b}[2J\u{202e}ne"], &[]);
    run(&["check", "no\u{1b}]52;c;\u{7}ne"], &[]);
    println!("hostile session: {bytes} bytes of output, control, bidi or hidden characters 0");
}
