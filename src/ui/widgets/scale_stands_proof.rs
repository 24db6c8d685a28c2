//! Whoever rated is seen on the scale, as a dot or in a true count, in rooms of every kind.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::scale::{Scale, ScaleDot};
use super::shape::Shape;
use super::wrap::cells;
use crate::model::rating::Rating;

/// First column, one past the last, first row, one past the last; rows from the top.
type Cells = (i32, i32, i32, i32);

fn dots(points: &[i64], named: bool) -> Vec<ScaleDot<'static>> {
    let dot = |points: &i64| ScaleDot {
        rating: Rating::try_from(*points).unwrap(),
        first: None,
        name: named.then_some("Rowan"),
    };
    points.iter().map(dot).collect()
}

/// What is drawn in a column and row.
fn symbol(buf: &Buffer, x: i32, y: i32) -> &str {
    buf[(x as u16, y as u16)].symbol()
}

/// Whether two that share a row have no free column between them.
fn touch(one: Cells, other: Cells) -> bool {
    let rows = one.2 < other.3 && other.2 < one.3;
    rows && one.0 <= other.1 && other.0 <= one.1
}

/// Draws the scale and counts everybody in what is drawn.
fn check(scale: &Scale<'_>, width: u16, height: u16) {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    scale.render(area, &mut buf);
    let plan = scale.plan(i32::from(width), i32::from(height)).unwrap();
    let mut used: Vec<(Rating, Cells)> = Vec::new();
    for (rating, stack) in scale.stacks() {
        let stand = &plan.stands[&rating];
        let (from, to) = (stand.left, stand.left + stand.width);
        let of_dots = (from, to, plan.room - stand.rows, plan.room);
        if stand.shown > 0 {
            assert!(stand.left <= plan.places.x(rating) && plan.places.x(rating) < to);
            used.push((rating, of_dots));
        }
        let of_shape = |hollow: bool| {
            let shape = Shape {
                hollow,
                ..Shape::of(rating)
            };
            let rows = shape.rows(plan.dot).concat();
            rows.chars().filter(|sign| *sign != ' ').count() as i32
        };
        let solid = stand.shown.min(stack.now as i32);
        let expected = solid * of_shape(false) + (stand.shown - solid) * of_shape(true);
        let seen = (of_dots.2..of_dots.3)
            .flat_map(|y| (from..to).map(move |x| (x, y)))
            .filter(|(x, y)| symbol(&buf, *x, *y) != " ")
            .count() as i32;
        assert_eq!(seen, expected, "the dots at {rating}");
        let Some(count) = &stand.count else {
            assert_eq!(stand.shown, stack.count(), "nobody left out at {rating}");
            continue;
        };
        let row = plan.room - 1 - count.row;
        let end = count.x + cells(&count.text) as i32;
        let text: String = (count.x..end).map(|x| symbol(&buf, x, row)).collect();
        let people = if stack.now > 0 {
            stack.now
        } else {
            stack.before
        };
        assert_eq!(text, format!("×{people}"));
        used.push((rating, (count.x, end, row, row + 1)));
    }
    for (rating, one) in &used {
        assert!(one.0 >= 0 && one.1 <= i32::from(width), "{rating} outside");
        assert!(one.2 >= 0, "{rating} over the top");
        let others = used.iter().filter(|(other, _)| other != rating);
        for (other, its) in others {
            assert!(!touch(*one, *its), "{rating} touches {other}");
        }
    }
    if plan.names.is_empty() {
        let all = (0..plan.room).flat_map(|y| (0..i32::from(width)).map(move |x| (x, y)));
        for (x, y) in all.filter(|(x, y)| symbol(&buf, *x, *y) != " ") {
            let own = |one: &Cells| (one.0..one.1).contains(&x) && (one.2..one.3).contains(&y);
            assert!(used.iter().any(|(_, one)| own(one)), "{x} {y} is nobody's");
        }
    }
}

fn any_points() -> impl Strategy<Value = i64> {
    prop_oneof![
        2 => prop_oneof![Just(-10_i64), Just(10), Just(-9), Just(9), Just(-1), Just(1)],
        3 => (-10_i64..=10).prop_filter("no zero", |points| *points != 0),
    ]
}

/// Three to twenty people who share a few ratings, or each have their own.
fn any_room() -> impl Strategy<Value = Vec<i64>> {
    let few = prop::collection::vec(any_points(), 1..=5).prop_flat_map(|shared| {
        let one = prop::sample::select(shared);
        prop::collection::vec(one, 3..=20)
    });
    let neighbours = (-10_i64..=6, 1_i64..=4).prop_flat_map(|(from, many)| {
        let one =
            (from..from + many).prop_map(|points| if points >= 0 { points + 1 } else { points });
        prop::collection::vec(one, 3..=20)
    });
    prop_oneof![few, neighbours, prop::collection::vec(any_points(), 3..=20)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1500) })]

    #[test]
    fn everybody_is_seen_or_counted(
        points in any_room(),
        width in prop_oneof![60_u16..=100, 60_u16..=200],
        height in 6_u16..=30,
        named in any::<bool>(),
        large in any::<bool>(),
    ) {
        let dots = dots(&points, named);
        let scale = Scale::new(&dots);
        check(&if large { scale.large() } else { scale }, width, height);
    }

    #[test]
    fn a_second_rating_leaves_nobody_out(
        points in any_room(),
        firsts in prop::collection::vec(any_points(), 20),
        width in 60_u16..=200,
        height in 6_u16..=30,
    ) {
        let mut dots = dots(&points, false);
        for (dot, first) in dots.iter_mut().zip(firsts) {
            dot.first = Some(Rating::try_from(first).unwrap());
        }
        check(&Scale::new(&dots), width, height);
    }
}

#[test]
fn the_ends_of_the_scale_hold_their_crowds() {
    let rooms = [
        vec![(-10, 8), (5, 2)],
        vec![(-10, 20)],
        vec![(10, 20)],
        vec![(-10, 5), (-9, 5), (9, 5), (10, 5)],
        vec![(-4, 10), (-3, 10)],
    ];
    for room in rooms {
        let points: Vec<i64> = room
            .iter()
            .flat_map(|(points, many)| vec![*points; *many])
            .collect();
        let dots = dots(&points, false);
        for width in 57..=120 {
            for height in 6..=30 {
                check(&Scale::new(&dots), width, height);
            }
        }
    }
}
