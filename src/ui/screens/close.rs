//! The end: the session on one page, where its file is, and when the next round will be.

use super::improvements::details;
use super::journey::{balance_words, curve_steps, summary_words};
use super::promises::words::{kept_of, still_open};
use super::verdict::Count;
use crate::model::change::Change;
use crate::model::due;
use crate::model::journey::Journey;
use crate::model::moment::date_words;
use crate::model::session::{Draft, Field};
use crate::model::stats::Landmark;
use crate::model::text::CleanText;
use crate::ui::keys::{Action, Offer};
use crate::ui::looks;
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::curve::Curve;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::{cells, shorten};
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

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let (theme, session) = (view.theme, view.session);
        let journey = Journey::of(session);
        let screen = area;
        let area = with_margins(area);
        let width = usize::from(area.width.saturating_sub(LABEL));
        let mut facts = facts(&journey, view, width);
        let field_rows = if self.date.is_some() { 3 } else { 0 };
        let curve_rows = if area.height > 28 { 11 } else { 0 };
        let one = session
            .the_one()
            .map_or("Hats off", |one| one.what.as_str());
        let headline = Headline::new(one).style(theme.headline.style());
        let mut column = Column::new(area, buf);
        if session.the_one().is_some() {
            column.over(screen, |column| {
                column.line(Span::styled("★ This week", theme.the_one.style()));
            });
        }
        let is_large = |rows: u16| {
            let most = area.height.saturating_sub(rows + 2);
            headline.is_large(area.width, most)
        };
        let fewer = |(label, _): &&(&str, String)| {
            ["", "verdict", "promised", "next round", "kept in"].contains(label)
        };
        let few = facts.iter().filter(fewer).count() as u16;
        if !is_large(facts.len() as u16 + field_rows) && is_large(few + field_rows) {
            // What is seen from afar comes first; the rest is in the file.
            facts.retain(|fact| fewer(&fact));
        }
        column.headline(&headline, facts.len() as u16 + field_rows + curve_rows);
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
            column.gap(1);
        }
        for (label, words) in facts {
            if label.is_empty() {
                column.line(Span::styled(words, theme.text.style()));
                continue;
            }
            column.line(Line::from(vec![
                Span::styled(
                    format!("{label:<width$}", width = usize::from(LABEL)),
                    theme.quiet.style(),
                ),
                Span::styled(words, theme.text.style()),
            ]));
        }
        column.gap(1);
        if column.rows_left() >= 8 {
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

/// How wide the labels of the facts are.
const LABEL: u16 = 12;

/// How many of the other improvements stand on the page.
const MOST_OTHERS: usize = 2;

/// The session in a few lines, a label and its words; what is too long is cut with a sign.
fn facts(journey: &Journey, view: &View<'_>, width: usize) -> Vec<(&'static str, String)> {
    let session = view.session;
    let mut facts = Vec::new();
    let mut say = |label: &'static str, words: String| {
        let width = if label.is_empty() {
            width + usize::from(LABEL)
        } else {
            width
        };
        facts.push((label, shorten(&words, width)));
    };
    if let Some(one) = session.the_one() {
        say("", details(one, session));
    }
    let steps = session.exercise().steps.iter().zip(&journey.summaries);
    let steps: Vec<_> = steps
        .map(|(step, summary)| format!("{} {}", step.short, summary_words(summary)))
        .collect();
    say("the way", steps.join(" · "));
    let verdict = Count::of(session).map(|count| count.words(session));
    let balance = balance_words(journey, session).map(|balance| format!("balance {balance}"));
    say(
        "verdict",
        [verdict, balance]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" · "),
    );
    let reasons: Vec<_> = session.chosen_for().iter().map(CleanText::as_str).collect();
    match (reasons.is_empty(), session.if_equal().is_empty()) {
        (true, true) => {}
        (false, true) => say("chosen for", reasons.join(", ")),
        (true, false) => say("if equal", session.if_equal().to_string()),
        (false, false) => say(
            "chosen for",
            format!("{}; if equal: {}", reasons.join(", "), session.if_equal()),
        ),
    }
    if !session.keep().is_empty() {
        say("to tell", session.keep().to_string());
    }
    let others: Vec<_> = session
        .improvements()
        .iter()
        .filter(|one| !one.the_one)
        .collect();
    for one in others.iter().take(MOST_OTHERS) {
        say(
            "and also",
            format!("{} · {}", one.what, details(one, session)),
        );
    }
    if others.len() > MOST_OTHERS {
        say("and", format!("{} more", others.len() - MOST_OTHERS));
    }
    if !session.promises().is_empty() {
        let mut parts = vec![kept_of(session)];
        parts.extend(still_open(session));
        say("promised", parts.join(" · "));
    }
    say(
        "next round",
        session.next_round().map_or_else(
            || {
                if view.replay {
                    "no date yet"
                } else {
                    "no date yet: d sets one"
                }
                .to_owned()
            },
            date_words,
        ),
    );
    if !view.file.is_empty() {
        say("kept in", ending_of(view.file, width));
    }
    facts
}

/// The end of a path, where its file is named, with a sign for what is cut before it.
fn ending_of(path: &str, width: usize) -> String {
    let mut start = 0;
    while cells(&path[start..]) + 1 > width {
        let Some(next) = path[start..].char_indices().nth(1) else {
            break;
        };
        start += next.0;
    }
    if start == 0 {
        path.to_owned()
    } else {
        format!("…{}", &path[start..])
    }
}
