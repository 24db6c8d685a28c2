//! The questions of the library: whether something goes to the trash, and how a business is called from now on.

use super::menu::file_name;
use crate::model::heading::Heading;
use crate::model::text::CleanText;
use crate::model::wording::title;
use crate::ui::overlay::boxed;
use crate::ui::page::{Column, rows_of};
use crate::ui::theme::Theme;
use crate::ui::widgets::field::TextField;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use std::path::{Path, PathBuf};

/// How wide the questions are.
const WIDTH: u16 = 58;

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
    let rows = rows_of(
        question,
        usize::from(WIDTH.min(area.width).saturating_sub(4)),
    );
    let room = boxed(" To the trash? ", (WIDTH, rows + 6), theme, area, buf);
    let mut column = Column::new(room, buf);
    column.text(question, theme.text.style());
    column.gap(1);
    for (key, label) in [("Enter", "yes, to the trash"), ("Esc", "no, it stays")] {
        column.line(answer(key, label, theme));
    }
}

/// Draws the field for another name.
pub(super) fn draw_rename(
    from: &CleanText,
    sessions: usize,
    field: &TextField,
    theme: &Theme,
    area: Rect,
    buf: &mut Buffer,
) {
    let room = boxed(" Rename the business ", (WIDTH, 11), theme, area, buf);
    let mut column = Column::new(room, buf);
    let which = match sessions {
        1 => "Its one session gets".to_owned(),
        many => format!("All {many} of its sessions get"),
    };
    let text = format!("{which} the new name. The files keep theirs.");
    column.text(&text, theme.text.style());
    column.gap(1);
    let looks = field.looks(
        theme.field_focus.style(),
        true,
        from.as_str(),
        theme.hint.style(),
    );
    column.widget(1, looks);
    column.gap(1);
    column.line(answer("Enter", "rename it", theme));
    column.line(answer("Esc", "leave it as it is", theme));
}

fn answer(key: &'static str, label: &'static str, theme: &Theme) -> Line<'static> {
    Line::from(vec![
        Span::styled(format!("{key:>5}"), theme.foot_key.style()),
        Span::styled(format!("  {label}"), theme.text.style()),
    ])
}

/// Whether this is one of the paths.
pub(super) fn is_among(path: &Path, paths: &[PathBuf]) -> bool {
    paths.iter().any(|other| other == path)
}
