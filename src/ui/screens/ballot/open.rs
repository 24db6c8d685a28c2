//! One person's turn on a scale that everybody sees: moved with the arrows, or typed.

use super::Taken;
use super::open_picture::OpenPicture;
use super::pressed::pressed;
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
        offers.push(Offer::hidden(Action::TakeBack, "clear the answer"));
        offers
    }

    fn first_ask(subject: Subject) -> Ask {
        if subject == Subject::Verdict {
            Ask::Verdict
        } else {
            Ask::Rating
        }
    }

    /// Whether something is typed into the open question.
    pub fn is_typing(&self) -> bool {
        self.ballot.as_ref().is_some_and(OpenBallot::is_typing)
    }

    /// Whether it was begun and is not over.
    pub fn is_begun(&self) -> bool {
        let ballot = self.ballot.as_ref();
        ballot.is_some_and(|ballot| ballot.is_begun() || ballot.complete().is_some())
    }

    /// Makes what is typed void.
    pub fn spoil(&mut self) {
        if let Some(ballot) = &mut self.ballot {
            // It is told at Enter.
            let _ = ballot.press(Press::Other);
        }
    }

    /// Takes an action and says what came of it.
    pub fn update(
        &mut self,
        subject: Subject,
        view: &View<'_>,
        action: Action,
        key: KeyEvent,
    ) -> Taken {
        let is_typing = self.is_typing();
        let ballot = self.ballot(subject, view);
        match (action, key.code) {
            (Action::Left, _) => ballot.go(Move::Down),
            (Action::Right, _) => ballot.go(Move::Up),
            (Action::First, _) => ballot.go(Move::Lowest),
            (Action::Last, _) => ballot.go(Move::Highest),
            (Action::Up, _) => ballot.go(Move::Before),
            (Action::Down, _) => ballot.go(Move::After),
            (Action::Pass, _) if !is_typing => return self.over(subject, view, None),
            (Action::Next, _) => return self.enter(subject, view),
            (Action::TakeBack, KeyCode::Char(_)) => return (vec![Want::Undo], false),
            _ => {
                let press = pressed(&key, is_typing);
                return press.map_or((Vec::new(), false), |press| {
                    self.press(subject, view, press)
                });
            }
        }
        (Vec::new(), false)
    }

    /// Gives a press to the ballot and says what came of it.
    pub fn press(&mut self, subject: Subject, view: &View<'_>, press: Press) -> Taken {
        let told = self.ballot(subject, view).press(press).err();
        let told = told.map(|sentence| Want::Notice(sentence.to_owned()));
        (told.into_iter().collect(), false)
    }

    fn ballot(&mut self, subject: Subject, view: &View<'_>) -> &mut OpenBallot {
        self.ballot
            .get_or_insert_with(|| OpenBallot::new(subject.asks(view.session)))
    }

    fn enter(&mut self, subject: Subject, view: &View<'_>) -> Taken {
        let ballot = self.ballot(subject, view);
        let refused = ballot.press(Press::Enter).err();
        let missing = ballot
            .given(ballot.at())
            .is_none()
            .then(|| match ballot.ask() {
                Ask::Rating => "Move it with ← and →, or type a number.",
                Ask::Stay => "y for yes, n for no.",
                Ask::Verdict => "One of the two: + or −.",
            });
        if let Some(sentence) = refused.or(missing) {
            return (vec![Want::Notice(sentence.to_owned())], false);
        }
        let given = ballot.complete();
        ballot.go_to_open();
        match given {
            Some(given) => self.over(subject, view, Some(&given)),
            None => (Vec::new(), false),
        }
    }

    fn over(&self, subject: Subject, view: &View<'_>, given: Option<&[Given]>) -> Taken {
        let change = subject.accept(self.whose.clone(), given, view.now);
        let told = subject.told_of(&self.whose, given, view.session);
        let wants = [Want::Change(change)].into_iter().chain(told);
        (wants.collect(), true)
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
