//! One person's turn behind the mask. Nothing that is drawn here knows what was answered.

use super::guess_masks::{masks_of_steps, rows_of_steps};
use super::pressed::pressed;
use super::subject::Subject;
use super::{Taken, draw};
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
use crate::ui::widgets::wrap::cells;
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

    /// Whether something was answered or typed that is not sealed yet.
    pub fn is_begun(&self) -> bool {
        let ballot = self.ballot.as_ref();
        ballot.is_some_and(|ballot| !ballot.is_untouched() || ballot.is_typing())
    }

    /// Whether something stands in the entry that takes the keys.
    pub fn is_closed(&self) -> bool {
        let ballot = self.ballot.as_ref();
        ballot.is_some_and(|ballot| ballot.open_question().is_none() || ballot.is_typing())
    }

    /// Makes the entry void: a key came that is no part of an answer.
    pub fn spoil(&mut self) {
        if let Some(ballot) = &mut self.ballot {
            ballot.press(Press::Other);
        }
    }

    /// Where the turn stands: the open question, or none when "Sure?" is asked.
    fn open_question(&self) -> Option<(usize, Ask)> {
        match &self.ballot {
            Some(ballot) => ballot.open_question(),
            None if self.subject == Subject::Verdict => Some((0, Ask::Verdict)),
            None => Some((0, Ask::Rating)),
        }
    }

    /// What it takes now. It differs by question, and by what may be seen of an answer.
    pub fn offers(&self) -> Vec<Offer> {
        let mut offers = match self.open_question() {
            Some((_, Ask::Rating)) => {
                let does = match self.subject {
                    Subject::Prediction => "guess",
                    _ => "rate",
                };
                vec![
                    Offer::new(Action::Number, does),
                    Offer::new(Action::Next, "next"),
                ]
            }
            Some((_, Ask::Stay)) => vec![Offer::new(Action::YesNo, "yes or no")],
            Some((_, Ask::Verdict)) => vec![Offer::new(Action::Either, "one of the two")],
            None => {
                return vec![
                    Offer::new(Action::Next, "seal it"),
                    Offer::new(Action::TakeBack, "start again"),
                    Offer::hidden(Action::Anew, "the same"),
                ];
            }
        };
        let is_closed = self.is_closed();
        if is_closed {
            offers.push(Offer::new(Action::TakeBack, "clear it"));
        } else if self.subject.may_pass() {
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
        if !is_closed {
            let does = if self.is_begun() {
                "start again"
            } else {
                "clear what is typed"
            };
            offers.push(Offer::hidden(Action::TakeBack, does));
        }
        // Enter where yes or no is asked is told what is asked.
        if offers.iter().all(|offer| offer.action != Action::Next) {
            offers.push(Offer::hidden(Action::Next, "next"));
        }
        offers
    }

    /// Takes an action and says what came of it.
    pub fn update(&mut self, view: &View<'_>, action: Action, key: KeyEvent) -> Taken {
        // The letter takes the whole slip back, and beyond it the last person's.
        if action == Action::TakeBack && matches!(key.code, KeyCode::Char(_)) {
            let wiped = self.ballot.as_mut().is_some_and(SealedBallot::wipe);
            return (if wiped { Vec::new() } else { vec![Want::Undo] }, false);
        }
        let press = match action {
            Action::Next => Some(Press::Enter),
            _ => pressed(&key, self.is_closed()),
        };
        match press {
            Some(press) => self.press(view, press),
            None => (Vec::new(), false),
        }
    }

    /// Gives a press to the slip and says what came of it.
    pub fn press(&mut self, view: &View<'_>, press: Press) -> Taken {
        let subject = self.subject;
        let ballot = self.ballot.get_or_insert_with(|| {
            SealedBallot::new(subject.asks(view.session), subject.may_pass())
        });
        let given = match ballot.press(press) {
            Outcome::Quiet | Outcome::Moved | Outcome::TakenBack => return (Vec::new(), false),
            Outcome::Refused(sentence) => {
                return (vec![Want::Notice(sentence.to_owned())], false);
            }
            Outcome::Sealed(given) => Some(given),
            Outcome::Passed => None,
        };
        let change = subject.accept(self.whose.clone(), given.as_deref(), view.now);
        (vec![Want::Change(change)], true)
    }

    /// Draws the turn.
    pub fn draw(&self, subject: Subject, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let screen = area;
        let area = with_margins(area);
        let mut column = Column::new(area, buf);
        let question = asked(subject, view, &column);
        column.over(screen, |column| {
            column.said_centred(&question, theme.question.style());
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
        let is_pass = self.ballot.as_ref().is_some_and(SealedBallot::is_pass);
        match (self.open_question(), subject) {
            (None, Subject::Prediction) if is_pass => {
                let all = exercise.steps.len();
                format!("You pass all {all} guesses. Enter seals it.")
            }
            (None, _) if is_pass && has_first(subject, &self.whose, view.session) => {
                "Your first one stays. Enter seals it.".to_owned()
            }
            (None, _) if is_pass => "You pass. Enter seals it.".to_owned(),
            (None, _) => "Sure? Enter seals it.".to_owned(),
            (Some((index, Ask::Rating)), Subject::Prediction) => subject
                .question_of_step(view.session, index)
                .unwrap_or_default(),
            (Some((_, Ask::Rating)), _) => {
                "1 of 2. It is your turn. The others look away.".to_owned()
            }
            (Some((_, Ask::Stay)), _) => format!("2 of 2. {}", exercise.stay_question),
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
            Some((_, Ask::Rating)) if subject != Subject::Prediction && self.is_closed() => {
                "Enter, then yes or no. Backspace clears what is typed."
            }
            // One of two is given by its first key: what stands here is neither.
            Some((_, Ask::Stay)) if self.is_closed() => "Backspace, then y for yes, n for no.",
            Some((_, Ask::Verdict)) if self.is_closed() => "Backspace, then + or −.",
            Some(_) if self.is_closed() => "Enter goes on. Backspace clears what is typed.",
            Some((_, Ask::Rating)) if has_first(subject, &self.whose, session) => {
                "Type your number, or x: then your first one stays."
            }
            Some((_, Ask::Rating)) if subject == Subject::Prediction => {
                "7 is seven points up, −7 is seven down. Then Enter."
            }
            Some((_, Ask::Rating)) => "7 is seven up, −7 is seven down. Then yes or no.",
            Some((_, Ask::Stay)) => "y for yes, n for no",
            Some((_, Ask::Verdict)) => "It is your turn. The others look away.",
        }
    }

    fn draw_masks(&self, subject: Subject, view: &View<'_>, area: Rect, column: &mut Column<'_>) {
        let theme = view.theme;
        let rows = Self::mask_rows(subject, view, area);
        let room = column.take(rows);
        let ballot = self.ballot.as_ref();
        let is_closed = |index| ballot.is_some_and(|ballot| ballot.is_closed(index));
        let open = self.open_question().map(|(index, _)| index);
        if subject == Subject::Prediction {
            return masks_of_steps((open, is_closed), view, room, column.buf());
        }
        let width = if rows > 1 {
            Mask::WIDTH_LARGE
        } else {
            Mask::WIDTH
        };
        let mask = Mask::new(theme.mask.style()).closed(open.is_none_or(is_closed));
        mask.render(draw::centred(room, width), column.buf());
    }
}

/// What is asked, on one line with what is asked after it where both fit.
fn asked(subject: Subject, view: &View<'_>, column: &Column<'_>) -> String {
    let question = subject.question(view.session).to_owned();
    let then = &view.session.exercise().stay_question;
    let both = format!("{question} Then: {then}");
    let fits = cells(&both) <= column.width() && !column.is_vast();
    if matches!(subject, Subject::Rating(..)) && fits {
        both
    } else {
        question
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
