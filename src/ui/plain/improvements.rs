//! What to mend: what, who, by when, a question each; and the one of this week.

use super::asked_day::{self, AskedDay, Heard};
use super::topic::{Here, Question, Topic, cut, not_understood, nth, parted, say};
use super::words::spoken;
use crate::model::change::Change;
use crate::model::place::StepNumber;
use crate::model::session::{Company, Improvement, Session};
use crate::ui::app::carry::sentence;
use crate::ui::screen::Want;
use crate::ui::screens::improvements::edit::{MOST_CHARS, new_one};
use crate::ui::screens::improvements::{details, starts_at};
use crate::ui::screens::promises::words::still_open;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Menu,
    What,
    Who(usize),
    By(usize),
    /// Whether this day is meant.
    Day(usize, AskedDay),
}

/// What to mend.
pub struct Improvements(Asked);

impl Improvements {
    /// The list; with nothing in it yet, the first one is asked for at once.
    pub fn new(session: &Session) -> Self {
        Self(if session.improvements().is_empty() {
            Asked::What
        } else {
            Asked::Menu
        })
    }

    fn hear_menu(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        let list = here.session.improvements();
        let (first, rest) = parted(line);
        let (number, words) = rest.split_once(' ').unwrap_or((rest, ""));
        match (first.as_str(), nth(number, list.len())) {
            ("", _) => vec![Want::Next],
            ("add", _) if rest.is_empty() => {
                self.0 = Asked::What;
                Vec::new()
            }
            ("add", _) => self.added(here.session, rest),
            ("list", _) => lines(here.session).into_iter().map(say).collect(),
            ("one", Some(index)) => {
                let mut list = list.to_vec();
                for (at, one) in list.iter_mut().enumerate() {
                    one.the_one = at == index;
                }
                kept(list)
            }
            ("out", Some(index)) => {
                let mut list = list.to_vec();
                list.remove(index);
                kept(list)
            }
            ("who", Some(index)) if words.is_empty() => {
                self.0 = Asked::Who(index);
                Vec::new()
            }
            ("by", Some(index)) if words.is_empty() => {
                self.0 = Asked::By(index);
                Vec::new()
            }
            ("by", Some(index)) => self.day(here, index, asked_day::heard(words, here.now.date())),
            ("what" | "who" | "step", Some(index)) => put(here, index, first.as_str(), words),
            _ => vec![not_understood()],
        }
    }

    /// What came of a day that was typed: it stands, or it is asked back.
    fn day(&mut self, here: &Here<'_>, index: usize, heard: Heard) -> Vec<Want> {
        let (next, wants) = match heard {
            Heard::Ask(day) => (Asked::Day(index, day), Vec::new()),
            Heard::No => (Asked::By(index), Vec::new()),
            Heard::Said(sentence) => (self.0, vec![say(sentence)]),
            Heard::Day(by) => {
                let mut list = here.session.improvements().to_vec();
                if let Some(one) = list.get_mut(index) {
                    one.by = by;
                }
                (Asked::Menu, kept(list))
            }
        };
        self.0 = next;
        wants
    }

    fn added(&mut self, session: &Session, what: &str) -> Vec<Want> {
        let mut list = session.improvements().to_vec();
        let index = list.len();
        // Whoever is alone does it.
        self.0 = match session.company() {
            Company::Solo => Asked::By(index),
            _ => Asked::Who(index),
        };
        let (what, told) = cut(what, MOST_CHARS);
        list.push(new_one(what, session));
        let change = Want::Change(Change::Improvements(list));
        let at = starts_at(session);
        let at = at.map(|at| {
            say(format!(
                "{at} step {} 4, or step {0} none, moves it.",
                index + 1
            ))
        });
        [change].into_iter().chain(told).chain(at).collect()
    }
}

fn kept(list: Vec<Improvement>) -> Vec<Want> {
    vec![
        Want::Change(Change::Improvements(list)),
        say("So it stands."),
    ]
}

/// Something of one improvement put otherwise.
fn put(here: &Here<'_>, index: usize, field: &str, words: &str) -> Vec<Want> {
    let mut list = here.session.improvements().to_vec();
    let Some(one) = list.get_mut(index) else {
        return vec![not_understood()];
    };
    let (text, told) = cut(words, MOST_CHARS);
    match field {
        "what" if text.is_empty() => {
            return vec![say("Say in a few words what will be different.")];
        }
        "what" => one.what = text,
        "who" => one.who = text,
        _ if words.eq_ignore_ascii_case("none") => one.step = None,
        _ => match nth(words, here.session.steps().len()) {
            Some(step) => one.step = Some(StepNumber::from_index(step)),
            None => return vec![say("The number of a step, or none.")],
        },
    }
    kept(list).into_iter().chain(told).collect()
}

/// The improvements, a line each.
fn lines(session: &Session) -> Vec<String> {
    let one = |(index, one): (usize, &Improvement)| {
        let mark = if one.the_one { "the one: " } else { "" };
        let details = spoken(&details(one, session));
        format!("{}: {mark}{}; {details}", index + 1, one.what)
    };
    session.improvements().iter().enumerate().map(one).collect()
}

impl Topic for Improvements {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let question = &here.session.exercise().improvements;
        let ask = match here.session.company() {
            Company::Solo => &question.ask_alone,
            _ => &question.ask,
        };
        let mut all = vec![format!("{}.", question.headline), ask.to_string()];
        if here.session.improvements().is_empty() {
            all.extend(starts_at(here.session));
        }
        all.extend(still_open(here.session).map(|open| sentence(&open)));
        all.extend(lines(here.session));
        all
    }

    fn question(&self, here: &Here<'_>) -> Question {
        match self.0 {
            Asked::Menu => Question::new(
                "Anything else?",
                "add, list, one 2, who 2, by 2, step 2 4, what 2, out 2; Enter: to the end",
            ),
            Asked::What if here.session.improvements().is_empty() => Question::new(
                "What will be different?",
                "one change, in a few words; Enter goes on without",
            ),
            Asked::What => Question::new("What will be different?", "a few words; Enter: nothing"),
            Asked::Who(_) => Question::new(
                "Who sees to it?",
                "one name or one role; Enter leaves it open",
            ),
            Asked::By(_) => Question::new(
                "By when?",
                "friday, in 2 weeks, 1 dec; Enter leaves it open",
            ),
            Asked::Day(_, day) => day.question(),
        }
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        let is_undated = |index: usize| {
            let one = here.session.improvements().get(index);
            one.is_some_and(|one| one.by.is_none())
        };
        match self.0 {
            Asked::Menu => self.hear_menu(here, line),
            Asked::What if line.is_empty() => {
                self.0 = Asked::Menu;
                if here.session.improvements().is_empty() {
                    vec![Want::Next]
                } else {
                    Vec::new()
                }
            }
            Asked::What => self.added(here.session, line),
            Asked::Who(index) => {
                self.0 = if is_undated(index) {
                    Asked::By(index)
                } else {
                    Asked::Menu
                };
                if line.is_empty() {
                    return Vec::new();
                }
                put(here, index, "who", line)
            }
            Asked::By(_) if line.is_empty() => {
                self.0 = Asked::Menu;
                Vec::new()
            }
            Asked::By(index) => self.day(here, index, asked_day::heard(line, here.now.date())),
            Asked::Day(index, day) => self.day(here, index, day.hear(line, here.now.date())),
        }
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        let mut all = self.opening(here);
        let words = [
            "add, or add some words: one more. list: all of them.",
            "one 2: the second is the one of this week.",
            "who 2 Fern, by 2 friday, step 2 4, what 2 other words: puts the second right.",
            "out 2: takes the second out.",
        ];
        all.extend(words.map(str::to_owned));
        all
    }

    fn let_go(&mut self) -> bool {
        match self.0 {
            Asked::Who(_) | Asked::By(_) | Asked::Day(..) => {
                self.0 = Asked::Menu;
                false
            }
            Asked::Menu | Asked::What => false,
        }
    }
}
