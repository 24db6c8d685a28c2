//! The departments that took part, each given one number aloud by the room, after its own are in.

use crate::model::ballot::typed_rating;
use crate::model::change::{Change, StepChange};
use crate::model::evidence::Department;
use crate::model::place::StepNumber;
use crate::ui::keys::{Action, Offer};
use crate::ui::page::Column;
use crate::ui::screen::{Input, View, Want};
use crate::ui::theme::Theme;
use crate::ui::widgets::enlarged::{self, Enlarged};
use crate::ui::widgets::in_sight::in_sight;
use crate::ui::widgets::wrap::{cells, shorten};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// Rates departments.
#[derive(Default)]
pub struct RateDepartments {
    at: usize,
    typed: String,
}

impl RateDepartments {
    /// What it takes now.
    pub fn offers(&self) -> Vec<Offer> {
        vec![
            Offer::new(Action::Number, "the number"),
            Offer::new(
                Action::Next,
                if self.typed.is_empty() {
                    "done"
                } else {
                    "keep"
                },
            ),
            Offer::new(Action::Down, "another"),
            Offer::hidden(Action::Up, "another"),
            Offer::hidden(Action::Delete, "clear"),
            Offer::new(Action::Close, "close"),
        ]
    }

    /// Takes an input; says what is wanted, and whether it stays open.
    pub fn update(
        &mut self,
        step: StepNumber,
        view: &View<'_>,
        input: &Input,
    ) -> (Vec<Want>, bool) {
        let &Input::Act(action, KeyEvent { code, .. }) = input else {
            return (Vec::new(), true);
        };
        let last = view.session.step(step).departments.len().saturating_sub(1);
        match (action, code) {
            (Action::Close, _) => return (Vec::new(), false),
            (Action::Next, _) if self.typed.is_empty() => return (Vec::new(), false),
            (Action::Next, _) => return (self.keep(step, view), true),
            (Action::Up, _) => self.go(self.at.saturating_sub(1)),
            (Action::Down, _) => self.go((self.at + 1).min(last)),
            (Action::Delete, _) if !self.typed.is_empty() => {
                self.typed.pop();
            }
            (Action::Delete, _) => return (self.set(step, view, None), true),
            (Action::Number, KeyCode::Char(c)) if self.typed.chars().count() < 3 => {
                self.typed.push(c);
            }
            _ => {}
        }
        (Vec::new(), true)
    }

    fn go(&mut self, at: usize) {
        self.at = at;
        self.typed.clear();
    }

    fn keep(&mut self, step: StepNumber, view: &View<'_>) -> Vec<Want> {
        let typed = std::mem::take(&mut self.typed);
        match typed_rating(&typed) {
            Ok(rating) => {
                let wants = self.set(step, view, Some(rating));
                let last = view.session.step(step).departments.len().saturating_sub(1);
                self.at = (self.at + 1).min(last);
                wants
            }
            Err(sentence) => vec![Want::Notice(sentence.to_owned())],
        }
    }

    fn set(
        &self,
        step: StepNumber,
        view: &View<'_>,
        rating: Option<crate::model::rating::Rating>,
    ) -> Vec<Want> {
        let mut departments = view.session.step(step).departments.clone();
        let Some(department) = departments.get_mut(self.at) else {
            return Vec::new();
        };
        department.rating = rating;
        vec![Want::Change(Change::Step(
            step,
            StepChange::Departments(departments),
        ))]
    }

    /// The rows that they take, with the one that is rated large in so many rows.
    pub fn rows(step: StepNumber, view: &View<'_>, large: u16) -> u16 {
        1 + large + view.session.step(step).departments.len() as u16
    }

    /// Draws the list, and large the department that is rated.
    pub fn draw(&self, step: StepNumber, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let departments = &view.session.step(step).departments;
        let mut column = Column::new(area, buf);
        column.line(Span::styled(
            "And each department? One number aloud.",
            theme.question.style(),
        ));
        let left = column.rows_left();
        let rows = (departments.len() as u16).min(left.saturating_sub(enlarged::ROWS).max(1));
        if let Some(chosen) = departments.get(self.at) {
            let (value, style) = self.value(chosen, true, theme);
            let whole = format!("{}: {value}", chosen.name);
            column.enlarged(&Enlarged::new([&whole, &value], style), rows);
        }
        let lines = departments.iter().enumerate();
        let lines = lines.map(|(index, one)| self.line(one, index == self.at, theme));
        for line in in_sight(lines.collect(), self.at, rows, theme.foot_key.style()) {
            column.line(line);
        }
    }

    fn line(&self, department: &Department, here: bool, theme: &Theme) -> Line<'static> {
        let name = shorten(department.name.as_str(), NAME);
        let pad = " ".repeat(NAME.saturating_sub(cells(&name)));
        let (value, look) = self.value(department, here, theme);
        let style = if here {
            theme.turn.style()
        } else {
            theme.text.style()
        };
        let mark = if here { "▸" } else { " " };
        Line::from(vec![
            Span::styled(format!("{mark} {name}{pad}"), style),
            Span::styled(format!("{value:>6}"), look),
        ])
    }

    /// The number of a department, or what is typed of it.
    fn value(&self, department: &Department, here: bool, theme: &Theme) -> (String, Style) {
        match department.rating {
            _ if here && !self.typed.is_empty() => (self.typed.clone(), theme.field_focus.style()),
            Some(rating) if rating.is_up() => (format!("▲ {rating}"), theme.up.style()),
            Some(rating) => (format!("▼ {rating}"), theme.down.style()),
            None if here => ("_".to_owned(), theme.field_focus.style()),
            None => ("·".to_owned(), theme.quiet.style()),
        }
    }
}

/// The cells of a name in the list.
const NAME: usize = 30;
