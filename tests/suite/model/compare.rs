//! Sessions side by side: what is compared, by whom, and what is kept back.

use super::random::config;
use super::*;
use customer_hat::model::compare::{
    CannotCompare, Comparison, Counts, Kind, MOST, Moved, Shift, Told, Trend,
};
use customer_hat::model::heading::Heading;
use customer_hat::model::session::Names;
use proptest::prelude::*;
use std::cmp::Ordering;

/// A round after these, an hour a round apart, by these people; each row is a step that is shown.
fn round(before: &[&Session], walk: Walk, names: &[&str], steps: &[&[i64]]) -> Session {
    let earlier = before
        .iter()
        .map(|one| Heading::of(one, "x.ron".into()).earlier());
    let earlier: Vec<_> = earlier.collect();
    let start = at(60 * (1 + before.len() as u32));
    let mut session = Session::begin(text("Acme Boats"), walk, exercise(), &earlier, start);
    for name in names {
        make(&mut session, Change::Join(usize::MAX, person(name)));
    }
    for (number, points) in steps.iter().enumerate() {
        rate(&mut session, number as u8 + 1, points);
    }
    session
}

const THREE: [&str; 3] = ["Ana", "Ben", "Cho"];

fn of(sessions: &[&Session]) -> Comparison {
    let sessions: Vec<_> = sessions.iter().map(|one| (*one).clone()).collect();
    Comparison::of(&sessions).unwrap()
}

fn first(steps: &[&[i64]]) -> Session {
    round(&[], Walk::Team, &THREE, steps)
}

/// Rounds of three people, each with one step that all of them rated the same.
fn run(points: &[i64]) -> Comparison {
    let mut rounds: Vec<Session> = Vec::new();
    for points in points {
        let before: Vec<_> = rounds.iter().collect();
        rounds.push(round(&before, Walk::Team, &THREE, &[&[*points; 3]]));
    }
    Comparison::of(&rounds).unwrap()
}

#[test]
fn two_rounds_are_then_and_now_whatever_order_they_come_in() {
    let then = first(&[&[-4, -2, 1]]);
    let now = round(&[&then], Walk::Team, &THREE, &[&[3, 5, 6]]);
    let comparison = of(&[&now, &then]);
    assert_eq!(comparison, of(&[&then, &now]));
    assert_eq!(comparison.kind, Kind::ThenAndNow);
    let labels: Vec<_> = comparison
        .columns
        .iter()
        .map(|one| one.label.as_str())
        .collect();
    assert_eq!(labels, ["then", "now"]);
    assert_eq!(comparison.steps[0].shift, Some(Shift::Up(7)));
    assert_eq!(comparison.steps[1].shift, None, "not rated yet");
    assert_eq!((comparison.tally().higher, comparison.tally().of), (1, 1));
    assert!(
        comparison
            .steps
            .iter()
            .all(|row| row.trend.is_none() && row.spread.is_none())
    );
}

#[test]
fn one_too_many_and_the_same_twice_are_refused() {
    let then = first(&[]);
    assert_eq!(Comparison::of(&[]), Err(CannotCompare::TooFew));
    assert_eq!(
        Comparison::of(std::slice::from_ref(&then)),
        Err(CannotCompare::TooFew)
    );
    let many = vec![then.clone(); MOST + 1];
    assert_eq!(Comparison::of(&many), Err(CannotCompare::TooMany(MOST + 1)));
    // A copy that went on is the same session all the same.
    let mut copy = then.clone();
    rate(&mut copy, 1, &[1, 2, 3]);
    let twice = Comparison::of(&[then, copy]);
    assert!(
        matches!(twice, Err(CannotCompare::Twice(title)) if title.starts_with("Acme Boats · round 1"))
    );
}

/// The exercise without its first steps, and with this id for its last one.
fn other_exercise(without: usize, last: &str) -> Exercise {
    let mut other = exercise();
    other.steps.drain(..without);
    other.steps.last_mut().unwrap().id = text(last);
    other.version += 1;
    other
}

#[test]
fn only_steps_that_both_have_are_compared_and_the_others_are_named() {
    let then = first(&[&[1, 2, 3], &[-4, -5, -6], &[1; 3], &[-1; 3]]);
    let earlier = [Heading::of(&then, "x.ron".into()).earlier()];
    let asked = other_exercise(1, "workshop");
    let mut now = Session::begin(text("acme  boats"), Walk::Team, asked, &earlier, at(200));
    for name in THREE {
        make(&mut now, Change::Join(usize::MAX, person(name)));
    }
    rate(&mut now, 1, &[7, 8, 9]);
    let comparison = of(&[&then, &now]);
    assert_eq!(comparison.kind, Kind::ThenAndNow);
    let shorts: Vec<_> = comparison
        .steps
        .iter()
        .map(|row| row.short.as_str())
        .collect();
    assert_eq!(shorts, ["call", "buy", "problem"]);
    assert_eq!(comparison.steps[0].shift, Some(Shift::Up(13)));
    assert_eq!(
        comparison.columns[0].balances,
        [-6, -5, -4],
        "over these steps alone"
    );
    let left_out: Vec<_> = comparison
        .left_out
        .iter()
        .map(|one| one.only_in.join(", "))
        .collect();
    assert_eq!(left_out, ["then", "then", "now"]);
    assert!(comparison.has_several_exercises());
}

#[test]
fn without_a_step_in_common_there_is_nothing_to_compare() {
    let then = first(&[]);
    let asked = other_exercise(4, "workshop");
    let now = Session::begin(text("Acme Boats"), Walk::Team, asked, &[], at(200));
    assert_eq!(
        Comparison::of(&[then, now]),
        Err(CannotCompare::NothingInCommon)
    );
}

#[test]
fn a_team_and_somebody_alone_stand_beside_each_other() {
    let team = first(&[&[4, 5, 6]]);
    let alone = round(&[&team], Walk::Alone, &["Ana"], &[&[-3]]);
    let comparison = of(&[&team, &alone]);
    assert_eq!(comparison.kind, Kind::Beside);
    let labels: Vec<_> = comparison
        .columns
        .iter()
        .map(|one| one.label.as_str())
        .collect();
    assert_eq!(labels, ["the team", "Ana"]);
    assert_eq!(
        comparison.steps[0].in_both.as_ref().unwrap().each[0].now,
        rating(-3)
    );
    assert_eq!(comparison.steps[0].spread.unwrap().apart(), 8);
    assert!(comparison.kept.is_empty() && comparison.turned.is_none());
}

#[test]
fn two_who_walk_alone_are_rounds_only_when_they_are_the_same_person() {
    let ana = round(&[], Walk::Alone, &["Ana"], &[&[-3]]);
    let again = round(&[&ana], Walk::Alone, &[" ana"], &[&[2]]);
    let ben = round(&[&ana], Walk::Alone, &["Ben"], &[&[2]]);
    assert_eq!(of(&[&ana, &again]).kind, Kind::ThenAndNow);
    assert_eq!(of(&[&ana, &ben]).kind, Kind::Beside);
}

#[test]
fn people_are_compared_with_themselves() {
    let then = round(
        &[],
        Walk::Team,
        &["Ana", "Ben", "Cho", "Dev"],
        &[&[-4, 2, 5, 1]],
    );
    let now = round(
        &[&then],
        Walk::Team,
        &["CHO", "Ana", "Eva", "Ben"],
        &[&[5, 3, 9, -2]],
    );
    let comparison = of(&[&then, &now]);
    let both = comparison.steps[0].in_both.clone().unwrap();
    assert_eq!(
        both.moved,
        Moved::All(Counts {
            higher: 1,
            same: 1,
            lower: 1,
            of: 3
        })
    );
    let own: Vec<_> = both
        .each
        .iter()
        .map(|own| (own.name.as_str(), own.then, own.now))
        .collect();
    let expected = [("CHO", 5, 5), ("Ana", -4, 3), ("Ben", 2, -2)];
    assert_eq!(
        own,
        expected.map(|(name, then, now)| (name, rating(then), rating(now)))
    );
}

#[test]
fn of_one_name_that_several_have_the_role_tells_who_it_is() {
    let with = |session: &mut Session, role: &str, nth: &str| {
        let mut one = person("Ana");
        one.id = id(nth);
        one.role = text(role);
        make(session, Change::Join(usize::MAX, one));
    };
    let mut then = first(&[]);
    with(&mut then, "till", "ana-2");
    rate(&mut then, 1, &[1, 2, 3, -4]);
    let mut now = round(&[&then], Walk::Team, &["Ben"], &[]);
    with(&mut now, "TILL", "ana");
    with(&mut now, "yard", "ana-2");
    rate(&mut now, 1, &[5, 6, 7]);
    let comparison = of(&[&then, &now]);
    let each = &comparison.steps[0].in_both.as_ref().unwrap().each;
    let own: Vec<_> = each.iter().map(|own| (own.then, own.now)).collect();
    assert_eq!(own, [(rating(2), rating(5)), (rating(-4), rating(6))]);
}

#[test]
fn hidden_names_leave_counts_and_of_few_people_nothing() {
    let six = ["Ana", "Ben", "Cho", "Dev", "Eva", "Finn"];
    let hidden = |before: &[&Session], names: &[&str], points: &[i64]| {
        let mut session = round(before, Walk::Team, names, &[]);
        make(&mut session, Change::Names(Names::Hidden));
        rate(&mut session, 1, points);
        session
    };
    let then = round(&[], Walk::Team, &six, &[&[-1, -2, -3, -4, -5, -6]]);
    let now = hidden(&[&then], &six, &[1, 1, 1, 1, 1, -9]);
    let comparison = of(&[&then, &now]);
    let both = comparison.steps[0].in_both.clone().unwrap();
    let most = Moved::MostWent {
        way: Ordering::Greater,
        many: Told::Most,
        of: 6,
    };
    assert_eq!(both.moved, most, "five of six, as six of six would be");
    assert!(both.each.is_empty());
    assert!(
        comparison.steps[0].cells[1]
            .dots
            .iter()
            .all(|dot| dot.name.is_none())
    );
    let few = hidden(&[&then], &six[..4], &[1, 1, 1, 1]);
    assert_eq!(of(&[&then, &few]).steps[0].in_both, None);
}

#[test]
fn a_divided_room_has_no_points_to_go_up_or_down() {
    let split: &[i64] = &[-8, 8, -7];
    let agreed: &[i64] = &[5, 6, 7];
    let shift = |then, now| {
        let then = first(&[then]);
        let now = round(&[&then], Walk::Team, &THREE, &[now]);
        of(&[&then, &now]).steps[0].shift
    };
    assert_eq!(shift(split, agreed), Some(Shift::NoLongerSplit));
    assert_eq!(shift(agreed, split), Some(Shift::NowSplit));
    assert_eq!(shift(split, split), Some(Shift::StillSplit));
    assert_eq!(shift(agreed, agreed), Some(Shift::Same));
    assert_eq!(shift(&[-1, -1, -1], &[1, 1, 1]), Some(Shift::Up(2)));
}

#[test]
fn two_people_have_no_middle_to_shift() {
    let then = round(&[], Walk::Team, &["Ana", "Ben"], &[&[-3, 4]]);
    let now = round(&[&then], Walk::Team, &["Ana", "Ben"], &[&[3, 6]]);
    let comparison = of(&[&then, &now]);
    assert_eq!(comparison.steps[0].shift, None);
    assert_eq!(
        comparison.steps[0]
            .in_both
            .as_ref()
            .unwrap()
            .moved
            .counts()
            .unwrap()
            .higher,
        2
    );
    assert_eq!(comparison.columns[0].balance(), None);
}

#[test]
fn a_trend_is_said_from_three_on_and_modestly() {
    let trend = |points: &[i64]| run(points).steps[0].trend;
    assert_eq!(trend(&[-5, 1]), None);
    assert_eq!(trend(&[-5, 1, 6]), Some(Trend::Up));
    assert_eq!(trend(&[6, 1, -5, -6]), Some(Trend::Down));
    assert_eq!(
        trend(&[1, 2, 3]),
        Some(Trend::Same),
        "two points are the same"
    );
    assert_eq!(trend(&[-5, 6, 1]), Some(Trend::NoOneWay));
    assert_eq!(trend(&[-5, 1, 1]), Some(Trend::NoOneWay), "not each time");
}

#[test]
fn a_run_compares_the_people_of_its_last_two_rounds() {
    let run = run(&[-5, 1, -3]);
    assert_eq!(run.kind, Kind::Run);
    let labels: Vec<_> = run.columns.iter().map(|one| one.label.as_str()).collect();
    assert_eq!(labels, ["round 1", "round 2", "round 3"]);
    assert_eq!(
        run.steps[0]
            .in_both
            .as_ref()
            .unwrap()
            .moved
            .counts()
            .unwrap()
            .lower,
        3
    );
    assert_eq!(run.steps[0].spread.unwrap().apart(), 6);
}

#[test]
fn expectations_and_verdicts_are_compared_person_by_person() {
    let guessed = |session: &mut Session, points: &[i64; 5]| {
        for name in THREE {
            make(session, Change::Predict(id(name), Some(guess(points))));
        }
    };
    let all = [&[1_i64, 1, 1][..]; 5];
    let finish = |mut session: Session, guess: &[i64; 5], says: [bool; 3]| {
        guessed(&mut session, guess);
        for (number, points) in all.iter().enumerate() {
            rate(&mut session, number as u8 + 1, points);
        }
        for (name, is_good) in THREE.into_iter().zip(says) {
            let verdict = if is_good {
                Verdict::Builds { at: at(1) }
            } else {
                Verdict::Erodes { at: at(1) }
            };
            make(&mut session, Change::Verdict(id(name), Some(verdict)));
        }
        make(&mut session, Change::RevealVerdicts);
        session
    };
    let then = finish(first(&[]), &[9, 9, 9, 9, 9], [false, false, true]);
    let now = round(&[&then], Walk::Team, &THREE, &[]);
    let now = finish(now, &[2, 2, 2, 2, 2], [true, false, true]);
    let comparison = of(&[&then, &now]);
    assert_eq!(comparison.expecting.unwrap().counts().unwrap().lower, 3);
    let turned = comparison.turned.unwrap().counts().unwrap();
    assert_eq!((turned.higher, turned.same, turned.lower), (1, 2, 0));
    assert_eq!(comparison.columns[0].gaps.expected_better, 3);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_sealed_has_no_part_in_it(
        points in proptest::collection::vec(1_i64..=10, 3),
        sign in proptest::bool::ANY,
        guesses in proptest::collection::vec(1_i64..=10, 5),
    ) {
        let then = first(&[&[1, 2, 3], &[-4, -5, -6], &[1; 3], &[-1; 3]]);
        let mut now = round(&[&then], Walk::Team, &THREE, &[]);
        make(&mut now, Change::Predict(id("Ana"), Some(guess(&[1, 2, 3, 4, 5]))));
        let mut other = round(&[&then], Walk::Team, &THREE, &[]);
        make(&mut other, Change::Predict(id("Ana"), Some(guess(&guesses))));
        let (sealed, open) = (of(&[&then, &now]), of(&[&then, &other]));
        prop_assert_eq!(sealed, open, "a guess is sealed until its step is shown");
        rate(&mut now, 1, &[4, 4, 4]);
        let shown = of(&[&then, &now]);
        for (name, points) in THREE.into_iter().zip(points) {
            let points = if sign { points } else { -points };
            make(&mut now, answer(2, Turn::First, name, points));
            make(&mut now, answer(1, Turn::Again, name, -points));
        }
        prop_assert_eq!(of(&[&then, &now]), shown);
    }
}

#[test]
fn a_part_of_the_way_is_no_sum_to_set_beside_a_whole_one() {
    let whole: [&[i64]; 5] = [&[-4, -5, 1]; 5];
    let then = first(&whole);
    let mut now = round(&[&then], Walk::Team, &THREE, &whole[..4]);
    let begun = of(&[&then, &now]);
    let [first, second] = &begun.columns[..] else {
        panic!("two columns")
    };
    assert_eq!((first.balance(), first.gone), (Some(-20), Some(2)));
    assert_eq!((second.balance(), second.gone), (None, None));
    rate(&mut now, 5, whole[4]);
    assert_eq!(of(&[&then, &now]).columns[1].balance(), Some(-20));
}
