//! August: the leaders of Pedal & Crumb expect much and find little.

use super::meeting::{Meeting, day};
use customer_hat::model::place::Place;
use customer_hat::model::session::{Session, Walk};

/// The first round, all of it.
pub fn session() -> Session {
    let mut meeting = Meeting::begin(Walk::Team, &[], day(8, 20), 2, "09:00");
    setup(&mut meeting);
    website(&mut meeting);
    call(&mut meeting);
    buy(&mut meeting);
    problem(&mut meeting);
    leader(&mut meeting);
    after_the_steps(&mut meeting);
    improvements(&mut meeting);
    meeting.end()
}

/// The first round in the middle of the call, some of it noticed.
pub fn in_a_step() -> Session {
    let mut meeting = Meeting::begin(Walk::Team, &[], day(8, 20), 2, "09:00");
    setup(&mut meeting);
    website(&mut meeting);
    meeting
        .begin_step("09:29", 2)
        .fact("09:30:25", "the number is at the very bottom of the site")
        .phone("09:30:50", 6, [29, 95, 210])
        .bad("09:34:25", "\"Hold on a second\", then 95 seconds of radio");
    meeting.end()
}

/// The same, in the middle of the ballot on the call: half of them have rated.
pub fn in_a_ballot() -> Session {
    let mut meeting = Meeting::begin(Walk::Team, &[], day(8, 20), 2, "09:00");
    setup(&mut meeting);
    website(&mut meeting);
    let rated = [("Olive", -5, false), ("Basil", 4, true), ("Fern", 6, true)];
    meeting.begin_step("09:29", 2).ballot("09:40", &rated);
    meeting.end()
}

fn setup(meeting: &mut Meeting) {
    meeting
        .joins("Olive", "owner")
        .joins("Basil", "workshop")
        .joins("Fern", "service desk")
        .joins("Sage", "bookkeeping")
        .joins("Hazel", "coffee corner")
        .joins("Rowan", "sales floor")
        .next("09:03", Place::Choices)
        .next("09:04", Place::Welcome)
        .next("09:09", Place::Prediction);
    let guesses = [
        ("Olive", Some([6, 7, 8, 6, 9])),
        ("Basil", Some([4, 5, 7, 5, 6])),
        ("Fern", Some([5, 8, 7, 7, 7])),
        ("Sage", Some([3, 4, 5, -2, 4])),
        ("Hazel", None),
        ("Rowan", Some([8, 9, 9, 8, 9])),
    ];
    meeting.guess("09:14", &guesses);
}

fn website(meeting: &mut Meeting) {
    meeting
        .begin_step("09:15", 1)
        .each_their_own()
        .fact("09:16:20", "first line: \"Family workshop since 1987\"")
        .bad(
            "09:17:15",
            "three screens about the founding, none about brakes",
        )
        .good(
            "09:19:05",
            "the photo of the workshop makes you want to come in",
        )
        .bad("09:20:40", "no price for anything, not even \"from\"")
        .fact("09:22:30", "3 minutes 40 until we found \"repairs\"");
    let ratings = [
        ("Olive", -2, true),
        ("Basil", -4, true),
        ("Fern", 2, true),
        ("Sage", -3, true),
        ("Hazel", -5, false),
        ("Rowan", -6, true),
    ];
    meeting
        .rate("09:24", &ratings, "09:25")
        .words(&["confused", "talked at", "curious"]);
}

fn call(meeting: &mut Meeting) {
    meeting
        .begin_step("09:29", 2)
        .fact("09:30:25", "the number is at the very bottom of the site")
        .bad("09:32:55", "\"Hold on a second\", then 95 seconds of radio")
        .good(
            "09:34:10",
            "asked what we use the bike for, and waited for the answer",
        )
        .bad(
            "09:35:20",
            "\"Depends\" was the whole answer about the price",
        )
        .fact("09:36:15", "a service takes four days, bring it before ten")
        .phone("09:30:50", 6, [29, 95, 366])
        .good("09:37", "said our name back at the end");
    let ratings = [
        ("Olive", -5, false),
        ("Basil", 4, true),
        ("Fern", 6, true),
        ("Sage", -2, true),
        ("Hazel", -7, false),
        ("Rowan", -8, false),
    ];
    meeting
        .rate("09:38", &ratings, "09:39")
        .words(&["listened to", "hurried", "an annoyance"]);
}

fn buy(meeting: &mut Meeting) {
    meeting
        .begin_step("09:45", 3)
        .good("09:47:10", "greeted from across the shop within seconds")
        .good("09:50:35", "three bells to try, and time to ring them all")
        .bad(
            "09:54:20",
            "paid, then sent to a second queue for the fitting",
        )
        .bad(
            "09:56:45",
            "told the whole story again at the workshop door",
        )
        .fact("10:01:15", "fitting promised for two o'clock")
        .pause("10:02", day(8, 20), "14:05")
        .good(
            "14:06:30",
            "ready at two, saddle wiped, chain oiled, no charge",
        )
        .good("14:08:50", "a coffee on the house while we looked at it")
        .at("14:13")
        .departments(&["sales floor", "workshop", "till", "coffee corner"], 900);
    let ratings = [
        ("Olive", 5, true),
        ("Basil", 6, true),
        ("Fern", 7, true),
        ("Sage", 3, true),
        ("Hazel", 4, true),
        ("Rowan", -1, false),
    ];
    meeting
        .rate("14:16", &ratings, "14:17")
        .words(&["welcome", "looked after", "left alone"])
        .at("14:21")
        .rate_departments(&[6, 7, -3, 8]);
}

fn problem(meeting: &mut Meeting) {
    meeting
        .begin_step("14:23", 4)
        .bad("14:25:10", "nine rings")
        .bad("14:27:15", "first words: \"Have you got the receipt?\"")
        .bad(
            "14:29:05",
            "\"How do you ride it?\" It sounded like our fault",
        )
        .bad(
            "14:31:20",
            "three minutes on hold, then explained it all again",
        )
        .fact("14:32:25", "next free slot: nine days")
        .phone("14:23:05", 9, [44, 190, 600])
        .good(
            "14:33:20",
            "offered to look at it before opening, once we insisted",
        );
    let first = [
        ("Olive", -6, true),
        ("Basil", 2, true),
        ("Fern", -3, true),
        ("Sage", -7, false),
        ("Hazel", -8, false),
        ("Rowan", -9, false),
    ];
    let again = [
        ("Olive", -7, false),
        ("Basil", -4, true),
        ("Fern", -4, true),
        ("Sage", -7, false),
        ("Hazel", -8, false),
        ("Rowan", -9, false),
    ];
    meeting
        .rate("14:35", &first, "14:36")
        .words(&["guilty", "doubted", "fobbed off"])
        .rate_again("14:45", &again, "14:46");
}

fn leader(meeting: &mut Meeting) {
    meeting
        .begin_step("14:50", 5)
        .fact("14:51:45", "\"May I ask what it is about?\", three times")
        .bad("14:53:10", "\"She is rather busy today\"")
        .bad("14:54:30", "offered an e-mail address instead")
        .good(
            "14:56:05",
            "put through in the end, and it was the owner herself",
        )
        .phone("14:50:10", 4, [19, 70, 390]);
    let ratings = [
        ("Olive", 2, true),
        ("Basil", -1, true),
        ("Fern", 3, true),
        ("Sage", -4, false),
        ("Hazel", -2, false),
        ("Rowan", -5, false),
    ];
    meeting
        .rate("14:58", &ratings, "14:59")
        .words(&["questioned", "important", "surprised"]);
}

fn after_the_steps(meeting: &mut Meeting) {
    let builds = [
        ("Olive", false),
        ("Basil", true),
        ("Fern", true),
        ("Sage", false),
        ("Hazel", false),
        ("Rowan", false),
    ];
    meeting
        .next("15:05", Place::Journey)
        .next("15:10", Place::Verdict)
        .verdicts("15:12", &builds, "15:13")
        .next("15:14", Place::Commodity)
        .at("15:17")
        .chosen_for(
            &["availability", "location"],
            "Because they fix it properly, and you leave with a coffee in your hand.",
        )
        .next("15:20", Place::Keep)
        .keep("The bike came back cleaner than it went in, and nobody had asked for it.");
}

fn improvements(meeting: &mut Meeting) {
    meeting
        .next("15:24", Place::Improvements)
        .improve(
            "Say \"sorry to hear that\" first; ask for the receipt last",
            4,
            "Fern",
            day(8, 27),
        )
        .improve(
            "A person picks up within four rings, all day",
            2,
            "Olive",
            day(9, 3),
        )
        .improve(
            "One slip from sales floor to workshop, so nothing is said twice",
            3,
            "Rowan",
            day(9, 10),
        )
        .improve(
            "The website opens with \"What is wrong with your bike?\"",
            1,
            "Sage",
            day(9, 18),
        )
        .next("15:37", Place::Close)
        .close(day(11, 19), "15:40");
}
