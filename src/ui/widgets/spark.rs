//! A journey in one row of text, for lists: low bars are down, high bars are up.

use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use crate::model::heading::InShort;
use crate::model::rating::Rating;

/// What stands where a step has no middle.
const APART: &str = "↕";

/// The styles of a journey in one row.
#[derive(Debug, Clone, Copy)]
pub struct SparkLooks {
    /// Points up.
    pub up: Style,
    /// Points down.
    pub down: Style,
    /// A step without a rating.
    pub missing: Style,
}

impl Default for SparkLooks {
    fn default() -> Self {
        Self {
            up: Style::new().add_modifier(Modifier::BOLD),
            down: Style::new(),
            missing: Style::new(),
        }
    }
}

/// One character a step: the lower four bars are down, the upper four are up, `·` has no rating.
pub fn spark(values: &[Option<Rating>]) -> String {
    values.iter().map(|value| bar(*value)).collect()
}

/// As [`spark`], in the styles of up and down.
pub fn spark_line(values: &[Option<Rating>], looks: &SparkLooks) -> Line<'static> {
    let span = |value: &Option<Rating>| {
        let style = match value {
            Some(rating) if rating.is_up() => looks.up,
            Some(_) => looks.down,
            None => looks.missing,
        };
        Span::styled(bar(*value).to_string(), style)
    };
    values.iter().map(span).collect()
}

/// A journey in which two camps, or two people, have no middle: `↕` stands for those.
pub fn journey_line(steps: &[InShort], looks: &SparkLooks, apart: Style) -> Line<'static> {
    let span = |step: &InShort| match step {
        InShort::Nothing => Span::styled(bar(None).to_string(), looks.missing),
        InShort::Rated(rating) if rating.is_up() => {
            Span::styled(bar(Some(*rating)).to_string(), looks.up)
        }
        InShort::Rated(rating) => Span::styled(bar(Some(*rating)).to_string(), looks.down),
        InShort::Apart(..) => Span::styled(APART, apart),
    };
    steps.iter().map(span).collect()
}

/// The same without styles.
pub fn journey_text(steps: &[InShort]) -> String {
    journey_line(steps, &SparkLooks::default(), Style::new()).to_string()
}

fn bar(value: Option<Rating>) -> char {
    const DOWN: [char; 4] = ['▁', '▂', '▃', '▄'];
    const UP: [char; 4] = ['▅', '▆', '▇', '█'];
    let Some(points) = value.map(Rating::points) else {
        return '·';
    };
    // Ten points over four bars: 1..=2, 3..=5, 6..=8, 9..=10.
    let strength = match points.unsigned_abs() {
        ..=2 => 0,
        3..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };
    if points > 0 {
        UP[strength]
    } else {
        DOWN[3 - strength]
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_rating_down_is_never_as_high_as_one_up() {
        let all: Vec<_> = Rating::all().map(Some).collect();
        assert_eq!(spark(&all), "▁▁▂▂▂▃▃▃▄▄▅▅▆▆▆▇▇▇██");
    }

    #[test]
    fn a_step_without_a_rating_is_a_dot() {
        let low = Rating::try_from(-10).unwrap();
        assert_eq!(spark(&[Some(low), None]), "▁·");
    }
}
