//! Setup, first page: who takes part. One person alone only gives a name.

use crate::model::change::Change;
use crate::model::last_time::{named_in_short, same_people};
use crate::model::person::Person;
use crate::model::session::{Company, Session, Walk};
use crate::ui::keys::{Action, Offer};
use crate::ui::page::{Column, is_vast, rows_of, with_margins};
use crate::ui::people_editor::{PeopleEditor, joining_again};
use crate::ui::screen::{Input, Screen, View, Want};
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::wrap::wrap_within;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
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

impl People {
    /// Draws the people in large letters under a headline that stays larger; says whether they fit, or draws nothing.
    fn draw_large(
        &self,
        view: &View<'_>,
        headline: &Headline<'_>,
        told: &[(String, Style)],
        column: &mut Column<'_>,
    ) -> bool {
        let (width, left) = (column.width() as u16, column.rows_left());
        for (is_said, fields_are_large) in [(true, true), (false, true), (false, false)] {
            let rows = told.iter().map(|(text, _)| {
                if is_said {
                    column.rows_said(text)
                } else {
                    rows_of(text, column.width())
                }
            });
            let besides = rows.sum::<u16>() + told.len() as u16;
            let fits = |rows: u16| {
                let left = left.checked_sub(rows + besides + 1);
                left.is_some_and(|left| headline.line_rows(width, left) > LINE)
            };
            let Some(people) = self.editor.large(view, width, fields_are_large, fits) else {
                continue;
            };
            column.headline(headline, besides + people.rows());
            for (text, style) in told {
                if is_said {
                    column.said(text, *style);
                } else {
                    column.text(text, *style);
                }
                column.gap(1);
            }
            let rest = column.rest();
            self.editor.draw_large(&people, view, rest, column.buf());
            return true;
        }
        false
    }
}

/// What is told over the fields in large letters, where somebody is offered.
fn offer_told(offered: &[Person], theme: &Theme, width: u16) -> Vec<(String, Style)> {
    let words = format!("Enter: {}", same_people(offered.len()));
    let names = named_in_short(offered, |names| {
        let names = Headline::small(names);
        names.is_large(width, 2 * LINE + 1)
    });
    vec![
        (words, theme.strong.style()),
        (names, theme.text.style()),
        (OR_NAMES.to_owned(), theme.text.style()),
    ]
}

/// What else can be done where people are offered.
const OR_NAMES: &str = "Or one name after the other. Or paste a list.";

fn draw_offer(offered: &[Person], theme: &Theme, column: &mut Column<'_>) {
    let words = format!("Enter: {}", same_people(offered.len()));
    column.text(&words, theme.strong.style());
    let width = column.width();
    let names = named_in_short(offered, |names| rows_of(names, width) <= MOST_ROWS_OF_NAMES);
    for line in wrap_within(&names, width, usize::from(MOST_ROWS_OF_NAMES)) {
        column.line(Span::styled(line, theme.text.style()));
    }
    column.gap(1);
    column.text(OR_NAMES, theme.text.style());
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
        let mut column = Column::new(with_margins(area), buf).on(area);
        let (headline, text) = if alone {
            ("What is your name?", "Or any word you go by.")
        } else {
            (
                "Who takes part?",
                "One name after the other, yours too. Or paste a list.",
            )
        };
        let large = Headline::new(headline).style(theme.headline.style());
        if is_vast(area) {
            let told = if offered.is_empty() {
                vec![(text.to_owned(), theme.text.style())]
            } else {
                offer_told(offered, theme, column.width() as u16)
            };
            if self.draw_large(view, &large, &told, &mut column) {
                return;
            }
        }
        // The list goes into columns before the headline becomes small.
        let list = people.min(area.height / 3);
        column.headline(&large, list + if offered.is_empty() { 5 } else { 9 });
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
