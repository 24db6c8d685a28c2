//! The cards while they are typed: what is asked, the row that is typed in large letters, and everybody at the foot,
//! where nothing moves from key to key.

use super::super::subject::Subject;
use super::Cards;
use super::large::Large;
use super::large_table::LargeTable;
use super::table::Table;
use crate::model::ballot::Ask;
use crate::ui::page::{Column, with_margins};
use crate::ui::screen::View;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// How everybody stands under the row that is typed.
enum Everybody<'a> {
    Large(LargeTable<'a>),
    /// In so many columns.
    Table(usize),
    /// Only their names, in so many rows.
    Names(u16),
}

/// Whether everybody's row is large beside the one that is typed, as on a vast screen.
pub(super) fn are_all_large(
    cards: &Cards,
    subject: Subject,
    view: &View<'_>,
    screen: Rect,
    buf: &mut Buffer,
) -> bool {
    let column = Column::new(with_margins(screen), buf).on(screen);
    let words = Question::of(cards, subject, view).filter(|_| column.is_vast());
    let Some(words) = words else {
        return false;
    };
    let large = Large::new(cards, subject, view);
    let room = Room {
        asked: words.rows(&column),
        column: &column,
    };
    room.large_table(&large).is_some()
}

/// Draws them; `false` where there is no room for a row in large letters, or nobody whose row it could be.
pub(super) fn draw(
    cards: &Cards,
    subject: Subject,
    view: &View<'_>,
    screen: Rect,
    buf: &mut Buffer,
) -> bool {
    let mut column = Column::new(with_margins(screen), buf).on(screen);
    let table = Table::new(cards, subject, view);
    let large = Large::new(cards, subject, view);
    let gathered = cards.gathered(subject, view);
    let Some(words) = Question::of(cards, subject, view) else {
        return false;
    };
    let asked = words.rows(&column);
    let room = Room {
        asked,
        column: &column,
    };
    let everybody = match (
        room.large_table(&large),
        room.columns(&table, subject, view),
    ) {
        (Some(large), _) => Everybody::Large(large),
        (None, Some(columns)) => Everybody::Table(columns),
        (None, None) => Everybody::Names(gathered.rows_of_people(column.width())),
    };
    let below = match &everybody {
        Everybody::Large(table) => table.rows(),
        Everybody::Table(columns) => table.rows_in(*columns),
        Everybody::Names(rows) => *rows,
    };
    let rows = room.over(below);
    let row = large.typed(column.width() as u16, rows);
    let Some(row) = row.filter(|_| rows >= LINE) else {
        return false;
    };
    column.over(screen, |column| words.draw(view, column));
    let room = column.take(column.rows_left().saturating_sub(below + 1));
    let row = large.draw(row, room, column.buf());
    column.gap(1);
    match everybody {
        Everybody::Large(table) => {
            if !cards.is_begun(subject, view.session) {
                large.draw_what_to_do(&row, room, column.buf());
            }
            let rest = column.rest();
            table.draw(rest, column.buf());
        }
        Everybody::Table(columns) => table.draw_people(columns, &mut column),
        Everybody::Names(rows) => gathered.draw_people(rows, &mut column),
    }
    true
}

/// What the row that is typed and everybody share.
struct Room<'a> {
    /// The rows of what is asked.
    asked: u16,
    column: &'a Column<'a>,
}

impl Room<'_> {
    /// The rows that are left where so many are taken.
    fn over(&self, taken: u16) -> u16 {
        self.column
            .rows_left()
            .saturating_sub(self.asked + taken + 1)
    }

    /// Everybody in large letters, where the screen is vast and leaves as much as two lines to the row that is typed.
    fn large_table<'l>(&self, large: &'l Large<'l>) -> Option<LargeTable<'l>> {
        let width = self.column.width() as u16;
        let vast = self.column.is_vast();
        vast.then(|| LargeTable::of(large, width, self.over(2 * LINE)))?
    }

    /// The columns of a table beside which a row is large: where it stood under the question it stays, and else it
    /// leaves room for two such rows if it can.
    fn columns(&self, table: &Table<'_>, subject: Subject, view: &View<'_>) -> Option<usize> {
        let question = Headline::new(subject.headline(view.session));
        let before = table.columns_under(&question, self.column);
        let beside = |rows: u16| table.columns_beside(self.asked + 1 + rows, self.column);
        before
            .filter(|columns| self.over(table.rows_in(*columns)) >= LINE)
            .or_else(|| beside(2 * LINE + 1))
            .or_else(|| beside(LINE))
    }
}

/// What is asked now, in as many rows as the longest of the questions takes.
struct Question {
    now: String,
    all: Vec<String>,
}

impl Question {
    /// None where nobody is here to be asked.
    fn of(cards: &Cards, subject: Subject, view: &View<'_>) -> Option<Self> {
        let (_, ballot) = cards.rows.get(cards.at)?;
        let exercise = view.session.exercise();
        let of = |(index, ask): (usize, &Ask)| match ask {
            Ask::Stay => exercise.stay_question.to_string(),
            _ => subject
                .question_of_step(view.session, index)
                .unwrap_or_else(|| subject.headline(view.session).to_owned()),
        };
        let asks = subject.asks(view.session);
        Some(Self {
            now: of((ballot.at(), &ballot.ask())),
            all: asks.iter().enumerate().map(of).collect(),
        })
    }

    fn rows(&self, column: &Column<'_>) -> u16 {
        let rows = self.all.iter().map(|words| column.rows_said(words));
        rows.max().unwrap_or(0)
    }

    fn draw(&self, view: &View<'_>, column: &mut Column<'_>) {
        let spare = self.rows(column) - column.rows_said(&self.now);
        column.said(&self.now, view.theme.question.style());
        column.gap(spare);
    }
}
