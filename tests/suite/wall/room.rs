//! A full room: twenty people, some of the same name and some with long ones, in a business whose name is long too.

use std::sync::OnceLock;

use super::super::stage::Stage;
use customer_hat::model::exercise::Exercise;

/// Sixty characters.
pub const BUSINESS: &str = "Vereinigte Fahrradwerkstätten und Kaffeerösterei Allgäu-Süd";

/// Everybody in the room.
pub const PEOPLE: [&str; 20] = [
    "Ana",
    "Ana",
    "Ben (shop)",
    "Ben (yard)",
    "Maximilian von Hohenstein-Württemberg",
    "Bernadette Schultheiß-Kaltenbrunner",
    "Zoë",
    "李小龙",
    "Ngozi Adichie",
    "Γιώργος",
    "Владимир",
    "O'Neil-Łuc",
    "Guðrún",
    "Dev",
    "Eva",
    "Finn",
    "Hazel",
    "Ines",
    "Jürgen",
    "Konstantin",
];

/// What they rate at each step: spread, in two camps, all the same, all but one, at the ends.
const RATINGS: [[i32; 20]; 5] = [
    [
        -10, -9, -8, -7, -6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ],
    [
        -8, -7, -8, -6, -7, -8, -5, -9, -7, -4, 7, 8, 6, 7, 8, 9, 5, 4, 6, 8,
    ],
    [6; 20],
    [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, -10],
    [
        -10, 10, -10, 10, -10, 10, -10, 10, -10, 10, -10, 10, -10, 10, -10, 10, -1, 1, -1, 1,
    ],
];

/// How a room takes its ratings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Sealed, one after the other.
    Sealed,
    /// Everybody holds up a number.
    Cards,
    /// On a scale that all see.
    Open,
}

/// The built-in exercise with German words as long as an exercise may have them.
pub fn german() -> Exercise {
    let words = [
        (
            "How did they make me feel?",
            "Welches Gefühl haben sie in mir hinterlassen?",
        ),
        (
            "Would you still go on?",
            "Würden Sie hier trotzdem noch weitermachen?",
        ),
        (
            "title: \"Call the business\"",
            "title: \"Kundendienst herbeirufen\"",
        ),
        (
            "title: \"Call with a problem\"",
            "title: \"Reklamation durchsetzen\"",
        ),
        (
            "title: \"Ask for a leader\"",
            "title: \"Geschäftsleitung rufen\"",
        ),
        ("short: \"call\"", "short: \"Anrufen\""),
        ("short: \"problem\"", "short: \"Beschwerd\""),
        (
            "Dial the number customers find, on speaker. Ask what a newcomer would ask. Stay to the end.",
            "Wählen Sie laut die Nummer, die Kundinnen finden. Fragen Sie, was Neukunden fragen würden. Bleiben Sie bis zum Schluss am Apparat, was auch immer geschieht.",
        ),
        ("\"You are the customer\"", "\"Sie sind jetzt die Kundin\""),
        ("\"never again\"", "\"nie mehr hier\""),
    ];
    let mut text = include_str!("../../../assets/exercises/role-reversal.ron").to_owned();
    for (english, german) in words {
        assert!(text.contains(english), "{english}");
        text = text.replace(english, german);
    }
    let exercise = Exercise::parse(&text).unwrap();
    assert!(exercise.check().is_empty(), "{:?}", exercise.check());
    exercise
}

/// The texts of the session where it first came to each place, and after the first answer there.
pub fn texts(way: Way) -> &'static [String] {
    static TEXTS: [OnceLock<Vec<String>>; 3] = [const { OnceLock::new() }; 3];
    TEXTS[way as usize].get_or_init(|| played(way).stops().to_vec())
}

fn played(way: Way) -> Stage {
    let choice = ["", "<down><space>", "<down><down><space>"][way as usize];
    let mut stage = Stage::asking(german())
        .keys("t")
        .paste(BUSINESS)
        .keys("<enter>")
        .paste(&PEOPLE.join("\n"))
        .keys(&format!("<enter>{choice}<enter><enter>"));
    for nth in 0..PEOPLE.len() as i32 {
        stage.press_all(&guess(way, nth % 9 + 1));
    }
    stage.press_all("<enter>");
    for (step, ratings) in RATINGS.iter().enumerate() {
        stage.press_all(NOTES[step]);
        stage.press_all("<enter>");
        for points in ratings {
            stage.press_all(&rating(way, *points));
        }
        stage.press_all("<enter><wait>");
        if step == 0 {
            stage.press_all("r");
            for points in ratings {
                stage.press_all(&rating(way, -points));
            }
            stage.press_all("<enter><wait>");
        }
        stage.press_all("<enter>");
    }
    stage.press_all("<enter>");
    for nth in 0..PEOPLE.len() {
        let verdict = if nth % 3 == 0 { "+" } else { "-" };
        stage.press_all(verdict);
        if way != Way::Cards {
            stage.press_all("<enter>");
        }
    }
    stage.keys(END)
}

const NOTES: [&str; 5] = [
    "+a photograph of the workshop that makes everybody want to come in at once<enter>-no price<enter>nold<enter>",
    "p<wait>ra<wait>h<wait>hp<wait><enter>-\"Depends\" was the whole answer about the price of a very ordinary service<enter>",
    "dsales floor<enter>workshop<enter>till<enter>coffee corner<enter>bookkeeping and reminders<enter><enter>y1,200<enter>",
    "",
    "",
];

const END: &str = "<enter><enter>14<enter>Because they fix it properly, and you leave with a coffee in your hand, every single time<enter>They remembered my bike<enter>\
    Answer every call within three rings, all day, whoever is at the desk<enter>Maximilian von Hohenstein-Württemberg<enter>friday<enter>\
    aOpening hours on the site<enter><enter><enter><enter>d in 3 months<enter>";

fn guess(way: Way, points: i32) -> String {
    let all = format!("{points}<enter>").repeat(5);
    match way {
        Way::Sealed => format!("{all}<enter>"),
        Way::Cards | Way::Open => all,
    }
}

fn rating(way: Way, points: i32) -> String {
    match way {
        Way::Sealed | Way::Open => format!("{points}<enter>{}<enter>", yes(points)),
        Way::Cards => format!("{points}<enter>{}", yes(points)),
    }
}

fn yes(points: i32) -> char {
    if points < -4 { 'n' } else { 'y' }
}
