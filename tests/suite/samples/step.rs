//! What people do at a step of a meeting: notes, a call, departments, ratings, words.

use super::meeting::{A_BALLOT, Meeting, moment, rating, text};
use customer_hat::model::change::{Change, StepChange};
use customer_hat::model::evidence::{Department, Mode, Note, NoteKind, PhoneLog, Sharing, Word};
use customer_hat::model::moment::Moment;
use customer_hat::model::place::{Place, StepNumber};
use customer_hat::model::step_record::{Answer, Turn};
use jiff::civil::Date;

/// One person's rating of a step: the name, the points, and whether they would still go on.
pub type Rated<'a> = (&'a str, i64, bool);

impl Meeting {
    /// The first or the next step is begun.
    pub fn begin_step(&mut self, time: &str, number: u8) -> &mut Self {
        self.next(time, Place::Step(number.try_into().unwrap()))
    }

    /// Everybody looked for themselves.
    pub fn each_their_own(&mut self) -> &mut Self {
        self.make_here(StepChange::Sharing(Sharing::EachTheirOwn))
    }

    /// It was done in the mind only.
    pub fn imagined(&mut self) -> &mut Self {
        self.make_here(StepChange::Mode(Mode::Imagined))
    }

    /// A good surprise is written down.
    pub fn good(&mut self, time: &str, words: &str) -> &mut Self {
        self.note(time, NoteKind::Good, words)
    }

    /// A bad surprise is written down.
    pub fn bad(&mut self, time: &str, words: &str) -> &mut Self {
        self.note(time, NoteKind::Bad, words)
    }

    /// A fact is written down.
    pub fn fact(&mut self, time: &str, words: &str) -> &mut Self {
        self.note(time, NoteKind::Fact, words)
    }

    fn note(&mut self, time: &str, kind: NoteKind, words: &str) -> &mut Self {
        self.at(time);
        let mut notes = self.session.step(self.step()).notes.clone();
        notes.push(Note {
            kind,
            at: self.now,
            text: text(words),
        });
        self.make_here(StepChange::Notes(notes))
    }

    /// A call as the phone clock took it: when it was dialled, the rings, and seconds until it was
    /// answered, on hold, and until it was over. The person speaks after the hold.
    pub fn phone(
        &mut self,
        dialled: &str,
        rings: u16,
        [answered, hold, ended]: [u32; 3],
    ) -> &mut Self {
        let log = PhoneLog {
            rings,
            answered_after: Some(answered),
            on_hold: hold,
            person_after: Some(answered + hold),
            ended_after: Some(ended),
            ..PhoneLog::dial(moment(self.today, dialled, self.offset))
        };
        self.wait_until(self.later(log.dialled, ended.into()));
        self.make_here(StepChange::Phone(Some(log)))
    }

    /// The departments that took part, and how often a year customers go through this.
    pub fn departments(&mut self, names: &[&str], times_a_year: u32) -> &mut Self {
        let departments = names.iter().map(|name| Department {
            name: text(name),
            rating: None,
        });
        self.make_here(StepChange::Departments(departments.collect()));
        self.make_here(StepChange::TimesAYear(Some(times_a_year)))
    }

    /// Each department gets its number, aloud.
    pub fn rate_departments(&mut self, points: &[i64]) -> &mut Self {
        for (index, points) in points.iter().enumerate() {
            let mut departments = self.session.step(self.step()).departments.clone();
            departments[index].rating = Some(rating(*points));
            self.make_here(StepChange::Departments(departments));
        }
        self
    }

    /// The program is closed in the middle of a step, and opened there again.
    pub fn pause(&mut self, paused: &str, day: Date, resumed: &str) -> &mut Self {
        self.at(paused).stop_the_clock();
        self.on(day).at(resumed);
        self.since = self.now;
        self
    }

    fn stop_the_clock(&mut self) {
        let visit = self.now.seconds_since(self.since) as u32;
        let seconds = self.session.step(self.step()).seconds + visit;
        self.make_here(StepChange::Seconds(seconds));
    }

    /// Everybody rates the step, the last one within this minute; then it is revealed.
    pub fn rate(&mut self, rated: &str, ratings: &[Rated<'_>], revealed: &str) -> &mut Self {
        let step = self.step();
        self.ballot(rated, ratings);
        self.at(revealed).make(Change::Reveal(step, Turn::First));
        self.go_on(Place::Reveal(step))
    }

    /// These people rate the step, the last one within this minute.
    pub fn ballot(&mut self, rated: &str, ratings: &[Rated<'_>]) -> &mut Self {
        let step = self.step();
        let first = self.first_ballot(rated, ratings.len());
        self.wait_until(self.later(first, -10));
        self.stop_the_clock();
        self.go_on(Place::Rating(step));
        self.answer(Turn::First, first, ratings);
        self
    }

    /// After the talk they rate it again.
    pub fn rate_again(&mut self, rated: &str, ratings: &[Rated<'_>], revealed: &str) -> &mut Self {
        let step = self.step();
        let first = self.first_ballot(rated, ratings.len());
        self.wait_until(self.later(first, -10));
        self.make(Change::Go(Place::RatingAgain(step)));
        self.answer(Turn::Again, first, ratings);
        self.at(revealed).make(Change::Reveal(step, Turn::Again));
        self.make(Change::Go(Place::Reveal(step)))
    }

    fn answer(&mut self, turn: Turn, first: Moment, ratings: &[Rated<'_>]) {
        let step = self.step();
        for (number, (name, points, stays)) in (0..).zip(ratings) {
            self.wait_until(self.later(first, A_BALLOT * number));
            let answer = Answer::Rated {
                rating: rating(*points),
                stays: *stays,
                at: self.now,
            };
            self.make(Change::Answer(step, turn, self.id(name), Some(answer)));
        }
    }

    /// The words for the feeling, all of them among those that the step offers.
    pub fn words(&mut self, words: &[&str]) -> &mut Self {
        let asked = &self.session.exercise().steps[self.step().index()];
        let word = |word: &&str| match text(word) {
            good if asked.words_good.contains(&good) => Word::Good(good),
            bad if asked.words_bad.contains(&bad) => Word::Bad(bad),
            other => panic!("{other} is not among the words of {}", asked.title),
        };
        let words = words.iter().map(word).collect();
        self.make_here(StepChange::Words(words))
    }

    fn make_here(&mut self, change: StepChange) -> &mut Self {
        let step = self.step();
        self.make(Change::Step(step, change))
    }

    fn step(&self) -> StepNumber {
        self.session.place().step().unwrap()
    }
}
