//! A field of one line that text is typed into: cursor, words, paste, accents and wide characters.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use ratatui_textarea::{TextArea, WrapMode};

use super::wrap::{ELLIPSIS, cells, wrap};
use crate::model::text::CleanText;

/// A field of one line.
#[derive(Debug, Clone)]
pub struct TextField {
    area: TextArea<'static>,
    most: usize,
}

impl TextField {
    /// A field with some text in it, the cursor behind it. It takes at most `most` characters.
    pub fn new(text: &str, most: usize) -> Self {
        let mut area = TextArea::new(vec![CleanText::typed(text).as_str().to_owned()]);
        area.move_cursor(ratatui_textarea::CursorMove::End);
        area.set_max_histories(100);
        Self { area, most }
    }

    /// What stands in it.
    pub fn text(&self) -> CleanText {
        CleanText::typed(&self.area.lines().join(" "))
    }

    /// What stands in it, with the space at its end that is still being typed on.
    pub fn draft(&self) -> String {
        self.area.lines().join(" ")
    }

    /// What stands before the cursor.
    pub fn before_cursor(&self) -> String {
        let column = self.area.cursor().1;
        self.draft().chars().take(column).collect()
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.area.lines().iter().all(|line| line.trim().is_empty())
    }

    /// Whether this key belongs to a field that is being typed into, and to nothing else.
    pub fn takes(key: &KeyEvent) -> bool {
        match key.code {
            KeyCode::Char('c' | 'q' | 'z' | 'C' | 'Q' | 'Z') => {
                !key.modifiers.contains(KeyModifiers::CONTROL)
            }
            KeyCode::Char(_)
            | KeyCode::Backspace
            | KeyCode::Delete
            | KeyCode::Left
            | KeyCode::Right
            | KeyCode::Home
            | KeyCode::End => true,
            _ => false,
        }
    }

    /// Takes a key that belongs to it. Says so where the field is full and the character did not fit.
    #[must_use]
    pub fn press(&mut self, key: KeyEvent) -> Option<String> {
        let makes_a_line = key.modifiers.contains(KeyModifiers::CONTROL)
            && matches!(key.code, KeyCode::Char('m' | 'j'));
        let adds = matches!(key.code, KeyCode::Char(_))
            && key.modifiers.difference(KeyModifiers::SHIFT).is_empty();
        if makes_a_line || !Self::takes(&key) {
            return None;
        }
        if adds && self.is_full() {
            return Some(too_long(self.most));
        }
        self.area.input(key);
        None
    }

    /// Takes a paste: a line break in it becomes a space, and it is cut where the field is full. Says so where not
    /// all of it fitted.
    #[must_use]
    pub fn paste(&mut self, text: &str) -> Option<String> {
        let room = self.most.saturating_sub(self.draft().chars().count());
        let text = text.replace("\r\n", "\n");
        let line = text.split(['\r', '\n', '\t']).collect::<Vec<_>>().join(" ");
        let clean = CleanText::from_file(line);
        let fitting: String = clean.as_str().chars().take(room).collect();
        let whole = fitting.len() == clean.as_str().len();
        self.area.insert_str(fitting);
        (!whole).then(|| too_long(self.most))
    }

    /// Empties it.
    pub fn clear(&mut self) {
        *self = Self::new("", self.most);
    }

    fn is_full(&self) -> bool {
        self.draft().chars().count() >= self.most
    }

    /// The rows in which all that stands in it is seen, at most so many; one on a narrow room.
    pub fn rows_for(&self, width: usize, most: u16) -> u16 {
        // The cursor behind the last letter needs a place too.
        let rows = wrap(&format!("{}_", self.draft()), width).len() as u16;
        rows.clamp(1, most.max(1))
    }

    /// The field as it is drawn: `active` shows the cursor.
    pub fn looks(&self, style: Style, active: bool, hint: &str, hint_style: Style) -> DrawnField {
        let mut area = self.area.clone();
        area.set_style(style);
        area.set_cursor_line_style(style);
        area.set_placeholder_text(hint);
        area.set_placeholder_style(hint_style);
        let cursor = if active {
            style.add_modifier(ratatui::style::Modifier::REVERSED)
        } else {
            style
        };
        area.set_cursor_style(cursor);
        DrawnField(area)
    }
}

/// What is said where more was typed than so many characters, so that nobody types on and loses it.
pub fn too_long(most: usize) -> String {
    format!("Only {most} characters fit here.")
}

/// A field, ready to be drawn: a line that moves with the cursor, or broken over its rows where it has several.
pub struct DrawnField(TextArea<'static>);

impl Widget for DrawnField {
    fn render(mut self, area: Rect, buf: &mut Buffer) {
        if area.height > 1 {
            self.0.set_wrap_mode(WrapMode::WordOrGlyph);
        }
        if area.area() == 0 {
            return;
        }
        (&self.0).render(area, buf);
        if area.height == 1 {
            self.sign_what_is_out_of_sight(area, buf);
        }
    }
}

impl DrawnField {
    /// A line that has moved with the cursor begins with a sign for what is out of sight, and one that goes on ends with
    /// one; but for the place of the cursor.
    fn sign_what_is_out_of_sight(&self, row: Rect, buf: &mut Buffer) {
        let text = self.0.lines().join(" ");
        if text.is_empty() || cells(&text) < usize::from(row.width) {
            return;
        }
        let shown = (row.left()..row.right()).filter_map(|x| buf.cell((x, row.y)));
        let shown: String = shown.map(Cell::symbol).collect();
        let shown = shown.trim_end();
        let ends = [
            (row.left(), text.starts_with(shown)),
            (row.right() - 1, text.trim_end().ends_with(shown)),
        ];
        for (x, is_whole) in ends {
            let cell = buf.cell_mut((x, row.y));
            let is_cursor = |cell: &&mut Cell| cell.modifier.contains(Modifier::REVERSED);
            if let Some(cell) = cell.filter(|cell| !is_whole && !is_cursor(cell)) {
                cell.set_symbol(ELLIPSIS);
            }
        }
    }
}
