//! What the curve takes: the steps of a journey and the styles.

use ratatui::style::{Modifier, Style};

use crate::model::rating::Rating;

/// What the room felt at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Felt {
    /// Nobody has rated it: the curve has a gap.
    Nothing,
    /// The middle of the room.
    One(Rating),
    /// Two camps, the lower and the upper: two dots, and no middle between them.
    Split(Rating, Rating),
}

/// A step of the journey.
#[derive(Debug, Clone, Copy)]
pub struct CurveStep<'a> {
    /// A short name, at most nine characters.
    pub name: &'a str,
    /// What was felt.
    pub felt: Felt,
    /// The lowest and the highest rating; leave it out for one person.
    pub range: Option<(Rating, Rating)>,
    /// What was expected.
    pub expected: Option<Rating>,
}

/// The styles of the curve.
#[derive(Debug, Clone, Copy)]
pub struct CurveLooks {
    /// Points up: the line, its dots, their numbers.
    pub up: Style,
    /// Points down.
    pub down: Style,
    /// The bar from the lowest to the highest.
    pub range: Style,
    /// What was expected.
    pub expected: Style,
    /// The line between up and down.
    pub zero: Style,
    /// The numbers at the left.
    pub axis: Style,
    /// The names of the steps.
    pub name: Style,
    /// Added to the best and the worst number.
    pub mark: Style,
    /// Added to the name of the step that is looked at.
    pub selected: Style,
}

impl Default for CurveLooks {
    fn default() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        Self {
            up: bold,
            down: bold,
            range: Style::new(),
            expected: Style::new(),
            zero: Style::new(),
            axis: Style::new(),
            name: bold,
            mark: reversed,
            selected: reversed,
        }
    }
}

impl CurveStep<'_> {
    /// The middle, where there is one.
    pub fn middle(&self) -> Option<Rating> {
        match self.felt {
            Felt::One(rating) => Some(rating),
            Felt::Nothing | Felt::Split(..) => None,
        }
    }

    /// Every dot it has, the lower first.
    pub fn dots(&self) -> Vec<Rating> {
        match self.felt {
            Felt::Nothing => vec![],
            Felt::One(rating) => vec![rating],
            Felt::Split(low, high) => vec![low, high],
        }
    }
}

/// The steps that follow each other with a value, as runs of (step, value).
pub fn runs<'s>(
    steps: &'s [CurveStep<'s>],
    value: impl Fn(&'s CurveStep<'s>) -> Option<Rating>,
) -> Vec<Vec<(usize, Rating)>> {
    let mut runs = vec![vec![]];
    for (at, step) in steps.iter().enumerate() {
        match (value(step), runs.last_mut()) {
            (Some(rating), Some(run)) => run.push((at, rating)),
            _ => runs.push(vec![]),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}
