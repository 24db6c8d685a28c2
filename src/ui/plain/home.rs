//! Home in numbered choices: go on, start with a team, start alone, look back, samples.

use super::order::{self, Order};
use super::topic::{Question, cut, nth};
use super::words::spoken;
use crate::model::exercise::Exercise;
use crate::model::heading::Heading;
use crate::model::last_time::{Exercises, newest_away};
use crate::model::moment::Moment;
use crate::model::session::{Earlier, Session, Walk};
use crate::model::text::CleanText;
use crate::model::wording::{standing, title};
use crate::ui::app::Tidying;
use crate::ui::home::MOST_CHARS;
use crate::ui::home::business::unfinished;
use crate::ui::widgets::field::too_long;
use std::path::PathBuf;

/// What Home says to a line.
pub enum HomeSays {
    /// Begin this session; and what the people should know, if anything.
    Create(Box<Session>, Option<String>),
    /// Open this file.
    Open(PathBuf),
    /// Show this sample.
    Show(Box<Session>),
    /// Put the sessions' files in order.
    Tidy(Tidying),
    /// These words.
    Words(Vec<String>),
}

/// A choice.
#[derive(Clone, Copy)]
enum Row {
    Heading(usize),
    Start(Walk),
    Sample(usize),
}

/// What is asked.
enum Asked {
    Which,
    Business(Walk),
    /// That business has something unfinished.
    Unfinished(Walk, CleanText, usize),
    /// Whether this is to be done.
    Sure(Tidying),
}

/// Home.
pub struct Home {
    exercises: Exercises,
    headings: Vec<Heading>,
    trashed: Vec<Heading>,
    samples: Vec<(String, Session)>,
    asked: Asked,
}

impl Home {
    /// Home with what is there.
    pub fn new(
        exercise: Exercise,
        headings: Vec<Heading>,
        samples: Vec<(String, Session)>,
    ) -> Self {
        Self {
            exercises: Exercises::new(exercise),
            headings,
            trashed: Vec::new(),
            samples,
            asked: Asked::Which,
        }
    }

    /// Learns of the user's own exercises.
    pub fn learn_exercises(&mut self, own: Vec<Exercise>) {
        self.exercises.learn(own);
    }

    /// The sessions that are there.
    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// What is there, seen anew.
    pub fn set_headings(&mut self, headings: Vec<Heading>) {
        self.headings = headings;
        self.asked = Asked::Which;
    }

    /// What lies in the trash.
    pub fn set_trashed(&mut self, trashed: Vec<Heading>) {
        self.trashed = trashed;
    }

    /// What can be typed here beside a number.
    pub fn help(&self) -> Vec<String> {
        let is_of_use = !(self.headings.is_empty() && self.trashed.is_empty());
        let lines = order::HELP.iter().filter(|_| is_of_use);
        lines.map(|&line| line.to_owned()).collect()
    }

    /// Asks which business it is for.
    pub fn ask_business(&mut self, walk: Walk) {
        self.asked = Asked::Business(walk);
    }

    /// Back to the choices.
    pub fn let_go(&mut self) {
        self.asked = Asked::Which;
    }

    fn rows(&self) -> Vec<Row> {
        let of = |finished: bool| {
            let headings = self.headings.iter().enumerate();
            let found = headings.filter(move |(_, one)| one.finished.is_some() == finished);
            found.map(|(index, _)| Row::Heading(index))
        };
        let starts = [Row::Start(Walk::Team), Row::Start(Walk::Alone)];
        let mut rows: Vec<_> = of(false).chain(starts).chain(of(true)).collect();
        if self.headings.is_empty() {
            rows.extend((0..self.samples.len()).map(Row::Sample));
        }
        rows
    }

    /// The choices, a line each.
    pub fn opening(&self) -> Vec<String> {
        let mut lines =
            vec!["Customer hat. Walk through your own business as a customer.".to_owned()];
        let rows = self.rows();
        let numbered = rows.iter().enumerate();
        lines.extend(numbered.map(|(index, row)| format!("{}: {}", index + 1, self.words(*row))));
        lines
    }

    fn words(&self, row: Row) -> String {
        match row {
            Row::Heading(index) => {
                let heading = &self.headings[index];
                let title = spoken(&title(heading));
                let date = heading.started.date_words();
                if let Some(newest) = &heading.newest {
                    return format!("Older copy: {title}, {date}. {newest}");
                }
                match (heading.finished, heading.verdict.as_str()) {
                    (None, _) => format!("Go on: {title}, {}", standing(heading)),
                    (Some(_), "") => format!("Look back: {title}, {date}"),
                    (Some(_), verdict) => format!("Look back: {title}, {date}, {verdict}"),
                }
            }
            Row::Start(Walk::Team) => "Start with your team".to_owned(),
            Row::Start(Walk::Alone) => "Start on your own".to_owned(),
            Row::Sample(index) => format!("Sample: {}", self.samples[index].0),
        }
    }

    /// The question that is open.
    pub fn question(&self) -> Question {
        match &self.asked {
            Asked::Which => Question::new(
                "Which?",
                format!("a number from 1 to {}, or quit", self.rows().len()),
            ),
            Asked::Business(_) => {
                let expected = self.headings.first().map_or("its name".to_owned(), |last| {
                    format!("its name; Enter: {}", last.business)
                });
                Question::new("Which business?", expected)
            }
            Asked::Sure(_) => Question::new("Sure?", "yes; Enter alone: no"),
            Asked::Unfinished(..) => {
                Question::new("Go on with it?", "Enter goes on, new begins a new round")
            }
        }
    }

    /// Hears an answer.
    pub fn hear(&mut self, line: &str, now: Moment) -> HomeSays {
        match &self.asked {
            Asked::Which => self.choose(line),
            Asked::Sure(tidying) => {
                let tidying = tidying.clone();
                self.asked = Asked::Which;
                match line.to_lowercase().as_str() {
                    "y" | "yes" => HomeSays::Tidy(tidying),
                    _ => words("It stays as it is."),
                }
            }
            Asked::Business(walk) => {
                let walk = *walk;
                self.named(walk, line, now)
            }
            Asked::Unfinished(_, _, index) if line.is_empty() => {
                HomeSays::Open(self.headings[*index].path.clone())
            }
            Asked::Unfinished(walk, business, _) if line.eq_ignore_ascii_case("new") => {
                let (walk, business) = (*walk, business.clone());
                self.begin(walk, business, now)
            }
            Asked::Unfinished(..) => words("Enter alone, or new."),
        }
    }

    fn choose(&mut self, line: &str) -> HomeSays {
        let rows = self.rows();
        let session = |number: &str| match rows.get(nth(number, rows.len())?)? {
            Row::Heading(index) => Some(&self.headings[*index]),
            _ => None,
        };
        match order::understood(line, session, &self.headings, &self.trashed) {
            Some(Order::Ask(tidying, question)) => {
                self.asked = Asked::Sure(tidying);
                return words(question);
            }
            Some(Order::Say(lines)) => return HomeSays::Words(lines),
            None => {}
        }
        let Some(row) = nth(line, rows.len()).map(|index| rows[index]) else {
            return words("The number of a line, please.");
        };
        match row {
            Row::Heading(index) => HomeSays::Open(self.headings[index].path.clone()),
            Row::Sample(index) => HomeSays::Show(Box::new(self.samples[index].1.clone())),
            Row::Start(walk) => {
                self.ask_business(walk);
                HomeSays::Words(Vec::new())
            }
        }
    }

    fn named(&mut self, walk: Walk, line: &str, now: Moment) -> HomeSays {
        let last = self.headings.first().map(|last| last.business.clone());
        let (business, told) = if line.is_empty() {
            (last.unwrap_or_default(), None)
        } else {
            cut(line, MOST_CHARS)
        };
        // It stands in every file's name: better asked again than cut.
        if told.is_some() {
            return words(too_long(MOST_CHARS));
        }
        if business.is_empty() {
            return words("First a name for the business, then Enter.");
        }
        let unfinished = unfinished(&self.headings, walk, &business);
        let Some(index) = unfinished else {
            return self.begin(walk, business, now);
        };
        let heading = &self.headings[index];
        let there = format!(
            "Not finished yet: {} stands at: {}.",
            spoken(&title(heading)),
            standing(heading)
        );
        self.asked = Asked::Unfinished(walk, business, index);
        words(there)
    }

    fn begin(&mut self, walk: Walk, business: CleanText, now: Moment) -> HomeSays {
        self.asked = Asked::Which;
        let earlier: Vec<Earlier> = self.headings.iter().map(Heading::earlier).collect();
        let asked = self.exercises.for_next(&business, walk, &self.headings);
        let away = newest_away(&business, walk, &self.headings).into_iter();
        let told: Vec<_> = away.chain(asked.told).collect();
        let session = Session::begin(business, walk, asked.exercise, &earlier, now);
        let told = (!told.is_empty()).then(|| told.join(" "));
        HomeSays::Create(Box::new(session), told)
    }
}

fn words(words: impl Into<String>) -> HomeSays {
    HomeSays::Words(vec![words.into()])
}
