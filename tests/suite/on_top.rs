//! What lies on top of a screen, and what is picked from at a reveal: the one that the keys mean stands in large letters
//! at every size, and its list stays where it is.

use super::kit::{is_block, large_rows};
use super::stage::Stage;
use super::workshops::with_people;
use customer_hat::model::change::Change;
use customer_hat::model::evidence::NoteKind;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;
use customer_hat::ui::widgets::headline::{Headline, LetterSize};

/// The sizes of a room, and the least that is vast.
const SIZES: [(u16, u16); 5] = [(60, 20), (80, 24), (100, 30), (150, 44), (200, 60)];

fn at_a_step() -> Stage {
    with_people(&["Olive", "Basil"]).keys("<enter><enter><enter>x<enter>x<enter><enter>")
}

fn at_a_reveal() -> Stage {
    at_a_step().keys("<enter>5<enter>y<enter>-8<enter>n<enter><enter><wait>")
}

/// What stands in the box on a screen.
fn in_box(stage: &mut Stage, (width, height): (u16, u16)) -> Vec<String> {
    let text = stage.text(width, height);
    let lines: Vec<Vec<char>> = text.lines().map(|line| line.chars().collect()).collect();
    let top = lines.iter().position(|line| line.contains(&'╭'));
    let top = top.unwrap_or_else(|| panic!("no box:\n{text}"));
    let left = lines[top].iter().position(|sign| *sign == '╭').unwrap();
    let right = lines[top].iter().position(|sign| *sign == '╮').unwrap();
    let inside = lines[top + 1..].iter();
    let inside = inside.take_while(|line| line.get(left) == Some(&'│'));
    inside
        .map(|line| line[left + 1..right].iter().collect())
        .collect()
}

/// The rows of block letters.
fn large(lines: &[String]) -> usize {
    large_rows(lines.iter().map(String::as_str))
}

/// Where the words of the list begin, from top to bottom.
fn rows_of(lines: &[String], words: &str) -> Vec<usize> {
    let rows = lines.iter().enumerate();
    rows.filter(|(_, line)| line.contains(words))
        .map(|(row, _)| row)
        .collect()
}

#[test]
fn what_the_keys_mean_is_large_in_every_box() {
    for keys in [
        "?",
        "?<down><down>",
        "P",
        "PFern",
        "P<up>",
        ",",
        ",<down>",
        "q",
    ] {
        for size in SIZES {
            let lines = in_box(&mut at_a_step().keys(keys), size);
            assert!(
                large(&lines) >= 3,
                "{keys} at {size:?}:\n{}",
                lines.join("\n")
            );
        }
    }
}

#[test]
fn a_list_in_a_box_stays_where_it_is_whatever_is_chosen() {
    for size in &SIZES[1..3] {
        let mut stage = at_a_step().keys(",");
        let before = in_box(&mut stage, *size);
        let at = rows_of(&before, "Clock of a step");
        assert_eq!(at.len(), 1);
        for _ in 0..5 {
            stage.press_all("<down>");
            let after = in_box(&mut stage, *size);
            assert_eq!(rows_of(&after, "Clock of a step"), at, "{size:?}");
        }
    }
}

#[test]
fn help_shows_every_key_and_tells_of_those_that_are_out_of_sight() {
    let mut stage = at_a_step().keys("?");
    let lines = in_box(&mut stage, (60, 20)).join("\n");
    assert!(lines.contains("↓ "), "{lines}");
    assert!(!lines.contains("leave"), "{lines}");
    let mut stage = stage.keys(&"<down>".repeat(30));
    let lines = in_box(&mut stage, (60, 20)).join("\n");
    assert!(lines.contains("↑ ") && !lines.contains("↓ more"), "{lines}");
    assert!(lines.contains("leave"), "{lines}");
}

/// The rows of block letters on a screen at a size, and the rows at which some words stand.
fn seen(stage: &mut Stage, size: (u16, u16), words: &str) -> (Vec<String>, Vec<usize>) {
    let text = stage.text(size.0, size.1);
    let lines: Vec<_> = text.lines().map(str::to_owned).collect();
    let at = rows_of(&lines, words);
    let blocks = lines
        .into_iter()
        .map(|line| line.replace(|sign| !is_block(sign), " "));
    (blocks.filter(|line| !line.trim().is_empty()).collect(), at)
}

#[test]
fn the_word_that_the_keys_mean_is_large_and_the_others_stay_where_they_are() {
    for size in SIZES {
        let (reveal, _) = seen(&mut at_a_reveal(), size, "");
        let mut stage = at_a_reveal().keys("w");
        let (first, at) = seen(&mut stage, size, "▲ hopeful");
        assert!(first.len() >= 3 && first != reveal, "{size:?}");
        let mut stage = stage.keys("<right>");
        let (second, still_at) = seen(&mut stage, size, "▲ hopeful");
        assert_ne!(first, second, "{size:?}");
        assert_eq!(at, still_at, "{size:?}");
    }
}

#[test]
fn a_word_of_their_own_is_large_while_it_is_typed() {
    for size in SIZES {
        let mut stage = at_a_reveal().keys("wa");
        let (empty, _) = seen(&mut stage, size, "");
        let mut stage = stage.keys("seen");
        let (typed, _) = seen(&mut stage, size, "");
        assert!(typed.len() >= 3 && typed != empty, "{size:?}");
    }
}

#[test]
fn the_department_that_is_rated_is_large_with_its_number() {
    let others = "<enter><enter>5<enter>y<enter>5<enter>y<enter><enter><wait>";
    let step = format!("{others}<enter>dtill<enter>workshop<enter><enter><enter>");
    let keys = format!("{step}4<enter>y<enter>5<enter>y<enter><enter><wait>d");
    for size in SIZES {
        let mut stage = at_a_reveal().keys(&keys);
        let (first, _) = seen(&mut stage, size, "");
        let mut stage = stage.keys("-3");
        let (typed, _) = seen(&mut stage, size, "");
        assert_ne!(first, typed, "{size:?}");
        let mut stage = stage.keys("<enter>");
        let (second, _) = seen(&mut stage, size, "");
        assert_ne!(typed, second, "{size:?}");
    }
}

/// Whether words stand on a screen, plain or in the smallest block letters.
fn says(screen: &str, words: &str) -> bool {
    let small = Headline::new(words).at_most(LetterSize::Quarter);
    let rows = small.rows(200, 4);
    screen.contains(words) || rows.iter().all(|row| screen.contains(row.trim_end()))
}

#[test]
fn what_is_known_of_a_step_stands_under_the_curve_of_every_vast_screen() {
    let mut session = samples().swap_remove(0).1;
    let now = session.finished().unwrap();
    session.apply(Change::Go(Place::Journey), now).unwrap();
    let text = text_of(&session).unwrap();
    let step = session.step(StepNumber::try_from(2).unwrap());
    assert!(step.notes.len() > 1);
    for size in [(150, 44), (160, 46), (200, 60), (200, 90)] {
        let screen = Stage::in_session(&text).keys("2").text(size.0, size.1);
        for note in step.notes.iter().take(4) {
            let mark = match note.kind {
                NoteKind::Good => "▲",
                NoteKind::Bad => "▼",
                NoteKind::Fact => "·",
            };
            let first: Vec<_> = note.text.as_str().split(' ').take(2).collect();
            let first = format!("{mark} {}", first.join(" "));
            assert!(says(&screen, &first), "{first:?} at {size:?}\n{screen}");
        }
    }
}

/// The word under the cursor among plain ones.
fn word_at_cursor(stage: &mut Stage, (width, height): (u16, u16)) -> String {
    let text = stage.text(width, height);
    let (_, after) = text.split_once('›').unwrap_or_else(|| panic!("{text}"));
    let signs = ['▲', '▼', '‹', '✓', ' '];
    let word = after.trim_start_matches(signs);
    word.chars()
        .take_while(|sign| !signs[..4].contains(sign))
        .collect::<String>()
        .trim()
        .to_owned()
}

#[test]
fn up_and_down_follow_the_rows_of_words_as_they_are_drawn() {
    for size in &SIZES[..3] {
        let mut stage = at_a_reveal().keys("w<down>");
        let mut seen = vec![word_at_cursor(&mut stage, *size)];
        for _ in 0..6 {
            stage = stage.keys("<down>");
            seen.push(word_at_cursor(&mut stage, *size));
        }
        assert_eq!(seen[5], seen[6], "{size:?}: it stays at the last row");
        assert_ne!(seen[0], seen[1], "{size:?}");
        for _ in 0..6 {
            stage = stage.keys("<up>");
        }
        let back = word_at_cursor(&mut stage, *size);
        let text = stage.text(size.0, size.1);
        let first = text.lines().find(|line| line.contains("understood"));
        assert!(first.unwrap().contains(&back), "{size:?}: {back}");
    }
}

#[test]
fn good_words_and_bad_ones_never_share_a_row() {
    for (width, height) in SIZES {
        let text = at_a_reveal().keys("wagrand<enter>").text(width, height);
        let mixed = text
            .lines()
            .find(|line| line.contains('▲') && line.contains('▼'));
        assert_eq!(mixed, None, "{width}×{height}");
    }
}

#[test]
fn the_foot_says_how_to_be_done_with_the_words() {
    for (width, height) in SIZES {
        let text = at_a_reveal().keys("w").text(width, height);
        assert!(text.contains("Enter done"), "{width}×{height}:\n{text}");
    }
}

#[test]
fn the_letters_of_a_list_of_words_are_all_of_one_size() {
    for size in &SIZES[..3] {
        let rows = |keys: &str| seen(&mut at_a_reveal().keys(keys), *size, "").0.len();
        let first = rows("w");
        for right in 1..14 {
            let other = rows(&format!("w{}", "<right>".repeat(right)));
            assert!(other.abs_diff(first) <= 1, "{size:?}: {first}, {other}");
        }
    }
}

#[test]
fn one_person_at_a_split_is_a_person() {
    let people = with_people(&["Olive", "Basil", "Fern"]);
    let begun = "<enter><enter><enter>x<enter>x<enter>x<enter><enter>";
    let rated = "<enter>5<enter>y<enter>-3<enter>y<enter>-8<enter>y<enter><enter><wait>";
    let text = people.keys(&format!("{begun}{rated}")).text(100, 30);
    assert!(text.contains("▼ 1 person around −8"), "{text}");
    assert!(text.contains("▲ 1 person around +5"), "{text}");
}

#[test]
fn a_department_keeps_its_name_beside_its_number() {
    let others = "<enter><enter>5<enter>y<enter>5<enter>y<enter><enter><wait>";
    let name = "Accounts receivable";
    let step = format!("{others}<enter>d{name}<enter><enter><enter>");
    let keys = format!("{step}4<enter>y<enter>5<enter>y<enter><enter><wait>d");
    for size in &SIZES[..3] {
        // Without the numbers only the name is left at the beginning of the large letters.
        let begins = |keys: &str| {
            let (blocks, _) = seen(&mut at_a_reveal().keys(keys), *size, "");
            let large = blocks.into_iter().rev().take(4);
            large
                .map(|line| line.chars().take(24).collect::<String>())
                .collect::<Vec<_>>()
        };
        let empty = begins(&keys);
        let long: usize = empty.iter().map(|line| line.trim().chars().count()).sum();
        assert!(long > 40, "{size:?}: {empty:?}");
        assert_eq!(begins(&format!("{keys}4<enter>")), empty, "{size:?}");
    }
}
