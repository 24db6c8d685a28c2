//! How the dots of the scale stand in their area: how large, how many beside each other, named where.

use std::collections::BTreeMap;

use ratatui::style::Style;

use super::scale_axis::Places;
use super::scale_large_names::place_large_names;
use super::scale_legend::{cut_legend, legend};
use super::scale_lettering::Lettering;
use super::scale_looks::ScaleLooks;
use super::scale_names::{NameStack, PlacedName, place_names};
use super::scale_stands::{Crowd, Form, Stand};
use super::shape::ShapeSize;
use crate::model::rating::Rating;

/// The people at one place.
#[derive(Debug, Clone, Default)]
pub struct Stack<'a> {
    /// How many stand here now.
    pub now: usize,
    /// How many stood here at first.
    pub before: usize,
    /// Their names.
    pub names: Vec<&'a str>,
}

impl Stack<'_> {
    /// Dots, of now and of before.
    pub fn count(&self) -> i32 {
        (self.now + self.before) as i32
    }

    /// `×N` for the people here now; for those who went, where nobody is left.
    pub fn count_text(&self) -> String {
        let people = if self.now > 0 { self.now } else { self.before };
        format!("×{people}")
    }
}

/// How the dots stand.
pub struct Plan {
    /// Where the places are.
    pub places: Places,
    /// Columns of the area.
    pub width: i32,
    /// The size of a dot.
    pub dot: ShapeSize,
    /// Dots beside each other at one place.
    pub beside: i32,
    /// Where the dots of every place stand.
    pub stands: BTreeMap<Rating, Stand>,
    /// Names above the dots.
    pub names: Vec<PlacedName>,
    /// Rows of names under the axis, where there is no room above.
    pub legend: Vec<Vec<(String, Style)>>,
    /// Rows over the axis.
    pub room: i32,
    /// Rows of words under the axis.
    pub word_rows: i32,
    /// How large names, numbers and words are.
    pub lettering: Lettering,
}

impl Plan {
    /// Full names over the largest dots that let them stand, then first names; false when none do.
    pub fn take_names(&mut self, stacks: &BTreeMap<Rating, Stack<'_>>, width: i32) -> bool {
        let head = |name: &str| name.split_whitespace().next().unwrap_or(name).to_owned();
        let heads: Vec<_> = stacks
            .values()
            .flat_map(|stack| stack.names.iter().map(|name| head(name)))
            .collect();
        // A first name that two people have tells nobody who is who.
        let first = |name: &str| {
            let head = head(name);
            let alike = heads.iter().filter(|other| **other == head).count();
            if alike > 1 { name.to_owned() } else { head }
        };
        let whole = |name: &str| name.to_owned();
        let forms: [&dyn Fn(&str) -> String; 2] = [&whole, &first];
        for form in forms {
            for dot in self.sizes(stacks) {
                if stacks
                    .values()
                    .any(|stack| stack.count() * dot.height > self.room)
                {
                    continue;
                }
                let Some(stands) = self.form(dot, 1).stands(stacks, Crowd::Whole) else {
                    continue;
                };
                let placed = self.beside(stacks).find_map(|beside| {
                    let stacks = stacks.iter().map(|(rating, stack)| NameStack {
                        x: stands[rating].left + dot.width / 2,
                        width: dot.width,
                        height: stack.count() * dot.height,
                        names: in_rows(&stack.names, beside, form),
                    });
                    self.place(&stacks.collect::<Vec<_>>(), width)
                });
                if let Some(names) = placed {
                    self.dot = dot;
                    self.names = names;
                    self.stands = stands;
                    return true;
                }
            }
        }
        false
    }

    /// How many names of one place may stand beside each other: large ones over each other take many rows.
    fn beside(&self, stacks: &BTreeMap<Rating, Stack<'_>>) -> impl Iterator<Item = usize> + use<> {
        let most = match self.lettering {
            Lettering::Plain => 1,
            Lettering::Large => stacks
                .values()
                .map(|stack| stack.names.len())
                .max()
                .unwrap_or(1),
        };
        1..=most.clamp(1, 3)
    }

    fn place(&self, stacks: &[NameStack], width: i32) -> Option<Vec<PlacedName>> {
        match self.lettering {
            Lettering::Plain => place_names(stacks, width, self.room),
            Lettering::Large => place_large_names(stacks, (width, self.room)),
        }
    }

    /// Everybody under the axis, where dots keep a row and a place for their count; false when not all fit.
    pub fn take_legend(
        &mut self,
        stacks: &BTreeMap<Rating, Stack<'_>>,
        looks: &ScaleLooks,
        width: i32,
    ) -> bool {
        let easy = (self.room / 2).max(self.room - self.least_rows(stacks));
        let rows = [easy, self.room - 2];
        let legend = rows
            .into_iter()
            .find_map(|rows| legend(stacks, looks, width, rows));
        let fits = legend.is_some();
        if let Some(legend) = legend {
            self.room -= legend.len() as i32;
            self.legend = legend;
            self.take_largest_dots(stacks);
        }
        fits
    }

    /// As many under the axis as fit.
    pub fn cut_legend(
        &mut self,
        stacks: &BTreeMap<Rating, Stack<'_>>,
        looks: &ScaleLooks,
        width: i32,
    ) {
        let rows = (self.room / 2).max(self.room - 2);
        self.legend = cut_legend(stacks, looks, width, rows);
        self.room -= self.legend.len() as i32;
        self.take_largest_dots(stacks);
    }

    /// The largest dots that let every stack stand; else dots beside each other.
    pub fn take_largest_dots(&mut self, stacks: &BTreeMap<Rating, Stack<'_>>) {
        let tallest = stacks.values().map(Stack::count).max().unwrap_or(0);
        let widest = self.widest(stacks);
        // Two or three beside each other make a stack of many larger than one thin pole.
        let form = self.sizes(stacks).find_map(|dot| {
            let most = if dot == ShapeSize::CELL {
                1
            } else {
                ((widest + 1) / (dot.width + 1)).min(3)
            };
            (1..=most)
                .find(|beside| (tallest + beside - 1) / beside * dot.height <= self.room)
                .and_then(|beside| {
                    let stands = self.form(dot, beside).stands(stacks, Crowd::Whole)?;
                    Some((dot, beside, stands))
                })
        });
        if let Some((dot, beside, stands)) = form {
            (self.dot, self.beside, self.stands) = (dot, beside, stands);
            return;
        }
        let needed = (tallest + self.room - 1) / self.room.max(1);
        self.dot = ShapeSize::CELL;
        self.beside = needed.clamp(1, self.most_beside());
        let form = self.form(self.dot, self.beside);
        self.stands = form.stands(stacks, Crowd::Counted).unwrap_or_default();
    }

    fn form(&self, dot: ShapeSize, beside: i32) -> Form {
        Form {
            places: self.places,
            width: self.width,
            room: self.room,
            dot,
            beside,
        }
    }

    /// The rows of the smallest dots, beside each other where they must be.
    pub fn least_rows(&self, stacks: &BTreeMap<Rating, Stack<'_>>) -> i32 {
        let tallest = stacks.values().map(Stack::count).max().unwrap_or(0);
        let most_beside = self.most_beside();
        (tallest + most_beside - 1) / most_beside
    }

    fn most_beside(&self) -> i32 {
        (self.places.pitch - 1).max(1)
    }

    /// The sizes of dots that cover neither the next dots nor the tick of the next place.
    fn sizes(
        &self,
        stacks: &BTreeMap<Rating, Stack<'_>>,
    ) -> impl Iterator<Item = ShapeSize> + use<> {
        let widest = self.widest(stacks);
        ShapeSize::VAST
            .into_iter()
            .chain(ShapeSize::STACKED)
            .filter(move |dot| dot.width <= widest || *dot == ShapeSize::CELL)
    }

    /// Columns from a dot to the one beside it.
    pub fn dot_pitch(&self) -> i32 {
        self.form(self.dot, self.beside).dot_pitch()
    }

    /// The columns that a stack may take.
    fn widest(&self, stacks: &BTreeMap<Rating, Stack<'_>>) -> i32 {
        let xs: Vec<i32> = stacks.keys().map(|rating| self.places.x(*rating)).collect();
        let apart = xs.windows(2).map(|pair| pair[1] - pair[0]).min();
        (self.places.pitch * 2 - 1).min(apart.map_or(i32::MAX, |apart| apart - 1))
    }

    /// Whether every stack stands in its room, dot over dot.
    pub fn holds(&self, stacks: &BTreeMap<Rating, Stack<'_>>) -> bool {
        let whole = |stand: &Stand| stand.count.is_none();
        self.stands.len() == stacks.len() && self.stands.values().all(whole)
    }
}

/// Names in rows of so many, each in a form.
fn in_rows(names: &[&str], beside: usize, form: &dyn Fn(&str) -> String) -> Vec<String> {
    let row = |row: &[&str]| {
        let names: Vec<_> = row.iter().map(|name| form(name)).collect();
        names.join(", ")
    };
    names.chunks(beside).map(row).collect()
}
