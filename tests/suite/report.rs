//! Reports: every layout of every sample, names that are hidden, numbers that agree, and files that are safe.

mod command;
mod curve;
mod directions;
mod fields;
mod lists;
mod page;
mod paper;
pub mod rooms;
mod table;

use super::samples;
use customer_hat::model::session::{Names, Session};
use customer_hat::model::step_record::Turn;
use customer_hat::report::{Format, render, render_all};
use rooms::{answer, expect, rated, reveal, room};

/// The report without the mark at the start of a table.
fn report(session: &Session, format: Format) -> String {
    let text = render(session, format, "acme.ron");
    text.trim_start_matches('\u{feff}').to_owned()
}

/// `UPDATE` as for every snapshot; a changed JSON or CSV is a changed promise to other programs.
#[test]
fn every_sample_is_laid_out_in_every_format() {
    for (name, session) in ["alone", "round_1", "round_2"]
        .into_iter()
        .zip(samples::every())
    {
        for format in Format::ALL {
            insta::assert_snapshot!(format!("{name}_{format}"), report(&session, format));
        }
    }
}

const PEOPLE: [&str; 6] = ["Ana", "Ben", "Chloé", "Dörte", "Émile", "Farah"];

#[test]
fn where_names_are_hidden_no_format_has_one_and_no_order_tells() {
    let mut session = room(&PEOPLE, Names::Hidden);
    expect(&mut session, &[9, 1, 8, 2, 7, 3]);
    answer(&mut session, 0, Turn::First, &[5, -7, 3, -2, 0, -9]);
    reveal(&mut session, 0, Turn::First);
    answer(&mut session, 0, Turn::Again, &[4, -6, 2, -1, 0, -8]);
    reveal(&mut session, 0, Turn::Again);
    for format in Format::ALL {
        let text = report(&session, format);
        let shapes = ["'s role", "&#39;s role", "\"ana\"", "\"ben\""];
        for name in PEOPLE.into_iter().chain(shapes) {
            assert!(!text.contains(name), "{format} names {name}");
        }
    }
    let text = report(&session, Format::Text);
    assert!(text.contains("6 people; names are not shown"), "{text}");
    assert!(text.contains("−8, −6, −1, +2, +4"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&report(&session, Format::Json)).unwrap();
    let session = &json["sessions"][0];
    assert_eq!(session["people"], serde_json::json!([]));
    let ratings = session["steps"][0]["ratings"].as_array().unwrap();
    let felt: Vec<_> = ratings
        .iter()
        .filter_map(|one| one["rating"].as_i64())
        .collect();
    assert_eq!(felt, [-8, -6, -1, 2, 4]);
    assert!(ratings.iter().all(|one| one["person"].is_null()));
    assert!(
        ratings.iter().all(|one| one["expected"].is_null()),
        "the same guess at every step would tie a person's ratings together"
    );
    assert_eq!(
        session["steps"][0]["expectations"],
        serde_json::json!([1, 2, 3, 7, 8, 9])
    );
    let balances = session["journey"]["balances"].as_array().unwrap();
    assert!(balances.is_sorted_by_key(|one| one["points"].as_i64()));
}

#[test]
fn few_people_without_names_are_told_that_they_may_be_guessed() {
    let hidden = |people: &[&str]| report(&room(people, Names::Hidden), Format::Text);
    assert!(hidden(&PEOPLE[..4]).contains("may be guessed"));
    assert!(!hidden(&PEOPLE[..5]).contains("may be guessed"));
}

#[test]
fn what_is_sealed_has_no_part_in_any_format() {
    let mut session = room(&PEOPLE, Names::Shown);
    expect(&mut session, &[9, 9, 9, 9, 9, 9]);
    answer(&mut session, 0, Turn::First, &[8, 8, 8, 8, 8, 8]);
    let text = report(&session, Format::Text);
    assert!(text.contains("Not finished: 0 of 5 steps are rated so far."));
    for format in Format::ALL {
        let text = report(&session, format);
        let sealed = ["+8", "+9", ",8,", ",9,", "\"rating\": 8", "\"expected\": 9"];
        for value in sealed {
            assert!(!text.contains(value), "{format} shows {value}");
        }
    }
    assert_eq!(
        report(&session, Format::Csv).lines().count(),
        1,
        "the head alone"
    );
    reveal(&mut session, 0, Turn::First);
    answer(&mut session, 0, Turn::Again, &[-3, -3, -3, -3, -3, -3]);
    let text = report(&session, Format::Text);
    assert!(text.contains("+8") && !text.contains("−3"), "{text}");
    assert!(!report(&session, Format::Json).contains("-3"));
}

#[test]
fn one_person_has_no_median_and_two_have_both_numbers() {
    let alone = rated(&["Ana"], Names::Shown, &[&[4], &[-6]]);
    let text = report(&alone, Format::Text);
    assert!(
        !text.contains("median") && text.contains("felt         +4"),
        "{text}"
    );
    let pair = rated(&["Ana", "Ben"], Names::Shown, &[&[4, -3], &[2, 2]]);
    let text = report(&pair, Format::Text);
    assert!(text.contains("felt         −3 and +4"), "{text}");
    assert!(text.contains("felt         both +2"), "{text}");
    assert!(text.contains("balance      +6 and −1"), "{text}");
    assert!(
        !text.replace("have no median", "").contains("median"),
        "{text}"
    );
    let json: serde_json::Value = serde_json::from_str(&report(&pair, Format::Json)).unwrap();
    assert!(json["sessions"][0]["journey"]["balance"].is_null());
}

#[test]
fn a_split_room_shows_both_camps_in_every_format_that_is_read() {
    let split = rated(&PEOPLE, Names::Shown, &[&[8, 7, 6, -7, -8, -9]]);
    assert!(report(&split, Format::Text).contains("SPLIT: 3 around −8, 3 around +7"));
    assert!(report(&split, Format::Markdown).contains("SPLIT: 3 around −8, 3 around +7"));
    let html = report(&split, Format::Html);
    assert!(html.contains("<span class=\"badge\">SPLIT</span>"));
    let json: serde_json::Value = serde_json::from_str(&report(&split, Format::Json)).unwrap();
    let summary = &json["sessions"][0]["steps"][0]["summary"];
    assert_eq!(summary["kind"], "split");
    assert_eq!(summary["down"]["median"], -8);
    assert!(summary.get("median").is_none());
}

#[test]
fn twenty_people_fit() {
    let names: Vec<String> = (1..=20).map(|nth| format!("Person number {nth}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let points: Vec<i64> = (0..20)
        .map(|nth| if nth < 12 { 3 } else { -nth / 2 })
        .collect();
    let session = rated(&names, Names::Shown, &[&points]);
    for line in report(&session, Format::Text).lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    assert!(report(&session, Format::Text).contains("20 of 20 rated"));
    assert_eq!(
        report(&session, Format::Html)
            .matches("class=\"dot up\"")
            .count(),
        12
    );
}

#[test]
fn every_chart_says_how_many_observations_it_stands_on() {
    let [_, first, _] = samples::every();
    let text = report(&first, Format::Text);
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let text = report(&first, format).replace('\n', " ");
        assert!(
            text.contains("4 of 5 steps were one shared experience"),
            "{format}"
        );
        assert!(
            text.contains("one experience, rated by 6, live"),
            "{format}"
        );
        assert!(
            text.contains("6 experiences, each their own, live"),
            "{format}"
        );
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80));
    assert!(report(&first, Format::Csv).contains(",each-their-own,"));
    assert!(report(&first, Format::Json).contains("\"sharing\": \"shared\""));
}

#[test]
fn several_sessions_go_into_a_table_or_into_json_alone() {
    let sessions: Vec<_> = samples::every()
        .into_iter()
        .map(|one| (one, "x.ron".to_owned()))
        .collect();
    for format in Format::ALL {
        let done = render_all(&sessions, format);
        assert_eq!(done.is_ok(), format.takes_several(), "{format}");
        assert!(format.takes_several() || render_all(&[], format).is_err());
    }
    let one = render_all(&sessions[..1], Format::Json).unwrap();
    let one: serde_json::Value = serde_json::from_str(&one).unwrap();
    assert_eq!(one["format"], "customer-hat/report");
    assert_eq!(one["version"], 1);
    assert_eq!(one["sessions"].as_array().unwrap().len(), 1);
}
