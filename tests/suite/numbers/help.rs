//! `?` tells in plain words how each number is counted, where the numbers stand.

use super::*;
use customer_hat::model::counting;
use customer_hat::model::session::Company;

fn room() -> Session {
    first(&FIVE[..3], &[&[-4, 3, 6]; 5])
}

/// The help over a screen has these lines in every size, and the keys as well.
fn hold(mut stage: Stage, lines: &[&str]) {
    stage.press_all("?");
    for (width, height) in [(60, 20), (80, 24), (100, 30), (200, 60)] {
        let text = stage.text(width, height);
        for line in lines {
            assert!(text.contains(line), "{line}\n{text}");
        }
        // The keys are what people look for first; on a vast screen they are in block letters.
        assert!(width > 100 || text.contains("Enter"), "{text}");
    }
}

#[test]
fn at_a_reveal_the_journey_and_a_comparison_the_help_tells_how_it_is_counted() {
    let reveal = stage_at(&room(), Place::Reveal(StepNumber::FIRST));
    hold(reveal, &counting::at_a_reveal(Company::Team));
    for (session, company) in [
        (room(), Company::Team),
        (first(&["Ana"], &[[3]; 5]), Company::Solo),
        (first(&["Ana", "Ben"], &[[3, 4]; 5]), Company::Pair),
    ] {
        let journey = stage_at(&session, Place::Journey);
        hold(journey, &counting::of_a_journey(company));
    }
    let then = room();
    let next = begun(("Acme", Walk::Team), &[&then], moment(9), &FIVE[..3]);
    let now = rated(next, &[[1, 2, 3]; 5]);
    let mut compared = Stage::at_home();
    compared.app().compare(&[then, now]);
    hold(compared, &counting::side_by_side(false));
}
