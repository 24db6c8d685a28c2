//! A step being done: the task, the questions to hold, notes, and the other evidence.

use super::notes::{note_in, noted, notes_of};
use super::phone::Phone;
use super::topic::{Here, Question, Topic, cut, not_understood, nth, parted, say};
use super::words::list;
use crate::model::change::{Change, StepChange};
use crate::model::evidence::{Department, Mode, NoteKind, Sharing};
use crate::model::exercise::EvidenceKind;
use crate::model::moment::{Moment, Seconds};
use crate::model::place::StepNumber;
use crate::model::session::{Company, Session};
use crate::model::step_record::StepRecord;
use crate::ui::screen::Want;
use crate::ui::screens::step::calling::dialled;
use crate::ui::screens::step::panel::{MOST_CHARS_OF_A_NAME, times};
use crate::ui::screens::step::{MORE_MINUTES, mode_words, sharing_words};

/// What is asked over the step.
enum Over {
    /// What the note says.
    Note(NoteKind),
    /// What kind of note these words are.
    Kind(String),
    Phone(Phone),
    Departments,
    TimesAYear,
}

/// A step being done.
pub struct StepTalk {
    step: StepNumber,
    since: Moment,
    over: Option<Over>,
}

impl StepTalk {
    /// The step, come to at this moment.
    pub fn new(step: StepNumber, since: Moment) -> Self {
        Self {
            step,
            since,
            over: None,
        }
    }

    fn change(&self, change: StepChange) -> Want {
        Want::Change(Change::Step(self.step, change))
    }

    fn takes(&self, session: &Session, kind: EvidenceKind) -> bool {
        session.exercise().steps[self.step.index()].takes(kind)
    }

    /// Seconds spent on the step, this visit included.
    fn seconds(&self, here: &Here<'_>) -> u32 {
        let visit = Seconds::between(self.since, here.now).0;
        here.session.step(self.step).seconds.saturating_add(visit)
    }

    fn minutes_words(&self, here: &Here<'_>) -> String {
        let record = here.session.step(self.step);
        let minutes = here.session.exercise().steps[self.step.index()].minutes;
        let all = u32::from(minutes) + u32::from(record.more_minutes);
        let spent = self.seconds(here) / 60;
        format!("Meant to take {all} minutes; {spent} are over.")
    }

    fn hear_menu(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        let record = here.session.step(self.step);
        if line.is_empty() {
            return vec![Want::Next];
        }
        if let Some((kind, text)) = note_in(line) {
            if text.is_empty() {
                self.over = Some(Over::Note(kind));
                return Vec::new();
            }
            return noted(self.step, record, kind, text, here.now);
        }
        let (first, rest) = parted(line);
        match first.as_str() {
            "phone" if rest.is_empty() && self.takes(here.session, EvidenceKind::PhoneClock) => {
                self.over = Some(Over::Phone(Phone::default()));
            }
            "dial" if rest.is_empty() && self.takes(here.session, EvidenceKind::PhoneClock) => {
                self.over = Some(Over::Phone(Phone::as_it_happens()));
                return dialled(self.step, record, here.now);
            }
            "departments"
                if rest.is_empty() && self.takes(here.session, EvidenceKind::Departments) =>
            {
                self.over = Some(Over::Departments);
            }
            "year" if rest.is_empty() && self.takes(here.session, EvidenceKind::TimesAYear) => {
                self.over = Some(Over::TimesAYear);
            }
            "time" if rest.is_empty() => return vec![say(self.minutes_words(here))],
            "more" if rest.is_empty() => {
                let more = record.more_minutes.saturating_add(MORE_MINUTES);
                return vec![
                    self.change(StepChange::MoreMinutes(more)),
                    say("Five more minutes."),
                ];
            }
            "notes" if rest.is_empty() => return notes_of(record).into_iter().map(say).collect(),
            "out" if nth(rest, record.notes.len()).is_some() => {
                let mut notes = record.notes.clone();
                notes.remove(nth(rest, record.notes.len()).unwrap_or_default());
                return vec![self.change(StepChange::Notes(notes)), say("Taken out.")];
            }
            _ => return self.hear_how(here.session, line),
        }
        Vec::new()
    }

    /// How it was done and whose experience it was; anything else may be a note.
    fn hear_how(&mut self, session: &Session, line: &str) -> Vec<Want> {
        let change = match line.to_lowercase().as_str() {
            "live" => StepChange::Mode(Mode::Live),
            "remembered" => StepChange::Mode(Mode::Remembered),
            "imagined" => StepChange::Mode(Mode::Imagined),
            "shared" if session.company() != Company::Solo => StepChange::Sharing(Sharing::Shared),
            "own" if session.company() != Company::Solo => {
                StepChange::Sharing(Sharing::EachTheirOwn)
            }
            _ => {
                self.over = Some(Over::Kind(line.to_owned()));
                return Vec::new();
            }
        };
        vec![self.change(change), say("So it stands.")]
    }

    fn hear_department(&mut self, record: &StepRecord, line: &str) -> Vec<Want> {
        if line.is_empty() {
            self.over = None;
            return Vec::new();
        }
        let mut departments = record.departments.clone();
        let mut told = Vec::new();
        let (first, rest) = parted(line);
        match nth(rest, departments.len()) {
            Some(index) if first == "out" => {
                departments.remove(index);
            }
            _ => {
                for name in line.split(',') {
                    let (name, one_told) = cut(name, MOST_CHARS_OF_A_NAME);
                    told.extend(one_told);
                    if !name.is_empty() {
                        departments.push(Department { name, rating: None });
                    }
                }
            }
        }
        told.insert(0, self.change(StepChange::Departments(departments)));
        told
    }

    fn hear_times(&mut self, line: &str) -> Vec<Want> {
        let typed = match line {
            "" => {
                self.over = None;
                return Vec::new();
            }
            "none" => "",
            typed => typed,
        };
        match times(typed) {
            Ok(times) => {
                self.over = None;
                vec![self.change(StepChange::TimesAYear(times))]
            }
            Err(sentence) => vec![say(sentence)],
        }
    }
}

impl Topic for StepTalk {
    fn opening(&self, here: &Here<'_>) -> Vec<String> {
        let session = here.session;
        let (asked, record) = (
            &session.exercise().steps[self.step.index()],
            session.step(self.step),
        );
        let all = session.steps().len();
        let mut lines = vec![
            format!("Step {} of {all}: {}.", self.step, asked.title),
            asked.task.to_string(),
            "Ask yourself:".to_owned(),
        ];
        lines.extend(asked.hold.iter().map(ToString::to_string));
        let sharing = sharing_words(record.sharing, session);
        let sharing = sharing.map_or(String::new(), |words| format!(", {words}"));
        lines.push(format!("Done: {}{sharing}.", mode_words(record.mode)));
        lines.push(self.minutes_words(here));
        if !record.notes.is_empty() {
            lines.extend(notes_of(record));
        }
        lines
    }

    fn question(&self, here: &Here<'_>) -> Question {
        let record = here.session.step(self.step);
        match &self.over {
            None => {
                let next = if record.revealed.is_some() {
                    "the ratings"
                } else {
                    "rate it"
                };
                let mut more = String::new();
                for (kind, word) in [
                    (EvidenceKind::PhoneClock, ", dial, phone"),
                    (EvidenceKind::Departments, ", departments"),
                    (EvidenceKind::TimesAYear, ", year"),
                ] {
                    if self.takes(here.session, kind) {
                        more.push_str(word);
                    }
                }
                let expected = format!("+ good, - bad, n a note{more}; Enter: {next}");
                Question::new("What do you notice?", expected)
            }
            Some(Over::Note(_)) => Question::new("What was it?", "a few words; Enter: nothing"),
            Some(Over::Kind(_)) => {
                Question::new("Which is it?", "+ good, - bad, n a note; Enter: drop it")
            }
            Some(Over::Phone(phone)) => phone.question(record),
            Some(Over::Departments) => {
                let names: Vec<_> = record
                    .departments
                    .iter()
                    .map(|one| one.name.to_string())
                    .collect();
                let so_far = if names.is_empty() {
                    String::new()
                } else {
                    format!("; so far {}; out 1 takes one out", names.join(", "))
                };
                Question::new(
                    "Which department took part?",
                    format!("its name; Enter: done{so_far}"),
                )
            }
            Some(Over::TimesAYear) => {
                let now = record
                    .times_a_year
                    .map_or("open".to_owned(), |times| times.to_string());
                let expected = format!("such as 400; none; Enter keeps {now}");
                Question::new("How many times a year does this happen?", expected)
            }
        }
    }

    fn hear(&mut self, here: &Here<'_>, line: &str) -> Vec<Want> {
        let record = here.session.step(self.step);
        match &mut self.over {
            None => self.hear_menu(here, line),
            Some(Over::Note(kind)) => {
                let kind = *kind;
                self.over = None;
                if line.is_empty() {
                    return Vec::new();
                }
                noted(self.step, record, kind, line, here.now)
            }
            Some(Over::Kind(text)) => match note_in(line) {
                Some((kind, "")) => {
                    let text = std::mem::take(text);
                    self.over = None;
                    noted(self.step, record, kind, &text, here.now)
                }
                _ if line.is_empty() => {
                    self.over = None;
                    vec![say("Dropped.")]
                }
                _ => vec![not_understood()],
            },
            Some(Over::Phone(phone)) => {
                let (wants, open) = phone.hear(self.step, record, here.now, line);
                if !open {
                    self.over = None;
                }
                wants
            }
            Some(Over::Departments) => self.hear_department(record, line),
            Some(Over::TimesAYear) => self.hear_times(line),
        }
    }

    fn help(&self, here: &Here<'_>) -> Vec<String> {
        let asked = &here.session.exercise().steps[self.step.index()];
        let mut lines = self.opening(here);
        let look_for: Vec<_> = asked.look_for.iter().map(ToString::to_string).collect();
        lines.push(list("Look for", &look_for));
        let words = [
            "+ words: a good surprise; - words: a bad one; n words: a note.",
            "notes: what is noted; out 2: takes the second note out.",
            "live, remembered, imagined: how it was done.",
            "time: how long it takes; more: five more minutes.",
        ];
        lines.extend(words.map(str::to_owned));
        if here.session.company() != Company::Solo {
            lines.push("shared, own: one experience, or each their own.".to_owned());
        }
        for (kind, words) in [
            (
                EvidenceKind::PhoneClock,
                "dial: the stopwatch runs. phone: rings, hold and times of a call that is over.",
            ),
            (EvidenceKind::Departments, "departments: which took part."),
            (
                EvidenceKind::TimesAYear,
                "year: how many times a year it happens.",
            ),
        ] {
            if self.takes(here.session, kind) {
                lines.push(words.to_owned());
            }
        }
        lines
    }

    fn let_go(&mut self) -> bool {
        self.over.take().is_some()
    }

    fn leave(&mut self, here: &Here<'_>) -> Vec<Want> {
        let seconds = self.seconds(here);
        self.since = here.now;
        if seconds == here.session.step(self.step).seconds {
            return Vec::new();
        }
        let change = Change::Step(self.step, StepChange::Seconds(seconds));
        vec![Want::Quietly(change)]
    }
}
