//! The exercises that come with the program, read from assets/ when it is built.

use super::exercise::Exercise;

/// The text of the role-reversal exercise, as its file has it.
pub const ROLE_REVERSAL: &str = include_str!("../../assets/exercises/role-reversal.ron");

/// The id of the exercise that a session takes when nobody chose one.
pub const FIRST: &str = "role-reversal";

/// The id and the text of every built-in exercise, in the order they are offered.
pub const ALL: &[(&str, &str)] = &[(FIRST, ROLE_REVERSAL)];

impl Exercise {
    /// The built-in exercise with this id, if there is one.
    ///
    /// # Panics
    /// Never: every built-in text is parsed by a test.
    pub fn built_in(id: &str) -> Option<Self> {
        let (_, text) = ALL.iter().find(|(known, _)| *known == id)?;
        Some(Self::parse(text).expect("a test parses every built-in exercise"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::model::exercise::{EvidenceKind, Question, Step};
    use crate::model::text::CleanText;

    fn exercise() -> Exercise {
        Exercise::built_in(FIRST).unwrap()
    }

    fn questions(e: &Exercise) -> [&Question; 6] {
        let (verdict, commodity) = (&e.verdict.question, &e.commodity);
        [
            &e.prediction,
            verdict,
            &commodity.question,
            &commodity.if_equal,
            &e.improvements,
            &e.keep,
        ]
    }

    fn chars(text: &CleanText) -> usize {
        text.as_str().chars().count()
    }

    fn words(text: &str) -> usize {
        text.split_whitespace().count()
    }

    fn sentences(text: &CleanText) -> impl Iterator<Item = &str> {
        text.as_str()
            .split_inclusive(['.', '?', ':', '!'])
            .map(str::trim)
    }

    /// Every text of a list is at most so many characters long.
    fn at_most(most: usize, texts: &[CleanText]) {
        for text in texts {
            assert!(chars(text) <= most, "{} > {most}: {text}", chars(text));
        }
    }

    #[test]
    fn every_built_in_exercise_parses_under_its_id_and_fits() {
        for (id, text) in ALL {
            assert!(text.starts_with("#![type = \"customer-hat/exercise\"]\n"));
            let exercise = Exercise::built_in(id).unwrap();
            assert_eq!(exercise.id.as_str(), *id);
            assert_eq!(exercise.check(), []);
        }
        assert_eq!(Exercise::built_in("no-such"), None);
    }

    #[test]
    fn every_file_in_assets_is_built_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/exercises");
        let mut found: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        found.sort();
        let mut known: Vec<String> = ALL.iter().map(|(id, _)| format!("{id}.ron")).collect();
        known.sort();
        assert_eq!(found, known);
    }

    #[test]
    fn the_five_steps_stand_in_their_order_and_take_their_evidence() {
        use EvidenceKind::{Departments, PhoneClock, TimesAYear};
        let steps = exercise().steps;
        let found: Vec<(&str, &[EvidenceKind])> = steps
            .iter()
            .map(|s| (s.id.as_str(), s.evidence.as_slice()))
            .collect();
        let expected: [(&str, &[EvidenceKind]); 5] = [
            ("website", &[]),
            ("call", &[PhoneClock]),
            ("buy", &[Departments, TimesAYear]),
            ("problem", &[PhoneClock]),
            ("leader", &[PhoneClock]),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_steps_leave_time_for_the_talk_in_75_minutes() {
        let minutes: u16 = exercise().steps.iter().map(|s| s.minutes).sum();
        assert!((40..=55).contains(&minutes), "{minutes}");
    }

    #[test]
    fn a_step_can_be_read_from_the_back_row() {
        for step in &exercise().steps {
            assert!(words(step.title.as_str()) <= 4, "{}", step.title);
            assert!(chars(&step.short) <= 9, "{}", step.short);
            assert!(chars(&step.task) <= 130, "{}", step.task);
            assert!(sentences(&step.task).count() <= 3, "{}", step.task);
            assert!((2..=3).contains(&step.hold.len()));
            at_most(60, &step.hold);
            assert!((2..=4).contains(&step.look_for.len()));
            at_most(45, &step.look_for);
        }
    }

    #[test]
    fn a_feeling_is_said_in_one_or_two_words() {
        for Step {
            words_good: good,
            words_bad: bad,
            ..
        } in &exercise().steps
        {
            for list in [good, bad] {
                assert!((6..=9).contains(&list.len()), "{list:?}");
                assert!(list.iter().all(|w| words(w.as_str()) <= 2), "{list:?}");
                at_most(16, list);
            }
            assert!(good.iter().all(|word| !bad.contains(word)));
        }
    }

    #[test]
    fn the_scale_has_a_word_at_six_marks() {
        let scale = exercise().scale;
        let points: Vec<i8> = scale.iter().map(|mark| mark.at.points()).collect();
        assert_eq!(points, [-10, -5, -1, 1, 5, 10]);
        for mark in &scale {
            assert!(words(mark.words.as_str()) <= 3 && chars(&mark.words) <= 14);
        }
    }

    #[test]
    fn a_sentence_on_the_screen_has_at_most_twelve_words() {
        let e = exercise();
        let asked = questions(&e)
            .into_iter()
            .flat_map(|q| [&q.ask, &q.ask_alone]);
        let steps = e.steps.iter().flat_map(|s| s.hold.iter().chain([&s.task]));
        let lines = [&e.idea.lines, &e.idea.lines_alone, &e.rules, &e.rules_alone];
        let lines = lines.into_iter().flatten();
        for text in asked.chain(steps).chain(lines) {
            for sentence in sentences(text) {
                assert!(words(sentence) <= 12, "{sentence}");
            }
        }
    }

    #[test]
    fn what_is_said_aloud_is_short() {
        let e = exercise();
        let says = questions(&e).map(|q| &q.say);
        for say in says
            .into_iter()
            .chain(e.steps.iter().map(|s| &s.say))
            .chain([&e.idea.say])
        {
            assert!(chars(say) <= 220, "{} > 220: {say}", chars(say));
            assert!(sentences(say).all(|s| words(s) <= 16), "{say}");
        }
    }

    #[test]
    fn one_person_alone_is_never_spoken_to_as_many() {
        let e = exercise();
        let asked = questions(&e).map(|q| &q.ask_alone);
        let alone = asked
            .into_iter()
            .chain(&e.rules_alone)
            .chain(&e.idea.lines_alone);
        for text in alone {
            let lower = text.as_str().to_lowercase();
            for many in [
                "team",
                "everyone",
                "everybody",
                "we all",
                "all of you",
                "the room",
            ] {
                assert!(!lower.contains(many), "{text}");
            }
        }
    }
}
