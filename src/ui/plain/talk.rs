//! The conversation: lines come in, what is said and what is to be done go out. It touches neither disk
//! nor terminal, so that a whole workshop can be held in a test.

use super::help::{self, Word};
use super::home::{Home, HomeSays};
use super::people::People;
use super::topic::{Here, Question, Topic};
use super::topics;
use crate::model::change::Change;
use crate::model::exercise::Exercise;
use crate::model::heading::Heading;
use crate::model::moment::Moment;
use crate::model::place::Place;
use crate::model::session::{Session, Walk};
use crate::model::text::CleanText;
use crate::ui::app::carry::sentence;
use crate::ui::app::{Effect, Urgency};
use crate::ui::screen::Want;
use crate::ui::undo::UndoStack;
use std::path::{Path, PathBuf};

/// A session that is open.
struct Open {
    session: Session,
    topic: Box<dyn Topic>,
    /// The people, asked about over any topic.
    people: Option<People>,
    undo: UndoStack,
    read_only: Option<String>,
    file: String,
}

impl Open {
    fn parts(&mut self, now: Moment) -> (Here<'_>, &mut dyn Topic) {
        let here = Here {
            session: &self.session,
            now,
            file: &self.file,
        };
        match &mut self.people {
            Some(people) => (here, people),
            None => (here, self.topic.as_mut()),
        }
    }
}

/// The conversation.
pub struct Talk {
    now: Moment,
    home: Home,
    open: Option<Box<Open>>,
    said: Vec<String>,
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
        let here = Here {
            session: &session,
            now: self.now,
            file: "",
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
        }));
    }

    /// Where the open session's file is.
    pub fn set_file(&mut self, path: &Path) {
        if let Some(open) = &mut self.open {
            CleanText::from_file(path.display().to_string())
                .as_str()
                .clone_into(&mut open.file);
        }
    }

    /// A sentence about something outside the session.
    pub fn tell(&mut self, words: String) {
        self.said.push(words);
    }

    /// Home, with what is there to go on with, seen anew.
    pub fn go_home(&mut self, headings: Vec<Heading>) {
        self.open = None;
        self.home.set_headings(headings);
        self.greet();
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
        let line = CleanText::typed(line);
        let line = line.as_str();
        match help::word(line) {
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
            HomeSays::Create(session) => {
                self.opened((*session).clone(), None);
                vec![Effect::Create(session)]
            }
            HomeSays::Open(path) => vec![Effect::Open(path)],
            HomeSays::Show(session) => {
                let why = "A sample, only to look at: nothing is saved.".to_owned();
                self.opened(*session, Some(why));
                Vec::new()
            }
            HomeSays::Words(words) => {
                self.said.extend(words);
                Vec::new()
            }
        }
    }

    fn help(&mut self) {
        let now = self.now;
        let own = match &mut self.open {
            None => Vec::new(),
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

    fn back(&mut self) -> Vec<Effect> {
        let Some(open) = &mut self.open else {
            self.home.let_go();
            self.greet();
            return Vec::new();
        };
        if open.people.take().is_some() || open.topic.let_go() {
            return Vec::new();
        }
        if open.session.previous_place().is_none() {
            self.said
                .push("This is the first page. home leads to Home.".to_owned());
            return Vec::new();
        }
        self.carry_out(vec![Want::Back])
    }

    fn undo(&mut self) -> Vec<Effect> {
        let now = self.now;
        let Some(open) = &mut self.open else {
            self.said
                .push("There is nothing to take back here.".to_owned());
            return Vec::new();
        };
        if open.topic.let_go() {
            self.said.push("Taken back.".to_owned());
            return Vec::new();
        }
        let from = open.session.place();
        match open.undo.undo(&mut open.session, now) {
            None => {
                self.said
                    .push("There is nothing to take back here.".to_owned());
                Vec::new()
            }
            Some(name) => {
                self.said.push(format!("Taken back: {name}."));
                let moved = open.session.place() != from;
                self.rebuild(moved);
                self.save()
            }
        }
    }

    fn carry_out(&mut self, wants: Vec<Want>) -> Vec<Effect> {
        let mut is_changed = false;
        let mut effects = Vec::new();
        for want in wants {
            match want {
                Want::Change(change) => is_changed |= self.change(change, true),
                Want::Quietly(change) => is_changed |= self.change(change, false),
                Want::Next => is_changed |= self.go(Session::next_place),
                Want::Back => is_changed |= self.go(Session::previous_place),
                Want::Go(place) => is_changed |= self.go(|_| Some(place)),
                Want::Notice(words) => self.said.push(words),
                Want::Undo => effects.extend(self.undo()),
                Want::Home => effects.extend(self.leave_with(Effect::CloseSession)),
            }
        }
        let save = if is_changed { self.save() } else { Vec::new() };
        save.into_iter().chain(effects).collect()
    }

    /// Makes a change; what was begun on the screens and not finished goes with it. True if it was made.
    fn change(&mut self, change: Change, undoable: bool) -> bool {
        let Some(open) = &mut self.open else {
            return false;
        };
        if open.read_only.is_some() && !matches!(change, Change::Go(_)) {
            if undoable {
                self.said.extend(open.read_only.clone());
            }
            return false;
        }
        match open
            .undo
            .apply(&mut open.session, change, undoable, self.now)
        {
            Ok(()) => {
                if undoable && open.session.draft().is_some() {
                    // A draft can always be let go.
                    let _ = open.session.apply(Change::Draft(None), self.now);
                }
                true
            }
            Err(refused) => {
                self.said.push(sentence(&refused.to_string()));
                false
            }
        }
    }

    fn go(&mut self, to: impl Fn(&Session) -> Option<Place>) -> bool {
        let Some(place) = self.session().and_then(to) else {
            return false;
        };
        self.keep_what_is_left();
        let went = self.change(Change::Go(place), false);
        if went {
            self.rebuild(true);
        }
        went
    }

    /// What a topic keeps when it is left; true if it was anything.
    fn keep_what_is_left(&mut self) -> bool {
        let now = self.now;
        let Some(open) = &mut self.open else {
            return false;
        };
        let here = Here {
            session: &open.session,
            now,
            file: &open.file,
        };
        let wants = open.topic.leave(&here);
        let mut is_changed = false;
        for want in wants {
            if let Want::Quietly(change) = want {
                is_changed |= self.change(change, false);
            }
        }
        is_changed
    }

    /// The topic for the place where the session stands now; said anew where it moved.
    fn rebuild(&mut self, moved: bool) {
        let now = self.now;
        let Some(open) = &mut self.open else { return };
        let here = Here {
            session: &open.session,
            now,
            file: &open.file,
        };
        open.topic = topics::at(&here);
        if moved {
            self.said.push(String::new());
            self.said.extend(open.topic.opening(&here));
        }
    }

    fn leave_with(&mut self, last: Effect) -> Vec<Effect> {
        let mut effects = if self.keep_what_is_left() {
            self.save()
        } else {
            Vec::new()
        };
        effects.push(last);
        effects
    }

    fn save(&self) -> Vec<Effect> {
        let open = self.open.as_ref().filter(|open| open.read_only.is_none());
        open.map(|open| Effect::Save(Box::new(open.session.clone()), Urgency::Now))
            .into_iter()
            .collect()
    }
}
