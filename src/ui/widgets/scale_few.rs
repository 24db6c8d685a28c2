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

    /// How large the names are in a room of so many columns for each: large where the numbers stay larger.
    fn names_in(&self, room: i32, rows: i32) -> Lettering {
        let fits =
            |name: &str| Lettering::Large.can_write(name) && Lettering::Large.width(name) <= room;
        let numbers = self.number_rows(Lettering::Large, rows);
        let is_larger = |dot: &ScaleDot<'_>| {
            let text = dot.rating.to_string();
            let number = Headline::new(&text).rows(room as u16, numbers as u16);
            number.len() as i32 > Lettering::Large.rows()
        };
        let mut names = self.dots.iter().filter_map(|dot| dot.name);
        if names.all(fits) && self.dots.iter().all(is_larger) {
            Lettering::Large
        } else {
            Lettering::Plain
        }
    }

    /// The rows that names take under the numbers.
    fn name_rows(&self, lettering: Lettering) -> i32 {
        let names = || self.dots.iter().filter_map(|dot| dot.name);
        let under = names().map(|name| lettering.under(name)).max();
        let apart = i32::from(lettering == Lettering::Large);
        under.map_or(0, |under| apart + lettering.rows() + under)
    }

    /// The most rows of the numbers over names, of so many in all.
    fn number_rows(&self, names: Lettering, rows: i32) -> i32 {
        let share = match names {
            Lettering::Plain => rows / 2,
            Lettering::Large => rows * 2 / 3,
        };
        let most = share.max(10);
        (rows - self.name_rows(names)).clamp(0, most)
    }

    /// The number of each person as large as fits, with their name under it.
    fn draw_values(&self, places: Places, rows: i32, pen: &mut Pen<'_>) {
        let mut order: Vec<&ScaleDot<'_>> = self.dots.iter().collect();
        order.sort_by_key(|dot| dot.rating);
        // Wide enough that two numbers are not read as one.
        let between = (pen.width() / 12).max(4);
        let share = pen.width() / order.len().max(1) as i32;
        let room = (share - between).max(0);
        let names = self.names_in(room, rows);
        let number_rows = self.number_rows(names, rows);
        let foot = rows - self.name_rows(names).min(rows - 1).max(0);
        let mut free_from = 0;
        for (at, one) in order.iter().enumerate() {
            let style = self.looks.of(one.rating).add_modifier(Modifier::BOLD);
            let text = one.rating.to_string();
            let number = Headline::new(&text).rows(room as u16, number_rows.max(1) as u16);
            let name = shorten_in(names, one.name.unwrap_or_default(), room);
            let wide =
                |rows: &[String]| rows.iter().map(|row| cells(row)).max().unwrap_or(0) as i32;
            let width = wide(&number).max(names.width(&name));
            let x = places.x(one.rating);
            // Those still to come keep their share at the right.
            let to_come = (order.len() - at - 1) as i32 * share;
            let start = start_around(x, width, pen.width() - to_come).max(free_from);
            free_from = start + width + between;
            let top = foot - number.len() as i32;
            let letters = if number.len() > 1 {
                of_blocks(style)
            } else {
                style
            };
            for (dy, row) in number.iter().enumerate() {
                let inset = (width - wide(&number)) / 2;
                pen.put(start + inset, top + dy as i32, row, letters);
            }
            let inset = (width - names.width(&name)) / 2;
            let under = foot + i32::from(names == Lettering::Large);
            names.put((start + inset, under), &name, self.looks.name, pen);
        }
    }

    /// The dots from the axis upwards: those at the same place in a stack.
    fn draw_dots(&self, places: Places, line: i32, size: ShapeSize, pen: &mut Pen<'_>) {
        for first in self.dots.iter().filter_map(|dot| dot.first) {
            let corner = (places.x(first) - size.width / 2, line - size.height);
            pen.put_shape_at(corner, Shape::of(first).hollow(), size, self.looks.ghost);
        }
        for (at, one) in self.dots.iter().enumerate() {
            let under = self.dots[..at].iter();
            let under = under.filter(|dot| dot.rating == one.rating).count() as i32;
            let x = places.x(one.rating) - size.width / 2;
            let corner = (x, line - (under + 1) * size.height);
            let style = self.looks.of(one.rating).add_modifier(Modifier::BOLD);
            pen.put_shape_at(corner, Shape::of(one.rating), size, style);
        }
    }

    /// The dots of the highest stack.
    fn highest_stack(&self) -> i32 {
        let stack = |one: &ScaleDot<'_>| {
            let same = self.dots.iter().filter(|dot| dot.rating == one.rating);
            same.count()
        };
        self.dots.iter().map(stack).max().unwrap_or(0) as i32
    }
}

/// A name as it fits in so many columns; large ones fit as they are.
fn shorten_in(lettering: Lettering, name: &str, room: i32) -> String {
    match lettering {
        Lettering::Plain => shorten(name, room as usize),
        Lettering::Large => name.to_owned(),
    }
}

/// From this many columns and rows on the axis is lost among its numbers where its letters are plain.
const VAST: (i32, i32) = (150, 30);

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
        let taken: Vec<_> = self.dots.iter().map(|dot| dot.rating).collect();
        let plain = Axis {
            places,
            words: self.words,
            range: None,
            median: None,
            lettering: Lettering::Plain,
            looks: &self.looks,
        };
        let large = Axis {
            lettering: Lettering::Large,
            ..plain
        };
        let is_vast = pen.width() >= VAST.0 && height >= VAST.1;
        let axis = if is_vast && large.fits(&taken, pen.width()) {
            large
        } else {
            plain
        };
        // Large numbers and words have a row between them.
        let number_rows = axis.lettering.rows() + i32::from(axis.lettering == Lettering::Large);
        let word_rows = axis.word_rows(pen.width(), height - 8);
        let line = (height - 1 - number_rows - word_rows).max(0);
        let stack = self.highest_stack().max(1);
        let dot = ShapeSize::STACKED
            .into_iter()
            .find(|dot| dot.width < places.pitch && dot.height * (stack + 2) <= line)
            .unwrap_or(ShapeSize::CELL);
        axis.draw_line(line, &mut pen);
        axis.draw_numbers(line + 1, &taken, &mut pen);
        axis.draw_words(line + 1 + number_rows, word_rows, &mut pen);
        self.draw_values(places, line - stack * dot.height, &mut pen);
        self.draw_dots(places, line, dot, &mut pen);
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

    #[test]
    fn two_at_the_same_place_are_two_dots() {
        let dots = [3, 3].map(|points| ScaleDot {
            rating: Rating::try_from(points).unwrap(),
            first: None,
            name: Some("Olive"),
        });
        let area = Rect::new(0, 0, 60, 12);
        let mut buf = Buffer::empty(area);
        ScaleFew::new(&dots).render(area, &mut buf);
        let dots = buf.content.iter().filter(|cell| cell.symbol() == "●");
        assert_eq!(dots.count(), 2);
    }

    #[test]
    fn names_are_large_where_the_numbers_stay_larger() {
        let dots = [-3, 5].map(|points| ScaleDot {
            rating: Rating::try_from(points).unwrap(),
            first: None,
            name: Some("Olive"),
        });
        let is_plain = |width, height| {
            let area = Rect::new(0, 0, width, height);
            let mut buf = Buffer::empty(area);
            ScaleFew::new(&dots).render(area, &mut buf);
            buf.content.iter().any(|cell| cell.symbol() == "O")
        };
        assert!(is_plain(60, 12));
        assert!(!is_plain(100, 20));
        assert!(!is_plain(200, 45));
    }
}
