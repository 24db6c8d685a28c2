//! The end: the session in a few sentences, the date of the next round, and where its file is.

use super::asked_day::{self, AskedDay, Heard};
use super::topic::{Here, Question, Topic, go_on, parted, say};
use super::words::{list, spoken};
use crate::model::change::Change;
use crate::model::journey::Journey;
use crate::model::moment::date_words;
use crate::model::session::Session;
use crate::ui::app::carry::sentence;
use crate::ui::screen::Want;
use crate::ui::screens::improvements::details;
use crate::ui::screens::journey::{balance_words, summary_words};
use crate::ui::screens::promises::words::{kept_of, still_open};
use crate::ui::screens::verdict::Count;

/// The session on one page.
#[derive(Default)]
pub struct Close(Asks);

/// What is asked.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Asks {
    #[default]
    Menu,
    /// The date of the next round.
    Date,
    /// Whether this day is meant.
    Day(AskedDay),
}

impl Close {
    fn hear_date(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        let today = here.now.date();
        let heard = match (self.0, line) {
            (Asks::Day(day), _) => day.hear(line, today),
            (_, "") => {
                self.0 = Asks::Menu;
                return Vec::new();
            }
            (_, "none") => Heard::Day(None),
            _ => asked_day::heard(line, today),
        };
        let (next, wants) = match heard {
            Heard::Ask(day) => (Asks::Day(day), Vec::new()),
            Heard::No => (Asks::Date, Vec::new()),
            Heard::Said(sentence) if self.0 == Asks::Menu => (Asks::Date, vec![say(sentence)]),
            Heard::Said(sentence) => (self.0, vec![say(sentence)]),
            Heard::Day(date) => {
                let told = date.map_or("No date.".to_owned(), |date| {
                    format!("The next round: {}.", date_words(date))
                });
                let change = Want::Change(Change::NextRound(date));
                (Asks::Menu, vec![change, say(told)])
            }
        };
        self.0 = next;
        wants
    }
}

fn improvements(session: &Session) -> Vec<String> {
    let (ones, others): (Vec<_>, Vec<_>) =
        session.improvements().iter().partition(|one| one.the_one);
    let labelled = |label: &'static str, list: Vec<&crate::model::session::Improvement>| {
        let one = |one: &&crate::model::session::Improvement| {
            format!("{label}: {}; {}.", one.what, spoken(&details(one, session)))
        };
        list.iter().map(one).collect::<Vec<_>>()
    };
    let mut lines = labelled("This week", ones);
    lines.extend(labelled("And also", others));
    lines
}

impl Topic for Close {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let session = here.session;
        let journey = Journey::of(session);
        let mut lines = vec!["Hats off.".to_owned()];
        lines.extend(improvements(session));
        let steps = session.exercise().steps.iter().zip(&journey.summaries);
        let way: Vec<_> = steps
            .map(|(step, summary)| format!("{} {}", step.short, summary_words(summary)))
            .collect();
        lines.push(list("The journey", &way));
        lines.extend(Count::of(session).map(|count| sentence(&count.words(session))));
        lines.extend(balance_words(&journey).map(|sum| format!("Balance: {sum}.")));
        let reasons: Vec<_> = session
            .chosen_for()
            .iter()
            .map(ToString::to_string)
            .collect();
        if !reasons.is_empty() {
            lines.push(list("Chosen for", &reasons));
        }
        if !session.if_equal().is_empty() {
            lines.push(format!("If those were equal: {}", session.if_equal()));
        }
        if !session.keep().is_empty() {
            lines.push(format!("The story: {}", session.keep()));
        }
        if !session.promises().is_empty() {
            lines.push(format!("Of what was promised: {}.", kept_of(session)));
        }
        lines.extend(still_open(session).map(|open| sentence(&open)));
        let next = session.next_round().map(date_words);
        lines.push(format!(
            "The next round: {}.",
            next.unwrap_or_else(|| "no date yet".to_owned())
        ));
        if !here.file.is_empty() {
            lines.push(format!("Kept in {}", here.file));
        }
        lines
    }

    fn question(&self, here: &Here<'_>) -> Question {
        if let Asks::Day(day) = self.0 {
            return day.question();
        }
        if self.0 == Asks::Date {
            let expected = "in 3 months, 1 march, 2027-03-01; Enter leaves it";
            return Question::new("When do you put the hat on again?", expected);
        }
        let enter = if here.session.finished().is_some() {
            "to Home"
        } else {
            "finish"
        };
        Question::new(
            "That is all.",
            format!("date of the next round; Enter: {enter}"),
        )
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        if self.0 != Asks::Menu {
            return self.hear_date(here, line);
        }
        let (first, rest) = parted(line);
        match first.as_str() {
            "date" if rest.is_empty() => {
                self.0 = Asks::Date;
                Vec::new()
            }
            "date" => self.hear_date(here, rest),
            "report" if rest.is_empty() => vec![Want::Report],
            "" if here.session.finished().is_some() => vec![Want::Home],
            "" => vec![Want::Quietly(Change::Finished(Some(here.now))), Want::Home],
            _ => go_on(line),
        }
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        let mut lines = self.opening(here);
        lines.push("report: how to have a report to hand out.".to_owned());
        lines.push("date in 3 months: the date of the next round; date none: no date.".to_owned());
        lines
    }

    fn let_go(&mut self) -> bool {
        std::mem::take(&mut self.0) != Asks::Menu
    }
}
