//! The promises on a vast screen: all of them in small block letters at its foot, and over them the one that is talked
//! about.

use super::list::{List, looks, shown};
use crate::model::promise::{Outcome, Promise};
use crate::ui::page::Column;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use ratatui::text::Span;

/// The fewest promises of which one is chosen.
const FEWEST: usize = 2;

/// The most lines of a promise in the list.
const MOST_LINES: u16 = 3;

/// The rows over the list and under it, for the edges of the chosen one's ground.
const EDGES: u16 = 2;

/// A plain row of how one stands, and an empty one over it.
const MARK_AND_GAP: u16 = 2;

impl List<'_> {
    /// Draws all of them in large letters. False, and nothing is drawn, where they can't be, or the screen is not vast.
    pub(super) fn draw_large(&self, column: &mut Column<'_>) -> bool {
        let all = 0..self.promises.len();
        if !column.is_vast() || all.len() < FEWEST {
            return false;
        }
        let list = self.large_rows(all);
        let Some(rows) = list.height(column.width() as u16) else {
            return false;
        };
        // Whichever is talked about: the list must not change with it.
        let every = |promise| self.is_large_over(promise, rows, column);
        if self.promises.iter().all(every) {
            self.draw_one_over(&list, rows, column);
            return true;
        }
        self.draw_in_sight(column)
    }

    /// The one that is talked about, how it stands, and all of them under it.
    fn draw_one_over(&self, list: &LargeRows<'_>, rows: u16, column: &mut Column<'_>) {
        let promise = &self.promises[self.chosen];
        let below = rows + 1 + column.rows_said(&self.mark_said(promise));
        let room = column.rows_left().saturating_sub(rows);
        let before = column.rows_left();
        self.large_words(promise).draw(below + 1, column);
        column.gap(1);
        self.say_mark(promise, column);
        column.gap(room.saturating_sub(before - column.rows_left()));
        column.widget(rows, list);
    }

    /// As many of them as there is room for, the one that is talked about among them, and how it stands: large too, where
    /// that puts none out of sight. False, and nothing is drawn, where only one would be in sight.
    fn draw_in_sight(&self, column: &mut Column<'_>) -> bool {
        let width = column.width() as u16;
        let height = |at: usize| {
            let rows = self.large_rows(at..at + 1).height(width).unwrap_or(LINE);
            rows + 1 - EDGES
        };
        let heights: Vec<_> = (0..self.promises.len()).map(height).collect();
        let room = column.rows_left().saturating_sub(MARK_AND_GAP);
        // The last of them needs no empty row under it.
        let (from, to) = shown(&heights, self.chosen, (room + 1).saturating_sub(EDGES));
        if to - from < FEWEST {
            return false;
        }
        let list = self.large_rows(from..to);
        column.widget(list.height(width).unwrap_or(0), &list);
        self.tell_of_more(from, to, column);
        self.draw_mark_at_foot(column);
        true
    }

    /// How the one that is talked about stands, as large as what is left lets it be for every one of them.
    fn draw_mark_at_foot(&self, column: &mut Column<'_>) {
        let said = |promise| column.rows_said(&self.mark_said(promise));
        let most = self.promises.iter().map(said).max().unwrap_or(0);
        let promise = &self.promises[self.chosen];
        let left = column.rows_left();
        if most < left {
            column.gap(left - most);
            self.say_mark(promise, column);
        } else {
            column.gap(left.saturating_sub(1));
            self.draw_mark(promise, column);
        }
    }

    /// Whether a promise is as large over the list as in it.
    fn is_large_over(&self, promise: &Promise, rows: u16, column: &Column<'_>) -> bool {
        let said = column.rows_said(&self.mark_said(promise));
        let left = column.rows_left().saturating_sub(rows + said + 2);
        said >= LINE
            && self
                .large_words(promise)
                .is_whole((column.width() as u16, left))
    }

    fn large_words<'w>(&self, promise: &'w Promise) -> LargeWords<'w> {
        let words = LargeWords::new(promise.what.as_str(), self.theme.headline.style());
        words.at_most(LetterSize::Double)
    }

    fn say_mark(&self, promise: &Promise, column: &mut Column<'_>) {
        let (_, style) = looks(promise.outcome, self.theme);
        column.said(&self.mark_said(promise), style);
    }

    /// These in rows of large letters; a sign and a star may come and go, and the words stay where they are.
    fn large_rows(&self, these: std::ops::Range<usize>) -> LargeRows<'static> {
        let row = |at: usize| {
            let promise = &self.promises[at];
            let (sign, look) = looks(promise.outcome, self.theme);
            let star = if promise.the_one { " ★" } else { "" };
            LargeRow {
                mark: Span::styled(format!("{sign}{star}"), look),
                words: Span::styled(promise.what.to_string(), self.theme.text.style()),
                chosen: at == self.chosen,
                ..LargeRow::default()
            }
        };
        let rows = LargeRows::new(these.map(row).collect());
        rows.of_lines(MOST_LINES)
            .with_room_for(self.mark_columns(), 0)
            .choosing(self.theme.chosen.style())
    }

    /// The columns of the widest of the signs, with a star where any has one.
    fn mark_columns(&self) -> u16 {
        let has_star = self.promises.iter().any(|promise| promise.the_one);
        let star = if has_star { " ★" } else { "" };
        let marks = Outcome::ALL.into_iter().map(Some).chain([None]);
        let columns = marks.map(|mark| {
            let (sign, _) = looks(mark, self.theme);
            Headline::small(&format!("{sign}{star}"))
                .extent(u16::MAX, LINE)
                .0
        });
        columns.max().unwrap_or(0)
    }
}
