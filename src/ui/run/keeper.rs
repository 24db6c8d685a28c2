//! Who keeps the settings on disk: a thread of its own from the first change on, so that no key waits for it.

use super::stage::News;
use crate::model::settings::Settings;
use crate::store::settings_file;
use crate::ui::events::Happening;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

/// How long the end of the program waits for the last change.
const LAST_CHANGE: Duration = Duration::from_secs(2);

/// Keeps the settings in their file.
pub(super) struct Keeper {
    path: PathBuf,
    worker: Option<Worker>,
    given: u64,
}

struct Worker {
    settings: Sender<(u64, Settings)>,
    /// Closes when the worker is done.
    done: Receiver<()>,
}

impl Keeper {
    /// A keeper for this file; it touches nothing before the first change.
    pub(super) fn new(path: PathBuf) -> Self {
        Self {
            path,
            worker: None,
            given: 0,
        }
    }

    /// Keeps these settings; `news` is told how it went. The error is a sentence.
    pub(super) fn keep(
        &mut self,
        settings: Settings,
        news: Sender<Happening<News>>,
    ) -> Result<(), String> {
        let worker = match &self.worker {
            Some(worker) => worker,
            None => self.worker.insert(start(self.path.clone(), news)?),
        };
        let gone = "The part that keeps them has stopped.";
        self.given += 1;
        let change = (self.given, settings);
        worker.settings.send(change).map_err(|_| gone.to_owned())
    }

    /// Whether the change of this number is the last one: only then what the screen shows is on disk.
    pub(super) fn is_last(&self, number: u64) -> bool {
        number == self.given
    }

    /// Waits until the last change is on disk, but not for ever.
    pub(super) fn finish(&mut self) {
        if let Some(worker) = self.worker.take() {
            drop(worker.settings);
            // It closes without a word; either way there is nothing more to do.
            let _ = worker.done.recv_timeout(LAST_CHANGE);
        }
    }
}

fn start(path: PathBuf, news: Sender<Happening<News>>) -> Result<Worker, String> {
    let (settings, changes) = mpsc::channel::<(u64, Settings)>();
    let (finished, done) = mpsc::channel();
    let work = move || {
        let _finished = finished;
        while let Ok(mut latest) = changes.recv() {
            // Of a burst only the last one counts.
            while let Ok(later) = changes.try_recv() {
                latest = later;
            }
            let (number, settings) = latest;
            let kept = settings_file::save(&path, &settings);
            // Without a loop the process is ending already; the file is written all the same.
            let _ = news.send(Happening::App(News::Settings(number, kept)));
        }
    };
    thread::Builder::new()
        .name("settings".to_owned())
        .spawn(work)
        .map(|_| Worker { settings, done })
        .map_err(|error| format!("The part that keeps them could not start: {error}."))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_last_change_is_on_disk_when_it_has_finished() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config").join("settings.ron");
        let (news, _told) = mpsc::channel();
        let mut keeper = Keeper::new(path.clone());
        let mut settings = Settings::default();
        for breath in [false, true, false] {
            settings.breath = breath;
            keeper.keep(settings.clone(), news.clone()).unwrap();
        }
        keeper.finish();
        assert_eq!(settings_file::read(&path).unwrap(), settings);
    }

    #[test]
    fn without_a_change_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        Keeper::new(folder.path().join("settings.ron")).finish();
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }
}
