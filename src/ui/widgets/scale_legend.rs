//! Who stands where on the scale, in rows of text, for when there is no room over the dots.

use std::collections::BTreeMap;

use ratatui::style::{Modifier, Style};

use super::evenly;
use super::scale_looks::ScaleLooks;
use super::scale_plan::Stack;
use super::shape::Shape;
use super::wrap::{cells, shorten};
use crate::model::rating::Rating;

/// A row of text: its parts and their styles.
pub type Row = Vec<(String, Style)>;

/// Who stands where: `◆ −8 Ana, Ben   ● +3 Dev`, or in fewer rows `−8 Ana, Ben  +3 Dev`, the names
/// shortened where they must be. None when not everybody has a place in so many rows.
pub fn legend(
    stacks: &BTreeMap<Rating, Stack<'_>>,
    looks: &ScaleLooks,
    width: i32,
    rows: i32,
) -> Option<Vec<Row>> {
    let rows = rows.max(0) as usize;
    let loose = lay_out(stacks, looks, width, (usize::MAX, true));
    if loose.len() <= rows {
        return Some(loose);
    }
    evenly::fitting(rows, |cells| lay_out(stacks, looks, width, (cells, false)))
}

/// As [`legend`], the last row ending with `…` for those who are left out.
pub fn cut_legend(
    stacks: &BTreeMap<Rating, Stack<'_>>,
    looks: &ScaleLooks,
    width: i32,
    rows: i32,
) -> Vec<Row> {
    let rows = rows.max(0) as usize;
    let lay_out = |cells| lay_out(stacks, looks, width, (cells, false));
    let mut cut = evenly::shortened(rows, lay_out);
    if cut.len() > rows {
        cut.truncate(rows);
        if let Some(line) = cut.last_mut() {
            let used: usize = line.iter().map(|(text, _)| cells(text)).sum();
            if let Some((last, _)) = line.last_mut().filter(|_| used as i32 + 2 > width) {
                *last = shorten(last, cells(last).saturating_sub(2));
            }
            line.push((" …".to_owned(), looks.name));
        }
    }
    cut
}

/// The rows with names of at most so many cells, loose or tight.
fn lay_out(
    stacks: &BTreeMap<Rating, Stack<'_>>,
    looks: &ScaleLooks,
    width: i32,
    (longest, loose): (usize, bool),
) -> Vec<Row> {
    let apart = if loose { "   " } else { "  " };
    let mut lines = Lines::new(width);
    let names: Vec<_> = stacks.values().flat_map(|stack| &stack.names).collect();
    let mut names = evenly::apart(&names, longest).into_iter();
    for (rating, stack) in stacks.iter().filter(|(_, stack)| !stack.names.is_empty()) {
        let sign = if loose {
            format!("{} {rating} ", Shape::of(*rating).symbol())
        } else {
            format!("{rating} ")
        };
        let bold = looks.of(*rating).add_modifier(Modifier::BOLD);
        let names: Vec<_> = names.by_ref().take(stack.names.len()).collect();
        let group: usize = names.iter().map(|name| cells(name) + 2).sum();
        let group = (cells(&sign) + group).saturating_sub(2);
        let room = width as usize - cells(&sign).min(width as usize);
        for (index, name) in names.iter().enumerate() {
            let name = shorten(name, room.saturating_sub(1));
            if index == 0 {
                // A group that fits on a row of its own is not parted.
                lines.put(apart, group, vec![(sign.clone(), bold), (name, looks.name)]);
            } else {
                lines.put_more(vec![(name, looks.name)], looks.name);
            }
        }
    }
    lines.rows
}

/// Rows being filled.
struct Lines {
    rows: Vec<Row>,
    used: usize,
    width: usize,
}

impl Lines {
    fn new(width: i32) -> Self {
        Self {
            rows: Vec::new(),
            used: 0,
            width: width.max(0) as usize,
        }
    }

    /// A piece of its own, apart from what stands before it.
    fn put(&mut self, apart: &str, group: usize, piece: Row) {
        let length = if group <= self.width {
            group
        } else {
            length(&piece)
        };
        if self.rows.is_empty() || self.used + apart.len() + length > self.width {
            self.rows.push(Vec::new());
            self.used = 0;
        } else {
            self.add((apart.to_owned(), Style::new()));
        }
        self.add_all(piece);
    }

    /// A piece that goes on after a comma; the comma stays on its row.
    fn put_more(&mut self, piece: Row, style: Style) {
        self.add((",".to_owned(), style));
        if self.used + 1 + length(&piece) > self.width {
            self.rows.push(Vec::new());
            self.used = 0;
        } else {
            self.add((" ".to_owned(), style));
        }
        self.add_all(piece);
    }

    fn add_all(&mut self, piece: Row) {
        for part in piece {
            self.add(part);
        }
    }

    fn add(&mut self, part: (String, Style)) {
        self.used += cells(&part.0);
        if let Some(row) = self.rows.last_mut() {
            row.push(part);
        }
    }
}

fn length(piece: &Row) -> usize {
    piece.iter().map(|(text, _)| cells(text)).sum()
}
