//! The sample sessions in sessions/, played by the program's own model and held to their story.
//! `UPDATE_SAMPLES=1 cargo test --test suite samples` writes them anew.

mod alone;
mod meeting;
mod numbers;
mod round_one;
mod round_two;
mod step;

use customer_hat::model::caps::Kind;
use customer_hat::model::session::{Format, Session};
use customer_hat::store::envelope::{self, Trust};
use customer_hat::store::folders::file_name;
use customer_hat::store::layout::pretty;
use customer_hat::store::read::parse;
use std::path::Path;

const KIND: &str = "customer-hat/session";

/// The owner alone, the first round, the second: the order in which they happen.
pub fn every() -> [Session; 3] {
    let first = round_one::session();
    let second = round_two::session(&first);
    [alone::session(), first, second]
}

/// The first round in the middle of its second step.
pub fn in_a_step() -> Session {
    round_one::in_a_step()
}

/// The first round in the middle of its second ballot.
pub fn in_a_ballot() -> Session {
    round_one::in_a_ballot()
}

/// The first round, all of it.
pub fn first_round() -> Session {
    round_one::session()
}

fn name_of(session: &Session) -> String {
    let (date, business) = (session.started().date(), session.business().as_str());
    file_name(date, business, session.walk(), session.round().number())
}

fn committed(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sessions")
        .join(name)
}

#[test]
fn the_samples_are_what_the_program_makes_of_the_story() {
    let update = std::env::var_os("UPDATE_SAMPLES").is_some();
    for session in every() {
        let made = envelope::seal(KIND, &pretty(&session).unwrap());
        let path = committed(&name_of(&session));
        if update {
            std::fs::write(&path, &made).unwrap();
        }
        let there = std::fs::read_to_string(&path).unwrap();
        let differs = made
            .lines()
            .zip(there.lines())
            .find(|(made, there)| made != there);
        assert!(
            made == there,
            "{} is not what is made now, first at {differs:?}",
            path.display()
        );
    }
}

#[test]
fn a_sample_is_read_back_as_the_same_session() {
    for session in every() {
        let name = name_of(&session);
        let bytes = std::fs::read(committed(&name)).unwrap();
        let opened = envelope::open(&name, KIND, Format::NEWEST, &bytes).unwrap();
        assert_eq!(opened.trust, Trust::Sealed, "{name}");
        let read: Session = parse(Kind::Session, &name, &opened.text, opened.line_offset).unwrap();
        assert!(read == session, "{name} is another session when it is read");
    }
}

#[test]
fn there_is_no_other_sample() {
    let folder = std::fs::read_dir(committed("")).unwrap();
    let mut found: Vec<_> = folder
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    found.sort();
    assert_eq!(found, every().map(|session| name_of(&session)));
}
