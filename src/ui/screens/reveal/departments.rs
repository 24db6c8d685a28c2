//! The departments that took part, each given one number aloud by the room, after its own are in.

use super::one_size::{self, Forms};
use crate::model::ballot::typed_rating;
use crate::model::change::{Change, StepChange};
use crate::model::evidence::Department;
use crate::model::place::StepNumber;
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_vast};
use crate::ui::screen::{Input, View, Want};
use crate::ui::theme::Theme;
use crate::ui::widgets::enlarged;
use crate::ui::widgets::in_sight::in_sight;
use crate::ui::widgets::large_rows::{self, LargeRow, LargeRows};
use crate::ui::widgets::wrap::{cells, shorten};
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// What is asked over them.
const ASKED: &str = "And each department? One number aloud.";

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
            (Action::Next, _) => return (self.keep(step, view, (self.at + 1).min(last)), true),
            (Action::Up | Action::Down, _) => {
                let down = action == Action::Down;
                let to = if down {
                    self.at + 1
                } else {
                    self.at.saturating_sub(1)
                };
                return (self.keep(step, view, to.min(last)), true);
            }
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

    /// Goes to another one; what was typed stands, whichever key leaves it.
    fn keep(&mut self, step: StepNumber, view: &View<'_>, to: usize) -> Vec<Want> {
        let typed = std::mem::take(&mut self.typed);
        if typed.is_empty() {
            self.at = to;
            return Vec::new();
        }
        match typed_rating(&typed) {
            Ok(rating) => {
                let wants = self.set(step, view, Some(rating));
                self.at = to;
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

    /// The rows that they take on a screen, in a room of so many columns: all large where they can be, else the one that
    /// is rated large in `large` rows.
    pub fn rows(
        &self,
        step: StepNumber,
        view: &View<'_>,
        screen: Rect,
        (width, large): (u16, u16),
    ) -> u16 {
        let departments = &view.session.step(step).departments;
        let all_large = self.large_rows(departments, view.theme, screen, width);
        all_large.map_or(1 + large + departments.len() as u16, |(_, rows)| {
            large_rows::LINE + 1 + rows
        })
    }

    /// Draws the list, and large the department that is rated.
    pub fn draw(
        &self,
        step: StepNumber,
        view: &View<'_>,
        (screen, area): (Rect, Rect),
        buf: &mut Buffer,
    ) {
        let theme = view.theme;
        let departments = &view.session.step(step).departments;
        let mut column = Column::new(area, buf).on(screen);
        if let Some((list, rows)) = self.large_rows(departments, theme, screen, area.width) {
            column.said(ASKED, theme.question.style());
            column.gap(1);
            return column.widget(rows, &list);
        }
        column.line(Span::styled(ASKED, theme.question.style()));
        let left = column.rows_left();
        let rows = (departments.len() as u16).min(left.saturating_sub(enlarged::ROWS).max(1));
        column.gap(u16::from(left > rows + enlarged::ROWS));
        if let Some(chosen) = departments.get(self.at) {
            let (value, style) = self.value(chosen, true, theme);
            // The widest number: the letters stay as large as they are while it is typed.
            let all = departments.iter().map(|one| forms(one, "▼ −10"));
            let (all, chosen) = (all.collect::<Vec<_>>(), forms(chosen, &value));
            one_size::draw(&mut column, &all, (&chosen, style), rows);
        }
        let lines = departments.iter().enumerate();
        let lines = lines.map(|(index, one)| self.line(one, index == self.at, theme));
        for line in in_sight(lines.collect(), self.at, rows, theme.foot_key.style()) {
            column.line(line);
        }
    }

    /// All of them large on a vast screen, and the rows that they take.
    fn large_rows<'d>(
        &self,
        departments: &'d [Department],
        theme: &Theme,
        screen: Rect,
        width: u16,
    ) -> Option<(LargeRows<'d>, u16)> {
        let row = |(index, department): (usize, &'d Department)| {
            let here = index == self.at;
            let (value, style) = self.value(department, here, theme);
            LargeRow {
                words: Span::styled(department.name.as_str(), theme.text.style()),
                more: Span::styled(value, style),
                chosen: here,
                ..LargeRow::default()
            }
        };
        let rows = departments.iter().enumerate().map(row).collect();
        let list = LargeRows::new(rows)
            .choosing(theme.chosen.style())
            .plain_where_they_must();
        let rows = list.height(width)?;
        let fits = is_vast(screen) && list.is_all_large(width) && rows < screen.height / 2;
        fits.then_some((list, rows))
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

/// The name of a department and its number; in ever fewer letters of the name.
fn forms(department: &Department, value: &str) -> Forms {
    let names = one_size::shorter(department.name.as_str());
    names.map(|name| format!("{name}: {value}")).collect()
}

/// The cells of a name in the list.
const NAME: usize = 30;
