//! What every form of the scale takes: its words and its styles.

use ratatui::style::{Modifier, Style};

use crate::model::rating::Rating;

/// A word or two under a mark of the scale.
#[derive(Debug, Clone, Copy)]
pub struct ScaleWord<'a> {
    /// Where it stands.
    pub at: Rating,
    /// What it means, in at most three words.
    pub words: &'a str,
}

/// The styles of the scale.
#[derive(Debug, Clone, Copy)]
pub struct ScaleLooks {
    /// A dot, a number, a part of the range that is up.
    pub up: Style,
    /// The same, down.
    pub down: Style,
    /// The line and its ticks.
    pub axis: Style,
    /// Numbers where nobody stands.
    pub label: Style,
    /// Words under the marks.
    pub word: Style,
    /// Names of people.
    pub name: Style,
    /// A first rating that was changed.
    pub ghost: Style,
    /// Added to the number in the middle of the room, or under the cursor.
    pub median: Style,
}

impl Default for ScaleLooks {
    fn default() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self {
            up: bold,
            down: bold,
            axis: Style::new(),
            label: Style::new(),
            word: Style::new(),
            name: Style::new(),
            ghost: Style::new(),
            median: Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
        }
    }
}

impl ScaleLooks {
    /// The style of a rating's side.
    pub fn of(&self, rating: Rating) -> Style {
        if rating.is_up() { self.up } else { self.down }
    }
}
