//! Large names over the dots of the scale. Each is wider than a place, so that neighbours rise over each other: of the
//! ways in which they can stand, the lowest are tried first.

use super::scale_lettering::Lettering;
use super::scale_names::{NameStack, PlacedName};

/// The longest line from dots to a large name that the eye still follows.
const LONGEST_LINE: i32 = 13;

/// How many ways to place a name are tried before the names are called too many.
const MOST_TRIED: usize = 3_000;

/// More names than this are not read off a scale in large letters.
const MOST_NAMES: usize = 12;

/// How far a name leans aside from its dots, in eighths of its length; the least first.
const LEANS: [i32; 9] = [0, -1, 1, -2, 2, -3, 3, -4, 4];

const LETTERS: Lettering = Lettering::Large;

/// What stands somewhere: columns and rows, the last ones not part of it; rows count upwards from the axis.
#[derive(Clone, Copy)]
struct Block {
    columns: (i32, i32),
    rows: (i32, i32),
    /// The free columns that a name keeps from it.
    apart: i32,
}

impl Block {
    fn meets(&self, other: &Self, apart: i32) -> bool {
        self.columns.0 < other.columns.1 + apart
            && other.columns.0 < self.columns.1 + apart
            && self.rows.0 < other.rows.1
            && other.rows.0 < self.rows.1
    }
}

/// Places every name within so many columns and rows; `None` when they don't all fit.
pub fn place_large_names(
    stacks: &[NameStack],
    (width, rows): (i32, i32),
) -> Option<Vec<PlacedName>> {
    let names: Vec<_> = stacks.iter().flat_map(|stack| &stack.names).collect();
    if names.len() > MOST_NAMES || !names.iter().all(|name| LETTERS.can_write(name)) {
        return None;
    }
    let dots = stacks.iter().map(|stack| {
        let left = stack.x - stack.width / 2;
        Block {
            columns: (left, left + stack.width),
            rows: (0, stack.height),
            apart: 1,
        }
    });
    let mut search = Search {
        size: (width, rows),
        blocks: dots.collect(),
        placed: Vec::new(),
        tries: MOST_TRIED,
    };
    let with_names = stacks.iter().filter(|stack| !stack.names.is_empty());
    let measured: Vec<_> = with_names.map(Measured::of).collect();
    search.place(&measured).then_some(search.placed)
}

/// A name and what it takes.
struct Name {
    text: String,
    length: i32,
    /// A row that stays free under it.
    under: i32,
}

/// People at one place, their names measured.
struct Measured {
    x: i32,
    /// Rows of their dots.
    height: i32,
    names: Vec<Name>,
}

impl Measured {
    fn of(stack: &NameStack) -> Self {
        let name = |text: &String| Name {
            length: LETTERS.width(text),
            under: LETTERS.under(text),
            text: text.clone(),
        };
        Self {
            x: stack.x,
            height: stack.height,
            names: stack.names.iter().map(name).collect(),
        }
    }

    /// The lowest row of the first name.
    fn lowest(&self) -> i32 {
        self.height + self.names.first().map_or(0, |name| name.under)
    }
}

struct Search {
    size: (i32, i32),
    blocks: Vec<Block>,
    placed: Vec<PlacedName>,
    tries: usize,
}

impl Search {
    /// Places these stacks, one after another; false when there is no way, and then nothing is changed.
    fn place(&mut self, stacks: &[Measured]) -> bool {
        let Some((stack, others)) = stacks.split_first() else {
            return true;
        };
        for base in self.bases(stack) {
            for lean in LEANS {
                if self.tries == 0 {
                    return false;
                }
                self.tries -= 1;
                let before = (self.blocks.len(), self.placed.len());
                if self.put(stack, base, lean) && self.place(others) {
                    return true;
                }
                self.blocks.truncate(before.0);
                self.placed.truncate(before.1);
            }
        }
        false
    }

    /// The rows from which the names may rise: right over the dots, or over something that stands.
    fn bases(&self, stack: &Measured) -> Vec<i32> {
        let lowest = stack.lowest();
        let over = lowest - stack.height;
        let tops = self.blocks.iter().map(|block| block.rows.1 + over);
        let mut bases: Vec<_> = tops
            .filter(|top| (lowest..=stack.height + LONGEST_LINE).contains(top))
            .chain([lowest])
            .collect();
        bases.sort_unstable();
        bases.dedup();
        bases
    }

    fn put(&mut self, stack: &Measured, base: i32, lean: i32) -> bool {
        let line = Block {
            columns: (stack.x, stack.x + 1),
            rows: (stack.height, base),
            apart: 1,
        };
        if self.blocks.iter().any(|block| block.meets(&line, 0)) {
            return false;
        }
        let has_line = base > stack.lowest();
        let mut row = base;
        for (at, name) in stack.names.iter().enumerate() {
            let (length, under) = (name.length, name.under);
            row += if at > 0 { under } else { 0 };
            let x = stack.x - length / 2 + lean * length / 8;
            let x = x.clamp(stack.x - length + 1, stack.x);
            let x = x.min(self.size.0 - length).max(0);
            let block = Block {
                columns: (x, x + length),
                rows: (row - under, row + LETTERS.rows()),
                apart: LETTERS.apart(),
            };
            let meets = |other: &Block| other.meets(&block, other.apart);
            if block.rows.1 > self.size.1 || length > self.size.0 || self.blocks.iter().any(meets) {
                return false;
            }
            self.blocks.push(block);
            self.placed.push(PlacedName {
                text: name.text.clone(),
                x,
                row,
                line: (at == 0 && has_line).then_some((stack.x, stack.height, base)),
            });
            row += LETTERS.rows();
        }
        self.blocks.push(line);
        true
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn stacks(names: &[&str], apart: i32) -> Vec<NameStack> {
        let stack = |(at, name): (usize, &&str)| NameStack {
            x: 40 + at as i32 * apart,
            width: 5,
            height: 3,
            names: vec![(*name).to_owned()],
        };
        names.iter().enumerate().map(stack).collect()
    }

    #[test]
    fn large_names_of_six_neighbours_find_room_over_each_other() {
        let six = stacks(&["Olive", "Basil", "Fern", "Sage", "Hazel", "Rowan"], 9);
        let placed = place_large_names(&six, (200, 16)).unwrap();
        assert_eq!(placed.len(), 6);
        for (at, one) in placed.iter().enumerate() {
            let end = one.x + LETTERS.width(&one.text);
            for other in &placed[at + 1..] {
                let beside =
                    end + 3 <= other.x || other.x + LETTERS.width(&other.text) + 3 <= one.x;
                assert!(
                    beside || (one.row - other.row).abs() >= 4,
                    "{one:?} {other:?}"
                );
            }
        }
    }

    #[test]
    fn too_many_large_names_are_refused() {
        let crowd = stacks(&["Alexandra"; 12], 9);
        assert_eq!(place_large_names(&crowd, (200, 16)), None);
        assert_eq!(place_large_names(&stacks(&["顧客"], 9), (200, 16)), None);
    }
}
