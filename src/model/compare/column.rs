//! One session of a comparison: what it is called, and its whole way over the steps that are compared.

use super::{Kind, Told};
use crate::model::moment::{Moment, date_words};
use crate::model::name_key::same_name;
use crate::model::place::StepNumber;
use crate::model::promise::Promise;
use crate::model::rating::Rating;
use crate::model::session::{Company, Names, Session, Walk};
use crate::model::stats::{Gap, Gaps, balance, gap, leaving_point, lower_median};
use crate::model::step_record::Turn;
use crate::model::text::CleanText;
use crate::model::verdicts::Count;
use crate::model::wording::round_words;

/// One session of a comparison. All its numbers are over the compared steps alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it is called on the screens, in a word or two; no two columns have the same.
    pub label: String,
    /// Its business, if they differ, its round and its day.
    pub title: String,
    /// The business.
    pub business: CleanText,
    /// Who walked.
    pub walk: Walk,
    /// How many, as far as words differ.
    pub company: Company,
    /// How many people are in it.
    pub people: usize,
    /// Whether it hides names: then no count of all or of none is told beside another session's.
    pub hides_names: bool,
    /// When it began.
    pub started: Moment,
    /// Whether it was closed.
    pub is_finished: bool,
    /// The id of its exercise.
    pub exercise: CleanText,
    /// The version of its exercise.
    pub version: u16,
    /// Each person's balance in points, the lowest first, of those who rated any of the steps. Nobody's as
    /// long as a step is still to come: the sum of a part stands beside no whole one.
    pub balances: Vec<i32>,
    /// How many would have left at one of the steps; `None` as long as nobody has rated, or a step is still
    /// to come.
    pub gone: Option<usize>,
    /// Who expected better, as people over all the steps; nobody as long as one is still to come.
    pub gaps: Gaps,
    /// The verdicts, once they are shown.
    pub verdicts: Option<Count>,
}

impl Column {
    /// So many of so many of its people, as far as it may be told.
    pub fn told(&self, many: usize, of: usize) -> Told {
        Told::of(many, of, self.hides_names)
    }

    /// How many rated any of the compared steps.
    pub fn rated(&self) -> usize {
        self.balances.len()
    }

    /// The room's balance in points: the lower median of the people's. `None` for two, who have no
    /// middle, and for nobody.
    pub fn balance(&self) -> Option<i32> {
        let balances = self.balances.iter().copied();
        lower_median(balances).filter(|_| self.company != Company::Pair)
    }
}

/// A column for each session.
pub(super) fn columns(kind: Kind, sessions: &[&Session], steps: &[Vec<StepNumber>]) -> Vec<Column> {
    let several = |session: &&&Session| !same_name(session.business(), sessions[0].business());
    let with_business = sessions.iter().any(|session| several(&session));
    let labels = labels(kind, sessions, with_business);
    let columns = sessions.iter().zip(steps).zip(labels);
    columns
        .map(|((session, steps), label)| column(session, steps, label, with_business))
        .collect()
}

fn column(session: &Session, steps: &[StepNumber], label: String, with_business: bool) -> Column {
    let is_to_come = |step: &StepNumber| session.step(*step).reveal(Turn::First).is_none();
    // A way of which a part is still to come has no sums yet.
    let steps = if steps.iter().any(is_to_come) {
        &[]
    } else {
        steps
    };
    let people = || session.people().iter().map(|person| &person.id);
    let felt = |person| -> Vec<Option<Rating>> {
        let of_step = |step: &StepNumber| session.step(*step).felt_rating(person);
        steps.iter().map(of_step).collect()
    };
    let walks = people().map(felt);
    let walks = walks.filter(|walk| walk.iter().any(Option::is_some));
    let mut balances: Vec<i32> = walks.map(|walk| balance(&walk)).collect();
    balances.sort_unstable();
    let would_go = people().filter(|person| {
        let stays = |step: &StepNumber| session.step(*step).felt(person)?.stays();
        let stays: Vec<_> = steps.iter().map(stays).collect();
        leaving_point(&stays).is_some()
    });
    let gone = would_go.count();
    Column {
        label,
        title: title(session, with_business),
        business: session.business().clone(),
        walk: session.walk(),
        company: session.company_so_far(),
        people: session.many_so_far(),
        hides_names: session.names() == Names::Hidden,
        started: session.started(),
        is_finished: session.finished().is_some(),
        exercise: session.exercise().id.clone(),
        version: session.exercise().version,
        gone: (!balances.is_empty()).then_some(gone),
        balances,
        gaps: gaps(session, steps),
        verdicts: Count::of(session),
    }
}

/// Each person's gaps over the steps as one, by their sum.
fn gaps(session: &Session, steps: &[StepNumber]) -> Gaps {
    let of_person = |person| {
        let at = |step: &StepNumber| {
            let felt = session.step(*step).felt_rating(person)?;
            Some(gap(felt, session.expected(person, *step)?).points)
        };
        let gaps: Vec<i8> = steps.iter().filter_map(at).collect();
        let sum: i32 = gaps.iter().map(|points| i32::from(*points)).sum();
        // Its sign is all that counts.
        (!gaps.is_empty()).then_some(Gap {
            points: sum.signum() as i8,
        })
    };
    let people = session.people().iter().map(|person| &person.id);
    Gaps::of(people.filter_map(of_person))
}

/// The round and the day in words, after the business where it is asked for.
pub(super) fn title(session: &Session, with_business: bool) -> String {
    let business = if with_business {
        format!("{} · ", session.business())
    } else {
        String::new()
    };
    let day = session.started().date_words();
    let round = round_words(session.walk(), session.round().number());
    format!("{business}{round} · {day}")
}

/// Who walked, in a word or two.
fn who(session: &Session) -> String {
    match (session.walk(), session.people(), session.names()) {
        (Walk::Alone, [one], Names::Shown) => session.label(&one.id),
        (Walk::Alone, ..) => "alone".to_owned(),
        (Walk::Team, ..) => "the team".to_owned(),
    }
}

/// The shortest way to call the sessions that tells each from the others.
fn labels(kind: Kind, sessions: &[&Session], with_business: bool) -> Vec<String> {
    if kind == Kind::ThenAndNow {
        return vec!["then".to_owned(), "now".to_owned()];
    }
    let business = |session: &Session| session.business().to_string();
    let numbered = |session: &Session| format!("round {}", session.round().number());
    let dated = |session: &Session| date_words(session.started().date());
    let rounds_and_who = |session: &Session| match session.walk() {
        Walk::Team => numbered(session),
        Walk::Alone => who(session),
    };
    let who_and_round = |session: &Session| match session.walk() {
        Walk::Team => numbered(session),
        Walk::Alone => format!("{} {}", who(session), session.round().number()),
    };
    let full = |session: &Session| title(session, with_business);
    let ways: [&dyn Fn(&Session) -> String; 5] = match (kind, with_business) {
        (Kind::Run, _) => [&numbered, &dated, &full, &full, &full],
        (_, true) => [&business, &who, &dated, &full, &full],
        (_, false) => [&who, &rounds_and_who, &who_and_round, &dated, &full],
    };
    let all = ways.map(|way| -> Vec<String> { sessions.iter().map(|one| way(one)).collect() });
    let differ = |labels: &&Vec<String>| {
        let mut sorted = (*labels).clone();
        sorted.sort_unstable();
        sorted.dedup();
        sorted.len() == labels.len()
    };
    if let Some(labels) = all.iter().find(differ) {
        return labels.clone();
    }
    let counted = all[0].iter().enumerate();
    counted
        .map(|(at, label)| format!("{}: {label}", at + 1))
        .collect()
}

/// What was promised before the last session, as it was marked there; where nothing was asked there, what
/// the session before it promised.
pub(super) fn kept(kind: Kind, sessions: &[&Session]) -> Vec<Promise> {
    match sessions {
        [.., before, last] if kind != Kind::Beside => match last.promises() {
            [] => before.promised_for_next(),
            promises => promises.to_vec(),
        },
        _ => Vec::new(),
    }
}
