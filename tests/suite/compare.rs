//! Sessions side by side on the screens and as text: every page, its keys, and what must not be seen.

mod honest;

use super::samples::every;
use super::stage::{Stage, moment};
use customer_hat::model::change::Change;
use customer_hat::model::compare::Comparison;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::heading::Heading;
use customer_hat::model::person::{Person, PersonId, Presence};
use customer_hat::model::place::StepNumber;
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{Names, Session, Walk};
use customer_hat::model::step_record::{Answer, Turn};
use customer_hat::model::text::CleanText;
use customer_hat::ui::compare::text;

const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 40)];

fn comparing(sessions: &[Session]) -> Stage {
    let mut stage = Stage::at_home();
    stage.app().compare(sessions);
    stage
}

/// Holds every page at every size; the text alone on all but the first.
fn hold(name: &str, sessions: &[Session]) {
    let mut stage = comparing(sessions);
    let mut pages = Vec::new();
    for page in 1..30 {
        for (width, height) in SIZES {
            let shown = if page == 1 {
                stage.picture(width, height)
            } else {
                stage.text(width, height)
            };
            pages.push(format!("page {page} at {width}×{height}\n{shown}"));
        }
        let before = stage.text(100, 30);
        stage.press_all("<pgdn>");
        if stage.text(100, 30) == before {
            break;
        }
    }
    insta::assert_snapshot!(name, pages.join("\n"));
}

fn rounds() -> Vec<Session> {
    let [_, first, second] = every();
    vec![first, second]
}

/// What five people felt at the five steps of four rounds; the second call divides them.
const LONG_RUN: [[[i64; 5]; 5]; 4] = [
    [
        [-6, -5, -5, -4, -2],
        [-8, -7, 2, 3, 3],
        [4, 5, 5, 6, 7],
        [-9, -8, -7, -6, 2],
        [1, 2, 2, 3, 4],
    ],
    [
        [-4, -3, -2, -1, 1],
        [-8, -7, 1, 7, 8],
        [3, 4, 4, 5, 6],
        [-6, -5, -3, -2, 1],
        [2, 2, 3, 3, 4],
    ],
    [
        [-2, 1, 2, 3, 3],
        [2, 3, 5, 6, 6],
        [1, 1, 2, 2, 3],
        [-3, -1, 1, 2, 2],
        [1, 2, 2, 2, 5],
    ],
    [
        [3, 4, 5, 5, 6],
        [5, 5, 6, 7, 8],
        [-4, -3, -2, 1, 1],
        [2, 3, 4, 5, 5],
        [1, 2, 3, 3, 3],
    ],
];

/// Four rounds, a quarter of a year apart, that hide the names; the last one is not finished either.
fn long_run() -> Vec<Session> {
    let mut rounds: Vec<Session> = Vec::new();
    for steps in &LONG_RUN {
        let round = round("Pedal & Crumb", &rounds, steps);
        rounds.push(round);
    }
    rounds
}

/// A round of a business after these, a quarter of a year apart: what five people felt at the five steps.
fn round(business: &str, before: &[Session], steps: &[[i64; 5]; 5]) -> Session {
    let earlier: Vec<_> = before
        .iter()
        .map(|one| Heading::of(one, "x.ron".into()).earlier())
        .collect();
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let start = moment(before.len() as u32 * 7_900_000);
    let business = CleanText::typed(business);
    let mut session = Session::begin(business, Walk::Team, exercise, &earlier, start);
    let mut make = |change| session.apply(change, start).unwrap();
    let ids = ["Ana", "Ben", "Cho", "Dev", "Eva"].map(|name| PersonId::fresh(name, [].iter()));
    for (id, name) in ids.iter().zip(["Ana", "Ben", "Cho", "Dev", "Eva"]) {
        let (id, name) = (id.clone(), CleanText::typed(name));
        let (role, presence) = (CleanText::default(), Presence::Here);
        make(Change::Join(
            usize::MAX,
            Person {
                id,
                name,
                role,
                presence,
            },
        ));
    }
    make(Change::Names(Names::Hidden));
    for (index, points) in steps.iter().enumerate() {
        let step = StepNumber::from_index(index);
        for (id, points) in ids.iter().zip(points) {
            let rating = Rating::try_from(*points).unwrap();
            let stays = *points > -4;
            let answer = Answer::Rated {
                rating,
                stays,
                at: start,
            };
            make(Change::Answer(step, Turn::First, id.clone(), Some(answer)));
        }
        make(Change::Reveal(step, Turn::First));
    }
    session
}

#[test]
fn two_rounds() {
    hold("then_and_now", &rounds());
}

#[test]
fn a_team_beside_its_owner_alone() {
    let [alone, first, _] = every();
    hold("beside", &[alone, first]);
}

#[test]
fn all_three_samples() {
    hold("three_beside", &every());
}

#[test]
fn a_run_of_four_without_names() {
    hold("run", &long_run());
}

#[test]
fn as_plain_text() {
    let write = |sessions: &[Session]| text::text(&Comparison::of(sessions).unwrap());
    let [alone, first, _] = every();
    let texts = [write(&rounds()), write(&[alone, first]), write(&long_run())];
    for line in texts.iter().flat_map(|text| text.lines()) {
        let wide = unicode_width::UnicodeWidthStr::width(line);
        assert!(wide <= 80, "{wide}: {line}");
    }
    insta::assert_snapshot!("text", texts.join("\n~~~\n\n"));
}

#[test]
fn a_clicker_turns_the_pages_and_digits_jump() {
    let mut stage = comparing(&rounds());
    let at = |stage: &mut Stage, page: &str| {
        let shown = stage.text(80, 24);
        assert!(
            shown.contains(&format!("page {page} of 8")),
            "{page}: {shown}"
        );
    };
    for (keys, page) in [
        ("<left>", "1"),
        ("<enter>", "2"),
        ("<right>", "3"),
        ("<pgdn>", "4"),
        ("<pgup>", "3"),
        ("<left>", "2"),
        ("5", "6"),
        ("1", "2"),
        ("9", "2"),
        ("<end>", "8"),
        ("<enter>", "8"),
        ("<home>", "1"),
    ] {
        stage.press_all(keys);
        at(&mut stage, page);
    }
    stage.press_all("?");
    assert!(stage.shows("the last page"));
    stage.press_all("<esc>");
    at(&mut stage, "1");
    stage.press_all("<esc>");
    assert!(stage.shows("Start with your team"));
}

#[test]
fn what_cannot_be_compared_is_said_and_nothing_opens() {
    let rounds = rounds();
    let mut stage = comparing(&rounds[..1]);
    assert!(stage.shows("It takes two sessions to compare."));
    assert!(stage.shows("Start with your team"));
    stage.app().compare(&[rounds[0].clone(), rounds[0].clone()]);
    assert!(stage.shows("is there twice."));
}

#[test]
fn every_page_draws_at_every_size() {
    for sessions in [rounds(), every().to_vec(), long_run()] {
        for page in [
            "",
            "1",
            "3",
            "5",
            "<end>",
            "<end><left>",
            "<end><left><left>",
        ] {
            let mut stage = comparing(&sessions).keys(page);
            for width in [1, 2, 23, 49, 50, 61, 79, 100, 131, 200, 300] {
                for height in [1, 2, 15, 16, 17, 19, 21, 24, 30, 45, 60, 90] {
                    stage.screen(width, height);
                }
            }
        }
    }
}

#[test]
fn no_step_of_a_curve_is_named_in_plain_letters_on_a_vast_screen() {
    let mut stage = comparing(&rounds());
    for height in [46, 50, 60, 74, 75, 76, 77, 80, 90, 100] {
        let text = stage.text(200, height);
        assert!(!text.contains("leader"), "{text}");
    }
}

#[test]
fn the_names_of_two_rounds_are_whole_where_letters_are_few() {
    let rounds = rounds();
    let text = comparing(&rounds).text(56, 20);
    for title in ["round 1 · 20 August 2026", "round 2 · 19 November 2026"] {
        assert!(text.contains(title), "{text}");
    }
}

#[test]
fn no_answer_stands_large_over_rounds_that_gave_both() {
    let mut stage = comparing(&every());
    stage.press_all(&"<pgdn>".repeat(6));
    let text = stage.text(60, 20);
    assert!(text.contains("expected better"), "{text}");
    assert_eq!(text.matches("builds trust").count(), 1, "{text}");
}
