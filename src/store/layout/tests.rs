//! What the layout must keep: the value, and the reader's ease.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::store::visible::harmless;
use proptest::prelude::*;
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Session {
    format: u32,
    business: String,
    steps: Vec<Step>,
    exercise: Exercise,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Step {
    ratings: BTreeMap<String, Answer>,
    rings: Option<u16>,
    notes: Vec<Note>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Answer {
    Passed,
    Rated { rating: i8, stays: bool, at: String },
    Said(char, String),
    Wrapped(Option<Box<Answer>>),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Note {
    kind: char,
    text: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Exercise {
    title: String,
    hold: Vec<String>,
    words: Vec<String>,
}

fn rated(rating: i8) -> Answer {
    Answer::Rated {
        rating,
        stays: rating > 0,
        at: "2026-11-22T14:42:31+01:00".to_owned(),
    }
}

fn session() -> Session {
    let words = ["ignored", "an annoyance", "sold to"];
    Session {
        format: 1,
        business: "Café “Größe” & שלום".to_owned(),
        steps: vec![
            Step {
                ratings: [
                    ("ana", rated(-4)),
                    ("ben", rated(7)),
                    ("cy", Answer::Passed),
                ]
                .map(|(name, answer)| (name.to_owned(), answer))
                .into(),
                rings: Some(4),
                notes: vec![Note {
                    kind: '+',
                    text: "They didn't say \"hello\"".to_owned(),
                }],
            },
            Step {
                ratings: BTreeMap::new(),
                rings: None,
                notes: vec![],
            },
        ],
        exercise: Exercise {
            title: "Visit the website".to_owned(),
            hold: vec![
                "Does it speak to me, about my problem, or about the company and its history?"
                    .into(),
                "Do they seem to understand me?".into(),
            ],
            words: words.map(str::to_owned).to_vec(),
        },
    }
}

#[test]
fn a_session_reads_well() {
    let expected = r#"(
    format: 1,
    business: "Café “Größe” & שלום",
    steps: [
        (
            ratings: {
                "ana": Rated(rating: -4, stays: false, at: "2026-11-22T14:42:31+01:00"),
                "ben": Rated(rating: 7, stays: true, at: "2026-11-22T14:42:31+01:00"),
                "cy": Passed,
            },
            rings: Some(4),
            notes: [
                (kind: '+', text: "They didn't say \"hello\""),
            ],
        ),
        (ratings: {}, rings: None, notes: []),
    ],
    exercise: (
        title: "Visit the website",
        hold: [
            "Does it speak to me, about my problem, or about the company and its history?",
            "Do they seem to understand me?",
        ],
        words: ["ignored", "an annoyance", "sold to"],
    ),
)
"#;
    assert_eq!(pretty(&session()).unwrap(), expected);
}

#[test]
fn what_cannot_be_seen_is_escaped_and_what_can_is_not() {
    let text = "e\u{301} שׁ नमस्ते ไทย 東京 ❤ \u{1f600}";
    assert_eq!(pretty(&text).unwrap(), format!("\"{text}\"\n"));
    for unseen in
        "\u{0}\u{7}\u{1b}\u{85}\u{a0}\u{ad}\u{200b}\u{200d}\u{200e}\u{202e}\u{2028}\u{2066}\
                   \u{feff}\u{fe0f}\u{3164}\u{34f}\u{e0041}\u{e000}\u{61c}"
            .chars()
    {
        let told = pretty(&format!("a{unseen}b")).unwrap();
        assert!(
            !told.contains(unseen),
            "{:x} stands open",
            u32::from(unseen)
        );
        assert!(!harmless(&format!("a{unseen}b")).contains(unseen));
    }
    assert_eq!(pretty(&"\u{301}x").unwrap(), "\"\\u{301}x\"\n");
}

#[test]
fn text_with_comments_is_left_alone() {
    for text in [
        "( // a ) b\n a: 1)",
        "(a: /* [ */ 1)",
        "(a: r#\"x\"y\"#)",
        "#![enable(x)] ()",
    ] {
        assert_eq!(join_short(text), text);
    }
}

#[test]
fn unbalanced_text_is_left_alone() {
    for text in ["(a: [1, 2)", "(a: \"x", "())", "'", "[(", "\"\\"] {
        let _ = join_short(text);
    }
    assert_eq!(join_short("())"), "())");
}

fn answers() -> impl Strategy<Value = Answer> {
    let leaf = prop_oneof![
        Just(Answer::Passed),
        (any::<i8>(), any::<bool>(), any::<String>())
            .prop_map(|(rating, stays, at)| Answer::Rated { rating, stays, at }),
        (any::<char>(), ".{0,90}").prop_map(|(c, s)| Answer::Said(c, s)),
    ];
    leaf.prop_recursive(4, 8, 1, |inner| {
        proptest::option::of(inner).prop_map(|a| Answer::Wrapped(a.map(Box::new)))
    })
}

prop_compose! {
    fn steps()(
        ratings in proptest::collection::btree_map(any::<String>(), answers(), 0..4),
        rings in any::<Option<u16>>(),
        notes in proptest::collection::vec((any::<char>(), "[\\PC\"'\\\\/#(\\[{,:]{0,40}"), 0..3),
    ) -> Step {
        let notes = notes.into_iter().map(|(kind, text)| Note { kind, text }).collect();
        Step { ratings, rings, notes }
    }
}

proptest! {
    #[test]
    fn the_value_stays_the_same(
        business in any::<String>(),
        steps in proptest::collection::vec(steps(), 0..4),
        hold in proptest::collection::vec("[\u{0}-\u{ff}\u{2000}-\u{206f}\u{300}-\u{36f}]{0,30}", 0..4),
    ) {
        let exercise = Exercise { title: business.clone(), hold, words: vec![] };
        let session = Session { format: 1, business, steps, exercise };
        let text = pretty(&session).unwrap();
        prop_assert_eq!(ron::from_str::<Session>(&text).unwrap(), session);
        prop_assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
        prop_assert_eq!(join_short(&text), text);
    }

    #[test]
    fn any_text_at_all_is_laid_out_without_a_fault(text in "[ \\PC\\n]{0,60}") {
        let _ = join_short(&text);
    }
}
