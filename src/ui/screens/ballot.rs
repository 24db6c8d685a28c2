//! The ballot: everyone's guess, rating or verdict, one person after the other. What is asked differs,
//! and how it is taken; the turns are the same.

mod cards;
mod draw;
mod guess_masks;
mod large_people;
mod open;
mod open_picture;
mod pressed;
mod sealed;
mod subject;

pub use draw::who_has_seen;
pub use subject::{Standing, Subject};

use crate::model::ballot::Press;
use crate::model::moment::Moment;
use crate::model::person::PersonId;
use crate::model::session::{BallotKind, Company, Session};
use crate::ui::keys::{Action, Offer};
use crate::ui::screen::{Input, Screen, View, Want};
use cards::Cards;
use crossterm::event::{KeyCode, KeyEvent};
use open::OpenTurn;
use pressed::pressed;
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

/// What came of a key in somebody's turn: what is wanted, and whether the turn is over.
type Taken = (Vec<Want>, bool);

/// A ballot.
pub struct BallotScreen {
    subject: Subject,
    taking: Taking,
    /// Whether it is asked if everybody passes.
    asks_all: bool,
}

impl BallotScreen {
    /// The ballot on a subject, at the first person who has not answered.
    pub fn new(subject: Subject, view: &View<'_>) -> Self {
        let first = subject
            .missing(view.session)
            .first()
            .map(|person| person.id.clone());
        let taking = match taken_how(view.session) {
            BallotKind::CardsUp => Taking::Cards(Cards::new(subject, view.session)),
            kind => first.map_or(Taking::AllIn, |id| turn_of(subject, kind, id)),
        };
        Self {
            subject,
            taking,
            asks_all: false,
        }
    }

    /// Whose turn it is, where people take turns.
    fn whose(&self) -> Option<&PersonId> {
        match &self.taking {
            Taking::Sealed(turn) => Some(turn.whose()),
            Taking::Open(turn) => Some(turn.whose()),
            Taking::AllIn | Taking::Cards(_) => None,
        }
    }

    /// The turn goes to whoever is missing, after the one who just answered. One person alone goes on.
    fn answered(&mut self, view: &View<'_>, (mut wants, is_over): Taken) -> Vec<Want> {
        let Some(just) = self.whose().filter(|_| is_over).cloned() else {
            return wants;
        };
        let next = self
            .next_after(view.session, &just)
            .filter(|id| *id != just);
        self.taking = next.map_or(Taking::AllIn, |id| {
            turn_of(self.subject, taken_how(view.session), id)
        });
        if view.session.company() == Company::Solo {
            wants.extend(self.subject.done(view.session));
        }
        wants
    }

    /// Says whose slip is left with something in it, in the same words whatever was answered.
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
    fn skip(&mut self, view: &View<'_>) -> Vec<Want> {
        let Some(whose) = self.whose().cloned() else {
            return Vec::new();
        };
        let told = self.left_open(view);
        if let Some(id) = self.next_after(view.session, &whose) {
            self.taking = turn_of(self.subject, taken_how(view.session), id);
        }
        told.into_iter().collect()
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

    fn freshen(&mut self, view: &View<'_>) {
        if self.is_stale(view) {
            *self = Self::new(self.subject, view);
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

    /// Whether something stands in the entry that is open to keys.
    fn is_closed(&self) -> bool {
        match &self.taking {
            Taking::AllIn => false,
            Taking::Sealed(turn) => turn.is_closed(),
            Taking::Open(turn) => turn.is_typing(),
            Taking::Cards(cards) => cards.is_typing(),
        }
    }

    /// Whether one key may pass the guess for all who have not guessed.
    fn may_all_pass(&self, session: &Session) -> bool {
        self.subject == Subject::Prediction
            && self.subject.missing(session).len() > 1
            && !self.is_begun()
    }

    /// Whether somebody has answered or typed something that is not accepted yet.
    fn is_begun(&self) -> bool {
        match &self.taking {
            Taking::AllIn => false,
            Taking::Sealed(turn) => turn.is_begun(),
            Taking::Open(turn) => turn.is_begun(),
            Taking::Cards(cards) => cards.has_begun_row(),
        }
    }

    /// Gives a key to the entry.
    fn press(&mut self, view: &View<'_>, press: Press) -> Vec<Want> {
        let taken = match &mut self.taking {
            Taking::AllIn => return Vec::new(),
            Taking::Cards(cards) => return cards.press(self.subject, view, press),
            Taking::Sealed(turn) => turn.press(view, press),
            Taking::Open(turn) => turn.press(self.subject, view, press),
        };
        self.answered(view, taken)
    }
}

/// How the answers are taken. One person alone has nobody to hide from, however the session was set up.
pub fn taken_how(session: &Session) -> BallotKind {
    match session.company() {
        Company::Solo => BallotKind::Open,
        _ => session.ballot(),
    }
}

fn turn_of(subject: Subject, kind: BallotKind, whose: PersonId) -> Taking {
    match kind {
        BallotKind::Open => Taking::Open(OpenTurn::new(whose)),
        _ => Taking::Sealed(SealedTurn::new(subject, whose)),
    }
}

/// Everybody who has not guessed passes, and it goes on.
pub fn all_pass(subject: Subject, session: &Session, now: Moment) -> Vec<Want> {
    let missing = subject.missing(session).into_iter();
    let passes = missing.map(|person| subject.accept(person.id.clone(), None, now));
    let passes = passes.map(Want::Change);
    passes.chain(subject.done(session)).collect()
}

/// What is asked before everybody passes.
pub const ALL_PASS: &str = "Pass the guess for the whole room?";

impl Screen for BallotScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        if self.asks_all {
            return vec![
                Offer::new(Action::Next, "pass for all"),
                Offer::new(Action::Close, "no"),
            ];
        }
        let mut offers = match &self.taking {
            Taking::AllIn => vec![Offer::new(
                Action::Next,
                self.subject.next_words(view.session),
            )],
            Taking::Sealed(turn) => turn.offers(),
            Taking::Open(turn) => turn.offers(self.subject),
            Taking::Cards(cards) => cards.offers(self.subject, view.session),
        };
        if self.whose().is_some() && self.subject.missing(view.session).len() > 1 {
            offers.push(Offer::new(Action::Tab, "not me yet"));
        }
        if self.may_all_pass(view.session) {
            offers.push(Offer::new(Action::AllPass, "pass for all"));
        }
        offers.push(Offer::hidden(Action::BackInField, "back"));
        offers
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        self.freshen(view);
        let Input::Act(action, key) = input else {
            // A paste is no answer.
            return self.press(view, Press::Other);
        };
        let is_click = key.code == KeyCode::PageDown;
        if std::mem::take(&mut self.asks_all) && action == Action::Next && !is_click {
            return all_pass(self.subject, view.session, view.now);
        }
        match action {
            Action::BackInField | Action::Back => {
                return [Want::Back]
                    .into_iter()
                    .chain(self.left_open(view))
                    .collect();
            }
            // The clicker goes on only when everybody is in: it never seals for anybody.
            Action::Next if is_click => return self.everybody_in(view),
            Action::AllPass => {
                self.asks_all = true;
                let question = format!("{ALL_PASS} Enter: yes. Esc: no.");
                return vec![Want::Notice(question)];
            }
            Action::Tab if self.whose().is_some() => return self.skip(view),
            _ => {}
        }
        let taken = match &mut self.taking {
            Taking::AllIn if action == Action::Next => return self.everybody_in(view),
            Taking::AllIn => return Vec::new(),
            Taking::Cards(cards) => return cards.update(self.subject, view, action, key),
            Taking::Sealed(turn) => turn.update(view, action, key),
            Taking::Open(turn) => turn.update(self.subject, view, action, key),
        };
        self.answered(view, taken)
    }

    fn stray(&mut self, view: &View<'_>, key: &KeyEvent) -> Vec<Want> {
        self.freshen(view);
        self.asks_all = false;
        // Where nobody else is missing, nobody else can go first.
        if key.code == KeyCode::Tab && self.whose().is_some() {
            return vec![Want::Notice("Nobody else is missing.".to_owned())];
        }
        match pressed(key, self.is_closed()) {
            Some(press) => self.press(view, press),
            None => Vec::new(),
        }
    }

    /// What opens a field, or covers the ballot, is for an entry that is open: else it makes it void.
    fn lets_through(&mut self, action: Action) -> bool {
        self.asks_all &= action == Action::Next;
        let leads_away = matches!(
            action,
            Action::Settings | Action::People | Action::SaveElsewhere
        );
        if !(leads_away || action == Action::Blank) || !self.is_closed() {
            return true;
        }
        match &mut self.taking {
            Taking::AllIn => {}
            Taking::Sealed(turn) => turn.spoil(),
            Taking::Open(turn) => turn.spoil(),
            Taking::Cards(cards) => cards.spoil(),
        }
        !leads_away
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
        match taken_how(view.session) {
            BallotKind::PassTheKeyboard => "sealed".to_owned(),
            BallotKind::CardsUp => "cards up".to_owned(),
            BallotKind::Open => String::new(),
        }
    }
}
