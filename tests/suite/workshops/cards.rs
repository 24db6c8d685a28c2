//! Cards up at its edges: nobody here, names without block letters, the terminal's own large letters.

use super::super::stage::Stage;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::text::CleanText;
use customer_hat::ui::big_text::scale_of;
use ratatui::buffer::Cell;

const SIZES: [(u16, u16); 6] = [
    (50, 16),
    (60, 20),
    (80, 24),
    (100, 30),
    (150, 40),
    (200, 60),
];

/// A team of these people from Home on: all guesses are passed, and the first step's cards are up.
fn at_the_cards(home: Stage, names: &[&str]) -> Stage {
    let join = names.join("<enter>") + "<enter>";
    home.keys(&format!(
        "tAcme<enter>{join}<enter><down><space><enter><enter>"
    ))
    .keys(&"x".repeat(names.len()))
    .keys("<enter><enter>")
}

fn cards_up(names: &[&str]) -> Stage {
    at_the_cards(Stage::at_home(), names)
}

#[test]
fn a_room_that_everybody_left_has_an_empty_table_until_somebody_is_back() {
    for question in ["How did they make me feel?", "顧客満足はどうでしたか"] {
        let mut exercise = Exercise::built_in("role-reversal").unwrap();
        exercise.question = CleanText::typed(question);
        let stage = at_the_cards(Stage::asking(exercise), &["Ana", "Ben"]);
        let mut stage = stage.keys("P<up><up><space><down><space><esc>");
        assert_eq!(stage.session().here().count(), 0);
        for (width, height) in SIZES {
            let text = stage.text(width, height);
            assert!(!text.contains("Ana"), "{text}");
        }
        let stage = stage.keys("-4<up><down><tab>x<enter><enter>P<up><space><esc>");
        assert_eq!(stage.session().here().count(), 1);
        let mut stage = stage.keys("-4");
        assert!(stage.text(80, 24).contains('█'));
    }
}

#[test]
fn what_is_typed_is_seen_whatever_script_the_names_are_in() {
    let family = ["李", "王", "张", "刘", "陈", "杨"];
    let own = ["伟小龙明", "芳小龙明", "娜小龙明"];
    let names: Vec<_> = family
        .iter()
        .flat_map(|family| own.map(|own| format!("{family}{own}")))
        .collect();
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    for many in [2, 8, 16, 17, 18] {
        let mut four = cards_up(&names[..many]).keys("-4");
        let mut five = cards_up(&names[..many]).keys("-5");
        for (width, height) in SIZES {
            let text = four.text(width, height);
            let other = five.text(width, height);
            assert_ne!(text, other, "{many} at {width}×{height}");
        }
    }
}

#[test]
fn no_answer_covers_a_name_in_the_terminals_own_letters() {
    // Narrow in blocks, and as wide as any in the terminal's own.
    let names = ["Lillilillil", "Tillilillil", "Illililli"];
    let mut stage = cards_up(&names).with_large_letters().keys("-4n7y-1");
    for (width, height) in SIZES {
        let picture = stage.screen(width, height);
        let row = |y| {
            let cells = (0..width).map(|x| &picture[(x, y)]);
            let large = cells.filter(|cell| scale_of(cell).is_some());
            large.map(Cell::symbol).collect::<String>()
        };
        let of_names = |row: &String| row.starts_with(['L', 'T', 'I']);
        for row in (0..height).map(row).filter(of_names) {
            // A short form says itself that it is one.
            let whole = names.iter().any(|name| row.contains(name));
            assert!(
                whole || row.contains('…'),
                "{row}: {}",
                stage.text(width, height)
            );
        }
    }
}

#[test]
fn a_number_that_is_none_is_refused_with_a_sentence() {
    const SENTENCE: &str = "That is no rating.";
    for keys in [
        "55",
        "-11",
        "555",
        "=",
        "0<enter>",
        "55<f5>",
        "-<left><enter>",
    ] {
        let mut stage = cards_up(&["Ana", "Ben"]).keys(keys);
        assert!(stage.shows(SENTENCE), "{keys}");
    }
    let mut stage = cards_up(&["Ana", "Ben"]).keys("10y");
    assert!(!stage.shows(SENTENCE));
    assert_eq!(stage.session().here().count(), 2);
}

#[test]
fn the_foot_tells_the_one_thing_that_enter_does() {
    let foot = |stage: &mut Stage| {
        let text = stage.text(200, 60);
        text.lines().last().unwrap_or_default().to_owned()
    };
    let mut stage = cards_up(&["Ana", "Ben"]).keys("3y-4n");
    assert!(foot(&mut stage).contains("Enter reveal"));
    assert_eq!(foot(&mut stage).matches("Enter").count(), 1);
    let mut stage = stage.keys("<up>5");
    assert!(
        !foot(&mut stage).contains("Enter reveal"),
        "it is not kept yet"
    );
    let mut stage = stage.keys("<enter>");
    assert!(foot(&mut stage).contains("Enter reveal"));
}

#[test]
fn a_row_that_was_changed_is_not_revealed_as_it_was_before() {
    let all_in = || cards_up(&["Ana", "Ben", "Cho"]).keys("8y6y7y");
    let place = all_in().place();
    // Left with an arrow: Enter goes back to it, and keeps it.
    let stage = all_in().keys("<up><up>-5<down><enter>");
    assert_eq!(stage.place(), place, "it is not revealed yet");
    let mut stage = stage.keys("<enter><enter><wait>");
    assert_ne!(stage.place(), place);
    assert!(stage.shows("from −5 to +7"));
}

#[test]
fn a_pass_that_becomes_a_number_is_asked_on_and_counts() {
    let stage = cards_up(&["Ana", "Ben"]).keys("8yx");
    let place = stage.place();
    let mut stage = stage.keys("10<enter>");
    assert_eq!(stage.place(), place);
    assert!(stage.shows("Would you still go on?"));
    let mut stage = stage.keys("<enter>");
    assert!(stage.shows("y for yes, n for no"));
    // A digit puts the number right.
    let mut stage = stage.keys("9y<enter><wait>");
    assert_ne!(stage.place(), place);
    assert!(stage.shows("+9"));
}
