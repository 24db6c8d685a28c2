//! The worker that saves: the newest session it was given, off the way of the keys, until it is on disk.
//!
//! What it is given while it saves, it saves next; of several only the newest. A save that failed is
//! tried again every two seconds, and at each new save.

mod worker;

use super::disk::{Disk, RealDisk};
use super::open_file::OpenFile;
use super::saved::Fingerprint;
use super::shelf::Shelf;
use crate::model::session::Session;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use worker::{Order, Worker};

/// How long what was accepted may take to be on disk when the saver is dropped.
const LAST_SAVE: Duration = Duration::from_secs(2);

/// Where to save.
#[derive(Debug)]
pub enum Target {
    /// A file that the first save makes.
    New(Shelf),
    /// A file that is there.
    File(OpenFile),
    /// A new file at this path, or in this folder under the session's usual name.
    At(PathBuf),
}

/// How a save went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveReport {
    /// Everything up to this order is on disk.
    Saved {
        /// The number of the order, as giving it told.
        number: u64,
        /// The session as it is on disk.
        session: Arc<Session>,
        /// The file.
        path: PathBuf,
        /// What stands in it.
        fingerprint: Fingerprint,
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

/// The main loop's end of the worker. Dropping it saves what is left, for two seconds at most.
#[derive(Debug)]
pub struct Saver {
    orders: Option<Sender<Order>>,
    worker: Option<JoinHandle<()>>,
    /// How many sessions it was given.
    given: AtomicU64,
    /// Whether it is given up: from then on it writes nothing.
    is_given_up: Arc<AtomicBool>,
}

impl Saver {
    /// Starts a worker for one session. `tell` is called from its thread after each save.
    pub fn start(
        target: Target,
        pace: Pace,
        tell: impl Fn(SaveReport) + Send + 'static,
    ) -> io::Result<Self> {
        Self::start_on(RealDisk, target, pace, tell)
    }

    /// The same on any disk.
    pub fn start_on(
        disk: impl Disk + Send + 'static,
        target: Target,
        pace: Pace,
        tell: impl Fn(SaveReport) + Send + 'static,
    ) -> io::Result<Self> {
        let (orders, received) = mpsc::channel();
        let is_given_up = Arc::new(AtomicBool::new(false));
        let worker = Worker::new((target, pace), disk, tell, Arc::clone(&is_given_up));
        let worker = thread::Builder::new()
            .name("saver".to_owned())
            .spawn(move || worker.run(&received))?;
        Ok(Self {
            orders: Some(orders),
            worker: Some(worker),
            given: AtomicU64::new(0),
            is_given_up,
        })
    }

    /// Saves the session now. Gives the number of the order, counted from 1: a report tells up to which all is on disk.
    pub fn save(&self, session: Box<Session>) -> Result<u64, Unsaved> {
        let number = self.given.fetch_add(1, Ordering::Relaxed) + 1;
        self.order(Order::Save(number, session))?;
        Ok(number)
    }

    /// Saves the session within a second: for what is being typed. Gives the number of the order.
    pub fn save_soon(&self, session: Box<Session>) -> Result<u64, Unsaved> {
        let number = self.given.fetch_add(1, Ordering::Relaxed) + 1;
        self.order(Order::SaveSoon(number, session))?;
        Ok(number)
    }

    /// Gives it up, for its disk does not answer or another one has taken over: nobody waits for it, it tells nothing
    /// more, and whatever it was about to write it does not write when the disk comes back.
    pub fn give_up(mut self) {
        self.is_given_up.store(true, Ordering::SeqCst);
        self.orders = None;
        self.worker = None;
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

#[cfg(test)]
mod tests;
