//! The people in large letters, for a vast screen: the list in columns, and under it the fields.

use super::{Focus, PeopleEditor};
use crate::model::person::Person;
use crate::ui::page::{Column, side_by_side};
use crate::ui::screen::View;
use crate::ui::widgets::large_field::LargeField;
use crate::ui::widgets::large_rows::{LargeRow, LargeRows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

/// The most columns of names.
const MOST_COLUMNS: usize = 3;
/// The columns of the screen between two columns of names: the ground of a chosen one reaches into them.
const APART: u16 = 6;
/// The most lines of a name that is typed.
const MOST_LINES: usize = 2;

/// How the people stand in large letters.
pub struct LargePeople {
    /// How many people stand in a column.
    in_column: usize,
    list_rows: u16,
    /// The rows of the larger field; none where one of the two stays plain.
    field_rows: Option<u16>,
}

impl LargePeople {
    /// The rows of the list and of the fields.
    pub fn rows(&self) -> u16 {
        let gap = u16::from(self.list_rows > 0);
        self.list_rows + gap + 1 + self.field_rows.unwrap_or(1)
    }
}

impl PeopleEditor {
    /// The first way to show the people that fits, with as few columns of names as can be, and fields that are large or
    /// stay plain. None where the names, or the fields that should be, have no large form.
    pub fn large(
        &self,
        view: &View<'_>,
        width: u16,
        fields_are_large: bool,
        fits: impl Fn(u16) -> bool,
    ) -> Option<LargePeople> {
        let field_rows = if fields_are_large {
            Some(self.field_rows(view, width)?)
        } else {
            None
        };
        let many = view.session.people().len();
        let mut ways = (1..=MOST_COLUMNS).filter_map(|columns| {
            let in_column = many.div_ceil(columns).max(1);
            let width = width_of(columns, width);
            let lists = self.lists(view, in_column);
            let heights: Option<Vec<_>> = lists.iter().map(|list| list.height(width)).collect();
            Some(LargePeople {
                in_column,
                list_rows: heights?.into_iter().max().unwrap_or(0),
                field_rows,
            })
        });
        ways.find(|people| fits(people.rows()))
    }

    /// Draws the list and, under it, the fields.
    pub fn draw_large(&self, people: &LargePeople, view: &View<'_>, area: Rect, buf: &mut Buffer) {
        let mut column = Column::new(area, buf);
        if people.list_rows > 0 {
            let room = column.take(people.list_rows);
            let lists = self.lists(view, people.in_column);
            let width = width_of(lists.len(), room.width);
            for (at, list) in lists.iter().enumerate() {
                let x = room.x + at as u16 * (width + APART);
                let place = Rect { x, width, ..room };
                Column::new(place, column.buf()).widget(place.height, list);
            }
            column.gap(1);
        }
        let Some(rows) = people.field_rows else {
            let room = column.take(2);
            return self.draw_fields(view, room, column.buf());
        };
        let room = column.take(1 + rows);
        let fields = self.large_fields(view);
        let labels = self.labels(view);
        let parts = side_by_side(room, 50).into_iter().zip(labels).zip(fields);
        for ((room, label), field) in parts {
            let mut column = Column::new(room, column.buf());
            column.line(label);
            column.widget(rows, &field);
        }
    }

    /// The people as the lists of so many each.
    fn lists<'v>(&self, view: &'v View<'_>, in_column: usize) -> Vec<LargeRows<'v>> {
        let rows = view.session.people().iter().enumerate();
        let rows: Vec<_> = rows
            .map(|(index, person)| self.large_row(view, index, person))
            .collect();
        let lists = rows
            .chunks(in_column)
            .map(|rows| LargeRows::new(rows.to_vec()).choosing_in_place(view.theme.chosen.style()));
        lists.collect()
    }

    fn large_row<'v>(&self, view: &'v View<'_>, index: usize, person: &'v Person) -> LargeRow<'v> {
        let (text, quiet) = (view.theme.text.style(), view.theme.quiet.style());
        let (mark, more) = if person.is_here() {
            ("●", person.role.as_str())
        } else {
            ("○", "away")
        };
        LargeRow {
            mark: Span::styled(mark, text),
            words: Span::styled(view.session.label(&person.id), text),
            more: Span::styled(more, quiet),
            chosen: self.focus == Focus::Row(index),
            apart: false,
        }
    }

    fn large_fields(&self, view: &View<'_>) -> [LargeField; 2] {
        let theme = view.theme;
        self.fields().map(|(_, field, focus, hint)| {
            let is_here = self.focus == focus;
            let style = if is_here {
                theme.field_focus.style()
            } else {
                theme.field.style()
            };
            LargeField::of(field, hint, (style, theme.quiet.style())).with_cursor(is_here)
        })
    }

    /// The rows of the larger of the fields in a width, where both can be large.
    fn field_rows(&self, view: &View<'_>, width: u16) -> Option<u16> {
        let rooms = side_by_side(Rect::new(0, 0, width, 1), 50);
        let fields = self.large_fields(view);
        let mut rows = fields
            .iter()
            .zip(rooms)
            .map(|(field, room)| field.rows_for(room.width, MOST_LINES));
        rows.try_fold(0, |most, rows| Some(most.max(rows?)))
    }
}

/// The width of one of so many columns.
fn width_of(columns: usize, width: u16) -> u16 {
    let columns = columns.max(1) as u16;
    width.saturating_sub((columns - 1) * APART) / columns
}
