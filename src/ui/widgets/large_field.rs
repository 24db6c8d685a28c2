//! A text field in small block letters, for a vast screen; it stays plain where its text does not fit so.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;

use super::field::TextField;
use super::headline::Headline;
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
    has_cursor: bool,
    /// Whether it is empty and shows its hint.
    is_hint: bool,
}

impl LargeField {
    /// The field in a style; while it is empty it shows a hint in a style of its own.
    pub fn of(field: &TextField, hint: &str, (style, hint_style): (Style, Style)) -> Self {
        if field.draft().is_empty() {
            return Self {
                text: hint.to_owned(),
                before: String::new(),
                style: hint_style,
                has_cursor: true,
                is_hint: true,
            };
        }
        Self {
            text: field.draft(),
            before: field.before_cursor(),
            style,
            has_cursor: true,
            is_hint: false,
        }
    }

    /// With its cursor, or without it where the keys go elsewhere.
    pub fn with_cursor(self, has_cursor: bool) -> Self {
        Self { has_cursor, ..self }
    }

    /// Whether all of it, and the cursor behind it, stands on one line of large letters in a width.
    pub fn fits(&self, width: u16) -> bool {
        let Some(room) = width.checked_sub(SPACE * 2) else {
            return false;
        };
        let is_blank = self.text.trim().is_empty();
        is_blank || self.words(&self.text).is_large(room, LINE)
    }

    /// The rows it takes over at most so many lines; none where it does not fit on them.
    pub fn rows_for(&self, width: u16, most: usize) -> Option<u16> {
        let lines = self.lines(width).filter(|lines| lines.len() <= most)?;
        Some(lines.len() as u16 * (LINE + 1) - 1)
    }

    /// Where its lines begin and end: as many words on each as stand there, so that what is typed moves nothing over it.
    fn lines(&self, width: u16) -> Option<Vec<Range<usize>>> {
        let room = width.checked_sub(SPACE * 2)?;
        let fits = |line: Range<usize>| self.words(&self.text[line]).is_large(room, LINE);
        let (mut lines, mut start) = (Vec::new(), 0);
        let mut at = 0;
        for word in self.text.split_inclusive(' ') {
            let (begins, end) = (at, at + word.len());
            at = end;
            if word.trim().is_empty() || fits(start..end) {
                continue;
            }
            if begins == start || !fits(begins..end) {
                return None;
            }
            lines.push(start..begins);
            start = begins;
        }
        lines.push(start..self.text.len());
        Some(lines)
    }

    fn words<'t>(&self, text: &'t str) -> Headline<'t> {
        Headline::small(text).style(self.style)
    }

    /// The column of the cursor in a line that begins here.
    fn cursor(&self, start: usize, width: u16) -> u16 {
        let before = &self.before[start.min(self.before.len())..];
        let words = before.trim_end();
        let spaces = (before.len() - words.len()) as u16;
        let columns = if words.trim().is_empty() {
            0
        } else {
            self.words(words).extent(width, LINE).0 + 1
        };
        columns + spaces * SPACE
    }
}

impl Widget for &LargeField {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let whole = 0..self.text.len();
        let lines = self.lines(area.width).unwrap_or(vec![whole]);
        let with_cursor = lines
            .iter()
            .rposition(|line| line.start <= self.before.len())
            .filter(|_| self.has_cursor);
        let mut room = area;
        for (index, line) in lines.into_iter().enumerate() {
            room.height = LINE.min(area.bottom().saturating_sub(room.y));
            let start = line.start;
            // The cursor of an empty field stands before its hint, not on it.
            let before = if self.is_hint { SPACE } else { 0 };
            let words = Rect {
                x: room.x + before.min(room.width),
                width: room.width.saturating_sub(before),
                ..room
            };
            self.words(&self.text[line]).render(words, buf);
            if with_cursor == Some(index) {
                let cursor = Rect {
                    x: area.x.saturating_add(self.cursor(start, area.width)),
                    width: 1,
                    ..room
                };
                let look = Style::new().add_modifier(Modifier::REVERSED);
                buf.set_style(cursor.intersection(area), look);
            }
            room.y += LINE + 1;
        }
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
        assert_eq!(field("").cursor(0, 80), 0);
        assert!(field("Pedal").cursor(0, 80) > field("Peda").cursor(0, 80));
        let mut spaced = TextField::new("Pedal", 60);
        assert_eq!(spaced.press(KeyCode::Char(' ').into()), None);
        let spaced = LargeField::of(&spaced, "", (Style::new(), Style::new()));
        assert_eq!(spaced.cursor(0, 80), field("Pedal").cursor(0, 80) + SPACE);
        assert!(field("Pedal").fits(40));
        assert!(!field("Pedal").fits(12), "it would be longer than its room");
        assert_eq!(field("Pedal").rows_for(40, 2), Some(4));
        assert_eq!(field("Pedal & Crumb").rows_for(40, 2), Some(9));
        assert_eq!(field("Pedal & Crumb").rows_for(40, 1), None);
        assert_eq!(field("Pedal").rows_for(12, 2), None);
    }
}
