//! The question about the date of the next round: large, what is typed under it, and what stands already in few rows
//! around them.

use super::facts::{Fact, Worth};
use super::{THIS_WEEK, WITHOUT_ONE};
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::screens::asked::Asked;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::large_field::LargeField;
use crate::ui::widgets::large_rows::LINE;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// What is asked when a date is typed, and the same in fewer words.
const QUESTIONS: [&str; 2] = ["When do you put the hat on again?", "When again?"];

/// What may be typed.
const HINT: &str = "in 3 months, 1 march, 2027-03-01";

/// The most lines of the field in large letters.
const MOST_LARGE: usize = 2;

/// What stands around the field while a date is typed.
pub(super) struct Asking<'s> {
    view: &'s View<'s>,
    field: &'s TextField,
    /// The day that is understood, empty where there is none.
    day: &'s str,
    /// What is to be different, empty where nothing is.
    promise: &'s str,
    /// Who sees to it, and by when. The date that stands is in the field itself.
    under: Option<&'s Fact>,
}

impl<'s> Asking<'s> {
    pub(super) fn new(
        view: &'s View<'s>,
        (field, day): (&'s TextField, &'s str),
        facts: &'s [Fact],
    ) -> Self {
        let one = view.session.the_one();
        Self {
            view,
            field,
            day,
            promise: one.map_or("", |one| one.what.as_str()),
            under: facts.iter().find(|fact| fact.worth == Worth::Promise),
        }
    }

    /// Draws all of it.
    pub(super) fn draw(&self, screen: Rect, column: &mut Column<'_>) {
        self.draw_title(screen, column);
        // Always the same: a second line of large letters takes the rows under it.
        let field = if column.is_vast() { LINE } else { 1 };
        let tight = field + 2;
        let roomy = field + 1 + self.rows_under(column);
        let asked = Asked {
            questions: QUESTIONS,
            over: self.promise,
            theme: self.view.theme,
        };
        asked.draw((tight, roomy), column);
        self.draw_field(column);
        column.line(Span::styled(self.day, self.view.theme.strong.style()));
        self.draw_under(column);
    }

    fn draw_title(&self, screen: Rect, column: &mut Column<'_>) {
        let title = match self.promise {
            "" => WITHOUT_ONE,
            _ => THIS_WEEK,
        };
        let style = self.view.theme.the_one.style();
        if column.is_vast() {
            column.said(title, style);
            column.gap(1);
        } else {
            column.over(screen, |column| column.line(Span::styled(title, style)));
        }
    }

    fn draw_field(&self, column: &mut Column<'_>) {
        let theme = self.view.theme;
        let (style, hint) = (theme.field_focus.style(), theme.hint.style());
        let large = LargeField::of(self.field, HINT, (style, hint));
        let rows = large.rows_for(column.width() as u16, MOST_LARGE);
        let rows = rows.filter(|rows| column.is_vast() && *rows <= column.rows_left());
        match rows {
            Some(rows) => column.widget(rows, &large),
            None => column.widget(1, self.field.looks(style, true, HINT, hint)),
        }
    }

    /// The rows in which what else stands already has room, large on a vast screen.
    fn rows_under(&self, column: &Column<'_>) -> u16 {
        self.under.map_or(0, |fact| {
            if column.is_vast() {
                column.rows_said(&fact.words)
            } else {
                fact.fewest_rows()
            }
        })
    }

    fn draw_under(&self, column: &mut Column<'_>) {
        let theme = self.view.theme;
        let Some(fact) = self.under else { return };
        if column.is_vast() && self.rows_under(column) <= column.rows_left() {
            return column.said(&fact.words, theme.text.style());
        }
        for line in fact.lines(fact.fewest_rows(), theme) {
            column.line(line);
        }
    }
}
