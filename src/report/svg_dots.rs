//! The ratings of one step as a picture: a dot a person on the scale, stacked where several felt the same.

use super::sentences as say;
use super::step_facts::StepFacts;
use super::step_rows::first_ratings;
use super::strip::middles;
use super::svg::{Svg, steps_from_middle};
use crate::model::rating::Rating;

const WIDTH: f32 = 360.0;
/// One rating's room.
const SLOT: f32 = 16.4;
/// The most room that a stack of dots takes.
const TALLEST: f32 = 96.0;
/// Half a dot, at most and at least.
const RADIUS: (f32, f32) = (6.4, 3.0);
/// Room for the words over a row, and for the numbers under the first one.
const WORDS: f32 = 16.0;
const NUMBERS: f32 = 18.0;

/// One row of dots on the common scale.
struct Row {
    label: &'static str,
    class: &'static str,
    ratings: Vec<Rating>,
}

/// The picture of a step's ratings.
pub(super) fn draw(step: &StepFacts) -> String {
    let rows = rows(step);
    let tallest = |row: &Row| {
        let stacks =
            Rating::all().map(|rating| row.ratings.iter().filter(|r| **r == rating).count());
        stacks.max().unwrap_or(0).max(1)
    };
    let highest = rows.iter().map(tallest).max().unwrap_or(1);
    let radius = (TALLEST / (2.2 * highest as f32)).clamp(RADIUS.1, RADIUS.0);
    let pitch = radius * 2.2;
    let heights: Vec<f32> = rows
        .iter()
        .map(|row| WORDS + pitch * tallest(row) as f32 + 4.0)
        .collect();
    let height = heights.iter().sum::<f32>() + NUMBERS + 4.0;
    let title = format!("How it felt: {}", step.title);
    let id = format!("dots-{}", step.number);
    let mut svg = Svg::new(&id, (WIDTH, height), &title, &description(&rows));
    let mut top = 0.0;
    for (at, (row, tall)) in rows.iter().zip(&heights).enumerate() {
        let base = top + tall;
        if at == 0 {
            medians(&mut svg, step, base, tall - WORDS);
        }
        draw_row(&mut svg, row, base, radius, at);
        svg.text("row", (2.0, top + 11.0), "start", row.label);
        if at == 0 {
            numbers(&mut svg, base + NUMBERS - 4.0);
            top = base + NUMBERS;
        } else {
            top = base;
        }
    }
    svg.done()
}

fn rows(step: &StepFacts) -> Vec<Row> {
    let first = first_ratings(step);
    let changed = step.revealed_again.is_some() && first != step.felt();
    let all = [
        (
            true,
            if changed {
                "felt, after the talk"
            } else {
                "felt"
            },
            "dot",
            step.felt(),
        ),
        (changed, "felt at first", "dot ghost", first),
        (
            true,
            "expected before",
            "dot expected",
            step.expectations.clone(),
        ),
    ];
    let rows = all.into_iter().filter(|(is, label, _, ratings)| {
        *is && (!ratings.is_empty() || label.starts_with("felt"))
    });
    rows.map(|(_, label, class, ratings)| Row {
        label,
        class,
        ratings,
    })
    .collect()
}

fn description(rows: &[Row]) -> String {
    let rows = rows.iter().map(|row| match &row.ratings[..] {
        [] => format!("{}: nothing", row.label),
        ratings => format!("{}: {}", row.label, say::row(ratings)),
    });
    rows.collect::<Vec<_>>().join(". ") + "."
}

fn x(rating: Rating) -> f32 {
    WIDTH / 2.0
        + SLOT * 1.03 * steps_from_middle(rating)
        + 4.0 * f32::from(rating.points().signum())
}

fn draw_row(svg: &mut Svg, row: &Row, base: f32, radius: f32, at: usize) {
    let (left, right) = (
        x(Rating::LOWEST) - SLOT / 2.0,
        x(Rating::HIGHEST) + SLOT / 2.0,
    );
    let class = if at == 0 { "base" } else { "grid" };
    svg.line(class, (left, base), (right, base));
    svg.line(
        "middle",
        (WIDTH / 2.0, base - 9.0),
        (WIDTH / 2.0, base + 5.0),
    );
    for rating in Rating::all() {
        let side = if rating.is_up() { "up" } else { "down" };
        let people = row.ratings.iter().filter(|one| **one == rating).count();
        for nth in 0..people {
            let y = base - radius * 1.1 - 2.0 - radius * 2.2 * nth as f32;
            svg.circle(&format!("{} {side}", row.class), (x(rating), y), radius);
        }
    }
}

/// A band behind the median; behind both camps of a room that is split.
fn medians(svg: &mut Svg, step: &StepFacts, base: f32, tall: f32) {
    if step.summary.n() < 3 {
        return;
    }
    for rating in middles(&step.summary) {
        let corner = (x(rating) - SLOT / 2.0, base - tall);
        svg.rect("band", corner, (SLOT, tall), 4.0);
    }
}

fn numbers(svg: &mut Svg, y: f32) {
    for points in [-10, -5, -1, 1, 5, 10] {
        if let Ok(rating) = Rating::try_from(points) {
            svg.text("axis", (x(rating), y), "middle", &rating.to_string());
        }
    }
}
