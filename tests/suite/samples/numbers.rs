//! The samples' numbers against those of the story, which was reckoned by hand.

use customer_hat::model::evidence::Mode;
use customer_hat::model::exercise::EvidenceKind;
use customer_hat::model::journey::Journey;
use customer_hat::model::place::StepNumber;
use customer_hat::model::rating::{Rating, signed};
use customer_hat::model::session::{BallotKind, Names, Session, Verdict};
use customer_hat::model::stats::{
    Gaps, Summary, YearOfIt, gap, leaving_point, likely_remembered, median, range,
};
use customer_hat::model::step_record::{Answer, StepRecord, Turn};

/// Each step in a line: the median of so many, the range, the camps, and how many expected better.
fn steps(session: &Session) -> Vec<String> {
    let journey = Journey::of(session);
    let told = |step: StepNumber| {
        let record = session.step(step);
        let felt = record.felt_ratings();
        let (lowest, highest) = range(felt.iter().copied()).unwrap();
        let gaps = Gaps::of(session.people().iter().filter_map(|person| {
            let felt = record.felt_rating(&person.id)?;
            Some(gap(felt, session.expected(&person.id, step)?))
        }));
        let split = match &journey.summaries[step.index()] {
            Summary::Split { down, up, .. } => {
                format!(" SPLIT {} down, {} up;", down.count(), up.count())
            }
            _ => String::new(),
        };
        format!(
            "{}: {} of {}, {lowest} to {highest};{split} {} of {} expected better",
            record.step,
            median(felt.iter().copied()).unwrap(),
            felt.len(),
            gaps.expected_better,
            gaps.of,
        )
    };
    session.step_numbers().map(told).collect()
}

/// Each person in a line: the balance, where they would have left, what they likely remember.
fn people(session: &Session) -> Vec<String> {
    let told = |(id, balance): &(_, i32)| {
        let leaves = leaving_point(&session.stays_of(id));
        let leaves = leaves.map_or("stays".to_owned(), |index| {
            format!("leaves at {}", session.steps()[index].step)
        });
        let remembered = likely_remembered(&session.walk_of(id)).unwrap();
        format!(
            "{}: {}, {leaves}, remembers {}",
            session.label(id),
            signed(*balance),
            signed(remembered.into()),
        )
    };
    Journey::of(session).balances.iter().map(told).collect()
}

/// How many say that it builds trust, and how many that it erodes it.
fn verdicts(session: &Session) -> (usize, usize) {
    let builds = |verdict: &&Verdict| matches!(verdict, Verdict::Builds { .. });
    let builds = session.verdicts().values().filter(builds).count();
    (builds, session.verdicts().len() - builds)
}

#[test]
fn round_one_comes_to_the_numbers_of_the_story() {
    let session = super::round_one::session();
    assert_eq!(
        steps(&session),
        [
            "website: −4 of 6, −6 to +2; 5 of 5 expected better",
            "call: −5 of 6, −8 to +6; SPLIT 3 down, 2 up; 5 of 5 expected better",
            "buy: +4 of 6, −1 to +7; 4 of 5 expected better",
            "problem: −7 of 6, −9 to −4; 5 of 5 expected better",
            "leader: −2 of 6, −5 to +3; 5 of 5 expected better",
        ]
    );
    assert_eq!(
        people(&session),
        [
            "Olive: −7, leaves at call, remembers −3",
            "Basil: +1, stays, remembers +2",
            "Fern: +14, stays, remembers +5",
            "Sage: −13, leaves at problem, remembers −6",
            "Hazel: −18, leaves at website, remembers −5",
            "Rowan: −29, leaves at call, remembers −7",
        ]
    );
    let journey = Journey::of(&session);
    assert_eq!(journey.balance, Some(-13));
    assert_eq!(journey.likely_remembered, Some(-5));
    assert_eq!(journey.leaving, [1, 2, 0, 1, 0]);
    let worst: Vec<_> = journey.worst.iter().map(|mark| mark.step).collect();
    assert_eq!(worst, [1, 3]);
    assert_eq!(verdicts(&session), (2, 4));
    assert_eq!(session.the_one().unwrap().who.as_str(), "Fern");
}

#[test]
fn the_first_ratings_of_the_problem_call_stand_beside_the_second() {
    let session = super::round_one::session();
    let first = session.steps()[3].answers(Turn::First).values();
    let first = first.filter_map(Answer::rating);
    let Summary::Room {
        median,
        lowest,
        highest,
        n,
    } = Summary::of(first)
    else {
        panic!("a room that is not split");
    };
    assert_eq!([median, lowest, highest].map(Rating::points), [-7, -9, 2]);
    assert_eq!(n, 6);
}

#[test]
fn round_two_comes_to_the_numbers_of_the_story() {
    let session = super::round_two::session(&super::round_one::session());
    assert_eq!(session.round().number(), 2);
    assert_eq!(
        steps(&session),
        [
            "website: −1 of 5, −3 to +3; 4 of 5 expected better",
            "call: +5 of 6, +3 to +8; 0 of 5 expected better",
            "buy: +3 of 6, −2 to +6; 2 of 5 expected better",
            "problem: +3 of 6, −2 to +6; 0 of 5 expected better",
            "leader: −2 of 5, −4 to +2; 3 of 4 expected better",
        ]
    );
    assert_eq!(
        people(&session),
        [
            "Olive: +10, stays, remembers +1",
            "Basil: +16, stays, remembers +4",
            "Fern: +25, stays, remembers +5",
            "Hazel: −2, leaves at leader, remembers −4",
            "Rowan: +2, stays, remembers 0",
            "Juniper: +8, leaves at buy, remembers +2",
        ]
    );
    let journey = Journey::of(&session);
    assert_eq!(journey.balance, Some(8));
    assert_eq!(journey.likely_remembered, Some(1));
    assert_eq!(journey.leaving, [0, 0, 1, 0, 1]);
    assert_eq!(verdicts(&session), (4, 1));
}

#[test]
fn who_comes_late_or_leaves_is_waited_for_only_while_there() {
    let session = super::round_two::session(&super::round_one::session());
    let waited_for: Vec<_> = session.steps().iter().map(StepRecord::of).collect();
    assert_eq!(waited_for, [5, 6, 6, 6, 5]);
    assert_eq!(session.verdict_revealed().unwrap().here.len(), 5);
}

#[test]
fn the_owner_alone_comes_to_the_numbers_of_the_story() {
    let session = super::alone::session();
    assert_eq!(
        steps(&session),
        [
            "website: +3 of 1, +3 to +3; 1 of 1 expected better",
            "call: −2 of 1, −2 to −2; 1 of 1 expected better",
            "buy: +4 of 1, +4 to +4; 1 of 1 expected better",
            "problem: −6 of 1, −6 to −6; 1 of 1 expected better",
            "leader: +1 of 1, +1 to +1; 1 of 1 expected better",
        ]
    );
    assert_eq!(
        people(&session),
        ["Olive: 0, leaves at problem, remembers −3"]
    );
    assert_eq!(verdicts(&session), (0, 1));
}

#[test]
fn from_round_to_round_the_same_people_moved_as_the_story_tells() {
    let then = super::round_one::session();
    let now = super::round_two::session(&then);
    let moved = |step: StepNumber| {
        let mut counts = [0; 3];
        for person in then.people() {
            let before = then.step(step).felt_rating(&person.id);
            // The same name has the same id in both.
            let after = now.step(step).felt_rating(&person.id);
            if let (Some(before), Some(after)) = (before, after) {
                let index = after.cmp(&before) as i8 + 1;
                counts[index as usize] += 1;
            }
        }
        counts
    };
    let moved: Vec<[u8; 3]> = now.step_numbers().map(moved).collect();
    let lower_same_higher = [[0, 0, 5], [0, 0, 5], [2, 2, 1], [0, 0, 5], [3, 0, 1]];
    assert_eq!(moved, lower_same_higher);
}

#[test]
fn the_evidence_stands_where_the_exercise_asks_for_it() {
    for session in super::every() {
        let asked = &session.exercise().steps;
        for (asked, step) in asked.iter().zip(session.steps()) {
            let imagined = step.mode == Mode::Imagined;
            let calls = asked.takes(EvidenceKind::PhoneClock) && !imagined;
            assert_eq!(step.phone.is_some(), calls, "{}", asked.title);
            let departments = asked.takes(EvidenceKind::Departments);
            assert_eq!(!step.departments.is_empty(), departments);
            assert!(step.departments.iter().all(|one| one.rating.is_some()));
            assert!(!step.notes.is_empty() && !step.words.is_empty());
        }
        assert_eq!(session.names(), Names::Shown);
        let alone = session.people().len() == 1;
        assert_eq!(session.ballot() == BallotKind::Open, alone);
    }
}

#[test]
fn a_pause_is_not_counted_as_time_spent() {
    let [alone, first, second] = super::every();
    let minutes = |session: &Session| {
        let seconds = session.steps().iter().map(|step| step.seconds);
        seconds.map(|seconds| seconds / 60).collect::<Vec<_>>()
    };
    assert_eq!(minutes(&alone), [9, 9, 30, 13, 4]);
    assert_eq!(minutes(&first), [8, 8, 27, 11, 7]);
    assert_eq!(minutes(&second), [7, 6, 13, 8, 6]);
}

#[test]
fn a_year_of_buying_is_told_in_words() {
    let session = super::round_one::session();
    let times = session.steps()[2].times_a_year.unwrap();
    let year = YearOfIt::of(times, &Journey::of(&session).summaries[2]);
    assert_eq!(
        year.map(YearOfIt::words).as_deref(),
        Some("900 times a year, 4 points up")
    );
}
