//! The promise that is talked about over the whole width, as large as it fits, and a list of all under it.

use super::list::{INDENT, List, shown};
use crate::model::promise::Promise;
use crate::ui::page::Column;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::widgets::headline::LetterSize;
use crate::ui::widgets::large_rows::LINE;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::text::{Line, Span};

/// What stands under the large promise: rows of each in the list, and how many are in sight.
#[derive(Clone, Copy)]
struct Under {
    each: u16,
    many: usize,
}

impl Under {
    /// The rows over the mark of the large promise and under it: without a list they are its own.
    fn gap(self) -> u16 {
        u16::from(self.many > 0)
    }
}

impl List<'_> {
    /// Draws the promise that is talked about, then as many of all as fit under it.
    pub(super) fn draw_talked_about(&self, column: &mut Column<'_>) {
        let Some(promise) = self.promises.get(self.chosen) else {
            return;
        };
        let words = LargeWords::new(promise.what.as_str(), self.theme.headline.style());
        let said = column.rows_said(&self.mark_said(promise)) >= LINE;
        let words = words.at_most(if said {
            LetterSize::Full
        } else {
            LetterSize::Half
        });
        let under = self.under(&words, column);
        words.draw(self.rows_under(under, column), column);
        column.gap(under.gap());
        if said {
            let style = self.marks(promise)[0].style;
            column.said(&self.mark_said(promise), style);
        } else {
            self.draw_mark(promise, column);
        }
        column.gap(under.gap());
        let heights = vec![under.each; self.promises.len()];
        // Of what is not in sight, a row says how many.
        let room = under.each * under.many as u16 + u16::from(under.many < self.promises.len());
        let (from, to) = if under.many == 0 {
            (self.chosen, self.chosen + 1)
        } else {
            shown(&heights, self.chosen, room)
        };
        for at in (from..to).take(under.many) {
            self.draw_row(at, under.each, column);
        }
        self.tell_of_more(from, to, column);
    }

    /// As much of the list as lets the promise be large: whole, or at least its beginning.
    fn under(&self, words: &LargeWords<'_>, column: &Column<'_>) -> Under {
        let all = self.promises.len();
        let ways = [(2, all), (1, all), (1, 3), (1, 2), (1, 1), (1, 0)];
        let ways = ways.map(|(each, many)| Under {
            each,
            many: all.min(many),
        });
        let room = |under: &Under| {
            let rows = column.rows_left();
            let rows = rows.saturating_sub(self.rows_under(*under, column));
            (column.width() as u16, rows)
        };
        *words.best(&ways, room).unwrap_or(&ways[1])
    }

    fn rows_under(&self, under: Under, column: &Column<'_>) -> u16 {
        let said = self.promises.get(self.chosen);
        let said = said.map_or(1, |promise| column.rows_said(&self.mark_said(promise)));
        let mark = if said < LINE { 1 } else { said };
        let alone = usize::from(under.many == 0);
        let more = u16::from(under.many.max(alone) < self.promises.len());
        mark + 2 * under.gap() + under.each * under.many as u16 + more
    }

    /// How it stands, by when, who, at which step: as it is read aloud.
    pub(super) fn mark_said(&self, promise: &Promise) -> String {
        let mark = self.marks(promise)[0].content.trim_end().to_owned();
        let [due, others] = self.detail_spans(promise, usize::MAX);
        format!("{mark} · {}{}", due.content, others.content)
    }

    /// The same in one plain row.
    pub(super) fn draw_mark(&self, promise: &Promise, column: &mut Column<'_>) {
        let [mark, star] = self.marks(promise);
        let mark = Span::styled(format!("{}  ", mark.content.trim_end()), mark.style);
        let before = cells(&mark.content) + if promise.the_one { 2 } else { 0 };
        let mut line = Line::from(mark);
        line.extend(promise.the_one.then_some(star));
        line.extend(self.detail_spans(promise, column.width().saturating_sub(before)));
        column.line(line);
    }

    fn draw_row(&self, at: usize, each: u16, column: &mut Column<'_>) {
        let (theme, promise) = (self.theme, &self.promises[at]);
        let style = if at == self.chosen {
            theme.chosen.style()
        } else {
            theme.text.style()
        };
        let width = column.width().saturating_sub(INDENT);
        let what = shorten(promise.what.as_str(), width);
        let [mark, star] = self.marks(promise);
        column.line(Line::from(vec![mark, star, Span::styled(what, style)]));
        if each > 1 {
            column.line(self.detail_line(promise, width));
        }
    }
}
