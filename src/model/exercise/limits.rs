//! How long and how many the words of an exercise may be, so that every screen can show them.

use super::{Exercise, Idea, Prompts, Question, Step};
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

/// The most that a text may be.
#[derive(Debug, Clone, Copy)]
struct Limit {
    /// Words, split at white space.
    words: usize,
    /// Cells of a terminal.
    cells: usize,
}

const fn most(words: usize, cells: usize) -> Limit {
    Limit { words, cells }
}

// Words where a text is drawn large, cells everywhere. A line of 72 cells wraps once at 60 columns.
const ID: Limit = most(1, 32);
const NAME: Limit = most(6, 40);
const HEADLINE: Limit = most(5, 28);
const TITLE: Limit = most(4, 24);
const SHORT: Limit = most(1, 9);
const LINE: Limit = most(16, 72);
const TASK: Limit = most(32, 160);
const LOOK_FOR: Limit = most(10, 60);
const FEELING: Limit = most(3, 20);
const MARK: Limit = most(3, 14);
const ANSWER: Limit = most(3, 16);
const REASON: Limit = most(2, 16);
const SAY: Limit = most(60, 280);

impl Exercise {
    /// Every limit that the exercise breaks, in the order of its fields; none means that it fits.
    pub fn check(&self) -> Vec<Problem> {
        let mut found = Found::default();
        found.id("id", &self.id);
        found.count(
            "version",
            usize::from(self.version),
            1..=usize::from(u16::MAX),
        );
        found.text("title", &self.title, NAME);
        found.text("question", &self.question, LINE);
        found.text("stay_question", &self.stay_question, LINE);
        found.idea(&self.idea);
        found.texts("rules", &self.rules, 1..=8, LINE);
        found.texts("rules_alone", &self.rules_alone, 1..=8, LINE);
        found.scale(self);
        found.question("prediction", &self.prediction);
        found.steps(&self.steps);
        found.question("verdict.question", &self.verdict.question);
        found.text("verdict.builds", &self.verdict.builds, ANSWER);
        found.text("verdict.erodes", &self.verdict.erodes, ANSWER);
        found.question("commodity.question", &self.commodity.question);
        found.texts("commodity.reasons", &self.commodity.reasons, 1..=8, REASON);
        found.question("commodity.if_equal", &self.commodity.if_equal);
        found.question("improvements", &self.improvements);
        found.question("keep", &self.keep);
        found.prompts(&self.prompts);
        found.problems
    }
}

/// The problems found so far.
#[derive(Default)]
struct Found {
    problems: Vec<Problem>,
}

impl Found {
    fn add(&mut self, place: impl Display, what: impl Into<String>) {
        self.problems.push(Problem {
            place: place.to_string(),
            what: what.into(),
        });
    }

    fn text(&mut self, place: impl Display, text: &CleanText, limit: Limit) {
        let words = text.as_str().split_whitespace().count();
        let cells = text.as_str().width();
        if text.is_empty() {
            self.add(place, "this is empty");
        } else if words > limit.words {
            let most = limit.words;
            self.add(place, format!("{words} words, at most {most} fit"));
        } else if cells > limit.cells {
            let most = limit.cells;
            self.add(place, format!("{cells} characters, at most {most} fit"));
        }
    }

    fn texts(
        &mut self,
        place: impl Display,
        texts: &[CleanText],
        many: RangeInclusive<usize>,
        limit: Limit,
    ) {
        self.count(&place, texts.len(), many);
        for (at, text) in texts.iter().enumerate() {
            self.text(format!("{place}[{at}]"), text, limit);
        }
    }

    fn count(&mut self, place: impl Display, count: usize, many: RangeInclusive<usize>) {
        if !many.contains(&count) {
            let (least, most) = many.into_inner();
            self.add(place, format!("{count} is outside {least}..{most}"));
        }
    }

    fn id(&mut self, place: impl Display, id: &CleanText) {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.raw().chars().all(plain) {
            self.add(place, "an id is made of a-z, 0-9 and -");
        } else {
            self.text(place, id, ID);
        }
    }

    fn idea(&mut self, idea: &Idea) {
        self.text("idea.headline", &idea.headline, HEADLINE);
        self.texts("idea.lines", &idea.lines, 2..=4, LINE);
        self.texts("idea.lines_alone", &idea.lines_alone, 2..=4, LINE);
        self.text("idea.say", &idea.say, SAY);
    }

    fn question(&mut self, place: &str, question: &Question) {
        self.text(format!("{place}.headline"), &question.headline, HEADLINE);
        self.text(format!("{place}.ask"), &question.ask, LINE);
        self.text(format!("{place}.ask_alone"), &question.ask_alone, LINE);
        self.text(format!("{place}.say"), &question.say, SAY);
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
            self.texts(format!("prompts.{name}"), asked, 1..=3, LINE);
        }
    }

    fn scale(&mut self, exercise: &Exercise) {
        self.count("scale", exercise.scale.len(), 2..=8);
        for (at, mark) in exercise.scale.iter().enumerate() {
            self.text(format!("scale[{at}].words"), &mark.words, MARK);
        }
        for (at, pair) in exercise.scale.windows(2).enumerate() {
            if pair[0].at >= pair[1].at {
                let place = format!("scale[{}].at", at + 1);
                self.add(place, "the marks go up: this one is not above the last");
            }
        }
    }

    fn steps(&mut self, steps: &[Step]) {
        self.count("steps", steps.len(), 1..=9);
        let mut ids = HashSet::new();
        for (at, step) in steps.iter().enumerate() {
            self.step(&format!("steps[{at}]"), step);
            if !ids.insert(step.id.raw()) {
                self.add(format!("steps[{at}].id"), "an earlier step has this id");
            }
        }
    }

    fn step(&mut self, place: &str, step: &Step) {
        self.id(format!("{place}.id"), &step.id);
        self.text(format!("{place}.title"), &step.title, TITLE);
        self.text(format!("{place}.short"), &step.short, SHORT);
        self.text(format!("{place}.task"), &step.task, TASK);
        self.texts(format!("{place}.hold"), &step.hold, 2..=4, LINE);
        self.texts(format!("{place}.look_for"), &step.look_for, 2..=4, LOOK_FOR);
        for (words, name) in [(&step.words_good, "good"), (&step.words_bad, "bad")] {
            self.texts(format!("{place}.words_{name}"), words, 1..=12, FEELING);
        }
        let evidence = &step.evidence;
        if (1..evidence.len()).any(|at| evidence[..at].contains(&evidence[at])) {
            self.add(format!("{place}.evidence"), "a kind stands here twice");
        }
        self.count(format!("{place}.minutes"), step.minutes.into(), 1..=240);
        self.text(format!("{place}.say"), &step.say, SAY);
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
