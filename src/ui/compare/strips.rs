//! Rows of dots over one scale: a row for each session, or for each step.

use crate::model::rating::Rating;
use crate::ui::widgets::pen::Pen;
use crate::ui::widgets::scale::ScaleLooks;
use crate::ui::widgets::scale_axis::{Axis, Places};
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
    pub(super) strips: &'a [Strip],
    pub(super) looks: ScaleLooks,
    /// The style of labels and notes.
    pub(super) text: Style,
}

/// The most columns of a label.
const MOST_LABEL: usize = 24;

impl Widget for &Strips<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let strips = self.strips;
        let widest = |of: &dyn Fn(&Strip) -> usize| strips.iter().map(of).max().unwrap_or(0);
        let width = usize::from(area.width);
        let label = widest(&|strip| cells(&strip.label)).min(MOST_LABEL.min(width / 4));
        let number = widest(&|strip| cells(&strip.number.0) + 1);
        let note = widest(&|strip| cells(&strip.note));
        let before = label + 1 + number;
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
        let rows = i32::from(area.height).saturating_sub(2);
        let each = rows / strips.len().max(1) as i32;
        for (at, strip) in strips.iter().enumerate() {
            let y = each * (at as i32 + 1) - 1;
            let mut pen = Pen::new(area, buf);
            pen.put(0, y, &shorten(&strip.label, label), self.text);
            let indent = before as i32 - 1 - cells(&strip.number.0) as i32;
            pen.put(indent, y, &strip.number.0, strip.number.1);
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

impl Strips<'_> {
    fn draw_scale(&self, places: Places, rows: i32, each: i32, pen: &mut Pen<'_>) {
        for y in 0..rows {
            pen.put(places.middle(), y, "┊", self.looks.axis);
        }
        let stacks: Vec<_> = self.strips.iter().map(stacks).collect();
        let tallest = stacks.iter().flat_map(BTreeMap::values).max();
        let tallest = tallest.copied().unwrap_or(1);
        let dot = ShapeSize::STACKED
            .into_iter()
            .find(|dot| dot.width < places.pitch && dot.height * tallest <= each)
            .unwrap_or(ShapeSize::CELL);
        for (at, (strip, stacks)) in self.strips.iter().zip(&stacks).enumerate() {
            let foot = each * (at as i32 + 1) - 1;
            self.draw_strip(strip, stacks, (foot, each), places, dot, pen);
        }
        let axis = Axis {
            places,
            words: &[],
            range: None,
            median: None,
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
