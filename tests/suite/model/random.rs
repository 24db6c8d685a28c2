//! Random meetings: whatever is tried in whatever order, the rules hold after every change.

use super::journey::told;
use super::promises::session_with_promises;
use super::replay::hold_the_replay;
use super::*;
use customer_hat::model::change::StepChange;
use customer_hat::model::evidence::{Mode, Note, NoteKind, Word};
use customer_hat::model::promise::Outcome;
use customer_hat::model::session::{BallotKind, Draft, Field, Improvement, Names};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Few cases in the everyday run; `CUSTOMER_HAT_CASES` asks for more.
pub fn config() -> ProptestConfig {
    let asked = std::env::var("CUSTOMER_HAT_CASES").ok();
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(asked.and_then(|cases| cases.parse().ok()).unwrap_or(64))
    }
}

/// After how many changes a session is written and read again.
const BETWEEN_FILES: usize = 24;

/// What is tried: a kind of change and three numbers that choose its parts.
type Try = (u8, u8, u8, i64);

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let kind = prop_oneof![3 => Just(0_u8), 1 => Just(25_u8), 2 => 1_u8..25];
    let one = (kind, any::<u8>(), any::<u8>(), -10_i64..=10);
    proptest::collection::vec(one, 0..160)
}

const NAMES: [&str; 10] = [
    "Ana", "Ben", "Cho", "Dev", "Eva", "Finn", "Gia", "Hal", "Ana 2", "ana",
];

const OUTCOMES: [Option<Outcome>; 3] = [Some(Outcome::Kept), Some(Outcome::StillOpen), None];

fn pick<T: Copy>(from: &[T], by: u8) -> T {
    from[usize::from(by) % from.len()]
}

/// What takes the meeting on: the next answer that is waited for, or the reveal.
fn onward(session: &Session, points: i64) -> Change {
    let sealed = session
        .step_numbers()
        .find(|number| session.step(*number).revealed.is_none());
    match sealed {
        Some(number) => match session.missing(number, Turn::First).first() {
            Some(next) => Change::Answer(number, Turn::First, next.id.clone(), Some(felt(points))),
            None => Change::Reveal(number, Turn::First),
        },
        None => match session.missing_verdicts().first() {
            Some(next) => Change::Verdict(next.id.clone(), Some(Verdict::Erodes { at: at(1) })),
            None => Change::RevealVerdicts,
        },
    }
}

/// What takes a second rating of the last step that was revealed on.
fn onward_again(session: &Session, points: i64) -> Change {
    let revealed = |number: &StepNumber| session.step(*number).revealed.is_some();
    let number = session.step_numbers().rfind(revealed);
    let number = number.unwrap_or(StepNumber::FIRST);
    match session.missing(number, Turn::Again).first() {
        Some(next) => Change::Answer(number, Turn::Again, next.id.clone(), Some(felt(points))),
        None => Change::Reveal(number, Turn::Again),
    }
}

fn any_place(session: &Session, a: u8, b: u8) -> Place {
    let number = step(b % 7 + 1);
    let mut places = session.way();
    places.extend([Place::RatingAgain(number), Place::Step(number)]);
    places.extend(session.next_place());
    places.extend(session.previous_place());
    pick(&places, a)
}

fn joining(a: u8, b: u8) -> Person {
    let name = pick(&NAMES, b);
    let mut person = person(name);
    person.id = id(pick(&NAMES, a));
    if a > 200 {
        person.name = CleanText::default();
    }
    if b > 128 {
        person.role = text("sales");
        person.presence = Presence::Away;
    }
    person
}

fn any_prediction(b: u8, points: i64) -> Option<Prediction> {
    let points = if points == 0 { 1 } else { points };
    match b % 8 {
        0 => None,
        1 => Some(Prediction::Passed { at: at(1) }),
        2 => Some(guess(&[points; 4])),
        _ => Some(guess(&[points; 5])),
    }
}

fn improvements(a: u8, b: u8) -> Vec<Improvement> {
    let one = |nth: u8| Improvement {
        what: text(if b > 220 { "" } else { "ring back" }),
        step: (nth > 1).then(|| step(b % 6 + 1)),
        who: text("Ben"),
        by: None,
        the_one: (a >> nth) & 1 == 1,
    };
    (0..a % 4).map(one).collect()
}

fn at_a_step(a: u8, points: i64) -> StepChange {
    let note = Note {
        kind: NoteKind::Bad,
        at: at(3),
        text: text("we waited, \"on hold\""),
    };
    match a % 6 {
        0 => StepChange::Mode(Mode::Remembered),
        1 => StepChange::Notes(vec![note; usize::from(a / 16)]),
        2 => StepChange::Words(vec![Word::Bad(text("lost")); usize::from(a / 16)]),
        3 => StepChange::TimesAYear(u32::try_from(points).ok()),
        4 => StepChange::Seconds(u32::from(a)),
        _ => StepChange::MoreMinutes(u16::from(a)),
    }
}

/// The change that is tried; not all of them are allowed.
fn change(session: &Session, (kind, a, b, points): Try) -> Change {
    let who = id(pick(&NAMES, a));
    let number = step(b % 6 + 1);
    let turn = if b > 100 { Turn::Again } else { Turn::First };
    match kind {
        1..=3 => Change::Go(any_place(session, a, b)),
        4 => Change::Join(usize::from(b % 4), joining(a, b)),
        5 => Change::Remove(who),
        6 | 7 => Change::Presence(who, pick(&[Presence::Here, Presence::Away], b)),
        8 => Change::Rename(who, text(pick(&NAMES, b)), text("owner")),
        9 => Change::Ballot(pick(&BallotKind::ALL, b)),
        10 => Change::Names(pick(&[Names::Shown, Names::Hidden], b)),
        11 | 12 => Change::Predict(who, any_prediction(b, points)),
        13..=15 => {
            let answer = (a < 200).then(|| felt(points));
            Change::Answer(number, turn, who, answer)
        }
        16 => Change::Reveal(number, turn),
        17 => Change::Step(number, at_a_step(a, points)),
        18 => Change::Verdict(who, (b > 40).then_some(Verdict::Builds { at: at(1) })),
        19 => Change::ChosenFor(vec![text(pick(&["price", "terms", "charm"], b)); 2]),
        20 => Change::Improvements(improvements(a, b)),
        21 => Change::Finished((a > 99).then_some(at(60))),
        22 => Change::Draft((a > 99).then(|| Draft {
            field: Field::Keep,
            text: text("the sm"),
        })),
        23 => Change::Business(text(pick(&["ACME Boats", "acme  boats", "Zenith", ""], b))),
        24 => Change::Promise(usize::from(a % 3), pick(&OUTCOMES, b)),
        25 => onward_again(session, points),
        _ => onward(session, points),
    }
}

/// Holds what must be true of one change: refused without a trace, or taken and taken back.
fn hold_the_change(before: &Session, after: &Session, change: &Change, done: Option<&Change>) {
    let Some(back) = done else {
        let is_reveal = matches!(change, Change::Reveal(..) | Change::RevealVerdicts);
        assert!(is_reveal, "{change:?} has no opposite");
        return;
    };
    let mut again = after.clone();
    again
        .apply(back.clone(), at(2))
        .unwrap_or_else(|refused| panic!("{change:?} can't be taken back: {refused}"));
    if matches!(change, Change::Go(Place::Step(_))) {
        assert_eq!(again.place(), before.place());
    } else {
        assert_eq!(&again, before, "{change:?}");
    }
    again.apply(change.clone(), at(2)).unwrap();
    assert_eq!(&again, after, "{change:?} a second time");
}

/// Everything that somebody has given.
fn given(session: &Session, id: &PersonId) -> String {
    let at_steps: Vec<_> = session
        .steps()
        .iter()
        .map(|record| (record.ratings.get(id), record.ratings_again.get(id)))
        .collect();
    let (prediction, verdict) = (session.predictions().get(id), session.verdicts().get(id));
    format!("{at_steps:?} {prediction:?} {verdict:?}")
}

fn hold_who_is_away(before: &Session, after: &Session) {
    for name in NAMES {
        let id = id(name);
        if !before.person(&id).is_some_and(Person::is_here) {
            assert_eq!(given(after, &id), given(before, &id), "{id} was away");
        }
    }
}

/// The session without anything that is still sealed, as far as it can be taken back.
fn without_sealed(session: &Session) -> Session {
    let mut open = session.clone();
    let here: Vec<_> = session.here().map(|person| person.id.clone()).collect();
    for id in here {
        let mut sealed = vec![
            Change::Predict(id.clone(), None),
            Change::Verdict(id.clone(), None),
        ];
        for number in session.step_numbers() {
            sealed.push(Change::Answer(number, Turn::First, id.clone(), None));
            sealed.push(Change::Answer(number, Turn::Again, id.clone(), None));
        }
        for change in sealed {
            let _ = open.apply(change, at(2));
        }
    }
    open
}

fn hold_the_seal(session: &Session) {
    assert_eq!(told(session), told(&without_sealed(session)));
    for number in session.step_numbers() {
        let record = session.step(number);
        assert!(record.felt_ratings().len() <= record.of(), "n of N");
        if record.revealed.is_none() {
            assert_eq!((record.felt_ratings().len(), record.of()), (0, 0));
        }
    }
}

fn hold_the_way(session: &Session) {
    assert_eq!(session.may_go(session.place()), Ok(()));
    let way = session.way();
    let mut back = session.clone();
    let mut steps = 0;
    while let Some(place) = back.previous_place() {
        assert!(way.contains(&place));
        go(&mut back, place);
        steps += 1;
        assert!(steps <= way.len() + 1, "back goes in circles");
    }
    assert_eq!(back.place(), Place::People);
    let Some(next) = session.next_place() else {
        assert_eq!(session.place(), Place::Close);
        return;
    };
    assert!(way.contains(&next));
    let mut on = session.clone();
    if way.contains(&session.place()) && on.apply(Change::Go(next), at(2)).is_ok() {
        let over = |place| {
            matches!(place, Place::Rating(number) if session.step(number).revealed.is_some())
                || (place == Place::Verdict && session.verdict_revealed().is_some())
                || (place == Place::Prediction && session.predictions_are_closed())
        };
        if !over(session.place()) {
            assert_eq!(on.previous_place(), Some(session.place()));
        }
    }
}

fn hold_the_people(session: &Session) {
    let labels: BTreeSet<_> = session
        .people()
        .iter()
        .map(|person| session.label(&person.id))
        .collect();
    assert_eq!(labels.len(), session.people().len(), "{labels:?}");
    let ones = session.improvements().iter().filter(|one| one.the_one);
    assert_eq!(
        ones.count(),
        usize::from(!session.improvements().is_empty())
    );
    for number in session.step_numbers() {
        let missing = session.missing(number, Turn::First);
        assert!(missing.iter().all(|person| person.is_here()));
    }
}

fn hold_the_file(session: &Session) {
    let text = file_of(session);
    let again = read(&text).unwrap_or_else(|message| panic!("{message}"));
    assert_eq!(&again, session);
    assert_eq!(file_of(&again), text);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_rules_hold_whatever_is_tried(people in 1_usize..=8, tries in tries()) {
        let begin = if people % 2 == 0 { session_with_promises } else { session };
        let mut session = begin(&NAMES[..people]);
        for (nth, one) in tries.into_iter().enumerate() {
            let change = change(&session, one);
            let before = session.clone();
            match session.apply(change.clone(), at(2)) {
                Err(_) => assert_eq!(session, before, "{change:?} was refused"),
                Ok(done) => {
                    hold_the_change(&before, &session, &change, done.as_ref());
                    hold_who_is_away(&before, &session);
                    hold_the_seal(&session);
                    hold_the_way(&session);
                    hold_the_people(&session);
                }
            }
            if nth % BETWEEN_FILES == 0 {
                hold_the_file(&session);
            }
        }
        hold_the_file(&session);
        hold_the_replay(&session);
    }
}
