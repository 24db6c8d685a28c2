//! The sample sessions that come with the program, to look at when there is nothing yet.

use super::envelope;
use super::read::{ReadError, parse};
use crate::model::caps::Kind;
use crate::model::session::{Format, Session};

/// What the first line of a session's file says it is.
const KIND: &str = "customer-hat/session";

/// The title, the file name and the text of every sample, in the order they are offered.
const ALL: [(&str, &str, &str); 3] = [
    (
        "Pedal & Crumb, round 1: six people",
        "2026-08-20-pedal-crumb-round-1.ron",
        include_str!("../../sessions/2026-08-20-pedal-crumb-round-1.ron"),
    ),
    (
        "Pedal & Crumb, round 2: three months later",
        "2026-11-19-pedal-crumb-round-2.ron",
        include_str!("../../sessions/2026-11-19-pedal-crumb-round-2.ron"),
    ),
    (
        "Pedal & Crumb: the owner alone",
        "2026-06-15-pedal-crumb-alone-1.ron",
        include_str!("../../sessions/2026-06-15-pedal-crumb-alone-1.ron"),
    ),
];

/// The samples with their titles. They are made up, they need no disk, and they are never written to.
///
/// # Panics
/// Never: every sample is opened by a test.
pub fn samples() -> Vec<(String, Session)> {
    ALL.iter()
        .map(|(title, name, text)| {
            let session = read(name, text).expect("a test opens every sample");
            ((*title).to_owned(), session)
        })
        .collect()
}

fn read(name: &str, text: &str) -> Result<Session, ReadError> {
    let opened = envelope::open(name, KIND, Format::NEWEST, text.as_bytes())?;
    parse(Kind::Session, name, &opened.text, opened.line_offset)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::store::envelope::Trust;
    use crate::store::folders::file_name;

    #[test]
    fn every_sample_opens_sealed_and_is_finished_under_its_name() {
        for (_, name, text) in ALL {
            let opened = envelope::open(name, KIND, Format::NEWEST, text.as_bytes()).unwrap();
            assert_eq!(opened.trust, Trust::Sealed, "{name}");
            let session = read(name, text).unwrap();
            let (date, business) = (session.started().date(), session.business().as_str());
            assert_eq!(
                file_name(date, business, session.walk(), session.round().number()),
                name
            );
            assert!(session.finished().is_some(), "{name}");
        }
    }

    #[test]
    fn there_is_a_team_twice_and_somebody_alone() {
        use crate::model::session::Walk;
        let found = samples();
        let walks: Vec<_> = found
            .iter()
            .map(|(_, session)| (session.walk(), session.round().number()))
            .collect();
        assert_eq!(walks, [(Walk::Team, 1), (Walk::Team, 2), (Walk::Alone, 1)]);
    }
}
