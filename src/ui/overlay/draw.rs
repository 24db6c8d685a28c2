//! How the boxes over a screen are drawn: the box itself, help, leaving, notes, another place to save.

use crate::ui::app::OnDisk;
use crate::ui::keys::Offer;
use crate::ui::notes::{self as pages, Notes};
use crate::ui::page::{Column, is_vast};
use crate::ui::screen::View;
use crate::ui::theme::Theme;
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
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
const ROOMY: (u16, u16) = (8, 2);

/// Every key of a screen, from a certain one on.
pub(super) fn help(offers: &[Offer], from: u16, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let rows = offers.len() as u16;
    let apart = if is_vast(area) && rows * 2 + 4 < area.height {
        2
    } else {
        1
    };
    let room = boxed(" Every key here ", (64, rows * apart + 4), theme, area, buf);
    let keys = offers.iter().map(|offer| cells(offer.key_name()));
    let widest = keys.max().unwrap_or(0);
    let from = usize::from(from.min(rows.saturating_sub(room.height)));
    let mut column = Column::new(room, buf);
    let left = column.width().saturating_sub(widest + 2);
    for (index, offer) in offers.iter().enumerate().skip(from) {
        if column.rows_left() == 1 && index + 1 < offers.len() {
            let more = format!("↓ {} more", offers.len() - index);
            column.line(Span::styled(more, theme.foot_key.style()));
            return;
        }
        if index == from && from > 0 {
            // It stands in the place of the first one.
            let before = format!("↑ {} more", from + 1);
            column.line(Span::styled(before, theme.foot_key.style()));
            continue;
        }
        let key = format!("{:>widest$}", offer.key_name());
        column.line(Line::from(vec![
            Span::styled(key, theme.foot_key.style()),
            Span::raw("  "),
            Span::styled(shorten(&offer.label, left), theme.text.style()),
        ]));
        column.gap(apart - 1);
    }
}

/// The question before leaving; on a vast screen in block letters.
pub(super) fn leave(
    in_session: bool,
    on_disk: &OnDisk,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let said = match on_disk {
        OnDisk::NotSaved(_) => Some((
            "The last answers are not saved yet. Stay, and make room for them.",
            theme.warning.style(),
        )),
        OnDisk::Saved if in_session => Some((
            "All that was accepted is kept. You come back to this screen.",
            theme.text.style(),
        )),
        OnDisk::Saved => None,
    };
    let mut rows = vec![("Enter", "leave")];
    if in_session {
        rows.push(("h", "to Home"));
    }
    rows.push(("Esc", "stay"));
    let size = if is_vast(area) {
        let said = said.map_or(0, |_| 2);
        (130, (rows.len() as u16 + said) * 5 + 4)
    } else {
        (48, 9)
    };
    let room = boxed(" Leave? ", size, theme, area, buf);
    let mut column = Column::new(room, buf).on(area);
    if let Some((words, style)) = said {
        column.said(words, style);
        column.gap(1);
    }
    for (key, label) in rows {
        if is_vast(area) {
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

/// The facilitator's notes.
pub(super) fn notes(view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let notes = Notes::of(view.session, view.now);
    let width = area.width.saturating_sub(4).min(90);
    let rows = pages::rows(&notes, view.theme, width.saturating_sub(4));
    let room = boxed(" Notes ", (width, rows + 4), view.theme, area, buf);
    pages::draw(&notes, view.theme, room, buf);
}

/// The question for another place.
pub(super) fn elsewhere(field: &TextField, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let room = boxed(" Save somewhere else ", (70, 9), theme, area, buf);
    let mut column = Column::new(room, buf);
    column.text(
        "Type a folder, such as one on a USB stick. It is saved there from now on.",
        theme.text.style(),
    );
    column.gap(1);
    column.widget(
        1,
        field.looks(
            theme.field_focus.style(),
            true,
            "a folder, then Enter",
            theme.hint.style(),
        ),
    );
}
