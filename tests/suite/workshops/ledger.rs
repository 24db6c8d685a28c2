//! A whole session in a few lines, for tests to compare: who answered what, and all that was written down.

use customer_hat::model::evidence::{NoteKind, PhoneLog};
use customer_hat::model::session::{Prediction, Session, Verdict};
use customer_hat::model::step_record::{Answer, Answers, StepRecord};
use std::fmt::Write;

/// The ledger of a session.
pub fn ledger(session: &Session) -> String {
    let mut lines = vec![format!(
        "{} round {} {:?} {:?} {:?}",
        session.business(),
        session.round().number(),
        session.walk(),
        session.ballot(),
        session.names()
    )];
    let people = session.people().iter().map(|person| {
        let role = if person.role.is_empty() {
            String::new()
        } else {
            format!(" ({})", person.role)
        };
        let away = if person.is_here() { "" } else { " away" };
        format!("{}{role}{away}", person.name)
    });
    lines.push(format!("people: {}", listed(people)));
    lines.extend(session.predictions().iter().map(|(id, prediction)| {
        let guess = match prediction {
            Prediction::Guessed { ratings, .. } => ratings
                .iter()
                .map(|rating| rating.points().to_string())
                .collect::<Vec<_>>()
                .join(" "),
            Prediction::Passed { .. } => "x".to_owned(),
        };
        format!("guess {id}: {guess}")
    }));
    for (index, step) in session.steps().iter().enumerate() {
        lines.extend(
            of_step(step)
                .into_iter()
                .map(|line| format!("{} {line}", index + 1)),
        );
    }
    lines.extend(of_the_end(session));
    lines.into_iter().fold(String::new(), |mut text, line| {
        writeln!(text, "{line}").unwrap();
        text
    })
}

fn of_step(step: &StepRecord) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(step.notes.iter().map(|note| {
        let sign = match note.kind {
            NoteKind::Good => '+',
            NoteKind::Bad => '-',
            NoteKind::Fact => 'n',
        };
        format!("{sign} {}", note.text)
    }));
    lines.extend(step.phone.as_ref().map(of_phone));
    if !step.departments.is_empty() {
        let of = step.departments.iter().map(|department| {
            let rating = department
                .rating
                .map_or("?".to_owned(), |rating| rating.points().to_string());
            format!("{} {rating}", department.name)
        });
        lines.push(format!("departments: {}", listed(of)));
    }
    lines.extend(step.times_a_year.map(|times| format!("{times} a year")));
    if !step.ratings.is_empty() {
        lines.push(of_answers(
            "rated",
            &step.ratings,
            step.revealed.as_ref().map(|reveal| reveal.here.len()),
        ));
    }
    if !step.ratings_again.is_empty() {
        let here = step.revealed_again.as_ref().map(|reveal| reveal.here.len());
        lines.push(of_answers("again", &step.ratings_again, here));
    }
    if !step.words.is_empty() {
        let of = step.words.iter().map(|word| {
            let sign = if word.is_good() { '+' } else { '-' };
            format!("{sign}{}", word.text())
        });
        lines.push(format!("words: {}", listed(of)));
    }
    lines
}

fn of_phone(phone: &PhoneLog) -> String {
    let seconds =
        |seconds: Option<u32>| seconds.map_or("?".to_owned(), |seconds| seconds.to_string());
    format!(
        "phone: rings {}, answered {}, on hold {}, a person {}, over {}",
        phone.rings,
        seconds(phone.answered_after),
        phone.on_hold,
        seconds(phone.person_after),
        seconds(phone.ended_after)
    )
}

fn of_answers(name: &str, answers: &Answers, here: Option<usize>) -> String {
    let of = answers.iter().map(|(id, answer)| match answer {
        Answer::Rated { rating, stays, .. } => {
            format!(
                "{id} {} {}",
                rating.points(),
                if *stays { 'y' } else { 'n' }
            )
        }
        Answer::Passed { .. } => format!("{id} x"),
    });
    let here = here.map_or("sealed".to_owned(), |here| format!("of {here}"));
    format!("{name} {here}: {}", listed(of))
}

fn of_the_end(session: &Session) -> Vec<String> {
    let mut lines = Vec::new();
    if !session.verdicts().is_empty() {
        let of = session
            .verdicts()
            .iter()
            .map(|(id, verdict)| match verdict {
                Verdict::Builds { .. } => format!("{id} +"),
                Verdict::Erodes { .. } => format!("{id} -"),
            });
        let shown = session.verdict_revealed().map_or("sealed", |_| "shown");
        lines.push(format!("verdicts {shown}: {}", listed(of)));
    }
    if !session.chosen_for().is_empty() {
        lines.push(format!(
            "chosen for: {}",
            listed(session.chosen_for().iter().map(ToString::to_string))
        ));
    }
    for (name, text) in [("if equal", session.if_equal()), ("keep", session.keep())] {
        if !text.is_empty() {
            lines.push(format!("{name}: {text}"));
        }
    }
    lines.extend(session.improvements().iter().map(|one| {
        let mark = if one.the_one { '*' } else { ' ' };
        let step = one
            .step
            .map_or("the whole way".to_owned(), |step| format!("step {step}"));
        let by = one.by.map_or("no date".to_owned(), |by| by.to_string());
        format!("mend{mark} {} | {step} | {} | {by}", one.what, one.who)
    }));
    lines.extend(
        session
            .next_round()
            .map(|date| format!("next round: {date}")),
    );
    if session.finished().is_some() {
        lines.push("finished".to_owned());
    }
    lines
}

fn listed(of: impl Iterator<Item = String>) -> String {
    of.collect::<Vec<_>>().join(", ")
}
