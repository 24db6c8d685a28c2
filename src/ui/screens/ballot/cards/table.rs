//! The cards as a table: a row for each person, in as many columns as it needs beside a large question.

use super::super::subject::Subject;
use super::Cards;
use super::large::to_do;
use super::row::{ANSWER, MARK, row};
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::widgets::evenly;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::cells;
use ratatui::layout::Rect;
use ratatui::text::Span;
use std::ops::RangeInclusive;

/// The most cells of a name.
const LONGEST_NAME: usize = 40;
/// The fewest cells of a name, where the list stands in columns.
const SHORTEST_NAME: usize = 9;
/// The rows between the question and the first name: what to do, and an empty one over and under it.
const BETWEEN: u16 = 3;

/// The table.
pub(super) struct Table<'a> {
    cards: &'a Cards,
    subject: Subject,
    view: &'a View<'a>,
    labels: Vec<String>,
    asks: usize,
}

/// How the rows stand in their room.
struct Plan {
    columns: usize,
    /// Rows of a column.
    rows: usize,
    /// The first person in sight.
    from: usize,
}

impl<'a> Table<'a> {
    pub(super) fn new(cards: &'a Cards, subject: Subject, view: &'a View<'a>) -> Self {
        let labels = cards.rows.iter().map(|(id, _)| view.session.label(id));
        Self {
            cards,
            subject,
            view,
            labels: labels.collect(),
            asks: subject.asks(view.session).len(),
        }
    }

    fn most_columns(&self, width: usize) -> usize {
        let narrowest = SHORTEST_NAME + MARK * 2 + self.asks * ANSWER;
        (width / narrowest).max(1)
    }

    /// The fewest columns, not longer than the eye likes, with which the question is large; none where it never is.
    pub(super) fn columns_under(
        &self,
        question: &Headline<'_>,
        column: &Column<'_>,
    ) -> Option<usize> {
        let below = |columns: usize| self.rows_in(columns) + BETWEEN - 1;
        self.columns(column)
            .find(|columns| column.is_large(question, below(*columns)))
    }

    /// The fewest columns, not longer than the eye likes, that leave so many rows; none where all of them take more.
    pub(super) fn columns_beside(&self, rows: u16, column: &Column<'_>) -> Option<usize> {
        self.columns(column)
            .find(|columns| self.rows_in(*columns) + rows <= column.rows_left())
    }

    /// From the fewest columns that are not longer than the eye likes to the most that there is room for.
    fn columns(&self, column: &Column<'_>) -> RangeInclusive<usize> {
        let longest = usize::from(column.rows_left() * 2 / 5).max(1);
        let most = self.most_columns(column.width());
        self.labels.len().div_ceil(longest).clamp(1, most)..=most
    }

    /// The rows of so many columns.
    pub(super) fn rows_in(&self, columns: usize) -> u16 {
        self.labels.len().div_ceil(columns) as u16
    }

    /// Draws everybody in so many columns.
    pub(super) fn draw_people(&self, columns: usize, column: &mut Column<'_>) {
        let plan = Plan {
            columns,
            rows: usize::from(self.rows_in(columns)),
            from: 0,
        };
        let rest = column.rest();
        self.draw_rows(&plan, rest, column);
    }

    /// Draws the question and the table, in so many columns; in as many as it takes where the question is plain.
    pub(super) fn draw(
        &self,
        question: &Headline<'_>,
        columns: Option<usize>,
        column: &mut Column<'_>,
    ) {
        let theme = self.view.theme;
        let most = self.most_columns(column.width());
        let columns = columns.unwrap_or(most);
        let rows = self.rows_in(columns);
        let below = (rows + BETWEEN - 1).min(column.rows_left() * 3 / 4);
        column.headline(question, below);
        let session = self.view.session;
        let begun = self.cards.is_begun(self.subject, session);
        let step = self
            .cards
            .rows
            .get(self.cards.at)
            .and_then(|(_, ballot)| self.subject.question_of_step(session, ballot.at()));
        match step.filter(|_| begun) {
            Some(step) => column.text(&step, theme.strong.style()),
            None => column.text(to_do(self.subject), theme.quiet.style()),
        }
        column.gap(1);
        let left = usize::from(column.rows_left().max(1));
        let plan = self.plan(left, columns, most);
        let mut rest = column.rest();
        if let Some(words) = plan.told(self.labels.len()) {
            let foot = Rect {
                y: rest.y + rest.height.saturating_sub(1),
                height: rest.height.min(1),
                ..rest
            };
            let told = Span::styled(words, theme.quiet.style());
            Column::new(foot, column.buf()).line(told);
            rest.height -= foot.height;
        } else {
            // At the foot, where it stays from the first number on.
            let rows = rest.height.min(plan.rows as u16);
            rest.y += rest.height - rows;
            rest.height = rows;
        }
        self.draw_rows(&plan, rest, column);
    }

    fn plan(&self, left: usize, columns: usize, most: usize) -> Plan {
        let people = self.labels.len();
        let columns = people.div_ceil(left).clamp(columns.min(most), most);
        let rows = people.div_ceil(columns);
        if rows <= left {
            return Plan {
                columns,
                rows,
                from: 0,
            };
        }
        // More than fits: the row being typed stays in sight, and a row says how many are not.
        let rows = left.saturating_sub(1).max(1);
        let last = people.saturating_sub(rows * columns);
        let from = (self.cards.at + 2).saturating_sub(rows * columns).min(last);
        Plan {
            columns,
            rows,
            from,
        }
    }

    fn draw_rows(&self, plan: &Plan, rest: Rect, column: &mut Column<'_>) {
        let width = usize::from(rest.width) / plan.columns;
        let room = width.saturating_sub(MARK * 2 + self.asks * ANSWER);
        let names = evenly::apart(&self.labels, room.clamp(4, LONGEST_NAME));
        // What was typed stands near the names.
        let room = names.iter().map(|name| cells(name)).max().unwrap_or(0);
        let shown = self.cards.rows.iter().zip(&names).enumerate();
        for (index, ((id, ballot), name)) in shown.skip(plan.from).take(plan.rows * plan.columns) {
            let at = index - plan.from;
            let cell = Rect {
                x: rest.x + (at / plan.rows * width) as u16,
                y: rest.y + (at % plan.rows) as u16,
                width: width.saturating_sub(1) as u16,
                height: 1,
            };
            let here = index == self.cards.at;
            let line = row(self.subject, self.view, (id, ballot), (name, room), here);
            Column::new(cell.intersection(rest), column.buf()).line(line);
        }
    }
}

impl Plan {
    /// How many of so many people are out of sight.
    fn told(&self, people: usize) -> Option<String> {
        let after = people.saturating_sub(self.from + self.rows * self.columns);
        match (self.from, after) {
            (0, 0) => None,
            (0, after) => Some(format!("↓ {after} more")),
            (before, 0) => Some(format!("↑ {before} more")),
            (before, after) => Some(format!("↑ {before} more   ↓ {after} more")),
        }
    }
}
