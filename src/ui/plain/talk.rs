//! The conversation: lines come in, what is said and what is to be done go out. It touches neither disk
//! nor terminal, so that a whole workshop can be held in a test.

use super::help::{self, Word};
use super::home::{Home, HomeSays};
use super::people::People;
use super::topic::{Here, Question, Topic};
use super::topics;
use crate::model::exercise::Exercise;
use crate::model::heading::Heading;
use crate::model::last_time::people_of_last_time;
use crate::model::moment::Moment;
use crate::model::person::Person;
use crate::model::place::Place;
use crate::model::session::{Session, Walk};
use crate::model::text::CleanText;
use crate::model::text::file_name::as_text;
use crate::ui::app::Effect;
use crate::ui::farewell::farewell;
use crate::ui::undo::UndoStack;
use std::path::{Path, PathBuf};

/// A session that is open.
pub(super) struct Open {
    pub(super) session: Session,
    pub(super) topic: Box<dyn Topic>,
    /// The people, asked about over any topic.
    pub(super) people: Option<People>,
    pub(super) undo: UndoStack,
    pub(super) read_only: Option<String>,
    pub(super) file: String,
    /// Who took part in the round before.
    pub(super) last_time: Vec<Person>,
}

impl Open {
    fn parts(&mut self, now: Moment) -> (Here<'_>, &mut dyn Topic) {
        let here = Here {
            session: &self.session,
            now,
            file: &self.file,
            last_time: &self.last_time,
        };
        match &mut self.people {
            Some(people) => (here, people),
            None => (here, self.topic.as_mut()),
        }
    }
}

/// The conversation.
pub struct Talk {
    pub(super) now: Moment,
    pub(super) home: Home,
    pub(super) open: Option<Box<Open>>,
    pub(super) said: Vec<String>,
}

impl Talk {
    /// At Home, with the exercise that a new session asks, the sessions there are, the newest first, and
    /// samples for when there are none.
    pub fn new(
        exercise: Exercise,
        headings: Vec<Heading>,
        samples: Vec<(String, Session)>,
        now: Moment,
    ) -> Self {
        Self {
            now,
            home: Home::new(exercise, headings, samples),
            open: None,
            said: Vec::new(),
        }
    }

    /// With the user's own exercises: a next round may ask one of them.
    pub fn with_exercises(mut self, own: Vec<Exercise>) -> Self {
        self.home.learn_exercises(own);
        self
    }

    /// Says what Home has to choose from.
    pub fn greet(&mut self) {
        self.said.extend(self.home.opening());
    }

    /// Asks at once which business it is for.
    pub fn ask_business(&mut self, walk: Walk) {
        self.home.ask_business(walk);
    }

    /// Tells the time. Everything that is heard next is heard then.
    pub fn set_time(&mut self, now: Moment) {
        self.now = now;
    }

    /// The session that is open, if one is.
    pub fn session(&self) -> Option<&Session> {
        self.open.as_ref().map(|open| &open.session)
    }

    /// A session was opened; `read_only` says why it can only be looked at, if so.
    pub fn opened(&mut self, session: Session, read_only: Option<String>) {
        self.said.push(super::words::heading_of(&session));
        self.said.extend(read_only.clone());
        let last_time = people_of_last_time(&session, self.home.headings());
        let here = Here {
            session: &session,
            now: self.now,
            file: "",
            last_time: &last_time,
        };
        let topic = topics::at(&here);
        self.said.extend(topic.opening(&here));
        if let Some(draft) = session.draft() {
            let begun = format!("Begun, and not finished: \"{}\"", draft.text);
            self.said.push(begun);
        }
        self.open = Some(Box::new(Open {
            session,
            topic,
            people: None,
            undo: UndoStack::default(),
            read_only,
            file: String::new(),
            last_time,
        }));
    }

    /// Where the open session's file is.
    pub fn set_file(&mut self, path: &Path) {
        if let Some(open) = &mut self.open {
            CleanText::from_file(as_text(path))
                .as_str()
                .clone_into(&mut open.file);
        }
    }

    /// Thanks, and where the open session's file is; none where nothing of it is kept.
    pub fn farewell(&self) -> Option<String> {
        let open = self.open.as_ref()?;
        let is_kept = open.read_only.is_none();
        farewell(&open.session, &open.file).filter(|_| is_kept)
    }

    /// A sentence about something outside the session.
    pub fn tell(&mut self, words: String) {
        self.said.push(words);
    }

    /// Home, with what is there to go on with, seen anew.
    pub fn go_home(&mut self, headings: Vec<Heading>) {
        let farewell = self.farewell();
        self.said.extend(farewell);
        self.open = None;
        self.home.set_headings(headings);
        self.greet();
    }

    /// What lies in the trash, seen anew.
    pub fn set_trashed(&mut self, trashed: Vec<Heading>) {
        self.home.set_trashed(trashed);
    }

    /// What was said since it was last asked for, a line each.
    pub fn take_said(&mut self) -> Vec<String> {
        std::mem::take(&mut self.said)
    }

    /// The question that is open.
    pub fn question(&mut self) -> Question {
        let now = self.now;
        match &mut self.open {
            None => self.home.question(),
            Some(open) => {
                let (here, topic) = open.parts(now);
                topic.question(&here)
            }
        }
    }

    /// Hears a line and says what is to be done outside.
    pub fn hear(&mut self, line: &str) -> Vec<Effect> {
        // What a line changes is taken back together.
        if let Some(open) = &mut self.open {
            open.undo.press();
        }
        let every_sign = self.hears_every_sign();
        let typed = if every_sign { not_erased(line) } else { line };
        let clean = CleanText::typed(typed);
        let line = if every_sign {
            typed.trim_matches([' ', '\t'])
        } else {
            clean.as_str()
        };
        match help::word(clean.as_str()) {
            Some(Word::Help) => self.help(),
            Some(Word::Back) => return self.back(),
            Some(Word::Undo) => return self.undo(),
            Some(Word::People) => self.people(),
            Some(Word::Home) if self.open.is_some() => {
                return self.leave_with(Effect::CloseSession);
            }
            Some(Word::Home) => self.greet(),
            Some(Word::Quit) => return self.leave_with(Effect::Quit),
            Some(Word::Save(path)) if self.open.is_some() => {
                return vec![Effect::SaveElsewhere(PathBuf::from(path))];
            }
            // No sign may be lost of an answer that nobody sees.
            Some(Word::Save(_)) | None if every_sign => return self.answer(line),
            Some(Word::Save(_)) | None => {
                return self.answer(line.strip_prefix('\\').unwrap_or(line));
            }
        }
        Vec::new()
    }

    /// The conversation ends: what a topic keeps is saved.
    pub fn ending(&mut self) -> Vec<Effect> {
        self.leave_with(Effect::Quit)
    }

    fn hears_every_sign(&self) -> bool {
        let open = self.open.as_ref();
        open.is_some_and(|open| open.people.is_none() && open.topic.hears_every_sign())
    }

    fn answer(&mut self, line: &str) -> Vec<Effect> {
        let now = self.now;
        let Some(open) = &mut self.open else {
            let says = self.home.hear(line, now);
            return self.carry_out_home(says);
        };
        let (here, topic) = open.parts(now);
        let wants = topic.hear(&here, line);
        if open.people.as_ref().is_some_and(People::is_done) {
            open.people = None;
        }
        self.carry_out(wants)
    }

    fn carry_out_home(&mut self, says: HomeSays) -> Vec<Effect> {
        match says {
            HomeSays::Create(session, notice) => {
                self.opened((*session).clone(), None);
                self.said.extend(notice);
                vec![Effect::Create(session)]
            }
            HomeSays::Open(path) => vec![Effect::Open(path)],
            HomeSays::Show(session) => {
                let why = "A sample, only to look at: nothing is saved.".to_owned();
                self.opened(*session, Some(why));
                Vec::new()
            }
            HomeSays::Tidy(tidying) => vec![Effect::Tidy(tidying)],
            HomeSays::Words(words) => {
                self.said.extend(words);
                Vec::new()
            }
        }
    }

    fn help(&mut self) {
        let now = self.now;
        let own = match &mut self.open {
            None => self.home.help(),
            Some(open) => {
                let (here, topic) = open.parts(now);
                topic.help(&here)
            }
        };
        self.said.extend(own);
        self.said.extend(help::everywhere(self.open.is_some()));
    }

    fn people(&mut self) {
        let now = self.now;
        let Some(open) = &mut self.open else {
            self.said.push("No session is open.".to_owned());
            return;
        };
        if open.session.place() != Place::People {
            open.people = Some(People::over());
        }
        let (here, topic) = open.parts(now);
        let opening = topic.opening(&here);
        self.said.extend(opening);
    }
}

/// What stands behind the last Backspace of a line: it takes back all before it.
fn not_erased(line: &str) -> &str {
    let erased = line.rfind(['\u{8}', '\u{7f}']);
    erased.map_or(line, |at| &line[at + 1..])
}
