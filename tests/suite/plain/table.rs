//! A table: the conversation without disk and terminal, on a clock that stands still.

use crate::stage::{moment, session_in};
use customer_hat::model::change::Change;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::heading::Heading;
use customer_hat::model::name_key::same_name;
use customer_hat::model::place::Place;
use customer_hat::model::session::Session;
use customer_hat::store::session_file::text_of;
use customer_hat::ui::app::{Effect, Tidying};
use customer_hat::ui::plain::Talk;
use std::path::PathBuf;

/// The conversation, what a disk would hold of it, and all that was said.
pub struct Table {
    talk: Talk,
    files: Vec<String>,
    /// The numbers of the files that lie in the trash.
    trash: Vec<usize>,
    open: Option<usize>,
    said: String,
    has_quit: bool,
}

impl Table {
    /// At Home, with nothing there yet.
    pub fn at_home() -> Self {
        let mut table = Self {
            talk: talk(&[]),
            files: Vec::new(),
            trash: Vec::new(),
            open: None,
            said: String::new(),
            has_quit: false,
        };
        table.talk.greet();
        table.note_down();
        table
    }

    /// Hears these lines.
    pub fn hears(&mut self, lines: &[String]) {
        for line in lines {
            let effects = self.talk.hear(line);
            self.carry_out(effects);
            self.note_down();
        }
    }

    /// The input ends.
    pub fn ends(&mut self) {
        let effects = self.talk.ending();
        self.carry_out(effects);
    }

    /// Another table, where the program has come back to the session that is open here.
    pub fn resumed(&self) -> Option<Self> {
        let open = self.open?;
        let mut table = Self {
            talk: talk(&self.files),
            files: self.files.clone(),
            trash: self.trash.clone(),
            open: Some(open),
            said: String::new(),
            has_quit: false,
        };
        table.talk.opened(session_in(&self.files[open]), None);
        table.note_down();
        Some(table)
    }

    /// All that was said so far, with every question.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// The same, and begins anew.
    pub fn take_said(&mut self) -> String {
        std::mem::take(&mut self.said)
    }

    /// The question that is open.
    pub fn question(&mut self) -> String {
        self.talk.question().to_string()
    }

    /// Whether what is answered now must not be seen.
    pub fn is_sealed(&mut self) -> bool {
        self.talk.question().is_sealed
    }

    /// The session that is open.
    pub fn session(&self) -> Option<&Session> {
        self.talk.session()
    }

    /// Where it stands.
    pub fn place(&self) -> Option<Place> {
        self.session().map(Session::place)
    }

    /// The session in the file made as the `nth` one, from 1.
    pub fn file(&self, nth: usize) -> Session {
        session_in(&self.files[nth - 1])
    }

    /// Whether the people left.
    pub fn has_quit(&self) -> bool {
        self.has_quit
    }

    fn note_down(&mut self) {
        for line in self.talk.take_said() {
            self.said.push_str(&line);
            self.said.push('\n');
        }
        let question = self.question();
        self.said.push_str(&question);
        self.said.push('\n');
    }

    /// As the store does it, without locks.
    fn tidy(&mut self, tidying: Tidying) {
        let number = |path: &PathBuf| path.to_str().unwrap().parse().unwrap();
        match tidying {
            Tidying::ToTrash(paths) => self.trash.extend(paths.iter().map(number)),
            Tidying::TakeBack(paths) => {
                let back: Vec<usize> = paths.iter().map(number).collect();
                self.trash.retain(|nth| !back.contains(nth));
            }
            Tidying::Rename { from, to } => {
                for text in &mut self.files {
                    let mut session = session_in(text);
                    if same_name(session.business(), &from) {
                        let change = Change::RenameBusiness(to.clone());
                        session.apply(change, moment(0)).unwrap();
                        *text = text_of(&session).unwrap();
                    }
                }
            }
        }
        self.go_home();
    }

    fn go_home(&mut self) {
        let (trashed, there) = headings(&self.files).into_iter().partition(|heading| {
            let nth = heading.path.to_str().unwrap().parse().unwrap();
            self.trash.contains(&nth)
        });
        self.talk.set_trashed(trashed);
        self.talk.go_home(there);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Create(session) => {
                    self.open = Some(self.files.len());
                    self.files.push(text_of(&session).unwrap());
                }
                Effect::Save(session, _) => {
                    let open = self.open.expect("only an open session is saved");
                    self.files[open] = text_of(&session).unwrap();
                    assert_eq!(session_in(&self.files[open]), *session);
                }
                Effect::Open(path) => {
                    let nth: usize = path.to_str().unwrap().parse().unwrap();
                    self.open = Some(nth);
                    self.talk.opened(session_in(&self.files[nth]), None);
                }
                Effect::CloseSession => {
                    self.open = None;
                    self.go_home();
                }
                Effect::Tidy(tidying) => self.tidy(tidying),
                Effect::Quit => self.has_quit = true,
                _ => {}
            }
        }
    }
}

fn talk(files: &[String]) -> Talk {
    let exercise = Exercise::built_in("role-reversal").unwrap();
    let samples = customer_hat::store::samples::samples();
    Talk::new(exercise, headings(files), samples, moment(0))
}

fn headings(files: &[String]) -> Vec<Heading> {
    let numbered = files.iter().enumerate();
    let heading = |(nth, text): (usize, &String)| {
        Heading::of(&session_in(text), PathBuf::from(nth.to_string()))
    };
    numbered.map(heading).rev().collect()
}
