//! One person's turn on a scale that everybody sees: moved with the arrows, or typed.

use super::open_picture::OpenPicture;
use super::subject::Subject;
use crate::model::ballot::{Ask, Given, Move, OpenBallot, Press};
use crate::model::person::PersonId;
use crate::ui::keys::{Action, Offer};
use crate::ui::screen::{View, Want};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// One person's turn on the open scale.
pub struct OpenTurn {
    whose: PersonId,
    /// None until the first key: the questions come from the session then.
    ballot: Option<OpenBallot>,
}

impl OpenTurn {
    /// A turn that has just begun.
    pub fn new(whose: PersonId) -> Self {
        Self {
            whose,
            ballot: None,
        }
    }

    /// Whose turn it is.
    pub fn whose(&self) -> &PersonId {
        &self.whose
    }

    /// What it takes now.
    pub fn offers(&self, subject: Subject) -> Vec<Offer> {
        let ask = self
            .ballot
            .as_ref()
            .map_or(Self::first_ask(subject), OpenBallot::ask);
        let mut offers = match ask {
            Ask::Rating => vec![
                Offer::new(Action::Left, "down"),
                Offer::new(Action::Right, "up"),
                Offer::new(Action::Next, "next"),
                Offer::hidden(Action::Number, "or type it"),
                Offer::hidden(Action::First, "all the way down"),
                Offer::hidden(Action::Last, "all the way up"),
            ],
            Ask::Stay => vec![
                Offer::new(Action::YesNo, "yes or no"),
                Offer::new(Action::Next, "next"),
            ],
            Ask::Verdict => vec![
                Offer::new(Action::Either, "one of the two"),
                Offer::new(Action::Next, "next"),
            ],
        };
        if ask != Ask::Rating {
            offers.extend([
                Offer::hidden(Action::Left, "no"),
                Offer::hidden(Action::Right, "yes"),
            ]);
        }
        offers.extend([
            Offer::hidden(Action::Up, "the question before"),
            Offer::hidden(Action::Down, "the question after"),
        ]);
        if ask == Ask::Rating && matches!(subject, Subject::Rating(..)) {
            offers.push(Offer::hidden(Action::YesNo, "would you go on?"));
        }
        if subject.may_pass() {
            offers.push(Offer::new(Action::Pass, "pass"));
        }
        offers
    }

    fn first_ask(subject: Subject) -> Ask {
        if subject == Subject::Verdict {
            Ask::Verdict
        } else {
            Ask::Rating
        }
    }

    /// Takes a key; says whose turn it was, what is wanted, and whether the turn is over.
    pub fn update(
        &mut self,
        subject: Subject,
        view: &View<'_>,
        action: Action,
        key: KeyEvent,
    ) -> (PersonId, Vec<Want>, bool) {
        let ballot = self
            .ballot
            .get_or_insert_with(|| OpenBallot::new(subject.asks(view.session)));
        match (action, key.code) {
            (Action::Left, _) => ballot.go(Move::Down),
            (Action::Right, _) => ballot.go(Move::Up),
            (Action::First, _) => ballot.go(Move::Lowest),
            (Action::Last, _) => ballot.go(Move::Highest),
            (Action::Up, _) => ballot.go(Move::Before),
            (Action::Down, _) => ballot.go(Move::After),
            (Action::Pass, _) => return self.over(subject, view, None),
            (Action::Next, _) => return self.enter(subject, view),
            (_, KeyCode::Char(c)) => {
                if let Err(sentence) = ballot.press(Press::Char(c)) {
                    let notice = Want::Notice(sentence.to_owned());
                    return (self.whose.clone(), vec![notice], false);
                }
            }
            _ => {}
        }
        (self.whose.clone(), Vec::new(), false)
    }

    fn enter(&mut self, subject: Subject, view: &View<'_>) -> (PersonId, Vec<Want>, bool) {
        let Some(ballot) = &mut self.ballot else {
            return (self.whose.clone(), Vec::new(), false);
        };
        let at = ballot.at();
        if ballot.given(at).is_none() {
            let sentence = match ballot.ask() {
                Ask::Rating => "Move it with ← and →, or type a number.",
                Ask::Stay => "y for yes, n for no.",
                Ask::Verdict => "One of the two: + or −.",
            };
            return (
                self.whose.clone(),
                vec![Want::Notice(sentence.to_owned())],
                false,
            );
        }
        let open =
            (0..subject.asks(view.session).len()).find(|index| ballot.given(*index).is_none());
        match (ballot.complete(), open) {
            (Some(given), _) => self.over(subject, view, Some(&given)),
            (None, Some(open)) => {
                while ballot.at() < open {
                    ballot.go(Move::After);
                }
                while ballot.at() > open {
                    ballot.go(Move::Before);
                }
                (self.whose.clone(), Vec::new(), false)
            }
            (None, None) => (self.whose.clone(), Vec::new(), false),
        }
    }

    fn over(
        &self,
        subject: Subject,
        view: &View<'_>,
        given: Option<&[Given]>,
    ) -> (PersonId, Vec<Want>, bool) {
        let change = subject.accept(self.whose.clone(), given, view.now);
        (self.whose.clone(), vec![Want::Change(change)], true)
    }

    /// Draws the turn.
    pub fn draw(&self, subject: Subject, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let fresh = OpenBallot::new(subject.asks(view.session));
        let ballot = self.ballot.as_ref().unwrap_or(&fresh);
        let whose = &self.whose;
        OpenPicture {
            subject,
            view,
            ballot,
            whose,
        }
        .draw(area, buf);
    }
}
