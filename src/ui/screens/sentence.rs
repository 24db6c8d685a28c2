//! One question, one sentence: what would we be chosen for, what is worth keeping.

use crate::model::change::Change;
use crate::model::exercise::Question;
use crate::model::session::{Company, Draft, Field, Session};
use crate::model::text::CleanText;
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_low, is_vast, rows_of, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::screens::large_words::LargeWords;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_field::LargeField;
use crate::ui::widgets::large_rows;
use crate::ui::widgets::wrap::wrap_within;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The most characters of a sentence.
const MOST_CHARS: usize = 300;

/// The lines that are kept for the sentence in large letters.
const LINES: u16 = 3;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    IfEqual,
    Keep,
}

/// One question, one sentence.
pub struct SentenceScreen {
    asked: Asked,
    field: TextField,
}

impl SentenceScreen {
    /// What would they be chosen for if all were equal?
    pub fn if_equal(view: &View<'_>) -> Self {
        Self::new(Asked::IfEqual, view)
    }

    /// What is worth keeping?
    pub fn keep(view: &View<'_>) -> Self {
        Self::new(Asked::Keep, view)
    }

    fn new(asked: Asked, view: &View<'_>) -> Self {
        let text = match view.session.draft() {
            Some(draft) if draft.field == asked.field() => &draft.text,
            _ => asked.answer(view.session),
        };
        Self {
            asked,
            field: TextField::new(text.as_str(), MOST_CHARS),
        }
    }

    /// The change that accepts what stands in the field, if it is another than before.
    fn accepted(&self, session: &Session) -> Vec<Want> {
        let text = self.field.text();
        let mut wants = Vec::new();
        if text != *self.asked.answer(session) {
            wants.push(Want::Change(match self.asked {
                Asked::IfEqual => Change::IfEqual(text),
                Asked::Keep => Change::Keep(text),
            }));
        }
        if session.draft().is_some() {
            wants.push(Want::Quietly(Change::Draft(None)));
        }
        wants
    }
}

impl SentenceScreen {
    fn draw_field(&self, view: &View<'_>, column: &mut Column<'_>) {
        let theme = view.theme;
        let (hint, focus) = ("one sentence", theme.field_focus.style());
        let large = LargeField::of(&self.field, hint, (focus, theme.hint.style()));
        let most = column.rows_left().saturating_add(1) / (large_rows::LINE + 1);
        let rows = large.rows_for(column.width() as u16, usize::from(most));
        if let Some(rows) = rows.filter(|_| column.is_vast()) {
            return column.widget(rows, &large);
        }
        let plain = self.field.looks(focus, true, hint, theme.hint.style());
        column.widget(1, plain);
        let long = self.field.text();
        if long.as_str().chars().count() <= column.width() {
            return;
        }
        let lines = rows_of(long.as_str(), column.width());
        if column.rows_left() >= lines + 2 {
            column.gap(1);
            column.line(Span::styled("So far:", theme.quiet.style()));
        }
        let rows = usize::from(column.rows_left());
        for line in wrap_within(long.as_str(), column.width(), rows) {
            column.line(Span::styled(line, theme.text.style()));
        }
    }
}

impl Asked {
    fn field(self) -> Field {
        match self {
            Self::IfEqual => Field::IfEqual,
            Self::Keep => Field::Keep,
        }
    }

    fn answer(self, session: &Session) -> &CleanText {
        match self {
            Self::IfEqual => session.if_equal(),
            Self::Keep => session.keep(),
        }
    }

    fn question(self, session: &Session) -> &Question {
        match self {
            Self::IfEqual => &session.exercise().commodity.if_equal,
            Self::Keep => &session.exercise().keep,
        }
    }
}

impl Screen for SentenceScreen {
    fn offers(&self, _view: &View<'_>) -> Vec<Offer> {
        let label = if self.field.is_empty() {
            "go on without"
        } else {
            "go on"
        };
        vec![
            Offer::new(Action::Next, label),
            Offer::new(Action::BackInField, "back"),
        ]
    }

    fn takes(&self, _view: &View<'_>, key: &KeyEvent) -> bool {
        TextField::takes(key)
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        let field = self.asked.field();
        let told = match input {
            Input::Key(key) => self.field.press(key),
            Input::Paste(text) => self.field.paste(&text),
            Input::Act(Action::Next, _) => {
                let mut wants = self.accepted(view.session);
                wants.push(Want::Next);
                return wants;
            }
            Input::Act(Action::BackInField, _) => {
                let mut wants = self.accepted(view.session);
                wants.push(Want::Back);
                return wants;
            }
            Input::Act(..) => return Vec::new(),
        };
        let text = self.field.text();
        Want::Quietly(Change::Draft(Some(Draft { field, text }))).and_say(told)
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let question = self.asked.question(view.session);
        let ask = if view.session.company() == Company::Solo {
            &question.ask_alone
        } else {
            &question.ask
        };
        let mut column = Column::new(with_margins(area), buf).on(area);
        let answer = self.field.text();
        if view.replay && !answer.is_empty() {
            // It was asked then; what they said is what one looks back for.
            column.said(ask.as_str(), theme.question.style());
            column.gap(1);
            return LargeWords::new(answer.as_str(), theme.strong.style()).draw(0, &mut column);
        }
        let field = match (is_vast(area), is_low(area)) {
            (true, _) => LINES * (large_rows::LINE + 1),
            (false, true) => 4,
            (false, false) => 3,
        };
        let below = column.rows_said(ask.as_str()) + field + 1;
        column.headline(
            &Headline::new(question.headline.as_str()).style(theme.headline.style()),
            if is_low(area) { 5 } else { below.max(8) },
        );
        column.said(ask.as_str(), theme.question.style());
        if self.asked == Asked::IfEqual && !view.session.chosen_for().is_empty() {
            let chosen_for = view.session.chosen_for().iter();
            let today: Vec<_> = chosen_for.map(CleanText::as_str).collect();
            let words = format!("Today: {}.", today.join(", "));
            column.text(&words, theme.quiet.style());
        }
        column.gap(1);
        if view.replay {
            return column.text("–", theme.strong.style());
        }
        self.draw_field(view, &mut column);
    }

    fn leave(&mut self, view: &View<'_>) -> Vec<Want> {
        self.accepted(view.session)
    }
}
