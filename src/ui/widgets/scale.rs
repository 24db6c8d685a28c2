//! The scale with a dot for every person: where the room stands, all at once.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::widgets::Widget;

pub use super::scale_looks::{ScaleLooks, ScaleWord};

use super::pen::Pen;
use super::scale_axis::{Axis, Places};
use super::scale_lettering::Lettering;
use super::scale_plan::{Plan, Stack};
use super::scale_stands::Stand;
use super::shape::{Shape, ShapeSize};
use super::wrap::{cells, shorten};
use crate::model::rating::Rating;

/// One person on the scale.
#[derive(Debug, Clone, Copy)]
pub struct ScaleDot<'a> {
    /// What they rated.
    pub rating: Rating,
    /// What they rated at first, when they rated again; drawn hollow where it differs.
    pub first: Option<Rating>,
    /// Their name; leave it out where names are not shown.
    pub name: Option<&'a str>,
}

/// A dot for every person over the twenty places, drawn upwards from the foot of its area.
#[derive(Debug, Clone)]
pub struct Scale<'a> {
    dots: &'a [ScaleDot<'a>],
    words: &'a [ScaleWord<'a>],
    median: Option<Rating>,
    looks: ScaleLooks,
    largest: Lettering,
}

impl<'a> Scale<'a> {
    /// A scale with these people, without words or a median.
    pub fn new(dots: &'a [ScaleDot<'a>]) -> Self {
        Self {
            dots,
            words: &[],
            median: None,
            looks: ScaleLooks::default(),
            largest: Lettering::Plain,
        }
    }

    /// With words under marks.
    pub fn words(mut self, words: &'a [ScaleWord<'a>]) -> Self {
        self.words = words;
        self
    }

    /// With the number in the middle of the room; none where the room is split.
    pub fn median(mut self, median: Option<Rating>) -> Self {
        self.median = median;
        self
    }

    /// With these styles.
    pub fn looks(mut self, looks: ScaleLooks) -> Self {
        self.looks = looks;
        self
    }

    /// With names, numbers and words in large letters where there is room for all of them.
    pub fn large(mut self) -> Self {
        self.largest = Lettering::Large;
        self
    }

    /// The columns of a dot where names, numbers and words stand in large letters in so many columns and rows; none
    /// where they don't.
    pub fn large_dots(&self, width: u16, height: u16) -> Option<i32> {
        let plan = self.plan(i32::from(width), i32::from(height))?;
        (plan.lettering == Lettering::Large).then_some(plan.dot.width)
    }

    /// The rows it would use in a width, at most `max_height`.
    pub fn height_for(&self, width: u16, max_height: u16) -> u16 {
        let Some(plan) = self.plan(i32::from(width), i32::from(max_height)) else {
            return max_height.min(1);
        };
        let dots = plan.stands.values().map(Stand::height).max();
        let names = plan
            .names
            .iter()
            .map(|name| name.row + plan.lettering.rows())
            .max();
        let over = dots.max(names).unwrap_or(0).min(plan.room);
        let under = 1 + plan.lettering.rows() + plan.word_rows + plan.legend.len() as i32;
        ((over + under) as u16).min(max_height)
    }

    pub(super) fn stacks(&self) -> BTreeMap<Rating, Stack<'a>> {
        let mut stacks: BTreeMap<Rating, Stack<'a>> = BTreeMap::new();
        for dot in self.dots {
            let stack = stacks.entry(dot.rating).or_default();
            stack.now += 1;
            stack.names.extend(dot.name);
            if let Some(first) = dot.first.filter(|first| *first != dot.rating) {
                stacks.entry(first).or_default().before += 1;
            }
        }
        stacks
    }

    fn axis(&'a self, places: Places, lettering: Lettering) -> Axis<'a> {
        let ratings = self.dots.iter().map(|dot| dot.rating);
        Axis {
            places,
            words: self.words,
            range: ratings.clone().min().zip(ratings.max()),
            median: self.median,
            lettering,
            looks: &self.looks,
        }
    }

    pub(super) fn plan(&self, width: i32, height: i32) -> Option<Plan> {
        let places = Places::fit(width)?;
        if let Some(plan) = self.large_plan(places, (width, height)) {
            return Some(plan);
        }
        // The dots and who they are come before the words, the words before nothing.
        let over = if self.dots.is_empty() { 0 } else { 3 };
        let whole = height - 2 - over;
        let stacks = self.stacks();
        if stacks.values().all(|stack| stack.names.is_empty()) {
            let mut plan = self.bare(places, (width, height), whole);
            plan.take_largest_dots(&stacks);
            return Some(plan);
        }
        for words in [whole, 1.min(whole), 0] {
            let mut plan = self.bare(places, (width, height), words);
            if plan.take_names(&stacks, width) || plan.take_legend(&stacks, &self.looks, width) {
                return Some(plan);
            }
        }
        let mut plan = self.bare(places, (width, height), 0);
        plan.cut_legend(&stacks, &self.looks, width);
        Some(plan)
    }

    /// The plan without names, with at most so many rows of words.
    fn bare(&self, places: Places, (width, height): (i32, i32), words: i32) -> Plan {
        let word_rows = self.axis(places, Lettering::Plain).word_rows(width, words);
        let least = i32::from(height > 1 && !self.dots.is_empty());
        Plan {
            places,
            width,
            dot: ShapeSize::CELL,
            beside: 1,
            stands: BTreeMap::new(),
            names: vec![],
            legend: vec![],
            room: (height - 2 - word_rows).max(least),
            word_rows,
            lettering: Lettering::Plain,
        }
    }

    /// The plan with large letters, where all of it has room so.
    fn large_plan(&self, places: Places, (width, height): (i32, i32)) -> Option<Plan> {
        let lettering = self.largest;
        let axis = self.axis(places, lettering);
        let taken: Vec<Rating> = self.dots.iter().map(|dot| dot.rating).collect();
        if lettering == Lettering::Plain || !axis.fits(&taken, width) {
            return None;
        }
        let word_rows = axis.word_rows(width, height);
        let mut plan = self.bare(places, (width, height), 0);
        plan.lettering = lettering;
        plan.word_rows = word_rows;
        plan.room = height - 1 - lettering.rows() - word_rows;
        let stacks = self.stacks();
        if plan.room < i32::from(!self.dots.is_empty()) {
            return None;
        }
        if stacks.values().all(|stack| stack.names.is_empty()) {
            plan.take_largest_dots(&stacks);
            return plan.holds(&stacks).then_some(plan);
        }
        plan.take_names(&stacks, width).then_some(plan)
    }

    fn draw_stack(&self, plan: &Plan, rating: Rating, stack: &Stack<'_>, pen: &mut Pen<'_>) {
        let Some(stand) = plan.stands.get(&rating) else {
            return;
        };
        let shape = Shape::of(rating);
        let pitch = plan.dot_pitch();
        for at in 0..stand.shown {
            let (shape, style) = if at < stack.now as i32 {
                (shape, self.looks.of(rating))
            } else {
                (shape.hollow(), self.looks.ghost)
            };
            let x = stand.left + at % stand.per_row * pitch;
            let y = plan.room - (at / stand.per_row + 1) * plan.dot.height;
            pen.put_shape_at((x, y), shape, plan.dot, style);
        }
        if let Some(count) = &stand.count {
            let style = if stack.now > 0 {
                self.looks.of(rating).add_modifier(Modifier::BOLD)
            } else {
                self.looks.ghost
            };
            pen.put(count.x, plan.room - 1 - count.row, &count.text, style);
        }
    }

    fn draw_narrow(&self, pen: &mut Pen<'_>) {
        let mut ratings: Vec<Rating> = self.dots.iter().map(|dot| dot.rating).collect();
        ratings.sort();
        let mut texts: Vec<String> = ratings.iter().map(ToString::to_string).collect();
        texts.dedup();
        let text = shorten(&texts.join(" "), pen.width() as usize);
        pen.put(0, pen.height() - 1, &text, self.looks.label);
    }
}

impl Widget for &Scale<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let mut pen = Pen::new(area, buf);
        if pen.height() == 0 {
            return;
        }
        let Some(plan) = self.plan(pen.width(), pen.height()) else {
            self.draw_narrow(&mut pen);
            return;
        };
        let axis = self.axis(plan.places, plan.lettering);
        let stacks = self.stacks();
        axis.draw_line(plan.room, &mut pen);
        let taken: Vec<Rating> = self.dots.iter().map(|dot| dot.rating).collect();
        axis.draw_numbers(plan.room + 1, &taken, &mut pen);
        axis.draw_words(
            plan.room + 1 + plan.lettering.rows(),
            plan.word_rows,
            &mut pen,
        );
        for (rating, stack) in &stacks {
            self.draw_stack(&plan, *rating, stack, &mut pen);
        }
        for name in &plan.names {
            if let Some((x, from, to)) = name.line {
                for row in from..to {
                    pen.put(x, plan.room - 1 - row, "│", self.looks.axis);
                }
            }
            let top = plan.room - name.row - plan.lettering.rows();
            let style = self.looks.name;
            plan.lettering
                .put((name.x, top), &name.text, style, &mut pen);
        }
        for (dy, line) in plan.legend.iter().enumerate() {
            let mut x = 0;
            for (text, style) in line {
                let y = plan.room + 2 + plan.word_rows + dy as i32;
                pen.put(x, y, text, *style);
                x += cells(text) as i32;
            }
        }
    }
}
