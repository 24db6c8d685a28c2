//! Whether the words of an exercise keep to their caps, so that every screen can show them.

use super::{Exercise, Idea, Prompts, Question, Step};
use crate::model::caps::{Cap, ENTRIES, Kind, PROBLEMS};
use crate::model::text::CleanText;
use std::collections::HashSet;
use std::fmt::Display;
use std::ops::RangeInclusive;
use unicode_width::UnicodeWidthStr;

/// Something in an exercise that a screen could not show well: prints as `steps[1].title: …`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place}: {what}")]
pub struct Problem {
    /// The path to it in the file: `steps[1].title`.
    pub place: String,
    /// What is wrong with it, and what would be right.
    pub what: String,
}

impl Exercise {
    /// What the exercise breaks of its caps, in the order of its fields; none means that it fits. Where more than
    /// [`PROBLEMS`] are broken, one more is given.
    pub fn check(&self) -> Vec<Problem> {
        let mut found = Found::new(PROBLEMS + 1);
        found.exercise(self);
        found.problems
    }
}

/// The problems found so far, up to so many.
pub(in crate::model) struct Found {
    pub(in crate::model) problems: Vec<Problem>,
    most: usize,
}

impl Found {
    pub(in crate::model) fn new(most: usize) -> Self {
        Self {
            problems: Vec::new(),
            most,
        }
    }

    /// Whether no more are looked for.
    pub(in crate::model) fn is_full(&self) -> bool {
        self.problems.len() >= self.most
    }

    pub(in crate::model) fn add(&mut self, place: impl Display, what: impl Into<String>) {
        if !self.is_full() {
            self.problems.push(Problem {
                place: place.to_string(),
                what: what.into(),
            });
        }
    }

    fn exercise(&mut self, exercise: &Exercise) {
        self.id("id", &exercise.id);
        self.count(
            "version",
            usize::from(exercise.version),
            &(1..=usize::from(u16::MAX)),
        );
        self.text("title", &exercise.title);
        self.text("question", &exercise.question);
        self.text("stay_question", &exercise.stay_question);
        self.idea(&exercise.idea);
        self.texts("rules", &exercise.rules);
        self.texts("rules_alone", &exercise.rules_alone);
        self.scale(exercise);
        self.question("prediction", &exercise.prediction);
        self.steps(&exercise.steps);
        self.question("verdict.question", &exercise.verdict.question);
        self.text("verdict.builds", &exercise.verdict.builds);
        self.text("verdict.erodes", &exercise.verdict.erodes);
        self.question("commodity.question", &exercise.commodity.question);
        self.texts("commodity.reasons", &exercise.commodity.reasons);
        self.question("commodity.if_equal", &exercise.commodity.if_equal);
        self.question("improvements", &exercise.improvements);
        self.question("keep", &exercise.keep);
        self.prompts(&exercise.prompts);
    }

    /// A text, by its row in the table.
    fn text(&mut self, place: impl Display, text: &CleanText) {
        let place = place.to_string();
        let Some(Cap::Shown {
            words: most,
            cells: wide,
        }) = Kind::Exercise.cap_at(&place)
        else {
            return;
        };
        let words = text.as_str().split_whitespace().count();
        let cells = text.as_str().width();
        if text.is_empty() {
            self.add(place, "this is empty");
        } else if words > *most {
            self.add(place, format!("{words} words, at most {most} fit"));
        } else if cells > *wide {
            self.add(place, format!("{cells} characters, at most {wide} fit"));
        }
    }

    /// A list of texts, by its row in the table; what is beyond is not looked at.
    fn texts(&mut self, place: impl Display, texts: &[CleanText]) {
        for (at, text) in self.entries(place.to_string(), texts) {
            self.text(format!("{place}[{at}]"), text);
        }
    }

    /// As many entries of a list as it may have, numbered, as long as there is room for problems.
    fn entries<'l, T>(
        &mut self,
        place: String,
        list: &'l [T],
    ) -> impl Iterator<Item = (usize, &'l T)> + use<'l, T> {
        let mut most = ENTRIES;
        if let Some(Cap::Many(many)) = Kind::Exercise.cap_at(&place) {
            most = *many.end();
            self.count(place, list.len(), many);
        }
        let room = if self.is_full() { 0 } else { most };
        list.iter().take(room).enumerate()
    }

    fn count(&mut self, place: impl Display, count: usize, many: &RangeInclusive<usize>) {
        if !many.contains(&count) {
            let (least, most) = (many.start(), many.end());
            self.add(place, format!("{count} is outside {least}..{most}"));
        }
    }

    fn id(&mut self, place: impl Display, id: &CleanText) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.raw().chars().all(plain) {
            self.add(place, "an id is made of a-z, 0-9 and -");
        } else {
            self.text(place, id);
        }
    }

    fn idea(&mut self, idea: &Idea) {
        self.text("idea.headline", &idea.headline);
        self.texts("idea.lines", &idea.lines);
        self.texts("idea.lines_alone", &idea.lines_alone);
        self.text("idea.say", &idea.say);
    }

    fn question(&mut self, place: &str, question: &Question) {
        self.text(format!("{place}.headline"), &question.headline);
        self.text(format!("{place}.ask"), &question.ask);
        self.text(format!("{place}.ask_alone"), &question.ask_alone);
        self.text(format!("{place}.say"), &question.say);
    }

    fn prompts(&mut self, prompts: &Prompts) {
        for (name, asked) in [
            ("agreed_high", &prompts.agreed_high),
            ("agreed_low", &prompts.agreed_low),
            ("agreed_mild", &prompts.agreed_mild),
            ("mixed", &prompts.mixed),
            ("split", &prompts.split),
            ("one_far_out", &prompts.one_far_out),
        ] {
            self.texts(format!("prompts.{name}"), asked);
        }
    }

    fn scale(&mut self, exercise: &Exercise) {
        for (at, mark) in self.entries("scale".to_owned(), &exercise.scale) {
            self.text(format!("scale[{at}].words"), &mark.words);
        }
        for (at, pair) in exercise.scale.windows(2).enumerate() {
            if pair[0].at >= pair[1].at {
                let place = format!("scale[{}].at", at + 1);
                self.add(place, "the marks go up: this one is not above the last");
            }
        }
    }

    fn steps(&mut self, steps: &[Step]) {
        let mut ids = HashSet::new();
        for (at, step) in self.entries("steps".to_owned(), steps) {
            self.step(&format!("steps[{at}]"), step);
            if !ids.insert(step.id.raw()) {
                self.add(format!("steps[{at}].id"), "an earlier step has this id");
            }
        }
    }

    fn step(&mut self, place: &str, step: &Step) {
        self.id(format!("{place}.id"), &step.id);
        self.text(format!("{place}.title"), &step.title);
        self.text(format!("{place}.short"), &step.short);
        self.text(format!("{place}.task"), &step.task);
        self.texts(format!("{place}.hold"), &step.hold);
        self.texts(format!("{place}.look_for"), &step.look_for);
        for (words, name) in [(&step.words_good, "good"), (&step.words_bad, "bad")] {
            self.texts(format!("{place}.words_{name}"), words);
        }
        let evidence = &step.evidence;
        if (1..evidence.len()).any(|at| evidence[..at].contains(&evidence[at])) {
            self.add(format!("{place}.evidence"), "a kind stands here twice");
        }
        self.count(format!("{place}.minutes"), step.minutes.into(), &(1..=240));
        self.text(format!("{place}.say"), &step.say);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The problems of the built-in exercise after a change to it.
    fn problems(change: impl FnOnce(&mut Exercise)) -> Vec<String> {
        let mut exercise = Exercise::built_in("role-reversal").unwrap();
        change(&mut exercise);
        exercise.check().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn an_id_is_plain_and_stands_once() {
        let upper = problems(|e| e.steps[0].id = "Website".into());
        assert_eq!(upper, ["steps[0].id: an id is made of a-z, 0-9 and -"]);
        let twice = problems(|e| e.steps[3].id = "call".into());
        assert_eq!(twice, ["steps[3].id: an earlier step has this id"]);
    }

    #[test]
    fn there_are_one_to_nine_steps() {
        assert_eq!(problems(|e| e.steps.clear()), ["steps: 0 is outside 1..9"]);
        let ten = problems(|e| {
            let step = e.steps[0].clone();
            let with_id = |n: usize| Step {
                id: format!("s{n}").into(),
                ..step.clone()
            };
            e.steps = (0..10).map(with_id).collect();
        });
        assert_eq!(ten, ["steps: 10 is outside 1..9"]);
    }

    #[test]
    fn a_timebox_is_one_minute_to_four_hours() {
        for (minutes, fits) in [(0, false), (1, true), (240, true), (241, false)] {
            assert_eq!(problems(|e| e.steps[1].minutes = minutes).is_empty(), fits);
        }
    }

    #[test]
    fn the_marks_of_the_scale_go_up() {
        let found = problems(|e| e.scale.swap(1, 2));
        assert_eq!(
            found,
            ["scale[2].at: the marks go up: this one is not above the last"]
        );
    }

    #[test]
    fn at_least_one_reason_is_needed() {
        let found = problems(|e| e.commodity.reasons.clear());
        assert_eq!(found, ["commodity.reasons: 0 is outside 1..8"]);
    }

    #[test]
    fn large_text_is_measured_in_words_and_in_cells() {
        let found = problems(|e| {
            e.keep.headline = "one two three four five six".into();
            e.steps[0].short = "the website".into();
            e.steps[1].short = "電話をかける".into();
            e.steps[2].title = " ".into();
        });
        let expected = [
            "steps[0].short: 2 words, at most 1 fit",
            "steps[1].short: 12 characters, at most 9 fit",
            "steps[2].title: this is empty",
            "keep.headline: 6 words, at most 5 fit",
        ];
        assert_eq!(found, expected);
    }
}
