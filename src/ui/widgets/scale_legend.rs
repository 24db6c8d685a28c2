//! Who stands where on the scale, in rows of text, for when there is no room over the dots.

use std::collections::BTreeMap;

use ratatui::style::{Modifier, Style};

use super::scale_looks::ScaleLooks;
use super::scale_plan::Stack;
use super::shape::Shape;
use super::wrap::{cells, shorten};
use crate::model::rating::Rating;

/// A row of text: its parts and their styles.
pub type Row = Vec<(String, Style)>;

/// Who stands where: `◆ −8 Ana, Ben   ● +3 Dev`, or in fewer rows `−8 Ana, Ben  +3 Dev`.
///
/// The last row ends with `…` when some are left out.
pub fn legend(
    stacks: &BTreeMap<Rating, Stack<'_>>,
    looks: &ScaleLooks,
    width: i32,
    rows: i32,
) -> Vec<Row> {
    let rows = rows.max(0) as usize;
    let loose = lay_out(stacks, looks, width, true);
    if loose.len() <= rows {
        return loose;
    }
    let mut tight = lay_out(stacks, looks, width, false);
    if tight.len() > rows {
        tight.truncate(rows);
        if let Some(line) = tight.last_mut() {
            let used: usize = line.iter().map(|(text, _)| cells(text)).sum();
            if let Some((last, _)) = line.last_mut().filter(|_| used as i32 + 2 > width) {
                *last = shorten(last, cells(last).saturating_sub(2));
            }
            line.push((" …".to_owned(), looks.name));
        }
    }
    tight
}

fn lay_out(
    stacks: &BTreeMap<Rating, Stack<'_>>,
    looks: &ScaleLooks,
    width: i32,
    loose: bool,
) -> Vec<Row> {
    let apart = if loose { "   " } else { "  " };
    let mut lines: Vec<Row> = Vec::new();
    let mut used = 0;
    for (rating, stack) in stacks.iter().filter(|(_, stack)| !stack.names.is_empty()) {
        let sign = if loose {
            format!("{} {rating} ", Shape::of(*rating).symbol())
        } else {
            format!("{rating} ")
        };
        let room = (width - cells(&sign) as i32).max(0) as usize;
        let names = shorten(&stack.names.join(", "), room);
        let length = (cells(&sign) + cells(&names)) as i32;
        if lines.is_empty() || used + apart.len() as i32 + length > width {
            lines.push(vec![]);
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push((apart.to_owned(), Style::new()));
                used += apart.len() as i32;
            }
            let style = looks.of(*rating).add_modifier(Modifier::BOLD);
            line.push((sign, style));
            line.push((names, looks.name));
            used += length;
        }
    }
    lines
}
