//! How the improvements are drawn: the question while there is none; then the one of this week, and the others under it.

use super::details;
use super::edit::Edit;
use crate::model::session::{Company, Improvement};
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::screen::View;
use crate::ui::screens::large_words::LargeWords;
use crate::ui::screens::promises::words::still_open;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::{Headline, LetterSize};
use crate::ui::widgets::wrap::{cells, shorten, wrap_within};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The fewest cells in which where, who and by when say something.
const FEWEST_OF_DETAILS: usize = 12;
/// The most lines of where, who and by when under the one.
const MOST_LINES: usize = 2;

/// What is drawn.
pub(super) struct Shown<'a> {
    pub(super) list: &'a [Improvement],
    /// Which one the keys are about; none while something is typed, or where there is nothing to choose.
    pub(super) chosen: Option<usize>,
    pub(super) edit: Option<&'a Edit>,
    pub(super) view: &'a View<'a>,
}

/// Draws the improvements, and what is typed.
pub(super) fn improvements(
    cursor: usize,
    edit: Option<&Edit>,
    view: &View<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    let list = view.session.improvements();
    let chosen = cursor.min(list.len().saturating_sub(1));
    let shown = Shown {
        list,
        chosen: (edit.is_none() && !view.replay).then_some(chosen),
        edit,
        view,
    };
    let mut column = Column::new(with_margins(area), buf).on(area);
    match list.iter().position(|one| one.the_one) {
        Some(at) => shown.draw_with_the_one(at, area, &mut column),
        None => shown.draw_question(area, &mut column),
    }
}

/// What stands under the words of the one. It gives way to them, from the first to the last of these.
#[derive(Clone, Copy)]
struct Under {
    /// What is still open from before.
    open: bool,
    /// Rows of each of the others.
    each: u16,
    /// How many of the others are in sight.
    others: usize,
}

impl Shown<'_> {
    pub(super) fn theme(&self) -> &Theme {
        self.view.theme
    }

    /// No one stands out yet: the question is what the room reads.
    fn draw_question(&self, area: Rect, column: &mut Column<'_>) {
        let question = &self.view.session.exercise().improvements;
        let each = if is_low(area) { 2 } else { 3 };
        let edit = self.edit_rows(column);
        let asks = column.rows_said(self.ask()).saturating_sub(1);
        let edit = edit + if column.is_vast() { asks } else { 0 };
        let below = (self.list.len() as u16 * each + edit + 2).min(area.height * 2 / 3);
        let style = self.theme().headline.style();
        column.headline(
            &Headline::new(question.headline.as_str()).style(style),
            below,
        );
        self.draw_asks(column);
        column.gap(1);
        self.draw_edit(column);
        let all: Vec<_> = (0..self.list.len()).collect();
        let roomy = usize::from(column.rows_left()) >= all.len() * 3;
        self.draw_rows(&all, if roomy { 3 } else { 2 }, column);
    }

    /// The one of this week is what the room reads.
    fn draw_with_the_one(&self, at: usize, area: Rect, column: &mut Column<'_>) {
        let theme = self.theme();
        let one = &self.list[at];
        let others: Vec<_> = (0..self.list.len()).filter(|other| *other != at).collect();
        if self.draw_all_large(at, &others, column) {
            return;
        }
        column.over(area, |column| {
            let style = match self.chosen {
                Some(chosen) if chosen == at && !others.is_empty() => theme.chosen.style(),
                _ => theme.the_one.style(),
            };
            let title = &self.view.session.exercise().improvements.headline;
            column.line(Span::styled(format!("★ {title} "), style));
        });
        let details = wrap_within(&details(one, self.view.session), column.width(), MOST_LINES);
        let words = LargeWords::new(one.what.as_str(), theme.headline.style());
        let edit = self.edit_rows(column);
        let fixed = details.len() as u16 + 2 + edit;
        let under = self.under(&words, fixed, others.len(), column);
        let left = column.rows_left();
        let left = left.saturating_sub(fixed + self.rows(under, others.len(), column));
        if !words.is_large((column.width() as u16, left))
            && self.draw_asking(&words, &others, column)
        {
            return;
        }
        words.draw(fixed + self.rows(under, others.len(), column), column);
        column.gap(1);
        for line in details {
            column.line(Span::styled(line, theme.text.style()));
        }
        if let Some(line) = self.still_open(column.width()).filter(|_| under.open) {
            column.gap(1);
            column.line(line);
        }
        column.gap(1);
        self.draw_edit(column);
        self.draw_rows(&others, under.each, column);
    }

    /// Where the words of the one can't be large beside what is typed: the room reads the question. Says whether it is
    /// drawn so.
    fn draw_asking(
        &self,
        words: &LargeWords<'_>,
        others: &[usize],
        column: &mut Column<'_>,
    ) -> bool {
        let Some(edit) = self.edit else {
            return false;
        };
        let question = Headline::new(edit.asks().0)
            .style(self.theme().question.style())
            .at_most(LetterSize::Half);
        let plain = words.plain_rows(column.width() as u16);
        let below = edit.rows(column.width()) + 1;
        if !column.is_large(&question, below + plain + 1) {
            return false;
        }
        words.draw_plain(usize::MAX, column);
        column.gap(1);
        column.headline(&question, below);
        edit.draw_field(self.view, column);
        column.gap(1);
        self.draw_rows(others, 1, column);
        true
    }

    /// As much of the rest as lets the words be large: whole, or at least their beginning.
    fn under(
        &self,
        words: &LargeWords<'_>,
        fixed: u16,
        others: usize,
        column: &Column<'_>,
    ) -> Under {
        let ways = [
            (true, 3, others),
            (false, 3, others),
            (false, 2, others),
            (false, 1, others),
        ];
        let ways = ways
            .into_iter()
            .chain([2, 1, 0].map(|few| (false, 1, others.min(few))));
        let ways: Vec<_> = ways
            .map(|(open, each, others)| Under { open, each, others })
            .collect();
        let room = |under: &Under| {
            let below = fixed + self.rows(*under, others, column);
            (
                column.width() as u16,
                column.rows_left().saturating_sub(below),
            )
        };
        let plain = || {
            let fits = |under: &&Under| room(under).1 >= words.height_for(room(under));
            ways.iter().find(fits)
        };
        *words.best(&ways, room).or_else(plain).unwrap_or(&ways[3])
    }

    /// The rows of what may give way; of some that are out of sight a row says how many.
    fn rows(&self, under: Under, others: usize, column: &Column<'_>) -> u16 {
        let open = match self.still_open(column.width()) {
            Some(_) if under.open => 2,
            _ => 0,
        };
        let more = u16::from(under.others < others);
        open + under.each * under.others as u16 + more
    }

    fn still_open(&self, width: usize) -> Option<Line<'static>> {
        let open = still_open(self.view.session)?;
        let open = shorten(&format!("… {open}"), width);
        Some(Line::styled(open, self.theme().open.style()))
    }

    fn ask(&self) -> &str {
        let session = self.view.session;
        let question = &session.exercise().improvements;
        if session.company() == Company::Solo {
            question.ask_alone.as_str()
        } else {
            question.ask.as_str()
        }
    }

    /// The rows of what is typed and the row under it; large on a vast screen, where it fits so.
    fn edit_rows(&self, column: &Column<'_>) -> u16 {
        self.edit.map_or(0, |edit| {
            let large = edit.rows_large(self.view, column.width() as u16);
            let large = large.filter(|_| column.is_vast());
            large.unwrap_or_else(|| edit.rows(column.width())) + 1
        })
    }

    fn draw_asks(&self, column: &mut Column<'_>) {
        column.said(self.ask(), self.theme().question.style());
        if let Some(line) = self.still_open(column.width()) {
            column.line(line);
        }
    }

    fn draw_edit(&self, column: &mut Column<'_>) {
        if let Some(edit) = self.edit {
            let large = edit.rows_large(self.view, column.width() as u16);
            let large = large.filter(|rows| column.is_vast() && *rows <= column.rows_left());
            let room = column.take(large.unwrap_or_else(|| edit.rows(column.width())));
            if large.is_some() {
                edit.draw_large(self.view, room, column.buf());
            } else {
                edit.draw(self.view, room, column.buf());
            }
            column.gap(1);
        }
    }

    /// These improvements in rows of their own, the chosen one among them.
    pub(super) fn draw_rows(&self, these: &[usize], each: u16, column: &mut Column<'_>) {
        let at = these.iter().position(|one| Some(*one) == self.chosen);
        // A row says how many are out of sight; the chosen one comes before it.
        let mut room = usize::from(column.rows_left().saturating_sub(1) / each);
        room = room.max(usize::from(at.is_some()));
        // The last one needs no empty row under it.
        let spared = u16::from(each > 2);
        if usize::from(column.rows_left() + spared) >= these.len() * usize::from(each) {
            room = these.len();
        }
        let from = at.map_or(0, |at| (at + 1).saturating_sub(room));
        for index in these.iter().skip(from).take(room) {
            self.draw_row(*index, each, column);
        }
        let hidden = these.len().saturating_sub(from + room);
        let told = match (from, hidden) {
            (0, 0) => return,
            (above, 0) => format!("↑ {above} more"),
            (0, below) => format!("↓ {below} more"),
            (above, below) => format!("↑ {above} more   ↓ {below} more"),
        };
        column.line(Span::styled(told, self.theme().quiet.style()));
    }

    fn draw_row(&self, index: usize, each: u16, column: &mut Column<'_>) {
        let theme = self.theme();
        let one = &self.list[index];
        let style = if self.chosen == Some(index) {
            theme.chosen.style()
        } else {
            theme.text.style()
        };
        let width = column.width().saturating_sub(4);
        let what = shorten(one.what.as_str(), width);
        let left = width.saturating_sub(cells(&what) + 1);
        let details = details(one, self.view.session);
        let mut line = Line::from(vec![
            Span::raw("  "),
            Span::styled(format!("{what} "), style),
        ]);
        if each == 1 && left >= FEWEST_OF_DETAILS {
            let beside = format!(" {}", shorten(&details, left));
            line.push_span(Span::styled(beside, theme.quiet.style()));
        }
        column.line(line);
        if each > 1 {
            let details = shorten(&format!("  {details}"), column.width());
            column.line(Span::styled(details, theme.quiet.style()));
        }
        column.gap(u16::from(each > 2));
    }
}
