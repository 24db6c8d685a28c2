//! What the numbers say, wherever they stand: on every screen, line by line, in every report and comparison.

mod days;
mod help;
mod hidden;
mod order;
mod there;
mod ties;

use super::cli::Home;
use super::stage::{Stage, moment};
use customer_hat::model::change::Change;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::heading::Heading;
use customer_hat::model::moment::Moment;
use customer_hat::model::person::{Person, PersonId, Presence};
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{Names, Session, Verdict, Walk};
use customer_hat::model::step_record::{Answer, Turn};
use customer_hat::model::text::CleanText;
use customer_hat::report::{Format, render};
use customer_hat::store::folders::Folders;
use customer_hat::store::session_file::text_of;
use customer_hat::store::shelf::Shelf;

/// Everyday sizes, a large one, and the least that is vast.
const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (120, 40), (200, 60)];

const FIVE: [&str; 5] = ["Ana", "Ben", "Cho", "Dev", "Eva"];

fn id(name: &str) -> PersonId {
    PersonId::fresh(name, std::iter::empty())
}

fn joining(name: &str) -> Change {
    let person = Person {
        id: id(name),
        name: CleanText::typed(name),
        role: CleanText::default(),
        presence: Presence::Here,
    };
    Change::Join(usize::MAX, person)
}

fn make(session: &mut Session, change: Change) {
    let said = format!("{change:?}");
    let done = session.apply(change, moment(0));
    done.unwrap_or_else(|refused| panic!("{said}: {refused}"));
}

/// A round of a business after these, begun then, by these people.
fn begun(
    (business, walk): (&str, Walk),
    before: &[&Session],
    start: Moment,
    names: &[&str],
) -> Session {
    let earlier = before.iter();
    let earlier = earlier.map(|one| Heading::of(one, "x.ron".into()).earlier());
    let earlier: Vec<_> = earlier.collect();
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let business = CleanText::typed(business);
    let mut session = Session::begin(business, walk, exercise, &earlier, start);
    for name in names {
        make(&mut session, joining(name));
    }
    session
}

/// Everybody who is here rates a step, 0 is a pass, and it is revealed. Who is at −4 or lower would have left.
fn rate(session: &mut Session, step: StepNumber, points: &[i64]) {
    let here: Vec<_> = session.here().map(|person| person.id.clone()).collect();
    for (id, points) in here.into_iter().zip(points) {
        let at = moment(0);
        let answer = match Rating::try_from(*points) {
            Ok(rating) => Answer::Rated {
                rating,
                stays: *points > -4,
                at,
            },
            Err(_) => Answer::Passed { at },
        };
        make(session, Change::Answer(step, Turn::First, id, Some(answer)));
    }
    make(session, Change::Reveal(step, Turn::First));
}

/// A session whose steps were rated so, a row a step.
fn rated<R: AsRef<[i64]>>(mut session: Session, steps: &[R]) -> Session {
    for (index, points) in steps.iter().enumerate() {
        rate(&mut session, StepNumber::from_index(index), points.as_ref());
    }
    session
}

/// With the verdicts of everybody here, shown.
fn judged(mut session: Session, builds: &[bool]) -> Session {
    let here: Vec<_> = session.here().map(|person| person.id.clone()).collect();
    for (id, builds) in here.into_iter().zip(builds) {
        let at = moment(0);
        let verdict = if *builds {
            Verdict::Builds { at }
        } else {
            Verdict::Erodes { at }
        };
        make(&mut session, Change::Verdict(id, Some(verdict)));
    }
    make(&mut session, Change::RevealVerdicts);
    session
}

/// A session that hides names.
fn hiding(mut session: Session) -> Session {
    make(&mut session, Change::Names(Names::Hidden));
    session
}

/// The first round of these people, and what they felt at the five steps.
fn first<R: AsRef<[i64]>>(names: &[&str], steps: &[R]) -> Session {
    let walk = if names.len() == 1 {
        Walk::Alone
    } else {
        Walk::Team
    };
    rated(begun(("Acme", walk), &[], moment(0), names), steps)
}

/// The program where a session stands at a place.
fn stage_at(session: &Session, place: Place) -> Stage {
    let mut session = session.clone();
    make(&mut session, Change::Go(place));
    Stage::in_session(&text_of(&session).unwrap()).tick(5)
}

/// The words of a screen in a row, without what stands around them.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// These sessions in the folder of a home.
fn home_with(sessions: &[&Session]) -> Home {
    let home = Home::new();
    let folders = Folders::find(Some(&home.data()), None).unwrap();
    for session in sessions {
        Shelf::open(&folders).unwrap().create(session).unwrap();
    }
    home
}

/// Every report of a session, with the name of its format.
fn reports(session: &Session) -> Vec<(&'static str, String)> {
    let report = |format: Format| (format.name(), render(session, format, "acme.ron"));
    Format::ALL.into_iter().map(report).collect()
}

/// Every page of a comparison in every size, a text each.
fn pages_compared(sessions: &[Session]) -> Vec<String> {
    let mut stage = Stage::at_home();
    stage.app().compare(sessions);
    let mut pages = Vec::new();
    loop {
        let before = stage.text(100, 30);
        pages.extend(SIZES.map(|(width, height)| stage.text(width, height)));
        stage.press_all("<pgdn>");
        if stage.text(100, 30) == before {
            return pages;
        }
    }
}
