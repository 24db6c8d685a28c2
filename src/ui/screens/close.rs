//! The end: the session on one page, where its file is, and when the next round will be.

mod facts;
mod large;

use super::journey::curve_steps;
use super::large_words::LargeWords;
use crate::model::change::Change;
use crate::model::due;
use crate::model::journey::Journey;
use crate::model::moment::date_words;
use crate::model::session::{Draft, Field};
use crate::model::stats::Landmark;
use crate::ui::keys::{Action, Offer};
use crate::ui::looks;
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::curve::Curve;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::headline::Headline;
use crossterm::event::{KeyCode, KeyEvent};
use facts::{Fact, Worth, facts, rows_of_each};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The fewest rows of the curve.
const CURVE_ROWS: u16 = 8;

/// The session on one page.
pub struct CloseScreen {
    /// The date of the next round, while it is typed.
    date: Option<TextField>,
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
        }
    }

    fn update_date(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let Some(field) = &mut self.date else {
            return Vec::new();
        };
        let mut told = None;
        match input {
            Input::Key(key) => told = field.press(key),
            Input::Paste(text) => told = field.paste(&text),
            Input::Act(Action::Close, _) => self.date = None,
            Input::Act(Action::Next, _) => match due::parse(field.text().as_str(), view.now.date())
            {
                Ok(date) => {
                    self.date = None;
                    // A small screen may have no row for it.
                    let taken = date.map(|date| format!("Next round: {}.", date_words(date)));
                    let mut wants = vec![
                        Want::Change(Change::NextRound(date)),
                        Want::Quietly(Change::Draft(None)),
                    ];
                    wants.extend(taken.map(Want::Notice));
                    return wants;
                }
                Err(sentence) => return vec![Want::Notice(sentence.to_owned())],
            },
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
        vec![
            Offer::new(Action::Next, label),
            Offer::new(Action::Date, "next round"),
            Offer::new(Action::Report, "a report"),
            Offer::new(Action::Back, "back"),
        ]
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
            Input::Act(Action::Date, _) => {
                let text = view.session.next_round().map_or(String::new(), date_words);
                self.date = Some(TextField::new(&text, 40));
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
        if !self.draw_large(&facts, view, &mut column) {
            self.draw_plain(facts, view, (screen, area), &mut column);
        }
        column.gap(1);
        if column.rows_left() >= CURVE_ROWS {
            let steps = curve_steps(&journey, session);
            let at = |landmark: Option<Landmark>| landmark.map(|landmark| landmark.step);
            let curve = Curve::new(&steps)
                .marks(at(journey.best), at(journey.worst))
                .looks(looks::curve(theme));
            let rows = column.rows_left();
            column.widget(rows, &curve);
        }
    }
}

impl CloseScreen {
    /// All but the curve, the promise alone in large letters.
    fn draw_plain(
        &self,
        mut facts: Vec<Fact>,
        view: &View<'_>,
        (screen, area): (Rect, Rect),
        column: &mut Column<'_>,
    ) {
        let (theme, session) = (view.theme, view.session);
        let field_rows = if self.date.is_some() { 3 } else { 0 };
        let curve_rows = if area.height > 28 { 11 } else { 0 };
        let rows = if let Some(one) = session.the_one() {
            let words = LargeWords::new(one.what.as_str(), theme.headline.style());
            let fixed = field_rows + 1;
            let left = column.rows_left().saturating_sub(1 + fixed);
            let all = facts.len();
            facts = beside(&words, facts, (area.width, left));
            let title = Span::styled("★ This week", theme.the_one.style());
            let left_out = match all - facts.len() {
                0 => Span::raw(""),
                many => Span::styled(
                    format!("   … {many} more in a larger window"),
                    theme.quiet.style(),
                ),
            };
            column.over(screen, |column| {
                column.line(Line::from(vec![title, left_out]));
            });
            let below = fewest_rows(&facts) + fixed + curve_rows;
            let room = (area.width, column.rows_left().saturating_sub(below).max(1));
            let free = room.1.saturating_sub(words.height_for(room));
            let rows = rows_of_each(&facts, beside_curve(free, curve_rows));
            words.draw(below, column);
            column.gap(1);
            rows
        } else {
            let headline = Headline::new("Hats off").style(theme.headline.style());
            let below = fewest_rows(&facts) + field_rows + curve_rows;
            let most = column.rows_left().saturating_sub(below + 1).max(1);
            let free = most.saturating_sub(headline.height_for(area.width, most));
            column.headline(&headline, below);
            rows_of_each(&facts, beside_curve(free, curve_rows))
        };
        self.draw_date(view, column);
        for (fact, rows) in facts.iter().zip(rows) {
            for line in fact.lines(rows, theme) {
                column.line(line);
            }
        }
    }

    fn draw_date(&self, view: &View<'_>, column: &mut Column<'_>) {
        let theme = view.theme;
        let Some(field) = &self.date else { return };
        let (asks, hint) = large::ASKS;
        column.line(Span::styled(asks, theme.question.style()));
        column.widget(
            1,
            field.looks(theme.field_focus.style(), true, hint, theme.hint.style()),
        );
        column.gap(1);
    }
}

/// The rows that these facts need.
fn fewest_rows(facts: &[Fact]) -> u16 {
    facts.iter().map(Fact::fewest_rows).sum()
}

/// The rows that the curve leaves free of those that are, and of those that are kept for it.
fn beside_curve(free: u16, kept: u16) -> u16 {
    let all = free + kept;
    let needed = CURVE_ROWS + 1;
    if all < needed { free } else { all - needed }
}

/// As many of the facts as leave room for the promise in block letters, those of most worth; all of them where it
/// stays plain all the same.
fn beside(words: &LargeWords<'_>, facts: Vec<Fact>, (width, rows): (u16, u16)) -> Vec<Fact> {
    let mut ranks: Vec<_> = facts.iter().map(|fact| fact.worth).collect();
    ranks.sort_unstable();
    let more = fewest_rows(&facts) - facts.len() as u16;
    let left = |many: &usize| (width, rows.saturating_sub(*many as u16 + more));
    let fewest = ranks.iter().filter(|worth| **worth <= Worth::Place).count();
    let numbers: Vec<_> = (fewest..=facts.len()).rev().collect();
    let many = words.best(&numbers, left).copied();
    let Some(many) = many.filter(|many| *many < facts.len()) else {
        return facts;
    };
    let Some(last) = many.checked_sub(1).map(|at| ranks[at]) else {
        return Vec::new();
    };
    // Of several facts of the same worth, the first ones stay.
    let mut of_last = ranks[..many].iter().filter(|worth| **worth == last).count();
    let stays = |fact: &Fact| {
        let fits = fact.worth < last || (fact.worth == last && of_last > 0);
        of_last -= usize::from(fact.worth == last && fits);
        fits
    };
    facts.into_iter().filter(stays).collect()
}
