//! The signs that no face has: arrows, dots, ticks. Each is an area, seen through the pixels of a face.

use super::glyph::Glyph;
use std::ops::Range;

/// Every sign that is drawn here.
pub(super) const ALL: &str = "▲▼▸◂●○◉•◆★✓✗×›‹↑↓←→";

/// A sign as high as the capitals of a face, and as wide as it should be seen there; `None` for any other.
pub(super) fn drawn(sign: char, capitals: &Range<usize>, columns: usize) -> Option<Glyph> {
    if !ALL.contains(sign) {
        return None;
    }
    let high = capitals.len();
    let columns = if "▸◂›‹".contains(sign) {
        columns * 2 / 3
    } else {
        columns
    };
    let middle = |at: usize, of: usize| (2 * at + 1) as f32 / of as f32 - 1.0;
    let row = |y: usize| {
        (0..columns)
            .filter(|x| covers(sign, middle(*x, columns), middle(y, high)))
            .fold(0, |bits, x| bits | 1 << x)
    };
    let above = (0..capitals.start).map(|_| 0);
    Some(Glyph::from_rows(above.chain((0..high).map(row))))
}

/// Whether a sign covers a point of a square from -1 to 1, from the left and from the top.
fn covers(sign: char, x: f32, y: f32) -> bool {
    let round = x.hypot(y);
    match sign {
        '▲' => x.abs() < f32::midpoint(y, 1.0) + 0.1,
        '▼' => covers('▲', x, -y),
        '▸' => covers('▲', y, -x),
        '◂' => covers('▲', y, x),
        '●' => round < 1.05,
        '○' => (0.6..1.05).contains(&round),
        '◉' => covers('○', x, y) || round < 0.35,
        '•' => round < 0.6,
        '◆' => x.abs() + y.abs() < 1.05,
        '✓' => near(x, y, [(-0.9, 0.1), (-0.3, 0.7)]) || near(x, y, [(-0.3, 0.7), (0.9, -0.8)]),
        '✗' => (x.abs() - y.abs()).abs() < 0.3,
        '×' => covers('✗', x, y) && x.abs() < 0.8 && y.abs() < 0.8,
        '★' => in_star(x, y),
        '›' => (x + y.abs() - 0.5).abs() < 0.5,
        '‹' => covers('›', -x, y),
        // A full head is seen from further away than two strokes.
        '→' => x >= 0.0 && y.abs() < 1.1 - x || x < 0.0 && y.abs() < 0.23,
        '←' => covers('→', -x, y),
        '↓' => covers('→', y, x),
        '↑' => covers('→', -y, x),
        _ => false,
    }
}

/// Whether a point is on a broad stroke.
fn near(x: f32, y: f32, [from, to]: [(f32, f32); 2]) -> bool {
    let along = (to.0 - from.0, to.1 - from.1);
    let length = along.0 * along.0 + along.1 * along.1;
    let share = ((x - from.0) * along.0 + (y - from.1) * along.1) / length;
    let share = share.clamp(0.0, 1.0);
    (x - from.0 - share * along.0).hypot(y - from.1 - share * along.1) < 0.27
}

/// Whether a point is in a star with five points, one of them on top.
fn in_star(x: f32, y: f32) -> bool {
    use std::f32::consts::PI;
    let turn = x.atan2(-y).rem_euclid(PI * 0.4) - PI * 0.2;
    // The edge of a star runs straight from a point at 1.1 to a corner at 0.45.
    let to_point = PI * 0.2 - turn.abs();
    let edge = 0.45 * 1.1 * (PI * 0.2).sin();
    let reach = edge / (0.45 * (PI * 0.2 - to_point).sin() + 1.1 * to_point.sin());
    x.hypot(y) < reach
}
