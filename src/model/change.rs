//! Every way a session can change, and every reason why it may not.

use super::evidence::{Department, Mode, Note, PhoneLog, Sharing, Word};
use super::moment::Moment;
use super::person::{Person, PersonId, Presence};
use super::place::{Place, StepNumber};
use super::promise::Outcome;
use super::session::{BallotKind, Draft, Improvement, Names, Prediction, Session, Verdict};
use super::step_record::{Answer, Turn};
use super::text::CleanText;
use jiff::civil::Date;

/// A change to a session. Lists and single values are set whole, so that each change has an opposite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Go to another place. Its opposite goes back; that a step was begun stays.
    Go(Place),
    /// The session is left: until somebody goes to a place again, no clock of it runs.
    Rest,
    /// Write the business's name otherwise. It stays the same business: the round was counted for it.
    Business(CleanText),
    /// The business has another name from now on. Only for all sessions of it at once, which the store
    /// looks after: then the rounds are still those of one business, counted as they were.
    RenameBusiness(CleanText),
    /// Somebody joins, at this place in the row (at the end, when it is beyond). The name must not be
    /// empty, the id not taken.
    Join(usize, Person),
    /// Somebody is taken out again; only while nothing of theirs stands in the session, and the last one
    /// only where people are asked for.
    Remove(PersonId),
    /// Somebody's name or role is put right.
    Rename(PersonId, CleanText, CleanText),
    /// Somebody comes or leaves.
    Presence(PersonId, Presence),
    /// How ratings are taken; not while answers wait for their reveal.
    Ballot(BallotKind),
    /// Whether names stand beside ratings; only until the first answer.
    Names(Names),
    /// A person's prediction, or its taking back.
    Predict(PersonId, Option<Prediction>),
    /// A person's answer at a step, or its taking back. The steps before must be revealed.
    Answer(StepNumber, Turn, PersonId, Option<Answer>),
    /// Show a step's answers. This can't be undone: what was seen was seen.
    Reveal(StepNumber, Turn),
    /// Something else of a step.
    Step(StepNumber, StepChange),
    /// A person's verdict, or its taking back.
    Verdict(PersonId, Option<Verdict>),
    /// Show the verdicts. This can't be undone.
    RevealVerdicts,
    /// Which of the exercise's reasons they are chosen for; each counts once.
    ChosenFor(Vec<CleanText>),
    /// What they would be chosen for if those were equal.
    IfEqual(CleanText),
    /// What is worth keeping.
    Keep(CleanText),
    /// The improvements.
    Improvements(Vec<Improvement>),
    /// The date of the next round.
    NextRound(Option<Date>),
    /// What became of a promise of an earlier round, counted from 0.
    Promise(usize, Option<Outcome>),
    /// Close the session, or open it again.
    Finished(Option<Moment>),
    /// What is being typed.
    Draft(Option<Draft>),
}

/// A change to what is held of one step, beside its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepChange {
    /// Live, remembered or imagined.
    Mode(Mode),
    /// One shared experience, or each their own.
    Sharing(Sharing),
    /// The notes.
    Notes(Vec<Note>),
    /// The phone clock.
    Phone(Option<PhoneLog>),
    /// The departments.
    Departments(Vec<Department>),
    /// The times a year.
    TimesAYear(Option<u32>),
    /// The words for the feeling.
    Words(Vec<Word>),
    /// Seconds spent doing it, over all visits.
    Seconds(u32),
    /// Minutes added to its timebox.
    MoreMinutes(u16),
}

/// Why a change can't be made, in a sentence for the screen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The person is not in this session.
    #[error("nobody here is called {0}")]
    Unknown(PersonId),
    /// The person is away.
    #[error("{0} is away, and only people in the room can answer")]
    Away(String),
    /// The answers were shown already.
    #[error("this was revealed already; what was seen was seen")]
    AlreadyRevealed,
    /// The answers were not shown yet.
    #[error("first everyone's answer is revealed")]
    NotRevealed,
    /// Somebody has not answered yet.
    #[error("still waiting for {0}")]
    Waiting(String),
    /// The prediction does not fit the exercise.
    #[error("a prediction has one rating for each of the {0} steps")]
    WrongLength(usize),
    /// A name is missing.
    #[error("a name is needed")]
    NoName,
    /// There are as many people as a session can hold.
    #[error("a session holds at most {most} people", most = Session::MOST_PEOPLE)]
    TooMany,
    /// Two people have the same id.
    #[error("{0} is in the session already")]
    Taken(PersonId),
    /// Something of theirs stands in the session.
    #[error("{0} has answered already and stays in the session; mark them as away instead")]
    HasAnswers(String),
    /// There is no such promise.
    #[error("nothing of the kind was promised")]
    NoPromise,
    /// There is no such step.
    #[error("there is no step {0}")]
    NoStep(StepNumber),
    /// The reason is none of the exercise's.
    #[error("\"{0}\" is none of the reasons in this exercise")]
    NoReason(CleanText),
    /// A list is longer than a session can hold.
    #[error("a list holds at most {most}", most = Session::MOST_IN_A_LIST)]
    TooLong,
    /// The round was counted for another business.
    #[error("this round was counted for {0}; begin a new session for another business")]
    OtherBusiness(CleanText),
    /// Answers of another kind of ballot wait for their reveal.
    #[error("some answers are still sealed; change the ballot once they are revealed")]
    Sealed,
    /// People have answered, and knew whether names are shown.
    #[error("people have answered already; whether names are shown stays as they were told")]
    NamesPromised,
    /// The session would stand there without anybody.
    #[error("{0} is the only one; add somebody else first")]
    OnlyOne(String),
    /// Nobody takes part yet.
    #[error("first, who takes part?")]
    Nobody,
    /// The place comes later.
    #[error("step {0} comes first: rate it and reveal it")]
    StepFirst(StepNumber),
    /// The verdict comes first.
    #[error("the verdict comes first")]
    VerdictFirst,
}
