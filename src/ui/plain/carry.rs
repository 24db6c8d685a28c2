//! How the conversation carries out what its topics want: changes, places, undo, and what is to be saved.

use super::talk::Talk;
use super::topic::Here;
use super::topics;
use crate::model::change::Change;
use crate::model::place::Place;
use crate::model::session::Session;
use crate::ui::app::carry::sentence;
use crate::ui::app::{Effect, Urgency};
use crate::ui::screen::Want;

/// How a report is had here.
const REPORT: &str =
    "Leave, and `customer-hat report last` prints a report. With --output FILE it goes to a file.";

impl Talk {
    pub(super) fn back(&mut self) -> Vec<Effect> {
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

    pub(super) fn undo(&mut self) -> Vec<Effect> {
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

    pub(super) fn carry_out(&mut self, wants: Vec<Want>) -> Vec<Effect> {
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
                // The command line reports in words that a screen reader reads.
                Want::Report => self.said.push(REPORT.to_owned()),
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
            last_time: &open.last_time,
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
            last_time: &open.last_time,
        };
        open.topic = topics::at(&here);
        if moved {
            self.said.push(String::new());
            self.said.extend(open.topic.opening(&here));
        }
    }

    pub(super) fn leave_with(&mut self, last: Effect) -> Vec<Effect> {
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
