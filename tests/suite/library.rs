//! The library, played by keys: found, marked, compared, put away, taken back, renamed.

mod in_sight;

use super::kit::{large_rows, rows_text};
use super::stage::{Stage, moment};
use customer_hat::model::change::Change;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::heading::{Heading, Listing, Unreadable};
use customer_hat::model::session::{Names, Session};
use customer_hat::model::text::CleanText;
use customer_hat::store::samples::samples;
use customer_hat::ui::app::App;
use customer_hat::ui::home::Home;
use customer_hat::ui::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Instant;

use super::keys::parse;

/// The sample sessions: a first round, a second round, one alone.
fn three() -> Vec<Session> {
    samples().into_iter().map(|(_, session)| session).collect()
}

/// The three samples and one that is not finished.
fn four() -> Vec<Session> {
    let mut all = three();
    let exercise = all[0].exercise().clone();
    let walk = all[0].walk();
    let business = CleanText::typed("Café Søn");
    all.push(Session::begin(business, walk, exercise, &[], moment(0)));
    all
}

/// In the library over these.
fn library(sessions: &[Session]) -> Stage {
    let unfinished = sessions.iter().filter(|one| one.finished().is_none());
    let steps = unfinished.count().min(3) + 2;
    Stage::with_sessions(sessions).keys(&format!("{}<enter>", "<down>".repeat(steps)))
}

/// The program over any listing, in the library.
fn over(listing: Listing, theme: &str) -> App {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let home = Home::new(exercise, listing);
    let mut app = App::new(home, Theme::built_in(theme).unwrap(), moment(0));
    app.show_library();
    app
}

fn draw(app: &mut App, width: u16, height: u16) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    app.draw(area, &mut buf);
    buf
}

fn press(app: &mut App, keys: &str) {
    for key in parse(keys).into_iter().flatten() {
        app.press(key);
    }
}

/// A listing of so many sessions, the samples again and again.
fn many(count: usize) -> Listing {
    let sessions = four();
    let headings = (0..count).map(|nth| {
        let mut heading = Heading::of(&sessions[nth % 4], format!("/s/{nth}.ron").into());
        writeln!(heading.words, "number {nth}").unwrap();
        if nth % 50 == 7 {
            heading.business = CleanText::from_file("\u{1b}[31mA\u{202e}b\u{9b}c ".repeat(40));
            heading.names = vec!["N\u{301}".repeat(90); 40];
        }
        heading
    });
    let file = |name: &str, problem: &str| Unreadable {
        path: PathBuf::from(name),
        problem: problem.to_owned(),
    };
    let mut listing = Listing {
        headings: headings.collect(),
        unreadable: vec![
            file("/s/torn.ron", "torn.ron:9:4: the closing quote is missing"),
            file(
                "/s/\u{1b}[2J\u{202e}.ron",
                "\\u{1b}[2J.ron: this file is empty",
            ),
        ],
        ..Listing::default()
    };
    listing.trashed.headings = listing.headings.iter().take(2).cloned().collect();
    listing
}

#[test]
fn what_may_be_damaged_is_marked_and_the_chosen_row_says_why() {
    let mut listing = many(2);
    listing.unreadable.clear();
    listing.headings[0].caution = Some("changed outside the program".to_owned());
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        let text = rows_text(&draw(&mut over(listing.clone(), "dark"), width, height));
        assert_eq!(text.matches('!').count(), 1, "{text}");
        assert!(text.contains("Changed outside the program."), "{text}");
    }
    let warning = Theme::built_in("dark").unwrap().warning.style().fg.unwrap();
    let vast = draw(&mut over(listing, "dark"), 200, 60);
    let warned = |rows: std::ops::Range<u16>| {
        let places = rows.flat_map(|y| (0..200).map(move |x| (x, y)));
        places
            .filter(|at| vast[*at].fg == warning && vast[*at].symbol() != " ")
            .count()
    };
    assert!(warned(24..32) > 30, "the reason in large letters");
}

/// The rows of the screen in which some words stand.
fn rows_with(stage: &mut Stage, words: &str, (width, height): (u16, u16)) -> Vec<usize> {
    let text = stage.text(width, height);
    let rows = text.lines().enumerate();
    let found = rows.filter(|(_, row)| row.contains(words));
    found.map(|(at, _)| at).collect()
}

#[test]
fn the_chosen_session_is_large_over_its_facts_and_nothing_jumps() {
    for size in [(60, 20), (80, 24), (100, 30)] {
        let mut stage = library(&three());
        let facts = |stage: &mut Stage| {
            let rows = rows_with(stage, "trust", size);
            (
                rows[rows.len() - 1],
                rows_with(stage, "The one thing", size),
            )
        };
        let is_large = |stage: &mut Stage| {
            let text = stage.text(size.0, size.1);
            let under = text.lines().skip(8).take(size.1.into());
            under
                .flat_map(str::chars)
                .filter(|c| "█▀▄▌▐".contains(*c))
                .count()
                > 20
        };
        let first = facts(&mut stage);
        assert!(is_large(&mut stage), "{size:?}");
        let mut second = stage.keys("<down>");
        assert_eq!(facts(&mut second), first, "{size:?}");
        assert!(is_large(&mut second), "{size:?}");
    }
    let mut many = over(many(40), "dark");
    let text = rows_text(&draw(&mut many, 60, 20));
    let listed = text
        .lines()
        .filter(|row| row.contains("· round") || row.contains("· alone"));
    assert!(listed.count() >= 4, "{text}");
}

#[test]
fn on_a_vast_screen_all_but_what_has_no_block_letters_is_large() {
    let vast = (200, 60);
    let mut stage = library(&three());
    for words in ["Pedal", "trust", "Find", "newest first", "The one thing"] {
        assert_eq!(rows_with(&mut stage, words, vast), [0; 0], "{words}");
    }
    let mut stage = stage.keys("<tab><enter>");
    for words in ["Replay it", "Write a report"] {
        assert_eq!(rows_with(&mut stage, words, vast), [0; 0], "{words}");
    }
    let mut stage = stage.keys("<esc><del>");
    assert_eq!(rows_with(&mut stage, "no, it stays", vast), [0; 0]);
    assert_eq!(rows_with(&mut stage, "can be taken back", vast), [0; 0]);
    let mut stage = stage.keys("<esc>qqq");
    assert_eq!(rows_with(&mut stage, "Nothing here", vast), [0; 0]);
    let mut sessions = three();
    let (exercise, walk) = (sessions[0].exercise().clone(), sessions[0].walk());
    let business = CleanText::typed("顧客満足");
    sessions.push(Session::begin(business, walk, exercise, &[], moment(0)));
    let mut stage = library(&sessions);
    assert_eq!(rows_with(&mut stage, "顧客満足 · round 1", vast).len(), 1);
    assert_eq!(rows_with(&mut stage, "Pedal & Crumb", vast).len(), 3);
    let mut stage = stage.keys("<enter>");
    assert!(!rows_with(&mut stage, "顧客満足 · round 1", vast).is_empty());
}

#[test]
fn the_list_is_newest_first_and_says_what_each_came_to() {
    let mut stage = library(&four());
    let text = stage.text(120, 40);
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}:\n{text}"))
    };
    assert!(at("Café Søn · round 1") < at("Pedal & Crumb · round 2"));
    assert!(at("Pedal & Crumb · round 2") < at("Pedal & Crumb · round 1"));
    assert!(at("Pedal & Crumb · round 1") < at("Pedal & Crumb · alone"));
    for words in [
        "unfinished: setting up",
        "it builds trust",
        "It erodes trust",
        "6 people",
    ] {
        at(words);
    }
}

#[test]
fn typing_finds_by_any_words_and_esc_empties_the_line_then_goes_home() {
    let found = |keys: &str| {
        let mut stage = library(&four()).keys(keys);
        stage.text(120, 40).lines().nth(3).unwrap().to_owned()
    };
    for (typed, many) in [
        ("cafe son", "1 of 4"),
        ("CRUMB 2026", "3 of 4"),
        ("hazel", "2 of 4"),
        ("2026-08-20", "1 of 4"),
        ("unfinished", "1 of 4"),
        ("nobody wrote this", "0 of 4"),
    ] {
        let line = found(typed);
        assert!(line.contains(many), "{typed}: {line}");
    }
    let mut stage = library(&four()).keys("zzz");
    assert!(stage.shows("Nothing here has “zzz” in it."));
    stage.press_all("<esc>");
    assert!(stage.shows("4 sessions"));
    stage.press_all("<esc>");
    assert!(stage.shows("Start with your team"));
}

#[test]
fn letters_are_typed_and_a_question_mark_asks_for_help() {
    let mut stage = library(&four()).keys("qub<space>b<bs><bs>");
    assert!(stage.shows("qub") && !stage.has_quit());
    stage.press_all("?");
    assert!(stage.shows("Every key here"));
}

#[test]
fn a_session_with_hidden_names_is_not_found_by_them() {
    let mut session = Stage::at_home()
        .keys("tAcme<enter>Olive, Basil<enter><enter>")
        .session()
        .clone();
    let found = |session: &Session| Heading::of(session, PathBuf::new()).words.contains("olive");
    assert!(found(&session));
    session
        .apply(Change::Names(Names::Hidden), moment(0))
        .unwrap();
    assert!(!found(&session));
    assert!(Heading::of(&session, PathBuf::new()).names.is_empty());
}

#[test]
fn nothing_sealed_is_in_a_heading() {
    let sealed = Stage::at_home()
        .keys("tAcme<enter>Olive, Basil<enter><enter><enter><enter>x<enter>x<enter><enter><enter>")
        .keys("-4<enter>n<enter>6<enter>y<enter>");
    let heading = Heading::of(sealed.session(), PathBuf::new());
    assert!(heading.lowest().is_none() && heading.verdicts.is_none() && heading.verdict.is_empty());
}

#[test]
fn the_menu_begins_with_what_is_most_likely_wanted() {
    let stage = library(&four()).keys("<enter><enter>");
    assert_eq!(stage.session().business().as_str(), "Café Søn");
    let mut stage = library(&four()).keys("<down><enter>");
    let text = stage.text(80, 24);
    for words in [
        "▸ Replay it",
        "Compare it with round 1",
        "Open its last page",
        "Write a report",
        "Rename the business",
        "Take it to the trash",
    ] {
        assert!(text.contains(words), "{words}:\n{text}");
    }
    stage.press_all("<esc>");
    assert!(!stage.shows("Replay it"));
}

#[test]
fn marked_ones_are_compared_the_earliest_first() {
    let mut stage = library(&four()).keys("<down><tab><down><tab>");
    assert!(stage.shows("2 marked"));
    stage.press_all("<enter>");
    assert!(stage.shows("▸ Compare the 2") && stage.shows("Write a report of the 2"));
    stage.press_all("<esc><down><up><tab><enter>");
    assert!(stage.shows("Replay it"), "one mark is left");
}

#[test]
fn what_goes_to_the_trash_is_asked_first_and_can_be_taken_back() {
    let mut stage = library(&four()).keys("crumb<down><del>");
    assert!(stage.shows("“Pedal & Crumb · round 1” of 20 August 2026"));
    stage.press_all("<esc><del><enter>");
    assert!(stage.shows("2 of 3"));
    assert_eq!(stage.files(), 3);
    stage.press_all("<esc><end>");
    assert!(stage.shows("Trash: 1 session"));
    stage.press_all("<enter>");
    assert!(stage.shows("Look back · trash"));
    stage.press_all("<enter>");
    assert!(stage.shows("▸ Take it back") && !stage.shows("Replay it"));
    stage.press_all("<enter>");
    assert!(stage.shows("The trash is empty."));
    assert_eq!(stage.files(), 4);
    stage.press_all("<esc>");
    assert!(stage.shows("4 sessions") && !stage.shows("Trash:"));
}

#[test]
fn a_business_is_renamed_from_the_menu() {
    let mut stage = library(&four()).keys("<down><enter><down><down><down><down><enter>");
    assert!(stage.shows("All 3 of its sessions get the new name."));
    stage.press_all("<bs><bs><bs><bs><bs>Co<enter>");
    assert!(stage.shows("Pedal & Co · round 2") && stage.shows("Pedal & Co · alone"));
    assert!(!stage.shows("Crumb"));
}

#[test]
fn another_name_is_large_while_it_is_typed_or_its_question_is() {
    let menu = "<down><enter><down><down><down><down><enter>";
    for name in ["", "Co", " of the Long Northern Shore and its Isles"] {
        let mut stage = library(&four()).keys(menu).keys(name);
        for (width, height) in [(60, 20), (80, 24), (100, 30), (150, 44), (200, 60)] {
            let text = stage.text(width, height);
            let inside = text.lines().filter_map(|line| line.split('│').nth(1));
            assert!(large_rows(inside) >= 3, "{name:?}: {text}");
        }
    }
}

#[test]
fn the_chosen_row_stays_when_what_is_there_is_seen_anew() {
    let mut app = over(many(40), "dark");
    press(&mut app, "<down><down><down><down><right><right>");
    let chosen = |app: &mut App| {
        let text = rows_text(&draw(app, 120, 40));
        text.lines()
            .find(|line| line.contains('▸'))
            .unwrap()
            .to_owned()
    };
    let before = chosen(&mut app);
    let mut listing = many(40);
    listing.headings.remove(0);
    app.listed(&listing);
    assert_eq!(chosen(&mut app), before);
}

#[test]
fn home_stands_before_anything_is_listed_and_keeps_what_was_chosen_or_typed() {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let theme = Theme::built_in("dark").unwrap();
    let home = Home::waiting(exercise).with_samples(samples());
    let mut app = App::new(home, theme, moment(0));
    let text = |app: &mut App| rows_text(&draw(app, 80, 24));
    assert!(!text(&mut app).contains("Sample") && !text(&mut app).contains("Look back"));
    press(&mut app, "<down>");
    app.listed(&many(40));
    assert!(text(&mut app).contains("▸ Start on your own"));
    // A round is never counted from what was not seen yet.
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let theme = Theme::built_in("dark").unwrap();
    let mut app = App::new(Home::waiting(exercise), theme, moment(0));
    press(&mut app, "tPedal & Crumb<enter>");
    assert!(app.session().is_none() && text(&mut app).contains("One moment"));
    app.listed(&many(40));
    assert!(text(&mut app).contains("Pedal & Crumb"));
    press(&mut app, "<enter>");
    assert_eq!(app.session().unwrap().round().number(), 3);
}

#[test]
fn damaged_files_are_listed_with_the_reason_and_can_only_be_put_away() {
    let mut app = over(many(3), "dark");
    press(&mut app, "<down><down><down>");
    let text = rows_text(&draw(&mut app, 80, 24));
    assert!(text.contains("torn.ron:9:4 can't be read.") && text.contains("The closing quote"));
    press(&mut app, "<enter>");
    let text = rows_text(&draw(&mut app, 80, 24));
    assert!(text.contains("Take it to the trash") && !text.contains("Replay"));
}

#[test]
fn five_hundred_are_found_as_one_types_and_drawn_at_every_size() {
    let mut app = over(many(500), "dark");
    let offers = app.offers();
    assert!(offers.len() > 5);
    for keys in [
        "",
        "c",
        "rumb",
        " 49",
        "<bs><bs><bs>",
        "<end>",
        "<enter>",
        "<esc>",
        "<up><enter>",
    ] {
        press(&mut app, keys);
        for width in [1, 30, 49, 50, 59, 60, 79, 80, 100, 149, 150, 200] {
            for height in [1, 9, 15, 16, 20, 24, 39, 40, 60] {
                let buf = draw(&mut app, width, height);
                let shown = buf.content.iter().flat_map(|cell| cell.symbol().chars());
                assert!(shown.clone().all(|c| !c.is_control() && c != '\u{202e}'));
            }
        }
    }
}

#[test]
#[ignore = "every size there is: half a minute"]
fn it_draws_at_every_size() {
    for keys in ["", "<enter>", "<esc><del>", "<esc><end>"] {
        let mut app = over(many(30), "light");
        press(&mut app, keys);
        for width in 1..=200 {
            for height in 1..=60 {
                draw(&mut app, width, height);
            }
        }
    }
}

#[test]
fn the_pictures_hold() {
    let hold = |name: &str, mut stage: Stage| {
        let sizes = [(60, 20), (80, 24), (120, 40)]
            .map(|(width, height)| format!("{width}×{height}\n{}", stage.picture(width, height)));
        insta::assert_snapshot!(name, sizes.join("\n"));
    };
    hold("library", library(&four()).keys("<down>"));
    hold(
        "library_found",
        library(&four()).keys("crumb<tab><down><tab>"),
    );
    hold("library_menu", library(&four()).keys("<down><enter>"));
    hold("library_trash_question", library(&four()).keys("<del>"));
    hold(
        "library_rename",
        library(&four()).keys("<down><enter><down><down><down><down><enter>"),
    );
    hold(
        "library_trash",
        library(&four()).keys("<del><enter><end><enter>"),
    );
}

/// What the README tells: `cargo test --release --test suite library -- --ignored --nocapture`.
#[test]
#[ignore = "it measures"]
fn times() {
    for (width, height) in [(120, 40), (200, 60)] {
        let mut app = over(many(500), "dark");
        let mut worst = 0;
        let mut all = 0;
        let keys = "pedal crumb august hazel";
        for key in parse(keys).into_iter().flatten() {
            let begun = Instant::now();
            app.press(key);
            draw(&mut app, width, height);
            let took = begun.elapsed().as_micros();
            worst = worst.max(took);
            all += took;
        }
        println!(
            "500 sessions at {width}×{height}: a key to a picture {} µs, at most {worst} µs",
            all / keys.len() as u128
        );
    }
}
