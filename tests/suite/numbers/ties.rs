//! Equal moments are all named, in every format; of steps all alike none is best and none is worst.

use super::*;
use customer_hat::model::compare::Comparison;
use customer_hat::model::stats::likely_remembered;
use customer_hat::ui::compare::text;

/// Somebody alone who felt this at the five steps.
fn alone(points: [i64; 5]) -> Session {
    let rows = points.map(|points| vec![points]);
    let rows: Vec<&[i64]> = rows.iter().map(Vec::as_slice).collect();
    judged(first(&["Ana"], &rows), &[false])
}

/// The names of steps in full and in a word, by their indices.
fn named(session: &Session, steps: &[usize]) -> [Vec<String>; 2] {
    let asked = &session.exercise().steps;
    let title = |step: &usize| asked[*step].title.to_string();
    let short = |step: &usize| asked[*step].short.to_string();
    [
        steps.iter().map(title).collect(),
        steps.iter().map(short).collect(),
    ]
}

/// The line of a text that begins with a label, and the next one, as it may go on there.
fn line(text: &str, label: &str) -> String {
    let mut lines = text.lines().map(str::trim);
    let found = lines.find(|line| line.contains(label));
    let found = found.unwrap_or_else(|| panic!("{label} is not in {text}"));
    format!("{found} {}", lines.next().unwrap_or_default())
}

/// Rooms with the same landmarks everywhere: which steps are worst, and which best.
const CASES: [([i64; 5], &[usize], &[usize]); 5] = [
    ([-4, -4, 6, 6, 2], &[0, 1], &[2, 3]),
    ([-4, 6, -4, 6, -4], &[0, 2, 4], &[1, 3]),
    ([1, 2, 2, 2, 2], &[0], &[1, 2, 3, 4]),
    ([-9, 3, 3, 3, -9], &[0, 4], &[1, 2, 3]),
    ([7, 1, 2, 3, 4], &[1], &[0]),
];

#[test]
fn all_that_are_equally_bad_or_good_are_named_in_every_format() {
    for (points, worst, best) in CASES {
        let session = alone(points);
        let names = |text: &str, label: &str, steps: &[usize]| {
            let line = line(text, label);
            let [titles, shorts] = named(&session, steps);
            let all = |names: &[String]| names.iter().all(|name| line.contains(name.as_str()));
            assert!(all(&titles) || all(&shorts), "{line}");
        };
        for (width, height) in &SIZES[..3] {
            let text = stage_at(&session, Place::Journey).text(*width, *height);
            names(&text, "▼ worst ", worst);
            names(&text, "▲ best ", best);
        }
        let story = home_with(&[&session]).run(&["replay", "last"]).out;
        names(&story, "Worst: ", worst);
        names(&story, "Best: ", best);
        for (format, report) in reports(&session) {
            match format {
                "text" | "markdown" => {
                    names(&report, "worst", worst);
                    names(&report, "best", best);
                }
                "html" => {
                    let after = |label: &str| {
                        report
                            .split(label)
                            .nth(1)
                            .unwrap()
                            .split("</div>")
                            .next()
                            .unwrap()
                            .to_owned()
                    };
                    for (label, steps) in [("Worst moment", worst), ("Best moment", best)] {
                        let card = after(label);
                        let [titles, _] = named(&session, steps);
                        assert!(
                            titles.iter().all(|title| card.contains(title.as_str())),
                            "{card}"
                        );
                    }
                    assert!(report.matches(">worst</text>").count() >= worst.len());
                }
                "json" => {
                    let json: serde_json::Value = serde_json::from_str(&report).unwrap();
                    let journey = &json["sessions"][0]["journey"];
                    for (field, one, steps) in [
                        ("worst_moments", "worst", worst),
                        ("best_moments", "best", best),
                    ] {
                        let all = journey[field].as_array().unwrap();
                        let all: Vec<_> = all
                            .iter()
                            .map(|one| one["step"].as_u64().unwrap() as usize - 1)
                            .collect();
                        assert_eq!(all, steps);
                        let one = journey[one]["step"].as_u64().unwrap() as usize - 1;
                        assert_eq!(
                            one,
                            *steps.last().unwrap(),
                            "the later stands for them, as ever"
                        );
                    }
                    assert_eq!(journey["all_alike"], false);
                }
                _ => {}
            }
        }
        // The curve has a sign at each of them.
        let curve = stage_at(&session, Place::Journey).text(120, 40);
        assert!(curve.matches('▼').count() > worst.len(), "{curve}");
    }
}

#[test]
fn of_steps_all_alike_none_is_called_best_or_worst_in_any_format() {
    let pair = judged(first(&["Ana", "Ben"], &[&[-8, 9]; 5]), &[true; 2]);
    let room = judged(first(&FIVE[..3], &[&[2, 3, 4]; 5]), &[true; 3]);
    for session in [alone([3; 5]), alone([-6; 5]), pair, room] {
        for (width, height) in &SIZES[..3] {
            let text = stage_at(&session, Place::Journey).text(*width, *height);
            assert!(text.contains("no best, no worst"), "{text}");
            assert!(
                !text.contains("▼ worst") && !text.contains("▲ best"),
                "{text}"
            );
        }
        let story = home_with(&[&session]).run(&["replay", "last"]).out;
        assert!(
            story.contains("All alike: ") && !story.contains("Worst: "),
            "{story}"
        );
        for (format, report) in reports(&session) {
            match format {
                "text" | "markdown" | "html" => {
                    assert!(report.contains("no best, no worst"), "{format}: {report}");
                    assert!(!report.contains("Worst moment") && !report.contains(">worst<"));
                }
                "json" => {
                    let json: serde_json::Value = serde_json::from_str(&report).unwrap();
                    let journey = &json["sessions"][0]["journey"];
                    assert!(journey["worst"].is_null() && journey["best"].is_null());
                    assert_eq!(journey["all_alike"], true);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn steps_at_which_as_many_would_have_left_are_all_named() {
    let room = first(
        &FIVE[..4],
        &[&[1, -5, 1, 1], &[1, 1, -5, 1], &[1; 4], &[1; 4], &[1; 4]],
    );
    let text = stage_at(&room, Place::Journey).text(80, 24);
    let said = line(&text, "→ leaving");
    assert!(said.contains("1 each after: website, call"), "{said}");
}

#[test]
fn everybody_at_an_end_of_the_scale_is_asked_to_speak_first() {
    let room = first(&FIVE, &[&[-3, -3, -3, 5, 6]]);
    let text = stage_at(&room, Place::Reveal(StepNumber::FIRST)).text(120, 40);
    assert!(
        flat(&text).contains("Ana, Ben, Cho and Eva speak first"),
        "{text}"
    );
    let many = first(&FIVE, &[&[-3, -3, -3, -3, 6]]);
    let text = stage_at(&many, Place::Reveal(StepNumber::FIRST)).text(120, 40);
    assert!(
        flat(&text).contains("Ana with 3 others and Eva speak first"),
        "{text}"
    );
}

#[test]
fn steps_at_which_two_businesses_are_as_far_apart_are_all_named() {
    let of = |business, points: [i64; 5]| {
        let session = begun((business, Walk::Team), &[], moment(0), &FIVE[..3]);
        let rows = points.map(|points| [points; 3]);
        let rows: Vec<&[i64]> = rows.iter().map(<[i64; 3]>::as_slice).collect();
        rated(session, &rows)
    };
    let sessions = [of("Acme", [1, 1, 1, 1, 1]), of("Zenith", [7, 2, 7, 1, 1])];
    for page in &pages_compared(&sessions)[..2] {
        let is_plain = page.contains("Furthest apart");
        assert!(is_plain, "{page}");
    }
    let rows = Comparison::of(&sessions).unwrap();
    let furthest = customer_hat::ui::compare::words::furthest_apart(&rows);
    assert_eq!(furthest.len(), 2);
    assert!(!text::text(&rows).is_empty());
}

#[test]
fn of_two_feelings_as_strong_the_bad_one_is_likely_remembered() {
    let walk = |points: &[i64]| -> Vec<Option<Rating>> {
        points
            .iter()
            .map(|points| Rating::try_from(*points).ok())
            .collect()
    };
    for (points, remembered) in [
        (&[8, -8, 2][..], -3),
        (&[-8, 8, 2], -3),
        (&[10, -10, 10], 0),
        (&[5, -5, 5, 1], -2),
        (&[-1, 1], 0),
    ] {
        assert_eq!(
            likely_remembered(&walk(points)),
            Some(remembered),
            "{points:?}"
        );
    }
}

#[test]
fn a_new_change_says_which_steps_are_as_bad_as_the_one_it_stands_at() {
    let session = alone([-4, -4, 6, 6, 2]);
    let mut stage = stage_at(&session, Place::Improvements).keys("Ring back<enter>");
    let text = flat(&stage.text(100, 30));
    let [titles, _] = named(&session, &[1, 0]);
    let said = format!("At the worst step: {}. As bad: {}.", titles[0], titles[1]);
    assert!(text.contains(&said), "{text}");
    let mut alike = stage_at(&alone([3; 5]), Place::Improvements).keys("Ring back<enter>");
    assert!(!alike.text(100, 30).contains("As bad"));
    assert_eq!(alike.session().improvements()[0].step, None);
}

#[test]
fn whoever_stands_between_the_camps_is_counted_wherever_the_camps_are() {
    let room = first(&FIVE[..3], &[&[-4, 3, 6]; 5]);
    for (width, height) in &SIZES[..3] {
        let text = stage_at(&room, Place::Reveal(StepNumber::FIRST)).text(*width, *height);
        assert!(text.contains("1 person between"), "{text}");
    }
    let story = home_with(&[&room]).run(&["replay", "last"]).out;
    assert!(story.contains("1 person between."), "{story}");
    for (format, report) in reports(&room) {
        match format {
            "json" => assert!(report.contains("\"between\": 1")),
            "csv" => {}
            _ => assert!(report.contains(", 1 between"), "{format}: {report}"),
        }
    }
    let next = begun(("Acme", Walk::Team), &[&room], moment(9), &FIVE[..3]);
    let next = rated(next, &[&[-4, 5, 6]; 5]);
    let compared = text::text(&Comparison::of(&[room, next]).unwrap());
    assert!(
        compared.contains("1 around −4, 1 around +6, 1 between, 3 of 3"),
        "{compared}"
    );
    assert!(
        compared.contains("1 around −4, 2 around +5, 3 of 3"),
        "{compared}"
    );
}

#[test]
fn an_even_room_says_that_its_middle_is_the_lower_of_two() {
    let even = first(&FIVE[..4], &[&[1, 2, 5, 6]; 5]);
    let odd = first(&FIVE[..3], &[&[1, 2, 5]; 5]);
    for (session, is_said) in [(even, true), (odd, false)] {
        for (width, height) in &SIZES[..3] {
            let text = stage_at(&session, Place::Reveal(StepNumber::FIRST)).text(*width, *height);
            assert!(text.contains("the middle of the room"), "{text}");
            assert_eq!(text.contains("the lower of two"), is_said, "{text}");
        }
        let story = home_with(&[&session]).run(&["replay", "last"]).out;
        assert_eq!(story.contains("the lower of two"), is_said);
    }
}
