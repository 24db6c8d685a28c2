//! The JSON's fields: every one is in the help, and none that is in the help is missing.

use super::rooms::rated;
use super::{PEOPLE, report, samples};
use customer_hat::model::session::Names;
use customer_hat::report::{FIELDS, Format};
use serde_json::Value;
use std::collections::BTreeSet;

/// The path of every value that is no object and no list.
fn paths(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let dot = if path.is_empty() { "" } else { "." };
                paths(value, &format!("{path}{dot}{name}"), found);
            }
        }
        Value::Array(items) => {
            for item in items {
                paths(item, &format!("{path}[]"), found);
            }
        }
        _ => {
            found.insert(path.to_owned());
        }
    }
}

/// Those whose fields are told once, beside another that has the same.
const TOLD_BEFORE: [&str; 6] = [
    "steps[].summary.down.",
    "steps[].summary.up.",
    "steps[].ratings[].first.",
    "steps[].ratings[].again.",
    "journey.best.",
    "journey.people_gaps.",
];

#[test]
fn every_field_of_the_json_is_told_in_the_help_and_no_other() {
    let mut found = BTreeSet::new();
    let split = rated(&PEOPLE, Names::Hidden, &[&[8, 7, 6, -7, -8, -9]]);
    let pair = rated(&PEOPLE[..2], Names::Shown, &[&[8, 7]]);
    for session in samples::every().into_iter().chain([split, pair]) {
        let json: Value = serde_json::from_str(&report(&session, Format::Json)).unwrap();
        paths(&json["sessions"][0], "", &mut found);
    }
    let told: BTreeSet<&str> = FIELDS.iter().map(|(path, _)| *path).collect();
    assert_eq!(told.len(), FIELDS.len(), "each once");
    for path in &found {
        let is_told = told.contains(path.as_str())
            || TOLD_BEFORE.iter().any(|object| path.starts_with(object));
        assert!(is_told, "{path} is not in the help");
    }
    for path in told {
        let is_there = found
            .iter()
            .any(|there| there == path || there.starts_with(&format!("{path}.")));
        assert!(is_there, "{path} is in the help alone");
    }
}
