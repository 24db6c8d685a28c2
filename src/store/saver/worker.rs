//! The worker of the saver: one thread, one open file, the newest session.

use super::{Pace, SaveReport, Target, Unsaved};
use crate::model::session::Session;
use crate::store::disk::Disk;
use crate::store::disk::guarded::Guarded;
use crate::store::open_file::OpenFile;
use crate::store::save::SaveError;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

/// What the worker is told.
pub(super) enum Order {
    Save(u64, Box<Session>),
    SaveSoon(u64, Box<Session>),
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
pub(super) struct Worker<F, D> {
    target: Target,
    pace: Pace,
    disk: D,
    tell: F,
    is_given_up: Arc<AtomicBool>,
    /// The session given last, with the number of its order.
    newest: Option<(u64, Arc<Session>)>,
    /// When it is to be saved, if it is not yet.
    due: Option<Instant>,
    /// Why the last save failed, if it did.
    failed: Option<String>,
    /// The notice told last: a slow disk is told of once, not at every answer.
    told: Option<String>,
}

impl<F: Fn(SaveReport), D: Disk> Worker<F, D> {
    pub(super) fn new(
        (target, pace): (Target, Pace),
        disk: D,
        tell: F,
        is_given_up: Arc<AtomicBool>,
    ) -> Self {
        Self {
            target,
            pace,
            disk,
            tell,
            is_given_up,
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
        if self.due.is_some() && !self.is_given_up.load(Ordering::SeqCst) {
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
            Order::Save(number, session) => {
                self.newest = Some((number, session.into()));
                self.due = Some(Instant::now());
            }
            Order::SaveSoon(number, session) => {
                self.newest = Some((number, session.into()));
                self.due
                    .get_or_insert_with(|| Instant::now() + self.pace.draft);
            }
            Order::Settle(then) => waiting.push(then),
        }
    }

    fn save(&mut self) {
        let Some((number, session)) = self.newest.clone() else {
            self.due = None;
            return;
        };
        let is_given_up = &self.is_given_up;
        let guard = |_| {
            if is_given_up.load(Ordering::SeqCst) {
                return Err(io::Error::other("given up"));
            }
            Ok(())
        };
        let disk = Guarded {
            disk: &self.disk,
            guard,
        };
        let made = match &mut self.target {
            Target::File(file) => file.save_on(&disk, &session).map(|()| None),
            Target::New(sessions) => {
                OpenFile::create_in_on(&disk, sessions.folder(), &session).map(Some)
            }
            Target::At(path) if path.is_dir() => {
                OpenFile::create_in_on(&disk, path, &session).map(Some)
            }
            Target::At(path) => OpenFile::create_on(&disk, path, &session).map(Some),
        };
        let done = made.map(|made| {
            if let Some(file) = made {
                self.target = Target::File(file);
            }
        });
        if !self.is_given_up.load(Ordering::SeqCst) {
            self.report(done, number, session);
        }
    }

    fn report(&mut self, done: Result<(), SaveError>, number: u64, session: Arc<Session>) {
        self.failed = done.err().map(|error| sentence(&error));
        self.due = self
            .failed
            .is_some()
            .then(|| Instant::now() + self.pace.retry);
        let report = match (&self.failed, &self.target) {
            (Some(why), _) => SaveReport::NotSaved(why.clone()),
            (None, Target::New(_) | Target::At(_)) => return,
            (None, Target::File(file)) => {
                let notice = file.notice();
                let news = notice.clone().filter(|_| notice != self.told);
                self.told = notice;
                SaveReport::Saved {
                    number,
                    session,
                    path: file.path().to_owned(),
                    fingerprint: file.fingerprint(),
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
