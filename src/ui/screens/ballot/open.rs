//! One person's turn on a scale that everybody sees: moved with the arrows, or typed.

use super::draw;
use super::subject::Subject;
use crate::model::ballot::{Ask, Given, Move, OpenBallot, Press};
use crate::model::person::PersonId;
use crate::model::session::{Company, Session};
use crate::ui::keys::{Action, Offer};
use crate::ui::looks;
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::{View, Want};
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::scale_input::ScaleInput;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

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
            (_, KeyCode::Char(c)) => ballot.press(Press::Char(c)),
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
        let theme = view.theme;
        let fresh = OpenBallot::new(subject.asks(view.session));
        let ballot = self.ballot.as_ref().unwrap_or(&fresh);
        let area = with_margins(area);
        let mut column = Column::new(area, buf);
        if view.session.company() != Company::Solo {
            let name = view.session.label(&self.whose);
            column.line(
                Line::styled(format!("{name}, it is your turn"), theme.person.style()).centered(),
            );
        }
        if subject == Subject::Prediction {
            // The step alone would not tell that it is a guess, and whose feeling it is about.
            let asked = subject.question(view.session);
            column.line(Line::styled(asked, theme.text.style()).centered());
        }
        let question = question(subject, view.session, ballot);
        let low = area.height < 20;
        let below = match ballot.ask() {
            _ if low => area.height.saturating_sub(4),
            Ask::Rating => area.height * 3 / 5,
            _ => area.height / 2,
        };
        column.headline(
            &Headline::new(&question)
                .style(theme.question.style())
                .centred(),
            below,
        );
        let people = draw::rows_of_people(subject, view, area);
        let tail = Self::tail_rows(subject) + people + 1;
        match ballot.ask() {
            Ask::Rating => {
                let words = looks::scale_words(view.session.exercise());
                let scale = ScaleInput::new(ballot.rating(ballot.at()))
                    .words(&words)
                    .looks(looks::scale(theme));
                let rows = column.rows_left().saturating_sub(tail);
                column.widget(rows, &scale);
            }
            ask => draw_either(ask, ballot, view, &mut column),
        }
        column.gap(1);
        Self::draw_tail(subject, ballot, view, &mut column);
        let rest = column.rest();
        draw::people_at_the_foot(subject, view, Some(&self.whose), (rest, people), buf);
    }

    fn tail_rows(subject: Subject) -> u16 {
        u16::from(subject != Subject::Verdict)
    }

    /// The other questions of the same ballot, with what was given.
    fn draw_tail(subject: Subject, ballot: &OpenBallot, view: &View<'_>, column: &mut Column<'_>) {
        let (theme, exercise) = (view.theme, view.session.exercise());
        let shown = |index: usize| match ballot.given(index) {
            Some(Given::Rating(rating)) => rating.to_string(),
            Some(Given::Stay(true)) => "yes".to_owned(),
            Some(Given::Stay(false)) => "no".to_owned(),
            _ => "·".to_owned(),
        };
        let named = |index: usize| match subject {
            Subject::Prediction => exercise.steps[index].short.to_string(),
            _ if index == 0 => "felt".to_owned(),
            _ => "go on?".to_owned(),
        };
        if subject == Subject::Verdict {
            return;
        }
        let mut line = Line::default().centered();
        for index in 0..subject.asks(view.session).len() {
            let style = if index == ballot.at() {
                theme.chosen.style()
            } else {
                theme.quiet.style()
            };
            line.push_span(Span::styled(
                format!(" {} {} ", named(index), shown(index)),
                style,
            ));
            line.push_span(Span::raw(" "));
        }
        column.line(line);
    }
}

fn question(subject: Subject, session: &Session, ballot: &OpenBallot) -> String {
    let exercise = session.exercise();
    match (subject, ballot.ask()) {
        (Subject::Prediction, _) => exercise.steps[ballot.at()].title.to_string(),
        (_, Ask::Stay) => exercise.stay_question.to_string(),
        _ => subject.headline(session).to_owned(),
    }
}

/// Two answers side by side, the one that is given lit.
pub fn draw_either(ask: Ask, ballot: &OpenBallot, view: &View<'_>, column: &mut Column<'_>) {
    let (theme, verdict) = (view.theme, &view.session.exercise().verdict);
    let given = match ballot.given(ballot.at()) {
        Some(Given::Stay(yes) | Given::Builds(yes)) => Some(yes),
        _ => None,
    };
    let (yes, no) = match ask {
        Ask::Verdict => (
            format!("+  {}", verdict.builds),
            format!("−  {}", verdict.erodes),
        ),
        _ => ("y  yes".to_owned(), "n  no".to_owned()),
    };
    let look = |lit: bool, fill: crate::ui::theme::Look| {
        if lit {
            fill.style()
        } else {
            theme.choice.style()
        }
    };
    column.gap(column.rows_left() / 4);
    column.line(
        Line::from(vec![
            Span::styled(
                format!("  {yes}  "),
                look(given == Some(true), theme.up_fill),
            ),
            Span::raw("      "),
            Span::styled(
                format!("  {no}  "),
                look(given == Some(false), theme.down_fill),
            ),
        ])
        .centered(),
    );
}
