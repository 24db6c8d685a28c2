//! The report as a run of plain blocks, for the layouts that are read as text.

use super::apart;
use super::facts::{Mending, Report};
use super::sentences as say;
use super::step_facts::StepFacts;
use super::step_rows;
use super::strip;
use crate::model::evidence::NoteKind;
use crate::model::moment::{Seconds, date_words};
use crate::model::rating::{Rating, signed};
use crate::model::session::{Company, Names};

/// A block of the report. All text in it is plain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// The title of the report.
    Title(String),
    /// The title of a part.
    Part(String),
    /// The title of a step.
    Step(String),
    /// A paragraph.
    Words(String),
    /// Labels with what they say.
    Facts(Vec<(&'static str, String)>),
    /// Points, each with the sign it begins with.
    List(Vec<(&'static str, String)>),
    /// A picture in characters of one width.
    Picture(Vec<String>),
    /// A table, the head first.
    Table(Vec<Vec<String>>),
}

impl Block {
    /// The block without the marks of [`apart`].
    fn plain(self) -> Self {
        let plain = |text: &String| apart::plain(text);
        match self {
            Self::Title(words) => Self::Title(plain(&words)),
            Self::Part(words) => Self::Part(plain(&words)),
            Self::Step(words) => Self::Step(plain(&words)),
            Self::Words(words) => Self::Words(plain(&words)),
            Self::Facts(all) => Self::Facts(all.iter().map(|(of, it)| (*of, plain(it))).collect()),
            Self::List(all) => Self::List(all.iter().map(|(of, it)| (*of, plain(it))).collect()),
            Self::Picture(lines) => Self::Picture(lines),
            Self::Table(rows) => {
                let row = |row: &Vec<String>| row.iter().map(plain).collect();
                Self::Table(rows.iter().map(row).collect())
            }
        }
    }
}

/// The report from top to bottom, the most important first.
pub(super) fn of(report: &Report) -> Vec<Block> {
    let mut blocks = vec![Block::Title(format!(
        "{}, {}",
        report.business,
        say::round(report)
    ))];
    let words = [
        say::unfinished(report),
        say::anonymity(report).map(str::to_owned),
    ];
    blocks.extend(words.into_iter().flatten().map(Block::Words));
    blocks.push(Block::Facts(head(report)));
    journey(report, &mut blocks);
    blocks.push(Block::Part("Step by step".to_owned()));
    blocks.extend(say::signs(report).map(|words| Block::Words(words.to_owned())));
    for step in &report.steps {
        one_step(report, step, &mut blocks);
    }
    ending(report, &mut blocks);
    blocks.push(Block::Part("How to read this".to_owned()));
    blocks.push(Block::Words(say::how_to_read(report).to_owned()));
    blocks.into_iter().map(Block::plain).collect()
}

fn head(report: &Report) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    if let Some(one) = report.the_one() {
        facts.push(("this week", one.what.clone()));
        facts.push(("", say::details(report, one)));
    }
    if let Some(verdict) = &report.verdict {
        facts.push(("verdict", verdict.words.clone()));
    }
    facts.push(("when", say::when(report)));
    facts.push(("who", say::who(report)));
    facts.push((
        "asked",
        format!("{}: {}", report.exercise.title, report.exercise.question),
    ));
    facts
}

fn journey(report: &Report, blocks: &mut Vec<Block>) {
    blocks.push(Block::Part("The journey".to_owned()));
    let picture = strip::journey(report);
    if !picture.is_empty() {
        blocks.push(Block::Picture(picture));
    }
    blocks.push(Block::Words(say::observed_all(report)));
    let facts = &report.journey;
    let all = [
        ("worst", say::moments(report, &facts.worst_moments)),
        ("best", say::moments(report, &facts.best_moments)),
        ("all alike", facts.alike_words.clone()),
        ("balance", say::balance(report)),
        ("leaving", say::leaving(report)),
        ("expected", say::expected(report)),
        ("remembered", say::remembered(report)),
    ];
    push_facts(blocks, all);
    if report.names == Names::Shown && report.company == Company::Team {
        let each = facts.balances.iter().filter_map(|one| {
            let person = one.person.as_ref()?;
            Some(format!("{person} {}", signed(one.points)))
        });
        let each = each.collect::<Vec<_>>().join(", ");
        push_facts(
            blocks,
            [("each", Some(each).filter(|each| !each.is_empty()))],
        );
    }
}

fn push_facts<const N: usize>(blocks: &mut Vec<Block>, facts: [(&'static str, Option<String>); N]) {
    let facts = facts
        .into_iter()
        .filter_map(|(label, words)| words.map(|words| (label, words)));
    let facts: Vec<_> = facts.collect();
    match blocks.last_mut() {
        _ if facts.is_empty() => {}
        Some(Block::Facts(before)) => before.extend(facts),
        _ => blocks.push(Block::Facts(facts)),
    }
}

fn one_step(report: &Report, step: &StepFacts, blocks: &mut Vec<Block>) {
    blocks.push(Block::Step(format!("Step {}: {}", step.number, step.title)));
    blocks.push(Block::Words(step.task.clone()));
    if step.revealed.is_none() {
        let words = if step.is_begun() {
            "Begun, not rated yet."
        } else {
            "Not begun yet."
        };
        blocks.push(Block::Words(words.to_owned()));
    } else {
        if step.company != Company::Solo {
            blocks.push(Block::Picture(strip::dots(step)));
        }
        push_facts(blocks, felt(report, step));
        blocks.extend(step_rows::people(step).map(Block::Table));
    }
    let words: Vec<_> = step.words.iter().map(|word| word.word.as_str()).collect();
    push_facts(
        blocks,
        [
            (
                "words",
                Some(words.join(", ")).filter(|words| !words.is_empty()),
            ),
            ("phone", step.phone.as_ref().map(say::phone)),
            (
                "time",
                Some(step.seconds)
                    .filter(|s| *s > 0)
                    .map(|s| Seconds(s).to_string()),
            ),
            ("departments", step_rows::departments(step)),
            ("a year", step_rows::year(step)),
        ],
    );
    let notes = step.notes.iter().map(|note| {
        let mark = match note.kind {
            NoteKind::Good => "▲",
            NoteKind::Bad => "▼",
            NoteKind::Fact => "·",
        };
        (mark, note.text.clone())
    });
    let notes: Vec<_> = notes.collect();
    if !notes.is_empty() {
        // Right behind other points they would become one list with them, in Markdown.
        blocks.push(Block::Words("What was noticed:".to_owned()));
        blocks.push(Block::List(notes));
    }
}

fn felt(report: &Report, step: &StepFacts) -> [(&'static str, Option<String>); 7] {
    let team = step.company != Company::Solo;
    let first: Vec<Rating> = step_rows::first_ratings(step);
    let hidden = report.names == Names::Hidden;
    let changed = step.revealed_again.is_some() && first != step.felt();
    [
        ("felt", Some(say::summary(&step.summary))),
        (
            "rated",
            team.then(|| format!("{} · {}", say::n_of(step), say::observed(step))),
        ),
        ("done", (!team).then(|| say::observed(step))),
        (
            "ratings",
            (hidden && team)
                .then(|| say::row(&step.felt()))
                .filter(|row| !row.is_empty()),
        ),
        ("at first", (hidden && changed).then(|| say::row(&first))),
        ("expected", step_rows::expected(step)),
        ("going on", say::going_on(step)),
    ]
}

/// What the earlier rounds promised, and what became of it.
fn promises(report: &Report, blocks: &mut Vec<Block>) {
    let Some(kept) = say::kept(report) else {
        return;
    };
    blocks.push(Block::Part("What was promised".to_owned()));
    blocks.push(Block::Words(format!("Promises of earlier rounds: {kept}.")));
    let items = report.promises.iter().map(|promise| {
        let (sign, words) = say::outcome(promise);
        let (what, details) = (&promise.what, say::promised(promise));
        (sign, format!("{words}: {what} · {details}"))
    });
    blocks.push(Block::List(items.collect()));
}

fn ending(report: &Report, blocks: &mut Vec<Block>) {
    blocks.push(Block::Part("What it means".to_owned()));
    let list = |all: &[String]| Some(all.join(", ")).filter(|words| !words.is_empty());
    let filled = |words: &String| Some(words.clone()).filter(|words| !words.is_empty());
    let verdict = report.verdict.as_ref();
    let count = |count: usize, names: &[String]| match names {
        [] => count.to_string(),
        names => format!("{count} ({})", names.join(", ")),
    };
    let several = verdict.is_some_and(|one| one.company != Company::Solo);
    let facts = [
        ("verdict", verdict.map(|verdict| verdict.words.clone())),
        (
            "builds",
            verdict
                .filter(|_| several)
                .map(|v| count(v.builds, &v.builds_names)),
        ),
        (
            "erodes",
            verdict
                .filter(|_| several)
                .map(|v| count(v.erodes, &v.erodes_names)),
        ),
        ("chosen for", list(&report.chosen_for)),
        ("if equal", filled(&report.if_equal)),
        ("the story", filled(&report.keep)),
        ("next round", report.next_round.map(date_words)),
    ];
    let before = blocks.len();
    push_facts(blocks, facts);
    if blocks.len() == before {
        blocks.push(Block::Words("Not spoken about yet.".to_owned()));
    }
    promises(report, blocks);
    if report.improvements.is_empty() {
        return;
    }
    blocks.push(Block::Part("What changes".to_owned()));
    let one = |one: &Mending| {
        let (mark, when) = if one.the_one {
            ("★", "This week: ")
        } else {
            ("-", "")
        };
        let words = format!("{when}{} · {}", one.what, say::details(report, one));
        (mark, words)
    };
    blocks.push(Block::List(report.improvements.iter().map(one).collect()));
}
