//! The styles of the pictures, taken from the places of a theme.

use super::theme::Theme;
use super::widgets::chips::ChipsLooks;
use super::widgets::curve::CurveLooks;
use super::widgets::dots::DotsLooks;
use super::widgets::scale::{ScaleLooks, ScaleWord};
use crate::model::exercise::Exercise;

/// How the scale looks.
pub fn scale(theme: &Theme) -> ScaleLooks {
    ScaleLooks {
        up: theme.up_dot.style(),
        down: theme.down_dot.style(),
        axis: theme.axis.style(),
        label: theme.scale_word.style(),
        word: theme.scale_word.style(),
        name: theme.text.style(),
        ghost: theme.ghost.style(),
        median: theme.median.style(),
    }
}

/// How the curve looks.
pub fn curve(theme: &Theme) -> CurveLooks {
    CurveLooks {
        up: theme.up_dot.style(),
        down: theme.down_dot.style(),
        range: theme.range.style(),
        expected: theme.expected.style(),
        zero: theme.axis.style(),
        axis: theme.scale_word.style(),
        name: theme.text.style(),
        ..CurveLooks::default()
    }
}

/// How the words for feelings look.
pub fn chips(theme: &Theme) -> ChipsLooks {
    ChipsLooks {
        up: theme.up.style(),
        down: theme.down.style(),
        plain: theme.feeling.style(),
        picked: theme.feeling_picked.style(),
        cursor: theme.chosen.style(),
        key: theme.foot_key.style(),
    }
}

/// How the dots of the way look.
pub fn dots(theme: &Theme) -> DotsLooks {
    DotsLooks {
        done: theme.done.style(),
        here: theme.here.style(),
        to_do: theme.to_do.style(),
        ..DotsLooks::default()
    }
}

/// The words at the marks of an exercise's scale.
pub fn scale_words(exercise: &Exercise) -> Vec<ScaleWord<'_>> {
    exercise
        .scale
        .iter()
        .map(|mark| ScaleWord {
            at: mark.at,
            words: mark.words.as_str(),
        })
        .collect()
}
