//! The phone clock: what each press means, and what stays as it is.

use super::*;
use customer_hat::model::evidence::{CallEvent, PhoneLog};

fn second(second: u32) -> Moment {
    format!("2026-11-22T10:{:02}:{:02}+01:00", second / 60, second % 60)
        .parse()
        .unwrap()
}

/// A call with these events, each so many seconds after it was dialled.
fn call(events: &[(CallEvent, u32)]) -> PhoneLog {
    events
        .iter()
        .fold(PhoneLog::dial(second(0)), |log, (event, after)| {
            log.after(*event, second(*after))
        })
}

#[test]
fn a_call_is_dialled_rings_is_answered_and_ends() {
    use CallEvent::{Answered, Ended, Person, Ring};
    let log = call(&[
        (Ring, 3),
        (Ring, 7),
        (Answered, 9),
        (Person, 40),
        (Ended, 90),
    ]);
    assert_eq!(log.rings, 2);
    assert_eq!(log.answered_after, Some(9));
    assert_eq!(log.person_after, Some(40));
    assert_eq!(log.ended_after, Some(90));
    assert!(!log.is_running());
    assert_eq!(log.seconds(second(500)), 90);
}

#[test]
fn holds_add_up_and_the_running_one_counts() {
    use CallEvent::Hold;
    let log = call(&[(Hold, 10), (Hold, 30), (Hold, 40)]);
    assert_eq!(log.hold_seconds(second(45)), 25);
    assert_eq!(log.after(Hold, second(50)).on_hold, 30);
    assert_eq!(log.after(Hold, second(50)).hold_seconds(second(99)), 30);
}

#[test]
fn whoever_puts_on_hold_has_answered_and_a_person_or_the_end_takes_off_it() {
    use CallEvent::{Ended, Hold, Person};
    let held = call(&[(Hold, 12)]);
    assert_eq!(held.answered_after, Some(12));
    for event in [Person, Ended] {
        let log = held.after(event, second(20));
        assert_eq!((log.on_hold, log.hold_since), (8, None), "{event:?}");
    }
}

#[test]
fn a_person_has_answered_and_a_later_answer_changes_nothing() {
    use CallEvent::{Answered, Person};
    let log = call(&[(Person, 5), (Answered, 9), (Person, 30)]);
    assert_eq!((log.answered_after, log.person_after), (Some(5), Some(5)));
}

#[test]
fn a_call_that_is_over_stays_as_it_is() {
    use CallEvent::{Answered, Ended, Hold, Person, Ring};
    let over = call(&[(Ring, 2), (Ended, 30)]);
    for event in [Ring, Answered, Hold, Person, Ended] {
        assert_eq!(over.after(event, second(60)), over, "{event:?}");
    }
    assert_eq!(over.answered_after, None, "nobody ever answered");
}

#[test]
fn a_clock_that_was_set_back_gives_no_negative_time() {
    let log = PhoneLog::dial(second(60)).after(CallEvent::Hold, second(70));
    assert_eq!(log.seconds(second(10)), 0);
    let ended = log.after(CallEvent::Ended, second(10));
    assert_eq!((ended.on_hold, ended.ended_after), (0, Some(0)));
}

#[test]
fn rings_and_holds_stop_at_the_most_that_can_be_written() {
    let mut log = PhoneLog::dial(second(0));
    log.rings = u16::MAX;
    log.on_hold = u32::MAX - 1;
    log.hold_since = Some(second(0));
    assert_eq!(log.after(CallEvent::Ring, second(1)).rings, u16::MAX);
    assert_eq!(log.hold_seconds(second(9)), u32::MAX);
}
