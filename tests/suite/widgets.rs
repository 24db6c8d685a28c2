//! The widgets as they are drawn: pictures for the eye, and any size for the nerves.
#![allow(clippy::unwrap_used)]

use std::time::Duration;

use customer_hat::model::rating::Rating;
use customer_hat::ui::widgets::chips::{Chip, Chips, ChipsLooks, Side};
use customer_hat::ui::widgets::clock::Clock;
use customer_hat::ui::widgets::curve::{Curve, CurveLooks, CurveStep, Felt};
use customer_hat::ui::widgets::dots::Dots;
use customer_hat::ui::widgets::headline::Headline;
use customer_hat::ui::widgets::mask::Mask;
use customer_hat::ui::widgets::scale::{Scale, ScaleDot, ScaleLooks, ScaleWord};
use customer_hat::ui::widgets::scale_few::ScaleFew;
use customer_hat::ui::widgets::scale_input::ScaleInput;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::widgets::Widget;

use crate::kit::screen_text;

const UP: Style = Style::new().fg(Color::Blue);
const DOWN: Style = Style::new().fg(Color::Yellow);

fn rating(points: i64) -> Rating {
    Rating::try_from(points).unwrap()
}

fn drawn(widget: impl Widget, width: u16, height: u16) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    widget.render(area, &mut buf);
    screen_text(&buf)
}

type Draw<'a> = Box<dyn Fn(Rect, &mut Buffer) + 'a>;

fn any<'a, W: 'a>(widget: W) -> Draw<'a>
where
    for<'w> &'w W: Widget,
{
    Box::new(move |area, buf| widget.render(area, buf))
}

fn scale_looks() -> ScaleLooks {
    ScaleLooks {
        up: UP,
        down: DOWN,
        ..ScaleLooks::default()
    }
}

fn words() -> Vec<ScaleWord<'static>> {
    let marks = [
        (-10, "never again"),
        (-5, "let down"),
        (-1, "a little put off"),
        (1, "a little pleased"),
        (5, "cared for"),
        (10, "I'd tell everyone"),
    ];
    let word = |(at, words)| ScaleWord {
        at: rating(at),
        words,
    };
    marks.map(word).to_vec()
}

fn dot(points: i64, name: &str) -> ScaleDot<'_> {
    ScaleDot {
        rating: rating(points),
        first: None,
        name: Some(name),
    }
}

fn five() -> Vec<ScaleDot<'static>> {
    let again = |dot, first| ScaleDot {
        first: Some(rating(first)),
        ..dot
    };
    vec![
        dot(-8, "Ana"),
        dot(-4, "Ben"),
        again(dot(-3, "Cho"), -6),
        dot(-4, "Eva Lindgren"),
        again(dot(4, "Dev"), 8),
    ]
}

fn crowd() -> Vec<ScaleDot<'static>> {
    let names = [
        "Ana", "Ben", "Cho", "Dev", "Eva", "Finn", "Gerda", "Hiroshi", "Ines", "Jan",
    ];
    let points = [
        -10, -9, -8, -8, -7, -5, -5, -4, -4, -4, -2, -1, 1, 2, 3, 3, 5, 7, 8, 10,
    ];
    let people = points.iter().zip(names.iter().cycle());
    people.map(|(points, name)| dot(*points, name)).collect()
}

fn journey() -> Vec<CurveStep<'static>> {
    let step = |name, felt, (low, high), expected| CurveStep {
        name,
        felt: Felt::One(rating(felt)),
        range: Some((rating(low), rating(high))),
        expected: Some(rating(expected)),
    };
    vec![
        step("website", 5, (2, 7), 7),
        step("call", -5, (-9, 3), 7),
        step("buy", 3, (-2, 6), 5),
        step("problem", -7, (-10, -4), 3),
        step("leader", 1, (-3, 4), 3),
    ]
}

fn broken_journey() -> Vec<CurveStep<'static>> {
    let mut steps = journey();
    steps[1].felt = Felt::Split(rating(-7), rating(6));
    steps[3].felt = Felt::Nothing;
    steps[3].range = None;
    steps
}

fn long_journey() -> Vec<CurveStep<'static>> {
    let mut steps = journey();
    steps.extend(broken_journey());
    steps.truncate(9);
    steps
}

fn curve_looks() -> CurveLooks {
    CurveLooks {
        up: UP,
        down: DOWN,
        ..CurveLooks::default()
    }
}

fn chips() -> Vec<Chip<'static>> {
    let chip = |(at, (word, side)): (usize, &(&'static str, Side))| Chip {
        word,
        side: *side,
        picked: at == 1,
        key: Chips::key_at(at),
    };
    let words = [
        ("special", Side::Up),
        ("welcome", Side::Up),
        ("ignored", Side::Down),
        ("an annoyance", Side::Down),
        ("odd", Side::Plain),
    ];
    words.iter().enumerate().map(chip).collect()
}

#[test]
fn a_headline_breaks_over_lines() {
    let question = Headline::new("How did they make me feel?").centred();
    insta::assert_snapshot!(drawn(&question, 78, 9));
}

#[test]
fn accents_stay_and_other_scripts_are_plain() {
    insta::assert_snapshot!(drawn(&Headline::new("Café Łódź"), 78, 4));
    insta::assert_snapshot!(drawn(&Headline::new("顧客満足"), 78, 4));
}

#[test]
fn everybody_stands_on_the_scale_with_their_name() {
    let (dots, words) = (five(), words());
    let scale = Scale::new(&dots).words(&words).looks(scale_looks());
    insta::assert_snapshot!(drawn(&scale.median(Some(rating(-4))), 80, 12));
}

#[test]
fn the_reminder_of_the_scale_has_its_numbers_and_words_on_few_rows() {
    let marks = [
        (-10, "never again"),
        (-5, "let down"),
        (-1, "a bit off"),
        (1, "quite nice"),
        (5, "cared for"),
        (10, "made my day"),
    ];
    let words = marks.map(|(at, words)| ScaleWord {
        at: rating(at),
        words,
    });
    let scale = Scale::new(&[]).words(&words);
    assert_eq!(scale.height_for(78, 6), 3);
    assert_eq!(scale.height_for(78, 2), 2);
    assert_eq!(scale.height_for(58, 6), 4);
    insta::assert_snapshot!(drawn(&scale, 78, 3));
    insta::assert_snapshot!(drawn(&scale, 78, 2));
    insta::assert_snapshot!(drawn(&scale, 58, 4));
}

#[test]
fn a_second_rating_keeps_its_names_and_large_dots() {
    let again = |points, first, name| ScaleDot {
        first: Some(rating(first)),
        ..dot(points, name)
    };
    let dots = [
        again(-3, -5, "Olive"),
        again(-2, 4, "Basil"),
        again(-1, 6, "Fern"),
        again(1, -2, "Sage"),
        again(1, -7, "Hazel"),
        dot(-8, "Rowan"),
    ];
    let scale = Scale::new(&dots).looks(scale_looks());
    insta::assert_snapshot!(drawn(&scale, 80, 9));
    insta::assert_snapshot!(drawn(&scale, 60, 5));
}

#[test]
fn a_journey_on_few_rows_has_dots_that_stand_out() {
    let steps = journey();
    let curve = Curve::new(&steps).looks(curve_looks());
    insta::assert_snapshot!(drawn(&curve.marks(Some(0), Some(3)), 80, 11));
}

#[test]
fn twenty_people_fit_on_the_scale() {
    let (dots, words) = (crowd(), words());
    let scale = Scale::new(&dots).words(&words).looks(scale_looks());
    insta::assert_snapshot!(drawn(&scale, 80, 16));
}

#[test]
fn a_crowd_in_a_narrow_room_is_told_under_the_scale() {
    let (dots, words) = (crowd(), words());
    let scale = Scale::new(&dots).words(&words).looks(scale_looks());
    insta::assert_snapshot!(drawn(&scale, 40, 16));
}

#[test]
fn twenty_who_agree_stand_in_one_stack() {
    let same: Vec<_> = (0..20).map(|_| dot(4, "")).collect();
    let same: Vec<_> = same
        .into_iter()
        .map(|dot| ScaleDot { name: None, ..dot })
        .collect();
    insta::assert_snapshot!(drawn(&Scale::new(&same).looks(scale_looks()), 60, 8));
}

#[test]
fn one_and_two_people_stand_large() {
    let (dots, words) = (five(), words());
    let one = ScaleFew::new(&dots[..1]).words(&words).looks(scale_looks());
    insta::assert_snapshot!(drawn(&one, 60, 14));
    let two = ScaleFew::new(&dots[2..4])
        .words(&words)
        .looks(scale_looks());
    insta::assert_snapshot!(drawn(&two, 60, 14));
}

#[test]
fn the_open_ballot_shows_its_value_and_waits_without_one() {
    let words = words();
    let value = ScaleInput::new(Some(rating(7))).words(&words);
    insta::assert_snapshot!(drawn(&value.looks(scale_looks()), 80, 14));
    let waiting = ScaleInput::new(None).words(&words);
    insta::assert_snapshot!(drawn(&waiting.looks(scale_looks()), 40, 8));
}

#[test]
fn the_journey_is_one_curve() {
    let steps = journey();
    let curve = Curve::new(&steps).looks(curve_looks());
    insta::assert_snapshot!(drawn(&curve.marks(Some(0), Some(3)), 76, 20));
}

#[test]
fn a_split_and_a_missing_step_break_the_curve() {
    let steps = broken_journey();
    let curve = Curve::new(&steps).looks(curve_looks());
    insta::assert_snapshot!(drawn(&curve.selected(Some(1)), 56, 14));
}

#[test]
fn nine_steps_take_turns_with_their_names() {
    let steps = long_journey();
    insta::assert_snapshot!(drawn(&Curve::new(&steps).looks(curve_looks()), 60, 18));
}

#[test]
fn words_wrap_and_show_what_is_picked() {
    let chips = chips();
    let looks = ChipsLooks {
        up: UP,
        down: DOWN,
        ..ChipsLooks::default()
    };
    let chips = Chips::new(&chips).cursor(Some(3)).looks(looks);
    assert_eq!(chips.height_for(44), 3);
    insta::assert_snapshot!(drawn(&chips, 44, 3));
    assert_eq!((chips.beside(44, 0, 1), chips.beside(44, 3, -1)), (2, 1));
}

#[test]
fn the_mask_is_always_the_same() {
    insta::assert_snapshot!(drawn(&Mask::default(), 30, 1));
    insta::assert_snapshot!(drawn(&Mask::default(), 30, 5));
}

#[test]
fn a_height_asked_for_is_enough_to_show_the_same_again() {
    let (dots, words) = (five(), words());
    for width in [40, 60, 80, 120] {
        let scale = Scale::new(&dots).words(&words);
        let height = scale.height_for(width, 30);
        let (tight, loose) = (drawn(&scale, width, height), drawn(&scale, width, 30));
        let rows = |text: &str| {
            let all = text.lines().map(str::to_owned);
            let rows: Vec<String> = all.filter(|row| !row.contains(':')).collect();
            rows.join("\n").trim_start_matches('\n').to_owned()
        };
        assert_eq!(rows(&tight), rows(&loose), "{width}");
    }
}

#[test]
fn nothing_panics_at_any_size_or_leaves_its_area() {
    let (five, crowd, words, chips) = (five(), crowd(), words(), chips());
    let journeys = [journey(), broken_journey(), long_journey(), vec![]];
    let some = |widths: &[u16], heights: &[u16]| -> Vec<(u16, u16)> {
        let row = |width: &u16| {
            heights
                .iter()
                .map(|height| (*width, *height))
                .collect::<Vec<_>>()
        };
        widths.iter().flat_map(row).collect()
    };
    let mut sizes = some(
        &[0, 1, 2, 3, 5, 8, 13, 20, 21, 22, 24, 25, 30, 39, 40, 41],
        &[0, 1, 2, 3, 4, 5, 6, 7, 9, 12],
    );
    sizes.extend(some(
        &[59, 60, 77, 80, 100, 133, 200],
        &[1, 3, 10, 20, 41, 60],
    ));
    for (width, height) in sizes {
        let mut widgets = vec![
            any(Headline::new("How did they make me feel?").centred()),
            any(Headline::new("顧客 👩‍🚀 שלום Ωμέγα")),
            any(Scale::new(&five).words(&words).median(Some(rating(-4)))),
            any(Scale::new(&crowd).words(&words)),
            any(Scale::new(&[]).words(&words)),
            any(ScaleFew::new(&five[..2]).words(&words)),
            any(ScaleFew::new(&five).words(&words)),
            any(ScaleInput::new(Some(rating(-10))).words(&words)),
            any(ScaleInput::new(None).words(&words)),
            any(Chips::new(&chips).cursor(Some(2))),
            any(Mask::default()),
            any(Dots::new(5, 2)),
            any(Clock::new(Duration::from_secs(4000))),
        ];
        for steps in &journeys {
            let curve = Curve::new(steps).marks(Some(0), Some(3));
            widgets.push(any(curve.selected(Some(1))));
        }
        for (at, draw) in widgets.iter().enumerate() {
            let mut buf = Buffer::empty(Rect::new(0, 0, width + 4, height + 4));
            let area = Rect::new(2, 2, width, height);
            draw(area, &mut buf);
            for y in 0..height + 4 {
                for x in 0..width + 4 {
                    let inside = area.contains((x, y).into());
                    let blank = buf[(x, y)].symbol() == " ";
                    assert!(
                        inside || blank,
                        "widget {at} at {width}×{height} wrote at {x},{y}"
                    );
                }
            }
            // A screen smaller than the area it is asked to draw in.
            draw(
                Rect::new(1, 1, width, height),
                &mut Buffer::empty(Rect::new(0, 0, width, height)),
            );
        }
    }
}
