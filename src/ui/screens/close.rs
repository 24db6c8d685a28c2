//! The end: the session on one page, where its file is, and when the next round will be.

mod asking;
mod facts;
mod further;
mod large;
mod plain;

use super::journey::curve_steps;
use crate::model::change::Change;
use crate::model::journey::Journey;
use crate::model::moment::date_words;
use crate::model::session::{Draft, Field};
use crate::model::stats::Landmark;
use crate::ui::asked_day::{AskedDay, Entered};
use crate::ui::keys::{Action, Offer};
use crate::ui::looks;
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::curve::Curve;
use crate::ui::widgets::field::TextField;
use asking::Asking;
use crossterm::event::{KeyCode, KeyEvent};
use facts::facts;
use jiff::civil::Date;
use plain::draw_without_one;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::cell::Cell;

/// The fewest rows of the curve.
const CURVE_ROWS: u16 = 8;

/// What stands over the promise.
const THIS_WEEK: &str = "★ This week";

/// What stands there where nothing is to be different.
const WITHOUT_ONE: &str = "Hats off";

/// The session on one page.
pub struct CloseScreen {
    /// The date of the next round, while it is typed.
    date: Option<TextField>,
    /// What of it was asked back.
    asked: AskedDay,
    /// The page that is asked for, counted from 0; a small screen has more than one.
    page: usize,
    /// The last page that there was when it was drawn last.
    last: Cell<usize>,
}

impl CloseScreen {
    /// The page, with the date that was being typed.
    pub fn new(view: &View<'_>) -> Self {
        let draft = view
            .session
            .draft()
            .filter(|draft| draft.field == Field::NextRound);
        Self {
            date: draft.map(|draft| TextField::new(draft.text.as_str(), 40)),
            asked: AskedDay::default(),
            page: 0,
            last: Cell::default(),
        }
    }

    /// The page that is shown, as it was drawn last.
    fn page(&self) -> usize {
        self.page.min(self.last.get())
    }

    fn taken(&mut self, date: Option<Date>) -> Vec<Want> {
        (self.date, self.asked) = (None, AskedDay::default());
        // A small screen may have no row for it.
        let taken = date.map(|date| format!("Next round: {}.", date_words(date)));
        let mut wants = vec![
            Want::Change(Change::NextRound(date)),
            Want::Quietly(Change::Draft(None)),
        ];
        wants.extend(taken.map(Want::Notice));
        wants
    }

    fn update_date(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let Some(field) = &mut self.date else {
            return Vec::new();
        };
        let mut told = None;
        match input {
            Input::Key(key) => {
                if let Some(day) = self.asked.chosen(&key) {
                    return self.taken(Some(day));
                }
                told = field.press(key);
            }
            Input::Paste(text) => {
                self.asked = AskedDay::default();
                told = field.paste(&text);
            }
            Input::Act(Action::Close, _) => (self.date, self.asked) = (None, AskedDay::default()),
            Input::Act(Action::Next, _) => {
                let standing = view.session.next_round();
                return match self.asked.enter(field, standing, view.now.date()) {
                    Entered::Day(date) => self.taken(date),
                    Entered::Said(sentence) => vec![Want::Notice(sentence)],
                };
            }
            Input::Act(..) => {}
        }
        let draft = self.date.as_ref().map(|field| Draft {
            field: Field::NextRound,
            text: field.text(),
        });
        let draft = draft.filter(|draft| !draft.text.is_empty());
        Want::Quietly(Change::Draft(draft)).and_say(told)
    }
}

impl Screen for CloseScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        if self.date.is_some() {
            return vec![
                Offer::new(Action::Next, "keep"),
                Offer::new(Action::Close, "close"),
            ];
        }
        let label = if view.session.finished().is_some() {
            "to Home"
        } else {
            "finish"
        };
        let mut offers = vec![
            Offer::new(Action::Next, label),
            Offer::new(Action::Date, "next round"),
            Offer::new(Action::Report, "a report"),
            Offer::new(Action::Back, "back"),
        ];
        // The page itself names the arrows beside what is left out.
        if self.page() < self.last.get() {
            offers.push(Offer::hidden(Action::Down, "what is left out"));
        }
        if self.page() > 0 {
            offers.push(Offer::hidden(Action::Up, "the page before"));
        }
        offers
    }

    fn takes(&self, _view: &View<'_>, key: &KeyEvent) -> bool {
        self.date.is_some() && TextField::takes(key)
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        if self.date.is_some() {
            return self.update_date(view, input);
        }
        match input {
            // A clicker pressed once too often must not close the session behind the last page.
            Input::Act(Action::Next, key) if key.code == KeyCode::PageDown => Vec::new(),
            Input::Act(Action::Next, _) if view.session.finished().is_some() => vec![Want::Home],
            Input::Act(Action::Next, _) => {
                vec![Want::Quietly(Change::Finished(Some(view.now))), Want::Home]
            }
            Input::Act(Action::Back, _) => vec![Want::Back],
            Input::Act(Action::Report, _) => vec![Want::Report],
            Input::Act(Action::Down, _) => {
                self.page = self.page() + 1;
                Vec::new()
            }
            Input::Act(Action::Up, _) => {
                self.page = self.page().saturating_sub(1);
                Vec::new()
            }
            Input::Act(Action::Date, _) => {
                let text = view.session.next_round().map_or(String::new(), date_words);
                self.date = Some(TextField::new(&text, 40));
                // The date stands on the first page.
                self.page = 0;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn draw(&self, view: &View<'_>, screen: Rect, buf: &mut Buffer) {
        let (theme, session) = (view.theme, view.session);
        let journey = Journey::of(session);
        let area = with_margins(screen);
        let mut column = Column::new(area, buf).on(screen);
        let facts = facts(&journey, view, usize::from(area.width));
        self.last.set(0);
        if let Some(field) = &self.date {
            let day = self.asked.words(field, view.now.date());
            return Asking::new(view, (field, &day), &facts).draw(screen, &mut column);
        }
        if !Self::draw_large(&facts, view, &mut column) {
            match session.the_one() {
                Some(one) => self.draw_one(one, facts, view, screen, &mut column),
                None => draw_without_one(&facts, theme, &mut column),
            }
        }
        column.gap(1);
        if self.page() == 0 && column.rows_left() >= CURVE_ROWS {
            let steps = curve_steps(&journey, session);
            let at = |marks: &[Landmark]| marks.iter().map(|mark| mark.step).collect::<Vec<_>>();
            let curve = Curve::new(&steps)
                .marks(at(&journey.best), at(&journey.worst))
                .looks(looks::curve(theme));
            let rows = column.rows_left();
            column.widget(rows, &curve);
        }
    }
}
