//! The journey as a list of sentences: each step, the landmarks, the balance, and where people would have left.

use super::notes::notes_of;
use super::topic::{Here, Question, Topic, go_on, nth, say};
use super::words::{list, points};
use crate::model::counting;
use crate::model::journey::Journey;
use crate::model::place::StepNumber;
use crate::model::rating::signed;
use crate::model::session::{Company, Session};
use crate::model::wording::{alike_words, moments_words};
use crate::ui::screen::Want;
use crate::ui::screens::journey::{
    balance_words, gap_words, leaving_words, observed, summary_words,
};

/// The journey.
pub struct JourneyTalk;

/// A step in one sentence: what was felt, from where to where, and what was expected.
pub fn step_sentence(step: StepNumber, journey: &Journey, session: &Session) -> String {
    let summary = &journey.summaries[step.index()];
    let title = &session.exercise().steps[step.index()].title;
    let range = summary.range().filter(|_| summary.n() > 2);
    let range = range.map_or(String::new(), |(lowest, highest)| {
        format!(", from {lowest} to {highest}")
    });
    let expected = journey.expected[step.index()];
    let expected = expected.map_or(String::new(), |rating| format!("; expected {rating}"));
    format!(
        "{step}: {title}: {}{range}{expected}.",
        summary_words(summary)
    )
}

/// What the journey says beside its steps, a sentence each.
pub fn facts(journey: &Journey, session: &Session) -> Vec<String> {
    let alone = journey.company == Company::Solo;
    let moments = |equal| moments_words(equal, journey, session.exercise());
    let all = [
        ("Worst", moments(&journey.worst)),
        ("Best", moments(&journey.best)),
        ("All alike", alike_words(journey)),
    ];
    let all = all.into_iter();
    let mut lines: Vec<_> = all
        .filter_map(|(label, words)| Some(format!("{label}: {}.", words?)))
        .collect();
    if let Some(last) = journey.last {
        lines.push(format!(
            "The end: {}.",
            summary_words(&journey.summaries[last])
        ));
    }
    // Two people remember two things.
    let remembered = journey
        .likely_remembered
        .filter(|_| journey.company != Company::Pair);
    lines.extend(remembered.map(|points| {
        format!(
            "Likely remembered: {}, a rule of thumb.",
            signed(i32::from(points))
        )
    }));
    if let Some(balance) = balance_words(journey) {
        let (below, of) = (journey.ended_below(), journey.balances.len());
        let more = match journey.company {
            Company::Team => format!(" for the room; {below} of {of} ended below zero"),
            _ => String::new(),
        };
        lines.push(format!("Balance: {balance}{more}."));
    }
    if journey.company != Company::Pair && journey.balance.is_some() {
        let running: Vec<_> = journey.running.iter().map(|sum| points(*sum)).collect();
        lines.push(list("The balance after each step", &running));
    }
    let leaving = leaving_words(journey, session).into_iter();
    let gaps = gap_words(journey, alone).into_iter();
    let observed = Some(observed(session)).filter(|words| !words.is_empty());
    lines.extend(
        leaving
            .chain(gaps)
            .chain(observed)
            .map(|words| crate::ui::app::carry::sentence(&words)),
    );
    lines
}

impl Topic for JourneyTalk {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let session = here.session;
        let journey = Journey::of(session);
        let mut lines = vec!["The journey.".to_owned()];
        lines.extend(
            session
                .step_numbers()
                .map(|step| step_sentence(step, &journey, session)),
        );
        lines.extend(facts(&journey, session));
        lines
    }

    fn question(&self, here: &Here<'_>) -> Question {
        let next = if here.session.verdict_revealed().is_some() {
            "the verdicts"
        } else {
            "the verdict"
        };
        let steps = here.session.steps().len();
        Question::new("Look at a step?", format!("1 to {steps}; Enter: {next}"))
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        let session = here.session;
        let Some(index) = nth(line, session.steps().len()) else {
            return go_on(line);
        };
        let step = StepNumber::from_index(index);
        let mut lines = vec![step_sentence(step, &Journey::of(session), session)];
        let record = session.step(step);
        if !record.words.is_empty() {
            let words: Vec<_> = record
                .words
                .iter()
                .map(|word| word.text().to_string())
                .collect();
            lines.push(list("The words", &words));
        }
        lines.extend(notes_of(record));
        lines.into_iter().map(say).collect()
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        let mut lines = self.opening(here);
        let counted = counting::of_a_journey(here.session.company_so_far());
        lines.extend(counted.into_iter().map(str::to_owned));
        lines
    }
}
