//! The shell around the conversation: reads lines, prints what is said, and saves before it asks again.

use super::input::{Heard, Input};
use super::replay::story;
use super::talk::Talk;
use crate::model::built_in;
use crate::model::exercise::Exercise;
use crate::model::replay::Replay;
use crate::model::session::Session;
use crate::store::exercise_file;
use crate::store::folders::Folders;
use crate::store::samples::samples;
use crate::store::saved::Fingerprint;
use crate::store::saver::{SaveReport, Saver, Target, Unsaved};
use crate::store::shelf::{Access, OpenedSession, Shelf};
use crate::ui::app::Effect;
use crate::ui::run::effects::LAST_SAVE;
use crate::ui::run::ending::rescue;
use crate::ui::run::lister::carry_out as carry_out_tidying;
use crate::ui::run::{NotRun, Start, now};
use crate::ui::terminal::NoTerminal;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::Receiver;

/// The conversation with what it needs outside.
pub(super) struct Shell {
    pub(super) talk: Talk,
    input: Input,
    pub(super) shelf: Shelf,
    pub(super) saver: Option<(Saver, Receiver<SaveReport>)>,
    /// The number of the order that the saver was given last.
    pub(super) given: u64,
    /// The open session's file and what stands in it, once it has one.
    pub(super) left_file: Option<(PathBuf, Option<Fingerprint>)>,
    /// Why the open session is not saved, as it was told last.
    pub(super) unsaved: Option<String>,
    /// Whether the disk has not answered the last time.
    pub(super) is_silent: bool,
    /// Whether people were told that leaving loses something.
    pub(super) is_warned: bool,
}

/// How it ended.
enum Ending {
    /// They left, or no more lines came.
    Left,
    /// This signal.
    Signal(i32),
}

/// Holds the conversation until the people leave, the input ends or the process has to.
///
/// The code is 0 after leaving and at the end of the input, 1 when something could not be saved, 128 and
/// its number after a signal.
///
/// # Panics
/// Never: a test reads every built-in exercise.
pub fn run(start: Start, folders: &Folders) -> Result<ExitCode, NotRun> {
    if let Start::Replay { session, .. } = start {
        return Ok(tell_again(*session));
    }
    let shelf = Shelf::open(folders)?;
    let resumed = match &start {
        Start::Resume(path) => Some(shelf.go_on(path)?),
        _ => None,
    };
    let exercise =
        Exercise::built_in(built_in::FIRST).expect("a test reads every built-in exercise");
    let listing = shelf.list();
    let talk = Talk::new(exercise, listing.headings.clone(), samples(), now())
        .with_exercises(exercise_file::own(folders));
    let mut held = Shell {
        talk,
        input: Input::open().map_err(NoTerminal::Refused)?,
        shelf,
        saver: None,
        given: 0,
        left_file: None,
        unsaved: None,
        is_silent: false,
        is_warned: false,
    };
    let trashed = held.shelf.trashed();
    held.talk.set_trashed(trashed.headings);
    held.tell(trashed.incomplete);
    let away = listing.headings.iter().filter_map(|one| one.newest.clone());
    for newest in away.filter(|newest| !newest.is_there) {
        held.talk.tell(newest.to_string());
    }
    for file in listing.unreadable {
        held.talk.tell(file.problem);
    }
    held.tell(listing.incomplete);
    held.tell(exercise_file::incomplete(folders));
    match (start, resumed) {
        (Start::Create { session, notice }, _) => {
            held.tell(notice);
            held.talk.opened((*session).clone(), None);
            held.carry_out(vec![Effect::Create(session)]);
        }
        (Start::Ask(walk), _) => held.talk.ask_business(walk),
        (_, Some(opened)) => held.show(opened),
        (_, None) => held.talk.greet(),
    }
    let ending = held.converse();
    Ok(held.leave(&ending))
}

/// Tells a past session in the order of its meeting.
fn tell_again(session: Session) -> ExitCode {
    match write(&lines(story(&Replay::of(session)))) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads has enough, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when this fails.
            let _ = writeln!(
                io::stderr(),
                "customer-hat: the output can't be written: {error}"
            );
            ExitCode::FAILURE
        }
    }
}

impl Shell {
    /// Asks and hears, until the end.
    fn converse(&mut self) -> Ending {
        loop {
            let question = self.talk.question();
            if !self.input.seal(question.is_sealed) {
                self.talk
                    .tell("This terminal shows what is typed: look away.".to_owned());
            }
            if self.print(&question.to_string()).is_err() {
                // Whoever read has gone.
                return Ending::Left;
            }
            let heard = self.input.next(question.is_sealed);
            self.talk.set_time(now());
            let effects = match heard {
                Heard::Line(line) => self.talk.hear(&line),
                Heard::End => {
                    self.end();
                    return Ending::Left;
                }
                Heard::Signal(signal) => {
                    self.end();
                    return Ending::Signal(signal);
                }
            };
            if self.carry_out(effects) {
                return Ending::Left;
            }
        }
    }

    pub(super) fn tell(&mut self, notice: Option<String>) {
        if let Some(notice) = notice {
            self.talk.tell(notice);
        }
    }

    /// Prints what was said, then the question. At a terminal the answer stands on its line.
    fn print(&mut self, question: &str) -> io::Result<()> {
        let mut text = lines(self.talk.take_said());
        text.extend(question.chars().filter(|c| !c.is_control()));
        text.push(if self.input.has_terminal() { ' ' } else { '\n' });
        write(&text)
    }

    /// What is kept at the end is saved.
    fn end(&mut self) {
        let effects = self.talk.ending();
        self.carry_out(effects);
        // The question stands there without an answer.
        self.talk.tell(String::new());
    }

    /// Does what is to be done outside, and waits for the disk; true when the people left.
    fn carry_out(&mut self, effects: Vec<Effect>) -> bool {
        let mut has_left = false;
        for effect in effects {
            match effect {
                Effect::Create(session) => {
                    self.start_saver(Target::New(self.shelf.clone()));
                    self.save(session);
                }
                Effect::Save(session, _) => self.save(session),
                Effect::SaveElsewhere(path) => {
                    self.save_elsewhere(path);
                    self.settle();
                }
                Effect::Open(path) => match self.shelf.go_on(&path) {
                    Ok(opened) => self.show(opened),
                    Err(error) => self.talk.tell(error.headline()),
                },
                Effect::Tidy(tidying) => {
                    let told = carry_out_tidying(&self.shelf, tidying);
                    self.talk.tell(told);
                    self.talk.set_trashed(self.shelf.trashed().headings);
                    self.talk.go_home(self.shelf.list().headings);
                }
                Effect::CloseSession => self.close(),
                Effect::Quit => has_left = self.may_leave(),
                // There are no fronts, no settings pane and no keys to stop with here.
                Effect::Report(..)
                | Effect::Replay(_)
                | Effect::Compare(_)
                | Effect::KeepSettings(_)
                | Effect::Suspend => {}
            }
        }
        has_left
    }

    fn show(&mut self, opened: OpenedSession) {
        match opened.access {
            Access::Look(why) => self.talk.opened(opened.session, Some(why)),
            Access::Write { file, notice } => {
                let path = file.path().to_owned();
                self.start_saver(Target::File(file));
                self.talk.opened(opened.session, None);
                self.talk.set_file(&path);
                self.tell(notice);
            }
        }
    }

    /// Leaves the session for Home, once it is saved.
    fn close(&mut self) {
        self.settle();
        if self.unsaved.is_some() {
            self.talk
                .tell("It stays open, for it is not saved yet.".to_owned());
            return;
        }
        if let Some((saver, _)) = self.saver.take() {
            // It has settled.
            drop(saver.finish(LAST_SAVE));
        }
        self.talk.go_home(self.shelf.list().headings);
    }

    /// Whether leaving loses nothing that people have not been told of.
    fn may_leave(&mut self) -> bool {
        self.settle();
        if self.unsaved.is_none() || std::mem::replace(&mut self.is_warned, true) {
            return true;
        }
        self.talk
            .tell("Say quit once more to end all the same.".to_owned());
        false
    }

    /// The last save, and plain words about what could not be saved.
    fn leave(mut self, ending: &Ending) -> ExitCode {
        self.input.seal(false);
        if self.unsaved.is_none() && self.saver.is_some() {
            let farewell = self.talk.farewell();
            self.tell(farewell);
            if self
                .talk
                .session()
                .is_some_and(|session| session.finished().is_none())
            {
                let goes_on = "customer-hat resume --plain goes on here.";
                self.talk.tell(goes_on.to_owned());
            }
        }
        // Whoever read may have gone.
        let _ = write(&lines(self.talk.take_said()));
        let patience = self.patience();
        let unsaved = match self.saver.take() {
            Some((saver, _)) => saver.finish(patience).err(),
            None => self.unsaved.take().map(Unsaved::Failed),
        };
        if let (Some(unsaved), Some(session)) = (&unsaved, self.talk.session()) {
            rescue(session, unsaved, |to| self.note_of(to));
        }
        match (ending, unsaved) {
            (Ending::Signal(signal), _) => ExitCode::from(128 + *signal as u8),
            (Ending::Left, Some(_)) => ExitCode::FAILURE,
            (Ending::Left, None) => ExitCode::SUCCESS,
        }
    }
}

/// What is said, each on a line of its own, and nothing in it but what can be read.
fn lines(said: Vec<String>) -> String {
    said.into_iter().fold(String::new(), |mut text, line| {
        text.extend(line.chars().filter(|c| !c.is_control()));
        text.push('\n');
        text
    })
}

fn write(text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()
}
