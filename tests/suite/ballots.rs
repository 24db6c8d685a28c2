//! Ballots seal what was meant: arbitrary keys are sealed as they read, or refused in a sentence; none is dropped in
//! silence. The table of signs stands here once more, apart from the program's own.

mod ways;

use super::stage::Stage;
use super::workshops::{ledger, with_people};
use customer_hat::model::place::Place;
use customer_hat::store::session_file::text_of;
use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::sync::OnceLock;

/// At the first rating of two, whose guesses were passed.
fn at_a_rating() -> Stage {
    static TEXT: OnceLock<String> = OnceLock::new();
    let played = || {
        let guesses = with_people(&["Ana", "Ben"]).keys("<enter><enter><enter>");
        text_of(guesses.keys("x<enter>x<enter><enter><enter>").session()).unwrap()
    };
    Stage::in_session(TEXT.get_or_init(played))
}

/// What a string of keys reads as: a sign, digits. None where it is anything else.
fn as_read(keys: &[KeyEvent]) -> Option<i64> {
    let mut read = String::new();
    for key in keys {
        let is_plain = key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
        match key.code {
            KeyCode::Backspace => read.clear(),
            KeyCode::Char('h') if key.modifiers == KeyModifiers::CONTROL => read.clear(),
            KeyCode::Char(c) if is_plain => read.push(c),
            // A clicker's keys do no harm where nothing stands.
            KeyCode::Esc | KeyCode::F(5) if read.is_empty() => {}
            _ => read.push('?'),
        }
    }
    number_in(&read)
}

/// The rating that signs and digits read as: one sign of the table at most, then digits, 1 to 10.
pub fn number_in(read: &str) -> Option<i64> {
    let digits = read.trim_start_matches(|c| "-−‐‑‒–—﹣－ー+＋".contains(c));
    let signs = read.chars().count() - digits.chars().count();
    let value = digits.chars().try_fold(0_i64, |value, c| {
        let at = "0123456789０１２３４５６７８９"
            .chars()
            .position(|one| one == c)?;
        Some((value * 10 + at as i64 % 10).min(1000))
    })?;
    let value = if read.starts_with(['+', '＋']) || signs == 0 {
        value
    } else {
        -value
    };
    (signs <= 1 && (1..=10).contains(&value.abs())).then_some(value)
}

/// Keys that reach a ballot: none that opens something, goes somewhere, passes or undoes.
fn key() -> impl Strategy<Value = KeyEvent> {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    let of_char = move |c| plain(KeyCode::Char(c));
    let codes = [
        KeyCode::Esc,
        KeyCode::F(5),
        KeyCode::F(12),
        KeyCode::Up,
        KeyCode::Down,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Home,
        KeyCode::End,
        KeyCode::Delete,
        KeyCode::Insert,
        KeyCode::Null,
        KeyCode::Menu,
    ];
    prop_oneof![
        6 => "[-+0-9]".prop_map(move |text| of_char(text.chars().next().unwrap())),
        2 => "[−‐‑‒–—﹣－ー＋０-９]".prop_map(move |text| of_char(text.chars().next().unwrap())),
        1 => "[_=à!\"é*/<> \u{301}\u{200b}٣⁷²①yn]".prop_map(move |text| of_char(text.chars().next().unwrap())),
        1 => any::<char>()
            .prop_filter("it opens, undoes or blanks", |c| !"xXuUqQbBpPsS?,.".contains(*c))
            .prop_map(of_char),
        1 => proptest::sample::select(codes.to_vec()).prop_map(plain),
        1 => "[0-9a-bd-yé]".prop_map(|text| {
            let c = text.chars().next().unwrap();
            // Ctrl-Q leaves, as it does from any field.
            let with = if c == 'q' { KeyModifiers::ALT } else { KeyModifiers::CONTROL };
            KeyEvent::new(KeyCode::Char(c), with)
        }),
        1 => "[0-9-]".prop_map(|text| {
            KeyEvent::new(KeyCode::Char(text.chars().next().unwrap()), KeyModifiers::ALT)
        }),
        1 => Just(plain(KeyCode::Backspace)),
    ]
}

fn press_each(stage: &mut Stage, keys: &[KeyEvent]) {
    for key in keys {
        stage.app().press(*key);
    }
}

/// What is sealed for Ana at the first step.
fn sealed_for_ana(stage: &Stage) -> Option<i64> {
    let session = stage.session();
    let Place::Rating(step) = session.place() else {
        panic!("it left the ballot for {:?}", session.place());
    };
    let ana = session.people()[0].id.clone();
    let answer = session.step(step).ratings.get(&ana)?;
    Some(answer.rating()?.points().into())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_typed_is_sealed_as_it_reads_or_refused(
        keys in proptest::collection::vec(key(), 0..7),
    ) {
        let mut stage = at_a_rating();
        press_each(&mut stage, &keys);
        stage.press_all("<enter>");
        let expected = as_read(&keys);
        prop_assert_eq!(stage.shows("That is no rating."), expected.is_none());
        prop_assert_eq!(stage.shows("y for yes, n for no"), expected.is_some());
        stage.press_all("y<enter>");
        if expected.is_some() {
            prop_assert_eq!(sealed_for_ana(&stage), expected);
        } else {
            prop_assert_eq!(sealed_for_ana(&stage), None);
            // After a refusal the entry is open again.
            let mut again = at_a_rating();
            press_each(&mut again, &keys);
            again.press_all("<enter>-3<enter>y<enter>");
            prop_assert_eq!(sealed_for_ana(&again), Some(-3));
        }
    }

    #[test]
    fn whatever_is_typed_where_enter_would_seal_is_told_first(
        keys in proptest::collection::vec(key(), 1..5),
    ) {
        let harmless = |key: &KeyEvent| {
            // They start again, or say how it is sealed.
            matches!(key.code, KeyCode::Backspace | KeyCode::Char('n' | 'N' | 'y' | 'Y' | 'h'))
        };
        prop_assume!(!keys.iter().any(harmless));
        let mut stage = at_a_rating().keys("7<enter>y");
        press_each(&mut stage, &keys);
        stage.press_all("<enter>");
        prop_assert_eq!(sealed_for_ana(&stage), None);
        prop_assert!(stage.shows("Not sealed: another key came."));
        stage.press_all("<enter>");
        prop_assert_eq!(sealed_for_ana(&stage), Some(7));
    }
}

#[test]
fn the_entries_that_were_once_sealed_as_something_else_are_read_or_refused() {
    for (keys, expected) in [
        ("–7", Some(-7)),
        ("－7", Some(-7)),
        ("1à", None),
        ("-<c-h>7", Some(7)),
        ("-3<bs>7", Some(7)),
        ("Om7", None),
        ("7x", None),
        ("=7", None),
        ("_7", None),
        ("-00000011", None),
        ("00000000010", Some(10)),
        ("１０", Some(10)),
    ] {
        let mut stage = at_a_rating().keys(&format!("{keys}<enter>"));
        assert_eq!(
            stage.shows("That is no rating."),
            expected.is_none(),
            "{keys}"
        );
        let stage = stage.keys("y<enter>");
        assert_eq!(sealed_for_ana(&stage), expected, "{keys}");
    }
}

#[test]
fn a_paste_on_a_ballot_is_no_answer_and_is_refused_at_enter() {
    let mut stage = at_a_rating().paste("7").keys("<enter>");
    assert!(stage.shows("That is no rating."));
    let stage = stage.keys("7").paste("").keys("<enter>y<enter>");
    assert_eq!(sealed_for_ana(&stage), None);
}

#[test]
fn a_key_that_is_neither_yes_nor_no_is_told_and_answers_nothing() {
    for key in ["7", "-", "é", "<up>", "<f9>", "="] {
        let mut stage = at_a_rating().keys(&format!("7<enter>{key}"));
        assert!(stage.shows("Neither y nor n."), "{key}");
        let mut stage = stage.keys("y");
        assert!(stage.shows("Neither y nor n."), "{key}");
        let mut stage = stage.keys("<enter>");
        assert!(stage.shows("y for yes, n for no."), "{key}");
        let stage = stage.keys("Y<enter>");
        assert_eq!(sealed_for_ana(&stage), Some(7), "{key}");
    }
}

#[test]
fn a_key_that_is_no_verdict_is_told_and_gives_none() {
    for key in ["7", "=", "_", "x", "é", "<left>"] {
        let mut stage = at_the_verdict().keys(key);
        assert!(stage.shows("Neither + nor −."), "{key}");
        let stage = stage.keys("+<enter>");
        assert!(stage.session().verdicts().is_empty(), "{key}");
        let stage = stage.keys("—<enter>");
        assert!(ledger(stage.session()).contains("ana -"), "{key}");
    }
}

/// At the verdict of two.
fn at_the_verdict() -> Stage {
    let mut stage = at_a_rating();
    for step in 1..=5 {
        stage.press_all("3<enter>y<enter>4<enter>y<enter><enter><wait><enter>");
        if step < 5 {
            stage.press_all("<enter>");
        }
    }
    stage.press_all("<enter>");
    assert_eq!(stage.place(), Place::Verdict);
    stage
}

/// Whether an open mask stands on the screen.
fn is_open(stage: &mut Stage) -> bool {
    stage.text(80, 24).contains("________")
}

#[test]
fn an_entry_is_seen_to_be_open_or_closed_and_nothing_else() {
    let mut stage = at_a_rating();
    assert!(is_open(&mut stage));
    for key in ["7", "<bs>", "-", "<c-h>", "é", "<bs>", "<up>", "u"] {
        stage.press_all(key);
        assert_eq!(
            is_open(&mut stage),
            matches!(key, "<bs>" | "<c-h>" | "u"),
            "{key}"
        );
    }
    let mut guesses = with_people(&["Ana", "Ben"]).keys("<enter><enter><enter>");
    let masks = |stage: &mut Stage| stage.text(80, 24).matches("________").count();
    for (keys, open) in [
        ("", 5),
        ("3", 4),
        ("<enter>", 4),
        ("-", 3),
        ("<enter>", 4),
        ("<bs>", 5),
    ] {
        guesses.press_all(keys);
        assert_eq!(masks(&mut guesses), open, "after {keys}");
    }
    let mut passed = guesses.keys("x");
    assert_eq!(masks(&mut passed), 0);
    assert!(passed.shows("You pass all 5 guesses. Enter seals it."));
    assert!(
        passed.session().predictions().is_empty(),
        "it is sealed at Enter"
    );
    let passed = passed.keys("<enter>");
    assert_eq!(passed.session().predictions().len(), 1);
}

#[test]
fn a_pass_says_that_it_is_one() {
    let mut stage = at_a_rating().keys("x");
    assert!(stage.shows("You pass. Enter seals it."));
    let mut again = stage.keys("<bs>5<enter>y<enter>5<enter>y<enter><enter><wait>rX");
    assert!(again.shows("Your first one stays. Enter seals it."));
}

#[test]
fn a_slip_that_is_left_with_something_typed_is_told() {
    for keys in ["7<tab>", "7<enter><tab>", "é<tab>", "7<pgup>"] {
        let mut stage = at_a_rating().keys(keys);
        assert!(stage.shows("The slip of Ana was not sealed"), "{keys}");
    }
    assert!(!at_a_rating().keys("<tab>").shows("was not sealed"));
    let mut last = at_a_rating().keys("5<enter>y<enter><tab>");
    assert!(last.shows("Nobody else is missing."));
}

#[test]
fn two_questions_are_announced_and_the_ballot_and_the_reveal_name_their_step() {
    for (width, height) in [(60, 20), (80, 24), (100, 30), (200, 60)] {
        let mut stage = at_a_rating();
        let text = stage.text(width, height);
        assert!(text.contains("website"), "{text}");
        if height < 60 {
            assert!(text.contains("1 of 2"), "{text}");
        }
        stage.press_all("7<enter>");
        let text = stage.text(width, height);
        assert!(height == 60 || text.contains("2 of 2"), "{text}");
        stage.press_all("y<enter>5<enter>n<enter><enter><wait>");
        let text = stage.text(width, height);
        assert!(text.contains("website"), "{text}");
        stage.press_all("r");
        assert!(stage.text(width, height).contains("website"));
    }
    assert!(
        at_a_rating()
            .text(80, 24)
            .contains("Then: Would you still go on?")
    );
}

#[test]
fn help_says_what_backspace_does() {
    for (keys, does) in [
        ("", "clear what is typed"),
        ("7", "clear it"),
        ("7<enter>", "start again"),
        ("7<enter>y", "start again"),
    ] {
        let mut stage = at_a_rating().keys(&format!("{keys}?"));
        let all: String = (0..40)
            .map(|_| {
                stage.press_all("<down>");
                stage.text(100, 40)
            })
            .collect();
        assert!(all.contains(does), "{keys}: {does}");
    }
}
