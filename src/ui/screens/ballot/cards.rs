//! Cards up: everybody holds up a number, and the facilitator types the row.

mod form;
mod gathered;
mod large;
mod large_table;
mod lettering;
mod row;
mod table;
mod typing;

use super::pressed::pressed;
use super::subject::{Standing, Subject};
use crate::model::ballot::{Ask, Given, Move, OpenBallot, Press, is_of_a_number};
use crate::model::person::PersonId;
use crate::model::session::{Prediction, Session, Verdict};
use crate::model::step_record::Answer;
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::{View, Want};
use crate::ui::widgets::headline::Headline;
use crossterm::event::{KeyCode, KeyEvent};
use gathered::Gathered;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use table::Table;

/// The row that the facilitator types.
pub struct Cards {
    rows: Vec<(PersonId, OpenBallot)>,
    at: usize,
    /// The row that was typed before this one.
    just: Option<usize>,
}

impl Cards {
    /// A row for everybody in the room, filled in as far as they have answered.
    pub fn new(subject: Subject, session: &Session) -> Self {
        let rows: Vec<_> = session
            .here()
            .map(|person| {
                let given = given(subject, session, &person.id);
                let mut ballot = OpenBallot::filled(subject.asks(session), &given);
                if is_covered(subject, session) {
                    ballot.cover();
                }
                (person.id.clone(), ballot)
            })
            .collect();
        let missing = |id: &PersonId| subject.standing(session, id) == Standing::Missing;
        let at = rows
            .iter()
            .position(|(id, _)| missing(id))
            .unwrap_or(rows.len().saturating_sub(1));
        Self {
            rows,
            at,
            just: None,
        }
    }

    /// Whether the rows still are the people in the room.
    pub fn fits(&self, session: &Session) -> bool {
        self.rows
            .iter()
            .map(|(id, _)| id)
            .eq(session.here().map(|person| &person.id))
    }

    /// What it takes now.
    pub fn offers(&self, subject: Subject, session: &Session) -> Vec<Offer> {
        let ask = self.rows.get(self.at).map(|(_, ballot)| ballot.ask());
        let mut offers = Vec::new();
        let is_done = self.is_done(subject, session);
        if is_done {
            offers.push(Offer::new(Action::Next, subject.next_words(session)));
        }
        offers.push(match ask {
            Some(Ask::Stay) => Offer::new(Action::YesNo, "would go on?"),
            Some(Ask::Verdict) => Offer::new(Action::Either, "one of the two"),
            _ if subject == Subject::Prediction => Offer::new(Action::Number, "guess"),
            _ => Offer::new(Action::Number, "the number"),
        });
        if ask == Some(Ask::Rating) && matches!(subject, Subject::Rating(..)) {
            offers.push(Offer::hidden(Action::YesNo, "would go on?"));
        }
        if ask == Some(Ask::Stay) {
            offers.push(Offer::hidden(Action::Number, "the number"));
        }
        if !is_done {
            offers.push(Offer::new(Action::Next, "next"));
        }
        offers.extend([
            Offer::new(Action::Down, "another row"),
            Offer::hidden(Action::Up, "another row"),
            Offer::hidden(Action::Tab, "the next number in the row"),
            Offer::hidden(Action::TakeBack, "clear the number"),
        ]);
        if subject.may_pass() {
            offers.push(Offer::new(Action::Pass, "pass"));
        }
        offers
    }

    /// Whether all are in, and every row stands as it was accepted.
    fn is_done(&self, subject: Subject, session: &Session) -> bool {
        subject.missing(session).is_empty() && self.changed(subject, session).is_none()
    }

    /// The first row that does not stand as it was accepted.
    fn changed(&self, subject: Subject, session: &Session) -> Option<usize> {
        let mut rows = self.rows.iter();
        rows.position(|(id, ballot)| !is_as_accepted(ballot, &given(subject, session, id)))
    }

    /// Takes a key and says what is wanted.
    pub fn update(
        &mut self,
        subject: Subject,
        view: &View<'_>,
        action: Action,
        key: KeyEvent,
    ) -> Vec<Want> {
        let last = self.rows.len().saturating_sub(1);
        let is_typing = self.is_typing();
        let Some((id, ballot)) = self.rows.get_mut(self.at) else {
            return Vec::new();
        };
        match (action, key.code) {
            (Action::Up, _) => self.go(self.at.saturating_sub(1)),
            (Action::Down, _) => self.go((self.at + 1).min(last)),
            (Action::Tab, _) if ballot.at() + 1 == subject.asks(view.session).len() => {
                to_first(ballot);
            }
            (Action::Tab, _) => ballot.go(Move::After),
            (Action::TakeBack, KeyCode::Char(_)) => return vec![Want::Undo],
            (Action::Pass, _) if !is_typing => {
                let id = id.clone();
                *ballot = OpenBallot::new(subject.asks(view.session));
                self.move_on(subject, view.session, &id);
                let told = subject.told_of(&id, None, view.session);
                let pass = Want::Change(subject.accept(id, None, view.now));
                return [pass].into_iter().chain(told).collect();
            }
            (Action::Next, _) => return self.enter(subject, view),
            _ => {
                let press = pressed(&key, is_typing);
                return press.map_or(Vec::new(), |press| self.press(subject, view, press));
            }
        }
        Vec::new()
    }

    /// Gives a press to the row that is typed. One of two is accepted by its key, once the row is whole.
    pub fn press(&mut self, subject: Subject, view: &View<'_>, press: Press) -> Vec<Want> {
        let Some((id, ballot)) = self.rows.get_mut(self.at) else {
            return Vec::new();
        };
        let was_complete = ballot.complete();
        // A number where yes or no is asked puts the number right.
        if ballot.ask() == Ask::Stay && matches!(press, Press::Char(c) if is_of_a_number(c)) {
            to_first(ballot);
        }
        let pressed = ballot.press(press);
        let is_last = ballot.ask() != Ask::Rating;
        let given = ballot.complete().filter(|_| is_last && pressed.is_ok());
        match given.filter(|given| Some(given) != was_complete.as_ref()) {
            Some(given) => {
                let id = id.clone();
                self.accept(subject, view, id, &given)
            }
            None => refused(pressed),
        }
    }

    /// Whether something is typed into the row.
    pub fn is_typing(&self) -> bool {
        let row = self.rows.get(self.at);
        row.is_some_and(|(_, ballot)| ballot.is_typing())
    }

    /// Whether a row was begun and is not whole.
    pub fn has_begun_row(&self) -> bool {
        self.rows.iter().any(|(_, ballot)| ballot.is_begun())
    }

    /// Makes what is typed void.
    pub fn spoil(&mut self) {
        if let Some((_, ballot)) = self.rows.get_mut(self.at) {
            // It is told at Enter.
            let _ = ballot.press(Press::Other);
        }
    }

    /// Accepts a row and moves on. A guess is covered then: it is not to be seen again before all is rated.
    fn accept(
        &mut self,
        subject: Subject,
        view: &View<'_>,
        id: PersonId,
        given: &[Given],
    ) -> Vec<Want> {
        if subject == Subject::Prediction
            && let Some((_, ballot)) = self.rows.get_mut(self.at)
        {
            to_first(ballot);
            ballot.cover();
        }
        self.move_on(subject, view.session, &id);
        vec![Want::Change(subject.accept(id, Some(given), view.now))]
    }

    /// To another row, at its first number: that is the one to be put right.
    fn go(&mut self, at: usize) {
        self.at = at;
        if let Some((_, ballot)) = self.rows.get_mut(at) {
            to_first(ballot);
        }
    }

    fn enter(&mut self, subject: Subject, view: &View<'_>) -> Vec<Want> {
        let Some((id, ballot)) = self.rows.get_mut(self.at) else {
            return Vec::new();
        };
        let id = id.clone();
        let refusal = ballot.press(Press::Enter);
        if refusal.is_err() {
            return refused(refusal);
        }
        let accepted = given(subject, view.session, &id);
        let is_missing = subject.standing(view.session, &id) == Standing::Missing;
        match ballot.complete() {
            Some(given) if given != accepted => self.accept(subject, view, id, &given),
            // What was cleared or begun must not be passed over: what stood there before would be revealed instead.
            None if is_missing || !is_as_accepted(ballot, &accepted) => ask_for_the_rest(ballot),
            _ => match self.changed(subject, view.session) {
                Some(other) => {
                    self.go(other);
                    Vec::new()
                }
                None if subject.missing(view.session).is_empty() => subject.done(view.session),
                None => {
                    self.move_on(subject, view.session, &id);
                    Vec::new()
                }
            },
        }
    }

    /// To the next row that is still empty; the last one stays.
    fn move_on(&mut self, subject: Subject, session: &Session, just: &PersonId) {
        let open = |id: &PersonId| id != just && subject.standing(session, id) == Standing::Missing;
        self.just = Some(self.at);
        let after = (self.at..self.rows.len()).chain(0..self.at);
        if let Some(index) = after.into_iter().find(|index| open(&self.rows[*index].0)) {
            self.at = index;
        }
    }

    /// Whether anything was typed for anybody.
    fn is_begun(&self, subject: Subject, session: &Session) -> bool {
        self.rows.iter().any(|(id, ballot)| {
            subject.standing(session, id) != Standing::Missing
                || ballot.given(0).is_some()
                || ballot.is_typing()
        })
    }

    /// Draws the question and the rows. Once something is typed, or where the question can't be large, the row that is
    /// typed is the large thing; on a vast screen everybody's rows are large from the start.
    pub fn draw(&self, subject: Subject, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let mut column = Column::new(with_margins(area), buf);
        let question =
            Headline::new(subject.headline(view.session)).style(view.theme.question.style());
        let table = Table::new(self, subject, view);
        let columns = table.columns_under(&question, &column);
        let is_large = columns.is_some() || Gathered::leaves_room_for(&question, &column);
        let rows_first = typing::are_all_large(self, subject, view, area, column.buf());
        if (rows_first || self.is_begun(subject, view.session) || !is_large)
            && typing::draw(self, subject, view, area, column.buf())
        {
            return;
        }
        match columns {
            // Gathered, everybody leaves the question more room than in a table.
            None if is_large => self.gathered(subject, view).draw(&question, &mut column),
            columns => table.draw(&question, columns, &mut column),
        }
    }

    fn gathered<'a>(&'a self, subject: Subject, view: &'a View<'_>) -> Gathered<'a> {
        Gathered {
            rows: &self.rows,
            at: self.at,
            subject,
            view,
        }
    }
}

/// Whether a row stands as it was accepted.
fn is_as_accepted(ballot: &OpenBallot, accepted: &[Given]) -> bool {
    let now = (0..).map_while(|index| ballot.given(index));
    now.eq(accepted.iter().copied())
}

/// On to the question that is open, or what to type for it.
fn ask_for_the_rest(ballot: &mut OpenBallot) -> Vec<Want> {
    if ballot.given(ballot.at()).is_some() {
        ballot.go_to_open();
        return Vec::new();
    }
    let sentence = match ballot.ask() {
        Ask::Rating => "Type the number they hold up, or x where they pass.",
        Ask::Stay => "Would they go on? y for yes, n for no.",
        Ask::Verdict => "One of the two: + or −.",
    };
    vec![Want::Notice(sentence.to_owned())]
}

/// Whether what was given before must not be seen: guesses until the journey, verdicts until their reveal. The rows may
/// have been sealed when they were given.
fn is_covered(subject: Subject, session: &Session) -> bool {
    match subject {
        Subject::Prediction => true,
        Subject::Rating(..) => false,
        Subject::Verdict => session.verdict_revealed().is_none(),
    }
}

/// The sentence of what was refused, if anything was.
fn refused(pressed: Result<(), &'static str>) -> Vec<Want> {
    let sentence = pressed.err();
    let notice = sentence.map(|sentence| Want::Notice(sentence.to_owned()));
    notice.into_iter().collect()
}

fn to_first(ballot: &mut OpenBallot) {
    while ballot.at() > 0 {
        ballot.go(Move::Before);
    }
}

/// What somebody has answered so far.
fn given(subject: Subject, session: &Session, id: &PersonId) -> Vec<Given> {
    match subject {
        Subject::Prediction => match session.predictions().get(id) {
            Some(Prediction::Guessed { ratings, .. }) => {
                ratings.iter().copied().map(Given::Rating).collect()
            }
            _ => Vec::new(),
        },
        Subject::Rating(step, turn) => match session.step(step).answers(turn).get(id) {
            Some(Answer::Rated { rating, stays, .. }) => {
                vec![Given::Rating(*rating), Given::Stay(*stays)]
            }
            _ => Vec::new(),
        },
        Subject::Verdict => match session.verdicts().get(id) {
            Some(Verdict::Builds { .. }) => vec![Given::Builds(true)],
            Some(Verdict::Erodes { .. }) => vec![Given::Builds(false)],
            None => Vec::new(),
        },
    }
}
