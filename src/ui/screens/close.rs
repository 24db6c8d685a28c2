//! The end: the session on one page, where its file is, and when the next round will be.

use super::improvements::details;
use super::journey::{curve_steps, leaving_words, summary_words};
use super::verdict::Count;
use crate::model::change::Change;
use crate::model::due;
use crate::model::journey::Journey;
use crate::model::moment::date_words;
use crate::model::rating::signed;
use crate::model::session::{Company, Draft, Field};
use crate::model::text::CleanText;
use crate::ui::keys::{Action, Offer};
use crate::ui::looks;
use crate::ui::page::{Column, rows_of, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::curve::Curve;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::headline::Headline;
use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

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
        match input {
            Input::Key(key) => field.press(key),
            Input::Paste(text) => {
                field.paste(&text);
            }
            Input::Act(Action::Close, _) => self.date = None,
            Input::Act(Action::Next, _) => match due::parse(field.text().as_str(), view.now.date())
            {
                Ok(date) => {
                    self.date = None;
                    return vec![
                        Want::Change(Change::NextRound(date)),
                        Want::Quietly(Change::Draft(None)),
                    ];
                }
                Err(sentence) => return vec![Want::Notice(sentence.to_owned())],
            },
            Input::Act(..) => {}
        }
        let draft = self.date.as_ref().map(|field| Draft {
            field: Field::NextRound,
            text: field.text(),
        });
        vec![Want::Quietly(Change::Draft(
            draft.filter(|draft| !draft.text.is_empty()),
        ))]
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
            Offer::new(Action::Date, "date of the next round"),
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
            Input::Act(Action::Date, _) => {
                let text = view.session.next_round().map_or(String::new(), date_words);
                self.date = Some(TextField::new(&text, 40));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let (theme, session) = (view.theme, view.session);
        let journey = Journey::of(session);
        let facts = facts(&journey, view);
        let area = with_margins(area);
        let mut column = Column::new(area, buf);
        let width = usize::from(area.width.saturating_sub(LABEL));
        let fact_rows: u16 = facts.iter().map(|(_, words)| rows_of(words, width)).sum();
        let field_rows = if self.date.is_some() { 2 } else { 0 };
        let one = session
            .the_one()
            .map_or("Hats off".to_owned(), |one| one.what.to_string());
        if session.the_one().is_some() {
            column.line(Span::styled("★ This week", theme.the_one.style()));
        }
        column.headline(
            &Headline::new(&one).style(theme.headline.style()),
            fact_rows + field_rows + 1,
        );
        if let Some(field) = &self.date {
            column.line(Span::styled(
                "When do you put the hat on again?",
                theme.question.style(),
            ));
            let hint = "in 3 months, 1 march, 2027-03-01";
            column.widget(
                1,
                field.looks(theme.field_focus.style(), true, hint, theme.hint.style()),
            );
        }
        for (label, words) in &facts {
            for (index, line) in crate::ui::widgets::wrap::wrap(words, width)
                .into_iter()
                .enumerate()
            {
                let label = if index == 0 { label } else { "" };
                column.line(Line::from(vec![
                    Span::styled(
                        format!("{label:<width$}", width = usize::from(LABEL)),
                        theme.quiet.style(),
                    ),
                    Span::styled(line, theme.text.style()),
                ]));
            }
        }
        column.gap(1);
        if column.rows_left() >= 8 {
            let steps = curve_steps(&journey, session);
            let at = |landmark: Option<crate::model::stats::Landmark>| {
                landmark.map(|landmark| landmark.step)
            };
            let curve = Curve::new(&steps)
                .marks(at(journey.best), at(journey.worst))
                .looks(looks::curve(theme));
            let rows = column.rows_left();
            column.widget(rows, &curve);
        }
    }
}

/// How wide the labels of the facts are.
const LABEL: u16 = 14;

/// The session in a few lines: a label and its words.
fn facts(journey: &Journey, view: &View<'_>) -> Vec<(&'static str, String)> {
    let session = view.session;
    let mut facts = Vec::new();
    if let Some(one) = session.the_one() {
        facts.push(("", details(one, session)));
    }
    let steps: Vec<_> = session
        .exercise()
        .steps
        .iter()
        .zip(&journey.summaries)
        .map(|(step, summary)| format!("{} {}", step.short, summary_words(summary)))
        .collect();
    facts.push(("the way", steps.join(" · ")));
    if let Some(balance) = journey.balance {
        let who = if session.company() == Company::Solo {
            ""
        } else {
            " for the room"
        };
        let leaving =
            leaving_words(journey, session).map_or(String::new(), |words| format!("; {words}"));
        facts.push(("balance", format!("{}{who}{leaving}", signed(balance))));
    }
    if let Some(count) = Count::of(session) {
        facts.push(("verdict", count.words(session)));
    }
    if !session.chosen_for().is_empty() {
        let reasons: Vec<_> = session.chosen_for().iter().map(CleanText::as_str).collect();
        facts.push(("chosen for", reasons.join(", ")));
    }
    if !session.if_equal().is_empty() {
        facts.push(("if equal", session.if_equal().to_string()));
    }
    if !session.keep().is_empty() {
        facts.push(("to tell", session.keep().to_string()));
    }
    for improvement in session
        .improvements()
        .iter()
        .filter(|improvement| !improvement.the_one)
    {
        facts.push((
            "and also",
            format!("{} · {}", improvement.what, details(improvement, session)),
        ));
    }
    let next = session
        .next_round()
        .map_or("no date yet: d sets one".to_owned(), date_words);
    facts.push(("next round", next));
    if !view.file.is_empty() {
        facts.push(("kept in", view.file.to_owned()));
    }
    facts
}
