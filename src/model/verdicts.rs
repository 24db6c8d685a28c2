//! How the verdicts of a session stand, once they are shown: a count, and who says what.

use super::person::PersonId;
use super::session::{Company, Session, Verdict};
use std::cmp::Ordering;

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

    /// The verdict without its count: `It erodes trust`. A count alone would say nothing to whoever sees
    /// no colour.
    pub fn short_words(self, session: &Session) -> String {
        let verdict = &session.exercise().verdict;
        match self.builds.cmp(&self.erodes) {
            Ordering::Greater => format!("It {}", verdict.builds),
            Ordering::Less => format!("It {}", verdict.erodes),
            Ordering::Equal => "Divided".to_owned(),
        }
    }

    /// The verdict in few words: `4 of 6: erodes trust`.
    pub fn words(self, session: &Session) -> String {
        let verdict = &session.exercise().verdict;
        let of = self.builds + self.erodes;
        match (self.company, self.builds, self.erodes) {
            (_, 0, 0) => "no verdict".to_owned(),
            (Company::Solo, 1.., _) => format!("It {}", verdict.builds),
            (Company::Solo, ..) => format!("It {}", verdict.erodes),
            (_, builds, erodes) if builds > erodes => {
                format!("{builds} of {of}: it {}", verdict.builds)
            }
            (_, builds, erodes) if erodes > builds => {
                format!("{erodes} of {of}: it {}", verdict.erodes)
            }
            (_, builds, _) => format!("{builds} and {builds}: divided"),
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
