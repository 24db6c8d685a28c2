//! Two terminals side by side: the program in one, its notes in the other, each restarted at will.

use crate::window::Window;
use std::fs;
use std::time::{Duration, Instant};
use tempfile::TempDir;

fn open(data: &TempDir, words: &[&str]) -> Window {
    Window::open(data.path(), words)
}

fn leave(mut window: Window) {
    window.keys("q").until("Esc stay").keys("<enter>");
    assert_eq!(window.end(), 0, "{}", window.picture());
}

#[test]
fn six_people_walk_and_the_notes_follow_them_through_restarts_of_either() {
    let data = tempfile::tempdir().unwrap();
    // The notes are there first.
    let mut notes = open(&data, &["notes"]);
    notes.until("No session runs.");
    let words = [
        "new",
        "--business",
        "Acme",
        "--people",
        "Ana, Ben, Cho, Dev, Eva, Fay",
    ];
    let mut window = open(&data, &words);
    window.until("hats on");
    notes.until("Good to have you here.");
    window.keys("<enter>").until("sealed");
    notes.until("Ana, Ben, Cho, Dev, Eva, Fay");
    window.keys("x<enter>x<enter>x<enter>x<enter>x<enter>x<enter>");
    notes.until("Everyone is in.");
    window.keys("<enter>").until("step 1 of 5");
    notes
        .until("You have a problem to solve")
        .until("left of 8 minutes");

    // The program ends and comes back; the notes go on.
    leave(window);
    let mut window = open(&data, &["resume"]);
    window.until("step 1 of 5");
    for step in 1..=5 {
        window.until(&format!("step {step} of 5"));
        notes.until(&format!("step {step} of 5")).until("of ");
        window.keys("<enter>").until("sealed");
        notes.until("Ana, Ben, Cho, Dev, Eva, Fay");
        window.keys("-7<enter>n<enter>").until("✓ Ana");
        notes.until("Ben, Cho, Dev, Eva, Fay");
        window.keys("-7<enter>n<enter>-7<enter>n<enter>-6<enter>n<enter>-8<enter>n<enter>x<enter>");
        notes.until("Everyone is in.");
        window.keys("<enter>").until("speak first");
        notes.until("Name the very moment.");
        if step == 3 {
            // The notes end and come back; the program does not notice.
            notes.keys("q");
            assert_eq!(notes.end(), 0);
            assert!(notes.is_given_back());
            notes = open(&data, &["notes"]);
            notes.until("Name the very moment.");
        }
        window.keys("<enter>");
    }
    window.until("the journey");
    notes.until("Look at it for a moment");
    window.keys("<enter>").until("sealed");
    notes.until("Take the journey as one");
    to_the_end(&data, window, &mut notes);
    notes.keys("<c-c>");
    assert_eq!(notes.end(), 0);
    assert!(notes.is_given_back());
    assert!(fs::read_dir(data.path()).unwrap().count() > 0);
}

/// From the verdict's ballot to the end, over one more restart of the program.
fn to_the_end(data: &TempDir, mut window: Window, notes: &mut Window) {
    window.keys("-<enter>").until("✓ Ana");
    notes.until("Ben, Cho, Dev, Eva, Fay");
    leave(window);
    let mut window = open(data, &["resume"]);
    window.until("✓ Ana");
    window.keys("-<enter>-<enter>-<enter>-<enter>+<enter>");
    notes.until("Everyone is in.");
    window.keys("<enter>").until("Ana, Ben, Cho, Dev, Eva");
    notes.until("That is how it stands today.");
    window
        .keys("<enter>")
        .until("Which of these are you chosen for today?");
    notes.until("four things left to choose by");
    window.keys("1<enter>").until("A rival matches all four.");
    notes.until("somebody next door");
    window.keys("<enter>").until("Which moment would you tell");
    notes.until("for good or ill?");
    window.keys("<enter>").until("What will be different?");
    notes.until("Start at the worst moment.");
    window.one_by_one("Pick up sooner<enter>Ben<enter>friday<enter>");
    window.until("a add").keys("<enter>").until("This week");
    notes
        .until("Hats off, and thank you.")
        .until("Next  the end");
    window.keys("<enter>").until("Look back");
    notes.until("Next  nothing: the session is finished");
    leave(window);
}

/// How long it takes from a key in the program until the picture of the notes is another one.
/// `cargo test --release --test suite the_delay -- --ignored --nocapture` tells it.
#[test]
#[ignore = "it measures, and holds nothing"]
fn the_delay() {
    let data = tempfile::tempdir().unwrap();
    let words = [
        "new",
        "--business",
        "Acme",
        "--people",
        "Ana, Ben, Cho, Dev, Eva, Fay",
    ];
    let mut window = open(&data, &words);
    window.until("hats on");
    let mut notes = open(&data, &["notes"]);
    notes.until("Good to have you here.");
    let mut delays: Vec<Duration> = Vec::new();
    for _ in 0..25 {
        for (key, words) in [("<enter>", "Still to answer"), ("<pgup>", "Good to have")] {
            // The disk and the machine come to rest.
            std::thread::sleep(Duration::from_millis(50));
            let begun = Instant::now();
            window.keys(key);
            notes.until(words);
            delays.push(begun.elapsed());
        }
    }
    delays.sort();
    println!(
        "50 keys: the fastest {:?}, the median {:?}, the 45th {:?}, the slowest {:?}",
        delays[0], delays[25], delays[44], delays[49]
    );
}
