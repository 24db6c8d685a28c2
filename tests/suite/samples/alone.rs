//! June: the owner of Pedal & Crumb walks it alone, over three days, and is rattled.

use super::meeting::{Meeting, day};
use customer_hat::model::place::Place;
use customer_hat::model::session::{Session, Walk};

/// The owner's own walk, all of it.
pub fn session() -> Session {
    let mut meeting = Meeting::begin(Walk::Alone, &[], day(6, 15), 2, "07:40");
    meeting
        .joins("Olive", "owner")
        .next("07:42", Place::Welcome)
        .next("07:44", Place::Prediction)
        .guess("07:46", &[("Olive", Some([7, 8, 8, 7, 9]))]);
    website(&mut meeting);
    call(&mut meeting);
    buy(&mut meeting);
    meeting.on(day(6, 17));
    problem(&mut meeting);
    leader(&mut meeting);
    after_the_steps(&mut meeting);
    meeting.end()
}

fn website(meeting: &mut Meeting) {
    meeting
        .begin_step("07:46", 1)
        .each_their_own()
        .fact(
            "07:48:10",
            "the first line is about my parents, not about a bike",
        )
        .good("07:50:20", "I like the photos. A stranger might too")
        .bad(
            "07:53:40",
            "a menu of nine words, and none of them is \"help\"",
        )
        .rate("07:55", &[("Olive", 3, true)], "07:55:50")
        .words(&["at home", "bored"]);
}

fn call(meeting: &mut Meeting) {
    meeting
        .begin_step("12:10", 2)
        .each_their_own()
        .fact(
            "12:12:05",
            "called with my number hidden, as \"somebody with a flat tyre\"",
        )
        .bad(
            "12:14:15",
            "\"Just come by\" before I had finished my sentence",
        )
        .good("12:16:20", "good advice about the tube, and for free")
        .phone("12:11:40", 5, [24, 60, 310])
        .rate("12:19", &[("Olive", -2, true)], "12:19:50")
        .words(&["hurried", "well advised"]);
}

fn buy(meeting: &mut Meeting) {
    meeting
        .begin_step("12:21", 3)
        .each_their_own()
        .bad("12:24:30", "the order form wants my date of birth")
        .fact(
            "12:30:10",
            "the order is confirmed, with no word on when to fetch it",
        )
        .pause("12:40", day(6, 16), "17:30")
        .bad(
            "17:32:20",
            "had to ask whether it was ready. It was, since noon",
        )
        .good("17:35:45", "pumped up my tyre without being asked")
        .at("17:38")
        .departments(&["online order", "sales floor", "till"], 350)
        .rate("17:41", &[("Olive", 4, true)], "17:41:50")
        .words(&["looked after", "left alone"])
        .at("17:43")
        .rate_departments(&[-2, 5, 2]);
}

fn problem(meeting: &mut Meeting) {
    meeting
        .begin_step("08:05", 4)
        .each_their_own()
        .bad("08:07:10", "eight rings. I nearly gave up on my own shop")
        .bad("08:10:15", "asked twice whether I had fitted it myself")
        .bad("08:13:05", "I caught myself apologising")
        .fact("08:15:10", "\"Come in and we'll see\", no time given")
        .phone("08:06:10", 8, [40, 150, 560])
        .rate("08:18", &[("Olive", -6, false)], "08:18:50")
        .words(&["guilty", "a nuisance"]);
}

fn leader(meeting: &mut Meeting) {
    meeting
        .begin_step("08:20", 5)
        .each_their_own()
        .imagined()
        .fact("08:22:10", "can't ask for myself. I only imagined it")
        .bad(
            "08:23:20",
            "I would not know what they say about me when I'm out",
        )
        .rate("08:24", &[("Olive", 1, true)], "08:24:50")
        .words(&["unimportant", "surprised"]);
}

fn after_the_steps(meeting: &mut Meeting) {
    meeting
        .next("08:25", Place::Journey)
        .next("08:29", Place::Verdict)
        .verdicts("08:29", &[("Olive", false)], "08:30")
        .next("08:30", Place::Commodity)
        .chosen_for(
            &["location"],
            "I could not write a sentence. That is my answer.",
        )
        .next("08:33", Place::Keep)
        .keep("Somebody pumped up my tyre. It took ten seconds and I told my sister.")
        .next("08:35", Place::Improvements)
        .improve(
            "Do this again with all of us, in August",
            4,
            "Olive",
            day(6, 24),
        )
        .improve(
            "Send a message when an order is ready",
            3,
            "Olive",
            day(6, 30),
        )
        .next("08:39", Place::Close)
        .close(day(8, 20), "08:40");
}
