//! The list of a folder while it is still being read: what is known so far, again and again, then all of it.

use super::folders::{round_of, slug};
use super::shelf::{Read, Shelf, listing_of, read_one};
use crate::model::heading::Listing;
use crate::model::session::{Earlier, Walk};
use crate::model::text::CleanText;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// The fewest readers: one file that can't be read to its end for a long time holds up none of the others.
const FEWEST_READERS: usize = 4;

impl Shelf {
    /// Every session in the folder, those with the newest names first; what is known so far is told every so often,
    /// while a slow disk still reads the others.
    pub fn list_piecemeal(&self, every: Duration, mut tell: impl FnMut(Listing)) -> Listing {
        let mut incomplete = None;
        let mut files = self.files(&mut incomplete);
        files.reverse();
        let (sender, reads) = mpsc::channel();
        let next = AtomicUsize::new(0);
        let readers = thread::available_parallelism().map_or(1, usize::from);
        let readers = readers.max(FEWEST_READERS).min(files.len());
        let all = thread::scope(|scope| {
            let work = || {
                let (sender, files, next) = (sender.clone(), &files, &next);
                move || {
                    while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                        // Where nobody listens any more, nobody waits either.
                        let _ = sender.send(read_one(file.clone()));
                    }
                }
            };
            for _ in 0..readers {
                // Where no thread can be had, this one reads.
                if thread::Builder::new().spawn_scoped(scope, work()).is_err() {
                    work()();
                }
            }
            drop(sender);
            gather(&reads, every, &mut tell)
        });
        Listing {
            incomplete,
            ..listing_of(all, self.notes())
        }
    }

    /// The rounds of a business as the names of the files tell them: quickly known, without opening any.
    pub fn rounds_by_name(&self, business: &CleanText, walk: Walk) -> Vec<Earlier> {
        let slug = slug(business.as_str());
        let files = self.files(&mut None);
        let rounds = files
            .iter()
            .filter_map(|file| round_of(file.file_name()?, &slug, walk));
        rounds
            .map(|round| Earlier {
                business: business.clone(),
                walk,
                round,
                promised: Vec::new(),
            })
            .collect()
    }
}

/// Takes in what is read, and tells of it every so often, until all is read. What went on elsewhere is looked for only
/// then: it may lie on a disk that is slower still.
fn gather(
    reads: &mpsc::Receiver<Read>,
    every: Duration,
    tell: &mut impl FnMut(Listing),
) -> Vec<Read> {
    let mut all = Vec::new();
    let (mut told, mut is_news) = (Instant::now(), false);
    loop {
        match reads.recv_timeout(every) {
            Ok(read) => all.push(read),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => break,
        }
        is_news = is_news || all.iter().any(Result::is_ok);
        if is_news && told.elapsed() >= every {
            tell(listing_of(all.clone(), Vec::new()));
            (told, is_news) = (Instant::now(), false);
        }
    }
    all
}
