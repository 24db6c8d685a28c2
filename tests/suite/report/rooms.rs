//! Rooms to report on: so many people, what they expected and what they felt.

use customer_hat::model::change::Change;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::moment::Moment;
use customer_hat::model::person::{Person, PersonId, Presence};
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{Names, Prediction, Session, Walk};
use customer_hat::model::step_record::{Answer, Turn};
use customer_hat::model::text::CleanText;

fn at() -> Moment {
    "2026-11-22T09:00:00+01:00".parse().unwrap()
}

fn rating(points: i64) -> Rating {
    Rating::try_from(points).unwrap()
}

/// A team in its first round; nothing is rated yet.
pub fn room(people: &[&str], names: Names) -> Session {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let business = CleanText::typed("Acme");
    let walk = if people.len() == 1 {
        Walk::Alone
    } else {
        Walk::Team
    };
    let mut session = Session::begin(business, walk, exercise, &[], at());
    for name in people {
        let taken: Vec<_> = ids(&session);
        let person = Person {
            id: PersonId::fresh(name, taken.iter()),
            name: CleanText::typed(name),
            role: CleanText::typed(&format!("{name}'s role")),
            presence: Presence::Here,
        };
        session
            .apply(Change::Join(usize::MAX, person), at())
            .unwrap();
    }
    session.apply(Change::Names(names), at()).unwrap();
    session
}

pub fn ids(session: &Session) -> Vec<PersonId> {
    let people = session.people().iter();
    people.map(|person| person.id.clone()).collect()
}

/// Everybody's expectation, the same for all steps.
pub fn expect(session: &mut Session, points: &[i64]) {
    let steps = session.steps().len();
    for (id, points) in ids(session).into_iter().zip(points) {
        let ratings = vec![rating(*points); steps];
        let prediction = Prediction::Guessed { ratings, at: at() };
        session
            .apply(Change::Predict(id, Some(prediction)), at())
            .unwrap();
    }
}

/// Everybody's answer to a turn of a step; zero is a pass. Shown only when it is revealed.
pub fn answer(session: &mut Session, step: usize, turn: Turn, points: &[i64]) {
    let number = session.step_numbers().nth(step).unwrap();
    for (id, points) in ids(session).into_iter().zip(points) {
        let answer = match points {
            0 => Answer::Passed { at: at() },
            points => Answer::Rated {
                rating: rating(*points),
                stays: *points > -5,
                at: at(),
            },
        };
        session
            .apply(Change::Answer(number, turn, id, Some(answer)), at())
            .unwrap();
    }
}

/// Shows the answers of a turn.
pub fn reveal(session: &mut Session, step: usize, turn: Turn) {
    let number = session.step_numbers().nth(step).unwrap();
    session.apply(Change::Reveal(number, turn), at()).unwrap();
}

/// A room that rated some steps, a list of points a step.
pub fn rated(people: &[&str], names: Names, steps: &[&[i64]]) -> Session {
    let mut session = room(people, names);
    for (step, points) in steps.iter().enumerate() {
        answer(&mut session, step, Turn::First, points);
        reveal(&mut session, step, Turn::First);
    }
    session
}
