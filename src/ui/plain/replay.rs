//! A past session told as text, in the order of its meeting: what was sealed is told at its reveal.

use super::topic::Here;
use super::topics;
use super::words::{heading_of, list};
use crate::model::evidence::{Department, NoteKind, PhoneLog};
use crate::model::moment::{Seconds, date_words};
use crate::model::person::Person;
use crate::model::place::{Place, StepNumber};
use crate::model::replay::Replay;
use crate::model::session::{Company, Names, Session};
use crate::model::step_record::Turn;
use crate::ui::app::carry::sentence;
use crate::ui::replay::{Took, all_took, took};
use crate::ui::screens::ballot::{Standing, Subject};
use crate::ui::screens::step::{mode_words, sharing_words};

/// The story of a session, a line each; an empty one between its parts.
pub fn story(replay: &Replay) -> Vec<String> {
    let whole = replay.whole();
    let mut lines = vec![
        format!("Replay: {}", heading_of(whole)),
        format!("Begun on {}.", whole.started().date_words()),
        people(whole),
    ];
    for (nth, frame) in replay.frames().iter().enumerate() {
        let told = told_at(frame.place, &replay.session_at(nth), whole);
        // A reveal follows its ballot at once.
        let is_apart = !matches!(
            frame.place,
            Place::Rating(_) | Place::Reveal(_) | Place::RatingAgain(_) | Place::VerdictReveal
        );
        if is_apart && !told.is_empty() {
            lines.push(String::new());
        }
        lines.extend(told);
    }
    lines.push(String::new());
    lines.extend(all_took(whole).map(|words| sentence(&words)));
    lines.push(match whole.finished() {
        Some(at) => format!("Finished on {}.", at.date_words()),
        None => "It is not finished; it went as far as this.".to_owned(),
    });
    lines
}

/// Who took part; where names were not shown, how many.
fn people(session: &Session) -> String {
    let label = |person: &Person| session.label(&person.id);
    match (session.people(), session.names()) {
        ([], _) => "Nobody takes part yet.".to_owned(),
        ([_], Names::Hidden) => "With one person.".to_owned(),
        (people, Names::Hidden) => format!("With {} people.", people.len()),
        (people, Names::Shown) => list("With", &people.iter().map(label).collect::<Vec<_>>()),
    }
}

/// What is told of a place: `session` is as it was seen there, `whole` as it stands in the end.
fn told_at(place: Place, session: &Session, whole: &Session) -> Vec<String> {
    let opening = || {
        let here = Here {
            session,
            now: session.started(),
            file: "",
            last_time: &[],
        };
        topics::at(&here).opening(&here)
    };
    match place {
        Place::People | Place::Choices => Vec::new(),
        Place::Welcome => vec![format!(
            "The question at every step: {}",
            session.exercise().question
        )],
        Place::Prediction => vec![ballot("The guess before", Subject::Prediction, session)],
        Place::Step(step) => at_step(step, session, whole),
        Place::Rating(step) => {
            let subject = Subject::Rating(step, Turn::First);
            vec![ballot("The ratings", subject, session)]
        }
        Place::RatingAgain(step) => {
            let subject = Subject::Rating(step, Turn::Again);
            vec![ballot(
                "The second ratings, after the talk",
                subject,
                session,
            )]
        }
        // The title of the step stands above it.
        Place::Reveal(_) => ["Revealed.".to_owned()]
            .into_iter()
            .chain(opening().into_iter().skip(1))
            .collect(),
        Place::Verdict => vec![ballot("The verdict", Subject::Verdict, session)],
        Place::VerdictReveal => ["Revealed.".to_owned()]
            .into_iter()
            .chain(opening())
            .collect(),
        Place::Commodity => {
            let reasons: Vec<_> = session
                .chosen_for()
                .iter()
                .map(ToString::to_string)
                .collect();
            let none = ["nothing of that".to_owned()];
            let reasons = if reasons.is_empty() {
                &none[..]
            } else {
                &reasons
            };
            vec![list("Chosen for", reasons)]
        }
        Place::IfEqual => said("If those were equal", session.if_equal().as_str()),
        Place::Keep => said("The story", session.keep().as_str()),
        // What is asked there was asked of the room, and is not asked again.
        Place::Promises | Place::Improvements => {
            let asked = opening();
            asked
                .iter()
                .take(1)
                .chain(asked.iter().skip(2))
                .cloned()
                .collect()
        }
        // The rest of that page was told where it came up.
        Place::Close => said("The next round", &next_round(session)),
        Place::Journey => opening(),
    }
}

fn next_round(session: &Session) -> String {
    let date = session
        .next_round()
        .map(|date| format!("{}.", date_words(date)));
    date.unwrap_or_else(|| "no date yet.".to_owned())
}

fn said(label: &str, words: &str) -> Vec<String> {
    let said = (!words.is_empty()).then(|| format!("{label}: {words}"));
    said.into_iter().collect()
}

/// How many have answered, and that it is sealed.
fn ballot(label: &str, subject: Subject, session: &Session) -> String {
    let standing = |person: &Person| subject.standing(session, &person.id);
    let of = |wanted| session.here().filter(|one| standing(one) == wanted).count();
    let (answered, passed, missing) = (
        of(Standing::Answered),
        of(Standing::Passed),
        of(Standing::Missing),
    );
    let all = answered + passed + missing;
    // Of those who were there: whoever came later was not waited for.
    let company = session.company_of(all);
    let mut words = vec![match company {
        Company::Solo if answered > 0 => "answered".to_owned(),
        Company::Solo if passed > 0 => "passed".to_owned(),
        Company::Solo => "not answered yet".to_owned(),
        _ => format!("{answered} of {all} answered"),
    }];
    if company != Company::Solo {
        if passed > 0 {
            words.push(format!("{passed} passed"));
        }
        if missing > 0 {
            words.push(format!("{missing} still to come"));
        }
    }
    words.push("sealed".to_owned());
    list(label, &words)
}

fn at_step(step: StepNumber, session: &Session, whole: &Session) -> Vec<String> {
    let asked = &session.exercise().steps[step.index()];
    let record = session.step(step);
    let all = session.steps().len();
    let mut done = vec![mode_words(record.mode).to_owned()];
    done.extend(sharing_words(record.sharing, session).map(str::to_owned));
    done.extend(took(step, whole).map(|took| match took {
        Took::All(words) => format!("took {words}"),
        Took::At(words) => format!("so far {words}"),
    }));
    let mut lines = vec![
        format!("Step {step} of {all}: {}.", asked.title),
        list("Done", &done),
    ];
    for note in &record.notes {
        let kind = match note.kind {
            NoteKind::Good => "A good surprise",
            NoteKind::Bad => "A bad surprise",
            NoteKind::Fact => "Noted",
        };
        lines.push(format!("{kind}: {}", note.text));
    }
    lines.extend(record.phone.as_ref().map(call));
    if !record.departments.is_empty() {
        let name = |department: &Department| department.name.to_string();
        let names: Vec<_> = record.departments.iter().map(name).collect();
        lines.push(list("Departments", &names));
    }
    lines.extend(
        record
            .times_a_year
            .map(|times| format!("Times a year: {times}.")),
    );
    lines
}

/// A call in one sentence.
fn call(phone: &PhoneLog) -> String {
    let mut words = vec![format!("rings {}", phone.rings)];
    let hold = Some(phone.on_hold).filter(|seconds| *seconds > 0);
    for (name, span) in [
        ("answered after", phone.answered_after),
        ("on hold", hold),
        ("a person after", phone.person_after),
        ("over after", phone.ended_after),
    ] {
        words.extend(span.map(|span| format!("{name} {}", Seconds(span))));
    }
    list("The call", &words)
}
