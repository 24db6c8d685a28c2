//! The reveal in sentences: every rating at once, who speaks first, and what the room says to it.

use super::notes::{note_in, noted, notes_of};
use super::reveal_words::{hear_words, word_lines};
use super::topic::{Here, Question, Topic, not_understood, say};
use super::words::{every_rating, list, summary_sentences};
use crate::model::ballot::typed_rating;
use crate::model::change::{Change, StepChange};
use crate::model::counting;
use crate::model::evidence::Sharing;
use crate::model::exercise::EvidenceKind;
use crate::model::place::{Place, StepNumber};
use crate::model::session::{Company, Session};
use crate::model::stats::{Summary, YearOfIt};
use crate::model::step_record::{StepRecord, Turn};
use crate::ui::screen::Want;
use crate::ui::screens::reveal::draw::{dots_of, gone_of, speakers};
use crate::ui::screens::step::mode_words;

/// What is asked over the reveal.
enum Over {
    Words,
    /// The department at this index.
    Department(usize),
}

/// The reveal of a step.
pub struct Reveal {
    step: StepNumber,
    over: Option<Over>,
}

impl Reveal {
    /// The reveal of a step.
    pub fn new(step: StepNumber) -> Self {
        Self { step, over: None }
    }

    fn rates_departments(&self, session: &Session) -> bool {
        let asked = &session.exercise().steps[self.step.index()];
        asked.takes(EvidenceKind::Departments) && !session.step(self.step).departments.is_empty()
    }

    fn may_rate_again(&self, session: &Session) -> bool {
        session.step(self.step).reveal(Turn::Again).is_none() && session.company() != Company::Solo
    }

    fn hear_menu(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        let record = here.session.step(self.step);
        match line.to_lowercase().as_str() {
            "" => return vec![Want::Next],
            "words" => {
                self.over = Some(Over::Words);
                let lines = word_lines(self.step, here.session);
                return lines.into_iter().map(say).collect();
            }
            "departments" if self.rates_departments(here.session) => {
                self.over = Some(Over::Department(0));
                return Vec::new();
            }
            "notes" => return notes_of(record).into_iter().map(say).collect(),
            "again" if self.may_rate_again(here.session) => {
                return vec![Want::Go(Place::RatingAgain(self.step))];
            }
            "again" if here.session.company() != Company::Solo => {
                return vec![say("It was rated twice; both are kept.")];
            }
            _ => {}
        }
        match note_in(line) {
            Some((kind, text)) if !text.is_empty() => {
                noted(self.step, record, kind, text, here.now)
            }
            _ => vec![not_understood()],
        }
    }

    fn hear_department(&mut self, index: usize, record: &StepRecord, line: &str) -> Vec<Want> {
        let mut departments = record.departments.clone();
        let rating = match line {
            "" => None,
            "none" => Some(None),
            line => match typed_rating(line) {
                Ok(rating) => Some(Some(rating)),
                Err(sentence) => return vec![say(sentence)],
            },
        };
        let next = index + 1;
        self.over = (next < departments.len()).then_some(Over::Department(next));
        match (rating, departments.get_mut(index)) {
            (Some(rating), Some(department)) => {
                department.rating = rating;
                let change = StepChange::Departments(departments);
                vec![Want::Change(Change::Step(self.step, change))]
            }
            _ => Vec::new(),
        }
    }
}

/// How many observations it was.
fn observed(record: &StepRecord, session: &Session) -> String {
    let (rated, mode) = (record.felt_ratings().len(), mode_words(record.mode));
    match (session.company_at(record), record.sharing) {
        (Company::Solo, _) => format!("Done: {mode}."),
        (_, Sharing::Shared) => format!("One experience, rated by {rated}, {mode}."),
        (_, Sharing::EachTheirOwn) => {
            format!("{rated} experiences, each their own, {mode}.")
        }
    }
}

fn gone_sentence(record: &StepRecord, session: &Session) -> Option<String> {
    let (gone, asked) = gone_of(record, session);
    let alone = session.company_at(record) == Company::Solo;
    match (alone, gone, asked) {
        (_, _, 0) | (false, 0, 1) => None,
        (true, 0, _) => Some("You would have gone on.".to_owned()),
        (true, ..) => Some("You would not have gone on.".to_owned()),
        (false, 0, _) => Some("All would have gone on.".to_owned()),
        (false, gone, asked) => Some(format!("{gone} of {asked} would not have gone on.")),
    }
}

fn passed(record: &StepRecord, session: &Session) -> Option<String> {
    if session.company_at(record) == Company::Solo {
        return None;
    }
    let rated = record.felt_ratings().len();
    let of = record.of();
    (of > 0).then(|| format!("{rated} of {of} rated."))
}

impl Topic for Reveal {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let (session, record) = (here.session, here.session.step(self.step));
        let summary = Summary::of(record.felt_ratings());
        let title = &session.exercise().steps[self.step.index()].title;
        let mut lines = vec![format!("{title}: {}", session.exercise().question)];
        lines.extend(passed(record, session));
        lines.push(observed(record, session));
        lines.extend(summary_sentences(&summary, session.company_at(record)));
        lines.extend(every_rating(&dots_of(record, session), session));
        lines.extend(gone_sentence(record, session));
        lines.extend(speakers(record, session, false));
        let year = record
            .times_a_year
            .and_then(|times| YearOfIt::of(times, &summary));
        lines.extend(year.map(|year| match year.total_words() {
            Some(total) => format!("{}: {total}.", year.words()),
            None => format!("{}.", year.words()),
        }));
        if !record.words.is_empty() {
            let words: Vec<_> = record
                .words
                .iter()
                .map(|word| word.text().to_string())
                .collect();
            lines.push(list("The words", &words));
        }
        let rated = record
            .departments
            .iter()
            .filter_map(|one| Some((&one.name, one.rating?)));
        let rated: Vec<_> = rated
            .map(|(name, rating)| format!("{name} {rating}"))
            .collect();
        if !rated.is_empty() {
            lines.push(list("Departments", &rated));
        }
        lines
    }

    fn question(&self, here: &Here<'_>) -> Question {
        let session = here.session;
        match self.over {
            None => {
                let last = self.step.index() + 1 == session.steps().len();
                let next = if last { "the journey" } else { "next step" };
                let departments = if self.rates_departments(session) {
                    ", departments"
                } else {
                    ""
                };
                let again = if self.may_rate_again(session) {
                    ", again"
                } else {
                    ""
                };
                let expected = format!("words, n a note{departments}{again}; Enter: {next}");
                Question::new("What else?", expected)
            }
            Some(Over::Words) => {
                let record = session.step(self.step);
                let text = if session.company_at(record) == Company::Solo {
                    "Which word fits?"
                } else {
                    "Which words fit?"
                };
                let expected = "numbers, or your own with + or - before it; Enter: done";
                Question::new(text, expected)
            }
            Some(Over::Department(index)) => {
                let department = session.step(self.step).departments.get(index);
                let name = department.map_or(String::new(), |one| one.name.to_string());
                let now = department.and_then(|one| one.rating);
                let keeps = now.map_or("open".to_owned(), |rating| rating.to_string());
                Question::new(
                    format!("{name}: one number, aloud?"),
                    format!("−10 to −1 or 1 to 10; none; Enter keeps {keeps}"),
                )
            }
        }
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        match self.over {
            None => self.hear_menu(here, line),
            Some(Over::Words) if line.is_empty() => {
                self.over = None;
                Vec::new()
            }
            Some(Over::Words) => hear_words(self.step, here.session, line),
            Some(Over::Department(index)) => {
                self.hear_department(index, here.session.step(self.step), line)
            }
        }
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        if matches!(self.over, Some(Over::Words)) {
            return word_lines(self.step, here.session);
        }
        let mut lines = self.opening(here);
        let record = here.session.step(self.step);
        let counted = counting::at_a_reveal(here.session.company_at(record));
        lines.extend(counted.into_iter().map(str::to_owned));
        lines.push("words: the words for the feeling, as they are said.".to_owned());
        lines.push(
            "n words: a note; + words, - words: a surprise. notes: what is noted.".to_owned(),
        );
        if self.rates_departments(here.session) {
            lines.push("departments: one number aloud for each.".to_owned());
        }
        if self.may_rate_again(here.session) {
            lines.push("again: everybody rates once more; both ratings are kept.".to_owned());
        }
        lines
    }

    fn let_go(&mut self) -> bool {
        self.over.take().is_some()
    }
}
