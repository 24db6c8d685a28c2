//! The loop of the second terminal: sights and keys in, a picture out, then it waits.

use super::book::Notebook;
use crate::store::folders::Folders;
use crate::store::follow::{Sight, Watching, Whom, follow};
use crate::ui::big_text::BigLetters;
use crate::ui::events::{self, Happening};
use crate::ui::run::{NotRun, looks, now};
use crate::ui::terminal::{Depth, NoTerminal, Surroundings, can_be_continued};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::process::ExitCode;
use std::time::Duration;

/// Shows the notes to a session until the facilitator leaves. It writes nothing.
///
/// The code is 0 after leaving, 128 and its number after a signal.
pub fn run(whom: Whom, folders: &Folders, surroundings: &Surroundings) -> Result<ExitCode, NotRun> {
    surroundings.check()?;
    let depth = Depth::detect(surroundings);
    // The theme of the settings, as in the other window; what is wrong with them is told there.
    let (set, themes, _) = looks(folders, depth, surroundings);
    let mut book = Notebook::new(themes.current().clone(), now());
    let mut letters = BigLetters::new(surroundings);
    book.let_be_large(letters.are_used(set.big_text));
    let mut asks_name = surroundings.may_answer() && letters.wants_name();
    let (mut terminal, happenings) = events::open::<Sight>(surroundings, depth)?;
    let sender = happenings.sender();
    let tell = move |sight| sender.send(Happening::App(sight)).is_ok();
    follow(whom, Watching::BySystem, tell).map_err(NoTerminal::from)?;
    loop {
        let (moment, into_second) = clock();
        book.set_time(moment);
        let painted = terminal.paint(|area, buf| {
            book.draw(area, buf);
            None
        });
        // The first frame stands before anything is asked; nobody waits for the answer.
        let asked = painted.and_then(|_| {
            if !std::mem::take(&mut asks_name) {
                return Ok(());
            }
            terminal.ask_name()
        });
        if asked.is_err() {
            return Ok(ExitCode::from(events::End::HungUp.code()));
        }
        let mut next = match book.wakes_in(into_second) {
            Some(millis) => happenings.next_within(Duration::from_millis(millis)),
            None => Some(happenings.next()),
        };
        // A burst is answered with one frame.
        while let Some(happening) = next {
            match happening {
                Happening::Keys(keys) => {
                    for key in keys {
                        if is_stop(key) {
                            if can_be_continued() && terminal.suspend().is_err() {
                                return Ok(ExitCode::from(events::End::HungUp.code()));
                            }
                        } else if book.press(key) {
                            return Ok(ExitCode::SUCCESS);
                        }
                    }
                }
                Happening::Name(name) => {
                    letters.tell_name(&name);
                    book.let_be_large(letters.are_used(set.big_text));
                }
                Happening::App(sight) => book.see(sight),
                Happening::WorkerFailed(mistake) => book.see(Sight::Damaged(format!(
                    "A part of the program made a mistake: {mistake}"
                ))),
                Happening::End(end) => {
                    happenings.answer_end();
                    terminal.restore();
                    return Ok(ExitCode::from(end.code()));
                }
                Happening::Suspend => {
                    if terminal.suspend().is_err() {
                        return Ok(ExitCode::from(events::End::HungUp.code()));
                    }
                }
                Happening::Continued => {
                    if terminal.continued().is_err() {
                        return Ok(ExitCode::from(events::End::HungUp.code()));
                    }
                }
                Happening::Paste(_) | Happening::Resized | Happening::Ground(_) => {}
            }
            next = happenings.next_waiting();
        }
    }
}

/// Whether a key asks the program to stop.
fn is_stop(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('z') && key.modifiers.contains(KeyModifiers::CONTROL)
}

/// The clock on the wall, and how many milliseconds have gone of its second.
fn clock() -> (crate::model::moment::Moment, u64) {
    let into_second = jiff::Timestamp::now().subsec_millisecond();
    (now(), u64::try_from(into_second).unwrap_or(0))
}
