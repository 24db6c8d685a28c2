//! The table: read back, it says the same as the screens.

use super::rooms::{answer, rated, reveal};
use super::{PEOPLE, report, samples};
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{Names, Session};
use customer_hat::model::stats::median;
use customer_hat::model::step_record::Turn;
use customer_hat::report::{Format, Separator, Table, render, table};
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
    assert_eq!(head, names(Table::Ratings).join(","));
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

fn names(table: Table) -> Vec<&'static str> {
    let columns = table.columns().into_iter();
    columns.map(|(name, _)| name).collect()
}

/// A table of the samples, read back as a spreadsheet in such a country reads it.
fn read_back(kind: Table, separator: Separator) -> Vec<Row> {
    let sessions: Vec<_> = samples::every()
        .into_iter()
        .map(|one| (one, "x.ron".to_owned()))
        .collect();
    let text = table(&sessions, kind, separator);
    let sign = match separator {
        Separator::Comma => b',',
        Separator::Semicolon => b';',
        Separator::Tab => b'\t',
    };
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(sign)
        .from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), names(kind));
    reader.deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn every_table_says_the_same_with_every_separator() {
    for kind in Table::ALL {
        let tables = Separator::ALL.map(|separator| read_back(kind, separator));
        assert!(!tables[0].is_empty(), "{}", kind.name());
        assert_eq!(tables[0], tables[1]);
        assert_eq!(tables[0], tables[2]);
    }
}

#[test]
fn notes_and_promises_are_tables_of_their_own_with_a_row_for_each() {
    let notes = read_back(Table::Notes, Separator::Semicolon);
    let promises = read_back(Table::Promises, Separator::Semicolon);
    let all = samples::every();
    let steps = || all.iter().flat_map(Session::steps);
    assert_eq!(
        notes.len(),
        steps().map(|step| step.notes.len()).sum::<usize>()
    );
    let made = all
        .iter()
        .map(|one| one.improvements().len())
        .sum::<usize>();
    let asked = all.iter().map(|one| one.promises().len()).sum::<usize>();
    let told = |word: &str| promises.iter().filter(|row| row["told"] == word).count();
    assert_eq!((told("made"), told("asked")), (made, asked));
    for row in &notes {
        assert!(["good", "bad", "fact"].contains(&&row["kind"][..]) && !row["note"].is_empty());
        assert!(
            row["at"].parse::<jiff::Timestamp>().is_ok(),
            "{}",
            row["at"]
        );
    }
    for row in &promises {
        assert!(!row["what"].is_empty());
        let is_marked = ["kept", "not-kept", "still-open", ""].contains(&&row["outcome"][..]);
        assert!(is_marked && (row["told"] == "asked" || row["outcome"].is_empty()));
    }
}
