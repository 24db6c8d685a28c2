//! The report as one page for the browser: whole in itself, no script, nothing fetched from anywhere.
//!
//! The layout is the template `assets/report.html`; here is only what it is filled with. Everything is
//! escaped but the pictures, which escape their own words.

use super::apart;
use super::facts::{Mending, Report};
use super::sentences as say;
use super::step_facts::StepFacts;
use super::step_rows;
use super::strip::middles;
use super::{svg_curve, svg_dots};
use crate::model::evidence::NoteKind;
use crate::model::moment::{Seconds, date_words};
use crate::model::rating::{Rating, signed};
use crate::model::session::Company;
use crate::model::stats::Summary;
use crate::model::wording::{people_words, summary_words};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde::Serialize;

const TEMPLATE: &str = include_str!("../../assets/report.html");

/// What the template is filled with.
#[derive(Serialize)]
struct Page<'a> {
    report: &'a Report,
    round: String,
    when: String,
    who: String,
    warnings: Vec<String>,
    one: Option<Change>,
    others: Vec<Change>,
    curves: [Value; 2],
    observed: String,
    moments: Vec<Moment>,
    overall: Vec<(&'static str, String)>,
    steps: Vec<Step>,
    builds_names: String,
    erodes_names: String,
    chosen_for: String,
    verdict_words: &'a str,
    verdict_side: &'static str,
    next_round: Option<String>,
    kept: Option<String>,
    promises: Vec<Promised>,
    numbers: Vec<Vec<String>>,
    how_to_read: &'static str,
    signs: Option<&'static str>,
    solo: bool,
}

#[derive(Serialize)]
struct Change {
    what: String,
    details: String,
}

/// Something that an earlier round promised.
#[derive(Serialize)]
struct Promised {
    sign: &'static str,
    outcome: &'static str,
    what: String,
    details: String,
}

/// Something that stands out of the whole way.
#[derive(Serialize)]
struct Moment {
    label: &'static str,
    number: String,
    side: &'static str,
    words: String,
}

#[derive(Serialize)]
struct Step {
    number: u8,
    title: String,
    task: String,
    /// What there is to say of a step that is not rated yet.
    waits: Option<&'static str>,
    large: Vec<Large>,
    caption: String,
    is_split: bool,
    rated: String,
    dots: Option<Value>,
    table: Vec<Vec<String>>,
    words: Vec<Signed>,
    facts: Vec<(&'static str, String)>,
    notes: Vec<Signed>,
}

/// A number that stands large.
#[derive(Serialize)]
struct Large {
    number: String,
    side: &'static str,
}

/// A text with the side that it is on.
#[derive(Serialize)]
struct Signed {
    side: &'static str,
    kind: &'static str,
    text: String,
}

pub(super) fn lay_out(report: &Report) -> String {
    let mut environment = Environment::new();
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(|out, state, value| match value.as_str() {
        Some(text) if !value.is_safe() => Ok(out.write_str(&apart::html(text))?),
        _ => minijinja::escape_formatter(out, state, value),
    });
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .build()
        .map(|syntax| environment.set_syntax(syntax))
        .and_then(|()| environment.add_template("report.html", TEMPLATE))
        .and_then(|()| {
            environment
                .get_template("report.html")?
                .render(Serde(page(report)))
        })
        .expect("the template is our own, and a test fills all of it")
}

fn page(report: &Report) -> Page<'_> {
    let warnings = [
        say::unfinished(report),
        say::anonymity(report).map(str::to_owned),
    ];
    let change = |one: &Mending| Change {
        what: one.what.clone(),
        details: say::details(report, one),
    };
    let others = report.improvements.iter().filter(|one| !one.the_one);
    let curve = |size| Value::from_safe_string(svg_curve::draw(report, size));
    Page {
        report,
        round: say::round(report),
        when: say::when(report),
        who: say::who(report),
        warnings: warnings.into_iter().flatten().collect(),
        one: report.the_one().map(change),
        others: others.map(change).collect(),
        curves: [curve(svg_curve::WIDE), curve(svg_curve::NARROW)],
        observed: say::observed_all(report),
        moments: moments(report),
        overall: overall(report),
        steps: report.steps.iter().map(step).collect(),
        builds_names: names(
            report
                .verdict
                .as_ref()
                .map(|verdict| &verdict.builds_names[..]),
        ),
        erodes_names: names(
            report
                .verdict
                .as_ref()
                .map(|verdict| &verdict.erodes_names[..]),
        ),
        chosen_for: names(Some(&report.chosen_for)),
        verdict_words: report.verdict.as_ref().map_or("", |verdict| &verdict.words),
        verdict_side: report.verdict.as_ref().map_or("", |verdict| {
            side(verdict.builds as i32 - verdict.erodes as i32)
        }),
        next_round: report.next_round.map(date_words),
        kept: say::kept(report),
        promises: promises(report),
        numbers: numbers(report),
        how_to_read: say::how_to_read(report),
        signs: say::signs(report),
        solo: report.company == Company::Solo,
    }
}

/// Names in a row, each keeping its direction to itself.
fn names(names: Option<&[String]>) -> String {
    let names = names.unwrap_or_default().iter();
    let names: Vec<_> = names.map(|name| apart::mark(name)).collect();
    names.join(", ")
}

fn side(points: i32) -> &'static str {
    match points.signum() {
        1 => "up",
        -1 => "down",
        _ => "even",
    }
}

fn side_of(rating: Rating) -> &'static str {
    side(i32::from(rating.points()))
}

fn moments(report: &Report) -> Vec<Moment> {
    let journey = &report.journey;
    let mut moments = Vec::new();
    for (label, equal) in [
        ("Worst moment", &journey.worst_moments),
        ("Best moment", &journey.best_moments),
    ] {
        moments.extend(equal.first().map(|moment| Moment {
            label,
            number: moment.rating.to_string(),
            side: side_of(moment.rating),
            words: say::where_all(report, equal),
        }));
    }
    let felt = report.steps.iter().map(|step| &step.summary);
    let mut felt = felt.filter(|summary| summary.n() > 0);
    if let (Some(words), Some(summary)) = (&journey.alike_words, felt.next()) {
        let number = summary_words(summary);
        let words = words.strip_prefix(number.as_str()).unwrap_or(words).trim();
        moments.push(Moment {
            label: "All alike",
            side: middles(summary).first().map_or("even", |one| side_of(*one)),
            words: words.to_owned(),
            number,
        });
    }
    if let (Some(words), Some(sum)) = (say::balance(report), &journey.balance_words) {
        let below = words.strip_prefix(sum.as_str()).unwrap_or_default();
        moments.push(Moment {
            label: "Balance",
            number: sum.clone(),
            side: side(journey.balance.unwrap_or(0)),
            words: match below.trim() {
                "" => "all points, up and down".to_owned(),
                below => below.to_owned(),
            },
        });
    }
    if let Some(points) = journey.likely_remembered {
        moments.push(Moment {
            label: "Likely remembered",
            number: signed(i32::from(points)),
            side: side(i32::from(points)),
            words: "a rule of thumb, of the strongest rating and the last".to_owned(),
        });
    }
    moments
}

/// What else is to be said of the whole way.
fn overall(report: &Report) -> Vec<(&'static str, String)> {
    let named = report.journey.balances.iter().filter_map(|one| {
        let person = one.person.as_ref()?;
        Some(format!("{} {}", apart::mark(person), signed(one.points)))
    });
    let named = named.collect::<Vec<_>>().join(", ");
    let team = report.company == Company::Team;
    let all = [
        ("Leaving", say::leaving(report)),
        ("Expected", say::expected(report)),
        (
            "Balance of each",
            Some(named).filter(|named| team && !named.is_empty()),
        ),
    ];
    all.into_iter()
        .filter_map(|(label, words)| Some((label, words?)))
        .collect()
}

fn step(step: &StepFacts) -> Step {
    let rated = step.revealed.is_some();
    let waits = (!rated).then_some(if step.is_begun() {
        "Begun, not rated yet."
    } else {
        "Not begun yet."
    });
    let large = middles(&step.summary).into_iter().map(|rating| Large {
        number: rating.to_string(),
        side: side_of(rating),
    });
    let n_of = match step.company {
        Company::Solo => String::new(),
        Company::Pair | Company::Team => format!("{} · ", say::n_of(step)),
    };
    let words = step.words.iter().map(|word| Signed {
        side: if word.good { "up" } else { "down" },
        kind: if word.good { "good" } else { "bad" },
        text: word.word.clone(),
    });
    Step {
        number: step.number,
        title: step.title.clone(),
        task: step.task.clone(),
        waits,
        large: large.collect(),
        caption: caption(&step.summary),
        is_split: matches!(step.summary, Summary::Split { .. }),
        rated: format!("{n_of}{}", say::observed(step)),
        dots: rated.then(|| Value::from_safe_string(svg_dots::draw(step))),
        table: table(step),
        words: words.collect(),
        facts: facts(step),
        notes: notes(step),
    }
}

/// What the large number is.
fn caption(summary: &Summary) -> String {
    match summary {
        Summary::Nobody => "nobody rated it".to_owned(),
        Summary::One(_) => "felt".to_owned(),
        Summary::Two(lower, higher) if lower == higher => "both".to_owned(),
        Summary::Two(..) => "both ratings".to_owned(),
        Summary::Room {
            lowest, highest, n, ..
        } if lowest == highest => format!("all {n}"),
        Summary::Room {
            lowest, highest, ..
        } => format!("median, from {lowest} to {highest}"),
        Summary::Split { down, up, .. } => {
            let between = match summary.between() {
                0 => String::new(),
                many => format!(", {many} between"),
            };
            let (down, up) = (people_words(down.count()), up.count());
            format!("{down} and {up}{between}, no middle")
        }
    }
}

/// The picture of a step as a table: by name where names are shown, else by value.
fn table(step: &StepFacts) -> Vec<Vec<String>> {
    if let Some(rows) = step_rows::people(step).filter(|_| step.revealed.is_some()) {
        return rows;
    }
    if step.revealed.is_none() || step.company == Company::Solo {
        return Vec::new();
    }
    let row = |label: &str, ratings: &[Rating]| vec![label.to_owned(), say::row(ratings)];
    let mut rows = vec![
        vec!["without names".to_owned(), "lowest first".to_owned()],
        row("felt", &step.felt()),
    ];
    let first = step_rows::first_ratings(step);
    if step.revealed_again.is_some() && first != step.felt() {
        rows.push(row("at first", &first));
    }
    if !step.expectations.is_empty() {
        rows.push(row("expected", &step.expectations));
    }
    rows
}

fn facts(step: &StepFacts) -> Vec<(&'static str, String)> {
    let time = Some(step.seconds).filter(|seconds| *seconds > 0);
    let all = [
        ("Going on", say::going_on(step)),
        ("Expected", step_rows::expected(step)),
        ("Phone", step.phone.as_ref().map(say::phone)),
        ("Time", time.map(|seconds| Seconds(seconds).to_string())),
        ("Departments", step_rows::departments(step)),
        ("A year of it", step_rows::year(step)),
    ];
    all.into_iter()
        .filter_map(|(label, words)| Some((label, words?)))
        .filter(|(_, words)| !words.is_empty())
        .collect()
}

fn notes(step: &StepFacts) -> Vec<Signed> {
    let notes = step.notes.iter().map(|note| {
        let (side, kind) = match note.kind {
            NoteKind::Good => ("up", "good surprise"),
            NoteKind::Bad => ("down", "bad surprise"),
            NoteKind::Fact => ("even", "note"),
        };
        Signed {
            side,
            kind,
            text: note.text.clone(),
        }
    });
    notes.collect()
}

fn promises(report: &Report) -> Vec<Promised> {
    let promises = report.promises.iter().map(|promise| {
        let (sign, outcome) = say::outcome(promise);
        Promised {
            sign,
            outcome,
            what: promise.what.clone(),
            details: say::promised(promise),
        }
    });
    promises.collect()
}

/// The curve as a table.
fn numbers(report: &Report) -> Vec<Vec<String>> {
    let head = ["step", "felt", "range", "expected", "rated"];
    let rows = report.steps.iter().map(|step| {
        let range = step.summary.range();
        vec![
            apart::mark(&step.title),
            summary_words(&step.summary),
            range.map_or("–".to_owned(), |(lowest, highest)| {
                format!("{lowest} to {highest}")
            }),
            step.expected
                .map_or("–".to_owned(), |rating| rating.to_string()),
            format!("{} of {}", step.summary.n(), step.here),
        ]
    });
    std::iter::once(head.map(str::to_owned).to_vec())
        .chain(rows)
        .collect()
}
