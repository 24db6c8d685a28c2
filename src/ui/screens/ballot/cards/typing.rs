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

/// Draws them; `false` where there is no room for a row in large letters.
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
    // Where there is a table under the question, it stays where it is.
    let question = Headline::new(subject.headline(view.session));
    let before = table.columns_under(&question, &column);
    let words = Question::of(cards, subject, view);
    let asked = words.rows(&column);
    let rows = |below: u16| column.rows_left().saturating_sub(asked + below + 1);
    let width = column.width() as u16;
    let large_table = column
        .is_vast()
        .then(|| LargeTable::of(&large, width, rows(2 * LINE)))
        .flatten();
    let tables = || {
        let beside = |rows: u16| table.columns_beside(asked + 1 + rows, &column);
        before
            .filter(|columns| rows(table.rows_in(*columns)) >= LINE)
            .or_else(|| beside(2 * LINE + 1))
            .or_else(|| beside(LINE))
    };
    let everybody = match (large_table, tables()) {
        (Some(large), _) => Everybody::Large(large),
        (None, Some(columns)) => Everybody::Table(columns),
        (None, None) => Everybody::Names(gathered.rows_of_people(column.width())),
    };
    let below = match &everybody {
        Everybody::Large(table) => table.rows(),
        Everybody::Table(columns) => table.rows_in(*columns),
        Everybody::Names(rows) => *rows,
    };
    if rows(below) < LINE {
        return false;
    }
    column.over(screen, |column| words.draw(view, column));
    let room = column.take(column.rows_left().saturating_sub(below + 1));
    large.draw(room, column.buf());
    column.gap(1);
    match everybody {
        Everybody::Large(table) => {
            let rest = column.rest();
            table.draw(rest, column.buf());
        }
        Everybody::Table(columns) => table.draw_people(columns, &mut column),
        Everybody::Names(rows) => gathered.draw_people(rows, &mut column),
    }
    true
}

/// What is asked now, in as many rows as the longest of the questions takes.
struct Question {
    now: String,
    all: Vec<String>,
}

impl Question {
    fn of(cards: &Cards, subject: Subject, view: &View<'_>) -> Self {
        let exercise = view.session.exercise();
        let of = |ask: &Ask| match ask {
            Ask::Stay => exercise.stay_question.to_string(),
            _ => subject.headline(view.session).to_owned(),
        };
        let (_, ballot) = &cards.rows[cards.at];
        Self {
            now: of(&ballot.ask()),
            all: subject.asks(view.session).iter().map(of).collect(),
        }
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
