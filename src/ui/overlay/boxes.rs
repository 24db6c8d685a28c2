//! What all boxes over a screen are made of: the frame, a list of which one is chosen, keys with what they answer.

use crate::ui::page::{Column, is_vast};
use crate::ui::theme::Theme;
use crate::ui::widgets::enlarged::{self, Enlarged};
use crate::ui::widgets::in_sight::in_sight;
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Widget};

/// A framed box in the middle; gives the room inside.
pub(in crate::ui) fn boxed(
    title: &str,
    size: (u16, u16),
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    let roomy = if is_vast(area) { ROOMY } else { (0, 0) };
    let (width, height) = (size.0 + 2 * roomy.0, size.1 + 2 * roomy.1);
    let (width, height) = (width.min(area.width), height.min(area.height));
    let frame = Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    };
    Clear.render(frame, buf);
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.overlay_edge.style())
        .style(theme.overlay.style())
        .title(Span::styled(title.to_owned(), theme.headline.style()));
    let inner = block.inner(frame);
    block.render(frame, buf);
    let margin = 1 + roomy.0;
    let top = u16::from(inner.height > 6) + roomy.1;
    Rect {
        x: inner.x + margin.min(inner.width),
        width: inner.width.saturating_sub(2 * margin),
        y: inner.y + top.min(inner.height),
        height: inner.height.saturating_sub(top + roomy.1),
    }
}

/// Empty columns and rows at each side of a box on a vast screen, where it would look lost.
pub(in crate::ui) const ROOMY: (u16, u16) = (8, 2);

/// A framed box for a list of so many rows: with the chosen one large over it, on a vast screen with all of them large.
/// Gives the room inside.
pub(in crate::ui) fn list_box(
    title: &str,
    (width, list): (u16, u16),
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) -> Rect {
    // The frame, and an empty row over what is large.
    let size = if is_vast(area) {
        (width.max(VAST_LIST), list * (LINE + 1) + 3)
    } else {
        (width, list + enlarged::ROWS + 3)
    };
    boxed(title, size, theme, area, buf)
}

/// The columns of a box on a vast screen in which all is large.
const VAST_LIST: u16 = 168;

/// The mark before a row of a list, and how the row looks.
pub(in crate::ui) fn pointer(is_chosen: bool, theme: &Theme) -> (&'static str, Style) {
    if is_chosen {
        ("▸", theme.chosen.style())
    } else {
        (" ", theme.choice.style())
    }
}

/// A list of which one is chosen.
pub(in crate::ui) struct List<'a> {
    /// Which one is chosen, counted from 0.
    pub chosen: usize,
    /// What is large over the list.
    pub enlarged: Enlarged,
    /// The list in plain lines.
    pub lines: Vec<Line<'static>>,
    /// The same in large rows, for a vast screen.
    pub rows: Vec<LargeRow<'a>>,
}

impl List<'_> {
    /// Draws it while `below` rows stay free under it: all of it large on a vast screen, else the chosen one over the
    /// others.
    pub fn draw(self, below: u16, theme: &Theme, column: &mut Column<'_>) {
        let left = column.rows_left().saturating_sub(below);
        if column.is_vast() && self.draw_large(left, theme, column) {
            return;
        }
        // What is too low for both belongs to the list.
        let left = if left > enlarged::ROWS {
            left - enlarged::ROWS
        } else {
            left
        };
        let rows = (self.lines.len() as u16).min(left);
        column.enlarged(&self.enlarged, rows + below);
        for line in in_sight(self.lines, self.chosen, rows, theme.foot_key.style()) {
            column.line(line);
        }
    }

    /// Draws as many of the large rows as stand in so many rows of the screen, and a sign for the others; false where
    /// they can't be large.
    fn draw_large(&self, left: u16, theme: &Theme, column: &mut Column<'_>) -> bool {
        let all = self.rows.len();
        if all == 0 {
            return false;
        }
        // Each has an empty row under it, and the ground of the chosen one reaches over the ends.
        let fitting = |left: u16| usize::from(left.saturating_sub(1) / (LINE + 1));
        let seen = if fitting(left) < all {
            fitting(left.saturating_sub(1))
        } else {
            all
        };
        let from = self.chosen.saturating_sub(seen / 2).min(all - seen);
        let list = LargeRows::new(self.rows[from..from + seen].to_vec());
        let list = list.choosing(theme.chosen.style());
        let Some(rows) = list
            .height(column.width() as u16)
            .filter(|rows| *rows <= left)
        else {
            return false;
        };
        column.widget(rows, &list);
        let sign = |sign: &str, many: usize| format!("{sign} {many} more   ");
        let signs = [("↑", from), ("↓", all - from - seen)];
        let signs = signs.into_iter().filter(|(_, many)| *many > 0);
        let signs: String = signs.map(|(arrow, many)| sign(arrow, many)).collect();
        if !signs.is_empty() {
            column.line(Span::styled(signs, theme.foot_key.style()));
        }
        true
    }
}

/// Keys and what they answer; on a vast screen in large letters.
pub(in crate::ui) fn answers(
    answers: &[(&'static str, &'static str)],
    theme: &Theme,
    column: &mut Column<'_>,
) {
    for (key, label) in answers {
        if column.is_vast() {
            column.said(&format!("{key}: {label}"), theme.text.style());
            column.gap(1);
            continue;
        }
        column.line(Line::from(vec![
            Span::styled(format!("{key:>5}"), theme.foot_key.style()),
            Span::styled(format!("  {label}"), theme.text.style()),
        ]));
    }
}
