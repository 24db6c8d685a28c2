//! The worker that saves: the newest session it was given, off the way of the keys, until it is on disk.
//!
//! What it is given while it saves, it saves next; of several only the newest. A save that failed is
//! tried again every two seconds, and at each new save.

use super::open_file::OpenFile;
use super::save::{SaveError, Why};
use super::shelf::Shelf;
use crate::model::session::Session;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How long what was accepted may take to be on disk when the saver is dropped.
const LAST_SAVE: Duration = Duration::from_secs(2);

/// Where to save.
#[derive(Debug)]
pub enum Target {
    /// A file that the first save makes.
    New(Shelf),
    /// A file that is there.
    File(OpenFile),
}

/// How a save went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveReport {
    /// Everything accepted is on disk, in this file.
    Saved {
        /// The file.
        path: PathBuf,
        /// What a person should know, if anything; told once.
        notice: Option<String>,
    },
    /// It is not; the reason in plain words. It is being tried again.
    NotSaved(String),
}

/// When the worker acts by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// How long a draft may wait.
    pub draft: Duration,
    /// How long after a failed save the next one is tried.
    pub retry: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            draft: Duration::from_millis(800),
            retry: Duration::from_secs(2),
        }
    }
}

/// The last words of a saver: not everything accepted is on disk.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsaved {
    /// The save failed; the reason in plain words.
    #[error("{0}")]
    Failed(String),
    /// The disk did not answer in time.
    #[error("the disk does not answer")]
    NoAnswer,
    /// The worker ended on a mistake of its own.
    #[error("the part of the program that saves has stopped")]
    Stopped,
}

enum Order {
    Save(Box<Session>),
    SaveSoon(Box<Session>),
    SaveElsewhere(PathBuf),
    Settle(Settled),
}

/// Called in the worker's thread once it has saved, or failed to.
type Settled = Box<dyn FnOnce(Result<(), Unsaved>) + Send>;

/// The main loop's end of the worker. Dropping it saves what is left, for two seconds at most.
#[derive(Debug)]
pub struct Saver {
    orders: Option<Sender<Order>>,
    worker: Option<JoinHandle<()>>,
}

impl Saver {
    /// Starts a worker for one session. `tell` is called from its thread after each save.
    pub fn start(
        target: Target,
        pace: Pace,
        tell: impl Fn(SaveReport) + Send + 'static,
    ) -> io::Result<Self> {
        let (orders, received) = mpsc::channel();
        let worker = Worker {
            target,
            pace,
            tell,
            newest: None,
            due: None,
            failed: None,
            told: None,
        };
        let worker = thread::Builder::new()
            .name("saver".to_owned())
            .spawn(move || worker.run(&received))?;
        Ok(Self {
            orders: Some(orders),
            worker: Some(worker),
        })
    }

    /// Saves the session now.
    pub fn save(&self, session: Box<Session>) -> Result<(), Unsaved> {
        self.order(Order::Save(session))
    }

    /// Saves the session within a second: for what is being typed.
    pub fn save_soon(&self, session: Box<Session>) -> Result<(), Unsaved> {
        self.order(Order::SaveSoon(session))
    }

    /// From now on saves to a new file at this path, or in this folder under the session's usual name.
    /// Where that fails, it stays with the file it had. How it went is told as of any save.
    pub fn save_elsewhere(&self, path: PathBuf) -> Result<(), Unsaved> {
        self.order(Order::SaveElsewhere(path))
    }

    /// Calls `then` in the worker's thread once everything it was given is on disk, or could not be saved:
    /// it goes on trying then.
    pub fn when_settled(
        &self,
        then: impl FnOnce(Result<(), Unsaved>) + Send + 'static,
    ) -> Result<(), Unsaved> {
        self.order(Order::Settle(Box::new(then)))
    }

    /// Waits until everything it was given is on disk; after a failure it goes on trying.
    pub fn settle(&self, limit: Duration) -> Result<(), Unsaved> {
        let (reply, settled) = mpsc::channel();
        // Whoever asked may have stopped waiting.
        self.when_settled(move |how| drop(reply.send(how)))?;
        match settled.recv_timeout(limit) {
            Ok(settled) => settled,
            Err(RecvTimeoutError::Timeout) => Err(Unsaved::NoAnswer),
            Err(RecvTimeoutError::Disconnected) => Err(Unsaved::Stopped),
        }
    }

    /// Settles, then ends the worker and lets go of the file and its lock.
    pub fn finish(mut self, limit: Duration) -> Result<(), Unsaved> {
        let settled = self.settle(limit);
        self.orders = None;
        if let Some(worker) = self
            .worker
            .take()
            .filter(|_| settled != Err(Unsaved::NoAnswer))
        {
            // A panic of the worker was told when it happened.
            let _ = worker.join();
        }
        settled
    }

    fn order(&self, order: Order) -> Result<(), Unsaved> {
        let orders = self.orders.as_ref().ok_or(Unsaved::Stopped)?;
        orders.send(order).map_err(|_| Unsaved::Stopped)
    }
}

impl Drop for Saver {
    fn drop(&mut self) {
        if self.orders.is_some() {
            // Nobody is left to be told: the last report said how it stands.
            let _ = self.settle(LAST_SAVE);
        }
    }
}

/// What ends the worker's waiting.
enum Next {
    Order(Order),
    /// It is time to save.
    Due,
    /// Nobody orders any more.
    Over,
}

struct Worker<F> {
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
    fn run(mut self, orders: &Receiver<Order>) {
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

#[cfg(test)]
mod tests;
