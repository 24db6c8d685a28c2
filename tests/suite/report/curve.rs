//! The curve's numbers: no line, no sign and no other number goes through one.

use super::rooms::rated;
use super::{PEOPLE, report, samples};
use customer_hat::model::session::{Names, Session};
use customer_hat::report::Format;
use proptest::prelude::*;

/// What stands between two marks.
fn attribute(tag: &str, name: &str) -> f32 {
    let rest = tag.split(&format!(" {name}=\"")).nth(1).unwrap();
    rest.split('"').next().unwrap().parse().unwrap()
}

/// The corners of what the eye sees of a number, a digit 0.68 em wide and 0.7 em high in the widest letters: left, top, right, foot.
type Seen = (f32, f32, f32, f32);

fn numbers(svg: &str, em: f32) -> Vec<(String, Seen)> {
    let texts = svg.split("<text class=\"number ").skip(1);
    let seen = texts.map(|text| {
        let (tag, rest) = text.split_once('>').unwrap();
        let words = rest.split('<').next().unwrap().to_owned();
        let (x, y) = (attribute(tag, "x"), attribute(tag, "y"));
        let wide = 0.68 * em * words.chars().count() as f32;
        (words, (x, y - 0.70 * em, x + wide, y))
    });
    seen.collect()
}

/// Points along every line from step to step.
fn lines(svg: &str) -> Vec<(f32, f32)> {
    let mut points = Vec::new();
    for path in svg.split("<path class=\"way").skip(1) {
        let d = path
            .split(" d=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap();
        let numbers: Vec<f32> = d
            .split(['M', 'C', ' '])
            .filter(|part| !part.is_empty())
            .map(|part| part.parse().unwrap())
            .collect();
        let [x0, y0, x1, y1, x2, y2, x3, y3] = numbers[..] else {
            panic!("{d}");
        };
        points.extend((0..=400).map(|nth| {
            let t = nth as f32 / 400.0;
            let s = 1.0 - t;
            let at = |a: f32, b: f32, c: f32, d: f32| {
                s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
            };
            (at(x0, x1, x2, x3), at(y0, y1, y2, y3))
        }));
    }
    points
}

fn hold(session: &Session) {
    let page = report(session, Format::Html);
    for (id, em, width) in [("curve-wide", 19.0, 760.0), ("curve-narrow", 15.0, 340.0)] {
        let svg = page
            .split(&format!("aria-labelledby=\"{id}-title"))
            .nth(1)
            .unwrap();
        let svg = svg.split("</svg>").next().unwrap();
        let (numbers, lines) = (numbers(svg, em), lines(svg));
        for (nth, (words, (left, top, right, foot))) in numbers.iter().enumerate() {
            assert!(
                *left >= 0.0 && *right <= width,
                "{id}: {words} stands outside"
            );
            let through = lines
                .iter()
                .find(|(x, y)| x > left && x < right && y > top && y < foot);
            assert_eq!(
                through, None,
                "{id}: a line goes through {words} at {left}, {foot}"
            );
            for (other, (x, y, to_x, to_y)) in &numbers[nth + 1..] {
                let apart = to_x <= left || x >= right || to_y <= top || y >= foot;
                assert!(apart, "{id}: {words} stands on {other}");
            }
        }
    }
}

#[test]
fn no_branch_goes_through_a_number_of_the_samples_or_of_a_room_that_splits() {
    samples::every().iter().for_each(hold);
    let split: &[i64] = &[8, 7, 6, -7, -8, -9];
    let mild: &[i64] = &[4, 4, 5, -4, -4, -5];
    let (low, high): (&[i64], &[i64]) = (&[-4, -4, -4, -4, -5, -5], &[9, 9, 9, 8, 8, 8]);
    for steps in [
        [low, split, low, split, high],
        [split, mild, split, mild, split],
        [high, mild, high, low, mild],
        [mild, low, mild, high, mild],
    ] {
        hold(&rated(&PEOPLE, Names::Shown, &steps));
    }
}

fn points() -> impl Strategy<Value = i64> {
    (1..=10_i64, any::<bool>()).prop_map(|(points, up)| if up { points } else { -points })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_branch_goes_through_a_number_of_any_room(
        steps in prop::collection::vec(prop::collection::vec(points(), 6), 5),
        people in prop::sample::select(vec![1_usize, 2, 3, 6]),
    ) {
        let steps: Vec<&[i64]> = steps.iter().map(|step| &step[..people]).collect();
        hold(&rated(&PEOPLE[..people], Names::Shown, &steps));
    }
}
