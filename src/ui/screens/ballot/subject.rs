//! What a ballot is about: the guess before, a step, or the verdict.

use crate::model::ballot::{Ask, Given};
use crate::model::change::Change;
use crate::model::moment::Moment;
use crate::model::person::{Person, PersonId};
use crate::model::place::{Place, StepNumber};
use crate::model::session::{Company, Prediction, Session, Verdict};
use crate::model::step_record::{Answer, Turn};
use crate::ui::frame::ON_ITS_WAY;
use crate::ui::screen::{View, Want};
use crate::ui::theme::Theme;
use ratatui::style::Style;

/// What a ballot is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// What would a customer feel at each step?
    Prediction,
    /// How did they make me feel at this step?
    Rating(StepNumber, Turn),
    /// Does it build trust or erode it?
    Verdict,
}

impl Subject {
    /// The questions to each person.
    pub fn asks(self, session: &Session) -> Vec<Ask> {
        match self {
            Self::Prediction => vec![Ask::Rating; session.steps().len()],
            Self::Rating(..) => vec![Ask::Rating, Ask::Stay],
            Self::Verdict => vec![Ask::Verdict],
        }
    }

    /// Whether a person may pass. A verdict is one of two: there is no neither.
    pub fn may_pass(self) -> bool {
        self != Self::Verdict
    }

    /// Who is in the room and has not answered.
    pub fn missing(self, session: &Session) -> Vec<&Person> {
        match self {
            Self::Prediction if session.predictions_are_closed() => Vec::new(),
            Self::Prediction => session.missing_predictions(),
            Self::Rating(step, turn) if session.step(step).reveal(turn).is_some() => Vec::new(),
            Self::Rating(step, turn) => session.missing(step, turn),
            Self::Verdict if session.verdict_revealed().is_some() => Vec::new(),
            Self::Verdict => session.missing_verdicts(),
        }
    }

    /// How somebody stands: answered, passed, or neither.
    pub fn standing(self, session: &Session, id: &PersonId) -> Standing {
        let passed = match self {
            Self::Prediction => session
                .predictions()
                .get(id)
                .map(|p| matches!(p, Prediction::Passed { .. })),
            Self::Rating(step, turn) => session
                .step(step)
                .answers(turn)
                .get(id)
                .map(|answer| answer.rating().is_none()),
            Self::Verdict => session.verdicts().get(id).map(|_| false),
        };
        match passed {
            None => Standing::Missing,
            Some(true) => Standing::Passed,
            Some(false) => Standing::Answered,
        }
    }

    /// The sign for how somebody stands, and how it looks: an answer that is not on disk yet has a sign of its own.
    pub fn look(self, view: &View<'_>, id: &PersonId) -> (&'static str, Style) {
        let standing = self.standing(view.session, id);
        let is_on_disk = view.on_disk.is_some_and(|copy| {
            let (session, copy) = (view.session, copy);
            match self {
                Self::Prediction => session.predictions().get(id) == copy.predictions().get(id),
                Self::Rating(step, turn) => {
                    let of = |one: &Session| one.step(step).answers(turn).get(id).copied();
                    of(session) == of(copy)
                }
                Self::Verdict => session.verdicts().get(id) == copy.verdicts().get(id),
            }
        });
        match standing {
            Standing::Answered | Standing::Passed if !is_on_disk => {
                (ON_ITS_WAY, view.theme.waiting.style())
            }
            standing => standing.look(view.theme),
        }
    }

    /// The change that accepts a person's answers; a pass where there are none.
    pub fn accept(self, id: PersonId, given: Option<&[Given]>, at: Moment) -> Change {
        let rating = |given: &Given| match given {
            Given::Rating(rating) => Some(*rating),
            _ => None,
        };
        match (self, given) {
            (Self::Prediction, Some(given)) => {
                let ratings = given.iter().filter_map(rating).collect();
                Change::Predict(id, Some(Prediction::Guessed { ratings, at }))
            }
            (Self::Prediction, None) => Change::Predict(id, Some(Prediction::Passed { at })),
            (Self::Rating(step, turn), given) => {
                let answer = match given {
                    Some([Given::Rating(rating), Given::Stay(stays)]) => Answer::Rated {
                        rating: *rating,
                        stays: *stays,
                        at,
                    },
                    _ => Answer::Passed { at },
                };
                Change::Answer(step, turn, id, Some(answer))
            }
            (Self::Verdict, given) => {
                let builds = matches!(given, Some([Given::Builds(true)]));
                let verdict = if builds {
                    Verdict::Builds { at }
                } else {
                    Verdict::Erodes { at }
                };
                Change::Verdict(id, Some(verdict))
            }
        }
    }

    /// What is said of a pass that is more than one: in sight it counts at once.
    pub fn told_of(
        self,
        id: &PersonId,
        given: Option<&[Given]>,
        session: &Session,
    ) -> Option<Want> {
        let is_told = self == Self::Prediction && given.is_none();
        let is_told = is_told && session.company() != Company::Solo;
        let (name, all) = (session.label(id), session.steps().len());
        is_told.then(|| Want::Notice(format!("{name} passes all {all} guesses. u takes it back.")))
    }

    /// The question, as large as fits.
    pub fn question(self, session: &Session) -> &str {
        let exercise = session.exercise();
        let text = match (self, session.company()) {
            (Self::Prediction, Company::Solo) => &exercise.prediction.ask_alone,
            (Self::Prediction, _) => &exercise.prediction.ask,
            (Self::Rating(..), _) => &exercise.question,
            (Self::Verdict, Company::Solo) => &exercise.verdict.question.ask_alone,
            (Self::Verdict, _) => &exercise.verdict.question.ask,
        };
        text.as_str()
    }

    /// What is asked at one question of a guess: it has one for each step. None where one question is all there is.
    pub fn question_of_step(self, session: &Session, index: usize) -> Option<String> {
        let step = session.exercise().steps.get(index)?;
        let is_guess = self == Self::Prediction;
        is_guess.then(|| format!("{}: what would a customer feel?", step.title))
    }

    /// The headline where nobody's name stands.
    pub fn headline(self, session: &Session) -> &str {
        let exercise = session.exercise();
        let text = match self {
            Self::Prediction => &exercise.prediction.headline,
            Self::Rating(..) => &exercise.question,
            Self::Verdict => &exercise.verdict.question.headline,
        };
        text.as_str()
    }

    /// What happens when everybody is in.
    pub fn done(self, session: &Session) -> Vec<Want> {
        match self {
            Self::Prediction => vec![Want::Next],
            Self::Rating(step, turn) if session.step(step).reveal(turn).is_some() => {
                vec![Want::Go(Place::Reveal(step))]
            }
            Self::Rating(step, turn) => {
                vec![
                    Want::Change(Change::Reveal(step, turn)),
                    Want::Go(Place::Reveal(step)),
                ]
            }
            Self::Verdict if session.verdict_revealed().is_some() => {
                vec![Want::Go(Place::VerdictReveal)]
            }
            Self::Verdict => vec![
                Want::Change(Change::RevealVerdicts),
                Want::Go(Place::VerdictReveal),
            ],
        }
    }

    /// What the foot says that happens then.
    pub fn next_words(self, session: &Session) -> &'static str {
        match (self, session.company()) {
            (Self::Prediction, _) => "to the first step",
            (_, Company::Solo) => "see it",
            _ => "reveal",
        }
    }
}

/// The sign before the one whose turn it is.
pub const TURN: &str = "▸";

/// How somebody stands on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Answered.
    Answered,
    /// Passed.
    Passed,
    /// Neither.
    Missing,
}

impl Standing {
    /// The sign for it, and how it looks.
    fn look(self, theme: &Theme) -> (&'static str, Style) {
        match self {
            Self::Answered => ("✓", theme.rated.style()),
            Self::Passed => ("–", theme.passed.style()),
            Self::Missing => ("○", theme.waiting.style()),
        }
    }
}
