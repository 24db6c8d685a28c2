//! How the improvements are drawn: the question while there is none; then the one of this week, and the others under it.

use super::edit::Edit;
use super::{details, starts_at};
use crate::model::session::{Company, Improvement};
use crate::ui::page::{Column, is_low, with_margins};
use crate::ui::screen::View;
use crate::ui::screens::promises::words::still_open;
use crate::ui::theme::Theme;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// The fewest cells in which where, who and by when say something.
const FEWEST_OF_DETAILS: usize = 12;

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
        let below = (self.list.len() as u16 * each + edit + 3).min(area.height * 2 / 3);
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
        let is_large = |column: &mut Column<'_>| self.draw_all_large(at, &self.others(at), column);
        if let Some(edit) = self.edit {
            // What is asked is what the room reads; what it is about, where both can be large.
            if edit.completes() != Some(at) || !is_large(column) {
                self.draw_asking(edit, at, area, column);
            }
            return;
        }
        if is_large(column) {
            return;
        }
        // Where it can't be large beside what the keys mean, they get the room.
        let chosen = self.chosen.filter(|_| !self.is_large(at, column));
        let chosen = chosen.filter(|chosen| self.is_large(*chosen, column));
        self.draw_one(chosen.unwrap_or(at), area, column);
    }

    pub(super) fn others(&self, at: usize) -> Vec<usize> {
        (0..self.list.len()).filter(|other| *other != at).collect()
    }

    pub(super) fn still_open(&self, width: usize) -> Option<Line<'static>> {
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
        if let Some(at) = starts_at(self.view.session).filter(|_| self.list.is_empty()) {
            column.line(Span::styled(at, self.theme().quiet.style()));
        }
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
            if one.the_one {
                Span::styled("★ ", theme.the_one.style())
            } else {
                Span::raw("  ")
            },
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
