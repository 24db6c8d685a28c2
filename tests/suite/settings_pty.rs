//! The settings and the terminal's own answer in a pseudo-terminal: a stray answer is never typed.

use super::window::Window;
use std::fs;
use std::thread::sleep;
use std::time::Duration;
use tempfile::TempDir;

const QUESTION: &str = "\x1b]11;?\x1b\\";
const TRUECOLOR: (&str, &str) = ("COLORTERM", "truecolor");
const LIGHT: (u8, u8, u8) = (0xfb, 0xf9, 0xf4);
const DARK: (u8, u8, u8) = (0x14, 0x17, 0x1f);

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// At the field for the name of the business, where a stray sign would be seen.
fn at_a_field(folder: &TempDir) -> Window {
    let mut window = Window::open_in(folder.path(), &[], &[TRUECOLOR]);
    window.until("Walk through").until_sent(QUESTION);
    window
}

/// Types a name: what stands before or in it has been typed by nobody.
fn nothing_else_is_typed(mut window: Window) {
    window.keys("tAcme<enter>").until("Acme · round 1");
    assert!(!window.picture().contains("rgb"), "{}", window.picture());
    window.keys("<c-c>");
    assert_eq!(window.end(), 0);
    assert!(window.is_given_back());
}

fn settings(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("config").join("settings.ron")).unwrap()
}

#[test]
fn an_answer_at_once_chooses_light_or_dark() {
    for end in ["\x1b\\", "\x07"] {
        let folder = folder();
        let mut window = at_a_field(&folder);
        window
            .send(&format!("\x1b]11;rgb:ffff/fafa/f0f0{end}"))
            .until_ground(LIGHT)
            .send(&format!("\x1b]11;rgb:0000/2b2b/3636{end}"))
            .until_ground(DARK);
        nothing_else_is_typed(window);
    }
}

#[test]
fn a_late_answer_is_not_typed_into_a_field() {
    let folder = folder();
    let mut window = at_a_field(&folder);
    window.keys("tAc").until("Ac");
    sleep(Duration::from_secs(2));
    window
        .send("\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
        .until_ground(LIGHT)
        .keys("me<enter>")
        .until("Acme · round 1");
    window.keys("<c-c>");
    assert_eq!(window.end(), 0);
}

#[test]
fn an_answer_in_pieces_is_put_together_wherever_it_is_cut() {
    let answer = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\";
    let folder = folder();
    let mut window = at_a_field(&folder);
    window.keys("t").until("Type its name");
    for at in 0..answer.len() {
        window.send(&answer[at..=at]);
        sleep(Duration::from_millis(5));
    }
    window.until_ground(LIGHT).keys("Acme<enter>");
    window.until("Acme · round 1").keys("<c-c>");
    assert_eq!(window.end(), 0);
}

#[test]
fn without_an_answer_all_goes_on() {
    let folder = folder();
    let mut window = at_a_field(&folder);
    window.until_ground(DARK);
    // An Esc is an Esc, though an answer might begin with one.
    window.keys("t").until("Type its name").keys("<esc>");
    window.until("Start with your team");
    nothing_else_is_typed(window);
}

#[test]
fn nobody_is_asked_where_the_theme_is_chosen_or_the_terminal_would_not_know() {
    let here = folder();
    let mut window = Window::open_in(here.path(), &["--theme", "light"], &[TRUECOLOR]);
    window.until("Walk through").until_ground(LIGHT).keys("t");
    window.until("Type its name");
    assert!(!window.has_sent("\x1b]11"));
    drop(window);
    for environment in [
        &[("TERM", "linux")][..],
        &[("NO_COLOR", "1")],
        &[("TERM", "vt220")],
        &[("TERM", "screen-256color")],
    ] {
        let folder = folder();
        let mut window = Window::open_in(folder.path(), &[], environment);
        window
            .until("Walk through")
            .keys("t")
            .until("Type its name");
        assert!(!window.has_sent("\x1b]11"), "{environment:?}");
    }
}

#[test]
fn no_color_keeps_bold_and_the_selection() {
    let folder = folder();
    let mut window = Window::open_in(folder.path(), &[], &[TRUECOLOR, ("NO_COLOR", "1")]);
    window.until("Start with your team");
    assert_eq!(window.style_of("Start with"), (true, true, false));
    assert_eq!(window.style_of("Start on"), (false, false, false));
    assert!(!window.has_sent("\x1b[3") && !window.has_sent("38;"));
}

#[test]
fn a_setting_is_on_disk_at_once_and_holds_the_next_time() {
    let folder = folder();
    let mut window = Window::open_in(folder.path(), &[], &[TRUECOLOR]);
    window.until("Walk through").keys(",").until("Pause at");
    window.keys("<right><right>").until_ground(LIGHT);
    let path = folder.path().join("config").join("settings.ron");
    window.until_true("the settings on disk", || path.exists());
    window.keys("<right><right><esc><c-c>");
    assert_eq!(window.end(), 0);
    assert!(settings(&folder).contains("theme: \"projector\""));

    let mut window = Window::open_in(folder.path(), &[], &[TRUECOLOR]);
    window.until("Walk through").keys(",").until("projector");
}

#[test]
fn settings_that_can_not_be_read_are_told_and_left_alone() {
    let folder = folder();
    let config = folder.path().join("config");
    fs::create_dir(&config).unwrap();
    let broken = "#![type = \"customer-hat/settings\"]\n(format: 1, breath: perhaps)\n";
    fs::write(config.join("settings.ron"), broken).unwrap();
    let mut window = Window::open(folder.path(), &[]);
    window.until("settings.ron:2:").keys(",").until("Pause at");
    window
        .keys("<right>")
        .until("it is not saved")
        .until("is left as it is");
    window.keys("<esc><c-c>");
    assert_eq!(window.end(), 0);
    assert_eq!(settings(&folder), broken);
}

#[test]
fn an_own_theme_is_listed_and_a_broken_one_is_told() {
    let folder = folder();
    let themes = folder.path().join("config").join("themes");
    fs::create_dir_all(&themes).unwrap();
    let light = include_str!("../../assets/themes/light.ron");
    fs::write(
        themes.join("paper.ron"),
        light.replace("\"light\"", "\"paper\""),
    )
    .unwrap();
    fs::write(themes.join("torn.ron"), "(name: \"torn\"").unwrap();
    let mut window = Window::open_in(folder.path(), &[], &[TRUECOLOR]);
    window.until("torn.ron:1:").keys(",").until("Pause at");
    window.keys("<left>").until("paper").until_ground(LIGHT);
}
