//! Pastes that come without marks: keys behind an Enter, all in one piece. In a field they are text, never commands.

use super::keys::parse;
use super::stage::Stage;
use super::workshops::with_people;
use customer_hat::model::change::Change;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::session::Session;
use customer_hat::store::samples::samples;
use customer_hat::store::session_file::text_of;

fn at(place: Place) -> Stage {
    let mut session = samples().swap_remove(0).1;
    let now = session.finished().unwrap();
    session.apply(Change::Go(place), now).unwrap();
    Stage::in_session(&text_of(&session).unwrap())
}

fn step(number: u8) -> StepNumber {
    StepNumber::try_from(number).unwrap()
}

/// Every field, and a name for it.
fn fields() -> Vec<(&'static str, Stage)> {
    let sessions: Vec<Session> = samples().into_iter().map(|(_, session)| session).collect();
    let library = || Stage::with_sessions(&sessions).keys("<down><down><enter>");
    let rename = "<enter><down><down><down><down><enter>";
    vec![
        ("business", Stage::at_home().keys("t")),
        ("people", with_people(&[])),
        ("people over a screen", at(Place::Journey).keys("P")),
        ("a role", with_people(&[]).keys("Zoe<tab>")),
        ("a name put right", with_people(&["Olive"]).keys("<up>e")),
        ("good note", at(Place::Step(step(1))).keys("+")),
        ("note put right", at(Place::Step(step(1))).keys("<up>e")),
        ("note at a reveal", at(Place::Reveal(step(1))).keys("n")),
        ("departments", at(Place::Step(step(3))).keys("d")),
        ("times a year", at(Place::Step(step(3))).keys("y")),
        ("own word", at(Place::Reveal(step(1))).keys("wa")),
        ("if equal", at(Place::IfEqual)),
        ("keep", at(Place::Keep)),
        ("improvement", at(Place::Improvements).keys("a")),
        ("who", at(Place::Improvements).keys("o")),
        ("next round", at(Place::Close).keys("d")),
        ("what is looked for", library()),
        ("another name", library().keys(rename)),
    ]
}

#[test]
fn keys_behind_an_enter_in_a_field_are_no_commands_in_any_field() {
    for pasted in [
        "aaa<enter>q<enter>",
        "a<enter>q<enter>",
        "<enter>q<enter>",
        "a<enter>S,b.?<enter>hq<enter>",
    ] {
        for (name, mut stage) in fields() {
            let before = stage.has_session().then(|| stage.place());
            stage.press_at_once(pasted);
            let text = stage.text(100, 30);
            assert!(
                !stage.has_quit() && !text.contains("Esc stay"),
                "{name} {pasted}:\n{text}"
            );
            let after = stage.has_session().then(|| stage.place());
            assert_eq!(before, after, "{name}, {pasted}");
            assert!(
                !text.contains("Settings ─") && !text.trim().is_empty(),
                "{name}:\n{text}"
            );
        }
    }
}

#[test]
fn keys_behind_an_enter_that_can_not_be_text_are_refused_with_a_sentence() {
    for (name, mut stage) in fields() {
        stage.press_at_once("aaa<enter><esc>q<f1><c-c>");
        assert!(!stage.has_quit(), "{name}");
        assert!(
            stage.shows("only its text was taken"),
            "{name}:\n{}",
            stage.text(100, 30)
        );
    }
}

#[test]
fn a_line_break_in_a_field_of_one_line_is_a_space() {
    let mut stage = at(Place::Step(step(1))).keys("+");
    stage.press_at_once("the bell<enter>rang<enter>");
    assert!(stage.shows("the bell rang"));
    let stage = stage.keys("<enter>");
    let notes = &stage.session().step(step(1)).notes;
    assert_eq!(notes.last().unwrap().text.as_str(), "the bell rang");
}

fn names(stage: &Stage) -> Vec<&str> {
    stage
        .session()
        .people()
        .iter()
        .map(|one| one.name.as_str())
        .collect()
}

#[test]
fn in_the_list_of_people_each_line_is_somebody() {
    for begun in [with_people(&[]), with_people(&[]).keys("<enter>")] {
        let mut stage = begun;
        stage.press_at_once("Ana<enter>Ben<enter>");
        assert_eq!(names(&stage), ["Ana", "Ben"]);
        stage.press_at_once("Cho (sales)<enter><enter>Dora<enter>Em");
        assert_eq!(names(&stage), ["Ana", "Ben", "Cho", "Dora"]);
        // The last line is still being typed.
        stage.press_all("il<enter>");
        assert_eq!(names(&stage), ["Ana", "Ben", "Cho", "Dora", "Emil"]);
    }
    let mut stage = with_people(&[]);
    stage.press_all("A");
    stage.paste_in("na\r\nBen\r\nCho");
    assert_eq!(names(&stage), ["Ana", "Ben", "Cho"]);
    let mut stage = with_people(&[]).keys("Ana<tab>ba");
    stage.press_at_once("ker<enter>Ben<enter>");
    assert_eq!(names(&stage), ["Ana", "Ben"]);
    assert_eq!(stage.session().people()[0].role.as_str(), "baker");
    let mut stage = at(Place::Journey).keys("P");
    let before = names(&stage).len();
    stage.press_at_once("Fay<enter>Gil<enter>");
    assert_eq!(names(&stage)[before..], ["Fay", "Gil"]);
}

#[test]
fn in_the_list_of_departments_each_line_is_one() {
    let mut stage = at(Place::Step(step(3))).keys("d");
    let of = |stage: &Stage| {
        let all = stage.session().step(step(3)).departments.clone();
        all.into_iter()
            .map(|one| one.name.to_string())
            .collect::<Vec<_>>()
    };
    let before = of(&stage).len();
    stage.press_at_once("till<enter>workshop<enter>");
    stage.paste_in("post\noffice");
    assert_eq!(of(&stage)[before..], ["till", "workshop", "post", "office"]);
}

#[test]
fn who_types_fast_key_by_key_loses_none() {
    let mut stage = with_people(&[]);
    for key in parse("Ana<enter>Ben<enter>Cho<enter>")
        .into_iter()
        .flatten()
    {
        stage.press_together(&[key]);
    }
    assert_eq!(names(&stage), ["Ana", "Ben", "Cho"]);
    let mut stage = at(Place::Step(step(1)));
    let before = stage.session().step(step(1)).notes.len();
    for key in parse("+one<enter>-two<enter>").into_iter().flatten() {
        stage.press_together(&[key]);
    }
    assert_eq!(stage.session().step(step(1)).notes.len(), before + 2);
}

#[test]
fn an_enter_with_nothing_behind_it_is_an_enter() {
    let mut stage = at(Place::Step(step(1)));
    let before = stage.session().step(step(1)).notes.len();
    stage.press_at_once("+one<enter>");
    assert_eq!(stage.session().step(step(1)).notes.len(), before + 1);
    let mut stage = with_people(&[]);
    // Pressed twice, it adds and does not go on: nobody has seen yet who was added.
    stage.press_at_once("Ana<enter><enter>");
    assert_eq!(names(&stage), ["Ana"]);
    assert_eq!(stage.place(), Place::People);
}

#[test]
fn a_number_and_its_enter_on_a_ballot_are_one_answer() {
    let mut stage = with_people(&["Olive", "Basil"])
        .keys("<enter><enter><enter>x<enter>x<enter><enter><enter>");
    stage.press_at_once("7<enter>y<enter>");
    assert_eq!(stage.session().step(step(1)).ratings.len(), 1);
}

#[test]
fn nobody_leaves_by_a_question_that_was_not_seen() {
    for mut stage in [
        Stage::at_home(),
        at(Place::Journey),
        at(Place::Step(step(1))),
    ] {
        stage.press_at_once("q<enter>");
        assert!(!stage.has_quit() && stage.shows("Esc stay"));
        stage.press_at_once("<enter>");
        assert!(stage.has_quit());
    }
}

#[test]
fn a_paste_that_finds_no_field_is_refused_with_a_sentence() {
    let in_session = [
        Place::Journey,
        Place::Choices,
        Place::VerdictReveal,
        Place::Commodity,
    ]
    .map(at);
    let over = ["?", ",", "q"].map(|keys| at(Place::Journey).keys(keys));
    let others = [Stage::at_home(), Stage::at_home().keys(",")];
    for mut stage in in_session.into_iter().chain(over).chain(others) {
        stage.paste_in("aaa\nq\n");
        assert!(
            stage.shows("the paste was left out"),
            "{}",
            stage.text(100, 30)
        );
        assert!(!stage.has_quit());
    }
}
