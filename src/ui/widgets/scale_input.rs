//! The scale that is moved with the arrows, for the open ballot. Never for a sealed one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::Widget;

use super::headline::Headline;
use super::pen::{Pen, start_around};
use super::scale::{ScaleLooks, ScaleWord};
use super::scale_axis::{Axis, Places};
use super::scale_lettering::Lettering;
use super::shape::Shape;
use super::wrap::{cells, shorten};
use crate::model::rating::Rating;

/// A cursor on the scale: the value large over it, and a bar from the middle to it.
#[derive(Debug, Clone)]
pub struct ScaleInput<'a> {
    value: Option<Rating>,
    words: &'a [ScaleWord<'a>],
    looks: ScaleLooks,
}

impl<'a> ScaleInput<'a> {
    /// A scale at a value, or waiting for the first key.
    pub fn new(value: Option<Rating>) -> Self {
        Self {
            value,
            words: &[],
            looks: ScaleLooks::default(),
        }
    }

    /// With words under marks.
    pub fn words(mut self, words: &'a [ScaleWord<'a>]) -> Self {
        self.words = words;
        self
    }

    /// With these styles.
    pub fn looks(mut self, looks: ScaleLooks) -> Self {
        self.looks = looks;
        self
    }

    fn draw_value(&self, value: Rating, places: Places, rows: i32, pen: &mut Pen<'_>) {
        let style = self.looks.of(value).add_modifier(Modifier::BOLD);
        let text = value.to_string();
        let most = rows.min((rows / 2).max(10)).max(0);
        let number = Headline::new(&text).rows(pen.width() as u16, most as u16);
        let width = number.iter().map(|row| cells(row)).max().unwrap_or(0) as i32;
        let start = start_around(places.x(value), width, pen.width());
        let top = rows - number.len() as i32;
        for (dy, row) in number.iter().enumerate() {
            pen.put(start, top + dy as i32, row, style);
        }
        if number.len() > 1 {
            let y = top + number.len() as i32 / 2;
            if value != Rating::LOWEST {
                pen.put(start - 3, y, "◀", self.looks.label);
            }
            if value != Rating::HIGHEST {
                pen.put(start + width + 2, y, "▶", self.looks.label);
            }
        }
    }

    /// A bar from the middle to the value, with the value's shape at its end.
    fn draw_bar(&self, value: Rating, places: Places, y: i32, thick: i32, pen: &mut Pen<'_>) {
        let style = self.looks.of(value);
        let (end, middle) = (places.x(value), places.middle());
        let columns = if value.is_up() {
            middle + 1..=end
        } else {
            end..=middle - 1
        };
        for row in y - thick + 1..=y {
            for x in columns.clone() {
                let part = if thick == 1 { "▄" } else { "█" };
                pen.put(x, row, part, style);
            }
        }
        if thick == 1 {
            pen.put(end, y, Shape::of(value).symbol(), style);
        }
    }
}

impl Widget for &ScaleInput<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let mut pen = Pen::new(area, buf);
        let height = pen.height();
        let Some(places) = Places::fit(pen.width()) else {
            let text = self
                .value
                .map_or_else(|| "◀ ▶".to_owned(), |v| v.to_string());
            let text = shorten(&text, pen.width() as usize);
            pen.put(0, 0, &text, self.looks.label.add_modifier(Modifier::BOLD));
            return;
        };
        let axis = Axis {
            places,
            words: self.words,
            range: None,
            median: self.value,
            lettering: Lettering::Plain,
            looks: &self.looks,
        };
        // The number over the line comes before the words under it.
        let above = if self.value.is_some() { 8 } else { 3 };
        let word_rows = axis.word_rows(pen.width(), height - above);
        let line = (height - 2 - word_rows).max(0);
        let thick = match line {
            i32::MIN..=14 => 1,
            15..=30 => 2,
            _ => 4,
        };
        axis.draw_line(line, &mut pen);
        axis.draw_numbers(line + 1, &[], &mut pen);
        axis.draw_words(line + 2, word_rows, &mut pen);
        let over = line - thick - i32::from(line > 8);
        if let Some(value) = self.value {
            self.draw_bar(value, places, line - 1, thick, &mut pen);
            self.draw_value(value, places, over, &mut pen);
        } else {
            let style = self.looks.label.add_modifier(Modifier::BOLD);
            pen.put_around(places.middle(), line - 1, "◀  ▶", style);
        }
    }
}
