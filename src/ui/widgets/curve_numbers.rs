//! Where the numbers of the curve stand: beside their dots, and never over another dot.

use std::ops::Range;

use super::curve_plan::Plan;
use super::curve_step::CurveStep;
use super::pen::Pen;
use crate::model::rating::Rating;

/// Columns and rows that something takes.
pub type Block = (Range<i32>, Range<i32>);

/// What numbers must leave free: every dot, and every mark of what was expected.
pub fn dots(plan: &Plan, steps: &[CurveStep<'_>]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        for rating in step.dots() {
            let (size, (left, top)) = (plan.dot(rating), plan.corner(at, rating));
            let (left, rows) = (left / 2, top / 2..(top + size.height * 2 + 1) / 2);
            blocks.push((left..left + size.width, rows));
        }
        if let Some(expected) = step.expected {
            let (x, y) = (
                plan.expected_x(at, expected, &step.dots()),
                plan.row(expected),
            );
            let (left, top) = (x - plan.hollow.width / 2, y - plan.hollow.height / 2);
            blocks.push((
                left..left + plan.hollow.width,
                top..top + plan.hollow.height,
            ));
        }
    }
    blocks
}

/// The corner of a number of so many columns and rows, a free column at both its sides included.
///
/// It stands beside its dot or over it, on its own side of zero: where nothing stands yet, or else
/// where it covers least of the lines, and nothing of what is taken. A marked number keeps off the
/// rows that lines have right over or under it.
pub fn place(
    plan: &Plan,
    (step, rating): (usize, Rating),
    (width, height): (i32, i32),
    marked: bool,
    taken: &[Block],
    pen: &Pen<'_>,
) -> (i32, i32) {
    let drawn = |columns: Range<i32>, y: i32| columns.filter(|x| !pen.is_blank(*x, y)).count();
    let covered = |(left, top): (i32, i32)| -> (usize, usize) {
        let rows = top..top + height;
        let under = rows.map(|y| drawn(left..left + width, y)).sum();
        // A filled label that touches its line in the same colour seems to be a part of it.
        let inside = left + 1..left + width - 1;
        let rows = [top - 1, top + height].into_iter();
        let rows = rows.filter(|y| marked && (0..plan.rows).contains(y));
        (under, rows.map(|y| drawn(inside.clone(), y)).sum())
    };
    let places = wished(plan, (step, rating), (width, height));
    let inside = |(left, top): &(i32, i32)| {
        let columns = *left >= plan.left && left + width <= pen.width() + 1;
        let own_side = if rating.is_up() {
            *top >= 0 && top + height <= plan.zero() + 1
        } else {
            *top >= plan.zero() && top + height <= plan.rows
        };
        columns && own_side
    };
    // The free columns of a number may touch a dot.
    let over_taken = |(left, top): &(i32, i32)| {
        let (columns, rows) = (left + 1..left + width - 1, *top..top + height);
        taken
            .iter()
            .any(|(x, y)| meet(x, &columns) && meet(y, &rows))
    };
    let free = places.iter().copied().filter(inside);
    free.filter(|place| !over_taken(place))
        .min_by_key(|place| covered(*place))
        .unwrap_or_else(|| {
            let left = (plan.x(step) + plan.dot(rating).width / 2 + 1).min(pen.width() - width);
            let top = plan.row(rating) - height / 2;
            (left, top.clamp(0, (plan.rows - height).max(0)))
        })
}

/// The places beside a dot, the best first.
fn wished(
    plan: &Plan,
    (step, rating): (usize, Rating),
    (width, height): (i32, i32),
) -> Vec<(i32, i32)> {
    let (x, y) = (plan.x(step), plan.row(rating));
    let half = plan.dot(rating).width / 2;
    // Offsets of the number's middle row, away from zero first.
    let outwards = if rating.is_up() { -1 } else { 1 };
    let near = plan.dot(rating).height / 2 + 1 + height / 2;
    let rows = [0, near / 2, near, near + 1, near + 2]
        .into_iter()
        .flat_map(|dy| [dy * outwards, -dy * outwards]);
    rows.flat_map(|dy| {
        let top = y + dy - height / 2;
        let closer = if dy.abs() >= near { half } else { 0 };
        [x + half + 1 - closer, x - half - width + closer].map(|left| (left, top))
    })
    .collect()
}

fn meet(one: &Range<i32>, other: &Range<i32>) -> bool {
    one.start < other.end && other.start < one.end
}
