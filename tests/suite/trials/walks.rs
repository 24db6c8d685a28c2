//! Sessions to try things on: one of six people from Home to Close, one left halfway.

use customer_hat::model::change::{Change, StepChange};
use customer_hat::model::evidence::{
    CallEvent, Department, Mode, Note, NoteKind, PhoneLog, Sharing, Word,
};
use customer_hat::model::exercise::Exercise;
use customer_hat::model::moment::Moment;
use customer_hat::model::person::{Person, PersonId, Presence};
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::promise::Outcome;
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{
    Draft, Earlier, Field, Improvement, Names, Prediction, Session, Verdict, Walk,
};
use customer_hat::model::step_record::{Answer, Turn};
use customer_hat::model::text::CleanText;
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::Offset;

const PEOPLE: [(&str, &str); 6] = [
    ("Ana", "owner"),
    ("Ben", "workshop"),
    ("Chloé", ""),
    ("Dörte", "sales"),
    ("Émile", "accounts"),
    ("Ana", "front desk"),
];

/// Points at each step, a person a row.
const POINTS: [[i64; 5]; 6] = [
    [-3, -7, 4, -9, 8],
    [2, -8, 5, -6, 9],
    [-1, -4, 6, 7, 10],
    [4, -9, -2, -10, 7],
    [-6, -5, 3, 8, 9],
    [1, -7, 5, -4, 6],
];

/// A minute after another on 22 November 2026.
pub fn minute(nth: i64) -> Moment {
    let start: Timestamp = "2026-11-22T09:00:00Z".parse().unwrap();
    let at = Timestamp::from_second(start.as_second() + nth * 60).unwrap();
    Moment::new(at, Offset::from_seconds(3600).unwrap())
}

/// How far a session has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Come {
    /// In the middle of step 3, some ratings sealed, a note half typed.
    Halfway,
    /// To its end.
    Through,
}

/// A session of six people; every text in it goes through `say` first.
pub fn six(come: Come, say: &dyn Fn(&str) -> CleanText) -> Session {
    let exercise = worded(Exercise::built_in("role-reversal").unwrap(), say);
    let business = say("Pedal & Crumb");
    let earlier = earlier(&business, &exercise, say);
    let mut walk = Walker {
        session: Session::begin(business, Walk::Team, exercise, &[earlier], minute(0)),
        minute: 0,
        say,
    };
    walk.gather();
    for step in walk.session.step_numbers() {
        walk.step(step);
        if come == Come::Halfway && step.index() == 2 {
            walk.stop_halfway(step);
            return walk.session;
        }
        walk.rate(step);
    }
    walk.finish();
    walk.session
}

/// A round before, which promised three things.
fn earlier(business: &CleanText, exercise: &Exercise, say: &dyn Fn(&str) -> CleanText) -> Earlier {
    let exercise = exercise.clone();
    let mut first = Session::begin(business.clone(), Walk::Team, exercise, &[], minute(-90_000));
    let promise = |what: &str, step: Option<StepNumber>| Improvement {
        what: say(what),
        step,
        who: say("Ben"),
        by: step.map(|_| date(2026, 10, 2)),
        the_one: false,
    };
    let promises = vec![
        promise(
            "the loan bike is offered before anybody asks",
            Some(StepNumber::FIRST),
        ),
        promise("the till has a printer", None),
        promise("nobody waits in two queues", Some(StepNumber::FIRST)),
    ];
    first
        .apply(Change::Improvements(promises), minute(0))
        .unwrap();
    Earlier {
        business: business.clone(),
        walk: Walk::Team,
        round: first.round(),
        promised: first.promised_for_next(),
    }
}

/// The texts as they are.
pub fn plain(text: &str) -> CleanText {
    CleanText::typed(text)
}

/// Every place where the session can stand, with the session standing there.
pub fn everywhere(session: &Session) -> Vec<(Place, Session)> {
    use Place::*;
    let first = [People, Choices, Promises, Welcome, Prediction];
    let steps = session
        .step_numbers()
        .flat_map(|n| [Step(n), Rating(n), Reveal(n), RatingAgain(n)]);
    let end = [
        Journey,
        Verdict,
        VerdictReveal,
        Commodity,
        IfEqual,
        Keep,
        Improvements,
        Close,
    ];
    let all = first.into_iter().chain(steps).chain(end);
    all.filter_map(|place| {
        let mut there = session.clone();
        there.apply(Change::Go(place), minute(600)).ok()?;
        Some((place, there))
    })
    .collect()
}

/// The exercise with each of its texts said anew; what the file names things by stays.
fn worded(mut exercise: Exercise, say: &dyn Fn(&str) -> CleanText) -> Exercise {
    let again = |text: &mut CleanText| *text = say(text.raw());
    again(&mut exercise.title);
    again(&mut exercise.question);
    again(&mut exercise.stay_question);
    exercise.rules.iter_mut().for_each(again);
    for step in &mut exercise.steps {
        [
            &mut step.title,
            &mut step.short,
            &mut step.task,
            &mut step.say,
        ]
        .into_iter()
        .for_each(again);
        let lists = [
            &mut step.hold,
            &mut step.look_for,
            &mut step.words_good,
            &mut step.words_bad,
        ];
        lists.into_iter().flatten().for_each(again);
    }
    exercise
        .scale
        .iter_mut()
        .for_each(|mark| again(&mut mark.words));
    exercise.commodity.reasons.iter_mut().for_each(again);
    exercise
}

struct Walker<'a> {
    session: Session,
    minute: i64,
    say: &'a dyn Fn(&str) -> CleanText,
}

impl Walker<'_> {
    fn now(&mut self) -> Moment {
        self.minute += 1;
        minute(self.minute)
    }

    fn apply(&mut self, change: Change) {
        let now = self.now();
        self.session.apply(change, now).unwrap();
    }

    fn ids(&self) -> Vec<PersonId> {
        let people = self.session.people().iter();
        people.map(|person| person.id.clone()).collect()
    }

    fn gather(&mut self) {
        for (name, role) in PEOPLE {
            let taken: Vec<_> = self.ids();
            let person = Person {
                id: PersonId::fresh(name, taken.iter()),
                name: (self.say)(name),
                role: (self.say)(role),
                presence: Presence::Here,
            };
            self.apply(Change::Join(usize::MAX, person));
        }
        self.apply(Change::Names(Names::Hidden));
        self.apply(Change::Promise(0, Some(Outcome::Kept)));
        self.apply(Change::Promise(1, Some(Outcome::StillOpen)));
        for (nth, id) in self.ids().into_iter().enumerate() {
            let at = self.now();
            let guessed = Prediction::Guessed {
                ratings: vec![rating(3 + nth as i64); 5],
                at,
            };
            let prediction = if nth == 2 {
                Prediction::Passed { at }
            } else {
                guessed
            };
            self.apply(Change::Predict(id, Some(prediction)));
        }
    }

    fn step(&mut self, step: StepNumber) {
        self.apply(Change::Go(Place::Step(step)));
        let dialled = self.now();
        let mut phone = PhoneLog::dial(dialled);
        for event in [
            CallEvent::Ring,
            CallEvent::Ring,
            CallEvent::Answered,
            CallEvent::Person,
            CallEvent::Ended,
        ] {
            phone = phone.after(event, self.now());
        }
        let notes = [
            (NoteKind::Good, "they greeted us by name"),
            (NoteKind::Bad, "eleven minutes of \"please hold\""),
            (NoteKind::Fact, "three departments, two transfers"),
        ];
        let notes = notes.map(|(kind, text)| Note {
            kind,
            at: dialled,
            text: (self.say)(text),
        });
        let departments = [("Workshop", Some(rating(-4))), ("Till", None)];
        let departments = departments.map(|(name, rating)| Department {
            name: (self.say)(name),
            rating,
        });
        for change in [
            StepChange::Notes(notes.to_vec()),
            StepChange::Phone(Some(phone)),
            StepChange::Departments(departments.to_vec()),
            StepChange::TimesAYear(Some(1_200)),
            StepChange::Seconds(431),
            StepChange::MoreMinutes(5),
            StepChange::Mode(Mode::Remembered),
            StepChange::Sharing(Sharing::EachTheirOwn),
        ] {
            self.apply(Change::Step(step, change));
        }
    }

    fn answer(&mut self, step: StepNumber, turn: Turn, nth: usize, more: i64) {
        let at = self.now();
        let points = POINTS[nth][step.index()];
        let answer = Answer::Rated {
            rating: rating((points + more).clamp(-10, 10)),
            stays: points > -8,
            at,
        };
        let id = self.ids()[nth].clone();
        self.apply(Change::Answer(step, turn, id, Some(answer)));
    }

    fn rate(&mut self, step: StepNumber) {
        for nth in 0..PEOPLE.len() {
            self.answer(step, Turn::First, nth, 0);
        }
        self.apply(Change::Reveal(step, Turn::First));
        if step.index() == 1 {
            for nth in 0..PEOPLE.len() {
                self.answer(step, Turn::Again, nth, -1);
            }
            self.apply(Change::Reveal(step, Turn::Again));
        }
        let words = vec![
            Word::Good((self.say)("welcome")),
            Word::Bad((self.say)("an annoyance")),
        ];
        self.apply(Change::Step(step, StepChange::Words(words)));
    }

    fn stop_halfway(&mut self, step: StepNumber) {
        for nth in 0..3 {
            self.answer(step, Turn::First, nth, 0);
        }
        let away = self.ids()[5].clone();
        self.apply(Change::Presence(away, Presence::Away));
        let draft = Draft {
            field: Field::Note(NoteKind::Good),
            text: (self.say)("a note half ty"),
        };
        self.apply(Change::Draft(Some(draft)));
    }

    fn finish(&mut self) {
        for (nth, id) in self.ids().into_iter().enumerate() {
            let at = self.now();
            let verdict = if nth % 2 == 0 {
                Verdict::Builds { at }
            } else {
                Verdict::Erodes { at }
            };
            self.apply(Change::Verdict(id, Some(verdict)));
        }
        self.apply(Change::RevealVerdicts);
        let reasons = self.session.exercise().commodity.reasons[..2].to_vec();
        self.apply(Change::ChosenFor(reasons));
        self.apply(Change::IfEqual((self.say)("the coffee, and Ana's laugh")));
        self.apply(Change::Keep((self.say)("the smile at the door")));
        let improvement = |what: &str, step, the_one| Improvement {
            what: (self.say)(what),
            step,
            who: (self.say)("Ben"),
            by: Some(date(2026, 11, 29)),
            the_one,
        };
        let improvements = vec![
            improvement(
                "somebody picks up within three rings",
                Some(StepNumber::FIRST),
                true,
            ),
            improvement("one number for everything", None, false),
        ];
        self.apply(Change::Improvements(improvements));
        self.apply(Change::NextRound(Some(date(2027, 2, 22))));
        let end = self.now();
        self.apply(Change::Go(Place::Close));
        self.apply(Change::Finished(Some(end)));
    }
}

/// A rating; what would be zero is one point down.
fn rating(points: i64) -> Rating {
    Rating::try_from(if points == 0 { -1 } else { points }).unwrap()
}
