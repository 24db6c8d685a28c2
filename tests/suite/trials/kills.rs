//! A child saves and acknowledges; it is killed at random moments, and nothing acknowledged is ever gone.

use super::child::{command, counted, said};
use super::{Dice, count, soon};
use customer_hat::store::envelope::Trust;
use customer_hat::store::find::Last;
use customer_hat::store::folders::Folders;
use customer_hat::store::lock::{self, Lock};
use customer_hat::store::session_file;
use customer_hat::store::shelf::Shelf;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::Duration;

#[test]
fn what_the_saver_had_told_survives_every_kill() {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(0x0025_1122);
    let kills = count(30, 2_000);
    let (mut acknowledged, mut all, mut leftovers, mut unborn) = (0, 0, 0, 0);
    for nth in 0..kills {
        // Begun anew now and then, so that the making of a file is killed as well.
        if nth % 10 == 0 {
            empty(folder.path());
            acknowledged = 0;
        }
        let before = acknowledged;
        acknowledged = killed_after(folder.path(), dice.below(25_000)).max(acknowledged);
        all += acknowledged - before;
        leftovers += temporary_files(folder.path());
        let Some(held) = what_is_left(folder.path()) else {
            assert_eq!(acknowledged, 0, "kill {nth}: the file is gone");
            unborn += 1;
            continue;
        };
        assert!(
            held >= acknowledged,
            "kill {nth}: {held} of {acknowledged} answers"
        );
        acknowledged = held;
    }
    println!(
        "kills of a process that saves without a screen: {kills}, answers acknowledged {all}, lost 0, torn 0, kills before the first save {unborn}, \
         leftovers swept {leftovers}"
    );
}

/// Runs the child for so many microseconds after it is ready; gives the last answer it acknowledged.
fn killed_after(folder: &Path, micros: usize) -> usize {
    let mut child = command("saves", folder).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let ready = lines
        .by_ref()
        .map_while(Result::ok)
        .any(|line| line == "ready now");
    assert!(ready, "the child never came so far");
    std::thread::sleep(Duration::from_micros(micros as u64));
    // SIGKILL, on Unix.
    child.kill().unwrap();
    child.wait().unwrap();
    // A line that was cut off is no acknowledgement, but it can only be the last one.
    let numbers = lines
        .map_while(Result::ok)
        .filter_map(|line| said(&line, "saved")?.parse().ok());
    numbers.last().unwrap_or(0)
}

/// How many answers the file holds, once the next start has swept; none when there is no file.
fn what_is_left(folder: &Path) -> Option<usize> {
    let folders = Folders::find(Some(folder), None).unwrap();
    let shelf = Shelf::at(&folders);
    let is_swept = || Shelf::open(&folders).is_ok() && temporary_files(folder) == 0;
    assert!(soon(is_swept), "leftovers are swept at the next start");
    let listing = shelf.list();
    assert_eq!(listing.unreadable, []);
    let path = shelf.find("last", Last::OfAll).ok()?;
    assert_eq!(listing.headings.len(), 1);
    let read = session_file::read("it", &path).unwrap();
    assert_eq!(read.trust, Trust::Sealed);
    let is_free = || matches!(lock::take(&path), Lock::Held(_));
    assert!(soon(is_free), "the lock is free again");
    Some(counted(&read.session))
}

fn temporary_files(folder: &Path) -> usize {
    let names = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    names
        .filter(|name| name.to_string_lossy().ends_with(".tmp"))
        .count()
}

fn empty(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        fs::remove_file(entry.unwrap().path()).unwrap();
    }
}
