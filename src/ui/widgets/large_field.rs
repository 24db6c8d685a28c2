//! A text field in small block letters, for a vast screen; it stays plain where its text does not fit on one line so.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::field::TextField;
use super::headline::{Headline, LetterSize};
use super::large_rows::LINE;

/// The columns of a space.
const SPACE: u16 = 3;

/// A field that takes the keys, as it stands now.
#[derive(Debug, Clone)]
pub struct LargeField {
    text: String,
    /// What stands before the cursor.
    before: String,
    style: Style,
}

impl LargeField {
    /// The field in a style; while it is empty it shows a hint in a style of its own.
    pub fn of(field: &TextField, hint: &str, (style, hint_style): (Style, Style)) -> Self {
        if field.draft().is_empty() {
            return Self {
                text: hint.to_owned(),
                before: String::new(),
                style: hint_style,
            };
        }
        Self {
            text: field.draft(),
            before: field.before_cursor(),
            style,
        }
    }

    /// Whether all of it, and the cursor behind it, stands on one line of large letters in a width.
    pub fn fits(&self, width: u16) -> bool {
        let Some(room) = width.checked_sub(SPACE * 2) else {
            return false;
        };
        let is_blank = self.text.trim().is_empty();
        is_blank || self.words(&self.text).is_large(room, LINE)
    }

    fn words<'t>(&self, text: &'t str) -> Headline<'t> {
        Headline::new(text)
            .style(self.style)
            .at_most(LetterSize::Quarter)
    }

    /// The column of the cursor.
    fn cursor(&self, width: u16) -> u16 {
        let words = self.before.trim_end();
        let spaces = (self.before.len() - words.len()) as u16;
        let columns = if words.is_empty() {
            0
        } else {
            self.words(words).extent(width, LINE).0 + 1
        };
        columns + spaces * SPACE
    }
}

impl Widget for &LargeField {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.words(&self.text).render(area, buf);
        let cursor = Rect {
            x: area.x.saturating_add(self.cursor(area.width)),
            width: 1,
            ..area
        };
        let look = Style::new().add_modifier(Modifier::REVERSED);
        buf.set_style(cursor.intersection(area), look);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyCode;

    #[test]
    fn the_cursor_stands_behind_what_is_typed() {
        let field = |text| {
            LargeField::of(
                &TextField::new(text, 60),
                "its name",
                (Style::new(), Style::new()),
            )
        };
        assert_eq!(field("").cursor(80), 0);
        assert!(field("Pedal").cursor(80) > field("Peda").cursor(80));
        let mut spaced = TextField::new("Pedal", 60);
        spaced.press(KeyCode::Char(' ').into());
        let spaced = LargeField::of(&spaced, "", (Style::new(), Style::new()));
        assert_eq!(spaced.cursor(80), field("Pedal").cursor(80) + SPACE);
        assert!(field("Pedal").fits(40));
        assert!(!field("Pedal").fits(12), "it would be longer than its room");
    }
}
