//! How the boxes over a screen are drawn: the box itself, help, leaving, notes, another place to save.

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
use crate::ui::widgets::in_sight::in_sight;
use crate::ui::widgets::large_rows::{LINE, LargeRow, LargeRows};
use crate::ui::widgets::wrap::{cells, shorten};
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

/// Every key of a screen, one of them large.
pub(super) fn help(offers: &[Offer], at: usize, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let rows = offers.len() as u16;
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
    list.draw(0, theme, &mut column);
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
