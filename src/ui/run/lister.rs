//! Looking at what is there, and putting it in order: in threads of their own, which tell the loop.

use super::effects::aside;
use super::now;
use super::renamed::told_of_names;
use super::stage::{News, Stage};
use crate::model::exercise::Exercise;
use crate::model::heading::Listing;
use crate::model::session::{Earlier, Session};
use crate::store::exercise_file;
use crate::store::folders::Folders;
use crate::store::shelf::Shelf;
use crate::store::trash::{Moved, NotMoved};
use crate::ui::app::carry::sentence;
use crate::ui::events::Happening;
use crate::ui::front::Tidying;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

/// How long the first picture waits for what is there: less than anybody sees.
const FIRST_PICTURE: Duration = Duration::from_millis(30);

/// Looks at what is there while the program begins.
pub(super) struct Lister(Receiver<Found>);

/// How often it is told what is known so far, while a slow disk still reads.
const SO_FAR: Duration = Duration::from_millis(100);

/// How long a new session waits for the names of the files that are there.
const NAMES: Duration = Duration::from_millis(100);

/// What is there when the program begins.
pub(super) struct Found {
    /// Whether that is all.
    pub(super) is_all: bool,
    /// The sessions.
    pub(super) listing: Listing,
    /// The user's own exercises.
    pub(super) exercises: Vec<Exercise>,
    /// Why there may be more in the trash or more exercises, a sentence.
    pub(super) hidden: Option<String>,
}

impl Lister {
    /// Begins to look.
    pub(super) fn start(shelf: &Shelf, folders: &Folders) -> Self {
        let (sender, found) = mpsc::channel();
        let here = sender.clone();
        let (sessions, own) = (shelf.clone(), folders.clone());
        let started = aside("lister", move || look_around(&sessions, &own, &sender));
        if started.is_err() {
            // Where no thread can be had, everything waits for it.
            look_around(shelf, folders, &here);
        }
        Self(found)
    }
}

/// Tells what is there, as far as it is known, until it is known whole.
fn look_around(shelf: &Shelf, folders: &Folders, sender: &Sender<Found>) {
    // Where nobody listens any more, there is nobody to tell.
    let tell = |found| drop(sender.send(found));
    let listing = shelf.list_piecemeal(SO_FAR, |so_far| {
        tell(Found {
            is_all: false,
            listing: so_far,
            exercises: Vec::new(),
            hidden: None,
        });
    });
    let trashed = shelf.trashed();
    let hidden = trashed.incomplete.clone();
    tell(Found {
        is_all: true,
        hidden: hidden.or_else(|| exercise_file::incomplete(folders)),
        listing: Listing { trashed, ..listing },
        exercises: exercise_file::own(folders),
    });
}

impl Stage {
    /// Shows what is there as soon as it is known: in the first picture of Home, when it is known at once.
    pub(super) fn hear_of_listing(&mut self, lister: Lister) {
        let patience = match self.app.session() {
            None => FIRST_PICTURE,
            Some(_) => Duration::ZERO,
        };
        if let Ok(found) = lister.0.recv_timeout(patience) {
            let is_all = found.is_all;
            self.hear(News::Found(Box::new(found)));
            if is_all {
                return;
            }
        }
        let sender = self.happenings.sender();
        let later = move || {
            while let Ok(found) = lister.0.recv() {
                drop(sender.send(Happening::App(News::Found(Box::new(found)))));
            }
        };
        if let Err(error) = aside("lister", later) {
            self.app
                .tell(format!("What is there can't be looked at: {error}."));
        }
    }

    /// The rounds of a session's business, as the names of the files tell them at once; none where the disk does not
    /// answer at once.
    pub(super) fn rounds_by_name(&self, session: &Session) -> Vec<Earlier> {
        let (sender, rounds) = mpsc::channel();
        let sessions = self.shelf.clone();
        let (business, walk) = (session.business().clone(), session.walk());
        let look = move || drop(sender.send(sessions.rounds_by_name(&business, walk)));
        match aside("names", look) {
            Ok(()) => rounds.recv_timeout(NAMES).unwrap_or_default(),
            Err(_) => Vec::new(),
        }
    }

    /// Puts the sessions' files in order, then looks again at what is there.
    pub(super) fn tidy(&mut self, wanted: Tidying) {
        if std::mem::replace(&mut self.order.is_tidied, true) {
            self.app
                .tell("One moment: the last thing is still being done.".to_owned());
            return;
        }
        let (sessions, sender) = (self.shelf.clone(), self.happenings.sender());
        let started = aside("tidier", move || {
            let told = carry_out(&sessions, wanted);
            let listing = Box::new(sessions.list_all());
            drop(sender.send(Happening::App(News::Tidied(told, listing))));
        });
        if let Err(error) = started {
            self.order.is_tidied = false;
            self.app.tell(format!("It could not be done: {error}."));
        }
    }
}

/// Does it, and says in a sentence how it went.
pub fn carry_out(shelf: &Shelf, tidying: Tidying) -> String {
    match tidying {
        Tidying::ToTrash(paths) => {
            let moved = each(&paths, |path| shelf.to_trash(path));
            told(
                &moved,
                "In the trash, from where it can be taken back",
                "in the trash",
            )
        }
        Tidying::TakeBack(paths) => {
            let moved = each(&paths, |path| shelf.take_back(path));
            told(&moved, "It is back", "back")
        }
        Tidying::Rename { from, to } => match shelf.rename_business(&from, &to, now()) {
            Ok(renamed) => told_of_names(&renamed, to.as_str()),
            Err(not) => sentence(&not.to_string()),
        },
    }
}

type Outcome = Result<Moved, NotMoved>;

fn each(paths: &[PathBuf], work: impl Fn(&PathBuf) -> Outcome) -> Vec<Outcome> {
    paths.iter().map(work).collect()
}

fn told(outcomes: &[Outcome], one: &str, many: &str) -> String {
    let moved: Vec<&Moved> = outcomes.iter().flatten().collect();
    let mut told = match (outcomes.len(), moved.len()) {
        (_, 0) => String::new(),
        (1, _) => format!("{one}."),
        (all, done) if done == all => format!("All {all} are {many}."),
        (all, done) => format!("{done} of {all} are {many}."),
    };
    for moved in &moved {
        if many == "back" && moved.renamed {
            let name = moved.path.file_name().unwrap_or_default();
            let name = crate::store::visible::shown(name);
            let _ = write!(
                told,
                " Its name was given away meanwhile: it is {name} now."
            );
        }
    }
    if moved.iter().any(|moved| !moved.confirmed) {
        told.push_str(" The disk did not confirm it.");
    }
    for error in outcomes.iter().filter_map(|outcome| outcome.as_ref().err()) {
        let _ = write!(told, " {}", sentence(&error.to_string()));
    }
    told.trim_start().to_owned()
}
