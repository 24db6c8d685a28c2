//! The real program in a pseudo-terminal: whole sessions into a real file, ends of every kind, and the terminal after.

use super::stage::session_in;
use super::window::Window;
use super::workshops::{ledger, sealed};
use customer_hat::model::session::Session;
use rustix::process::Signal;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// What the reveal shows of a room once it has taken its breath: until then a key would only end that.
const REVEALED: &str = "speak first";
const SIX: [&str; 6] = ["Olive", "Basil", "Fern", "Sage", "Hazel", "Rowan"];

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// The one session in the folder.
fn file(folder: &TempDir) -> PathBuf {
    let files = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let sessions: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|end| end == "ron"))
        .collect();
    assert_eq!(sessions.len(), 1, "{sessions:?}");
    sessions[0].clone()
}

fn session(path: &Path) -> Session {
    session_in(&fs::read_to_string(path).unwrap())
}

/// Leaves by the question before leaving; the terminal is as it was.
fn leave(mut window: Window) {
    window.keys("q").until("Esc stay").keys("<enter>");
    assert_eq!(window.end(), 0, "{}", window.picture());
    assert!(window.is_given_back());
}

/// Everybody answers in turn; after each the window shows that they are in.
fn each(window: &mut Window, people: &[&str], keys: &[String]) {
    for (name, keys) in people.iter().zip(keys) {
        let passes = keys.starts_with('x');
        window.keys(keys).until(&if passes {
            format!("– {name} passed")
        } else {
            format!("✓ {name}")
        });
    }
}

fn sealed_each(ratings: &[&str]) -> Vec<String> {
    ratings.iter().map(|rating| sealed(&[rating])).collect()
}

/// Three people at the first step.
fn three_at_the_first_step(folder: &TempDir) -> Window {
    let words = ["new", "--business", "Acme", "--people", "Ana, Ben, Cho"];
    let mut window = Window::open(folder.path(), &words);
    window.until("hats on").keys("<enter>").until("sealed");
    each(
        &mut window,
        &["Ana", "Ben", "Cho"],
        &[
            "x<enter>".to_owned(),
            "x<enter>".to_owned(),
            "x<enter>".to_owned(),
        ],
    );
    window.keys("<enter>").until("step 1 of 5");
    window
}

#[test]
fn six_people_walk_from_home_to_the_close_and_the_file_holds_it_all() {
    let folder = folder();
    let mut window = Window::open(folder.path(), &[]);
    window
        .until("customer-hat")
        .keys("tPedal & Crumb<enter>")
        .until("type a name");
    for name in SIX {
        window.keys(&format!("{name}<enter>")).until(name);
    }
    window
        .keys("<enter>")
        .until("Pass the keyboard")
        .keys("<enter>")
        .until("hats on")
        .keys("<enter>");
    let mut guesses = vec!["6<enter>-7<enter>8<enter>-10<enter>+9<enter><enter>".to_owned(); 5];
    guesses.push("x<enter>".to_owned());
    each(window.until("sealed"), &SIX, &guesses);
    window.keys("<enter>");
    for step in 1..=5 {
        window
            .until(&format!("step {step} of 5"))
            .keys("+the bell rang<enter>")
            .until("the bell rang")
            .keys("<enter>")
            .until("sealed");
        each(
            &mut window,
            &SIX,
            &sealed_each(&["-2 n", "5 y", "-10 n", "1 y", "10 y", "x"]),
        );
        window.keys("<enter>").until(REVEALED).keys("<enter>");
    }
    window.until("the journey").keys("<enter>").until("sealed");
    let verdicts = ["-", "-", "+", "-", "-", "+"].map(|verdict| format!("{verdict}<enter>"));
    each(&mut window, &SIX, &verdicts);
    window
        .keys("<enter>")
        .until("builds trust")
        .one_by_one("<enter>14<enter>The people<enter>The smell<enter>")
        .one_by_one("Answer the phone<enter>Fern<enter>2030-01-02<enter><enter>")
        .until("The smell")
        .keys("d2030-03-04<enter>")
        .until("4 March 2030")
        .keys("<enter>")
        .until("Look back");
    leave(window);

    let step = |nth: usize| {
        format!(
            "{nth} + the bell rang\n{nth} rated of 6: basil 5 y, fern -10 n, hazel 10 y, olive -2 n, rowan x, sage 1 y\n"
        )
    };
    let guesses: String = ["basil", "fern", "hazel", "olive"]
        .map(|id| format!("guess {id}: 6 -7 8 -10 9\n"))
        .concat();
    let whole = [
        "Pedal & Crumb round 1 Team PassTheKeyboard Shown\npeople: Olive, Basil, Fern, Sage, Hazel, Rowan\n",
        &guesses,
        "guess rowan: x\nguess sage: 6 -7 8 -10 9\n",
        &(1..=5).map(step).collect::<String>(),
        "verdicts shown: basil -, fern +, hazel -, olive -, rowan +, sage -\n\
         chosen for: price, location\nif equal: The people\nkeep: The smell\n\
         mend* Answer the phone | the whole way | Fern | 2030-01-02\nnext round: 2030-03-04\nfinished\n",
    ];
    assert_eq!(ledger(&session(&file(&folder))), whole.concat());
}

#[test]
fn one_person_walks_alone_with_a_night_between() {
    let folder = folder();
    let mut window = Window::open(folder.path(), &[]);
    window
        .until("customer-hat")
        .keys("oAcme<enter>")
        .until("name")
        .keys("Ana<enter>")
        .until("hats on");
    window
        .keys("<enter>7<enter>7<enter>7<enter>7<enter>7<enter>")
        .until("step 1 of 5");
    window
        .keys("<enter>-3<enter>n<enter><enter>")
        .until("step 2 of 5");
    leave(window);

    let mut window = Window::open(folder.path(), &["resume"]);
    window.until("step 2 of 5");
    for step in 2..=5 {
        window
            .until(&format!("step {step} of 5"))
            .keys("<enter>4<enter>y<enter><enter>");
    }
    window
        .until("the journey")
        .one_by_one("<enter>+<enter><enter><enter>bread<enter>smell<enter><enter>");
    window
        .until("next round")
        .keys("<enter>")
        .until("Look back");
    leave(window);
    let ledger = ledger(&session(&file(&folder)));
    assert!(ledger.starts_with("Acme round 1 Alone Open Shown\npeople: Ana\nguess ana: 7 7 7 7 7\n1 rated of 1: ana -3 n\n2 rated of 1: ana 4 y\n"), "{ledger}");
    assert!(
        ledger.ends_with("verdicts shown: ana +\nif equal: bread\nkeep: smell\nfinished\n"),
        "{ledger}"
    );
}

#[test]
fn who_leaves_in_the_middle_of_a_ballot_comes_back_to_it() {
    let folder = folder();
    let mut window = three_at_the_first_step(&folder);
    window.keys("<enter>").until("sealed");
    each(&mut window, &["Ana"], &sealed_each(&["-7 n"]));
    // Ben has typed, and not sealed.
    window.keys("9<enter>y<c-c>");
    assert_eq!(window.end(), 0);
    assert!(window.is_given_back());
    assert!(ledger(&session(&file(&folder))).ends_with("1 rated sealed: ana -7 n\n"));

    let mut window = Window::open(folder.path(), &["resume"]);
    window.until("✓ Ana").until("▸ Ben");
    each(&mut window, &["Ben", "Cho"], &sealed_each(&["4 y", "x"]));
    window.keys("<enter>").until(REVEALED);
    leave(window);
    assert!(ledger(&session(&file(&folder))).ends_with("1 rated of 3: ana -7 n, ben 4 y, cho x\n"));
}

#[test]
fn a_note_that_is_being_typed_survives_a_term() {
    let folder = folder();
    let mut window = three_at_the_first_step(&folder);
    window
        .keys("+half a no")
        .until("half a no")
        .signal(Signal::TERM);
    assert_eq!(window.end(), 128 + 15);
    assert!(window.is_given_back());

    let mut window = Window::open(folder.path(), &["resume"]);
    window
        .until("half a no")
        .keys("te<enter>")
        .until("half a note");
    leave(window);
    assert!(ledger(&session(&file(&folder))).contains("1 + half a note\n"));
}

#[test]
fn a_hang_up_and_an_interrupt_give_the_terminal_back_too() {
    for (signal, code) in [(Signal::HUP, 1), (Signal::INT, 2), (Signal::QUIT, 3)] {
        let folder = folder();
        let mut window = three_at_the_first_step(&folder);
        window.keys("-half").until("half").signal(signal);
        assert_eq!(window.end(), 128 + code);
        assert!(window.is_given_back());
        let kept = session(&file(&folder));
        assert_eq!(kept.draft().unwrap().text.as_str(), "half");
    }
}

#[test]
fn a_note_that_was_accepted_survives_a_kill() {
    let folder = folder();
    let mut window = three_at_the_first_step(&folder);
    window.keys("+accepted<enter>").until("accepted");
    let path = file(&folder);
    window
        .until_true("the note in the file", || {
            fs::read_to_string(&path).unwrap().contains("accepted")
        })
        .signal(Signal::KILL);
    window.end();

    let mut window = Window::open(folder.path(), &["resume"]);
    window.until("step 1 of 5").until("accepted");
    leave(window);
    assert!(ledger(&session(&file(&folder))).contains("1 + accepted\n"));
}
