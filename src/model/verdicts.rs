//! How the verdicts of a session stand, once they are shown: a count, and who says what.

use super::person::PersonId;
use super::session::{Company, Session, Verdict};
use std::cmp::Ordering;

/// Which way a room's verdicts lean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lean {
    /// More say that it builds trust.
    Builds,
    /// More say that it erodes trust.
    Erodes,
    /// As many say the one as the other: the room is divided, and neither has won.
    Divided,
    /// Nobody gave a verdict.
    Nowhere,
}

/// How the verdicts stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// How many say that it builds trust.
    pub builds: usize,
    /// How many say that it erodes trust.
    pub erodes: usize,
    /// How many were there when they were shown, as far as words differ.
    pub company: Company,
}

impl Count {
    /// The verdicts of a session, once they are shown.
    pub fn of(session: &Session) -> Option<Self> {
        session.verdict_revealed()?;
        let builds = session
            .verdicts()
            .values()
            .filter(|verdict| matches!(verdict, Verdict::Builds { .. }))
            .count();
        Some(Self {
            builds,
            erodes: session.verdicts().len() - builds,
            company: session.company_at_verdict(),
        })
    }

    /// Which way they lean.
    pub fn lean(self) -> Lean {
        match self.builds.cmp(&self.erodes) {
            Ordering::Greater => Lean::Builds,
            Ordering::Less => Lean::Erodes,
            Ordering::Equal if self.builds == 0 => Lean::Nowhere,
            Ordering::Equal => Lean::Divided,
        }
    }

    /// The verdict without its count: `It erodes trust`. A count alone would say nothing to whoever sees
    /// no colour.
    pub fn short_words(self, session: &Session) -> String {
        let verdict = &session.exercise().verdict;
        match self.lean() {
            Lean::Builds => format!("It {}", verdict.builds),
            Lean::Erodes => format!("It {}", verdict.erodes),
            Lean::Divided => "Divided".to_owned(),
            Lean::Nowhere => "No verdict".to_owned(),
        }
    }

    /// The verdict in few words: `4 of 6: erodes trust`.
    pub fn words(self, session: &Session) -> String {
        let verdict = &session.exercise().verdict;
        let Self { builds, erodes, .. } = self;
        let of = builds + erodes;
        match self.lean() {
            Lean::Nowhere => "no verdict".to_owned(),
            Lean::Divided => format!("{builds} and {erodes}: divided"),
            Lean::Builds if self.company == Company::Solo => format!("It {}", verdict.builds),
            Lean::Erodes if self.company == Company::Solo => format!("It {}", verdict.erodes),
            Lean::Builds => format!("{builds} of {of}: it {}", verdict.builds),
            Lean::Erodes => format!("{erodes} of {of}: it {}", verdict.erodes),
        }
    }
}

/// Who says that it builds trust, or that it erodes trust. Whoever asks looks first whether names are shown.
pub fn names(session: &Session, builds: bool) -> Vec<String> {
    let says = |id: &PersonId| match session.verdicts().get(id) {
        Some(Verdict::Builds { .. }) => Some(true),
        Some(Verdict::Erodes { .. }) => Some(false),
        None => None,
    };
    let people = session
        .people()
        .iter()
        .filter(|person| says(&person.id) == Some(builds));
    people.map(|person| session.label(&person.id)).collect()
}
