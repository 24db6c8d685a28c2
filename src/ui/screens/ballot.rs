//! The ballot: everyone's guess, rating or verdict, one person after the other. What is asked differs,
//! and how it is taken; the turns are the same.

mod cards;
mod draw;
mod open;
mod open_picture;
mod sealed;
mod subject;

pub use subject::{Standing, Subject};

use crate::model::person::PersonId;
use crate::model::session::{BallotKind, Company, Session};
use crate::ui::keys::{Action, Offer};
use crate::ui::screen::{Input, Screen, View, Want};
use cards::Cards;
use open::OpenTurn;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use sealed::SealedTurn;

/// How the answers are taken.
enum Taking {
    /// Everybody is in.
    AllIn,
    /// Behind a mask.
    Sealed(SealedTurn),
    /// On a scale that everybody sees.
    Open(OpenTurn),
    /// A row that the facilitator types.
    Cards(Cards),
}

/// A ballot.
pub struct BallotScreen {
    subject: Subject,
    taking: Taking,
}

impl BallotScreen {
    /// The ballot on a subject, at the first person who has not answered.
    pub fn new(subject: Subject, view: &View<'_>) -> Self {
        let first = subject
            .missing(view.session)
            .first()
            .map(|person| person.id.clone());
        let taking = match taken_how(subject, view.session) {
            BallotKind::CardsUp => Taking::Cards(Cards::new(subject, view.session)),
            kind => first.map_or(Taking::AllIn, |id| turn_of(subject, kind, id)),
        };
        Self { subject, taking }
    }

    /// The turn goes to whoever is missing, after the one who just answered. One person alone goes on.
    fn answered(&mut self, view: &View<'_>, just: &PersonId, mut wants: Vec<Want>) -> Vec<Want> {
        let next = self.next_after(view.session, just).filter(|id| id != just);
        self.taking = next.map_or(Taking::AllIn, |id| {
            turn_of(self.subject, taken_how(self.subject, view.session), id)
        });
        if view.session.company() == Company::Solo {
            wants.extend(self.subject.done(view.session));
        }
        wants
    }

    /// Says whose slip is left with answers in it, in the same words whatever was answered.
    fn left_open(&self, view: &View<'_>) -> Option<Want> {
        match &self.taking {
            Taking::Sealed(turn) if turn.is_begun() => {
                let name = view.session.label(turn.whose());
                Some(Want::Notice(format!(
                    "The slip of {name} was not sealed: it starts again."
                )))
            }
            _ => None,
        }
    }

    /// The turn goes to the next one who is missing, in a circle.
    fn skip(&mut self, view: &View<'_>, whose: &PersonId) {
        if let Some(id) = self.next_after(view.session, whose) {
            self.taking = turn_of(self.subject, taken_how(self.subject, view.session), id);
        }
    }

    /// The next one who is missing after somebody, in a circle that ends with them.
    fn next_after(&self, session: &Session, whose: &PersonId) -> Option<PersonId> {
        let people = session.people();
        let missing = self.subject.missing(session);
        let at = people.iter().position(|person| person.id == *whose)?;
        let circle = people[at + 1..].iter().chain(&people[..=at]);
        circle
            .map(|person| &person.id)
            .find(|id| missing.iter().any(|person| person.id == **id))
            .cloned()
    }

    /// Whether the turn still is what it should be: people may have come, left, or been taken back.
    fn is_stale(&self, view: &View<'_>) -> bool {
        let missing = self.subject.missing(view.session);
        let is_missing = |id: &PersonId| missing.iter().any(|person| person.id == *id);
        match &self.taking {
            Taking::AllIn => !missing.is_empty(),
            Taking::Sealed(turn) => !is_missing(turn.whose()),
            Taking::Open(turn) => !is_missing(turn.whose()),
            Taking::Cards(cards) => !cards.fits(view.session),
        }
    }

    fn everybody_in(&self, view: &View<'_>) -> Vec<Want> {
        let names: Vec<_> = self
            .subject
            .missing(view.session)
            .iter()
            .map(|person| view.session.label(&person.id))
            .collect();
        if names.is_empty() {
            self.subject.done(view.session)
        } else {
            vec![Want::Notice(format!(
                "Still waiting for {}.",
                names.join(", ")
            ))]
        }
    }
}

/// How the answers are taken. One person alone has nobody to hide from, however the session was set up.
/// A guess and a verdict are nobody else's before all are in: cards are for the ratings.
pub fn taken_how(subject: Subject, session: &Session) -> BallotKind {
    match (session.company(), session.ballot(), subject) {
        (Company::Solo, ..) => BallotKind::Open,
        (_, BallotKind::CardsUp, Subject::Prediction | Subject::Verdict) => {
            BallotKind::PassTheKeyboard
        }
        (_, kind, _) => kind,
    }
}

fn turn_of(subject: Subject, kind: BallotKind, whose: PersonId) -> Taking {
    match kind {
        BallotKind::Open => Taking::Open(OpenTurn::new(whose)),
        _ => Taking::Sealed(SealedTurn::new(subject, whose)),
    }
}

impl Screen for BallotScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        let mut offers = match &self.taking {
            Taking::AllIn => vec![Offer::new(
                Action::Next,
                self.subject.next_words(view.session),
            )],
            Taking::Sealed(turn) => turn.offers(),
            Taking::Open(turn) => turn.offers(self.subject),
            Taking::Cards(cards) => cards.offers(self.subject, view.session),
        };
        if matches!(self.taking, Taking::Sealed(_) | Taking::Open(_))
            && self.subject.missing(view.session).len() > 1
        {
            offers.push(Offer::new(Action::Tab, "somebody else first"));
        }
        offers.push(Offer::hidden(Action::BackInField, "back"));
        offers
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let Input::Act(action, key) = input else {
            return Vec::new();
        };
        if self.is_stale(view) {
            *self = Self::new(self.subject, view);
        }
        match action {
            Action::BackInField | Action::Back => {
                return [Want::Back]
                    .into_iter()
                    .chain(self.left_open(view))
                    .collect();
            }
            // The clicker goes on only when everybody is in: it never seals for anybody.
            Action::Next if key.code == crossterm::event::KeyCode::PageDown => {
                return self.everybody_in(view);
            }
            _ => {}
        }
        let whose = match &mut self.taking {
            Taking::AllIn if action == Action::Next => return self.everybody_in(view),
            Taking::AllIn => return Vec::new(),
            Taking::Cards(cards) => return cards.update(self.subject, view, action, key),
            Taking::Sealed(turn) if action == Action::Tab => turn.whose().clone(),
            Taking::Open(turn) if action == Action::Tab => turn.whose().clone(),
            Taking::Sealed(turn) => {
                let (whose, wants, answered) = turn.update(self.subject, view, action, key);
                return if answered {
                    self.answered(view, &whose, wants)
                } else {
                    wants
                };
            }
            Taking::Open(turn) => {
                let (whose, wants, answered) = turn.update(self.subject, view, action, key);
                return if answered {
                    self.answered(view, &whose, wants)
                } else {
                    wants
                };
            }
        };
        let told = self.left_open(view);
        self.skip(view, &whose);
        told.into_iter().collect()
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        // Nobody answers in a replay, however far the ballot had come.
        if view.replay {
            return draw::all_in(self.subject, view, area, buf);
        }
        // Somebody may have come or left since the last key: then the turn is another one.
        if self.is_stale(view) {
            return Self::new(self.subject, view).draw(view, area, buf);
        }
        match &self.taking {
            Taking::AllIn => draw::all_in(self.subject, view, area, buf),
            Taking::Sealed(turn) => turn.draw(self.subject, view, area, buf),
            Taking::Open(turn) => turn.draw(self.subject, view, area, buf),
            Taking::Cards(cards) => cards.draw(self.subject, view, area, buf),
        }
    }

    fn head(&self, view: &View<'_>) -> String {
        match taken_how(self.subject, view.session) {
            BallotKind::PassTheKeyboard => "sealed".to_owned(),
            BallotKind::CardsUp => "cards up".to_owned(),
            BallotKind::Open => String::new(),
        }
    }
}
