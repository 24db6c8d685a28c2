//! One person's turn behind the mask. Nothing that is drawn here knows what was answered.

use super::draw;
use super::guess_masks::{masks_of_steps, rows_of_steps};
use super::subject::Subject;
use crate::model::ballot::{Ask, Outcome, Press, SealedBallot};
use crate::model::person::PersonId;
use crate::model::session::Session;
use crate::model::step_record::Turn;
use crate::ui::keys::{Action, Offer};
use crate::ui::looks;
use crate::ui::page::{Column, is_low, is_vast, with_margins};
use crate::ui::screen::{View, Want};
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::mask::Mask;
use crate::ui::widgets::scale::Scale;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

/// One person's turn behind the mask.
pub struct SealedTurn {
    whose: PersonId,
    /// None until the first key: the questions come from the session then.
    ballot: Option<SealedBallot>,
    subject: Subject,
}

impl SealedTurn {
    /// A turn that has just begun.
    pub fn new(subject: Subject, whose: PersonId) -> Self {
        Self {
            whose,
            ballot: None,
            subject,
        }
    }

    /// Whose turn it is.
    pub fn whose(&self) -> &PersonId {
        &self.whose
    }

    /// Whether something was answered that is not sealed yet.
    pub fn is_begun(&self) -> bool {
        self.ballot
            .as_ref()
            .is_some_and(|ballot| !ballot.is_untouched())
    }

    /// Where the turn stands: the open question, or none when "Sealed?" is asked.
    fn open_question(&self) -> Option<(usize, Ask)> {
        match &self.ballot {
            Some(ballot) => ballot.open_question(),
            None if self.subject == Subject::Verdict => Some((0, Ask::Verdict)),
            None => Some((0, Ask::Rating)),
        }
    }

    /// What it takes now. It differs by question, never by answer.
    pub fn offers(&self) -> Vec<Offer> {
        let mut offers = match self.open_question() {
            Some((_, Ask::Rating)) => {
                vec![
                    Offer::new(Action::Number, "your number"),
                    Offer::new(Action::Next, "next"),
                ]
            }
            Some((_, Ask::Stay)) => vec![Offer::new(Action::YesNo, "yes or no")],
            Some((_, Ask::Verdict)) => vec![Offer::new(Action::Either, "one of the two")],
            None => vec![
                Offer::new(Action::Next, "seal it"),
                Offer::new(Action::TakeBack, "start again"),
                Offer::hidden(Action::Anew, "the same"),
            ],
        };
        if self.open_question().is_some() {
            if self.subject.may_pass() {
                let label = if is_second(self.subject) {
                    "keep your first"
                } else {
                    "pass"
                };
                offers.push(Offer::new(Action::Pass, label));
            } else {
                // Whoever has passed before will try it: they are told.
                offers.push(Offer::hidden(Action::Pass, "no: one of the two"));
            }
            offers.push(Offer::hidden(Action::TakeBack, "start again"));
            // Enter where yes or no is asked is told what is asked.
            if offers.iter().all(|offer| offer.action != Action::Next) {
                offers.push(Offer::hidden(Action::Next, "next"));
            }
        }
        offers
    }

    /// Takes a key; says whose turn it was, what is wanted, and whether the turn is over.
    pub fn update(
        &mut self,
        subject: Subject,
        view: &View<'_>,
        action: Action,
        key: KeyEvent,
    ) -> (PersonId, Vec<Want>, bool) {
        let ballot = self.ballot.get_or_insert_with(|| {
            SealedBallot::new(subject.asks(view.session), subject.may_pass())
        });
        let nothing = |wants| (self.whose.clone(), wants, false);
        let press = match (action, key.code) {
            // The letter takes the whole slip back, and beyond it the last person's.
            (Action::TakeBack, KeyCode::Char(_)) => {
                return nothing(if ballot.wipe() {
                    Vec::new()
                } else {
                    vec![Want::Undo]
                });
            }
            (Action::TakeBack, _) => Press::Backspace,
            (Action::Next, _) => Press::Enter,
            (
                Action::Number | Action::YesNo | Action::Either | Action::Pass | Action::Anew,
                KeyCode::Char(c),
            ) => Press::Char(c),
            _ => return nothing(Vec::new()),
        };
        let given = match ballot.press(press) {
            Outcome::Quiet | Outcome::Moved | Outcome::TakenBack => return nothing(Vec::new()),
            Outcome::Refused(sentence) => return nothing(vec![Want::Notice(sentence.to_owned())]),
            Outcome::Sealed(given) => Some(given),
            Outcome::Passed => None,
        };
        let change = subject.accept(self.whose.clone(), given.as_deref(), view.now);
        (self.whose.clone(), vec![Want::Change(change)], true)
    }

    /// Draws the turn.
    pub fn draw(&self, subject: Subject, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let screen = area;
        let area = with_margins(area);
        let mut column = Column::new(area, buf);
        let question = subject.question(view.session);
        column.over(screen, |column| {
            column.said_centred(question, theme.question.style());
        });
        column.gap(u16::from(is_vast(area)));
        let people = draw::rows_of_people(subject, view, area);
        let headlines = draw::names_in_large(&self.whose, view.session);
        let headlines: Vec<_> = headlines
            .iter()
            .map(|name| Headline::new(name).style(theme.person.style()).centred())
            .collect();
        let prompt = self.prompt(subject, view);
        // What is asked next may take more rows; the name keeps its size from key to key.
        let said = if is_vast(area) { 10 } else { 1 };
        let below = 2 + said + Self::mask_rows(subject, view, area) + people;
        // In a full room the scale gives way before the name becomes small.
        let large = |below| headlines.iter().any(|name| column.is_large(name, below));
        let without_scale = subject == Subject::Verdict
            || (subject == Subject::Prediction && is_low(area))
            || (large(below) && !large(below + 4));
        let below = if without_scale { below } else { below + 4 };
        column.largest(&headlines, below);
        let hint = self.hint(subject, view.session);
        let both = column.rows_said(&prompt) + column.rows_said(hint);
        column.said_centred(&prompt, theme.strong.style());
        column.gap(u16::from(is_vast(area)));
        if both < said {
            column.said_centred(hint, theme.quiet.style());
        } else {
            column.centred(hint, theme.quiet.style());
        }
        column.gap(1);
        self.draw_masks(subject, view, area, &mut column);
        let room = column.rows_left().saturating_sub(people + 1).min(4);
        if !without_scale && room >= 3 {
            let words = looks::scale_words(view.session.exercise());
            let scale = Scale::new(&[]).words(&words).looks(looks::scale(theme));
            let rows = scale.height_for(area.width, room);
            column.gap(1);
            column.widget(rows, &scale);
        }
        let rest = column.rest();
        draw::people_at_the_foot(subject, view, Some(&self.whose), (rest, people), buf);
    }

    fn mask_rows(subject: Subject, view: &View<'_>, area: Rect) -> u16 {
        match subject {
            Subject::Prediction => rows_of_steps(view, area),
            _ if is_vast(area) => 3,
            _ => 1,
        }
    }

    /// What the person does now.
    fn prompt(&self, subject: Subject, view: &View<'_>) -> String {
        let exercise = view.session.exercise();
        match (self.open_question(), subject) {
            (None, _) => "Sealed? Enter seals it.".to_owned(),
            (Some((index, Ask::Rating)), Subject::Prediction) => {
                format!(
                    "{}: what would a customer feel?",
                    exercise.steps[index].title
                )
            }
            (Some((_, Ask::Rating)), _) => "It is your turn. The others look away.".to_owned(),
            (Some((_, Ask::Stay)), _) => exercise.stay_question.to_string(),
            (Some((_, Ask::Verdict)), _) => {
                format!(
                    "+ {}     − {}",
                    exercise.verdict.builds, exercise.verdict.erodes
                )
            }
        }
    }

    /// How to do it, in small letters.
    fn hint(&self, subject: Subject, session: &Session) -> &'static str {
        match self.open_question() {
            None if subject == Subject::Prediction => "Backspace starts all of them again.",
            None => "Backspace starts again.",
            Some((_, Ask::Rating)) if has_first(subject, &self.whose, session) => {
                "Type your number, or x: then your first one stays."
            }
            Some((_, Ask::Rating)) => "7 is seven points up, −7 is seven down. Then Enter.",
            Some((_, Ask::Stay)) => "y for yes, n for no",
            Some((_, Ask::Verdict)) => "It is your turn. The others look away.",
        }
    }

    fn draw_masks(&self, subject: Subject, view: &View<'_>, area: Rect, column: &mut Column<'_>) {
        let theme = view.theme;
        let rows = Self::mask_rows(subject, view, area);
        let room = column.take(rows);
        if subject == Subject::Prediction {
            let open = self.open_question().map(|(index, _)| index);
            return masks_of_steps(open, view, room, column.buf());
        }
        let width = if rows > 1 {
            Mask::WIDTH_LARGE
        } else {
            Mask::WIDTH
        };
        let mask = Mask::new(theme.mask.style());
        mask.render(draw::centred(room, width), column.buf());
    }
}

/// Whether somebody has a first rating that a second one would stand beside: who came later has none.
pub(super) fn has_first(subject: Subject, whose: &PersonId, session: &Session) -> bool {
    match subject {
        Subject::Rating(step, Turn::Again) => {
            let first = session.step(step).ratings.get(whose);
            first.is_some_and(|answer| answer.rating().is_some())
        }
        _ => false,
    }
}

fn is_second(subject: Subject) -> bool {
    matches!(subject, Subject::Rating(_, Turn::Again))
}
