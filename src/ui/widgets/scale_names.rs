//! Names over the dots of the scale: each above its own, at a line where several would meet.

use super::pen::start_around;
use super::wrap::cells;

/// People who gave the same rating.
#[derive(Debug, Clone)]
pub struct NameStack {
    /// The column of their dots.
    pub x: i32,
    /// Columns that the dots take.
    pub width: i32,
    /// Rows that the dots take.
    pub height: i32,
    /// Their names, the first one lowest.
    pub names: Vec<String>,
}

/// A name and where it stands; rows count upwards from the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedName {
    /// The name.
    pub text: String,
    /// Its first column.
    pub x: i32,
    /// Its row: 0 stands right above the axis.
    pub row: i32,
    /// A line from the dots up to the name: column, first row, one past the last row.
    pub line: Option<(i32, i32, i32)>,
}

/// The longest line from dots to a name that the eye still follows.
const LONGEST_LINE: i32 = 6;

/// Places every name within so many columns and rows; `None` when they don't all fit.
pub fn place_names(stacks: &[NameStack], width: i32, rows: i32) -> Option<Vec<PlacedName>> {
    let mut taken = Taken {
        width,
        cells: vec![false; (width.max(0) * rows.max(0)) as usize],
    };
    for stack in stacks {
        let left = stack.x - stack.width / 2;
        for row in 0..stack.height {
            taken.take(left, stack.width, row);
        }
    }
    let mut placed = Vec::new();
    for stack in stacks.iter().filter(|stack| !stack.names.is_empty()) {
        placed.extend(place_stack(stack, rows, &mut taken)?);
    }
    Some(placed)
}

fn place_stack(stack: &NameStack, rows: i32, taken: &mut Taken) -> Option<Vec<PlacedName>> {
    let last = rows - stack.names.len() as i32;
    let highest = last.min(stack.height + LONGEST_LINE);
    let (base, starts) = (stack.height..=highest).find_map(|base| {
        let line_free = (stack.height..base).all(|row| taken.is_free(stack.x, 1, row));
        let names = stack.names.iter().zip(base..);
        let starts = names.map(|(name, row)| taken.start_over(stack.x, cells(name) as i32, row));
        Some((base, starts.collect::<Option<Vec<i32>>>()?)).filter(|_| line_free)
    })?;
    for row in stack.height..base {
        taken.take(stack.x, 1, row);
    }
    let mut placed = Vec::new();
    for ((name, x), row) in stack.names.iter().zip(starts).zip(base..) {
        taken.take(x, cells(name) as i32, row);
        placed.push(PlacedName {
            text: name.clone(),
            x,
            row,
            line: (row == base && base > stack.height).then_some((stack.x, stack.height, base)),
        });
    }
    Some(placed)
}

struct Taken {
    width: i32,
    cells: Vec<bool>,
}

impl Taken {
    fn index(&self, x: i32, row: i32) -> Option<usize> {
        let inside = (0..self.width).contains(&x) && row >= 0;
        inside.then_some((row * self.width + x) as usize)
    }

    fn is_free(&self, x: i32, length: i32, row: i32) -> bool {
        (x..x + length).all(|x| {
            let cell = self.index(x, row).and_then(|at| self.cells.get(at));
            !cell.copied().unwrap_or(false)
        })
    }

    /// Where text of so many cells may start to stand over column `x`: with its middle there, or
    /// moved aside as far as it must and as long as some of it is over the column.
    fn start_over(&self, x: i32, length: i32, row: i32) -> Option<i32> {
        let middle = start_around(x, length, self.width);
        let aside = (0..length).flat_map(|by| [middle - by, middle + by]);
        // A free column at each side keeps two names apart.
        let mut fits = aside.filter(|start| {
            let over = *start..*start + length;
            over.contains(&x)
                && over.start >= 0
                && over.end <= self.width
                && self.is_free(start - 1, length + 2, row)
        });
        fits.next()
    }

    fn take(&mut self, x: i32, length: i32, row: i32) {
        for x in x..x + length {
            if let Some(cell) = self.index(x, row).and_then(|at| self.cells.get_mut(at)) {
                *cell = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn stack(x: i32, names: &[&str]) -> NameStack {
        NameStack {
            x,
            width: 1,
            height: names.len() as i32,
            names: names.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    #[test]
    fn a_name_stands_right_above_its_dot() {
        let placed = place_names(&[stack(10, &["Ana"])], 40, 5).unwrap();
        assert_eq!((placed[0].x, placed[0].row), (9, 1));
        assert_eq!(placed[0].line, None);
    }

    #[test]
    fn two_names_that_would_touch_part_by_a_row() {
        let placed = place_names(&[stack(10, &["Ana"]), stack(12, &["Ben"])], 40, 5).unwrap();
        assert_eq!((placed[0].row, placed[1].row), (1, 2));
        assert_eq!(placed[1].line, Some((12, 1, 2)));
    }

    #[test]
    fn a_name_leans_aside_before_it_rises() {
        let placed = place_names(&[stack(10, &["Sage"]), stack(14, &["Basil"])], 40, 5).unwrap();
        assert_eq!((placed[0].x, placed[0].row), (8, 1));
        assert_eq!((placed[1].x, placed[1].row), (13, 1));
        assert_eq!(placed[1].line, None);
    }

    #[test]
    fn too_many_names_are_refused() {
        let crowd: Vec<_> = (0..10).map(|x| stack(x * 2, &["Alexandra"])).collect();
        assert_eq!(place_names(&crowd, 40, 4), None);
    }
}
