//! The facilitator's notes: what stands there at each place, what never does, and how a file is followed.

mod follow;
#[cfg(unix)]
mod side_by_side;

use super::kit::rows_text;
use super::stage::{Stage, moment, session_in};
use super::workshops::{rated, sealed, with_people};
use customer_hat::model::change::Change;
use customer_hat::model::place::Place;
use customer_hat::model::promise::Outcome;
use customer_hat::model::session::{Earlier, Session};
use customer_hat::store::follow::Sight;
use customer_hat::ui::notes::Notebook;
use customer_hat::ui::theme::Theme;
use customer_hat::ui::widgets::headline::{Headline, LetterSize};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;

/// Up to where a window becomes vast, and words stand in block letters.
const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (100, 30), (149, 60)];
const VAST: (u16, u16) = (200, 60);

fn book(session: &Session, seconds: u32) -> Notebook {
    let mut book = Notebook::new(Theme::built_in("dark").unwrap(), moment(seconds));
    book.see(Sight::Session(Box::new(session.clone())));
    book
}

fn picture(book: &Notebook, (width, height): (u16, u16)) -> Buffer {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    book.draw(area, &mut buf);
    buf
}

fn text(book: &Notebook, size: (u16, u16)) -> String {
    rows_text(&picture(book, size))
}

/// The text of the notes to where a stage stands, at each size.
fn notes(stage: &Stage) -> Vec<String> {
    let book = book(stage.session(), 0);
    let sizes = SIZES.into_iter().chain([VAST]);
    sizes.map(|size| text(&book, size)).collect()
}

fn holds(stage: &Stage, words: &[&str]) {
    for picture in notes(stage).into_iter().take(SIZES.len()) {
        let flat = picture.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in words {
            assert!(flat.contains(words), "{words} is missing:\n{picture}");
        }
    }
}

/// Four people at the first step.
fn at_the_first_step() -> Stage {
    with_people(&["Ana", "Ben", "Cho", "Dev"])
        .keys("<enter><enter><enter>x<enter>x<enter>x<enter>x<enter><enter>")
}

/// The same room at the reveal of its first step.
fn revealed(ratings: [&str; 4]) -> Stage {
    let keys = format!("<enter>{}<enter><wait>", sealed(&ratings));
    at_the_first_step().keys(&keys)
}

#[test]
fn the_notes_say_what_to_say_and_what_comes_next_at_every_place() {
    let mut stage = with_people(&["Ana", "Ben"]);
    holds(&stage, &["First names are enough", "how ratings are taken"]);
    stage.press_all("<enter>");
    holds(&stage, &["each in secret", "the welcome"]);
    stage.press_all("<enter>");
    holds(&stage, &["Good to have you here.", "everyone's guess"]);
    stage.press_all("<enter>");
    holds(
        &stage,
        &["Your guess stays sealed", "Ana, Ben", "step 1, Visit"],
    );
    stage.press_all("x<enter>x<enter><enter>");
    holds(&stage, &["Start from a search", "everyone rates it"]);
    for _ in 1..=5 {
        stage.press_all(&rated(&["-7 n", "-6 n"]));
    }
    holds(&stage, &["Look at it for a moment", "the verdict"]);
    stage.press_all("<enter>");
    holds(
        &stage,
        &["Take the journey as one", "Ana, Ben", "all verdicts"],
    );
    stage.press_all("-<enter>-<enter><enter>");
    holds(&stage, &["all of you say so", "Why do they choose"]);
    stage.press_all("<enter>");
    holds(&stage, &["four things left to choose by"]);
    stage.press_all("<enter>");
    holds(&stage, &["Put it in a customer's words"]);
    stage.press_all("bread<enter>");
    holds(&stage, &["tell a friend about, for good or ill"]);
    stage.press_all("smell<enter>");
    holds(&stage, &["Start at the worst moment", "on one page"]);
}

#[test]
fn in_a_vast_window_it_stands_in_large_letters() {
    let stage = at_the_first_step().keys("<enter>");
    let picture = text(&book(stage.session(), 0), VAST);
    for words in ["Ana, Ben, Cho, Dev", "Next: all ratings at once"] {
        let large = Headline::new(words).at_most(LetterSize::Quarter);
        for row in large.rows(VAST.0, 4) {
            assert!(picture.contains(row.trim()), "{words}:\n{picture}");
        }
    }
    assert!(!picture.contains("there is no zero"), "{picture}");
    // A name without block letters keeps all of it plain, so that one reads on from word to word.
    let stage = with_people(&["顧客", "Ben", "Cho"]).keys("<enter><enter><enter>");
    let picture = text(&book(stage.session(), 0), VAST);
    assert!(picture.contains("Your guess stays sealed"), "{picture}");
}

#[test]
fn who_is_missing_is_named_until_all_are_in() {
    let mut stage = at_the_first_step().keys("<enter>");
    holds(
        &stage,
        &["Still to answer Ana, Ben, Cho, Dev", "there is no zero"],
    );
    stage.press_all("-7<enter>n<enter>x<enter>");
    holds(&stage, &["Still to answer Cho, Dev"]);
    stage.press_all("-7<enter>n<enter>x<enter>");
    holds(&stage, &["Everyone is in.", "all ratings at once"]);
}

#[test]
fn the_prompts_fit_the_shape_of_the_result() {
    for (ratings, prompt) in [
        (["7 y", "8 y", "9 y", "6 y"], "luck today?"),
        (["-7 n", "-8 n", "-9 n", "-6 n"], "Name the very moment."),
        (["1 y", "2 y", "-1 n", "1 y"], "one point better?"),
        (["-9 n", "9 y", "-8 n", "8 y"], "Both sides are right."),
        (["-3 n", "1 y", "5 y", "4 y"], "weighed most"),
        (
            ["8 y", "9 y", "8 y", "-2 n"],
            "another experience in the room",
        ),
        (["x", "x", "x", "x"], "Nobody gave a rating."),
    ] {
        holds(&revealed(ratings), &[prompt, "step 2, Call"]);
    }
}

#[test]
fn sealed_answers_leave_no_mark_on_the_notes() {
    let rooms = [["-10 n", "-1 n", "x", "-3 n"], ["+9 y", "x", "2 y", "10 y"]];
    let guesses = [
        "-9<enter>-9<enter>-9<enter>-9<enter>-9<enter><enter>",
        "x<enter>",
    ];
    let seen = |room: [&str; 4], guess: &str| {
        let mut pictures = Vec::new();
        let mut look = |stage: &Stage| pictures.extend(notes(stage));
        let mut stage = with_people(&["Ana", "Ben", "Cho", "Dev"]).keys("<enter><enter><enter>");
        for _ in 0..4 {
            stage.press_all(guess);
            look(&stage);
        }
        stage.press_all("<enter>");
        look(&stage);
        stage.press_all("<enter>");
        for rating in room {
            stage.press_all(&sealed(&[rating]));
            look(&stage);
        }
        // From the step, to which they go back before the reveal, nothing is to be seen either.
        stage.press_all("<pgup>");
        look(&stage);
        pictures
    };
    assert_eq!(seen(rooms[0], guesses[0]), seen(rooms[1], guesses[1]));
}

#[test]
fn second_ratings_and_verdicts_stay_sealed_on_the_notes() {
    let seen = |again: [&str; 4], verdicts: &str| {
        let mut pictures = Vec::new();
        let mut stage = revealed(["-9 n", "9 y", "-8 n", "8 y"]).keys("r");
        for rating in again {
            stage.press_all(&sealed(&[rating]));
            pictures.extend(notes(&stage));
        }
        // Back at the reveal of the first ratings, the prompts are still those of the first.
        stage.press_all("<pgup>");
        pictures.extend(notes(&stage));
        let mut stage = at_the_first_step();
        for _ in 1..=5 {
            stage.press_all(&rated(&["1 y", "x", "x", "x"]));
        }
        stage.press_all("<enter>");
        for verdict in verdicts.chars() {
            stage.press_all(&format!("{verdict}<enter>"));
            pictures.extend(notes(&stage));
        }
        pictures
    };
    let low = seen(["-9 n", "-9 n", "-9 n", "-9 n"], "----");
    assert_eq!(low, seen(["9 y", "8 y", "7 y", "9 y"], "++++"));
}

#[test]
fn the_clock_tells_by_words_when_a_fifth_and_a_twentieth_are_left() {
    let stage = at_the_first_step();
    let session = stage.session();
    let begun = session.place_since().unwrap().seconds_since(moment(0)) as u32;
    // The timebox of the first step is eight minutes.
    for (seconds, words) in [
        (0, "left of 8 minutes"),
        (383, "left of 8 minutes"),
        (384, "come to an end"),
        (456, "time is up in a moment"),
        (480, "time is up in a moment"),
        (481, "over the 8 minutes"),
    ] {
        let picture = text(&book(session, begun + seconds), (80, 24));
        assert!(picture.contains(words), "{seconds}\n{picture}");
    }
    assert_eq!(book(session, begun).wakes_in(250), Some(750));
}

#[test]
fn a_pause_does_not_count_for_the_clock() {
    let stage = at_the_first_step().tick(60).keys("<c-c>");
    let left = stage.kept();
    assert_eq!(left.place_since(), None);
    let later = text(&book(&left, 90_000), (80, 24));
    assert_eq!(later, text(&book(&left, 60), (80, 24)), "it stands");
    assert_eq!(book(&left, 90_000).wakes_in(0), None);
    let stage = stage.tick(100_000).resume();
    let on = stage.kept();
    let since = on.place_since().unwrap();
    assert!(since >= moment(100_000));
    assert_eq!(on.seconds_at(1.try_into().unwrap(), since), 60);
}

#[test]
fn nothing_runs_and_nothing_wakes_but_for_the_clock_of_a_step() {
    let stage = with_people(&["Ana", "Ben"]);
    assert_eq!(book(stage.session(), 0).wakes_in(0), None);
    let mut book = Notebook::new(Theme::built_in("dark").unwrap(), moment(0));
    assert_eq!(book.wakes_in(0), None);
    assert!(text(&book, (60, 20)).contains("No session runs."));
    book.see(Sight::Nothing);
    assert!(text(&book, (60, 20)).contains("No session runs."));
}

#[test]
fn a_damaged_file_is_told_and_the_last_picture_stays() {
    let stage = at_the_first_step();
    let mut book = book(stage.session(), 0);
    let good = text(&book, (80, 24));
    book.see(Sight::Damaged("acme.ron:4:2: damaged".to_owned()));
    let told = text(&book, (80, 24));
    assert!(told.contains("acme.ron:4:2: damaged") && told.contains("You have a problem to solve"));
    book.see(Sight::Session(Box::new(stage.session().clone())));
    assert_eq!(text(&book, (80, 24)), good);
}

/// The second round at a place, unfinished, with nothing marked yet, on the day of its meeting.
fn second_round_at(place: Place) -> Session {
    let second = include_str!("../../sessions/2026-11-19-pedal-crumb-round-2.ron");
    let mut session = session_in(second);
    let promises = 0..session.promises().len();
    let unmarked = promises.map(|index| Change::Promise(index, None));
    for change in unmarked.chain([Change::Finished(None), Change::Go(place)]) {
        session.apply(change, moment(0)).unwrap();
    }
    session
}

#[test]
fn what_is_overdue_is_told_before_it_is_asked_about_and_what_is_marked_no_more() {
    for place in [Place::People, Place::Choices, Place::Promises] {
        let book = book(&second_round_at(place), 0);
        for size in SIZES {
            let picture = text(&book, size);
            let flat = picture.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(flat.contains("sorry to hear that"), "{picture}");
            assert!(flat.contains("overdue since 10 September"), "{picture}");
            assert!(!flat.contains("more in a larger window"), "{picture}");
        }
    }
    let mut session = second_round_at(Place::Improvements);
    for (index, outcome) in [Outcome::Kept, Outcome::NotKept, Outcome::StillOpen]
        .into_iter()
        .enumerate()
    {
        let mark = Change::Promise(index, Some(outcome));
        session.apply(mark, moment(0)).unwrap();
    }
    let picture = text(&book(&session, 0), (100, 30));
    assert!(picture.contains("Still open from before"), "{picture}");
    assert_eq!(picture.matches("overdue").count(), 2, "{picture}");
    assert!(!picture.contains("four rings"), "{picture}");
}

#[test]
fn of_many_promises_the_notes_tell_a_few_and_how_many_more() {
    let mut first = second_round_at(Place::Improvements);
    let many = vec![first.improvements()[0].clone(); 30];
    first.apply(Change::Improvements(many), moment(0)).unwrap();
    let earlier = Earlier {
        business: first.business().clone(),
        walk: first.walk(),
        round: first.round(),
        promised: first.promised_for_next(),
    };
    let (business, exercise) = (first.business().clone(), first.exercise().clone());
    let mut third = Session::begin(business, first.walk(), exercise, &[earlier], moment(0));
    for change in [
        Change::Join(0, first.people()[0].clone()),
        Change::Go(Place::Promises),
    ] {
        third.apply(change, moment(0)).unwrap();
    }
    assert!(text(&book(&third, 0), (80, 24)).contains("and 29 more"));
}

#[test]
fn every_place_fits_every_size_and_any_size_draws() {
    let names: Vec<String> = (1..=20).map(|n| format!("Participant {n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let keys = "x<enter>".repeat(20);
    let stage = with_people(&names).keys(&format!("<enter><enter><enter>{keys}<enter><enter>"));
    holds(
        &stage,
        &["Participant 1,", "Participant 20", "all ratings at once"],
    );
    for stop in stage.stops() {
        let book = book(&session_in(stop), 0);
        for size in SIZES {
            let picture = text(&book, size);
            assert!(!picture.contains("… more"), "{size:?}\n{picture}");
        }
        for (width, height) in [(1, 1), (50, 16), (3, 40), (120, 17)] {
            picture(&book, (width, height));
        }
    }
}

#[test]
fn q_and_ctrl_c_leave_and_help_lists_the_keys() {
    let stage = at_the_first_step();
    let mut book = book(stage.session(), 0);
    assert!(!book.press(KeyEvent::from(KeyCode::Char('?'))));
    assert!(text(&book, (80, 24)).contains("Every key here"));
    assert!(!book.press(KeyEvent::from(KeyCode::Esc)));
    assert!(!text(&book, (80, 24)).contains("Every key here"));
    assert!(!book.press(KeyEvent::from(KeyCode::Enter)));
    assert!(book.press(KeyEvent::from(KeyCode::Char('q'))));
}

#[test]
fn on_one_screen_a_key_shows_the_notes_and_any_key_puts_them_away() {
    let mut stage = at_the_first_step();
    assert!(!stage.shows("Start from a search"));
    stage.press_all("<f2>");
    assert!(stage.shows("Start from a search") && stage.shows("everyone rates it"));
    stage.press_all("<esc>");
    assert!(!stage.shows("Start from a search"));
}

#[test]
fn notes_over_a_half_typed_rating_show_nothing_of_it() {
    let seen = |typed: &str| {
        let mut stage = at_the_first_step().keys(&format!("<enter>{typed}<f2>"));
        let over = stage.screen(80, 24);
        stage.press_all("<f2>");
        (over, stage.screen(80, 24))
    };
    assert_eq!(seen("-10"), seen("4"));
    assert_eq!(seen("-10<enter>"), seen("4<enter>"));
}
