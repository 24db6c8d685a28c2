//! An owner alone: over three days, in the second person, into a file.

use super::super::keys::parse;
use super::super::stage::Stage;
use super::ledger::ledger;
use customer_hat::model::place::Place;

const DAY: u32 = 86_400;
/// Words for several people, which nobody should read who is alone.
const FOR_SEVERAL: [&str; 11] = [
    "team",
    "room",
    "median",
    "middle of",
    "everyone",
    "everybody",
    "others",
    "each of you",
    "they picked",
    " we ",
    "each their own",
];

/// One step of a walk alone: done, noted, rated, seen, on.
const STEP: &str = "+a good thing<enter><enter>-3<enter>y<enter><enter>";

fn begun() -> Stage {
    Stage::at_home().keys("oPedal & Crumb<enter>Ana<enter><enter>")
}

#[test]
fn one_person_walks_over_three_days_and_it_ends_in_a_file() {
    let stage = begun()
        .keys("6<enter>7<enter>8<enter>5<enter>9<enter>")
        .keys(STEP)
        .keys("pr<wait>ap")
        .quit_and_resume();
    let stage = stage
        .keys("<enter>")
        .tick(DAY)
        .keys("<enter>")
        .keys("4<enter>y<enter>")
        .quit_and_resume();
    assert!(matches!(stage.place(), Place::Reveal(_)));
    let stage = stage
        .keys("<enter>")
        .tick(DAY)
        .keys(STEP)
        .keys(STEP)
        .quit_and_resume();
    let stage = stage
        .keys(STEP)
        .keys("<enter>-<enter><enter>2<enter>The bread<enter>The smell<enter>")
        .keys("Answer the phone<enter>tomorrow<enter><enter>")
        .keys("d1 march<enter><enter>");
    assert_eq!(stage.files(), 1);
    assert_eq!(
        ledger(&stage.file(1)),
        "\
Pedal & Crumb round 1 Alone Open Shown
people: Ana
guess ana: 6 7 8 5 9
1 + a good thing
1 rated of 1: ana -3 y
2 phone: rings 1, answered 1, on hold 0, a person 1, over 1
2 rated of 1: ana 4 y
3 + a good thing
3 rated of 1: ana -3 y
4 + a good thing
4 rated of 1: ana -3 y
5 + a good thing
5 rated of 1: ana -3 y
verdicts shown: ana -
chosen for: payment terms
if equal: The bread
keep: The smell
mend* Answer the phone | step 5 |  | 2026-11-25
next round: 2027-03-01
finished
"
    );
}

#[test]
fn nobody_who_is_alone_is_spoken_to_as_a_team() {
    let mut stage = begun();
    let mut seen = Vec::new();
    let end = "<tab><tab>1<enter>-<enter><enter>2<enter>bread<enter>smell<enter>phone<enter>friday<enter><enter>d<enter>";
    let keys = format!(
        "<pgup><enter>{}",
        "7<enter>".repeat(5) + &STEP.repeat(5) + end
    );
    for key in parse(&keys).into_iter().flatten() {
        stage.press(key);
        for (width, height) in [(60, 20), (80, 24), (200, 60)] {
            let text = stage.text(width, height);
            // The name of a step's clock or a business may hold a word by chance, a screen of ours may not.
            seen.extend(
                words_for_several(&text).map(|word| format!("{:?}: {word}\n{text}", stage.place())),
            );
        }
    }
    assert_eq!(stage.place(), Place::Close);
    assert!(
        seen.is_empty(),
        "{} screens, the first:\n{}",
        seen.len(),
        seen[0]
    );
}

/// The help, the people and the question before leaving are for one person too.
#[test]
fn what_lies_on_top_speaks_to_one_person_too() {
    for over in ["?", "P", "q"] {
        let mut stage = begun().keys(over);
        let text = stage.text(80, 30);
        let found: Vec<_> = words_for_several(&text).collect();
        assert!(found.is_empty(), "{found:?}\n{text}");
    }
}

fn words_for_several(text: &str) -> impl Iterator<Item = &'static str> {
    let text = text.to_lowercase();
    FOR_SEVERAL
        .into_iter()
        .filter(move |word| text.contains(word))
}
