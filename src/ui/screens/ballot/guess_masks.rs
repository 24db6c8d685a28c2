//! The masks of a guess, one under the name of each step. They know which step is asked for
//! and which entries are closed, and no answer.

use super::draw::centred;
use crate::ui::page::is_vast;
use crate::ui::screen::View;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LINE, draw_ground};
use crate::ui::widgets::mask::Mask;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

/// The rows of a large mask.
const LARGE_MASK: u16 = 3;

/// The columns of a step with a plain name.
const PLAIN: u16 = 14;

/// The rows that the names and their masks take on a screen.
pub fn rows_of_steps(view: &View<'_>, screen: Rect) -> u16 {
    let width = width_of_a_step(view, screen);
    if is_vast(screen) && are_large(view, width) {
        LINE + 1 + LARGE_MASK
    } else {
        2
    }
}

/// Draws the names and their masks; `open` is the step that is asked for, counted from 0.
pub fn masks_of_steps(
    (open, is_closed): (Option<usize>, impl Fn(usize) -> bool),
    view: &View<'_>,
    room: Rect,
    buf: &mut Buffer,
) {
    let theme = view.theme;
    let steps = &view.session.exercise().steps;
    let large = room.height > LINE;
    let widest = width_of_a_step(view, room);
    let width = if large { widest } else { widest.min(PLAIN) };
    let all = centred(room, width * steps.len() as u16);
    for (index, step) in steps.iter().enumerate() {
        let cell = Rect {
            x: all.x + index as u16 * width,
            width,
            ..all
        };
        let is_open = open == Some(index);
        let (name, mask) = if is_open {
            (theme.chosen.style(), theme.strong.style())
        } else {
            (theme.quiet.style(), theme.mask.style())
        };
        let name_rows = if large {
            large_name(step.short.as_str(), name, is_open, cell, buf);
            LINE + 1
        } else {
            let line = Line::from(Span::styled(format!(" {} ", step.short), name)).centered();
            line.render(Rect { height: 1, ..cell }, buf);
            1
        };
        let below = Rect {
            y: cell.y + name_rows.min(cell.height),
            height: cell.height.saturating_sub(name_rows),
            ..cell
        };
        let columns = if large {
            Mask::WIDTH_LARGE
        } else {
            Mask::WIDTH
        };
        let mask = Mask::new(mask).closed(is_closed(index));
        mask.render(centred(below, columns), buf);
    }
}

fn width_of_a_step(view: &View<'_>, room: Rect) -> u16 {
    room.width / (view.session.exercise().steps.len() as u16).max(1)
}

fn are_large(view: &View<'_>, width: u16) -> bool {
    let room = width.saturating_sub(6);
    let mut steps = view.session.exercise().steps.iter();
    room >= Mask::WIDTH_LARGE
        && steps.all(|step| in_large(step.short.as_str(), Style::new()).is_large(room, LINE))
}

fn large_name(name: &str, style: Style, is_open: bool, cell: Rect, buf: &mut Buffer) {
    let words = in_large(name, style);
    let line = Rect {
        height: LINE.min(cell.height),
        ..cell
    };
    let width = words.extent(line.width, LINE).0;
    if is_open {
        draw_ground(centred(line, width + 4), style, buf);
    }
    words.render(centred(line, width), buf);
}

fn in_large(name: &str, style: Style) -> Headline<'_> {
    Headline::small(name).style(style)
}
