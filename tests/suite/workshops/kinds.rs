//! The other ways to hold a workshop: cards up, an open scale, two people, a team of one.

use super::ledger::ledger;
use super::{rated, sealed, with_people};
use customer_hat::model::place::Place;

/// From the verdicts to the last page, and closed.
const SHORT_END: &str = "<enter><enter><enter><enter>Smile<enter>Ana<enter><enter><enter><enter>";

#[test]
fn five_people_hold_up_cards_and_one_types_the_row() {
    let mut stage = with_people(&["Ana", "Ben", "Cho", "Dev", "Eva"])
        .keys("<enter><down><space><enter><enter>")
        // A row for each, and Cho passes.
        .keys("6<enter>7<enter>8<enter>5<enter>9<enter>")
        .keys("1<enter>2<enter>3<enter>4<enter>5<enter>")
        .keys("x")
        .keys("-1<enter>-2<enter>-3<enter>-4<enter>-5<enter>")
        .keys("10<enter>10<enter>10<enter>10<enter>10<enter>")
        .keys("<enter>");
    for step in ["-2", "4", "-8", "3"] {
        stage.press_all(&format!(
            "<enter>{step}<enter>n5<enter>yx6<enter>y-10<enter>n<enter><wait><enter>"
        ));
    }
    // At the last one the row is put right before it is revealed.
    let stage = stage
        .keys("<enter>1<enter>y2<enter>y3<enter>y4<enter>y5<enter>y")
        .keys("<up><up><up><up>-<enter>")
        // A sign alone is no number: nothing is revealed for it.
        .keys("-1<enter><enter><wait>")
        .keys("<enter><enter>+-+-+<enter>")
        .keys(SHORT_END);
    assert!(!stage.has_session());
    assert_eq!(
        ledger(&stage.file(1)),
        "\
Acme round 1 Team CardsUp Shown
people: Ana, Ben, Cho, Dev, Eva
guess ana: 6 7 8 5 9
guess ben: 1 2 3 4 5
guess cho: x
guess dev: -1 -2 -3 -4 -5
guess eva: 10 10 10 10 10
1 rated of 5: ana -2 n, ben 5 y, cho x, dev 6 y, eva -10 n
2 rated of 5: ana 4 n, ben 5 y, cho x, dev 6 y, eva -10 n
3 rated of 5: ana -8 n, ben 5 y, cho x, dev 6 y, eva -10 n
4 rated of 5: ana 3 n, ben 5 y, cho x, dev 6 y, eva -10 n
5 rated of 5: ana -1 y, ben 2 y, cho 3 y, dev 4 y, eva 5 y
verdicts shown: ana +, ben -, cho +, dev -, eva +
mend* Smile | step 4 | Ana | no date
finished
"
    );
}

#[test]
fn three_people_move_one_scale_that_all_see() {
    let guess = "<right><enter><left><enter><end><enter><home><enter>3<enter>";
    let rating = "<left><left><enter>n<enter>x7<enter>y<enter>";
    let mut stage = with_people(&["Ana", "Ben", "Cho"])
        .keys("<enter><down><down><tab><down><enter><enter>")
        .keys(&format!("{guess}x{guess}<enter>"));
    for _ in 0..5 {
        stage.press_all(&format!("<enter>{rating}<enter><wait><enter>"));
    }
    let stage = stage
        .keys("<enter>+<enter>-<enter>-<enter><enter>")
        .keys(SHORT_END);
    assert_eq!(
        ledger(&stage.file(1)),
        "\
Acme round 1 Team Open Hidden
people: Ana, Ben, Cho
guess ana: 1 -1 10 -10 3
guess ben: x
guess cho: 1 -1 10 -10 3
1 rated of 3: ana -2 n, ben x, cho 7 y
2 rated of 3: ana -2 n, ben x, cho 7 y
3 rated of 3: ana -2 n, ben x, cho 7 y
4 rated of 3: ana -2 n, ben x, cho 7 y
5 rated of 3: ana -2 n, ben x, cho 7 y
verdicts shown: ana +, ben -, cho -
mend* Smile | the whole way | Ana | no date
finished
"
    );
}

#[test]
fn two_people_walk_as_a_pair_and_see_both_values() {
    let mut stage =
        with_people(&["Ana", "Ben"]).keys("<enter><enter><enter>x<enter>x<enter><enter>");
    stage.press_all(&format!("<enter>{}<enter><wait>", sealed(&["-7 n", "4 y"])));
    // On a larger screen their names are block letters.
    let text = stage.text(80, 24);
    assert!(text.contains("Ana") && text.contains("Ben"), "{text}");
    assert!(!stage.shows("median") && !stage.shows("middle of the room"));
    let mut stage = stage.keys("<enter>");
    for _ in 0..4 {
        stage.press_all(&rated(&["3 y", "-1 y"]));
    }
    let stage = stage
        .keys("<enter>+<enter><enter>-<enter><enter>")
        .keys(SHORT_END);
    assert_eq!(
        ledger(&stage.file(1)),
        "\
Acme round 1 Team PassTheKeyboard Shown
people: Ana, Ben
guess ana: x
guess ben: x
1 rated of 2: ana -7 n, ben 4 y
2 rated of 2: ana 3 y, ben -1 y
3 rated of 2: ana 3 y, ben -1 y
4 rated of 2: ana 3 y, ben -1 y
5 rated of 2: ana 3 y, ben -1 y
verdicts shown: ana +, ben -
mend* Smile | step 1 | Ana | no date
finished
"
    );
}

#[test]
fn somebody_who_is_skipped_is_asked_at_the_end() {
    let stage = with_people(&["Ana", "Ben", "Cho"])
        .keys("<enter><enter><enter>x<enter>x<enter>x<enter><enter><enter>")
        // Ana is on the phone: the keyboard goes to Ben first.
        .keys("<tab>5<enter>y<enter>")
        .keys("6<enter>y<enter>")
        .keys("-7<enter>n<enter>");
    assert!(ledger(stage.session()).contains("1 rated sealed: ana -7 n, ben 5 y, cho 6 y"));
    let stage = stage.keys("<enter><wait>");
    assert!(matches!(stage.place(), Place::Reveal(_)));
}

#[test]
fn a_team_of_which_one_came_is_not_told_to_look_away() {
    let mut stage = with_people(&["Ana"]).keys("<enter><enter>");
    assert!(!stage.shows("others"));
    let mut stage = stage.keys("x<enter><enter><enter>");
    assert!(!stage.shows("others"), "{}", stage.text(80, 24));
}

#[test]
fn a_row_of_cards_is_large_from_its_first_sign_on_and_the_table_under_it_stays() {
    let people = ["Olive", "Basil", "Fern", "Sage", "Hazel", "Rowan"];
    for size in [(60, 20), (80, 24), (100, 30)] {
        let mut stage = with_people(&people)
            .keys("<enter><down><space><enter><enter>")
            .keys(&"x".repeat(6))
            .keys("<enter><enter>");
        let at = |text: &str| {
            let lines = text.lines().enumerate();
            let before = |line: &str| Some(line[..line.find("Rowan")?].chars().count());
            let lines = lines.filter_map(|(y, line)| Some((y, before(line)?)));
            lines.last().unwrap()
        };
        let before = stage.text(size.0, size.1);
        assert!(
            !before.contains("How did they make me feel?"),
            "it is large"
        );
        let place = at(&before);
        for key in [
            "-", "1", "0", "n", "4", "<enter>", "y", "x", "7", "y", "<up>", "<down>",
        ] {
            stage.press_all(key);
            let text = stage.text(size.0, size.1);
            let asked = ["How did they make me feel?", "Would you still go on?"];
            assert!(asked.iter().any(|words| text.contains(words)), "{text}");
            let blocks = text.chars().filter(|sign| "█▀▄▌▐▛▜▙▟".contains(*sign));
            assert!(blocks.count() >= usize::from(size.0) / 4, "{key}: {text}");
            assert_eq!(at(&text), place, "{key}: {text}");
        }
    }
}

#[test]
fn a_full_room_that_holds_up_cards_has_everybody_under_the_row_that_is_typed() {
    let names: Vec<_> = ('A'..='T').map(|letter| format!("{letter}nna")).collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    for size in [(60, 20), (80, 24), (100, 30)] {
        let mut stage = with_people(&names)
            .keys("<enter><down><space><enter><enter>")
            .keys(&"x".repeat(20))
            .keys("<enter><enter>-4n7y");
        let text = stage.text(size.0, size.1);
        for name in &names {
            assert!(text.contains(name), "{size:?} {name}: {text}");
        }
    }
}
