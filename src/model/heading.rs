//! What a list of sessions shows of each, without opening it whole.

mod copies;
mod words;

use super::moment::Moment;
use super::person::Person;
use super::place::Place;
use super::promise::Promise;
use super::rating::Rating;
use super::rounds::{Placed, doubts, in_order};
use super::session::{Earlier, Improvement, Names, Round, Session, Walk};
use super::stats::Summary;
use super::text::CleanText;
use super::verdicts::Count;
pub use copies::{Age, Alike, Newest, tell_apart};
use jiff::civil::Date;
use std::path::PathBuf;

/// What there is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// The sessions, the newest first: by date, but the rounds of a business by their rounds.
    pub headings: Vec<Heading>,
    /// The files that can't be read, in the order of their names.
    pub unreadable: Vec<Unreadable>,
    /// What lies in the trash, as far as it was looked into.
    pub trashed: Trashed,
    /// Why there may be more than is listed here, a sentence: a folder could not be read to its end.
    pub incomplete: Option<String>,
}

/// What lies in the trash.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trashed {
    /// The sessions, the one begun last first.
    pub headings: Vec<Heading>,
    /// The files that can't be read, in the order of their names.
    pub unreadable: Vec<Unreadable>,
    /// Why there may be more than is listed here, a sentence.
    pub incomplete: Option<String>,
}

/// A file that should be a session and can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The file.
    pub path: PathBuf,
    /// What is wrong, with the file's name and the place in it.
    pub problem: String,
}

impl Listing {
    /// Puts the sessions in their order, the newest first, the rounds of a business by their rounds; where a date
    /// disagrees with that, its heading says so. What neither tells apart stays as it stands.
    pub fn put_in_order(&mut self) {
        // From here on the first is the oldest.
        self.headings.reverse();
        let placed: Vec<Placed> = self.headings.iter().map(Placed::from).collect();
        for (heading, doubt) in self.headings.iter_mut().zip(doubts(&placed)) {
            heading.doubt = doubt;
        }
        let mut headings: Vec<_> = self.headings.drain(..).map(Some).collect();
        let order = in_order(&placed).into_iter().rev();
        self.headings = order.filter_map(|at| headings[at].take()).collect();
    }
}

/// A session in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its file.
    pub path: PathBuf,
    /// The business.
    pub business: CleanText,
    /// Who walks.
    pub walk: Walk,
    /// The round.
    pub round: Round,
    /// When it began.
    pub started: Moment,
    /// When it was closed, if it was.
    pub finished: Option<Moment>,
    /// Where it stands.
    pub place: Place,
    /// How many steps it has.
    pub steps: usize,
    /// How many take part.
    pub people: usize,
    /// Who takes part, where the session shows names; nobody where it hides them.
    pub names: Vec<String>,
    /// Who takes part, whether names are shown or not: for the next round to take over, not for a list.
    pub who: Vec<Person>,
    /// The id of its exercise.
    pub exercise: CleanText,
    /// What was felt at each step, as far as it was revealed.
    pub curve: Vec<InShort>,
    /// How the verdict came out, once it was revealed.
    pub verdicts: Option<Count>,
    /// The same in the words of its exercise, such as `4 of 6: it erodes trust`; empty until then.
    pub verdict: String,
    /// The one improvement of that week.
    pub the_one: Option<Improvement>,
    /// What its next round asks about.
    pub promised: Vec<Promise>,
    /// The date of the next round.
    pub next_round: Option<Date>,
    /// Why its file opens only to be looked at, such as that it may be damaged; what it says may be wrong.
    pub caution: Option<String>,
    /// Where its date and its round disagree with those of the others that are listed, a sentence.
    pub doubt: Option<String>,
    /// Where a newer copy of it is, if there is one.
    pub newest: Option<Newest>,
    /// How it stands to another one that looks like it, if there is one.
    pub alike: Option<Alike>,
    /// Every word that finds it, as [`plain`](super::text::plain::plain) makes them.
    pub words: String,
}

/// What a step's ratings come to at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InShort {
    /// Nobody has rated it, or it is not revealed.
    Nothing,
    /// One person's rating, or the median of a room that is not split.
    Rated(Rating),
    /// Two people, or two camps, have no middle: the lower and the upper.
    Apart(Rating, Rating),
}

impl InShort {
    /// The lowest that it stands for.
    pub fn lowest(self) -> Option<Rating> {
        match self {
            Self::Nothing => None,
            Self::Rated(rating) | Self::Apart(rating, _) => Some(rating),
        }
    }
}

impl From<Summary> for InShort {
    fn from(summary: Summary) -> Self {
        match summary {
            Summary::Nobody => Self::Nothing,
            Summary::One(rating) => Self::Rated(rating),
            Summary::Two(lower, higher) if lower == higher => Self::Rated(lower),
            Summary::Two(lower, higher) => Self::Apart(lower, higher),
            Summary::Room { median, .. } => Self::Rated(median),
            Summary::Split { down, up, .. } => Self::Apart(down.median(), up.median()),
        }
    }
}

impl Heading {
    /// The heading of a session in a file. Sealed values have no part in it, and neither have the names of
    /// people where the session hides them: whoever looks for one in front of others finds only what the
    /// screen may show.
    pub fn of(session: &Session, path: PathBuf) -> Self {
        let label = |person: &Person| session.label(&person.id);
        let summaries = session.steps().iter();
        let verdicts = Count::of(session);
        Self {
            path,
            business: session.business().clone(),
            walk: session.walk(),
            round: session.round(),
            started: session.started(),
            finished: session.finished(),
            place: session.place(),
            steps: session.steps().len(),
            people: session.people().len(),
            names: match session.names() {
                Names::Shown => session.people().iter().map(label).collect(),
                Names::Hidden => Vec::new(),
            },
            who: session.people().to_vec(),
            exercise: session.exercise().id.clone(),
            curve: summaries
                .map(|step| Summary::of(step.felt_ratings()).into())
                .collect(),
            verdicts,
            verdict: verdicts.map_or(String::new(), |count| count.words(session)),
            the_one: session.the_one().cloned(),
            next_round: session.next_round(),
            caution: None,
            doubt: None,
            newest: None,
            alike: None,
            words: words::of(session),
            promised: session.promised_for_next(),
        }
    }

    /// What counts when the next round of its business begins.
    pub fn earlier(&self) -> Earlier {
        Earlier {
            business: self.business.clone(),
            walk: self.walk,
            round: self.round,
            promised: self.promised.clone(),
        }
    }

    /// The lowest that was felt at any step.
    pub fn lowest(&self) -> Option<Rating> {
        self.curve.iter().filter_map(|step| step.lowest()).min()
    }
}
