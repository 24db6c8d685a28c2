//! Where every stack of the scale stands: inside of the area, apart from its neighbours, each dot seen or counted.

use std::collections::BTreeMap;

use super::pen::start_around;
use super::scale_axis::Places;
use super::scale_plan::Stack;
use super::shape::ShapeSize;
use super::wrap::cells;
use crate::model::rating::Rating;

/// The count over a stack that has more dots than room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// `×N`.
    pub text: String,
    /// Its first column.
    pub x: i32,
    /// Its row, upwards: 0 stands right above the axis.
    pub row: i32,
}

/// Where the dots of one place stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// The first column.
    pub left: i32,
    /// Columns that the dots take.
    pub width: i32,
    /// Dots beside each other.
    pub per_row: i32,
    /// Dots that are drawn.
    pub shown: i32,
    /// Rows of those dots.
    pub rows: i32,
    /// How many they are, where not all are drawn.
    pub count: Option<Count>,
}

impl Stand {
    /// The rows up to its top.
    pub fn height(&self) -> i32 {
        self.count.as_ref().map_or(self.rows, |count| count.row + 1)
    }

    /// What it covers: first column, one past the last, first row, one past the last.
    fn boxes(&self) -> impl Iterator<Item = (i32, i32, i32, i32)> {
        let dots = (self.left, self.left + self.width, 0, self.rows);
        let count = self.count.as_ref().map(|count| {
            let end = count.x + cells(&count.text) as i32;
            (count.x, end, count.row, count.row + 1)
        });
        std::iter::once(dots).filter(|dots| dots.3 > 0).chain(count)
    }

    /// Whether a free column parts it from one to its right, on every row that both use.
    fn is_clear_of(&self, right: &Self, apart: i32) -> bool {
        self.boxes().all(|mine| {
            let clear = |theirs: (i32, i32, i32, i32)| {
                let share_rows = mine.2 < theirs.3 && theirs.2 < mine.3;
                !share_rows || mine.1 + apart <= theirs.0
            };
            right.boxes().all(clear)
        })
    }
}

/// Whether dots may be left out for a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crowd {
    /// Every dot is drawn, in rows as long as the form says.
    Whole,
    /// Rows may be shorter, and a stack too tall ends with a count.
    Counted,
}

/// Worse than anything else that is done to a room's stacks.
const MEETING: i32 = 10_000;

/// The room and the form of the dots.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// Where the places are.
    pub places: Places,
    /// Columns of the area.
    pub width: i32,
    /// Rows over the axis.
    pub room: i32,
    /// The size of a dot.
    pub dot: ShapeSize,
    /// The most dots beside each other.
    pub beside: i32,
}

impl Form {
    /// Columns from a dot to the one beside it: large ones need a gap to stay two.
    pub fn dot_pitch(&self) -> i32 {
        self.dot.width + self.gap()
    }

    fn gap(&self) -> i32 {
        i32::from(self.beside > 1 && self.dot != ShapeSize::CELL)
    }

    /// Where each stack stands with the least that is moved, narrowed or counted. `None` where they don't stand
    /// whole; counted, they meet before one of them is left out, as long as there is a row.
    pub fn stands(
        &self,
        stacks: &BTreeMap<Rating, Stack<'_>>,
        crowd: Crowd,
    ) -> Option<BTreeMap<Rating, Stand>> {
        let apart = (self.places.pitch - 1).clamp(0, 1);
        // The best way up to each stand of a place: what it costs, and which stand is before it.
        let mut ways: Vec<Vec<Way>> = Vec::new();
        for (rating, stack) in stacks {
            let before = ways.last();
            let reach = |(cost, stand): (i32, Stand)| {
                let Some(before) = before else {
                    return Some(Way {
                        cost,
                        from: 0,
                        stand,
                    });
                };
                let meets = |way: &Way| !way.stand.is_clear_of(&stand, apart);
                let all = before.iter().enumerate().filter_map(|(from, way)| {
                    let worse = match (meets(way), crowd) {
                        (false, _) => 0,
                        (true, Crowd::Counted) => MEETING,
                        (true, Crowd::Whole) => return None,
                    };
                    Some((cost + way.cost + worse, from))
                });
                let (cost, from) = all.min()?;
                Some(Way { cost, from, stand })
            };
            let all = self.stands_of(*rating, stack, crowd).into_iter();
            let reached: Vec<Way> = all.filter_map(reach).collect();
            ways.push(reached);
        }
        let mut found = BTreeMap::new();
        let mut at = None;
        for (rating, ways) in stacks.keys().zip(&ways).rev() {
            let last = || (0..ways.len()).min_by_key(|at| ways[*at].cost);
            let way = &ways[at.or_else(last)?];
            found.insert(*rating, way.stand.clone());
            at = Some(way.from);
        }
        Some(found)
    }

    /// Where one stack may stand, over its own place, and how much worse than best.
    fn stands_of(&self, rating: Rating, stack: &Stack<'_>, crowd: Crowd) -> Vec<(i32, Stand)> {
        let x = self.places.x(rating);
        let rows = self.room / self.dot.height;
        let most = self.beside.min(stack.count()).max(1);
        let least = if crowd == Crowd::Whole { most } else { 1 };
        let mut all = Vec::new();
        for per_row in (least..=most).rev() {
            let width = self.dot_pitch() * per_row - self.gap();
            let best = x - self.dot_pitch() * per_row / 2;
            for left in (x - width + 1).max(0)..=x.min(self.width - width) {
                let cost = (left - best).abs() * 2 + (most - per_row) * 10;
                let stand = |shown: i32, count| Stand {
                    left,
                    width,
                    per_row,
                    shown,
                    rows: (shown + per_row - 1) / per_row * self.dot.height,
                    count,
                };
                if stack.count() <= rows * per_row {
                    all.push((cost, stand(stack.count(), None)));
                } else if crowd == Crowd::Counted {
                    for (more, count) in self.counts(x, stack) {
                        let shown = count.row / self.dot.height * per_row;
                        all.push((cost + more, stand(shown, Some(count))));
                    }
                }
            }
        }
        all
    }

    /// Where the count of a stack may stand: at the top around its place, aside of it, or on a lower row.
    fn counts(&self, x: i32, stack: &Stack<'_>) -> Vec<(i32, Count)> {
        /// Three neighbours find a row each.
        const ROWS: i32 = 3;
        let text = stack.count_text();
        let length = cells(&text) as i32;
        let best = start_around(x, length, self.width);
        let mut all = Vec::new();
        for row in (0..self.room).rev().take(ROWS as usize) {
            for x in (x - length + 1).max(0)..=x.min(self.width - length) {
                let cost = 100 + (self.room - 1 - row) * 20 + (x - best).abs() * 3;
                let text = text.clone();
                all.push((cost, Count { text, x, row }));
            }
        }
        all
    }
}

struct Way {
    cost: i32,
    from: usize,
    stand: Stand,
}
