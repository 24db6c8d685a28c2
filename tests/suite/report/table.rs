//! The table: read back, it says the same as the screens.

use super::rooms::{answer, rated, reveal};
use super::{PEOPLE, report, samples};
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{Names, Session};
use customer_hat::model::stats::median;
use customer_hat::model::step_record::Turn;
use customer_hat::report::{COLUMNS, Format, render};
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

fn rows(session: &Session) -> Vec<Row> {
    let text = report(session, Format::Csv);
    let mut table = csv::Reader::from_reader(text.as_bytes());
    table.deserialize().map(|row| row.unwrap()).collect()
}

/// The medians by step of the ratings that count, reckoned from the table alone.
fn medians(rows: &[Row]) -> BTreeMap<usize, Rating> {
    let mut steps: BTreeMap<usize, Vec<Rating>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row["counts"] == "true") {
        let points: i64 = row["rating"].parse().unwrap();
        let step = row["step"].parse().unwrap();
        steps
            .entry(step)
            .or_default()
            .push(Rating::try_from(points).unwrap());
    }
    let of = |(step, ratings): (usize, Vec<Rating>)| (step, median(ratings).unwrap());
    steps.into_iter().map(of).collect()
}

#[test]
fn the_table_read_back_has_the_medians_of_the_session() {
    let twenty: Vec<String> = (1..=20).map(|nth| format!("P{nth}")).collect();
    let twenty: Vec<&str> = twenty.iter().map(String::as_str).collect();
    let points: Vec<i64> = (0..20)
        .map(|nth| {
            if nth % 3 == 0 {
                -1 - nth / 3
            } else {
                1 + nth / 2
            }
        })
        .collect();
    let room = rated(&twenty, Names::Hidden, &[&points]);
    for session in samples::every().into_iter().chain([room]) {
        let found = medians(&rows(&session));
        for (step, record) in session.steps().iter().enumerate() {
            assert_eq!(
                found.get(&(step + 1)).copied(),
                median(record.felt_ratings())
            );
        }
    }
}

#[test]
fn a_second_rating_counts_and_a_pass_leaves_the_first_one() {
    let mut session = rated(&PEOPLE[..3], Names::Shown, &[&[5, -7, 0]]);
    answer(&mut session, 0, Turn::Again, &[2, 0, 4]);
    reveal(&mut session, 0, Turn::Again);
    let told: Vec<_> = rows(&session)
        .iter()
        .map(|row| {
            ["person", "turn", "counts", "passed", "rating"]
                .map(|name| row[name].clone())
                .join(" ")
        })
        .collect();
    assert_eq!(
        told,
        [
            "Ana first false false 5",
            "Ana again true false 2",
            "Ben first true false -7",
            "Ben again false true ",
            "Chloé first false true ",
            "Chloé again true false 4",
        ]
    );
}

#[test]
fn the_columns_are_the_documented_ones_and_the_text_says_that_it_is_utf_8() {
    let [_, session, _] = samples::every();
    let text = render(&session, Format::Csv, "x.ron");
    assert!(text.starts_with("\u{feff}session,"));
    let head = text.trim_start_matches('\u{feff}').lines().next().unwrap();
    assert_eq!(head, COLUMNS.map(|(name, _)| name).join(","));
}

#[test]
fn a_name_that_is_a_formula_stays_a_name() {
    let session = rated(&["=1+1", "@SUM(A1)", "+49"], Names::Shown, &[&[1, 2, 3]]);
    let people: Vec<_> = rows(&session)
        .iter()
        .map(|row| row["person"].clone())
        .collect();
    assert_eq!(people, ["'=1+1", "'@SUM(A1)", "'+49"]);
}
