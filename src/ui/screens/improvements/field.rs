//! The question about an improvement and the field under it, as they are drawn.

use super::edit::{Edit, What};
use crate::model::session::Session;
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::widgets::large_field::LargeField;
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The most rows of the field: what is typed is read while it is typed.
const MOST_ROWS: u16 = 3;
/// The most lines of the field in large letters: on a vast screen all that it takes stands there.
const MOST_LARGE: usize = 6;

impl Edit {
    /// The rows of the question and the field.
    pub fn rows(&self, width: usize) -> u16 {
        1 + self.field.rows_for(width, MOST_ROWS)
    }

    /// The question, and the same in fewer words.
    pub fn questions(&self) -> [&'static str; 2] {
        match self.what {
            What::New | What::Words(_) => ["What will be different?", "What changes?"],
            What::Who(_) => ["Who sees to it?", "Who?"],
            What::By(_) => ["By when?", "When?"],
        }
    }

    /// What the empty field says.
    fn hint(&self) -> &'static str {
        match self.what {
            What::New => "one change, in a few words",
            What::Words(_) => "in a few words",
            What::Who(_) => "one name or one role",
            What::By(_) => "friday, in 2 weeks, 1 dec",
        }
    }

    /// The rows of both in large letters; none where the field does not fit so.
    pub fn rows_large(&self, view: &View<'_>, width: u16) -> Option<u16> {
        let rows = self.large_question(view).height(width)?;
        Some(rows + 1 + self.large_field_rows(view, width)?)
    }

    fn large_field_rows(&self, view: &View<'_>, width: u16) -> Option<u16> {
        self.large_field(view).rows_for(width, MOST_LARGE)
    }

    /// The rows of the field alone: in large letters on a vast screen where it fits so; else those of a sentence, as many
    /// as it may come to have, so that what is typed moves nothing over it.
    pub fn field_rows(&self, view: &View<'_>, column: &Column<'_>) -> u16 {
        let large = self.large_field_rows(view, column.width() as u16);
        let large = large.filter(|_| column.is_vast());
        // A name and a date seldom have a second row.
        let plain = match self.completes() {
            Some(_) => self.field.rows_for(column.width(), MOST_ROWS),
            None => MOST_ROWS,
        };
        large.unwrap_or(plain)
    }

    fn large_question(&self, view: &View<'_>) -> LargeRows<'static> {
        let theme = view.theme;
        let about = self.about(view.session).unwrap_or_default();
        LargeRows::new(vec![LargeRow {
            words: Span::styled(self.questions()[0], theme.question.style()),
            more: Span::styled(about.to_owned(), theme.quiet.style()),
            ..LargeRow::default()
        }])
    }

    fn large_field(&self, view: &View<'_>) -> LargeField {
        let styles = (view.theme.field_focus.style(), view.theme.hint.style());
        LargeField::of(&self.field, self.hint(), styles)
    }

    /// Draws both in large letters.
    pub fn draw_large(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let mut column = Column::new(area, buf);
        let question = self.large_question(view);
        let rows = question.height(area.width).unwrap_or(LINE);
        column.widget(rows, &question);
        column.gap(1);
        let rows = column.rows_left();
        column.widget(rows, &self.large_field(view));
    }

    /// Draws the question and the field.
    pub fn draw(&self, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let theme = view.theme;
        let question = self.questions()[0];
        let mut column = Column::new(area, buf);
        let left = column.width().saturating_sub(cells(question) + 2);
        let about = self.about(view.session).unwrap_or_default();
        column.line(Line::from(vec![
            Span::styled(question, theme.question.style()),
            Span::raw("  "),
            Span::styled(shorten(about, left), theme.quiet.style()),
        ]));
        self.draw_plain_field(view, &mut column);
    }

    /// Draws the field alone into so many rows, of which it may leave some to what stands under it.
    pub fn draw_field(&self, view: &View<'_>, rows: u16, column: &mut Column<'_>) {
        let large = self.large_field_rows(view, column.width() as u16);
        if column.is_vast() && large.is_some() {
            column.widget(rows, &self.large_field(view));
        } else {
            self.draw_plain_field(view, column);
        }
    }

    fn draw_plain_field(&self, view: &View<'_>, column: &mut Column<'_>) {
        let (theme, hint) = (view.theme, self.hint());
        let rows = self.field.rows_for(column.width(), MOST_ROWS);
        let styles = (theme.field_focus.style(), theme.hint.style());
        column.widget(rows, self.field.looks(styles.0, true, hint, styles.1));
    }

    /// Which of several improvements is asked about.
    fn about<'s>(&self, session: &'s Session) -> Option<&'s str> {
        let list = session.improvements();
        let one = list.get(self.index()?)?;
        (list.len() > 1).then_some(one.what.as_str())
    }
}
