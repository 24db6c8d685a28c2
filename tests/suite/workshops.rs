//! Whole workshops, played by keys from Home to the last page, and what their files hold afterwards.

mod again;
mod alone;
mod cards;
mod drafts;
mod kinds;
mod ledger;
mod monkey;
mod movement;
mod names;
mod promises;
mod six;

use super::stage::Stage;
pub use ledger::ledger;
pub use six::WHOLE;

/// A team's session with these people, at the place where they are asked for.
pub fn with_people(names: &[&str]) -> Stage {
    let mut stage = Stage::at_home().keys("tAcme<enter>");
    for name in names {
        stage.press_all(&format!("{name}<enter>"));
    }
    stage
}

/// Sealed ratings, each sealed by its own: `"-7 n"`, `"4 y"`, or `"x"` for a pass.
pub fn sealed(ratings: &[&str]) -> String {
    ratings
        .iter()
        .map(|rating| match rating.split_once(' ') {
            Some((points, stays)) => format!("{points}<enter>{stays}<enter>"),
            None => "x<enter>".to_owned(),
        })
        .collect()
}

/// From the step to its reveal and on to the next: everybody rates as told.
pub fn rated(ratings: &[&str]) -> String {
    format!("<enter>{}<enter><wait><enter>", sealed(ratings))
}
