//! The replay: as far as a session went, in its order, and nothing of what came later in any frame.

use super::*;
use crate::samples::{first_round, in_a_ballot, in_a_step};
use customer_hat::model::change::StepChange;
use customer_hat::model::evidence::{CallEvent, Department, Note, NoteKind, PhoneLog, Word};
use customer_hat::model::replay::{Frame, Replay};
use customer_hat::model::session::Improvement;
use std::collections::BTreeSet;

const PEOPLE: [&str; 3] = ["Ana", "Ben", "Cho"];

fn places(session: &Session) -> Vec<Place> {
    let replay = Replay::of(session.clone());
    replay.frames().iter().map(|frame| frame.place).collect()
}

/// Every frame of a session.
fn frames(session: &Session) -> Vec<(Frame, Session)> {
    let replay = Replay::of(session.clone());
    let frames = replay.frames().iter().enumerate();
    frames
        .map(|(nth, frame)| (*frame, replay.session_at(nth)))
        .collect()
}

/// What was not revealed in a session, as somebody who reads its frames could tell it from others.
fn sealed_values(session: &Session) -> BTreeSet<String> {
    let mut values = BTreeSet::new();
    for record in session.steps() {
        for turn in [Turn::First, Turn::Again] {
            if record.reveal(turn).is_none() {
                let rated = record.answers(turn).values();
                let rated = rated.filter_map(|one| one.rating().zip(one.stays()));
                values.extend(rated.map(|rated| format!("{rated:?}")));
            }
        }
        let shown = record.revealed.is_some();
        let number = session
            .steps()
            .iter()
            .position(|one| one.step == record.step);
        let number = StepNumber::from_index(number.unwrap());
        let guesses = session.predictions().values();
        let guesses = guesses.filter_map(|one| one.at_step(number).filter(|_| !shown));
        values.extend(guesses.map(|guess| format!("{guess:?}")));
    }
    if session.verdict_revealed().is_none() {
        let verdicts = session.verdicts().values();
        values.extend(verdicts.map(|one| format!("{one:?}").chars().take(3).collect()));
    }
    values
}

/// Holds what must be true of the replay of any session whatever.
pub fn hold_the_replay(session: &Session) {
    let frames = frames(session);
    assert!(!frames.is_empty());
    let mut seen: Option<Session> = None;
    for (frame, then) in &frames {
        assert_eq!(then.place(), frame.place);
        assert_eq!(then.may_go(frame.place), Ok(()));
        assert_eq!((then.place_since(), then.draft()), (None, None));
        assert_eq!(&read(&file_of(then)).unwrap(), then, "at {frame:?}");
        let sealed = sealed_values(then);
        let slips = ["(Rating(1), true)", "Rating(1)", "Bui"].map(str::to_owned);
        assert!(
            sealed.iter().all(|one| slips.contains(one)),
            "at {frame:?} a slip tells: {sealed:?}"
        );
        if let Some(before) = seen.replace(then.clone()) {
            for (before, after) in before.steps().iter().zip(then.steps()) {
                assert!(before.ratings.len() <= after.ratings.len());
                assert!(before.revealed.is_none() || before.revealed == after.revealed);
            }
        }
    }
    let (last, end) = frames.last().unwrap();
    if last.place == Place::Close {
        assert_eq!(end.verdicts(), session.verdicts());
        assert_eq!(end.improvements(), session.improvements());
        assert_eq!(
            (end.finished(), end.people()),
            (session.finished(), session.people())
        );
    }
}

/// A meeting of three in which everybody's points come from `points`: what is asked, then who.
///
/// What is asked: 0 the guesses, 1 to 5 the steps, 6 the second rating of step 2, 7 the verdicts.
pub fn meeting(points: impl Fn(u8, i64) -> i64) -> Session {
    let mut session = session(&PEOPLE);
    go(&mut session, Place::Prediction);
    for (who, name) in (0..).zip(PEOPLE) {
        let guessed = [points(0, who); 5];
        make(
            &mut session,
            Change::Predict(id(name), Some(guess(&guessed))),
        );
    }
    for number in 1..=5 {
        go(&mut session, Place::Step(step(number)));
        let answers = [0, 1, 2].map(|who| points(number, who));
        rate(&mut session, number, &answers);
        if number == 2 {
            rate_turn(
                &mut session,
                2,
                Turn::Again,
                &[0, 1, 2].map(|who| points(6, who)),
            );
        }
    }
    for (who, name) in (0..).zip(PEOPLE) {
        let verdict = if points(7, who) > 0 {
            Verdict::Builds { at: at(1) }
        } else {
            Verdict::Erodes { at: at(1) }
        };
        make(&mut session, Change::Verdict(id(name), Some(verdict)));
    }
    make(&mut session, Change::RevealVerdicts);
    go(&mut session, Place::Close);
    make(&mut session, Change::Finished(Some(at(2))));
    session
}

#[test]
fn the_frames_of_a_whole_session_are_its_meeting_in_order() {
    let ballots: Vec<_> = places(&first_round()).into_iter().skip(2).collect();
    let mut expected = Vec::new();
    for number in (1..=5).map(step) {
        let (rating, reveal) = (Place::Rating(number), Place::Reveal(number));
        expected.extend([Place::Step(number), rating, reveal]);
        if number == step(4) {
            expected.extend([Place::RatingAgain(number), reveal]);
        }
    }
    expected.extend([Place::Journey, Place::Verdict, Place::VerdictReveal]);
    expected.extend([Place::Commodity, Place::IfEqual, Place::Keep]);
    expected.extend([Place::Improvements, Place::Close]);
    assert_eq!(ballots, expected);
    let start = places(&first_round());
    assert_eq!(start[..2], [Place::Welcome, Place::Prediction]);
}

#[test]
fn the_last_frame_of_a_finished_session_is_the_session() {
    for session in [first_round(), meeting(|_, who| who + 1)] {
        let (_, last) = frames(&session).pop().unwrap();
        assert_eq!(last, session);
    }
}

#[test]
fn up_to_its_reveal_a_frame_is_the_same_whatever_was_answered() {
    let reveal_of = |asked: u8| match asked {
        0 | 1 => (Place::Reveal(step(1)), Turn::First),
        6 => (Place::Reveal(step(2)), Turn::Again),
        7 => (Place::VerdictReveal, Turn::First),
        number => (Place::Reveal(step(number)), Turn::First),
    };
    let low = meeting(|_, who| who - 10);
    for asked in 0..=7 {
        let other = meeting(|what, who| if what == asked { 10 - who } else { who - 10 });
        let (place, turn) = reveal_of(asked);
        let shown = Frame { place, turn };
        let pairs: Vec<_> = frames(&low).into_iter().zip(frames(&other)).collect();
        let until = pairs
            .iter()
            .position(|((frame, _), _)| *frame == shown)
            .unwrap();
        for ((frame, low), (_, other)) in &pairs[..until] {
            assert_eq!(low, other, "{frame:?} tells what was answered to {asked}");
        }
        let ((_, low), (_, other)) = &pairs[until];
        assert_ne!(low, other, "its own reveal shows it");
    }
}

#[test]
fn a_guess_is_shown_step_by_step_with_what_was_felt() {
    let session = meeting(|what, who| if what == 0 { 9 - who } else { -3 });
    for (frame, then) in frames(&session) {
        let Place::Reveal(number) = frame.place else {
            continue;
        };
        for later in then.step_numbers() {
            let guessed = then.predictions()[&id("Ana")].at_step(later).unwrap();
            let expected = if later <= number { 9 } else { 1 };
            assert_eq!(
                i64::from(guessed.points()),
                expected,
                "{later} at {frame:?}"
            );
        }
    }
}

#[test]
fn what_the_room_said_comes_with_the_reveal_and_a_note_in_its_time() {
    let mut session = session(&PEOPLE);
    go(&mut session, Place::Step(step(1)));
    let note = |minutes, words| Note {
        kind: NoteKind::Fact,
        at: at(minutes),
        text: text(words),
    };
    let notes = vec![note(1, "while doing it"), note(30, "after the reveal")];
    let sales = Department {
        name: text("sales"),
        rating: Some(rating(-2)),
    };
    rate(&mut session, 1, &[4, 5, 6]);
    for change in [
        StepChange::Notes(notes),
        StepChange::Words(vec![Word::Good(text("seen"))]),
        StepChange::Departments(vec![sales]),
    ] {
        make(&mut session, Change::Step(step(1), change));
    }
    go(&mut session, Place::Reveal(step(1)));
    for (frame, then) in frames(&session) {
        let record = then.step(step(1));
        let rated = record.departments.iter().any(|one| one.rating.is_some());
        let counts = (record.notes.len(), record.words.len(), rated);
        match frame.place {
            Place::Welcome => assert_eq!((counts, record.departments.len()), ((0, 0, false), 0)),
            Place::Reveal(_) => assert_eq!(counts, (2, 1, true)),
            _ => assert_eq!((counts, record.departments.len()), ((1, 0, false), 1)),
        }
    }
}

#[test]
fn an_unfinished_session_goes_as_far_as_it_came() {
    assert_eq!(places(&session(&[])), [Place::People]);
    assert_eq!(places(&session(&PEOPLE)), [Place::People]);
    let mut choosing = session(&PEOPLE);
    go(&mut choosing, Place::Choices);
    assert_eq!(places(&choosing), [Place::Choices]);
    let mut guessing = session(&PEOPLE);
    go(&mut guessing, Place::Prediction);
    assert_eq!(places(&guessing), [Place::Welcome, Place::Prediction]);
    assert_eq!(places(&in_a_step()).last(), Some(&Place::Step(step(2))));
    assert_eq!(places(&in_a_ballot()).last(), Some(&Place::Rating(step(2))));
    // Somebody went back: what was done is replayed all the same.
    let mut back = in_a_ballot();
    go(&mut back, Place::Welcome);
    assert_eq!(places(&back), places(&in_a_ballot()));
}

#[test]
fn a_ballot_in_progress_is_the_last_frame_and_sealed() {
    let session = in_a_ballot();
    let (frame, then) = frames(&session).pop().unwrap();
    assert_eq!(frame.place, Place::Rating(step(2)));
    let (now, kept) = (then.step(step(2)), session.step(step(2)));
    assert!(now.ratings.keys().eq(kept.ratings.keys()) && !now.ratings.is_empty());
    let slips: BTreeSet<_> = now.ratings.values().filter_map(Answer::rating).collect();
    assert_eq!(slips.len(), 1, "every slip says the same");
    assert!(!then.missing(step(2), Turn::First).is_empty());
}

#[test]
fn at_a_ballot_those_are_there_who_were_and_nobody_is_waited_for() {
    let mut session = meeting(|_, who| who + 1);
    let presence = Change::Presence(id("Ana"), Presence::Away);
    make(&mut session, presence);
    make(&mut session, Change::Join(usize::MAX, person("Dev")));
    for (frame, then) in frames(&session) {
        let here: Vec<_> = then.here().map(|one| one.name.as_str()).collect();
        match frame.place {
            Place::Prediction | Place::Step(_) | Place::Rating(_) | Place::Verdict => {
                assert_eq!(here, PEOPLE, "{frame:?}");
            }
            Place::Close => assert_eq!(here, ["Ben", "Cho", "Dev"]),
            _ => {}
        }
        if let Place::Rating(number) = frame.place {
            assert!(then.missing(number, Turn::First).is_empty());
        }
    }
}

#[test]
fn a_call_that_was_never_ended_stands_still() {
    let mut session = session(&PEOPLE);
    go(&mut session, Place::Step(step(1)));
    let call = PhoneLog::dial(at(0)).after(CallEvent::Answered, at(1));
    let call = call.after(CallEvent::Hold, at(2));
    let phone = StepChange::Phone(Some(call));
    make(&mut session, Change::Step(step(1), phone));
    let (_, then) = frames(&session).pop().unwrap();
    let phone = then.step(step(1)).phone.clone().unwrap();
    assert!(!phone.is_running());
    assert_eq!((phone.seconds(at(500)), phone.hold_since), (120, None));
}

#[test]
fn later_answers_of_the_end_come_with_their_own_pages() {
    let mut session = meeting(|_, who| who + 1);
    let reason = session.exercise().commodity.reasons[0].clone();
    let improvement = Improvement {
        what: text("ring back"),
        step: None,
        who: text("Ana"),
        by: None,
        the_one: true,
    };
    for change in [
        Change::ChosenFor(vec![reason]),
        Change::IfEqual(text("us")),
        Change::Keep(text("the smile")),
        Change::Improvements(vec![improvement]),
        Change::NextRound(Some(jiff::civil::date(2027, 2, 1))),
    ] {
        make(&mut session, change);
    }
    let told = |then: &Session| {
        [
            !then.chosen_for().is_empty(),
            !then.if_equal().is_empty(),
            !then.keep().is_empty(),
            !then.improvements().is_empty(),
            then.next_round().is_some() && then.finished().is_some(),
        ]
    };
    let counts: Vec<_> = frames(&session)
        .iter()
        .map(|(_, then)| told(then).into_iter().filter(|told| *told).count())
        .collect();
    let from = counts.len() - 5;
    assert!(counts[..from].iter().all(|count| *count == 0));
    assert_eq!(counts[from..], [1, 2, 3, 4, 5]);
}

#[test]
fn every_frame_of_the_samples_passes_the_check_of_a_file() {
    for session in [first_round(), in_a_step(), in_a_ballot()] {
        hold_the_replay(&session);
    }
}
