//! Damage of every kind to the goldens: never taken for a whole file with other content, never a panic.

use super::{Dice, count, full};
use customer_hat::store::session_file;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::thread;

/// The golden files of every format, and the samples that come with the program.
pub fn goldens() -> Vec<(String, Vec<u8>)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let folders = [root.join("tests/golden"), root.join("sessions")];
    let mut files: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
    files
        .iter()
        .map(|path| (name(path), fs::read(path).unwrap()))
        .collect()
}

/// Whether it would be written to though it is not what was saved.
fn deceives(good: &[u8], bad: &[u8]) -> bool {
    match session_file::read_bytes("it.ron", bad) {
        Ok(read) if read.trust.may_be_written() => {
            let whole = session_file::read_bytes("it.ron", good).unwrap();
            read.session != whole.session
        }
        _ => false,
    }
}

/// Tries the numbered damages on two threads; gives how many there were.
fn try_all(
    what: &str,
    nths: &(impl Iterator<Item = usize> + Clone + Sync),
    good: &[u8],
    damage: impl Fn(usize) -> Vec<u8> + Sync,
) -> usize {
    let part = |half: usize| {
        let mine = nths
            .clone()
            .enumerate()
            .filter(move |(at, _)| at % 2 == half);
        let mut tried = 0;
        for (_, nth) in mine {
            let bad = damage(nth);
            let seen = catch_unwind(AssertUnwindSafe(|| deceives(good, &bad)));
            assert!(
                matches!(seen, Ok(false)),
                "{what} {nth}: deceived, or a panic"
            );
            tried += 1;
        }
        tried
    };
    thread::scope(|scope| {
        let other = {
            let part = &part;
            scope.spawn(move || part(1))
        };
        part(0) + other.join().unwrap()
    })
}

#[test]
fn no_flipped_bit_is_trusted() {
    let step = if full() { 1 } else { 149 };
    let mut all = 0;
    for (name, good) in goldens() {
        let bits = (0..good.len() * 8).step_by(step);
        all += try_all(&name, &bits, &good, |bit| {
            let mut bad = good.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            bad
        });
    }
    println!("bit flips: {all}, accepted 0, panics 0");
}

#[test]
fn no_truncated_file_is_trusted() {
    let step = if full() { 1 } else { 61 };
    let mut all = 0;
    for (name, good) in goldens() {
        let lengths = (0..good.len()).step_by(step);
        all += try_all(&name, &lengths, &good, |length| good[..length].to_vec());
    }
    println!("truncations: {all}, accepted 0, panics 0");
}

#[test]
fn no_mutation_is_trusted() {
    let mutations = count(2_000, 1_000_000);
    let goldens = goldens();
    let (name, good) = goldens
        .iter()
        .find(|(name, _)| name == "session-format-1.ron")
        .unwrap();
    let tried = try_all(name, &(0..mutations), good, |nth| mutated(good, nth as u64));
    println!("mutations: {tried}, accepted 0, panics 0");
}

/// One to four changes of a kind that disks, editors and people make.
fn mutated(good: &[u8], nth: u64) -> Vec<u8> {
    let mut dice = Dice(nth);
    let mut bad = good.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bad.len());
        let length = 1 + dice.below(40.min(bad.len() - at));
        match dice.below(6) {
            0 => bad[at] = dice.roll() as u8,
            1 => bad[at] = b"()[]{}:,\"\\/ \n\r-0159"[dice.below(19)],
            2 => drop(bad.drain(at..at + length)),
            3 => bad.insert(at, dice.roll() as u8),
            4 => {
                let to = dice.below(bad.len());
                bad.swap(at, to);
            }
            _ => {
                let copy = bad[at..at + length].to_vec();
                bad.splice(at..at, copy);
            }
        }
        if bad.is_empty() {
            bad.push(b'(');
        }
    }
    bad
}
