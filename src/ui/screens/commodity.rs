//! Which of the things that anybody could offer are they chosen for?

use crate::model::change::Change;
use crate::model::session::Company;
use crate::model::text::CleanText;
use crate::ui::keys::{self, Action, Offer};
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::screens::pointing::Pointing;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LargeRow, LargeRows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Which of the things are they chosen for?
#[derive(Debug, Default)]
pub struct CommodityScreen {
    pointing: Pointing,
}

impl Screen for CommodityScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        let next = match self.taken(view) {
            Some(_) => "pick",
            None => "next",
        };
        let reasons = view.session.exercise().commodity.reasons.len();
        vec![
            Offer::new(Action::Next, next),
            Offer::new(Action::Down, "choose"),
            Offer::new(Action::Mark, "pick"),
            Offer::hidden(Action::Look, "pick").up_to(reasons),
            Offer::hidden(Action::Up, "choose"),
            Offer::new(Action::Back, "back"),
            Offer::new(Action::Undo, "undo"),
        ]
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let Input::Act(action, key) = input else {
            return Vec::new();
        };
        let reasons = &view.session.exercise().commodity.reasons;
        match action {
            Action::Next => match self.taken(view) {
                Some(at) => self.pick(at, view),
                None => vec![Want::Next],
            },
            Action::Back => vec![Want::Back],
            Action::Up | Action::Down => {
                let by = if action == Action::Up { -1 } else { 1 };
                self.pointing.step(by, reasons.len());
                Vec::new()
            }
            Action::Look => match keys::digit(&key).filter(|digit| *digit <= reasons.len()) {
                Some(digit) => self.pick(digit - 1, view),
                None => Vec::new(),
            },
            Action::Mark => self.pick(self.pointing.at(reasons.len()).unwrap_or(0), view),
            _ => Vec::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let (theme, session) = (view.theme, view.session);
        let commodity = &session.exercise().commodity;
        let question = &commodity.question;
        let ask = if session.company() == Company::Solo {
            &question.ask_alone
        } else {
            &question.ask
        };
        let mut column = Column::new(with_margins(area), buf).on(area);
        let headline = Headline::new(question.headline.as_str()).style(theme.headline.style());
        let list = self.large_rows(view);
        let said = column.rows_said(ask.as_str()) + 1;
        if let Some(large) = column.rows_large(&list, &headline, said) {
            column.headline(&headline, large + said);
            column.said(ask.as_str(), theme.question.style());
            column.gap(1);
            return column.widget(large, &list);
        }
        let each = if is_low(area) { 1 } else { 2 };
        column.headline(&headline, commodity.reasons.len() as u16 * each + each);
        column.text(ask.as_str(), theme.question.style());
        column.gap(each - 1);
        self.draw_plain_rows(view, &mut column);
    }
}

impl CommodityScreen {
    /// What Enter picks: what is highlighted, and neither picked nor put back by a key of its own.
    fn taken(&self, view: &View<'_>) -> Option<usize> {
        let reasons = &view.session.exercise().commodity.reasons;
        let open = self.pointing.open(reasons.len());
        open.filter(|at| !view.session.chosen_for().contains(&reasons[*at]))
    }

    fn pick(&mut self, at: usize, view: &View<'_>) -> Vec<Want> {
        self.pointing.decide(at);
        vec![toggled(at, view)]
    }

    /// Whether a row is highlighted.
    fn is_at(&self, row: usize, view: &View<'_>) -> bool {
        let rows = view.session.exercise().commodity.reasons.len();
        !view.replay && self.pointing.at(rows) == Some(row)
    }

    fn large_rows<'v>(&self, view: &View<'v>) -> LargeRows<'v> {
        let (theme, reasons) = (view.theme, &view.session.exercise().commodity.reasons);
        let row = |(index, reason): (usize, &'v CleanText)| LargeRow {
            mark: Span::styled(
                format!("{} {}", index + 1, mark(reason, view)),
                theme.choice.style(),
            ),
            words: Span::styled(reason.as_str(), theme.choice.style()),
            chosen: self.is_at(index, view),
            ..LargeRow::default()
        };
        LargeRows::new(reasons.iter().enumerate().map(row).collect()).choosing(theme.chosen.style())
    }

    fn draw_plain_rows(&self, view: &View<'_>, column: &mut Column<'_>) {
        let (theme, reasons) = (view.theme, &view.session.exercise().commodity.reasons);
        let roomy = column.rows_left() >= reasons.len() as u16 * 2;
        for (index, reason) in reasons.iter().enumerate() {
            let style = if self.is_at(index, view) {
                theme.chosen.style()
            } else {
                theme.choice.style()
            };
            column.line(Line::from(vec![
                Span::styled(format!("{} ", index + 1), theme.foot_key.style()),
                Span::styled(format!(" {} {reason} ", mark(reason, view)), style),
            ]));
            column.gap(u16::from(roomy));
        }
    }
}

/// The sign before a reason.
fn mark(reason: &CleanText, view: &View<'_>) -> &'static str {
    if view.session.chosen_for().contains(reason) {
        "◉"
    } else {
        "○"
    }
}

/// The reasons with one more or one less, in the order of the exercise.
fn toggled(index: usize, view: &View<'_>) -> Want {
    let reasons = &view.session.exercise().commodity.reasons;
    let chosen = view.session.chosen_for();
    let toggled = reasons
        .iter()
        .enumerate()
        .filter(|(at, reason)| chosen.contains(reason) != (*at == index));
    Want::Change(Change::ChosenFor(
        toggled.map(|(_, reason)| reason.clone()).collect(),
    ))
}
