//! What the last round promised: each is marked as kept, not kept or still open.

mod large;
mod list;
mod talked_about;
pub mod words;

use crate::model::change::Change;
use crate::model::promise::Outcome;
use crate::model::session::Session;
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_vast, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::wrap::cells;
use list::List;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use words::{ask, kept_of, left_open, question};

/// What was promised.
#[derive(Debug, Default)]
pub struct PromisesScreen {
    cursor: usize,
}

impl PromisesScreen {
    fn chosen(&self, session: &Session) -> usize {
        self.cursor.min(session.promises().len().saturating_sub(1))
    }
}

impl Screen for PromisesScreen {
    fn offers(&self, _view: &View<'_>) -> Vec<Offer> {
        vec![
            Offer::new(Action::Next, "next"),
            Offer::new(Action::Kept, "kept"),
            Offer::new(Action::NotKept, "not kept"),
            Offer::new(Action::StillOpen, "still open"),
            Offer::new(Action::Down, "choose"),
            Offer::new(Action::Undo, "undo"),
            Offer::hidden(Action::Up, "choose"),
            Offer::hidden(Action::First, "the first"),
            Offer::hidden(Action::Last, "the last"),
            Offer::hidden(Action::Mark, "the next mark"),
            Offer::hidden(Action::Back, "back"),
        ]
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let Input::Act(action, _) = input else {
            return Vec::new();
        };
        let promises = view.session.promises();
        let last = promises.len().saturating_sub(1);
        let at = self.chosen(view.session);
        let mark = |outcome| vec![Want::Change(Change::Promise(at, outcome))];
        match action {
            Action::Next => return going_on(view.session),
            Action::Back => return vec![Want::Back],
            Action::Kept => return mark(Some(Outcome::Kept)),
            Action::NotKept => return mark(Some(Outcome::NotKept)),
            Action::StillOpen => return mark(Some(Outcome::StillOpen)),
            Action::Mark => return mark(next_mark(promises.get(at).and_then(|one| one.outcome))),
            Action::Up => self.cursor = at.saturating_sub(1),
            Action::Down => self.cursor = (at + 1).min(last),
            Action::First => self.cursor = 0,
            Action::Last => self.cursor = last,
            _ => {}
        }
        Vec::new()
    }

    fn head(&self, view: &View<'_>) -> String {
        kept_of(view.session)
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let (theme, session) = (view.theme, view.session);
        let promises = session.promises();
        let mut column = Column::new(with_margins(area), buf).on(area);
        let list = List {
            promises,
            chosen: self.chosen(session),
            round: session.round().number(),
            today: view.now.date(),
            theme,
        };
        let (question, ask) = (question(session), ask(session));
        column.over(area, |column| {
            let both = format!("{question} {ask}");
            let said = if cells(&both) <= column.width() {
                both.as_str()
            } else {
                ask
            };
            if is_vast(area) {
                column.said(said, theme.question.style());
            } else {
                column.line(Span::styled(said.to_owned(), theme.question.style()));
            }
        });
        if !list.draw_large(&mut column) {
            list.draw_talked_about(&mut column);
        }
    }
}

/// Marks come in turn, and after the last of them none.
fn next_mark(mark: Option<Outcome>) -> Option<Outcome> {
    match mark {
        None => Some(Outcome::Kept),
        Some(mark) => Outcome::ALL
            .into_iter()
            .skip_while(|one| *one != mark)
            .nth(1),
    }
}

/// Nobody is held up: what is not marked stays open, and that is said.
fn going_on(session: &Session) -> Vec<Want> {
    let mut wants = vec![Want::Next];
    wants.extend(left_open(session).map(Want::Notice));
    wants
}
