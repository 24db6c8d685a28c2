//! The questions of the library: whether something goes to the trash, and how a business is called from now on.

use super::menu::file_name;
use crate::model::heading::Heading;
use crate::model::text::CleanText;
use crate::model::wording::title;
use crate::ui::overlay::{answers, boxed};
use crate::ui::page::{Column, is_vast};
use crate::ui::theme::Theme;
use crate::ui::widgets::enlarged::{self, Enlarged};
use crate::ui::widgets::field::TextField;
use crate::ui::widgets::large_field::LargeField;
use crate::ui::widgets::large_rows::LINE;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use std::path::{Path, PathBuf};

/// How wide the questions are.
const WIDTH: u16 = 60;

/// The columns of a vast screen beside a question, and those that its box adds.
const VAST_MARGIN: u16 = 20;

/// The rows of a question of two lines in large letters, and an empty one.
const ROWS_SAID: u16 = 2 * (LINE + 1);

/// What is asked before these go to the trash.
pub(super) fn about_trash(paths: &[PathBuf], headings: &[Heading]) -> String {
    match paths {
        [path] => {
            let heading = headings.iter().find(|heading| heading.path == *path);
            let what = heading.map_or_else(|| file_name(path), named);
            format!("Take {what} to the trash? It can be taken back.")
        }
        paths => format!(
            "Take these {} to the trash? They can be taken back.",
            paths.len()
        ),
    }
}

fn named(heading: &Heading) -> String {
    format!("“{}” of {}", title(heading), heading.started.date_words())
}

/// Draws the question before the trash.
pub(super) fn draw_trash(question: &str, theme: &Theme, area: Rect, buf: &mut Buffer) {
    let width = width(area);
    let inner = Rect {
        width: width.saturating_sub(4),
        ..area
    };
    let said = Column::new(inner, buf).on(area).rows_said(question);
    let answers_rows = if is_vast(area) { 2 * (LINE + 1) } else { 2 };
    let rows = enlarged::ROWS + said + 1 + answers_rows;
    let room = boxed(" To the trash? ", (width, rows + 4), theme, area, buf);
    let mut column = Column::new(room, buf).on(area);
    let below = said + 1 + answers_rows;
    let asked = Enlarged::new(["To the trash?", "To trash?"], theme.headline.style());
    column.enlarged(&asked, below + 1);
    column.gap(u16::from(column.rows_left() > below));
    column.said(question, theme.text.style());
    column.gap(1);
    answers(
        &[("Enter", "yes, to the trash"), ("Esc", "no, it stays")],
        theme,
        &mut column,
    );
}

/// The lines of a name in large letters on a vast screen, and the rows that they take.
const NAME_LINES: u16 = 2;
const NAME_ROWS: u16 = NAME_LINES * (LINE + 1) - 1;

/// Draws the field for another name: large where the name can be; else the question is, over a plain one.
pub(super) fn draw_rename(
    from: &CleanText,
    sessions: usize,
    field: &TextField,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let rows = if is_vast(area) {
        ROWS_SAID + NAME_ROWS + 1 + 2 * (LINE + 1) + 1
    } else {
        LINE + 8
    };
    let size = (width(area), rows + 4);
    let room = boxed(" Rename the business ", size, theme, area, buf);
    let mut column = Column::new(room, buf).on(area);
    let which = match sessions {
        1 => "Its one session gets".to_owned(),
        2 => "Both of its sessions get".to_owned(),
        many => format!("All {many} of its sessions get"),
    };
    let text = format!("{which} the new name. The files keep theirs.");
    column.said(&text, theme.text.style());
    column.gap(1);
    let (style, hint) = (theme.field_focus.style(), theme.hint.style());
    let large = LargeField::of(field, from.as_str(), (style, hint));
    let (below, lines) = if is_vast(area) {
        (2 * LINE + 3, NAME_LINES)
    } else {
        (3, 1)
    };
    // What stands under it stays where it is, whichever size a name has.
    let room = column.take(column.rows_left().saturating_sub(below));
    let large_rows = large.rows_for(room.width, usize::from(lines));
    if large_rows.is_some_and(|rows| rows <= room.height) {
        large.render(room, column.buf());
    } else {
        let mut column = Column::new(room, column.buf()).on(area);
        let asked = Enlarged::new(
            ["What is it called now?", "Its new name?"],
            theme.headline.style(),
        );
        column.enlarged(&asked, 1);
        column.widget(1, field.looks(style, true, from.as_str(), hint));
    }
    column.gap(1);
    answers(
        &[("Enter", "rename it"), ("Esc", "leave it as it is")],
        theme,
        &mut column,
    );
}

fn width(area: Rect) -> u16 {
    if is_vast(area) {
        area.width.saturating_sub(VAST_MARGIN)
    } else {
        WIDTH
    }
}

/// Whether this is one of the paths.
pub(super) fn is_among(path: &Path, paths: &[PathBuf]) -> bool {
    paths.iter().any(|other| other == path)
}
