//! Rows of dots over one scale: a row for each session, or for each step.

use crate::model::rating::Rating;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::pen::Pen;
use crate::ui::widgets::scale::ScaleLooks;
use crate::ui::widgets::scale_axis::{Axis, Places};
use crate::ui::widgets::scale_lettering::Lettering;
use crate::ui::widgets::shape::{Shape, ShapeSize};
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::widgets::Widget;
use std::collections::BTreeMap;

/// One row of dots.
#[derive(Debug, Clone)]
pub(super) struct Strip {
    /// What stands before it.
    pub(super) label: String,
    /// Its number, before the dots; may be empty.
    pub(super) number: (String, Style),
    /// Its dots.
    pub(super) dots: Vec<Rating>,
    /// Whether the lowest and the highest are joined by a line.
    pub(super) joined: bool,
    /// What stands after it.
    pub(super) note: String,
}

/// The rows of dots, from top to bottom, over one axis.
pub(super) struct Strips<'a> {
    pub(super) rows: &'a [Strip],
    pub(super) looks: ScaleLooks,
    /// The style of labels and notes.
    pub(super) text: Style,
}

/// The most columns of a label.
const MOST_LABEL: usize = 24;

/// The columns of a plain label in an area of so many.
pub(super) fn label_room(width: u16) -> usize {
    MOST_LABEL.min(usize::from(width) / 4)
}

impl Widget for &Strips<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let strips = self.rows;
        let width = usize::from(area.width);
        let rows = i32::from(area.height).saturating_sub(2);
        let each = rows / strips.len().max(1) as i32;
        let size = self.size(width, each);
        let wide = |text: &str| usize::from(in_letters(text, size).extent(u16::MAX, 4).0);
        let widest = |of: &dyn Fn(&Strip) -> usize| strips.iter().map(of).max().unwrap_or(0);
        let label = widest(&|strip| wide(&strip.label));
        let label = match size {
            LetterSize::Plain => label.min(label_room(area.width)),
            _ => label,
        };
        let gap = if size == LetterSize::Plain { 1 } else { 3 };
        let number = widest(&|strip| wide(&strip.number.0) + gap);
        let note = widest(&|strip| cells(&strip.note));
        let before = label + gap + number;
        // What is said after it gives way to the scale.
        let note = if note > 0 && before + 1 + note + 39 <= width {
            note + 1
        } else {
            0
        };
        let scale = Rect {
            x: area.x + before.min(width) as u16,
            width: width.saturating_sub(before + note) as u16,
            ..area
        };
        for (at, strip) in strips.iter().enumerate() {
            let y = each * (at as i32 + 1) - 1;
            let mut pen = Pen::new(area, buf);
            put(&strip.label, (0, y), label, size, self.text, &mut pen);
            let own = wide(&strip.number.0);
            let x = before.saturating_sub(gap + own) as i32;
            put(&strip.number.0, (x, y), own, size, strip.number.1, &mut pen);
            if note > 0 {
                let x = (width - note) as i32 + 1;
                pen.put(x, y, &strip.note, self.text);
            }
        }
        let mut pen = Pen::new(scale, buf);
        let Some(places) = Places::fit(pen.width()) else {
            return;
        };
        self.draw_scale(places, rows, each, &mut pen);
    }
}

/// A text in letters of at most this size.
fn in_letters(text: &str, size: LetterSize) -> Headline<'_> {
    Headline::new(text).at_most(size)
}

/// Writes a text with its last row at `y`.
fn put(
    text: &str,
    (x, y): (i32, i32),
    room: usize,
    size: LetterSize,
    style: Style,
    pen: &mut Pen<'_>,
) {
    let rows = match size {
        LetterSize::Plain => vec![shorten(text, room)],
        _ => in_letters(text, size).rows(room as u16, 4),
    };
    for (up, row) in rows.iter().rev().enumerate() {
        pen.put(x, y - up as i32, row, style);
    }
}

impl Strips<'_> {
    /// Block letters for labels and numbers where the scale keeps most of the width.
    fn size(&self, width: usize, each: i32) -> LetterSize {
        let strips = self.rows.iter();
        let fits = |text: &str, part: usize| {
            let letters = in_letters(text, LetterSize::Quarter);
            text.is_empty() || letters.size_for((width / part) as u16, 4) == LetterSize::Quarter
        };
        let mut texts = strips.map(|strip| fits(&strip.label, 5) && fits(&strip.number.0, 5));
        if width >= 150 && each >= 5 && texts.all(|fits| fits) {
            LetterSize::Quarter
        } else {
            LetterSize::Plain
        }
    }

    fn draw_scale(&self, places: Places, rows: i32, each: i32, pen: &mut Pen<'_>) {
        for y in 0..rows {
            pen.put(places.middle(), y, "┊", self.looks.axis);
        }
        let stacks: Vec<_> = self.rows.iter().map(stacks).collect();
        let tallest = stacks.iter().flat_map(BTreeMap::values).max();
        let tallest = tallest.copied().unwrap_or(1);
        let fits = |dot: &ShapeSize| dot.height * tallest <= each;
        let dot = ShapeSize::STACKED
            .into_iter()
            .find(|dot| dot.width < places.pitch && fits(dot))
            .unwrap_or(ShapeSize::CELL);
        // Three columns are one too few for the next size, and one more than a cell needs.
        let is_between = places.pitch == 3 && self.rows.iter().all(|strip| !strip.joined);
        let dot = match dot {
            ShapeSize::CELL if is_between && fits(&ShapeSize::NARROW) => ShapeSize::NARROW,
            dot => dot,
        };
        for (at, (strip, stacks)) in self.rows.iter().zip(&stacks).enumerate() {
            let foot = each * (at as i32 + 1) - 1;
            self.draw_strip(strip, stacks, (foot, each), places, dot, pen);
        }
        let axis = Axis {
            places,
            words: &[],
            range: None,
            median: None,
            lettering: Lettering::Plain,
            looks: &self.looks,
        };
        axis.draw_line(rows, pen);
        axis.draw_numbers(rows + 1, &[], pen);
    }

    fn draw_strip(
        &self,
        strip: &Strip,
        stacks: &BTreeMap<Rating, i32>,
        (foot, each): (i32, i32),
        places: Places,
        dot: ShapeSize,
        pen: &mut Pen<'_>,
    ) {
        for rating in Rating::all() {
            pen.put(places.x(rating), foot, "·", self.looks.axis);
        }
        let ends = stacks.keys().next().zip(stacks.keys().next_back());
        if let Some((low, high)) = ends.filter(|_| strip.joined) {
            for x in places.x(*low)..=places.x(*high) {
                let up = x > places.middle();
                let style = if up { self.looks.up } else { self.looks.down };
                pen.put(x, foot - dot.height / 2, "━", style);
            }
        }
        for (rating, count) in stacks {
            let (shape, style) = (Shape::of(*rating), self.looks.of(*rating));
            let shown = (*count).min((each / dot.height).max(1));
            // Where several don't fit on top of each other, their count stands beside the last.
            let shown = if shown < *count { 1 } else { shown };
            for nth in 1..=shown {
                let corner = (
                    places.x(*rating) - dot.width / 2,
                    foot + 1 - nth * dot.height,
                );
                pen.put_shape_at(corner, shape, dot, style);
            }
            if shown < *count {
                let style = style.add_modifier(Modifier::BOLD);
                let beside = i32::from(places.pitch > 1);
                let x = places.x(*rating) + beside;
                pen.put(x, foot, &count.to_string(), style);
            }
        }
    }
}

fn stacks(strip: &Strip) -> BTreeMap<Rating, i32> {
    let mut stacks = BTreeMap::new();
    for rating in &strip.dots {
        // Dots that stand for a session each tell nothing by their number.
        let stack = stacks.entry(*rating).or_insert(0);
        *stack = if strip.joined { 1 } else { *stack + 1 };
    }
    stacks
}
