//! The facts as JSON, for other programs: documented and stable.
//!
//! ```json
//! { "format": "customer-hat/report", "version": 1, "sessions": [ { "session": "…", "business": "…" } ] }
//! ```
//!
//! Always one object with a list of sessions, for one as for many, so that a program reads both the same
//! way. The fields of a session are those of [`super::Report`]. What one of several words can say is a word
//! in small letters; a rating is a whole number from −10 to 10 and never 0; what is not known is `null`;
//! times are RFC 3339 with their offset, days are `2026-11-22`, spans are whole seconds. Fields may be
//! added; when one changes its meaning or goes, `version` counts up.

use super::facts::Report;
use crate::model::evidence::{Mode, NoteKind, Sharing};
use crate::model::promise::Outcome;
use crate::model::rating::Rating;
use crate::model::session::{BallotKind, Company, Names, Walk};
use crate::model::stats::{Camp, Gaps, Summary};
use crate::model::wording::mode_words;
use serde::{Serialize, Serializer};

/// What the JSON says it is.
const FORMAT: &str = "customer-hat/report";
/// The version of its form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Page<'a> {
    format: &'static str,
    version: u32,
    sessions: &'a [Report],
}

pub(super) fn lay_out(reports: &[Report]) -> String {
    let page = Page {
        format: FORMAT,
        version: VERSION,
        sessions: reports,
    };
    let json = serde_json::to_string_pretty(&page).expect("facts are texts, numbers and lists");
    json + "\n"
}

/// Writes one of several words.
macro_rules! words {
    ($($name:ident: $kind:ty => $word:expr;)*) => {$(
        pub(super) fn $name<S: Serializer>(value: &$kind, out: S) -> Result<S::Ok, S::Error> {
            let word: fn($kind) -> &'static str = $word;
            out.serialize_str(word(*value))
        }
    )*};
}

words! {
    walk: Walk => walk_word;
    company: Company => |company| match company {
        Company::Solo => "solo",
        Company::Pair => "pair",
        Company::Team => "team",
    };
    ballot: BallotKind => |ballot| match ballot {
        BallotKind::PassTheKeyboard => "pass-the-keyboard",
        BallotKind::CardsUp => "cards-up",
        BallotKind::Open => "open",
    };
    names: Names => |names| match names {
        Names::Shown => "shown",
        Names::Hidden => "hidden",
    };
    mode: Mode => mode_words;
    sharing: Sharing => sharing_word;
    note_kind: NoteKind => note_word;
}

/// What became of a promise, in one word.
#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a reference to the field"
)]
pub(super) fn outcome<S: Serializer>(outcome: &Option<Outcome>, out: S) -> Result<S::Ok, S::Error> {
    outcome.map(outcome_word).serialize(out)
}

/// The same, where there is one.
pub(super) fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Kept => "kept",
        Outcome::NotKept => "not-kept",
        Outcome::StillOpen => "still-open",
    }
}

/// What was noticed, in one word.
pub(super) fn note_word(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Good => "good",
        NoteKind::Bad => "bad",
        NoteKind::Fact => "fact",
    }
}

/// Who walked, in one word.
pub(super) fn walk_word(walk: Walk) -> &'static str {
    match walk {
        Walk::Team => "team",
        Walk::Alone => "alone",
    }
}

/// Whose experience it was, in one word.
pub(super) fn sharing_word(sharing: Sharing) -> &'static str {
    match sharing {
        Sharing::Shared => "shared",
        Sharing::EachTheirOwn => "each-their-own",
    }
}

/// What a step's ratings come to; `kind` says which fields follow.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum SummaryForm {
    Nobody {
        n: usize,
    },
    One {
        n: usize,
        rating: Rating,
    },
    Two {
        n: usize,
        lowest: Rating,
        highest: Rating,
    },
    Room {
        n: usize,
        median: Rating,
        lowest: Rating,
        highest: Rating,
    },
    Split {
        n: usize,
        lowest: Rating,
        highest: Rating,
        down: CampForm,
        up: CampForm,
        between: usize,
    },
}

#[derive(Serialize)]
struct CampForm {
    people: usize,
    median: Rating,
    lowest: Rating,
    highest: Rating,
}

pub(super) fn summary<S: Serializer>(summary: &Summary, out: S) -> Result<S::Ok, S::Error> {
    let n = summary.n();
    let form = match summary {
        Summary::Nobody => SummaryForm::Nobody { n },
        Summary::One(rating) => SummaryForm::One { n, rating: *rating },
        Summary::Two(lowest, highest) => SummaryForm::Two {
            n,
            lowest: *lowest,
            highest: *highest,
        },
        Summary::Room {
            median,
            lowest,
            highest,
            ..
        } => SummaryForm::Room {
            n,
            median: *median,
            lowest: *lowest,
            highest: *highest,
        },
        Summary::Split {
            down,
            up,
            lowest,
            highest,
            ..
        } => SummaryForm::Split {
            n,
            lowest: *lowest,
            highest: *highest,
            down: camp(down),
            up: camp(up),
            between: summary.between(),
        },
    };
    form.serialize(out)
}

fn camp(camp: &Camp) -> CampForm {
    CampForm {
        people: camp.count(),
        median: camp.median(),
        lowest: camp.lowest(),
        highest: camp.highest(),
    }
}

#[derive(Serialize)]
struct GapsForm {
    of: usize,
    expected_better: usize,
    as_expected: usize,
    expected_worse: usize,
}

pub(super) fn gaps<S: Serializer>(gaps: &Gaps, out: S) -> Result<S::Ok, S::Error> {
    let form = GapsForm {
        of: gaps.of,
        expected_better: gaps.expected_better,
        as_expected: gaps.as_expected,
        expected_worse: gaps.expected_worse,
    };
    form.serialize(out)
}
