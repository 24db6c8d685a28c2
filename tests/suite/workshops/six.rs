//! Six people, sealed, with everything that happens in a meeting.

use super::super::stage::Stage;
use super::ledger::ledger;
use super::{rated, sealed, with_people};
use customer_hat::model::place::{Place, StepNumber};

/// From the guesses to the first step's page.
const GUESSES: [&str; 6] = [
    "6 7 8 5 9",
    "1 1 1 1 1",
    "x",
    "-10 10 -1 +1 2",
    "7 7 7 7 7",
    "3 -4 5 -6 7",
];

fn guessed() -> String {
    GUESSES
        .iter()
        .map(|guess| match *guess {
            "x" => "x<enter>".to_owned(),
            numbers => format!("{}<enter><enter>", numbers.replace(' ', "<enter>")),
        })
        .collect()
}

fn up_to_the_first_step() -> Stage {
    let stage = with_people(&["Olive", "Basil", "Fern", "Sage", "Hazel", "Rowan"]);
    stage.keys(&format!("<enter><enter><enter>{}<enter>", guessed()))
}

/// Step 1: notes, a slip taken back, nonsense typed, a mistake undone after sealing, words.
fn first_step(stage: Stage) -> Stage {
    stage
        .keys("+a clear picture<enter>-old opening hours<enter>nno prices<enter>")
        .keys("<enter>-2<enter>y<enter>")
        // Basil slips, and starts again before it is sealed.
        .keys("9<enter>n<bs>4<enter>y<enter>")
        // Fern types what is no rating, twice, then passes over the first number with Backspace.
        .keys("0<enter>11<enter>7<bs>-8<enter>n<enter>")
        // Sage seals the wrong answer; `u` takes it back, and it is Sage's turn again.
        .keys("9<enter>y<enter>u3<enter>y<enter>")
        .keys(&sealed(&["-6 n", "x"]))
        .keys("<enter><wait>")
        .keys("w<space><right><space>agrateful<enter>agrubby<tab><enter><enter>")
        .keys("<enter>")
}

/// Step 2: the phone clock, somebody comes late, the program is left and resumed in the ballot, a second rating.
fn second_step(stage: Stage) -> Stage {
    let late = stage
        .keys("p<wait>r<wait>ra<wait>h<wait><wait>hp<wait><enter>")
        .keys("PJuniper<tab>new here<enter><esc>");
    let again = late
        .keys("<enter>")
        .keys(&sealed(&["5 y", "4 y", "6 y"]))
        .keys("-2<enter>")
        .quit_and_resume();
    assert_eq!(again.place(), Place::Rating(StepNumber::from_index(1)));
    again
        .keys(&sealed(&["-2 y", "-7 n", "-8 n", "1 y"]))
        .keys("<enter><wait>r")
        .keys(&sealed(&["x", "x", "-1 y", "-3 y", "x", "-5 n", "2 y"]))
        .keys("<enter><wait><enter>")
}

/// Steps 3 to 5: departments and times a year; somebody passes; somebody has left.
fn last_steps(stage: Stage) -> Stage {
    stage
        .keys("dservice desk<enter>workshop<enter><enter>y1,200<enter>")
        .keys("<enter>")
        .keys(&sealed(&["5 y", "6 y", "7 y", "3 y", "4 y", "-1 y", "1 y"]))
        .keys("<enter><wait>d5<enter>-3<enter><esc><enter>")
        .keys(&rated(&[
            "-6 n", "2 y", "-3 y", "-7 n", "-8 n", "-9 n", "x",
        ]))
        // Basil leaves before the last step.
        .keys("P<up><up><up><up><up><up><space><esc>")
        .keys(&rated(&["2 y", "3 y", "-4 y", "-2 y", "-5 n", "10 y"]))
}

fn the_end(stage: Stage) -> Stage {
    stage
        .keys("<tab>4<enter>")
        .keys("-<enter>-<enter>+<enter>-<enter>-<enter>+<enter>")
        .keys("<enter><enter>")
        .keys("14<enter>You get the same person every time<enter>They remembered my bike<enter>")
        .keys("Answer the phone within three rings<enter>Fern<enter>friday<enter>")
        .keys("aOpening hours on the site<enter><enter><enter>")
        // The second one is the one after all, at the first step.
        .keys("<space>sssoOlive<enter>d1 dec<enter><enter>")
        .keys("din 3 months<enter>")
}

/// The session on its last page, not closed yet.
pub fn at_the_close() -> Stage {
    the_end(last_steps(second_step(first_step(up_to_the_first_step()))))
}

/// The texts of the same session where it first came to each place, and in the middle of each ballot.
pub fn texts() -> &'static [String] {
    static TEXTS: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
    TEXTS.get_or_init(|| at_the_close().stops().to_vec())
}

/// A stage in each of them.
pub fn stops() -> Vec<Stage> {
    texts().iter().map(|text| Stage::in_session(text)).collect()
}

/// What the whole session comes to, but for its closing.
pub const WHOLE: &str = "\
Acme round 1 Team PassTheKeyboard Shown
people: Olive, Basil away, Fern, Sage, Hazel, Rowan, Juniper (new here)
guess basil: 1 1 1 1 1
guess fern: x
guess hazel: 7 7 7 7 7
guess olive: 6 7 8 5 9
guess rowan: 3 -4 5 -6 7
guess sage: -10 10 -1 1 2
1 + a clear picture
1 - old opening hours
1 n no prices
1 rated of 6: basil 4 y, fern -8 n, hazel -6 n, olive -2 y, rowan x, sage 3 y
1 words: +understood, +welcome, +grateful, -grubby
2 phone: rings 2, answered 2, on hold 2, a person 5, over 6
2 rated of 7: basil 4 y, fern 6 y, hazel -7 n, juniper 1 y, olive 5 y, rowan -8 n, sage -2 y
2 again of 7: basil x, fern -1 y, hazel x, juniper 2 y, olive x, rowan -5 n, sage -3 y
3 departments: service desk 5, workshop -3
3 1200 a year
3 rated of 7: basil 6 y, fern 7 y, hazel 4 y, juniper 1 y, olive 5 y, rowan -1 y, sage 3 y
4 rated of 7: basil 2 y, fern -3 y, hazel -8 n, juniper x, olive -6 n, rowan -9 n, sage -7 n
5 rated of 6: fern 3 y, hazel -2 y, juniper 10 y, olive 2 y, rowan -5 n, sage -4 y
verdicts shown: fern -, hazel -, juniper +, olive -, rowan -, sage +
chosen for: price, location
if equal: You get the same person every time
keep: They remembered my bike
mend  Answer the phone within three rings | step 4 | Fern | 2026-11-27
mend* Opening hours on the site | step 1 | Olive | 2026-12-01
next round: 2027-02-22
";

#[test]
fn six_people_walk_the_whole_way_and_every_answer_stands_in_the_file() {
    let mut stage = at_the_close();
    assert_eq!(stage.place(), Place::Close);
    assert_eq!(ledger(stage.session()), WHOLE);
    assert_eq!(&stage.kept(), stage.session());
    assert!(stage.shows("They remembered my bike"));

    let mut stage = stage.keys("<enter>");
    assert!(!stage.has_session());
    assert!(stage.shows("Look back"));
    assert_eq!(ledger(&stage.file(1)), format!("{WHOLE}finished\n"));
}

#[test]
fn what_was_revealed_is_not_taken_back_by_undo() {
    let stage = first_step(up_to_the_first_step());
    let before = ledger(stage.session());
    let stage = stage.keys("uuuuuuuu");
    assert!(before.contains("words: +understood"));
    let after = ledger(stage.session());
    let rated = |ledger: &str| {
        ledger
            .lines()
            .find(|line| line.starts_with("1 rated"))
            .map(str::to_owned)
    };
    assert_eq!(rated(&before), rated(&after));
}
