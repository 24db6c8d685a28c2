//! How what lies over a screen is drawn: help, leaving, the people, notes, another place to save.

use super::boxes::{List, answers, boxed, list_box, pointer};
use crate::ui::app::OnDisk;
use crate::ui::keys::Offer;
use crate::ui::notes::{self as pages, Notes};
use crate::ui::page::{Column, is_vast};
use crate::ui::people_editor::PeopleEditor;
use crate::ui::screen::View;
use crate::ui::theme::Theme;
use crate::ui::widgets::enlarged::{self, Enlarged};
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::headline::Headline;
use crate::ui::widgets::large_rows::{LINE, LargeRow};
use crate::ui::widgets::wrap::{cells, shorten};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Every key of a screen, one of them large, and under them how its numbers are counted.
pub(super) fn help(
    (offers, at): (&[Offer], usize),
    counted: &[&'static str],
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let below = match counted.len() as u16 {
        0 => 0,
        lines => lines + 1,
    };
    let rows = offers.len() as u16 + below;
    let room = list_box(" Every key here ", (64, rows), theme, area, buf);
    let Some(chosen) = offers.get(at) else { return };
    let keys = offers.iter().map(|offer| cells(offer.key_name()));
    let widest = keys.max().unwrap_or(0);
    let mut column = Column::new(room, buf).on(area);
    let left = column.width().saturating_sub(widest + 3);
    let line = |(index, offer): (usize, &Offer)| {
        let (mark, style) = pointer(index == at, theme);
        let key = format!("{:>widest$}", offer.key_name());
        let label = format!("{mark}{} ", shorten(&offer.label, left));
        Line::from(vec![
            Span::styled(format!("{key} "), theme.foot_key.style()),
            Span::styled(label, style),
        ])
    };
    let row = |(index, offer): (usize, &Offer)| {
        let words = format!("{}: {}", offer.key_name(), offer.label);
        LargeRow {
            words: Span::styled(words, theme.text.style()),
            chosen: index == at,
            ..LargeRow::default()
        }
    };
    let words = format!("{}: {}", chosen.key_name(), chosen.label);
    let list = List {
        chosen: at,
        enlarged: Enlarged::new([words.as_str(), &chosen.label], theme.headline.style()),
        lines: offers.iter().enumerate().map(line).collect(),
        rows: offers.iter().enumerate().map(row).collect(),
    };
    list.draw(below, theme, &mut column);
    column.gap(u16::from(below > 0));
    for line in counted {
        column.line(Line::styled(*line, theme.quiet.style()));
    }
}

/// The question before leaving; on a vast screen all of it in block letters.
pub(super) fn leave(
    in_session: bool,
    on_disk: &OnDisk,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let said = match on_disk {
        OnDisk::NotSaved(_) | OnDisk::NoAnswer => Some((
            "The last answers are not saved yet. Stay, and make room for them.",
            theme.warning.style(),
        )),
        OnDisk::Saving if in_session => Some((
            "The last answers are being saved. You come back to this screen.",
            theme.text.style(),
        )),
        OnDisk::Saved if in_session => Some((
            "All that was accepted is kept. You come back to this screen.",
            theme.text.style(),
        )),
        OnDisk::Saved | OnDisk::Saving => None,
    };
    let mut rows = vec![("Enter", "leave")];
    if in_session {
        rows.push(("h", "to Home"));
    }
    rows.push(("Esc", "stay"));
    let size = if is_vast(area) {
        let said = said.map_or(0, |_| 2);
        (130, (rows.len() as u16 + said) * (LINE + 1) + 2 * LINE + 4)
    } else {
        (54, 9 + enlarged::ROWS)
    };
    let room = boxed("", size, theme, area, buf);
    let mut column = Column::new(room, buf).on(area);
    let below = if is_vast(area) {
        column.rows_left().saturating_sub(2 * LINE + 1)
    } else {
        rows.len() as u16 + 3
    };
    let question = Headline::new("Leave?").style(theme.headline.style());
    column.headline(&question, below);
    if let Some((words, style)) = said {
        column.said(words, style);
        column.gap(1);
    }
    answers(&rows, theme, &mut column);
}

/// Who is here: the one that the keys mean large over all, or on a vast screen everybody large.
pub(super) fn people(editor: &PeopleEditor, view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let rows = view.session.people().len() as u16 + FIELD_ROWS;
    let room = list_box(" Who is here? ", (70, rows), view.theme, area, buf);
    let mut column = Column::new(room, buf).on(area);
    let large = |fields| editor.large(view, room.width, fields, |rows| rows <= room.height);
    if let Some(people) = large(true)
        .or_else(|| large(false))
        .filter(|_| is_vast(area))
    {
        return editor.draw_large(&people, view, room, buf);
    }
    let words = editor.chosen_words(view.session);
    let large = Enlarged::new([&words], view.theme.headline.style());
    let left = column.rows_left().saturating_sub(enlarged::ROWS);
    column.enlarged(&large, rows.min(left));
    let rest = column.rest();
    editor.draw(view, rest, buf);
}

/// The rows of the fields under the people, and the empty one over them.
const FIELD_ROWS: u16 = 3;

/// The facilitator's notes.
pub(super) fn notes(view: &View<'_>, area: Rect, buf: &mut Buffer) {
    let notes = Notes::of(view.session, view.now);
    // On a vast screen all of them may be large.
    let widest = if is_vast(area) { area.width } else { 90 };
    let width = area.width.saturating_sub(4).min(widest);
    let height = if is_vast(area) { area.height } else { 0 };
    let rows = pages::rows(&notes, view.theme, width.saturating_sub(4));
    let size = (width, (rows + 4).max(height));
    let room = boxed(" Notes ", size, view.theme, area, buf);
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
