//! The cards where a table would leave the question small: the row that is typed, and under it who is still missing.

use super::super::subject::{Standing, Subject, TURN};
use super::row::{ANSWER, MARK, row};
use crate::model::ballot::OpenBallot;
use crate::model::person::PersonId;
use crate::ui::page::Column;
use crate::ui::screen::View;
use crate::ui::widgets::evenly;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::cells;
use ratatui::text::{Line, Span};

/// The most cells of the name in the row that is typed.
const LONGEST_NAME: usize = 30;
/// The cells of a name that everybody knows it by.
const WELL_KNOWN: usize = 9;
/// The rows that are needed beside the question: the row that is typed, and two of names.
const LEAST: u16 = 3;
/// Between two names in a row.
const APART: &str = "  ";

/// The row that is typed, and everybody.
pub(super) struct Gathered<'a> {
    pub(super) rows: &'a [(PersonId, OpenBallot)],
    /// Which row is typed.
    pub(super) at: usize,
    pub(super) subject: Subject,
    pub(super) view: &'a View<'a>,
}

impl Gathered<'_> {
    /// Whether the question is large beside it.
    pub(super) fn leaves_room_for(question: &Headline<'_>, column: &Column<'_>) -> bool {
        column.is_large(question, LEAST)
    }

    /// Draws the question, the row that is typed, and everybody.
    pub(super) fn draw(&self, question: &Headline<'_>, column: &mut Column<'_>) {
        let width = column.width();
        // The largest letters that leave everybody a name to be known by; else the smallest.
        let names = self.rows_of_people(width);
        let step = self.rows.get(self.at).and_then(|(_, ballot)| {
            self.subject
                .question_of_step(self.view.session, ballot.at())
        });
        let more = u16::from(step.is_some());
        let below = if column.is_large(question, names + 2 + more) {
            names + 2
        } else {
            LEAST
        };
        column.headline(question, below + more);
        if let Some(step) = step {
            column.line(Span::styled(step, self.view.theme.strong.style()));
        }
        column.line(self.typed(width));
        let rows = column.rows_left();
        let people = self.people(width, usize::from(rows));
        let people = people.unwrap_or_else(|| self.missing(width, usize::from(rows)));
        if people.len() < usize::from(rows) {
            column.gap(1);
        }
        for line in people {
            column.line(line);
        }
    }

    /// The rows that everybody takes, each with a name to be known by.
    pub(super) fn rows_of_people(&self, width: usize) -> u16 {
        self.in_rows(width, WELL_KNOWN, |_| true).len() as u16
    }

    /// Draws everybody in so many rows.
    pub(super) fn draw_people(&self, rows: u16, column: &mut Column<'_>) {
        let people = self.people(column.width(), usize::from(rows));
        for line in people.unwrap_or_default() {
            column.line(line);
        }
    }

    /// The row that is typed, and how many are still to come.
    fn typed(&self, width: usize) -> Line<'static> {
        let Some((id, ballot)) = self.rows.get(self.at) else {
            return Line::default();
        };
        let asks = self.subject.asks(self.view.session).len();
        let room = width
            .saturating_sub(MARK * 2 + asks * ANSWER)
            .clamp(4, LONGEST_NAME);
        let labels: Vec<_> = self.labels();
        let name = evenly::apart(&labels, room).swap_remove(self.at);
        let room = labels
            .iter()
            .map(|label| cells(label))
            .max()
            .unwrap_or(0)
            .min(room);
        let mut line = row(self.subject, self.view, (id, ballot), (&name, room), true);
        let missing = self.subject.missing(self.view.session).len();
        let told = format!("   {missing} still to type");
        if missing > 1 && line.width() + cells(&told) <= width {
            line.push_span(Span::styled(told, self.view.theme.quiet.style()));
        }
        line
    }

    fn labels(&self) -> Vec<String> {
        let rows = self.rows.iter();
        rows.map(|(id, _)| self.view.session.label(id)).collect()
    }

    /// Everybody in at most so many rows; none where they need more.
    fn people(&self, width: usize, rows: usize) -> Option<Vec<Line<'static>>> {
        evenly::fitting(rows, |longest| self.in_rows(width, longest, |_| true))
    }

    /// Those who are missing, as far as there is room.
    fn missing(&self, width: usize, rows: usize) -> Vec<Line<'static>> {
        let is_missing = |standing| standing == Standing::Missing;
        let lines = evenly::shortened(rows, |longest| self.in_rows(width, longest, is_missing));
        lines.into_iter().take(rows).collect()
    }

    fn in_rows(
        &self,
        width: usize,
        longest: usize,
        wanted: impl Fn(Standing) -> bool,
    ) -> Vec<Line<'static>> {
        let theme = self.view.theme;
        let mut lines: Vec<Line<'static>> = Vec::new();
        let names = evenly::apart(&self.labels(), longest);
        for (index, ((id, _), name)) in self.rows.iter().zip(names).enumerate() {
            let standing = self.subject.standing(self.view.session, id);
            if !wanted(standing) {
                continue;
            }
            let (mark, style) = match standing {
                _ if index == self.at => (TURN, theme.turn.style()),
                standing => standing.look(theme),
            };
            let words = format!("{mark} {name}");
            match lines.last_mut() {
                Some(line) if line.width() + cells(APART) + cells(&words) <= width => {
                    line.push_span(Span::raw(APART));
                    line.push_span(Span::styled(words, style));
                }
                _ => lines.push(Line::from(Span::styled(words, style))),
            }
        }
        lines
    }
}
