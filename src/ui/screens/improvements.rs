//! What to mend: a list, of which one is the one of this week.

pub mod edit;

use super::promises::words::still_open;
use crate::model::change::Change;
use crate::model::journey::Journey;
use crate::model::moment::date_words;
use crate::model::place::StepNumber;
use crate::model::session::{Company, Improvement, Session};
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::{shorten, wrap};
use crossterm::event::KeyEvent;
use edit::{Edit, What};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// What to mend.
pub struct ImprovementsScreen {
    cursor: usize,
    edit: Option<Edit>,
}

impl ImprovementsScreen {
    /// The list; with nothing in it yet, the first one is asked for at once.
    pub fn new(view: &View<'_>) -> Self {
        let edit = Edit::drafted(view.session).or_else(|| {
            view.session
                .improvements()
                .is_empty()
                .then(|| Edit::new(What::New, view.session))
        });
        Self { cursor: 0, edit }
    }

    fn act(&mut self, view: &View<'_>, action: Action) -> Vec<Want> {
        let list = view.session.improvements();
        let bottom = list.len().saturating_sub(1);
        self.cursor = self.cursor.min(bottom);
        let what = match action {
            Action::Next => return vec![Want::Next],
            Action::Back => return vec![Want::Back],
            Action::Up => {
                self.cursor = self.cursor.saturating_sub(1);
                return Vec::new();
            }
            Action::Down => {
                self.cursor = (self.cursor + 1).min(bottom);
                return Vec::new();
            }
            Action::Mark => return marked(list, self.cursor),
            Action::Delete => return without(list, self.cursor),
            Action::AtStep => return at_next_step(view.session, self.cursor),
            Action::Add => What::New,
            Action::Edit => What::Words(self.cursor),
            Action::Owner => What::Who(self.cursor),
            Action::Date => What::By(self.cursor),
            _ => return Vec::new(),
        };
        if what == What::New || !list.is_empty() {
            self.edit = Some(Edit::new(what, view.session));
        }
        Vec::new()
    }
}

fn marked(list: &[Improvement], index: usize) -> Vec<Want> {
    let mut list = list.to_vec();
    for (at, improvement) in list.iter_mut().enumerate() {
        improvement.the_one = at == index;
    }
    vec![Want::Change(Change::Improvements(list))]
}

fn without(list: &[Improvement], index: usize) -> Vec<Want> {
    if index >= list.len() {
        return Vec::new();
    }
    let mut list = list.to_vec();
    list.remove(index);
    vec![Want::Change(Change::Improvements(list))]
}

/// To the next step, and after the last to none.
fn at_next_step(session: &Session, index: usize) -> Vec<Want> {
    let mut list = session.improvements().to_vec();
    let Some(improvement) = list.get_mut(index) else {
        return Vec::new();
    };
    let next = improvement.step.map_or(0, |step| step.index() + 1);
    improvement.step = (next < session.steps().len()).then(|| StepNumber::from_index(next));
    vec![Want::Change(Change::Improvements(list))]
}

/// The step where mending starts: the worst moment.
pub fn worst_step(session: &Session) -> Option<StepNumber> {
    Journey::of(session)
        .worst
        .map(|worst| StepNumber::from_index(worst.step))
}

impl Screen for ImprovementsScreen {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        if let Some(edit) = &self.edit {
            return edit.offers();
        }
        let mut offers = vec![
            Offer::new(Action::Next, "to the end"),
            Offer::new(Action::Add, "one more"),
        ];
        if !view.session.improvements().is_empty() {
            offers.extend([
                Offer::new(Action::Mark, "the one"),
                Offer::new(Action::Owner, "who"),
                Offer::new(Action::Date, "by when"),
                Offer::new(Action::AtStep, "which step"),
                Offer::hidden(Action::Edit, "change the words"),
                Offer::hidden(Action::Delete, "take it out"),
                Offer::hidden(Action::Up, "choose"),
                Offer::hidden(Action::Down, "choose"),
            ]);
        }
        offers.push(Offer::hidden(Action::Back, "back"));
        offers
    }

    fn takes(&self, _view: &View<'_>, key: &KeyEvent) -> bool {
        self.edit.is_some() && Edit::takes(key)
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        if let Some(edit) = &mut self.edit {
            let (wants, next) = edit.update(view, input);
            self.cursor = edit.index().unwrap_or(self.cursor);
            self.edit = next;
            return wants;
        }
        match input {
            Input::Act(action, _) => self.act(view, action),
            _ => Vec::new(),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let (theme, session) = (view.theme, view.session);
        let question = &session.exercise().improvements;
        let ask = if session.company() == Company::Solo {
            &question.ask_alone
        } else {
            &question.ask
        };
        let mut column = Column::new(with_margins(area), buf);
        let list = session.improvements();
        let each = if is_low(area) { 2 } else { 3 };
        let edit = if self.edit.is_some() { 3 } else { 0 };
        let below = (list.len() as u16 * each + edit + 2).min(area.height * 2 / 3);
        column.headline(
            &Headline::new(question.headline.as_str()).style(theme.headline.style()),
            below,
        );
        column.text(ask.as_str(), theme.question.style());
        if let Some(open) = still_open(session) {
            let open = shorten(&format!("… {open}"), column.width());
            column.line(Span::styled(open, theme.open.style()));
        }
        column.gap(1);
        if let Some(edit) = &self.edit {
            let room = column.take(3);
            edit.draw(view, room, column.buf());
        }
        let each = if usize::from(column.rows_left()) >= list.len() * 3 {
            3
        } else {
            2
        };
        let fitting = (usize::from(column.rows_left()) / each).max(1);
        let from = (self.cursor + 1).saturating_sub(fitting);
        for (index, improvement) in list.iter().enumerate().skip(from).take(fitting) {
            // Where all of them stand, there is nothing to go along.
            let looks = view.replay && list.len() <= fitting;
            let chosen = index == self.cursor && self.edit.is_none() && !looks;
            draw_one(improvement, chosen, each, view, &mut column);
        }
        let hidden = list.len().saturating_sub(from + fitting);
        if hidden > 0 && column.rows_left() > 0 {
            column.line(Span::styled(
                format!("↓ {hidden} more"),
                theme.quiet.style(),
            ));
        }
    }
}

fn draw_one(
    improvement: &Improvement,
    chosen: bool,
    rows: usize,
    view: &View<'_>,
    column: &mut Column<'_>,
) {
    let theme = view.theme;
    let (mark, style) = if improvement.the_one {
        ("★ ", theme.the_one.style())
    } else {
        ("  ", theme.text.style())
    };
    let style = if chosen { theme.chosen.style() } else { style };
    let words = wrap(improvement.what.as_str(), column.width().saturating_sub(4));
    let what = words.first().cloned().unwrap_or_default();
    let what = if words.len() > 1 {
        shorten(improvement.what.as_str(), column.width().saturating_sub(4))
    } else {
        what
    };
    column.line(Line::from(vec![
        Span::styled(mark, theme.the_one.style()),
        Span::styled(format!("{what} "), style),
    ]));
    let width = column.width();
    column.line(Span::styled(
        shorten(&format!("  {}", details(improvement, view.session)), width),
        theme.quiet.style(),
    ));
    if rows > 2 {
        column.gap(1);
    }
}

/// Where, who, by when, in one line.
pub fn details(improvement: &Improvement, session: &Session) -> String {
    let step = improvement.step.map_or("the whole way".to_owned(), |step| {
        session
            .exercise()
            .steps
            .get(step.index())
            .map_or(String::new(), |step| step.title.to_string())
    });
    let who = if improvement.who.is_empty() {
        "nobody yet".to_owned()
    } else {
        improvement.who.to_string()
    };
    let by = improvement.by.map_or("no date yet".to_owned(), |date| {
        format!("by {}", date_words(date))
    });
    format!("{step} · {who} · {by}")
}
