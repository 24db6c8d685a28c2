//! November: what was promised is better, and what nobody promised anything about is not.

use super::meeting::{Meeting, day};
use customer_hat::model::place::Place;
use customer_hat::model::promise::Outcome;
use customer_hat::model::session::{Earlier, Session, Walk};
use jiff::civil::date;

/// The second round, all of it, after the `first`.
pub fn session(first: &Session) -> Session {
    let earlier = Earlier {
        business: first.business().clone(),
        walk: first.walk(),
        round: first.round(),
        promised: first.promised_for_next(),
    };
    let mut meeting = Meeting::begin(Walk::Team, &[earlier], day(11, 19), 1, "09:00");
    setup(&mut meeting);
    website(&mut meeting);
    meeting.at("09:31").joins("Juniper", "shop manager");
    call(&mut meeting);
    buy(&mut meeting);
    problem(&mut meeting);
    meeting.at("10:20").leaves("Basil");
    leader(&mut meeting);
    after_the_steps(&mut meeting);
    improvements(&mut meeting);
    meeting.end()
}

fn setup(meeting: &mut Meeting) {
    meeting
        .joins("Olive", "owner")
        .joins("Basil", "workshop")
        .joins("Fern", "service desk")
        .joins("Hazel", "coffee corner")
        .joins("Rowan", "sales floor")
        .next("09:02", Place::Choices)
        .next("09:05", Place::Promises)
        .at("09:07")
        .promise(0, Outcome::Kept)
        .promise(1, Outcome::Kept)
        .promise(2, Outcome::StillOpen)
        .promise(3, Outcome::NotKept)
        .next("09:09", Place::Welcome)
        .next("09:12", Place::Prediction);
    let guesses = [
        ("Olive", Some([3, 4, 5, 2, 3])),
        ("Basil", Some([2, 5, 6, 3, 2])),
        ("Fern", Some([4, 7, 6, 5, 4])),
        ("Hazel", Some([-2, 2, 4, -3, -2])),
        ("Rowan", Some([-2, -1, 3, -4, -3])),
    ];
    meeting.guess("09:16", &guesses);
}

fn website(meeting: &mut Meeting) {
    meeting
        .begin_step("09:17", 1)
        .each_their_own()
        .fact(
            "09:18:10",
            "first line is still \"Family workshop since 1987\"",
        )
        .good(
            "09:20:05",
            "opening hours and the phone number are on top now",
        )
        .bad(
            "09:21:30",
            "the winter check is on a picture, too small to read",
        )
        .fact("09:23:15", "2 minutes 10 until we found what it costs");
    let ratings = [
        ("Olive", -1, true),
        ("Basil", 1, true),
        ("Fern", 3, true),
        ("Hazel", -3, true),
        ("Rowan", -2, true),
    ];
    meeting
        .rate("09:25", &ratings, "09:26")
        .words(&["curious", "talked at"]);
}

fn call(meeting: &mut Meeting) {
    meeting
        .begin_step("09:32", 2)
        .good("09:33:05", "a person after three rings, no radio")
        .good("09:35:10", "told us the price before we had to ask")
        .good("09:36:20", "a loan bike was offered, for nothing")
        .phone("09:32:25", 3, [14, 0, 280])
        .bad("09:37:15", "no offer to book it right away");
    let ratings = [
        ("Olive", 5, true),
        ("Basil", 6, true),
        ("Fern", 8, true),
        ("Hazel", 4, true),
        ("Rowan", 3, true),
        ("Juniper", 6, true),
    ];
    meeting
        .rate("09:39", &ratings, "09:40")
        .words(&["listened to", "welcome"]);
}

fn buy(meeting: &mut Meeting) {
    meeting
        .begin_step("09:45", 3)
        .good(
            "09:47:05",
            "greeted by the door, asked which bike it is for",
        )
        .good("09:51:30", "the light was switched on before it was sold")
        .bad("09:53:15", "second queue again, and the story told again")
        .fact(
            "09:55:20",
            "the slip is printed, but only the till has the printer",
        )
        .good("09:56:25", "fitted while we waited")
        .at("09:57")
        .departments(&["sales floor", "workshop", "till", "coffee corner"], 900);
    let ratings = [
        ("Olive", 5, true),
        ("Basil", 6, true),
        ("Fern", 6, true),
        ("Hazel", 3, true),
        ("Rowan", 2, true),
        ("Juniper", -2, false),
    ];
    meeting
        .rate("09:59", &ratings, "10:00")
        .words(&["welcome", "looked after", "passed around"])
        .at("10:03")
        .rate_departments(&[6, 5, -2, 7]);
}

fn problem(meeting: &mut Meeting) {
    meeting
        .begin_step("10:05", 4)
        .good(
            "10:07:10",
            "first words: \"Sorry to hear that. Let's sort it out.\"",
        )
        .good("10:08:05", "no receipt asked for")
        .bad(
            "10:10:20",
            "the workshop had not heard of a light sold today",
        )
        .good(
            "10:11:40",
            "a new light promised for tomorrow, at the door by eight",
        )
        .phone("10:06:10", 4, [18, 25, 370]);
    let ratings = [
        ("Olive", 4, true),
        ("Basil", 3, true),
        ("Fern", 6, true),
        ("Hazel", -2, true),
        ("Rowan", 1, true),
        ("Juniper", 5, true),
    ];
    meeting
        .rate("10:14", &ratings, "10:15")
        .words(&["believed", "taken seriously", "reassured"]);
}

fn leader(meeting: &mut Meeting) {
    meeting
        .begin_step("10:21", 5)
        .fact("10:23:20", "\"What is it about?\", twice")
        .bad(
            "10:24:10",
            "nearly two minutes on hold, then \"not in at the moment\"",
        )
        .bad("10:25:05", "no time given for a call back")
        .phone("10:21:05", 3, [13, 110, 250])
        .fact(
            "10:26:15",
            "nobody at the desk knows when to put a call through",
        );
    let ratings = [
        ("Olive", -3, true),
        ("Fern", 2, true),
        ("Hazel", -4, false),
        ("Rowan", -2, true),
        ("Juniper", -1, true),
    ];
    meeting
        .rate("10:28", &ratings, "10:29")
        .words(&["questioned", "kept out"]);
}

fn after_the_steps(meeting: &mut Meeting) {
    let builds = [
        ("Olive", true),
        ("Fern", true),
        ("Hazel", false),
        ("Rowan", true),
        ("Juniper", true),
    ];
    meeting
        .next("10:34", Place::Journey)
        .next("10:38", Place::Verdict)
        .verdicts("10:39", &builds, "10:40")
        .next("10:41", Place::Commodity)
        .at("10:43")
        .chosen_for(
            &["availability", "location"],
            "Because they believe you first, and sort it out after.",
        )
        .next("10:45", Place::Keep)
        .keep("They said sorry before they asked anything. You stop being angry at once.");
}

fn improvements(meeting: &mut Meeting) {
    meeting
        .next("10:48", Place::Improvements)
        .improve(
            "Olive takes every call for her between nine and ten, no questions",
            5,
            "Olive",
            day(11, 26),
        )
        .improve(
            "Put a slip printer on the sales floor",
            3,
            "Juniper",
            day(12, 4),
        )
        .improve(
            "Change the first line of the website. Only that line",
            1,
            "Rowan",
            day(11, 30),
        )
        .next("10:58", Place::Close)
        .close(date(2027, 2, 18), "11:00");
}
