//! The scale for one person or two: every value large, and nothing made of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::Widget;

use super::headline::{Headline, of_blocks};
use super::pen::{Pen, start_around};
use super::scale::{ScaleDot, ScaleLooks, ScaleWord};
use super::scale_axis::{Axis, Places};
use super::scale_lettering::Lettering;
use super::shape::{Shape, ShapeSize};
use super::wrap::{cells, shorten};

/// One or two values over the scale, drawn upwards from the foot of its area.
#[derive(Debug, Clone)]
pub struct ScaleFew<'a> {
    dots: &'a [ScaleDot<'a>],
    words: &'a [ScaleWord<'a>],
    looks: ScaleLooks,
}

impl<'a> ScaleFew<'a> {
    /// A scale with these people: meant for one or two, right for a few more.
    pub fn new(dots: &'a [ScaleDot<'a>]) -> Self {
        Self {
            dots,
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

    /// The number of each person as large as fits, with their name under it.
    fn draw_values(&self, places: Places, rows: i32, dot: ShapeSize, pen: &mut Pen<'_>) {
        let mut order: Vec<&ScaleDot<'_>> = self.dots.iter().collect();
        order.sort_by_key(|dot| dot.rating);
        // Wide enough that two numbers are not read as one.
        let between = (pen.width() / 12).max(4);
        let share = pen.width() / order.len().max(1) as i32;
        let named = order.iter().any(|dot| dot.name.is_some()) && rows > 1;
        let number_rows = (rows - i32::from(named)).min((rows / 2).max(10));
        let mut free_from = 0;
        for (at, one) in order.iter().enumerate() {
            let room = (share - between).max(0);
            let style = self.looks.of(one.rating).add_modifier(Modifier::BOLD);
            let text = one.rating.to_string();
            let number = Headline::new(&text).rows(room as u16, number_rows.max(0) as u16);
            let name = shorten(one.name.unwrap_or_default(), room as usize);
            let wide =
                |rows: &[String]| rows.iter().map(|row| cells(row)).max().unwrap_or(0) as i32;
            let width = wide(&number).max(cells(&name) as i32);
            let x = places.x(one.rating);
            // Those still to come keep their share at the right.
            let to_come = (order.len() - at - 1) as i32 * share;
            let start = start_around(x, width, pen.width() - to_come).max(free_from);
            free_from = start + width + between;
            let top = rows - i32::from(named) - number.len() as i32;
            let letters = if number.len() > 1 {
                of_blocks(style)
            } else {
                style
            };
            for (dy, row) in number.iter().enumerate() {
                let inset = (width - wide(&number)) / 2;
                pen.put(start + inset, top + dy as i32, row, letters);
            }
            let inset = (width - cells(&name) as i32) / 2;
            pen.put(start + inset, rows - 1, &name, self.looks.name);
            let corner = (x - dot.width / 2, rows);
            pen.put_shape_at(corner, Shape::of(one.rating), dot, style);
        }
    }
}

impl Widget for &ScaleFew<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let mut pen = Pen::new(area, buf);
        let height = pen.height();
        let Some(places) = Places::fit(pen.width()) else {
            let texts: Vec<String> = self.dots.iter().map(|dot| dot.rating.to_string()).collect();
            let text = shorten(&texts.join(" "), pen.width() as usize);
            pen.put(0, 0, &text, self.looks.label);
            return;
        };
        let axis = Axis {
            places,
            words: self.words,
            range: None,
            median: None,
            lettering: Lettering::Plain,
            looks: &self.looks,
        };
        let word_rows = axis.word_rows(pen.width(), height - 8);
        let line = (height - 2 - word_rows).max(0);
        let dot = ShapeSize::STACKED
            .into_iter()
            .find(|dot| dot.width < places.pitch && dot.height * 3 <= line)
            .unwrap_or(ShapeSize::CELL);
        axis.draw_line(line, &mut pen);
        let taken: Vec<_> = self.dots.iter().map(|dot| dot.rating).collect();
        axis.draw_numbers(line + 1, &taken, &mut pen);
        axis.draw_words(line + 2, word_rows, &mut pen);
        for first in self.dots.iter().filter_map(|dot| dot.first) {
            let corner = (places.x(first) - dot.width / 2, line - dot.height);
            pen.put_shape_at(corner, Shape::of(first).hollow(), dot, self.looks.ghost);
        }
        self.draw_values(places, line - dot.height, dot, &mut pen);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::rating::Rating;
    use ratatui::style::Style;

    #[test]
    fn no_line_is_drawn_through_a_large_number() {
        let dots = [-3, 5].map(|points| ScaleDot {
            rating: Rating::try_from(points).unwrap(),
            first: None,
            name: None,
        });
        // Without colours, what is down is underlined.
        let looks = ScaleLooks {
            down: Style::new().add_modifier(Modifier::UNDERLINED),
            ..ScaleLooks::default()
        };
        let area = Rect::new(0, 0, 60, 12);
        let mut buf = Buffer::empty(area);
        ScaleFew::new(&dots).looks(looks).render(area, &mut buf);
        let is_lined = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED);
        let lined: Vec<_> = buf.content.iter().filter(is_lined).collect();
        assert!(lined.iter().any(|cell| cell.symbol() == "◆"), "the dot is");
        assert!(lined.iter().all(|cell| !"█ ".contains(cell.symbol())));
    }
}
