//! An exercise as it is asked: every word the program says about the steps comes from here.

mod limits;
mod parse;

pub(super) use limits::Found;
pub use limits::Problem;
pub use parse::NotAnExercise;

use super::rating::Rating;
use super::stats::Shape;
use super::text::CleanText;
use serde::{Deserialize, Serialize};

/// An exercise: its steps, its questions and the words around them. One RON file holds one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Short name for the command line and for comparing sessions: `[a-z0-9-]`.
    pub id: CleanText,
    /// Counts up whenever a step or a question changes.
    pub version: u16,
    /// The name people see.
    pub title: CleanText,
    /// The one question asked at every step.
    pub question: CleanText,
    /// Asked together with every rating: would this person have gone on?
    pub stay_question: CleanText,
    /// The idea in one large sentence, and then in a few short ones.
    pub idea: Idea,
    /// The rules for a team, one short sentence each.
    pub rules: Vec<CleanText>,
    /// The rules for one person alone, in the second person.
    pub rules_alone: Vec<CleanText>,
    /// Words at marks of the scale, lowest first.
    pub scale: Vec<Mark>,
    /// What is asked before the first step.
    pub prediction: Question,
    /// The steps, in their order.
    pub steps: Vec<Step>,
    /// The question to each person after the steps; one of two answers.
    pub verdict: Verdict,
    /// Which things is the business chosen for, and what if they were equal?
    pub commodity: Commodity,
    /// What is asked about improvements.
    pub improvements: Question,
    /// Which moment is worth keeping and telling?
    pub keep: Question,
    /// What the facilitator asks at a reveal.
    pub prompts: Prompts,
}

/// What the facilitator asks at a reveal, by the shape of the result: one to three short questions each,
/// about how things work and never about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompts {
    /// They agree that it was good.
    pub agreed_high: Vec<CleanText>,
    /// They agree that it was bad.
    pub agreed_low: Vec<CleanText>,
    /// They agree that it was nothing much.
    pub agreed_mild: Vec<CleanText>,
    /// They lie all over the scale.
    pub mixed: Vec<CleanText>,
    /// Two camps.
    pub split: Vec<CleanText>,
    /// One stands far from the others, who stand together.
    pub one_far_out: Vec<CleanText>,
}

impl Prompts {
    /// The prompts for a shape.
    pub fn fitting(&self, shape: Shape) -> &[CleanText] {
        match shape {
            Shape::Split => &self.split,
            Shape::OneFarOut(_) => &self.one_far_out,
            Shape::AgreedHigh => &self.agreed_high,
            Shape::AgreedLow => &self.agreed_low,
            Shape::AgreedMild => &self.agreed_mild,
            Shape::Mixed => &self.mixed,
        }
    }
}

/// The idea behind the exercise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Idea {
    /// At most five words, drawn as large as fits.
    pub headline: CleanText,
    /// Two to four short sentences.
    pub lines: Vec<CleanText>,
    /// The same for one person alone.
    pub lines_alone: Vec<CleanText>,
    /// What the facilitator says.
    pub say: CleanText,
}

/// A word or two at a mark of the scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Where it stands.
    pub at: Rating,
    /// What it means, in at most three words.
    pub words: CleanText,
}

/// A question to the room, in a team's and in one person's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// At most five words, drawn as large as fits.
    pub headline: CleanText,
    /// The question to a team.
    pub ask: CleanText,
    /// The question to one person alone.
    pub ask_alone: CleanText,
    /// What the facilitator says.
    pub say: CleanText,
}

/// A step: one touchpoint of the customer's journey.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Short name for files and for comparing sessions: `[a-z0-9-]`.
    pub id: CleanText,
    /// At most four words, drawn as large as fits.
    pub title: CleanText,
    /// One word for the axis of a chart, at most nine characters.
    pub short: CleanText,
    /// What they do, in at most three short sentences.
    pub task: CleanText,
    /// The questions to hold, two to four.
    pub hold: Vec<CleanText>,
    /// What to look for, two to four short phrases.
    pub look_for: Vec<CleanText>,
    /// Words for feelings, good ones.
    pub words_good: Vec<CleanText>,
    /// Words for feelings, bad ones.
    pub words_bad: Vec<CleanText>,
    /// The kinds of evidence it takes beside notes.
    pub evidence: Vec<EvidenceKind>,
    /// The timebox, in minutes (1..=240).
    pub minutes: u16,
    /// What the facilitator says.
    pub say: CleanText,
}

/// A kind of evidence that a step takes beside notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EvidenceKind {
    /// A stopwatch for a call: rings, answered, on hold, a person.
    PhoneClock,
    /// The departments that took part, each rated.
    Departments,
    /// How many times a year the same thing happens to customers.
    TimesAYear,
}

/// The question at the end: one of two answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// The question.
    pub question: Question,
    /// The good answer, in at most three words.
    pub builds: CleanText,
    /// The bad answer, in at most three words.
    pub erodes: CleanText,
}

/// The things anybody could be chosen for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Commodity {
    /// Which of them are we chosen for today?
    pub question: Question,
    /// The things, one or two words each.
    pub reasons: Vec<CleanText>,
    /// And if they were equal?
    pub if_equal: Question,
}

impl Step {
    /// Whether the step takes this kind of evidence.
    pub fn takes(&self, kind: EvidenceKind) -> bool {
        self.evidence.contains(&kind)
    }
}
