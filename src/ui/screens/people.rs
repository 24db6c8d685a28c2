//! Setup, first page: who takes part. One person alone only gives a name.

use crate::model::change::Change;
use crate::model::last_time::{named_in_short, same_people};
use crate::model::person::Person;
use crate::model::session::{Company, Session, Walk};
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, rows_of, with_margins};
use crate::ui::people_editor::{PeopleEditor, joining_again};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::wrap_within;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// Who takes part.
pub struct People {
    editor: PeopleEditor,
}

impl People {
    /// The people of this session, and what was being typed.
    pub fn new(view: &View<'_>) -> Self {
        Self {
            editor: PeopleEditor::new(view.session),
        }
    }

    /// Who took part last time, as long as nobody joined and nothing is typed.
    fn offered<'v>(&self, view: &View<'v>) -> &'v [Person] {
        if view.session.people().is_empty() && self.editor.is_empty() {
            view.last_time
        } else {
            &[]
        }
    }

    fn enter(&mut self, view: &View<'_>) -> Vec<Want> {
        let offered = self.offered(view);
        if !offered.is_empty() {
            let mut wants = joining_again(offered);
            wants.push(Want::Notice(TAKEN_OVER.to_owned()));
            return wants;
        }
        let nobody = view.session.people().is_empty();
        if self.editor.is_typing() || self.editor.in_list() || nobody {
            let mut wants = self.editor.enter(view.session);
            let alone = view.session.walk() == Walk::Alone && nobody;
            if alone
                && wants
                    .iter()
                    .any(|want| matches!(want, Want::Change(Change::Join(..))))
            {
                wants.push(Want::Next);
            }
            return wants;
        }
        vec![Want::Next]
    }
}

/// What can be done once the people of last time have joined.
const TAKEN_OVER: &str = "A name adds somebody. Up and Delete take somebody out.";

/// The most rows of the names that are offered.
const MOST_ROWS_OF_NAMES: u16 = 2;

fn draw_offer(offered: &[Person], theme: &Theme, column: &mut Column<'_>) {
    let words = format!("Enter: {}", same_people(offered.len()));
    column.text(&words, theme.strong.style());
    let width = column.width();
    let names = named_in_short(offered, |names| rows_of(names, width) <= MOST_ROWS_OF_NAMES);
    for line in wrap_within(&names, width, usize::from(MOST_ROWS_OF_NAMES)) {
        column.line(Span::styled(line, theme.text.style()));
    }
    column.gap(1);
    column.text(
        "Or one name after the other. Or paste a list.",
        theme.text.style(),
    );
}

fn is_alone(session: &Session) -> bool {
    session.walk() == Walk::Alone && session.people().len() <= 1
}

impl Screen for People {
    fn offers(&self, view: &View<'_>) -> Vec<Offer> {
        let people = view.session.people().len();
        let offered = self.offered(view).len();
        let label = match (self.editor.is_typing(), people) {
            _ if self.editor.in_list() => "to the name".to_owned(),
            (false, 0) if offered > 0 => same_people(offered),
            (true, _) => "add".to_owned(),
            (false, 0) => "type a name first".to_owned(),
            (false, 1) => "go on, one person".to_owned(),
            (false, people) => format!("go on, {people} people"),
        };
        let mut offers = vec![Offer::new(Action::Next, label)];
        offers.extend(self.editor.offers(view.session));
        offers.push(Offer::new(Action::QuitInField, "leave"));
        offers
    }

    fn takes(&self, _view: &View<'_>, key: &KeyEvent) -> bool {
        self.editor.takes(key)
    }

    fn update(&mut self, view: &View<'_>, input: Input) -> Vec<Want> {
        match input {
            Input::Act(Action::Next, _) => self.enter(view),
            input => self.editor.update(view, input),
        }
    }

    fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let alone = is_alone(view.session);
        let people = view.session.people().len() as u16;
        let offered = self.offered(view);
        let mut column = Column::new(with_margins(area), buf);
        let (headline, text) = if alone {
            ("What is your name?", "Or any word you go by.")
        } else {
            (
                "Who takes part?",
                "One name after the other, yours too. Or paste a list.",
            )
        };
        // The list goes into columns before the headline becomes small.
        let list = people.min(area.height / 3);
        column.headline(
            &Headline::new(headline).style(theme.headline.style()),
            list + if offered.is_empty() { 5 } else { 9 },
        );
        if offered.is_empty() {
            column.text(text, theme.text.style());
        } else {
            draw_offer(offered, theme, &mut column);
        }
        column.gap(1);
        let rest = column.rest();
        self.editor.draw(view, rest, column.buf());
    }

    fn head(&self, view: &View<'_>) -> String {
        match view.session.company() {
            Company::Team if !view.session.people().is_empty() => {
                format!("{} people", view.session.people().len())
            }
            _ => String::new(),
        }
    }
}
