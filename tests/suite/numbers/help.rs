//! `?` tells in plain words how each number is counted, where the numbers stand.

use super::*;
use customer_hat::model::counting;
use customer_hat::model::session::Company;

fn room() -> Session {
    first(&FIVE[..3], &[&[-4, 3, 6]; 5])
}

#[test]
fn at_a_reveal_the_journey_and_a_comparison_the_help_tells_how_it_is_counted() {
    let reveal = Place::Reveal(StepNumber::FIRST);
    let then = room();
    let next = begun(("Acme", Walk::Team), &[&then], moment(9), &FIVE[..3]);
    let now = rated(next, &[&[1, 2, 3]; 5]);
    let mut compared = Stage::at_home();
    compared.app().compare(&[then, now]);
    for (mut stage, lines) in [
        (
            Box::new(stage_at(&room(), reveal)),
            counting::at_a_reveal(Company::Team),
        ),
        (
            Box::new(stage_at(&room(), Place::Journey)),
            counting::of_a_journey(Company::Team),
        ),
        (
            Box::new(stage_at(&first(&["Ana"], &[&[3]; 5]), Place::Journey)),
            counting::of_a_journey(Company::Solo),
        ),
        (
            Box::new(stage_at(
                &first(&["Ana", "Ben"], &[&[3, 4]; 5]),
                Place::Journey,
            )),
            counting::of_a_journey(Company::Pair),
        ),
        (Box::new(compared), counting::side_by_side(false)),
    ] {
        stage.press_all("?");
        for (width, height) in [(60, 20), (80, 24), (100, 30), (200, 60)] {
            let text = stage.text(width, height);
            for line in &lines {
                assert!(text.contains(line), "{line}\n{text}");
            }
            // The keys are what people look for first; on a vast screen they are in block letters.
            assert!(width > 100 || text.contains("Enter"), "{text}");
        }
    }
}
