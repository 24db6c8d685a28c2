//! The worker of the saver: one thread, one open file, the newest session.

use super::{Pace, SaveReport, Target, Unsaved};
use crate::model::session::Session;
use crate::store::open_file::OpenFile;
use crate::store::save::{SaveError, Why};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

/// What the worker is told.
pub(super) enum Order {
    Save(Box<Session>),
    SaveSoon(Box<Session>),
    SaveElsewhere(PathBuf),
    Settle(Settled),
}

/// Called in the worker's thread once it has saved, or failed to.
pub(super) type Settled = Box<dyn FnOnce(Result<(), Unsaved>) + Send>;

/// What ends the worker's waiting.
enum Next {
    Order(Order),
    /// It is time to save.
    Due,
    /// Nobody orders any more.
    Over,
}

/// The worker: the open file, and what is to be saved in it.
pub(super) struct Worker<F> {
    target: Target,
    pace: Pace,
    tell: F,
    /// The session given last.
    newest: Option<Box<Session>>,
    /// When it is to be saved, if it is not yet.
    due: Option<Instant>,
    /// Why the last save failed, if it did.
    failed: Option<String>,
    /// The notice told last: a slow disk is told of once, not at every answer.
    told: Option<String>,
}

impl<F: Fn(SaveReport)> Worker<F> {
    pub(super) fn new(target: Target, pace: Pace, tell: F) -> Self {
        Self {
            target,
            pace,
            tell,
            newest: None,
            due: None,
            failed: None,
            told: None,
        }
    }

    /// Saves what it is told to until nobody tells it any more.
    pub(super) fn run(mut self, orders: &Receiver<Order>) {
        loop {
            let first = match self.wait(orders) {
                Next::Order(order) => Some(order),
                Next::Due => None,
                Next::Over => break,
            };
            let mut waiting = Vec::new();
            for order in first.into_iter().chain(orders.try_iter()) {
                self.take(order, &mut waiting);
            }
            let is_due = self.due.is_some_and(|due| due <= Instant::now());
            if is_due || (self.due.is_some() && !waiting.is_empty()) {
                self.save();
            }
            let settled = match &self.failed {
                Some(why) => Err(Unsaved::Failed(why.clone())),
                None => Ok(()),
            };
            for then in waiting {
                then(settled.clone());
            }
        }
        if self.due.is_some() {
            self.save();
        }
    }

    /// Waits for an order, or until it is time to save.
    fn wait(&self, orders: &Receiver<Order>) -> Next {
        let Some(due) = self.due else {
            return orders.recv().map_or(Next::Over, Next::Order);
        };
        match orders.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Ok(order) => Next::Order(order),
            Err(RecvTimeoutError::Timeout) => Next::Due,
            Err(RecvTimeoutError::Disconnected) => Next::Over,
        }
    }

    fn take(&mut self, order: Order, waiting: &mut Vec<Settled>) {
        match order {
            Order::Save(session) => {
                self.newest = Some(session);
                self.due = Some(Instant::now());
            }
            Order::SaveSoon(session) => {
                self.newest = Some(session);
                self.due
                    .get_or_insert_with(|| Instant::now() + self.pace.draft);
            }
            Order::SaveElsewhere(path) => self.move_to(path),
            Order::Settle(then) => waiting.push(then),
        }
    }

    fn save(&mut self) {
        let Some(session) = &self.newest else {
            self.due = None;
            return;
        };
        let done = match &mut self.target {
            Target::File(file) => file.save(session),
            Target::New(sessions) => sessions
                .create(session)
                .map(|file| self.target = Target::File(file)),
        };
        self.report(done);
    }

    fn move_to(&mut self, path: PathBuf) {
        let Some(session) = &self.newest else {
            let why = Why::Other("there is nothing to save yet".to_owned());
            return (self.tell)(SaveReport::NotSaved(sentence(&SaveError { path, why })));
        };
        let made = if path.is_dir() {
            OpenFile::create_in(&path, session)
        } else {
            OpenFile::create(&path, session)
        };
        match made {
            Ok(file) => {
                self.target = Target::File(file);
                self.report(Ok(()));
            }
            // The file it had may be in order; only the answer to this wish is no.
            Err(error) => (self.tell)(SaveReport::NotSaved(sentence(&error))),
        }
    }

    fn report(&mut self, done: Result<(), SaveError>) {
        self.failed = done.err().map(|error| sentence(&error));
        self.due = self
            .failed
            .is_some()
            .then(|| Instant::now() + self.pace.retry);
        let report = match (&self.failed, &self.target) {
            (Some(why), _) => SaveReport::NotSaved(why.clone()),
            (None, Target::New(_)) => return,
            (None, Target::File(file)) => {
                let notice = file.notice();
                let news = notice.clone().filter(|_| notice != self.told);
                self.told = notice;
                SaveReport::Saved {
                    path: file.path().to_owned(),
                    notice: news,
                }
            }
        };
        (self.tell)(report);
    }
}

/// The error as a sentence for the screen.
fn sentence(error: &SaveError) -> String {
    format!("{error}.")
}
