//! A meeting played by the clock: what people do, in the order in which the program lets them.

use customer_hat::model::change::Change;
use customer_hat::model::exercise::Exercise;
use customer_hat::model::moment::Moment;
use customer_hat::model::person::{Person, PersonId, Presence};
use customer_hat::model::place::Place;
use customer_hat::model::promise::Outcome;
use customer_hat::model::rating::Rating;
use customer_hat::model::session::{Earlier, Improvement, Prediction, Session, Verdict, Walk};
use customer_hat::model::text::CleanText;
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use jiff::tz::Offset;

/// Seconds between two people at a ballot.
pub(super) const A_BALLOT: i64 = 20;
/// Seconds between two people who guess all the steps.
const A_GUESS: i64 = 40;

/// A session with the clock on the wall beside it.
pub struct Meeting {
    pub(super) session: Session,
    pub(super) today: Date,
    pub(super) offset: Offset,
    pub(super) now: Moment,
    /// Since when the step is on the screen, while it is.
    pub(super) since: Moment,
}

impl Meeting {
    /// Pedal & Crumb puts the hat on, in a zone so many hours east.
    pub fn begin(walk: Walk, earlier: &[Earlier], today: Date, east: i8, time: &str) -> Self {
        let offset = jiff::tz::offset(east);
        let now = moment(today, time, offset);
        let exercise = Exercise::built_in("role-reversal").unwrap();
        let session = Session::begin(text("Pedal & Crumb"), walk, exercise, earlier, now);
        Self {
            session,
            today,
            offset,
            now,
            since: now,
        }
    }

    /// What has come of it.
    pub fn end(self) -> Session {
        self.session
    }

    /// The clock goes on to a time of the day, such as `09:15` or `09:15:20`; never back.
    pub fn at(&mut self, time: &str) -> &mut Self {
        self.wait_until(moment(self.today, time, self.offset));
        self
    }

    /// Another day comes.
    pub fn on(&mut self, day: Date) -> &mut Self {
        self.today = day;
        self
    }

    pub(super) fn wait_until(&mut self, then: Moment) {
        assert!(then >= self.now, "{then} comes before {}", self.now);
        self.now = then;
    }

    pub(super) fn later(&self, from: Moment, seconds: i64) -> Moment {
        let at = from.timestamp() + SignedDuration::from_secs(seconds);
        Moment::new(at, self.offset)
    }

    pub(super) fn make(&mut self, change: Change) -> &mut Self {
        self.session.apply(change, self.now).unwrap();
        self
    }

    pub(super) fn id(&self, name: &str) -> PersonId {
        let mut people = self.session.people().iter();
        let person = people.find(|person| person.name.as_str() == name);
        person.unwrap().id.clone()
    }

    /// Somebody joins, with their role.
    pub fn joins(&mut self, name: &str, role: &str) -> &mut Self {
        let taken = self.session.people().iter().map(|person| &person.id);
        let person = Person {
            id: PersonId::fresh(name, taken),
            name: text(name),
            role: text(role),
            presence: Presence::Here,
        };
        self.make(Change::Join(usize::MAX, person))
    }

    /// Somebody leaves.
    pub fn leaves(&mut self, name: &str) -> &mut Self {
        let id = self.id(name);
        self.make(Change::Presence(id, Presence::Away))
    }

    /// On to the next place of the way, which is this one.
    pub fn next(&mut self, time: &str, place: Place) -> &mut Self {
        self.at(time);
        self.go_on(place)
    }

    pub(super) fn go_on(&mut self, place: Place) -> &mut Self {
        assert_eq!(self.session.next_place(), Some(place));
        self.since = self.now;
        self.make(Change::Go(place))
    }

    /// Everybody guesses all five steps, or passes; the last at ten seconds before this time.
    pub fn guess(&mut self, done: &str, guesses: &[(&str, Option<[i64; 5]>)]) -> &mut Self {
        let done = moment(self.today, done, self.offset);
        let last = guesses.len() as i64 - 1;
        for (turn, (name, points)) in (0..).zip(guesses) {
            self.wait_until(self.later(done, -10 - A_GUESS * (last - turn)));
            let at = self.now;
            let prediction = match points {
                None => Prediction::Passed { at },
                Some(points) => Prediction::Guessed {
                    ratings: points.map(rating).into(),
                    at,
                },
            };
            self.make(Change::Predict(self.id(name), Some(prediction)));
        }
        self
    }

    /// When the first of so many is in, for the last to be in ten seconds before the minute is over.
    pub(super) fn first_ballot(&self, minute: &str, people: usize) -> Moment {
        let minute = moment(self.today, minute, self.offset);
        self.later(minute, 50 - A_BALLOT * (people as i64 - 1))
    }

    /// Everybody's verdict, whether it builds trust, the last one within this minute; then all at once.
    pub fn verdicts(&mut self, sealed: &str, builds: &[(&str, bool)], revealed: &str) -> &mut Self {
        let first = self.first_ballot(sealed, builds.len());
        for (number, (name, builds)) in (0..).zip(builds) {
            self.wait_until(self.later(first, A_BALLOT * number));
            let verdict = if *builds {
                Verdict::Builds { at: self.now }
            } else {
                Verdict::Erodes { at: self.now }
            };
            self.make(Change::Verdict(self.id(name), Some(verdict)));
        }
        self.at(revealed).make(Change::RevealVerdicts);
        self.go_on(Place::VerdictReveal)
    }

    /// What they are chosen for, and what it would be if those were equal.
    pub fn chosen_for(&mut self, reasons: &[&str], if_equal: &str) -> &mut Self {
        let reasons = reasons.iter().map(|reason| text(reason)).collect();
        self.make(Change::ChosenFor(reasons));
        self.go_on(Place::IfEqual);
        self.make(Change::IfEqual(text(if_equal)))
    }

    /// The moment worth keeping.
    pub fn keep(&mut self, words: &str) -> &mut Self {
        self.make(Change::Keep(text(words)))
    }

    /// One more thing to mend, at a step, by somebody, by a day. The first is the one of this week.
    pub fn improve(&mut self, what: &str, step: u8, who: &str, by: Date) -> &mut Self {
        let mut list = self.session.improvements().to_vec();
        list.push(Improvement {
            what: text(what),
            step: Some(step.try_into().unwrap()),
            who: text(who),
            by: Some(by),
            the_one: false,
        });
        self.make(Change::Improvements(list))
    }

    /// What became of a promise of the last round, counted from 0.
    pub fn promise(&mut self, index: usize, outcome: Outcome) -> &mut Self {
        self.make(Change::Promise(index, Some(outcome)))
    }

    /// The last page: the date of the next round, and the end.
    pub fn close(&mut self, next_round: Date, finished: &str) {
        self.make(Change::NextRound(Some(next_round)));
        self.at(finished);
        self.make(Change::Finished(Some(self.now)));
    }
}

/// A day of the year in which it all happens.
pub fn day(month: i8, day: i8) -> Date {
    date(2026, month, day)
}

pub(super) fn moment(day: Date, time: &str, offset: Offset) -> Moment {
    let clock = day.to_datetime(time.parse().unwrap());
    Moment::new(offset.to_timestamp(clock).unwrap(), offset)
}

pub(super) fn text(words: &str) -> CleanText {
    CleanText::typed(words)
}

pub(super) fn rating(points: i64) -> Rating {
    points.try_into().unwrap()
}
