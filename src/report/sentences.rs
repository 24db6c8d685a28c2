//! What the facts say in words, for people who were not in the room; the same in every layout that is read.

use super::apart;
use super::facts::{Mending, PromiseFacts, Report};
use super::journey_facts::MomentFacts;
use super::step_facts::{PhoneFacts, StepFacts};
use crate::model::evidence::{PhoneLog, Sharing};
use crate::model::moment::{Moment, date_words};
use crate::model::promise::Outcome;
use crate::model::rating::{Rating, signed};
use crate::model::session::{Company, Names, Walk};
use crate::model::stats::Summary;
use crate::model::wording::{call_words, mode_words};

/// The round in words: `round 2`, `round 1, alone`.
pub(super) fn round(report: &Report) -> String {
    match report.walk {
        Walk::Team => format!("round {}", report.round),
        Walk::Alone => format!("round {}, alone", report.round),
    }
}

/// The day, or the first and the last one.
pub(super) fn when(report: &Report) -> String {
    let first = report.started.date_words();
    match report.finished.map(Moment::date_words) {
        Some(last) if last != first => format!("{first} to {last}"),
        _ => first,
    }
}

/// How many took part, and who, as far as the session lets it be said: `2 people: Ana (owner), Ben`.
pub(super) fn who(report: &Report) -> String {
    let count = counted(report.people_count, "person", "people");
    if report.people.is_empty() {
        return match report.names {
            Names::Hidden if report.names_an_owner() => format!(
                "{count}; names are not shown, as the room chose, but whoever took a promise is named"
            ),
            Names::Hidden => format!("{count}; names are not shown, as the room chose"),
            Names::Shown => count,
        };
    }
    let people = report.people.iter().map(|person| match &person.role[..] {
        // A label may hold the role already.
        role if role.is_empty() || person.name.ends_with(&format!("({role})")) => {
            apart::mark(&person.name)
        }
        role => format!("{} ({})", apart::mark(&person.name), apart::mark(role)),
    });
    let people = people.collect::<Vec<_>>().join(", ");
    match report.people_count {
        1 => people,
        _ => format!("{count}: {people}"),
    }
}

/// What a reader of an unfinished session must know.
pub(super) fn unfinished(report: &Report) -> Option<String> {
    (!report.is_over).then(|| {
        format!(
            "Not finished: {} of {} steps are rated so far. What is still sealed is not in this report.",
            report.steps_rated(),
            report.steps.len()
        )
    })
}

/// What a reader of a report without names must know.
pub(super) fn anonymity(report: &Report) -> Option<&'static str> {
    report.is_hardly_anonymous().then_some(
        "Names are not shown. Among fewer than five people a rating may be guessed all the same.",
    )
}

/// How many observations a step's ratings are: eight people hearing one call are one, rated eight times.
pub(super) fn observed(step: &StepFacts) -> String {
    let rated = step.summary.n();
    let mode = mode_words(step.mode);
    match (step.company, step.sharing, rated) {
        (_, _, 0) => mode.to_owned(),
        (Company::Solo, ..) | (_, Sharing::EachTheirOwn, 1) => format!("one experience, {mode}"),
        (_, Sharing::Shared, _) => format!("one experience, rated by {rated}, {mode}"),
        (_, Sharing::EachTheirOwn, _) => {
            format!("{rated} experiences, each their own, {mode}")
        }
    }
}

/// The same for the whole way.
pub(super) fn observed_all(report: &Report) -> String {
    let rated = report.steps.iter().filter(|step| step.summary.n() > 0);
    let (shared, own): (Vec<_>, Vec<_>) = rated.partition(|step| step.sharing == Sharing::Shared);
    let one = "one observation a step, however many rated it";
    match (report.company, shared.len(), own.len()) {
        (_, 0, 0) => "Nothing is rated yet.".to_owned(),
        (Company::Solo, ..) => "One person, one experience a step.".to_owned(),
        (_, _, 0) => format!("Every step was one shared experience: {one}."),
        (_, 0, _) => "At every step each had their own experience.".to_owned(),
        (_, shared, own) => format!(
            "{} of {} steps were one shared experience: {one}. At the others each had their own.",
            shared,
            shared + own
        ),
    }
}

/// A step's ratings in one line: `median −1, lowest −3, highest +3`.
pub(super) fn summary(summary: &Summary) -> String {
    match summary {
        Summary::Nobody => "nobody rated it".to_owned(),
        Summary::One(rating) => rating.to_string(),
        Summary::Two(lower, higher) if lower == higher => format!("both {lower}"),
        Summary::Two(lower, higher) => format!("{lower} and {higher}"),
        Summary::Room {
            median,
            lowest,
            highest,
            ..
        } => format!("median {median}, lowest {lowest}, highest {highest}"),
        Summary::Split { down, up, .. } => {
            let between = match summary.between() {
                0 => String::new(),
                many => format!(", {many} between"),
            };
            format!(
                "SPLIT: {} around {}, {} around {}{between}",
                down.count(),
                down.median(),
                up.count(),
                up.median()
            )
        }
    }
}

/// How many rated: `5 of 6 rated`.
pub(super) fn n_of(step: &StepFacts) -> String {
    format!("{} of {} rated", step.summary.n(), step.here)
}

/// How many would have gone on after a step; none where nobody was asked.
pub(super) fn going_on(step: &StepFacts) -> Option<String> {
    let answers: Vec<bool> = step
        .ratings
        .iter()
        .filter_map(|rated| rated.stays)
        .collect();
    let gone = answers.iter().filter(|stays| !**stays).count();
    match (step.company, gone, answers.len()) {
        (_, _, 0) => None,
        (Company::Solo, 0, _) => Some("would have gone on".to_owned()),
        (Company::Solo, ..) => Some("would not have gone on".to_owned()),
        (_, 0, _) => Some("all would have gone on".to_owned()),
        (_, gone, of) => Some(format!("{gone} of {of} would not have gone on")),
    }
}

/// The moments that stand out, all that are equal: `Call the business +5; Buy something +5, for 3 of 6`.
pub(super) fn moments(report: &Report, equal: &[MomentFacts]) -> Option<String> {
    let one = |moment: &MomentFacts| {
        let (title, who) = where_and_for_whom(report, moment);
        format!("{title} {}{who}", moment.rating)
    };
    let all: Vec<_> = equal.iter().map(one).collect();
    (!all.is_empty()).then(|| all.join("; "))
}

/// Where those moments were, without their number: `Call the business; Buy something, for 3 of 6`.
pub(super) fn where_all(report: &Report, equal: &[MomentFacts]) -> String {
    let one = |moment: &MomentFacts| {
        let (title, who) = where_and_for_whom(report, moment);
        title + &who
    };
    equal.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Where a moment was, and for how many, where it was not for all: `Call the business`, `, for 3 of 6`.
fn where_and_for_whom(report: &Report, moment: &MomentFacts) -> (String, String) {
    let rated = step_at(report, moment.step).map_or(0, |step| step.summary.n());
    let who = moment.people;
    let who = who.map_or(String::new(), |people| format!(", for {people} of {rated}"));
    (apart::mark(title_of(report, moment.step)), who)
}

/// The title of a step by its number.
pub(super) fn title_of(report: &Report, number: u8) -> &str {
    step_at(report, number).map_or("", |step| step.title.as_str())
}

fn step_at(report: &Report, number: u8) -> Option<&StepFacts> {
    report.steps.iter().find(|step| step.number == number)
}

/// The balance of the room, with how many ended with more down than up.
pub(super) fn balance(report: &Report) -> Option<String> {
    let journey = &report.journey;
    let words = journey.balance_words.as_ref()?;
    Some(match report.company {
        Company::Team => format!(
            "{words} for the room; {} of {} ended below zero",
            journey.ended_below(),
            journey.balances.len()
        ),
        Company::Solo | Company::Pair => words.clone(),
    })
}

/// Where people would have left.
pub(super) fn leaving(report: &Report) -> Option<String> {
    let journey = &report.journey;
    let gone = journey.would_have_gone.iter().zip(&report.steps);
    let gone: Vec<_> = gone.filter(|(people, _)| **people > 0).collect();
    match (report.company, &gone[..], journey.balances.len()) {
        (_, _, 0) => None,
        (Company::Solo, [], _) => Some("would have stayed to the end".to_owned()),
        (Company::Solo, [(_, step), ..], _) => Some(format!(
            "would have left after: {}",
            apart::mark(&step.title)
        )),
        (_, [], _) => Some("all would have stayed to the end".to_owned()),
        (_, gone, of) => {
            let places: Vec<_> = gone
                .iter()
                .map(|(people, step)| format!("{people} after {}", apart::mark(&step.title)))
                .collect();
            Some(format!(
                "{} of {of} would have left: {}",
                journey.left(),
                places.join(", ")
            ))
        }
    }
}

/// What was expected against what was felt, as a count.
pub(super) fn expected(report: &Report) -> Option<String> {
    match report.company {
        Company::Solo => {
            let gaps = report.journey.gaps;
            (gaps.of > 0).then(|| {
                format!(
                    "at {} of {} steps, better was expected than was felt",
                    gaps.expected_better, gaps.of
                )
            })
        }
        Company::Pair | Company::Team => {
            let gaps = report.journey.people_gaps;
            (gaps.of > 0).then(|| {
                format!(
                    "{} of {} had expected better than they felt",
                    gaps.expected_better, gaps.of
                )
            })
        }
    }
}

/// What is likely remembered.
pub(super) fn remembered(report: &Report) -> Option<String> {
    let points = report.journey.likely_remembered?;
    Some(format!(
        "{} (a rule of thumb: the mean of the most intense rating and the last; of two as intense the bad one)",
        signed(i32::from(points))
    ))
}

/// Ratings in a row: `−3, −1, +2`.
pub(super) fn row(ratings: &[Rating]) -> String {
    let ratings: Vec<_> = ratings.iter().map(ToString::to_string).collect();
    ratings.join(", ")
}

/// The stopwatch of a call.
pub(super) fn phone(phone: &PhoneFacts) -> String {
    call_words(&PhoneLog {
        dialled: phone.dialled,
        rings: phone.rings,
        answered_after: phone.answered_after,
        on_hold: phone.on_hold,
        hold_since: None,
        person_after: phone.person_after,
        ended_after: phone.ended_after,
    })
}

/// Where, who, by when: `Buy something · Juniper · by 4 December 2026`.
pub(super) fn details(report: &Report, one: &Mending) -> String {
    let step = one.step.map_or("the whole journey".to_owned(), |step| {
        apart::mark(title_of(report, step))
    });
    // Whoever is alone was not asked.
    let who = match one.who.as_str() {
        "" if report.company == Company::Solo => None,
        "" => Some("nobody yet".to_owned()),
        who => Some(apart::mark(who)),
    };
    let by = one.by.map_or("no date yet".to_owned(), |date| {
        format!("by {}", date_words(date))
    });
    let parts = [Some(step), who, Some(by)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What became of a promise: a sign, and the words for it.
pub(super) fn outcome(promise: &PromiseFacts) -> (&'static str, &'static str) {
    match promise.outcome {
        Some(Outcome::Kept) => ("✓", "kept"),
        Some(Outcome::NotKept) => ("✗", "not kept"),
        Some(Outcome::StillOpen) => ("…", "still open"),
        None => ("?", "not marked"),
    }
}

/// Where, who, by when and in which round something was promised.
pub(super) fn promised(promise: &PromiseFacts) -> String {
    let filled = |text: &str| (!text.is_empty()).then(|| apart::mark(text));
    let parts = [
        filled(&promise.step),
        filled(&promise.who),
        promise.by.map(|date| format!("by {}", date_words(date))),
        Some(format!("promised in round {}", promise.round)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How the promises went, as a count: `2 of 3 kept`.
pub(super) fn kept(report: &Report) -> Option<String> {
    let kept = |one: &&PromiseFacts| one.outcome == Some(Outcome::Kept);
    let all = &report.promises;
    (!all.is_empty()).then(|| format!("{} of {} kept", all.iter().filter(kept).count(), all.len()))
}

/// What the signs before the notes mean; none where nothing was noticed.
pub(super) fn signs(report: &Report) -> Option<&'static str> {
    let noticed = report.steps.iter().any(|step| !step.notes.is_empty());
    noticed.then_some("▲ marks a good surprise, ▼ a bad surprise, · a note.")
}

/// How to read the pictures, in two sentences.
pub(super) fn how_to_read(report: &Report) -> &'static str {
    match report.company {
        Company::Solo => {
            "Each number says how one step felt to a customer, from 10 points down (−10) to 10 points up \
             (+10); there is no zero, because nothing leaves a customer neutral. The hollow ring is what \
             was expected before."
        }
        Company::Pair => {
            "Each dot is what one person felt as a customer, from 10 points down (−10) to 10 points up \
             (+10); there is no zero, because nothing leaves a customer neutral. Two people have no \
             median, so both numbers are given."
        }
        Company::Team => {
            "Each dot is what one person felt as a customer, from 10 points down (−10) to 10 points up \
             (+10); there is no zero, because nothing leaves a customer neutral. The large number is the \
             median, the rating in the middle of the row; of two in the middle it is the lower, so that \
             somebody gave it. Where the room is SPLIT there is no middle, and both camps are given, with \
             how many stand between. The balance is the middle of the people's own sums, not the sum of \
             the middles."
        }
    }
}

/// `1 person`, `6 people`.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
