//! One step of a comparison: what it was in each session, and how far it shifted.

use super::Kind;
use super::people::InBoth;
use super::told::Told;
use super::trend::{Spread, Trend};
use crate::model::evidence::{Mode, Sharing};
use crate::model::exercise::Step;
use crate::model::place::StepNumber;
use crate::model::rating::Rating;
use crate::model::session::{Company, Names, Session};
use crate::model::stats::{Summary, median};
use crate::model::text::CleanText;

/// A step that all sessions have, as the last one asked it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepRow {
    /// At most four words.
    pub title: CleanText,
    /// One word for the axis of a chart.
    pub short: CleanText,
    /// What it was in each session, in the order of the columns.
    pub cells: Vec<Cell>,
    /// How far it shifted between two sessions, where both have a number that stands for the room.
    pub shift: Option<Shift>,
    /// Those who rated it in both compared sessions.
    pub in_both: Option<InBoth>,
    /// How far the sessions are apart: for three rounds and more, and for sessions beside each other.
    pub spread: Option<Spread>,
    /// What it does over three rounds and more, where each has a number that stands for the room.
    pub trend: Option<Trend>,
}

/// A step in one session. As long as it is sealed there is nothing of anybody's in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// A dot for everybody who rated, in the order of the people.
    pub dots: Vec<Dot>,
    /// The ratings in short.
    pub summary: Summary,
    /// How many could have rated: N in "n of N".
    pub of: usize,
    /// The median of what was expected; none of two people.
    pub expected: Option<Rating>,
    /// How many would not have gone on, of those who rated.
    pub gone: Told,
    /// How many were there, as far as words differ.
    pub company: Company,
    /// Whether its session hides names.
    pub hides_names: bool,
    /// How it was done.
    pub mode: Mode,
    /// Whether they rated one experience or each their own.
    pub sharing: Sharing,
}

/// A rating, and whose it is where that may be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dot {
    /// Their name; none where the session hides names, and for somebody alone.
    pub name: Option<String>,
    /// The rating that counts.
    pub rating: Rating,
}

/// What happened to a step between two sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shift {
    /// So many points up, 1..=20, as plain whole numbers: from −1 to +1 it is two.
    Up(u8),
    /// So many points down, 1..=20.
    Down(u8),
    /// The same to the point.
    Same,
    /// The room is divided now: it has no number that stands for it any more.
    NowSplit,
    /// The room was divided, and is not any more.
    NoLongerSplit,
    /// Divided both times.
    StillSplit,
}

impl Shift {
    fn between(then: &Summary, now: &Summary) -> Option<Self> {
        let is_split = |summary: &Summary| matches!(summary, Summary::Split { .. });
        if let (Some(then), Some(now)) = (then.headline(), now.headline()) {
            let apart = now.points().abs_diff(then.points());
            return Some(match now.cmp(&then) {
                std::cmp::Ordering::Greater => Self::Up(apart),
                std::cmp::Ordering::Equal => Self::Same,
                std::cmp::Ordering::Less => Self::Down(apart),
            });
        }
        match (is_split(then), is_split(now)) {
            (true, true) => Some(Self::StillSplit),
            (true, false) => now.headline().map(|_| Self::NoLongerSplit),
            (false, true) => then.headline().map(|_| Self::NowSplit),
            (false, false) => None,
        }
    }

    /// The difference in points, −20..=20; none where a room is divided.
    pub fn points(self) -> Option<i32> {
        match self {
            Self::Up(points) => Some(i32::from(points)),
            Self::Down(points) => Some(-i32::from(points)),
            Self::Same => Some(0),
            Self::NowSplit | Self::NoLongerSplit | Self::StillSplit => None,
        }
    }
}

impl StepRow {
    pub(super) fn new(asked: &Step, cells: Vec<Cell>, kind: Kind, in_both: Option<InBoth>) -> Self {
        let summaries: Vec<_> = cells.iter().map(|cell| &cell.summary).collect();
        let shift = match summaries[..] {
            [then, now] => Shift::between(then, now),
            _ => None,
        };
        Self {
            shift,
            spread: (kind != Kind::ThenAndNow)
                .then(|| Spread::of(&summaries))
                .flatten(),
            trend: (kind == Kind::Run).then(|| Trend::of(&summaries)).flatten(),
            title: asked.title.clone(),
            short: asked.short.clone(),
            cells,
            in_both,
        }
    }
}

impl Cell {
    pub(super) fn of(session: &Session, step: StepNumber) -> Self {
        let record = session.step(step);
        let named = session.has_names_at(step);
        let hides_names = session.names() == Names::Hidden;
        let people = || session.people().iter().map(|person| &person.id);
        let dots = people().filter_map(|id| {
            Some(Dot {
                rating: record.felt_rating(id)?,
                name: named.then(|| session.label(id)),
            })
        });
        let expected: Vec<_> = people()
            .filter_map(|id| session.expected(id, step))
            .collect();
        let stays = people().filter_map(|id| record.felt(id)?.stays());
        Self {
            dots: dots.collect(),
            gone: Told::of(
                stays.clone().filter(|stays| !stays).count(),
                stays.count(),
                hides_names,
            ),
            company: session.company_at(record),
            hides_names,
            summary: Summary::of(record.felt_ratings()),
            of: record.of(),
            expected: median(expected.iter().copied()).filter(|_| expected.len() != 2),
            mode: record.mode,
            sharing: record.sharing,
        }
    }
}
