//! On a vast screen: the promises one under the other, each with its mark before it; the one that is talked about large.

use super::words::{details, due_words, mark_words};
use crate::model::promise::{Outcome, Promise};
use crate::ui::page::Column;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::wrap::{cells, shorten, wrap};
use jiff::civil::Date;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The columns of a mark in words, with the space behind it.
pub(super) const MARK: usize = 14;
/// The columns before the words: the mark, and the star of the one.
pub(super) const INDENT: usize = MARK + 2;
/// The most lines of a promise.
const MOST_LINES: usize = 3;
/// The most rows of one in block letters.
const MOST_LARGE: u16 = 9;

/// The promises one under the other.
pub struct List<'a> {
    /// All of them.
    pub promises: &'a [Promise],
    /// Which one is talked about.
    pub chosen: usize,
    /// The round that asks.
    pub round: u16,
    /// The day on which it asks.
    pub today: Date,
    /// How everything looks.
    pub theme: &'a Theme,
}

impl List<'_> {
    /// Draws as many as fit, the one that is talked about among them.
    pub fn draw(&self, column: &mut Column<'_>) {
        let width = column.width().saturating_sub(INDENT);
        let room = column.rows_left();
        let in_full = (0..self.promises.len()).map(|at| self.lines(at, width, true));
        let in_full: Vec<_> = in_full.collect();
        let rows = |texts: &[Vec<String>]| -> u16 {
            let rows = texts.iter().enumerate();
            rows.map(|(at, lines)| self.rows(at, lines, width)).sum()
        };
        let texts = if rows(&in_full) <= room {
            in_full
        } else {
            let short = |at| self.lines(at, width, at == self.chosen);
            (0..self.promises.len()).map(short).collect()
        };
        let gaps = self.promises.len().saturating_sub(1) as u16;
        let gap = u16::from(rows(&texts) + gaps <= room);
        let heights: Vec<u16> = texts
            .iter()
            .enumerate()
            .map(|(at, lines)| self.rows(at, lines, width) + gap)
            .collect();
        let (from, to) = shown(&heights, self.chosen, room + gap);
        for (at, lines) in texts.iter().enumerate().take(to).skip(from) {
            self.draw_one(at, lines, column);
            column.gap(gap);
        }
        self.tell_of_more(from, to, column);
    }

    /// How many are above and below those that are in sight.
    pub(super) fn tell_of_more(&self, from: usize, to: usize, column: &mut Column<'_>) {
        let told = match (from, self.promises.len() - to) {
            (0, 0) => return,
            (above, 0) => format!("↑ {above} more"),
            (0, below) => format!("↓ {below} more"),
            (above, below) => format!("↑ {above} more   ↓ {below} more"),
        };
        column.line(Span::styled(told, self.theme.quiet.style()));
    }

    /// What a promise says, in one line or in as many as it needs.
    fn lines(&self, at: usize, width: usize, in_full: bool) -> Vec<String> {
        let what = self.promises[at].what.as_str();
        if !in_full {
            return vec![shorten(what, width)];
        }
        let mut lines = wrap(what, width);
        if lines.len() > MOST_LINES {
            let rest = lines.split_off(MOST_LINES - 1).join(" ");
            lines.push(shorten(&rest, width));
        }
        lines
    }

    /// How many rows a promise takes.
    fn rows(&self, at: usize, lines: &[String], width: usize) -> u16 {
        let words = match self.large(at, width) {
            Some((what, mark)) => {
                let width = width as u16;
                let mark = mark.map_or(0, |mark| mark.height_for(width, MOST_LARGE));
                what.height_for(width, MOST_LARGE) + mark
            }
            None => lines.len().max(1) as u16,
        };
        words + 1
    }

    /// The promise that is talked about and its mark in block letters, where all of it has a block form.
    fn large(&self, at: usize, width: usize) -> Option<(Headline<'_>, Option<Headline<'static>>)> {
        if at != self.chosen {
            return None;
        }
        let promise = &self.promises[at];
        let what = Headline::new(promise.what.as_str())
            .style(self.theme.strong.style())
            .at_most(LetterSize::Quarter);
        let look = looks(promise.outcome, self.theme).1;
        let mark = promise.outcome.map(|outcome| mark_words(Some(outcome)));
        let mark = mark.map(|mark| Headline::new(mark).style(look).at_most(LetterSize::Quarter));
        let fits = what.size_for(width as u16, MOST_LARGE) > LetterSize::Plain;
        fits.then_some((what, mark))
    }

    fn draw_one(&self, at: usize, lines: &[String], column: &mut Column<'_>) {
        let theme = self.theme;
        let promise = &self.promises[at];
        let [mark, star] = self.marks(promise);
        let width = column.width().saturating_sub(INDENT);
        if let Some((what, mark_large)) = self.large(at, width) {
            column.line(Line::from(vec![mark, star]));
            column.give_back(1);
            draw_large(&what, column);
            column.line(self.detail_line(promise, width));
            if let Some(mark) = mark_large {
                draw_large(&mark, column);
            }
        } else {
            let style = match (at == self.chosen, promise.the_one) {
                (true, _) => theme.chosen.style(),
                (_, true) => theme.the_one.style(),
                _ => theme.text.style(),
            };
            let mut before = vec![mark, star];
            for line in lines {
                before.push(Span::styled(line.clone(), style));
                column.line(Line::from(before));
                before = vec![Span::raw(" ".repeat(INDENT))];
            }
            column.line(self.detail_line(promise, width));
        }
    }

    /// The mark in words, and the star of the one.
    pub(super) fn marks(&self, promise: &Promise) -> [Span<'static>; 2] {
        let theme = self.theme;
        let (sign, look) = looks(promise.outcome, theme);
        let mark = format!("{sign} {}", mark_words(promise.outcome));
        let star = if promise.the_one { "★ " } else { "  " };
        [
            Span::styled(format!("{mark:<MARK$}"), look),
            Span::styled(star, theme.the_one.style()),
        ]
    }

    pub(super) fn detail_line(&self, promise: &Promise, width: usize) -> Line<'static> {
        let mut line = Line::raw(" ".repeat(INDENT));
        line.extend(self.detail_spans(promise, width));
        line
    }

    /// By when, who, at which step. The day comes first: it must not be cut off.
    pub(super) fn detail_spans(&self, promise: &Promise, width: usize) -> [Span<'static>; 2] {
        let theme = self.theme;
        let due = due_words(promise, self.today);
        let is_late = promise.outcome == Some(Outcome::StillOpen) && promise.is_overdue(self.today);
        let look = if is_late { theme.warning } else { theme.quiet };
        let others = details(promise, self.round).join(" · ");
        let others = match (due.is_empty(), others.is_empty()) {
            (false, false) => format!(" · {others}"),
            _ => others,
        };
        let left = width.saturating_sub(cells(&due));
        [
            Span::styled(due, look.style()),
            Span::styled(shorten(&others, left), theme.quiet.style()),
        ]
    }
}

/// Block letters beside the marks.
fn draw_large(text: &Headline<'_>, column: &mut Column<'_>) {
    let width = column.width().saturating_sub(INDENT) as u16;
    let room = column.take(text.height_for(width, MOST_LARGE));
    let room = Rect {
        x: room.x + INDENT as u16,
        width,
        ..room
    };
    ratatui::widgets::Widget::render(text, room, column.buf());
}

/// Which rows of these heights are drawn in a room, so that the chosen one is among them: from where, and
/// up to which one. Where not all fit a row stays free to say so.
pub(super) fn shown(heights: &[u16], chosen: usize, room: u16) -> (usize, usize) {
    let sum = |heights: &[u16]| heights.iter().map(|height| u32::from(*height)).sum::<u32>();
    if sum(heights) <= u32::from(room) {
        return (0, heights.len());
    }
    let room = u32::from(room.saturating_sub(1));
    let fits = |from: usize, to: usize| sum(&heights[from..to]) <= room;
    let last = (chosen + 1).min(heights.len());
    let from = (0..last).find(|from| fits(*from, last));
    let from = from.unwrap_or(last.saturating_sub(1));
    let to = (last..=heights.len()).rev().find(|to| fits(from, *to));
    (from, to.unwrap_or(last))
}

/// The sign and the look of a mark.
fn looks(outcome: Option<Outcome>, theme: &Theme) -> (&'static str, Style) {
    match outcome {
        Some(Outcome::Kept) => ("✓", theme.kept.style()),
        Some(Outcome::NotKept) => ("✗", theme.broken.style()),
        Some(Outcome::StillOpen) => ("…", theme.open.style()),
        None => ("○", theme.waiting.style()),
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn all_are_shown_where_they_fit_and_the_chosen_one_always() {
        assert_eq!(shown(&[2, 2, 2], 0, 6), (0, 3));
        assert_eq!(shown(&[2, 2, 2], 0, 5), (0, 2));
        assert_eq!(shown(&[2, 2, 2], 2, 5), (1, 3));
        assert_eq!(shown(&[2, 4, 2], 1, 4), (1, 2));
        assert_eq!(shown(&[2, 2], 1, 0), (1, 2));
        assert_eq!(shown(&[], 0, 5), (0, 0));
    }
}
